using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion.Loading;
using PolicyGraph.Ontology.Claims;
using PolicyGraph.Ontology.Schema;
using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ingestion.Tests;

public sealed class GraphLoaderTests : IDisposable
{
    private const string Schema = """
        nodes:
          Document: { labels: [Policy], properties: { title: string, signedOn: date } }
          Target: { owned: true, properties: { value!: float } }
          Industry: { shared: true, properties: { name!: string } }
        relationships:
          SETS: { from: [Document], to: [Target], text: true }
          NAMES: { from: [Document], to: [Industry], text: true }
        """;

    private readonly GraphStore store = GraphStore.InMemory();
    private readonly GraphLoader loader = new(GraphSchema.Load(YamlReader.Read(Schema, "graph.yaml")));

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task Load_WhatTheSchemaAllows_StandsInTheGraph()
    {
        var claims = new GraphClaims();
        var document = claims.Node("Document", "d", Properties(("title", "方案")), "Policy");
        claims.Relationship("SETS", document, claims.Node("Target", "d/1", Properties(("documentId", "d"), ("value", 100.0))), Properties(("documentId", "d"), ("start", 3L)));
        await LoadAsync(claims);
        var rows = await AskAsync("MATCH (d:Policy {id: 'd'})-[r:SETS]->(t:Target) RETURN d.title, r.start, t.value");
        Assert.Equal([(GraphValue)"方案", 3L, 100.0], Assert.Single(rows));
    }

    [Fact]
    public async Task Load_AnythingTheSchemaDoesNotAllow_IsRefusedWhole()
    {
        foreach (var (wrong, says) in Wrong())
        {
            var error = await Assert.ThrowsAsync<RefusedClaimsException>(() => LoadAsync(wrong));
            Assert.Contains(says, error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(0, store.Snapshot().NodeCount);
    }

    [Fact]
    public async Task Load_WhatADocumentSaysOfASharedNode_CountsOnlyWhenItMakesTheNode()
    {
        var (first, second) = (new GraphClaims(), new GraphClaims());
        first.Node("Industry", "31", Properties(("name", "黑色金属冶炼和压延加工业")));
        second.Node("Industry", "31", Properties(("name", "钢铁")));
        await LoadAsync(first);
        await LoadAsync(second);
        Assert.Equal([(GraphValue)"黑色金属冶炼和压延加工业"], Assert.Single(await AskAsync("MATCH (i:Industry) RETURN i.name")));
    }

    private static IEnumerable<(GraphClaims Claims, string Says)> Wrong()
    {
        yield return (One(c => c.Node("Dokument", "d")), "Dokument");
        yield return (One(c => c.Node("Document", "d", Properties(("titel", "x")))), "titel");
        yield return (One(c => c.Node("Document", "d", Properties(("title", 1L)))), "title");
        yield return (One(c => c.Node("Document", "d", Properties(("signedOn", "2016-13")))), "signedOn");
        yield return (One(c => c.Node("Document", "d", null, "Law")), "Law");
        yield return (One(c => c.Node("Document", " ")), "id");
        yield return (One(c => c.Node("Target", "t", Properties(("documentId", "d")))), "value");
        yield return (One(c => c.Node("Target", "t", Properties(("value", 1.0)))), "documentId");
        yield return (One(c => c.Relationship("SETS", c.Node("Document", "d"), c.Node("Industry", "31", Properties(("name", "x"))))), "SETS");
        yield return (One(c => c.Relationship("LOVES", c.Node("Document", "d"), c.Node("Document", "e"))), "LOVES");
    }

    private static GraphClaims One(Action<GraphClaims> add)
    {
        var claims = new GraphClaims();
        add(claims);
        return claims;
    }

    private static Dictionary<string, GraphValue> Properties(params (string Key, GraphValue Value)[] entries) => entries.ToDictionary(e => e.Key, e => e.Value);

    private async Task LoadAsync(GraphClaims claims)
    {
        var graph = new EmbeddedGraphDatabase(store);
        await using var transaction = await graph.BeginTransactionAsync(GraphAccess.Write);
        await loader.LoadAsync(transaction, claims, fromOntology: false, CancellationToken.None);
        await transaction.CommitAsync();
    }

    private async Task<IReadOnlyList<IReadOnlyList<GraphValue>>> AskAsync(string query) => (await new EmbeddedGraphDatabase(store).ExecuteAsync(new GraphQuery(query))).Rows;
}
