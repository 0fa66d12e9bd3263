using static PolicyGraph.SampleEnterprises.YuedongCement.Enterprise;

namespace PolicyGraph.SampleEnterprises.YuedongCement;

/// <summary>Credit report, the county's letter, a declaration, duties and targets; what the enterprise claims of itself; a notice that proves nothing.</summary>
/// <remarks>No paper speaks of inspections by the State Council and ministries, except the self-evaluation, which is a claim.</remarks>
internal static class CompliancePapers
{
    internal static IEnumerable<Paper> Papers() => [Credit(), Letter(), Declaration(), Targets(), SelfEvaluation(), Holiday()];

    private static Paper Credit() => Paper.Text(Folder + "信用中国-信用信息报告.html", $"""
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head><meta charset="utf-8"><title>法人和非法人组织公共信用信息报告</title><style>th{"{background:#eee}"}</style></head>
        <body>
        <h1>法人和非法人组织公共信用信息报告</h1>
        <p>报告来源：信用中国　　报告生成日期：2026年06月18日</p>
        <h2>一、基础信息</h2>
        <table>
        <tr><th>企业名称</th><td>{Name}</td></tr>
        <tr><th>统一社会信用代码</th><td>{CreditCode}</td></tr>
        <tr><th>企业状态</th><td>存续（在营、开业、在册）</td></tr>
        <tr><th>成立日期</th><td>2016-11-08</td></tr>
        <tr><th>法定代表人</th><td>区砚山</td></tr>
        <tr><th>住所</th><td>{Address}</td></tr>
        </table>
        <h2>二、信用信息概况（2023年6月1日至2026年6月18日）</h2>
        <table>
        <tr><th>信息类别</th><th>数量（条）</th><th>查询结果</th></tr>
        <tr><td>行政许可</td><td>6</td><td>见附件</td></tr>
        <tr><td>行政处罚（安全生产、产品质量、生态环境、税务等）</td><td>0</td><td>未查询到相关记录</td></tr>
        <tr><td>经营异常名录</td><td>0</td><td>未列入</td></tr>
        <tr><td>严重失信主体名单</td><td>0</td><td>未列入</td></tr>
        <tr><td>失信被执行人</td><td>0</td><td>未列入</td></tr>
        <tr><td>重大税收违法</td><td>0</td><td>未查询到相关记录</td></tr>
        </table>
        <p>本报告仅反映截至报告生成之日的归集信息。</p>
        </body>
        </html>

        """);

    private static Paper Letter() => Paper.Text(Folder + "岭垌县工信局复函.txt", $"""
        岭垌县工业和信息化局

        岭工信函〔2026〕31号

        关于{Name}守法情况的复函

        {Name}：

            你公司关于出具守法情况说明的来函收悉。经商县应急管理局、市生态环境局岭垌分局、县市场监督管理局、县公安局、县税务局，现函复如下：
            一、2023年6月至2026年6月，你公司正常生产经营，不存在连续停产12个月以上的情形。
            二、上述期间，你公司未发生安全（含网络安全、数据安全）、质量、环境污染等事故，无相关行政处罚，未发现偷税漏税等违法违规行为。
            三、你公司未被列入工业节能监察整改名单，不存在应整改未整改的事项。

            此复。

                                                岭垌县工业和信息化局
                                                2026年6月22日

        """);

    private static Paper Declaration() => new WordPaper()
        .Title("声明")
        .Text(
            "云浮市工业和信息化局：",
            $"本公司（{Name}，统一社会信用代码{CreditCode}）郑重声明：自2016年11月成立以来，本公司从未列入国家、省、市各级绿色制造名单，不存在被动态调整移出绿色制造名单的情形。",
            "本公司对上述声明的真实性负责。",
            $"{Name}（盖章）",
            "2026年6月24日")
        .At(Folder + "声明（绿色制造名单）.docx");

    private static Paper Targets() => new WordPaper()
        .Title("关于明确绿色工厂管理职责并下达年度目标的通知")
        .Text("粤垌司〔2024〕47号", "各部门、车间：", "为建设绿色工厂，经总经理办公会研究，现将有关事项通知如下。")
        .Heading("一、职责")
        .Text("任命副总经理阮屿舟为绿色工厂管理者代表，负责绿色制造的规划、资源配置和考核；能环部为归口部门，负责能源、碳排放、用水、固体废物的统计和目标分解；各车间主任为本车间责任人。")
        .Heading("二、中长期规划")
        .Text("公司执行《绿色低碳发展规划（2024—2030年）》：到2027年单位水泥综合能耗不高于82kgce/t，单位水泥二氧化碳排放量不高于640kgCO2/t；到2030年单位水泥综合能耗不高于80kgce/t，可再生能源利用率不低于5%。")
        .Heading("三、年度目标")
        .Table(
            ["目标", "单位", "2025年", "2026年"],
            ["单位水泥综合能耗（不高于）", "kgce/t", "85.0", "84.0"],
            ["单位水泥取水量（不高于）", "m³/t", "0.38", "0.36"],
            ["一般工业固体废物综合利用率（不低于）", "%", "97.5", "98.0"])
        .Text("年度目标完成情况每季度通报，纳入部门绩效考核。", Name, "2024年12月20日")
        .At(Folder + "绿色工厂管理职责与年度目标.docx");

    private static Paper SelfEvaluation() => new WordPaper()
        .Title("绿色工厂自评价报告")
        .Text($"申报单位：{Name}", "评价依据：GB/T 36132-2025　　评价年度：2025年")
        .Heading("一、基本要求")
        .Text("我公司近三年无违法违规行为，不存在《绿色工厂梯度培育及管理暂行办法》规定的六项否决情形，国务院及部委督查未发现我公司存在严重问题。四项管理体系均已建立并有效运行。")
        .Heading("二、评价指标")
        .Table(
            ["指标", "单位", "自评值"],
            ["单位产品综合能耗", "kgce/t", "79.6"],
            ["可再生能源利用率", "%", "5.2"],
            ["单位产品取水量", "m³/t", "0.36"],
            ["绿色设计", "—", "已开展"])
        .Heading("三、自评价结论")
        .Text("对照标准，我公司自评得分92.5分，达到绿色工厂要求。", "2026年6月25日")
        .At(Folder + "绿色工厂自评价报告.docx");

    private static Paper Holiday() => Paper.Text(Folder + "关于2026年端午节放假安排的通知.txt", """
        关于2026年端午节放假安排的通知

        各部门、车间：
            2026年6月19日至21日放假，共3天。窑系统、余热电站和中控室照常倒班。放假期间请各部门做好值班和防火防盗工作，食堂正常供应早、中、晚三餐。
            祝大家节日愉快！

                                                综合办公室
                                                2026年6月12日

        """);
}
