using System.CommandLine;
using System.Globalization;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Cli.Invocation;
using PolicyGraph.Cli.Output;
using PolicyGraph.Compliance;
using PolicyGraph.Graph;
using PolicyGraph.Ontology;

namespace PolicyGraph.Cli.Commands;

/// <summary><c>policygraph check ENTERPRISE</c>: evidence against clauses, and evidence against evidence.</summary>
public static class CheckCommand
{
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var command = new Command("check", "证据与条款、证据与证据互相核对：过期、主体、期间、单位、算术和互相矛盾之处");
        var enterprise = new Argument<string>("ENTERPRISE") { Description = "企业名称、统一社会信用代码或文件夹" };
        var standard = new Option<string?>("--standard") { Description = "标准 id，逗号分隔；默认为评价日有效的版本和 measures2024-13" };
        var year = new Option<int?>("--year") { Description = "评价年；默认为企业声明的年份或评价日前一年" };
        var asOf = new Option<string?>("--as-of") { Description = "评价日 YYYY-MM-DD；默认为上海时间今天" };
        command.Arguments.Add(enterprise);
        foreach (var option in (Option[])[standard, year, asOf])
        {
            command.Options.Add(option);
        }

        var common = new CommonOptions(command, "human", "json");
        command.SetAction(async (result, cancellationToken) =>
        {
            var values = common.Read(result);
            var ontology = new PolicyOntology(OntologyFolder.Read());
            await using var workspace = Workspace.Open(values.Data, values.Graph, GraphAccess.Read);
            var asked = await EnterpriseGraph.OfAsync(workspace, ontology, result.GetValue(enterprise) ?? string.Empty, cancellationToken);
            var request = new CheckRequest(asked.Enterprise, Day(result.GetValue(asOf)))
            {
                Standards = [.. (result.GetValue(standard) ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
                Year = Year(result.GetValue(year)),
                Unread = asked.Unread,
            };
            var check = await new CheckService(asked.Graph, ontology.Units, ontology.Energies).CheckAsync(request, cancellationToken);
            if (values.IsJson)
            {
                JsonOutput.Write(json => DefectsJson.Write(json, check));
            }
            else
            {
                DefectsText.Print(check, values.Language);
            }

            return 0;
        });
        return command;
    }

    private static int? Year(int? year) => year is null or (>= 1990 and <= 2100) ? year : throw new RequestException($"--year {year}：不是可用的年份，应在 1990 至 2100 之间");

    private static DateOnly Day(string? written)
    {
        if (written is null)
        {
            return DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(Shanghai).DateTime);
        }

        return DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new RequestException($"--as-of {written}：不是有效日期，应写作 2026-06-30");
    }
}
