using PolicyGraph.Ingestion.Storage;

namespace PolicyGraph.Ingestion.Tests;

public sealed class DataLockTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("policygraph-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Lock_HeldByAnother_IsRefusedWithItsHolder_AndGivenOnceItIsFree()
    {
        var data = Path.Combine(folder, "data");
        using (await TakeAsync(data, "policygraph ingest corpus", TimeSpan.Zero))
        {
            var refused = await Assert.ThrowsAsync<IngestionException>(() => TakeAsync(data, "policygraph rebuild", TimeSpan.FromMilliseconds(30)));
            Assert.Contains($"进程 {Environment.ProcessId}，命令 policygraph ingest corpus，自 ", refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', refused.Message);
        }

        using var now = await TakeAsync(data, "policygraph rebuild", TimeSpan.Zero);
    }

    [Fact]
    public async Task Lock_WhoseNoteIsOfAProcessThatIsGone_IsTaken()
    {
        File.WriteAllText(Path.Combine(folder, "writer.lock"), string.Empty);
        File.WriteAllText(Path.Combine(folder, "writer.holder"), $"进程 {Environment.ProcessId}，命令 policygraph ingest，自 2026-11-21 08:00:00 UTC");
        using var taken = await TakeAsync(folder, "policygraph remove", TimeSpan.Zero);
    }

    [Fact]
    public async Task Lock_OfAFolderThatCannotBeWritten_SaysSo()
    {
        var file = Path.Combine(folder, "file");
        File.WriteAllText(file, string.Empty);
        var refused = await Assert.ThrowsAsync<IngestionException>(() => TakeAsync(Path.Combine(file, "data"), "policygraph ingest", TimeSpan.FromMinutes(1)));
        Assert.Contains("不能写入", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--data", refused.Message, StringComparison.Ordinal);
    }

    private static Task<DataLock> TakeAsync(string data, string command, TimeSpan wait) => DataLock.TakeAsync(data, command, wait, TimeProvider.System, default);
}
