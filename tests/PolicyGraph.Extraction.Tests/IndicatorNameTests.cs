using PolicyGraph.Extraction.Policies;

namespace PolicyGraph.Extraction.Tests;

public sealed class IndicatorNameTests
{
    [Theory]
    [InlineData("到2020年，创建百家示范意义强、综合水平高的绿色园区。", "绿色园区数量")]
    [InlineData("到2020年，建立10个冶炼渣与矿业废弃物、煤电废弃物、报废机电设备等协同利用示范基地。", "协同利用示范基地数量")]
    [InlineData("到2020年，建设5个共伴生钒钛、稀土、盐湖等资源深度利用示范项目。", "资源深度利用示范项目数量")]
    [InlineData("到2020年，推动15个左右国家绿色制造系统集成项目完成建设。", "国家绿色制造系统集成项目数量")]
    [InlineData("到2020年，在100家企业以上实施应用工程和产业示范。", "实施应用工程和产业示范的企业数量")]
    [InlineData("到2020年，发展和培育50家以上企业实施新兴产业应用和示范。", "实施新兴产业应用和示范的企业数量")]
    [InlineData("到2020年，引导形成10个左右再制造产业集聚区。", "再制造产业集聚区数量")]
    [InlineData("到2020年，建设3个等离子体装备、激光装备检测平台。", "等离子体装备数量")]
    public void Count_IsNamedAfterTheNounBehindIt(string sentence, string indicator) => Assert.Equal(indicator, Read(sentence).Single().Indicator);

    [Theory]
    [InlineData("到2025年力争累计培育工业绿色设计示范企业10家。", "工业绿色设计示范企业数量")]
    [InlineData("到2025年，力争为工业企业组织开展节能降碳诊断服务1500家。", "节能降碳诊断服务数量")]
    [InlineData("到2025年，新增完成环境综合整治建制村13万个。", "环境综合整治建制村数量")]
    [InlineData("到2025年，实施改造项目60项。", "改造项目数量")]
    [InlineData("到2025年，绿色设计产品累计达到100种。", "绿色设计产品数量")]
    public void Count_IsNamedAfterTheNounBeforeIt(string sentence, string indicator) => Assert.Equal(indicator, Read(sentence).Single().Indicator);

    [Fact]
    public void AbilityOfTheCounted_IsNotWhatIsCounted() =>
        Assert.Equal(["口岸物种查验点数量", "重点口岸数量"], Names("到2020年，建设300个口岸物种查验点，提升50个重点口岸的防范入侵能力。"));

    [Fact]
    public void QuoteOfACount_ReachesToItsNoun()
    {
        const string text = "一、主要目标\n到2020年，创建百家示范意义强、综合水平高的绿色园区，推广绿色产品。\n";
        var target = Policies.Read(text).Targets.Single();
        Assert.Equal("创建百家示范意义强、综合水平高的绿色园区", text[target.Span.Start..target.Span.End]);
    }

    [Fact]
    public void ObjectsOfOneVerb_ShareIt()
    {
        Assert.Equal(["工业削减烟粉尘", "工业削减二氧化硫", "工业削减氮氧化物"], Names("到2020年，全国工业削减烟粉尘100万吨/年、二氧化硫50万吨/年、氮氧化物180万吨/年。"));
        Assert.Equal(["削减汞使用量", "减排总铬", "减排总铅", "减排砷"], Names("到2020年，削减汞使用量280吨/年，减排总铬15吨/年、总铅15吨/年、砷10吨/年。"));
    }

    [Fact]
    public void IndicatorsWithLevelsOfTheirOwn_ShareNothing() =>
        Assert.Equal(["磷石膏利用率", "粉煤灰利用率"], Names("到2020年，磷石膏利用率40%、粉煤灰利用率75%。"));

    [Fact]
    public void LaterYear_WithoutASubject_IsAboutTheIndicatorBefore()
    {
        var targets = Read("到2025年，大宗工业固废综合利用率达到57%，2030年进一步提升至62%。");
        Assert.Equal([("大宗工业固废综合利用率", 57m, 2025), ("大宗工业固废综合利用率", 62m, (int?)2030)], targets.Select(t => (t.Indicator, t.Value, t.Year)));
    }

    [Theory]
    [InlineData("到2025年，非化石能源消费比重达到百分之二十。", 20, "%")]
    [InlineData("到2025年，单位工业增加值能耗下降百分之十三点五。", 13.5, "%")]
    [InlineData("到2025年，绿色建材应用比例提高到百分之三十以上。", 30, "%")]
    [InlineData("到2025年，漏损率控制在千分之五以内。", 5, "‰")]
    public void Share_InWords_IsAFigure(string sentence, double value, string unit)
    {
        var target = Read(sentence).Single();
        Assert.Equal(((decimal)value, unit), (target.Value, target.Unit));
    }

    [Fact]
    public void ShareRange_InWords_KeepsBothEnds()
    {
        var target = Read("到2025年，单位产品能耗降低百分之十至百分之十五。").Single();
        Assert.Equal((10m, 15m, "%"), (target.Value, target.ValueMax, target.Unit));
    }

    private static IEnumerable<string> Names(string sentence) => Read(sentence).Select(t => t.Indicator);

    private static IReadOnlyList<Target> Read(string sentence) => Policies.Read($"一、主要目标\n{sentence}\n").Targets;
}
