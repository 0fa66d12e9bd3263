using static PolicyGraph.SampleEnterprises.YaolanAppliance.Enterprise;

namespace PolicyGraph.SampleEnterprises.YaolanAppliance;

/// <summary>Permit, execution report, statistics form, monitoring of outlets and of noise.</summary>
/// <remarks>The form gives 6.0 千克 of volatile organic compounds where the execution report gives 6.0 吨; outlet DA002 was not sampled in the third quarter.</remarks>
internal static class EmissionPapers
{
    internal static IEnumerable<Paper> Papers() => [Permit(), Execution(), Statistics(), Monitoring(), Noise()];

    private static Paper Permit() => Paper.Text(Folder + "排污许可证.txt", $"""
        排污许可证（副本）

        证书编号：{CreditCode}002Q
        单位名称：{Name}
        生产经营场所地址：{Address}
        行业类别：家用空气调节器制造
        有效期限：2024年3月1日至2029年2月28日
        发证机关：佛山市生态环境局

        一、大气污染物许可排放
        排放口　污染物　许可排放浓度限值
        DA001（喷粉固化）　挥发性有机物　80mg/m³
        DA002（钎焊）　颗粒物　120mg/m³
        挥发性有机物许可年排放量：12吨
        二、水污染物许可排放
        DW001（综合废水）　化学需氧量　90mg/L
        化学需氧量许可年排放量：9吨
        三、自行监测要求：DA001、DA002、DW001每季度监测一次。

        """);

    private static Paper Execution() => new WorkbookPaper()
        .Sheet("基本信息", [], ["排污许可证执行报告（年报）"], ["排污单位名称", Name], ["排污许可证编号", CreditCode + "002Q"], ["报告时段", "2025年1月1日至2025年12月31日"])
        .Sheet(
            "实际排放量",
            [],
            ["污染物名称", "一季度实际排放量（吨）", "二季度实际排放量（吨）", "三季度实际排放量（吨）", "四季度实际排放量（吨）", "全年实际排放量（吨）", "许可排放量（吨/年）"],
            ["挥发性有机物", 1.4m, 1.7m, 1.5m, 1.4m, 6.0m, 12],
            ["化学需氧量", 0.8m, 1.0m, 0.9m, 0.9m, 3.6m, 9])
        .At(Folder + "排污许可执行报告2025.xlsx");

    private static Paper Statistics() => Paper.Text(Folder + "环境统计报表2025.html", $"""
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head><meta charset="utf-8"><title>环境统计报表</title></head>
        <body>
        <h2>工业企业污染排放及处理利用情况</h2>
        <p>企业名称：{Name}　统一社会信用代码：{CreditCode}　报告期：2025年</p>
        <table>
        <tr><th>代码</th><th>指标名称</th><th>计量单位</th><th>本年</th></tr>
        <tr><td>12</td><td>化学需氧量排放量</td><td>千克</td><td>3600</td></tr>
        <tr><td>21</td><td>挥发性有机物排放量</td><td>千克</td><td>6.0</td></tr>
        <tr><td>30</td><td>一般工业固体废物产生量</td><td>吨</td><td>2400</td></tr>
        <tr><td>31</td><td>一般工业固体废物综合利用量</td><td>吨</td><td>2340</td></tr>
        <tr><td>32</td><td>其中：综合利用往年贮存量</td><td>吨</td><td>40</td></tr>
        <tr><td>33</td><td>一般工业固体废物处置量</td><td>吨</td><td>100</td></tr>
        </table>
        <p>填表日期：2026-01-22</p>
        </body>
        </html>

        """);

    private static Paper Monitoring() => Paper.Csv(Folder + "2025年自行监测汇总.csv", $"""
        {Name}2025年自行监测汇总,,,,,,,
        采样日期,监测点位,监测项目,单位,监测结果,执行限值,检测单位,资质认定编号(CMA)
        2025-03-11,DA001喷粉固化排气筒,非甲烷总烃,mg/m³,18.2,80,粤岚检测技术有限公司,202219013377
        2025-03-11,DA002钎焊排气筒,颗粒物,mg/m³,6.1,120,粤岚检测技术有限公司,202219013377
        2025-03-11,DW001废水总排口,化学需氧量,mg/L,38,90,粤岚检测技术有限公司,202219013377
        2025-06-10,DA001喷粉固化排气筒,非甲烷总烃,mg/m³,16.9,80,粤岚检测技术有限公司,202219013377
        2025-06-10,DA002钎焊排气筒,颗粒物,mg/m³,5.8,120,粤岚检测技术有限公司,202219013377
        2025-06-10,DW001废水总排口,化学需氧量,mg/L,41,90,粤岚检测技术有限公司,202219013377
        2025-09-09,DA001喷粉固化排气筒,非甲烷总烃,mg/m³,17.4,80,粤岚检测技术有限公司,202219013377
        2025-09-09,DW001废水总排口,化学需氧量,mg/L,40,90,粤岚检测技术有限公司,202219013377
        2025-12-09,DA001喷粉固化排气筒,非甲烷总烃,mg/m³,17.0,80,粤岚检测技术有限公司,202219013377
        2025-12-09,DA002钎焊排气筒,颗粒物,mg/m³,6.4,120,粤岚检测技术有限公司,202219013377
        2025-12-09,DW001废水总排口,化学需氧量,mg/L,39,90,粤岚检测技术有限公司,202219013377

        """);

    private static Paper Noise() => Paper.Text(Folder + "厂界噪声检测报告.txt", $"""
        检 测 报 告

        报告编号：YLJC-2025-1209Z
        委托单位：{Name}
        受检地址：{Address}
        检测项目：厂界环境噪声（GB 12348-2008）
        检测日期：2025年12月9日
        资质认定编号（CMA）：202219013377

        检测点位　昼间结果 dB(A)　昼间限值 dB(A)　夜间结果 dB(A)　夜间限值 dB(A)
        东厂界　58.1　65　48.9　55
        南厂界　57.4　65　49.2　55
        西厂界　60.3　65　50.6　55
        北厂界　56.8　65　48.0　55

        检测结论：各测点昼间、夜间噪声均符合GB 12348-2008中3类标准限值。
        粤岚检测技术有限公司　2025年12月16日

        """);
}
