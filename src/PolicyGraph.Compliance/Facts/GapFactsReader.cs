using System.Globalization;
using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Graph;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.Facts;

/// <summary>Fetches what a verdict may rest on, by the queries of <c>Queries</c>: nothing reaches a verdict that no path in the graph reaches.</summary>
public sealed class GapFactsReader(IGraphDatabase graph)
{
    /// <summary>Reads the facts about one enterprise in one state of the graph.</summary>
    /// <param name="enterprise">Name, former name or credit code.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="GapException">No enterprise, or more than one, goes by that name.</exception>
    /// <exception cref="GraphException">The store cannot answer.</exception>
    public async Task<GapFacts> ReadAsync(string enterprise, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(enterprise);
        var transaction = await graph.BeginTransactionAsync(GraphAccess.Read, cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var found = await RunAsync(transaction, "enterprise", ("enterprise", enterprise.Trim()), cancellationToken).ConfigureAwait(false);
            var node = Only(enterprise, [.. found.Records.Select(r => r["enterprise"]).OfType<Node>()]);
            var editions = await RunAsync(transaction, "editions", null, cancellationToken).ConfigureAwait(false);
            var criteria = await RunAsync(transaction, "criteria", null, cancellationToken).ConfigureAwait(false);
            var evidence = await RunAsync(transaction, "evidence", ("id", Text(node, "id") ?? string.Empty), cancellationToken).ConfigureAwait(false);
            var ontology = await RunAsync(transaction, "ontology", null, cancellationToken).ConfigureAwait(false);
            var limits = await RunAsync(transaction, "limits", null, cancellationToken).ConfigureAwait(false);
            var place = found.Records.First(r => r["enterprise"].Equals(node))["place"].AsString();
            return new GapFacts(ReadEnterprise(node) with { JurisdictionCode = place }, ReadEditions(editions, criteria), ReadFiles(evidence))
            {
                Limits = [.. limits.Records.Select(r => (Node: (Node)r["limit"], Indicator: r["indicator"].AsString() ?? string.Empty)).Select(l => LimitProperties.Read(Text(l.Node, "id") ?? string.Empty, l.Indicator, l.Node.Properties))],
                Ontology = ontology.Records.Select(r => r["version"].AsString()).FirstOrDefault(),
            };
        }
    }

    private static Node Only(string enterprise, List<Node> nodes)
    {
        var exact = nodes.FindAll(n => Text(n, "id") == enterprise.Trim());
        nodes = exact.Count > 0 ? exact : nodes;
        return nodes.Count switch
        {
            1 => nodes[0],
            0 => throw new GapException($"没有企业“{enterprise}”，请检查名称或统一社会信用代码，或先用 policygraph ingest 读入它的文件夹"),
            _ => throw new GapException($"有 {nodes.Count} 家企业叫“{enterprise}”，请改用统一社会信用代码：{string.Join("、", nodes.Select(n => Text(n, "id")))}"),
        };
    }

    private static EnterpriseFacts ReadEnterprise(Node node) => new()
    {
        Name = Text(node, "name") ?? Text(node, "id") ?? string.Empty,
        CreditCode = Text(node, "creditCode") ?? Text(node, "id") ?? string.Empty,
        Industry = Text(node, "industry"),
        Jurisdiction = Text(node, "jurisdiction"),
        EvaluationYear = Whole(node, "evaluationYear"),
        Founded = Day(node, "founded"),
        Sha256 = Text(node, "sha256"),
        FormerNames = Texts(node, "formerNames"),
        Products = Texts(node, "products"),
        Park = Text(node, "park"),
        Processes = Texts(node, "processes"),
        NotApplicable = Texts(node, "notApplicable").Select(t => t.Split('\t', 2)).GroupBy(t => t[0], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First() is [_, var reason] ? reason : string.Empty, StringComparer.Ordinal),
    };

    private static List<EditionFacts> ReadEditions(GraphResult editions, GraphResult criteria)
    {
        var byEdition = criteria.Records.ToLookup(r => r["edition"].AsString(), r => ReadCriterion((Node)r["criterion"], r["needs"]) with { Indicator = r["indicator"].AsString(), Area = r["area"].AsString() }, StringComparer.Ordinal);
        return [.. editions.Records.Select(r => (Node)r["edition"]).Select(n => new EditionFacts
        {
            Id = Text(n, "id") ?? string.Empty,
            Title = Text(n, "title") ?? Text(n, "id") ?? string.Empty,
            Number = Text(n, "number"),
            ValidFrom = Day(n, "validFrom") ?? DateOnly.MinValue,
            ValidUntil = Day(n, "validUntil"),
            Why = Text(n, "why") ?? string.Empty,
            SectorCriteria = n.Properties.GetValueOrDefault("sectorCriteria")?.AsBoolean() ?? false,
            GivesPoints = n.Properties.GetValueOrDefault("givesPoints")?.AsBoolean() ?? false,
            Criteria = [.. byEdition[Text(n, "id")]],
            Steps = ReadSteps(n),
        })];
    }

