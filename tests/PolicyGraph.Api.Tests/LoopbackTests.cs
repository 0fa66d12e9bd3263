using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PolicyGraph.Api.Tests;

/// <summary>Who may reach the server: programs on this machine, and no web page of another site.</summary>
[Collection("served")]
public sealed class LoopbackTests(CorpusData corpus)
{
    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example:{port}")]
    [InlineData("localhost")]
    [InlineData("127.0.0.1:1")]
    [InlineData("[::2]:{port}")]
    [InlineData("0.0.0.0:{port}")]
    public async Task Host_OfAnotherName_IsRefusedBeforeAnythingIsAnswered(string host)
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        var reply = await server.GetAsync("/api/enterprises", ("Host", host.Replace("{port}", $"{server.Address.Port}", StringComparison.Ordinal)));
        Assert.Contains("Host", reply.Problem(HttpStatusCode.MisdirectedRequest), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost:{port}")]
    [InlineData("LOCALHOST:{port}")]
    [InlineData("127.0.0.1:{port}")]
    [InlineData("[::1]:{port}")]
    public async Task Host_OfThisMachine_IsAnswered(string host)
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        (await server.GetAsync("/health", ("Host", host.Replace("{port}", $"{server.Address.Port}", StringComparison.Ordinal)))).Ok();
    }

    [Fact]
    public async Task Host_LeftOut_IsRefused()
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        Assert.StartsWith("HTTP/1.1 421", await RawAsync(server, "GET /health HTTP/1.0\r\n\r\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1")]
    [InlineData("https://127.0.0.1:{port}")]
    [InlineData("http://127.0.0.1:{port}.evil.example")]
    [InlineData("http://localhost:{port}")]
    public async Task Origin_OfAnotherSite_MayNeitherReadNorUpload(string origin)
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        var header = ("Origin", origin.Replace("{port}", $"{server.Address.Port}", StringComparison.Ordinal));
        Assert.Contains("别的网页", (await server.GetAsync("/api/enterprises", header)).Problem(HttpStatusCode.Forbidden), StringComparison.Ordinal);
        Assert.Contains("别的网页", (await server.UploadAsync("/api/documents", "别处来的.txt", "关于绿色工厂的通知\n", header)).Problem(HttpStatusCode.Forbidden), StringComparison.Ordinal);
        Assert.DoesNotContain("别处来的.txt", (await server.GetAsync("/api/documents")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Origin_OfTheServersOwnPage_IsAnswered()
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        var own = server.Address.GetLeftPart(UriPartial.Authority);
        (await server.PostAsync("/api/cypher", """{"query":"RETURN 1 AS n"}""", ("Origin", own), ("Sec-Fetch-Site", "same-origin"))).Ok();
    }

    [Theory]
    [InlineData("cross-site", "no-cors", "image", "/api/enterprises", HttpStatusCode.Forbidden)]
    [InlineData("same-site", "cors", "empty", "/api/enterprises", HttpStatusCode.Forbidden)]
    [InlineData("cross-site", "navigate", "iframe", "/", HttpStatusCode.Forbidden)]
    [InlineData("cross-site", "navigate", "document", "/", HttpStatusCode.OK)]
    [InlineData("none", "navigate", "document", "/api/enterprises", HttpStatusCode.OK)]
    public async Task Browser_ThatSaysWhereARequestComesFrom_MayOnlyFollowALinkToThePage(string site, string mode, string destination, string path, HttpStatusCode status)
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        Assert.Equal(status, (await server.GetAsync(path, ("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", mode), ("Sec-Fetch-Dest", destination))).Status);
    }

    [Fact]
    public async Task Form_OfAnotherSite_CannotPostTextAsJson()
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder, o => o with { AllowWrite = true });
        var reply = await server.SendAsync(HttpMethod.Post, "/api/cypher", new StringContent("""{"query":"RETURN 1"}""", Encoding.UTF8, "text/plain"));
        Assert.Contains("application/json", reply.Problem(HttpStatusCode.UnsupportedMediaType), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryAnswer_TellsABrowserToDoNothingWithIt()
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        foreach (var path in (string[])["/", "/health", "/api/documents", "/nowhere", "/openapi/v1.json"])
        {
            var headers = (await server.GetAsync(path)).Headers;
            Assert.StartsWith("default-src 'none'", Assert.Single(headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("DENY", Assert.Single(headers.GetValues("X-Frame-Options")));
            Assert.Equal("same-origin", Assert.Single(headers.GetValues("Cross-Origin-Resource-Policy")));
            Assert.False(headers.Contains("Access-Control-Allow-Origin"));
            Assert.False(headers.Contains("Server"));
        }
    }

    private static async Task<string> RawAsync(RunningServer server, string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, server.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
