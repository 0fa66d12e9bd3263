using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.Tests.Verdicts;

/// <summary>The whole: which standards, what qualifies, what blocks, points and what is next.</summary>
public class AssessmentTests
{
    private const string Listed = """
        energy.intensity: { unit: kgce/t, lead: 170, base: 250, weight: 40 }
        resource.water-intensity: { unit: m³/t, lead: 6, base: 10, weight: 25 }
        resource.solid-waste: { unit: "%", lead: 98, base: 85, weight: 20 }
        product.carbon-footprint: { weight: 15 }
        """;

    [Fact]
    public void FolderWithGapsAndConflicts_IsUnknown_WithBoundsOfTheScore()
    {
        var assessment = Mixed().Assess(Folder.Benchmarks(Listed, "passLine: 60\nsector: true\ncomplete: true"), standards: "gbt36132-2025");

        var standard = Assert.Single(assessment.Standards);
        Assert.Equal(Qualification.Unknown, standard.Qualifies);
        Assert.Equal(100, standard.Score!.Of);
        Assert.Equal(21.9774m, Math.Round(standard.Score.Lower, 4));
        Assert.Equal(61.9774m, Math.Round(standard.Score.Upper, 4)); // water 25 and footprint 15 are open
        Assert.Null(standard.Score.Points);
        Assert.Equal(["basic.violations", "basic.management", "basic.enms", "basic.ems", "basic.ohsms"], assessment.Blocking);
        Assert.Equal(Verdict.DefectiveEvidence, Of(assessment, "resource.water-intensity").Verdict);
        Assert.Equal(Verdict.NotApplicable, Of(assessment, "land.output-rate").Verdict);
        Assert.Equal(20, assessment.Findings.Count);
        Assert.All(assessment.Findings, f => Assert.NotEmpty(f.Source));
    }

    [Fact]
    public void PassLineOutOfReach_IsNo_AndTheScoreBlocks()
    {
        var assessment = Mixed().Assess(Folder.Benchmarks(Listed, "passLine: 62\nsector: true\ncomplete: true"), standards: "gbt36132-2025");

        Assert.Equal(Qualification.No, assessment.Qualifies);
        Assert.Equal(["score"], assessment.Blocking);
    }

    [Theory]
    [InlineData("passLine: 15\nsector: true\ncomplete: true", Qualification.Yes)]
    [InlineData("passLine: 15\ncomplete: true", Qualification.Unknown)] // nobody says that these are the industry's own criteria
    [InlineData("sector: true\ncomplete: true", Qualification.Unknown)] // no pass line
    public void EverythingMet_IsYesOnlyWithPassLineAndSector(string head, Qualification qualifies)
    {
        var folder = Complete();
        var assessment = folder.Assess(Folder.Benchmarks("product.carbon-footprint: { weight: 15 }", head));

        Assert.Equal(qualifies, assessment.Standards[0].Qualifies);
        Assert.Equal(Qualification.Yes, assessment.Standards[1].Qualifies);
        Assert.Equal(qualifies, assessment.Qualifies);
        Assert.Empty(assessment.Blocking);
        Assert.Contains("评价方案列出的权重合计为 15，不是 100", assessment.Warnings);
    }

    [Fact]
    public void RecalledSource_CannotAloneMakeItNo()
    {
        var folder = Complete();
        folder.Add("处罚决定书.html", "authority-statement").Text("holder", Folder.Name).Date("issuedOn", "2026-03-20").Says("energyRectification", "occurred");
        var facts = folder.Facts;
        var recalled = facts with
        {
            Editions = [.. facts.Editions.Select(e => e with { Criteria = [.. e.Criteria.Select(c => c with { Sources = [new CriterionSource("工信部节〔2024〕13号", "第十五条", "recalled")] })] })],
            Files = [.. facts.Files.Where(f => f.Path != "整改证明.txt")],
        };

        var assessment = GapAnalysis.Decide(recalled, new GapQuestion(new DateOnly(2026, 3, 27), OntologyFiles.Units, OntologyFiles.Energies) { Standards = ["measures2024-13"] });

        Assert.Equal(Verdict.NotMet, Of(assessment, "veto.energy-rectification").Verdict);
        Assert.Equal(Qualification.Unknown, assessment.Qualifies);
    }

    [Fact]
    public void CriterionWithoutItsRelationship_HasNoFinding()
    {
        var facts = Complete().Facts;
        var cut = facts with { Editions = [.. facts.Editions.Select(e => e with { Criteria = [.. e.Criteria.Where(c => c.Id != "basic.qms")] })] };

        var assessment = GapAnalysis.Decide(cut, new GapQuestion(new DateOnly(2026, 3, 27), OntologyFiles.Units, OntologyFiles.Energies));

        Assert.DoesNotContain(assessment.Findings, f => f.Criterion == "basic.qms");
        Assert.Contains(assessment.Findings, f => f.Criterion == "basic.ems");
    }

