namespace PolicyGraph.Extraction.Tests;

public sealed class TargetScopeTests
{
    [Theory]
    [InlineData("到2020年，在信息通信、汽车、家电、纺织等行业培育百家绿色供应链示范企业。", "信息通信、汽车、家电、纺织等行业")]
    [InlineData("到2020年，在京津冀及周边、长江经济带、珠三角地区、东北等老工业基地，建立10个协同利用示范基地。", "京津冀及周边、长江经济带、珠三角地区、东北等老工业基地")]
    [InlineData("到2020年，规模以上企业单位工业增加值能耗下降18%。", "规模以上企业")]
    [InlineData("到2020年，电镀和涂装行业减少污染物排放30%以上。", "电镀和涂装行业")]
    [InlineData("到2020年，重点行业主要污染物排放强度下降20%。", "重点行业")]
    public void Scope_IsWhatTheSentenceNames(string sentence, string scope) => Assert.Equal(scope, Read(sentence).Single());

    [Theory]
    [InlineData("到2020年，六大高耗能行业占工业增加值比重达到25%。")]
    [InlineData("到2020年，培育10家以上能源领域数字化转型专业服务商。")]
    [InlineData("到2020年，工业固体废物综合利用率达到73%。")]
    [InlineData("到2020年，单位地区生产总值能源消耗在2015年的基础上下降15%。")]
    public void Scope_NotNamed_IsThatOfTheDocument(string sentence) => Assert.Equal("甘肃省", Read(sentence).Single());

    [Fact]
    public void Place_WithoutAComma_HoldsForItsClauseOnly() =>
        Assert.Equal(["重点行业", "重点行业", "甘肃省"], Read("到2020年，在重点行业出台100项绿色设计产品评价标准、10-20项绿色工厂标准，建设百家绿色园区。"));

    private static IEnumerable<string?> Read(string sentence) => Policies.Read($"甘肃省绿色制造实施方案\n一、主要目标\n{sentence}\n").Targets.Select(t => t.Scope);
}
