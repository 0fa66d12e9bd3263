using System.CommandLine;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Cli.Invocation;
using PolicyGraph.Cli.Output;
using PolicyGraph.Cypher;
using PolicyGraph.Graph;

namespace PolicyGraph.Cli.Commands;

/// <summary><c>policygraph cypher</c>: one query, a script, a file of queries, or a prompt.</summary>
public static class CypherCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var command = new Command("cypher", "对图运行 Cypher 查询（默认只读）");
        var query = new Argument<string?>("QUERY") { Description = "查询；也可用 --file；都不给时逐句输入", Arity = ArgumentArity.ZeroOrOne };
        var parameters = new Option<string[]>("--param") { Description = "参数 name=json，可重复", AllowMultipleArgumentsPerToken = false };
        var file = new Option<string?>("--file") { Description = "脚本（语句以 ; 分隔）或 .jsonl（每行 {\"query\",\"parameters\"}）；- 为标准输入" };
        var write = new Option<bool>("--write") { Description = "允许写入；写入记入日志" };
        var timeout = new Option<int>("--timeout") { Description = "秒", DefaultValueFactory = _ => 30 };
        var maxRows = new Option<long>("--max-rows") { Description = "最多行数", DefaultValueFactory = _ => 100_000 };
        var maxMemory = new Option<int>("--max-memory") { Description = "最多内存（MB）", DefaultValueFactory = _ => 512 };
        command.Arguments.Add(query);
        foreach (var option in (Option[])[parameters, file, write, timeout, maxRows, maxMemory])
        {
            command.Options.Add(option);
        }

        var wait = new WaitOption(command);
        var common = new CommonOptions(command, "table", "json", "csv", "jsonl", "human");
        command.SetAction(async (result, cancellationToken) =>
        {
            var limits = new GraphLimits(Within(result.GetValue(timeout)), result.GetValue(maxRows), (long)result.GetValue(maxMemory) << 20);
            var access = result.GetValue(write) ? GraphAccess.Write : GraphAccess.Read;
            var statements = Statements(result.GetValue(query), result.GetValue(file), CypherParameters.Read(result.GetValue(parameters) ?? []), out var isBatch, out var isScript);
            var isTyped = isScript is false && result.GetValue(query) is null;
            var values = common.Read(result);
            await using var workspace = Workspace.Open(values.Data, values.Graph, access);
            var isMissing = values.Graph is null && access == GraphAccess.Read && !Directory.Exists(values.Data);
            await using var turn = access == GraphAccess.Write ? await workspace.BeginWriteAsync(WaitOption.Running, wait.Read(result), cancellationToken) : null;
            var code = await RunAsync(turn?.Journalled ?? workspace.Statements, statements, values.Format, access, limits, isBatch, isScript, isTyped, cancellationToken);
            if (isMissing && code == 0 && values.Format is ("table" or "human"))
            {
                Terminal.Fault($"没有数据文件夹 {values.Data}，按空图回答；请检查 --data，或先用 policygraph ingest 装载");
            }

            return code;
        });
        return command;
    }

    /// <summary>What a statement may take so that the whole command ends within the seconds asked for: half a second belongs to start and end.</summary>
    private static TimeSpan Within(int seconds) => TimeSpan.FromSeconds(Math.Max(0.5, seconds - 0.5));

    private static async Task<int> RunAsync(IGraphDatabase graph, IEnumerable<CypherInput> statements, string format, GraphAccess access, GraphLimits limits, bool isBatch, bool isScript, bool isTyped, CancellationToken cancellationToken)
    {
        var failed = false;
        var answers = new List<string>();
        foreach (var input in statements)
        {
            string answer;
            try
            {
                var watch = Stopwatch.StartNew();
                var statement = new GraphQuery(input.Query, input.Parameters, access) { Limits = limits };
                var result = await graph.ExecuteAsync(statement, cancellationToken);
                answer = CypherOutput.Result(result, format, watch.Elapsed);
                foreach (var notice in format == "csv" ? result.Notices : [])
                {
                    Terminal.Fault(CypherOutput.Line(notice));
                }
            }
            catch (GraphException error)
            {
                failed = true;
                Terminal.Fault(CypherOutput.Line(error));
                answer = format is "json" or "jsonl" ? JsonText.ToText(json => QueryJson.WriteError(json, error)) : string.Empty;
            }

            if (isScript && format == "json")
            {
                answers.Add(answer);
            }
            else if (answer.Length > 0)
            {
                Terminal.Out.WriteLine(answer);
                if (access == GraphAccess.Write || isTyped)
                {
                    Terminal.Flush(); // What was answered is committed, whatever happens next; and who typed it waits for it.
                }
            }

            if (failed && !isBatch)
            {
                break;
            }
        }

        if (isScript && format == "json")
        {
            Terminal.Out.WriteLine($"[{string.Join(",", answers)}]");
        }

        return failed && !isTyped ? 1 : 0;
    }

    private static IEnumerable<CypherInput> Statements(string? query, string? file, IReadOnlyDictionary<string, GraphValue> parameters, out bool isBatch, out bool isScript)
    {
        isBatch = file?.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) ?? false;
        isScript = file is not null;
        if (query is not null && file is not null)
        {
            throw new RequestException("cypher：QUERY 和 --file 只能给一个");
        }

        if (file is null)
        {
            return query is not null ? [new CypherInput(query, parameters)] : Typed(parameters, out isBatch, out isScript);
        }

        var text = ReadScript(file);
        return isBatch ? CypherParameters.ReadBatch(text, file) : CypherScript.Split(text).Select(s => new CypherInput(s, parameters));
    }

    // On a terminal each statement is answered as it is closed; what comes through a pipe is a script.
    private static IEnumerable<CypherInput> Typed(IReadOnlyDictionary<string, GraphValue> parameters, out bool isBatch, out bool isScript)
    {
        isBatch = !Console.IsInputRedirected;
        isScript = Console.IsInputRedirected;
        var typed = new CypherPrompt(new StreamReader(Console.OpenStandardInput(), Encoding.UTF8), isBatch, parameters).Read();
        return isBatch ? typed : Piped(typed);
    }

    private static List<CypherInput> Piped(IEnumerable<CypherInput> typed) => typed.ToList() is { Count: > 0 } some ? some : throw new RequestException("cypher：请给出查询，或用 --file 指定脚本");

    private static string ReadScript(string file)
    {
        if (file == "-")
        {
            using var reader = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
            return reader.ReadToEnd();
        }

        return File.Exists(file) ? File.ReadAllText(file, Encoding.UTF8) : throw new RequestException($"找不到脚本 {file}；请检查路径");
    }
}

/// <summary>One statement to run.</summary>
public sealed record CypherInput(string Query, IReadOnlyDictionary<string, GraphValue> Parameters);
