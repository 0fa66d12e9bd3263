using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PolicyGraph.Api.Answers;
using PolicyGraph.Api.Catalogue;
using PolicyGraph.Api.Endpoints;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Api.Requests;
using PolicyGraph.Api.Serving;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ontology;
using PolicyGraph.Readers;

namespace PolicyGraph.Api.Uploads;

/// <summary>Uploads of documents and of evidence, and how far they are.</summary>
internal static class UploadEndpoints
{
    private const string Uploads = "uploads/";

    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/documents", AddDocumentsAsync).Describe("uploads", "上传政策或标准文件（字段 file，可多个，也可以是 zip）；装载后的结果同 ingest").TakesFiles().Gives("Ingest").Uploads();
        routes.MapPost("/api/enterprises/{id}/evidence", AddEvidenceAsync).Describe("uploads", "上传一家企业的证据（字段 file，可多个）；存于 uploads/，重新装载企业文件夹时保留").TakesFiles().Gives("Ingest").Uploads();
        routes.MapGet("/api/jobs/{id}", FindJob).Describe("uploads", "异步上传（Prefer: respond-async）的进度和结果").Gives("Job");
    }

    private static async Task<IResult> AddDocumentsAsync(HttpRequest request, ServedGraph graph, PolicyOntology ontology, UploadQueue queue, ServeOptions options)
    {
        QueryNames.Allow(request.Query);
        var files = await UploadForm.ReadAsync(request, options.Limits, string.Empty);
        var items = files.SelectMany(Plan).ToList();
        return await AnswerAsync(request, queue, new UploadJob(Names(files), items.Count, (progress, cancellationToken) => graph.WriteAsync(
            "serve POST /api/documents", turn => turn.Pipeline(ontology).IngestAsync(items, progress, cancellationToken), cancellationToken)));
    }

    private static async Task<IResult> AddEvidenceAsync(string id, HttpRequest request, ServedGraph graph, PolicyOntology ontology, UploadQueue queue, ServeOptions options)
    {
        QueryNames.Allow(request.Query);
        if (await EnterpriseEndpoints.FindAsync(graph.Latest(), id, request.HttpContext.RequestAborted) is null)
        {
            return EnterpriseEndpoints.Unknown(id);
        }

        var files = await UploadForm.ReadAsync(request, options.Limits, Uploads);
        return await AnswerAsync(request, queue, new UploadJob(Names(files), files.Count, (progress, cancellationToken) => graph.WriteAsync(
            "serve POST /api/enterprises/{id}/evidence", turn => turn.Pipeline(ontology).AddPapersAsync(id, files, progress, cancellationToken), cancellationToken)));
    }

    private static Results<JsonAnswer, Problem> FindJob(string id, HttpRequest request, UploadQueue queue)
    {
        QueryNames.Allow(request.Query);
        return queue.Find(id) is { } job ? new JsonAnswer(job.Write) : Problem.NotFound("没有这个上传任务；任务结束一小时后不再保留，文件本身见 /api/documents");
    }

    private static async Task<IResult> AnswerAsync(HttpRequest request, UploadQueue queue, UploadJob job)
    {
        if (!queue.TryAdd(job))
        {
            return Problem.Unavailable("等待装载的上传太多，或服务器正在停止；请稍后重试", retryAfter: 10);
        }

        if (request.Headers["Prefer"].Any(p => p?.Contains("respond-async", StringComparison.OrdinalIgnoreCase) == true))
        {
            request.HttpContext.Response.Headers.Location = $"/api/jobs/{job.Id}";
            request.HttpContext.Response.Headers["Preference-Applied"] = "respond-async";
            return new JsonAnswer(job.Write, StatusCodes.Status202Accepted);
        }

        await job.Ended.WaitAsync(request.HttpContext.RequestAborted);
        return job switch
        {
            { Problem: { } problem } => problem,
            { Result: { } report } when report.Documents.Count > 0 && report.Documents.All(d => d.Status is DocumentStatus.Failed or DocumentStatus.Skipped) => NothingStored(report),
            { Result: { } report } => new JsonAnswer(json => IngestionJson.Write(json, report)),
            _ => Problem.Unavailable("上传没有结果；请重新上传"),
        };
    }

    private static Problem NothingStored(IngestionReport report) =>
        new(StatusCodes.Status422UnprocessableEntity, string.Join("；", report.Documents.Select(d => $"{d.Path}：{string.Join("，", d.Diagnostics.Select(r => r.Message))}")))
        {
            More = json => json.Objects("documents", report.Documents, IngestionJson.WriteDocument),
        };

    private static IReadOnlyList<PlannedItem> Plan(SourceFile file)
    {
        if (!IngestionPlan.IsArchive(file.Name))
        {
            return [DocumentReader.IsSupported(file.Name) ? new PlannedDocument(file, null) : new PlannedRefusal(file.Name, IngestionPlan.NotSupported(file.Name), IsFailure: true)];
        }

        try
        {
            return IngestionPlan.OfFolder(SourceArchive.Open(file));
        }
        catch (IngestionException error)
        {
            return [new PlannedRefusal(file.Name, error.Message, IsFailure: true)];
        }
    }

    private static string Names(IEnumerable<SourceFile> files) => string.Join("、", files.Select(f => f.Path));
}
