using System.Diagnostics;
using System.IO.Compression;
using PolicyGraph.Documents.Structure;
using PolicyGraph.Readers;

namespace PolicyGraph.Benchmarks;

/// <summary>How fast documents become provisions, warm, on all cores: bytes of texts, and bytes of the XML in Word documents.</summary>
internal static class ReadingBenchmark
{
    private const double Seconds = 3;

    /// <param name="folders">Folders with .txt and .docx files, not searched deeper.</param>
    public static async Task RunAsync(IReadOnlyList<string> folders)
    {
        var files = folders.SelectMany(Directory.GetFiles).Order(StringComparer.Ordinal).ToList();
        await MeasureAsync("text to provisions", [.. files.Where(file => file.EndsWith(".txt", StringComparison.Ordinal)).Select(file => (file, File.ReadAllBytes(file)))], bytes => bytes.Length);
        await MeasureAsync("DOCX to provisions, its XML", [.. files.Where(file => file.EndsWith(".docx", StringComparison.Ordinal)).Select(file => (file, File.ReadAllBytes(file)))], Expanded);
        await MeasureAsync("HTML to provisions", [.. files.Where(file => file.EndsWith(".html", StringComparison.Ordinal)).Select(file => (file, File.ReadAllBytes(file)))], bytes => bytes.Length);
    }

    private static async Task MeasureAsync(string what, IReadOnlyList<(string Name, byte[] Bytes)> files, Func<byte[], long> size)
    {
        if (files.Count == 0)
        {
            return;
        }

        var sizes = files.Select(file => size(file.Bytes)).ToList();
        await PassAsync(files, Stopwatch.StartNew(), Seconds / 2);
        var (watch, before) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        var passes = await PassAsync(files, watch, Seconds);
        var processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        var bytes = sizes.Select((length, i) => length * (double)passes[i]).Sum();
        Console.WriteLine(FormattableString.Invariant($"{what}: {bytes / watch.Elapsed.TotalSeconds / 1e6:0.0} MB/s, {bytes / processor / 1e6:0.0} MB a second of processor time ({files.Count} files, {sizes.Sum() / 1e6:0.00} MB, {passes.Sum()} readings on {Environment.ProcessorCount} cores)"));
    }

    // Each core takes the next file until the time is over; how often each was read.
    private static async Task<int[]> PassAsync(IReadOnlyList<(string Name, byte[] Bytes)> files, Stopwatch watch, double seconds)
    {
        var reader = new DocumentReader();
        var counts = new int[files.Count];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed.TotalSeconds < seconds)
            {
                var i = Interlocked.Increment(ref next) % files.Count;
                using var stream = new MemoryStream(files[i].Bytes);
                var document = await reader.ReadAsync(stream, files[i].Name, CancellationToken.None);
                if (ProvisionParser.Parse(document, FlattenedTableReader.Read(document)).Provisions.Count == 0)
                {
                    throw new InvalidOperationException($"{files[i].Name} has no provision");
                }

                Interlocked.Increment(ref counts[i]);
            }
        })));
        return counts;
    }

    private static long Expanded(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).Sum(entry => entry.Length);
    }
}
