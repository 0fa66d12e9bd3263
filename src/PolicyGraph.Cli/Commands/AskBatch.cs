using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Assistant;
using PolicyGraph.Cli.Invocation;
using PolicyGraph.Cli.Output;

namespace PolicyGraph.Cli.Commands;

/// <summary><c>ask --batch</c>: one question a line in, one answer a line out, in the same order.</summary>
internal static class AskBatch
{
    private const int MaxLine = 100_000;
    private const int MaxLines = 100_000;

    /// <summary>Answers every line; a line that cannot be read has its fault in its place and the rest goes on.</summary>
    /// <returns>The exit code: 1 when a line failed.</returns>
    public static async Task<int> RunAsync(AskSession session, string file, AnswerLanguage? language, DateOnly asOf, bool isJson, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            throw new RequestException($"找不到 {file}；请检查 --batch 的路径");
        }

        var code = 0;
        var number = 0;
        using var reader = new StreamReader(file, new UTF8Encoding(false));
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            number++;
            if (number > MaxLines)
            {
                throw new RequestException($"{file} 超过 {MaxLines} 行，请分成几个文件");
            }

            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (!await AnswerLineAsync(session, line, number, language, asOf, isJson, cancellationToken))
            {
                code = 1;
            }
        }

        return code;
    }

    private static async Task<bool> AnswerLineAsync(AskSession session, string line, int number, AnswerLanguage? language, DateOnly asOf, bool isJson, CancellationToken cancellationToken)
    {
        JsonElement? id = null;
        string fault;
        try
        {
            if (line.Length > MaxLine)
            {
                throw new JsonException($"这一行有 {line.Length} 个字符，最多 {MaxLine} 个");
            }

            using var json = JsonDocument.Parse(line);
            var (request, enterprise) = Read(json.RootElement, language, asOf);
            id = json.RootElement.TryGetProperty("id", out var given) ? given.Clone() : null;
            var answer = await session.AskAsync(request, enterprise, cancellationToken);
            if (isJson)
            {
                JsonOutput.Write(w => AnswerJson.WriteWithId(w, id, answer));
            }
            else
            {
                Terminal.Line($"■ {request.Question}");
                AnswerText.Print(answer, language == AnswerLanguage.English ? Language.En : Language.Zh);
                Terminal.Line();
            }

            return true;
        }
        catch (JsonException error)
        {
            fault = $"第 {number} 行不是 {{\"id\",\"question\",…}}：{error.Message}";
        }
        catch (RegexMatchTimeoutException)
        {
            fault = $"第 {number} 行：这个问题读不完；请写得短一些，一次问一件事";
        }
        catch (Exception error) when (error is AskException or RequestException or Compliance.Verdicts.GapException or Graph.GraphException)
        {
            fault = $"第 {number} 行：{Faults.Line(error)}";
        }

        if (isJson)
        {
            JsonOutput.Write(w => AnswerJson.WriteFault(w, id, fault, number));
        }

        Terminal.Fault(fault);
        return false;
    }

    private static (AskRequest Request, string? Enterprise) Read(JsonElement root, AnswerLanguage? language, DateOnly asOf)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("应为一个对象");
        }

        var question = Text(root, "question") ?? throw new JsonException("缺少 question");
        var history = new List<string>();
        if (root.TryGetProperty("history", out var turns) && turns.ValueKind != JsonValueKind.Null)
        {
            if (turns.ValueKind != JsonValueKind.Array || turns.EnumerateArray().Any(t => t.ValueKind != JsonValueKind.String))
            {
                throw new JsonException("history 应为字符串的列表");
            }

            history.AddRange(turns.EnumerateArray().Select(t => t.GetString() ?? string.Empty));
        }

        return (new AskRequest(question, asOf) { Language = language, History = history }, Text(root, "enterprise"));
    }

    private static string? Text(JsonElement root, string key)
    {
        if (!root.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw new JsonException($"{key} 应为字符串");
    }
}
