using System.Text;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Cli.Output;
using PolicyGraph.Cypher;
using PolicyGraph.Graph;

namespace PolicyGraph.Cli.Commands;

/// <summary>The prompt of <c>policygraph cypher</c>: statements over several lines, each closed by <c>;</c>, and lines that begin with <c>:</c>.</summary>
/// <param name="input">Where the lines come from.</param>
/// <param name="isTerminal">Whether somebody types them: only then a prompt is shown, and a wrong line ends nothing.</param>
/// <param name="parameters">Parameters given on the command line.</param>
public sealed class CypherPrompt(TextReader input, bool isTerminal, IReadOnlyDictionary<string, GraphValue> parameters)
{
    private const string Help = """
        语句可以分几行写，以 ; 结束后运行。
          :help              显示这段说明
          :param name=json   设一个参数，例如 :param year=2020
          :params            列出参数
          :quit              结束（也可按 Ctrl-D）
        """;

    private readonly Dictionary<string, GraphValue> values = new(parameters, StringComparer.Ordinal);

    /// <summary>The statements as they are closed; the last one may be left open at the end of the input.</summary>
    /// <exception cref="RequestException">A line that begins with <c>:</c> is no command, and nobody is there to type another one.</exception>
    public IEnumerable<CypherInput> Read()
    {
        var text = new StringBuilder();
        Show(isTerminal ? "输入 Cypher 语句，以 ; 结束；:help 看说明，:quit 结束。\n" : string.Empty);
        while (true)
        {
            Show(isTerminal ? text.Length == 0 ? "policygraph> " : "          -> " : string.Empty);
            var line = input.ReadLine();
            if (line is null || (text.Length == 0 && line.Trim() is ":quit" or ":exit"))
            {
                break;
            }

            if (text.Length == 0 && line.TrimStart().StartsWith(':'))
            {
                Obey(line.Trim());
                continue;
            }

            if (text.Length == 0 && string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            text.Append(line).Append('\n');
            if (line.Contains(';', StringComparison.Ordinal) && CypherScript.IsClosed(text.ToString()))
            {
                foreach (var statement in Take(text))
                {
                    yield return statement;
                }
            }
        }

        foreach (var statement in Take(text))
        {
            yield return statement;
        }
    }

    private List<CypherInput> Take(StringBuilder text)
    {
        var statements = CypherScript.Split(text.ToString());
        text.Clear();
        return [.. statements.Select(s => new CypherInput(s, new Dictionary<string, GraphValue>(values, StringComparer.Ordinal)))];
    }

    private void Obey(string line)
    {
        var (command, rest) = line.IndexOf(' ', StringComparison.Ordinal) is var blank and > 0 ? (line[..blank], line[blank..].Trim()) : (line, string.Empty);
        try
        {
            switch (command)
            {
                case ":help":
                    Show(Help + "\n");
                    break;
                case ":params":
                    Show(string.Concat(values.Select(v => $"{v.Key}\n")));
                    break;
                case ":param":
                    foreach (var (name, value) in CypherParameters.Read([rest]))
                    {
                        values[name] = value;
                    }

                    break;
                default:
                    throw new RequestException($"cypher：没有命令 {command}；:help 看有哪些");
            }
        }
        catch (RequestException error) when (isTerminal)
        {
            Terminal.Fault(error.Message);
        }
    }

    private static void Show(string text)
    {
        Terminal.Out.Write(Terminal.Visible(text));
        Terminal.Flush();
    }
}
