using System.Globalization;
using PolicyGraph.Extraction.Evidences;

namespace PolicyGraph.Extraction.Tests.Evidences;

/// <summary>Single papers of textile, chemical, electronics, food and paper makers; a line of the expectation is field, qualifier, number, unit, period and role.</summary>
public class IndustryPaperTests
{
    [Fact]
    public void Textile_MonthsInMarkdown_ArePartsOfTheTotal() => Holds(
        Papers.ReadText("# 宏纺印染有限公司2025年用水月报汇总\n\n| 月份 | 取水量（吨） | 回用水量（吨） |\n|---|---|---|\n| 1月 | 8200 | 3100 |\n| 2月 | 7,900 | 3000 |\n| 12月 | 8600 | 3300 |\n| 合计 | 24700 | 9400 |\n"),
        "water-statistics",
        "waterIntake||8200|吨|20250101-20250131|Part",
        "waterReused||3100|吨|20250101-20250131|Part",
        "waterIntake||7900|吨|20250201-20250228|Part",
        "waterReused||3000|吨|20250201-20250228|Part",
        "waterIntake||8600|吨|20251201-20251231|Part",
        "waterReused||3300|吨|20251201-20251231|Part",
        "waterIntake||24700|吨|20250101-20251231|Total",
        "waterReused||9400|吨|20250101-20251231|Total");

    [Fact]
    public void Textile_EnergyInSentences_IsRead() => Holds(
        Papers.ReadText("宏纺印染有限公司2025年度能源利用状况报告\n2025年，公司全年消耗外购蒸汽5.2万吨、电力1,860万kWh、天然气120万m³，综合能源消费量为9,876.5吨标准煤。\n全年生产印染布3,200万米，完成工业总产值4.6亿元，单位产品综合能耗30.9千克标准煤/百米。\n"),
        "energy-audit",
        "energyConsumption|steam|5.2|万吨|20250101-20251231|Value",
        "energyConsumption|electricity|1860|万kWh|20250101-20251231|Value",
        "energyConsumption|natural-gas|120|万m³|20250101-20251231|Value",
        "energyTotal||9876.5|吨标准煤|20250101-20251231|Value",
        "output|印染布|3200|万米|20250101-20251231|Value",
        "outputValue||4.6|亿元|20250101-20251231|Value",
        "energyIntensity||30.9|千克标准煤/百米|20250101-20251231|Value");

    [Fact]
    public void Textile_ShareOfDyes_IsMaterialByMonthAndYear() => Holds(
        Papers.ReadRows("2025年主要原辅材料消耗统计\n物料名称,计量单位,上半年,下半年,全年合计\n坯布,万米,1500,1750,3250\n活性染料,吨,210,195.5,405.5", "原辅料"),
        "material-ledger",
        "materialUse|坯布|1500|万米|20250101-20250630|Part",
        "materialUse|坯布|1750|万米|20250701-20251231|Part",
        "materialUse|坯布|3250|万米|20250101-20251231|Total",
        "materialUse|活性染料|210|吨|20250101-20250630|Part",
        "materialUse|活性染料|195.5|吨|20250701-20251231|Part",
        "materialUse|活性染料|405.5|吨|20250101-20251231|Total");

    [Fact]
    public void Chemicals_UnitsInARowOfTheirOwn_AreTheColumns() => Holds(
        Papers.ReadRows("瑞源化工有限公司产品产量统计表\n年份,烧碱产量,聚氯乙烯产量,工业总产值\n,万吨,吨,万元\n2024年,12.5,86000,98000\n2025年,13.1,88000.5,101500", "产量"),
        "output-statistics",
        "output|烧碱|12.5|万吨|20240101-20241231|Value",
        "output|聚氯乙烯|86000|吨|20240101-20241231|Value",
        "outputValue||98000|万元|20240101-20241231|Value",
        "output|烧碱|13.1|万吨|20250101-20251231|Value",
        "output|聚氯乙烯|88000.5|吨|20250101-20251231|Value",
        "outputValue||101500|万元|20250101-20251231|Value");

    [Fact]
    public void Chemicals_HazardousLedgerByMonth_IsHazardousOnly() => Holds(
        Papers.ReadRows("危险废物管理台账（2025年度）\n月份,废物名称,废物代码,产生量（吨）,委托处置量（吨）\n1月,精馏残渣,900-013-11,3.2,3\n2月,精馏残渣,900-013-11,2.8,3\n合计,,,6.0,6.0"),
        "waste-ledger",
        "hazardousGenerated|精馏残渣|3.2|吨|20250101-20250131|Part",
        "hazardousGenerated|精馏残渣|2.8|吨|20250201-20250228|Part",
        "hazardousGenerated||6.0|吨|20250101-20250228|Total");

