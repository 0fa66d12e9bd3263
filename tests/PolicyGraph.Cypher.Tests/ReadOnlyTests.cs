using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Tests;

/// <summary>A session that reads refuses what writes before it runs, however it is dressed, and nothing that only looks like it.</summary>
public sealed class ReadOnlyTests : IDisposable
{
    private readonly GraphStore store = GraphStore.InMemory();

    public void Dispose() => store.Dispose();

    [Theory]
    [InlineData("CREATE (:Evil)")]
    [InlineData("MATCH (d:Document) WITH d ORDER BY d.id LIMIT 1 SET d.owned = true RETURN d.id")]
    [InlineData("CALL { CALL { CREATE (:Evil) RETURN 1 AS x } RETURN x } RETURN x")]
    [InlineData("RETURN COLLECT { CREATE (n:Evil) RETURN n } AS c")]
    [InlineData("CREATE\u3000(:Evil)")]
    [InlineData("FOREACH (x IN [1] | MERGE (:Evil))")]
    [InlineData("CREATE INDEX FOR (d:Document) ON (d.title)")]
    [InlineData("CREATE FULLTEXT INDEX evil FOR (d:Document) ON EACH [d.title]")]
    [InlineData("DROP CONSTRAINT c")]
    [InlineData("LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line")]
    [InlineData("CALL { LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line } RETURN line")]
    [InlineData("CALL apoc.cypher.runMany('CREATE (:Evil);', {})")]
    [InlineData("CALL dbms.killConnections(['bolt-1'])")]
    [InlineData("ALTER USER neo4j SET PASSWORD 'evilevil' CHANGE NOT REQUIRED")]
    [InlineData("\\u0043REATE (:Evil)")]
    [InlineData("RETURN 1 /* RETURN 2")]
    public async Task WritingStatement_ReadAccess_IsRejectedAndLeavesNothing(string query)
    {
        await using var database = new EmbeddedGraphDatabase(store);
        var error = await Assert.ThrowsAsync<GraphException>(() => database.ExecuteAsync(new GraphQuery(query)));
        Assert.Contains(error.Class, (GraphErrorClass[])[GraphErrorClass.Refused, GraphErrorClass.Syntax, GraphErrorClass.Semantic]);
        Assert.Equal(0, store.Snapshot().NodeCount);
    }

    [Theory]
    [InlineData("MATCH (n:`CREATE`) RETURN count(n) AS n")]
    [InlineData("RETURN '`CREATE`' AS x")]
    [InlineData("UNWIND [1, 2] AS load RETURN sum(load) AS csv")]
    [InlineData("CALL db.labels()")]
    [InlineData("SHOW INDEXES YIELD name RETURN count(*) AS n")]
    [InlineData("// CREATE (:Evil)\nRETURN 1 AS x;")]
    public async Task LookAlike_ReadAccess_Runs(string query)
    {
        await using var database = new EmbeddedGraphDatabase(store);
        Assert.Equal(GraphStatistics.None, (await database.ExecuteAsync(new GraphQuery(query))).Statistics);
    }

    [Fact]
    public async Task Transaction_OfReadAccess_RefusesWriteWhateverTheQuerySays()
    {
        await using var database = new EmbeddedGraphDatabase(store);
        await using var transaction = await database.BeginTransactionAsync(GraphAccess.Read);
        var error = await Assert.ThrowsAsync<GraphException>(() => transaction.RunAsync(new GraphQuery("CREATE (:Evil)", Access: GraphAccess.Write)));
        Assert.Equal(GraphErrorClass.Refused, error.Class);
    }
}
