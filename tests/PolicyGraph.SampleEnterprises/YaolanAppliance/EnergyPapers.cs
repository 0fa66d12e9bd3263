using static PolicyGraph.SampleEnterprises.YaolanAppliance.Enterprise;

namespace PolicyGraph.SampleEnterprises.YaolanAppliance;

/// <summary>Statistics of December with the year's running totals, three years in 亿元, PV by quarters, greenhouse gases, the platform's tick boxes.</summary>
/// <remarks>
/// The year is the column 1—12月累计, not 12月. 3 600 万 kWh of power hold 600 of the roof's PV; 640 were generated, 40 went to the grid.
/// 7 694.399 tce for 1 200 000 pieces.
/// </remarks>
internal static class EnergyPapers
{
    internal static IEnumerable<Paper> Papers() => [Output(), ThreeYears(), Consumption(), Photovoltaics(), GreenhouseGas(), Platform()];

    private static Paper Output() => new WorkbookPaper()
        .Sheet(
            "2025年12月",
            ["A1:E1"],
            ["工业产销总值及主要产品产量（B204-1表）"],
            ["单位：" + Name, null, null, null, "2025年12月"],
            ["指标名称", "计量单位", "本月", "1—本月累计", "上年同期累计"],
            ["工业总产值（当年价格）", "千元", 198000, 2520000, 2430000],
            ["工业销售产值（当年价格）", "千元", 195500, 2506000, 2421000],
            ["房间空气调节器", "台", 92000, 1200000, 1160000],
            ["其中：变频空调器", "台", 88000, 1140000, 1070000],
            ["统计负责人：阚云岫", null, null, null, "报出日期：2026年1月6日"])
        .At(Folder + "B204-1_2025年12月.xlsx");

    private static Paper ThreeYears() => Paper.CsvInGb18030(Folder + "近三年经营情况.csv", $"""
        {Name}近三年经营情况,,
        年度,工业总产值（亿元）,房间空气调节器产量（万台）
        2023年,23.10,110.0
        2024年,24.30,116.0
        2025年,25.20,120.0

        """);

    private static Paper Consumption() => new WorkbookPaper()
        .Sheet(
            "205-1",
            ["A1:H1"],
            ["能源购进、消费与库存（205-1表）"],
            ["单位：" + Name, null, null, null, null, null, null, "2025年1—12月"],
            ["能源名称", "计量单位", "12月消费量", "1—12月累计购进量", "1—12月累计消费量", "其中：用于原材料", "折标系数", "1—12月累计折标煤（吨）"],
            ["电力", "万千瓦时", 268, 3000, 3600, 0, 1.229m, 4424.400m],
            ["其中：自发自用光伏电力", "万千瓦时", 38, 0, 600, 0, 1.229m, 737.400m],
            ["天然气", "万立方米", 21, 240, 240, 0, 13.3m, 3192.000m],
            ["柴油", "吨", 2.4m, 31, 30, 0, 1.4571m, 43.713m],
            ["液化石油气", "吨", 1.6m, 20, 20, 0, 1.7143m, 34.286m],
            ["能源合计", "吨标准煤", null, null, null, 0, null, 7694.399m],
            ["统计负责人：阚云岫", null, null, null, null, null, null, "报出日期：2026年1月8日"])
        .At(Folder + "205-1_2025年.xlsx");

    private static Paper Photovoltaics() => new WorkbookPaper()
        .Sheet("说明", [], ["屋顶分布式光伏发电统计说明"], ["投资和使用单位：" + Name], ["一期装机6.2MWp，2022年8月并网；二期3.0MWp计划2026年10月并网，预计年发电量310万千瓦时。"], ["未申领绿色电力证书。"])
        .Sheet(
            "2025年发电量",
            [],
            ["项目", "单位", "一季度", "二季度", "三季度", "四季度", "全年"],
            ["光伏发电量", "万千瓦时", 128, 176, 198, 138, 640],
            ["自发自用电量", "万千瓦时", 119, 166, 187, 128, 600],
            ["上网电量", "万千瓦时", 9, 10, 11, 10, 40])
        .At(Folder + "屋顶光伏发电统计.xlsx");

    private static Paper GreenhouseGas() => new WordPaper()
        .Title("2025年度温室气体排放清单与报告")
        .Text(
            $"{Name}（{CreditCode}）依据GB/T 32150-2015编制本报告。报告期：2025年1月1日—2025年12月31日。组织边界：岚岗厂区，与能源统计边界相同。")
        .Table(
            ["类别", "排放源", "活动数据", "排放量（吨二氧化碳当量）"],
            ["直接排放", "天然气燃烧", "240万m³", "5189.28"],
            ["直接排放", "柴油燃烧", "30t", "93.00"],
            ["直接排放", "液化石油气燃烧", "20t", "62.00"],
            ["直接排放", "制冷剂R32灌注逸散", "0.8t", "540.00"],
            ["间接排放", "净购入电力", "30000MWh×0.5306tCO2/MWh", "15918.00"],
            ["合计", "", "", "21802.28"])
        .Text("2025年温室气体排放总量为21802.28吨二氧化碳当量，折合每万元产值86.52千克二氧化碳。电力排放因子采用2023年全国电力平均二氧化碳排放因子。", "2026年2月27日")
        .At(Folder + "温室气体排放报告2025.docx");

    private static Paper Platform() => new WordPaper()
        .Title("数字化能碳管理系统平台功能符合情况勾选表")
        .Text($"填报单位：{Name}　　填报日期：2026年1月20日　　系统2025年5月通过验收")
        .Text(
            "☑ 能耗查询",
            "☑ 能源消费量和强度计算",
            "□ 能源消费分析与用能策略推荐",
            "☑ 能效对标",
            "□ 能流分析",
            "□ 能效平衡与优化",
            "□ 用能与碳排放预算管理",
            "☑ 碳排放核算",
            "☑ 碳足迹核算",
            "□ 供应链碳管理",
            "□ 碳核查支撑",
            "□ 碳资产管理")
        .Text("共勾选5项。附系统架构图、采购合同、验收报告。")
        .At(Folder + "能碳平台功能勾选表.docx");
}
