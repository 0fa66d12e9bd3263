using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.Tests.Verdicts;

/// <summary>As-of on each day of a year equals what intervals on paper give, day by day.</summary>
public class EachDayTests
{
    private static readonly (string Name, decimal Value, string? From, string? Until, string? Replaces)[] Rules =
    [
        ("国标 2016", 4.0m, "2016-03-01", "2025-05-31", null),
        ("国标 2025", 4.5m, "2025-06-01", null, "国标 2016"),
        ("省标", 3.6m, "2025-02-10", "2025-09-20", null),
        ("市规", 3.2m, "2025-08-05", "2025-08-31", null),
        ("园区", 2.9m, "2025-12-31", null, null),
    ];

    public static TheoryData<int> Months() => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Months))]
    public void EveryDay_EqualsBruteForce(int month)
    {
        var folder = Papers();
        for (var day = new DateOnly(2025, month, 1); day.Month == month; day = day.AddDays(1))
        {
            var assessment = folder.Assess(asOf: $"{day:yyyy-MM-dd}");
            Assert.Equal(EditionsOn(day), assessment.Standards.Select(s => s.Id).Order(StringComparer.Ordinal));
            if (day < new DateOnly(2025, 12, 31))
            {
                Assert.Equal(QmsOn(day), Assert.Single(assessment.Findings, f => f.Criterion == "management.qms").Verdict);
            }

            Assert.Equal(GuangdongStepsOn(day), assessment.Eligibility.Count(s => s.Step.Contains("工业节能与绿色发展管理平台自评价", StringComparison.Ordinal)));
            Assert.All(assessment.Eligibility.Where(s => s.Deadline is not null), s => Assert.InRange(s.Deadline!.Value.DayNumber - day.DayNumber, 0, 365)); // filtered
            var water = Assert.Single(folder.Assess(asOf: $"{day:yyyy-MM-dd}", standards: "gbt36132-2025").Findings, f => f.Criterion == "resource.water-intensity");
            var (strictest, several) = StrictestOn(day);
            Assert.Equal(strictest.Value >= 3.0m ? Verdict.Met : Verdict.NotMet, water.Verdict); // 3,000 m³ ÷ 1,000 t
            Assert.Equal(several ? strictest.Name : null, water.Binds?.Document);
            Assert.Equal(ExpiringOn(day), assessment.Expiring.Any(e => e.Path == "质量.pdf"));
        }
    }

    private static string[] EditionsOn(DateOnly day) => day < new DateOnly(2025, 12, 31) ? ["gbt36132-2018", "measures2024-13"] : ["gbt36132-2025", "measures2024-13"];

    private static Verdict QmsOn(DateOnly day) => day >= new DateOnly(2025, 3, 4) && day <= new DateOnly(2025, 11, 20) ? Verdict.Met : Verdict.DefectiveEvidence;

    private static bool ExpiringOn(DateOnly day) => day >= new DateOnly(2025, 3, 4) && day <= new DateOnly(2025, 11, 20);

    private static int GuangdongStepsOn(DateOnly day) => day >= new DateOnly(2025, 10, 1) ? 1 : 0;

    private static ((string Name, decimal Value) Rule, bool Several) StrictestOn(DateOnly day)
    {
        (string Name, decimal Value)? best = null;
        var count = 0;
        var replaced = 0;
        foreach (var rule in Rules)
        {
            var held = (rule.From is null || string.CompareOrdinal($"{day:yyyy-MM-dd}", rule.From) >= 0) && (rule.Until is null || string.CompareOrdinal($"{day:yyyy-MM-dd}", rule.Until) <= 0);
            count += held ? 1 : 0;
            replaced += held && rule.Replaces is not null ? 1 : 0;
            best = held && (best is null || rule.Value < best.Value.Value) ? (rule.Name, rule.Value) : best;
        }

        return (best ?? throw new InvalidOperationException($"no rule on {day}"), count + replaced > 1);
    }

    private static Folder Papers()
    {
        var folder = new Folder();
        folder.Enterprise = folder.Enterprise with { EvaluationYear = 2024 };
        folder.Add("用水.csv", "water-statistics").Number("waterIntake", "3000", "m³", year: 2024);
        folder.Add("产销.csv", "output-statistics").Number("output", "1000", "t", year: 2024);
        folder.Add("质量.pdf", "management-certificate").Text("standard", "GB/T 19001-2016").Text("scope", "陶瓷砖的生产").Date("validFrom", "2025-03-04").Date("validUntil", "2025-11-20");
        folder.Limits = [.. Rules.Select(r => new Limit
        {
            Id = r.Name, Source = new CriterionSource(r.Name, null, "verified"), Level = LimitLevel.National, Indicator = "water-intensity", Value = r.Value, Unit = "m³/t", ValidFrom = Day(r.From), ValidUntil = Day(r.Until), Replaces = r.Replaces,
        })];
        return folder;
    }

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
