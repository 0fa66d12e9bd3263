using PolicyGraph.Compliance.CrossChecks;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Graph;
using PolicyGraph.Ontology.Evidence;
using PolicyGraph.Ontology.Units;

namespace PolicyGraph.Compliance;

/// <summary>What <c>check</c> is asked.</summary>
/// <param name="Enterprise">Name, former name or credit code.</param>
/// <param name="AsOf">The day for which the answer holds.</param>
public sealed record CheckRequest(string Enterprise, DateOnly AsOf)
{
    /// <summary>Standards whose criteria a defect may affect; none: those in force on <see cref="AsOf"/>.</summary>
    public IReadOnlyList<string> Standards { get; init; } = [];

    /// <summary>Overrides the evaluation year; null for the enterprise's, or the year before <see cref="AsOf"/>.</summary>
    public int? Year { get; init; }

    /// <summary>Papers that could not be read at all, which the graph therefore does not hold.</summary>
    public IReadOnlyList<UnreadPaper> Unread { get; init; } = [];
}

/// <summary>A file of the enterprise's folder that no reader could open.</summary>
/// <param name="Path">Within the enterprise's folder.</param>
/// <param name="Reason">Why, one Chinese sentence.</param>
public sealed record UnreadPaper(string Path, string Reason);

/// <summary>Holds an enterprise's papers against the clauses and against each other: queries fetch the facts, <see cref="CrossCheckAnalysis.Find"/> finds the defects. It never writes.</summary>
public sealed class CheckService(IGraphDatabase graph, UnitLexicon units, EnergyLexicon energies)
{
    private readonly GapFactsReader reader = new(graph);

    /// <summary>The answer of <c>check</c>.</summary>
    /// <exception cref="GapException">An enterprise or standard that nobody knows, or a day before the first standard; one Chinese line.</exception>
    /// <exception cref="GraphException">The store cannot answer.</exception>
    public async Task<CrossCheck> CheckAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var facts = await reader.ReadAsync(request.Enterprise, cancellationToken).ConfigureAwait(false);
        return CrossCheckAnalysis.Find(facts, new GapQuestion(request.AsOf, units, energies) { Standards = request.Standards, Year = request.Year }, request.Unread);
    }
}
