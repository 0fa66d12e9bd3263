using static PolicyGraph.SampleEnterprises.YuedongCement.Enterprise;

namespace PolicyGraph.SampleEnterprises.YuedongCement;

/// <summary>Water statistics, the solid-waste ledger, and an environmental statistics form whose figures in t stand under 万吨.</summary>
/// <remarks>There is no material ledger.</remarks>
internal static class ResourcePapers
{
    private static readonly int[] Generated = [2150, 1980, 2260, 2240, 2300, 2210, 2190, 2180, 2230, 2270, 2250, 2140];

    internal static IEnumerable<Paper> Papers() => [Water(), WasteLedger(), EnvironmentalStatistics()];

    private static Paper Water() => Paper.CsvInGb18030(Folder + "205-4工业企业用水情况.csv", $"""
        工业企业用水情况,,,,
        单位详细名称：{Name},,,表号：205-4表,2025年
        指标名称,计量单位,代码,本年,上年
        取水量,立方米,01,576000,627000
        其中：地表水,立方米,02,400000,440000
        其中：自来水,立方米,03,176000,187000
        外供水量,立方米,04,0,0
        重复用水量,立方米,05,21024000,20273000
        其中：循环冷却水,立方米,06,20900000,20160000
        废水排放量,立方米,07,0,0
        填表人：麦小满,,,报出日期：,2026年1月20日

        """);

    private static Paper WasteLedger() => new WorkbookPaper()
        .Sheet(
            "2025年",
            ["A1:H1"],
            [
                [$"{Name}一般工业固体废物管理台账（2025年）"],
                ["月份", "废物名称及代码", "产生量（吨）", "综合利用量（吨）", "处置量（吨）", "贮存量（吨）", "利用或处置去向", "记录人"],
                .. Generated.Select((t, i) => new object?[] { $"2025年{i + 1}月", "窑炉废渣、除尘灰", t, t - 44, 44, 0, "回用于生料配料；废耐火砖委托填埋", "容小川" }),
                ["合计", null, 26400, 25872, 528, 0, "年初、年末均无贮存，未外购、未利用往年贮存量"],
            ])
        .At(Folder + "一般工业固体废物台账.xlsx");

    private static Paper EnvironmentalStatistics() => Paper.Text(Folder + "环境统计基101表.html", $"""
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head><meta charset="utf-8"><title>基101表</title></head>
        <body>
        <h1>工业企业污染排放及处理利用情况（基101表，一般工业固体废物部分）</h1>
        <p>填报单位：{Name}　统一社会信用代码：{CreditCode}　统计年度：2025年</p>
        <table border="1">
        <tr><th>指标名称</th><th>计量单位</th><th>本年实际</th></tr>
        <tr><td>一般工业固体废物产生量</td><td>万吨</td><td>26400</td></tr>
        <tr><td>一般工业固体废物综合利用量</td><td>万吨</td><td>25872</td></tr>
        <tr><td>其中：综合利用往年贮存量</td><td>万吨</td><td>0</td></tr>
        <tr><td>一般工业固体废物处置量</td><td>万吨</td><td>528</td></tr>
        <tr><td>一般工业固体废物贮存量</td><td>万吨</td><td>0</td></tr>
        </table>
        <p>填报人：容小川　填报日期：2026年2月9日</p>
        </body>
        </html>

        """);
}
