using System.Text;
using System.Text.RegularExpressions;
using PolicyGraph.Compliance.Benchmarks;
using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Ontology;
using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Compliance.Tests.Benchmarks;

public partial class BenchmarkTemplateTests
{
    private static readonly PolicyOntology Ontology = OntologyFiles.Whole;

    [Fact]
    public void Template_OfAnEdition_ListsEveryScoredIndicatorAndMarksExampleWeights()
    {
        var text = new BenchmarkTemplate(Ontology).Write("gbt36132-2025", "3071", 2025);

        Assert.Contains("standard: gbt36132-2025\nindustry: \"3071\"\n", text, StringComparison.Ordinal);
        foreach (var id in (string[])["energy.intensity", "energy.platform-functions", "clean.process-equipment", "clean.pollutant-intensity", "product.green-design", "land.output-rate"])
        {
            Assert.Contains($"\n  {id}: {{", text, StringComparison.Ordinal);
        }

        Assert.Contains("  # land.floor-area-ratio:", text, StringComparison.Ordinal); // judged only where it is listed: it stands as a comment
        Assert.Contains("kgce/万元 或 kgce/t", text, StringComparison.Ordinal);
        Assert.Contains("weight: 8 }  # 权重为示例", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Template_OnceFilledIn_IsABenchmarkFile()
    {
        var text = new BenchmarkTemplate(Ontology).Write("gbt36132-2025", "3071", 2025);
        var unfilled = Assert.Throws<YamlException>(() => new Folder().Assess(text));
        Assert.Contains("缺少 lead、base", unfilled.Message, StringComparison.Ordinal);

        var filled = Line().Replace(text, m => m.Value.Contains("越低越好", StringComparison.Ordinal) ? m.Value.Replace("lead: , base: ,", "lead: 1, base: 2,", StringComparison.Ordinal) : m.Value.Replace("lead: , base: ,", "lead: 2, base: 1,", StringComparison.Ordinal));

        var file = BenchmarkFile.Read(filled, "template.yaml");
        Assert.Null(file.WeightWarning); // the example table sums to 100
        Assert.Equal(14, new Folder().Assess(filled, standards: "gbt36132-2025").Findings.Count(f => f.Weight is not null));
    }

    [Theory]
    [InlineData("gbt36132-1999", "3071", "gbt36132-1999")]
    [InlineData("measures2024-13", "3071", "没有计分指标")]
    [InlineData("gbt36132-2025", "9999", "9999")]
    [InlineData("gbt36132-2025", "陶瓷", "陶瓷")]
    [InlineData("gbt36132-2025", "", "行业代码")]
    public void Template_ForWhatNobodyKnows_IsRefusedInOneLine(string standard, string industry, string says)
    {
        var error = Assert.Throws<GapException>(() => new BenchmarkTemplate(Ontology).Write(standard, industry, 2025));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Bytes_ThatAreNoUtf8_AreRefusedWithTheirLine()
    {
        byte[] bytes = [.. "standard: gbt36132-2025\nsource: "u8, 0xcb, 0xae, 0xc4, 0xe0, (byte)'\n']; // 水泥 in GBK
        var error = Assert.Throws<YamlException>(() => BenchmarkFile.Read(bytes, "b.yaml"));
        Assert.Equal(2, error.Fault.Line);
        Assert.Contains("UTF-8", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(BenchmarkFile.Read([.. Encoding.UTF8.GetPreamble(), .. "standard: gbt36132-2025\nindustry: \"30\"\nindicators: { product.green-design: { weight: 1 } }"u8], "b.yaml").Indicators);
    }

    [Theory]
    [InlineData("passLine: 60\nsector: yes", 6, "true 或 false")]
    [InlineData("passLine: 60\ncomplete: 1", 6, "true 或 false")]
    [InlineData("passLine: sixty", 5, "sixty")]
    [InlineData("passLine: -1", 5, "负数")]
    [InlineData("passLine: 60\npassLine: 70", 6, "重复")]
    public void Head_ThatIsWrong_IsRefusedWithItsLine(string head, int line, string says)
    {
        var text = $"standard: gbt36132-2025\nindustry: \"3071\"\nyear: 2025\nsource: 虚构\n{head}\nindicators:\n  product.green-design: {{ weight: 100 }}\n";
        var error = Assert.Throws<YamlException>(() => new Folder().Assess(text));
        Assert.Equal(line, error.Fault.Line);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pollutant_UnderTwoOfItsNames_IsRefused()
    {
        var text = Folder.Benchmarks("clean.pollutant-intensity.nox: { unit: kg/t, lead: 1, base: 2, weight: 3 }\nclean.pollutant-intensity.氮氧化物: { unit: kg/t, lead: 1, base: 2, weight: 3 }");
        var error = Assert.Throws<YamlException>(() => new Folder().Assess(text));
        Assert.Equal(7, error.Fault.Line);
        Assert.Contains("同一个指标", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PassLine_AboveAllWeights_AndAnEnterpriseWithoutIndustry_AreWarnedOf()
    {
        var folder = new Folder();
        folder.Enterprise = folder.Enterprise with { Industry = null };
        var warnings = folder.Assess(Folder.Benchmarks("product.green-design: { weight: 8 }", "passLine: 60")).Warnings;
        Assert.Contains(warnings, w => w.Contains("合格线 60 高于权重合计 8", StringComparison.Ordinal));
        Assert.Contains(warnings, w => w.Contains("没有写明行业", StringComparison.Ordinal));
        Assert.Contains(warnings, w => w.Contains("权重合计为 8", StringComparison.Ordinal));
    }

    [GeneratedRegex("  # [^\n]*\n  [a-z][^\n]*")]
    private static partial Regex Line();
}
