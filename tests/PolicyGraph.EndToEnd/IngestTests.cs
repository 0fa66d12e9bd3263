using System.IO.Compression;
using System.Text.Json;

namespace PolicyGraph.EndToEnd;

public sealed class IngestTests : IDisposable
{
    private readonly Product product = new();

    public void Dispose() => product.Dispose();

    [Fact]
    public void Ingest_ASecondTime_SaysUnchangedAndLeavesTheGraphAsItIs()
    {
        var first = product.Json("ingest", CorpusFixture.Corpus);
        var second = product.Json("ingest", CorpusFixture.Corpus, "--diff");
        Assert.All(Statuses(second), s => Assert.Equal("unchanged", s));
        Assert.Equal(first.GetProperty("nodes").GetInt64(), second.GetProperty("nodes").GetInt64());
        Assert.Equal(first.GetProperty("relationships").GetInt64(), second.GetProperty("relationships").GetInt64());
        Assert.Empty(second.GetProperty("changes").EnumerateArray());
    }

    [Fact]
    public void Ingest_TheSamePoliciesInAnotherOrder_GivesTheSameGraph()
    {
        using var other = new Product();
        var files = Directory.GetFiles(Path.Combine(CorpusFixture.Corpus, "policies"), "*.txt").Order(StringComparer.Ordinal).ToArray();
        foreach (var file in files)
        {
            product.Json("ingest", file);
        }

        foreach (var file in files.Reverse())
        {
            other.Json("ingest", file);
        }

        Assert.Equal(Graph(product), Graph(other));
    }

    [Fact]
    public void Ingest_AnEditedFile_ReplacesWhatItSaidAndKeepsItsId()
    {
        var folder = Copy();
        var file = Path.Combine(folder, "方案.txt");
        File.WriteAllText(file, "某某省绿色制造工作方案\n一、工作目标\n到2025年，建设绿色工厂100家。\n");
        var id = product.Json("ingest", folder).GetProperty("documents")[0].GetProperty("document").GetString();
        File.WriteAllText(file, "某某省绿色制造工作方案\n一、工作目标\n到2025年，建设绿色工厂120家。\n");
        var again = product.Json("ingest", folder).GetProperty("documents")[0];
        Assert.Equal((id, "succeeded"), (again.GetProperty("document").GetString(), again.GetProperty("status").GetString()));
        var values = product.Json("cypher", "MATCH (t:Target) RETURN t.value AS value").GetProperty("rows");
        Assert.Equal(120, Assert.Single(values.EnumerateArray())[0].GetDouble());
    }

    [Fact]
    public void Ingest_BesideABrokenDocx_StoresTheRestAndExitsWithOne()
    {
        var folder = Copy();
        File.WriteAllText(Path.Combine(folder, "好.txt"), "某某市绿色工厂培育方案\n到2025年，建设绿色工厂20家。\n");
        File.WriteAllBytes(Path.Combine(folder, "坏.docx"), "PK\u0003\u0004 no zip"u8.ToArray());
        File.WriteAllBytes(Path.Combine(folder, "图.xyz"), [0, 1, 2]);
        var answer = product.Run("ingest", folder, "--format", "json");
        Assert.Equal(1, answer.Code);
        using var json = JsonDocument.Parse(answer.Output);
        var statuses = json.RootElement.GetProperty("documents").EnumerateArray().ToDictionary(d => d.GetProperty("path").GetString()!, d => d.GetProperty("status").GetString());
        Assert.Equal("succeeded", statuses["好.txt"]);
        Assert.Equal("failed", statuses["坏.docx"]);
        Assert.Equal("skipped", statuses["图.xyz"]);
    }

    [Fact]
    public void Ingest_AZip_IsTakenAsItsFolder()
    {
        var zip = Path.Combine(product.Folder, "政策.zip");
        ZipFile.CreateFromDirectory(Path.Combine(CorpusFixture.Corpus, "policies"), zip);
        var answer = product.Json("ingest", zip);
        Assert.Equal(Directory.GetFiles(Path.Combine(CorpusFixture.Corpus, "policies")).Length, Statuses(answer).Count(s => s == "succeeded"));
    }

