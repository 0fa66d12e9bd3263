using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Sources;

namespace PolicyGraph.Tracing.Tests;

/// <summary>The chains of the corpus, written down by hand before the rules: three of Guangdong's five targets carry out targets of the plan that its scheme was made on.</summary>
public sealed class CorpusChainsTests(CorpusChainsTests.Graph corpus) : IClassFixture<CorpusChainsTests.Graph>
{
    [Theory]
    [InlineData("建设绿色工厂100家", "千家绿色示范工厂")]
    [InlineData("绿色园区10个", "建立百家绿色示范园区")]
    [InlineData("开发千种绿色产品", "推广普及万种绿色产品")]
    public async Task GuangdongsTarget_CarriesOutTheNationalOne_WithBothQuotes(string quote, string parent)
    {
        var chains = (await corpus.TraceAsync(new TraceRequest())).Chains;
        var child = Assert.Single(chains.SelectMany(c => c.Links), l => l.Quote == quote);
        var above = Assert.Single(chains.SelectMany(c => c.Links), l => l.Id == child.Parent);
        Assert.Equal(("miit-2016-green-plan", parent), (above.Document, above.Quote));
        Assert.Contains("《广东省绿色制造体系建设实施方案》以《工业绿色发展规划（2016—2020年）》为制定依据", child.Why, StringComparison.Ordinal);
        Assert.Contains("《工业和信息化部办公厅关于开展绿色制造体系建设的通知》也提出同一目标", child.Why, StringComparison.Ordinal);
        Assert.Empty(child.Flags);
    }

    [Fact]
    public async Task Corpus_HasNoOtherLinksAndTwoOrphans()
    {
        var links = (await corpus.TraceAsync(new TraceRequest())).Chains.SelectMany(c => c.Links).ToList();
        Assert.Equal(80, links.Count);
        Assert.Equal(3, links.Count(l => l.Parent is not null));
        Assert.Equal(["培育40家第三方绿色制造服务机构及评价机构", "推动15个左右国家绿色制造系统集成项目完成建设"], links.Where(l => l.Flags.Any(f => f.Kind == TraceFlagKind.Orphan)).Select(l => l.Quote));
        Assert.Equal(66, links.Count(l => l.Flags.Any(f => f.Kind == TraceFlagKind.NoChild)));
    }

    [Theory]
    [InlineData("绿色工厂")]
    [InlineData("绿色示范工厂数量")]
    [InlineData("green-factories")]
    public async Task Indicator_ByNameAliasOrId_FindsItsChains(string name) =>
        Assert.Equal(["绿色工厂数量"], (await corpus.TraceAsync(new TraceRequest { Indicator = name })).Chains.Select(c => c.Indicator).Distinct());

    [Fact]
    public async Task Indicator_ThatNobodyKnows_NamesTheNearest()
    {
        var error = await Assert.ThrowsAsync<TraceException>(() => corpus.TraceAsync(new TraceRequest { Indicator = "绿色工场数量" }));
        Assert.StartsWith("--indicator 绿色工场数量：没有这个指标；相近的有：绿色工厂数量、", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryIndicatorOfAChain_FindsTheChain()
    {
        foreach (var chain in (await corpus.TraceAsync(new TraceRequest())).Chains)
        {
            Assert.Contains((await corpus.TraceAsync(new TraceRequest { Indicator = chain.Indicator })).Chains, c => c.Links[0].Id == chain.Links[0].Id);
        }
    }

    [Theory]
    [InlineData("广东")]
    [InlineData("广东省")]
    [InlineData("440000")]
    public async Task Jurisdiction_ByNameOrCode_KeepsItsChains(string place) =>
        Assert.Equal(5, (await corpus.TraceAsync(new TraceRequest { Jurisdiction = place })).Chains.Count);

    [Fact]
    public async Task Document_KeepsTheChainsItIsIn()
    {
        Assert.Equal(5, (await corpus.TraceAsync(new TraceRequest { Document = "gd-2017-green-manufacturing" })).Chains.Count);
        Assert.Empty((await corpus.TraceAsync(new TraceRequest { Document = "unnamed-plan-000" })).Chains);
        await Assert.ThrowsAsync<TraceException>(() => corpus.TraceAsync(new TraceRequest { Document = "nothing" }));
    }

    [Fact]
    public async Task Compare_WithAProvinceThatHasNothing_LeavesItsPlaceEmpty()
    {
        var comparison = (await corpus.TraceAsync(new TraceRequest { Compare = ["广东", "上海"] })).Comparison;
        Assert.NotNull(comparison);
        Assert.Equal(5, comparison.Count);
        Assert.All(comparison, c => Assert.Equal(["广东省", "上海市"], c.Rows.Select(r => r.Jurisdiction)));
        Assert.All(comparison, c => Assert.Equal([true, false], c.Rows.Select(r => r.Link is not null)));
    }

    [Fact]
    public async Task Compare_WithOnePlace_IsRefused() => await Assert.ThrowsAsync<TraceException>(() => corpus.TraceAsync(new TraceRequest { Compare = ["广东"] }));

    [Fact]
    public async Task Place_ThatNobodyKnows_IsRefused() => await Assert.ThrowsAsync<TraceException>(() => corpus.TraceAsync(new TraceRequest { Jurisdiction = "火星" }));

    [Fact]
    public async Task Nothing_WasInForceIn1990() => Assert.Empty((await corpus.TraceAsync(new TraceRequest { At = new DateOnly(1990, 1, 1) })).Chains);

    /// <summary>The policies of the corpus in a graph in memory.</summary>
    public sealed class Graph : IAsyncLifetime, IDisposable
    {
        private readonly GraphStore store = GraphStore.InMemory();

        public async Task InitializeAsync()
        {
            var pipeline = new IngestionPipeline(new EmbeddedGraphDatabase(store), OntologyFiles.Ontology, originals: null, journal: null, TimeProvider.System);
            await pipeline.IngestAsync([.. IngestionPlan.Of(Path.Combine(OntologyFiles.Repository, "corpus")).OfType<PlannedDocument>()], null, default);
        }

        public Task DisposeAsync() => Task.CompletedTask;

        public void Dispose() => store.Dispose();

        internal Task<Trace> TraceAsync(TraceRequest request) =>
            new TraceService(new EmbeddedGraphDatabase(store), OntologyFiles.Ontology.Policies, OntologyFiles.Ontology.Units).TraceAsync(request, CancellationToken.None);
    }
}
