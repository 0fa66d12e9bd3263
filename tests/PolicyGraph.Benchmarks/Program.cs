using System.Diagnostics;
using System.Globalization;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Compliance;
using PolicyGraph.Compliance.Benchmarks;
using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ontology;

// dotnet run -c Release --project tests/PolicyGraph.Benchmarks -- CORPUS [RUNS]
// Warm gap analysis: the corpus in memory, one fact drawn at random changed before each run, the sample enterprise assessed with its benchmark file.
// dotnet run -c Release --project tests/PolicyGraph.Benchmarks -- store [NODES RELATIONSHIPS]
// The embedded store at its planned size: opening, memory, one commit.
// dotnet run -c Release --project tests/PolicyGraph.Benchmarks -- gap [RUNS FRESH]
// Warm gap analysis at its planned size: 300 criteria, 200 papers, 2,000 facts; every answer compared with a fresh one.
if (args is ["gap", ..])
{
    await PolicyGraph.Benchmarks.GapBenchmark.RunAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 200, args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 20);
    return 0;
}

if (args is ["gap-once", var data])
{
    Console.Write(await PolicyGraph.Benchmarks.GapBenchmark.AnswerAsync(data, new PolicyOntology(OntologyFolder.Read())));
    return 0;
}

// dotnet run -c Release --project tests/PolicyGraph.Benchmarks -- pdf FOLDER
// A PDF of a thousand pages, united from those of the folder.
if (args is ["pdf", var pdfs])
{
    await PolicyGraph.Benchmarks.PdfBenchmark.RunAsync(pdfs);
    return 0;
}

if (args is ["store", ..])
{
    PolicyGraph.Benchmarks.StoreBenchmark.Run(args is [_, var storeNodes, var storeRelationships] ? (int.Parse(storeNodes, CultureInfo.InvariantCulture), int.Parse(storeRelationships, CultureInfo.InvariantCulture)) : (200_000, 1_000_000));
    return 0;
}

// dotnet run -c Release --project tests/PolicyGraph.Benchmarks -- cypher [SERVER [NODES RELATIONSHIPS]]
// Statements of the language in process and, beside it, on a Neo4j server (POLICYGRAPH_GRAPH_USER, POLICYGRAPH_GRAPH_PASSWORD) with an empty database; - for none.
if (args is ["cypher", ..])
{
    var (nodes, relationships) = args is [_, _, var n, var r] ? (int.Parse(n, CultureInfo.InvariantCulture), int.Parse(r, CultureInfo.InvariantCulture)) : (200_000, 1_000_000);
    await PolicyGraph.Benchmarks.CypherBenchmark.RunAsync(nodes, relationships, args is [_, var server, ..] && server != "-" ? server : null);
    return 0;
}

// dotnet run -c Release --project tests/PolicyGraph.Benchmarks -- reading FOLDER…
// How fast the .txt, .docx and .html files of some folders become provisions.
if (args is ["reading", _, ..])
{
    await PolicyGraph.Benchmarks.ReadingBenchmark.RunAsync(args[1..]);
    return 0;
}

// dotnet run -c Release --project tests/PolicyGraph.Benchmarks -- neo4j URL CORPUS
// The embedded graph and an empty Neo4j server side by side: loading, every query file, a gap analysis with 300 criteria and 200 papers. Login as for --graph.
if (args is ["neo4j", var url, var corpus])
{
    return await PolicyGraph.Benchmarks.ServerBenchmark.RunAsync(url, corpus);
}

// dotnet run -c Release --project tests/PolicyGraph.Benchmarks -- evidence REPOSITORY [FILES]
// An enterprise's folder of 200 papers of every type and format, ingested.
if (args is ["evidence", var repository, ..])
{
    await PolicyGraph.Benchmarks.EvidenceBenchmark.RunAsync(repository, args is [_, _, var files] ? int.Parse(files, CultureInfo.InvariantCulture) : 200);
    return 0;
}

if (args.Length is 0 or > 2)
{
    Console.Error.WriteLine("usage: PolicyGraph.Benchmarks CORPUS [RUNS] | gap [RUNS FRESH] | store [NODES RELATIONSHIPS] | cypher [SERVER [NODES RELATIONSHIPS]] | reading FOLDER… | neo4j URL CORPUS | pdf FOLDER | evidence REPOSITORY [FILES]");
    return 2;
}

var runs = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 200;
var ontology = new PolicyOntology(OntologyFolder.Read());
using var store = GraphStore.InMemory();
await using var graph = new EmbeddedGraphDatabase(store);
await new IngestionPipeline(graph, ontology, originals: null, journal: null, TimeProvider.System).IngestAsync(IngestionPlan.Of(args[0]), null, CancellationToken.None);

var folder = Directory.GetDirectories(System.IO.Path.Combine(args[0], "enterprises"))[0];
var benchmarks = BenchmarkFile.Read(File.ReadAllText(folder + ".benchmarks.yaml"), folder + ".benchmarks.yaml");
var enterprise = (await graph.ExecuteAsync(new GraphQuery("MATCH (e:Enterprise) RETURN e.id AS id ORDER BY id LIMIT 1"))).Rows[0][0].AsString() ?? throw new InvalidOperationException("the corpus has no enterprise");
var facts = (await graph.ExecuteAsync(new GraphQuery("MATCH (f:Fact) WHERE f.number IS NOT NULL RETURN f.id AS id ORDER BY id"))).Rows.Select(r => r[0]).ToList();
var service = new GapService(graph, ontology.Units, ontology.Energies);
var request = new GapRequest(enterprise, new DateOnly(2026, 6, 30)) { Benchmarks = benchmarks };
var random = new Random(20261121);
var times = new List<double>();
for (var run = -20; run < runs; run++)
{
    var change = new Dictionary<string, GraphValue> { ["id"] = facts[random.Next(facts.Count)], ["number"] = random.Next(1, 100_000).ToString(CultureInfo.InvariantCulture) };
    await graph.ExecuteAsync(new GraphQuery("MATCH (f:Fact {id: $id}) SET f.number = $number, f.value = toFloat($number)", change, GraphAccess.Write));
    var watch = Stopwatch.StartNew();
    var assessment = await service.AssessAsync(request, CancellationToken.None);
    watch.Stop();
    if (assessment.Findings.Count == 0)
    {
        throw new InvalidOperationException("no findings");
    }

    if (run >= 0)
    {
        times.Add(watch.Elapsed.TotalMilliseconds);
    }
}

times.Sort();
Console.WriteLine(FormattableString.Invariant($"gap warm, {runs} runs, {facts.Count} facts: median {times[times.Count / 2]:0.0} ms, p95 {times[(int)Math.Ceiling(times.Count * 0.95) - 1]:0.0} ms, max {times[^1]:0.0} ms"));
return 0;
