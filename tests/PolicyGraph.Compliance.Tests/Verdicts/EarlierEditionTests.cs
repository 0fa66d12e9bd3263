using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Compliance.Tests.Verdicts;

/// <summary>What the editions of 2016 and 2018 do differently: grades of accidents, limits of their own, points for mandatory demands, clauses that nobody has seen.</summary>
public class EarlierEditionTests
{
    [Theory]
    [InlineData("2025年3月发生一般生产安全事故1起", "gbt36132-2018", Verdict.Met)] // below 较大
    [InlineData("2025年3月发生较大生产安全事故1起", "gbt36132-2018", Verdict.NotMet)]
    [InlineData("2025年3月发生重大生产安全事故1起", "notice586-2016", Verdict.NotMet)]
    [InlineData("2025年3月发生较大生产安全事故1起", "notice586-2016", Verdict.DefectiveEvidence)] // 重大, later 较大: open
    [InlineData("2025年3月发生生产安全事故1起", "gbt36132-2018", Verdict.DefectiveEvidence)] // no grade
    public void Accident_CountsByItsGrade(string quote, string standard, Verdict verdict)
    {
        var folder = new Folder();
        folder.Add("复函.txt", "authority-statement").Text("holder", Folder.Name).Date("issuedOn", "2026-03-20").Says("operating", "yes")
            .Says("accidentQuality", "none", "2023-03-01", "2026-03-15").Says("accidentEnvironment", "none", "2023-03-01", "2026-03-15").Says("accidentSafety", "occurred", on: "2025-03", quote: quote);

        Assert.Equal(verdict, Find(folder, standard == "notice586-2016" ? "annex1.general.compliance" : "general.compliance", standard).Verdict);
    }

    [Fact]
    public void SameAccident_PassesThe2018Edition_AndFailsTheVetoOf2024()
    {
        var folder = new Folder();
        folder.Add("复函.txt", "authority-statement").Text("holder", Folder.Name).Date("issuedOn", "2026-03-20").Says("operating", "yes").Says("violationTax", "none", "2023-03-01", "2026-03-15")
            .Says("accidentQuality", "none", "2023-03-01", "2026-03-15").Says("accidentEnvironment", "none", "2023-03-01", "2026-03-15").Says("accidentSafety", "occurred", on: "2025-03", quote: "2025年3月发生一般生产安全事故1起");
        var assessment = folder.Assess(standards: ["gbt36132-2018", "measures2024-13"]);

        Assert.Equal(Verdict.Met, Of(assessment, "general.compliance").Verdict);
        Assert.Equal(Verdict.NotMet, Of(assessment, "veto.accidents-violations").Verdict);
    }

    [Theory]
    [InlineData("6000", Verdict.Met)] // 30 % of 20,000 m²
    [InlineData("5999", Verdict.NotMet)]
    public void BuildingDensity_HasALimitOfItsOwn_ButRecalledItMakesNoNo(string footprint, Verdict verdict)
    {
        var folder = new Folder();
        folder.Add("用地.docx", "land-title").Number("landArea", "20000", "m²", year: null).Number("buildingFootprint", footprint, "m²", year: null);
        var assessment = folder.Assess(standards: "gbt36132-2018");

        Assert.Equal(verdict, Of(assessment, "performance.land-use.building-density").Verdict);
        Assert.Equal(Qualification.Unknown, assessment.Qualifies);
        Assert.Equal(verdict == Verdict.NotMet, assessment.Warnings.Any(w => w.Contains("待核实", StringComparison.Ordinal)));
        Assert.Null(Of(assessment, "performance.land-use.building-density").Binds);
    }

    [Theory]
    [InlineData("35", "33", "评价方案（虚构）", Verdict.Met, "GB/T 36132-2018")] // the file asks more than 30 %
    [InlineData("32", "33", "评价方案（虚构）", Verdict.NotMet, "GB/T 36132-2018")]
    [InlineData("28", "25", "GB/T 36132-2018", Verdict.NotMet, "评价方案（虚构）")] // it may not ask less
    [InlineData("31", "25", "GB/T 36132-2018", Verdict.Met, "评价方案（虚构）")]
    public void TwoRulesForOneValue_TheStricterBinds_AndTheOtherIsNamed(string percent, string basis, string binds, Verdict verdict, string over)
    {
        var folder = new Folder();
        folder.Add("用地.docx", "land-title").Number("landArea", "100", "m²", year: null).Number("buildingFootprint", percent, "m²", year: null);
        var benchmarks = Folder.Benchmarks($"performance.land-use.building-density: {{ unit: \"%\", base: {basis}, weight: 5 }}", "source: 评价方案（虚构）", "gbt36132-2018");

        var finding = Of(folder.Assess(benchmarks, standards: "gbt36132-2018"), "performance.land-use.building-density");

        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(verdict == Verdict.Met ? 5 : 0, finding.Points);
        Assert.Equal(binds, finding.Binds?.Document);
        Assert.Equal([over], finding.Over.Select(o => o.Document));
    }

