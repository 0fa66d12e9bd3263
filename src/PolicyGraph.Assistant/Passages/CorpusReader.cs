using System.Buffers;
using PolicyGraph.Assistant.Questions;
using PolicyGraph.Graph;

namespace PolicyGraph.Assistant.Passages;

/// <summary>Reads the library from the graph, in one transaction, by the query files.</summary>
internal sealed class CorpusReader(IGraphDatabase graph)
{
    private static readonly SearchValues<char> Punctuation = SearchValues.Create("，。；、：,;:《");

    /// <summary>What tells one state of the graph from another.</summary>
    public async Task<string> FingerprintAsync(CancellationToken cancellationToken)
    {
        var rows = await graph.ExecuteAsync(new GraphQuery(Queries.Text("fingerprint")), cancellationToken).ConfigureAwait(false);
        return string.Join('\n', rows.Rows.Select(r => string.Join('\t', r.Select(v => v.AsString()))));
    }

    /// <summary>Reads everything.</summary>
    /// <exception cref="GraphException">The store cannot answer.</exception>
    public async Task<PassageLibrary> ReadAsync(CancellationToken cancellationToken)
    {
        var transaction = await graph.BeginTransactionAsync(GraphAccess.Read, cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            async Task<IReadOnlyList<GraphRow>> Rows(string name) => [.. (await transaction.RunAsync(new GraphQuery(Queries.Text(name)), cancellationToken).ConfigureAwait(false)).Records];

            var documents = (await Rows("documents").ConfigureAwait(false)).Select(ReadPolicy).ToDictionary(d => d.Id, StringComparer.Ordinal);
            var editions = await Rows("editions").ConfigureAwait(false);
            foreach (var row in editions)
            {
                var id = row.Of("id") ?? string.Empty;
                documents.TryAdd(id, new SourceDocument(id, row.Of("title"), row.Of("number")) { ValidFrom = row.Of("validFrom"), ValidUntil = row.Of("validUntil"), Level = "national" });
            }

            var clauses = await Rows("clauses").ConfigureAwait(false);
            foreach (var row in clauses)
            {
                var id = row.Of("publication") ?? string.Empty;
                var known = documents.GetValueOrDefault(id) ?? new SourceDocument(id, row.Of("title"), row.Of("number")) { ValidFrom = row.Of("validFrom"), ValidUntil = row.Of("validUntil") };
                documents[id] = known with { Title = known.Title ?? row.Of("title"), Number = known.Number ?? row.Of("number"), Aliases = row.TextsOf("aliases") };
            }

            var passages = new List<Passage>();
            ReadSentences(documents, await Rows("provisions").ConfigureAwait(false), passages);
            ReadTargets(documents, await Rows("targets").ConfigureAwait(false), passages);
            var told = ReadClauses(documents, clauses, passages);
            ReadCriteria(documents, told, await Rows("criteria").ConfigureAwait(false), passages);
            var citations = (await Rows("citations").ConfigureAwait(false)).Select(r => ReadCitation(documents, r)).ToList();
            return new PassageLibrary([.. documents.Values], passages, citations, [.. editions.Select(r => ReadEdition(documents, r))]);
        }
    }

    private static SourceDocument ReadPolicy(GraphRow row) => new(row.Of("id") ?? string.Empty, row.Of("title"), row.Of("number"))
    {
        IsPolicy = true,
        Issuers = row.TextsOf("issuers"),
        Level = row.Of("level"),
        Jurisdiction = row.Of("jurisdiction"),
        SignedOn = row.Of("signedOn"),
        PublishedOn = row.Of("publishedOn"),
        ValidFrom = row.Of("effectiveFrom"),
        ValidUntil = row.Of("validUntil"),
        PlanStart = row.Of("planStart"),
        PlanEnd = row.Of("planEnd"),
        Uncertain = row.TextsOf("uncertain"),
        FileNumber = LeadingNumber(row.Of("path")),
    };

    private static string? LeadingNumber(string? path)
    {
        var name = path?[(path.LastIndexOfAny(['/', '\\', '#']) + 1)..] ?? string.Empty;
        var digits = name.TakeWhile(char.IsAsciiDigit).Count();
        return digits >= 3 && digits < name.Length && name[digits] is '_' or '-' or '.' ? name[..digits] : null;
    }

    private static void ReadSentences(Dictionary<string, SourceDocument> documents, IReadOnlyList<GraphRow> rows, List<Passage> passages)
    {
        foreach (var group in rows.GroupBy(r => r.Of("document") ?? string.Empty))
        {
            var provisions = group.Select(r => (Id: r.Of("id") ?? string.Empty, Path: r.Of("path") ?? string.Empty, Heading: r.Of("heading"), Text: r.Of("text") ?? string.Empty, Start: r.WholeOf("start") ?? 0, End: r.WholeOf("end") ?? 0)).ToList();
            var headings = provisions.ToDictionary(p => p.Path, p => p.Heading, StringComparer.Ordinal);
            foreach (var p in provisions.Where(p => p.Text.Length == p.End - p.Start))
            {
                var context = QuestionText.Fold(string.Join('\n', Above(p.Path, headings).Append(documents[group.Key].Title)));
                var inner = provisions.Where(c => c.Path.StartsWith(p.Path + "/", StringComparison.Ordinal)).Select(c => (c.Start, c.End)).OrderBy(c => c.Start).ToList();
                var from = p.Start;
                foreach (var (start, end) in inner.Append((p.End, p.End)))
                {
                    foreach (var (a, b) in from < start ? SentenceSplitter.Split(p.Text, from - p.Start, start - p.Start) : [])
                    {
                        var text = p.Text[a..b];
                        if (IsHeading(text, p.Heading))
                        {
                            continue;
                        }

                        passages.Add(new Passage
                        {
                            Kind = PassageKind.Sentence, Node = p.Id, Document = documents[group.Key], Provision = p.Path, Text = text,
                            Start = p.Start + a, End = p.Start + b, Folded = QuestionText.Fold(text), Context = context, Ordinal = passages.Count,
                        });
                    }

                    from = Math.Max(from, end);
                }
            }
        }
    }

