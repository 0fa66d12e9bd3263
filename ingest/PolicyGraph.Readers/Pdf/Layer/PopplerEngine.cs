namespace PolicyGraph.Readers.Pdf.Layer;

/// <summary>Poppler's command line tools as child processes: <c>pdftotext -bbox-layout</c> for the words, <c>pdftocairo -svg</c> for ruling lines.</summary>
/// <param name="temporaryFolder">Where a PDF is laid while poppler reads it; null for the system's.</param>
public sealed class PopplerEngine(string? temporaryFolder = null) : IPdfEngine
{
    // Runs of pages that lie this near are drawn together: opening the file costs more than a page.
    private const int NearPages = 3;

    // Pages drawn by one child, so that no child holds too much and two can work side by side.
    private const int PagesPerRun = 40;

    // Share of the time for one document after which no more pages are drawn.
    private const double DrawingShare = 0.5;

    /// <inheritdoc/>
    public PageLayer ReadWords(PdfSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        using var file = Lay(source);
        return PopplerWords.Read(file);
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<int, IReadOnlyList<Ruling>> ReadRulings(PdfSource source, IReadOnlyList<int> pages)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(pages);
        var found = new Dictionary<int, IReadOnlyList<Ruling>>();
        if (pages.Count == 0)
        {
            return found;
        }

        using var clock = CancellationTokenSource.CreateLinkedTokenSource(source.Cancellation);
        clock.CancelAfter(source.Limits.MaxTime * DrawingShare);
        using var file = Lay(source);
        try
        {
            Parallel.ForEach(Runs(pages), new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = clock.Token }, run => Draw(file, run, found, clock.Token));
        }
        catch (OperationCanceledException) when (!source.Cancellation.IsCancellationRequested)
        {
            // The pages not drawn in time are missing from the answer.
        }

        return found;
    }

    private PopplerFile Lay(PdfSource source) => new(source, temporaryFolder ?? Path.GetTempPath());

    private static void Draw(PopplerFile file, (int First, int Last) run, Dictionary<int, IReadOnlyList<Ruling>> found, CancellationToken cancellation)
    {
        var drawn = PopplerRulings.Read(file, run.First, run.Last, cancellation);
        lock (found)
        {
            for (var i = 0; i < drawn.Count; i++)
            {
                found[run.First + i] = drawn[i];
            }
        }
    }

    private static List<(int First, int Last)> Runs(IReadOnlyList<int> pages)
    {
        var runs = new List<(int First, int Last)>();
        foreach (var page in pages)
        {
            if (runs.Count > 0 && page - runs[^1].Last <= NearPages && page - runs[^1].First < PagesPerRun)
            {
                runs[^1] = (runs[^1].First, page);
            }
            else
            {
                runs.Add((page, page));
            }
        }

        return runs;
    }
}
