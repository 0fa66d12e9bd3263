using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PolicyGraph.Api.Answers;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Api.Requests;
using PolicyGraph.Ontology;
using PolicyGraph.Tracing;

namespace PolicyGraph.Api.Endpoints;

/// <summary>Targets from province to nation.</summary>
internal static class TraceEndpoint
{
    private static readonly (string Name, string Meaning)[] Options =
    [
        ("indicator", "指标的名称、别名或 id，如 绿色工厂数量"),
        ("jurisdiction", "地区名称或 GB/T 2260 代码：只看有它的链"),
        ("document", "文件 id：只看有它的链"),
        ("at", "YYYY-MM-DD：这一天有效的目标；默认为全部"),
        ("compare", "并列比较的地区，逗号分隔，如 广东,上海"),
    ];

    /// <summary>Adds the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/trace", TraceAsync).Describe("trace", "从地方目标追溯到国家目标：每条为何相承、有何不同，都有原文").Query(Options).Gives("Trace").Works();

    private static async Task<JsonAnswer> TraceAsync(HttpRequest request, ServedGraph graph, PolicyOntology ontology)
    {
        QueryNames.Allow(request.Query, [.. Options.Select(o => o.Name)]);
        var question = new TraceRequest
        {
            Indicator = QueryNames.Text(request.Query, "indicator"),
            Jurisdiction = QueryNames.Text(request.Query, "jurisdiction"),
            Document = QueryNames.Text(request.Query, "document"),
            At = QueryNames.Day(request.Query, "at"),
            Compare = QueryNames.List(request.Query, "compare"),
        };
        var trace = await new TraceService(graph.Snapshot(), ontology.Policies, ontology.Units).TraceAsync(question, request.HttpContext.RequestAborted);
        return new JsonAnswer(json => TraceJson.Write(json, trace));
    }
}
