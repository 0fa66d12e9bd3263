using PolicyGraph.Extraction.Evidences;

namespace PolicyGraph.Extraction.Tests.Evidences;

public class FigureTableTests
{
    [Fact]
    public void YearsDownTheSide_GiveEachValueItsYear()
    {
        var reading = Papers.ReadRows("""
            某某乳业有限公司  生产完成情况（2023—2025年）
            年度,灭菌乳合格品产量/吨,工业总产值（当年价格）/万元,备注
            2023,11300,8927,
            2024,11600,9280,
            2025,12000,9600,与统计上报一致
            """, "Sheet1");
        Assert.Equal("output-statistics", reading.Type);
        var output = reading.One("output", "灭菌乳", 2025);
        Assert.Equal((12000m, "吨", "B5", "Sheet1"), (output.Number, output.Unit, output.Cell, output.Sheet));
        Assert.Equal((8927m, "万元"), (reading.One("outputValue", null, 2023).Number, reading.One("outputValue", null, 2023).Unit));
    }

    [Fact]
    public void YearsAlongTheTop_GiveEachValueItsYear()
    {
        var reading = Papers.ReadRows("""
            项目,2023年,2024年,2025年
            主要产品产量（万件）,100,110,120
            取水量（万m³）,11.2,11.0,10.8
            一般工业固体废物产生量（t）,3200,3100,3000
            其中：综合利用量（t）,2500,2450,2400
            综合利用率（%）,78.1,79.0,80.0
            危险废物产生量（t）,0.5,0.6,0.6
            """);
        Assert.Equal((10.8m, "万m³"), (reading.One("waterIntake", null, 2025).Number, reading.One("waterIntake", null, 2025).Unit));
        Assert.Equal(3100m, reading.One("wasteGenerated", null, 2024).Number);
        Assert.Equal((2400m, FieldRole.Value), (reading.One("wasteUtilised", null, 2025).Number, reading.One("wasteUtilised", null, 2025).Role));
        Assert.Equal((80.0m, "80.0"), (reading.One("wasteUtilisationRate", null, 2025).Number, reading.One("wasteUtilisationRate", null, 2025).Written));
        Assert.Equal(0.6m, reading.One("hazardousGenerated", null, 2025).Number);
    }

    [Fact]
    public void WaterForm_InTabbedText_KeepsLastYearAndPartsApart()
    {
        var reading = Papers.ReadText("工业企业用水情况\n表号：205-4表\n统一社会信用代码：91440600MA4XABCD1X　　单位详细名称：佛山市明阳纸业有限公司\n2025年　　计量单位：立方米\n指标名称\t代码\t本年\t上年\n取水总量\t01\t1250000\t1302000\n其中：自来水\t02\t350000\t402000\n地表水\t03\t900000\t900000\n重复用水量\t04\t3750000\t3500000\n单位负责人：张三　　填表人：李四　　报出日期：2026年1月15日");
        Assert.Equal("water-statistics", reading.Type);
        var intake = Assert.Single(reading.Fields, f => f is { Name: "waterIntake", Role: FieldRole.Value, PeriodStart.Year: 2025 });
        Assert.Equal((1250000m, "立方米"), (intake.Number, intake.Unit));
        Assert.Equal(1302000m, Assert.Single(reading.Fields, f => f is { Name: "waterIntake", Role: FieldRole.Value, PeriodStart.Year: 2024 }).Number);
        Assert.Equal(FieldRole.Part, reading.One("waterIntake", "地表水", 2025).Role);
        Assert.Equal(3750000m, reading.One("waterReused", null, 2025).Number);
        Assert.Equal("2026-01-15", reading.One("issuedOn").Date);
        Assert.Equal("91440600MA4XABCD1X", reading.One("creditCode").Written);
    }

