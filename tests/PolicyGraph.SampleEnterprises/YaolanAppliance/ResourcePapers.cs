using static PolicyGraph.SampleEnterprises.YaolanAppliance.Enterprise;

namespace PolicyGraph.SampleEnterprises.YaolanAppliance;

/// <summary>Materials by quarters on two sheets, water by quarters with running totals, waste in prose, purchasing rules.</summary>
/// <remarks>Cartons are counted in 万只 and no main material. 2 340 t of waste were used, 40 of them from the year before.</remarks>
internal static class ResourcePapers
{
    internal static IEnumerable<Paper> Papers() => [Materials(), Water(), Waste(), Purchasing()];

    private static Paper Materials() => new WorkbookPaper()
        .Sheet(
            "主要原材料",
            ["A1:G1"],
            [$"{Name}2025年主要原材料消耗台账（单位：吨）"],
            ["材料名称", "一季度", "二季度", "三季度", "四季度", "全年消耗量", "备注"],
            ["镀锌钢板", 4300, 5100, 4500, 4100, 18000],
            ["铜管", 1290, 1530, 1350, 1230, 5400],
            ["铝箔", 860, 1020, 900, 820, 3600],
            ["塑料粒子", 2150, 2550, 2250, 2050, 9000, "其中再生塑料1800吨"],
            ["合计", 8600, 10200, 9000, 8200, 36000],
            ["仓储部　2026年1月9日"])
        .Sheet(
            "包装材料",
            [],
            ["2025年包装材料消耗（单位：万只）"],
            ["材料名称", "一季度", "二季度", "三季度", "四季度", "全年消耗量"],
            ["瓦楞纸箱", 57.4m, 68.1m, 60.0m, 54.5m, 240.0m])
        .Sheet(
            "再生材料使用",
            [],
            ["2025年绿色物料（再生塑料）使用情况"],
            ["绿色物料名称", "单位", "使用量", "同类物料总使用量"],
            ["再生塑料粒子", "吨", 1800, 9000])
        .At(Folder + "原材料消耗台账2025.xlsx");

    private static Paper Water() => Paper.CsvInGb18030(Folder + "205-4工业用水情况2025.csv", $"""
        205-4表　工业企业用水情况,,,,,
        填报单位：{Name},,,,,2025年四季度
        指标,单位,一季度,1—2季度累计,1—3季度累计,1—4季度累计
        取水量,立方米,39000,86000,138000,180000
        其中：自来水,立方米,39000,86000,138000,180000
        重复用水量,立方米,351000,774000,1242000,1620000
        外供水量,立方米,0,0,0,0
        废水排放量,立方米,19500,43000,69000,90000

        """);

    private static Paper Waste() => new WordPaper()
        .Title("2025年度固体废物产生与利用情况说明")
        .Text(
            $"{Name}安全环保部根据管理台账汇总，统计期间2025年1月1日至12月31日。",
            "一、一般工业固体废物。全年产生一般工业固体废物2,400吨（废钢边角料、废塑料、废包装），年初贮存40吨。全年综合利用2,340吨，其中综合利用往年贮存量40吨；委托处置100吨；年末贮存量为0。没有外购固体废物。",
            "二、危险废物。全年产生废活性炭、废矿物油等危险废物86.4吨，全部委托有资质单位处置，不计入上述数量。",
            "2026年1月14日")
        .At(Folder + "固体废物情况说明2025.docx");

    private static Paper Purchasing() => new WordPaper()
        .Title("绿色供应链与采购管理办法")
        .Text($"{Name}　　YL-CG-2024-07，2024年6月1日起施行")
        .Heading("第一章 供应商选择与评价")
        .Text(
            "第一条 供应商评价准则包含环境要求：供应商应取得排污许可或登记，近三年无生态环境行政处罚，优先选择通过GB/T 24001认证的供应商，环境项占评价总分的20%。",
            "第二条 采购合同和技术协议应写明有害物质限量（GB/T 26572）、可回收材料使用比例和零部件能效要求。")
        .Heading("第二章 进货检验")
        .Text("第三条 品质部对采购的零部件和材料实施进货检验，每批抽检，有害物质筛查不合格的整批退回。")
        .At(Folder + "绿色供应链与采购管理办法.docx");
}
