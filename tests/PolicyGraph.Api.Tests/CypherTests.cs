using System.Net;
using System.Text.Json;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Graph;

namespace PolicyGraph.Api.Tests;

/// <summary><c>POST /api/cypher</c>: reads always, writes only when the server was started so.</summary>
[Collection("served")]
public sealed class CypherTests(CorpusData corpus)
{
    [Fact]
    public async Task Query_WithParameters_GivesTheJsonOfTheCommand()
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        var answer = (await server.PostAsync("/api/cypher", """{"query":"RETURN $x AS n, $d AS day, $f AS f","parameters":{"x":1,"d":{"$type":"Date","_value":"2024-02-29"},"f":1.0}}""")).Ok();
        Assert.Equal("""["n","day","f"]""", answer.GetProperty("columns").GetRawText());
        Assert.Equal("""[[1,"2024-02-29",1.0]]""", answer.GetProperty("rows").GetRawText());
        Assert.Equal(0, answer.GetProperty("statistics").GetProperty("nodesCreated").GetInt32());
    }

    [Theory]
    [InlineData("MATCH (n RETURN n", "syntax", HttpStatusCode.BadRequest)]
    [InlineData("RETURN x", "semantic", HttpStatusCode.BadRequest)]
    [InlineData("RETURN 1 / 0", "arithmetic", HttpStatusCode.BadRequest)]
    [InlineData("RETURN $p", "parameter", HttpStatusCode.BadRequest)]
    [InlineData("CREATE (n:Probe)", "refused", HttpStatusCode.Forbidden)]
    [InlineData("MATCH (n) DETACH DELETE n", "refused", HttpStatusCode.Forbidden)]
    [InlineData("CREATE INDEX probe FOR (n:Probe) ON (n.x)", "refused", HttpStatusCode.Forbidden)]
    [InlineData("LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", "refused", HttpStatusCode.Forbidden)]
    public async Task Query_ThatFails_HasTheErrorOfTheCommand(string query, string kind, HttpStatusCode status)
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        var reply = await server.PostAsync("/api/cypher", JsonSerializer.Serialize(new { query }));
        Assert.Equal((status, "application/json"), (reply.Status, reply.MediaType));
        Assert.Equal(kind, reply.Json.GetProperty("error").GetProperty("class").GetString());
    }

    [Theory]
    [InlineData("{no json", "不是有效的 JSON")]
    [InlineData("", "不是有效的 JSON")]
    [InlineData("{}", "缺少“query”")]
    [InlineData("""{"query":""}""", "缺少“query”")]
    [InlineData("""{"query":1}""", "应为文本")]
    [InlineData("""{"query":"RETURN 1","params":{}}""", "query、parameters")]
    [InlineData("""{"query":"RETURN 1","parameters":[1]}""", "一个对象")]
    [InlineData("""{"query":"RETURN $d","parameters":{"d":{"$type":"Date","_value":"2024-02-30"}}}""", "不能用的值")]
    [InlineData("""{"query":"RETURN $d","parameters":{"d":{"$type":"Nonsense","_value":"1"}}}""", "Nonsense")]
    public async Task Body_ThatIsNone_Is400WithASentence(string body, string says)
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        Assert.Contains(says, (await server.PostAsync("/api/cypher", body)).Problem(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_TooDeepOrTooLarge_IsRefused()
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder, o => o with { Limits = o.Limits with { MaxJsonBytes = 10_000 } });
        var deep = """{"query":"RETURN $x","parameters":{"x":""" + new string('[', 100) + new string(']', 100) + "}}";
        Assert.Contains("64 层", (await server.PostAsync("/api/cypher", deep)).Problem(HttpStatusCode.BadRequest), StringComparison.Ordinal);
        var large = JsonSerializer.Serialize(new { query = "RETURN '" + new string('a', 20_000) + "'" });
        Assert.Contains("10000 字节", (await server.PostAsync("/api/cypher", large)).Problem(HttpStatusCode.RequestEntityTooLarge), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_OverALimit_EndsInTimeAndLeavesTheServerWell()
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder, o => o with { Limits = o.Limits with { StatementTime = TimeSpan.FromSeconds(0.5), StatementRows = 10 } });
        foreach (var query in (string[])["UNWIND range(1, 10000000) AS a UNWIND range(1, 10000000) AS b RETURN sum(a * b)", "UNWIND range(1, 11) AS a RETURN a"])
        {
            var reply = await server.PostAsync("/api/cypher", JsonSerializer.Serialize(new { query }));
            Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
            Assert.Equal("limit", reply.Json.GetProperty("error").GetProperty("class").GetString());
        }

        (await server.GetAsync("/health")).Ok();
    }

    [Fact]
    public async Task Queries_MoreThanAreWorkedOnAtATime_AreRefusedWith503AndTheOthersAnswered()
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder, o => o with { Limits = o.Limits with { MaxAnswers = 1, StatementTime = TimeSpan.FromSeconds(1) } });
        const string Slow = """{"query":"UNWIND range(1, 10000000) AS a UNWIND range(1, 10000000) AS b RETURN sum(a * b)"}""";
        var replies = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => server.PostAsync("/api/cypher", Slow)));
        Assert.Contains(replies, r => r.Status == HttpStatusCode.BadRequest);
        var refused = replies.First(r => r.Status == HttpStatusCode.ServiceUnavailable);
        Assert.Contains("稍后重试", refused.Problem(HttpStatusCode.ServiceUnavailable), StringComparison.Ordinal);
        Assert.NotNull(refused.Headers.RetryAfter);
    }

    [Fact]
    public async Task Write_WhenAllowed_IsJournalledSoThatRebuildKeepsIt()
    {
        var data = corpus.Copy();
        await using (var server = await RunningServer.StartAsync(data, o => o with { AllowWrite = true }))
        {
            var written = (await server.PostAsync("/api/cypher", """{"query":"CREATE (n:Note {text: $text})","parameters":{"text":"现场核查"}}""")).Ok();
            Assert.Equal(1, written.GetProperty("statistics").GetProperty("nodesCreated").GetInt32());
        }

        await Workspace.RebuildAsync(data, null, CorpusData.Ontology, "policygraph rebuild", TimeSpan.FromSeconds(10), null, default);
        await using var workspace = Workspace.Open(data, null, GraphAccess.Read);
        Assert.Equal("现场核查", (await workspace.Graph.ExecuteAsync(new GraphQuery("MATCH (n:Note) RETURN n.text"))).Rows[0][0].AsString());
    }

    [Fact]
    public async Task Write_OfAnotherProcess_IsSeenByTheNextRequest()
    {
        var data = corpus.Copy();
        await using var server = await RunningServer.StartAsync(data);
        const string Count = """{"query":"MATCH (p:Probe) RETURN count(p) AS n"}""";
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(i, (await server.PostAsync("/api/cypher", Count)).Ok().GetProperty("rows")[0][0].GetInt32());
            await using var workspace = Workspace.Open(data, null, GraphAccess.Write);
            await using var turn = await workspace.BeginWriteAsync("policygraph cypher --write", TimeSpan.FromSeconds(10), default);
            await turn.Journalled.ExecuteAsync(new GraphQuery("CREATE (p:Probe)", null, GraphAccess.Write));
        }

        Assert.Equal(5, (await server.PostAsync("/api/cypher", Count)).Ok().GetProperty("rows")[0][0].GetInt32());
    }

    [Fact]
    public async Task Write_WhileAnotherProcessHoldsTheFolder_NamesItAndReadersGoOn()
    {
        var data = corpus.Copy();
        await using var server = await RunningServer.StartAsync(data, o => o with { AllowWrite = true, Wait = TimeSpan.FromSeconds(0.3) });
        await using var workspace = Workspace.Open(data, null, GraphAccess.Write);
        await using (var turn = await workspace.BeginWriteAsync("policygraph ingest corpus", TimeSpan.FromSeconds(10), default))
        {
            var refused = await server.PostAsync("/api/cypher", """{"query":"CREATE (n:Note)"}""");
            Assert.Contains("policygraph ingest corpus", refused.Problem(HttpStatusCode.ServiceUnavailable), StringComparison.Ordinal);
            (await server.GetAsync("/api/documents")).Ok();
        }

        (await server.PostAsync("/api/cypher", """{"query":"CREATE (n:Note)"}""")).Ok();
    }
}
