namespace PolicyGraph.Readers.Pdf.Layer;

/// <summary>A PDF where poppler's children can open it: a temporary file that only its owner may read, gone when disposed. Through a pipe poppler needs twice the time.</summary>
/// <remarks>Where no temporary file can be written (a read-only machine), the file goes through the pipe.</remarks>
internal sealed class PopplerFile : IDisposable
{
    private readonly string? path;

    /// <param name="source">The PDF.</param>
    /// <param name="folder">Where the temporary file is written.</param>
    public PopplerFile(PdfSource source, string folder)
    {
        Source = source;
        var name = Path.Combine(folder, $"policygraph-{Guid.NewGuid():N}.pdf");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            using var file = new FileStream(name, options);
            path = name;
            file.Write(source.Bytes.Span);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Dispose();
            path = null;
        }
    }

    /// <summary>The same file in memory, with limits and cancellation.</summary>
    public PdfSource Source { get; }

    /// <summary>How a poppler tool names it: a path, or - for its standard input.</summary>
    public string Name => path ?? "-";

    /// <summary>Whether its bytes have to be written into the child.</summary>
    public bool IsPiped => path is null;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (path is not null)
        {
            File.Delete(path);
        }
    }
}
