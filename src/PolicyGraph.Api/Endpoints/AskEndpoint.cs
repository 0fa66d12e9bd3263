using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PolicyGraph.Api.Answers;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Api.Requests;
using PolicyGraph.Api.Serving;
using PolicyGraph.Assistant;

namespace PolicyGraph.Api.Endpoints;

/// <summary>A question in the user's words.</summary>
internal static class AskEndpoint
{
    private const int MaxName = 200;

    /// <summary>Adds the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/ask", AskAsync).Describe("ask", "用自然语言提问，回答逐句带引文；图谱没有的会直接说没有").Takes("AskBody").Gives("Ask").Works();

    /// <remarks>An enterprise is a name or a credit code here, never a folder: a client names no place on the server's disk.</remarks>
    private static async Task<JsonAnswer> AskAsync(HttpRequest request, ServedAssistant assistant, ServeOptions options, TimeProvider time)
    {
        QueryNames.Allow(request.Query);
        using var body = await JsonBody.ReadAsync(request, options.Limits, "question", "enterprise", "conversation");
        var question = new AskRequest(body.RequiredText("question", AskRequest.MaxLength), QueryNames.Today(time)) { Enterprise = body.Text("enterprise", MaxName) };
        var answer = await assistant.AskAsync(question, body.Text("conversation", ConversationStore.MaxId), request.HttpContext.RequestAborted);
        return new JsonAnswer(json => AnswerJson.Write(json, answer));
    }
}
