using static PolicyGraph.SampleEnterprises.YuedongCement.Enterprise;

namespace PolicyGraph.SampleEnterprises.YuedongCement;

/// <summary>Output and energy statistics of 2025, three years' output, the meter ledger, green power.</summary>
/// <remarks>
/// Of the 138 605.55 tce in form 205-1, coal gangue (3 572 tce) is a raw material; what counts is 135 033.55 tce, for 1 600 000 t of cement.
/// Clinker is an intermediate product that the plant uses itself; the 其中 rows repeat what stands above them.
/// </remarks>
internal static class EnergyPapers
{
    internal static IEnumerable<Paper> Papers() => [Output(), ThreeYears(), Consumption(), Meters(), GreenPower()];

    private static Paper Output() => new WorkbookPaper()
        .Sheet(
            "B204-1",
            ["A1:F1"],
            ["工业产销总值及主要产品产量"],
            ["单位详细名称：" + Name, null, null, "表号：B204-1表", null, "2025年"],
            ["统一社会信用代码：" + CreditCode],
            ["指标名称", "计量单位", "代码", "本年", "上年", "备注"],
            ["一、工业总产值（当年价格）", "千元", "01", 560000, 577500],
            ["二、工业销售产值（当年价格）", "千元", "02", 556200, 575800],
            ["三、主要产品产量"],
            ["水泥", "吨", "03", 1600000, 1650000],
            ["其中：P·O 42.5", "吨", "04", 1120000, 1130000],
            ["　　　P·O 52.5", "吨", "05", 480000, 520000],
            ["硅酸盐水泥熟料", "吨", "06", 1240000, 1285000, "中间产品，全部自用"],
            ["单位负责人：区砚山", null, "统计负责人：阮屿舟", null, "填表人：麦小满", "报出日期：2026年1月20日"])
        .At(Folder + "B204-1产销总值及主要产品产量.xlsx");

    private static Paper ThreeYears() => Paper.Csv(Folder + "近三年产值产量.csv", $"""
        {Name}近三年主要经济指标,,,
        指标,2023年,2024年,2025年
        工业总产值（万元）,61200,57750,56000
        水泥产量（万吨）,170.00,165.00,160.00

        """);

    private static Paper Consumption() => new WorkbookPaper()
        .Sheet(
            "205-1",
            ["A1:L1"],
            ["能源购进、消费与库存"],
            ["单位详细名称：" + Name, null, null, null, null, null, "表号：205-1表", null, null, null, null, "2025年1—12月"],
            ["能源名称", "计量单位", "代码", "年初库存量", "购进量", "购进金额（千元）", "工业生产消费量", "其中：用于原材料", "年末库存量", "采用折标系数", "参考折标系数", "折标准煤（吨标准煤）"],
            ["原煤", "吨", "01", 8000, 167000, 133600, 166000, 0, 9000, 0.7143m, 0.7143m, 118573.80m],
            ["其中：一般烟煤", "吨", "05", 8000, 167000, 133600, 166000, 0, 9000, 0.7143m, 0.7143m, 118573.80m],
            ["煤矸石", "吨", "10", 1000, 20000, 2400, 20000, 20000, 1000, 0.1786m, 0.1786m, 3572.00m],
            ["柴油", "吨", "23", 20, 505, 3636, 500, 0, 25, 1.4571m, 1.4571m, 728.55m],
            ["电力", "万千瓦时", "33", null, 12800, 80640, 12800, 0, null, 1.229m, 1.229m, 15731.20m],
            ["能源合计", "吨标准煤", "40", null, null, 220276, 138605.55m, 3572.00m, null, null, null, 138605.55m],
            ["说明：煤矸石作为生料配料使用；电力为外购电量，含绿色电力。"],
            ["单位负责人：区砚山", null, null, "统计负责人：阮屿舟", null, null, "填表人：麦小满", null, null, "报出日期：2026年1月20日"])
        .At(Folder + "205-1能源购进消费与库存.xlsx");

    private static Paper Meters() => new WorkbookPaper()
        .Sheet(
            "能源计量器具",
            ["A1:J1"],
            [$"{Name}能源计量器具台账（2026年）"],
            ["序号", "计量器具名称", "型号规格", "准确度等级", "管理编号", "安装地点", "计量级别", "检定/校准日期", "有效期至", "检定/校准机构"],
            [1, "电子汽车衡", "SCS-120", "Ⅲ级", "YD-H-01", "物流门岗", "用能单位", "2026-02-10", "2027-02-09", "岭垌县计量检定所"],
            [2, "电子皮带秤", "ICS-20", "0.5级", "YD-P-03", "煤粉制备", "主要用能设备", "2026-01-15", "2027-01-14", "岭垌县计量检定所"],
            [3, "多功能电能表", "DTSD-110kV", "0.2S级", "YD-D-01", "总降压站", "用能单位", "2024-11-20", "2029-11-19", "岭垌供电局计量中心"],
            [4, "多功能电能表", "DTSD-10kV", "0.5S级", "YD-D-07", "水泥磨", "次级用能单位", "2024-11-20", "2029-11-19", "岭垌供电局计量中心"],
            [5, "电磁流量计", "DN300", "1.0级", "YD-W-01", "取水泵房", "用能单位", "2025-09-03", "2027-09-02", "岭垌县计量检定所"])
        .At(Folder + "能源计量器具台账.xlsx");

    private static Paper GreenPower() => Paper.Text(Folder + "绿色电力交易合同及结算.txt", $"""
        绿色电力交易结算确认单

        合同编号：GDLD-2025-0388
        售电方：岭海绿能售电有限公司
        购电方：{Name}（{CreditCode}）
        交易品种：光伏发电绿色电力（电能量与绿色电力证书合并交易）
        结算周期：2025年1月1日至2025年12月31日

        全年结算绿色电量：6,400兆瓦时
        对应绿色电力证书：6,400张，编号 GEC-25-000388-0001 至 GEC-25-000388-6400，已随电量划转至购电方账户，未另行交易。

        岭海绿能售电有限公司（盖章）　　{Name}（盖章）
        2026年1月16日

        """);
}
