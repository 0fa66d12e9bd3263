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
}
