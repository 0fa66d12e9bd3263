using PolicyGraph.Extraction.Evidences;

namespace PolicyGraph.Extraction.Tests.Evidences;

/// <summary>Rows and columns that are kinds of one thing: parts of a sum, rows of one energy, another class of waste.</summary>
public class KindTableTests
{
    [Fact]
    public void KindsOfWasteByQuarter_ArePartsOfTheSumBelow()
    {
        var reading = Papers.ReadRows("""
            山河铸造有限公司2025年固体废物台账（单位：吨）
            名称,类别,一季度产生量,二季度产生量,三季度产生量,四季度产生量,全年产生量
            炉渣,一般工业固体废物,10,20,30,40,100
            废砂,一般工业固体废物,1,2,3,4,10
            一般工业固体废物合计,,11,22,33,44,110
            废矿物油（HW08）,危险废物,1,1,1,1,4
            """);
        var years = reading.Fields.Where(f => f is { Name: "wasteGenerated", PeriodStart.Month: 1, PeriodEnd.Month: 12 }).ToList();
        Assert.Equal([(100m, FieldRole.Part), (10m, FieldRole.Part), (110m, FieldRole.Total)], years.Select(f => (f.Number!.Value, f.Role)));
        Assert.Equal(4m, Assert.Single(reading.Fields, f => f is { Name: "hazardousGenerated", PeriodStart.Month: 1, PeriodEnd.Month: 12 }).Number);
    }

    [Fact]
    public void KindsOfWasteAlongTheTop_ArePartsOfTheLastColumn()
    {
        var reading = Papers.ReadRows("""
            山河铸造有限公司一般工业固体废物管理台账（2025年汇总）
            ,炉渣,除尘灰,合计
            产生量（t）,1500,300,1800
            年初贮存量（t）,20,0,20
            综合利用量（t）,1400,300,1700
            """);
        Assert.Equal([FieldRole.Part, FieldRole.Part], reading.Fields.Where(f => f is { Name: "wasteGenerated", Qualifier: not null }).Select(f => f.Role));
        Assert.Equal(1800m, Assert.Single(reading.Fields, f => f is { Name: "wasteGenerated", Qualifier: null }).Number);
        Assert.Equal(20m, reading.One("wasteOpening", "炉渣").Number);
    }

    [Fact]
    public void TwoRowsOfElectricity_AreTwoGroups()
    {
        var reading = Papers.ReadRows("""
            山河铸造有限公司能源消费汇总表
            能源品种,计量单位,2024年消费量,2025年消费量
            外购电力,万kWh,300,310
            光伏自发自用电力,万kWh,20,30
            """);
        Assert.Equal(2, reading.Fields.Where(f => f is { Name: "energyConsumption", Qualifier: "electricity", PeriodStart.Year: 2025 }).Select(f => f.Group).Distinct().Count());
        Assert.Equal(30m, Assert.Single(reading.Fields, f => f is { Name: "energyRenewable", PeriodStart.Year: 2025 }).Number);
    }

    [Fact]
    public void HazardousWasteThatIsNotCountedWithTheGeneral_StaysHazardous()
    {
        var reading = Papers.ReadRows("""
            山河铸造有限公司2025年危险废物台账（不计入一般工业固体废物）
            废物名称,计量单位,产生量
            废乳化液,t,6.2
            """);
        Assert.Equal(6.2m, reading.One("hazardousGenerated").Number);
        Assert.DoesNotContain(reading.Fields, f => f.Name == "wasteGenerated");
    }

    [Fact]
    public void SalesValueAndShares_AreNoOutputValue()
    {
        var reading = Papers.ReadRows("""
            山河铸造有限公司2025年产值统计表
            指标,单位,数值
            工业总产值,千元,90000
            工业销售产值,千元,88000
            铸钢件（合格品产量）,t,5200
            """);
        Assert.Equal(90000m, reading.One("outputValue").Number);
        Assert.Equal((5200m, "铸钢件"), (reading.One("output").Number, reading.One("output").Qualifier));
    }

    [Fact]
    public void UnitInBracketsOfTheCaption_IsTheUnitOfTheTable()
    {
        var reading = Papers.ReadRows("""
            山河铸造有限公司2025年用水台账（立方米）
            项目,全年
            取水量,46400
            循环水量,24000
            回用水量,9600
            """);
        Assert.Equal((46400m, "立方米"), (reading.One("waterIntake").Number, reading.One("waterIntake").Unit));
        Assert.Equal([FieldRole.Part, FieldRole.Part], reading.Fields.Where(f => f.Name == "waterReused").Select(f => f.Role));
    }

    [Fact]
    public void FormulaInProse_StatesWhatStandsBehindItsLastSign()
    {
        var reading = Papers.ReadText("山河铸造有限公司水平衡测试报告\n测试期：2025年1月1日至2025年12月31日\n取水量10万立方米，重复利用水量90万立方米。\n工业用水重复利用率 = Vr ÷ (V + Vr) × 100% = 90 ÷ (10 + 90) × 100% = 93.5%");
        Assert.Equal(93.5m, reading.One("waterReuseRate").Number);
    }

    [Fact]
    public void LineThatBreaksBeforeItsNumber_IsReadOn()
    {
        var reading = Papers.ReadText("温室气体核查声明\n受核查方：山河铸造有限公司\n经核查确认，受核查方2025年度温室气体排放总量为\n26963.51 tCO2。");
        Assert.Equal((26963.51m, "tCO2"), (reading.One("carbonTotal").Number, reading.One("carbonTotal").Unit));
    }
}
