using PolicyGraph.Extraction.Evidences;

namespace PolicyGraph.Extraction.Tests.Evidences;

public class EnergyTableTests
{
    private const string Quarters = """
        某某乳业有限公司2025年能源消费汇总
        能源品种,计量单位,一季度,二季度,三季度,四季度,全年消费量,折标系数（kgce/计量单位）,折标准煤（tce）
        外购热力,GJ,1000,800,1200,1900,4900,34.12,167.19
        电力,kWh,140000,120000,160000,180000,600000,0.1229,73.74
        综合能源消费量,tce,,,,,,,240.93
        """;

    [Fact]
    public void Quarters_BesideTheYear_ArePartsOfIt()
    {
        var reading = Papers.ReadRows(Quarters);
        Assert.Equal("energy-statistics", reading.Type);
        var heat = reading.Fields.Where(f => f is { Name: "energyConsumption", Qualifier: "heat" }).ToList();
        Assert.Equal([1000m, 800m, 1200m, 1900m, 4900m], heat.Select(f => f.Number!.Value));
        Assert.Equal([FieldRole.Part, FieldRole.Part, FieldRole.Part, FieldRole.Part, FieldRole.Total], heat.Select(f => f.Role));
        Assert.Equal((new DateOnly(2025, 4, 1), new DateOnly(2025, 6, 30)), (heat[1].PeriodStart!.Value, heat[1].PeriodEnd!.Value));
        Assert.Equal((new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31)), (heat[4].PeriodStart!.Value, heat[4].PeriodEnd!.Value));
        Assert.All(heat, f => Assert.Equal("GJ", f.Unit));
    }

    [Fact]
    public void Coefficient_PerUnitOfTheRow_NamesThatUnit()
    {
        var reading = Papers.ReadRows(Quarters);
        Assert.Equal(("34.12", "kgce/GJ"), (reading.One("energyCoefficient", "heat").Written, reading.One("energyCoefficient", "heat").Unit));
        Assert.Equal((0.1229m, "kgce/kWh"), (reading.One("energyCoefficient", "electricity").Number, reading.One("energyCoefficient", "electricity").Unit));
        Assert.Equal((73.74m, "tce"), (reading.One("energyStandardCoal", "electricity").Number, reading.One("energyStandardCoal", "electricity").Unit));
    }

    [Fact]
    public void BottomRow_OfTheTable_IsTheTotal()
    {
        var total = Papers.ReadRows(Quarters, "能源").One("energyTotal");
        Assert.Equal((240.93m, "tce", FieldRole.Total, "I5"), (total.Number, total.Unit, total.Role, total.Cell));
        Assert.Equal("某某乳业有限公司", total.Subject);
    }

    [Fact]
    public void Energies_AlongTheTop_AreReadForEachYear()
    {
        var reading = Papers.ReadRows("""
            青石陶瓷有限公司能源统计（2024-2025年）
            指标,天然气（万m³）,电力（万kWh）,综合能源消费量（tce）
            2024年消费量,812.5,2310.4,13450.12
            2025年消费量,790.10,2288.0,13102.40
            其中：用于原材料,0,0,0
            折标系数,12.143,1.229,
            """);
        var gas = reading.One("energyConsumption", "natural-gas", 2025);
        Assert.Equal((790.10m, "790.10", "万m³"), (gas.Number, gas.Written, gas.Unit));
        Assert.Equal(13450.12m, reading.One("energyTotal", null, 2024).Number);
        Assert.Equal(FieldRole.Value, reading.One("energyFeedstock", "natural-gas", 2025).Role);
        Assert.Null(reading.One("energyCoefficient", "natural-gas").Unit); // 万m³ is the amount's unit, not the coefficient's
    }

    [Fact]
    public void StatisticsForm205_WithItsPeriodBesideTheName_IsReadByColumns()
    {
        var reading = Papers.ReadRows("""
            能源购进、消费与库存
            表号：205-1表,,,,,,
            单位详细名称：云岭化工股份有限公司,,,2025年1—12月,,,
            能源名称,计量单位,代码,年初库存量,购进量,工业生产消费量,用于原材料,采用折标系数,折标准煤
            原煤,吨,01,1200,35000,34800.5,12000,0.7143,24858.0
            电力,万千瓦时,33,-,8800,8800,-,1.229,10815.2
            能源合计,吨标准煤,40,,,,,,35673.2
            """);
        Assert.Equal("energy-statistics", reading.Type);
        Assert.Equal((34800.5m, "吨"), (reading.One("energyConsumption", "raw-coal", 2025).Number, reading.One("energyConsumption", "raw-coal").Unit));
        Assert.Equal(12000m, reading.One("energyFeedstock", "raw-coal", 2025).Number);
        Assert.DoesNotContain(reading.Fields, f => f is { Name: "energyFeedstock", Qualifier: "electricity" });
        Assert.Equal("吨标准煤", reading.One("energyStandardCoal", "raw-coal").Unit); // the unit of the total below
        Assert.Equal("云岭化工股份有限公司", reading.One("energyTotal").Subject);
    }

    [Fact]
    public void Total_OverThreeMonths_IsNotTheYear()
    {
        var reading = Papers.ReadRows("""
            2025年度用电用水月报表 单位：山河铸造有限公司
            月份,用电量（kWh）,取水量（m³）,铸件产量（吨）
            1月,102000,3200,410
            2月,98000,2900,388
            3月,110000,3300,420
            合计,310000,9400,1218
            """);
        var total = Assert.Single(reading.Fields, f => f is { Name: "waterIntake", Role: FieldRole.Total });
        Assert.Equal((new DateOnly(2025, 1, 1), new DateOnly(2025, 3, 31)), (total.PeriodStart!.Value, total.PeriodEnd!.Value));
        var march = Assert.Single(reading.Fields, f => f is { Name: "output", Number: 420m });
        Assert.Equal((FieldRole.Part, "铸件", new DateOnly(2025, 3, 31)), (march.Role, march.Qualifier, march.PeriodEnd!.Value));
    }

    [Fact]
    public void HalfYears_WithTheirSum_ArePartsAndTotal()
    {
        var reading = Papers.ReadRows("""
            2025年度能源消费表
            能源,单位,1-6月,7-12月,合计
            电,万kWh,300,320,620
            汽油,t,2.5,2.6,5.1
            """);
        var electricity = reading.Fields.Where(f => f.Qualifier == "electricity").ToList();
        Assert.Equal([FieldRole.Part, FieldRole.Part, FieldRole.Total], electricity.Select(f => f.Role));
        Assert.Equal(new DateOnly(2025, 12, 31), electricity[2].PeriodEnd);
        Assert.Equal(new DateOnly(2025, 1, 1), electricity[2].PeriodStart);
    }

    [Fact]
    public void Renewables_ByQuarter_KeepOnlyWhatWasUsed()
    {
        var reading = Papers.ReadRows("""
            2025年分布式光伏发电统计表（单位：万kWh）
            月份,发电量,自发自用电量,上网电量
            一季度,30,25,5
            二季度,40,33,7
            三季度,42,36,6
            四季度,28,22,6
            全年,140,116,24
            """);
        Assert.Equal("green-power", reading.Type);
        Assert.Equal([25m, 33m, 36m, 22m, 116m], reading.Fields.Where(f => f.Name == "energyRenewable").Select(f => f.Number!.Value));
        Assert.Equal((FieldRole.Total, "万kWh"), (reading.Fields[^1].Role, reading.Fields[^1].Unit));
    }
}