    [Fact]
    public void EditionInForceThatIsNotLoaded_IsNeverYes_ThoughTheRestIs()
    {
        var facts = Complete().Facts;
        var cut = facts with { Editions = [.. facts.Editions.Select(e => e.Id == "gbt36132-2025" ? e with { Criteria = [] } : e)] };

        var assessment = GapAnalysis.Decide(cut, new GapQuestion(new DateOnly(2026, 3, 27), OntologyFiles.Units, OntologyFiles.Energies));

        Assert.Equal(Qualification.Yes, Assert.Single(assessment.Standards).Qualifies);
        Assert.Equal(Qualification.Unknown, assessment.Qualifies);
        Assert.Contains(assessment.Warnings, w => w.Contains("尚未收录", StringComparison.Ordinal));
    }

    [Fact]
    public void DeclaredNotApplicable_Stands_UnlessEvidenceContradictsIt()
    {
        var folder = Mixed();
        folder.Enterprise = folder.Enterprise with { NotApplicable = new Dictionary<string, string> { ["energy.renewable-share"] = "厂房屋面不具备条件", ["resource.solid-waste"] = "不产生" } };

        var assessment = folder.Assess();

        Assert.Equal(Verdict.NotApplicable, Of(assessment, "energy.renewable-share").Verdict);
        Assert.Contains("厂房屋面不具备条件", Of(assessment, "energy.renewable-share").Reason, StringComparison.Ordinal);
        Assert.NotEqual(Verdict.NotApplicable, Of(assessment, "resource.solid-waste").Verdict);
        Assert.Contains(assessment.Warnings, w => w.Contains("不予采用", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, 85, 68, Qualification.Unknown)] // dropped: 68 < 70; stretched: 80 ≥ 70
    [InlineData("drop", 85, 68, Qualification.No)]
    [InlineData("redistribute", 100, 80, Qualification.Yes)]
    public void WeightsOfWhatDoesNotApply_AreDroppedOrRedistributed(string? mode, int of, int lower, Qualification qualifies)
    {
        var folder = Complete();
        folder.Enterprise = folder.Enterprise with { NotApplicable = new Dictionary<string, string> { ["energy.renewable-share"] = "无" } };
        folder.Add("用水2.csv", "water-statistics").Number("waterReused", "80000", "m³").Number("waterIntake", "20000", "m³");
        var benchmarks = Folder.Benchmarks(
            """
            energy.renewable-share: { unit: "%", lead: 30, base: 1, weight: 15 }
            resource.water-reuse: { unit: "%", lead: 80, base: 40, weight: 68 }
            energy.platform-functions: { unit: 项, lead: 8, base: 0, weight: 17 }
            """,
            $"passLine: 70\nsector: true\ncomplete: true{(mode is null ? string.Empty : $"\nnotApplicable: {mode}")}");
        folder.Add("平台.docx", "platform-description").Says("platformFunction", "no", qualifier: "能耗查询");

        var standard = folder.Assess(benchmarks, standards: "gbt36132-2025").Standards[0];

        Assert.Equal(of, Math.Round(standard.Score!.Of, 6));
        Assert.Equal(lower, Math.Round(standard.Score.Lower, 6));
        Assert.Equal(qualifies, standard.Qualifies);
    }

    [Fact]
    public void UnknownStandard_IsNamed_InOneLine()
    {
        var error = Assert.Throws<GapException>(() => Complete().Assess(standards: "gbt-1-1999"));

        Assert.Contains("gbt-1-1999", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void EvaluationYear_IsTheBenchmarks_ElseTheEnterprises_ElseTheYearBefore()
    {
        var folder = Complete();
        Assert.Equal(2025, folder.Assess().EvaluationYear);
        folder.Enterprise = folder.Enterprise with { EvaluationYear = 2024 };
        Assert.Equal(2024, folder.Assess().EvaluationYear);
        Assert.Equal(2025, folder.Assess(Folder.Benchmarks("product.carbon-footprint: { weight: 15 }")).EvaluationYear);
    }

    [Fact]
    public void Eligibility_HasTheCalendarWithTheNextDays()
    {
        var steps = Complete().Assess(asOf: "2026-05-01").Eligibility;

        Assert.Contains(steps, s => s.Deadline == new DateOnly(2026, 7, 31));
        Assert.Contains(steps, s => s.Deadline == new DateOnly(2027, 4, 15));
        Assert.All(steps, s => Assert.NotEmpty(s.Source));
    }

    [Fact]
    public void Next_SettlesOnlyWhatIsFound_AndAsksForTheBenchmarkFileOnce()
    {
        var assessment = Mixed().Assess();

        Assert.NotEmpty(assessment.Next);
        Assert.All(assessment.Next.SelectMany(n => n.Settles), c => Assert.Contains(assessment.Findings, f => f.Criterion == c));
        Assert.Single(assessment.Next, n => n.Action.Contains("--benchmarks", StringComparison.Ordinal));
    }

    [Fact]
    public void Next_BeginsWithTheOneActionThatSettlesMost_AndGoesOnAsIfItWereDone()
    {
        // Three ratios by product lack the output alone, one lacks its waste too: the output settles three, then the waste settles the fourth.
        var folder = new Folder();
        folder.Add("用水.csv", "water-statistics").Number("waterIntake", "3000", "m³");
        folder.Add("碳.pdf", "greenhouse-gas-report").Number("carbonTotal", "900", "tCO2");
        folder.Add("能源.csv", "energy-statistics").Number("energyTotal", "504", "tce", role: "total");
        var assessment = folder.Assess(
            Folder.Benchmarks("""
                resource.water-intensity: { unit: m³/t, lead: 2, base: 4, weight: 1 }
                energy.carbon-intensity: { unit: tCO2/t, lead: 0.2, base: 0.4, weight: 1 }
                energy.intensity: { unit: kgce/t, lead: 100, base: 200, weight: 1 }
                clean.wastewater-intensity: { unit: t/t, lead: 1, base: 2, weight: 1 }
                """, "complete: true"),
            standards: "gbt36132-2025");

        var scored = assessment.Next.Where(n => !n.Settles.Any(s => s.StartsWith("basic.", StringComparison.Ordinal))).ToList();
        Assert.Equal(scored[0], assessment.Next[0]);
        Assert.Contains("产量", scored[0].Action, StringComparison.Ordinal);
        Assert.Equal(["energy.carbon-intensity", "energy.intensity", "resource.water-intensity"], scored[0].Settles.Order(StringComparer.Ordinal));
        Assert.Contains("废水", scored[1].Action, StringComparison.Ordinal);
        Assert.Equal(["clean.wastewater-intensity"], scored[1].Settles);
        Assert.Equal(2, scored.Count);
    }

    [Fact]
    public void UnrecognisedPapers_AreListed()
    {
        var folder = new Folder();
        folder.Add("照片.txt", "unrecognised");

        Assert.Equal(["照片.txt"], folder.Assess().Unrecognised);
    }

    [Fact]
    public void EveryFinding_KeepsWhatItsVerdictPromises()
    {
        foreach (var assessment in new[] { Mixed().Assess(), Mixed().Assess(Folder.Benchmarks(Listed)), Complete().Assess(), new Folder().Assess() })
        {
            foreach (var f in assessment.Findings)
            {
                Assert.True(f.Verdict != Verdict.Met || f.Evidence.Count > 0, f.Criterion);
                Assert.True(f.Verdict != Verdict.InsufficientEvidence || f.Missing.Count > 0, f.Criterion);
                Assert.True(f.Verdict == Verdict.Met || f.Reason is not null, f.Criterion);
                Assert.Equal(f.Verdict is Verdict.Met or Verdict.NotMet && f.Weight is not null, f.Points is not null);
            }
        }
    }

    private static Finding Of(Assessment assessment, string criterion) => Assert.Single(assessment.Findings, f => f.Criterion == criterion);

    /// <summary>Some criteria met, one certificate expired, two papers about water that disagree, too little waste utilised.</summary>
    private static Folder Mixed()
    {
        var folder = new Folder();
        CertificateTests.Certificate(folder, "GB/T 19001-2016 / ISO 9001:2015");
        CertificateTests.Certificate(folder, "GB/T 24001-2016", until: "2026-02-10", path: "环境证书.docx");
        folder.Add("能源.csv", "energy-statistics").Number("energyTotal", "2472.542", "tce", role: "total");
        folder.Add("产量.xlsx", "output-statistics").Number("output", "12000", "t", qualifier: "陶瓷砖");
        folder.Add("抄表.csv", "water-statistics").Number("waterIntake", "96000", "立方米", role: "total");
        folder.Add("年报.docx", "environment-statistics").Number("waterIntake", "10.8", "万立方米").Number("wasteGenerated", "3000", "吨").Number("wasteUtilised", "2400", "吨");
        return folder;
    }

    /// <summary>Everything mandatory and every veto shown, and a footprint report.</summary>
    private static Folder Complete()
    {
        var folder = new Folder();
        StatementsTests.CreditReport(folder);
        StatementsTests.Letter(folder);
        folder.Add("整改证明.txt", "authority-statement").Text("holder", Folder.Name).Date("issuedOn", "2026-03-20").Says("energyRectification", "none");
        folder.Add("管理办法.docx", "management-duties").Text("holder", Folder.Name).Text("responsibility", "总经理负总责").Text("plan", "2025—2030年规划").Text("target", "2025年和2024年单位产品综合能耗不高于210 kgce/t");
        foreach (var standard in new[] { "GB/T 19001-2016", "GB/T 23331-2020", "GB/T 24001-2016", "GB/T 45001-2020" })
        {
            CertificateTests.Certificate(folder, standard, path: standard.Replace('/', '-') + ".txt");
        }

        folder.Add("碳足迹.pdf", "carbon-footprint-report").Text("standard", "GB/T 24067-2024").Text("product", "陶瓷砖").Number("productFootprint", "352.6", "kgCO2e/t");
        return folder;
    }
}
