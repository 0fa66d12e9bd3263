using PolicyGraph.Extraction.Policies;

namespace PolicyGraph.Extraction.Tests;

public sealed class TargetTests
{
    [Fact]
    public void OneVerb_WithSeveralObjects_SetsEachTarget()
    {
        var targets = Read("（二）工作目标。力争到2020年，建设绿色工厂100家、绿色园区10个，开发千种绿色产品，打造一批绿色供应链，培育40家第三方绿色制造服务机构及评价机构，推动15个左右国家绿色制造系统集成项目完成建设。");
        Assert.Equal(
            [("绿色工厂数量", 100, "家", Comparator.Equal), ("绿色园区数量", 10, "个", Comparator.Equal), ("绿色产品数量", 1000, "种", Comparator.Equal), ("第三方绿色制造服务机构及评价机构数量", 40, "家", Comparator.Equal), ("国家绿色制造系统集成项目数量", 15, "个", Comparator.About)],
            targets.Select(t => (t.Indicator, t.Value, t.Unit, t.Comparator)));
        Assert.All(targets, t => Assert.Equal(2020, t.Year));
    }

    [Fact]
    public void Range_KeepsBothEnds()
    {
        var target = Read("到2020年，在重点行业出台100项绿色设计产品评价标准、10-20项绿色工厂标准。")[1];
        Assert.Equal((10m, 20m, "项"), (target.Value, target.ValueMax, target.Unit));
    }

    [Fact]
    public void WordsForNumbers_BecomeDigits_AndScaleStaysWithTheUnit()
    {
        const string text = "𠮷林市绿色制造工作方案\n到2025年，建设绿色工厂百家，绿色制造产业产值达到4万亿元。\n";
        var targets = Policies.Read(text).Targets;
        Assert.Equal((100m, "家", 100m, "家"), (targets[0].Value, targets[0].Unit, targets[0].CanonicalValue, targets[0].CanonicalUnit));
        Assert.Equal((4m, "万亿元", 4_000_000_000_000m, "元"), (targets[1].Value, targets[1].Unit, targets[1].CanonicalValue, targets[1].CanonicalUnit));
        Assert.Equal("建设绿色工厂百家", text[targets[0].Span.Start..targets[0].Span.End]);
    }

    [Fact]
    public void FullWidthFigures_KeepTheirSpans()
    {
        const string text = "一、主要目标\n到２０２５年，建设绿色工厂１２０家，单位工业增加值能耗下降１３．５％。\n";
        var targets = Policies.Read(text).Targets;
        Assert.Equal([(120m, "家"), (13.5m, "%")], targets.Select(t => (t.Value, t.Unit)));
        Assert.Equal("单位工业增加值能耗下降１３．５％", text[targets[1].Span.Start..targets[1].Span.End]);
    }

    [Fact]
    public void Fall_AgainstABaseYear_IsAChange()
    {
        var target = Read("到 2025 年，规模以上工业单位增加值能耗较 2020 年下降 13.5%。").Single();
        Assert.Equal((13.5m, "%", TargetChange.Fall, 2025, 2020, "cumulative"), (target.Value, target.Unit, target.Change, target.Year, target.BaseYear, target.Basis));
        Assert.Equal("energy-per-value-added", target.IndicatorId);
    }

    [Fact]
    public void SharedFall_OfTwoIndicators_IsTwoTargets()
    {
        var targets = Read("到2015年，单位工业增加值能耗和二氧化碳排放量均降低25%以上。");
        Assert.Equal(["单位工业增加值能耗降低", "单位工业增加值二氧化碳排放量降低"], targets.Select(t => t.Indicator));
        Assert.All(targets, t => Assert.Equal((25m, Comparator.AtLeast), (t.Value, t.Comparator)));
    }

    [Fact]
    public void Respectively_GivesEachSubjectItsValue()
    {
        var targets = Read("到 2025 年，化学需氧量、氨氮、氮氧化物排放总量比 2020 年分别下降 8%、8%、10%以上。");
        Assert.Equal([("化学需氧量排放总量下降", 8m), ("氨氮排放总量下降", 8m), ("氮氧化物排放总量下降", 10m)], targets.Select(t => (t.Indicator, t.Value)));
        Assert.Equal(Comparator.AtLeast, targets[2].Comparator);
    }

    [Theory]
    [InlineData("新能源汽车比例不低于 30%", Comparator.AtLeast)]
    [InlineData("能源消费总量不超过500万吨标准煤", Comparator.AtMost)]
    [InlineData("成品油产量占比降至 40%以下", Comparator.AtMost)]
    [InlineData("非化石能源消费比重达到 20%左右", Comparator.About)]
    [InlineData("产值突破2000亿元", Comparator.AtLeast)]
    public void Comparator_FollowsItsWord(string words, Comparator expected) => Assert.Equal(expected, Read($"到2025年，{words}。").Single().Comparator);

    [Theory]
    [InlineData("一、面临的形势\n“十二五”时期，规模以上企业单位工业增加值能耗累计下降28%。\n二、目标\n到2020年，建成绿色工厂10家。")]
    [InlineData("一、目标\n到2020年，建成绿色工厂10家。截至2015年，已建成绿色园区5个。")]
    [InlineData("绿色发展规划（2016-2020年）\n一、目标\n到2015年完成技术改造300项。到2020年，建成绿色工厂10家。")]
    [InlineData("一、目标\n到2020年，建成绿色工厂10家，围绕“三个定位、两个率先”的总目标，在七大流域推进治理。")]
    [InlineData("一、目标\n到2020年，建成绿色工厂10家。65蒸吨/小时及以上燃煤锅炉全面实现超低排放。")]
    public void FigureOfThePast_OrOfSize_IsNoTarget(string text) => Assert.Equal(10m, Policies.Read(text).Targets.Single().Value);

    [Fact]
    public void Fine_InALaw_IsNoTarget() => Assert.Empty(Policies.Read("某省节约能源条例\n第一章 总则\n第五条 违反本条例规定的，责令改正，处五万元以上十万元以下罚款。\n").Targets);

    [Fact]
    public void FragmentWithoutAnyYear_SetsNoTargets() => Assert.Empty(Policies.Read("（三）绿色供应链系统构建\n选择2-3个绿色化改造潜力大的产品，对产品线进行绿色化改造。\n").Targets);

    [Fact]
    public void Table_OfAPlan_GivesEveryRowWithBaseUnitAndParent()
    {
        var targets = Policies.Read("绿色发展规划（2016-2020年）\n\n\t专栏1 主要指标\n\n\t指  标\n\t2015年\n\t2020年\n\t累计降速\n\n\t（1）单位工业增加值用水量下降（%）\n\t—\n\t—\n\t23\n\n\t（5）工业固体废物综合利用率（%）\n\t65\n\t73\n\t\n\n\t     其中：尾矿（%）\n\t22\n\t25\n\t\n\n\t注：本专栏均为指导性指标。\n").Targets;
        Assert.Equal([("单位工业增加值用水量下降", 23m, null), ("工业固体废物综合利用率", 73m, 65m), ("尾矿综合利用率", 25m, (decimal?)22m)], targets.Select(t => (t.Indicator, t.Value, t.BaseValue)));
        Assert.All(targets, t => Assert.Equal((2020, 2015, "%", "指导性"), (t.Year, t.BaseYear, t.Unit, t.Binding)));
        Assert.Equal((TargetChange.Fall, "cumulative"), (targets[0].Change, targets[0].Basis));
    }

    private static IReadOnlyList<Target> Read(string sentence) => Policies.Read($"一、主要目标\n{sentence}\n").Targets;
}
