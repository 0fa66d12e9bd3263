using PolicyGraph.Ingestion.Storage;
using PolicyGraph.Readers;

namespace PolicyGraph.Ingestion.Sources;

/// <summary>One thing to do in a run.</summary>
public abstract record PlannedItem
{
    private protected PlannedItem()
    {
    }
}

/// <summary>A policy or standard text to read.</summary>
/// <param name="File">The file.</param>
/// <param name="Entry">What the manifest says of it; null outside a corpus.</param>
/// <param name="Id">The id that the journal gave it, when the graph is made again; null to derive one.</param>
public sealed record PlannedDocument(SourceFile File, ManifestEntry? Entry, string? Id = null) : PlannedItem;

/// <summary>An enterprise's folder to read.</summary>
/// <param name="Path">The folder below the ingested one; empty when it is the ingested one.</param>
/// <param name="Folder">Its files.</param>
public sealed record PlannedEnterprise(string Path, SourceFolder Folder) : PlannedItem;

/// <summary>A saved assessment that the journal holds, when the graph is made again.</summary>
/// <param name="Kept">The assessment.</param>
public sealed record PlannedAssessment(KeptAssessment Kept) : PlannedItem;

/// <summary>A file that is not taken.</summary>
/// <param name="Path">Below the ingested folder.</param>
/// <param name="Reason">Why, in Chinese.</param>
/// <param name="IsFailure">True where somebody asked for exactly this file.</param>
public sealed record PlannedRefusal(string Path, string Reason, bool IsFailure) : PlannedItem;

/// <summary>Turns the paths of a command line into documents and enterprises.</summary>
public static class IngestionPlan
{
    /// <summary>Plans one path: a corpus, an enterprise's folder, any other folder, a zip of these, or a file.</summary>
    /// <exception cref="IngestionException">There is nothing at the path, or its manifest is wrong.</exception>
    public static IReadOnlyList<PlannedItem> Of(string path)
    {
        if (Directory.Exists(path))
        {
            return OfFolder(SourceFolder.OnDisk(path));
        }

        if (!File.Exists(path))
        {
            throw new IngestionException($"找不到 {path}；请检查路径");
        }

        var full = Path.GetFullPath(path);
        var file = SourceFile.OnDisk(Path.GetFileName(full), full);
        if (file.Refusal is { } refusal)
        {
            throw new IngestionException($"{path} {refusal}");
        }

        if (IsArchive(file.Name))
        {
            return OfFolder(SourceArchive.Open(file));
        }

        return DocumentReader.IsSupported(file.Name)
            ? [new PlannedDocument(file, null)]
            : [new PlannedRefusal(file.Name, NotSupported(file.Name), IsFailure: true)];
    }

    /// <summary>Plans the files of a folder.</summary>
    public static IReadOnlyList<PlannedItem> OfFolder(SourceFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (folder.Find(EnterpriseProfile.FileName) is not null)
        {
            return [new PlannedEnterprise(string.Empty, folder)];
        }

        var homes = folder.Files.Where(f => f.Name == EnterpriseProfile.FileName).Select(f => f.Path[..^(EnterpriseProfile.FileName.Length + 1)]).ToList();
        homes = [.. homes.Where(h => !homes.Any(other => h.StartsWith(other + "/", StringComparison.Ordinal)))];
        var rest = folder.Files.Where(f => !homes.Any(h => f.Path.StartsWith(h + "/", StringComparison.Ordinal)));
        var documents = folder.Find(CorpusManifest.FileName) is { } manifest ? OfManifest(folder, manifest) : OfFiles(rest);
        return [.. documents, .. homes.Select(h => new PlannedEnterprise(h, folder.Below(h)))];
    }

    /// <summary>Why a file's format is not taken.</summary>
    public static string NotSupported(string name) =>
        $"不支持的格式“{Path.GetExtension(name)}”；可装载 txt、md、csv、html、docx、xlsx、pdf 和它们的 zip";

    /// <summary>Whether a name is that of an archive.</summary>
    public static bool IsArchive(string name) => name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<PlannedItem> OfManifest(SourceFolder folder, SourceFile manifest)
    {
        using var reader = new StreamReader(manifest.Open());
        foreach (var entry in CorpusManifest.Read(reader.ReadToEnd()))
        {
            yield return folder.Find(entry.File) switch
            {
                null => new PlannedRefusal(entry.File, $"清单里有而文件夹里没有；图中已有的内容保留，要移除请用 remove {entry.Id}", IsFailure: false),
                { Refusal: { } why } => new PlannedRefusal(entry.File, why, IsFailure: false),
                var file => new PlannedDocument(file, entry),
            };
        }
    }

    private static IEnumerable<PlannedItem> OfFiles(IEnumerable<SourceFile> files)
    {
        foreach (var file in files)
        {
            if (file.Refusal is { } why)
            {
                yield return new PlannedRefusal(file.Path, why, IsFailure: false);
            }
            else if (IsArchive(file.Name))
            {
                foreach (var inner in OfArchive(file))
                {
                    yield return inner;
                }
            }
            else if (DocumentReader.IsSupported(file.Name))
            {
                yield return new PlannedDocument(file, null);
            }
            else
            {
                yield return new PlannedRefusal(file.Path, NotSupported(file.Name), IsFailure: false);
            }
        }
    }

    private static List<PlannedItem> OfArchive(SourceFile file)
    {
        try
        {
            return [.. OfFiles(SourceArchive.Open(file).Files.Select(f => f with { Path = $"{file.Path}/{f.Path}" }))];
        }
        catch (IngestionException error)
        {
            return [new PlannedRefusal(file.Path, error.Message, IsFailure: true)];
        }
    }
}
