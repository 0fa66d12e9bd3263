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

/// <summary>Neo4j's Query API on the product's graph, so that its clients and tools can be used; held to the same guard and limits as <c>/api/cypher</c>.</summary>
/// <remarks>Faults have Neo4j's form and codes. There is one database, <c>neo4j</c>. Bookmarks, impersonation and notifications do not exist here; keys that ask for them are passed over.</remarks>
internal static class QueryApiEndpoints
{
    private const int MaxStatement = 1 << 20;

    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/db/{database}/query/v2", RunAsync).Describe("cypher", "Neo4j 的 Query API（数据库名为 neo4j；只读，除非 serve --allow-write）").Takes("QueryBody").Gives("QueryData").Works();
        routes.MapPost("/db/{database}/query/v2/tx", (string database) => NotBuilt(database)).Describe("cypher", "Neo4j 的 Query API：开始事务（尚未提供）").Takes("QueryBody");
        routes.MapPost("/db/{database}/query/v2/tx/{id}", (string database, string id) => NotBuilt(database)).Describe("cypher", "Neo4j 的 Query API：在事务里运行语句（尚未提供）").Takes("QueryBody");
        routes.MapPost("/db/{database}/query/v2/tx/{id}/commit", (string database, string id) => NotBuilt(database)).Describe("cypher", "Neo4j 的 Query API：提交事务（尚未提供）").Takes("QueryBody");
        routes.MapDelete("/db/{database}/query/v2/tx/{id}", (string database, string id) => NotBuilt(database)).Describe("cypher", "Neo4j 的 Query API：回滚事务（尚未提供）");
    }

    private static async Task<JsonAnswer> RunAsync(string database, HttpRequest request, StatementGate gate, ServeOptions options)
    {
        if (WrongDatabase(database) is { } wrong)
        {
            return wrong;
        }

        try
        {
            using var body = await JsonBody.ReadAsync(request, options.Limits);
            var isTyped = request.Headers.Accept.ToString().Contains(QueryApiJson.TypedMedia, StringComparison.OrdinalIgnoreCase);
            var withCounters = body.Root.TryGetProperty("includeCounters", out var counters) && counters.ValueKind == JsonValueKind.True;
            var reads = string.Equals(body.Text("accessMode", 10), "READ", StringComparison.OrdinalIgnoreCase);
            var result = await gate.RunAsync(body.RequiredText("statement", MaxStatement), CypherEndpoint.Parameters(body, "parameters"), request.HttpContext.RequestAborted, reads);
            return Answer(isTyped, json => QueryApiJson.WriteResult(json, result, isTyped, withCounters));
        }
        catch (GraphException error)
        {
            return Fault(error.Class == GraphErrorClass.Refused ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest, error.Code, error.Message);
        }
        catch (ProblemException error)
        {
            return Fault(error.Problem.Status, "Neo.ClientError.Request.Invalid", error.Problem.Detail);
        }
    }

    private static JsonAnswer Answer(bool isTyped, Action<Utf8JsonWriter> members) => new(
        json =>
        {
            json.WriteStartObject();
            members(json);
            json.Texts("bookmarks", []);
            json.WriteEndObject();
        },
        StatusCodes.Status202Accepted) { ContentType = isTyped ? QueryApiJson.TypedMedia : "application/json; charset=utf-8" };

    private static JsonAnswer Fault(int status, string code, string message) => new(json => QueryApiJson.WriteError(json, code, message), status);

    private static JsonAnswer? WrongDatabase(string database) => database == "neo4j"
        ? null
        : Fault(StatusCodes.Status404NotFound, "Neo.ClientError.Database.DatabaseNotFound", $"没有数据库“{database}”；这里的数据库叫 neo4j");

    private static JsonAnswer NotBuilt(string database) =>
        WrongDatabase(database) ?? Fault(StatusCodes.Status501NotImplemented, "Neo.ClientError.Request.Invalid", "本版本尚没有跨请求的事务；请用 POST /db/neo4j/query/v2，每条语句自成事务");
}
