using static PolicyGraph.SampleEnterprises.WengchuanChemical.Enterprise;

namespace PolicyGraph.SampleEnterprises.WengchuanChemical;

/// <summary>Materials of 2024 instead of 2025, water with a rate that its operands do not give, waste in prose, hazardous waste by transfer.</summary>
/// <remarks>28 500 000 ÷ 30 000 000 is 95 %, 96.5 % is stated. The receiver's licence ended on 2025-09-30, the second lot left on 2025-11-05.</remarks>
internal static class ResourcePapers
{
    internal static IEnumerable<Paper> Papers() => [Materials(), Water(), Waste(), Transfers()];

    private static Paper Materials() => new WorkbookPaper()
        .Sheet(
            "原料",
            [],
            [$"{Name}主要原料消耗台账"],
            ["统计期：2024年1月1日至2024年12月31日"],
            ["原料名称", "单位", "消耗量", "对应产品", "产品产量（吨）", "单耗（m³/t）"],
            ["天然气（原料）", "万立方米", 14820, "工业用甲醇", 195000, 760])
        .At(Folder + "主要原料消耗台账.xlsx");

    private static Paper Water() => Paper.Text(Folder + "工业用水情况2025.html", $"""
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head><meta charset="utf-8"><title>工业用水情况</title></head>
        <body>
        <h1>工业企业用水情况（2025年）</h1>
        <p>单位名称：{Name}</p>
        <table>
        <tr><th>指标</th><th>计量单位</th><th>数值</th></tr>
        <tr><td>取水总量</td><td>万立方米</td><td>150.00</td></tr>
        <tr><td>其中：地表水</td><td>万立方米</td><td>138.00</td></tr>
        <tr><td>其中：自来水</td><td>万立方米</td><td>12.00</td></tr>
        <tr><td>重复利用水量</td><td>万立方米</td><td>2850.00</td></tr>
        <tr><td>工业用水重复利用率</td><td>%</td><td>96.5</td></tr>
        <tr><td>废水排放量</td><td>万立方米</td><td>40.00</td></tr>
        </table>
        <p>填表：安环部　2026年1月12日</p>
        </body>
        </html>

        """);

    private static Paper Waste() => new WordPaper()
        .Title("2025年一般工业固体废物管理总结")
        .Text(
            $"2025年，{Name}共产生一般工业固体废物5,200吨，主要为水处理污泥和废保温材料，年初、年末库存均为零。其中4,264吨送建材企业综合利用，936吨送填埋场处置。",
            "同期产生危险废物（废催化剂、废润滑油）38.6吨，按危险废物管理，不在上述统计之内。",
            "固体废物贮存场所符合GB 18599和GB 18597要求。",
            "安环部　2026年1月20日")
        .At(Folder + "一般固废管理总结.docx");

    private static Paper Transfers() => Paper.CsvInGb18030(Folder + "危险废物转移联单汇总.csv", $"""
        {Name}2025年危险废物转移联单汇总,,,,,,,
        联单编号,转移日期,废物名称,废物代码,转移量（吨）,接收单位,经营许可证编号,许可证有效期至
        2025320925000318,2025-03-18,废催化剂,HW50,18.2,渚淮固废处置有限公司,JSYC0925OOD017-4,2025-09-30
        2025320925001105,2025-11-05,废催化剂,HW50,20.4,渚淮固废处置有限公司,JSYC0925OOD017-4,2025-09-30

        """);
}
