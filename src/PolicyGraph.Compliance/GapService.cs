using PolicyGraph.Compliance.Benchmarks;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Graph;
using PolicyGraph.Ontology.Evidence;
using PolicyGraph.Ontology.Units;

namespace PolicyGraph.Compliance;

/// <summary>What <c>gap</c> is asked.</summary>
/// <param name="Enterprise">Name, former name or credit code.</param>
/// <param name="AsOf">The day for which the answer holds.</param>
public sealed record GapRequest(string Enterprise, DateOnly AsOf)
{
    /// <summary>Standards asked for; none: those in force on <see cref="AsOf"/>.</summary>
    public IReadOnlyList<string> Standards { get; init; } = [];

    /// <summary>The benchmark file; null without one.</summary>
    public BenchmarkFile? Benchmarks { get; init; }

    /// <summary>Overrides the evaluation year; null for none.</summary>
    public int? Year { get; init; }
}

/// <summary>Assesses an enterprise that is in the graph: queries fetch the facts, <see cref="GapAnalysis.Decide"/> decides. It never writes.</summary>
public sealed class GapService(IGraphDatabase graph, UnitLexicon units, EnergyLexicon energies)
{
    private readonly GapFactsReader reader = new(graph);

    /// <summary>The answer of <c>gap</c>.</summary>
    /// <exception cref="GapException">An enterprise or standard that nobody knows, or a day before the first standard; one Chinese line.</exception>
    /// <exception cref="PolicyGraph.Ontology.Yaml.YamlException">The benchmark file does not fit the enterprise or the standard; with its line.</exception>
    /// <exception cref="GraphException">The store cannot answer.</exception>
    public async Task<Assessment> AssessAsync(GapRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var facts = await reader.ReadAsync(request.Enterprise, cancellationToken).ConfigureAwait(false);
        var assessment = GapAnalysis.Decide(facts, new GapQuestion(request.AsOf, units, energies) { Standards = request.Standards, Benchmarks = request.Benchmarks, Year = request.Year }) with
        {
            Basis = new AssessmentBasis(facts, request.Benchmarks),
        };
        return facts.Enterprise is { Jurisdiction: { } place, JurisdictionCode: null }
            ? assessment with { Warnings = [.. assessment.Warnings, $"不认识企业所在地“{place}”，请在 enterprise.yaml 写 GB/T 2260 的省、市名称或代码；按地区适用的规则没有核对"] }
            : assessment;
    }
}
