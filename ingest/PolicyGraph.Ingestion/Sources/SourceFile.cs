namespace PolicyGraph.Ingestion.Sources;

/// <summary>One file that may be ingested, wherever it lies: on disk or in an archive.</summary>
/// <param name="Path">Path below the ingested folder, with <c>/</c>; the file's name for a single file.</param>
/// <param name="Origin">Where it lies: its full path on disk, or the archive's with the path inside behind <c>!</c>. Never printed, never in the graph.</param>
/// <param name="Open">Opens its bytes.</param>
/// <param name="Refusal">Why it is not taken (a link, unreadable); null when it may be read.</param>
public sealed record SourceFile(string Path, string Origin, Func<Stream> Open, string? Refusal = null)
{
    /// <summary>A file on disk; a pipe, socket or device is refused unopened.</summary>
    /// <param name="path">As <see cref="Path"/>.</param>
    /// <param name="full">Its full path.</param>
    public static SourceFile OnDisk(string path, string full) =>
        SpecialFile.Is(full)
            ? new(path, full, () => Stream.Null, "是管道、套接字或设备，不是普通文件，未读取；请放入文件本身")
            : new(path, full, () => new FileStream(full, FileMode.Open, FileAccess.Read, FileShare.Read));

    /// <summary>The last part of <see cref="Path"/>.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}