    [Fact]
    public void Chemicals_FormOfTwoPairsInARow_IsRead() => Holds(
        Papers.Extractor.Read(Papers.Mixed("瑞源化工有限公司环境统计年报\n2025年度", "指标名称,数值,指标名称,数值\n取水量（万立方米）,85.6,重复用水量（万立方米）,1200\n化学需氧量排放量（吨）,12.35,氨氮排放量（吨）,0.82"), null),
        "environment-statistics",
        "waterIntake||85.6|万立方米|20250101-20251231|Value",
        "waterReused||1200|万立方米|20250101-20251231|Value",
        "pollutantDischarge|cod|12.35|吨|20250101-20251231|Value",
        "pollutantDischarge|ammonia-nitrogen|0.82|吨|20250101-20251231|Value");

    [Fact]
    public void Electronics_SolarByMonths_CountsWhatWasUsed() => Holds(
        Papers.ReadRows("晶拓电子有限公司屋顶光伏发电记录（2025年）\n月份,发电量（kWh）,自用电量（kWh）,上网电量（kWh）\n1月,30500,28000,2500\n2月,28800,27000,1800\n合计,59300,55000,4300"),
        "green-power",
        "energyRenewable||28000|kWh|20250101-20250131|Part",
        "energyRenewable||27000|kWh|20250201-20250228|Part",
        "energyRenewable||55000|kWh|20250101-20250228|Total");

    [Fact]
    public void Electronics_EmissionsBySource_GiveTheTotal() => Holds(
        Papers.Extractor.Read(Papers.Mixed("晶拓电子有限公司温室气体排放报告\n2025年度", "排放源类别,排放量（tCO2e）\n化石燃料燃烧排放,320.5\n净购入电力产生的排放,8650.2\n温室气体排放总量,8970.7"), null),
        "greenhouse-gas-report",
        "carbonPart|化石燃料燃烧排放|320.5||-|Part",
        "carbonPart|净购入电力产生的排放|8650.2||-|Part",
        "carbonTotal||8970.7|tCO2e|20250101-20251231|Value");

    [Fact]
    public void Electronics_ProjectsNotFinished_HaveNoTimeOfCompletion() => Holds(
        Papers.ReadRows("晶拓电子有限公司节能改造项目清单\n项目名称,完成时间,投资额（万元）,进展\n空压机余热回收,2024年5月,120,已验收\n中水回用系统,2026年9月（计划）,260,在建\n冷水机组变频,预计2026年12月,80,前期\n合计,,460,"),
        "upgrade-projects",
        "upgradeInvestment|空压机余热回收|120|万元|20240501-20240531|Value",
        "upgradeInvestment|中水回用系统|260|万元|-|Value",
        "upgradeInvestment|冷水机组变频|80|万元|-|Value",
        "upgradeInvestment||460|万元|-|Total");

    [Fact]
    public void Food_MonthsAlongTheTop_ArePartsOfTheSum() => Holds(
        Papers.ReadRows("2025年能源消耗统计\n能源名称,单位,1月,2月,3月,合计\n电,万kWh,30.1,28,31.5,89.6\n天然气,万m³,4.2,3.9,4.0,12.1", "能耗"),
        "energy-statistics",
        "energyConsumption|electricity|30.1|万kWh|20250101-20250131|Part",
        "energyConsumption|electricity|28|万kWh|20250201-20250228|Part",
        "energyConsumption|electricity|31.5|万kWh|20250301-20250331|Part",
        "energyConsumption|electricity|89.6|万kWh|20250101-20250331|Total",
        "energyConsumption|natural-gas|4.2|万m³|20250101-20250131|Part",
        "energyConsumption|natural-gas|3.9|万m³|20250201-20250228|Part",
        "energyConsumption|natural-gas|4.0|万m³|20250301-20250331|Part",
        "energyConsumption|natural-gas|12.1|万m³|20250101-20250331|Total");

