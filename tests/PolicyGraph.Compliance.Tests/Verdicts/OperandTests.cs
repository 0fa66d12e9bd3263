using PolicyGraph.Compliance.Verdicts;

namespace PolicyGraph.Compliance.Tests.Verdicts;

/// <summary>Operands that are more than one figure: high storeys, waste that holds hazardous waste, purchased power without a factor.</summary>
public class OperandTests
{
    [Theory]
    [InlineData("9.6", 1.3)] // (2 × 6,000 + 1,000) ÷ 10,000
    [InlineData("8.0", 0.7)] // 8 m exactly does not double
    public void Storey_HigherThanEightMetres_CountsDouble(string height, double ratio)
    {
        var folder = new Folder();
        folder.Add("面积.txt", "land-title").Number("landArea", "10000", "m²", year: null)
            .Number("floorArea", "6000", "m²", year: null, qualifier: $"压机车间（单层，层高{height}m）").Number("floorArea", "1000", "m²", year: null, qualifier: "办公楼");

        var finding = folder.Find("land.floor-area-ratio", Folder.Benchmarks("""land.floor-area-ratio: { unit: "1", lead: 2, base: 0.5, weight: 4 }"""));

        Assert.Equal((decimal)ratio, finding.Value);
        Assert.Equal(height == "9.6", finding.Arithmetic!.Contains("加倍", StringComparison.Ordinal));
    }

    [Fact]
    public void AllWaste_IsReckonedWithoutTheHazardousWasteInIt()
    {
        var folder = new Folder();
        folder.Add("固废.txt", "waste-ledger").Number("wasteGenerated", "1200", "t", role: "total").Number("hazardousGenerated", "200", "t", role: "part", quote: "其中：危险废物 200 t").Number("wasteUtilised", "900", "t");

        var finding = folder.Find("resource.solid-waste", Folder.Benchmarks("""resource.solid-waste: { unit: "%", lead: 98, base: 85, weight: 6 }"""));

        Assert.Equal(90m, finding.Value);
        Assert.Contains("1200 t − 200 t 危险废物", finding.Arithmetic, StringComparison.Ordinal);
    }

    [Fact]
    public void HazardousWaste_InAListOfItsOwn_IsNotTakenFromTheGeneralWaste()
    {
        var folder = new Folder();
        folder.Add("固废.xlsx", "waste-ledger").Number("wasteGenerated", "1200", "t", role: "total").Number("hazardousGenerated", "200", "t", role: "part").Number("wasteUtilised", "900", "t");

        Assert.Equal(75m, folder.Find("resource.solid-waste", Folder.Benchmarks("""resource.solid-waste: { unit: "%", lead: 98, base: 70, weight: 6 }""")).Value);
    }

    [Theory]
    [InlineData(0.60, "met")] // between 0.4653 and 0.5048 tCO2/万元
    [InlineData(0.50, "insufficient_evidence")]
    [InlineData(0.47, "insufficient_evidence")]
    [InlineData(0.40, "not_met")]
    public void PurchasedPower_WithoutAFactor_DecidesWhereAllPublishedFactorsAgree(double basis, string verdict)
    {
        var folder = new Folder();
        folder.Add("产销.xlsx", "output-statistics").Number("outputValue", "20000", "万元");
        folder.Add("排放.txt", "greenhouse-gas-report").Number("carbonPart", "4000", "tCO2", qualifier: "直接排放").Number("electricityActivity", "1000", "万kWh");

        var finding = folder.Find("energy.carbon-intensity", Folder.Benchmarks(FormattableString.Invariant($"energy.carbon-intensity: {{ unit: tCO2/万元, lead: 0.3, base: {basis}, weight: 8 }}")));

        Assert.Equal(verdict, VerdictWord.Of(finding.Verdict));
        Assert.Contains("2023 年公布的因子", finding.Arithmetic, StringComparison.Ordinal);
    }
}
