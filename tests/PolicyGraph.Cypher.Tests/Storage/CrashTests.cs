using PolicyGraph.Cypher.Storage;
using Xunit.Abstractions;

namespace PolicyGraph.Cypher.Tests.Storage;

/// <summary>Whenever the machine stops, what comes back is a prefix of what was committed, with every commit that was acknowledged.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private static readonly GraphStoreOptions Snapshots = new() { SnapshotAfterBytes = 600, CompactAfterBytes = 1500 };

    /// <summary>12 in seconds; 200 when the variable is set to 200.</summary>
    private static readonly int Histories = int.TryParse(Environment.GetEnvironmentVariable("POLICYGRAPH_HISTORIES"), out var histories) ? histories : 12;

    [Fact]
    public void Model_AndStore_AgreeAfterEveryStatement()
    {
        for (var seed = 0; seed < 25; seed++)
        {
            using var store = GraphStore.InMemory();
            var history = new RandomHistory(seed);
            for (var i = 0; i < 12; i++)
            {
                history.Step(store, 8);
            }
        }
    }

    [Fact]
    public void CutAtEveryByte_IsACommittedPrefix_WithEveryAcknowledgedCommit()
    {
        var (cuts, commits) = (0, 0);
        for (var seed = 0; seed < Histories; seed++)
        {
            var run = Run(seed, new(), commits: 3, statements: 3);
            for (var operation = 0; operation < run.Files.Operations; operation++)
            {
                for (var bytes = 0; bytes <= run.Files.BytesOf(operation); bytes++)
                {
                    Check(run, operation, bytes, losing: null);
                    cuts++;
                }
            }

            commits += run.Images.Count - 1;
        }

        output.WriteLine($"| cut at every byte of every write | {Histories} histories | {commits} commits | {cuts} cuts | lost 0 | seen uncommitted 0 |");
    }

    [Fact]
    public void CrashThatLosesWhatWasNotSynced_IsACommittedPrefix_WithEveryAcknowledgedCommit()
    {
        var (cuts, commits) = (0, 0);
        for (var seed = 0; seed < Histories * 3; seed++)
        {
            var run = Run(seed, Snapshots, commits: 12, statements: 4);
            var random = new Random(seed);
            for (var i = 0; i < 20; i++)
            {
                var operation = random.Next(run.Files.Operations);
                Check(run, operation, random.Next(run.Files.BytesOf(operation) + 1), random);
                cuts++;
            }

            commits += run.Images.Count - 1;
        }

        output.WriteLine($"| what was not synced lost, torn and reordered, with snapshots and compaction | {Histories * 3} histories | {commits} commits | {cuts} cuts | lost 0 | seen uncommitted 0 |");
    }

    private static (FakeFiles Files, List<string> Images, List<int> Acknowledged, string Name) Run(int seed, GraphStoreOptions options, int commits, int statements)
    {
        var files = new FakeFiles();
        using var store = GraphStore.Open(files, options);
        var history = new RandomHistory(seed);
        var images = new List<string> { history.Image() };
        var acknowledged = new List<int> { 0 };
        while (images.Count <= commits)
        {
            if (history.Step(store, statements) && images[^1] != history.Image())
            {
                images.Add(history.Image());
                acknowledged.Add(files.Operations);
            }
        }

        return (files, images, acknowledged, $"history {seed}");
    }

    private static void Check((FakeFiles Files, List<string> Images, List<int> Acknowledged, string Name) run, int operation, int bytes, Random? losing)
    {
        var files = run.Files.AfterCrash(operation, bytes, losing);
        var at = $"{run.Name}, {bytes} bytes into operation {operation}";
        var least = run.Acknowledged.FindLastIndex(done => done <= operation);
        string image;
        using (var store = GraphStore.Open(files, new() { ReadOnly = true }))
        {
            image = bytes == 0 ? Image.Of(store.Snapshot()) : Image.Plain(store.Snapshot());
        }

        var found = run.Images.IndexOf(image, least);
        Assert.True(found >= 0, $"{at}: at least commit {least} was expected, this came back:\n{image}");
        if (bytes != 0 && losing is null)
        {
            return;
        }

        using (var store = GraphStore.Open(files, new()))
        {
            using var transaction = store.BeginWrite();
            transaction.CreateNode(["AfterTheCrash"], []);
            transaction.Commit();
        }

        using (var store = GraphStore.Open(files, new()))
        {
            Assert.True(store.Snapshot().CountNodesWithLabel("AfterTheCrash") == 1, at);
        }
    }
}
