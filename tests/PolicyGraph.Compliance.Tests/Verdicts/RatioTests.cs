using PolicyGraph.Compliance.Verdicts;

namespace PolicyGraph.Compliance.Tests.Verdicts;

/// <summary>Quantities against lead and base.</summary>
public class RatioTests
{
    private const string Energy = "energy.intensity: { unit: kgce/t, lead: 170, base: 250, weight: 40 }";
    private const string Water = "resource.water-intensity: { unit: m³/t, lead: 6, base: 10, weight: 25 }";

    [Fact]
    public void EnergyIntensity_FromRowsWithStatedCoefficients_IsTheLinearShare()
    {
        var folder = new Folder();
        EnergyRows(folder).Number("energyTotal", "2472.54", "tce", role: "total");
        Output(folder);

        var finding = folder.Find("energy.intensity", Folder.Benchmarks(Energy));

        Assert.Equal(Verdict.Met, finding.Verdict);
        Assert.Equal(206.045167m, Math.Round(finding.Value!.Value, 6)); // 2472542 kgce ÷ 12000 t
        Assert.Equal(21.9774m, Math.Round(finding.Points!.Value, 4));
        Assert.Equal("kgce/t", finding.Unit);
        Assert.Contains("50000 GJ × 34.12", finding.Arithmetic, StringComparison.Ordinal);
        Assert.Contains("2472542 kgce", finding.Arithmetic, StringComparison.Ordinal);
        Assert.Contains("介于基准值 250 与引领值 170", finding.Arithmetic, StringComparison.Ordinal);
        Assert.Equal(["产量.xlsx", "能源.csv"], finding.Evidence.Select(e => e.Path).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EnergyTotal_ThatItsRowsRefute_IsDefective_ThoughBothWouldPass()
    {
        var folder = new Folder();
        EnergyRows(folder).Number("energyTotal", "2572.54", "tce", role: "total");
        Output(folder);

        Assert.Equal(Verdict.DefectiveEvidence, folder.Find("energy.intensity", Folder.Benchmarks(Energy)).Verdict);
    }

    [Fact]
    public void EnergyWithoutStatedCoefficient_TakesTheReferenceValue()
    {
        var folder = new Folder();
        folder.Add("能源.csv", "energy-statistics").Number("energyConsumption", "1000", "万kWh", qualifier: "electricity").Number("energyConsumption", "100", "t", qualifier: "diesel");
        folder.Add("产量.xlsx", "output-statistics").Number("outputValue", "10000", "万元");

        var finding = folder.Find("energy.intensity", Folder.Benchmarks("energy.intensity: { unit: kgce/万元, lead: 100, base: 200, weight: 10 }"));

        Assert.Equal(137.471m, finding.Value); // (1229 + 145.71) tce ÷ 10000 万元
        Assert.Equal(6.2529m, finding.Points);
        Assert.Contains("GB/T 2589", finding.Arithmetic, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lead: 20, base: 30", Verdict.NotMet, 0)]
    [InlineData("lead: 70, base: 90", Verdict.Met, 10)]
    [InlineData("lead: 50, base: 60", Verdict.InsufficientEvidence, null)]
    public void GasWithoutCoefficient_DecidesOnlyWhereBothEndsOfTheRangeAgree(string marks, Verdict verdict, int? points)
    {
        var folder = new Folder();
        folder.Add("能源.csv", "energy-statistics").Number("energyConsumption", "500000", "m³", qualifier: "natural-gas"); // 550 to 665 tce
        folder.Add("产量.xlsx", "output-statistics").Number("outputValue", "10000", "万元");

        var finding = folder.Find("energy.intensity", Folder.Benchmarks($"energy.intensity: {{ unit: kgce/万元, {marks}, weight: 10 }}"));

        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(points, finding.Points);
    }

    [Theory]
    [InlineData("electricity", "100", "万kWh", "3.05", "tce/万kWh")] // the equivalence value
    [InlineData("heat", "50000", "GJ", "0.03412", "kgce/GJ")] // of one MJ, a thousand times too small
    public void WrongCoefficient_IsDefective(string energy, string number, string unit, string coefficient, string per)
    {
        var folder = new Folder();
        folder.Add("能源.csv", "energy-statistics").Number("energyConsumption", number, unit, qualifier: energy).Number("energyCoefficient", coefficient, per, qualifier: energy, year: null);
        Output(folder);

        var finding = folder.Find("energy.intensity", Folder.Benchmarks(Energy));

        Assert.Equal(Verdict.DefectiveEvidence, finding.Verdict);
        Assert.Contains("折标系数", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Feedstock_IsNoEnergyOfTheIntensity()
    {
        var folder = new Folder();
        folder.Add("能源.csv", "energy-statistics").Number("energyConsumption", "3000", "t", qualifier: "raw-coal").Number("energyFeedstock", "1000", "t", qualifier: "raw-coal")
            .Number("energyTotal", "2142.9", "tce", role: "total");
        Output(folder);

        Assert.Equal(119.05m, folder.Find("energy.intensity", Folder.Benchmarks(Energy)).Value); // 2000 t × 0.7143 ÷ 12000 t
    }

    [Theory]
    [InlineData("96000", "m³", "9.6", "万立方米", Verdict.Met)]
    [InlineData("95960", "m³", "9.6", "万立方米", Verdict.Met)] // equal to the coarser precision
    [InlineData("96000", "m³", "10.8", "万立方米", Verdict.DefectiveEvidence)]
    [InlineData("96000", "m³", "96001", "m³", Verdict.DefectiveEvidence)]
    public void TwoPapers_AgreeOrConflictAtTheCoarserWrittenPrecision(string a, string unitA, string b, string unitB, Verdict verdict)
    {
        var folder = new Folder();
        folder.Add("抄表.csv", "water-statistics").Number("waterIntake", a, unitA);
        folder.Add("年报.docx", "environment-statistics").Number("waterIntake", b, unitB);
        Output(folder);

        Assert.Equal(verdict, folder.Find("resource.water-intensity", Folder.Benchmarks(Water)).Verdict);
    }

    [Fact]
    public void TwelveMonths_AreTheYear_AndATotalThatIsNotTheirSumIsRefuted()
    {
        var right = new Folder();
        Months(right);
        Output(right);
        var wrong = new Folder();
        Months(wrong).Number("waterIntake", "90000", "m³", role: "total");
        Output(wrong);
        var partial = new Folder();
        partial.Add("抄表.csv", "water-statistics").Number("waterIntake", "8000", "m³", role: "part", from: "2025-01-01", to: "2025-01-31");
        Output(partial);

        Assert.Equal(8, right.Find("resource.water-intensity", Folder.Benchmarks(Water)).Value); // 12 × 8000 ÷ 12000
        Assert.Equal(Verdict.DefectiveEvidence, wrong.Find("resource.water-intensity", Folder.Benchmarks(Water)).Verdict);
        Assert.Equal(Verdict.DefectiveEvidence, partial.Find("resource.water-intensity", Folder.Benchmarks(Water)).Verdict);
    }

    [Theory]
    [InlineData("96000", null, 2025, null)] // no unit
    [InlineData("96000", "kWh", 2025, null)] // a unit of something else
    [InlineData("96000", "m³", 2024, null)] // another year
    [InlineData("96000", "m³", null, null)] // no year
    [InlineData("-96000", "m³", 2025, null)]
    [InlineData("1e400", "m³", 2025, null)]
    [InlineData("96000", "m³", 2025, "唐山宏远物流有限公司")]
    public void FigureThatCannotBeUsed_IsDefective_AndNeverMet(string number, string? unit, int? year, string? subject)
    {
        var folder = new Folder();
        folder.Add("抄表.csv", "water-statistics").Number("waterIntake", number, unit, year, subject: subject);
        Output(folder);

        var finding = folder.Find("resource.water-intensity", Folder.Benchmarks(Water));
        Assert.Equal(Verdict.DefectiveEvidence, finding.Verdict);
        Assert.Null(finding.Points);
        Assert.NotNull(finding.Reason);
    }

    [Theory]
    [InlineData("10", Verdict.Met, 0)] // at base
    [InlineData("6", Verdict.Met, 25)]
    [InlineData("5", Verdict.Met, 25)]
    [InlineData("10.1", Verdict.NotMet, 0)]
    public void Value_AtBase_IsMetWithoutPoints(string perTonne, Verdict verdict, int points)
    {
        var folder = new Folder();
        folder.Add("用水.csv", "water-statistics").Number("waterIntensity", perTonne, "m³/t");

        var finding = folder.Find("resource.water-intensity", Folder.Benchmarks(Water));
        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(points, finding.Points);
    }

    [Fact]
    public void SourcesBesideTheWhole_AreItsParts()
    {
        var folder = new Folder();
        folder.Add("205-4.csv", "water-statistics").Number("waterIntake", "96000", "立方米").Number("waterIntake", "70000", "立方米", qualifier: "地表水").Number("waterIntake", "26000", "立方米", qualifier: "自来水");
        Output(folder);

        Assert.Equal(8, folder.Find("resource.water-intensity", Folder.Benchmarks(Water)).Value);
    }

    [Theory]
    [InlineData("2142.9", 178.575)] // 3000 t in all: 2000 t and 1000 t add up
    [InlineData("1428.6", 119.05)] // 2000 t in all: the 1000 t are 其中
    public void RowsOfOneEnergy_AddUpOrAreContained_AsTheTotalSays(string total, double value)
    {
        var folder = new Folder();
        folder.Add("205-1.xlsx", "energy-statistics").Row("energyConsumption", "2000", "t", "raw-coal", 1).Row("energyCoefficient", "0.7143", null, "raw-coal", 1)
            .Row("energyConsumption", "1000", "t", "raw-coal", 2).Row("energyCoefficient", "0.7143", null, "raw-coal", 2)
            .Number("energyTotal", "5000.0", "tce").Number("energyTotal", total, "tce");
        Output(folder);

        Assert.Equal((decimal)value, folder.Find("energy.intensity", Folder.Benchmarks(Energy)).Value);
    }

    [Fact]
    public void StatedRatio_ThatItsOperandsRefute_IsDefective()
    {
        var folder = new Folder();
        folder.Add("用水.csv", "water-statistics").Number("waterIntake", "96000", "m³").Number("waterIntensity", "7.0", "m³/t");
        Output(folder);

        var finding = folder.Find("resource.water-intensity", Folder.Benchmarks(Water));
        Assert.Equal(Verdict.DefectiveEvidence, finding.Verdict);
        Assert.Contains("7", finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ReuseRate_CountsReusedWaterInTheDenominator_AndTheOtherFormulaIsRefuted()
    {
        const string marks = """resource.water-reuse: { unit: "%", lead: 95, base: 40, weight: 8 }""";
        var right = new Folder();
        right.Add("用水.csv", "water-statistics").Number("waterIntake", "20000", "m³").Number("waterReused", "80000", "m³").Number("waterReuseRate", "80.0", "%");
        var wrong = new Folder();
        wrong.Add("用水.csv", "water-statistics").Number("waterIntake", "20000", "m³").Number("waterReused", "16000", "m³").Number("waterReuseRate", "80.0", "%");

        Assert.Equal(80, right.Find("resource.water-reuse", Folder.Benchmarks(marks)).Value);
        Assert.Equal(Verdict.DefectiveEvidence, wrong.Find("resource.water-reuse", Folder.Benchmarks(marks)).Verdict);
    }

    [Fact]
    public void SolidWaste_WithoutEarlierStock_IsUtilisedOfGenerated()
    {
        var folder = new Folder();
        folder.Add("年报.docx", "environment-statistics").Number("wasteGenerated", "3,000", "吨").Number("wasteUtilised", "2,400", "吨").Number("hazardousGenerated", "0.6", "吨");

        var finding = folder.Find("resource.solid-waste", Folder.Benchmarks("""resource.solid-waste: { unit: "%", lead: 98, base: 85, weight: 20 }"""));

        Assert.Equal(Verdict.NotMet, finding.Verdict);
        Assert.Equal(80, finding.Value);
        Assert.Equal(0, finding.Points);
    }

    [Fact]
    public void ValueWithoutBenchmark_AndBenchmarkWithoutValue_NameWhatIsMissing()
    {
        var folder = new Folder();
        folder.Add("用水.csv", "water-statistics").Number("waterIntake", "20000", "m³").Number("waterReused", "80000", "m³");

        var value = folder.Find("resource.water-reuse");
        var benchmark = folder.Find("energy.intensity", Folder.Benchmarks(Energy));

        Assert.Equal(Verdict.InsufficientEvidence, value.Verdict);
        Assert.Equal(80, value.Value);
        Assert.Equal("benchmark", Assert.Single(value.Missing).What);
        Assert.Equal(Verdict.InsufficientEvidence, benchmark.Verdict);
        Assert.Equal(["value", "value"], benchmark.Missing.Select(m => m.What));
    }

    [Fact]
    public void SeveralProducts_AreAddedOnlyWhenTheyAreKindsOfOne()
    {
        var kinds = new Folder();
        kinds.Enterprise = kinds.Enterprise with { Products = ["抛光陶瓷砖", "仿古陶瓷砖"] };
        kinds.Add("产量.xlsx", "output-statistics").Number("output", "7000", "t", qualifier: "抛光陶瓷砖").Number("output", "5000", "t", qualifier: "仿古陶瓷砖");
        kinds.Add("用水.csv", "water-statistics").Number("waterIntake", "96000", "m³");
        var unlike = new Folder();
        unlike.Enterprise = unlike.Enterprise with { Products = ["水泥", "石膏板"] };
        unlike.Add("产量.xlsx", "output-statistics").Number("output", "7000", "t", qualifier: "水泥").Number("output", "5000", "t", qualifier: "石膏板");
        unlike.Add("用水.csv", "water-statistics").Number("waterIntake", "96000", "m³");
        var byProduct = new Folder();
        byProduct.Enterprise = byProduct.Enterprise with { Products = ["水泥"] };
        byProduct.Add("产量.xlsx", "output-statistics").Number("output", "12000", "t", qualifier: "水泥").Number("output", "9000", "t", qualifier: "水泥熟料");
        byProduct.Add("用水.csv", "water-statistics").Number("waterIntake", "96000", "m³");

        Assert.Equal(8, kinds.Find("resource.water-intensity", Folder.Benchmarks(Water)).Value);
        var open = unlike.Find("resource.water-intensity", Folder.Benchmarks(Water));
        Assert.Equal(Verdict.InsufficientEvidence, open.Verdict);
        Assert.Contains("不能直接相加", open.Reason, StringComparison.Ordinal);
        Assert.Equal(8, byProduct.Find("resource.water-intensity", Folder.Benchmarks(Water)).Value);
    }

    [Fact]
    public void RenewableShare_ConvertsPowerAtTheSameCoefficient_AndCountsOneKilowattHourOnce()
    {
        const string marks = """energy.renewable-share: { unit: "%", lead: 30, base: 1, weight: 8 }""";
        var folder = new Folder();
        folder.Add("能源.csv", "energy-statistics").Number("energyConsumption", "1000", "万kWh", qualifier: "electricity");
        folder.Add("绿电合同.pdf", "green-power").Number("energyRenewable", "200", "万kWh", qualifier: "绿电交易");
        folder.Add("绿证.pdf", "green-power").Number("energyRenewable", "200", "万kWh", qualifier: "绿证");
        folder.Add("光伏.xlsx", "green-power").Number("energyRenewable", "50", "万kWh", qualifier: "光伏自发自用");

        Assert.Equal(25, folder.Find("energy.renewable-share", Folder.Benchmarks(marks)).Value);
    }

    [Fact]
    public void UpgradeInvestment_IsThreeYearsOverThreeYears()
    {
        const string marks = """clean.upgrade-investment: { unit: "%", lead: 5, base: 0.1, weight: 4 }""";
        var folder = new Folder();
        folder.Add("项目.xlsx", "upgrade-projects").Number("upgradeInvestment", "300", "万元", 2024, "余热回收").Number("upgradeInvestment", "120", "万元", 2025, "电机更换")
            .Number("upgradeInvestment", "500", "万元", 2021, "窑炉改造");
        folder.Add("产值.xlsx", "output-statistics").Number("outputValue", "9000", "万元", 2023).Number("outputValue", "9000", "万元", 2024).Number("outputValue", "10000", "万元", 2025);
        var oneYear = new Folder();
        oneYear.Add("项目.xlsx", "upgrade-projects").Number("upgradeInvestment", "300", "万元", 2024, "余热回收");
        oneYear.Add("产值.xlsx", "output-statistics").Number("outputValue", "10000", "万元", 2025);

        Assert.Equal(1.5m, folder.Find("clean.upgrade-investment", Folder.Benchmarks(marks)).Value);
        Assert.Equal(Verdict.InsufficientEvidence, oneYear.Find("clean.upgrade-investment", Folder.Benchmarks(marks)).Verdict);
    }

    [Fact]
    public void Pollutants_AreDividedByTheBenchmarkFile()
    {
        var folder = new Folder();
        folder.Add("执行报告.docx", "environment-statistics").Number("pollutantDischarge", "360", "kg", qualifier: "cod").Number("pollutantDischarge", "0.6", "t", qualifier: "nox");
        Output(folder);
        var assessment = folder.Assess(Folder.Benchmarks("""
            clean.pollutant-intensity.cod: { unit: kg/t, lead: 0.02, base: 0.05, weight: 3 }
            clean.pollutant-intensity.nox: { unit: kg/t, lead: 0.02, base: 0.04, weight: 3 }
            """));

        var mine = assessment.Findings.Where(f => f.Criterion.StartsWith("clean.pollutant-intensity", StringComparison.Ordinal)).ToList();
        Assert.Equal(["clean.pollutant-intensity.cod", "clean.pollutant-intensity.nox"], mine.Select(f => f.Criterion));
        Assert.Equal(0.03m, mine[0].Value);
        Assert.Equal(2, mine[0].Points);
        Assert.Equal(Verdict.NotMet, mine[1].Verdict);
        Assert.Equal(Verdict.InsufficientEvidence, folder.Find("clean.pollutant-intensity", Folder.Benchmarks("clean.pollutant-intensity: { unit: kg/t, lead: 0.02, base: 0.05, weight: 3 }")).Verdict);
    }

    [Fact]
    public void LandOutputRate_TakesTheAreaOfTheTitleWhateverTheYear()
    {
        var folder = new Folder();
        folder.Add("不动产权证.txt", "land-title").Number("landArea", "30", "亩", year: null);
        folder.Add("产值.xlsx", "output-statistics").Number("outputValue", "10000", "万元");

        var finding = folder.Find("land.output-rate", Folder.Benchmarks("land.output-rate: { unit: 万元/m², lead: 1, base: 0.05, weight: 8 }"));
        Assert.Equal(0.5m, Math.Round(finding.Value!.Value, 9));
    }

    private static void Output(Folder folder) => folder.Add("产量.xlsx", "output-statistics").Number("output", "12000", "t", qualifier: "陶瓷砖");

    private static Paper EnergyRows(Folder folder) => folder.Add("能源.csv", "energy-statistics")
        .Number("energyConsumption", "50000", "GJ", qualifier: "heat").Number("energyCoefficient", "34.12", "kgce/计量单位", qualifier: "heat").Number("energyStandardCoal", "1706.00", "tce", qualifier: "heat")
        .Number("energyConsumption", "6000000", "kWh", qualifier: "electricity").Number("energyCoefficient", "0.1229", "kgce/计量单位", qualifier: "electricity").Number("energyStandardCoal", "737.40", "tce", qualifier: "electricity")
        .Number("energyConsumption", "20000", "kg", qualifier: "diesel").Number("energyCoefficient", "1.4571", "kgce/计量单位", qualifier: "diesel").Number("energyStandardCoal", "29.14", "tce", qualifier: "diesel");

    private static Paper Months(Folder folder)
    {
        var paper = folder.Add("抄表.csv", "water-statistics");
        for (var month = 1; month <= 12; month++)
        {
            paper.Number("waterIntake", "8000", "m³", role: "part", from: $"2025-{month:00}-01", to: $"2025-{month:00}-{DateTime.DaysInMonth(2025, month):00}");
        }

        return paper;
    }
}
