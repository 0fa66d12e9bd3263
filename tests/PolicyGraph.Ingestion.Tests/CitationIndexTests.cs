using PolicyGraph.Ingestion.Loading;

namespace PolicyGraph.Ingestion.Tests;

public sealed class CitationIndexTests
{
    [Theory]
    [InlineData("《工业绿色发展规划（2016—2020年）》", "工业绿色发展规划(2016-2020年)")]
    [InlineData("工业绿色发展规划（2016-2020年）", "工业绿色发展规划(2016-2020年)")]
    [InlineData("GB/T 36132-2025", "gb/t36132-2025")]
    [InlineData("工信厅节函〔2016〕586号", "工信厅节函[2016]586号")]
    public void Key_OfOneTitleWrittenInTwoWays_IsTheSame(string written, string key) => Assert.Equal(key, CitationIndex.Key(written));

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("《》")]
    public void Key_OfNothing_IsNull(string? written) => Assert.Null(CitationIndex.Key(written));

    [Fact]
    public void Resolve_NumberAndTitleOfDifferentDocuments_GoesByTheNumber()
    {
        var index = new CitationIndex();
        index.Set("by-title", null, "生态设计产品评价通则");
        index.Set("by-number", "gb/t32161-2015", null);
        Assert.Equal(("by-number", false), index.Resolve("other", "gb/t32161-2015", "生态设计产品评价通则"));
    }

    [Fact]
    public void Resolve_TwoDocumentsOfOneTitle_TakesTheSmallerIdWhateverCameFirst()
    {
        var (one, other) = (new CitationIndex(), new CitationIndex());
        one.Set("a", null, "实施方案");
        one.Set("b", null, "实施方案");
        other.Set("b", null, "实施方案");
        other.Set("a", null, "实施方案");
        Assert.Equal(("a", false), one.Resolve("c", null, "实施方案"));
        Assert.Equal(("a", false), other.Resolve("c", null, "实施方案"));
    }

    [Fact]
    public void Resolve_ADocumentThatIsAbsent_GivesTheStubOfItsNumber()
    {
        var index = new CitationIndex();
        Assert.Equal(("absent:国发[2015]28号", true), index.Resolve("c", "国发[2015]28号", "中国制造2025"));
    }

    [Fact]
    public void Resolve_ItsOwnTitle_IsNeverItself()
    {
        var index = new CitationIndex();
        index.Set("plan", null, "专项规划");
        Assert.True(index.Resolve("plan", null, "专项规划").IsStub);
    }
}
