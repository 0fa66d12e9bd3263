using PolicyGraph.Tracing.Facts;

namespace PolicyGraph.Tracing.Tests.Linking;

public sealed class KinshipTests
{
    private static Policies Pair(TieKind kind = TieKind.BasedOn) => new Policies().National("国", "2021-12-28").Province("甘", "甘肃省", "620000", "2022-06-24").Tie("甘", "国", kind);

    [Fact]
    public void Target_OfADocumentMadeOnTheParents_IsItsChildAndSaysWhy()
    {
        var link = Pair().Aim("国", "单位国内生产总值能源消耗下降", "13.5", "%", 2025, "fall", since: 2020).Aim("甘", "单位地区生产总值能源消耗下降", "14", "%", 2025, "fall", since: 2020).Link("甘/1");
        Assert.Equal("国/1", link.Parent);
        Assert.Equal("指标同为“单位国内生产总值能源消耗”，甘肃省在全国之下，《甘》以《国》为制定依据，期限同为2025年，范围同为本行政区全部，同为下降幅度。", link.Why);
        Assert.Empty(link.Flags);
    }

    [Fact]
    public void Target_OfARateUnderOneOfAllIndustry_IsNoChild() =>
        Assert.Null(Pair().Aim("国", "单位工业增加值能耗下降", "13.5", "%", 2025, "fall").Aim("甘", "钢铁行业单位工业增加值能耗下降", "13.5", "%", 2025, "fall", scope: "钢铁行业").ParentOf("甘/1"));

    [Fact]
    public void Target_OfEnterprisesAboveScale_IsNoChildOfAllIndustry() =>
        Assert.Null(Pair().Aim("国", "单位工业增加值能耗下降", "13.5", "%", 2025, "fall").Aim("甘", "规模以上单位工业增加值能耗下降", "17", "%", 2025, "fall").ParentOf("甘/1"));

    [Fact]
    public void Target_OfEnterprisesAboveScaleWrittenInTwoWays_IsAChild() =>
        Assert.Equal("国/1", Pair().Aim("国", "规模以上工业单位增加值能耗下降", "13.5", "%", 2025, "fall", scope: "规模以上工业").Aim("甘", "规上工业单位增加值能耗下降", "13.5", "%", 2025, "fall").ParentOf("甘/1"));

    [Fact]
    public void Count_OfOneIndustryUnderTheCountOfAll_IsAChild() =>
        Assert.Equal("国/1", Pair().Aim("国", "绿色工厂数量", "1000", "家", 2025).Aim("甘", "绿色工厂数量", "10", "家", 2025, scope: "集成电路、生物医药产业").ParentOf("甘/1"));

    [Fact]
    public void YearlyFall_UnderTheFallOfFiveYears_IsAnOrphanThatSaysSo()
    {
        var link = Pair().Aim("国", "单位GDP能耗下降", "13.5", "%", 2025, "fall").Aim("甘", "单位GDP能耗下降", "2.6", "%", 2025, "fall", basis: "annual").Link("甘/1");
        Assert.Null(link.Parent);
        Assert.Equal("没有找到上级目标：《国》有同一指标的目标（下降13.5%），但一个是年均、一个是整个期间（上级下降13.5%，本条年均下降2.6%）。", Assert.Single(link.Flags).Why);
    }

    [Fact]
    public void Level_UnderAFall_IsNoChild() =>
        Assert.Null(Pair().Aim("国", "氨氮排放总量下降", "8", "%", 2025, "fall").Aim("甘", "氨氮排放总量", "0.03", "万吨", 2025).ParentOf("甘/1"));

    [Fact]
    public void NewFactories_UnderAllFactories_AreNoChild() =>
        Assert.Null(Pair().Aim("国", "绿色工厂数量", "1000", "家", 2025).Aim("甘", "绿色工厂数量", "30", "家", 2025, "rise").ParentOf("甘/1"));

    [Fact]
    public void ProvincialGreenFactories_AreNoNationalOnes() =>
        Assert.Null(Pair().Aim("国", "绿色工厂数量", "1000", "家", 2025).Aim("甘", "省级绿色工厂数量", "30", "家", 2025).ParentOf("甘/1"));

    [Fact]
    public void BulkIndustrialWaste_IsNotAllIndustrialWaste() =>
        Assert.Null(Pair().Aim("国", "工业固体废物综合利用率", "73", "%", 2025).Aim("甘", "大宗工业固废综合利用率", "70", "%", 2025).ParentOf("甘/1"));

