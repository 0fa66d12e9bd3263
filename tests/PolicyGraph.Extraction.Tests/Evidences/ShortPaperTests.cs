using PolicyGraph.Extraction.Evidences;

namespace PolicyGraph.Extraction.Tests.Evidences;

/// <summary>Papers of a few lines: what parts label and value, amounts in words, several years in one sentence, and what such lines do not prove.</summary>
public class ShortPaperTests
{
    private const string Company = "湘潭云塘铸造有限公司";

    [Theory]
    [InlineData("年度报送单\n□取水量   实盘 12,600 m³   ☑已核")]
    [InlineData("> 取水量 :: 12,600 [m³]")]
    [InlineData("取水量…………12,600 m³")]
    [InlineData("取水量 = 12,600 m³")]
    [InlineData("湘潭数据 // 取水量→12,600m³ // 备注→无")]
    [InlineData("第1项 取水量\n　　数值：12,600\n　　单位：m³")]
    [InlineData("问：取水量是多少？\n答：12,600 m³，已核对水表。")]
    [InlineData("  —取水量\n      12,600 m³")]
    [InlineData("附注1  取水量，本期发生额 一万二千六百 立方米。")]
    [InlineData("一、取水量。全年实绩12,600立方米。")]
    [InlineData("项目 ‖ 单位 ‖ 本年\n取水量 ‖ m³ ‖ 12600")]
    [InlineData("项目；单位；上年；本年\n取水量；m³；13100；12600")]
    [InlineData("序号｜名称｜数值｜单位\n1｜取水量｜12,600｜m³")]
    [InlineData("┌────┬────┬────┐\n│项目│单位│数量│\n├────┼────┼────┤\n│取水量│m³│12,600│\n└────┴────┴────┘")]
    public void AmountOfWater_HoweverLabelAndValueArePartedByTheWriter_IsRead(string lines)
    {
        var reading = Papers.ReadText($"{Company}\n2025年度用水数据\n{lines}");

        var water = Assert.Single(reading.Fields, f => f.Name == "waterIntake" && f.PeriodEnd?.Year == 2025);
        Assert.Equal(12600m, water.Number);
        Assert.True(Papers.Units.TryConvert(1, water.Unit, "m³", out var one) && one == 1, water.Unit);
        Assert.Equal(Company, water.Subject);
    }

    [Theory]
    [InlineData("一千五百三十六", 1536)]
    [InlineData("十五万八千", 158000)]
    [InlineData("三万零二百", 30200)]
    [InlineData("十二亿", 1200000000)]
    [InlineData("一亿三千万", 130000000)]
    [InlineData("零", 0)]
    public void AmountInWords_IsRead(string words, int value) =>
        Assert.Equal(value, Papers.ReadText($"2025年，{Company}取水量为{words}立方米。").One("waterIntake").Number);

    [Theory]
    [InlineData("一般立方米")]
    [InlineData("二〇二五立方米")]
    [InlineData("三三立方米")]
    public void WordsThatAreNoAmount_AreRefused(string words) =>
        Assert.DoesNotContain(Papers.ReadText($"2025年，{Company}取水量为{words}，工业总产值2亿元。").Fields, f => f is { Name: "waterIntake", Number: not null });

    [Fact]
    public void AmountInWords_EndsWhereItsUnitBegins_AndARangeHasNoValue()
    {
        var reading = Papers.ReadText($"{Company}2025年铸件合格产量为一千六百千克，取水量为五百至六百立方米。");

        Assert.Equal(("1600", "千克"), (reading.One("output").Number?.ToString(System.Globalization.CultureInfo.InvariantCulture), reading.One("output").Unit));
        Assert.Null(reading.One("waterIntake").Number);
    }

    [Fact]
    public void Series_OfSeveralYears_GivesEachYearItsOwnAmount()
    {
        var reading = Papers.ReadText($"{Company}：近三年（2023、2024、2025）绿色低碳改造项目实际完成投资依次为一百二十万元、八十万元、一百五十万元，均已验收。同期工业总产值依次为5.8亿元、6.1亿元、6.6亿元。");

        Assert.Equal(120m * 10000, reading.One("upgradeInvestment", year: 2023).Number);
        Assert.Equal(150m * 10000, reading.One("upgradeInvestment", year: 2025).Number);
        Assert.Equal((6.1m, "亿元"), (reading.One("outputValue", year: 2024).Number, reading.One("outputValue", year: 2024).Unit));
        Assert.Equal(6, reading.Fields.Count(f => f.Name is "upgradeInvestment" or "outputValue"));
    }

    [Fact]
    public void SumThatIsWrittenOut_GivesPartsAndTotal()
    {
        var reading = Papers.ReadText($"{Company}2025年一般工业固废台账：综合利用量：炉渣600 t＋废砂200 t＋除尘灰50 t＝合计860 t。");

        Assert.Equal([600m, 200m, 50m], reading.Fields.Where(f => f is { Name: "wasteUtilised", Role: FieldRole.Value }).Select(f => f.Number!.Value));
        Assert.Equal(860m, Assert.Single(reading.Fields, f => f is { Name: "wasteUtilised", Role: FieldRole.Total }).Number);
    }

    [Theory]
    [InlineData("能耗.txt", "2025年天然气 120 万方（工况流量，压力未记），铸件合格产量 2 万吨")]
    [InlineData("排放.txt", "2025年NOx排放量 96 t（或为以N计，待核）")]
    public void UnitInDoubt_IsNotTheUnit(string name, string text)
    {
        var doubtful = Papers.ReadText($"{Company}{name}\n{text}").Fields.Where(f => f.Name is "energyConsumption" or "pollutantDischarge").ToList();

        Assert.NotEmpty(doubtful);
        Assert.All(doubtful, f => Assert.False(Papers.Units.TryParse(f.Unit, out _), f.Unit));
    }

