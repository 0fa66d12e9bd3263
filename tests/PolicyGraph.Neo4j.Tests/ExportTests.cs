using PolicyGraph.Api.Hosting;
using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Loading;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ingestion.Storage;
using PolicyGraph.Neo4j.Tests.Conformance;
using Path = System.IO.Path;

namespace PolicyGraph.Neo4j.Tests;

/// <summary>An exported script makes the same graph in the other store, both ways, as <c>cypher --write --file</c> runs it.</summary>
[Collection(TestServer.Name)]
public sealed class ExportTests(TestServer held)
{
    [ServerFact]
    public Task Script_OfASmallGraph_MakesItOnTheServerAndBack() => ThereAndBackAsync(graph => graph.ExecuteAsync(new GraphQuery(ConformanceScenario.World, null, GraphAccess.Write)));

    [LongServerFact]
    public Task Script_OfTheCorpus_MakesItOnTheServerAndBack() =>
        ThereAndBackAsync(graph => new IngestionPipeline(graph, BothGraphs.Ontology, null, null, TimeProvider.System).IngestAsync(IngestionPlan.Of(Path.Combine(BothGraphs.Repository, "corpus")), null, default));

    private async Task ThereAndBackAsync(Func<IGraphDatabase, Task> fill)
    {
        await held.EmptyAsync();
        using var store = GraphStore.InMemory();
        var embedded = new EmbeddedGraphDatabase(store);
        await fill(embedded);
        var journal = Path.GetTempFileName();
        try
        {
            await using var server = held.Open();
            var there = await ScriptAsync(embedded);
            await LoadAsync(there, new JournalledServer(new GuardedServer(server), server, new Journal(journal)));
            Assert.Equal(await Written.GraphAsync(embedded), await Written.GraphAsync(server));
            Assert.Equal(there, await ScriptAsync(server));
            using var again = GraphStore.InMemory();
            await LoadAsync(await ScriptAsync(server), new EmbeddedGraphDatabase(again));
            Assert.Equal(await Written.GraphAsync(embedded), await Written.GraphAsync(new EmbeddedGraphDatabase(again)));
        }
        finally
        {
            File.Delete(journal);
        }
    }

    private static async Task<string> ScriptAsync(IGraphDatabase graph)
    {
        var script = new StringWriter();
        CypherExport.Write(await GraphReading.OfAsync(graph, default), new GraphLoader(BothGraphs.Ontology.Schema).SchemaStatements(), script);
        return script.ToString();
    }

    private static async Task LoadAsync(string script, IGraphDatabase graph)
    {
        foreach (var statement in CypherScript.Split(script))
        {
            await graph.ExecuteAsync(new GraphQuery(statement, null, GraphAccess.Write) { Limits = GraphLimits.None });
        }
    }
}
