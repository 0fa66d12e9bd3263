using PolicyGraph.Extraction.Evidences;

namespace PolicyGraph.Extraction.Tests.Evidences;

/// <summary>Rows and columns that stand among others and do not belong to them: feedstock among energies, bought and hazardous waste among one's own, standard coal of green power.</summary>
public class ApartRowsTests
{
    [Fact]
    public void ColumnThatIsNotConverted_IsNoEnergy()
    {
        var reading = Papers.ReadRows("""
            某某药业有限公司2025年能源消费逐月统计
            月份,电力(kWh),柴油(kg),甲醇(t)
            1月,2480000,1700,98
            2月,2210000,1500,88
            全年,4690000,3200,186
            折标系数(当量),0.1229 kgce/kWh,1.4571 kgce/kg,不折标
            折标煤(tce),576.40,4.66,—
            """);
        Assert.Equal(["electricity", "diesel"], reading.Fields.Where(f => f.Name == "energyConsumption").Select(f => f.Qualifier).Distinct());
    }

    [Theory]
    [InlineData("能源名称,计量单位,消费量,折标系数\n电力,万kWh,320,1.229\n甲醇,吨,1150,不折标")]
    [InlineData("能源品种,单位,消费量,备注\n电力,万kWh,320,\n甲醇,吨,1150,作原料使用，不计入综合能耗")]
    public void RowThatIsNotConverted_IsNoEnergy(string rows)
    {
        var reading = Papers.ReadRows("某某药业有限公司2025年能源消费统计\n" + rows);
        Assert.Equal((320m, "electricity"), Assert.Single(reading.Fields, f => f.Name == "energyConsumption") is var one ? (one.Number, one.Qualifier) : default);
    }

    [Fact]
    public void StandardCoalOfGreenPower_IsNotThatOfAllEnergy()
    {
        var reading = Papers.ReadRows("""
            某某有限公司2025年可再生能源电力消费核算清单
            月份,合同编号,结算电量（MWh）,折标准煤（tce）
            2025-01,LD-07,500,61.45
            2025-02,LD-07,500,61.45
            合计,,1000,122.90
            全厂综合能源消费量（tce）,,,7852.92
            """);
        Assert.Equal([7852.92m], reading.Fields.Where(f => f.Name is "energyTotal" or "energyStandardCoal").Select(f => f.Number!.Value));
        Assert.Equal(1000m, Assert.Single(reading.Fields, f => f is { Name: "energyRenewable", Role: FieldRole.Total }).Number);
    }

    [Fact]
    public void TotalThatCountsBoughtWaste_IsRemarked()
    {
        var reading = Papers.ReadRows("""
            某某玻璃有限公司2025年一般工业固体废物台账
            类别,来源,产生量（吨）,综合利用量（吨）
            生产废玻璃,本厂产生,3100,3100
            回收碎玻璃,外购（回收站）,8800,8800
            合计,,11900,11900
            """);
        Assert.Equal(("回收碎玻璃", "外购废物"), Assert.Single(reading.Fields, f => f.Name == "boundaryRemark") is var remark ? (remark.Written, remark.Qualifier) : default);
    }

    [Fact]
    public void TotalWithoutTheBoughtWaste_IsNotRemarked()
    {
        var reading = Papers.ReadRows("""
            某某玻璃有限公司2025年一般工业固体废物台账
            类别,来源,产生量（吨）,综合利用量（吨）
            生产废玻璃,本厂产生,3100,3100
            废耐火砖,本厂产生,200,0
            回收碎玻璃,外购（回收站）,8800,8800
            合计,,3300,3100
            """);
        Assert.DoesNotContain(reading.Fields, f => f.Name == "boundaryRemark");
    }

    [Fact]
    public void HazardousWasteBelowTheTotal_IsAnAmountOfItsOwn()
    {
        var reading = Papers.ReadRows("""
            表单：CX-11,一般工业固体废物产生与利用,,,
            企业名称：某某树脂有限公司,年度：2025,单位：吨,,
            类别,产生量,综合利用量,处置量,贮存量
            污泥,140,90,50,0
            合计,140,90,50,0
            附：危险废物产生量,31.7 吨,（不计入上表）,,
            """);
        Assert.Equal((31.7m, "吨"), Assert.Single(reading.Fields, f => f.Name == "hazardousGenerated") is var hazardous ? (hazardous.Number, hazardous.Unit) : default);
        Assert.Equal(140m, Assert.Single(reading.Fields, f => f is { Name: "wasteGenerated", Role: FieldRole.Total }).Number);
    }

