using PolicyGraph.Compliance.Benchmarks;
using PolicyGraph.Ontology.Evidence;
using PolicyGraph.Ontology.Units;

namespace PolicyGraph.Compliance.Verdicts;

/// <summary>What is asked of <see cref="GapAnalysis"/>, besides the facts.</summary>
/// <param name="AsOf">The day for which the answer holds.</param>
/// <param name="Units">The units that are known.</param>
/// <param name="Energies">The coefficients to standard coal.</param>
public sealed record GapQuestion(DateOnly AsOf, UnitLexicon Units, EnergyLexicon Energies)
{
    /// <summary>Standards asked for; none: those in force on <see cref="AsOf"/>.</summary>
    public IReadOnlyList<string> Standards { get; init; } = [];

    /// <summary>The benchmark file; null without one.</summary>
    public BenchmarkFile? Benchmarks { get; init; }

    /// <summary>Overrides the evaluation year (<c>check --year</c>); null for the benchmark's, the enterprise's, or the year before <see cref="AsOf"/>.</summary>
    public int? Year { get; init; }
}

/// <summary>A question that has no answer: an enterprise or a standard that nobody knows, a day before the first standard. The message is one Chinese line.</summary>
public sealed class GapException(string message) : Exception(message);
