namespace PolicyGraph.EndToEnd;

/// <summary>What a newcomer begins with: a folder and a benchmark file to fill in.</summary>
public sealed class InitTests : IDisposable
{
    private readonly Product product = new();

    private string Folder => Path.Combine(product.Folder, "新企业");

    public void Dispose() => product.Dispose();

    [Fact]
    public void Init_ThenFillingInFourKeys_MakesAFolderThatGapAndIngestTake()
    {
        product.Json("init", Folder);
        var yaml = Path.Combine(Folder, "enterprise.yaml");
        Assert.Equal(1, product.Run("gap", Folder).Code);
        File.WriteAllText(yaml, File.ReadAllText(yaml)
            .Replace("name: ", "name: 佛山测试家电有限公司 ", StringComparison.Ordinal).Replace("creditCode: ", "creditCode: 91440600MA0TEST012 ", StringComparison.Ordinal)
            .Replace("industry: ", "industry: \"3857\" ", StringComparison.Ordinal).Replace("jurisdiction: ", "jurisdiction: 佛山市 ", StringComparison.Ordinal));

        var answer = product.Json("gap", Folder, "--as-of", "2026-06-30");
        Assert.Equal("佛山测试家电有限公司", answer.GetProperty("enterprise").GetProperty("name").GetString());
        Assert.All(answer.GetProperty("findings").EnumerateArray(), f => Assert.Equal("insufficient_evidence", f.GetProperty("verdict").GetString()));
        Assert.Empty(answer.GetProperty("unrecognised").EnumerateArray());
        Assert.DoesNotContain(answer.GetProperty("warnings").EnumerateArray(), w => w.GetString()!.Contains("清单", StringComparison.Ordinal)); // warnings are texts

        var documents = product.Json("ingest", Folder).GetProperty("documents").EnumerateArray().ToList();
        Assert.Equal(["skipped", "skipped"], documents.Select(d => d.GetProperty("status").GetString()));
        Assert.All(documents, d => Assert.Contains("不是证据", d.GetProperty("diagnostics")[0].GetProperty("message").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Init_WhereAFileIsThere_WritesNothingAndNamesIt()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "材料清单.md"), "我的清单");
        var answer = product.Run("init", Folder);
        Assert.Equal(1, answer.Code);
        Assert.Contains("材料清单.md", Assert.Single(answer.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(["材料清单.md"], Directory.GetFiles(Folder).Select(Path.GetFileName));
        Assert.Equal("我的清单", File.ReadAllText(Path.Combine(Folder, "材料清单.md")));
    }

    [Fact]
    public void Init_WithNameAndStandard_FillsThemIn()
    {
        product.Json("init", Folder, "--name", "某“引号\\\"公司", "--credit-code", "91440600MA0TEST012", "--industry", "3857", "--jurisdiction", "佛山市", "--standard", "measures2024-13");
        Assert.Equal("某“引号\\\"公司", product.Json("gap", Folder, "--as-of", "2026-06-30").GetProperty("enterprise").GetProperty("name").GetString());
        Assert.DoesNotContain("energy.intensity", File.ReadAllText(Path.Combine(Folder, "材料清单.md")), StringComparison.Ordinal);
        Assert.Contains("没有标准", product.Run("init", Folder + "2", "--standard", "gbt-1-1999").Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Folder + "2"));
    }

    [Fact]
    public void Checklist_CopiedUnderAnotherName_IsStillNoEvidence()
    {
        product.Json("init", Folder, "--name", "佛山测试家电有限公司", "--credit-code", "91440600MA0TEST012", "--industry", "3857");
        File.Copy(Path.Combine(Folder, "材料清单.md"), Path.Combine(Folder, "副本.md"));
        File.Copy(Path.Combine(Folder, "材料清单.csv"), Path.Combine(Folder, "副本.csv"));
        Assert.Equal(["副本.csv", "副本.md"], product.Json("gap", Folder, "--as-of", "2026-06-30").GetProperty("unrecognised").EnumerateArray().Select(p => p.GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void BenchmarkTemplate_ForAnIndustry_IsYamlOnStandardOutputAlone()
    {
        var answer = product.Run("benchmark", "template", "--standard", "gbt36132-2025", "--industry", "3011");
        Assert.Equal((0, string.Empty), (answer.Code, answer.Error));
        Assert.StartsWith("# 评价方案", answer.Output, StringComparison.Ordinal);
        var file = Path.Combine(product.Folder, "b.yaml");
        File.WriteAllText(file, answer.Output);
        var refused = product.Run("gap", CorpusFixture.Enterprise, "--as-of", "2026-06-30", "--benchmarks", file);
        Assert.Equal(1, refused.Code);
        Assert.Matches("第 \\d+ 行：.*缺少 lead、base", Assert.Single(refused.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        var unknown = product.Run("benchmark", "template", "--standard", "gbt36132-2025", "--industry", "9999");
        Assert.Equal(1, unknown.Code);
        Assert.Contains("9999", Assert.Single(unknown.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }
}