    [Fact]
    public void Food_WasteWithPurposes_IsReadFromSentences() => Holds(
        Papers.ReadText("福禾食品有限公司2025年一般工业固体废物情况说明\n2025年公司一般工业固体废物产生量为1,860吨，其中豆渣1,500吨外售作饲料，综合利用量1,790吨，处置量70吨，综合利用率96.2%。危险废物产生量0.45吨，全部委托有资质单位处置。"),
        "waste-ledger",
        "wasteGenerated||1860|吨|20250101-20251231|Value",
        "wasteUtilised||1790|吨|20250101-20251231|Value",
        "wasteDisposed||70|吨|20250101-20251231|Value",
        "wasteUtilisationRate||96.2|%|20250101-20251231|Value",
        "hazardousGenerated||0.45|吨|20250101-20251231|Value");

    [Fact]
    public void Food_TwoProducts_AreOutputsOfTheirYears() => Holds(
        Papers.ReadRows("产品名称,单位,2023年产量,2024年产量,2025年产量\n豆奶,吨,5200,5400,5600.5\n腐竹,吨,800,820,790"),
        "output-statistics",
        "output|豆奶|5200|吨|20230101-20231231|Value",
        "output|豆奶|5400|吨|20240101-20241231|Value",
        "output|豆奶|5600.5|吨|20250101-20251231|Value",
        "output|腐竹|800|吨|20230101-20231231|Value",
        "output|腐竹|820|吨|20240101-20241231|Value",
        "output|腐竹|790|吨|20250101-20251231|Value");

    [Fact]
    public void Paper_KindsUnderOneOfWhich_AreParts() => Holds(
        Papers.ReadRows("能源购进、消费与库存,,,,\n单位详细名称：明阳纸业有限公司,,,,2025年1—12月\n能源名称,计量单位,购进量,工业生产消费量,其中：用于原材料\n原煤,吨,50000,49000,0\n其中：1.无烟煤,吨,20000,19500,0\n2.一般烟煤,吨,30000,29500,0\n热力,百万千焦,1000,1000,0\n能源合计,吨标准煤,,35034.9,0", "205-1"),
        "energy-statistics",
        "energyConsumption|raw-coal|49000|吨|20250101-20251231|Value",
        "energyFeedstock|raw-coal|0|吨|20250101-20251231|Value",
        "energyConsumption|raw-coal|19500|吨|20250101-20251231|Part",
        "energyFeedstock|raw-coal|0|吨|20250101-20251231|Part",
        "energyConsumption|raw-coal|29500|吨|20250101-20251231|Part",
        "energyFeedstock|raw-coal|0|吨|20250101-20251231|Part",
        "energyConsumption|heat|1000|百万千焦|20250101-20251231|Value",
        "energyFeedstock|heat|0|百万千焦|20250101-20251231|Value",
        "energyTotal||35034.9|吨标准煤|20250101-20251231|Total",
        "energyFeedstock||0|吨标准煤|20250101-20251231|Total");

    [Fact]
    public void Paper_RowsSetInUnderAPart_AreParts() => Holds(
        Papers.ReadText("工业企业用水情况\n2025年　计量单位：立方米\n指标名称\t代码\t本年\n取水总量\t01\t900\n　其中：自来水\t02\t300\n　　　　地表水\t03\t600\n外供水量\t04\t50\n重复用水量\t05\t4000"),
        "water-statistics",
        "waterIntake||900|立方米|20250101-20251231|Value",
        "waterIntake|自来水|300|立方米|20250101-20251231|Part",
        "waterIntake|地表水|600|立方米|20250101-20251231|Part",
        "waterReused||4000|立方米|20250101-20251231|Value");

    [Fact]
    public void Paper_LandInAForm_IsRead() => Holds(
        Papers.Extractor.Read(Papers.Mixed("明阳纸业有限公司用地情况说明", "项目,内容\n厂区总用地面积,66666.67平方米\n建构筑物占地面积,36000㎡\n总建筑面积,52000㎡\n建筑系数,54%\n容积率,0.78"), null),
        "land-title",
        "landArea||66666.67|平方米|-|Value",
        "buildingFootprint||36000|㎡|-|Value",
        "floorArea||52000|㎡|-|Value",
        "buildingCoefficient||54|%|-|Value",
        "floorAreaRatio||0.78||-|Value");

    [Fact]
    public void Paper_FeedstockOfTheTotal_IsATotal() => Holds(
        Papers.ReadRows("能源购进、消费与库存\n单位详细名称：明阳纸业有限公司,,,2025年\n能源名称,计量单位,工业生产消费量,其中：用于原材料,折标准煤（吨标准煤）\n柴油,吨,100,20,145.71\n能源合计,吨标准煤,145.71,29.14,145.71", "205-1"),
        "energy-statistics",
        "energyConsumption|diesel|100|吨|20250101-20251231|Value",
        "energyFeedstock|diesel|20|吨|20250101-20251231|Value",
        "energyStandardCoal|diesel|145.71|吨标准煤|20250101-20251231|Value",
        "energyTotal||145.71|吨标准煤|20250101-20251231|Total",
        "energyFeedstock||29.14|吨标准煤|20250101-20251231|Total",
        "energyTotal||145.71|吨标准煤|20250101-20251231|Total");