    [Theory]
    [InlineData("2071", "2020-06-30", Verdict.NotMet)] // 0.75 is below the 0.8 of wood
    [InlineData("3071", "2020-06-30", Verdict.Met)] // and reaches the 0.7 of building materials
    [InlineData("3071", "2023-06-30", Verdict.InsufficientEvidence)] // the values of the 2023 edition are not loaded
    [InlineData("4010", "2020-06-30", Verdict.NotMet)]
    public void FloorAreaRatio_IsHeldAgainstTheIndustrysMinimum_WhileThatHeld(string industry, string asOf, Verdict verdict)
    {
        var folder = new Folder();
        folder.Enterprise = folder.Enterprise with { Industry = industry };
        folder.Add("用地.docx", "land-title").Number("landArea", "20000", "m²", year: null).Number("floorArea", "15000", "m²", year: null);

        Assert.Equal(verdict, Of(folder.Assess(asOf: asOf, standards: "gbt36132-2018"), "performance.land-use.floor-area-ratio").Verdict);
    }

    [Theory]
    [InlineData("500000", Verdict.Met)] // 重庆: 30 %
    [InlineData("130000", Verdict.InsufficientEvidence)]
    public void LocalLimit_HoldsInItsPlaceAlone(string place, Verdict verdict)
    {
        var folder = new Folder();
        folder.Enterprise = folder.Enterprise with { JurisdictionCode = place };
        folder.Add("物料.xlsx", "material-ledger").Number("materialUse", "100", "t").Number("greenMaterialUse", "30", "t");

        Assert.Equal(verdict, Find(folder, "performance.green-materials", "gbt36132-2018").Verdict);
    }

    [Theory]
    [InlineData("9.9", "mg/m³", Verdict.Met)]
    [InlineData("10", "mg/m³", Verdict.Met)] // the limit itself
    [InlineData("10.1", "mg/m³", Verdict.NotMet)]
    public void Air_EveryResultIsHeldAgainstTheLimitOfItsRow(string result, string unit, Verdict verdict)
    {
        var folder = new Folder();
        folder.Add("监测.csv", "monitoring-report").Row("pollutantConcentration", "35", unit, "so2", 1).Row("pollutantLimit", "50", unit, "so2", 1)
            .Row("pollutantConcentration", result, unit, "pm", 2).Row("pollutantLimit", "10", unit, "pm", 2);

        Assert.Equal(verdict, Find(folder, "emission.air.limits", "gbt36132-2018").Verdict);
        Assert.Equal(Verdict.InsufficientEvidence, Find(folder, "emission.water.limits", "gbt36132-2018").Verdict); // no result in mg/L
    }

    [Fact]
    public void Air_ResultsWithoutLimit_AreDefective_AndOfAnotherYearToo()
    {
        var bare = new Folder();
        bare.Add("监测.csv", "monitoring-report").Row("pollutantConcentration", "35", "mg/m³", "so2", 1);
        var old = new Folder();
        old.Add("监测.csv", "monitoring-report").Number("pollutantConcentration", "35", "mg/m³", 2023, "so2").Number("pollutantLimit", "50", "mg/m³", 2023, "so2");

        Assert.Equal(Verdict.DefectiveEvidence, Find(bare, "emission.air.limits", "gbt36132-2018").Verdict);
        Assert.Equal(Verdict.DefectiveEvidence, Find(old, "emission.air.limits", "gbt36132-2018").Verdict);
    }

    [Theory]
    [InlineData("各项检测合格", Verdict.Met)]
    [InlineData("甲醛不合格", Verdict.NotMet)]
    [InlineData("无不合格项", Verdict.Met)]
    public void Conclusion_IsReadForWhatItSays(string conclusion, Verdict verdict)
    {
        var folder = new Folder();
        folder.Add("室内空气.docx", "indoor-air-report").Text("holder", Folder.Name).Text("conclusion", conclusion);

        Assert.Equal(verdict, Find(folder, "annex1.infrastructure.building.indoor-air", "notice586-2016").Verdict);
    }

    [Fact]
    public void PaperOfTheRightType_ThatSpeaksOfSomethingElse_SettlesNothing()
    {
        var folder = new Folder();
        folder.Add("建材.docx", "green-building-record").Text("conclusion", "厂房采用绿色建材");

        Assert.Equal(Verdict.Met, Find(folder, "infrastructure.building.materials", "gbt36132-2018").Verdict);
        Assert.Equal(Verdict.InsufficientEvidence, Find(folder, "infrastructure.building.greening", "gbt36132-2018").Verdict);
    }

