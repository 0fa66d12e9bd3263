using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyGraph.Graph;

namespace PolicyGraph.Neo4j.Tests;

/// <summary>The graph of a Neo4j server, over its HTTP Query API in typed JSON. Limits are not passed on.</summary>
internal sealed class QueryApiGraph : IGraphDatabase
{
    private readonly HttpClient http;

    public QueryApiGraph(Neo4jServer server)
    {
        http = new HttpClient { BaseAddress = new Uri(server.Address, "/db/neo4j/query/v2/"), Timeout = TimeSpan.FromMinutes(2) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{server.User}:{server.Password}")));
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/vnd.neo4j.query"));
    }

    /// <summary>What the server deprecates or warns of in the statements, one line each; that nothing carries a label, type or property yet, and that <c>IF NOT EXISTS</c> found one, is no warning.</summary>
    public SortedSet<string> Warnings { get; } = new(StringComparer.Ordinal);

    public async Task<GraphResult> ExecuteAsync(GraphQuery query, CancellationToken cancellationToken = default) =>
        Result(await SendAsync(HttpMethod.Post, string.Empty, Body(query, query.Access), cancellationToken));

    public async Task<IGraphTransaction> BeginTransactionAsync(GraphAccess access, CancellationToken cancellationToken = default)
    {
        var begun = await SendAsync(HttpMethod.Post, "tx", new JsonObject { ["accessMode"] = Word(access) }, cancellationToken);
        return new Transaction(this, "tx/" + begun.GetProperty("transaction").GetProperty("id").GetString());
    }

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string Word(GraphAccess access) => access == GraphAccess.Write ? "WRITE" : "READ";

    private static JsonObject Body(GraphQuery query, GraphAccess? access)
    {
        var body = new JsonObject
        {
            ["statement"] = query.Text,
            ["parameters"] = new JsonObject((query.Parameters ?? new Dictionary<string, GraphValue>()).Select(p => KeyValuePair.Create<string, JsonNode?>(p.Key, QueryApiValues.Write(p.Value)))),
            ["includeCounters"] = true,
        };
        if (access is { } mode)
        {
            body["accessMode"] = Word(mode);
        }

        return body;
    }

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, JsonObject? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path.Length == 0 ? new Uri(http.BaseAddress!.ToString().TrimEnd('/')) : new Uri(path, UriKind.Relative)); // the address is set above
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/vnd.neo4j.query"));
        }

        using var response = await http.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (text.Length == 0)
        {
            return default;
        }

        using var json = JsonDocument.Parse(text);
        if (json.RootElement.TryGetProperty("errors", out var errors))
        {
            throw new GraphException(GraphErrorClass.Runtime, errors[0].GetProperty("code").GetString() ?? string.Empty, $"{errors[0].GetProperty("message").GetString()} in {body?["statement"]}");
        }

        Note(json.RootElement, body);
        return json.RootElement.Clone();
    }

    private void Note(JsonElement answer, JsonObject? body)
    {
        foreach (var notification in answer.TryGetProperty("notifications", out var all) && all.ValueKind == JsonValueKind.Array ? all.EnumerateArray() : default)
        {
            var code = notification.GetProperty("code").GetString() ?? string.Empty;
            if (!code.Contains("Unknown", StringComparison.Ordinal) && !code.EndsWith("AlreadyExists", StringComparison.Ordinal))
            {
                Warnings.Add($"{code}: {notification.GetProperty("description").GetString()} in {body?["statement"]}");
            }
        }
    }

    private static GraphResult Result(JsonElement answer)
    {
        var data = answer.GetProperty("data");
        var counters = answer.GetProperty("counters");
        long Counter(string name) => counters.GetProperty(name).GetInt64();
        return new GraphResult(
            [.. data.GetProperty("fields").EnumerateArray().Select(f => f.GetString() ?? string.Empty)],
            [.. data.GetProperty("values").EnumerateArray().Select(r => (IReadOnlyList<GraphValue>)[.. r.EnumerateArray().Select(QueryApiValues.Read)])],
            new GraphStatistics(
                Counter("nodesCreated"), Counter("nodesDeleted"), Counter("relationshipsCreated"), Counter("relationshipsDeleted"), Counter("propertiesSet"), Counter("labelsAdded"), Counter("labelsRemoved"),
                Counter("indexesAdded"), Counter("indexesRemoved"), Counter("constraintsAdded"), Counter("constraintsRemoved")));
    }

    private sealed class Transaction(QueryApiGraph graph, string path) : IGraphTransaction
    {
        private bool isOpen = true;

        public async Task<GraphResult> RunAsync(GraphQuery query, CancellationToken cancellationToken = default) =>
            Result(await graph.SendAsync(HttpMethod.Post, path, Body(query, null), cancellationToken));

        public async Task CommitAsync(CancellationToken cancellationToken = default)
        {
            isOpen = false;
            await graph.SendAsync(HttpMethod.Post, path + "/commit", [], cancellationToken);
        }

        public async Task RollbackAsync(CancellationToken cancellationToken = default)
        {
            isOpen = false;
            await graph.SendAsync(HttpMethod.Delete, path, null, cancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            if (isOpen)
            {
                await RollbackAsync();
            }
        }
    }
}
