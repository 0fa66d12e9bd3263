using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Graph;
using Path = System.IO.Path;

namespace PolicyGraph.Api.Tests;

/// <summary>Uploads of documents and of evidence.</summary>
[Collection("served")]
public sealed class UploadTests(CorpusData corpus)
{
    private const string Plan = "某市绿色制造工作方案\n到2025年，建设绿色工厂12家。\n";
    private const string Evidence = $"/api/enterprises/{RunningServer.Yuedong}/evidence";

    [Fact]
    public async Task Document_Uploaded_AnswersAsIngestDoes_AndCanBeOpened()
    {
        await using var server = await RunningServer.StartAsync(corpus.Copy());
        var stored = (await server.UploadAsync("/api/documents", "某市方案.txt", Plan)).Ok().GetProperty("documents")[0];
        Assert.Equal(("succeeded", "某市方案.txt", 1), (stored.GetProperty("status").GetString(), stored.GetProperty("path").GetString(), stored.GetProperty("targets").GetInt32()));
        Assert.Equal(Plan, (await server.GetAsync($"/api/documents/{stored.GetProperty("document").GetString()}")).Ok().GetProperty("text").GetString());
        Assert.Equal("unchanged", (await server.UploadAsync("/api/documents", "某市方案.txt", Plan)).Ok().GetProperty("documents")[0].GetProperty("status").GetString());
    }

    [Fact]
    public async Task Documents_OfTheSameFileName_DoNotReplaceEachOther()
    {
        await using var server = await RunningServer.StartAsync(corpus.Copy());
        (await server.UploadAsync("/api/documents", "通知.txt", Plan)).Ok();
        (await server.UploadAsync("/api/documents", "通知.txt", "某县节水工作方案\n到2025年，万元工业增加值用水量下降16%。\n")).Ok();
        var titles = (await server.GetAsync("/api/documents")).Ok().GetProperty("items").EnumerateArray().Select(d => d.GetProperty("title").GetString()).ToList();
        Assert.Contains("某市绿色制造工作方案", titles);
        Assert.Contains("某县节水工作方案", titles);
    }

