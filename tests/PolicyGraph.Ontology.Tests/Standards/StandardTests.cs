using PolicyGraph.Graph;
using PolicyGraph.Ontology.Standards;
using PolicyGraph.Ontology.Yaml;
using Path = System.IO.Path;

namespace PolicyGraph.Ontology.Tests.Standards;

public class StandardTests
{
    private const string Small = """
        edition: { id: x-1, title: 某标准, validFrom: 2025-01-01, designation: green-factory, sectorCriteria: none, why: 试 }
        areas:
          - { id: basic, title: 基本要求 }
        criteria:
          - id: basic.qms
            title: 质量管理体系
            kind: mandatory
            asks: 证书
            needs: [management-certificate]
            rule: { kind: certificate, standards: [GB/T 19001 2016], certificates: [management-certificate], auditMonths: 12 }
        """;

    [Fact]
    public void Edition2025_HasSixMandatoryAndFourteenScoredCriteriaOfTableC1()
    {
        var standard = Load("gbt36132-2025");

        Assert.Equal(
            ["basic.violations", "basic.management", "basic.qms", "basic.enms", "basic.ems", "basic.ohsms"],
            standard.Criteria.Where(c => c.Kind == CriterionKind.Mandatory).Select(c => c.Id));
        Assert.Equal(
            [
                "energy.intensity", "energy.carbon-intensity", "energy.renewable-share", "energy.platform-functions", "resource.material-intensity", "resource.water-intensity", "resource.water-reuse",
                "resource.solid-waste", "clean.process-equipment", "clean.upgrade-investment", "clean.pollutant-intensity", "product.green-design", "product.carbon-footprint", "land.output-rate",
            ],
            standard.Criteria.Where(c => c is { Kind: CriterionKind.Scored, OnDemand: false }).Select(c => c.Id));
        Assert.Equal(new DateOnly(2025, 12, 31), standard.Edition.ValidFrom);
        Assert.Equal("gbt36132-2018", standard.Edition.Supersedes[0].Id);
    }

    [Fact]
    public void Measures2024_HasSixVetoesAndTheCalendarOfArticles12And16()
    {
        var standard = Load("measures2024-13");

        Assert.Equal(
            ["veto.not-operating", "veto.accidents-violations", "veto.removed-from-list", "veto.inspection-problems", "veto.energy-rectification", "veto.dishonest-debtor"],
            standard.Criteria.Select(c => c.Id));
        Assert.All(standard.Criteria, c => Assert.Equal(CriterionKind.Veto, c.Kind));
        Assert.Contains(standard.Steps, s => s is { Id: "provincial-list", Month: 7, Day: 31 });
        Assert.Contains(standard.Steps, s => s is { Id: "dynamic-form", Month: 4, Day: 15 });
    }

    [Theory]
    [InlineData("gbt36132-2018")]
    [InlineData("gbt36132-2025")]
    [InlineData("measures2024-13")]
    [InlineData("notice586-2016")]
    public void Claims_RuleOfEveryCriterion_ComesBackFromTheProperties(string id)
    {
        var standard = Load(id);
        var nodes = standard.Claims().Nodes;

        foreach (var criterion in standard.Criteria)
        {
            var node = Assert.Single(nodes, n => n.Key.Label == "Criterion" && n.Key.Id == $"{id}/{criterion.Id}");
            var back = CriterionRule.Read(node.Properties);
            Assert.Equal(criterion.Rule.GetType(), back.GetType());
            Assert.Equal(criterion.Rule.Fields, back.Fields);
            Assert.Equivalent(criterion.Rule, back, strict: true);
        }
    }

    [Fact]
    public void Claims_ReuseRate_HasItsFormulaAndItsPlaceInTheStandard()
    {
        var claims = Load("gbt36132-2025").Claims();

        var node = Assert.Single(claims.Nodes, n => n.Key.Id == "gbt36132-2025/resource.water-reuse");
        var rule = Assert.IsType<RatioRule>(CriterionRule.Read(node.Properties));
        Assert.Equal(["waterReused"], rule.Numerator);
        Assert.Equal(["waterIntake", "waterReused"], rule.Denominator);
        Assert.True(rule.Percent);
        Assert.False(rule.LowerIsBetter);
        var types = claims.Relationships.Where(r => r.From.Id == node.Key.Id || r.To.Id == node.Key.Id).Select(r => r.Type).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(["CORRESPONDS_TO", "HAS_CRITERION", "MEASURES", "NEEDS", "PART_OF", "QUALIFIES_FOR"], types);
        Assert.Contains(claims.Relationships, r => r is { Type: "SUPERSEDES", From.Id: "gbt36132-2025", To.Id: "gbt36132-2018" });
    }

    [Fact]
    public void Claims_NoPropertyIsAMixedOrNestedList_SoThatAServerTakesThem()
    {
        foreach (var value in ((string[])["gbt36132-2018", "gbt36132-2025", "measures2024-13", "notice586-2016"]).SelectMany(id => Load(id).Claims().Nodes).SelectMany(n => n.Properties.Values))
        {
            Assert.True(value is StringValue or IntegerValue or BooleanValue or NullValue || (value is ListValue list && list.Values.All(v => v is StringValue)));
        }
    }

    [Theory]
    [InlineData("kind: mandatory", "kind: must", 7, "must")]
    [InlineData("asks: 证书", "ask: 证书", 8, "ask")]
    [InlineData("kind: certificate", "kind: paper", 10, "paper")]
    [InlineData("GB/T 19001 2016", "GB/T 19001", 10, "最低版次年")]
    [InlineData("auditMonths: 12", "auditMonths: 0", 10, "auditMonths")]
    [InlineData("basic.qms", "quality.qms", 5, "quality.qms")]
    [InlineData("sectorCriteria: none", "sectorCriteria: some", 1, "some")]
    [InlineData("validFrom: 2025-01-01", "validFrom: 2025-02-30", 1, "2025-02-30")]
    public void Load_Fault_NamesFileAndLine(string old, string wrong, int line, string says)
    {
        var error = Assert.Throws<YamlException>(() => Standard.Load(YamlReader.Read(Small.Replace(old, wrong, StringComparison.Ordinal), "x.yaml")));

        Assert.Equal(line, error.Fault.Line);
        Assert.Equal("x.yaml", error.Fault.File);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_SameFileWithoutFault_IsRead() => Assert.Equal("basic.qms", Assert.Single(Standard.Load(YamlReader.Read(Small, "x.yaml")).Criteria).Id);

    private static Standard Load(string id)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PolicyGraph.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("PolicyGraph.sln not found above the tests");
        }

        var file = Path.Combine(folder, "ontology", "standards", id + ".yaml");
        return Standard.Load(YamlReader.Read(File.ReadAllText(file), file));
    }
}
