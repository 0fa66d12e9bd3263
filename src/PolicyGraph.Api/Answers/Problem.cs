using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PolicyGraph.Api.Answers;

/// <summary>Problem details (RFC 9457): what is wrong, and what to do.</summary>
/// <param name="Status">4xx, 501 or 503.</param>
/// <param name="Detail">One Chinese sentence.</param>
internal sealed record Problem(int Status, string Detail) : IResult
{
    /// <summary>The id under which the server's log tells more; null where there is no more to tell.</summary>
    public string? Trace { get; init; }

    /// <summary>Seconds after which another try may succeed; null where none will.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>Writes further members; null for none.</summary>
    public Action<Utf8JsonWriter>? More { get; init; }

    /// <summary>There is nothing under this id or address.</summary>
    public static Problem NotFound(string detail) => new(StatusCodes.Status404NotFound, detail);

    /// <summary>The request cannot be understood or carried out as it is.</summary>
    public static Problem BadRequest(string detail) => new(StatusCodes.Status400BadRequest, detail);

    /// <summary>This version does not have it yet.</summary>
    public static Problem NotBuilt(string detail) => new(StatusCodes.Status501NotImplemented, detail);

    /// <summary>The server cannot do it now.</summary>
    public static Problem Unavailable(string detail, int? retryAfter = null) => new(StatusCodes.Status503ServiceUnavailable, detail) { RetryAfter = retryAfter };

    /// <summary>Writes the JSON.</summary>
    public void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteString("type", "about:blank");
        json.WriteString("title", Title(Status));
        json.WriteNumber("status", Status);
        json.WriteString("detail", Detail);
        if (Trace is not null)
        {
            json.WriteString("trace", Trace);
        }

        More?.Invoke(json);
        json.WriteEndObject();
    }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (RetryAfter is { } seconds)
        {
            httpContext.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return new JsonAnswer(Write, Status) { ContentType = "application/problem+json; charset=utf-8" }.ExecuteAsync(httpContext);
    }

    private static string Title(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "请求有误",
        StatusCodes.Status403Forbidden => "不允许",
        StatusCodes.Status404NotFound => "没有找到",
        StatusCodes.Status405MethodNotAllowed => "方法不对",
        StatusCodes.Status413PayloadTooLarge => "内容太大",
        StatusCodes.Status415UnsupportedMediaType => "内容类型不对",
        StatusCodes.Status421MisdirectedRequest => "主机名不对",
        StatusCodes.Status422UnprocessableEntity => "文件没有装载",
        StatusCodes.Status501NotImplemented => "尚未提供",
        _ when status < 500 => "请求有误",
        _ => "暂时不能回答",
    };
}

/// <summary>Ends a request with a problem, from wherever its input is read.</summary>
internal sealed class ProblemException(Problem problem, Exception? innerException = null) : Exception(problem.Detail, innerException)
{
    /// <summary>What to answer.</summary>
    public Problem Problem { get; } = problem;
}