    private static CriterionFacts ReadCriterion(Node node, GraphValue needs) => new()
    {
        Id = Text(node, "criterion") ?? string.Empty,
        Clause = Text(node, "clause"),
        Title = Text(node, "title") ?? string.Empty,
        Kind = Text(node, "kind") switch
        {
            "veto" => CriterionKind.Veto,
            "mandatory" => CriterionKind.Mandatory,
            "scored" => CriterionKind.Scored,
            _ => CriterionKind.Optional,
        },
        Asks = Text(node, "asks") ?? string.Empty,
        Needs = [.. needs.AsList().Select(v => v.AsString()).OfType<string>().Order(StringComparer.Ordinal)],
        OnDemand = node.Properties.GetValueOrDefault("onDemand")?.AsBoolean() ?? false,
        ContradictedBy = Texts(node, "contradictedBy"),
        Sources = [.. Texts(node, "sources").Select(ReadSource)],
        Rule = CriterionRule.Read(node.Properties),
    };

    private static CriterionSource ReadSource(string written)
    {
        var parts = written.Split('|');
        return new CriterionSource(parts[0], parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null, parts.Length > 2 ? parts[2] : "recalled");
    }

    private static List<EligibilityStep> ReadSteps(Node node)
    {
        var (titles, tests, days, divisions, sources) = (Texts(node, "stepTitles"), Texts(node, "stepTests"), Texts(node, "stepDays"), Texts(node, "stepDivisions"), Texts(node, "stepSources"));
        var (from, until, places, insteadOf) = (Texts(node, "stepFrom"), Texts(node, "stepUntil"), Texts(node, "stepPlaces"), Texts(node, "stepInsteadOf"));
        return [.. Texts(node, "stepIds").Select((id, i) => new EligibilityStep(
            id, titles[i], tests[i],
            days[i].Length == 5 ? int.Parse(days[i].AsSpan(0, 2), CultureInfo.InvariantCulture) : null,
            days[i].Length == 5 ? int.Parse(days[i].AsSpan(3, 2), CultureInfo.InvariantCulture) : null,
            [.. divisions[i].Split('-', StringSplitOptions.RemoveEmptyEntries).Select(d => int.Parse(d, CultureInfo.InvariantCulture))],
            [.. sources[i].Split('\n').Select(ReadSource)])
            {
                From = Day(from.ElementAtOrDefault(i)),
                Until = Day(until.ElementAtOrDefault(i)),
                Places = places.ElementAtOrDefault(i)?.Split('|', StringSplitOptions.RemoveEmptyEntries) ?? [],
                InsteadOf = insteadOf.ElementAtOrDefault(i) is { Length: > 0 } other ? other : null,
            })];
    }

    private static List<EvidenceFile> ReadFiles(GraphResult evidence) =>
    [
        .. evidence.Records.GroupBy(r => r["document"].AsString() ?? string.Empty, StringComparer.Ordinal).Select(g => new EvidenceFile
        {
            DocumentId = g.Key,
            Path = g.First()["path"].AsString() ?? g.Key,
            Type = g.First()["type"].AsString() ?? "unrecognised",
            IsPartial = g.First()["status"].AsString() == "partial",
            Format = g.First()["format"].AsString(),
            Characters = (int?)g.First()["characters"].AsInteger(),
            Sha256 = g.First()["sha256"].AsString(),
            ProcessedBy = g.First()["processedBy"].AsString(),
            Facts = [.. g.Select(r => r["fact"]).OfType<Node>().DistinctBy(n => n.Id).Select(n => ReadFact(g.Key, n))],
        }),
    ];

    private static Fact ReadFact(string document, Node node) => new()
    {
        Id = Text(node, "id"),
        DocumentId = document,
        Field = Text(node, "field") ?? string.Empty,
        Qualifier = Text(node, "qualifier"),
        Written = Text(node, "written") ?? string.Empty,
        Number = decimal.TryParse(Text(node, "number"), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null,
        Unit = Text(node, "unit"),
        Date = Text(node, "date"),
        Statement = Text(node, "statement"),
        PeriodStart = Day(node, "periodStart"),
        PeriodEnd = Day(node, "periodEnd"),
        Subject = Text(node, "subject"),
        Group = Whole(node, "group") ?? 0,
        Role = Text(node, "role") ?? "value",
        Ordinal = Whole(node, "ordinal") ?? 0,
        Quote = Text(node, "quote") ?? string.Empty,
        Start = Whole(node, "start") ?? 0,
        End = Whole(node, "end") ?? 0,
        Page = Whole(node, "page"),
        Sheet = Text(node, "sheet"),
        Cell = Text(node, "cell"),
    };

    private static string? Text(Node node, string key) => node.Properties.GetValueOrDefault(key)?.AsString();

    private static int? Whole(Node node, string key) => (int?)node.Properties.GetValueOrDefault(key)?.AsInteger();

    private static List<string> Texts(Node node, string key) => [.. (node.Properties.GetValueOrDefault(key)?.AsList() ?? []).Select(v => v.AsString() ?? string.Empty)];

    private static DateOnly? Day(Node node, string key) => Day(Text(node, key));

    private static DateOnly? Day(string? written) => DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static Task<GraphResult> RunAsync(IGraphTransaction transaction, string query, (string Name, GraphValue Value)? parameter, CancellationToken cancellationToken) =>
        transaction.RunAsync(new GraphQuery(QueryFile.Load(query), parameter is { } p ? new Dictionary<string, GraphValue> { [p.Name] = p.Value } : null), cancellationToken);
}
