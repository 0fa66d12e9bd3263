using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Ingestion.Storage;

namespace PolicyGraph.Api.Hosting;

/// <summary>A data folder from a backup.</summary>
/// <remarks>Every part is unpacked beside, held against its SHA-256 and on the disk before anything is moved; what was there is moved aside, never written over.</remarks>
public static class StoreRestore
{
    private const long LargestFile = 16L << 30;

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
    public static async Task<(BackupSummary Summary, string? Aside)> RunAsync(string data, string? graph, string file, bool replace, string command, TimeSpan wait, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(time);
        if (!File.Exists(file))
        {
            throw new RequestException($"找不到备份 {file}；请检查路径");
        }

        var folder = Workspace.GraphFolder(data, graph);
        RestorePart[] parts = [new(Path.GetRelativePath(data, folder), "graph"), new(StoreBackup.JournalName, StoreBackup.JournalName), new("originals", "originals"), new("conversations", "conversations")];
        using var held = await DataLock.TakeAsync(data, command, wait, time, cancellationToken);
        RestoreSwap.FinishHeld(data);
        var there = parts.Where(p => Path.Exists(Path.Combine(data, p.Here))).ToList();
        if (there.Count > 0 && !replace)
        {
            throw new RequestException($"{data} 里已有数据（{string.Join("、", there.Select(p => p.Name))}），没有恢复；请用 --data 指定一个新文件夹，或加 --replace（原有内容会改名保留）");
        }

        var half = Path.Combine(data, RestoreSwap.Half);
        try
        {
            if (Directory.Exists(half))
            {
                Directory.Delete(half, recursive: true);
            }

            var summary = Unpack(file, half, cancellationToken);
            GraphStore.Acknowledge(Path.Combine(half, "graph"));
            var aside = $"replaced.{time.GetUtcNow().ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture)}";
            new RestoreSwap(aside, there, [.. parts.Where(p => Path.Exists(Path.Combine(half, p.Name))).Reverse()]).Write(data);
            RestoreSwap.FinishHeld(data);
            return (summary, there.Count == 0 ? null : Path.Combine(data, aside));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RequestException($"恢复没有完成：{error.Message}；请检查磁盘空间和权限后重试", error);
        }
        finally
        {
            if (Directory.Exists(half) && !RestoreSwap.IsUnfinished(data))
            {
                Directory.Delete(half, recursive: true);
            }
        }
    }

    private static BackupSummary Unpack(string file, string folder, CancellationToken cancellationToken)
    {
        try
        {
            using var zip = ZipFile.OpenRead(file);
            using var contents = zip.GetEntry(StoreBackup.Contents)?.Open() ?? throw new InvalidDataException($"其中没有 {StoreBackup.Contents}");
            using var json = JsonDocument.Parse(contents);
            var root = json.RootElement;
            if (root.GetProperty("format").GetInt32() > StoreBackup.Format)
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
        var isKnown = path is StoreBackup.Log or StoreBackup.JournalName || (path.Split('/') is ["originals" or "conversations", var name] && name.Length is > 0 and <= 255 && name.IndexOfAny(['\\', ':', '\0']) < 0 && name is not ("." or ".."));
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
}
