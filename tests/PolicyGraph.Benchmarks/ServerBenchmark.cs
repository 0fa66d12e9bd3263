using System.Diagnostics;
using System.Globalization;
using PolicyGraph.Api.Catalogue;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Compliance;
using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Neo4j;
using PolicyGraph.Ontology;
using Path = System.IO.Path;

namespace PolicyGraph.Benchmarks;

/// <summary>The embedded graph and a Neo4j server side by side: loading, every query file, and a gap analysis with many criteria and papers. Prints Markdown.</summary>
/// <remarks>The server has to be empty; what was put there is taken away again.</remarks>
internal sealed class ServerBenchmark(IGraphDatabase server, string corpus)
{
    private const int Nodes = 60_000;
    private const int Relationships = 120_000;
    private const int Criteria = 300;
    private const int Papers = 200;

    private static readonly string[] Types = ["HAS_PART", "REFERS_TO", "CITES", "STATES"];

    private static readonly string[] Enlarge =
    [
        """
        MATCH (e:Edition {id: 'gbt36132-2025'})-[:HAS_CRITERION]->(c:Criterion) WITH e, c ORDER BY c.id WITH e, collect(c) AS held
        UNWIND range(1, $criteria - size(held)) AS i WITH e, held[i % size(held)] AS c, i
        CREATE (e)-[:HAS_CRITERION]->(n:Criterion) SET n = c {.*, id: c.id + '.' + toString(i), criterion: c.criterion + '.' + toString(i), ordinal: 1000 + i}
        WITH c, n MATCH (c)-[:NEEDS]->(t) CREATE (n)-[:NEEDS]->(t)
        """,
        """
        MATCH (e:Enterprise {id: $id})-[:PROVIDES]->(f:EvidenceFile) WITH e, f ORDER BY f.id WITH e, collect(f) AS held
        UNWIND range(1, $papers - size(held)) AS i WITH e, held[i % size(held)] AS f, i
        CREATE (e)-[:PROVIDES]->(g:Document:EvidenceFile) SET g = f {.*, id: f.id + '.' + toString(i), path: toString(i) + '-' + f.path, copyOf: f.id}
        """,
        "MATCH (g:EvidenceFile) WHERE g.copyOf IS NOT NULL MATCH (:Document {id: g.copyOf})-[:IS_A]->(t) CREATE (g)-[:IS_A]->(t)",
        "MATCH (g:EvidenceFile) WHERE g.copyOf IS NOT NULL MATCH (:Document {id: g.copyOf})-[:STATES]->(x:Fact) CREATE (g)-[:STATES]->(y:Fact) SET y = x {.*, id: g.id + x.id, documentId: g.id}",
    ];

    /// <summary>Runs it.</summary>
    /// <param name="url">Address of the server; login as the product takes it.</param>
    /// <param name="corpus">The corpus folder.</param>
    /// <exception cref="InvalidOperationException">The address cannot be read, or the server holds something.</exception>
    public static async Task RunAsync(string url, string corpus)
    {
        if (!ServerAddress.TryRead(url, out var address, out var fault) || address is null)
        {
            throw new InvalidOperationException(fault);
        }

        await using var graph = new Neo4jGraphDatabase(address, ServerLogin.Read(Environment.GetEnvironmentVariable));
        if ((await graph.ExecuteAsync(new GraphQuery("MATCH (n) RETURN n LIMIT 1"))).Rows.Count > 0)
        {
            throw new InvalidOperationException("the server holds something; start an empty one for this");
        }

        var benchmark = new ServerBenchmark(graph, corpus);
        await benchmark.LoadAsync();
        await benchmark.CompareAsync();
        await benchmark.ClearAsync();
    }

    private async Task LoadAsync()
    {
        using var store = GraphStore.InMemory();
        Fill(store);
        var watch = Stopwatch.StartNew();
        await GraphCopy.ToServerAsync(store.Snapshot(), GraphOrigin.New(), server, CancellationToken.None);
        Console.WriteLine(FormattableString.Invariant($"Loaded {Nodes} nodes and {Relationships} relationships (4 properties each) into the server in {watch.Elapsed.TotalSeconds:0.0} s.\n"));
        await ClearAsync();
    }

