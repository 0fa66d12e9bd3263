using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PolicyGraph.Api.Json;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Ingestion.Storage;

namespace PolicyGraph.Api.Hosting;

/// <summary>What a backup holds.</summary>
/// <param name="File">The file.</param>
/// <param name="At">When it was made.</param>
/// <param name="Commit">Number of the last commit in it.</param>
/// <param name="Entries">Entries of the journal in it.</param>
/// <param name="Originals">Originals in it.</param>
/// <param name="Bytes">Length of the file.</param>
public sealed record BackupSummary(string File, DateTimeOffset At, long Commit, int Entries, int Originals, long Bytes);

/// <summary>A data folder in one zip: the log, the journal, the originals that it names, conversations, and a list of all with their SHA-256.</summary>
/// <remarks>It is one moment of the folder, though others write while it is made: the graph first, then the journal as far as that graph goes.</remarks>
public static class StoreBackup
{
    internal const string Contents = "backup.json";
    internal const string Log = "graph/graph.log";
    internal const string JournalName = "journal.jsonl";
    internal const int Format = 1;

    /// <summary>Makes a backup; takes no lock.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="graph">Where the graph is, as <c>--graph</c> takes it.</param>
    /// <param name="file">The file to make.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the work; no file is left.</param>
    /// <exception cref="RequestException">There is nothing to keep, or something stands at <paramref name="file"/>.</exception>
    public static BackupSummary Make(string data, string? graph, string file, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(time);
        if (File.Exists(file) || Directory.Exists(file))
        {
            throw new RequestException($"{file} 已存在，没有覆盖；请换一个文件名");
        }

        if (!Directory.Exists(data))
        {
            throw new RequestException($"没有数据文件夹 {data}，没有可备份的内容；请检查 --data");
        }

        var half = file + ".part";
        try
        {
            var summary = Write(data, Workspace.GraphFolder(data, graph), half, time, cancellationToken);
            File.Move(half, file);
            return summary with { File = file, Bytes = new FileInfo(file).Length };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RequestException($"备份没有写成：{error.Message}；请检查磁盘空间和权限", error);
        }
        finally
        {
            File.Delete(half);
        }
    }

    private static BackupSummary Write(string data, string folder, string half, TimeProvider time, CancellationToken cancellationToken)
    {
        using var zip = ZipFile.Open(half, ZipArchiveMode.Create);
        var files = new List<(string Path, long Bytes, string Sha256)>();
        using var store = GraphStore.Open(folder, new GraphStoreOptions { ReadOnly = true });
        if (store.LogExtent.Version > 0)
        {
            files.Add(AddLog(zip, store, half + ".log"));
        }

        var (journal, entries) = ReadJournal(Path.Combine(data, JournalName), store);
        files.Add(Add(zip, JournalName, to => to.Write(journal)));
        var originals = entries.Select(e => e.Sha256).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        foreach (var name in originals)
        {
            cancellationToken.ThrowIfCancellationRequested();
            files.Add(Add(zip, $"originals/{name}", to => Copy(Path.Combine(data, "originals", name), to)));
        }

        var conversations = Path.Combine(data, "conversations");
        foreach (var conversation in Directory.Exists(conversations) ? Directory.EnumerateFiles(conversations) : [])
        {
            files.Add(Add(zip, $"conversations/{Path.GetFileName(conversation)}", to => Copy(conversation, to)));
        }

        var summary = new BackupSummary(half, time.GetUtcNow(), store.Sequence, entries.Count, originals.Count, 0);
        using var contents = zip.CreateEntry(Contents).Open();
        contents.Write(Encoding.UTF8.GetBytes(JsonText.ToText(json => WriteContents(json, summary, files))));
        return summary;
    }

    private static (string Path, long Bytes, string Sha256) AddLog(ZipArchive zip, GraphStore store, string passing)
    {
        using var log = new FileStream(passing, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        while (!store.TryCopyLog(log))
        {
            store.Refresh();
        }

        log.Position = 0;
        return Add(zip, Log, log.CopyTo);
    }

    /// <summary>The journal as far as the graph that was copied goes: what was committed meanwhile is of the next backup.</summary>
    private static (byte[] Bytes, IReadOnlyList<JournalEntry> Entries) ReadJournal(string path, GraphStore store)
    {
        var entries = new Journal(path).Read();
        var name = store.Origin is { } text ? GraphOrigin.Read(text).Name : null;
        var kept = entries.TakeWhile(e => name is null || e.Graph != name || e.Commit <= store.Sequence).ToList();
        var bytes = File.Exists(path) ? File.ReadAllBytes(path) : [];
        var end = 0;
        for (var line = 0; line < kept.Count; line++)
        {
            end = Array.IndexOf(bytes, (byte)'\n', end) + 1;
        }

        return (bytes[..end], kept);
    }

    private static void Copy(string file, Stream to)
    {
        using var from = File.OpenRead(file);
        from.CopyTo(to);
    }

    private static (string Path, long Bytes, string Sha256) Add(ZipArchive zip, string name, Action<Stream> write)
    {
        using var sha256 = SHA256.Create();
        long bytes;
        using (var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open())
        using (var hashing = new CryptoStream(entry, sha256, CryptoStreamMode.Write, leaveOpen: true))
        {
            var counting = new CountingStream(hashing);
            write(counting);
            hashing.FlushFinalBlock();
            bytes = counting.Count;
        }

        return (name, bytes, Convert.ToHexStringLower(sha256.Hash ?? []));
    }

    private static void WriteContents(Utf8JsonWriter json, BackupSummary summary, List<(string Path, long Bytes, string Sha256)> files)
    {
        json.WriteStartObject();
        json.WriteNumber("format", Format);
        json.WriteString("at", summary.At);
        json.WriteNumber("commit", summary.Commit);
        json.WriteNumber("entries", summary.Entries);
        json.WriteNumber("originals", summary.Originals);
        json.Objects("files", files, (w, file) =>
        {
            w.WriteString("path", file.Path);
            w.WriteNumber("bytes", file.Bytes);
            w.WriteString("sha256", file.Sha256);
        });
        json.WriteEndObject();
    }

    /// <summary>Counts what goes through it.</summary>
    private sealed class CountingStream(Stream inner) : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Count;
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            inner.Write(buffer, offset, count);
            Count += count;
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
