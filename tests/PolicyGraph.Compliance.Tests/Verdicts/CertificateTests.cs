using PolicyGraph.Compliance.Verdicts;

namespace PolicyGraph.Compliance.Tests.Verdicts;

/// <summary>When a certificate, or system documents, show a management system.</summary>
public class CertificateTests
{
    [Theory]
    [InlineData("2028-07-31", Verdict.Met)]
    [InlineData("2026-03-27", Verdict.Met)] // the last day is included
    [InlineData("2026-03", Verdict.Met)]
    [InlineData("2026-03-26", Verdict.DefectiveEvidence)]
    public void Certificate_EndsOnADay_CountsThroughThatDay(string until, Verdict verdict)
    {
        var folder = new Folder();
        Certificate(folder, "GB/T 19001-2016 / ISO 9001:2015", until: until);

        Assert.Equal(verdict, folder.Find("basic.qms").Verdict);
    }

    [Theory]
    [InlineData("GB/T 24001-2016", "basic.ems", Verdict.Met)]
    [InlineData("ISO 14001：2015", "basic.ems", Verdict.Met)]
    [InlineData("ＧＢ／Ｔ 45001—2020 idt ISO45001:2018", "basic.ohsms", Verdict.Met)]
    [InlineData("GB/T28001-2011", "basic.ohsms", Verdict.DefectiveEvidence)]
    [InlineData("GB/T 23331-2012", "basic.enms", Verdict.DefectiveEvidence)]
    [InlineData("GB/T 190015-2020", "basic.qms", Verdict.InsufficientEvidence)]
    public void Standard_AsWritten_IsRecognised(string standard, string criterion, Verdict verdict)
    {
        var folder = new Folder();
        Certificate(folder, standard);

        Assert.Equal(verdict, folder.Find(criterion).Verdict);
    }

    [Theory]
    [InlineData("holder", "唐山宏远物流有限公司", "主体")]
    [InlineData("status", "暂停", "暂停")]
    [InlineData("scope", "陶瓷砖的销售", "生产")]
    [InlineData("scope", "物业管理和餐饮服务的提供", "范围")]
    public void Certificate_ThatDoesNotFit_IsDefectiveAndSaysWhy(string field, string written, string says)
    {
        var folder = new Folder();
        Certificate(folder, "GB/T 19001-2016", field: field, written: written);

        var finding = folder.Find("basic.qms");
        Assert.Equal(Verdict.DefectiveEvidence, finding.Verdict);
        Assert.Contains(says, finding.Reason, StringComparison.Ordinal);
        Assert.NotEmpty(finding.Evidence);
    }

    [Fact]
    public void Certificate_NotYetInForceOrWithoutAnEnd_IsDefective()
    {
        var later = new Folder();
        later.Add("证书.txt", "management-certificate").Text("holder", Folder.Name).Text("standard", "GB/T 19001-2016").Date("validFrom", "2026-04-01").Date("validUntil", "2029-03-31");
        var endless = new Folder();
        endless.Add("证书.txt", "management-certificate").Text("holder", Folder.Name).Text("standard", "GB/T 19001-2016");

        Assert.Equal(Verdict.DefectiveEvidence, later.Find("basic.qms").Verdict);
        Assert.Equal(Verdict.DefectiveEvidence, endless.Find("basic.qms").Verdict);
    }

    [Fact]
    public void Certificate_ThatBearsTheCreditCode_IsTheEnterprises_WhateverNameStandsFirst()
    {
        var folder = new Folder();
        folder.Add("证书.docx", "management-certificate").Text("holder", "岭海体系认证有限公司").Text("creditCode", "91130200MA0LANYU01").Text("standard", "GB/T 19001-2016").Date("validUntil", "2027-09-11");

        Assert.Equal(Verdict.Met, folder.Find("basic.qms").Verdict);
    }

