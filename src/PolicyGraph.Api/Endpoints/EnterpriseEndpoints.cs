using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PolicyGraph.Api.Answers;
using PolicyGraph.Api.Catalogue;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Api.Requests;
using PolicyGraph.Api.Serving;
using PolicyGraph.Compliance;
using PolicyGraph.Compliance.Benchmarks;
using PolicyGraph.Graph;
using PolicyGraph.Ontology;

namespace PolicyGraph.Api.Endpoints;

/// <summary>Enterprises: what the graph holds of them, and what they must still meet.</summary>
internal static class EnterpriseEndpoints
{
    private const int MaxBenchmarks = 1 << 20;

    private static readonly (string Name, string Meaning)[] GapOptions =
    [
        ("standard", "标准 id，逗号分隔；默认为评价日有效的版本和 measures2024-13"),
        ("asOf", "评价日 YYYY-MM-DD；默认为上海时间今天"),
    ];

    private static readonly (string Name, string Meaning)[] CheckOptions =
    [
        .. GapOptions,
        ("year", "评价年；默认为企业声明的年份或评价日前一年"),
    ];

    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/enterprises", ListAsync).Describe("enterprises", "列出企业").Gives("Items");
        routes.MapGet("/api/enterprises/{id}", ShowAsync).Describe("enterprises", "一家企业和它的证据文件（id 为统一社会信用代码）").Gives("Entry");
        routes.MapGet("/api/enterprises/{id}/gap", GapAsync).Describe("enterprises", "这家企业要成为绿色工厂还差什么：逐条结论、算式和出处").Query(GapOptions).Gives("Gap").Works();
        routes.MapPost("/api/enterprises/{id}/gap", GapWithBenchmarksAsync).Describe("enterprises", "同上，另给行业评价方案（YAML 文本）").Query(GapOptions).Takes("GapBody").Gives("Gap").Works();
        routes.MapGet("/api/enterprises/{id}/check", CheckAsync).Describe("enterprises", "证据与条款、证据与证据互相核对：过期、主体、期间、单位、算术和互相矛盾之处").Query(CheckOptions).Gives("Check").Works();
    }

    private static async Task<Results<JsonAnswer, Problem>> CheckAsync(string id, HttpRequest request, ServedGraph graph, PolicyOntology ontology, TimeProvider time)
    {
        QueryNames.Allow(request.Query, [.. CheckOptions.Select(o => o.Name)]);
        var snapshot = graph.Snapshot();
        if (await FindAsync(snapshot, id, request.HttpContext.RequestAborted) is null)
        {
            return Unknown(id);
        }

        var question = new CheckRequest(id, QueryNames.Day(request.Query, "asOf") ?? QueryNames.Today(time)) { Standards = QueryNames.List(request.Query, "standard"), Year = QueryNames.Year(request.Query, "year") };
        var check = await new CheckService(snapshot, ontology.Units, ontology.Energies).CheckAsync(question, request.HttpContext.RequestAborted);
        return new JsonAnswer(json => DefectsJson.Write(json, check));
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

    private static Task<Results<JsonAnswer, Problem>> GapAsync(string id, HttpRequest request, ServedGraph graph, PolicyOntology ontology, TimeProvider time) =>
        AssessAsync(id, request, graph, ontology, time, null);

    private static async Task<Results<JsonAnswer, Problem>> GapWithBenchmarksAsync(string id, HttpRequest request, ServedGraph graph, PolicyOntology ontology, TimeProvider time, ServeOptions options)
    {
        using var body = await JsonBody.ReadAsync(request, options.Limits, "benchmarks");
        var benchmarks = body.Text("benchmarks", MaxBenchmarks) is { } text ? BenchmarkFile.Read(text, "benchmarks") : null;
        return await AssessAsync(id, request, graph, ontology, time, benchmarks);
    }

    private static async Task<Results<JsonAnswer, Problem>> AssessAsync(string id, HttpRequest request, ServedGraph graph, PolicyOntology ontology, TimeProvider time, BenchmarkFile? benchmarks)
    {
        QueryNames.Allow(request.Query, [.. GapOptions.Select(o => o.Name)]);
        var snapshot = graph.Snapshot();
        if (await FindAsync(snapshot, id, request.HttpContext.RequestAborted) is null)
        {
            return Unknown(id);
        }

        var question = new GapRequest(id, QueryNames.Day(request.Query, "asOf") ?? QueryNames.Today(time)) { Standards = QueryNames.List(request.Query, "standard"), Benchmarks = benchmarks };
        var assessment = await new GapService(snapshot, ontology.Units, ontology.Energies).AssessAsync(question, request.HttpContext.RequestAborted);
        assessment = await SavedAssessments.CompareAsync(snapshot, assessment, request.HttpContext.RequestAborted);
        return new JsonAnswer(json => AssessmentJson.Write(json, assessment));
    }
}
