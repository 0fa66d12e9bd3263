using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PolicyGraph.Api.Answers;
using PolicyGraph.Api.Catalogue;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Api.Requests;
using PolicyGraph.Graph;

namespace PolicyGraph.Api.Endpoints;

/// <summary>Enterprises: what the graph holds of them.</summary>
internal static class EnterpriseEndpoints
{
    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/enterprises", ListAsync).Describe("enterprises", "列出企业").Gives("Items");
        routes.MapGet("/api/enterprises/{id}", ShowAsync).Describe("enterprises", "一家企业和它的证据文件（id 为统一社会信用代码）").Gives("Entry");
    }

    /// <summary>The enterprise of a credit code; null when the graph has none. A name is no id.</summary>
    internal static async Task<GraphEntry?> FindAsync(IGraphDatabase graph, string id, CancellationToken cancellationToken) =>
        await GraphEntry.FindAsync(graph, id, cancellationToken) is { } entry && entry.Node.Labels.Contains("Enterprise") ? entry : null;

    /// <summary>There is no such enterprise.</summary>
    internal static Problem Unknown(string id) => Problem.NotFound($"图中没有统一社会信用代码为 {id} 的企业；用 GET /api/enterprises 查看有哪些，或先用 policygraph ingest 装载它的文件夹");

    private static async Task<JsonAnswer> ListAsync(HttpRequest request, ServedGraph graph)
    {
        QueryNames.Allow(request.Query);
        var rows = await GraphList.ReadAsync(graph.Latest(), "enterprises", request.HttpContext.RequestAborted);
        return new JsonAnswer(json => CatalogueJson.WriteList(json, rows));
    }

    private static async Task<Results<JsonAnswer, Problem>> ShowAsync(string id, HttpRequest request, ServedGraph graph)
    {
        QueryNames.Allow(request.Query);
        var entry = await FindAsync(graph.Snapshot(), id, request.HttpContext.RequestAborted);
        return entry is null ? Unknown(id) : new JsonAnswer(json => CatalogueJson.WriteEntry(json, entry));
    }
}
