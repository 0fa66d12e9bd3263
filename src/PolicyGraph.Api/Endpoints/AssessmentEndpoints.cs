using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PolicyGraph.Api.Answers;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Api.Requests;
using PolicyGraph.Api.Serving;
using PolicyGraph.Compliance;
using PolicyGraph.Compliance.Benchmarks;
using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Graph;
using PolicyGraph.Ontology;

namespace PolicyGraph.Api.Endpoints;

/// <summary>What an enterprise must still meet, and what is wrong with its evidence.</summary>
internal static class AssessmentEndpoints
{
    private const int MaxBenchmarks = 1 << 20;

    private static readonly (string Name, string Meaning)[] GapOptions =
    [
        ("standard", "标准 id，逗号分隔；默认为评价日有效的版本和 measures2024-13"),
        ("asOf", "评价日 YYYY-MM-DD；默认为上海时间今天"),
    ];

    private static readonly (string Name, string Meaning)[] SaveOptions = [.. GapOptions, ("save", "true 保存这次评价；以后的 gap 会说明与它相比哪些结论变了")];

    private static readonly (string Name, string Meaning)[] CheckOptions = [.. GapOptions, ("year", "评价年；默认为企业声明的年份或评价日前一年")];

    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/enterprises/{id}/gap", GapAsync).Describe("enterprises", "这家企业要成为绿色工厂还差什么：逐条结论、算式和出处").Query(GapOptions).Gives("Gap").Works();
        routes.MapPost("/api/enterprises/{id}/gap", GapWithBenchmarksAsync).Describe("enterprises", "同上，另给行业评价方案（YAML 文本）；save=true 时保存").Query(SaveOptions).Takes("GapBody").Gives("Gap").Works();
        routes.MapGet("/api/enterprises/{id}/check", CheckAsync).Describe("enterprises", "证据与条款、证据与证据互相核对：过期、主体、期间、单位、算术和互相矛盾之处").Query(CheckOptions).Gives("Check").Works();
    }

    private static async Task<Results<JsonAnswer, Problem>> GapAsync(string id, HttpRequest request, ServedGraph graph, PolicyOntology ontology, TimeProvider time)
    {
        QueryNames.Allow(request.Query, [.. GapOptions.Select(o => o.Name)]);
        return Answer(id, await AssessAsync(graph.Snapshot(), Question(id, request, time, null), ontology, request.HttpContext.RequestAborted));
    }

    private static async Task<Results<JsonAnswer, Problem>> GapWithBenchmarksAsync(string id, HttpRequest request, ServedGraph graph, PolicyOntology ontology, TimeProvider time, ServeOptions options)
    {
        QueryNames.Allow(request.Query, [.. SaveOptions.Select(o => o.Name)]);
        using var body = await JsonBody.ReadAsync(request, options.Limits, "benchmarks");
        var benchmarks = body.Text("benchmarks", MaxBenchmarks) is { } text ? BenchmarkFile.Read(text, "benchmarks") : null;
        var question = Question(id, request, time, benchmarks);
        return Answer(id, QueryNames.Flag(request.Query, "save")
            ? await SaveAsync(graph, question, ontology, request.HttpContext.RequestAborted)
            : await AssessAsync(graph.Snapshot(), question, ontology, request.HttpContext.RequestAborted));
    }

    private static async Task<Results<JsonAnswer, Problem>> CheckAsync(string id, HttpRequest request, ServedGraph graph, PolicyOntology ontology, TimeProvider time)
    {
        QueryNames.Allow(request.Query, [.. CheckOptions.Select(o => o.Name)]);
        var snapshot = graph.Snapshot();
        if (await EnterpriseEndpoints.FindAsync(snapshot, id, request.HttpContext.RequestAborted) is null)
        {
            return EnterpriseEndpoints.Unknown(id);
        }

        var question = new CheckRequest(id, QueryNames.Day(request.Query, "asOf") ?? QueryNames.Today(time)) { Standards = QueryNames.List(request.Query, "standard"), Year = QueryNames.Year(request.Query, "year") };
        var check = await new CheckService(snapshot, ontology.Units, ontology.Energies).CheckAsync(question, request.HttpContext.RequestAborted);
        return new JsonAnswer(json => DefectsJson.Write(json, check));
    }

    private static GapRequest Question(string id, HttpRequest request, TimeProvider time, BenchmarkFile? benchmarks) =>
        new(id, QueryNames.Day(request.Query, "asOf") ?? QueryNames.Today(time)) { Standards = QueryNames.List(request.Query, "standard"), Benchmarks = benchmarks };

    private static Results<JsonAnswer, Problem> Answer(string id, Assessment? assessment) =>
        assessment is null ? EnterpriseEndpoints.Unknown(id) : new JsonAnswer(json => AssessmentJson.Write(json, assessment));

    /// <summary>The assessment with what moved since the last one that was saved; null when the graph has no enterprise of this credit code.</summary>
    private static async Task<Assessment?> AssessAsync(IGraphDatabase graph, GapRequest question, PolicyOntology ontology, CancellationToken cancellationToken)
    {
        if (await EnterpriseEndpoints.FindAsync(graph, question.Enterprise, cancellationToken) is null)
        {
            return null;
        }

        var assessment = await new GapService(graph, ontology.Units, ontology.Energies).AssessAsync(question, cancellationToken);
        return await SavedAssessments.CompareAsync(graph, assessment, cancellationToken);
    }

    /// <summary>Assesses and saves in one turn, so that what is saved is what the graph held then.</summary>
    private static Task<Assessment?> SaveAsync(ServedGraph graph, GapRequest question, PolicyOntology ontology, CancellationToken cancellationToken) => graph.WriteAsync(
        "serve POST /api/enterprises/{id}/gap",
        async turn =>
        {
            var assessment = await AssessAsync(turn.Graph, question, ontology, cancellationToken);
            if (assessment is not null)
            {
                await SavedAssessments.SaveAsync(turn.Pipeline(ontology), assessment, cancellationToken);
            }

            return assessment;
        },
        cancellationToken);
}
