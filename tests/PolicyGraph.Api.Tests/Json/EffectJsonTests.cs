using PolicyGraph.Api.Json;
using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;

namespace PolicyGraph.Api.Tests.Json;

public sealed class EffectJsonTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("1.0")]
    [InlineData("9007199254740993")]
    [InlineData("0.0/0.0")]
    [InlineData("-1.0/0.0")]
    [InlineData("true")]
    [InlineData("'百家 \"绿色\" 工厂\\n'")]
    [InlineData("[1, 2, 3]")]
    [InlineData("['a', 'b']")]
    [InlineData("[1.5, 2.0]")]
    [InlineData("date('2026-11-21')")]
    [InlineData("time('08:30:00.123456789+08:00')")]
    [InlineData("localtime('08:30')")]
    [InlineData("localdatetime('2026-11-21T08:30:00')")]
    [InlineData("datetime('2026-11-21T08:30:00[Asia/Shanghai]')")]
    [InlineData("datetime('2026-11-21T08:30:00+08:00')")]
    [InlineData("duration('P1Y2M3DT4H5M6.7S')")]
    [InlineData("point({longitude: 112.94, latitude: 28.23})")]
    [InlineData("point({x: 1, y: 2, z: 3})")]
    public void Value_WrittenToTheJournal_ComesBackAsItWas(string literal)
    {
        var effect = EffectOf($"CREATE (:Note {{value: {literal}}})");
        var again = EffectJson.Read(EffectJson.ToText(effect));
        var value = Assert.Single(effect.Nodes).Set["value"];
        Assert.Equal(value, Assert.Single(again.Nodes).Set["value"]);
        Assert.Equal(value.GetType(), again.Nodes[0].Set["value"].GetType());
    }

    [Fact]
    public void Effect_NamesKeyedNodesByTheirKeyAndOthersByTheJournal()
    {
        var effect = EffectOf(
            "MATCH (d:Document {id: '国发〔2021〕4号'}) CREATE (n:Note {text: '批注'})-[:ABOUT {since: 2026}]->(d) SET d.reviewed = true, d.draft = null",
            "CREATE CONSTRAINT document_id FOR (d:Document) REQUIRE d.id IS UNIQUE",
            "CREATE (:Document {id: '国发〔2021〕4号', draft: 1})");
        Assert.Equal(
            "{\"nodes\":[{\"node\":{\"label\":\"Document\",\"id\":\"国发〔2021〕4号\"},\"kind\":\"changed\",\"labels\":[],\"labelsRemoved\":[],\"set\":{\"reviewed\":true},\"unset\":[\"draft\"]},"
            + "{\"node\":{\"name\":\"m:n1\"},\"kind\":\"created\",\"labels\":[\"Note\"],\"labelsRemoved\":[],\"set\":{\"text\":\"批注\"},\"unset\":[]}],"
            + "\"relationships\":[{\"name\":\"m:r0\",\"type\":\"ABOUT\",\"from\":{\"name\":\"m:n1\"},\"to\":{\"label\":\"Document\",\"id\":\"国发〔2021〕4号\"},\"kind\":\"created\",\"set\":{\"since\":2026},\"unset\":[]}],\"schema\":[]}",
            EffectJson.ToText(effect));
        Assert.Equal(EffectJson.ToText(effect), EffectJson.ToText(EffectJson.Read(EffectJson.ToText(effect))));
    }

    private static GraphEffect EffectOf(string statement, params string[] before)
    {
        using var store = GraphStore.InMemory();
        foreach (var earlier in before)
        {
            Run(new EmbeddedGraphDatabase(store), earlier);
        }

        var origin = GraphOrigin.Read("{\"graph\":\"m\",\"nodes\":{},\"relationships\":{}}");
        GraphEffect? effect = null;
        Run(new EmbeddedGraphDatabase(store, (transaction, _) => effect = transaction.Effect(origin)), statement);
        return effect ?? throw new InvalidOperationException("nothing was written");
    }

    private static void Run(EmbeddedGraphDatabase graph, string statement) => graph.ExecuteAsync(new GraphQuery(statement, Access: GraphAccess.Write)).GetAwaiter().GetResult();
}