    /// <summary>A heading or the cell of a table says nothing that could be quoted as an answer.</summary>
    private static bool IsHeading(string text, string? heading) => !(text.Contains('〔', StringComparison.Ordinal) && text.Contains('号', StringComparison.Ordinal)) &&
        ((text.Length < 44 && !text.AsSpan().ContainsAny(Punctuation) && !text.Contains("不得", StringComparison.Ordinal)) || (heading is not null && text.Length < heading.Length + 9 && text.Contains(heading, StringComparison.Ordinal)));

    private static IEnumerable<string?> Above(string path, Dictionary<string, string?> headings)
    {
        for (var at = path; at.Length > 0; at = at.LastIndexOf('/') is > 0 and var slash ? at[..slash] : string.Empty)
        {
            yield return headings.GetValueOrDefault(at);
        }
    }

    private static void ReadTargets(Dictionary<string, SourceDocument> documents, IReadOnlyList<GraphRow> rows, List<Passage> passages)
    {
        foreach (var row in rows)
        {
            var document = documents[row.Of("document") ?? string.Empty];
            var indicator = row.Of("indicator") ?? string.Empty;
            var value = new TargetValue(
                indicator, row.NumberOf("value") ?? 0, row.NumberOf("valueMax"), row.Of("unit"), row.Of("comparator") ?? "=", row.Of("change"), row.WholeOf("year"), row.WholeOf("baseYear"),
                row.NumberOf("baseValue"), row.Of("scope"), row.Of("binding"));
            var quote = row.Of("quote") ?? string.Empty;
            passages.Add(new Passage
            {
                Kind = PassageKind.Target, Node = row.Of("id") ?? string.Empty, Document = document, Provision = row.Of("path"), Text = quote, Start = row.WholeOf("start"), End = row.WholeOf("end"),
                Folded = QuestionText.Fold($"{indicator} {quote} {value.Year}年 {(value.BaseYear is { } year ? $"{year}年" : string.Empty)} {value.Scope} 目标"), Target = value,
                Topics = $"\n{QuestionText.Fold(indicator)}\n", Context = QuestionText.Fold($"{document.Title} {row.Of("path")}"), Ordinal = passages.Count,
            });
        }
    }

    private static HashSet<string> ReadClauses(Dictionary<string, SourceDocument> documents, IReadOnlyList<GraphRow> rows, List<Passage> passages)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows.Where(r => r.Of("certainty") is not "recalled"))
        {
            var document = documents[row.Of("publication") ?? string.Empty];
            told.Add(document.Id);
            var statement = row.Of("statement") ?? string.Empty;
            passages.Add(new Passage
            {
                Kind = PassageKind.Clause, Node = row.Of("id") ?? string.Empty, Document = document, Provision = row.Of("clause"), Text = statement, English = row.Of("english"),
                ClauseKind = row.Of("kind") ?? string.Empty, Certainty = row.Of("certainty") ?? "verified", Source = row.Of("source"), Folded = QuestionText.Fold(statement),
                Topics = $"\n{string.Join('\n', row.TextsOf("topics").Select(QuestionText.Fold))}\n",
                Context = QuestionText.Fold($"{document.Title} {document.Number} {string.Join(' ', document.Aliases)} {row.Of("english")}"), Ordinal = passages.Count,
            });
        }

        return told;
    }

    private static void ReadCriteria(Dictionary<string, SourceDocument> documents, HashSet<string> told, IReadOnlyList<GraphRow> rows, List<Passage> passages)
    {
        foreach (var row in rows.Where(r => !told.Contains(r.Of("edition") ?? string.Empty) && !r.TextsOf("sources").Any(s => s.EndsWith("|recalled", StringComparison.Ordinal))))
        {
            var document = documents[row.Of("edition") ?? string.Empty];
            var text = $"{document.Number ?? document.Shown} 的“{row.Of("title")}”看{row.Of("asks")}";
            passages.Add(new Passage
            {
                Kind = PassageKind.Criterion, Node = row.Of("id") ?? string.Empty, Document = document, Provision = row.Of("clause"), Text = text, ClauseKind = row.Of("kind") == "veto" ? "veto" : "requirement",
                Folded = QuestionText.Fold(text), Context = QuestionText.Fold($"{document.Title} {document.Number}"), Ordinal = passages.Count,
            });
        }
    }

    private static CitedDocument ReadCitation(Dictionary<string, SourceDocument> documents, GraphRow row) => new(
        documents[row.Of("document") ?? string.Empty], row.Of("relation") ?? "CITES", row.Of("title"), row.Of("number"), row.Of("quote") ?? string.Empty, row.WholeOf("start") ?? 0, row.WholeOf("end") ?? 0);

    private static EditionRow ReadEdition(Dictionary<string, SourceDocument> documents, GraphRow row) =>
        new(documents[row.Of("id") ?? string.Empty], row.Of("validFrom"), row.Of("validUntil"), row.Of("why"), row.TextsOf("replaces"));
}
