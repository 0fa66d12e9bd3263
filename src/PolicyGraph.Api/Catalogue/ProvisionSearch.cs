using System.Runtime.CompilerServices;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Graph;
using PolicyGraph.Text;

namespace PolicyGraph.Api.Catalogue;

/// <summary>A provision in which a text was found.</summary>
/// <param name="Document">Its document.</param>
/// <param name="Title">The document's title; null where unknown.</param>
/// <param name="Id">The provision.</param>
/// <param name="Path">Its path in the document.</param>
/// <param name="Heading">Its heading; null without one.</param>
/// <param name="Text">Its text.</param>
/// <param name="Start">Where it begins in the document's text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Times">How often heading and text have what was looked for.</param>
public sealed record ProvisionHit(string Document, string? Title, string Id, string? Path, string? Heading, string Text, long? Start, long? End, int Times);

/// <summary>Full text over provisions: plain text in, no query language; each run of characters is a phrase, and a provision has to have all of them.</summary>
/// <remarks>
/// A server's full-text index (analyzer <c>cjk</c>), or pairs of characters over the embedded graph, only narrow down where to look; one rule, <see cref="TextPhrase.CountIn"/>, decides on both, so
/// that both find the same. What no index can narrow down (a single Chinese character) is looked for in every provision.
/// </remarks>
public static class ProvisionSearch
{
    private const string All = """
        MATCH (p:Provision) MATCH (d:Document {id: p.documentId})
        RETURN d.id AS document, d.title AS title, p.id AS id, p.path AS path, p.heading AS heading, p.text AS text, p.start AS start, p.end AS end, p.ordinal AS ordinal
        """;

    private const string ByIndex = """
        CALL db.index.fulltext.queryNodes('Provision_text', $query) YIELD node AS p MATCH (d:Document {id: p.documentId})
        RETURN d.id AS document, d.title AS title, p.id AS id, p.path AS path, p.heading AS heading, p.text AS text, p.start AS start, p.end AS end, p.ordinal AS ordinal
        """;

    /// <summary>Words that the analyzer leaves out.</summary>
    private static readonly HashSet<string> StopWords =
    [
        "a", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no", "not", "of", "on", "or", "s", "such", "t", "that", "the", "their", "then", "there", "these",
        "they", "this", "to", "was", "will", "with", "www",
    ];

    private static readonly ConditionalWeakTable<IGraphDatabase, ProvisionTexts> Kept = [];

    /// <summary>Finds the provisions that have every run of characters.</summary>
    /// <param name="graph">Where to look; what was read of an embedded graph is kept for as long as this object lives, so it should be one that does not change.</param>
    /// <param name="text">What a person typed.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Those that have it most often first, then in the order of documents.</returns>
    /// <exception cref="RequestException">There is nothing to look for, or too much.</exception>
    public static async Task<IReadOnlyList<ProvisionHit>> FindAsync(IGraphDatabase graph, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > TextPhrase.LongestInput)
        {
            throw new RequestException($"要找的文字太长：最多 {TextPhrase.LongestInput} 个字");
        }

        var phrases = TextPhrase.Read(text);
        if (phrases.Count == 0)
        {
            throw new RequestException("没有可找的文字；请写要找的词，例如 绿色工厂");
        }

        var candidates = graph.OwnLabel is null ? await OfEmbeddedAsync(graph, phrases, cancellationToken) : await OfServerAsync(graph, phrases, cancellationToken);
        return [.. candidates.Select(c => c.Match(phrases)).OfType<ProvisionHit>().OrderByDescending(h => h.Times)];
    }

    private static async Task<IEnumerable<Candidate>> OfEmbeddedAsync(IGraphDatabase graph, IReadOnlyList<TextPhrase> phrases, CancellationToken cancellationToken)
    {
        if (!Kept.TryGetValue(graph, out var texts))
        {
            var candidates = await ReadAsync(graph, new GraphQuery(All), cancellationToken);
            texts = new ProvisionTexts(candidates, new BigramIndex([.. candidates.Select(c => c.Folded)]));
            Kept.AddOrUpdate(graph, texts);
        }

        return texts.Index.Find(phrases).Select(place => texts.Candidates[place]);
    }

    private static async Task<IReadOnlyList<Candidate>> OfServerAsync(IGraphDatabase graph, IReadOnlyList<TextPhrase> phrases, CancellationToken cancellationToken)
    {
        var parts = phrases.SelectMany(p => p.IndexedParts()).Where(p => !StopWords.Contains(p)).Distinct(StringComparer.Ordinal).ToList();
        if (parts.Count > 0)
        {
            try
            {
                // Letters, figures and Chinese characters only, in quotes: nothing in it is an operator.
                var query = new Dictionary<string, GraphValue> { ["query"] = string.Join(' ', parts.Select(p => $"+\"{p}\"")) };
                return await ReadAsync(graph, new GraphQuery(ByIndex, query), cancellationToken);
            }
            catch (GraphException error) when (error.Code == "Neo.ClientError.Procedure.ProcedureCallFailed")
            {
                // The index is not there yet, or still being filled: an ingest by this version makes it.
            }
        }

        return await ReadAsync(graph, new GraphQuery(All), cancellationToken);
    }

    private static async Task<List<Candidate>> ReadAsync(IGraphDatabase graph, GraphQuery query, CancellationToken cancellationToken)
    {
        var rows = await graph.ExecuteAsync(query with { Limits = GraphLimits.None }, cancellationToken);
        return [.. rows.Records.Select(Candidate.Of).OrderBy(c => c.Hit.Document, StringComparer.Ordinal).ThenBy(c => c.Ordinal).ThenBy(c => c.Hit.Id, StringComparer.Ordinal)];
    }

    private sealed record ProvisionTexts(IReadOnlyList<Candidate> Candidates, BigramIndex Index);

    private sealed record Candidate(ProvisionHit Hit, long Ordinal, string Folded)
    {
        public static Candidate Of(GraphRow row)
        {
            var (heading, text) = (row["heading"].AsString(), row["text"].AsString() ?? string.Empty);
            var hit = new ProvisionHit(row["document"].AsString() ?? string.Empty, row["title"].AsString(), row["id"].AsString() ?? string.Empty, row["path"].AsString(), heading, text, row["start"].AsInteger(), row["end"].AsInteger(), 0);
            return new Candidate(hit, row["ordinal"].AsInteger() ?? 0, TextPhrase.Fold($"{heading}\n{text}"));
        }

        /// <summary>The hit with how often it has the phrases; null where one is missing.</summary>
        public ProvisionHit? Match(IReadOnlyList<TextPhrase> phrases)
        {
            var times = phrases.Select(p => p.CountIn(Folded)).ToList();
            return times.Contains(0) ? null : Hit with { Times = times.Sum() };
        }
    }
}
