using static PolicyGraph.SampleEnterprises.YaolanAppliance.Enterprise;

namespace PolicyGraph.SampleEnterprises.YaolanAppliance;

/// <summary>Three certificates in three languages of form, a system without certificate, duties and targets, the meter ledger, a training record.</summary>
/// <remarks>The certificate for energy belongs to a sister company; the one for environment covers other products. One meter ran out on 2026-03-14.</remarks>
internal static class ManagementPapers
{
    internal static IEnumerable<Paper> Papers() => [Quality(), Environment(), Energy(), Safety(), Duties(), Meters(), Training()];

    private static Paper Quality() => new WordPaper()
        .Title("CERTIFICATE OF REGISTRATION")
        .Text("This is to certify that the Quality Management System of")
        .Table(
            ["Organization", $"{EnglishName}（{Name}）"],
            ["Unified Social Credit Code", CreditCode],
            ["Site", $"No. 18 Xingdian Road, Langang Town, Nanhai District, Foshan, Guangdong（{Address}）"],
            ["Conforms to", "ISO 9001:2015 / GB/T 19001-2016"],
            ["Scope", "Design, manufacture and sale of room air conditioners（房间空气调节器的设计、生产和销售）"],
            ["Certificate No.", "NLC-Q-24-0318"],
            ["Date of issue", "2024-03-19"],
            ["Valid until", "2027-03-18"],
            ["Status", "Valid; surveillance audits passed on 2025-03-06 and 2026-03-04"])
        .Text("Nanling Certification Ltd.（南岭认证有限公司）")
        .At(Folder + "QMS_Certificate.docx");

    private static Paper Environment() => Paper.Text(Folder + "环境管理体系证书网页.html", $"""
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head><meta charset="utf-8"><title>认证结果查询</title></head>
        <body>
        <h1>环境管理体系认证证书</h1>
        <dl>
        <dt>证书编号</dt><dd>NLC-E-24-0771</dd>
        <dt>证书状态</dt><dd>有效</dd>
        <dt>获证组织名称</dt><dd>{Name}</dd>
        <dt>统一社会信用代码</dt><dd>{CreditCode}</dd>
        <dt>生产地址</dt><dd>{Address}</dd>
        <dt>认证依据</dt><dd>GB/T 24001-2016/ISO 14001:2015</dd>
        <dt>认证范围</dt><dd>电风扇、电暖器的设计和生产</dd>
        <dt>颁证日期</dt><dd>2024-07-22</dd>
        <dt>有效期至</dt><dd>2027-07-21</dd>
        </dl>
        </body>
        </html>

        """);

    private static Paper Energy() => Paper.Text(Folder + "能源管理体系证书.txt", """
        能源管理体系认证证书

        证书号　　NLC-EN-25-0046
        获证组织　佛山垚岚模具有限公司
        统一社会信用代码　91440605MA8YL6TN6B
        地　　址　广东省佛山市南海区岚岗镇兴电路20号
        认证依据　GB/T 23331-2020/ISO 50001:2018
        认证范围　冲压模具、注塑模具生产过程的能源管理活动
        有 效 期　2025年2月10日至2028年2月9日

        南岭认证有限公司

        """);

    private static Paper Safety() => new WordPaper()
        .Title("职业健康安全管理体系内部审核与管理评审报告")
        .Text($"{Name}　　文件编号：YL-OHS-BG-2025-02", "公司依据GB/T 45001-2020建立《职业健康安全管理手册》（YL-OHS-SC，B版）及16个程序文件，自2023年4月1日起实施，未委托第三方认证。")
        .Heading("一、内部审核")
        .Text("2025年10月21日至23日开展2025年度内部审核，覆盖岚岗厂区全部部门和房间空气调节器生产过程，发现一般不符合项3项，均已于2025年11月14日前关闭。")
        .Heading("二、管理评审")
        .Text("2025年12月9日，总经理主持管理评审会议，认为职业健康安全管理体系适宜、充分、有效。")
        .Text("安全环保部　2025年12月15日")
        .At(Folder + "职健体系内审管评报告.docx");

    private static Paper Duties() => new WordPaper()
        .Title("绿色工厂建设责任书")
        .Text("（YL-GL-2025-001，2025年1月6日总经理批准）")
        .Table(
            ["岗位", "姓名", "绿色制造职责"],
            ["总经理", "鹿其远", "对绿色工厂建设负总责，批准规划和目标，保障资源"],
            ["绿色工厂管理者代表", "阚云岫", "组织实施、检查、考核，主管安全环保部"],
            ["各车间主任", "（见名册）", "落实本车间节能、节水、减废措施"])
        .Text("中长期规划：执行《绿色低碳发展规划（2024—2028年）》，到2028年单位产品综合能耗降到6.0千克标准煤/台，可再生能源利用率达到12%。")
        .Table(
            ["年度目标（2025年）", "目标值", "一季度", "上半年", "前三季度"],
            ["单位产品综合能耗（kgce/台）", "≤6.6", "6.9", "6.7", "6.6"],
            ["万元产值取水量（m³/万元）", "≤0.75", "0.78", "0.76", "0.75"])
        .At(Folder + "绿色工厂建设责任书.docx");

    private static Paper Meters() => new WorkbookPaper()
        .Sheet("封面", [], [$"{Name}"], ["能源与用水计量器具管理台账"], ["2026年5月更新"])
        .Sheet(
            "台账",
            ["A1:H1"],
            ["计量器具一览"],
            ["编号", "名称", "能源种类", "准确度", "安装位置", "级别", "检定日期", "下次检定日期"],
            ["YL-E-001", "三相多功能电能表", "电力", "0.2S", "1号总配电房", "用能单位", "2024-06-18", "2029-06-17"],
            ["YL-E-014", "三相电能表", "电力", "0.5S", "总装车间", "次级用能单位", "2024-06-18", "2029-06-17"],
            ["YL-G-001", "气体涡轮流量计", "天然气", "1.0", "调压站", "用能单位", "2024-03-15", "2026-03-14"],
            ["YL-W-001", "超声波水表", "自来水", "2.0", "厂区总进水", "用能单位", "2025-11-05", "2027-11-04"])
        .At(Folder + "计量器具台账.xlsx");

    private static Paper Training() => new WordPaper()
        .Title("绿色制造培训记录")
        .Table(
            ["培训主题", "绿色工厂标准与节能降碳知识"],
            ["培训时间", "2025年4月22日"],
            ["培训对象", "XX公司全体班组长及以上人员，共【人数】人"],
            ["考核方式", "闭卷考试，平均88分，全部合格"])
        .Text($"{Name}人力资源部")
        .At(Folder + "绿色制造培训记录.docx");
}
