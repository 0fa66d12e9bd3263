using System.Buffers.Binary;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Tests.Storage;

public sealed class GraphStoreTests : IDisposable
{
    private static readonly GraphStoreOptions Impatient = new() { LockWait = TimeSpan.FromMilliseconds(150) };
    private static readonly GraphStoreOptions ReadOnly = new() { ReadOnly = true };

    private readonly string folder = Directory.CreateTempSubdirectory("graph-store-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Reopened_HoldsWhatWasCommitted()
    {
        using (var store = GraphStore.Open(folder))
        {
            Add(store, "工信部规〔2016〕225号");
            using var abandoned = store.BeginWrite();
            abandoned.CreateNode(["Policy"], []);
        }

        using (var store = GraphStore.Open(folder, ReadOnly))
        {
            Assert.Equal("工信部规〔2016〕225号", Assert.Single(store.Snapshot().Nodes()).Properties["id"].AsString());
            Assert.Empty(store.Warnings);
        }
    }

    [Fact]
    public void MissingFolder_OpenedToRead_IsEmptyAndStaysMissing()
    {
        var missing = System.IO.Path.Combine(folder, "data", "graph");
        using (var store = GraphStore.Open(missing, ReadOnly))
        {
            Assert.Equal(0, store.Snapshot().NodeCount);
            Assert.Equal(GraphErrorClass.Refused, Assert.Throws<GraphException>(() => store.BeginWrite()).Class);
        }

        Assert.False(Directory.Exists(missing));
        using (var store = GraphStore.Open(missing))
        {
            Assert.False(Directory.Exists(missing));
            Add(store, "1");
        }

        Assert.True(File.Exists(System.IO.Path.Combine(missing, "graph.log")));
    }

    [Fact]
    public void SecondWriter_WhenTheFirstDoesNotFinish_NamesItsHolder()
    {
        using var first = GraphStore.Open(folder);
        using var second = GraphStore.Open(folder, Impatient);
        using (first.BeginWrite())
        {
            var refused = Assert.Throws<GraphStoreException>(() => second.BeginWrite());
            Assert.Contains($"进程 {Environment.ProcessId}，自 ", refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', refused.Message);
        }

        Add(second, "1");
        Assert.Equal(1, second.Snapshot().NodeCount);
    }

    [Fact]
    public void SecondWriter_BeginsFromWhatTheFirstCommitted()
    {
        using var first = GraphStore.Open(folder);
        using var second = GraphStore.Open(folder);
        for (var i = 0; i < 20; i++)
        {
            Add(i % 3 == 0 ? first : second, $"{i}");
        }

        Assert.Equal(20, second.Snapshot().NodeCount);
        Assert.Equal(19, first.Snapshot().NodeCount);
        Assert.True(first.Refresh());
        Assert.False(first.Refresh());
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"{i}"), first.Snapshot().Nodes().Select(n => n.Properties["id"].AsString()));
    }

    [Fact]
    public void Reader_WhileTheLogIsCompacted_FollowsIt()
    {
        using var writer = GraphStore.Open(folder);
        Add(writer, "1");
        using var reader = GraphStore.Open(folder, ReadOnly);
        using (var transaction = writer.BeginWrite())
        {
            transaction.SetNodeProperty(0, "id", "2");
            transaction.Commit();
        }

        var before = new FileInfo(System.IO.Path.Combine(folder, "graph.log")).Length;
        writer.Compact();
        Add(writer, "3");
        Assert.True(reader.Refresh());
        Assert.Equal(["2", "3"], reader.Snapshot().Nodes().Select(n => n.Properties["id"].AsString()));
        Assert.True(new FileInfo(System.IO.Path.Combine(folder, "graph.log")).Length < before + 100);
        using var again = GraphStore.Open(folder, ReadOnly);
        Assert.Equal(Image.Of(reader.Snapshot()), Image.Of(again.Snapshot()));
    }