    [Theory]
    [InlineData("湘潭云塘铸造有限公司 2025年在线监测：总排口COD年均浓度46 mg/L", "cod", 46)]
    [InlineData("湘潭云塘铸造有限公司 中频炉2025年颗粒物年均 8.5 mg/m³（标态）", "particulates", 8.5)]
    [InlineData("湘潭云塘铸造有限公司 2025年总排口COD 86 mg/L（年均）", "cod", 86)]
    [InlineData("湘潭云塘铸造有限公司 2026年一季度废气排口NOx均值 54 mg/m³（在线）", "nox", 54)]
    public void Concentration_InOneSentence_IsTheOneOfItsPollutant(string text, string pollutant, double value)
    {
        var field = Papers.ReadText(text).One("pollutantConcentration");

        Assert.Equal((pollutant, (decimal)value), (field.Qualifier, field.Number));
    }

    [Fact]
    public void FirstQuarter_InASentence_IsNotTheYear() =>
        Assert.Equal(new DateOnly(2026, 3, 31), Papers.ReadText("湘潭云塘铸造有限公司 2026年一季度废气排口NOx均值 54 mg/m³（在线）").One("pollutantConcentration").PeriodEnd);

    [Theory]
    [InlineData("湘潭云塘铸造有限公司屋顶光伏可行性研究报告（2024年10月）\n预计2025年发电并自用400万kWh；预计2025年综合能源消费量5,000 tce。")]
    [InlineData("湘潭云塘铸造有限公司能碳管理平台采购招标文件（2025年6月）\n拟建设功能：能耗查询、能效对标等八项。")]
    [InlineData("食堂本周菜单：红烧肉 2 份、米饭 300 g。")]
    public void WhatIsPlannedTenderedOrElse_IsNoRecord(string text) => Assert.Equal("unrecognised", Papers.ReadText(text).Type);

    [Fact]
    public void OwnCertificateOfOutput_StatesFigures_AndIsNoStatementOfAnAuthority()
    {
        var reading = Papers.ReadText($"证  明\n　　兹证明我公司2025年度铸件合格产量2.00万吨。情况属实。\n　　{Company}（盖章）\n　　2026年2月3日");

        Assert.Equal("output-statistics", reading.Type);
        Assert.Equal(2m, reading.One("output").Number);
    }

    [Theory]
    [InlineData("2024年3月1日至2025年1月31日全线停产", false)] // eleven months
    [InlineData("2024年2月1日至2025年1月31日全线停产", true)]
    [InlineData("2024年因检修停产20天", false)]
    [InlineData("2024年停产十三个月", true)]
    public void Stop_CountsFromTwelveMonthsOnEnd(string sentence, bool counts)
    {
        var reading = Papers.ReadText($"{Company}\n生产运行说明（2026年5月15日）\n因搬迁，{sentence}，其后复产至今。\n企业未注销。");

        Assert.Equal("enterprise-declaration", reading.Type);
        Assert.Equal(counts, reading.Fields.Any(f => f is { Name: "operating", Statement: "no" }));
    }

    [Fact]
    public void ReviewOfAnAuthority_WithoutATitle_SaysThatTheEntryWasStruckOff()
    {
        var reading = Papers.ReadText($"{Company}：\n你公司列入2024年工业节能监察整改名单，应整改问题5项。经2025年3月10日现场复核，5项全部整改到位，予以销号。\n市节能监察支队（章）2025年3月12日");

        Assert.Equal("authority-statement", reading.Type);
        Assert.Equal("none", reading.One("energyRectification").Statement);
        Assert.Equal("2025-03-12", reading.One("issuedOn").Date);
    }

    [Fact]
    public void Announcement_ThatStrikesTheEnterpriseOff_IsHeldAgainstIt_AndOneAboutOthersIsNot()
    {
        const string Text = "关于动态调整绿色制造名单的公告（2025年3月）\n移出绿色工厂2家：1. 湘潭云塘铸造有限公司（原因：未按期报送动态管理表）；2. 某某有限公司";

        Assert.Equal("occurred", Papers.Extractor.Read(Papers.Text(Text), new SubjectHints(Company, null, [], [])).One("removedFromList").Statement);
        Assert.Equal("unrecognised", Papers.Extractor.Read(Papers.Text(Text), new SubjectHints("长沙另一铸造有限公司", null, [], [])).Type);
    }

    [Theory]
    [InlineData("湘潭云塘铸造有限公司惠阳工厂2025年取水量 1,000 m³", "湘潭云塘铸造有限公司惠阳工厂")]
    [InlineData("湘潭云塘铸造有限公司绿色工厂2025年取水量 1,000 m³", "湘潭云塘铸造有限公司")]
    [InlineData("湘潭云塘铸造有限公司2025年 仅2号炉车间\n取水量 1,000 m³", "湘潭云塘铸造有限公司2号炉车间")]
    public void PartOfTheWorks_IsNamedInTheSubject(string text, string subject) => Assert.Equal(subject, Papers.ReadText(text).One("waterIntake").Subject);

    [Fact]
    public void Floors_ListedByBuilding_KeepTheirHeights()
    {
        var reading = Papers.ReadText($"{Company} 面积核算\n厂区用地：2公顷（不动产权证）\n总建筑面积：\n  铸造车间（单层，层高9.6 m）  6,000 m²\n  办公楼（层高3.6 m）      2,000 m²");

        Assert.Equal([6000m, 2000m], reading.Fields.Where(f => f.Name == "floorArea").Select(f => f.Number!.Value));
        Assert.Contains("9.6", reading.Fields.First(f => f.Name == "floorArea").Qualifier, StringComparison.Ordinal);
    }
}