    [Fact]
    public void WasteLedger_WithHazardousWasteBelow_KeepsTheTwoApart()
    {
        var reading = Papers.ReadRows("""
            一般工业固体废物管理台账（2025年度）
            单位名称：明阳纸业有限公司,,,,,
            序号,废物名称,产生量（吨）,综合利用量（吨）,处置量（吨）,贮存量（吨）
            1,炉渣,1200.5,1200.5,0,0
            2,造纸污泥,800,600,200,0
            合计,,2000.5,1800.5,200,0
            危险废物（废机油）,,3.2,0,3.2,0
            """);
        Assert.Equal("waste-ledger", reading.Type);
        Assert.Equal(2000.5m, Assert.Single(reading.Fields, f => f is { Name: "wasteGenerated", Role: FieldRole.Total }).Number);
        Assert.Equal((1800.5m, null), (Assert.Single(reading.Fields, f => f is { Name: "wasteUtilised", Role: FieldRole.Total }).Number, Assert.Single(reading.Fields, f => f is { Name: "wasteUtilised", Role: FieldRole.Total }).Qualifier));
        Assert.Equal(FieldRole.Part, reading.One("wasteGenerated", "造纸污泥").Role);
        Assert.Equal(3.2m, reading.One("hazardousGenerated").Number);
        Assert.DoesNotContain(reading.Fields, f => f is { Name: "wasteGenerated" or "wasteUtilised" or "wasteDisposed", Number: 3.2m });
    }

    [Fact]
    public void Pollutants_DownTheSide_BecomeQualifiers()
    {
        var reading = Papers.ReadRows("""
            排污许可证执行报告（2025年年报）主要污染物实际排放量
            污染物名称,许可排放量(t),实际排放量（t）,许可排放浓度限值（mg/m³）,年均浓度(mg/m³)
            二氧化硫,20,8.31,50,12.5
            化学需氧量（COD）,10,2.2,50,21
            """);
        Assert.Equal("environment-statistics", reading.Type);
        Assert.Equal((8.31m, "t"), (reading.One("pollutantDischarge", "so2", 2025).Number, reading.One("pollutantDischarge", "so2").Unit));
        Assert.Equal(21m, reading.One("pollutantConcentration", "cod").Number);
        Assert.Equal((50m, "mg/m³"), (reading.One("pollutantLimit", "cod").Number, reading.One("pollutantLimit", "cod").Unit));
        Assert.DoesNotContain(reading.Fields, f => f.Number == 20m); // what is permitted is not what was discharged
    }

    [Fact]
    public void TestReport_BelowTheLimitOfDetection_HasNoNumber()
    {
        var reading = Papers.ReadRows("""
            检测报告
            报告编号：JC-2025-0912
            委托单位：山河铸造有限公司,,,,
            检测机构：清源检测有限公司,,,,
            监测点位,检测项目,检测结果（mg/m³）,标准限值（mg/m³）,采样日期
            1#排气筒,颗粒物,8.2,30,2025-09-10
            1#排气筒,二氧化硫,<3,100,2025-09-10
            """);
        Assert.Equal("monitoring-report", reading.Type);
        Assert.Equal("山河铸造有限公司", reading.One("holder").Written);
        Assert.Equal("清源检测有限公司", reading.One("issuer").Written);
        Assert.Equal(8.2m, reading.One("pollutantConcentration", "particulates").Number);
        Assert.Equal(("<3", (decimal?)null), (reading.One("pollutantConcentration", "so2").Written, reading.One("pollutantConcentration", "so2").Number));
    }

    [Fact]
    public void Projects_FinishedInDifferentYears_KeepNameAndMonth()
    {
        var reading = Papers.ReadRows("""
            2023-2025年绿色低碳改造升级项目清单
            项目名称,改造内容,完工时间,投资额（万元）
            窑炉余热回收,换热器,2023年11月,320
            空压机变频改造,变频器,2024年8月,85.5
            合计,,,405.5
            """);
        Assert.Equal("upgrade-projects", reading.Type);
        var first = reading.One("upgradeInvestment", "窑炉余热回收");
        Assert.Equal((320m, "万元", FieldRole.Value, new DateOnly(2023, 11, 30)), (first.Number, first.Unit, first.Role, first.PeriodEnd!.Value));
        Assert.Equal(405.5m, Assert.Single(reading.Fields, f => f.Role == FieldRole.Total).Number);
    }