    [Fact]
    public async Task Readers_WhileAnotherThreadWrites_SeeWholeCommits()
    {
        using var store = GraphStore.Open(folder, new() { Fsync = false });
        using var reader = GraphStore.Open(folder, ReadOnly);
        var done = false;
        var reading = Task.Run(() =>
        {
            var seen = 0L;
            while (!Volatile.Read(ref done))
            {
                reader.Refresh();
                foreach (var view in new[] { store.Snapshot(), reader.Snapshot() })
                {
                    Assert.Equal(view.NodeCount, view.Nodes().LongCount());
                    Assert.Equal(0, view.NodeCount % 3);
                    Assert.Equal(view.NodeCount / 3 * 2, view.Nodes().Sum(n => view.RelationshipsOf(n.Id, Direction.Outgoing).LongCount()));
                }

                Assert.True(reader.Snapshot().NodeCount >= seen);
                seen = reader.Snapshot().NodeCount;
            }
        });
        for (var i = 0; i < 300; i++)
        {
            using var transaction = store.BeginWrite();
            var (a, b, c) = (transaction.CreateNode(["Document"], []), transaction.CreateNode(["Provision"], []), transaction.CreateNode(["Norm"], []));
            transaction.CreateRelationship("HAS_PROVISION", a.Id, b.Id, []);
            transaction.CreateRelationship("STATES", b.Id, c.Id, []);
            transaction.Commit();
        }

        Volatile.Write(ref done, true);
        await reading;
    }

    [Fact]
    public void LogFlippedAnywhere_IsRefused()
    {
        var files = Written();
        var log = files["graph.log"];
        for (var i = 0; i < log.Length; i++)
        {
            files["graph.log"] = [.. log];
            files["graph.log"][i] ^= 0x10;
            var refused = Assert.Throws<GraphStoreException>(() => GraphStore.Open(files, ReadOnly));
            Assert.Contains("policygraph rebuild", refused.Message, StringComparison.Ordinal);
            Assert.Equal("graph.log", refused.File);
            Assert.InRange(refused.Offset ?? -1, 0, i);
        }
    }

