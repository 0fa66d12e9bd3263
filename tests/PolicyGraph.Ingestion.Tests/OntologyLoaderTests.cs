using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion.Loading;
using PolicyGraph.Ontology;
using Path = System.IO.Path;

namespace PolicyGraph.Ingestion.Tests;

public sealed class OntologyLoaderTests : IDisposable
{
    private readonly GraphStore store = GraphStore.InMemory();

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task Load_ClausesOfTheMeasures_AnswerWhenTheYearlyFormIsDue()
    {
        await LoadAsync(Files());
        var rows = await AskAsync("""
            MATCH (e:Edition {id: 'measures2024-13'})-[:HAS_CLAUSE]->(c:Clause {kind: 'deadline'})-[:ABOUT]->(:Designation {id: 'green-factory'})
            WHERE '动态管理表' IN c.topics RETURN c.clause, c.source, c.certainty, c.statement CONTAINS '4月15日'
            """);
        Assert.Equal([(GraphValue)"第十六条", "工信部节〔2024〕13号", "verified", true], Assert.Single(rows));
    }

    [Fact]
    public async Task Load_SameVersionAgain_DoesNothing()
    {
        Assert.True(await LoadAsync(Files()));
        var before = store.Snapshot().NodeCount;
        Assert.False(await LoadAsync(Files()));
        Assert.Equal(before, store.Snapshot().NodeCount);
    }

    [Fact]
    public async Task Load_VersionWithoutABook_TakesItsClausesAway()
    {
        await LoadAsync(Files());
        var without = Files();
        without.Remove("clauses/guangdong2024-4.yaml");
        Assert.True(await LoadAsync(without));
        Assert.Empty(await AskAsync("MATCH (n) WHERE n.id STARTS WITH 'guangdong2024-4' RETURN n.id"));
        Assert.Equal([(GraphValue)1L], Assert.Single(await AskAsync("MATCH (:Edition)-[r:HAS_CLAUSE]->(:Clause {id: 'gbt36132-2025/c1.weights'}) RETURN count(r)")));
    }

    [Fact]
    public async Task Load_EveryClause_HasExactlyOneHolder()
    {
        await LoadAsync(Files());
        Assert.Empty(await AskAsync("MATCH (c:Clause) OPTIONAL MATCH (h)-[:HAS_CLAUSE]->(c) WITH c, count(h) AS holders WHERE holders <> 1 RETURN c.id"));
    }

    private static Dictionary<string, string> Files()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PolicyGraph.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("PolicyGraph.sln not found above the tests");
        }

        var root = Path.Combine(folder, "ontology");
        var parts = (string[])["schema", "lexicon", "standards", "clauses"];
        return parts.SelectMany(p => Directory.EnumerateFiles(Path.Combine(root, p))).ToDictionary(f => Path.GetRelativePath(root, f).Replace('\\', '/'), File.ReadAllText);
    }

    private Task<bool> LoadAsync(Dictionary<string, string> files)
    {
        var ontology = new PolicyOntology(files);
        var graph = new EmbeddedGraphDatabase(store);
        async Task WriteAsync(Func<IGraphTransaction, Task> work)
        {
            await using var transaction = await graph.BeginTransactionAsync(GraphAccess.Write);
            await work(transaction);
            await transaction.CommitAsync();
        }

        return new OntologyLoader(new GraphLoader(ontology.Schema)).LoadAsync(graph, WriteAsync, ontology.Version, ontology.Claims, CancellationToken.None);
    }

    private async Task<IReadOnlyList<IReadOnlyList<GraphValue>>> AskAsync(string query) => (await new EmbeddedGraphDatabase(store).ExecuteAsync(new GraphQuery(query))).Rows;
}
