namespace PolicyGraph.Extraction.Tests.Evidences;

public class CertificateTests
{
    [Fact]
    public void BoxedLabels_SeveralOnALine_AreAllRead()
    {
        var reading = Papers.ReadText("【证书名称】质量管理体系认证证书\n【注册号】QY-Q-25-1107\n【获证组织】某某乳业有限公司（91610500MA6Y3K7C2A）\n【依据标准】GB/T 19001-2016 / ISO 9001:2015\n【认证范围】灭菌乳的生产\n【颁证日】2025-08-01　【有效期至】2028-07-31\n【状态】有效");
        Assert.Equal("management-certificate", reading.Type);
        Assert.Equal("GB/T 19001-2016 / ISO 9001:2015", reading.One("standard").Written);
        Assert.Equal("某某乳业有限公司", reading.One("holder").Written);
        Assert.Equal("91610500MA6Y3K7C2A", reading.One("creditCode").Written);
        Assert.Equal(("2025-08-01", "2028-07-31"), (reading.One("issuedOn").Date, reading.One("validUntil").Date));
    }

    [Fact]
    public void Sentences_OfACertificate_GiveTheSameFields()
    {
        var reading = Papers.ReadText("环境管理体系认证证书\n兹证明某某乳业有限公司（统一社会信用代码91610500MA6Y3K7C2A，注册及经营地址：陕西省渭南市某某园区3号）建立的环境管理体系符合GB/T 24001-2016/ISO 14001:2015标准的要求。\n体系覆盖灭菌乳的生产及相关管理活动，注册号为QY-E-23-0518。本证书于2023年2月11日首次颁发，有效期至2026年2月10日；两次监督审核分别于2024年1月19日、2025年1月17日通过。\n秦垣认证有限公司\n2023年2月11日");
        Assert.Equal("management-certificate", reading.Type);
        Assert.Equal("某某乳业有限公司", reading.One("holder").Written);
        Assert.Equal("陕西省渭南市某某园区3号", reading.One("address").Written);
        Assert.Equal("GB/T 24001-2016/ISO 14001:2015", reading.One("standard").Written);
        Assert.Equal("灭菌乳的生产及相关管理活动", reading.One("scope").Written);
        Assert.Equal("QY-E-23-0518", reading.One("number").Written);
        Assert.Equal(("2026-02-10", "2023-02-11"), (reading.One("validUntil").Date, reading.One("issuedOn").Date));
        Assert.Equal("秦垣认证有限公司", reading.One("issuer").Written);
    }

    [Fact]
    public void TwoCertificates_BelowEachOther_AreTwoGroups()
    {
        var reading = Papers.ReadText("质量管理体系认证证书\n证书编号：A-1001\n兹证明：山河铸造有限公司\n管理体系符合标准：GB/T 19001-2016 idt ISO 9001:2015\n认证范围：铸铁件的生产\n有效期：2024年5月6日至2027年5月5日\n职业健康安全管理体系认证证书\n证书编号：A-2002\n兹证明：山河铸造有限公司\n管理体系符合标准：GB/T 45001-2020/ISO 45001:2018\n认证范围：铸铁件的生产及相关活动\n有效期：2022年1月6日至2025年1月5日\n证书状态：注销");
        var first = reading.Fields.Where(f => f.Group == 0).ToDictionary(f => f.Name);
        var second = reading.Fields.Where(f => f.Group == 1).ToDictionary(f => f.Name);
        Assert.Equal(("A-1001", "GB/T 19001-2016 idt ISO 9001:2015", "2027-05-05"), (first["number"].Written, first["standard"].Written, first["validUntil"].Date));
        Assert.Equal(("A-2002", "GB/T 45001-2020/ISO 45001:2018", "2025-01-05"), (second["number"].Written, second["standard"].Written, second["validUntil"].Date));
        Assert.Equal(("注销", "山河铸造有限公司"), (second["status"].Written, second["holder"].Written));
    }

