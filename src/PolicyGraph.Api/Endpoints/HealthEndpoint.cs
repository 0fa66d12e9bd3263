using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PolicyGraph.Api.Answers;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Requests;
using PolicyGraph.Api.Serving;
using PolicyGraph.Graph;
using PolicyGraph.Ontology;

namespace PolicyGraph.Api.Endpoints;

/// <summary>Whether the server can answer: it asks the graph, and a graph that cannot be read is 503.</summary>
internal static class HealthEndpoint
{
    /// <summary>Adds the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/health", CheckAsync).Describe("server", "服务是否正常，图中有多少节点和关系").Gives("Health");

    private static async Task<JsonAnswer> CheckAsync(HttpRequest request, ServedGraph graph, PolicyOntology ontology, ServeOptions options)
    {
        QueryNames.Allow(request.Query);
        var latest = graph.Snapshot();
        var nodes = await latest.ExecuteAsync(new GraphQuery("MATCH (n) RETURN count(n) AS n"), request.HttpContext.RequestAborted);
        var relationships = await latest.ExecuteAsync(new GraphQuery("MATCH ()-[r]->() RETURN count(r) AS n"), request.HttpContext.RequestAborted);
        var version = typeof(HealthEndpoint).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        return new JsonAnswer(json =>
        {
            json.WriteStartObject();
            json.WriteString("status", "ok");
            json.WriteString("version", version);
            json.WriteString("ontology", ontology.Version);
            json.WriteNumber("nodes", nodes.Rows[0][0].AsInteger() ?? 0);
            json.WriteNumber("relationships", relationships.Rows[0][0].AsInteger() ?? 0);
            json.WriteBoolean("allowWrite", options.AllowWrite);
            json.WriteEndObject();
        });
    }
}
