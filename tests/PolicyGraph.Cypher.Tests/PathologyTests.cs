using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Tests;

/// <summary>Tests that look at the memory of the whole process, and therefore run beside no others.</summary>
[CollectionDefinition(nameof(MeasuresMemory), DisableParallelization = true)]
public sealed class MeasuresMemory;

/// <summary>Statements that would take all time or memory end with a limit that says so, and leave no memory behind.</summary>
[Collection(nameof(MeasuresMemory))]
public sealed class PathologyTests : IDisposable
{
    private const long Leftover = 50L << 20;
    private static readonly GraphLimits Limits = new(TimeSpan.FromSeconds(Environment.GetEnvironmentVariable("POLICYGRAPH_LONG") == "1" ? 5 : 0.4), 10_000, 64L << 20);
    // Every node with every other: paths are as many as permutations.
    private const string Dense = "UNWIND range(1, 40) AS i CREATE (:Site {id: i}) WITH count(*) AS n MATCH (a:Site), (b:Site) WHERE a.id <> b.id CREATE (a)-[:LINK]->(b)";

    private readonly GraphStore store = GraphStore.InMemory();

    public static TheoryData<string> Statements =>
    [
        "UNWIND range(1, 2000000000) AS x RETURN sum(x)",
        "RETURN size([x IN range(1, 2000000000) | x * 2])",
        "RETURN size([x IN range(1, 2000000000) WHERE x % 2 = 0])",
        "RETURN all(x IN range(1, 2000000000) WHERE x > 0)",
        "RETURN reduce(s = '', x IN range(1, 2000000000) | s + '绿色制造')",
        "RETURN reduce(s = 'x', x IN range(1, 100) | s + s)",
        "RETURN reduce(l = [1], x IN range(1, 100) | l + l)",
        "RETURN reduce(l = [], x IN range(1, 1000000) | l + [x])",
        "RETURN reduce(l = [1], x IN range(1, 100) | [l, l])",
        "RETURN reduce(l = [1], x IN range(1, 1000000) | [l])",
        "WITH reduce(l = [1], x IN range(1, 100000) | [l]) AS a, reduce(l = [2], x IN range(1, 100000) | [l]) AS b RETURN a = b",
        "WITH reduce(l = [1], x IN range(1, 60) | [0, l, l]) AS a, reduce(l = [1], x IN range(1, 60) | [0, l, l]) AS b RETURN a = b",
        "WITH reduce(l = [1], x IN range(1, 60) | [0, l, l]) AS a RETURN DISTINCT a",
        "RETURN COLLECT { UNWIND range(1, 1000000000) AS x RETURN x }",
        "RETURN COUNT { UNWIND range(1, 2000000000) AS x RETURN x }",
        "RETURN EXISTS { UNWIND range(1, 2000000000) AS x WITH x WHERE x < 0 RETURN x }",
        "MATCH (a), (b), (c), (d), (e), (f) RETURN count(*)",
        "MATCH (a), (b), (c), (d) RETURN collect([a.id, b.id, c.id, d.id])",
        "MATCH (a), (b), (c), (d) RETURN a.id, b.id, c.id, d.id",
        "MATCH (a), (b), (c), (d) RETURN DISTINCT a.id + 100 * b.id + 10000 * c.id + 1000000 * d.id",
        "MATCH (a), (b), (c), (d) WITH a, b, c, d ORDER BY a.id + b.id RETURN count(*)",
        "MATCH p = (a:Site {id: 1})-[*]->(b:Site {id: 2}) RETURN count(p)",
        "MATCH p = (a:Site {id: 1})-[:LINK*1..30]-(b) RETURN count(p)",
        "MATCH (a:Site {id: 1}) ((x)-[:LINK]->(y)){1,30} (b) RETURN count(*)",
        "MATCH (a:Site {id: 1}) ((x)-[:LINK]->(y)-[:LINK]->(z) WHERE x.id < z.id)+ (b:Site {id: -1}) RETURN count(*)",
        "MATCH p = SHORTEST 1000000000 (a:Site {id: 1})-[:LINK]->+(b:Site {id: 2}) RETURN count(p)",
        "MATCH p = SHORTEST 20 GROUPS (a:Site {id: 1})-[:LINK]->+(b) RETURN count(p)",
        "MATCH p = ANY SHORTEST ((a:Site {id: 1})-[r:LINK]->+(b:Site {id: 2}) WHERE size(r) < 0) RETURN p",
        "RETURN [(a)-[*]->(b) | 1]",
        "MATCH (a:Site) WHERE (a)-[*20]->(:Nowhere) RETURN a",
        "UNWIND range(1, 100000) AS i WITH collect(i) AS l UNWIND l AS a UNWIND l AS b UNWIND l AS c RETURN count(*)",
        "UNWIND range(1, 100000000) AS i RETURN collect(toString(i))",
        "UNWIND range(1, 100000000) AS i RETURN i % 50000000 AS k, count(*) AS n ORDER BY n LIMIT 1",
        "UNWIND range(1, 100000000) AS i CREATE (:Flood {i: i, text: '绿色制造体系建设'})",
        "UNWIND range(1, 100000000) AS i MERGE (:Flood {i: i})",
        "FOREACH (i IN range(1, 1000000000) | CREATE (:Flood))",
        "CALL { UNWIND range(1, 100000000) AS x RETURN x } RETURN percentileCont(x, 0.5)",
        "RETURN size(split(reduce(s = 'a,', x IN range(1, 24) | s + s), ','))",
        "RETURN replace(reduce(s = 'a', x IN range(1, 22) | s + s), 'a', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')",
        "RETURN '" + Repeated("a", 2000) + "!' =~ '((a+)+)+(?=!)\\\\1'",
        "WITH range(1, 100000000) AS l RETURN l + l",
        "WITH range(1, 100000000) AS l RETURN reverse(l)[0]",
        "WITH range(1, 100000000) AS l RETURN l[1..] = l[..99999999]",
    ];

    public void Dispose() => store.Dispose();

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task Statement_WithoutEnd_EndsAndLeavesNoMemory(string statement)
    {
        await using var database = new EmbeddedGraphDatabase(store);
        await database.ExecuteAsync(new GraphQuery(Dense, Access: GraphAccess.Write));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        GraphException? error = null;
        try
        {
            await database.ExecuteAsync(new GraphQuery(statement, Access: GraphAccess.Write) { Limits = Limits });
        }
        catch (GraphException e)
        {
            error = e;
        }

        var seconds = clock.Elapsed.TotalSeconds;
        var left = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.NotNull(error);
        Assert.Equal(GraphErrorClass.Limit, error.Class);
        Assert.Matches("上限|时限|太久|太多|太深", error.Message);
        Assert.InRange(left, long.MinValue, Leftover);
        Assert.InRange(seconds, 0, 30);
    }

    [Fact]
    public async Task Membership_InALongRange_IsComputedAndNotCounted()
    {
        await using var database = new EmbeddedGraphDatabase(store);
        var result = await database.ExecuteAsync(new GraphQuery("WITH range(0, 2000000000, 2) AS l RETURN 1999999998 IN l AS a, 7 IN l AS b, 4.0 IN l AS c, 'x' IN l AS d, null IN l AS e") { Limits = Limits });
        Assert.Equal([true, false, true, false, GraphValue.Null], result.Rows[0]);
    }

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
