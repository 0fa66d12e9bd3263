using PolicyGraph.Compliance.Verdicts;

namespace PolicyGraph.Compliance.Tests.Verdicts;

/// <summary>What a credit report, an authority and a declaration clear, and what they do not.</summary>
public class StatementsTests
{
    [Fact]
    public void CleanCreditReport_ClearsItsOwnItemsOnly()
    {
        var folder = new Folder();
        CreditReport(folder);

        Assert.Equal(Verdict.Met, folder.Find("basic.violations").Verdict);
        Assert.Equal(Verdict.Met, folder.Find("veto.not-operating").Verdict);
        Assert.Equal(Verdict.Met, folder.Find("veto.dishonest-debtor").Verdict);
        var accidents = folder.Find("veto.accidents-violations");
        Assert.Equal(Verdict.InsufficientEvidence, accidents.Verdict);
        Assert.Contains("安全事故", accidents.Reason, StringComparison.Ordinal);
        Assert.NotEmpty(accidents.Missing);
        Assert.Equal(Verdict.InsufficientEvidence, folder.Find("veto.energy-rectification").Verdict);
        Assert.Equal(Verdict.InsufficientEvidence, folder.Find("veto.inspection-problems").Verdict);
    }

    [Fact]
    public void AuthorityStatement_ClearsAccidentsAndTax()
    {
        var folder = new Folder();
        Letter(folder);

        var finding = folder.Find("veto.accidents-violations");
        Assert.Equal(Verdict.Met, finding.Verdict);
        Assert.Equal(["accidentSafety", "accidentQuality", "accidentEnvironment", "violationTax"], finding.Evidence.Select(e => e.Fact.Field));
        Assert.All(finding.Evidence, e => Assert.False(e.Declared));
    }

    [Fact]
    public void NeverOnTheList_IsClearedByADeclaration_AndSaysSo()
    {
        var folder = new Folder();
        folder.Add("承诺书.docx", "enterprise-declaration").Text("holder", Folder.Name).Says("removedFromList", "none").Says("accidentSafety", "none");

        var finding = folder.Find("veto.removed-from-list");
        Assert.Equal(Verdict.Met, finding.Verdict);
        Assert.True(Assert.Single(finding.Evidence).Declared);
        Assert.Equal(Verdict.InsufficientEvidence, folder.Find("veto.accidents-violations").Verdict);
    }

    [Fact]
    public void PenaltyOnTheFirstDayOfTheWindow_Counts_AndTheDayBeforeDoesNot()
    {
        var inside = new Folder();
        inside.Add("信用报告.html", "credit-report").Text("holder", Folder.Name).Date("issuedOn", "2026-03-16").Says("penalties", "occurred", on: "2023-03-27");
        var outside = new Folder();
        outside.Add("信用报告.html", "credit-report").Text("holder", Folder.Name).Date("issuedOn", "2026-03-16").Says("penalties", "occurred", on: "2023-03-26");

        Assert.Equal(Verdict.NotMet, inside.Find("basic.violations").Verdict);
        Assert.Equal(Verdict.Met, outside.Find("basic.violations").Verdict);
        Assert.Equal(Qualification.No, inside.Assess().Qualifies);
        Assert.Equal(["basic.violations", "veto.accidents-violations"], inside.Assess().Blocking);
    }

    [Theory]
    [InlineData("2023-03-27", "2026-03-10", Verdict.Met)]
    [InlineData("2023-03-28", "2026-03-10", Verdict.DefectiveEvidence)]
    [InlineData("2022-01-01", "2024-12-31", Verdict.DefectiveEvidence)]
    public void AuthorityStatement_MustCoverTheThreeYears(string from, string to, Verdict verdict)
    {
        var folder = new Folder();
        folder.Add("核查意见.txt", "authority-statement").Text("holder", Folder.Name).Date("issuedOn", "2026-03-19").Says("inspectionProblems", "none", from, to);

        Assert.Equal(verdict, folder.Find("veto.inspection-problems").Verdict);
    }

    [Fact]
    public void YoungEnterprise_WindowBeginsWithItsFounding()
    {
        var folder = new Folder();
        folder.Enterprise = folder.Enterprise with { Founded = new DateOnly(2024, 8, 1) };
        folder.Add("核查意见.txt", "authority-statement").Text("holder", Folder.Name).Date("issuedOn", "2026-03-19").Says("inspectionProblems", "none", "2024-08-01", "2026-03-19");

        Assert.Equal(Verdict.Met, folder.Find("veto.inspection-problems").Verdict);
    }

