using System.Globalization;
using PolicyGraph.Graph;
using PolicyGraph.Ontology.Lexicon;
using PolicyGraph.Text;
using PolicyGraph.Tracing.Linking;

namespace PolicyGraph.Tracing.Facts;

/// <summary>Fetches targets, their documents and what these say of each other, by the queries of <c>Queries</c>.</summary>
public sealed class TraceFactsReader(IGraphDatabase graph, PolicyLexicon lexicon)
{
    private static readonly GraphLimits Limits = GraphLimits.Default with { MaxRows = 2_000_000 };

    /// <summary>Reads one state of the graph.</summary>
    /// <exception cref="GraphException">The store cannot answer.</exception>
    public async Task<TraceFacts> ReadAsync(CancellationToken cancellationToken)
    {
        var transaction = await graph.BeginTransactionAsync(GraphAccess.Read, cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var documents = (await RunAsync(transaction, "documents", cancellationToken).ConfigureAwait(false)).Records
                .Select(r => (Node: (Node)r["document"], Place: r["place"].AsString()))
                .GroupBy(r => Text(r.Node, "id") ?? string.Empty, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => ReadDocument(g.Key, g.First().Node, g.First().Place), StringComparer.Ordinal);
            var targets = await RunAsync(transaction, "targets", cancellationToken).ConfigureAwait(false);
            var ties = await RunAsync(transaction, "ties", cancellationToken).ConfigureAwait(false);
            return new TraceFacts(documents, ReadTargets(targets, documents), ReadTies(ties, documents));
        }
    }

    private DocumentFacts ReadDocument(string id, Node node, string? code)
    {
        var written = Text(node, "jurisdiction");
        var place = lexicon.Jurisdictions.Find(code ?? written ?? string.Empty) ?? PlaceIn(written);
        return new DocumentFacts
        {
            Id = id,
            Title = Text(node, "title"),
            Level = Text(node, "level") ?? place?.Level,
            Jurisdiction = place?.Name ?? written,
            Place = place?.Code,
            IssuedOn = Text(node, "signedOn") ?? Text(node, "publishedOn") ?? Text(node, "effectiveFrom"),
            EffectiveFrom = Text(node, "effectiveFrom"),
            ValidUntil = Text(node, "validUntil"),
            RepealedOn = Text(node, "repealedOn"),
            PlanStart = Day.First(Text(node, "planStart"))?.Year,
            PlanEnd = Day.First(Text(node, "planEnd"))?.Year,
        };
    }

    /// <summary>广东省深圳市: the city behind the province.</summary>
    private Jurisdiction? PlaceIn(string? written) =>
        written is not null && lexicon.Jurisdictions.FindAtStart(written) is { } province
            ? (written.Length > province.Name.Length && written.StartsWith(province.Name, StringComparison.Ordinal) ? lexicon.Jurisdictions.Find(written[province.Name.Length..]) : null) ?? province
            : null;

    private List<TargetFacts> ReadTargets(GraphResult targets, Dictionary<string, DocumentFacts> documents)
    {
        var read = new Dictionary<string, TargetFacts>(StringComparer.Ordinal);
        foreach (var row in targets.Records)
        {
            if (row["target"] is Node node && Text(node, "id") is { } id && documents.TryGetValue(Text(node, "documentId") ?? string.Empty, out var document))
            {
                read.TryAdd(id, ReadTarget(id, node, row["indicator"].AsString(), document));
            }
        }

        return [.. read.Values.OrderBy(t => t.Document.Id, StringComparer.Ordinal).ThenBy(t => t.Start).ThenBy(t => t.Id, StringComparer.Ordinal)];
    }

