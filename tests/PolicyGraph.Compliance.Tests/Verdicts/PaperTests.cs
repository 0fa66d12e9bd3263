using PolicyGraph.Compliance.Verdicts;

namespace PolicyGraph.Compliance.Tests.Verdicts;

/// <summary>Duties and targets, counted functions, and papers that show something by being there.</summary>
public class PaperTests
{
    private const string Platform = "energy.platform-functions: { unit: 项, lead: 8, base: 0, weight: 6 }";

    [Fact]
    public void Management_WithDutiesPlanAndTargetsOfTheYear_IsMet()
    {
        var folder = new Folder();
        Duties(folder, "到2030年单位产品综合能耗下降10%（2025—2030年规划）", "2025年单位产品综合能耗不高于210 kgce/t");

        var finding = folder.Find("basic.management");
        Assert.Equal(Verdict.Met, finding.Verdict);
        Assert.Equal(["responsibility", "plan", "target"], finding.Evidence.Select(e => e.Fact.Field));
    }

    [Theory]
    [InlineData("2025年进一步降低单位产品综合能耗", "量化")]
    [InlineData("2024年单位产品综合能耗不高于215 kgce/t", "评价年")]
    [InlineData("单位产品综合能耗不高于215 kgce/t", "哪一年")]
    public void Management_WithTargetsThatAreNotOfTheYearOrHaveNoFigure_IsDefective(string target, string says)
    {
        var folder = new Folder();
        Duties(folder, "2021—2030年规划", target);

        var finding = folder.Find("basic.management");
        Assert.Equal(Verdict.DefectiveEvidence, finding.Verdict);
        Assert.Contains(says, finding.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Management_WithoutPlan_IsInsufficient_ThoughAnotherPartIsDefective()
    {
        var folder = new Folder();
        folder.Add("任命文件.docx", "management-duties").Text("holder", Folder.Name).Text("responsibility", "总经理对绿色工厂工作负总责").Text("target", "2024年能耗不高于215 kgce/t");

        Assert.Equal(Verdict.InsufficientEvidence, folder.Find("basic.management").Verdict);
    }

    [Fact]
    public void PlatformFunctions_AreCountedByName_EachOnce()
    {
        var folder = new Folder();
        folder.Add("平台说明.docx", "platform-description").Says("platformFunction", "yes", qualifier: "能耗查询").Says("platformFunction", "yes", qualifier: "能效对标").Says("platformFunction", "yes", qualifier: "能效对标")
            .Says("platformFunction", "yes", qualifier: "碳排放核算").Says("platformFunction", "no", qualifier: "碳资产管理").Number("platformFunctionCount", "3", "项", null);

        var finding = folder.Find("energy.platform-functions", Folder.Benchmarks(Platform));
        Assert.Equal(3, finding.Value);
        Assert.Equal(2.25m, finding.Points);
        Assert.Equal(Verdict.Met, finding.Verdict);
    }

    [Fact]
    public void PlatformFunctions_WhereTheStatedCountDiffers_AreDefective_AndNoneIsNotMet()
    {
        var differs = new Folder();
        differs.Add("平台说明.docx", "platform-description").Says("platformFunction", "yes", qualifier: "能耗查询").Number("platformFunctionCount", "8", "项", null);
        var none = new Folder();
        none.Add("平台说明.docx", "platform-description").Says("platformFunction", "no", qualifier: "能耗查询");

        Assert.Equal(Verdict.DefectiveEvidence, differs.Find("energy.platform-functions", Folder.Benchmarks(Platform)).Verdict);
        var zero = none.Find("energy.platform-functions", Folder.Benchmarks(Platform));
        Assert.Equal(Verdict.NotMet, zero.Verdict);
        Assert.Equal(0, zero.Points);
    }

    [Theory]
    [InlineData("GB/T 24067-2024", "陶瓷砖", 2025, Verdict.Met)]
    [InlineData("ISO 14067:2018", "陶瓷砖", 2025, Verdict.Met)]
    [InlineData("GB/T 32150-2015", "陶瓷砖", 2025, Verdict.DefectiveEvidence)]
    [InlineData("GB/T 24067-2024", "塑料托盘", 2025, Verdict.DefectiveEvidence)]
    [InlineData("GB/T 24067-2024", "陶瓷砖", 2023, Verdict.DefectiveEvidence)]
    public void Footprint_MustFollowTheStandardAndBeOfTheProductAndTheYear(string standard, string product, int year, Verdict verdict)
    {
        var folder = new Folder();
        folder.Add("碳足迹报告.pdf", "carbon-footprint-report").Text("holder", Folder.Name).Text("standard", standard).Text("product", product).Number("productFootprint", "352.6", "kgCO2e/t", year, product);

        var finding = folder.Find("product.carbon-footprint", Folder.Benchmarks("product.carbon-footprint: { weight: 15 }"));
        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(verdict == Verdict.Met ? 15 : null, finding.Points);
    }

    [Fact]
    public void QualitativeCriterion_NeedsNoBenchmarkForItsVerdict()
    {
        var folder = new Folder();
        folder.Add("设计报告.docx", "design-report").Text("holder", Folder.Name).Text("standard", "GB/T 24256-2009").Text("product", "陶瓷砖").Text("greenDesign", "轻量化设计");
        folder.Add("设备清单.xlsx", "equipment-list").Text("holder", Folder.Name).Text("encouragedEquipment", "列入推荐目录的宽体辊道窑");

        Assert.Equal(Verdict.Met, folder.Find("product.green-design").Verdict);
        Assert.Null(folder.Find("product.green-design").Points);
        Assert.Equal(Verdict.Met, folder.Find("clean.process-equipment").Verdict);
    }

    [Fact]
    public void DesignReport_ToTheTransposedStandardNumber_IsDefective()
    {
        var folder = new Folder();
        folder.Add("设计报告.docx", "design-report").Text("standard", "GB/T32611").Text("product", "陶瓷砖").Text("greenDesign", "轻量化设计");

        Assert.Equal(Verdict.DefectiveEvidence, folder.Find("product.green-design").Verdict);
    }

    private static void Duties(Folder folder, string plan, string target) => folder.Add("绿色工厂管理办法.docx", "management-duties").Text("holder", Folder.Name)
        .Text("responsibility", "总经理对绿色工厂工作负总责").Text("plan", plan).Text("target", target);
}
