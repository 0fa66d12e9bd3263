using System.Diagnostics;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;

namespace PolicyGraph.Benchmarks;

/// <summary>The embedded store with nodes and relationships as documents make them: how long it takes to open, what it holds in memory, what one commit costs beside the disk's own fsync.</summary>
internal static class StoreBenchmark
{
    private const int Batch = 10_000;
    private const int Commits = 300;

    private static readonly string[] Types = ["HAS_PROVISION", "REFERS_TO", "CITES", "SETS", "STATES"];

    public static void Run((int Nodes, int Relationships) size)
    {
        var folder = Directory.CreateTempSubdirectory("policygraph-benchmark-").FullName;
        try
        {
            var filling = Stopwatch.StartNew();
            Fill(folder, size, relationships: false);
            var nodes = Open(folder);
            Fill(folder, size, relationships: true);
            filling.Stop();
            var whole = Open(folder);
            var files = Directory.GetFiles(folder).ToDictionary(f => System.IO.Path.GetFileName(f), f => new FileInfo(f).Length >> 20);
            Console.WriteLine(FormattableString.Invariant($"{size.Nodes} nodes, {size.Relationships} relationships: written in {filling.Elapsed.TotalSeconds:0.0} s; log {files["graph.log"]} MB, snapshot {files.GetValueOrDefault("graph.snapshot")} MB"));
            Console.WriteLine(FormattableString.Invariant($"opened in {whole.Seconds:0.00} s, {whole.Bytes >> 20} MB; {nodes.Bytes / size.Nodes} bytes a node, {(whole.Bytes - nodes.Bytes) / Math.Max(1, size.Relationships)} bytes a relationship (each with 4 properties)"));
            var (fsync, without, with) = (Fsync(folder), Commit(folder, fsync: false), Commit(folder, fsync: true));
            Console.WriteLine(FormattableString.Invariant($"commit of one node, median of {Commits}: {without:0.000} ms without fsync, {with:0.000} ms with; fsync of 100 bytes alone {fsync:0.000} ms"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (double Seconds, long Bytes) Open(string folder)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        using var store = GraphStore.Open(folder, new GraphStoreOptions { ReadOnly = true });
        var seconds = clock.Elapsed.TotalSeconds;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(store);
        return (seconds, bytes);
    }

    private static double Commit(string folder, bool fsync)
    {
        using var store = GraphStore.Open(folder, new GraphStoreOptions { Fsync = fsync });
        return Median(() =>
        {
            using var transaction = store.BeginWrite();
            transaction.CreateNode(["Fact"], new Dictionary<string, GraphValue> { ["value"] = 1L });
            transaction.Commit();
        });
    }

    private static double Fsync(string folder)
    {
        using var stream = new FileStream(System.IO.Path.Combine(folder, "fsync"), FileMode.Create, FileAccess.Write);
        var bytes = new byte[100];
        return Median(() =>
        {
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        });
    }

    private static double Median(Action action)
    {
        var times = new List<double>();
        for (var i = -20; i < Commits; i++)
        {
            var clock = Stopwatch.StartNew();
            action();
            if (i >= 0)
            {
                times.Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        times.Sort();
        return times[Commits / 2];
    }

    private static void Fill(string folder, (int Nodes, int Relationships) size, bool relationships)
    {
        using var store = GraphStore.Open(folder, new GraphStoreOptions { Fsync = false });
        var random = new Random(1);
        for (var made = 0; made < (relationships ? size.Relationships : size.Nodes); made += Batch)
        {
            using var transaction = store.BeginWrite();
            transaction.CreateIndex(new("provision_id", "Provision", ["id"], IsUnique: true));
            for (var i = made; i < Math.Min(made + Batch, relationships ? size.Relationships : size.Nodes); i++)
            {
                _ = relationships
                    ? (GraphValue)transaction.CreateRelationship(Types[i % Types.Length], random.Next(size.Nodes), random.Next(size.Nodes), new Dictionary<string, GraphValue>
                    {
                        ["documentId"] = $"document-{i % 500}",
                        ["start"] = (long)random.Next(20_000),
                        ["end"] = (long)random.Next(20_000),
                        ["rule"] = $"R{i % 40}",
                    })
                    : transaction.CreateNode(["Provision"], new Dictionary<string, GraphValue>
                    {
                        ["id"] = $"工信部规〔2016〕225号/三/（六）/{i}",
                        ["number"] = "（六）",
                        ["ordinal"] = (long)(i % 1000),
                        ["text"] = $"到2020年，建设千家绿色示范工厂和百家绿色示范园区（第{i}款）",
                    });
            }

            transaction.Commit();
        }
    }
}
