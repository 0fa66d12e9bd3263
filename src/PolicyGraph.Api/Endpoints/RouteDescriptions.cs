using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PolicyGraph.Api.Serving;

namespace PolicyGraph.Api.Endpoints;

/// <summary>What the OpenAPI document says of a route, and which limits it is held to.</summary>
internal static class RouteDescriptions
{
    /// <summary>Names the group and says in one sentence what the route gives.</summary>
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder route, string tag, string summary) =>
        route.WithTags(tag).WithSummary(summary).WithMetadata(new ProblemStatuses());

    /// <summary>Says what the JSON of its answer looks like: a shape of <c>shapes.json</c>.</summary>
    public static RouteHandlerBuilder Gives(this RouteHandlerBuilder route, string shape) => route.WithMetadata(new AnswerShape(shape));

    /// <summary>Says what the JSON of its body looks like: a shape of <c>shapes.json</c>.</summary>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder route, string shape) => route.WithMetadata(new BodyShape(shape));

    /// <summary>Says that it takes <c>multipart/form-data</c> with <c>file</c>.</summary>
    public static RouteHandlerBuilder TakesFiles(this RouteHandlerBuilder route) => route.WithMetadata(new FilesBody()).DisableAntiforgery();

    /// <summary>Names what may stand behind the <c>?</c>.</summary>
    public static RouteHandlerBuilder Query(this RouteHandlerBuilder route, params (string Name, string Meaning)[] names) => route.WithMetadata(new QueryOptions(names));

    /// <summary>Holds it to the number of answers that are worked on at a time.</summary>
    public static RouteHandlerBuilder Works(this RouteHandlerBuilder route) => route.RequireRateLimiting(ServerLimits.Answers);

    /// <summary>Gives it the size and the time of an upload.</summary>
    public static RouteHandlerBuilder Uploads(this RouteHandlerBuilder route)
    {
        route.RequireRateLimiting(ServerLimits.Uploads);
        route.WithRequestTimeout(ServerLimits.Uploads);
        return route;
    }
}

/// <summary>The shape of an answer.</summary>
internal sealed record AnswerShape(string Name);

/// <summary>The shape of a JSON body.</summary>
internal sealed record BodyShape(string Name);

/// <summary>The names behind the <c>?</c> with their meanings.</summary>
internal sealed record QueryOptions(IReadOnlyList<(string Name, string Meaning)> Names);

/// <summary>Marks a route that answers faults with problem details.</summary>
internal sealed record ProblemStatuses;

/// <summary>Marks a route that takes files.</summary>
internal sealed record FilesBody;
