using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PolicyGraph.Api.Answers;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Api.Requests;
using PolicyGraph.Api.Serving;
using PolicyGraph.Graph;

namespace PolicyGraph.Api.Endpoints;

/// <summary>One Cypher statement over the graph; read only unless the server was started with <c>--allow-write</c>.</summary>
internal static class CypherEndpoint
{
    private const int MaxQuery = 1 << 20;

    /// <summary>Adds the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/cypher", RunAsync).Describe("cypher", "运行一条 Cypher 查询（默认只读；serve --allow-write 时可写，写入记入日志）").Takes("CypherBody").Gives("Cypher").Works();

    private static async Task<JsonAnswer> RunAsync(HttpRequest request, StatementGate gate, ServeOptions options)
    {
        QueryNames.Allow(request.Query);
        using var body = await JsonBody.ReadAsync(request, options.Limits, "query", "parameters");
        try
        {
            var watch = Stopwatch.StartNew();
            var result = await gate.RunAsync(body.RequiredText("query", MaxQuery), Parameters(body, "parameters"), request.HttpContext.RequestAborted);
            return new JsonAnswer(json => QueryJson.WriteResult(json, result, watch.Elapsed));
        }
        catch (GraphException error)
        {
            return new JsonAnswer(json => QueryJson.WriteError(json, error), error.Class == GraphErrorClass.Refused ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>The parameters under a key; none where it is left out.</summary>
    /// <exception cref="ProblemException">It is no object, or a typed value is not of its type.</exception>
    internal static IReadOnlyDictionary<string, GraphValue> Parameters(JsonBody body, string key)
    {
        if (!body.Root.TryGetProperty(key, out var given) || given.ValueKind == JsonValueKind.Null)
        {
            return new Dictionary<string, GraphValue>();
        }

        if (given.ValueKind != JsonValueKind.Object)
        {
            throw JsonBody.Bad($"“{key}”应为一个对象，例如 {{\"year\": 2020}}");
        }

        try
        {
            return given.EnumerateObject().ToDictionary(p => p.Name, p => GraphValueReader.Read(p.Value), StringComparer.Ordinal);
        }
        catch (Exception error) when (error is JsonException or FormatException or OverflowException or InvalidOperationException or GraphException)
        {
            throw JsonBody.Bad($"“{key}”里有不能用的值：{error.Message}", error);
        }
    }
}