    [Fact]
    public void MetersBesideMachines_KeepTheirRowsApart()
    {
        var reading = Papers.Extractor.Read(Papers.Mixed("主要生产设备清单\n能源计量器具台账", """
            器具编号,名称,准确度等级,检定日期,有效期至,状态
            E01,电能表,0.5S,2025-03-01,2027-02-28,在用
            G01,燃气表,1.5,2024-09-01,2025-08-31,在用
            G02,燃气表,1.5,2023-09-01,2024-08-31,停用
            """, "以上设备均为1级能效，无淘汰类设备。"), null);
        var ends = reading.Fields.Where(f => f.Name == "validUntil").ToList();
        Assert.Equal(["2027-02-28", "2025-08-31", "2024-08-31"], ends.Select(f => f.Date));
        Assert.Equal(3, ends.Select(f => f.Group).Distinct().Count());
    }

    [Theory]
    [InlineData("可再生能源利用情况说明（2025年度）\n企业：某某药业有限公司　　整理：南京某某绿色科技咨询有限公司　　2026年3月")]
    [InlineData("2025年绿电使用情况\n某某药业有限公司 财务 沈某 2026年3月")]
    [InlineData("2025年绿电使用情况\n某某药业有限公司\n2026年2月")]
    public void MonthOfWriting_IsNoPeriodOfTheFigures(string head)
    {
        var reading = Papers.Extractor.Read(Papers.Mixed(head, """
            来源,电量/万kWh,凭证
            ① 自建分布式光伏（自用）,320,抄表
            ② 绿色电力交易,620,合同
            合计,940,
            """), null);
        Assert.All(reading.Fields.Where(f => f.Name == "energyRenewable"), f => Assert.Equal((2025, 1, 12, "万kWh"), (f.PeriodStart!.Value.Year, f.PeriodStart.Value.Month, f.PeriodEnd!.Value.Month, f.Unit)));
        Assert.Equal(3, reading.Fields.Count(f => f.Name == "energyRenewable"));
    }

    [Fact]
    public void MonthOfAMonthlyForm_IsThePeriodOfItsFigures()
    {
        var reading = Papers.ReadRows("""
            工业产销总值及主要产品产量,,,B204-1表
            单位详细名称：某某药业有限公司,,,2025年12月
            指标名称,计量单位,本月,本年累计
            工业总产值（当年价格）,万元,5100,64000
            """);
        Assert.Equal([(5100m, 12, 12), (64000m, 1, 12)], reading.Fields.Where(f => f.Name == "outputValue").Select(f => (f.Number!.Value, f.PeriodStart!.Value.Month, f.PeriodEnd!.Value.Month)));
    }

    [Fact]
    public void WrittenNameOfTheCompany_IsNoTopic()
    {
        var reading = Papers.ReadRows("""
            工业产销总值及主要产品产量,,,,,,B204-1表
            填报单位：某某新能源材料股份有限公司,,,,,,2025年
            指标/产品名称,计量单位,2024年产量（产值）,2024年销量,2025年产量（产值）,2025年销量,
            工业总产值（当年价格）,万元,136200,,142800,,
            正极材料（合格品）合计,吨,38000,37890,42000,41730,
            """);
        Assert.DoesNotContain(reading.Fields, f => f.Name == "materialUse" || f.Number == 41730m);
        Assert.Equal(42000m, Assert.Single(reading.Fields, f => f.Name == "output" && f.PeriodStart?.Year == 2025).Number);
    }

    [Fact]
    public void HeadsThatStandOverTheSameColumns_AreTheNames()
    {
        var reading = Papers.ReadRows("""
            2025年主要原料投料台账（单位：吨）
            月份,磷酸铁净消耗,碳酸锂净消耗
            1月,3290,820
            2月,2820,700
            全年合计,6110,1520
            """);
        Assert.Equal([("磷酸铁", 6110m), ("碳酸锂", 1520m)], reading.Fields.Where(f => f is { Name: "materialUse", Role: FieldRole.Total }).Select(f => (f.Qualifier!, f.Number!.Value)));
    }
}
