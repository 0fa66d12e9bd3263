using System.Diagnostics;
using System.Globalization;
using System.Text;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Compliance;
using PolicyGraph.Compliance.Benchmarks;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using PolicyGraph.Ontology;

namespace PolicyGraph.Benchmarks;

/// <summary>Warm gap analysis at its planned size: 300 criteria of two operands each, 200 papers with 2,000 facts, a fact drawn at random changed before each run, each answer equal to a fresh process's.</summary>
internal static class GapBenchmark
{
    private const int Criteria = 300;
    private const int Papers = 200;
    private const int FactsOfAPaper = 10;
    private const string Enterprise = "91440000BENCH00018";
    private static readonly GapRequest Request = new(Enterprise, new DateOnly(2026, 6, 30)) { Standards = ["bench"], Benchmarks = Marks() };

    /// <summary>Runs it and prints one line.</summary>
    /// <param name="runs">How many times a fact is changed.</param>
    /// <param name="fresh">Of how many runs one is compared with a process of its own; the others with a store opened anew.</param>
    public static async Task RunAsync(int runs, int fresh)
    {
        var folder = Directory.CreateTempSubdirectory("policygraph-gap-").FullName;
        try
        {
            using var store = GraphStore.Open(folder, new GraphStoreOptions { Fsync = false });
            await using var graph = new EmbeddedGraphDatabase(store);
            await FillAsync(graph);
            var ontology = new PolicyOntology(OntologyFolder.Read());
            var service = new GapService(graph, ontology.Units, ontology.Energies);
            var random = new Random(20261121);
            var reader = new GapFactsReader(graph);
            var (times, reading, deciding) = (new List<double>(), new List<double>(), new List<double>());
            for (var run = -20; run < runs; run++)
            {
                await graph.ExecuteAsync(new GraphQuery("MATCH (f:Fact {id: $id}) SET f.number = $number", new Dictionary<string, GraphValue>
                {
                    ["id"] = $"f{random.Next(Papers * FactsOfAPaper)}", ["number"] = random.Next(1, 1000).ToString(CultureInfo.InvariantCulture),
                }, GraphAccess.Write));
                var watch = Stopwatch.StartNew();
                var assessment = await service.AssessAsync(Request, CancellationToken.None);
                watch.Stop();
                if (run < 0)
                {
                    continue;
                }

                times.Add(watch.Elapsed.TotalMilliseconds);
                watch.Restart();
                var facts = await reader.ReadAsync(Enterprise, CancellationToken.None);
                reading.Add(watch.Elapsed.TotalMilliseconds);
                watch.Restart();
                GapAnalysis.Decide(facts, new GapQuestion(Request.AsOf, ontology.Units, ontology.Energies) { Standards = Request.Standards, Benchmarks = Request.Benchmarks });
                deciding.Add(watch.Elapsed.TotalMilliseconds);
                var told = JsonText.ToText(w => AssessmentJson.Write(w, assessment));
                var again = run % fresh == 0 ? Child(folder) : await AnswerAsync(folder, ontology);
                if (told != again || assessment.Findings.Count != Criteria)
                {
                    throw new InvalidOperationException($"run {run}: the warm answer is not the fresh one");
                }
            }

            times.Sort();
            reading.Sort();
            deciding.Sort();
            Console.WriteLine(FormattableString.Invariant($"gap warm, {Criteria} criteria, {Papers} papers, {Papers * FactsOfAPaper} facts, {runs} runs: median {times[times.Count / 2]:0.0} ms, p95 {times[(int)Math.Ceiling(times.Count * 0.95) - 1]:0.0} ms, max {times[^1]:0.0} ms (reading {reading[runs / 2]:0.0}, deciding {deciding[runs / 2]:0.0} at the median); every answer equal to a fresh one ({(runs + fresh - 1) / fresh} of them by a process of its own)"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The answer over a store that is opened anew.</summary>
    public static async Task<string> AnswerAsync(string folder, PolicyOntology ontology)
    {
        using var store = GraphStore.Open(folder, new GraphStoreOptions { ReadOnly = true });
        await using var graph = new EmbeddedGraphDatabase(store);
        var assessment = await new GapService(graph, ontology.Units, ontology.Energies).AssessAsync(Request, CancellationToken.None);
        return JsonText.ToText(w => AssessmentJson.Write(w, assessment));
    }

    private static string Child(string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath ?? "dotnet") { RedirectStandardOutput = true };
        if (System.IO.Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(GapBenchmark).Assembly.Location);
        }

        start.ArgumentList.Add("gap-once");
        start.ArgumentList.Add(folder);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("no process");
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return answer;
    }

    private static async Task FillAsync(EmbeddedGraphDatabase graph)
    {
        var setup = new List<(string Query, GraphValue Rows)>
        {
            ("CREATE (:Enterprise {id: '" + Enterprise + "', name: '基准测试厂', creditCode: '" + Enterprise + "', industry: '3011', jurisdiction: '广东省'}), (:Edition {id: 'bench', title: '基准', validFrom: '2020-01-01', why: '测试'})", GraphValue.Null),
            ("UNWIND $rows AS p MATCH (d:Edition {id: 'bench'}) CREATE (c:Criterion) SET c = p CREATE (d)-[:HAS_CRITERION]->(c)", GraphValue.ListOf(Enumerable.Range(0, Criteria).Select(Criterion))),
            ("UNWIND $rows AS p MATCH (e:Enterprise {id: '" + Enterprise + "'}) CREATE (d:Document:EvidenceFile) SET d = p MERGE (t:EvidenceType {id: 'output-statistics'}) CREATE (e)-[:PROVIDES]->(d), (d)-[:IS_A]->(t)", GraphValue.ListOf(Enumerable.Range(0, Papers).Select(Paper))),
            ("UNWIND $rows AS p MATCH (d:Document {id: p.documentId}) CREATE (f:Fact) SET f = p CREATE (d)-[:STATES]->(f)", GraphValue.ListOf(Enumerable.Range(0, Papers * FactsOfAPaper).Select(Fact))),
            ("CREATE INDEX FOR (f:Fact) ON (f.id)", GraphValue.Null),
        };
        foreach (var (query, rows) in setup)
        {
            await graph.ExecuteAsync(new GraphQuery(query, new Dictionary<string, GraphValue> { ["rows"] = rows }, GraphAccess.Write) { Limits = GraphLimits.None });
        }
    }

    private static GraphValue Criterion(int i) => new MapValue(new Dictionary<string, GraphValue>
    {
        ["id"] = $"bench/area.c{i}", ["criterion"] = $"area.c{i}", ["clause"] = $"{i}", ["title"] = $"指标 {i}", ["kind"] = "scored", ["asks"] = "统计表", ["ordinal"] = (long)i, ["sources"] = GraphValue.ListOf(["标准|1|verified"]),
        ["rule"] = "ratio", ["ruleNumerator"] = GraphValue.ListOf([$"a{i}"]), ["ruleDenominator"] = GraphValue.ListOf([$"b{i}"]), ["ruleYears"] = 1L, ["ruleDirection"] = "lower", ["ruleUnit"] = "t/t", ["ruleFormula"] = "a ÷ b",
    });

    private static GraphValue Paper(int i) => new MapValue(new Dictionary<string, GraphValue> { ["id"] = $"{Enterprise}/p{i}.csv", ["path"] = $"p{i}.csv", ["sha256"] = $"{i:x64}", ["type"] = "output-statistics", ["status"] = "succeeded" });

    /// <summary>The facts go round the 600 operands, so that each stands in three or four papers.</summary>
    private static GraphValue Fact(int i) => new MapValue(new Dictionary<string, GraphValue>
    {
        ["id"] = $"f{i}", ["documentId"] = $"{Enterprise}/p{i / FactsOfAPaper}.csv", ["field"] = i % (2 * Criteria) < Criteria ? $"a{i % Criteria}" : $"b{i % Criteria}", ["kind"] = "quantity", ["written"] = "100", ["number"] = "100", ["unit"] = i % 3 == 0 ? "t" : "吨",
        ["periodStart"] = "2025-01-01", ["periodEnd"] = "2025-12-31", ["group"] = 0L, ["role"] = "value", ["ordinal"] = (long)(i % FactsOfAPaper), ["quote"] = "100", ["start"] = (long)(i * 7), ["end"] = (long)((i * 7) + 3), ["sheet"] = "表", ["cell"] = $"C{i}",
    });

    private static BenchmarkFile Marks()
    {
        var text = new StringBuilder("standard: bench\nindustry: \"3011\"\nyear: 2025\nindicators:\n");
        for (var i = 0; i < Criteria; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  area.c{i}: {{ unit: t/t, lead: 0.5, base: 1.5, weight: 1 }}\n");
        }

        return BenchmarkFile.Read(text.ToString(), "bench.yaml");
    }
}
