using System.Globalization;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Storage;

namespace PolicyGraph.Api.Hosting;

/// <summary>One thing that is wrong with a data folder.</summary>
/// <param name="File">Which file.</param>
/// <param name="Offset">Where in it, in bytes; null without a place.</param>
/// <param name="Line">Where in it, as a line from 1; null without one.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">The way out.</param>
public sealed record StoreFault(string File, long? Offset, int? Line, string Message, string Remedy);

/// <summary>What a data folder holds, and what is wrong with it.</summary>
/// <param name="Format">Version of the log's format; 0 where there is no graph.</param>
/// <param name="Commits">Number of the last commit.</param>
/// <param name="Nodes">Nodes of the graph.</param>
/// <param name="Relationships">Relationships of the graph.</param>
/// <param name="LogBytes">Length of the log as far as commits are whole.</param>
/// <param name="Entries">Entries of the journal.</param>
/// <param name="Originals">Originals that were checked.</param>
/// <param name="Faults">What is damaged or missing.</param>
/// <param name="Warnings">What was found and does no harm.</param>
public sealed record StoreCheck(int Format, long Commits, long Nodes, long Relationships, long LogBytes, int Entries, int Originals, IReadOnlyList<StoreFault> Faults, IReadOnlyList<string> Warnings)
{
    /// <summary>Reads everything in a data folder: each commit, each entry of the journal, each original. Takes no lock and changes nothing, but for a restore that was cut off, which is ended first.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="graph">Where the graph is, as <c>--graph</c> takes it.</param>
    /// <exception cref="RequestException">There is nothing to check.</exception>
    public static StoreCheck Of(string data, string? graph)
    {
        var folder = Workspace.GraphFolder(data, graph);
        if (!Directory.Exists(data))
        {
            throw new RequestException($"没有数据文件夹 {data}，没有可核对的内容；请检查 --data");
        }

        RestoreSwap.Finish(data);
        var faults = new List<StoreFault>();
        var warnings = new List<string>();
        var check = OfGraph(folder, faults, warnings);
        var entries = ReadJournal(System.IO.Path.Combine(data, "journal.jsonl"), faults);
        CheckAgainst(entries, folder, check, faults);
        var originals = 0;
        foreach (var name in entries.Select(e => e.Sha256).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            CheckOriginal(System.IO.Path.Combine(data, "originals"), name, faults);
            originals++;
        }

        return check with { Entries = entries.Count, Originals = originals, Faults = faults, Warnings = warnings };
    }

    private static StoreCheck OfGraph(string folder, List<StoreFault> faults, List<string> warnings)
    {
        try
        {
            using var store = GraphStore.Open(folder, new GraphStoreOptions { ReadOnly = true, ReadWholeLog = true });
            using var quick = GraphStore.Open(folder, new GraphStoreOptions { ReadOnly = true });
            warnings.AddRange(quick.Warnings);
            var (format, length, torn) = store.LogExtent;
            if (torn is { } at)
            {
                warnings.Add(string.Create(CultureInfo.InvariantCulture, $"{System.IO.Path.Combine(folder, "graph.log")} 从字节 {at} 起有一次没有写完的提交，下一次写入会截去它；在它之前的提交都在"));
            }

            var snapshot = store.Snapshot();
            return new StoreCheck(format, store.Sequence, snapshot.NodeCount, snapshot.RelationshipCount, length, 0, 0, [], []);
        }
        catch (GraphStoreException error)
        {
            var message = error.Message.Split('：')[0];
            var remedy = error.Message.Contains("更新的 policygraph", StringComparison.Ordinal) ? "请用更新的 policygraph 打开" : "请运行 policygraph rebuild 从原件和日志重建，或用 policygraph store restore 恢复备份";
            faults.Add(new StoreFault(error.File ?? folder, error.Offset, null, message, remedy));
            return new StoreCheck(0, 0, 0, 0, 0, 0, 0, [], []);
        }
    }

    /// <summary>Whether the graph has what the journal says that it has; the last entry may be one whose commit never came.</summary>
    private static void CheckAgainst(IReadOnlyList<JournalEntry> entries, string folder, StoreCheck check, List<StoreFault> faults)
    {
        if (faults.Count > 0 || entries.SkipLast(1).LastOrDefault(e => e.Graph is not null) is not { } entry)
        {
            return;
        }

        using var store = GraphStore.Open(folder, new GraphStoreOptions { ReadOnly = true });
        var origin = store.Origin is { } text ? GraphOrigin.Read(text).Name : null;
        if (origin is null || (entry.Graph == origin && entry.Commit > check.Commits))
        {
            faults.Add(new StoreFault(System.IO.Path.Combine(folder, "graph.log"), check.LogBytes, null, string.Create(CultureInfo.InvariantCulture, $"操作日志记着第 {entry.Commit} 次提交，图里只有 {check.Commits} 次"), "请运行 policygraph rebuild 从原件和日志重建"));
        }
    }

    private static IReadOnlyList<JournalEntry> ReadJournal(string path, List<StoreFault> faults)
    {
        try
        {
            return new Journal(path).Read();
        }
        catch (IngestionException error)
        {
            faults.Add(new StoreFault(path, null, (error as DamagedJournalException)?.Line, error.Message, "请用 policygraph store restore 从备份恢复"));
            return [];
        }
    }

    private static void CheckOriginal(string folder, string name, List<StoreFault> faults)
    {
        const string Remedy = "请重新装载（ingest）这份文件，或用 policygraph store restore 从备份恢复";
        var path = System.IO.Path.Combine(folder, name);
        try
        {
            using var stream = File.OpenRead(path);
            if (Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(stream)) != name)
            {
                faults.Add(new StoreFault(path, null, null, "原件的内容与它的 SHA-256 不符", Remedy));
            }
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            faults.Add(new StoreFault(path, null, null, "日志里记着的原件不见了", Remedy));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            faults.Add(new StoreFault(path, null, null, $"原件读不出来：{error.Message}", "请检查磁盘和权限"));
        }
    }
}
