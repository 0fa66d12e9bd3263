using static PolicyGraph.SampleEnterprises.YaolanAppliance.Enterprise;

namespace PolicyGraph.SampleEnterprises.YaolanAppliance;

/// <summary>Green design, an English footprint statement, energy labels, hazardous substances.</summary>
internal static class ProductPapers
{
    internal static IEnumerable<Paper> Papers() => [Design(), Footprint(), Labels(), Substances()];

    private static Paper Design() => new WordPaper()
        .Title("房间空气调节器绿色设计报告")
        .Text(
            $"编制单位：{Name}研发中心　　编制日期：2025年9月30日",
            "本报告按GB/T 24256-2009《产品生态设计通则》编制，并依据GB/T 32161-2015《生态设计产品评价通则》对KFR-35GW/YL25系列房间空气调节器进行评价，评价结论：符合生态设计产品要求。")
        .Heading("一、生命周期各阶段的设计措施")
        .Table(
            ["阶段", "绿色设计措施", "效果"],
            ["原材料", "外壳采用20%再生塑料，取消六价铬涂层", "无害化、易再生"],
            ["制造", "换热器小管径化，单台铜用量由5.1kg降至4.5kg", "轻量化"],
            ["使用", "变频压缩机和R32制冷剂", "节能"],
            ["回收", "卡扣结构替代螺钉，单一材料标识", "易拆解、易回收"])
        .At(Folder + "绿色设计报告.docx");

    private static Paper Footprint() => Paper.Text(Folder + "Carbon_Footprint_Statement.txt", $"""
        PRODUCT CARBON FOOTPRINT VERIFICATION STATEMENT
        产品碳足迹核查声明

        Statement No.: NLC-CFP-26-0021
        Company 企业: {EnglishName}（{Name}）
        Product 产品: Room air conditioner KFR-35GW/YL25（房间空气调节器）
        Standard 核算标准: ISO 14067:2018 / GB/T 24067-2024
        Functional unit 功能单位: 1 台（one unit, 10 years of use）
        System boundary 系统边界: cradle to grave（从摇篮到坟墓）
        Data period 数据统计期: 2025-01-01 to 2025-12-31
        Product carbon footprint 产品碳足迹: 1,846.0 kgCO2e/台
        Level of assurance 保证等级: reasonable（合理保证）
        Date of statement 声明日期: 2026-03-20

        Nanling Certification Ltd. 南岭认证有限公司

        """);

    private static Paper Labels() => Paper.Text(Folder + "能效标识备案信息.html", $"""
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head><meta charset="utf-8"><title>能效标识备案信息</title></head>
        <body>
        <h1>中国能效标识备案信息</h1>
        <p>生产者名称：{Name}</p>
        <table>
        <tr><th>产品名称</th><th>规格型号</th><th>能效等级</th><th>依据标准</th><th>备案号</th><th>公告日期</th></tr>
        <tr><td>房间空气调节器</td><td>KFR-35GW/YL25</td><td>1级</td><td>GB 21455-2019</td><td>20250318-118822</td><td>2025-03-18</td></tr>
        <tr><td>房间空气调节器</td><td>KFR-50LW/YL25</td><td>1级</td><td>GB 21455-2019</td><td>20250318-118823</td><td>2025-03-18</td></tr>
        </table>
        <p>检测结论：符合GB 21455-2019的1级能效要求，达到节能评价值。</p>
        </body>
        </html>

        """);

    private static Paper Substances() => new WordPaper()
        .Title("有害物质检测报告（RoHS）")
        .Table(
            ["委托单位", Name],
            ["样品名称", "房间空气调节器室内机整机（KFR-35GW/YL25）"],
            ["检测依据", "GB/T 26572-2011、GB/T 39560"],
            ["检测日期", "2025-08-12"],
            ["资质认定编号（CMA）", "202219013377"])
        .Table(
            ["有害物质", "限值（mg/kg）", "检测结果（mg/kg）", "判定"],
            ["铅", "1000", "86", "合格"],
            ["汞", "1000", "未检出", "合格"],
            ["镉", "100", "未检出", "合格"],
            ["六价铬", "1000", "未检出", "合格"])
        .Text("检测结论：样品所检项目均符合GB/T 26572-2011限量要求，判定合格。", "粤岚检测技术有限公司　2025年8月20日")
        .At(Folder + "有害物质检测报告.docx");
}