    [Fact]
    public void Electronics_SumOfFinishedProjects_NamesItsYears() => Holds(
        Papers.ReadRows("晶拓电子有限公司绿色低碳改造升级项目清单\n序号,项目名称,开工日期,竣工日期,投资额（万元）,状态\n1,空压机余热回收,2023-11-02,2024-05-20,120,已竣工验收\n2,中水回用系统,2026-01-12,2026-09-30（计划）,260,在建\n2023—2025年竣工项目投资合计,,,,120,", "项目"),
        "upgrade-projects",
        "upgradeInvestment|空压机余热回收|120|万元|20240501-20240531|Value",
        "upgradeInvestment|中水回用系统|260|万元|-|Value",
        "upgradeInvestment||120|万元|20230101-20251231|Total");

    [Fact]
    public void Textile_OutputOfMonthAndYearToDate_KeepsTheTwoApart() => Holds(
        Papers.ReadRows("宏纺印染有限公司产量月报\n2025年12月\n产品名称,计量单位,本月产量,本年累计产量,上年同期累计\n印染布,万米,280,3200,3100", "月报"),
        "output-statistics",
        "output|印染布|280|万米|20251201-20251231|Part",
        "output|印染布|3200|万米|20250101-20251231|Total",
        "output|印染布|3100|万米|20240101-20241231|Total");

    [Fact]
    public void Food_WaterBalance_InSentences_KeepsShareAndAmountApart() => Holds(
        Papers.ReadText("福禾食品有限公司2025年用水情况说明\n2025年全厂取新水量36.5万立方米，其中自来水30.1万立方米、地下水6.4万立方米；重复利用水量120万立方米，水重复利用率76.7%；外排废水28万立方米。"),
        "water-statistics",
        "waterIntake||36.5|万立方米|20250101-20251231|Value",
        "waterReused||120|万立方米|20250101-20251231|Value",
        "waterReuseRate||76.7|%|20250101-20251231|Value",
        "wastewaterDischarge||28|万立方米|20250101-20251231|Value");

    [Fact]
    public void Chemicals_EnergyWithSemicolonLines_IsRead() => Holds(
        Papers.ReadText("瑞源化工有限公司2025年能源消耗统计\n电力：2,350.6万千瓦时\n蒸汽：86,000吨\n天然气：（无）\n综合能源消费量（当量值）：15,620.3 tce\n单位产品综合能耗：1.25 tce/t"),
        "energy-statistics",
        "energyConsumption|electricity|2350.6|万千瓦时|20250101-20251231|Value",
        "energyConsumption|steam|86000|吨|20250101-20251231|Value",
        "energyTotal||15620.3|tce|20250101-20251231|Value",
        "energyIntensity||1.25|tce/t|20250101-20251231|Value");

    [Fact]
    public void Chemicals_YearsSideBySideWithUnitRow_AreRead() => Holds(
        Papers.ReadRows("污染物排放统计\n污染物,2024年,2025年\n,吨,吨\n二氧化硫,12.6,10.15\n氮氧化物,33,28.4\n非甲烷总烃,4.5,4.1", "排放"),
        "environment-statistics",
        "pollutantDischarge|so2|12.6|吨|20240101-20241231|Value",
        "pollutantDischarge|so2|10.15|吨|20250101-20251231|Value",
        "pollutantDischarge|nox|33|吨|20240101-20241231|Value",
        "pollutantDischarge|nox|28.4|吨|20250101-20251231|Value",
        "pollutantDischarge|vocs|4.5|吨|20240101-20241231|Value",
        "pollutantDischarge|vocs|4.1|吨|20250101-20251231|Value");

    [Fact]
    public void Textile_LabelsWithUnitsInLines_AreRead() => Holds(
        Papers.ReadText("# 宏纺印染有限公司用水情况统计\n\n- 统计期：2025年1月1日至2025年12月31日\n- 新鲜水取用量（万m³）：120.5\n- 重复用水量（万m³）：310\n- 单位产品取水量：1.62 m³/百米\n"),
        "water-statistics",
        "waterIntake||120.5|万m³|20250101-20251231|Value",
        "waterReused||310|万m³|20250101-20251231|Value",
        "waterIntensity||1.62|m³/百米|20250101-20251231|Value");

