using System.Globalization;
using System.Text.Json;
using PolicyGraph.Cli.Invocation;
using PolicyGraph.Graph;

namespace PolicyGraph.Cli.Commands;

/// <summary>Parameters of a query from JSON.</summary>
public static class CypherParameters
{
    private const int MaxDepth = 64;

    /// <summary>Reads <c>name=json</c> items.</summary>
    /// <exception cref="CommandException">An item is not of that form.</exception>
    public static IReadOnlyDictionary<string, GraphValue> Read(IEnumerable<string> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var parameters = new Dictionary<string, GraphValue>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var equals = item.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new CommandException($"--param {item}：应写作 name=json，例如 year=2020 或 title='\"中国制造2025\"'");
            }

            try
            {
                using var json = JsonDocument.Parse(item[(equals + 1)..], new JsonDocumentOptions { MaxDepth = MaxDepth });
                parameters[item[..equals]] = ToValue(json.RootElement);
            }
            catch (Exception error) when (error is JsonException or FormatException or OverflowException or InvalidOperationException)
            {
                throw new CommandException($"--param {item}：“=”后不是有效的 JSON（文本要带双引号）：{error.Message}", error);
            }
        }

        return parameters;
    }

    /// <summary>Reads a <c>.jsonl</c> file of <c>{"query","parameters"}</c>; a malformed line becomes a statement that fails as that line.</summary>
    /// <exception cref="CommandException">A line is no JSON object with a query.</exception>
    public static IEnumerable<CypherInput> ReadBatch(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return ReadLine(line, file, number);
            }
        }
    }

    /// <summary>A JSON value as a Cypher value: a number with a point or exponent is a float, <c>{"$type","_value"}</c> is what it says.</summary>
    public static GraphValue ToValue(JsonElement element) => TypedJson.TryRead(element, out var typed) ? typed : element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => GraphValue.Null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => ToNumber(element),
        JsonValueKind.Array => GraphValue.ListOf(element.EnumerateArray().Select(ToValue)),
        _ => new MapValue(element.EnumerateObject().ToDictionary(p => p.Name, p => ToValue(p.Value), StringComparer.Ordinal)),
    };

    private static GraphValue ToNumber(JsonElement element)
    {
        var raw = element.GetRawText();
        return raw.AsSpan().IndexOfAny('.', 'e', 'E') < 0 && long.TryParse(raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)
            ? (GraphValue)integer // without the cast the two arms would meet as a double
            : element.GetDouble();
    }

    private static CypherInput ReadLine(string line, string file, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = MaxDepth });
            var query = json.RootElement.GetProperty("query").GetString() ?? string.Empty;
            var parameters = json.RootElement.TryGetProperty("parameters", out var given) && given.ValueKind == JsonValueKind.Object
                ? ((MapValue)ToValue(given)).Entries
                : new Dictionary<string, GraphValue>();
            return new CypherInput(query, parameters);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or OverflowException)
        {
            throw new CommandException($"{file} 第 {number} 行：应为 {{\"query\":…,\"parameters\":{{…}}}}：{error.Message}", error);
        }
    }
}
