using static PolicyGraph.SampleEnterprises.WengchuanChemical.Enterprise;

namespace PolicyGraph.SampleEnterprises.WengchuanChemical;

/// <summary>A credit report with one penalty inside the three years and one before them, the county's letter, a claim, a notice that proves nothing.</summary>
/// <remarks>The company was on the rectification list of energy inspection and left it: the letter says so.</remarks>
internal static class CompliancePapers
{
    internal static IEnumerable<Paper> Papers() => [Credit(), Letter(), SelfEvaluation(), Notice()];

    private static Paper Credit() => Paper.Text(Folder + "公共信用信息报告.html", $"""
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head><meta charset="utf-8"><title>公共信用信息报告</title></head>
        <body>
        <h1>公共信用信息报告（信用中国）</h1>
        <p>报告日期：2026年6月2日</p>
        <table>
        <tr><td>主体名称</td><td>{Name}</td></tr>
        <tr><td>统一社会信用代码</td><td>{CreditCode}</td></tr>
        <tr><td>登记状态</td><td>在业</td></tr>
        <tr><td>成立日期</td><td>2015-09-02</td></tr>
        </table>
        <h2>行政处罚信息（共2条）</h2>
        <table>
        <tr><th>序号</th><th>决定书文号</th><th>违法行为类型</th><th>处罚内容</th><th>处罚机关</th><th>处罚决定日期</th></tr>
        <tr><td>1</td><td>盐环罚字〔2024〕渚17号</td><td>未按照规定开展挥发性有机物泄漏检测与修复</td><td>罚款8万元</td><td>盐城市生态环境局</td><td>2024-08-14</td></tr>
        <tr><td>2</td><td>渚应急罚〔2022〕41号</td><td>特种作业审批手续不全</td><td>罚款2万元</td><td>渚垛县应急管理局</td><td>2022-11-03</td></tr>
        </table>
        <h2>其他信息</h2>
        <table>
        <tr><td>经营异常名录</td><td>未列入</td></tr>
        <tr><td>严重失信主体名单</td><td>未列入</td></tr>
        <tr><td>失信被执行人</td><td>未列入</td></tr>
        <tr><td>重大税收违法失信主体</td><td>未列入</td></tr>
        </table>
        </body>
        </html>

        """);

    private static Paper Letter() => Paper.Text(Folder + "渚垛县工信局核查意见.txt", $"""
        渚垛县工业和信息化局
        关于{Name}有关情况的核查意见

        盐城市工业和信息化局：
            根据你局通知要求，我局会同县应急、市场监管、税务、生态环境等部门，对{Name}（{CreditCode}）2023年6月至2026年6月的有关情况进行了核查：
            1.该公司生产经营正常，未停产。
            2.该公司未发生安全（含网络安全、数据安全）、质量、环境污染事故，未发现偷税漏税行为；2024年8月因未按照规定开展挥发性有机物泄漏检测与修复，受到市生态环境局行政处罚1次，已完成整改。
            3.该公司未曾被动态调整移出绿色制造名单。
            4.国务院及有关部委督查中未发现该公司存在严重问题。
            5.该公司于2024年5月被列入工业节能监察整改名单，2025年3月按期完成整改并通过验收。
            6.该公司未被列为失信被执行人。
                                        渚垛县工业和信息化局
                                        2026年6月5日

        """);

    private static Paper SelfEvaluation() => new WordPaper()
        .Title("绿色工厂自评价报告")
        .Text(
            $"{Name}对照GB/T 36132-2025开展了自评价，评价年度2025年。",
            "我公司近三年未受到行政处罚，四项管理体系均通过认证并有效运行。",
            "2025年单位产品综合能耗466kgce/t，一般工业固体废物综合利用率96.0%，已完成产品碳足迹核算。",
            "自评价得分88分，符合绿色工厂要求。",
            "2026年6月6日")
        .At(Folder + "绿色工厂自评价报告.docx");

    private static Paper Notice() => Paper.Text(Folder + "关于开展消防演练的通知.md", """
        # 关于开展消防演练的通知

        各装置、部门：

        定于2026年6月16日（安全生产月）上午9:30在罐区举行消防演练，请各装置安排当班以外人员参加，演练期间厂区南门禁止车辆通行。

        安环部
        2026年6月8日

        """);
}