    [Fact]
    public void Rebuild_FromOriginalsAndJournal_GivesTheSameGraphNodeByNode()
    {
        var folder = Copy();
        File.WriteAllText(Path.Combine(folder, "一.txt"), "某某市绿色工厂培育方案\n到2025年，建设绿色工厂20家。\n");
        File.WriteAllText(Path.Combine(folder, "二.txt"), "某某市绿色工厂培育方案\n到2025年，建设绿色工厂20家。\n");
        product.Json("ingest", CorpusFixture.Corpus);
        product.Json("ingest", folder);
        product.Json("remove", "miit-2016-586");
        product.Json("cypher", "CREATE (:Probe {x: $x})", "--write", "--param", "x=1.5");
        var before = Graph(product);
        Directory.Delete(Path.Combine(product.Data, "graph"), recursive: true);
        product.Json("rebuild");
        Assert.Equal(before, Graph(product));
        Assert.Contains(before, n => n.Contains("#2", StringComparison.Ordinal));
    }

    [Fact]
    public void Remove_ADocumentThatOthersCite_LeavesAStubInItsPlace()
    {
        product.Json("ingest", CorpusFixture.Corpus);
        const string Question = "MATCH (:Document {id: 'gd-2017-green-manufacturing'})-[:CITES]->(d) WHERE d.title STARTS WITH '工业绿色发展规划' RETURN d.id, d.status";
        Assert.Equal("miit-2016-green-plan", product.Json("cypher", Question).GetProperty("rows")[0][0].GetString());
        Assert.Equal(["miit-2016-green-plan"], product.Json("remove", "miit-2016-green-plan").GetProperty("removed").EnumerateArray().Select(r => r.GetString()));
        Assert.Equal("stub", product.Json("cypher", Question).GetProperty("rows")[0][1].GetString());
        Assert.Equal(0, product.Json("cypher", "MATCH (n {documentId: 'miit-2016-green-plan'}) RETURN count(n)").GetProperty("rows")[0][0].GetInt64());
    }

    [Theory]
    [InlineData("remove", "没有这个编号")]
    [InlineData("ingest", "没有这个文件.txt")]
    [InlineData("extract", "没有这个文件.txt")]
    [InlineData("gap", "没有这家企业")]
    [InlineData("show", "没有这个编号")]
    public void Commands_GivenWhatIsNotThere_SayItInOneLine(string command, string argument)
    {
        var answer = product.Run(command, argument);
        Assert.Equal(1, answer.Code);
        Assert.Empty(answer.Output);
        Assert.Contains(argument, Assert.Single(answer.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void Cypher_IntegerParameter_StaysAnInteger()
    {
        var row = product.Json("cypher", "RETURN $n + 1 AS a, $l AS b, $f AS c", "--param", "n=2", "--param", "l=[1,2.0]", "--param", "f=9007199254740993").GetProperty("rows")[0];
        Assert.Equal(["3", "[1,2.0]", "9007199254740993"], row.EnumerateArray().Select(v => v.GetRawText()));
    }

    [Fact]
    public void Cypher_ListThatNoMemoryHolds_EndsInALimit()
    {
        var answer = product.Run("cypher", "RETURN range(1, 1000000000)", "--format", "json");
        Assert.Equal(1, answer.Code);
        Assert.Contains("\"class\":\"limit\"", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Enterprise_WithAPaperTakenAway_LosesItFromTheGraph()
    {
        var folder = Copy();
        foreach (var file in Directory.GetFiles(CorpusFixture.Enterprise))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        product.Json("ingest", folder);
        var paper = Directory.GetFiles(folder, "*14001*").Single();
        File.Delete(paper);
        var again = product.Json("ingest", folder);
        Assert.Contains(again.GetProperty("documents").EnumerateArray(), d => d.GetProperty("path").GetString() == Path.GetFileName(paper) && d.GetProperty("status").GetString() == "skipped");
        var left = product.Json("cypher", "MATCH (d:EvidenceFile) WHERE d.path CONTAINS '14001' RETURN count(d) AS n").GetProperty("rows")[0][0].GetInt64();
        Assert.Equal(0, left);
    }

    private string Copy()
    {
        var folder = Path.Combine(product.Folder, "in");
        Directory.CreateDirectory(folder);
        return folder;
    }

    private static List<string?> Statuses(JsonElement answer) => [.. answer.GetProperty("documents").EnumerateArray().Select(d => d.GetProperty("status").GetString())];

    private static List<string> Graph(Product one)
    {
        var nodes = one.Json("cypher", "MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties").GetProperty("rows").EnumerateArray().Select(r => r.GetRawText());
        var links = one.Json("cypher", "MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, properties(r) AS properties, b.id AS b").GetProperty("rows").EnumerateArray().Select(r => r.GetRawText());
        return [.. nodes.Concat(links).Order(StringComparer.Ordinal)];
    }
}
