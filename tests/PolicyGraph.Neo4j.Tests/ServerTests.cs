using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;

namespace PolicyGraph.Neo4j.Tests;

/// <summary>What the store on a server promises beyond the statements of the product.</summary>
[Collection(TestServer.Name)]
public sealed class ServerTests(TestServer held)
{
    [ServerFact]
    public async Task Values_OfEveryType_ComeBackAsTheyWentAndAsTheEmbeddedGraphHasThem()
    {
        const string Made = """
            RETURN 9223372036854775807 AS i, -1.5e300 AS f, 0.1 AS g, 'a"\\绿色' AS s, true AS b, null AS n, [1, [2.0, 'x']] AS l, {k: {v: 1}} AS m,
                   date('2024-02-29') AS d, date('-0044-03-15') AS old, time('10:11:12.123456789+08:00') AS t, localtime('23:59') AS lt, localdatetime('2024-02-29T10:11:12.5') AS ldt,
                   datetime('2024-02-29T10:11:12+05:30') AS odt, datetime('2024-02-29T10:11:12[Asia/Shanghai]') AS zdt, duration('P1Y2M3DT4H5M6.7S') AS du, duration('PT-0.5S') AS neg, duration('P-1M-2DT-3H-0.000000001S') AS mixed,
                   point({x: 1.5, y: -2}) AS p, point({longitude: 112.94, latitude: 28.23, height: 3}) AS p3
            """;
        using var store = GraphStore.InMemory();
        await using var server = held.Open();
        var expected = await new EmbeddedGraphDatabase(store).ExecuteAsync(new GraphQuery(Made));
        var made = await server.ExecuteAsync(new GraphQuery(Made));
        foreach (var (column, i) in expected.Columns.Select((c, i) => (c, i)))
        {
            Assert.True(expected.Rows[0][i].Equals(made.Rows[0][i]), $"{column}: {expected.Rows[0][i]} and {made.Rows[0][i]}");
        }

        var sent = await server.ExecuteAsync(new GraphQuery("RETURN $row AS row", new Dictionary<string, GraphValue> { ["row"] = GraphValue.ListOf(expected.Rows[0]) }));
        Assert.Equal(GraphValue.ListOf(expected.Rows[0]), sent.Rows[0][0]);
    }

    [ServerFact]
    public async Task Path_WalkedBothWays_KeepsItsOrder()
    {
        await using var server = held.Open();
        await using var transaction = await server.BeginTransactionAsync(GraphAccess.Write);
        var rows = await transaction.RunAsync(new GraphQuery("CREATE p = (:Walk {x: 1})-[:TO {y: 2}]->(:Walk {x: 2})<-[:FROM]-(:Walk {x: 3}) RETURN p", null, GraphAccess.Write));
        var path = Assert.IsType<PolicyGraph.Graph.Path>(rows.Rows[0][0]);
        Assert.Equal([1, 2, 3], path.Nodes.Select(n => n.Properties["x"].AsInteger()!.Value)); // Every one was given.
        Assert.Equal(["TO", "FROM"], path.Relationships.Select(r => r.Type));
        Assert.Equal(path.Nodes[2].Id, path.Relationships[1].StartId);
    }

    [ServerFact]
    public async Task Relationship_DeletedByTheStatementThatReturnsIt_IsReturnedWithoutEnds()
    {
        await using var server = held.Open();
        await using var transaction = await server.BeginTransactionAsync(GraphAccess.Write);
        var rows = await transaction.RunAsync(new GraphQuery("CREATE (:Walk)-[r:TO]->(:Walk) DELETE r RETURN r", null, GraphAccess.Write));
        Assert.IsType<Relationship>(rows.Rows[0][0]);
    }

    [ServerFact]
    public async Task Statement_OverItsTime_IsStoppedOnTheServer()
    {
        await using var server = held.Open();
        var slow = new GraphQuery("UNWIND range(1, 100000000) AS x WITH x, x % 7 AS y RETURN sum(x * y) AS s") { Limits = GraphLimits.Default with { Timeout = TimeSpan.FromSeconds(1) } };
        var error = await Assert.ThrowsAsync<GraphException>(() => server.ExecuteAsync(slow));
        Assert.Equal(GraphErrorClass.Limit, error.Class);
        Assert.Equal("Neo.ClientError.Transaction.TransactionTimedOut", error.Code);
    }

    [ServerFact]
    public async Task Rows_OverTheLimit_AreCutWhileTheyCome()
    {
        await using var server = held.Open();
        var many = new GraphQuery("UNWIND range(1, 5000000) AS x RETURN x, 'text that makes rows wider' AS t") { Limits = GraphLimits.Default with { MaxRows = 1000 } };
        var error = await Assert.ThrowsAsync<GraphException>(() => server.ExecuteAsync(many));
        Assert.Equal(GraphErrorClass.Limit, error.Class);
        Assert.Contains("1000 行", error.Message, StringComparison.Ordinal);
        var exactly = await server.ExecuteAsync(many with { Text = "UNWIND range(1, 1000) AS x RETURN x, [[1], [2]] AS nested, '[[[' AS brackets" });
        Assert.Equal(1000, exactly.Rows.Count);
    }

    [ServerFact]
    public async Task Login_ThatIsWrongOrMissing_IsToldWithTheVariablesToSet()
    {
        await using var wrong = new Neo4jGraphDatabase(held.Server.At, ServerLogin.Basic("neo4j", "another"));
        Assert.Contains("用户名或密码", (await Assert.ThrowsAsync<ServerException>(() => wrong.ExecuteAsync(new GraphQuery("RETURN 1")))).Message, StringComparison.Ordinal);
        await using var missing = new Neo4jGraphDatabase(held.Server.At, ServerLogin.None);
        Assert.Contains("POLICYGRAPH_GRAPH_USER", (await Assert.ThrowsAsync<ServerException>(() => missing.ExecuteAsync(new GraphQuery("RETURN 1")))).Message, StringComparison.Ordinal);
    }

    [ServerTheory]
    [InlineData("RETURN x", GraphErrorClass.Semantic)]
    [InlineData("RETRUN 1", GraphErrorClass.Syntax)]
    [InlineData("RETURN 1/0", GraphErrorClass.Arithmetic)]
    [InlineData("RETURN $missing", GraphErrorClass.Parameter)]
    [InlineData("RETURN date('2024-13-45')", GraphErrorClass.Runtime)]
    [InlineData("CREATE (n:Refused)", GraphErrorClass.Refused)]
    public async Task Fault_OfAStatement_HasTheClassOfTheEmbeddedGraph(string query, GraphErrorClass expected)
    {
        await using var server = held.Open();
        Assert.Equal(expected, (await Assert.ThrowsAsync<GraphException>(() => server.ExecuteAsync(new GraphQuery(query)))).Class);
    }

    [ServerFact]
    public async Task Transaction_ThatIsNotCommitted_LeavesNothing()
    {
        await using var server = held.Open();
        await using (var transaction = await server.BeginTransactionAsync(GraphAccess.Write))
        {
            await transaction.RunAsync(new GraphQuery("CREATE (:Left {x: 1})", null, GraphAccess.Write));
        }

        Assert.Equal(0, (await server.ExecuteAsync(new GraphQuery("MATCH (n:Left) RETURN count(n) AS n"))).Rows[0][0].AsInteger());
    }
}
