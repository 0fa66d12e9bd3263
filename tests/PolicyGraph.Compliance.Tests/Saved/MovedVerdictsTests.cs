using System.Globalization;
using PolicyGraph.Compliance.Benchmarks;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Saved;
using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Graph;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.Tests.Saved;

/// <summary>What moved between a kept assessment and an answer of now, and which paper or clause is named for it.</summary>
public class MovedVerdictsTests
{
    private const string WaterReuse = """resource.water-reuse: { unit: "%", lead: 95, base: 40, weight: 8 }""";
    private static readonly DateTimeOffset Then = new(2026, 3, 27, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nothing_ThatChanged_MovesNothingAndIsTheSameAssessment()
    {
        var (first, again) = (Folder(), Folder());

        Assert.Empty(MovedVerdicts.Between(Save(first), Assess(again)));
        Assert.Equal(Save(first).Id, Save(again).Id);
    }

    [Fact]
    public void Paper_ThatCame_IsQuotedForWhatItDecides()
    {
        var before = Save(new Folder());

        var moved = Move(before, Assess(Folder()), "basic.qms");

        Assert.Equal((Verdict.InsufficientEvidence, Verdict.Met), (moved.From, moved.To));
        var cause = moved.Because[0];
        Assert.Equal(("91130200MA0LANYU01/质量证书.txt", "质量证书.txt", "GB/T 19001-2016"), (cause.Document, cause.Path, cause.Quote));
        Assert.Contains("新提交", cause.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Paper_ThatIsGone_IsNamedWithoutWordsThatNobodyCanRead()
    {
        var moved = Move(Save(Folder()), Assess(new Folder()), "basic.qms");

        Assert.Equal((Verdict.Met, Verdict.InsufficientEvidence), (moved.From, moved.To));
        var cause = Assert.Single(moved.Because);
        Assert.Equal(("质量证书.txt", null, null), (cause.Path, cause.Quote, cause.Start));
        Assert.Contains("GB/T 19001-2016", cause.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Paper_WhoseContentChanged_IsQuotedAsItIsNow()
    {
        var now = new Folder();
        Certificate(now, until: "2026-01-31");
        Water(now, "80000");

        var moved = Move(Save(Folder()), Assess(now), "basic.qms");

        Assert.Equal(Verdict.DefectiveEvidence, moved.To);
        Assert.All(moved.Because, c => Assert.Equal(("质量证书.txt", true), (c.Path, c.Why.Contains("内容已改", StringComparison.Ordinal))));
    }

    [Fact]
    public void Paper_ThatExpiredByALaterDay_IsQuotedWithItsLastDay()
    {
        var moved = Move(Save(Folder()), Assess(Folder(), asOf: "2028-08-01"), "basic.qms");

        Assert.Equal(Verdict.DefectiveEvidence, moved.To);
        var cause = Assert.Single(moved.Because);
        Assert.Equal("2028-07-31", cause.Quote);
        Assert.Contains("2026-03-27 改为 2028-08-01", cause.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Benchmark_ThatChanged_IsNamedWithBothValues()
    {
        var before = Save(Folder(), Tests.Folder.Benchmarks(WaterReuse));

        var moved = Move(before, Assess(Folder(), Tests.Folder.Benchmarks(WaterReuse.Replace("base: 40", "base: 90", StringComparison.Ordinal))), "resource.water-reuse");

        Assert.Equal((Verdict.Met, Verdict.NotMet), (moved.From, moved.To)); // 80000 ÷ (20000 + 80000) is 80 %
        var cause = Assert.Single(moved.Because);
        Assert.Equal("bench.yaml", cause.Path);
        Assert.Contains("基准值 40 %", cause.Why, StringComparison.Ordinal);
        Assert.Contains("基准值 90 %", cause.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Rule_OfAnotherVersion_IsNamedByItsClause()
    {
        var now = Assess(Folder(), rule: r => r is CertificateRule c && c.Standards.Any(s => s.Number == "GB/T 19001") ? c with { Standards = [new StandardEdition("GB/T 19001", 2030)] } : r);

        var moved = Move(Save(Folder()), now, "basic.qms");

        var cause = Assert.Single(moved.Because);
        Assert.Equal(("GB/T 36132-2025", null), (cause.Document, cause.Path));
        Assert.Contains("4.2 c)", cause.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Declaration_ThatItDoesNotApply_IsNamedByTheEnterpriseFile()
    {
        var now = new Folder();
        Certificate(now);
        Water(now, "80000");
        now.Enterprise = now.Enterprise with { NotApplicable = new Dictionary<string, string> { ["product.green-design"] = "来料加工，不做设计" } };

        var moved = Move(Save(Folder()), Assess(now), "product.green-design");

        Assert.Equal(Verdict.NotApplicable, moved.To);
        Assert.Equal("enterprise.yaml", Assert.Single(moved.Because).Path);
    }

    [Fact]
    public void Criterion_ThatOnlyTheNewFileLists_MovesFromNothing()
    {
        var moved = Move(Save(Folder()), Assess(Folder(), Tests.Folder.Benchmarks("land.floor-area-ratio: { unit: \"1\", lead: 2, base: 1, weight: 8 }")), "land.floor-area-ratio");

        Assert.Null(moved.From);
        Assert.NotEmpty(moved.Because);
    }

    [Fact]
    public void RuleBesideTheStandard_ThatCame_IsToldAsTheCause()
    {
        var now = Folder();
        now.Limits = [new Limit { Id = "local", Source = new CriterionSource("某市工业节水规定", "第六条", "verified"), Level = LimitLevel.City, Indicator = "water-reuse-rate", Value = 90, Unit = "%" }];

        var moved = Move(Save(Folder()), Assess(now), "resource.water-reuse");

        Assert.Equal((Verdict.InsufficientEvidence, Verdict.NotMet), (moved.From, moved.To)); // 80,000 / 100,000
        Assert.Contains("设值的规则有增减", Assert.Single(moved.Because).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Properties_OfItsNodes_GiveTheSameAssessmentBack()
    {
        var saved = Save(Folder(), Tests.Folder.Benchmarks(WaterReuse));

        var read = SavedProperties.Read(Node(SavedProperties.Of(saved)), SavedProperties.OfFindings(saved).Select(Node));

        Assert.Equal(saved.Id, read.Id);
        Assert.Equal((saved.SavedAt, saved.AsOf, saved.StandardSet, saved.BenchmarksSha256), (read.SavedAt, read.AsOf, read.StandardSet, read.BenchmarksSha256));
        Assert.Equal(saved.Papers, read.Papers);
        Assert.Equal(saved.Findings.Select(f => (f.Id, f.Verdict, f.Rule, f.Benchmark, string.Join('|', f.Evidence))), read.Findings.Select(f => (f.Id, f.Verdict, f.Rule, f.Benchmark, string.Join('|', f.Evidence))));
        Assert.Empty(MovedVerdicts.Between(read, Assess(Folder(), Tests.Folder.Benchmarks(WaterReuse))));
    }

    private static Node Node(IReadOnlyDictionary<string, GraphValue> properties) => new(1, ["Assessment"], properties.Where(p => !p.Value.IsNull).ToDictionary());

    private static Folder Folder()
    {
        var folder = new Folder();
        Certificate(folder);
        Water(folder, "80000");
        return folder;
    }

    private static void Certificate(Folder folder, string until = "2028-07-31") =>
        folder.Add("质量证书.txt", "management-certificate").Text("standard", "GB/T 19001-2016").Text("holder", Tests.Folder.Name).Date("validUntil", until);

    private static void Water(Folder folder, string reused) =>
        folder.Add("用水.csv", "water-statistics").Number("waterIntake", "20000", "m³").Number("waterReused", reused, "m³");

    private static SavedAssessment Save(Folder folder, string? benchmarks = null) => AssessmentSnapshot.Of(Assess(folder, benchmarks), Then);

    private static MovedVerdict Move(SavedAssessment before, Assessment now, string criterion) => Assert.Single(MovedVerdicts.Between(before, now), m => m.Criterion == criterion);

    /// <summary>The answer with its basis; a paper's version is what it states, the enterprise's what it declares.</summary>
    private static Assessment Assess(Folder folder, string? benchmarks = null, string asOf = "2026-03-27", Func<CriterionRule, CriterionRule>? rule = null)
    {
        var file = benchmarks is null ? null : BenchmarkFile.Read(benchmarks, "bench.yaml");
        var facts = folder.Facts with
        {
            Enterprise = folder.Enterprise with { Sha256 = AssessmentSnapshot.Hash(string.Join(',', folder.Enterprise.NotApplicable.Keys)) },
            Files = [.. folder.Facts.Files.Select(f => f with { Sha256 = AssessmentSnapshot.Hash(string.Join('\n', f.Facts)), ProcessedBy = "reader 1" })],
            Editions = rule is null ? folder.Facts.Editions : [.. folder.Facts.Editions.Select(e => e with { Criteria = [.. e.Criteria.Select(c => c with { Rule = rule(c.Rule) })] })],
        };
        var question = new GapQuestion(DateOnly.ParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture), OntologyFiles.Units, OntologyFiles.Energies) { Standards = ["gbt36132-2025"], Benchmarks = file };
        return GapAnalysis.Decide(facts, question) with { Basis = new AssessmentBasis(facts, file) };
    }
}
