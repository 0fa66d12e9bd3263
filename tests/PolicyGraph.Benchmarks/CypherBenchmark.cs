using System.Diagnostics;
using System.Globalization;
using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using PolicyGraph.Neo4j;

namespace PolicyGraph.Benchmarks;

/// <summary>Statements as analysts and the product run them, on a graph at its planned size: in process and, where one is named, on a Neo4j server over HTTP with the same graph. Printed as Markdown.</summary>
internal static class CypherBenchmark
{
    private const int LoadBatch = 10_000;
    private const int MergeBatch = 1_000;
    private const int Groups = 100;

    private static readonly (string Name, string Text, int Runs)[] Statements =
    [
        ("节点按唯一键", "MATCH (n:L {k: $k}) RETURN n", 20_000),
        ("两跳计数", "MATCH (:L {k: $k})-[:R]->()-[:R]->(m) RETURN count(m) AS c", 2_000),
        ("三跳计数", "MATCH (:L {k: $k})-[:R]->()-[:R]->()-[:R]->(m) RETURN count(m) AS c", 500),
        ("聚合（全部节点）", "MATCH (n:L) RETURN n.g AS g, count(*) AS c, avg(n.v) AS a ORDER BY g", 10),
        ("排序取前 10（全部节点）", "MATCH (n:L) RETURN n.k AS k ORDER BY n.v DESC, k LIMIT 10", 10),
        ("最短路径 shortestPath", "MATCH p = shortestPath((:L {k: $k})-[:R*..15]->(:L {k: $other})) RETURN length(p) AS n", 50),
        ("最短路径 SHORTEST 1", "MATCH p = SHORTEST 1 (:L {k: $k})-[:R]->+(:L {k: $other}) RETURN length(p) AS n", 50),
    ];

    private const string Merge = "UNWIND $rows AS row MERGE (m:M {k: row.k}) SET m.v = row.v";

