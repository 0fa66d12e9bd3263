using System.CommandLine;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Cli.Invocation;
using PolicyGraph.Cli.Output;
using PolicyGraph.Compliance.Benchmarks;
using PolicyGraph.Ontology;

namespace PolicyGraph.Cli.Commands;

/// <summary><c>policygraph benchmark template</c>: an empty benchmark file for an industry.</summary>
public static class BenchmarkCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var command = new Command("benchmark", "行业评价方案（引领值、基准值、权重、合格线）");
        _ = new CommonOptions(command, "human", "json");
        command.Subcommands.Add(CreateTemplate());
        return command;
    }

    private static Command CreateTemplate()
    {
        var command = new Command("template", "输出评价方案的模板（YAML）：全部指标及可用单位，填好后用于 gap --benchmarks");
        var standard = new Option<string>("--standard") { Description = "标准 id，如 gbt36132-2025", Required = true };
        var industry = new Option<string>("--industry") { Description = "GB/T 4754 行业代码，二至四位，如 3011", Required = true };
        command.Options.Add(standard);
        command.Options.Add(industry);
        var common = new CommonOptions(command, "human", "json");
        command.SetAction(result =>
        {
            var values = common.Read(result);
            var (id, code) = (result.GetValue(standard) ?? string.Empty, result.GetValue(industry) ?? string.Empty);
            var text = new BenchmarkTemplate(new PolicyOntology(OntologyFolder.Read())).Write(id, code, ShanghaiDay.Today().Year - 1);
            if (values.IsJson)
            {
                JsonOutput.Write(json =>
                {
                    json.WriteStartObject();
                    json.WriteString("standard", id);
                    json.WriteString("industry", code);
                    json.WriteString("template", text);
                    json.WriteEndObject();
                });
            }
            else
            {
                Terminal.Out.Write(text);
            }

            return 0;
        });
        return command;
    }
}
