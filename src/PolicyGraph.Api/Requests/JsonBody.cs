using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PolicyGraph.Api.Answers;
using PolicyGraph.Api.Serving;

namespace PolicyGraph.Api.Requests;

/// <summary>A JSON object that came with a request: strict, so that a misspelt key is told and not passed over.</summary>
internal sealed class JsonBody : IDisposable
{
    private const int Chunk = 1 << 16;
    private readonly JsonDocument json;

    private JsonBody(JsonDocument json) => this.json = json;

    /// <summary>The object.</summary>
    public JsonElement Root => json.RootElement;

    /// <summary>Reads the body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limits">Bytes and depth.</param>
    /// <param name="keys">The keys that the object may have; none to let all pass.</param>
    /// <exception cref="ProblemException">400, 413 or 415: it is not such an object.</exception>
    public static async Task<JsonBody> ReadAsync(HttpRequest request, ServeLimits limits, params string[] keys)
    {
        if (!request.HasJsonContentType() && request.ContentType?.StartsWith("application/vnd.neo4j.query", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw new ProblemException(new Problem(StatusCodes.Status415UnsupportedMediaType, "请求的内容应为 JSON；请加上请求头 Content-Type: application/json"));
        }

        using var buffer = await ReadBytesAsync(request, limits.MaxJsonBytes);
        var body = new JsonBody(Parse(buffer, limits.MaxJsonDepth));
        try
        {
            body.Require(keys);
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>The text under a key; null where it is left out or null.</summary>
    /// <exception cref="ProblemException">It is something else, or longer than <paramref name="maxLength"/>.</exception>
    public string? Text(string key, int maxLength)
    {
        if (!Root.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString() ?? string.Empty : throw Bad($"“{key}”应为文本");
        return text.Length <= maxLength ? text : throw Bad(FormattableString.Invariant($"“{key}”有 {text.Length} 个字，超过上限 {maxLength}"));
    }

    /// <summary>The text under a key that has to be there.</summary>
    public string RequiredText(string key, int maxLength) => Text(key, maxLength) is { } text && !string.IsNullOrWhiteSpace(text) ? text : throw Bad($"缺少“{key}”");

    /// <inheritdoc/>
    public void Dispose() => json.Dispose();

    internal static ProblemException Bad(string detail, Exception? innerException = null) => new(Problem.BadRequest(detail), innerException);

    private static async Task<MemoryStream> ReadBytesAsync(HttpRequest request, int limit)
    {
        var buffer = new MemoryStream();
        var chunk = new byte[Chunk];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted)) > 0)
        {
            if (buffer.Length + read > limit)
            {
                throw new ProblemException(new Problem(StatusCodes.Status413PayloadTooLarge, FormattableString.Invariant($"请求的 JSON 超过上限 {limit} 字节；请拆分后再发")));
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer;
    }

    private static JsonDocument Parse(MemoryStream buffer, int maxDepth)
    {
        try
        {
            return JsonDocument.Parse(buffer.ToArray(), new JsonDocumentOptions { MaxDepth = maxDepth, AllowDuplicateProperties = false });
        }
        catch (JsonException error)
        {
            throw Bad(FormattableString.Invariant($"请求的内容不是有效的 JSON（第 {(error.LineNumber ?? 0) + 1} 行第 {(error.BytePositionInLine ?? 0) + 1} 字节），或嵌套超过 {maxDepth} 层，或有重复的键"), error);
        }
    }

    private void Require(string[] keys)
    {
        if (Root.ValueKind != JsonValueKind.Object)
        {
            throw Bad("请求的 JSON 应为一个对象 {…}");
        }

        if (keys.Length > 0 && Root.EnumerateObject().Select(p => p.Name).FirstOrDefault(n => !keys.Contains(n, StringComparer.Ordinal)) is { } unknown)
        {
            throw Bad($"不认识的键“{unknown}”；可用的键：{string.Join("、", keys)}");
        }
    }
}