    private async Task CompareAsync()
    {
        using var store = GraphStore.InMemory();
        var embedded = new EmbeddedGraphDatabase(store);
        var ontology = new PolicyOntology(OntologyFolder.Read());
        await new IngestionPipeline(embedded, ontology, originals: null, journal: null, TimeProvider.System).IngestAsync(IngestionPlan.Of(corpus), null, CancellationToken.None);
        var enterprise = (await embedded.ExecuteAsync(new GraphQuery("MATCH (e:Enterprise) RETURN e.id AS id ORDER BY id LIMIT 1"))).Rows[0][0];
        await GraphCopy.ToServerAsync(store.Snapshot(), GraphOrigin.New(), server, CancellationToken.None);
        await server.ExecuteAsync(new GraphQuery("CALL db.awaitIndexes(120)"));

        var ids = new List<GraphValue>();
        foreach (var label in (string[])["Provision", "Target", "Clause", "Criterion", "Policy"])
        {
            ids.AddRange((await embedded.ExecuteAsync(new GraphQuery($"MATCH (n:{label}) RETURN n.id AS id ORDER BY id LIMIT 5"))).Rows.Select(r => r[0]));
        }

        var parameters = new Dictionary<string, GraphValue> { ["id"] = enterprise, ["enterprise"] = enterprise, ["ids"] = GraphValue.ListOf(ids.Append(enterprise)), ["standards"] = "gbt36132-2025" };
        Console.WriteLine(FormattableString.Invariant($"The corpus ({store.Snapshot().NodeCount} nodes, {store.Snapshot().RelationshipCount} relationships), medians of 15 warm runs:\n\n| Query | Rows | Embedded, ms | Neo4j, ms |\n|---|---:|---:|---:|"));
        foreach (var (name, text) in Queries())
        {
            var query = new GraphQuery(text, parameters);
            var rows = (await embedded.ExecuteAsync(query)).Rows.Count;
            Console.WriteLine(FormattableString.Invariant($"| {name} | {rows} | {Median(await TimesAsync(() => embedded.ExecuteAsync(query), 15)):0.0} | {Median(await TimesAsync(() => server.ExecuteAsync(query), 15)):0.0} |"));
        }

        var search = "绿色工厂 评价";
        var fixedState = new EmbeddedGraphDatabase(store.Fork());
        var found = (await ProvisionSearch.FindAsync(fixedState, search, CancellationToken.None)).Count;
        Console.WriteLine(FormattableString.Invariant($"| search {search} | {found} | {Median(await TimesAsync(() => ProvisionSearch.FindAsync(fixedState, search, CancellationToken.None), 15)):0.0} | {Median(await TimesAsync(() => ProvisionSearch.FindAsync(server, search, CancellationToken.None), 15)):0.0} |"));
        await GapAsync(embedded, ontology, enterprise);
    }

    private async Task GapAsync(IGraphDatabase embedded, PolicyOntology ontology, GraphValue enterprise)
    {
        var sizes = new Dictionary<string, GraphValue> { ["criteria"] = Criteria, ["papers"] = Papers, ["id"] = enterprise };
        foreach (var graph in (IGraphDatabase[])[embedded, server])
        {
            foreach (var statement in Enlarge)
            {
                await graph.ExecuteAsync(new GraphQuery(statement, sizes, GraphAccess.Write) { Limits = GraphLimits.None });
            }
        }

        var request = new GapRequest(enterprise.AsString() ?? string.Empty, new DateOnly(2026, 6, 30)) { Standards = ["gbt36132-2025"] };
        Console.WriteLine();
        foreach (var (name, graph) in (IEnumerable<(string, IGraphDatabase)>)[("embedded", embedded), ("Neo4j", server)])
        {
            var service = new GapService(graph, ontology.Units, ontology.Energies);
            var findings = (await service.AssessAsync(request, CancellationToken.None)).Findings.Count;
            var times = await TimesAsync(() => service.AssessAsync(request, CancellationToken.None), 60);
            Console.WriteLine(FormattableString.Invariant($"gap, {Criteria} criteria ({findings} findings), {Papers} papers, {name}: median {Median(times):0} ms, p95 {times[(int)Math.Ceiling(times.Count * 0.95) - 1]:0} ms (60 warm runs)"));
        }
    }

    private async Task ClearAsync()
    {
        while ((await server.ExecuteAsync(new GraphQuery("MATCH (n) WITH n LIMIT 10000 DETACH DELETE n", null, GraphAccess.Write) { Limits = GraphLimits.None })).Statistics.NodesDeleted > 0)
        {
        }
    }

    private static IEnumerable<(string Name, string Text)> Queries()
    {
        foreach (var assembly in (System.Reflection.Assembly[])[typeof(GapService).Assembly, typeof(Tracing.TraceService).Assembly, typeof(Assistant.AskService).Assembly])
        {
            foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".cypher", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException(name));
                yield return ($"{assembly.GetName().Name?["PolicyGraph.".Length..]} {name[(name.IndexOf("Queries.", StringComparison.Ordinal) + 8)..]}", reader.ReadToEnd());
            }
        }
    }

    /// <summary>Milliseconds of each run in rising order, after three that do not count.</summary>
    private static async Task<IReadOnlyList<double>> TimesAsync(Func<Task> run, int runs)
    {
        var times = new List<double>();
        for (var i = -3; i < runs; i++)
        {
            var watch = Stopwatch.StartNew();
            await run();
            if (i >= 0)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        times.Sort();
        return times;
    }

    private static double Median(IReadOnlyList<double> times) => times[times.Count / 2];

    private static void Fill(GraphStore store)
    {
        var random = new Random(1);
        using var transaction = store.BeginWrite();
        transaction.CreateIndex(new("Provision_id", "Provision", ["id"], IsUnique: true));
        for (var i = 0; i < Nodes; i++)
        {
            transaction.CreateNode(["Provision"], new Dictionary<string, GraphValue>
            {
                ["id"] = string.Create(CultureInfo.InvariantCulture, $"工信部规〔2016〕225号/三/（六）/{i}"),
                ["documentId"] = string.Create(CultureInfo.InvariantCulture, $"document-{i % 500}"),
                ["ordinal"] = (long)(i % 1000),
                ["text"] = string.Create(CultureInfo.InvariantCulture, $"到2020年，建设千家绿色示范工厂和百家绿色示范园区（第{i}款）"),
            });
        }

        for (var i = 0; i < Relationships; i++)
        {
            transaction.CreateRelationship(Types[i % Types.Length], random.Next(Nodes), random.Next(Nodes), new Dictionary<string, GraphValue>
            {
                ["documentId"] = string.Create(CultureInfo.InvariantCulture, $"document-{i % 500}"),
                ["start"] = (long)random.Next(20_000),
                ["end"] = (long)random.Next(20_000),
                ["rule"] = string.Create(CultureInfo.InvariantCulture, $"R{i % 40}"),
            });
        }

        transaction.Commit();
    }
}
