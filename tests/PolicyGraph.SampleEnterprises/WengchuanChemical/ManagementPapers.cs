using static PolicyGraph.SampleEnterprises.WengchuanChemical.Enterprise;

namespace PolicyGraph.SampleEnterprises.WengchuanChemical;

/// <summary>Four certificates, of which one can be used; duties with targets that name no figure; meters, all in date.</summary>
internal static class ManagementPapers
{
    internal static IEnumerable<Paper> Papers() => [Quality(), Environment(), Energy(), Safety(), Duties(), Meters()];

    private static Paper Quality() => Paper.Text(Folder + "质量体系认证证书.txt", $"""
        证书编号：HZ25Q10458R3M

        质量管理体系认证证书

        {Name}
        （统一社会信用代码：{CreditCode}；注册、生产地址：{Address}）

        质量管理体系符合标准：GB/T 19001-2016/ISO 9001:2015
        认证覆盖范围：工业用甲醇的生产（许可范围内）及售后服务
        颁证日期：2025年7月8日
        有效期：2025年7月8日至2028年7月7日
        淮渚质量认证有限公司

        """);

    private static Paper Environment() => new WordPaper()
        .Title("环境管理体系认证证书")
        .Table(
            ["注册号", "HZ26E20117R3M", "证书状态", "有效"],
            ["组织名称", Name, "统一社会信用代码", CreditCode],
            ["生产地址", Address, "认证标准", "GB/T 24001-2016/ISO 14001:2015"],
            ["认证范围", "工业用甲醇的生产及相关管理活动", "发证日期", "2026-06-03"],
            ["生效日期", "2026-07-01", "有效期至", "2029-06-30"])
        .Text("淮渚质量认证有限公司")
        .At(Folder + "环境管理体系新证.docx");

    private static Paper Energy() => Paper.Text(Folder + "能源管理体系证书查询结果.html", $"""
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head><meta charset="utf-8"><title>认证证书查询</title></head>
        <body>
        <h1>能源管理体系认证证书信息</h1>
        <table>
        <tr><th>证书号</th><td>HZ24EN0033R1M</td></tr>
        <tr><th>获证组织</th><td>{Name}</td></tr>
        <tr><th>认证依据</th><td>GB/T 23331-2020/ISO 50001:2018</td></tr>
        <tr><th>覆盖范围</th><td>工业用甲醇生产过程的能源管理活动，地址：{Address}</td></tr>
        <tr><th>颁证日期</th><td>2024-04-18</td></tr>
        <tr><th>有效期至</th><td>2027-04-17</td></tr>
        <tr><th>证书状态</th><td>暂停（暂停起始日期：2026-05-06，原因：未按期接受监督审核）</td></tr>
        </table>
        <p>查询日期：2026-06-04</p>
        </body>
        </html>

        """);

    private static Paper Safety() => new WordPaper()
        .Title("职业健康安全管理体系认证证书")
        .Text(
            $"兹证明：{Name}（{CreditCode}）",
            $"地址：{Address}",
            "建立的职业健康安全管理体系符合GB/T 28001-2011《职业健康安全管理体系 要求》。",
            "认证范围：工业用甲醇的生产及相关管理活动。",
            "证书编号：HZ24S30096R2M　　颁证日期：2024年1月26日　　有效期至：2027年1月25日",
            "淮渚质量认证有限公司")
        .At(Folder + "职业健康安全证书.docx");

    private static Paper Duties() => Paper.Text(Folder + "绿色制造管理规定.md", $"""
        # {Name}绿色制造管理规定

        2025年1月15日印发，自印发之日起执行。

        ## 一、职责

        总经理计沧澜是绿色制造第一责任人；副总经理俞渡任绿色工厂管理者代表，分管安环部、生产部，负责目标分解和考核；各装置主任对本装置的能耗、排放负责。

        ## 二、规划

        实施《绿色低碳发展规划（2025—2030年）》，逐步提高余热利用水平，推进二氧化碳回收利用。

        ## 三、年度目标

        2025年度目标：进一步降低单位产品综合能耗，持续减少挥发性有机物排放，努力提高水的重复利用水平。

        """);

    private static Paper Meters() => new WorkbookPaper()
        .Sheet(
            "能源计量器具",
            ["A1:G1"],
            [$"{Name}能源计量器具一览表"],
            ["器具名称", "器具编号", "准确度等级", "安装位置", "管理级别", "校准日期", "校准有效期至"],
            ["超声波气体流量计", "FT-101", "0.5级", "天然气进界区", "用能单位", "2025-10-16", "2026-10-15"],
            ["蒸汽涡街流量计", "FT-201", "1.5级", "外购蒸汽总管", "用能单位", "2025-08-27", "2026-08-26"],
            ["关口电能表", "EM-001", "0.2S级", "110kV变电所", "用能单位", "2023-12-05", "2028-12-04"],
            ["电能表", "EM-012", "0.5S级", "余热发电机出口", "主要用能设备", "2023-12-05", "2028-12-04"],
            ["电磁水表", "FT-301", "1.0级", "河水取水口", "用能单位", "2025-03-20", "2027-03-19"])
        .At(Folder + "计量器具一览表.xlsx");
}