    [Fact]
    public void SystemDocuments_ShowTheSystem_ButNotItsCertification()
    {
        var folder = new Folder();
        folder.Add("手册.docx", "management-system-document").Text("standard", "GB/T 24001-2016").Date("internalAudit", "2025-11-03").Date("managementReview", "2025-12-10");

        Assert.Equal(Verdict.Met, Find(folder, "management.ems", "gbt36132-2018").Verdict);
        Assert.Equal(Verdict.InsufficientEvidence, Find(folder, "management.ems-certified", "gbt36132-2018").Verdict);
    }

    [Theory]
    [InlineData("GB/T 28001-2011", "gbt36132-2018", "management.ohsms", Verdict.Met)] // both editions name it
    [InlineData("GB/T 28001-2011", "gbt36132-2025", "basic.ohsms", Verdict.DefectiveEvidence)]
    [InlineData("GB/T 19001-2008", "notice586-2016", "annex1.management.qms", Verdict.Met)]
    [InlineData("GB/T 19001-2008", "gbt36132-2018", "management.qms", Verdict.DefectiveEvidence)]
    public void Certificate_IsHeldAgainstTheStandardsOfItsEdition(string written, string standard, string criterion, Verdict verdict)
    {
        var folder = new Folder();
        CertificateTests.Certificate(folder, written);

        Assert.Equal(verdict, Find(folder, criterion, standard).Verdict);
    }

    [Fact]
    public void PointsForMandatoryAndOptionalDemands_AreTakenWhereTheEditionGivesThem()
    {
        var folder = new Folder();
        CertificateTests.Certificate(folder, "GB/T 24001-2016");
        var benchmarks = Folder.Benchmarks("management.ems: { weight: 4 }\nmanagement.ems-certified: { weight: 2 }\nmanagement.enms: { weight: 4 }", "passLine: 7\nsector: true\ncomplete: true", "gbt36132-2018");

        var assessment = folder.Assess(benchmarks, standards: "gbt36132-2018");

        Assert.Equal(new Score(null, 10, 6, 10, 7), assessment.Standards[0].Score);
        Assert.Equal(Verdict.NotApplicable, Of(assessment, "management.social-responsibility").Verdict); // optional, not listed in a complete file
        Assert.Equal(Verdict.InsufficientEvidence, Of(assessment, "management.ohsms").Verdict); // mandatory: it stays
    }

    [Fact]
    public void WithoutABenchmarkFile_ThePointsOf2018AreUnknown_SoThatNothingIsYes()
    {
        var folder = new Folder();
        folder.Enterprise = folder.Enterprise with { NotApplicable = OntologyFiles.Editions.Single(e => e.Id == "gbt36132-2018").Criteria.ToDictionary(c => c.Id, _ => "无") };

        Assert.Equal(Qualification.Unknown, folder.Assess(standards: "gbt36132-2018").Qualifies);
        Assert.Equal(Qualification.Yes, folder.Assess(Folder.Benchmarks("management.ems: { weight: 0 }", "passLine: 0\nsector: true\nnotApplicable: drop", "gbt36132-2018"), standards: "gbt36132-2018").Qualifies);
        Assert.Equal(Qualification.Unknown, folder.Assess(Folder.Benchmarks("management.ems: { weight: 0 }", "passLine: 0\nnotApplicable: drop", "gbt36132-2018"), standards: "gbt36132-2018").Qualifies); // not said to be the industry's own
    }

    [Fact]
    public void BaseWithoutLead_IsRefusedIn2025_WithItsLine()
    {
        var error = Assert.Throws<YamlException>(() => new Folder().Assess(Folder.Benchmarks("energy.intensity: { unit: kgce/t, base: 200, weight: 8 }")));

        Assert.Equal(6, error.Fault.Line);
    }

    [Fact]
    public void EveryFindingOfEveryEdition_KeepsWhatItsVerdictPromises()
    {
        foreach (var finding in new Folder().Assess(standards: ["gbt36132-2018", "gbt36132-2025", "measures2024-13", "notice586-2016"]).Findings)
        {
            Assert.Equal(Verdict.InsufficientEvidence, finding.Verdict);
            Assert.NotEmpty(finding.Missing);
            Assert.NotNull(finding.Reason);
            Assert.NotEmpty(finding.Source);
        }
    }

    private static Finding Find(Folder folder, string criterion, string standard) => Of(folder.Assess(standards: standard), criterion);

    private static Finding Of(Assessment assessment, string criterion) => Assert.Single(assessment.Findings, f => f.Criterion == criterion);
}
