using System.Text.Json;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Storage;

namespace PolicyGraph.Api.Hosting;

/// <summary>One part of a data folder that a restore moves.</summary>
/// <param name="Here">Where it stands in use, from the data folder.</param>
/// <param name="Name">Its name in the backup and among what is put aside.</param>
internal sealed record RestorePart(string Here, string Name);

/// <summary>The moves that put a restored state in the place of another, written down before the first of them: whoever finds them unfinished goes on.</summary>
/// <param name="Aside">The folder, below the data folder, where what was there goes.</param>
/// <param name="Old">What is put aside.</param>
/// <param name="New">What comes in its place.</param>
internal sealed record RestoreSwap(string Aside, IReadOnlyList<RestorePart> Old, IReadOnlyList<RestorePart> New)
{
    /// <summary>The folder, below the data folder, that a backup is unpacked into.</summary>
    public const string Half = "restore.part";

    private const string Plan = "restore.swap";

    /// <summary>Whether the moves of some restore are written down and not all done.</summary>
    public static bool IsUnfinished(string data) => File.Exists(Path.Combine(data, Plan));

    /// <summary>The moves, in their order.</summary>
    public IEnumerable<(string From, string To)> Moves(string data) =>
    [
        .. Old.Select(p => (Path.Combine(data, p.Here), Path.Combine(data, Aside, p.Name))),
        .. New.Select(p => (Path.Combine(data, Half, p.Name), Path.Combine(data, p.Here))),
    ];

    /// <summary>Writes the moves down, on the disk.</summary>
    public void Write(string data)
    {
        var plan = Path.Combine(data, Plan);
        using (var file = new FileStream(plan + ".part", FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(file, this, RestoreSwapJson.Default.RestoreSwap);
            file.Flush(flushToDisk: true);
        }

        File.Move(plan + ".part", plan, overwrite: true);
    }

    /// <summary>Ends a restore that was cut off between its moves, if there is one.</summary>
    /// <param name="data">The data folder.</param>
    /// <exception cref="RequestException">There is one and it cannot be ended: another process is at it, or the folder cannot be written.</exception>
    public static void Finish(string data)
    {
        if (!IsUnfinished(data))
        {
            return;
        }

        try
        {
            using var held = DataLock.TakeAsync(data, "store restore", TimeSpan.FromSeconds(5), TimeProvider.System, CancellationToken.None).GetAwaiter().GetResult();
            FinishHeld(data);
        }
        catch (Exception error) when (error is IngestionException or IOException or UnauthorizedAccessException)
        {
            throw new RequestException($"{data} 里的 store restore 还没有完成：{error.Message}；请等它完成，或检查磁盘和权限后重试", error);
        }
    }

    /// <summary>As <see cref="Finish"/>, by whoever holds the data folder's lock.</summary>
    public static void FinishHeld(string data)
    {
        if (!IsUnfinished(data))
        {
            return;
        }

        var plan = Path.Combine(data, Plan);
        using (var file = File.OpenRead(plan))
        {
            var swap = JsonSerializer.Deserialize(file, RestoreSwapJson.Default.RestoreSwap) ?? throw new IOException($"{plan} 是空的");
            foreach (var (from, to) in swap.Moves(data).Where(m => Path.Exists(m.From) && !Path.Exists(m.To)))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(to))!); // A full path below the data folder has a folder.
                Directory.Move(from, to);
            }
        }

        File.Delete(plan);
        Directory.Delete(Path.Combine(data, Half), recursive: true);
    }
}