    [Fact]
    public async Task Zip_Uploaded_IsTakenAsItsFolder()
    {
        await using var server = await RunningServer.StartAsync(corpus.Copy());
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in (ReadOnlySpan<(string, string)>)[("甲.txt", Plan), ("乙/乙.txt", "乙县工作方案\n到2025年，建设绿色园区3家。\n"), ("丙.exe", "MZ")])
            {
                using var entry = new StreamWriter(zip.CreateEntry(name).Open());
                entry.Write(text);
            }
        }

        var reply = await server.SendAsync(HttpMethod.Post, "/api/documents", RunningServer.Form("方案.zip", bytes.ToArray()));
        var status = reply.Ok().GetProperty("documents").EnumerateArray().ToDictionary(d => d.GetProperty("path").GetString()!, d => d.GetProperty("status").GetString());
        Assert.Equal(("succeeded", "succeeded", "skipped"), (status["甲.txt"], status["乙/乙.txt"], status["丙.exe"]));
    }

    [Fact]
    public async Task Evidence_Uploaded_LiesUnderUploads_IsUsedByGap_AndStaysWhenTheFolderIsIngestedAgain()
    {
        var data = corpus.Copy();
        await using var server = await RunningServer.StartAsync(data);
        const string Paper = "职业健康安全管理体系认证证书\n证书编号：00126S30001R0M\n兹证明 广东粤垌水泥有限公司\n统一社会信用代码：91445300MA9XK0WN47\n职业健康安全管理体系符合 GB/T 45001-2020 / ISO 45001:2018\n认证范围：水泥的生产\n有效期至：2028年1月31日\n发证日期：2025年2月1日\n";
        var stored = (await server.UploadAsync(Evidence, "职业健康证书（新）.txt", Paper)).Ok().GetProperty("documents")[0];
        Assert.Equal("uploads/职业健康证书（新）.txt", stored.GetProperty("path").GetString());
        Assert.Equal($"{RunningServer.Yuedong}/uploads/职业健康证书（新）.txt", stored.GetProperty("document").GetString());
        Assert.Contains("GB/T 45001-2020", (await server.GetAsync($"/api/documents/{stored.GetProperty("document").GetString()}")).Ok().GetProperty("text").GetString(), StringComparison.Ordinal);

        var cited = (await server.GetAsync($"/api/enterprises/{RunningServer.Yuedong}/gap?asOf=2026-06-30")).Ok().GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("criterion").GetString() == "basic.ohsms").GetProperty("evidence");
        Assert.Contains(cited.EnumerateArray(), e => e.GetProperty("path").GetString() == "uploads/职业健康证书（新）.txt");

        Assert.False((await CorpusData.IngestAsync(data, Path.Combine(Repository.Root, "corpus", "enterprises", "yuedong-cement"))).HasFailures);
        Assert.Contains("uploads/职业健康证书（新）.txt", (await server.GetAsync($"/api/enterprises/{RunningServer.Yuedong}")).Body, StringComparison.Ordinal);

        await Workspace.RebuildAsync(data, null, CorpusData.Ontology, "policygraph rebuild", TimeSpan.FromSeconds(10), null, default);
        Assert.Contains("uploads/职业健康证书（新）.txt", (await server.GetAsync($"/api/enterprises/{RunningServer.Yuedong}")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_UploadedAgainUnderItsName_IsTheNewVersion()
    {
        await using var server = await RunningServer.StartAsync(corpus.Copy());
        (await server.UploadAsync(Evidence, "用水说明.txt", "用水说明\n本公司2025年取水量12000立方米。\n")).Ok();
        (await server.UploadAsync(Evidence, "用水说明.txt", "用水说明\n本公司2025年取水量13000立方米。\n")).Ok();
        var text = (await server.GetAsync($"/api/documents/{RunningServer.Yuedong}/uploads/用水说明.txt")).Ok().GetProperty("text").GetString();
        Assert.Contains("13000", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_OfAnEnterpriseThatNobodyKnows_Is404AndNothingIsKept()
    {
        var data = corpus.Copy();
        await using var server = await RunningServer.StartAsync(data);
        var before = Directory.GetFiles(Path.Combine(data, "originals")).Length;
        Assert.Contains("91440000000000000X", (await server.UploadAsync("/api/enterprises/91440000000000000X/evidence", "a.txt", "甲")).Problem(HttpStatusCode.NotFound), StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFiles(Path.Combine(data, "originals")).Length);
    }

    [Theory]
    [InlineData("../../../tmp/x.txt")]
    [InlineData("..\\\\..\\\\x.txt")]
    [InlineData("/etc/cron.d/x.txt")]
    [InlineData("C:\\\\x.txt")]
    [InlineData("uploads/x.txt")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    [InlineData(" x.txt")]
    [InlineData("x\u0007.txt")]
    [InlineData("x\u202Etxt.exe")]
    [InlineData("x\u200B.txt")]
    [InlineData("x?.txt")]
    public async Task Name_ThatIsAPathOrHidesSomething_IsRefused(string name)
    {
        var data = corpus.Copy();
        await using var server = await RunningServer.StartAsync(data);
        var before = Files(data);
        foreach (var path in (string[])["/api/documents", Evidence])
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await server.UploadAsync(path, name, Plan)).Status);
        }

        Assert.Equal(before, Files(data));
    }

    [Fact]
    public async Task Name_TooLong_IsRefused()
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        Assert.Contains("200 个字", (await server.UploadAsync("/api/documents", new string('长', 250) + ".txt", Plan)).Problem(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_ThatCannotBeRead_Is422WithTheReason_AndTheOthersAreStored()
    {
        await using var server = await RunningServer.StartAsync(corpus.Copy());
        Assert.Contains("不支持的格式“.exe”", (await server.UploadAsync("/api/documents", "程序.exe", "MZ")).Problem(HttpStatusCode.UnprocessableEntity), StringComparison.Ordinal);
        Assert.Contains("坏的.pdf", (await server.UploadAsync("/api/documents", "坏的.pdf", "%PDF-1.7 not really")).Problem(HttpStatusCode.UnprocessableEntity), StringComparison.Ordinal);
        using var form = new MultipartFormDataContent { { new StringContent(Plan), "file", "a.txt" }, { new StringContent("MZ"), "file", "b.exe" } };
        var both = (await server.SendAsync(HttpMethod.Post, "/api/documents", form)).Ok().GetProperty("documents").EnumerateArray().Select(d => d.GetProperty("status").GetString());
        Assert.Equal(["succeeded", "failed"], both);
    }

    [Fact]
    public async Task Form_ThatIsNone_IsRefusedWithASentence()
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder, o => o with { Limits = o.Limits with { MaxUploadBytes = 100_000, MaxUploadFiles = 2 } });
        async Task<Reply> Post(HttpContent content) => await server.SendAsync(HttpMethod.Post, "/api/documents", content);
        Assert.Contains("multipart/form-data", (await Post(new StringContent("{}", Encoding.UTF8, "application/json"))).Problem(HttpStatusCode.UnsupportedMediaType), StringComparison.Ordinal);
        Assert.Contains("字段 file", (await Post(RunningServer.Form("a.txt", [65], field: "document"))).Problem(HttpStatusCode.BadRequest), StringComparison.Ordinal);
        Assert.Contains("超过上限", (await Post(RunningServer.Form("a.txt", new byte[150_000]))).Problem(HttpStatusCode.RequestEntityTooLarge), StringComparison.Ordinal);
        var half = new ByteArrayContent("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nabc"u8.ToArray());
        half.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        Assert.Contains("不完整", (await Post(half)).Problem(HttpStatusCode.BadRequest), StringComparison.Ordinal);
        using var three = new MultipartFormDataContent { { new StringContent("1"), "file", "1.txt" }, { new StringContent("2"), "file", "2.txt" }, { new StringContent("3"), "file", "3.txt" } };
        Assert.Contains("最多上传 2 个", (await Post(three)).Problem(HttpStatusCode.BadRequest), StringComparison.Ordinal);
        using var twice = new MultipartFormDataContent { { new StringContent("1"), "file", "1.txt" }, { new StringContent("2"), "file", "1.txt" } };
        Assert.Contains("都叫“1.txt”", (await Post(twice)).Problem(HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_Asynchronous_Is202AndItsJobEndsInTheResult()
    {
        await using var server = await RunningServer.StartAsync(corpus.Copy());
        var taken = await server.UploadAsync("/api/documents", "某市方案.txt", Plan, ("Prefer", "respond-async"));
        Assert.Equal(HttpStatusCode.Accepted, taken.Status);
        Assert.Equal(1, taken.Json.GetProperty("of").GetInt32());
        var job = await EndAsync(server, taken.Headers.Location!.ToString());
        Assert.Equal(("done", 1, 1), (job.GetProperty("state").GetString(), job.GetProperty("done").GetInt32(), job.GetProperty("of").GetInt32()));
        Assert.Equal("succeeded", job.GetProperty("result").GetProperty("documents")[0].GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, job.GetProperty("problem").ValueKind);
    }

    [Fact]
    public async Task Upload_WhileAnotherProcessIngests_WaitsForItsTurnAndBothAreThere()
    {
        var data = corpus.Copy();
        await using var server = await RunningServer.StartAsync(data);
        await using var other = Workspace.Open(data, null, GraphAccess.Write);
        Task<Reply> upload;
        await using (var turn = await other.BeginWriteAsync("policygraph ingest 甲", TimeSpan.FromSeconds(10), default))
        {
            upload = server.UploadAsync("/api/documents", "某市方案.txt", Plan);
            await turn.Journalled.ExecuteAsync(new GraphQuery("CREATE (:Probe)", null, GraphAccess.Write));
            await Task.Delay(300);
            Assert.False(upload.IsCompleted, "the upload waits for the other's turn");
            Assert.Equal(1, (await server.PostAsync("/api/cypher", """{"query":"MATCH (p:Probe) RETURN count(p)"}""")).Ok().GetProperty("rows")[0][0].GetInt32());
        }

        (await upload).Ok();
        Assert.Equal("[[1,1]]", (await server.PostAsync("/api/cypher", """{"query":"MATCH (p:Probe) MATCH (d:Document {title: '某市绿色制造工作方案'}) RETURN count(DISTINCT p), count(DISTINCT d)"}""")).Ok().GetProperty("rows").GetRawText());
    }

    [Fact]
    public async Task Upload_ThatNeverGetsItsTurn_SaysWhoHasIt()
    {
        var data = corpus.Copy();
        await using var server = await RunningServer.StartAsync(data, o => o with { Wait = TimeSpan.FromSeconds(0.2) });
        await using var other = Workspace.Open(data, null, GraphAccess.Write);
        await using var turn = await other.BeginWriteAsync("policygraph ingest 甲", TimeSpan.FromSeconds(10), default);
        Assert.Contains("policygraph ingest 甲", (await server.UploadAsync("/api/documents", "某市方案.txt", Plan)).Problem(HttpStatusCode.ServiceUnavailable), StringComparison.Ordinal);
        var taken = await server.UploadAsync("/api/documents", "某市方案.txt", Plan, ("Prefer", "respond-async"));
        var job = await EndAsync(server, taken.Headers.Location!.ToString());
        Assert.Equal("failed", job.GetProperty("state").GetString());
        Assert.Contains("policygraph ingest 甲", job.GetProperty("problem").GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ingest_InASecondTerminal_IsSeenByTheNextRequest()
    {
        var data = corpus.Copy();
        await using var server = await RunningServer.StartAsync(data);
        var folder = Directory.CreateDirectory(Path.Combine(data, "..", Path.GetFileName(data) + "-papers")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "某市方案.txt"), Plan);
        Assert.DoesNotContain("某市绿色制造工作方案", (await server.GetAsync("/api/documents")).Body, StringComparison.Ordinal);
        await CorpusData.IngestAsync(data, folder);
        Assert.Contains("某市绿色制造工作方案", (await server.GetAsync("/api/documents")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clients_ManyAtOnce_EachFindWhatTheySentAndNobodyReadsHalfADocument()
    {
        await using var server = await RunningServer.StartAsync(corpus.Copy(), o => o with { Limits = o.Limits with { MaxAnswers = 8 } });
        var uploads = Task.WhenAll(Enumerable.Range(1, 12).Select(i => server.UploadAsync("/api/documents", $"方案{i}.txt", $"第{i}市绿色制造工作方案\n到2025年，建设绿色工厂{i}家。\n")));
        while (!uploads.IsCompleted)
        {
            var row = (await server.PostAsync("/api/cypher", """{"query":"MATCH (d:Document) WHERE d.title ENDS WITH '市绿色制造工作方案' OPTIONAL MATCH (t:Target {documentId: d.id}) WITH d, count(t) AS n RETURN count(d), sum(n)"}""")).Ok().GetProperty("rows")[0];
            Assert.Equal(row[0].GetInt32(), row[1].GetInt32());
        }

        Assert.All(await uploads, r => r.Ok());
        Assert.Equal(12, (await server.GetAsync("/api/documents")).Ok().GetProperty("items").EnumerateArray().Count(d => d.GetProperty("title").GetString()?.EndsWith("市绿色制造工作方案", StringComparison.Ordinal) == true));
    }

    [Fact]
    public async Task Stop_StoresWhatWasTakenBefore()
    {
        var data = corpus.Copy();
        await using (var server = await RunningServer.StartAsync(data))
        {
            for (var i = 1; i <= 8; i++)
            {
                Assert.Equal(HttpStatusCode.Accepted, (await server.UploadAsync("/api/documents", $"方案{i}.txt", $"第{i}市绿色制造工作方案\n到2025年，建设绿色工厂{i}家。\n", ("Prefer", "respond-async"))).Status);
            }

            await server.StopAsync();
        }

        await using var workspace = Workspace.Open(data, null, GraphAccess.Read);
        Assert.Equal(8, (await workspace.Graph.ExecuteAsync(new GraphQuery("MATCH (d:Document) WHERE d.title ENDS WITH '市绿色制造工作方案' RETURN count(d)"))).Rows[0][0].AsInteger());
    }

    private static List<string> Files(string folder) => [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static async Task<JsonElement> EndAsync(RunningServer server, string job)
    {
        for (var i = 0; i < 200; i++)
        {
            var answer = (await server.GetAsync(job)).Ok();
            if (answer.GetProperty("state").GetString() is "done" or "failed")
            {
                return answer;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("the upload did not end within 10 s");
    }
}
