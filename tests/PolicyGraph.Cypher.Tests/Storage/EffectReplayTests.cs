using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Tests.Storage;

public sealed class EffectReplayTests : IDisposable
{
    private readonly GraphStore store = GraphStore.InMemory();
    private readonly GraphOrigin origin = GraphOrigin.New();
    private readonly List<GraphEffect> effects = [];

    public void Dispose() => store.Dispose();

    [Fact]
    public void Writes_DoneAgainOnTheirOwnGraph_ChangeNothing()
    {
        Document(store, "国发〔2021〕4号");
        Write("MATCH (d:Document) CREATE (:Note {text: '批注'})-[:ABOUT]->(d) SET d.reviewed = 1");
        Write("MATCH (n:Note)-[r:ABOUT]->() SET n.text = '再注', r.since = 2026");
        Write("CREATE (:Note {text: '删去'})");
        Write("MATCH (n:Note {text: '删去'}) DELETE n");
        var before = Image.Of(store.Snapshot());
        using (var transaction = store.BeginWrite())
        {
            Assert.Empty(Replay(transaction, origin, isNewMaking: false));
            Assert.False(transaction.HasChanges);
        }

        Assert.Equal(before, Image.Of(store.Snapshot()));
    }

    [Fact]
    public void Writes_DoneAgainAfterTheirDocumentCameAnew_AreLaidOverIt()
    {
        Document(store, "国发〔2021〕4号");
        Write("MATCH (d:Document) CREATE (:Note {text: '批注'})-[:ABOUT {since: 2026}]->(d) SET d.reviewed = 1");
        Run(store, "MATCH (d:Document) DETACH DELETE d");
        Document(store, "国发〔2021〕4号");
        using (var transaction = store.BeginWrite())
        {
            Assert.Empty(Replay(transaction, origin, isNewMaking: false));
            transaction.Commit();
        }

        Assert.Equal("批注 2026 1", One("MATCH (n:Note)-[r:ABOUT]->(d:Document) RETURN n.text + ' ' + toString(r.since) + ' ' + toString(d.reviewed)"));
    }

    [Fact]
    public void Writes_DoneOnAGraphMadeAgain_KeepTheirNamesThere_AndReportWhatNoLongerFits()
    {
        Document(store, "国发〔2021〕4号");
        Document(store, "工信部规〔2021〕178号");
        Write("MATCH (d:Document) CREATE (:Note {text: d.id})-[:ABOUT]->(d)");
        using var again = GraphStore.InMemory();
        Document(again, "工信部规〔2021〕178号");
        var next = GraphOrigin.New();
        using (var transaction = again.BeginWrite())
        {
            var misfit = Assert.Single(Replay(transaction, next, isNewMaking: true));
            Assert.Contains("国发〔2021〕4号", misfit, StringComparison.Ordinal);
            transaction.SetOrigin(next.ToString());
            transaction.Commit();
        }

        Assert.Equal(2, again.Snapshot().CountNodesWithLabel("Note"));
        var kept = GraphOrigin.Read(again.Origin!); // Set above.
        foreach (var created in effects.SelectMany(e => e.Nodes).Select(n => n.Node).OfType<NamedNode>())
        {
            var node = again.Snapshot().FindNode(kept.FindNode(created.Name) ?? -1);
            Assert.Equal(created.Name, kept.NodeName(node!.Id)); // The name is known, and so is the node.
        }
    }

    private List<string> Replay(GraphTransaction transaction, GraphOrigin names, bool isNewMaking)
    {
        var replay = new EffectReplay(names, isNewMaking, effects);
        return [.. effects.SelectMany(effect => replay.Apply(transaction, effect))];
    }

    private void Write(string statement) => Run(store, statement, (transaction, _) => effects.Add(transaction.Effect(origin)));

    private string? One(string query) => new EmbeddedGraphDatabase(store).ExecuteAsync(new GraphQuery(query)).GetAwaiter().GetResult().Rows.Single()[0].AsString();

    private static void Document(GraphStore into, string id)
    {
        Run(into, "CREATE CONSTRAINT document_id IF NOT EXISTS FOR (d:Document) REQUIRE d.id IS UNIQUE");
        Run(into, $"CREATE (:Document {{id: '{id}'}})");
    }

    private static void Run(GraphStore into, string statement, Action<GraphTransaction, IReadOnlyList<GraphQuery>>? beforeCommit = null) =>
        new EmbeddedGraphDatabase(into, beforeCommit).ExecuteAsync(new GraphQuery(statement, Access: GraphAccess.Write)).GetAwaiter().GetResult();
}
