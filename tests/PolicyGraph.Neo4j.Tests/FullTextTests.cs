using PolicyGraph.Api.Catalogue;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion.Loading;

namespace PolicyGraph.Neo4j.Tests;

/// <summary>Full text over provisions finds the same on both stores, whatever a person types.</summary>
[Collection(TestServer.Name)]
public sealed class FullTextTests(TestServer held)
{
    private static readonly string[] Texts =
    [
        "建设绿色工厂。到2020年，建设千家绿色工厂", "建设绿色园区与工厂", "按照GB/T 36132的要求开展评价", "按照GB/T36132开展评价", "标准号为GB 12348，与36132无关", "规模3,000家，下降1.5个百分点", "CO2排放强度下降",
        "ＧＢ／Ｔ　３６１３２（全角）", "绿色 工厂（中间有空格）", "green AND factory OR not", "第1条规定，见第十二条", "a*b ~ \"引号\" 与 (括号)", "x_36132 和 v1.5.2", "厂", "工", "能源管理体系；水：GB/T18820", "㎡、℃、№、①和２０２０年",
    ];

    [ServerFact]
    public async Task Hits_OfEveryText_AreTheSameOnBoth()
    {
        await held.EmptyAsync();
        using var store = GraphStore.InMemory();
        var embedded = new EmbeddedGraphDatabase(store);
        await using var server = held.Open();
        await server.ExecuteAsync(new GraphQuery(GraphLoader.FullTextIndex, null, GraphAccess.Write));
        await server.ExecuteAsync(new GraphQuery("CALL db.awaitIndexes(60)"));
        var rows = new Dictionary<string, GraphValue> { ["texts"] = GraphValue.ListOf(Texts.Select(t => (GraphValue)t)) };
        const string Make = "CREATE (d:Document {id: 'd', title: '文件'}) WITH d UNWIND range(0, size($texts) - 1) AS i CREATE (:Provision {id: 'd/' + toString(i), documentId: 'd', path: toString(i), heading: CASE WHEN i = 0 THEN '一、绿色制造' ELSE null END, text: $texts[i], ordinal: i})";
        foreach (var graph in (IGraphDatabase[])[embedded, server])
        {
            await graph.ExecuteAsync(new GraphQuery(Make, rows, GraphAccess.Write));
        }

        async Task<string> FoundAsync(IGraphDatabase graph, string text) => string.Join(' ', (await ProvisionSearch.FindAsync(graph, text, default)).Select(h => h.Path));
        foreach (var (text, expected) in (IEnumerable<(string, string)>)
        [
            ("绿色工厂", "0"), ("绿色园区与工厂", "1"), ("GB/T 36132", "2 7"), ("GB/T36132", "3"), ("gb/t", "2 7"), ("36132", "2 4 7"), ("绿色 工厂", "0 1 8"), ("绿色制造", "0"), ("1.5", "5"), ("CO2", "6"),
            ("AND", "9"), ("OR not", "9"), ("\"引号\"", "11"), ("a*b", "11"), ("括号)", "11"), ("厂", "0 1 8 13"), ("第1条规定", "10"), ("条规", "10"), ("2020", "0 16"), ("绿色工厂 AND 千家", string.Empty), ("没有的词", string.Empty),
        ])
        {
            Assert.Equal((text, expected), (text, await FoundAsync(embedded, text)));
            Assert.Equal((text, expected), (text, await FoundAsync(server, text)));
        }

        foreach (var text in Texts.SelectMany(t => Enumerable.Range(0, t.Length).SelectMany(i => (string[])[t[i..Math.Min(t.Length, i + 1)], t[i..Math.Min(t.Length, i + 3)]])).Distinct().Where(t => t.Any(char.IsLetterOrDigit)).Index().Where(t => t.Index % 5 == 0).Select(t => t.Item))
        {
            Assert.Equal((text, await FoundAsync(embedded, text)), (text, await FoundAsync(server, text)));
        }
    }

    [ServerFact]
    public async Task RawInput_ForTheServersIndex_FailsOrFindsWhatWasNotMeant()
    {
        await held.EmptyAsync();
        await using var server = held.Open();
        await server.ExecuteAsync(new GraphQuery(GraphLoader.FullTextIndex, null, GraphAccess.Write));
        await server.ExecuteAsync(new GraphQuery("CALL db.awaitIndexes(60)"));
        await server.ExecuteAsync(new GraphQuery("CREATE (:Provision {id: 'a', text: '建设绿色园区与工厂'})", null, GraphAccess.Write));
        Task<GraphResult> RawAsync(string text) => server.ExecuteAsync(new GraphQuery("CALL db.index.fulltext.queryNodes('Provision_text', $query) YIELD node RETURN node.id AS id", new Dictionary<string, GraphValue> { ["query"] = text }));
        Assert.Single((await RawAsync("绿色工厂")).Rows);
        await Assert.ThrowsAsync<GraphException>(() => RawAsync("GB/T 36132"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" * ~ \" ")]
    public async Task Search_ForNothing_IsRefusedWithWhatToWrite(string text)
    {
        using var store = GraphStore.InMemory();
        Assert.Contains("绿色工厂", (await Assert.ThrowsAsync<RequestException>(() => ProvisionSearch.FindAsync(new EmbeddedGraphDatabase(store), text, default))).Message, StringComparison.Ordinal);
    }
}
