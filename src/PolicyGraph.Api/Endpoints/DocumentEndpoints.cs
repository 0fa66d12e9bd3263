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
using PolicyGraph.Ingestion.Sources;

namespace PolicyGraph.Api.Endpoints;

/// <summary>Documents and standards: what there is, and what one of them says.</summary>
internal static class DocumentEndpoints
{
    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/documents", (HttpRequest request, ServedGraph graph) => ListAsync("documents", request, graph)).Describe("documents", "列出文件：政策、标准和企业证据").Gives("Items");
        routes.MapGet("/api/documents/{**id}", ExtractAsync).Describe("documents", "一份文件说了什么（同 extract，取自保存的原件）：正文、结构、目标、义务、引用；引文的位置都在其中").Gives("Extract").Works();
        routes.MapGet("/api/standards", (HttpRequest request, ServedGraph graph) => ListAsync("standards", request, graph)).Describe("documents", "列出评价标准").Gives("Items");
        routes.MapGet("/api/standards/{id}", StandardAsync).Describe("documents", "一个评价标准和它的准则").Gives("Entry");
    }

    private static async Task<JsonAnswer> ListAsync(string kind, HttpRequest request, ServedGraph graph)
    {
        QueryNames.Allow(request.Query);
        var rows = await GraphList.ReadAsync(graph.Latest(), kind, request.HttpContext.RequestAborted);
        return new JsonAnswer(json => CatalogueJson.WriteList(json, rows));
    }

    private static async Task<Results<JsonAnswer, Problem>> StandardAsync(string id, HttpRequest request, ServedGraph graph)
    {
        QueryNames.Allow(request.Query);
        var entry = await GraphEntry.FindAsync(graph.Snapshot(), id, request.HttpContext.RequestAborted);
        return entry is not null && entry.Node.Labels.Contains("Edition")
            ? new JsonAnswer(json => CatalogueJson.WriteEntry(json, entry))
            : Problem.NotFound($"图中没有标准 {id}；用 GET /api/standards 查看有哪些");
    }

    private static async Task<Results<JsonAnswer, Problem>> ExtractAsync(string id, HttpRequest request, ServedGraph graph, FileExtraction extraction)
    {
        QueryNames.Allow(request.Query);
        var snapshot = graph.Snapshot();
        // A slash in an id may come as it is or as %2F, which the server leaves alone in paths.
        var entry = await FindAsync(snapshot, id, request.HttpContext.RequestAborted)
            ?? await FindAsync(snapshot, id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase), request.HttpContext.RequestAborted);
        if (entry is null)
        {
            return Problem.NotFound($"图中没有文件 {id}；用 GET /api/documents 查看有哪些");
        }

        if (entry.Value["sha256"].AsString() is not { } sha256)
        {
            return Problem.NotFound($"图中的文件只引用了 {id}，没有它的原文；请上传（POST /api/documents）后再打开");
        }

        var file = new SourceFile(entry.Value["path"].AsString() ?? id, $"original:{sha256}", () => graph.Originals.Open(sha256));
        return new JsonAnswer((await extraction.ExtractAsync(file, request.HttpContext.RequestAborted)).Write);
    }

    private static async Task<GraphRow?> FindAsync(IGraphDatabase graph, string id, CancellationToken cancellationToken)
    {
        var found = await graph.ExecuteAsync(new GraphQuery("MATCH (d:Document {id: $id}) RETURN d.sha256 AS sha256, d.path AS path", new Dictionary<string, GraphValue> { ["id"] = id }), cancellationToken);
        return found.Records.Select(r => (GraphRow?)r).FirstOrDefault();
    }
}
