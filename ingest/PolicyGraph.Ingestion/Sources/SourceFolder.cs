namespace PolicyGraph.Ingestion.Sources;

/// <summary>The files below one folder, in ordinal order of their paths.</summary>
/// <remarks>Links are not followed and are reported as such, so that no folder is walked twice or left; at most <see cref="MaxFiles"/> files and <see cref="MaxDepth"/> levels.</remarks>
public sealed class SourceFolder
{
    /// <summary>Files that one folder may hold.</summary>
    public const int MaxFiles = 20_000;

    /// <summary>Levels of folders that are walked.</summary>
    public const int MaxDepth = 32;

    private SourceFolder(string name, IReadOnlyList<SourceFile> files)
    {
        Name = name;
        Files = files;
    }

    /// <summary>The folder's own name.</summary>
    public string Name { get; }

    /// <summary>Its files, in ordinal order of their paths.</summary>
    public IReadOnlyList<SourceFile> Files { get; }

    /// <summary>A folder made of files that are already known, such as the entries of an archive.</summary>
    public static SourceFolder Of(string name, IEnumerable<SourceFile> files) =>
        new(name, [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)]);

    /// <summary>Lists a folder on disk.</summary>
    /// <exception cref="IngestionException">It cannot be listed, or holds too much.</exception>
    public static SourceFolder OnDisk(string path)
    {
        var root = new DirectoryInfo(Path.GetFullPath(path));
        var files = new List<SourceFile>();
        Walk(root, string.Empty, 0, files);
        return Of(root.Name, files);
    }

    /// <summary>The file at a path below the folder; null when there is none.</summary>
    public SourceFile? Find(string path) => Files.FirstOrDefault(f => string.Equals(f.Path, path, StringComparison.Ordinal));

    /// <summary>The part of this folder below <paramref name="prefix"/> (without a closing slash), with paths relative to it.</summary>
    public SourceFolder Below(string prefix) =>
        prefix.Length == 0
            ? this
            : Of(prefix[(prefix.LastIndexOf('/') + 1)..], Files.Where(f => f.Path.StartsWith(prefix + "/", StringComparison.Ordinal)).Select(f => f with { Path = f.Path[(prefix.Length + 1)..] }));

    private static void Walk(DirectoryInfo folder, string prefix, int depth, List<SourceFile> files)
    {
        if (depth > MaxDepth)
        {
            files.Add(Refused(prefix.TrimEnd('/'), folder.FullName, $"文件夹嵌套超过上限 {MaxDepth} 层，未读取"));
            return;
        }

        FileSystemInfo[] entries;
        try
        {
            entries = folder.GetFileSystemInfos();
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            files.Add(Refused(prefix.Length == 0 ? folder.Name : prefix.TrimEnd('/'), folder.FullName, $"没有权限或无法读取文件夹：{error.Message}"));
            return;
        }

        foreach (var entry in entries)
        {
            var path = prefix + entry.Name;
            if (entry.LinkTarget is not null)
            {
                files.Add(Refused(path, entry.FullName, "是符号链接，不跟随；请放入文件本身"));
            }
            else if (entry is DirectoryInfo inner)
            {
                Walk(inner, path + "/", depth + 1, files);
            }
            else
            {
                files.Add(SourceFile.OnDisk(path, entry.FullName));
            }

            if (files.Count > MaxFiles)
            {
                throw new IngestionException($"{folder.FullName}：文件超过上限 {MaxFiles} 个；请分批装载");
            }
        }
    }

    private static SourceFile Refused(string path, string origin, string why) => new(path, origin, () => Stream.Null, why);
}
