using PolicyGraph.Compliance.Benchmarks;
using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Compliance.Tests.Benchmarks;

public class BenchmarkFileTests
{
    private const string Good = """
        standard: gbt36132-2025
        industry: "3071"
        jurisdiction: 河北省
        year: 2025
        passLine: 60
        source: 虚构
        indicators:
          energy.intensity: { unit: kgce/t, lead: 50, base: 200, weight: 8 }
          resource.water-reuse: { unit: "%", lead: 95, base: 40, weight: 8 }
          product.green-design: { weight: 8 }
          clean.pollutant-intensity.nh3-n: { unit: g/t, lead: 1, base: 5, weight: 3 }
        """;

    [Fact]
    public void Read_GoodFile_HasItsValues()
    {
        var file = BenchmarkFile.Read(Good, "b.yaml");

        Assert.Equal(2025, file.Year);
        Assert.Equal(60, file.PassLine);
        Assert.False(file.Complete);
        Assert.Equal(new Benchmark("kgce/t", 50, 200, 8), file.Indicators["energy.intensity"]);
        Assert.Null(file.Indicators["product.green-design"].Lead);
        Assert.Contains("27", file.WeightWarning, StringComparison.Ordinal);
        Assert.NotEmpty(new Folder().Assess(Good).Findings);
    }

    [Theory]
    [InlineData("lead: 50, base: 200", "lead: 200, base: 200", 8, "energy.intensity")] // equal
    [InlineData("lead: 50, base: 200", "lead: 210, base: 200", 8, "energy.intensity")] // on the wrong side
    [InlineData("lead: 95, base: 40", "lead: 40, base: 95", 9, "resource.water-reuse")]
    [InlineData("source:", "sauce:", 6, "sauce")]
    [InlineData("energy.intensity:", "energy.no-such:", 8, "energy.no-such")]
    [InlineData("clean.pollutant-intensity.nh3-n:", "clean.pollutant-intensity.gold:", 11, "clean.pollutant-intensity.gold")]
    [InlineData("product.green-design: { weight: 8 }", "product.green-design: { wait: 8 }", 10, "wait")]
    [InlineData("product.green-design: { weight: 8 }", "product.green-design: { unit: 项, lead: 2, base: 1, weight: 8 }", 10, "product.green-design")]
    [InlineData("product.green-design: { weight: 8 }", "energy.carbon-intensity: { weight: 8 }", 10, "energy.carbon-intensity")]
    [InlineData("product.green-design: { weight: 8 }", "basic.qms: { weight: 8 }", 10, "basic.qms")]
    [InlineData("unit: kgce/t", "unit: t", 8, "energy.intensity")]
    [InlineData("unit: kgce/t", "unit: m³/t", 8, "energy.intensity")]
    [InlineData("weight: 3", "weight: -3", 11, "weight")]
    [InlineData("weight: 3", "weight: many", 11, "many")]
    [InlineData("lead: 1, base: 5", "lead: 1", 11, "clean.pollutant-intensity.nh3-n")]
    [InlineData("year: 2025", "year: 25", 4, "25")]
    [InlineData("\"3071\"", "\"2641\"", 2, "2641")]
    [InlineData("\"3071\"", "陶瓷", 2, "陶瓷")]
    [InlineData("河北省", "广东省", 3, "广东省")]
    [InlineData("passLine: 60", "passLine: 60\nnotApplicable: ignore", 6, "ignore")]
    [InlineData("gbt36132-2025", "gbt36132-1999", 1, "gbt36132-1999")]
    public void Fault_IsRefusedWithItsLineAndWhatIsWrong(string old, string wrong, int line, string says)
    {
        var text = Good.Replace(old, wrong, StringComparison.Ordinal);

        var error = Assert.Throws<YamlException>(() => new Folder().Assess(text));

        Assert.Equal(line, error.Fault.Line);
        Assert.Contains(says, error.Fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("\"3071\"", "\"30\"")] // the division that holds the class
    [InlineData("\"3071\"", "C3071")]
    [InlineData("河北省", "130000")]
    [InlineData("河北省", "河北")]
    public void IndustryAndJurisdiction_ThatHoldTheEnterprise_AreTaken(string old, string other) =>
        Assert.NotEmpty(new Folder().Assess(Good.Replace(old, other, StringComparison.Ordinal)).Findings);

    [Fact]
    public void Points_AreTheLinearShare_AsTheStandardsNotesWorkItOut()
    {
        Assert.Equal(0.6m, new Benchmark("%", 95, 80, 8).Share(89)); // 8 × 0.6 = 4.8
        Assert.Equal(0.6m, new Benchmark("t/t", 0.20m, 0.35m, 8).Share(0.26m));
    }
}
