using System.Globalization;
using PolicyGraph.Api.Catalogue;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Compliance;
using PolicyGraph.Compliance.Benchmarks;
using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion.Loading;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ingestion.Storage;
using Xunit.Abstractions;
using Path = System.IO.Path;

namespace PolicyGraph.Neo4j.Tests;

/// <summary>Every statement of the product does the same on the embedded graph and on a Neo4j 5.26 server.</summary>
[Collection(TestServer.Name)]
public sealed class SameOnNeo4jTests(BothGraphs graphs, ITestOutputHelper output) : IClassFixture<BothGraphs>
{
    [ServerFact]
    public void Ingest_OnBoth_LeavesTheSameGraphAfterEveryStep()
    {
        foreach (var step in graphs.Steps)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step.Name}: {step.Embedded.Graph.Count} nodes and relationships, {step.Server.Statements.Count} statements, embedded {step.Embedded.Spent.TotalSeconds:0.00} s, server {step.Server.Spent.TotalSeconds:0.00} s"));
            Same(step.Name, step.Embedded.Graph, step.Server.Graph);
        }

        Assert.True(graphs.Steps[0].Embedded.Graph.Count > 1000, "the corpus was loaded");
        Assert.NotEqual(graphs.Steps[0].Embedded.Graph, graphs.Steps[1].Embedded.Graph);
    }

    [ServerFact]
    public void Ingest_OnBoth_RunsTheSameStatementsWithTheSameRowsAndCounters()
    {
        foreach (var step in graphs.Steps)
        {
            Same(step.Name, Lines(step.Embedded.Statements), Lines(step.Server.Statements));
        }
    }

    [ServerFact]
    public async Task ListAndShow_OnBoth_GiveTheSameRows()
    {
        foreach (var query in GraphList.Queries.Values)
        {
            Assert.NotEqual(0, await SameRowsAsync(query, null));
        }

        foreach (var id in (string[])["miit-2016-green-plan", "gd-2017-green-manufacturing", "91445300MA9XK0WN47", "gbt36132-2025", "91445300MA9XK0WN47/近三年产值产量.csv"])
        {
            Assert.Equal(1, await SameRowsAsync(GraphEntry.Find, id));
            var rows = 0;
            foreach (var part in GraphEntry.PartQueries)
            {
                rows += await SameRowsAsync(part.Query, id);
            }

            Assert.True(rows > 0, $"nothing is shown of {id}");
        }
    }

    [ServerFact]
    public async Task Quickstart_OnBoth_GivesTheSameRows() => Assert.NotEqual(0, await SameRowsAsync(ProductStatements.Quickstart(), null));

    [ServerFact]
    public async Task Gap_OnBoth_GivesTheSameAssessment()
    {
        var file = Path.Combine(BothGraphs.Repository, "corpus", "enterprises", "yuedong-cement.benchmarks.yaml");
        var request = new GapRequest("91445300MA9XK0WN47", new DateOnly(2026, 6, 30)) { Standards = ["gbt36132-2025"], Benchmarks = BenchmarkFile.Read(await File.ReadAllTextAsync(file), file) };
        async Task<string> AnswerAsync(IGraphDatabase graph)
        {
            var assessment = await new GapService(graph, BothGraphs.Ontology.Units, BothGraphs.Ontology.Energies).AssessAsync(request, default);
            return JsonText.ToText(json => AssessmentJson.Write(json, assessment));
        }

        var (before, beforeOnServer) = (graphs.Embedded.Statements.Count, graphs.Server.Statements.Count);
        var embedded = await AnswerAsync(graphs.Embedded);
        Assert.Contains("\"verdict\"", embedded, StringComparison.Ordinal);
        Assert.Equal(embedded, await AnswerAsync(graphs.Server));
        Same("gap", Lines(graphs.Embedded.Statements.Skip(before)), Lines(graphs.Server.Statements.Skip(beforeOnServer)));
    }

    [ServerFact]
    public async Task EnterpriseFolder_OnBoth_IsFoundStored()
    {
        var folder = SourceFolder.OnDisk(EditedCorpus.Enterprise(Path.Combine(BothGraphs.Repository, "corpus")));
        Assert.True(await EnterpriseGraph.IsStoredAsync(graphs.Embedded, "91445300MA9XK0WN47", folder, default));
        Assert.True(await EnterpriseGraph.IsStoredAsync(graphs.Server, "91445300MA9XK0WN47", folder, default));
    }

    [ServerFact]
    public async Task Graph_CarriedToTheOtherStore_IsTheSame()
    {
        var before = await Written.GraphAsync(graphs.Server);
        using var memory = await GraphCopy.ToMemoryAsync(graphs.Server, default);
        Same("the server's graph in memory", before, await Written.GraphAsync(new EmbeddedGraphDatabase(memory)));
        await graphs.Server.ExecuteAsync(new GraphQuery("CREATE (:Theirs {id: 'kept by others'})", null, GraphAccess.Write));
        var schema = new GraphLoader(BothGraphs.Ontology.Schema).SchemaStatements();
        await GraphCopy.ToServerAsync(memory.Snapshot(), graphs.Server, schema, default);
        Assert.Equal(1, (await graphs.Server.ExecuteAsync(new GraphQuery("MATCH (n:Theirs) DELETE n RETURN count(n) AS n", null, GraphAccess.Write))).Rows[0][0].AsInteger());
        Same("the graph put back on the server", before, await Written.GraphAsync(graphs.Server));
    }

    [ServerFact]
    public async Task Script_ExportedFromTheServer_MakesTheSameGraphEmbeddedAndTheSameScript()
    {
        var (fromServer, fromMemory) = (new StringWriter(), new StringWriter());
        var schema = new GraphLoader(BothGraphs.Ontology.Schema).SchemaStatements().ToList();
        CypherExport.Write(await GraphReading.OfAsync(graphs.Server, default), schema, fromServer);
        using var store = GraphStore.InMemory();
        var loaded = new EmbeddedGraphDatabase(store);
        foreach (var statement in CypherScript.Split(fromServer.ToString()))
        {
            await loaded.ExecuteAsync(new GraphQuery(statement, null, GraphAccess.Write) { Limits = GraphLimits.None });
        }

        Same("the script embedded", await Written.GraphAsync(graphs.Server), await Written.GraphAsync(loaded));
        CypherExport.Write(await GraphReading.OfAsync(loaded, default), schema, fromMemory);
        Assert.Equal(fromServer.ToString(), fromMemory.ToString());
    }

    [ServerFact]
    public async Task Write_OfAPerson_IsJournalledAndItsNodesAreMarked()
    {
        var file = Path.GetTempFileName();
        var writing = new JournalledServer(graphs.Server, new Journal(file));
        await writing.ExecuteAsync(new GraphQuery("CREATE (:Note {id: 'mine'})", null, GraphAccess.Write));
        Assert.Equal("CREATE (:Note {id: 'mine'})", Assert.Single(new Journal(file).Read()).Statement);
        File.Delete(file);
        Assert.Equal(1, (await graphs.Server.ExecuteAsync(new GraphQuery("MATCH (n:Note:PolicyGraph) DELETE n RETURN count(n) AS n", null, GraphAccess.Write))).Rows[0][0].AsInteger());
    }

    [ServerTheory]
    [InlineData("LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row")]
    [InlineData("SHOW USERS")]
    [InlineData("CALL dbms.listConfig()")]
    [InlineData("// \\u000a CREATE (n:Evil) RETURN 1")]
    [InlineData("RETURN 'x\\u0027 AS x CREATE (n:Evil) RETURN \\u0027y'")]
    public async Task Statement_OfAPersonWhoReads_IsRefusedBeforeTheServerSeesIt(string statement)
    {
        var before = graphs.Server.Statements.Count;
        await Assert.ThrowsAsync<GraphException>(() => new GuardedServer(graphs.Server).ExecuteAsync(new GraphQuery(statement)));
        Assert.Equal(before, graphs.Server.Statements.Count);
    }

    [ServerFact]
    public async Task Statements_OfTheProduct_MakeNoWarning()
    {
        await ListAndShow_OnBoth_GiveTheSameRows();
        await Quickstart_OnBoth_GivesTheSameRows();
        await Gap_OnBoth_GivesTheSameAssessment();
        Assert.Empty(graphs.Warnings);
    }

    private async Task<int> SameRowsAsync(string query, string? id)
    {
        var statement = new GraphQuery(query, id is null ? null : new Dictionary<string, GraphValue> { ["id"] = id });
        var (embedded, server) = (await graphs.Embedded.ExecuteAsync(statement), await graphs.Server.ExecuteAsync(statement));
        Assert.Equal(Written.Rows(new Recorded(query, embedded)), Written.Rows(new Recorded(query, server)));
        return embedded.Rows.Count;
    }

    /// <summary>Statements with their counters and rows, the product's own label on a server and the turns that are taken there left out, with the node that they lock. How many properties were set is left out: the server counts a null in <c>SET n += map</c> once its key has been used anywhere in the database; the graphs themselves are compared instead.</summary>
    private static IEnumerable<string> Lines(IEnumerable<Recorded> statements) => statements.Where(s => !s.Text.Contains("o.turn", StringComparison.Ordinal) && !s.Text.EndsWith("f:PolicyGraph", StringComparison.Ordinal) && !s.Text.Contains(":Ontology ", StringComparison.Ordinal)).SelectMany(s => $"{Unmarked(s.Text)}\n{s.Result.Statistics with { PropertiesSet = 0, LabelsAdded = 0 }}\n{Written.Rows(s)}".Split('\n'));

    private static string Unmarked(string statement) => statement.Replace(" SET n:PolicyGraph", string.Empty, StringComparison.Ordinal).Replace(":PolicyGraph", string.Empty, StringComparison.Ordinal);

    private static void Same(string what, IEnumerable<string> embedded, IEnumerable<string> server)
    {
        var differences = embedded.Zip(server).Where(p => p.First != p.Second).Take(5).Select(p => $"embedded {p.First}\nserver   {p.Second}").ToList();
        Assert.True(differences.Count == 0, $"{what}:\n{string.Join("\n\n", differences)}");
        Assert.Equal(embedded.Count(), server.Count());
    }
}
