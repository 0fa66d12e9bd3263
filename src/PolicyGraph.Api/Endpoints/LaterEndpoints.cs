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
        routes.MapPost("/api/ask", () => Problem.NotBuilt("本版本尚不能用自然语言提问；可用 POST /api/cypher 查询")).Describe("ask", "用自然语言提问，回答带引文（尚未提供）").Takes("AskBody").Gives("Ask");
        routes.MapGet("/api/enterprises/{id}/check", (string id) => Problem.NotBuilt("本版本尚不能核对证据；逐条结论见 GET /api/enterprises/{id}/gap")).Describe("enterprises", "证据与条款、证据与证据互相核对（尚未提供）").Gives("Check");
        routes.MapGet("/api/trace", () => Problem.NotBuilt("本版本尚不能追溯目标；可用 POST /api/cypher 查询 Target 节点")).Describe("trace", "从地方目标追溯到国家目标（尚未提供）").Gives("Trace");
        routes.MapPost("/api/chat", () => Problem.NotBuilt("本版本尚没有对话；请用 POST /api/ask 逐个提问")).Describe("ask", "对话，以服务器发送事件（SSE）逐步回答（尚未提供）").Takes("ChatBody");
        routes.MapPost("/mcp", () => Problem.NotBuilt("本版本尚没有 MCP；请用 /openapi/v1.json 里的接口")).Describe("server", "Model Context Protocol（尚未提供）");
    }
}
