using System.Diagnostics;
using System.Globalization;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ontology;

namespace PolicyGraph.Benchmarks;

/// <summary>Ingests an enterprise's folder of many papers: the layouts of every type of evidence and the papers of the sample enterprises, in turn, until there are as many as asked.</summary>
internal static class EvidenceBenchmark
{
    /// <summary>Prints how many papers of which format were ingested, in how many seconds, and which took longest.</summary>
    public static async Task RunAsync(string repository, int files)
    {
        var folder = Directory.CreateTempSubdirectory("policygraph-evidence-").FullName;
        try
        {
            var papers = Directory.GetFiles(Path.Combine(repository, "tests", "PolicyGraph.Extraction.Tests", "layouts", "papers"))
                .Concat(Directory.GetFiles(Path.Combine(repository, "corpus", "enterprises"), "*.*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".yaml", StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal).ToList();
            await File.WriteAllTextAsync(Path.Combine(folder, "enterprise.yaml"), "name: 肇庆砺舟五金有限公司\ncreditCode: 91441200MA4YDC001X\nindustry: \"3351\"\njurisdiction: 广东省\nproducts: [五金件]\n");
            for (var i = 0; i < files; i++)
            {
                File.Copy(papers[i % papers.Count], Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{i:0000}{Path.GetExtension(papers[i % papers.Count])}")));
            }

            var ontology = new PolicyOntology(OntologyFolder.Read());
            using var store = GraphStore.InMemory();
            await using var graph = new EmbeddedGraphDatabase(store);
            var pipeline = new IngestionPipeline(graph, ontology, originals: null, journal: null, TimeProvider.System);
            await pipeline.LoadOntologyAsync(CancellationToken.None);
            var watch = Stopwatch.StartNew();
            var reports = await pipeline.LayOverAsync(new PlannedEnterprise(string.Empty, SourceFolder.OnDisk(folder)), CancellationToken.None);
            watch.Stop();
            var formats = string.Join(", ", reports.GroupBy(r => Path.GetExtension(r.Path)).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}"));
            Console.WriteLine(FormattableString.Invariant($"evidence, {files} papers ({formats}): {watch.Elapsed.TotalSeconds:0.0} s, {reports.Count(r => r.Status == DocumentStatus.Failed)} failed"));
            foreach (var slow in reports.Where(r => r.Seconds is not null).OrderByDescending(r => r.Seconds).Take(8))
            {
                Console.WriteLine(FormattableString.Invariant($"  {slow.Seconds:0.00} s {slow.Path} {slow.Title}"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
