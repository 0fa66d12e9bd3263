using System.Net;
using System.Text.Json;
using PolicyGraph.Api.Catalogue;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Compliance;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion.Sources;
using Path = System.IO.Path;

namespace PolicyGraph.Api.Tests;

/// <summary>Documents, enterprises, standards, gap: the JSON of the commands, and what is said where there is nothing.</summary>
[Collection("served")]
public sealed class ReadingTests(CorpusData corpus)
{
    private const string Gap = $"/api/enterprises/{RunningServer.Yuedong}/gap";

    [Fact]
    public async Task Documents_Listed_AreThoseOfList()
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        await using var workspace = Workspace.Open(corpus.Folder, null, GraphAccess.Read);
        foreach (var kind in (string[])["documents", "enterprises", "standards"])
        {
            var rows = await GraphList.ReadAsync(workspace.Graph, kind, default);
            Assert.Equal(JsonText.ToText(json => CatalogueJson.WriteList(json, rows)), (await server.GetAsync($"/api/{kind}")).Body);
        }

        Assert.Contains("\"id\":\"gd-2017-green-manufacturing\"", (await server.GetAsync("/api/documents")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_Opened_SaysWhatExtractSaysOfTheFile()
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        var path = Path.Combine(Repository.Root, "corpus", "policies", "000_ee85993fe6d4c531.txt");
        var extracted = await new FileExtraction(CorpusData.Ontology).ExtractAsync(new SourceFile("000_ee85993fe6d4c531.txt", path, () => File.OpenRead(path)), default);
        var id = (await server.GetAsync("/api/documents")).Ok().GetProperty("items").EnumerateArray().Single(d => d.GetProperty("path").GetString()!.EndsWith("000_ee85993fe6d4c531.txt", StringComparison.Ordinal)).GetProperty("id").GetString();
        Assert.Equal(JsonText.ToText(extracted.Write), (await server.GetAsync($"/api/documents/{id}")).Body);
    }

    [Theory]
    [InlineData($"{RunningServer.Yuedong}/近三年产值产量.csv")]
    [InlineData($"{RunningServer.Yuedong}%2F近三年产值产量.csv")]
    [InlineData($"{RunningServer.Yuedong}%2f%E8%BF%91%E4%B8%89%E5%B9%B4%E4%BA%A7%E5%80%BC%E4%BA%A7%E9%87%8F.csv")]
    public async Task Evidence_Opened_WithItsSlashHoweverWritten(string id)
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        Assert.Contains("工业总产值（万元）,61200,57750,56000", (await server.GetAsync($"/api/documents/{id}")).Ok().GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryCitationOfGap_CanBeFollowedToItsWords()
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        var texts = new Dictionary<string, string>();
        var followed = 0;
        foreach (var evidence in (await server.GetAsync($"{Gap}?asOf=2026-06-30")).Ok().GetProperty("findings").EnumerateArray().SelectMany(f => f.GetProperty("evidence").EnumerateArray()))
        {
            var id = evidence.GetProperty("document").GetString()!;
            if (!texts.TryGetValue(id, out var text))
            {
                texts[id] = text = (await server.GetAsync($"/api/documents/{Uri.EscapeDataString(id)}")).Ok().GetProperty("text").GetString()!;
            }

            Assert.Equal(evidence.GetProperty("quote").GetString(), text[evidence.GetProperty("start").GetInt32()..evidence.GetProperty("end").GetInt32()]);
            followed++;
        }

        Assert.True(followed > 20, $"only {followed} citations");
    }

    [Fact]
    public async Task Document_OnlyCited_SaysThatItsTextIsNotThere()
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        var stub = (await server.PostAsync("/api/cypher", """{"query":"MATCH (d:Document {status: 'stub'}) RETURN d.id LIMIT 1"}""")).Ok().GetProperty("rows")[0][0].GetString();
        Assert.Contains("没有它的原文", (await server.GetAsync($"/api/documents/{Uri.EscapeDataString(stub!)}")).Problem(HttpStatusCode.NotFound), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/documents/no-such-document", "no-such-document")]
    [InlineData("/api/documents/..%2f..%2fjournal.jsonl", "journal.jsonl")]
    [InlineData("/api/enterprises/no-such-enterprise", "no-such-enterprise")]
    [InlineData("/api/enterprises/no-such-enterprise/gap", "no-such-enterprise")]
    [InlineData("/api/enterprises/%2Ftmp/gap", "统一社会信用代码")]
    [InlineData("/api/enterprises/gd-2017-green-manufacturing", "gd-2017-green-manufacturing")]
    [InlineData("/api/enterprises/广东粤垌水泥有限公司/gap", "统一社会信用代码")]
    [InlineData("/api/standards/gbt99999", "gbt99999")]
    [InlineData("/api/jobs/0", "上传任务")]
    [InlineData("/api/no-such-route", "/api/no-such-route")]
    public async Task Nothing_ThereIs404_WithASentence(string path, string says)
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        Assert.Contains(says, (await server.GetAsync(path)).Problem(HttpStatusCode.NotFound), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "asOf", "2026-02-30", "不是有效日期")]
    [InlineData("", "standard", "gbt1", "没有标准“gbt1”")]
    [InlineData("", "asOf", "2015-01-01", "2016")]
    [InlineData("", "as-of", "2026-06-30", "可用的参数：standard、asOf")]
    public async Task Gap_WithABadQuestion_Is400(string standard, string name, string value, string says)
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        Assert.Contains(says, (await server.GetAsync($"{Gap}?{name}={value}{standard}")).Problem(HttpStatusCode.BadRequest), StringComparison.Ordinal);
        Assert.Contains("只能给一次", (await server.GetAsync($"{Gap}?asOf=2026-06-30&asOf=2026-06-29")).Problem(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gap_IsTheAnswerOfTheCommand()
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        await using var workspace = Workspace.Open(corpus.Folder, null, GraphAccess.Read);
        var assessment = await new GapService(workspace.Graph, CorpusData.Ontology.Units, CorpusData.Ontology.Energies).AssessAsync(new GapRequest(RunningServer.Yuedong, new DateOnly(2026, 6, 30)) { Standards = ["gbt36132-2025"] }, default);
        Assert.Equal(JsonText.ToText(json => AssessmentJson.Write(json, assessment)), (await server.GetAsync($"{Gap}?asOf=2026-06-30&standard=gbt36132-2025")).Body);
    }

    [Fact]
    public async Task Gap_WithBenchmarks_IsScored()
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        var yaml = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "corpus", "enterprises", "yuedong-cement.benchmarks.yaml"));
        var answer = (await server.PostAsync($"{Gap}?asOf=2026-06-30&standard=gbt36132-2025", JsonSerializer.Serialize(new { benchmarks = yaml }))).Ok();
        Assert.Equal(80, answer.GetProperty("standards")[0].GetProperty("score").GetProperty("passLine").GetInt32());
        var without = (await server.PostAsync($"{Gap}?asOf=2026-06-30&standard=gbt36132-2025", "{}")).Ok();
        Assert.Equal(JsonValueKind.Null, without.GetProperty("standards")[0].GetProperty("score").ValueKind);
    }

    [Theory]
    [InlineData("""{"benchmarks":"standard: gbt36132-2025\nindustry: \"3011\"\nindicators:\n  energy.intensity: { unit: kgce/t, lead: 100, base: 100, weight: 8 }"}""", "第 4 行")]
    [InlineData("""{"benchmark":"x"}""", "benchmarks")]
    [InlineData("""{"benchmarks":3}""", "应为文本")]
    [InlineData("""[1]""", "一个对象")]
    [InlineData("""{"benchmarks":"a","benchmarks":"b"}""", "重复的键")]
    public async Task Gap_WithABadBody_Is400(string body, string says)
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        Assert.Contains(says, (await server.PostAsync(Gap, body)).Problem(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUT", "/api/documents", "GET, POST")]
    [InlineData("DELETE", "/api/enterprises", "GET")]
    [InlineData("GET", "/api/cypher", "POST")]
    public async Task Method_ThatIsNotTaken_Is405WithThoseThatAre(string method, string path, string allowed)
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        Assert.Contains(allowed, (await server.SendAsync(new HttpMethod(method), path, null)).Problem(HttpStatusCode.MethodNotAllowed), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/chat")]
    [InlineData("/mcp")]
    public async Task Route_OfALaterVersion_Is501WithASentence(string path)
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        Assert.Contains("本版本尚没有", (await server.PostAsync(path, "{}")).Problem(HttpStatusCode.NotImplemented), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_OnAFolderThatIsNotThere_AnswersAsAnEmptyGraph()
    {
        await using var server = await RunningServer.StartAsync(Path.Combine(corpus.Folder, "nowhere"));
        Assert.Equal(0, (await server.GetAsync("/health")).Ok().GetProperty("nodes").GetInt64());
        Assert.Equal("{\"items\":[]}", (await server.GetAsync("/api/documents")).Body);
        Assert.False(Directory.Exists(Path.Combine(corpus.Folder, "nowhere")), "reading makes no folder");
    }
}
