using PolicyGraph.Api.Hosting;
using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ingestion.Storage;
using Path = System.IO.Path;

namespace PolicyGraph.Neo4j.Tests;

/// <summary>What people write on a server is in the journal with its effect: a rebuild, on the server or embedded, makes the same graph again.</summary>
[Collection(TestServer.Name)]
public sealed class WrittenByPeopleTests(TestServer held)
{
    private const string Policy = "miit-2016-green-plan";

    /// <summary>Nodes with a key and without, relationships by value and by name, replaced properties, deletions, what depends on chance, and the schema.</summary>
    private static readonly string[] Statements =
    [
        $"MATCH (d:Document {{id: '{Policy}'}}) SET d.reviewedBy = '张三' CREATE (d)-[:HAS_NOTE {{at: date('2026-07-01')}}]->(:Note {{text: '已复核', score: rand()}})",
        "CREATE (:Note {text: '单独的'})-[:NEXT]->(:Note {text: '要删的'})",
        "MATCH (n:Note {text: '单独的'}) SET n = {text: '改过的', list: [1, 2]}",
        "MATCH (n:Note {text: '改过的'}) SET n.again = true",
        "MATCH (:Note {text: '改过的'})-[r:NEXT]->() SET r = {weight: 2.5}",
        "MATCH ()-[r:NEXT]->() SET r.seen = true",
        "CREATE (:Note {text: '两个一样的'}), (:Note {text: '两个一样的'})",
        "MATCH (n:Note {text: '两个一样的'}) WITH n LIMIT 1 SET n:Chosen",
        $"MATCH (:Document {{id: '{Policy}'}})-[r:HAS_PROVISION]->() WITH r ORDER BY r.start LIMIT 1 SET r.checked = 1",
        "MATCH (n:Note {text: '要删的'}) DETACH DELETE n",
        "CREATE CONSTRAINT Shelf_id IF NOT EXISTS FOR (n:Shelf) REQUIRE n.id IS UNIQUE",
        "CREATE (:Shelf {id: '甲'})",
        "UNWIND [1, 2] AS i CREATE (n:Note {text: '一起写的'})-[r:ON_SHELF]->(s:Shelf) SET s.id = '第' + toString(i), r.i = i;",
        $"MATCH (s:Shelf {{id: '甲'}}) MATCH (d:Document {{id: '{Policy}'}}) CREATE (s)-[r:HOLDS {{since: date('2026-07-02')}}]->(d) // 只连已有的",
        "MATCH (n:Note {text: '改过的'}) CREATE (n)-[r:NEXT]->(m:Note {text: '接着写的'})",
        "CREATE INDEX Note_text IF NOT EXISTS FOR (n:Note) ON (n.text)",
    ];

    [ServerFact]
    public async Task Writes_OnAServer_AreMadeAgainByARebuildThereAndEmbedded()
    {
        await held.EmptyAsync();
        var plan = IngestionPlan.Of(Path.Combine(BothGraphs.Repository, "corpus")).Where(item => item is PlannedDocument { Entry.Id: Policy }).ToList();
        var data = Directory.CreateTempSubdirectory("policygraph-test-").FullName;
        try
        {
            var (originals, journal) = (new Originals(Path.Combine(data, "originals")), new Journal(Path.Combine(data, "journal.jsonl")));
            await using var server = held.Open();
            await new IngestionPipeline(server, BothGraphs.Ontology, originals, journal, TimeProvider.System).IngestAsync(plan, null, default);
            await server.ExecuteAsync(new GraphQuery("CREATE (:Theirs {id: 'kept by others'})", null, GraphAccess.Write));
            var writing = new JournalledServer(new GuardedServer(server), server, journal);
            await WriteAsync(writing, Statements);
            await Assert.ThrowsAsync<GraphException>(() => WriteAsync(writing, ["MATCH (n:Note) SET n.gone = 1 / 0"]));
            await WriteAsync(writing, ["MATCH (n:NoSuchLabel) SET n.x = 1", "MATCH (n:Theirs) SET n.seen = true"]);
            Assert.Equal(Statements.Length, journal.Read().Count(e => e is { Kind: "write", Effect: not null }));
            var live = await OfTheProductAsync(server);
            Assert.Contains(live, line => line.Contains("改过的", StringComparison.Ordinal));

            var rebuilt = await GraphRebuild.RunOnServerAsync(data, server, BothGraphs.Ontology, null, default);
            Assert.Empty(rebuilt.Misfits);
            Assert.Equal(live, await OfTheProductAsync(server));
            Assert.Equal(1, (await server.ExecuteAsync(new GraphQuery("MATCH (n:Theirs {seen: true}) RETURN count(n) AS n"))).Rows[0][0].AsInteger());

            await WriteAsync(writing, ["MATCH (n:Note {text: '改过的'}) SET n.later = 1", "MATCH (n:Chosen) DELETE n"]);
            live = await OfTheProductAsync(server);
            Assert.Empty((await GraphRebuild.RunOnServerAsync(data, server, BothGraphs.Ontology, null, default)).Misfits);
            Assert.Equal(live, await OfTheProductAsync(server));

            await GraphRebuild.RunAsync(data, Path.Combine(data, "graph"), BothGraphs.Ontology, null, default);
            using var store = GraphStore.Open(Path.Combine(data, "graph"), new GraphStoreOptions { ReadOnly = true });
            Assert.Equal(live, await Written.GraphAsync(new EmbeddedGraphDatabase(store)));
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task WriteAsync(JournalledServer graph, IEnumerable<string> statements)
    {
        foreach (var statement in statements)
        {
            await graph.ExecuteAsync(new GraphQuery(statement, null, GraphAccess.Write));
        }
    }

    private static async Task<IReadOnlyList<string>> OfTheProductAsync(IGraphDatabase server)
    {
        using var memory = await GraphCopy.ToMemoryAsync(server, default);
        return await Written.GraphAsync(new EmbeddedGraphDatabase(memory));
    }
}
