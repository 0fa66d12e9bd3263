using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Sources;
using Path = System.IO.Path;

namespace PolicyGraph.Neo4j.Tests;

/// <summary>Several who load one server at once leave what one would.</summary>
[Collection(TestServer.Name)]
public sealed class SeveralProcessesTests(TestServer held)
{
    [ServerFact]
    public async Task Ingest_ByFourAtOnce_LeavesTheGraphOfOne()
    {
        await held.EmptyAsync();
        var corpus = Path.Combine(BothGraphs.Repository, "corpus");
        var plan = IngestionPlan.Of(corpus).ToList();
        using var store = GraphStore.InMemory();
        var one = new EmbeddedGraphDatabase(store);
        await new IngestionPipeline(one, BothGraphs.Ontology, null, null, TimeProvider.System).IngestAsync(plan, null, default);
        var shares = Enumerable.Range(0, 4).Select(n => plan.Where((item, i) => item is PlannedEnterprise ? n is 0 or 1 : i % 4 == n || i % 3 == n).ToList()).ToList();
        await Task.WhenAll(shares.Select(share => Task.Run(async () =>
        {
            await using var graph = held.Open();
            var report = await new IngestionPipeline(graph, BothGraphs.Ontology, null, null, TimeProvider.System).IngestAsync(share, null, default);
            Assert.DoesNotContain(report.Documents, d => d.Status == DocumentStatus.Failed);
        })));
        await using var server = held.Open();
        Assert.Equal(await Written.GraphAsync(one), await Written.GraphAsync(server));
        Assert.Equal(0, (await server.ExecuteAsync(new GraphQuery("MATCH (n) WHERE NOT n:PolicyGraph RETURN count(n) AS n"))).Rows[0][0].AsInteger());
    }
}
