using PolicyGraph.Extraction.Evidences;

namespace PolicyGraph.Extraction.Tests.Evidences;

public class BilingualTableTests
{
    private const string Months = """
        Sheet 2 – Energy consumption 能源消费
        漠溪啤酒有限公司 2025年
        Month 月份,Electricity 电力 (MWh),Natural gas 天然气 (10³ Nm³),Purchased steam 外购蒸汽 (GJ),Total 合计 (tce)
        2025-01,600,100,4000,
        2025-02,600,100,4000,
        FY2025 全年消费量,1200,200,8000,
        Conversion factor 折标系数 (tce/unit),0.1229,1.2143,0.03412,
        FY2025 折标准煤 (tce),147.48,242.86,272.96,663.30
        """;

    [Fact]
    public void EnglishBeforeTheChinese_NamesEnergyUnitAndMonth()
    {
        var reading = Papers.ReadRows(Months);
        var whole = reading.Fields.Where(f => f is { Name: "energyConsumption", PeriodStart: { Month: 1, Day: 1 }, PeriodEnd: { Month: 12, Day: 31 } }).ToList();
        Assert.Equal([("electricity", 1200m, "MWh"), ("natural-gas", 200m, "10³Nm³"), ("steam", 8000m, "GJ")], whole.Select(f => (f.Qualifier!, f.Number!.Value, f.Unit!)));
        Assert.Equal((600m, FieldRole.Part), Assert.Single(reading.Fields, f => f is { Name: "energyConsumption", Qualifier: "electricity", PeriodEnd: { Month: 1 } }) is var january ? (january.Number, january.Role) : default);
    }

    [Fact]
    public void RowsOfCoefficientsAndCoal_AreNoConsumption()
    {
        var reading = Papers.ReadRows(Months);
        Assert.Equal([(0.1229m, "tce/MWh"), (1.2143m, "tce/10³Nm³"), (0.03412m, "tce/GJ")], reading.Fields.Where(f => f.Name == "energyCoefficient").Select(f => (f.Number!.Value, f.Unit!)));
        Assert.Equal(663.30m, Assert.Single(reading.Fields, f => f.Name == "energyTotal").Number);
        Assert.Equal([147.48m, 242.86m, 272.96m], reading.Fields.Where(f => f.Name == "energyStandardCoal").Select(f => f.Number!.Value));
    }

    [Fact]
    public void EnglishBehindTheChinese_IsLeftOut()
    {
        var reading = Papers.ReadRows("""
            2025年用水情况 Water use
            指标 Item,单位 Unit,2025年 Current year,2024年 Previous year
            取水量 Water intake,m³,18000,17600
            其中：自来水 Municipal,m³,12000,11800
            重复利用水量 Water reused,m³,90000,88000
            工业用水重复利用率 Reuse rate,%,83.33,83.33
            """);
        Assert.Equal(18000m, Assert.Single(reading.Fields, f => f is { Name: "waterIntake", Role: FieldRole.Value, PeriodStart.Year: 2025 }).Number);
        Assert.Equal((12000m, FieldRole.Part), reading.One("waterIntake", "自来水", 2025) is var part ? (part.Number, part.Role) : default);
        Assert.Equal((90000m, (string?)null), reading.One("waterReused", null, 2025) is var reused ? (reused.Number, reused.Qualifier) : default);
        Assert.Equal(83.33m, reading.One("waterReuseRate", null, 2025).Number);
    }

    [Fact]
    public void SymbolOfASubstance_StaysWithItsName()
    {
        var reading = Papers.ReadRows("""
            排污许可证执行报告（年报）2025
            Quarter 季度,Wastewater 废水排放量 (m³),COD mean 平均浓度 (mg/L),COD 排放量 (t)
            Q1,1000,55,0.055
            Q2,1000,55,0.055
            Q3,1000,55,0.055
            Q4,1000,55,0.055
            2025 全年,4000,55,0.22
            """);
        Assert.Equal((0.22m, FieldRole.Total), Assert.Single(reading.Fields, f => f is { Name: "pollutantDischarge", Qualifier: "cod", Role: FieldRole.Total }) is var mass ? (mass.Number, mass.Role) : default);
        Assert.Equal(5, reading.Fields.Count(f => f is { Name: "pollutantConcentration", Qualifier: "cod", Number: 55m }));
        Assert.Equal(4000m, Assert.Single(reading.Fields, f => f is { Name: "wastewaterDischarge", Role: FieldRole.Total }).Number);
    }

    [Fact]
    public void NameOfAProductWithLatinLetters_IsKept()
    {
        var reading = Papers.ReadRows("""
            2025年主要产品产量
            产品名称,单位,产量
            ABS改性塑料,吨,1200
            LED灯具,万只,36
            """);
        Assert.Equal(["ABS改性塑料", "LED灯具"], reading.Fields.Where(f => f.Name == "output").Select(f => f.Qualifier));
    }

    [Fact]
    public void UnitInTwoLanguages_IsOneUnit()
    {
        var reading = Papers.ReadRows("""
            2025年产值产量
            Month 月份,Gross output value 工业总产值 (10⁴ CNY 万元),Qualified beer 合格啤酒产量 (kL)
            1月,5219,13048
            2月,4473,11184
            合计,9692,24232
            """);
        var value = Assert.Single(reading.Fields, f => f is { Name: "outputValue", Role: FieldRole.Total });
        Assert.Equal((9692m, "万元"), (value.Number, value.Unit));
        Assert.Equal((24232m, "kL"), Assert.Single(reading.Fields, f => f is { Name: "output", Role: FieldRole.Total }) is var output ? (output.Number, output.Unit) : default);
    }

    [Fact]
    public void SumOfThreeYears_IsNoYear()
    {
        var reading = Papers.ReadRows("""
            2025年度绿色低碳改造升级项目同期产值
            年度,工业总产值（万元）
            2023,20120
            2024,14500
            2025,25380
            三年合计,60000
            """);
        Assert.Equal(25380m, reading.One("outputValue", null, 2025).Number);
        Assert.Equal((2023, 2025), Assert.Single(reading.Fields, f => f is { Name: "outputValue", Number: 60000m }) is var sum ? (sum.PeriodStart!.Value.Year, sum.PeriodEnd!.Value.Year) : default);
    }

    [Theory]
    [InlineData("合计")]
    [InlineData("三年累计")]
    [InlineData("2023—2025年合计")]
    public void SumBesideThreeYears_IsNoYear(string head)
    {
        var reading = Papers.ReadRows($"某厂历年产值（2025年编）\n项目,2023年,2024年,2025年,{head}\n工业总产值（万元）,20120,14500,25380,60000");
        Assert.Equal(25380m, reading.One("outputValue", null, 2025).Number);
        Assert.Equal((2023, 2025), Assert.Single(reading.Fields, f => f is { Name: "outputValue", Number: 60000m }) is var sum ? (sum.PeriodStart!.Value.Year, sum.PeriodEnd!.Value.Year) : default);
    }
}