    [Fact]
    public void PercentagePoints_AreNoPercent() =>
        Assert.Null(Pair().Aim("国", "油墨使用比例降低", "10", "个百分点", 2025, "fall").Aim("甘", "油墨使用比例降低", "10", "%", 2025, "fall").ParentOf("甘/1"));

    [Fact]
    public void GenericNoun_InTwoDocumentsThatCiteEachOther_IsNoIndicator() =>
        Assert.Null(Pair().Aim("国", "重点任务数量", "25", "项", 2025).Aim("甘", "重点任务数量", "10", "项", 2025).ParentOf("甘/1"));

    [Fact]
    public void RecognisedByOneScheme_WithoutCitation_IsAChild() =>
        Assert.Equal("国/1", new Policies().National("国", "2016-09-03").Province("粤", "广东省", "440000", "2017-02-22").Aim("国", "绿色示范工厂数量", "1000", "家", 2020).Aim("粤", "绿色工厂数量", "100", "家", 2020).ParentOf("粤/1"));

    [Fact]
    public void RecognisedByOneScheme_InTheNextFiveYears_IsAnOrphan() =>
        Assert.Equal(["orphan"], new Policies().National("国", "2016-09-03").Province("苏", "江苏省", "320000", "2021-12-20").Aim("国", "绿色工厂数量", "1000", "家", 2020).Aim("苏", "绿色工厂数量", "1000", "家", 2025).FlagsOf("苏/1"));

    [Fact]
    public void OtherRate_WithoutCitation_IsAnOrphan() =>
        Assert.Null(new Policies().National("国", "2022-07-07").Province("渝", "重庆市", "500000", "2022-07-09").Aim("国", "大宗工业固废综合利用率", "57", "%", 2025).Aim("渝", "大宗工业固废利用率", "70", "%", 2025).ParentOf("渝/1"));

    [Fact]
    public void FigureHandedDownByAFiveYearPlan_WithoutCitation_IsAChildThatSaysSo() =>
        Assert.Contains("没有写明引用《国》", new Policies().National("国", "2021-07-01").Province("苏", "江苏省", "320000", "2021-12-20").Aim("国", "单位GDP能源消耗降低", "13.5", "%", 2025, "fall", since: 2020).Aim("苏", "单位地区生产总值能耗下降", "14", "%", 2025, "fall", since: 2020).Link("苏/1").Why, StringComparison.Ordinal);

    [Fact]
    public void OlderDocument_IsNoChildOfANewerOne() =>
        Assert.Null(new Policies().National("国", "2021-12-28").Province("苏", "江苏省", "320000", "2021-12-20").Aim("国", "单位GDP能耗下降", "13.5", "%", 2025, "fall").Aim("苏", "单位GDP能耗下降", "14", "%", 2025, "fall").ParentOf("苏/1"));

    [Fact]
    public void City_WithATargetOfItsProvinceAndOneOfTheState_IsTheChildOfTheProvince()
    {
        var policies = new Policies().National("国", "2016-09-03").Province("粤", "广东省", "440000", "2017-02-22").Province("浙", "浙江省", "330000", "2017-03-01").City("佛", "佛山市", "440600", "2017-09-01")
            .Aim("国", "绿色工厂数量", "1000", "家", 2020).Aim("粤", "绿色工厂数量", "100", "家", 2020).Aim("浙", "绿色工厂数量", "120", "家", 2020).Aim("佛", "绿色工厂数量", "10", "家", 2020);
        Assert.Equal("粤/1", policies.ParentOf("佛/1"));
        var chain = Assert.Single(policies.Chains());
        Assert.Equal(["国/1", "浙/1", "粤/1", "佛/1"], chain.Links.Select(l => l.Id));
    }

    [Fact]
    public void SameTargetInTwoNationalDocuments_TheCitedOneIsTheParent()
    {
        var policies = new Policies().National("规划", "2016-06-30").National("通知", "2016-09-03").Province("粤", "广东省", "440000", "2017-02-22").Tie("粤", "规划")
            .Aim("规划", "绿色示范工厂数量", "1000", "家", 2020).Aim("通知", "绿色工厂数量", "1000", "家", 2020).Aim("粤", "绿色工厂数量", "100", "家", 2020);
        Assert.Equal("规划/1", policies.ParentOf("粤/1"));
        Assert.EndsWith("《通知》也提出同一目标。", policies.Link("粤/1").Why, StringComparison.Ordinal);
        Assert.Empty(policies.FlagsOf("通知/1"));
    }
}