    [Fact]
    public void TwoPapersThatContradictEachOther_AreDefective()
    {
        var folder = new Folder();
        CreditReport(folder);
        folder.Add("法院公告.txt", "authority-statement").Text("holder", Folder.Name).Date("issuedOn", "2026-03-18").Says("dishonestDebtor", "occurred");

        var finding = folder.Find("veto.dishonest-debtor");
        Assert.Equal(Verdict.DefectiveEvidence, finding.Verdict);
        Assert.Equal(2, finding.Evidence.Select(e => e.Path).Distinct().Count());
    }

    [Theory]
    [InlineData("唐山某某建材有限公司")]
    [InlineData("河北澜玉陶瓷有限公司唐山分公司")]
    public void PaperOfAnotherCompanyOrBranch_IsDefective(string subject)
    {
        var folder = new Folder();
        folder.Add("信用报告.html", "credit-report").Text("holder", subject).Date("issuedOn", "2026-03-16").Says("dishonestDebtor", "none");

        Assert.Equal(Verdict.DefectiveEvidence, folder.Find("veto.dishonest-debtor").Verdict);
    }

    [Theory]
    [InlineData("河北旧名陶瓷厂")]
    [InlineData("河北澜玉陶瓷有限公司（91130200MA0LANYU01）")]
    [InlineData("本公司")]
    public void PaperUnderAFormerNameOrTheCreditCodeOrNoName_IsTheEnterprises(string subject)
    {
        var folder = new Folder();
        folder.Enterprise = folder.Enterprise with { FormerNames = ["河北旧名陶瓷厂"] };
        folder.Add("信用报告.html", "credit-report").Text("holder", subject).Date("issuedOn", "2026-03-16").Says("dishonestDebtor", "none");

        Assert.Equal(Verdict.Met, folder.Find("veto.dishonest-debtor").Verdict);
    }

    [Theory]
    [InlineData("2024-02-01", "2025-01-31", "not_met")]
    [InlineData("2021-01-01", "2022-06-30", "met")] // ended before the window
    public void StopThatTheEnterpriseAdmits_CountsAgainstIt_ThoughItIsRegisteredAndRunsAgain(string from, string to, string verdict)
    {
        var folder = new Folder();
        CreditReport(folder);
        folder.Add("停复产说明.txt", "enterprise-declaration").Text("holder", Folder.Name).Says("operating", "no", from, to);

        Assert.Equal(verdict, VerdictWord.Of(folder.Find("veto.not-operating").Verdict));
    }

    [Fact]
    public void EntryThatWasStruckOffAYearAgo_StaysCleared()
    {
        var folder = new Folder();
        folder.Add("复核意见.txt", "authority-statement").Text("holder", Folder.Name).Date("issuedOn", "2025-03-12").Says("energyRectification", "none", quote: "5项全部整改到位，予以销号");

        Assert.Equal(Verdict.Met, folder.Find("veto.energy-rectification").Verdict);
    }

    [Fact]
    public void SelfEvaluation_DecidesNothing()
    {
        var folder = new Folder();
        folder.Add("自评价.docx", "self-evaluation").Text("holder", Folder.Name).Date("issuedOn", "2026-03-16").Says("dishonestDebtor", "none");

        Assert.Equal(Verdict.InsufficientEvidence, folder.Find("veto.dishonest-debtor").Verdict);
    }

    internal static void CreditReport(Folder folder) => folder.Add("信用查询.html", "credit-report").Text("holder", Folder.Name).Text("creditCode", "91130200MA0LANYU01").Date("issuedOn", "2026-03-16")
        .Says("operating", "yes").Says("abnormalList", "none").Says("penalties", "none", "2023-03-01", "2026-03-16").Says("violationTax", "none", "2023-03-01", "2026-03-16").Says("dishonestDebtor", "none");

    internal static void Letter(Folder folder) => folder.Add("核查意见.txt", "authority-statement").Text("holder", Folder.Name).Date("issuedOn", "2026-03-19").Says("operating", "yes")
        .Says("accidentSafety", "none", "2023-03-01", "2026-03-19").Says("accidentQuality", "none", "2023-03-01", "2026-03-19").Says("accidentEnvironment", "none", "2023-03-01", "2026-03-19")
        .Says("violationTax", "none", "2023-03-01", "2026-03-19").Says("removedFromList", "none").Says("inspectionProblems", "none", "2023-03-01", "2026-03-19");
}
