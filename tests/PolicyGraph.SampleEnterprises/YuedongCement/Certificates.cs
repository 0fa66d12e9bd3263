using static PolicyGraph.SampleEnterprises.YuedongCement.Enterprise;

namespace PolicyGraph.SampleEnterprises.YuedongCement;

/// <summary>Four certificates in four layouts; the one for occupational health and safety has expired.</summary>
internal static class Certificates
{
    internal static IEnumerable<Paper> Papers() => [Quality(), Environment(), Energy(), Safety()];

    private static Paper Quality() => new WordPaper()
        .Title("质量管理体系认证证书")
        .Text("CERTIFICATE OF QUALITY MANAGEMENT SYSTEM")
        .Table(
            ["证书编号 Certificate No.", "LH-Q-24-0912"],
            ["获证组织 Organization", Name],
            ["统一社会信用代码", CreditCode],
            ["注册/生产地址 Address", Address],
            ["认证标准 Standard", "GB/T 19001-2016 idt ISO 9001:2015"],
            ["认证范围 Scope", "硅酸盐水泥熟料、通用硅酸盐水泥的生产和销售"],
            ["首次发证日期 First issue", "2018-09-12"],
            ["本次发证日期 Issued", "2024-09-12"],
            ["有效期至 Valid until", "2027-09-11"],
            ["证书状态 Status", "有效（第一次监督审核已于2025-08-20通过）"])
        .Text("岭海体系认证有限公司", "本证书的有效性可在认证机构网站查询。")
        .At(Folder + "质量管理体系认证证书.docx");

    private static Paper Environment() => Paper.Text(Folder + "ISO14001证书.txt", $"""
                          环境管理体系认证证书

        证书编号：LH-E-24-0316

        兹证明
            {Name}
            统一社会信用代码：{CreditCode}
            生产地址：{Address}

        环境管理体系符合 GB/T 24001-2016/ISO 14001:2015 标准。

        认证范围：硅酸盐水泥熟料、通用硅酸盐水泥的生产及相关管理活动

        发证日期：2024年3月16日
        有效期至：2027年3月15日
        监督审核：2025年3月5日 合格　　2026年2月26日 合格

                                        岭海体系认证有限公司（盖章）

        """);

    private static Paper Energy() => new WordPaper()
        .Title("能源管理体系认证证书")
        .Text(
            $"{Name}（统一社会信用代码{CreditCode}，地址：{Address}）的能源管理体系经审核，符合GB/T 23331-2020/ISO 50001:2018《能源管理体系 要求及使用指南》及水泥行业能源管理体系认证要求。",
            "认证覆盖范围：位于上述地址的硅酸盐水泥熟料、通用硅酸盐水泥生产过程的能源采购、转换、使用和余热利用管理。",
            "证书号：YZ-EN-2025-1105。颁证日期2025年11月5日，有效期自2025年11月5日至2028年11月4日，状态：有效。",
            "颁证机构：粤筑节能认证中心有限公司")
        .At(Folder + "能源体系证书50001.docx");

    private static Paper Safety() => Paper.Text(Folder + "职业健康安全证书.html", $"""
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head><meta charset="utf-8"><title>认证证书详情</title></head>
        <body>
        <h1>职业健康安全管理体系认证证书</h1>
        <table border="1">
        <tr><th>证书编号</th><td>LH-S-23-0601</td><th>认证机构</th><td>岭海体系认证有限公司</td></tr>
        <tr><th>获证组织</th><td>{Name}</td><th>统一社会信用代码</th><td>{CreditCode}</td></tr>
        <tr><th>认证依据</th><td>GB/T 45001-2020/ISO 45001:2018</td><th>组织地址</th><td>{Address}</td></tr>
        <tr><th>颁证日期</th><td>2023-06-01</td><th>证书到期日期</th><td>2026-05-31</td></tr>
        <tr><th>认证覆盖范围</th><td colspan="3">硅酸盐水泥熟料、通用硅酸盐水泥的生产和销售及相关管理活动</td></tr>
        <tr><th>监督审核</th><td colspan="3">2024-05-15 通过；2025-05-12 通过</td></tr>
        </table>
        </body>
        </html>

        """);
}
