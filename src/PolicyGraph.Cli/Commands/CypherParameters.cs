using System.Text.Json;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Graph;

namespace PolicyGraph.Cli.Commands;

/// <summary>Parameters of a query from JSON.</summary>
public static class CypherParameters
{
    private const int MaxDepth = 64;

    /// <summary>Reads <c>name=json</c> items.</summary>
    /// <exception cref="RequestException">An item is not of that form.</exception>
    public static IReadOnlyDictionary<string, GraphValue> Read(IEnumerable<string> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var parameters = new Dictionary<string, GraphValue>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var equals = item.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                throw new RequestException($"--param {item}：应写作 name=json，例如 year=2020 或 title='\"中国制造2025\"'");
            }

            try
            {
                using var json = JsonDocument.Parse(item[(equals + 1)..], new JsonDocumentOptions { MaxDepth = MaxDepth });
                parameters[item[..equals]] = GraphValueReader.Read(json.RootElement);
            }
            catch (Exception error) when (error is JsonException or FormatException or OverflowException or InvalidOperationException)
            {
                throw new RequestException($"--param {item}：“=”后不是有效的 JSON（文本要带双引号）：{error.Message}", error);
            }
        }

        return parameters;
    }

    /// <summary>Reads a <c>.jsonl</c> file of <c>{"query","parameters"}</c>; a malformed line becomes a statement that fails as that line.</summary>
    /// <exception cref="RequestException">A line is no JSON object with a query.</exception>
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

    private static CypherInput ReadLine(string line, string file, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = MaxDepth });
            var query = json.RootElement.GetProperty("query").GetString() ?? string.Empty;
            var parameters = json.RootElement.TryGetProperty("parameters", out var given) && given.ValueKind == JsonValueKind.Object
                ? ((MapValue)GraphValueReader.Read(given)).Entries
                : new Dictionary<string, GraphValue>();
            return new CypherInput(query, parameters);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or OverflowException)
        {
            throw new RequestException($"{file} 第 {number} 行：应为 {{\"query\":…,\"parameters\":{{…}}}}：{error.Message}", error);
        }
    }
}
