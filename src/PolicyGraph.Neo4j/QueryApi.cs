using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using PolicyGraph.Graph;

namespace PolicyGraph.Neo4j;

/// <summary>Requests to the HTTP Query API of one server, in typed JSON, each answered or turned into one fault.</summary>
internal sealed class QueryApi : IDisposable
{
    private const string Typed = "application/vnd.neo4j.query";
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(5);
    private static readonly Version Oldest = new(5, 26);

    private readonly ServerAddress address;
    private readonly HttpClient http;
    private readonly bool hasLogin;
    private readonly SemaphoreSlim greeting = new(1, 1);
    private bool isKnown;
    private string[] bookmarks = [];

    public QueryApi(ServerAddress address, ServerLogin login)
    {
        this.address = address;
        hasLogin = login.Header is not null;
        var handler = new SocketsHttpHandler { ConnectTimeout = ConnectTime, PooledConnectionLifetime = TimeSpan.FromMinutes(5), UseProxy = !address.Http.IsLoopback, AllowAutoRedirect = false, UseCookies = false };
        http = new HttpClient(handler) { BaseAddress = new Uri(address.Http, "/db/neo4j/query/"), Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Authorization = login.Header;
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue(Typed));
    }

    /// <summary>Told of every notification (code, description) that the server adds to an answer; null to pass them over.</summary>
    public Action<string, string>? Notified { get; set; }

    /// <summary>Sends one request.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">Below <c>/db/neo4j/query/</c>.</param>
    /// <param name="body">Writes the members of the body's object; null for no body.</param>
    /// <param name="limits">Of the answer, and how long to wait for it.</param>
    /// <param name="cancellationToken">Ends the wait; the server may go on.</param>
    /// <exception cref="GraphException">The server answered with an error.</exception>
    /// <exception cref="ServerException">There was no answer that could be used.</exception>
    public async Task<JsonElement> SendAsync(HttpMethod method, string path, Action<Utf8JsonWriter>? body, GraphLimits limits, CancellationToken cancellationToken)
    {
        await GreetAsync(cancellationToken);
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (body is not null)
        {
            request.Content = new ReadOnlyMemoryContent(Write(IsBeginning(path) ? AfterBookmarks(body) : body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(Typed);
        }

        return await ExchangeAsync(request, limits, Read, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        http.Dispose();
        greeting.Dispose();
    }

    /// <summary>Whether a request begins a transaction: only then the server asks for bookmarks.</summary>
    private static bool IsBeginning(string path) => path is "v2" or "v2/tx";

    /// <summary>Says which commits the transaction must see: on a cluster the next request may reach a member that has not heard of the last one yet.</summary>
    private Action<Utf8JsonWriter> AfterBookmarks(Action<Utf8JsonWriter> body)
    {
        var held = Volatile.Read(ref bookmarks);
        return held.Length == 0 ? body : json =>
        {
            body(json);
            json.WriteStartArray("bookmarks");
            foreach (var bookmark in held)
            {
                json.WriteStringValue(bookmark);
            }

            json.WriteEndArray();
        };
    }

    /// <summary>How long an answer is waited for: the statement's own time and something for the way; the server ends statements itself, so this is for a server that hangs.</summary>
    private static TimeSpan Patience(GraphLimits limits) => limits.Timeout == Timeout.InfiniteTimeSpan ? TimeSpan.FromMinutes(10) : limits.Timeout + TimeSpan.FromSeconds(5);

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Asks once who answers: another program, or a server that is too old, is told apart from a statement that failed.</summary>
    private async Task GreetAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref isKnown))
        {
            return;
        }

        await greeting.WaitAsync(cancellationToken);
        try
        {
            if (isKnown)
            {
                return;
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, address.Http);
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            var said = await ExchangeAsync(request, GraphLimits.Default, (_, json) => json, cancellationToken);
            if (said.ValueKind != JsonValueKind.Object || !said.TryGetProperty("neo4j_version", out var version) || version.GetString() is not { } written)
            {
                throw ServerFaults.NotNeo4j(address);
            }

            if (Version.TryParse(written.Split('-', '+')[0], out var number) && number < Oldest)
            {
                throw ServerFaults.TooOld(address, written);
            }

            Volatile.Write(ref isKnown, true);
        }
        finally
        {
            greeting.Release();
        }
    }

    private async Task<JsonElement> ExchangeAsync(HttpRequestMessage request, GraphLimits limits, Func<HttpStatusCode, JsonElement, JsonElement> read, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience(limits));
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            await using var stream = await response.Content.ReadAsStreamAsync(patience.Token);
            var bytes = await new RowLimit(limits).ReadAsync(stream, patience.Token);
            if (bytes.IsEmpty)
            {
                return response.StatusCode == HttpStatusCode.Unauthorized ? throw ServerFaults.Unauthorized(address, hasLogin, string.Empty) : default;
            }

            using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 512 });
            return read(response.StatusCode, json.RootElement).Clone();
        }
        catch (JsonException error)
        {
            throw new ServerException(ServerFaults.NotNeo4j(address).Message, error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw ServerFaults.Unreachable(address, error, Volatile.Read(ref isKnown));
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw ServerFaults.Silent(address, error);
        }
    }

    private JsonElement Read(HttpStatusCode status, JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object)
        {
            throw ServerFaults.NotNeo4j(address);
        }

        if (answer.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0)
        {
            var code = errors[0].TryGetProperty("code", out var c) ? c.GetString() ?? string.Empty : string.Empty;
            var message = errors[0].TryGetProperty("message", out var m) ? m.GetString() ?? string.Empty : string.Empty;
            throw status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden && code.Contains(".Security.", StringComparison.Ordinal)
                ? ServerFaults.Unauthorized(address, hasLogin, message)
                : ServerFaults.Of(code, message);
        }

        if ((int)status >= 400)
        {
            throw ServerFaults.Of("Neo.ClientError.Request.Invalid", $"HTTP {((int)status).ToString(CultureInfo.InvariantCulture)}");
        }

        Note(answer);
        if (answer.TryGetProperty("bookmarks", out var given) && given.ValueKind == JsonValueKind.Array && given.GetArrayLength() > 0)
        {
            Volatile.Write(ref bookmarks, [.. given.EnumerateArray().Select(b => b.GetString() ?? string.Empty)]);
        }

        return answer;
    }

    private void Note(JsonElement answer)
    {
        if (Notified is null || !answer.TryGetProperty("notifications", out var all) || all.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (var notification in all.EnumerateArray())
        {
            Notified(notification.GetProperty("code").GetString() ?? string.Empty, notification.GetProperty("description").GetString() ?? string.Empty);
        }
    }
}
