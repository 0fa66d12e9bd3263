using System.Globalization;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Benchmarks;
using PolicyGraph.Ontology;

// dotnet run -c Release --project tests/PolicyGraph.Benchmarks -- NAME [ARGUMENTS]
// One line a benchmark: its name, what it takes, what it measures, and how many arguments it needs at least.
Benchmark[] benchmarks =
[
    new("gap", "[RUNS FRESH]", "a warm gap analysis at its planned size: 300 criteria, 200 papers, 2,000 facts; every answer compared with a fresh one", 0, a => GapBenchmark.RunAsync(Number(a, 0, 200), Number(a, 1, 20))),
    new("gap-once", "DATA", "one answer of the gap benchmark by a fresh process (the gap benchmark starts it)", 1, async a => Console.Write(await GapBenchmark.AnswerAsync(a[0], new PolicyOntology(OntologyFolder.Read())))),
    new("store", "[NODES RELATIONSHIPS]", "the embedded store at its planned size: opening, memory, one commit", 0, a => Done(() => StoreBenchmark.Run((Number(a, 0, 200_000), Number(a, 1, 1_000_000))))),
    new("cypher", "[SERVER|- [NODES RELATIONSHIPS]]", "statements of the language in process and beside it on a Neo4j server with an empty database (login as for --graph); - for none", 0, a => CypherBenchmark.RunAsync(Number(a, 1, 200_000), Number(a, 2, 1_000_000), a is ["-", ..] or [] ? null : a[0])),
    new("reading", "FOLDER…", "how fast the .txt, .docx and .html files of some folders become provisions", 1, ReadingBenchmark.RunAsync),
    new("pdf", "FOLDER", "a PDF of a thousand pages, united from those of the folder", 1, a => PdfBenchmark.RunAsync(a[0])),
    new("neo4j", "URL CORPUS", "the embedded graph and an empty Neo4j server side by side: loading, every query file, a gap analysis with 300 criteria and 200 papers", 2, a => ServerBenchmark.RunAsync(a[0], a[1])),
    new("evidence", "REPOSITORY [FILES]", "an enterprise's folder of 200 papers of every type and format, ingested", 1, a => EvidenceBenchmark.RunAsync(a[0], Number(a, 1, 200))),
];

if (args is not [var name, .. var given] || Array.Find(benchmarks, b => b.Name == name) is not { } chosen || given.Length < chosen.Needed)
{
    Console.Error.WriteLine("usage: PolicyGraph.Benchmarks NAME …\n" + string.Join('\n', benchmarks.Select(b => $"  {b.Name} {b.Arguments}: {b.Measures}")));
    return 2;
}

try
{
    await chosen.Run(given);
    return 0;
}
catch (InvalidOperationException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}

static int Number(string[] arguments, int at, int otherwise) => arguments.Length > at ? int.Parse(arguments[at], CultureInfo.InvariantCulture) : otherwise;

static Task Done(Action run)
{
    run();
    return Task.CompletedTask;
}

/// <summary>One benchmark of the table.</summary>
internal sealed record Benchmark(string Name, string Arguments, string Measures, int Needed, Func<string[], Task> Run);