    [Fact]
    public void Electronics_QuartersDownTheSide_ArePartsOfTheYear() => Holds(
        Papers.ReadRows("晶拓电子有限公司能源台账\n时间,用电量（万kWh）,天然气（万m³）\n2025年一季度,520.1,3\n2025年二季度,560,2.5\n2025年三季度,610,2.2\n2025年四季度,540.4,3.1\n2025年全年,2230.5,10.8", "台账"),
        "energy-statistics",
        "energyConsumption|electricity|520.1|万kWh|20250101-20250331|Part",
        "energyConsumption|natural-gas|3|万m³|20250101-20250331|Part",
        "energyConsumption|electricity|560|万kWh|20250401-20250630|Part",
        "energyConsumption|natural-gas|2.5|万m³|20250401-20250630|Part",
        "energyConsumption|electricity|610|万kWh|20250701-20250930|Part",
        "energyConsumption|natural-gas|2.2|万m³|20250701-20250930|Part",
        "energyConsumption|electricity|540.4|万kWh|20251001-20251231|Part",
        "energyConsumption|natural-gas|3.1|万m³|20251001-20251231|Part",
        "energyConsumption|electricity|2230.5|万kWh|20250101-20251231|Total",
        "energyConsumption|natural-gas|10.8|万m³|20250101-20251231|Total");

    [Fact]
    public void Food_ProjectsInMarkdown_KeepYearsOfCompletion() => Holds(
        Papers.ReadText("# 福禾食品有限公司技术改造项目清单\n\n| 项目名称 | 竣工年份 | 总投资（万元） |\n|---|---|---|\n| 锅炉余热回收 | 2023年 | 150 |\n| 污水站提标 | 2025年 | 320.5 |\n"),
        "upgrade-projects",
        "upgradeInvestment|锅炉余热回收|150|万元|20230101-20231231|Value",
        "upgradeInvestment|污水站提标|320.5|万元|20250101-20251231|Value");

    [Fact]
    public void Paper_ClosingSum_OfWasteByKind_IsTheTotal() => Holds(
        Papers.ReadRows("明阳纸业有限公司一般工业固体废物产生及综合利用情况（2025年）\n固废名称,产生量,综合利用量,处置量,利用方式\n单位：吨,,,,\n造纸污泥,8000,6500,1500,制砖\n废渣,1200,1200,0,锅炉燃料\n总计,9200,7700,1500,", "固废"),
        "waste-ledger",
        "wasteGenerated|造纸污泥|8000|吨|20250101-20251231|Part",
        "wasteUtilised|造纸污泥|6500|吨|20250101-20251231|Part",
        "wasteDisposed|造纸污泥|1500|吨|20250101-20251231|Part",
        "wasteGenerated|废渣|1200|吨|20250101-20251231|Part",
        "wasteUtilised|废渣|1200|吨|20250101-20251231|Part",
        "wasteDisposed|废渣|0|吨|20250101-20251231|Part",
        "wasteGenerated||9200|吨|20250101-20251231|Total",
        "wasteUtilised||7700|吨|20250101-20251231|Total",
        "wasteDisposed||1500|吨|20250101-20251231|Total");

    [Fact]
    public void Chemicals_ValuesOfProductsAboveASum_AreItsParts() => Holds(
        Papers.ReadRows("瑞源化工有限公司2025年主要产品产量及产值统计表\n序号,产品名称,产量（吨）,产值（万元）\n1,烧碱,131000,32750\n2,液氯,98000,4900\n合计,,,37650", "统计"),
        "output-statistics",
        "output|烧碱|131000|吨|20250101-20251231|Value",
        "outputValue|烧碱|32750|万元|20250101-20251231|Part",
        "output|液氯|98000|吨|20250101-20251231|Value",
        "outputValue|液氯|4900|万元|20250101-20251231|Part",
        "outputValue||37650|万元|20250101-20251231|Total");

    private static void Holds(EvidenceReading reading, string type, params string[] expected)
    {
        var figures = reading.Fields.Where(f => f.Number is not null).Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Name}|{f.Qualifier}|{f.Number}|{f.Unit}|{f.PeriodStart:yyyyMMdd}-{f.PeriodEnd:yyyyMMdd}|{f.Role}"));
        Assert.Equal(string.Join('\n', expected.Prepend(type)), string.Join('\n', figures.Prepend(reading.Type)));
    }
}
