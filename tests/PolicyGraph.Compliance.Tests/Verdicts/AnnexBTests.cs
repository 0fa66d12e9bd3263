using PolicyGraph.Compliance.Verdicts;

namespace PolicyGraph.Compliance.Tests.Verdicts;

/// <summary>Every formula of Annex B of the 2025 edition, each worked out by hand: 36,000 t, 3,000 万元, 2 公顷.</summary>
public class AnnexBTests
{
    [Theory]
    // B.1, B.2: E = 5,040 tce
    [InlineData("energy.intensity", "{ unit: kgce/t, lead: 100, base: 200, weight: 1 }", 140)]
    [InlineData("energy.intensity", "{ unit: tce/万元, lead: 1, base: 2, weight: 1 }", 1.68)]
    // B.3, B.4: C = 9,000 tCO2
    [InlineData("energy.carbon-intensity", "{ unit: kgCO2/t, lead: 200, base: 300, weight: 1 }", 250)]
    [InlineData("energy.carbon-intensity", "{ unit: tCO2/万元, lead: 2, base: 4, weight: 1 }", 3)]
    // B.5: 504 / 5,040
    [InlineData("energy.renewable-share", """{ unit: "%", lead: 20, base: 5, weight: 1 }""", 10)]
    // B.6, B.7: 25,200 t
    [InlineData("resource.material-intensity", "{ unit: kg/t, lead: 600, base: 800, weight: 1 }", 700)]
    [InlineData("resource.material-intensity", "{ unit: t/万元, lead: 8, base: 9, weight: 1 }", 8.4)]
    // B.8, B.9: 9 万m³
    [InlineData("resource.water-intensity", "{ unit: m³/t, lead: 2, base: 3, weight: 1 }", 2.5)]
    [InlineData("resource.water-intensity", "{ unit: m³/万元, lead: 20, base: 40, weight: 1 }", 30)]
    // B.10: 81 / (9 + 81)
    [InlineData("resource.water-reuse", """{ unit: "%", lead: 95, base: 80, weight: 1 }""", 90)]
    // B.11: 1,900 / (2,000 + 375)
    [InlineData("resource.solid-waste", """{ unit: "%", lead: 90, base: 70, weight: 1 }""", 80)]
    // B.12 to B.15: 1.8 万吨 generated, 13,500 t discharged
    [InlineData("clean.wastewater-generation", "{ unit: t/t, lead: 0.4, base: 0.6, weight: 1 }", 0.5)]
    [InlineData("clean.wastewater-generation", "{ unit: t/万元, lead: 5, base: 7, weight: 1 }", 6)]
    [InlineData("clean.wastewater-intensity", "{ unit: m³/t, lead: 0.3, base: 0.4, weight: 1 }", 0.375)]
    [InlineData("clean.wastewater-intensity", "{ unit: t/万元, lead: 4, base: 5, weight: 1 }", 4.5)]
    // B.16 to B.19: 5,400 万m³ and 5,040 万m³
    [InlineData("clean.waste-gas-generation", "{ unit: m³/t, lead: 1000, base: 1600, weight: 1 }", 1500)]
    [InlineData("clean.waste-gas-generation", "{ unit: 万m³/万元, lead: 1, base: 2, weight: 1 }", 1.8)]
    [InlineData("clean.waste-gas-intensity", "{ unit: m³/t, lead: 1000, base: 1600, weight: 1 }", 1400)]
    [InlineData("clean.waste-gas-intensity", "{ unit: m³/万元, lead: 10000, base: 20000, weight: 1 }", 16800)]
    // B.20 to B.23: 0.9 t and 720 kg
    [InlineData("clean.pollutant-generation.nox", "{ unit: kg/t, lead: 0.01, base: 0.03, weight: 1 }", 0.025)]
    [InlineData("clean.pollutant-generation.nox", "{ unit: g/万元, lead: 200, base: 400, weight: 1 }", 300)]
    [InlineData("clean.pollutant-intensity.nox", "{ unit: kg/t, lead: 0.01, base: 0.03, weight: 1 }", 0.02)]
    [InlineData("clean.pollutant-intensity.nox", "{ unit: kg/万元, lead: 0.2, base: 0.3, weight: 1 }", 0.24)]
    // B.24, B.25 (yield) and B.26 (value)
    [InlineData("land.output-rate", "{ unit: t/m², lead: 2, base: 1, weight: 1 }", 1.8)]
    [InlineData("land.output-rate", "{ unit: 万元/公顷, lead: 2000, base: 1000, weight: 1 }", 1500)]
    // B.27: 7,000 / 20,000; B.28: 18,000 / 20,000
    [InlineData("land.building-coefficient", """{ unit: "%", lead: 40, base: 30, weight: 1 }""", 35)]
    [InlineData("land.floor-area-ratio", """{ unit: "1", lead: 1.2, base: 0.7, weight: 1 }""", 0.9)]
    public void Formula_OfAnnexB_GivesWhatItMust(string criterion, string mark, double value)
    {
        var finding = Measured().Find(criterion, Folder.Benchmarks($"{criterion}: {mark}"));

        Assert.Equal((decimal)value, Math.Round(finding.Value ?? throw new InvalidOperationException(finding.Reason), 9));
        Assert.Equal(Verdict.Met, finding.Verdict);
        Assert.InRange(finding.Points ?? -1, 0.0001m, 0.9999m);
        Assert.Contains(" ÷ ", finding.Arithmetic, StringComparison.Ordinal);
        Assert.NotEmpty(finding.Evidence);
    }

