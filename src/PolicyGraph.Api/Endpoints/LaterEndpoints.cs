using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using PolicyGraph.Api.Answers;

namespace PolicyGraph.Api.Endpoints;

/// <summary>Routes of the contract that this version does not have yet: they are in the OpenAPI document and answer 501 with a sentence, so that nobody looks for them in vain.</summary>
internal static class LaterEndpoints
{
    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/chat", () => Problem.NotBuilt("本版本尚没有对话；请用 POST /api/ask 逐个提问")).Describe("ask", "对话，以服务器发送事件（SSE）逐步回答（尚未提供）").Takes("ChatBody");
        routes.MapPost("/mcp", () => Problem.NotBuilt("本版本尚没有 MCP；请用 /openapi/v1.json 里的接口")).Describe("server", "Model Context Protocol（尚未提供）");
    }
}
