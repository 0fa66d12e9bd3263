using static PolicyGraph.SampleEnterprises.YaolanAppliance.Enterprise;

namespace PolicyGraph.SampleEnterprises.YaolanAppliance;

/// <summary>A credit print as Markdown, the bureau's answer on all six vetoes, the self-evaluation, a menu that proves nothing.</summary>
internal static class CompliancePapers
{
    internal static IEnumerable<Paper> Papers() => [Credit(), Letter(), SelfEvaluation(), Menu()];

    private static Paper Credit() => Paper.Text(Folder + "信用查询打印件.md", $"""
        # 信用信息查询结果（打印件）

        查询网站：信用中国、国家企业信用信息公示系统　查询日期：2026年5月8日

        - 企业名称：{Name}
        - 统一社会信用代码：{CreditCode}
        - 登记状态：存续（在营、开业、在册）
        - 成立日期：2012年4月16日

        查询区间：2023年5月1日至2026年5月8日

        | 查询项目 | 结果 |
        |---|---|
        | 行政处罚（安全、质量、生态环境、税务） | 无 |
        | 列入经营异常名录 | 无 |
        | 列入严重违法失信名单 | 无 |
        | 列入失信被执行人名单 | 无 |
        | 重大税收违法案件 | 无 |

        """);

    private static Paper Letter() => new WordPaper()
        .Title("佛山市南海区经济促进局关于佛山垚岚电器有限公司有关情况的证明")
        .Text(
            $"应{Name}（统一社会信用代码：{CreditCode}）申请，经核并征求区应急管理、市场监管、税务和佛山市生态环境局南海分局意见，2023年5月至2026年5月期间，有关情况证明如下：",
            "（一）该企业生产经营正常，没有停产。",
            "（二）该企业没有发生安全（含网络安全、数据安全）事故、质量事故、环境污染事故，没有偷税漏税等违法违规行为，没有受到上述部门行政处罚。",
            "（三）该企业没有被动态调整移出绿色制造名单。",
            "（四）国务院及有关部委的督查中没有发现该企业存在严重问题。",
            "（五）该企业没有被列入工业节能监察整改名单。",
            "（六）该企业没有被列为失信被执行人。",
            "特此证明。",
            "佛山市南海区经济促进局",
            "2026年5月12日")
        .At(Folder + "区经济促进局证明.docx");

    private static Paper SelfEvaluation() => new WordPaper()
        .Title("绿色工厂自评价表")
        .Text($"企业：{Name}　　依据：GB/T 36132-2025　　评价年：2025")
        .Table(
            ["序号", "指标", "单位", "自评数值", "自评得分"],
            ["1", "单位产品综合能耗", "kgce/台", "5.60", "8"],
            ["2", "可再生能源利用率", "%", "9.58", "5.6"],
            ["3", "一般工业固体废物综合利用率", "%", "99.2", "6"])
        .Text("结论：自评得分91分，符合绿色工厂要求。", "2026年5月15日")
        .At(Folder + "自评价表.docx");

    private static Paper Menu() => Paper.Text(Folder + "五月第三周食堂菜单.txt", """
        五月第三周食堂菜单（2026年5月18日—22日）

        周一　番茄牛腩、清炒菜心、紫菜蛋汤
        周二　豉汁排骨、蒜蓉油麦菜、冬瓜薏米汤
        周三　白切鸡、上汤豆苗、老火粉葛汤
        周四　土豆焖鸭、手撕包菜、番茄蛋汤
        周五　清蒸鲩鱼、西芹百合、玉米排骨汤
        早餐供应时间6:40—8:00，请节约粮食。

        """);
}
