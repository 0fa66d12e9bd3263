using System.Diagnostics;
using System.Globalization;
using PolicyGraph.Documents;
using PolicyGraph.Readers;
using PolicyGraph.Readers.Pdf.Layer;

namespace PolicyGraph.Benchmarks;

/// <summary>A PDF of a thousand pages, made of the given ones: pages a second beside <c>pdftotext -bbox-layout</c> alone, and memory with the children's.</summary>
internal static class PdfBenchmark
{
    private const int WantedPages = 1000;
    private const int WarmReadings = 4;

    /// <param name="folder">A folder with PDF files.</param>
    public static async Task RunAsync(string folder)
    {
        var parts = Directory.GetFiles(folder, "*.pdf").Order(StringComparer.Ordinal).ToArray();
        var united = Path.Combine(Path.GetTempPath(), $"pages-{Environment.ProcessId}.pdf");
        try
        {
            var pages = parts.Sum(part => new PopplerEngine().ReadWords(Source(File.ReadAllBytes(part))).Pages.Count);
            var times = (WantedPages + pages - 1) / pages;
            foreach (var part in Enumerable.Repeat(parts, WarmReadings).SelectMany(part => part))
            {
                await ReadAsync(await File.ReadAllBytesAsync(part), part);
            }

            await RunAsync("pdfunite", [.. Enumerable.Repeat(parts, times).SelectMany(part => part), united]);
            var bytes = await File.ReadAllBytesAsync(united);
            Say($"{pages * times} pages, {bytes.Length >> 20} MB");

            var watch = Stopwatch.StartNew();
            await RunAsync("pdftotext", ["-bbox-layout", united, Path.ChangeExtension(united, ".xml")]);
            Say($"pdftotext -bbox-layout alone: {watch.Elapsed.TotalSeconds:0.0} s, {pages * times / watch.Elapsed.TotalSeconds:0} pages/s");

            var peak = 0L;
            using var stop = new CancellationTokenSource();
            var sampling = Task.Run(async () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    peak = Math.Max(peak, Process.GetProcesses().Where(process => process.Id == Environment.ProcessId || process.ProcessName is "pdftotext" or "pdftocairo").Sum(Memory));
                    await Task.Delay(50);
                }
            });
            watch.Restart();
            var document = await ReadAsync(bytes, united);
            watch.Stop();
            await stop.CancelAsync();
            await sampling;
            Say($"read: {watch.Elapsed.TotalSeconds:0.0} s, {document.Pages.Count / watch.Elapsed.TotalSeconds:0} pages/s, {document.Tables.Count} tables, {peak >> 20} MB with poppler's children");

            var engine = new PopplerEngine();
            var drawn = Enumerable.Range(1, Math.Min(100, document.Pages.Count)).ToArray();
            watch.Restart();
            engine.ReadRulings(Source(bytes), drawn);
            Say($"second pass alone: {drawn.Length / watch.Elapsed.TotalSeconds:0} pages/s");
        }
        finally
        {
            File.Delete(united);
            File.Delete(Path.ChangeExtension(united, ".xml"));
        }
    }

    private static async Task<Document> ReadAsync(byte[] bytes, string name)
    {
        using var stream = new MemoryStream(bytes);
        return await new DocumentReader(new ReaderOptions { MaxTime = TimeSpan.FromMinutes(10) }).ReadAsync(stream, name, CancellationToken.None);
    }

    private static PdfSource Source(byte[] bytes) => new(bytes, new ReaderOptions(), CancellationToken.None);

    private static long Memory(Process process)
    {
        try
        {
            return process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0; // it has ended
        }
    }

    private static async Task RunAsync(string tool, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments)) ?? throw new InvalidOperationException(tool);
        await process.WaitForExitAsync();
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
