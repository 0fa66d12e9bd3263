using System.Globalization;
using PolicyGraph.Compliance.Verdicts;

namespace PolicyGraph.Compliance.Tests.Verdicts;

/// <summary>Which editions hold on a day, and which steps an applicant of a place is asked.</summary>
public class EditionTests
{
    [Fact]
    public void EveryDay_FromBeforeTheFirstEditionToAfterTheLast_HasTheEditionsOfItsRange()
    {
        var folder = new Folder();
        for (var day = new DateOnly(2016, 8, 25); day <= new DateOnly(2026, 2, 1); day = day.AddDays(1))
        {
            var asOf = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            List<string> right = [];
            if (string.CompareOrdinal(asOf, "2016-09-03") >= 0 && string.CompareOrdinal(asOf, "2018-11-30") <= 0)
            {
                right.Add("notice586-2016");
            }
            else if (string.CompareOrdinal(asOf, "2018-12-01") >= 0 && string.CompareOrdinal(asOf, "2025-12-30") <= 0)
            {
                right.Add("gbt36132-2018");
            }
            else if (string.CompareOrdinal(asOf, "2025-12-31") >= 0)
            {
                right.Add("gbt36132-2025");
            }

            if (string.CompareOrdinal(asOf, "2024-01-19") >= 0)
            {
                right.Add("measures2024-13");
            }

            if (right.Count == 0)
            {
                Assert.Contains("2016-09", Assert.Throws<GapException>(() => folder.Assess(asOf: asOf)).Message, StringComparison.Ordinal);
            }
            else
            {
                Assert.Equal(right, folder.Assess(asOf: asOf).Standards.Select(s => s.Id));
            }
        }
    }

    [Theory]
    [InlineData("notice586-2016", 74)]
    [InlineData("gbt36132-2018", 84)]
    [InlineData("gbt36132-2025", 20)]
    [InlineData("measures2024-13", 6)]
    public void StandardThatIsNamed_IsJudgedOnAnyDay_AndSaysWhenItDoesNotHold(string id, int findings)
    {
        var assessment = new Folder().Assess(asOf: "2020-05-01", standards: id);

        Assert.Equal(findings, assessment.Findings.Count);
        Assert.All(assessment.Findings, f => Assert.Equal(id, f.Standard));
        Assert.Equal(id != "gbt36132-2018", assessment.Standards[0].Why.Contains("评价日 2020-05-01", StringComparison.Ordinal));
    }

    [Fact]
    public void TwoEditionsAtOnce_AreBothJudged()
    {
        var assessment = new Folder().Assess(asOf: "2026-03-27", standards: ["gbt36132-2018", "notice586-2016"]);

        Assert.Equal(["gbt36132-2018", "notice586-2016"], assessment.Findings.Select(f => f.Standard).Distinct());
        Assert.Equal(Qualification.Unknown, assessment.Qualifies);
    }

    [Theory]
    [InlineData("130000", "2026-03-27", "2026-07-31 2026-04-15", "")]
    [InlineData("230100", "2026-03-27", "2026-07-31 2026-03-30", "黑龙江")]
    [InlineData("440600", "2026-03-27", "2026-07-31 2026-06-30 2026-04-15", "广东")]
    [InlineData("370100", "2026-03-27", "2026-07-31 2026-04-15", "山东")]
    [InlineData("440600", "2024-03-27", "2024-07-31 2024-04-15", "")]
    public void Steps_AreThoseOfTheDayAndThePlace_TheLocalDayBeforeTheNationalOne(string place, string asOf, string days, string named)
    {
        var folder = new Folder();
        folder.Enterprise = folder.Enterprise with { JurisdictionCode = place };

        var steps = folder.Assess(asOf: asOf).Eligibility;

        Assert.Equal(days.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), steps.Where(s => s.Deadline is not null).Select(s => s.Deadline!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal)); // filtered
        Assert.Equal(named.Length > 0, steps.Any(s => named.Length > 0 && s.Step.StartsWith(named, StringComparison.Ordinal)));
        Assert.All(steps, s => Assert.NotEmpty(s.Source));
    }

    [Theory]
    [InlineData("2025-09-30", true)] // the 2025 round did away with the third party's report
    [InlineData("2025-10-01", false)]
    public void ThirdPartyReport_IsAskedUntilThe2025Round(string asOf, bool asked) =>
        Assert.Equal(asked, new Folder().Assess(asOf: asOf).Eligibility.Any(s => s.Step.Contains("委托第三方评价", StringComparison.Ordinal)));

    [Fact]
    public void Notice586_AsksForTheThirdPartyAndTheProvincesRecommendationByTheEndOfNovember()
    {
        var steps = new Folder().Assess(asOf: "2018-06-30").Eligibility;

        Assert.Contains(steps, s => s.Step.Contains("第三方评价机构现场评价", StringComparison.Ordinal) && s.Source[0].Document == "工信厅节函〔2016〕586号");
        Assert.Contains(steps, s => s.Deadline == new DateOnly(2018, 11, 30));
    }

    [Fact]
    public void Guangdong_RegisteredThere_IsShownByAnAddressInAPaper_NotByTheDeclaration()
    {
        var folder = new Folder();
        folder.Enterprise = folder.Enterprise with { JurisdictionCode = "440600", Jurisdiction = "佛山市" };
        Assert.Equal(Verdict.InsufficientEvidence, Assert.Single(folder.Assess().Eligibility, s => s.Step.StartsWith("广东：在广东省内", StringComparison.Ordinal)).Verdict);

        folder.Add("营业执照.txt", "business-licence").Text("holder", Folder.Name).Text("address", "广东省佛山市南海区陶城路8号");
        Assert.Equal(Verdict.Met, Assert.Single(folder.Assess().Eligibility, s => s.Step.StartsWith("广东：在广东省内", StringComparison.Ordinal)).Verdict);
    }
}
