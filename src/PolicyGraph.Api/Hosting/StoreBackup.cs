using System.Globalization;
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
    private const string Contents = "backup.json";
    private const string Log = "graph/graph.log";
    private const string JournalName = "journal.jsonl";
    private const int Format = 1;
    private const long LargestFile = 16L << 30;

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

    /// <summary>Puts a backup in the place of a data folder, after every part of it was checked.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="graph">Where the graph goes, as <c>--graph</c> takes it.</param>
    /// <param name="file">The backup.</param>
    /// <param name="replace">Whether what is there may be put aside; otherwise it is refused.</param>
    /// <param name="command">As in <see cref="Workspace.BeginWriteAsync"/>.</param>
    /// <param name="wait">As in <see cref="Workspace.BeginWriteAsync"/>.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the work before anything is put in place.</param>
    /// <returns>What was restored, and where what was there is kept; null where nothing was.</returns>
    /// <exception cref="RequestException">The file is no whole backup, or there is something already.</exception>
    public static async Task<(BackupSummary Summary, string? Aside)> RestoreAsync(string data, string? graph, string file, bool replace, string command, TimeSpan wait, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(time);
        if (!File.Exists(file))
        {
            throw new RequestException($"找不到备份 {file}；请检查路径");
        }

        var folder = Workspace.GraphFolder(data, graph);
        (string Here, string Name)[] parts = [(folder, "graph"), (Path.Combine(data, JournalName), JournalName), (Path.Combine(data, "originals"), "originals"), (Path.Combine(data, "conversations"), "conversations")];
        using var held = await DataLock.TakeAsync(data, command, wait, time, cancellationToken);
        var there = parts.Where(p => Path.Exists(p.Here)).ToList();
        if (there.Count > 0 && !replace)
        {
            throw new RequestException($"{data} 里已有数据（{string.Join("、", there.Select(p => p.Name))}），没有恢复；请用 --data 指定一个新文件夹，或加 --replace（原有内容会改名保留）");
        }

        var half = Path.Combine(data, "restore.part");
        try
        {
            if (Directory.Exists(half))
            {
                Directory.Delete(half, recursive: true);
            }

            var summary = Unpack(file, half, cancellationToken);
            GraphStore.Acknowledge(Path.Combine(half, "graph"));
            var aside = there.Count == 0 ? null : Path.Combine(data, $"replaced.{time.GetUtcNow().ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture)}");
            foreach (var (here, name) in there)
            {
                Directory.CreateDirectory(aside!); // There is something to put aside.
                Directory.Move(here, Path.Combine(aside!, name));
            }

            foreach (var (here, name) in parts.Where(p => Path.Exists(Path.Combine(half, p.Name))).Reverse())
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(here))!); // A full path below the data folder has a folder.
                Directory.Move(Path.Combine(half, name), here);
            }

            return (summary, aside);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RequestException($"恢复没有完成：{error.Message}；请检查磁盘空间和权限后重试", error);
        }
        finally
        {
            if (Directory.Exists(half))
            {
                Directory.Delete(half, recursive: true);
            }
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

    private static BackupSummary Unpack(string file, string folder, CancellationToken cancellationToken)
    {
        try
        {
            using var zip = ZipFile.OpenRead(file);
            using var contents = zip.GetEntry(Contents)?.Open() ?? throw new InvalidDataException($"其中没有 {Contents}");
            using var json = JsonDocument.Parse(contents);
            var root = json.RootElement;
            if (root.GetProperty("format").GetInt32() > Format)
            {
                throw new RequestException($"{file} 是更新版本的 policygraph 做的备份；请用更新的版本恢复");
            }

            Directory.CreateDirectory(folder);
            foreach (var part in root.GetProperty("files").EnumerateArray())
            {
                cancellationToken.ThrowIfCancellationRequested();
                UnpackOne(zip, part.GetProperty("path").GetString() ?? string.Empty, part.GetProperty("bytes").GetInt64(), part.GetProperty("sha256").GetString() ?? string.Empty, folder);
            }

            return new BackupSummary(file, root.GetProperty("at").GetDateTimeOffset(), root.GetProperty("commit").GetInt64(), root.GetProperty("entries").GetInt32(), root.GetProperty("originals").GetInt32(), new FileInfo(file).Length);
        }
        catch (Exception error) when (error is InvalidDataException or JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw new RequestException($"{file} 不是完整的备份：{error.Message}；原有数据未动，请换一份备份", error);
        }
    }

    private static void UnpackOne(ZipArchive zip, string path, long bytes, string sha256, string folder)
    {
        var isKnown = path is Log or JournalName || (path.Split('/') is ["originals" or "conversations", var name] && name.Length is > 0 and <= 255 && name.IndexOfAny(['\\', ':', '\0']) < 0 && name is not ("." or ".."));
        if (!isKnown || bytes is < 0 or > LargestFile)
        {
            throw new InvalidDataException($"不认识其中的 {path}");
        }

        var target = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target) ?? folder);
        using var from = zip.GetEntry(path)?.Open() ?? throw new InvalidDataException($"其中缺少 {path}");
        using var to = new FileStream(target, FileMode.CreateNew, FileAccess.ReadWrite);
        var block = new byte[1 << 16];
        for (var left = bytes; left > 0;)
        {
            var read = from.Read(block, 0, (int)Math.Min(block.Length, left));
            if (read == 0)
            {
                throw new InvalidDataException($"{path} 不完整");
            }

            to.Write(block, 0, read);
            left -= read;
        }

        to.Flush(flushToDisk: true);
        to.Position = 0;
        if (Convert.ToHexStringLower(SHA256.HashData(to)) != sha256)
        {
            throw new InvalidDataException($"{path} 与记录的 SHA-256 不符");
        }
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
