using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ingestion.Tests;

public sealed class SourceTests : IDisposable
{
    private const string Enterprise = """
        name: 某某水泥有限公司
        creditCode: 91440000MA5XXXXX0A
        industry: "3011"
        founded: 2014-05-20
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("policygraph-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Manifest_WithAnUnknownKey_NamesItsLine()
    {
        var error = Assert.Throws<IngestionException>(() => CorpusManifest.Read("{\"id\":\"a\",\"file\":\"a.txt\"}\n{\"id\":\"b\",\"file\":\"b.txt\",\"titel\":\"x\"}\n"));
        Assert.Contains("第 2 行", error.Message, StringComparison.Ordinal);
        Assert.Contains("titel", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Manifest_WithOneIdTwice_IsRefused() =>
        Assert.Contains("重复", Assert.Throws<IngestionException>(() => CorpusManifest.Read("{\"id\":\"a\",\"file\":\"a.txt\"}\n{\"id\":\"a\",\"file\":\"b.txt\"}\n")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task PipeInAFolder_IsRefusedUnopened()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // no pipes with a name elsewhere
        }

        var pipe = Path.Combine(folder, "pipe.txt");
        using (var made = System.Diagnostics.Process.Start("mkfifo", [pipe]))
        {
            await made.WaitForExitAsync();
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "a.txt"), "一、总体要求\n");
        var files = SourceFolder.OnDisk(folder).Files;
        Assert.Equal([("a.txt", false), ("pipe.txt", true)], files.Select(f => (f.Path, f.Refusal is not null)));
        Assert.Contains("管道", Assert.Throws<IngestionException>(() => IngestionPlan.Of(pipe)).Message, StringComparison.Ordinal);
        Assert.Contains("不是普通文件", Assert.Throws<IngestionException>(() => IngestionPlan.Of("/dev/zero")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Enterprise_WellWritten_IsRead()
    {
        var profile = EnterpriseProfile.Read(Enterprise, "enterprise.yaml", code => code == "3011");
        Assert.Equal(("某某水泥有限公司", "3011", new DateOnly(2014, 5, 20)), (profile.Name, profile.Industry, profile.Founded));
    }

    [Theory]
    [InlineData("anualEnergyTce: 3", 5, "anualEnergyTce")]
    [InlineData("evaluationYear: 25", 5, "年份")]
    [InlineData("annualEnergyTce: -1", 5, "负数")]
    [InlineData("notApplicable: { basic.qms: }", 5, "非空")]
    public void Enterprise_WithAFault_NamesLineAndWhatIsExpected(string line, int at, string says)
    {
        var error = Assert.Throws<YamlException>(() => EnterpriseProfile.Read(Enterprise + "\n" + line, "enterprise.yaml", _ => true));
        Assert.Equal(at, error.Fault.Line);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Enterprise_WithADayThatNoCalendarHas_IsRefused() =>
        Assert.Contains("日期", Assert.Throws<YamlException>(() => EnterpriseProfile.Read(Enterprise.Replace("2014-05-20", "2023-02-30", StringComparison.Ordinal), "enterprise.yaml", _ => true)).Message, StringComparison.Ordinal);

    [Fact]
    public void Enterprise_OfAnIndustryThatTheClassificationLacks_IsRefused() =>
        Assert.Contains("9999", Assert.Throws<YamlException>(() => EnterpriseProfile.Read(Enterprise.Replace("3011", "9999", StringComparison.Ordinal), "enterprise.yaml", code => code == "3011")).Message, StringComparison.Ordinal);

    [Fact]
    public void Plan_OfAFolderWithEnterprises_KeepsTheirPapersApartFromTheDocuments()
    {
        Write("a.txt", "x");
        Write("厂/enterprise.yaml", Enterprise);
        Write("厂/证书.txt", "x");
        Write("厂/sub/台账.csv", "x");
        var items = IngestionPlan.Of(folder);
        Assert.Equal("a.txt", Assert.Single(items.OfType<PlannedDocument>()).File.Path);
        var enterprise = Assert.Single(items.OfType<PlannedEnterprise>());
        Assert.Equal(["enterprise.yaml", "sub/台账.csv", "证书.txt"], enterprise.Folder.Files.Select(f => f.Path));
    }

    [Fact]
    public void Plan_OfACorpus_TakesExactlyWhatItsManifestLists()
    {
        Write("manifest.jsonl", "{\"id\":\"a\",\"file\":\"a.txt\"}\n{\"id\":\"gone\",\"file\":\"gone.txt\"}\n");
        Write("a.txt", "x");
        Write("b.txt", "x");
        var items = IngestionPlan.Of(folder);
        Assert.Equal("a", Assert.Single(items.OfType<PlannedDocument>()).Entry?.Id);
        Assert.Equal("gone.txt", Assert.Single(items.OfType<PlannedRefusal>()).Path);
    }

    [Fact]
    public void Plan_OfLinksInACircle_EndsAndFollowsNone()
    {
        Write("好.txt", "x");
        File.CreateSymbolicLink(Path.Combine(folder, "a.txt"), "b.txt");
        File.CreateSymbolicLink(Path.Combine(folder, "b.txt"), "a.txt");
        Directory.CreateSymbolicLink(Path.Combine(folder, "above"), "..");
        var items = IngestionPlan.Of(folder);
        Assert.Equal("好.txt", Assert.Single(items.OfType<PlannedDocument>()).File.Path);
        Assert.Equal(["a.txt", "above", "b.txt"], items.OfType<PlannedRefusal>().Select(r => r.Path));
    }

    [Fact]
    public void Plan_OfAnUnsupportedFileThatIsNamed_IsAFailure()
    {
        Write("图.xyz", "x");
        Assert.True(Assert.IsType<PlannedRefusal>(Assert.Single(IngestionPlan.Of(Path.Combine(folder, "图.xyz")))).IsFailure);
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full) ?? folder);
        File.WriteAllText(full, text);
    }
}
