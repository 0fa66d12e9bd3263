using System.Globalization;
using static PolicyGraph.SampleEnterprises.YuedongCement.Enterprise;

namespace PolicyGraph.SampleEnterprises.YuedongCement;

/// <summary>Discharge permit, its yearly execution report with the actual emissions, and monitoring in every quarter.</summary>
internal static class EmissionPapers
{
    private static readonly (string Point, string Pollutant, decimal Limit, decimal[] Results)[] Monitored =
    [
        ("DA001 窑尾", "颗粒物", 10m, [4.2m, 3.9m, 4.5m, 4.1m]),
        ("DA001 窑尾", "二氧化硫", 35m, [8m, 9m, 7m, 8m]),
        ("DA001 窑尾", "氮氧化物", 100m, [68m, 72m, 66m, 70m]),
        ("DA001 窑尾", "氨", 5m, [2.1m, 1.9m, 2.3m, 2.0m]),
        ("DA002 窑头", "颗粒物", 10m, [3.6m, 3.8m, 3.5m, 3.7m]),
    ];

    private static readonly string[] Sampled = ["2025-02-18", "2025-05-20", "2025-08-19", "2025-11-18"];

    internal static IEnumerable<Paper> Papers() => [Permit(), Execution(), Monitoring()];

    private static Paper Permit() => new WordPaper()
        .Title("排污许可证（副本）")
        .Table(
            ["证书编号", CreditCode + "001P"],
            ["单位名称", Name],
            ["生产经营场所地址", Address],
            ["行业类别", "水泥制造"],
            ["有效期限", "自2023年12月10日起至2028年12月9日止"],
            ["发证机关", "云浮市生态环境局"],
            ["发证日期", "2023年12月6日"])
        .Heading("大气污染物排放许可限值")
        .Table(
            ["排放口", "污染物", "许可排放浓度限值（mg/m³）", "许可年排放量限值（t/a）"],
            ["DA001 窑尾", "颗粒物", "10", "90"],
            ["DA001 窑尾", "二氧化硫", "35", "160"],
            ["DA001 窑尾", "氮氧化物", "100", "640"],
            ["DA001 窑尾", "氨", "5", "—"],
            ["DA002 窑头", "颗粒物", "10", "—"])
        .Text("生产废水经处理后全部回用，不外排。自行监测频次：DA001、DA002每季度一次。")
        .At(Folder + "排污许可证副本.docx");

    private static Paper Execution() => new WordPaper()
        .Title("排污许可证执行报告（2025年年报）")
        .Text($"排污单位：{Name}　　许可证编号：{CreditCode}001P", "报告期：2025年1月1日至2025年12月31日")
        .Heading("一、实际排放情况")
        .Table(
            ["污染物", "实际排放量（吨）", "许可排放量（吨）", "是否超许可"],
            ["颗粒物", "62.4", "90", "否"],
            ["二氧化硫", "48.0", "160", "否"],
            ["氮氧化物", "416.0", "640", "否"])
        .Heading("二、结论")
        .Text("报告期内各排放口污染物排放浓度、排放总量均符合许可要求，无超标排放。", "2026年1月25日")
        .At(Folder + "排污许可证执行报告2025年报.docx");

    private static Paper Monitoring() => Paper.Csv(
        Folder + "2025年四季度自行监测结果.csv",
        $"{Name}2025年自行监测结果（委托检测）,,,,,,,\n"
        + "采样日期,点位,污染物,监测结果(mg/m³),排放限值(mg/m³),是否达标,检测机构,CMA编号\n"
        + string.Concat(Sampled.SelectMany((date, quarter) => Monitored.Select(m => string.Create(
            CultureInfo.InvariantCulture,
            $"{date},{m.Point},{m.Pollutant},{m.Results[quarter]},{m.Limit},达标,岭海环境检测有限公司,202319120388\n")))));
}
