using System.Net;
using System.Text.Json;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Assistant;
using PolicyGraph.Compliance;
using PolicyGraph.Graph;
using PolicyGraph.Tracing;
using Path = System.IO.Path;

namespace PolicyGraph.Api.Tests;

/// <summary><c>ask</c>, <c>trace</c> and <c>check</c> over HTTP: the answers of the commands, and what is said to bad questions.</summary>
[Collection("served")]
public sealed class AnswerTests(CorpusData corpus)
{
    [Fact]
    public async Task Ask_IsTheAnswerOfTheCommand_AndItsCitationsCanBeFollowed()
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        const string Question = "广东省到2020年要建成多少家绿色工厂？";
        await using var workspace = Workspace.Open(corpus.Folder, null, GraphAccess.Read);
        using var session = new AskSession(workspace, CorpusData.Ontology);
        var expected = await session.AskAsync(new AskRequest(Question, DateOnly.FromDateTime(DateTime.UtcNow.AddHours(8))), null, default);
        var reply = await server.PostAsync("/api/ask", JsonSerializer.Serialize(new { question = Question }));
        Assert.Equal(JsonText.ToText(json => AnswerJson.Write(json, expected)), reply.Body);
        var answer = reply.Ok();
        Assert.NotEmpty(answer.GetProperty("citations").EnumerateArray());
        foreach (var citation in answer.GetProperty("citations").EnumerateArray().Where(c => c.GetProperty("quote").ValueKind == JsonValueKind.String))
        {
            var text = (await server.GetAsync($"/api/documents/{Uri.EscapeDataString(citation.GetProperty("document").GetString()!)}")).Ok().GetProperty("text").GetString()!;
            Assert.Equal(citation.GetProperty("quote").GetString(), text[citation.GetProperty("start").GetInt32()..citation.GetProperty("end").GetInt32()]);
        }
    }

    [Fact]
    public async Task Ask_InAConversation_RemembersWhatWasAskedBefore_WhateverTheIdLooksLike()
    {
        var data = corpus.Copy();
        await using var server = await RunningServer.StartAsync(data);
        foreach (var question in (string[])["广东省到2020年要建成多少家绿色工厂？", "那全国呢？"])
        {
            (await server.PostAsync("/api/ask", JsonSerializer.Serialize(new { question, conversation = "../../journal.jsonl" }))).Ok();
        }

        Assert.Equal(["广东省到2020年要建成多少家绿色工厂？", "那全国呢？"], new ConversationStore(data).Read("../../journal.jsonl"));
        var kept = Assert.Single(Directory.GetFiles(Path.Combine(data, "conversations")));
        Assert.EndsWith(".json", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_FromTwoClientsInOneConversation_KeepsBothQuestions()
    {
        var data = corpus.Copy();
        await using var server = await RunningServer.StartAsync(data);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => server.PostAsync("/api/ask", JsonSerializer.Serialize(new { question = $"第{i}问：绿色工厂有几家？", conversation = "c" }))));
        Assert.Equal(6, new ConversationStore(data).Read("c").Count);
    }

    [Fact]
    public async Task Ask_AfterAnUpload_KnowsTheNewDocument()
    {
        await using var server = await RunningServer.StartAsync(corpus.Copy());
        const string Question = """{"question":"桂洲市到2025年要建设多少家绿色工厂？"}""";
        Assert.Equal("declined", (await server.PostAsync("/api/ask", Question)).Ok().GetProperty("status").GetString());
        (await server.UploadAsync("/api/documents", "方案.txt", "桂洲市绿色制造工作方案\n桂洲市工业和信息化局\n到2025年，桂洲市建设绿色工厂12家。\n")).Ok();
        Assert.Contains("12", (await server.PostAsync("/api/ask", Question)).Ok().GetProperty("answer").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "缺少“question”")]
    [InlineData("""{"question":"  "}""", "缺少“question”")]
    [InlineData("""{"question":["a"]}""", "应为文本")]
    [InlineData("""{"question":"还差什么？","enterprise":"/tmp"}""", "/tmp")]
    [InlineData("""{"question":"还差什么？","enterprise":"查无此企业"}""", "查无此企业")]
    [InlineData("""{"question":"还差什么？","conversation":""}""", "空的")]
    [InlineData("""{"questions":"还差什么？"}""", "question、enterprise、conversation")]
    public async Task Ask_BadQuestion_Is400WithASentence(string body, string says)
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        Assert.Contains(says, (await server.PostAsync("/api/ask", body)).Problem(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trace_IsTheAnswerOfTheCommand()
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        await using var workspace = Workspace.Open(corpus.Folder, null, GraphAccess.Read);
        var service = new TraceService(workspace.Graph, CorpusData.Ontology.Policies, CorpusData.Ontology.Units);
        var all = await service.TraceAsync(new TraceRequest(), default);
        Assert.Equal(JsonText.ToText(json => TraceJson.Write(json, all)), (await server.GetAsync("/api/trace")).Body);
        var guangdong = await service.TraceAsync(new TraceRequest { Jurisdiction = "广东" }, default);
        Assert.Equal(JsonText.ToText(json => TraceJson.Write(json, guangdong)), (await server.GetAsync("/api/trace?jurisdiction=广东")).Body);
    }

    [Theory]
    [InlineData("indicator=查无此指标", "查无此指标")]
    [InlineData("jurisdiction=查无此地", "查无此地")]
    [InlineData("document=no-such-document", "no-such-document")]
    [InlineData("at=2020", "不是有效日期")]
    [InlineData("year=2020", "indicator、jurisdiction、document、at、compare")]
    public async Task Trace_BadQuestion_Is400WithASentence(string query, string says)
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        Assert.Contains(says, (await server.GetAsync($"/api/trace?{query}")).Problem(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gap_Saved_IsComparedWithByTheNextOne_AndOutlivesARebuild()
    {
        var data = corpus.Copy();
        const string Gap = $"/api/enterprises/{RunningServer.Yuedong}/gap?asOf=2026-06-30&standard=gbt36132-2025";
        await using var server = await RunningServer.StartAsync(data);
        (await server.PostAsync($"{Gap}&save=true", "{}")).Ok();
        const string Paper = "职业健康安全管理体系认证证书\n证书编号：00126S30001R0M\n兹证明 广东粤垌水泥有限公司\n统一社会信用代码：91445300MA9XK0WN47\n职业健康安全管理体系符合 GB/T 45001-2020 / ISO 45001:2018\n认证范围：水泥的生产\n有效期至：2028年1月31日\n发证日期：2025年2月1日\n";
        (await server.UploadAsync($"/api/enterprises/{RunningServer.Yuedong}/evidence", "职业健康证书（新）.txt", Paper)).Ok();
        await Workspace.RebuildAsync(data, null, CorpusData.Ontology, "policygraph rebuild", TimeSpan.FromSeconds(10), null, default);
        var moved = Assert.Single((await server.GetAsync(Gap)).Ok().GetProperty("moved").EnumerateArray());
        Assert.Equal("basic.ohsms", moved.GetProperty("criterion").GetString());
        Assert.Contains(moved.GetProperty("because").EnumerateArray(), b => b.GetProperty("path").GetString() == "uploads/职业健康证书（新）.txt");
        Assert.Contains("不认识", (await server.GetAsync($"{Gap}&save=true")).Problem(HttpStatusCode.BadRequest), StringComparison.Ordinal);
        Assert.Contains("true 或 false", (await server.PostAsync($"{Gap}&save=yes", "{}")).Problem(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_IsTheAnswerOfTheCommand()
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        await using var workspace = Workspace.Open(corpus.Folder, null, GraphAccess.Read);
        var check = await new CheckService(workspace.Graph, CorpusData.Ontology.Units, CorpusData.Ontology.Energies).CheckAsync(new CheckRequest(RunningServer.Yuedong, new DateOnly(2026, 6, 30)), default);
        Assert.NotEmpty(check.Defects);
        Assert.Equal(JsonText.ToText(json => DefectsJson.Write(json, check)), (await server.GetAsync($"/api/enterprises/{RunningServer.Yuedong}/check?asOf=2026-06-30")).Body);
    }

    [Theory]
    [InlineData($"{RunningServer.Yuedong}/check?year=20x5", HttpStatusCode.BadRequest, "不是年份")]
    [InlineData($"{RunningServer.Yuedong}/check?standard=gbt1", HttpStatusCode.BadRequest, "gbt1")]
    [InlineData("no-such-enterprise/check", HttpStatusCode.NotFound, "no-such-enterprise")]
    public async Task Check_BadQuestion_IsRefusedWithASentence(string path, HttpStatusCode status, string says)
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        Assert.Contains(says, (await server.GetAsync($"/api/enterprises/{path}")).Problem(status), StringComparison.Ordinal);
    }
}