    /// <summary>Runs the benchmark.</summary>
    /// <param name="nodes">Nodes of the graph.</param>
    /// <param name="relationships">Relationships of the graph.</param>
    /// <param name="server">Address of a Neo4j server with an empty database, whose page cache holds the store; login as the product's. Null for none.</param>
    public static async Task RunAsync(int nodes, int relationships, string? server)
    {
        using var store = GraphStore.InMemory();
        await using var embedded = new EmbeddedGraphDatabase(store);
        Console.Error.WriteLine(FormattableString.Invariant($"loaded in process in {await LoadAsync(embedded, nodes, relationships):0.0} s"));
        await using var remote = server is null ? null : Connect(server);
        if (remote is not null)
        {
            Console.Error.WriteLine(FormattableString.Invariant($"loaded on the server in {await LoadAsync(remote, nodes, relationships):0.0} s"));
        }

        Console.WriteLine(FormattableString.Invariant($"{nodes:N0} nodes, {relationships:N0} relationships, {DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} processors; milliseconds"));
        Console.WriteLine();
        Console.WriteLine("| 语句 | 进程内 中位 | 进程内 p95 | Neo4j 5.26 经 HTTP 中位 | p95 |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var (name, text, runs) in Statements)
        {
            var mine = await MeasureAsync(embedded, text, runs, nodes);
            var theirs = remote is null ? null : await MeasureAsync(remote, text, Math.Min(runs, 200), nodes);
            if (theirs is not null && mine.Checksum != theirs.Checksum && runs <= 200)
            {
                Console.Error.WriteLine($"{name}: the two answered differently");
            }

            Console.WriteLine($"| {name} `{text}` | {Shown(mine.Median)} | {Shown(mine.Tail)} | {Shown(theirs?.Median)} | {Shown(theirs?.Tail)} |");
        }

        var rate = await MergeAsync(embedded);
        var serverRate = remote is null ? (double?)null : await MergeAsync(remote);
        Console.WriteLine(FormattableString.Invariant($"| 批量 MERGE（每批 {MergeBatch} 行，一半已有），行/秒 `{Merge}` | {rate:N0} | | {(serverRate is { } r ? r.ToString("N0", CultureInfo.InvariantCulture) : "—")} | |"));
    }

    private static Neo4jGraphDatabase Connect(string server) => ServerAddress.TryRead(server, out var address, out var fault)
        ? new Neo4jGraphDatabase(address!, ServerLogin.Read(Environment.GetEnvironmentVariable)) // It was read.
        : throw new ArgumentException(fault);

    private static async Task<double> LoadAsync(IGraphDatabase graph, int nodes, int relationships)
    {
        var clock = Stopwatch.StartNew();
        var random = new Random(20261121);
        await WriteAsync(graph, "CREATE CONSTRAINT l_k FOR (n:L) REQUIRE n.k IS UNIQUE", null);
        await WriteAsync(graph, "CREATE CONSTRAINT m_k FOR (n:M) REQUIRE n.k IS UNIQUE", null);
        for (var made = 0; made < nodes; made += LoadBatch)
        {
            var rows = Enumerable.Range(made, Math.Min(LoadBatch, nodes - made)).Select(k => (GraphValue)GraphValue.MapOf(("k", (long)k), ("g", (long)(k % Groups)), ("v", (long)random.Next(1_000_000)))).ToList();
            await WriteAsync(graph, "UNWIND $rows AS row CREATE (:L {k: row.k, g: row.g, v: row.v})", rows);
        }

        for (var made = 0; made < relationships; made += LoadBatch)
        {
            var rows = Enumerable.Range(made, Math.Min(LoadBatch, relationships - made)).Select(_ => (GraphValue)GraphValue.MapOf(("a", (long)random.Next(nodes)), ("b", (long)random.Next(nodes)), ("w", (long)random.Next(100)))).ToList();
            await WriteAsync(graph, "UNWIND $rows AS row MATCH (a:L {k: row.a}), (b:L {k: row.b}) CREATE (a)-[:R {w: row.w}]->(b)", rows);
        }

        return clock.Elapsed.TotalSeconds;
    }

    private static Task<GraphResult> WriteAsync(IGraphDatabase graph, string text, List<GraphValue>? rows) =>
        graph.ExecuteAsync(new GraphQuery(text, rows is null ? null : new Dictionary<string, GraphValue> { ["rows"] = GraphValue.ListOf(rows) }, GraphAccess.Write) { Limits = GraphLimits.None });

    private static async Task<Measured> MeasureAsync(IGraphDatabase graph, string text, int runs, int nodes)
    {
        var random = new Random(7);
        var times = new List<double>(runs);
        long checksum = 0;
        for (var i = -Math.Max(3, runs / 10); i < runs; i++)
        {
            var parameters = new Dictionary<string, GraphValue> { ["k"] = (long)random.Next(nodes), ["other"] = (long)random.Next(nodes) };
            var query = new GraphQuery(text, parameters) { Limits = GraphLimits.None }; // A limit of time would be two more requests to the server.
            var started = Stopwatch.GetTimestamp();
            var result = await graph.ExecuteAsync(query);
            var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            checksum = unchecked((checksum * 31) + result.Rows.Count + (result.Rows is [[IntegerValue n], ..] ? n.Value : 0));
            if (i >= 0)
            {
                times.Add(elapsed);
            }
        }

        times.Sort();
        return new Measured(times[runs / 2], times[(int)Math.Ceiling(runs * 0.95) - 1], checksum);
    }

    private static async Task<double> MergeAsync(IGraphDatabase graph)
    {
        var clock = new Stopwatch();
        const int Batches = 20;
        for (var batch = -2; batch < Batches; batch++)
        {
            // Every batch meets half of the one before.
            var rows = Enumerable.Range(0, MergeBatch).Select(i => (GraphValue)GraphValue.MapOf(("k", (long)(((batch + 2) * MergeBatch / 2) + i)), ("v", (long)i))).ToList();
            if (batch == 0)
            {
                clock.Start();
            }

            await WriteAsync(graph, Merge, rows);
        }

        return Batches * MergeBatch / clock.Elapsed.TotalSeconds;
    }

    private static string Shown(double? milliseconds) => milliseconds switch
    {
        null => "—",
        < 1 => milliseconds.Value.ToString("0.0000", CultureInfo.InvariantCulture),
        _ => milliseconds.Value.ToString("0.0", CultureInfo.InvariantCulture),
    };

    private sealed record Measured(double Median, double Tail, long Checksum);
}
