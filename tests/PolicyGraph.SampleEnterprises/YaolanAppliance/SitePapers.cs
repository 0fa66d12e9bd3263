using static PolicyGraph.SampleEnterprises.YaolanAppliance.Enterprise;

namespace PolicyGraph.SampleEnterprises.YaolanAppliance;

/// <summary>Equipment in prose and table, projects in 元, the land register with two parcels, the site plan in 亩.</summary>
/// <remarks>Completed in 2023–2025: 1 260 + 840 + 2 100 = 4 200 万元; one project came earlier, one later. 240 亩 are 160 000 m².</remarks>
internal static class SitePapers
{
    internal static IEnumerable<Paper> Papers() => [Equipment(), Upgrades(), Land(), Plan()];

    private static Paper Equipment() => new WordPaper()
        .Title("主要生产工艺与设备先进性说明")
        .Text($"{Name}现有主要生产设备如下，均未列入《产业结构调整指导目录（2024年本）》和《高耗能落后机电设备（产品）淘汰目录》，无淘汰类设备。")
        .Table(
            ["设备名称", "台数", "投用年份", "所列目录"],
            ["伺服节能注塑机", "46", "2023", "《国家工业和信息化领域节能降碳技术装备推荐目录（2024年版）》"],
            ["永磁变频螺杆空压机", "6", "2024", "《国家工业和信息化领域节能降碳技术装备推荐目录（2024年版）》，一级能效"],
            ["全自动两器生产线", "8", "2021", "—"])
        .Text("综上，公司采用了国家推荐目录中的先进节能技术装备，专用设备符合产业政策和行业准入条件。", "设备工程部　2026年2月11日")
        .At(Folder + "工艺设备先进性说明.docx");

    private static Paper Upgrades() => new WorkbookPaper()
        .Sheet(
            "绿色低碳改造项目",
            [],
            ["项目编号", "改造项目名称", "类型", "完成时间", "投资额（元）", "进展"],
            ["YL-22-07", "注塑车间余热回收", "节能", "2022年12月", 3600000, "已完成"],
            ["YL-23-02", "伺服节能注塑机更新", "节能", "2023年6月", 12600000, "已完成"],
            ["YL-24-05", "空压站集中改造", "节能", "2024年9月", 8400000, "已完成"],
            ["YL-25-01", "喷粉固化废气治理提升", "减污", "2025年11月", 21000000, "已完成"],
            ["YL-26-01", "屋顶光伏二期", "降碳", "2026年10月（计划）", 9800000, "实施中"],
            ["2023—2025年完成项目投资额合计", null, null, null, 42000000])
        .At(Folder + "改造项目投资台账.xlsx");

    private static Paper Land() => Paper.Text(Folder + "不动产登记信息查询结果.html", $"""
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head><meta charset="utf-8"><title>不动产登记信息查询结果证明</title></head>
        <body>
        <h1>不动产登记信息查询结果证明</h1>
        <p>权利人：{Name}　坐落：{Address}　用途：工业用地</p>
        <table>
        <tr><th>不动产权证号</th><th>权利类型</th><th>宗地面积（㎡）</th><th>终止日期</th></tr>
        <tr><td>粤（2013）佛山市不动产权第0102231号</td><td>国有建设用地使用权</td><td>100000.00</td><td>2063-05-08</td></tr>
        <tr><td>粤（2016）佛山市不动产权第0118450号</td><td>国有建设用地使用权</td><td>60000.00</td><td>2066-03-30</td></tr>
        <tr><td>合计</td><td></td><td>160000.00</td><td></td></tr>
        </table>
        <p>佛山市自然资源局南海分局　查询时间：2026-04-27</p>
        </body>
        </html>

        """);

    private static Paper Plan() => Paper.Text(Folder + "厂区总平面说明.md", $"""
        # 厂区总平面布置说明

        {Name}厂区用地面积240亩，两宗地相连。

        - 建筑物、构筑物占地面积：88,000平方米
        - 总建筑面积（层高超过8米的加倍计算）：176,000平方米
        - 容积率：1.1
        - 危险废物贮存间、化学品仓库与车间隔离，独立设置

        工程部，2025年12月31日

        """);
}
