using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion.Loading;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ingestion.Storage;

namespace PolicyGraph.Ingestion.Tests;

/// <summary>Saved assessments in journal and graph: what joins them to papers and criteria does not depend on what came first.</summary>
public sealed class KeptAssessmentTests : IDisposable
{
    private const string Code = "91445300MA9XK0WN47";
    private readonly GraphStore store = GraphStore.InMemory();

    public void Dispose() => store.Dispose();

    [Fact]
    public void Entry_ReadAgain_HoldsTheSameValuesOfTheSameKinds()
    {
        var kept = Kept();
        var read = KeptAssessment.Read(Entry(kept));
        Assert.Equal((kept.Id, kept.Enterprise), (read.Id, read.Enterprise));
        Assert.Equal(new MapValue(kept.Assessment), new MapValue(read.Assessment));
        Assert.Equal(new MapValue(kept.Findings[0]), new MapValue(read.Findings[0]));
        Assert.Equal(8.0, Assert.IsType<FloatValue>(read.Findings[0]["points"]).Value);
        Assert.Equal(2025, Assert.IsType<IntegerValue>(read.Assessment["evaluationYear"]).Value);
    }

    [Fact]
    public void Entry_ThatHoldsNoAssessment_SaysSo() =>
        Assert.Contains("x@1", Assert.Throws<IngestionException>(() => KeptAssessment.Read(Entry(Kept()) with { Document = "x@1", Parameters = "{}" })).Message, StringComparison.Ordinal);

    [Fact]
    public void Plan_OfAJournal_HasTheLastOfEachAndNoneOfARemovedEnterprise()
    {
        var originals = new Originals("nowhere");
        Assert.Equal([Kept().Id], JournalPlan.Of([Entry(Kept()), Entry(Kept())], originals).OfType<PlannedAssessment>().Select(p => p.Kept.Id));
        Assert.Empty(JournalPlan.Of([Entry(Kept()), Entry(Kept()) with { Kind = "remove", Document = Code, Parameters = null }], originals));
        Assert.Empty(JournalPlan.Of([Entry(Kept()), Entry(Kept()) with { Kind = "remove", Document = Kept().Id, Parameters = null }], originals));
    }

    [Fact]
    public async Task Links_DrawnBeforeOrAfterThePapersCame_AreTheSame()
    {
        await using var first = new EmbeddedGraphDatabase(store);
        await WriteAsync(first, Papers("v1"));
        await LoadAsync(first);

        using var other = GraphStore.InMemory();
        await using var second = new EmbeddedGraphDatabase(other);
        await LoadAsync(second);
        await WriteAsync(second, Papers("v1"));
        await LinkAsync(second);

        Assert.Equal(await LinksAsync(first), await LinksAsync(second));
        Assert.Equal(["Criterion ON", "Document RESTS_ON", "Enterprise OF", "Fact RESTS_ON", "Finding HAS_FINDING"], await LinksAsync(first));
    }

    [Fact]
    public async Task Paper_InAnotherVersion_IsNotWhatTheFindingRestsOn()
    {
        await using var graph = new EmbeddedGraphDatabase(store);
        await WriteAsync(graph, Papers("v1"));
        await LoadAsync(graph);
        await WriteAsync(graph, "MATCH (d:Document) SET d.sha256 = 'v2'");
        await LinkAsync(graph);
        Assert.DoesNotContain("Document RESTS_ON", await LinksAsync(graph));
    }

    private static KeptAssessment Kept() => new(
        $"{Code}@2026-06-30-1",
        Code,
        new Dictionary<string, GraphValue> { ["id"] = $"{Code}@2026-06-30-1", ["enterpriseId"] = Code, ["evaluationYear"] = 2025L, ["standards"] = GraphValue.ListOf(["gbt36132-2025"]) },
        [new Dictionary<string, GraphValue>
        {
            ["id"] = $"{Code}@2026-06-30-1/gbt36132-2025/basic.qms", ["criterionKey"] = "gbt36132-2025/basic.qms", ["points"] = 8.0,
            ["rests"] = GraphValue.ListOf([$"{Code}/证书.txt\tv1"]), ["facts"] = GraphValue.ListOf([$"{Code}/证书.txt/standard//0"]), ["starts"] = GraphValue.ListOf([(GraphValue)3L]),
        }]);

    private static JournalEntry Entry(KeptAssessment kept) => new() { Kind = KeptAssessment.Kind, At = default, Document = kept.Id, ProvidedBy = kept.Enterprise, Parameters = kept.ToJson() };

    private static string Papers(string version) => $$"""
        CREATE (:Enterprise {id: '{{Code}}'}), (:Criterion {id: 'gbt36132-2025/basic.qms', ontology: 'o'}),
          (:Document {id: '{{Code}}/证书.txt', sha256: '{{version}}'})-[:STATES]->(:Fact {id: '{{Code}}/证书.txt/standard//0', documentId: '{{Code}}/证书.txt'})
        """;

    private static Task<GraphResult> WriteAsync(EmbeddedGraphDatabase graph, string statement) => graph.ExecuteAsync(new GraphQuery(statement, null, GraphAccess.Write));

    private static async Task LoadAsync(EmbeddedGraphDatabase graph)
    {
        await using var transaction = await graph.BeginTransactionAsync(GraphAccess.Write, default);
        await AssessmentStore.LoadAsync(transaction, Kept(), null, default);
        await transaction.CommitAsync(default);
    }

    private static async Task LinkAsync(EmbeddedGraphDatabase graph)
    {
        await using var transaction = await graph.BeginTransactionAsync(GraphAccess.Write, default);
        await AssessmentStore.LinkEnterpriseAsync(transaction, Code, default);
        await AssessmentStore.LinkCriteriaAsync(transaction, default);
        await AssessmentStore.LinkPaperAsync(transaction, $"{Code}/证书.txt", default);
        await transaction.CommitAsync(default);
    }

    private static async Task<List<string>> LinksAsync(EmbeddedGraphDatabase graph)
    {
        var rows = await graph.ExecuteAsync(new GraphQuery("MATCH (a)-[r]->(x) WHERE a:Assessment OR a:Finding RETURN labels(x)[0] + ' ' + type(r) AS link"));
        return [.. rows.Records.Select(r => r["link"].AsString()!).Order(StringComparer.Ordinal)]; // labels and types are texts
    }
}