    [Fact]
    public void Materials_UnderAHeadOfUse_AreReadWithTheirUnits()
    {
        var reading = Papers.ReadRows("""
            2025年主要原材料消耗台账
            原材料名称,单位,期初库存,领用量,单耗
            废纸,吨,1200,56000.5,1.12
            淀粉,kg,300,450000,9
            """);
        Assert.Equal("material-ledger", reading.Type);
        Assert.Equal([("废纸", 56000.5m, "吨"), ("淀粉", 450000m, "kg")], reading.Fields.Select(f => (f.Qualifier!, f.Number!.Value, f.Unit!)));
    }

    [Fact]
    public void OutputForm_WithoutAYear_HasNoPeriodAndLeavesLastYearOut()
    {
        var reading = Papers.ReadRows("""
            B204-1表 工业产销总值及主要产品产量
            指标名称,计量单位,本年累计,上年同期
            一、工业总产值（当年价格）,千元,356000,340000
            二、主要产品产量,,,
            陶瓷砖,万平方米,480.5,470
            """);
        Assert.Equal((356000m, "千元", (DateOnly?)null), (reading.One("outputValue").Number, reading.One("outputValue").Unit, reading.One("outputValue").PeriodStart));
        Assert.Equal((480.5m, "万平方米"), (reading.One("output", "陶瓷砖").Number, reading.One("output", "陶瓷砖").Unit));
    }

    [Fact]
    public void Aims_InATable_AreTargetsAndNoFacts()
    {
        var reading = Papers.ReadRows("""
            2026年度绿色低碳目标分解表
            指标,单位,2025年完成值,2026年目标值,责任部门
            单位产品综合能耗,kgce/t,101.9,99,设备部
            工业用水重复利用率,%,85,88,动力车间
            """);
        Assert.Equal("management-duties", reading.Type);
        Assert.Equal([("单位产品综合能耗", 99m, "kgce/t", 2026), ("工业用水重复利用率", 88m, "%", 2026)], reading.Fields.Select(f => (f.Qualifier!, f.Number!.Value, f.Unit!, f.PeriodEnd!.Value.Year)));
    }

    [Fact]
    public void MeterReadings_AreTheirMonths()
    {
        var reading = Papers.ReadRows("""
            抄表日期,表号,上月止码,本月止码,取水量(立方米),抄表人
            2025-11-30,W-01,498000,505000,7000,张三
            2025-12-31,W-01,505000,513400,8400,张三
            2025年合计,,,,96000,
            """);
        Assert.Equal("water-statistics", reading.Type);
        Assert.Equal([7000m, 8400m, 96000m], reading.Fields.Select(f => f.Number!.Value));
        Assert.Equal((FieldRole.Part, new DateOnly(2025, 12, 1)), (reading.Fields[1].Role, reading.Fields[1].PeriodStart!.Value));
        Assert.Equal((FieldRole.Total, new DateOnly(2025, 1, 1)), (reading.Fields[2].Role, reading.Fields[2].PeriodStart!.Value));
    }

    [Fact]
    public void MarkdownTable_InText_IsATable()
    {
        var reading = Papers.ReadText("# 2025年用水统计\n\n| 项目 | 单位 | 数值 |\n|---|---|---|\n| 取水量 | 万m³ | 12.5 |\n| 重复用水量 | 万m³ | 40 |\n");
        Assert.Equal((12.5m, "万m³", 2025), (reading.One("waterIntake").Number, reading.One("waterIntake").Unit, reading.One("waterIntake").PeriodEnd!.Value.Year));
    }

    [Fact]
    public void TableBetweenLines_TakesYearAndUnitFromTheCaption()
    {
        var reading = Papers.Extractor.Read(Papers.Mixed("山河铸造有限公司产品产量统计\n表1 2024年主要产品产量\n单位：吨", "产品名称,产量\n铸铁件,5000\n铸钢件,1200.5", "填报日期：2025年1月9日"), null);
        Assert.Equal((1200.5m, "吨", 2024), (reading.One("output", "铸钢件").Number, reading.One("output", "铸钢件").Unit, reading.One("output", "铸钢件").PeriodEnd!.Value.Year));
        Assert.Equal("2025-01-09", reading.One("issuedOn").Date);
    }
}
