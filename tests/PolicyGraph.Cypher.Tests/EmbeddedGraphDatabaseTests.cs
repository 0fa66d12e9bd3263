using System.Diagnostics;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Cypher.Syntax;
using PolicyGraph.Graph;
using Xunit.Abstractions;

namespace PolicyGraph.Cypher.Tests;

/// <summary>Transactions, batches and scripts on the embedded store.</summary>
public sealed class EmbeddedGraphDatabaseTests(ITestOutputHelper output) : IDisposable
{
    private readonly GraphStore store = GraphStore.InMemory();

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task StatementThatFails_LeavesNoTrace()
    {
        await using var database = new EmbeddedGraphDatabase(store);
        await Assert.ThrowsAsync<GraphException>(() => database.ExecuteAsync(new GraphQuery("UNWIND [1, 0] AS x CREATE (:A {q: 1 / x})", Access: GraphAccess.Write)));
        Assert.Equal(0, store.Snapshot().NodeCount);
    }

    [Fact]
    public async Task Transaction_Committed_ShowsItsStatementsTogether()
    {
        await using var database = new EmbeddedGraphDatabase(store);
        await using (var transaction = await database.BeginTransactionAsync(GraphAccess.Write))
        {
            await transaction.RunAsync(new GraphQuery("CREATE (:Policy {id: 'd01'})", Access: GraphAccess.Write));
            var seen = await transaction.RunAsync(new GraphQuery("MATCH (p:Policy) RETURN count(p) AS n"));
            Assert.Equal(1, seen.Rows[0][0].AsInteger());
            Assert.Equal(0, store.Snapshot().NodeCount);
            await transaction.CommitAsync();
        }

        Assert.Equal(1, store.Snapshot().NodeCount);
    }

    [Fact]
    public async Task Transaction_NotCommitted_IsRolledBack()
    {
        await using var database = new EmbeddedGraphDatabase(store);
        await using (var transaction = await database.BeginTransactionAsync(GraphAccess.Write))
        {
            await transaction.RunAsync(new GraphQuery("CREATE (:Policy)", Access: GraphAccess.Write));
        }

        Assert.Equal(0, store.Snapshot().NodeCount);
    }

    [Fact]
    public async Task BatchMerge_OnIndexedKey_SeeksInsteadOfScanning()
    {
        const int Rows = 20_000;
        await using var database = new EmbeddedGraphDatabase(store);
        await database.ExecuteAsync(new GraphQuery("CREATE CONSTRAINT fact_id IF NOT EXISTS FOR (f:Fact) REQUIRE f.id IS UNIQUE", Access: GraphAccess.Write));
        var rows = GraphValue.ListOf(Enumerable.Range(0, Rows).Select(i => (GraphValue)GraphValue.MapOf(("id", $"f{i}"), ("properties", GraphValue.MapOf(("value", (long)i), ("unit", "kWh"))))));
        var query = new GraphQuery("UNWIND $rows AS row MERGE (n:Fact {id: row.id}) SET n += row.properties", new Dictionary<string, GraphValue> { ["rows"] = rows }, GraphAccess.Write) { Limits = GraphLimits.None };
        var clock = Stopwatch.StartNew();
        var first = await database.ExecuteAsync(query);
        var second = await database.ExecuteAsync(query);
        output.WriteLine($"{2 * Rows / clock.Elapsed.TotalSeconds:N0} rows a second");
        Assert.Equal(Rows, first.Statistics.NodesCreated);
        Assert.Equal(0, second.Statistics.NodesCreated);

        // A scan for every row would take minutes.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }

    [Fact]
    public async Task BatchOfRelationships_WhoseRowKeysAreNamedAsVariables_Seeks()
    {
        const int Rows = 5_000;
        await using var database = new EmbeddedGraphDatabase(store);
        await database.ExecuteAsync(new GraphQuery("CREATE CONSTRAINT FOR (f:Fact) REQUIRE f.id IS UNIQUE", Access: GraphAccess.Write));
        await database.ExecuteAsync(new GraphQuery($"UNWIND range(1, {Rows}) AS i CREATE (:Fact {{id: i}})", Access: GraphAccess.Write));
        var rows = GraphValue.ListOf(Enumerable.Range(1, Rows).Select(i => (GraphValue)GraphValue.MapOf(("a", (long)i), ("b", (long)((i % Rows) + 1)))));
        var clock = Stopwatch.StartNew();
        var result = await database.ExecuteAsync(new GraphQuery("UNWIND $rows AS row MATCH (a:Fact {id: row.a}) MATCH (b:Fact {id: row.b}) MERGE (a)-[r:LINKS]->(b)", new Dictionary<string, GraphValue> { ["rows"] = rows }, GraphAccess.Write) { Limits = GraphLimits.None });
        Assert.Equal(Rows, result.Statistics.RelationshipsCreated);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }

    [Fact]
    public async Task UniqueConstraint_Violated_IsConstraintError()
    {
        await using var database = new EmbeddedGraphDatabase(store);
        await database.ExecuteAsync(new GraphQuery("CREATE CONSTRAINT FOR (e:Enterprise) REQUIRE e.creditCode IS UNIQUE", Access: GraphAccess.Write));
        var error = await Assert.ThrowsAsync<GraphException>(() => database.ExecuteAsync(new GraphQuery("UNWIND [1, 1] AS x CREATE (:Enterprise {creditCode: '91430000'})", Access: GraphAccess.Write)));
        Assert.Equal(GraphErrorClass.Constraint, error.Class);
    }

    [Fact]
    public void Script_WithSemicolonsInTextsAndComments_SplitsBetweenStatements()
    {
        var statements = CypherScript.Split("CREATE (:A {t: '一;二'}); // 注释; 不算\nMATCH (n:`a;b`) /* ; */ RETURN n;\n;  ");
        Assert.Equal(["CREATE (:A {t: '一;二'})", "// 注释; 不算\nMATCH (n:`a;b`) /* ; */ RETURN n"], statements);
    }

    [Fact]
    public void SyntaxTree_OfEveryNode_CoversWhatWasWritten()
    {
        var statement = CypherStatement.Parse("MATCH (p:Policy {id: 'd01'}) WHERE p.title CONTAINS '绿色' RETURN p.title AS title");
        var query = Assert.IsType<SingleQuery>(Assert.IsType<QueryBody>(statement.Body).Query);
        var match = Assert.IsType<MatchClause>(query.Clauses[0]);
        Assert.Equal("p.title CONTAINS '绿色'", Written(match.Where!));
        Assert.Equal("(p:Policy {id: 'd01'})", Written(match.Patterns[0].Elements[0]));
        Assert.Equal("RETURN p.title AS title", Written(query.Clauses[1]));

        string Written(SyntaxNode node) => statement.Text[node.Span.Start..node.Span.End];
    }

    [Fact]
    public void SyntaxError_SaysLineAndColumn()
    {
        var error = Assert.Throws<GraphException>(() => CypherStatement.Parse("MATCH (d:Document)\nRETURN d.id d.title"));
        Assert.Equal((GraphErrorClass.Syntax, 2, 13), (error.Class, error.Line, error.Column));
    }
}
