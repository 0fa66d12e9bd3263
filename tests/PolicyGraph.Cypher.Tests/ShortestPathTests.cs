using System.Globalization;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Tests;

/// <summary>Shortest paths are those that stand first when all paths are written down and sorted by length.</summary>
public sealed class ShortestPathTests : IDisposable
{
    private const int Nodes = 9;
    private const int Graphs = 40;
    private readonly GraphStore store = GraphStore.InMemory();

    [Theory]
    [InlineData("allShortestPaths((a)-[:R*]->(b))", "(a)-[:R*]->(b)")]
    [InlineData("allShortestPaths((a)<-[:R*..4]-(b))", "(a)<-[:R*..4]-(b)")]
    [InlineData("allShortestPaths((a)-[:R|S*..5 {open: true}]-(b))", "(a)-[:R|S*..5 {open: true}]-(b)")]
    [InlineData("ALL SHORTEST (a)-[:R]->+(b)", "(a)-[:R*]->(b)")]
    [InlineData("ALL SHORTEST (a)-[:R|S]-{1,4}(b)", "(a)-[:R|S*..4]-(b)")]
    public async Task AllShortest_OnGeneratedGraphs_AreTheFirstOfAllPaths(string shortest, string all)
    {
        await using var graph = new EmbeddedGraphDatabase(store);
        for (var seed = 0; seed < Graphs; seed++)
        {
            await FillAsync(graph, new Random(seed));
            var found = await RowsAsync(graph, $"MATCH (a:N), (b:N) WHERE a <> b MATCH p = {shortest} RETURN a.k AS a, b.k AS b, [r IN relationships(p) | r.id] AS walk ORDER BY a, b, walk");
            var expected = await RowsAsync(graph, $"""
                MATCH (a:N), (b:N) WHERE a <> b MATCH p = {all} WITH a, b, p ORDER BY length(p)
                WITH a, b, collect([r IN relationships(p) | r.id]) AS walks UNWIND walks AS walk WITH a, b, walks, walk WHERE size(walk) = size(walks[0])
                RETURN a.k AS a, b.k AS b, walk ORDER BY a, b, walk
                """);
            Assert.NotEmpty(expected);
            Assert.Equal(expected, found);
        }
    }

    [Theory]
    [InlineData("shortestPath((a)-[:R*]->(b))")]
    [InlineData("SHORTEST 1 (a)-[:R]->*(b)")]
    [InlineData("ANY (a)-[:R]->+(b)")]
    public async Task OneShortest_IsAsLongAsTheFirstOfAllPaths(string one)
    {
        await using var graph = new EmbeddedGraphDatabase(store);
        for (var seed = 0; seed < Graphs; seed++)
        {
            await FillAsync(graph, new Random(seed));
            var found = await RowsAsync(graph, $"MATCH (a:N), (b:N) WHERE a <> b MATCH p = {one} RETURN a.k AS a, b.k AS b, length(p) AS n, nodes(p)[0] = a AND nodes(p)[-1] = b AS whole ORDER BY a, b");
            var expected = await RowsAsync(graph, "MATCH (a:N), (b:N) WHERE a <> b MATCH p = (a)-[:R*]->(b) RETURN a.k AS a, b.k AS b, min(length(p)) AS n, true AS whole ORDER BY a, b");
            Assert.NotEmpty(expected);
            Assert.Equal(expected, found);
        }
    }

    [Theory]
    [InlineData("shortestPath((a)-[:NEXT*]->(b))")]
    [InlineData("SHORTEST 1 (a)-[:NEXT]->+(b)")]
    public async Task Chain_OfAHundredThousand_IsFound(string one)
    {
        await using var graph = new EmbeddedGraphDatabase(store);
        await graph.ExecuteAsync(new GraphQuery("UNWIND range(0, 100000) AS i CREATE (:Link {i: i})", null, GraphAccess.Write) { Limits = GraphLimits.None });
        await graph.ExecuteAsync(new GraphQuery("CREATE INDEX link IF NOT EXISTS FOR (n:Link) ON (n.i)", null, GraphAccess.Write));
        await graph.ExecuteAsync(new GraphQuery("UNWIND range(1, 100000) AS i MATCH (a:Link {i: i - 1}) MATCH (b:Link {i: i}) CREATE (a)-[:NEXT]->(b)", null, GraphAccess.Write) { Limits = GraphLimits.None });
        Assert.Equal("100000", Assert.Single(await RowsAsync(graph, $"MATCH (a:Link {{i: 0}}), (b:Link {{i: 100000}}) MATCH p = {one} RETURN length(p)")));
    }

    /// <inheritdoc/>
    public void Dispose() => store.Dispose();

    private static async Task FillAsync(EmbeddedGraphDatabase graph, Random random)
    {
        var ties = Enumerable.Range(0, 14).Select(i => (GraphValue)GraphValue.MapOf(
            ("id", i), ("from", random.Next(Nodes)), ("to", random.Next(Nodes)), ("open", random.Next(4) > 0), ("other", random.Next(3) == 0)));
        await graph.ExecuteAsync(new GraphQuery("MATCH (n) DETACH DELETE n", null, GraphAccess.Write));
        await graph.ExecuteAsync(new GraphQuery("UNWIND range(0, $n - 1) AS k CREATE (:N {k: k})", new Dictionary<string, GraphValue> { ["n"] = (long)Nodes }, GraphAccess.Write));
        await graph.ExecuteAsync(new GraphQuery(
            """
            UNWIND $ties AS t MATCH (a:N {k: t.from}), (b:N {k: t.to})
            FOREACH (x IN CASE WHEN t.other THEN [1] ELSE [] END | CREATE (a)-[:S {id: t.id, open: t.open}]->(b))
            FOREACH (x IN CASE WHEN t.other THEN [] ELSE [1] END | CREATE (a)-[:R {id: t.id, open: t.open}]->(b))
            """, new Dictionary<string, GraphValue> { ["ties"] = GraphValue.ListOf(ties) }, GraphAccess.Write));
    }

    private static async Task<List<string>> RowsAsync(EmbeddedGraphDatabase graph, string text) =>
        [.. (await graph.ExecuteAsync(new GraphQuery(text))).Rows.Select(row => string.Join(" | ", row.Select(Text)))];

    private static string Text(GraphValue value) => value switch
    {
        IntegerValue number => number.Value.ToString(CultureInfo.InvariantCulture),
        BooleanValue truth => truth.Value.ToString(),
        ListValue list => string.Join(' ', list.Values.Select(Text)),
        _ => throw new ArgumentException(value.GetType().Name),
    };
}
