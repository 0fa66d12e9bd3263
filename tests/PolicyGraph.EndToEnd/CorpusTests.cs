using System.Text;
using System.Text.Json;

namespace PolicyGraph.EndToEnd;

public sealed class CorpusTests(CorpusFixture corpus) : IClassFixture<CorpusFixture>
{
    private static readonly string[] SaysNothing = ["通知", "菜单", "工作计划"];

    public static TheoryData<string> Files() => [.. Directory.EnumerateFiles(CorpusFixture.Corpus, "*", SearchOption.AllDirectories)
        .Where(f => Path.GetFileName(f) != "README.md" && Path.GetExtension(f) is ".txt" or ".md" or ".csv" or ".html" or ".docx" or ".xlsx")
        .Select(f => Path.GetRelativePath(CorpusFixture.Corpus, f))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Extract_EveryFileOfTheCorpus_QuotesItsTextLetterForLetter(string file)
    {
        var answer = corpus.Product.Json("extract", Path.Combine(CorpusFixture.Corpus, file));
        var text = answer.GetProperty("text").GetString()!; // the key is always there
        var quotes = 0;
        foreach (var item in Quoted(answer))
        {
            var (start, end) = (item.GetProperty("start").GetInt32(), item.GetProperty("end").GetInt32());
            Assert.Equal(item.GetProperty("quote").GetString(), text[start..end]);
            quotes++;
        }

        foreach (var cell in answer.GetProperty("tables").EnumerateArray().SelectMany(t => t.GetProperty("rows").EnumerateArray()).SelectMany(r => r.EnumerateArray()))
        {
            Assert.Equal(Squeezed(cell.GetProperty("text").GetString()!), Squeezed(text[cell.GetProperty("start").GetInt32()..cell.GetProperty("end").GetInt32()]));
        }

        Assert.True(quotes > 0 || Array.Exists(SaysNothing, w => file.Contains(w, StringComparison.Ordinal)), "nothing was read");
    }

    [Fact]
    public void Ingest_TheCorpus_TakesEveryFile()
    {
        var statuses = corpus.First.GetProperty("documents").EnumerateArray().Select(d => d.GetProperty("status").GetString()).ToList();
        var enterprises = Directory.GetDirectories(Path.Combine(CorpusFixture.Corpus, "enterprises"));
        Assert.Equal(5 + enterprises.Sum(e => Directory.GetFiles(e).Length - 1), statuses.Count); // enterprise.yaml is no paper
        Assert.All(statuses, s => Assert.Equal("succeeded", s));
    }

    [Fact]
    public void Extract_SeedWithoutTargets_YieldsNone()
    {
        var answer = corpus.Product.Json("extract", Seed("000"));
        Assert.Empty(answer.GetProperty("targets").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("document").GetProperty("title").ValueKind);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("document").GetProperty("jurisdiction").ValueKind);
    }

    [Theory]
    [InlineData("吨钢综合能耗", 572, 560)]
    [InlineData("水泥熟料综合能耗", 112, 105)]
    [InlineData("电解铝液交流电耗", 13350, 13200)]
    [InlineData("炼油综合能耗", 65, 63)]
    [InlineData("乙烯综合能耗", 816, 790)]
    [InlineData("合成氨综合能耗", 1331, 1300)]
    [InlineData("纸及纸板综合能耗", 530, 480)]
    [InlineData("工业固体废物综合利用率", 65, 73)]
    [InlineData("尾矿", 22, 25)]
    [InlineData("煤矸石", 68, 71)]
    [InlineData("工业副产石膏", 47, 60)]
    [InlineData("钢铁冶炼渣", 79, 95)]
    [InlineData("赤泥", 4, 10)]
    [InlineData("主要再生资源回收利用量", 2.2, 3.5)]
    [InlineData("再生有色金属", 1235, 1800)]
    [InlineData("废钢铁", 8330, 15000)]
    [InlineData("废弃电器电子产品", 4, 6.9)]
    [InlineData("废塑料", 1800, 2300)]
    [InlineData("废旧轮胎", 550, 850)]
    [InlineData("绿色低碳能源占工业能源消费量比重", 12, 15)]
    [InlineData("六大高耗能行业占工业增加值比重", 27.8, 25)]
    [InlineData("绿色制造产业产值", 5.3, 10)]
    public void Extract_TableOfThePlan_HasTheRowWithBothYears(string indicator, double before, double after)
    {
        var row = Assert.Single(Table(), t => t.GetProperty("indicator").GetString()!.StartsWith(indicator, StringComparison.Ordinal) && t.GetProperty("value").GetDouble() == after);
        Assert.Equal(before, row.GetProperty("baseValue").GetDouble());
        Assert.Equal((2015, 2020), (row.GetProperty("baseYear").GetInt32(), row.GetProperty("year").GetInt32()));
    }

    [Theory]
    [InlineData("规模以上企业单位工业增加值能耗下降", 18)]
    [InlineData("单位工业增加值二氧化碳排放下降", 22)]
    [InlineData("单位工业增加值用水量下降", 23)]
    [InlineData("重点行业主要污染物排放强度下降", 20)]
    public void Extract_TableOfThePlan_HasTheCumulativeFalls(string indicator, double value)
    {
        var row = Assert.Single(Table(), t => t.GetProperty("indicator").GetString() == indicator);
        Assert.Equal(value, row.GetProperty("value").GetDouble());
        Assert.Equal(("fall", "cumulative"), (row.GetProperty("change").GetString(), row.GetProperty("basis").GetString()));
    }

    [Fact]
    public void SampleEnterprises_OnDisk_AreWhatTheGeneratorWrites()
    {
        var papers = SampleEnterprises.SamplePapers.All().ToList();
        Assert.True(papers.Count > 90, "the generator writes three folders of evidence");
        foreach (var paper in papers)
        {
            var path = Path.Combine(CorpusFixture.Corpus, "enterprises", paper.Path);
            Assert.True(File.Exists(path), paper.Path);
            Assert.True(paper.Content.AsSpan().SequenceEqual(File.ReadAllBytes(path)), $"{paper.Path} differs from what the generator writes");
        }
    }

    private List<JsonElement> Table() =>
        [.. corpus.Product.Json("extract", Seed("001")).GetProperty("targets").EnumerateArray().Where(t => t.GetProperty("quote").GetString()!.Contains("\n\t", StringComparison.Ordinal))];

    private static string Seed(string number) => Directory.GetFiles(Path.Combine(CorpusFixture.Corpus, "policies"), number + "_*").Single();

    private static IEnumerable<JsonElement> Quoted(JsonElement answer)
    {
        foreach (var key in (string[])["targets", "obligations", "citations", "industries", "processes"])
        {
            foreach (var item in answer.GetProperty(key).EnumerateArray())
            {
                yield return item;
            }
        }

        if (answer.GetProperty("evidence") is { ValueKind: JsonValueKind.Object } evidence)
        {
            foreach (var field in evidence.GetProperty("fields").EnumerateArray())
            {
                yield return field;
            }
        }
    }

    private static string Squeezed(string text)
    {
        var kept = new StringBuilder();
        foreach (var c in text.Where(c => !char.IsWhiteSpace(c)))
        {
            kept.Append(c);
        }

        return kept.ToString();
    }
}