    [Fact]
    public void UsableCertificate_BesideAnExpiredOne_Decides()
    {
        var folder = new Folder();
        Certificate(folder, "GB/T 19001-2016", until: "2024-01-01", path: "旧证书.txt");
        Certificate(folder, "GB/T 19001-2016", until: "2027-01-01", path: "新证书.txt");

        var finding = folder.Find("basic.qms");
        Assert.Equal(Verdict.Met, finding.Verdict);
        Assert.All(finding.Evidence, e => Assert.Equal("新证书.txt", e.Path));
    }

    [Fact]
    public void OneFile_WithTwoCertificates_KeepsThemApart()
    {
        var folder = new Folder();
        folder.Add("证书.xlsx", "management-certificate")
            .Text("holder", Folder.Name, 1).Text("standard", "GB/T 19001-2016", 1).Date("validUntil", "2027-01-01", 1)
            .Text("holder", Folder.Name, 2).Text("standard", "GB/T 24001-2016", 2).Date("validUntil", "2025-01-01", 2);

        Assert.Equal(Verdict.Met, folder.Find("basic.qms").Verdict);
        Assert.Equal(Verdict.DefectiveEvidence, folder.Find("basic.ems").Verdict);
    }

    [Fact]
    public void Certificate_EndingWithinAYear_Expires_AndNamesWhatItAffects()
    {
        var folder = new Folder();
        Certificate(folder, "GB/T 19001-2016", until: "2027-03-27");
        Certificate(folder, "GB/T 24001-2016", until: "2027-03-28", path: "环境.txt");

        var expiring = Assert.Single(folder.Assess().Expiring);
        Assert.Equal(new DateOnly(2027, 3, 27), expiring.On);
        Assert.Equal(["basic.qms"], expiring.Affects);
    }

    [Theory]
    [InlineData("2025-03-27", "2026-01-15", Verdict.Met)]
    [InlineData("2025-03-26", "2026-01-15", Verdict.DefectiveEvidence)]
    [InlineData("2025-11-03", null, Verdict.DefectiveEvidence)]
    public void SystemDocuments_WithAuditAndReviewOfTwelveMonths_ShowTheSystem(string audit, string? review, Verdict verdict)
    {
        var folder = new Folder();
        var paper = folder.Add("能源管理体系内审与管理评审.docx", "management-system-document").Text("holder", Folder.Name).Text("standard", "GB/T 23331-2020").Date("internalAudit", audit);
        if (review is not null)
        {
            paper.Date("managementReview", review);
        }

        Assert.Equal(verdict, folder.Find("basic.enms").Verdict);
    }

    [Fact]
    public void Certificate_OfAnotherSite_IsDefective()
    {
        var folder = new Folder();
        folder.Add("排污许可证.txt", "discharge-permit").Text("holder", Folder.Name).Text("address", "河北省唐山市澜州县玉河工业区8号");
        Certificate(folder, "GB/T 19001-2016", field: "address", written: "河北省唐山市澜州县青山路77号");
        Certificate(folder, "GB/T 24001-2016", field: "address", written: "唐山市澜州县玉河工业区8号", path: "环境.txt");

        Assert.Equal(Verdict.DefectiveEvidence, folder.Find("basic.qms").Verdict);
        Assert.Equal(Verdict.Met, folder.Find("basic.ems").Verdict);
    }

    internal static void Certificate(Folder folder, string standard, string until = "2028-07-31", string path = "证书.txt", string? field = null, string? written = null)
    {
        var paper = folder.Add(path, "management-certificate").Text("standard", standard).Date("issuedOn", "2025-08-01").Date("validUntil", until);
        foreach (var (name, text) in new[] { ("holder", Folder.Name), ("scope", "陶瓷砖的生产和销售"), ("status", "有效") })
        {
            paper.Text(name, name == field ? written! : text); // the caller gives both or neither
        }

        if (field == "address")
        {
            paper.Text("address", written!); // as above
        }
    }
}
