using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PolicyGraph.Api.Json;

namespace PolicyGraph.Api.Answers;

/// <summary>An answer in the contract's JSON. It is written whole before the first byte is sent, so that a fault never follows half an answer.</summary>
/// <param name="write">Writes the value.</param>
/// <param name="status">The status.</param>
internal sealed class JsonAnswer(Action<Utf8JsonWriter> write, int status = StatusCodes.Status200OK) : IResult
{
    /// <summary>The media type; <c>application/json</c> unless it is set.</summary>
    public string ContentType { get; init; } = "application/json; charset=utf-8";

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var body = JsonText.ToBytes(write);
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = ContentType;
        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), httpContext.RequestAborted);
    }
}
