using System.Net;
using System.Net.Sockets;
using System.Text;
using PolicyGraph.Graph;

namespace PolicyGraph.Neo4j.Tests;

/// <summary>What a user reads when the server cannot be used.</summary>
public sealed class ServerFaultTests
{
    private static readonly GraphQuery One = new("RETURN 1 AS one");

    [Fact]
    public async Task Server_ThatIsNotThere_IsNamedWithWhatToCheck()
    {
        await using var graph = Graph(FreePort());
        var error = await Assert.ThrowsAsync<ServerException>(() => graph.ExecuteAsync(One));
        Assert.Contains("连接被拒绝", error.Message, StringComparison.Ordinal);
        Assert.Contains("--graph", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"neo4j_version":"5.12.0"}""", "Neo4j 5.12.0", "5.26")]
    [InlineData("""{"neo4j_version":"4.4.30-aura"}""", "Neo4j 4.4.30", "5.26")]
    [InlineData("<html>hello</html>", "不是 Neo4j", "7474")]
    [InlineData("""{"status":"ok"}""", "不是 Neo4j", "7474")]
    public async Task Server_OfAnotherKind_IsToldFromAFailedStatement(string answer, params string[] parts)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var served = AnswerAsync(listener, answer);
        await using var graph = Graph(((IPEndPoint)listener.LocalEndpoint).Port);
        var error = await Assert.ThrowsAsync<ServerException>(() => graph.ExecuteAsync(One));
        Assert.All(parts, p => Assert.Contains(p, error.Message, StringComparison.Ordinal));
        await served;
    }

    [Fact]
    public async Task Statement_AfterAnother_AsksForItsBookmark()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        const string Rows = """{"data":{"fields":["one"],"values":[[{"$type":"Integer","_value":"1"}]]},"bookmarks":["FB:first"]}""";
        var requests = Task.Run(async () => (string[])[await AnswerAsync(listener, """{"neo4j_version":"5.26.0"}"""), await AnswerAsync(listener, Rows), await AnswerAsync(listener, Rows)]);
        await using var graph = Graph(((IPEndPoint)listener.LocalEndpoint).Port);
        await graph.ExecuteAsync(One);
        await graph.ExecuteAsync(One);
        var sent = await requests;
        Assert.DoesNotContain("FB:first", sent[1], StringComparison.Ordinal);
        Assert.Contains("\"bookmarks\":[\"FB:first\"]", sent[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GraphAccess.Read, 2)]
    [InlineData(GraphAccess.Write, 1)]
    public async Task Statement_WhoseConnectionBreaks_IsSentAgainOnlyWhereItReads(GraphAccess access, int times)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var requests = Task.Run(async () =>
        {
            await AnswerAsync(listener, """{"neo4j_version":"5.26.0"}""");
            await HangUpAsync(listener);
            return times == 1 ? 1 : (await AnswerAsync(listener, """{"data":{"fields":["one"],"values":[]}}""")).Length > 0 ? 2 : 0;
        });
        await using var graph = Graph(((IPEndPoint)listener.LocalEndpoint).Port);
        var statement = graph.ExecuteAsync(One with { Access = access });
        if (times == 1)
        {
            Assert.Contains("连接断了", (await Assert.ThrowsAsync<ServerException>(() => statement)).Message, StringComparison.Ordinal);
        }

        await statement.ContinueWith(static _ => { }, TaskScheduler.Default);
        Assert.Equal(times, await requests);
        Assert.False(listener.Pending(), "nothing more came");
    }

    private static async Task HangUpAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        _ = await stream.ReadAsync(new byte[4096]);
    }

    private static Neo4jGraphDatabase Graph(int port) => new(new ServerAddress(new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}"))), ServerLogin.None);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Answers one request on a connection of its own.</summary>
    /// <returns>What was sent.</returns>
    private static async Task<string> AnswerAsync(TcpListener listener, string body)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        var request = new StringBuilder();
        var block = new byte[4096];
        do
        {
            request.Append(Encoding.UTF8.GetString(block, 0, await stream.ReadAsync(block)));
        }
        while (request.ToString().StartsWith("POST", StringComparison.Ordinal) && request[^1] != '}');
        await stream.WriteAsync(Encoding.UTF8.GetBytes(FormattableString.Invariant($"HTTP/1.1 200 OK\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}")));
        return request.ToString();
    }
}
