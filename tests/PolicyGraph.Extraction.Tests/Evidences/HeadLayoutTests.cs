using PolicyGraph.Extraction.Evidences;

namespace PolicyGraph.Extraction.Tests.Evidences;

/// <summary>Heads and names that are easily taken for something else: ratios beside their operands, names that begin with a figure, labels on top of records.</summary>
public class HeadLayoutTests
{
    [Theory]
    [InlineData("吨机制纸耗电,千瓦时/吨,400,408")]
    [InlineData("单位产品电耗,kWh/t,400,408")]
    public void RatioOfElectricity_IsNoConsumption(string row)
    {
        var reading = Papers.ReadRows("山河纸业有限公司主要能耗指标（2025年）\n指标名称,计量单位,本年,上年\n" + row);
        Assert.DoesNotContain(reading.Fields, f => f.Name == "energyConsumption");
    }

    [Theory]
    [InlineData("6 MW屋顶光伏扩建")]
    [InlineData("3t中频电炉节能改造")]
    [InlineData("10台空压机变频改造")]
    public void ProjectWhoseNameBeginsWithAFigure_IsOneOfTheProjects(string name)
    {
        var reading = Papers.ReadRows($"绿色低碳改造升级项目清单（2023—2025年竣工）\n项目名称,类型,竣工验收日期,投资额（万元）\n除湿机组热泵改造,节能,2023-09-15,1260\n{name},可再生能源,2025-10-22,1570\n合计,,,2830");
        var project = Assert.Single(reading.Fields, f => f is { Name: "upgradeInvestment", Number: 1570m });
        Assert.NotNull(project.Qualifier);
        Assert.NotEqual(FieldRole.Total, project.Role);
    }

    [Fact]
    public void UnitWithTheStateOfTheGoods_IsTheUnitAlone()
    {
        var reading = Papers.ReadRows("山河纸业有限公司2025年主要原料耗用台账（单位：吨、风干）\n月份,废纸,再生浆,合计耗用\n1月,100,10,110\n2月,200,20,220\n全年,300,30,330");
        Assert.All(reading.Fields.Where(f => f.Name == "materialUse"), f => Assert.Equal("吨", f.Unit));
        Assert.DoesNotContain(reading.Fields, f => f.Qualifier == "合计耗用");
    }

    [Fact]
    public void LabelsAboveRecords_AreNoValuesOfTheFirst()
    {
        var reading = Papers.ReadRows("能源计量器具台账（2026年5月版）\n单位：山河纸业有限公司\n编号,器具名称,准确度等级,管理级别,安装地点,检定/校准日期,有效期至\nFL-E-001,电能表（总）,0.2S,进出用能单位,1号变电所,2025-10-14,2027-10-13\nFL-S-001,蒸汽流量计,1.5,进出用能单位,热力入口,2025-03-16,2026-03-15");
        Assert.Equal(["2027-10-13", "2026-03-15"], reading.Fields.Where(f => f.Name == "validUntil").Select(f => f.Date));
        Assert.DoesNotContain(reading.Fields, f => f.Written == "器具名称");
    }

    [Fact]
    public void StateBelowTheOneCertificate_IsItsState()
    {
        var reading = Extract("能源管理体系认证证书\n证书编号：AB24En-0093R1M\n获证组织：山河纸业有限公司\n认证依据：GB/T 23331-2020\n有效期至：2027-07-07", "查询日期,证书状态,状态变更日期,变更原因\n2026-05-11,暂停,2026-03-20,未按规定接受监督审核");
        Assert.Equal(("暂停", reading.One("standard").Group), (reading.One("status").Written, reading.One("status").Group));
    }

    [Fact]
    public void YearlyCubicMetres_AreThoseOfTheYear()
    {
        var reading = Extract("水平衡测试报告\n被测单位：山河纸业有限公司\n测试期：2025年1月1日—2025年12月31日", "项目,水量（m³/a）\n新水取水量,18000\n循环冷却水量,331000\n冷凝水回用量,11000\n重复利用水量合计,342000");
        Assert.Equal((18000m, "m³"), (reading.One("waterIntake").Number, reading.One("waterIntake").Unit));
        Assert.Equal([331000m, 11000m, 342000m], reading.Fields.Where(f => f.Name == "waterReused").Select(f => f.Number));
    }

    [Fact]
    public void ResultBesideThePollutant_IsItsConcentration()
    {
        var reading = Extract("检测报告\n受检单位：山河铸造有限公司\n检测单位：某某环境检测有限公司", "采样日期,点位,项目,结果（mg/m³）,限值,工况\n2025-03-18,DA001,颗粒物,11.2,30,86%\n2025-09-16,DA001,颗粒物,10.9,30,90%");
        Assert.Equal([11.2m, 10.9m], reading.Fields.Where(f => f is { Name: "pollutantConcentration", Qualifier: "particulates" }).Select(f => f.Number));
    }

    [Fact]
    public void LaboratoryWithoutMark_HasNone()
    {
        var reading = Extract("检测报告\n报告编号：J077", "受检单位,山河铸造有限公司\n检测单位,某某技术服务部\n检验检测机构资质认定（CMA）证书编号,无\n检测项目,非甲烷总烃");
        Assert.DoesNotContain(reading.Fields, f => f.Name == "labMark");
    }

    [Fact]
    public void LetterWithItsOfficeOnTop_IsAnAuthoritysStatement()
    {
        var reading = Papers.ReadText("某某高新产业园管理办公室\n关于山河铸造有限公司有关情况的说明\n\n山河铸造有限公司位于我园，从事铸件生产。\n一、该企业生产经营正常，近三年未发生停产。\n二、该企业不在工业节能监察整改名单内。\n\n2026年5月14日（印章）");
        Assert.Equal("authority-statement", reading.Type);
        Assert.Equal("none", reading.One("energyRectification").Statement);
    }

    private static EvidenceReading Extract(string lines, string rows) => Papers.Extractor.Read(Papers.Mixed(lines, rows), null);
}
