using PolicyGraph.Tracing.Facts;

namespace PolicyGraph.Tracing.Tests.Linking;

public sealed class FlagTests
{
    private static Policies Pair(string? until = null) => new Policies().National("国", "2021-12-28", until).Province("甘", "甘肃省", "620000", "2022-06-24").Tie("甘", "国");

    [Fact]
    public void SmallerFall_OfAnIntensity_IsWeaker() =>
        Assert.Equal(["weaker_than_parent"], Pair().Aim("国", "万元工业增加值用水量下降", "16", "%", 2025, "fall").Aim("甘", "万元工业增加值用水量下降", "12.9", "%", 2025, "fall").FlagsOf("甘/1"));

    [Fact]
    public void LargerFall_OfAnIntensity_IsNotWeaker() =>
        Assert.Empty(Pair().Aim("国", "单位工业增加值能耗下降", "13.5", "%", 2025, "fall").Aim("甘", "单位工业增加值能耗下降", "17", "%", 2025, "fall").FlagsOf("甘/1"));

    [Fact]
    public void LowerRate_WhereHigherIsBetter_IsWeaker() =>
        Assert.Equal(["weaker_than_parent"], Pair().Aim("国", "工业固体废物综合利用率", "73", "%", 2025).Aim("甘", "一般工业固体废物综合利用率", "60", "%", 2025, comparator: ">=").FlagsOf("甘/1"));

    [Theory]
    [InlineData("0.105", new[] { "different_unit" })]
    [InlineData("0.112", new[] { "weaker_than_parent", "different_unit" })]
    public void UnitEnergy_InAnotherUnit_IsConvertedBeforeItIsHeldAgainstTheParent(string value, string[] flags) =>
        Assert.Equal(flags, Pair().Aim("国", "水泥熟料综合能耗", "105", "千克标准煤/吨", 2025).Aim("甘", "水泥熟料综合能耗", value, "吨标准煤/吨", 2025).FlagsOf("甘/1"));

    [Fact]
    public void UnitEnergy_InAUnitThatDoesNotConvert_IsSaidAndNotCompared()
    {
        var flag = Assert.Single(Pair().Aim("国", "吨钢综合能耗", "560", "千克标准煤", 2025).Aim("甘", "吨钢综合能耗", "600", "千克标准煤/吨", 2025).Link("甘/1").Flags);
        Assert.Equal(("different_unit", "上级的单位是千克标准煤，本条是千克标准煤/吨，两者不能换算。"), (flag.Word, flag.Why));
    }

    [Fact]
    public void Count_FarBelowItsParent_IsNeverWeakerNorInAnotherUnit() =>
        Assert.Empty(Pair().Aim("国", "绿色园区数量", "100", "家", 2025).Aim("甘", "绿色园区数量", "10", "个", 2025).FlagsOf("甘/1"));

    [Fact]
    public void Total_FallingLess_IsNeverWeaker() =>
        Assert.Empty(Pair().Aim("国", "化学需氧量排放总量下降", "8", "%", 2025, "fall").Aim("甘", "化学需氧量排放总量下降", "3", "%", 2025, "fall").FlagsOf("甘/1"));

    [Fact]
    public void OtherBaseYear_IsSaidAndNotCompared() =>
        Assert.Equal(["different_baseline"], Pair().Aim("国", "单位GDP能耗下降", "13.5", "%", 2025, "fall", since: 2020).Aim("甘", "单位GDP能耗下降", "10", "%", 2025, "fall", since: 2021).FlagsOf("甘/1"));

    [Fact]
    public void DueAfterTheParent_IsLater() =>
        Assert.Equal(["later"], Pair().Aim("国", "绿色工厂数量", "1000", "家", 2025).Aim("甘", "绿色工厂数量", "10", "家", 2027).FlagsOf("甘/1"));

    [Fact]
    public void StepOnTheWay_BelowTheFinalRate_IsNotWeaker() =>
        Assert.Empty(Pair().Aim("国", "秸秆综合利用率", "86", "%", 2025).Aim("甘", "秸秆综合利用率", "80", "%", 2023).FlagsOf("甘/1"));

    [Fact]
    public void NationalTarget_WithoutAnyBelow_SaysSo() =>
        Assert.Equal(["no_child"], Pair().Aim("国", "再制造产业规模", "2000", "亿元", 2025).FlagsOf("国/1"));

    [Fact]
    public void ParentOutOfForceOnTheDay_IsSaidAndStaysInTheChain()
    {
        var policies = Pair(until: "2023-12-31").Aim("国", "绿色工厂数量", "1000", "家", 2025).Aim("甘", "绿色工厂数量", "10", "家", 2025);
        Assert.Equal(["replaced_parent"], policies.FlagsOf("甘/1", "2024-06-01"));
        Assert.Empty(policies.FlagsOf("甘/1", "2023-06-01"));
        Assert.Equal(["国/1", "甘/1"], Assert.Single(policies.Chains("2024-06-01")).Links.Select(l => l.Id));
    }

    [Fact]
    public void ParentRepealedByANewerDocument_IsSaidWithoutADay() =>
        Assert.Equal(["replaced_parent"], Pair().National("新", "2024-01-19").Tie("新", "国", TieKind.Repeals).Aim("国", "绿色工厂数量", "1000", "家", 2025).Aim("甘", "绿色工厂数量", "10", "家", 2025).FlagsOf("甘/1"));

    [Theory]
    [InlineData("2021-12-27")]
    [InlineData("2026-01-01")]
    public void Day_BeforeTheDocumentOrAfterTheYear_ShowsNothing(string day) =>
        Assert.Empty(Pair().Aim("国", "绿色工厂数量", "1000", "家", 2025).Aim("甘", "绿色工厂数量", "10", "家", 2025).Chains(day));
}
