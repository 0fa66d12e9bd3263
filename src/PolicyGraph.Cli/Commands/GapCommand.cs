using System.CommandLine;
using System.Globalization;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Cli.Invocation;
using PolicyGraph.Cli.Output;
using PolicyGraph.Compliance;
using PolicyGraph.Compliance.Benchmarks;
using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Graph;
using PolicyGraph.Ontology;

namespace PolicyGraph.Cli.Commands;

/// <summary><c>policygraph gap ENTERPRISE</c>: what an enterprise must still meet.</summary>
public static class GapCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var command = new Command("gap", "一家企业要成为绿色工厂还差什么：逐条结论、算式和出处");
        var enterprise = new Argument<string>("ENTERPRISE") { Description = "企业名称、统一社会信用代码或文件夹" };
        var standard = new Option<string?>("--standard") { Description = "标准 id，逗号分隔；默认为评价日有效的版本和 measures2024-13" };
        var asOf = new Option<string?>("--as-of") { Description = "评价日 YYYY-MM-DD；默认为上海时间今天" };
        var benchmarks = new Option<string?>("--benchmarks") { Description = "行业评价方案（引领值、基准值、权重、合格线）的 YAML 文件" };
        var output = new Option<string?>("--output") { Description = "书面报告的文件（docx、html、xlsx；本版本尚未提供）" };
        var certificate = new Option<string?>("--certificate") { Description = "结论凭证的文件（本版本尚未提供）" };
        var key = new Option<string?>("--key") { Description = "结论凭证的签名密钥（本版本尚未提供）" };
        var actions = new Option<string?>("--actions") { Description = "措施及其费用的文件（本版本尚未提供）" };
        var save = new Option<bool>("--save") { Description = "保存这次评价；以后的 gap 会说明与它相比哪些结论变了、因为什么" };
        command.Arguments.Add(enterprise);
        foreach (var option in (Option[])[standard, asOf, benchmarks, save, output, certificate, key, actions])
        {
            command.Options.Add(option);
        }

        var common = new CommonOptions(command, "human", "json", "docx", "html", "xlsx");
        var wait = new WaitOption(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var values = common.Read(result);
            var name = result.GetValue(enterprise) ?? string.Empty;
            RefuseWhatIsNotBuilt(name, values.Format, (string?[])[result.GetValue(certificate), result.GetValue(key), result.GetValue(actions), result.GetValue(output)]);
            var ontology = new PolicyOntology(OntologyFolder.Read());
            var keep = result.GetValue(save);
            await using var workspace = Workspace.Open(values.Data, values.Graph, keep ? GraphAccess.Write : GraphAccess.Read);
            await using var turn = keep ? await workspace.BeginWriteAsync(WaitOption.Running, wait.Read(result), cancellationToken) : null;
            var asked = await EnterpriseGraph.OfAsync(workspace, ontology, name, cancellationToken);
            var request = new GapRequest(asked.Enterprise, Day(result.GetValue(asOf)))
            {
                Standards = [.. (result.GetValue(standard) ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
                Benchmarks = ReadBenchmarks(result.GetValue(benchmarks)),
            };
            var assessment = await new GapService(asked.Graph, ontology.Units, ontology.Energies).AssessAsync(request, cancellationToken);
            assessment = await SavedAssessments.CompareAsync(workspace.Graph, assessment, cancellationToken);
            var saved = turn is not null ? await SavedAssessments.SaveAsync(turn.Pipeline(ontology), assessment, cancellationToken) : null;
            Print(assessment with { Warnings = [.. asked.Warnings, .. assessment.Warnings] }, saved?.Id, values);
            return 0;
        });
        return command;
    }

    private static void RefuseWhatIsNotBuilt(string enterprise, string format, IEnumerable<string?> files)
    {
        if (format is not ("human" or "json"))
        {
            throw new RequestException($"gap {enterprise}：本版本尚不能写 {format} 报告；用 --format human 或 json 可得到同样的结论");
        }

        if (files.Any(f => f is not null))
        {
            throw new RequestException($"gap {enterprise}：本版本尚没有 --certificate、--key、--actions 和 --output；去掉后可得到同样的结论");
        }
    }

    private static void Print(Assessment assessment, string? saved, CommonValues values)
    {
        if (values.IsJson)
        {
            JsonOutput.Write(json => AssessmentJson.Write(json, assessment));
            foreach (var warning in assessment.Warnings)
            {
                Terminal.Fault(warning);
            }
        }
        else
        {
            AssessmentText.Print(assessment, values.Language);
            if (saved is not null)
            {
                Terminal.Line();
                Terminal.Line(values.Language.In($"已保存：{saved}（policygraph show 可查看）", $"Saved: {saved} (see policygraph show)"));
            }
        }
    }

    private static BenchmarkFile? ReadBenchmarks(string? path)
    {
        if (path is null)
        {
            return null;
        }

        if (!File.Exists(path))
        {
            throw new RequestException($"找不到评价方案 {path}；请检查路径，或用 policygraph benchmark template 生成一份来填写");
        }

        return new FileInfo(path).Length > BenchmarkFile.MaxBytes
            ? throw new RequestException($"评价方案 {path} 超过上限 {BenchmarkFile.MaxBytes} 字节；请检查是不是给错了文件")
            : BenchmarkFile.Read(File.ReadAllBytes(path), path);
    }

    private static DateOnly Day(string? written)
    {
        if (written is null)
        {
            return ShanghaiDay.Today();
        }

        return DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new RequestException($"--as-of {written}：不是有效日期，应写作 2026-06-30");
    }
}
