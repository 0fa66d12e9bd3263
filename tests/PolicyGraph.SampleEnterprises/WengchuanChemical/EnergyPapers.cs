using static PolicyGraph.SampleEnterprises.WengchuanChemical.Enterprise;

namespace PolicyGraph.SampleEnterprises.WengchuanChemical;

/// <summary>Output, three years' output value (which disagrees), energy with feedstock in a column of its own, green power and a list that counts it twice.</summary>
/// <remarks>
/// 20 000 万 m³ of gas, of which 15 000 become methanol: fuel, steam, bought power and diesel are 99 074.484 tce for 200 000 t.
/// The 2 400 万 kWh from waste heat are made of energy already counted, and not renewable.
/// </remarks>
internal static class EnergyPapers
{
    internal static IEnumerable<Paper> Papers() => [Output(), ThreeYears(), Consumption(), GreenPower(), RenewableList()];

    private static Paper Output() => new WorkbookPaper()
        .Sheet(
            "B204-1",
            [],
            ["表号：B204-1表", null, null, "填报单位：" + Name],
            ["工业产销总值及主要产品产量（2025年）"],
            ["代码", "指标", "单位", "2025年", "2024年"],
            ["01", "工业总产值", "千元", 480000, 468000],
            ["02", "工业销售产值", "千元", 478300, 465900],
            ["2614010", "工业用甲醇（精甲醇）", "吨", 200000, 195000],
            ["—", "粗甲醇（中间产品，全部自用）", "吨", 213000, 207800])
        .At(Folder + "产销总值及产品产量2025.xlsx");

    private static Paper ThreeYears() => Paper.Csv(Folder + "三年主要经济指标.csv", $"""
        {Name}主要经济指标（2023—2025年）,,,
        指标名称,2023年,2024年,2025年
        工业总产值（万元）,45200,46800,49200
        利润总额（万元）,2860,2410,2540

        """);

    private static Paper Consumption() => new WorkbookPaper()
        .Sheet("编制说明", [], ["2025年度能源消费统计"], ["编制单位：" + Name], ["统计期：2025年1月1日至2025年12月31日；边界：甲醇装置、公用工程和辅助系统，不含原料用能。"])
        .Sheet(
            "能源消费量",
            [],
            ["能源品种", "计量单位", "折标系数（tce/计量单位）", "燃料、动力消费量", "用作原料", "消费量合计", "折标煤量（tce，不含原料）"],
            ["天然气", "万立方米", 13.30m, 5000, 15000, 20000, 66500.000m],
            ["外购蒸汽（热力）", "吉焦", 0.03412m, 600000, 0, 600000, 20472.000m],
            ["外购电力", "万千瓦时", 1.229m, 9800, 0, 9800, 12044.200m],
            ["柴油", "吨", 1.4571m, 40, 0, 40, 58.284m],
            ["综合能源消费量", "吨标准煤", null, null, null, null, 99074.484m])
        .Sheet(
            "余热发电",
            [],
            ["项目", "单位", "2025年"],
            ["余热发电量", "万千瓦时", 2400],
            ["其中：自用电量", "万千瓦时", 2400],
            ["说明：余热发电由本厂工艺余热产生，全部自用，不重复计入综合能源消费量，不属于可再生能源。"])
        .At(Folder + "能源消费统计2025.xlsx");

    private static Paper GreenPower() => Paper.Text(Folder + "绿色电力结算单.txt", $"""
        绿色电力交易结算单（2025年度）

        购电方：{Name}
        售电方：渚海新能源售电有限公司
        合同编号：ZHLD-2025-0116
        结算期间：2025-01-01 至 2025-12-31
        结算绿色电量：12,000 MWh（风电）
        绿色电力证书：12,000张，与上述电量一一对应，由交易机构随电量划转
        结算日期：2026-01-19

        """);

    private static Paper RenewableList() => new WorkbookPaper()
        .Sheet(
            "可再生能源电力消费核算清单",
            ["A1:E1"],
            ["2025年可再生能源电力消费核算清单"],
            ["填报单位：" + Name],
            ["序号", "来源", "凭证", "电量（MWh）", "备注"],
            [1, "绿色电力交易", "合同ZHLD-2025-0116", 12000, "渚海新能源售电有限公司"],
            [2, "绿色电力证书", "合同ZHLD-2025-0116随电量划转的证书12,000张", 12000, "2025年1—12月"],
            ["合计", null, null, 24000])
        .At(Folder + "可再生能源电力消费核算清单.xlsx");
}