    [Fact]
    public void CertificatesInRows_AreOneGroupEach()
    {
        var reading = Papers.ReadRows("""
            管理体系认证证书一览表
            序号,证书名称,证书编号,认证标准,获证组织,认证范围,发证日期,有效期至,证书状态,发证机构
            1,质量管理体系认证证书,00125Q30001R3M,GB/T 19001-2016/ISO 9001:2015,青石陶瓷有限公司,陶瓷砖的设计和生产,2025年3月1日,2028年2月29日,有效,中陶认证有限公司
            2,能源管理体系认证证书,00125En0002R1M,GB/T 23331-2020/ISO 50001:2018,青石陶瓷有限公司,陶瓷砖生产的能源管理,2025年3月1日,2028年2月28日,暂停,中陶认证有限公司
            """);
        var second = reading.Fields.Where(f => f.Group == 2).ToDictionary(f => f.Name);
        Assert.Equal("GB/T 23331-2020/ISO 50001:2018", second["standard"].Written);
        Assert.Equal(("暂停", "2028-02-28"), (second["status"].Written, second["validUntil"].Date));
        Assert.Equal("2028-02-29", Assert.Single(reading.Fields, f => f is { Group: 1, Name: "validUntil" }).Date);
    }

    [Fact]
    public void CertificatesInColumns_AreOneGroupEach()
    {
        var reading = Papers.ReadRows("""
            认证证书情况
            项目,质量管理体系,环境管理体系
            证书编号,Q-001,E-002
            获证组织,青石陶瓷有限公司,青石陶瓷有限公司
            依据标准,GB/T 19001-2016,GB/T 24001-2016
            有效期至,2027-05-05,2026-01-01
            """);
        var environmental = reading.Fields.Where(f => f.Group == 2).ToDictionary(f => f.Name);
        Assert.Equal(("E-002", "GB/T 24001-2016", "2026-01-01"), (environmental["number"].Written, environmental["standard"].Written, environmental["validUntil"].Date));
    }

    [Fact]
    public void Permit_WithTheSealBeforeTheOffice_NamesTheOffice()
    {
        var reading = Papers.ReadText("排污许可证\n证书编号：91440600MA4XABCD1X001P\n单位名称：佛山市明阳纸业有限公司\n生产经营场所地址：佛山市三水区工业大道8号\n有效期限：自2022年08月01日至2027年07月31日止\n发证机关：（盖章）佛山市生态环境局\n发证日期：2022年07月28日");
        Assert.Equal("discharge-permit", reading.Type);
        Assert.Equal(("2022-08-01", "2027-07-31"), (reading.One("validFrom").Date, reading.One("validUntil").Date));
        Assert.Equal("佛山市生态环境局", reading.One("issuer").Written);
    }

    [Fact]
    public void Licence_WithoutEnd_IsOpen()
    {
        var reading = Papers.ReadText("营业执照\n统一社会信用代码 91440600MA4XABCD1X\n名称 佛山市明阳纸业有限公司\n类型 有限责任公司\n法定代表人 张三\n住所 佛山市三水区工业大道8号\n成立日期 2006年4月1日\n营业期限 2006年4月1日至长期\n登记机关 佛山市市场监督管理局");
        Assert.Equal("business-licence", reading.Type);
        Assert.Equal("2006-04-01", reading.One("validFrom").Date);
        Assert.Equal(("长期", (string?)null), (reading.One("validUntil").Written, reading.One("validUntil").Date));
        Assert.DoesNotContain(reading.Fields, f => f.Name == "issuedOn"); // the founding date is no date of issue
    }

    [Fact]
    public void Spans_OfEveryField_HoldTheWords()
    {
        var document = Papers.Text("质量管理体系认证证书\n证书编号：ＱＹ－１０１　有效期至：2028年7月31日\n获证组织：某某乳业有限公司");
        Assert.All(Papers.Extractor.Read(document, null).Fields, f => Assert.Contains(f.Written, document.Text.Slice(f.Span), StringComparison.Ordinal));
    }
}
