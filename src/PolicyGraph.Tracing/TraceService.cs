using PolicyGraph.Graph;
using PolicyGraph.Ontology.Lexicon;
using PolicyGraph.Ontology.Units;
using PolicyGraph.Tracing.Choosing;
using PolicyGraph.Tracing.Facts;
using PolicyGraph.Tracing.Linking;

namespace PolicyGraph.Tracing;

/// <summary>What <c>trace</c> is asked; everything left out asks for all.</summary>
public sealed record TraceRequest
{
    /// <summary>Id, name or alias of an indicator, or of a designation (绿色工厂) whose numbers are counted.</summary>
    public string? Indicator { get; init; }

    /// <summary>Name or GB/T 2260 code of a place: chains that one of its targets is in, other places of its level left out.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>Id of a document: chains that one of its targets is in.</summary>
    public string? Document { get; init; }

    /// <summary>Targets in force on this day, with what they contribute to; null for all.</summary>
    public DateOnly? At { get; init; }

    /// <summary>Names or codes of the places to set side by side; empty for none.</summary>
    public IReadOnlyList<string> Compare { get; init; } = [];
}

/// <summary>Bad input to a trace: one Chinese line that says what and what to do.</summary>
public sealed class TraceException(string message) : Exception(message);

/// <summary>Traces targets through the graph: queries fetch them, <see cref="Chains.Of"/> links them. It never writes.</summary>
public sealed class TraceService(IGraphDatabase graph, PolicyLexicon lexicon, UnitLexicon units)
{
    private readonly TraceFactsReader reader = new(graph, lexicon);

    /// <summary>The answer of <c>trace</c>.</summary>
    /// <exception cref="TraceException">An indicator, place or document that nobody knows, or a comparison of less than two places.</exception>
    /// <exception cref="GraphException">The store cannot answer.</exception>
    public async Task<Trace> TraceAsync(TraceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var facts = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (request.Document is { } document && !facts.Documents.ContainsKey(document))
        {
            throw new TraceException($"--document {document}：没有这份文件；用 policygraph list documents 查看 id");
        }

        var measured = facts.Targets.ToDictionary(t => t.Id, t => t.Measure, StringComparer.Ordinal);
        var keys = request.Indicator is { } indicator ? new IndicatorChoice(lexicon, facts.Targets).Keys(indicator) : null;
        var place = request.Jurisdiction is { } written ? PlaceChoice.Of(written, "--jurisdiction", lexicon.Jurisdictions, facts.Documents.Values) : null;
        var places = Places(request.Compare, facts);
        var chains = Chains.Of(facts, lexicon, units, request.At)
            .Where(c => keys is null || keys.Contains(measured[c.Links[0].Id].Key))
            .ToList();
        var asked = chains
            .Select(c => request.Document is { } id ? ChainCut.To(c, l => l.Document == id) : c)
            .Select(c => place is not null && c is not null ? ChainCut.To(c, l => place.Covers(facts.Documents[l.Document])) : c)
            .OfType<TraceChain>();
        return new Trace([.. asked]) { Comparison = places.Count == 0 ? null : Comparing.Of(chains, places, id => measured[id]) };
    }

    private List<PlaceChoice> Places(IReadOnlyList<string> written, TraceFacts facts)
    {
        var places = written.Select(p => PlaceChoice.Of(p, "--compare", lexicon.Jurisdictions, facts.Documents.Values)).DistinctBy(p => p.Name).ToList();
        return places.Count != 1 ? places : throw new TraceException($"--compare {string.Join(',', written)}：要比较两个或更多的地区，用逗号分隔，例如 广东,上海");
    }
}