    private TargetFacts ReadTarget(string id, Node node, string? indicator, DocumentFacts document)
    {
        var (name, scope) = (Text(node, "indicator") ?? string.Empty, Text(node, "scope"));
        return new TargetFacts
        {
            Id = id,
            Document = document,
            Measure = Measure.Of(name, scope, indicator, lexicon.Indicators),
            Value = decimal.TryParse(Text(node, "written"), NumberStyles.Float, CultureInfo.InvariantCulture, out var written) ? written : Number(node, "value") ?? 0,
            ValueMax = Number(node, "valueMax"),
            Unit = Text(node, "unit"),
            Comparator = Text(node, "comparator") ?? "=",
            Change = Text(node, "change") ?? "level",
            Basis = Text(node, "basis"),
            Year = Whole(node, "year"),
            BaseYear = Whole(node, "baseYear"),
            BaseValue = Number(node, "baseValue"),
            ScopeWritten = scope,
            Scope = Scope.Of(scope, Measure.Bare(name), document.Jurisdiction),
            Quote = Text(node, "quote") ?? string.Empty,
            Start = Whole(node, "start") ?? 0,
            End = Whole(node, "end") ?? 0,
        };
    }

    /// <summary>What the documents say of each other; one that is cited by the title of the notice that issued it is found by its own.</summary>
    private static List<DocumentTie> ReadTies(GraphResult rows, Dictionary<string, DocumentFacts> documents)
    {
        var byTitle = documents.Values.Where(d => d.Title is not null).ToLookup(d => Core(d.Title!), d => d.Id, StringComparer.Ordinal); // the Where says that it is there
        var ties = new List<DocumentTie>();
        foreach (var row in rows.Records)
        {
            var citing = row["citing"].AsString() ?? string.Empty;
            var tie = (Relationship)row["tie"];
            var meant = row["status"].AsString() == "stub" && Text(tie, "title") is { } title ? byTitle[Core(title)].Order(StringComparer.Ordinal).FirstOrDefault(id => id != citing) : row["cited"].AsString();
            if (meant is not null && meant != citing && documents.ContainsKey(meant))
            {
                ties.Add(new DocumentTie(citing, meant, KindOf(tie.Type, Text(tie, "role"))));
            }
        }

        return [.. ties.Distinct()];
    }

    private static TieKind KindOf(string type, string? role) => (type, role) switch
    {
        ("REPEALS", _) or (_, "repeals") => TieKind.Repeals,
        ("BASED_ON" or "IMPLEMENTS", _) or (_, "basis") => TieKind.BasedOn,
        _ => TieKind.Cites,
    };

    /// <summary>国务院关于印发“十四五”节能减排综合工作方案的通知 and “十四五”节能减排综合工作方案 are one.</summary>
    private static string Core(string title)
    {
        var core = string.Concat(NormalizedText.Fold(title).Squeeze().Text.Where(c => c is not ('《' or '》' or '〈' or '〉' or '<' or '>' or '“' or '”' or '"')));
        var issuing = core.IndexOf("关于印发", StringComparison.Ordinal);
        core = issuing >= 0 && core.EndsWith("的通知", StringComparison.Ordinal) && core.Length > issuing + 7 ? core[(issuing + 4)..^3] : core;
        return core.Replace('—', '-').Replace("--", "-", StringComparison.Ordinal);
    }

    private static string? Text(Node node, string key) => node.Properties.GetValueOrDefault(key)?.AsString();

    private static string? Text(Relationship tie, string key) => tie.Properties.GetValueOrDefault(key)?.AsString();

    private static int? Whole(Node node, string key) => (int?)node.Properties.GetValueOrDefault(key)?.AsInteger();

    private static decimal? Number(Node node, string key) => node.Properties.GetValueOrDefault(key)?.AsNumber() is { } number && Math.Abs(number) < 1e27 ? (decimal)number : null;

    private static Task<GraphResult> RunAsync(IGraphTransaction transaction, string query, CancellationToken cancellationToken) =>
        transaction.RunAsync(new GraphQuery(Load(query)) { Limits = Limits }, cancellationToken);

    private static string Load(string query)
    {
        var name = $"PolicyGraph.Tracing.Queries.{query}.cypher";
        using var stream = typeof(TraceFactsReader).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"resource {name} is missing");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
