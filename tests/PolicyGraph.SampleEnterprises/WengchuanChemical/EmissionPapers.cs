using static PolicyGraph.SampleEnterprises.WengchuanChemical.Enterprise;

namespace PolicyGraph.SampleEnterprises.WengchuanChemical;

/// <summary>Permit, execution report in kilograms by quarters, test results that name no laboratory's mark.</summary>
internal static class EmissionPapers
{
    internal static IEnumerable<Paper> Papers() => [Permit(), Execution(), Monitoring()];

    private static Paper Permit() => new WordPaper()
        .Title("排污许可证")
        .Text(
            $"单位名称：{Name}",
            $"证书编号：{CreditCode}001P",
            $"生产经营场所：{Address}",
            "行业类别：有机化学原料制造",
            "有效期限：自2024年11月12日起至2029年11月11日止",
            "发证机关：盐城市生态环境局")
        .Table(
            ["排放口编号", "污染物种类", "许可浓度限值", "许可年排放量（t）"],
            ["DA001（转化炉）", "氮氧化物", "100mg/m³", "90"],
            ["DA003（储罐废气）", "非甲烷总烃", "80mg/m³", "60"],
            ["DW001（废水总排口）", "化学需氧量", "100mg/L", "40"])
        .Text("自行监测频次：DA001、DA003、DW001每季度1次。")
        .At(Folder + "排污许可证正副本.docx");

    private static Paper Execution() => new WordPaper()
        .Title("排污许可证年度执行报告")
        .Text($"单位：{Name}；报告年度：2025年；许可证编号：{CreditCode}001P。")
        .Table(
            ["污染物", "一季度（kg）", "二季度（kg）", "三季度（kg）", "四季度（kg）", "年度实际排放量（kg）", "许可年排放量（t）"],
            ["挥发性有机物", "12600", "11400", "12200", "11800", "48000", "60"],
            ["氮氧化物", "15200", "14800", "15400", "14600", "60000", "90"],
            ["化学需氧量", "5000", "5100", "4900", "5000", "20000", "40"])
        .Text("本年度无超标、超总量排放情形。", "2026年1月28日")
        .At(Folder + "排污许可证年度执行报告.docx");

    private static Paper Monitoring() => Paper.CsvInGb18030(Folder + "2025年委托检测结果.csv", $"""
        {Name}2025年委托检测结果,,,,,,
        采样时间,排放口,检测项目,计量单位,检测值,许可限值,检测单位
        2025-02-25,DA001转化炉,氮氧化物,mg/m³,61,100,渚垛县清渚检测服务部
        2025-02-25,DA003储罐废气,非甲烷总烃,mg/m³,32.5,80,渚垛县清渚检测服务部
        2025-02-25,DW001废水总排口,化学需氧量,mg/L,49,100,渚垛县清渚检测服务部
        2025-05-27,DA001转化炉,氮氧化物,mg/m³,58,100,渚垛县清渚检测服务部
        2025-05-27,DA003储罐废气,非甲烷总烃,mg/m³,30.1,80,渚垛县清渚检测服务部
        2025-05-27,DW001废水总排口,化学需氧量,mg/L,51,100,渚垛县清渚检测服务部
        2025-08-26,DA001转化炉,氮氧化物,mg/m³,63,100,渚垛县清渚检测服务部
        2025-08-26,DA003储罐废气,非甲烷总烃,mg/m³,34.8,80,渚垛县清渚检测服务部
        2025-08-26,DW001废水总排口,化学需氧量,mg/L,52,100,渚垛县清渚检测服务部
        2025-11-25,DA001转化炉,氮氧化物,mg/m³,60,100,渚垛县清渚检测服务部
        2025-11-25,DA003储罐废气,非甲烷总烃,mg/m³,31.7,80,渚垛县清渚检测服务部
        2025-11-25,DW001废水总排口,化学需氧量,mg/L,48,100,渚垛县清渚检测服务部

        """);
}