    [Theory]
    [InlineData("energy.intensity", "kgce/t", "energyTotal", "5040", null)] // no unit
    [InlineData("energy.intensity", "kgce/t", "energyTotal", "5040", "m³")] // of another kind
    [InlineData("energy.intensity", "kgce/t", "energyTotal", "5040", "MW")]
    [InlineData("resource.water-intensity", "m³/t", "waterIntake", "9", "车")]
    [InlineData("energy.carbon-intensity", "kgCO2/t", "carbonTotal", "9000", "tce")]
    [InlineData("land.output-rate", "t/m²", "landArea", "2", "t")]
    public void FigureWithoutUnit_OrOfAnotherKind_NeverGivesMet(string criterion, string unit, string field, string number, string? written)
    {
        var folder = new Folder();
        folder.Add("产销.xlsx", "output-statistics").Number("output", "36000", "t", qualifier: "陶瓷砖");
        folder.Add("数据.xlsx", field == "landArea" ? "land-title" : "energy-statistics").Number(field, number, written, year: field == "landArea" ? null : 2025);

        var finding = folder.Find(criterion, Folder.Benchmarks($"{criterion}: {{ unit: {unit}, {(field == "landArea" ? "lead: 0.0002, base: 0.0001" : "lead: 99998, base: 99999")}, weight: 1 }}"));

        Assert.True(finding.Verdict is Verdict.DefectiveEvidence or Verdict.InsufficientEvidence, $"{finding.Verdict}");
        Assert.Null(finding.Points);
    }

    [Fact]
    public void FigureOfAnotherYear_NeverGivesMet()
    {
        var folder = new Folder();
        folder.Add("产销.xlsx", "output-statistics").Number("output", "36000", "t", year: 2025, qualifier: "陶瓷砖");
        folder.Add("能源.csv", "energy-statistics").Number("energyTotal", "40", "tce", year: 2024, role: "total");

        Assert.Equal(Verdict.DefectiveEvidence, folder.Find("energy.intensity", Folder.Benchmarks("energy.intensity: { unit: kgce/t, lead: 100, base: 200, weight: 1 }")).Verdict);
    }

    private static Folder Measured()
    {
        var folder = new Folder();
        folder.Add("产销.xlsx", "output-statistics").Number("output", "36000", "t", qualifier: "陶瓷砖").Number("outputValue", "3000", "万元");
        folder.Add("用地.docx", "land-title").Number("landArea", "2", "公顷", year: null).Number("buildingFootprint", "7000", "m²", year: null).Number("floorArea", "1.8", "万m²", year: null);
        folder.Add("物料.xlsx", "material-ledger").Number("materialUse", "25200", "t", qualifier: "坯料");
        folder.Add("用水.csv", "water-statistics").Number("waterIntake", "9", "万m³").Number("waterReused", "810000", "m³");
        folder.Add("环境.docx", "environment-statistics").Number("pollutantGenerated", "0.9", "t", qualifier: "nox").Number("pollutantDischarge", "720", "kg", qualifier: "nox").Number("wasteGasGenerated", "5400", "万m³")
            .Number("wasteGasDischarge", "5040", "万m³").Number("wastewaterGenerated", "1.8", "万吨").Number("wastewaterDischarge", "13500", "t");
        folder.Add("固废.xlsx", "waste-ledger").Number("wasteGenerated", "2000", "t").Number("wasteUtilised", "1900", "t").Number("wasteStockUtilised", "375", "t");
        folder.Add("能源.csv", "energy-statistics").Number("energyTotal", "5040", "tce", role: "total");
        folder.Add("绿电.pdf", "green-power").Number("energyRenewable", "504", "tce");
        folder.Add("碳.pdf", "greenhouse-gas-report").Number("carbonTotal", "9000", "tCO2");
        return folder;
    }
}
