using System.CommandLine;
using System.Globalization;
using System.Text;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Cli.Invocation;
using PolicyGraph.Cli.Output;
using PolicyGraph.Graph;
using PolicyGraph.Ontology;
using PolicyGraph.Reports.Traces;
using PolicyGraph.Tracing;

namespace PolicyGraph.Cli.Commands;

/// <summary><c>policygraph trace</c>: which local target carries out which national one, and why.</summary>
public static class TraceCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var command = new Command("trace", "从地方目标追溯到国家目标：每条为何相承、有何不同，都有原文");
        var indicator = new Option<string?>("--indicator") { Description = "指标的名称、别名或 id，如 绿色工厂数量" };
        var jurisdiction = new Option<string?>("--jurisdiction") { Description = "地区名称或 GB/T 2260 代码：只看有它的链" };
        var document = new Option<string?>("--document") { Description = "文件 id：只看有它的链" };
        var at = new Option<string?>("--at") { Description = "YYYY-MM-DD：这一天有效的目标；默认为全部" };
        var compare = new Option<string?>("--compare") { Description = "并列比较的地区，逗号分隔，如 广东,上海" };
        var output = new Option<string?>("--output") { Description = "写入的文件（csv、xlsx）" };
        foreach (var option in (Option[])[indicator, jurisdiction, document, at, compare, output])
        {
            command.Options.Add(option);
        }

        var common = new CommonOptions(command, "human", "json", "csv", "xlsx");
        command.SetAction(async (result, cancellationToken) =>
        {
            var values = common.Read(result);
            var file = result.GetValue(output);
            CheckOutput(values.Format, file);
            var request = new TraceRequest
            {
                Indicator = result.GetValue(indicator),
                Jurisdiction = result.GetValue(jurisdiction),
                Document = result.GetValue(document),
                At = Day(result.GetValue(at)),
                Compare = (result.GetValue(compare) ?? string.Empty).Split([',', '，', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            };
            var ontology = new PolicyOntology(OntologyFolder.Read());
            await using var workspace = Workspace.Open(values.Data, values.Graph, GraphAccess.Read);
            var trace = await new TraceService(workspace.Graph, ontology.Policies, ontology.Units).TraceAsync(request, cancellationToken);
            Print(trace, values, file);
            return 0;
        });
        return command;
    }

    private static void CheckOutput(string format, string? file)
    {
        if (format == "xlsx" && file is null)
        {
            throw new RequestException("trace --format xlsx：请用 --output FILE 指定要写的文件");
        }

        if (file is not null && format is not ("csv" or "xlsx"))
        {
            throw new RequestException($"trace --output {file}：只有 --format csv 和 xlsx 写文件");
        }
    }

    private static void Print(Trace trace, CommonValues values, string? file)
    {
        switch (values.Format)
        {
            case "json":
                JsonOutput.Write(json => TraceJson.Write(json, trace));
                break;
            case "csv" when file is null:
                TraceCsv.Write(Terminal.Out, trace);
                break;
            case "csv" or "xlsx":
                WriteFile(trace, values, file ?? string.Empty);
                break;
            default:
                TraceText.Print(trace, values.Language);
                break;
        }
    }

    /// <summary>Writes beside the file first, so that a failure leaves what was there. The byte order mark tells a spreadsheet program that the CSV is UTF-8.</summary>
    private static void WriteFile(Trace trace, CommonValues values, string file)
    {
        var beside = file + ".part";
        using (var stream = new FileStream(beside, FileMode.Create, FileAccess.ReadWrite))
        {
            if (values.Format == "xlsx")
            {
                TraceWorkbook.Write(stream, trace);
            }
            else
            {
                using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
                TraceCsv.Write(writer, trace);
            }
        }

        File.Move(beside, file, overwrite: true);
        Terminal.Line(values.Language.In($"已写入 {file}：{trace.Chains.Count} 条链，{trace.Chains.Sum(c => c.Links.Count)} 个目标", $"Wrote {file}: {trace.Chains.Count} chains, {trace.Chains.Sum(c => c.Links.Count)} targets"));
    }

    private static DateOnly? Day(string? written)
    {
        if (written is null)
        {
            return null;
        }

        return DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new RequestException($"--at {written}：不是有效日期，应写作 2026-06-30");
    }
}
