using PolicyGraph.Graph;
using PolicyGraph.Ontology.Lexicon;
using PolicyGraph.Ontology.Units;

namespace PolicyGraph.Tracing;

/// <summary>What <c>trace</c> is asked; everything left out asks for all.</summary>
public sealed record TraceRequest
{
    /// <summary>Id, name or alias of an indicator, or of a designation (绿色工厂) whose numbers are counted.</summary>
    public string? Indicator { get; init; }

    /// <summary>Name or GB/T 2260 code of a place: chains that one of its targets is in.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>Id of a document: chains that one of its targets is in.</summary>
    public string? Document { get; init; }

    /// <summary>Targets in force on this day; null for all.</summary>
    public DateOnly? At { get; init; }

    /// <summary>Names or codes of the places to set side by side; empty for none.</summary>
    public IReadOnlyList<string> Compare { get; init; } = [];
}

/// <summary>Bad input to a trace: one Chinese line that says what and what to do.</summary>
public sealed class TraceException(string message) : Exception(message);

/// <summary>Traces targets through the graph: queries fetch them, one pure function links them. It never writes.</summary>
public sealed class TraceService(IGraphDatabase graph, PolicyLexicon lexicon, UnitLexicon units)
{
    /// <summary>The answer of <c>trace</c>.</summary>
    /// <exception cref="TraceException">An indicator, place or document that nobody knows.</exception>
    /// <exception cref="GraphException">The store cannot answer.</exception>
    public Task<Trace> TraceAsync(TraceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        _ = (graph, lexicon, units, cancellationToken);
        throw new NotSupportedException("the reading of targets follows");
    }
}