    [Fact]
    public void LogCutShortOfAnAcknowledgedCommit_OrGone_IsRefused()
    {
        var files = Written();
        files["graph.log"] = files["graph.log"][..^1];
        Assert.Throws<GraphStoreException>(() => GraphStore.Open(files, new()));
        files.Remove("graph.log");
        Assert.Contains("不见了", Assert.Throws<GraphStoreException>(() => GraphStore.Open(files, new())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DamagedMiddle_WithoutAcknowledgement_IsRefusedAndNotCut()
    {
        var files = Written();
        files.Remove("graph.acknowledged");
        files["graph.log"][40] ^= 1;
        var length = files["graph.log"].Length;
        Assert.Contains("还有完好的提交", Assert.Throws<GraphStoreException>(() => GraphStore.Open(files, new())).Message, StringComparison.Ordinal);
        Assert.Equal(length, files["graph.log"].Length);
    }

    [Fact]
    public void TornTail_IsIgnoredByReadersAndCutByTheNextWriterWithAWarning()
    {
        var files = Written();
        var length = files["graph.log"].Length;
        files["graph.log"] = [.. files["graph.log"], .. files["graph.log"][32..60]];
        using var reader = GraphStore.Open(files, ReadOnly);
        Assert.Equal(3, reader.Snapshot().NodeCount);
        Assert.Equal(length + 28, files["graph.log"].Length);

        using var writer = GraphStore.Open(files, new());
        Add(writer, "4");
        Assert.Contains($"已从字节 {length} 处截去", Assert.Single(writer.Warnings), StringComparison.Ordinal);
        Assert.True(reader.Refresh());
        Assert.Equal(4, reader.Snapshot().NodeCount);
        Assert.Empty(reader.Warnings);
    }

    [Fact]
    public void NewerLog_IsRefusedNamingBothVersions()
    {
        var files = Written();
        BinaryPrimitives.WriteInt32LittleEndian(files["graph.log"].AsSpan(8), 7);
        BinaryPrimitives.WriteUInt32LittleEndian(files["graph.log"].AsSpan(28), Checksum.Of(files["graph.log"].AsSpan(0, 28)));
        var refused = Assert.Throws<GraphStoreException>(() => GraphStore.Open(files, ReadOnly));
        Assert.Contains("版本是 7", refused.Message, StringComparison.Ordinal);
        Assert.Contains("版本 2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SnapshotFlippedAnywhere_IsNotUsed()
    {
        var files = Written(new() { SnapshotAfterBytes = 1 });
        var whole = files["graph.snapshot"];
        string expected;
        using (var store = GraphStore.Open(files, ReadOnly))
        {
            expected = Image.Of(store.Snapshot());
            Assert.Empty(store.Warnings);
        }

        for (var i = 0; i < whole.Length; i++)
        {
            files["graph.snapshot"] = [.. whole];
            files["graph.snapshot"][i] ^= 0x10;
            using var store = GraphStore.Open(files, ReadOnly);
            Assert.Equal(expected, Image.Of(store.Snapshot()));
            Assert.Contains("graph.snapshot 已损坏", Assert.Single(store.Warnings), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Snapshot_IsWhatOpeningReads()
    {
        var files = Written(new() { SnapshotAfterBytes = 1 });
        files["graph.log"].AsSpan(40, 8).Clear(); // Before what the snapshot covers; only reading from the start would see it.
        using var store = GraphStore.Open(files, ReadOnly);
        Assert.Equal(3, store.Snapshot().NodeCount);
    }

    [Fact]
    public void FullDisk_RefusesTheCommit_AndKeepsTheOnesBefore()
    {
        for (var room = 0; room < 120; room += 7)
        {
            var files = Written();
            using var store = GraphStore.Open(files, new());
            files.Room = room;
            var failed = Record.Exception(() => Add(store, "第四个，因磁盘已满而写不下的文件，名称故意写得很长很长很长很长很长"));
            Assert.Contains("不能写入 graph.log", Assert.IsType<GraphStoreException>(failed).Message, StringComparison.Ordinal);
            Assert.Equal(3, store.Snapshot().NodeCount);
            using (var reader = GraphStore.Open(files, ReadOnly))
            {
                Assert.Equal(3, reader.Snapshot().NodeCount);
            }

            files.Room = long.MaxValue;
            Add(store, "5");
            using var again = GraphStore.Open(files, ReadOnly);
            Assert.Equal(["1", "2", "3", "5"], again.Snapshot().Nodes().Select(n => n.Properties["id"].AsString()));
        }
    }

    [Fact]
    public void FailedCommit_ThatCannotBeTakenBackAtOnce_IsTakenBackBeforeTheNext()
    {
        var files = Written();
        using var store = GraphStore.Open(files, new());
        (files.FailSync, files.FailTruncate) = (true, true);
        Assert.Throws<GraphStoreException>(() => Add(store, "4"));
        Assert.Throws<GraphStoreException>(() => store.BeginWrite());
        (files.FailSync, files.FailTruncate) = (false, false);
        Add(store, "5");
        using var again = GraphStore.Open(files, ReadOnly);
        Assert.Equal(["1", "2", "3", "5"], again.Snapshot().Nodes().Select(n => n.Properties["id"].AsString()));
    }

    [Fact]
    public void Wait_ForTheTurn_EndsWhenItIsCancelled()
    {
        using var store = GraphStore.Open(folder);
        using var first = store.BeginWrite();
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        Assert.Throws<OperationCanceledException>(() => store.BeginWrite(cancelled.Token));
    }

    private static FakeFiles Written(GraphStoreOptions? options = null)
    {
        var files = new FakeFiles();
        using var store = GraphStore.Open(files, options ?? new());
        Add(store, "1");
        Add(store, "2");
        Add(store, "3");
        return files;
    }

    private static void Add(GraphStore store, string id)
    {
        using var transaction = store.BeginWrite();
        transaction.CreateNode(["Policy"], new Dictionary<string, GraphValue> { ["id"] = id });
        transaction.Commit();
    }
}
