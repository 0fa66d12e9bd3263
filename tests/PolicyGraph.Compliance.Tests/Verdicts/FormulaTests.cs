using PolicyGraph.Compliance.Verdicts;

namespace PolicyGraph.Compliance.Tests.Verdicts;

/// <summary>The twelve performance measures of Annex A of the 2018 edition, each worked out by hand.</summary>
public class FormulaTests
{
    [Theory]
    // R = 18,000 / 20,000; r = 7,000 / 20,000; n = 36,000 / 20,000 and 30,000,000 元 / 20,000 m²
    [InlineData("performance.land-use.floor-area-ratio", """{ unit: "1", base: 0.8, weight: 1 }""", 0.9, "18000 m² ÷ 2 公顷")]
    [InlineData("performance.land-use.building-density", """{ unit: "%", base: 32, weight: 1 }""", 35, "7000 m² ÷ 2 公顷")]
    [InlineData("performance.land-use.output", "{ unit: t/m², base: 1.5, weight: 1 }", 1.8, "36000 t ÷ 2 公顷")]
    [InlineData("performance.land-use.output", "{ unit: 万元/m², base: 0.1, weight: 1 }", 0.15, "3000 万元 ÷ 2 公顷")]
    // ε = 3,780 / 25,200
    [InlineData("performance.green-materials", """{ unit: "%", lead: 20, base: 10, weight: 1 }""", 15, "3780 t ÷ 25200 t")]
    // s = 0.9 t / 36,000 t; g = 5,400 万m³ / 36,000 t; w = 1.8 万吨 / 36,000 t
    [InlineData("performance.clean-production.pollutant.nox", "{ unit: kg/t, base: 0.03, weight: 1 }", 0.025, "0.9 t ÷ 36000 t")]
    [InlineData("performance.clean-production.waste-gas", "{ unit: m³/t, base: 1600, weight: 1 }", 1500, "5400 万m³ ÷ 36000 t")]
    [InlineData("performance.clean-production.wastewater", "{ unit: t/t, base: 0.6, weight: 1 }", 0.5, "1.8 万吨 ÷ 36000 t")]
    // M = 25,200 / 36,000; K = 1,900 / (2,000 + 500); Kw = 4,500 / (13,500 + 4,500)
    [InlineData("performance.waste-recovery.material", "{ unit: t/t, base: 0.8, weight: 1 }", 0.7, "25200 t ÷ 36000 t")]
    [InlineData("performance.waste-recovery.solid-waste", """{ unit: "%", base: 65, weight: 1 }""", 76, "1900 t ÷ (2000 t + 500 t)")]
    [InlineData("performance.waste-recovery.wastewater-reuse", """{ unit: "%", base: 20, weight: 1 }""", 25, "4500 m³ ÷ (13500 t + 4500 m³)")]
    // E = 5,040 tce / 36,000 t; c = 9,000 / 36,000
    [InlineData("performance.low-carbon.energy", "{ unit: kgce/t, base: 150, weight: 1 }", 140, "5040 tce ÷ 36000 t")]
    [InlineData("performance.low-carbon.carbon", "{ unit: tCO2/t, base: 0.3, weight: 1 }", 0.25, "9000 tCO2 ÷ 36000 t")]
    public void Measure_OfAnnexA_IsWhatItsFormulaGives_WithTheFormulasSource(string criterion, string mark, double value, string operands)
    {
        var folder = Measured();
        var finding = Find(folder, criterion, $"{criterion}: {mark}");

        Assert.Equal((decimal)value, Math.Round(finding.Value!.Value, 9)); // it is computed
        Assert.Equal(Verdict.Met, finding.Verdict);
        Assert.Contains(operands, finding.Arithmetic, StringComparison.Ordinal);
        Assert.Contains("GB/T 36132-2018 附录 A", finding.Arithmetic, StringComparison.Ordinal);
        Assert.NotEmpty(finding.Evidence);
    }

    [Fact]
    public void SolidWaste_2018CountsTheStock_2025OnlyWhatOfItIsUtilised()
    {
        var folder = Measured();
        folder.Add("固废2025.xlsx", "waste-ledger").Number("wasteStockUtilised", "375", "t");

        Assert.Equal(76, Find(folder, "performance.waste-recovery.solid-waste", """performance.waste-recovery.solid-waste: { unit: "%", base: 65, weight: 1 }""").Value); // 1,900 / 2,500
        Assert.Equal(80, folder.Find("resource.solid-waste", Folder.Benchmarks("""resource.solid-waste: { unit: "%", lead: 95, base: 70, weight: 6 }""")).Value); // 1,900 / 2,375
    }

    [Fact]
    public void AdvancedMeasure_IsScoredBetweenBaseAndLead()
    {
        var finding = Find(Measured(), "performance.low-carbon.energy-advanced", "performance.low-carbon.energy-advanced: { unit: kgce/t, lead: 130, base: 145, weight: 6 }");

        Assert.Equal(2, Math.Round(finding.Points!.Value, 9)); // (145 − 140) / 15 × 6
    }

    [Fact]
    public void AdvancedMeasure_NeedsALead_AndMandatoryOneDoesNot()
    {
        Assert.ThrowsAny<Exception>(() => Find(Measured(), "performance.low-carbon.energy-advanced", "performance.low-carbon.energy-advanced: { unit: kgce/t, base: 145, weight: 6 }"));
        Assert.Equal(6, Find(Measured(), "performance.low-carbon.energy", "performance.low-carbon.energy: { unit: kgce/t, base: 145, weight: 6 }").Points);
        var missed = Find(Measured(), "performance.low-carbon.energy", "performance.low-carbon.energy: { unit: kgce/t, base: 139, weight: 6 }");
        Assert.Equal(Verdict.NotMet, missed.Verdict);
        Assert.Equal(0, missed.Points);
    }

    private static Finding Find(Folder folder, string criterion, string indicators) =>
        Assert.Single(folder.Assess(Folder.Benchmarks(indicators, standard: "gbt36132-2018"), standards: "gbt36132-2018").Findings, f => f.Criterion == criterion);

    private static Folder Measured()
    {
        var folder = new Folder();
        folder.Add("产销.xlsx", "output-statistics").Number("output", "36000", "t", qualifier: "陶瓷砖").Number("outputValue", "3000", "万元");
        folder.Add("用地.docx", "land-title").Number("landArea", "2", "公顷", year: null).Number("buildingFootprint", "7000", "m²", year: null).Number("floorArea", "18000", "m²", year: null);
        folder.Add("物料.xlsx", "material-ledger").Number("materialUse", "25200", "t", qualifier: "坯料").Number("greenMaterialUse", "3780", "t", qualifier: "废瓷粉");
        folder.Add("环境.docx", "environment-statistics").Number("pollutantGenerated", "0.9", "t", qualifier: "nox").Number("wasteGasGenerated", "5400", "万m³").Number("wastewaterGenerated", "1.8", "万吨")
            .Number("wastewaterReused", "4500", "m³").Number("wastewaterDischarge", "13500", "t").Number("wasteGenerated", "2000", "t").Number("wasteUtilised", "1900", "t").Number("wasteStock", "500", "t");
        folder.Add("能源.csv", "energy-statistics").Number("energyTotal", "5040", "tce", role: "total");
        folder.Add("碳.pdf", "greenhouse-gas-report").Number("carbonTotal", "9000", "tCO2");
        return folder;
    }
}
