using PolicyGraph.Readers;

namespace PolicyGraph.Ingestion.Sources;

/// <summary>A zip as the folder that it packs.</summary>
public static class SourceArchive
{
    /// <summary>Lists the entries; their bytes are held in memory, within the limits of <see cref="ReaderOptions"/>.</summary>
    /// <exception cref="IngestionException">It is damaged, over a limit, or leads out of its folder.</exception>
    public static SourceFolder Open(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            using var stream = file.Open();
            var entries = new ArchiveReader().ReadAsync(stream, CancellationToken.None).ToBlockingEnumerable();
            return SourceFolder.Of(file.Name, entries.Select(e => new SourceFile(e.Path, $"{file.Origin}!{e.Path}", () => new MemoryStream(e.Content.ToArray(), writable: false), e.Refused?.Message)));
        }
        catch (DocumentReadException error)
        {
            throw new IngestionException($"{file.Path}：{error.Message}", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IngestionException($"{file.Path}：没有权限或无法读取：{error.Message}", error);
        }
    }
}
