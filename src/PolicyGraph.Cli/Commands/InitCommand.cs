using System.CommandLine;
using System.Text.Json;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Cli.Invocation;
using PolicyGraph.Cli.Output;
using PolicyGraph.Compliance.Checklists;
using PolicyGraph.Ontology;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Cli.Commands;

/// <summary><c>policygraph init FOLDER</c>: an enterprise folder to fill in, with a checklist of the papers that a standard asks for.</summary>
public static class InitCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var command = new Command("init", "新建一个企业文件夹：待填的 enterprise.yaml 和标准所要材料的清单");
        var folder = new Argument<string>("FOLDER") { Description = "要新建的文件夹；已有的文件一律不改" };
        var standard = new Option<string?>("--standard") { Description = "标准 id，逗号分隔；默认为今天有效的各标准" };
        var name = new Option<string?>("--name") { Description = "企业名称" };
        var code = new Option<string?>("--credit-code") { Description = "统一社会信用代码" };
        var industry = new Option<string?>("--industry") { Description = "GB/T 4754 行业代码" };
        var jurisdiction = new Option<string?>("--jurisdiction") { Description = "所在省、市名称或 GB/T 2260 代码" };
        command.Arguments.Add(folder);
        foreach (var option in (Option[])[standard, name, code, industry, jurisdiction])
        {
            command.Options.Add(option);
        }

        var common = new CommonOptions(command, "human", "json");
        command.SetAction(result =>
        {
            var values = common.Read(result);
            var path = result.GetValue(folder) ?? string.Empty;
            var ontology = new PolicyOntology(OntologyFolder.Read());
            var checklist = PaperChecklist.Of(ontology, Chosen(ontology, result.GetValue(standard)));
            var template = new EnterpriseFolderTemplate(result.GetValue(name), result.GetValue(code), result.GetValue(industry), result.GetValue(jurisdiction));
            var written = template.Write(path, checklist);
            if (values.IsJson)
            {
                JsonOutput.Write(json => Write(json, path, written, checklist));
            }
            else
            {
                Print(path, written, checklist, values.Language);
            }

            return 0;
        });
        return command;
    }

    private static List<Standard> Chosen(PolicyOntology ontology, string? asked)
    {
        if (asked is null)
        {
            var today = ShanghaiDay.Today();
            return [.. ontology.Standards.Where(s => s.Edition.ValidFrom <= today && (s.Edition.ValidUntil is null || today <= s.Edition.ValidUntil))];
        }

        return [.. asked.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().Select(id => ontology.Standards.FirstOrDefault(s => s.Edition.Id == id)
            ?? throw new RequestException($"没有标准“{id}”；可用：{string.Join("、", ontology.Standards.Select(s => s.Edition.Id))}"))];
    }

    private static void Print(string folder, IReadOnlyList<string> written, PaperChecklist checklist, Language language)
    {
        foreach (var file in written)
        {
            Terminal.Line($"{language.In("已写", "written")}　{file}");
        }

        var required = checklist.Papers.Count(p => p.Demand == ChecklistDemand.Required);
        Terminal.Line();
        Terminal.Line(language.In(
            $"清单列出 {checklist.Papers.Count} 种材料，其中 {required} 种为否决条件和基本要求所需。",
            $"The checklist names {checklist.Papers.Count} kinds of papers; {required} of them are needed for vetoes and mandatory criteria."));
        Terminal.Line(language.In("下一步：", "Next:"));
        Terminal.Line(language.In($"  1. 填写 {written[0]} 的 name、creditCode、industry、jurisdiction", $"  1. fill in name, creditCode, industry and jurisdiction in {written[0]}"));
        Terminal.Line(language.In($"  2. 照 {written[1]} 把证据文件放进文件夹", $"  2. put the papers of {written[1]} into the folder"));
        Terminal.Line(language.In($"  3. policygraph gap {folder}　看还差什么", $"  3. policygraph gap {folder}"));
    }

    private static void Write(Utf8JsonWriter json, string folder, IReadOnlyList<string> written, PaperChecklist checklist)
    {
        json.WriteStartObject();
        json.WriteString("folder", folder);
        json.Texts("files", written);
        json.Texts("standards", checklist.Standards.Select(s => s.Edition.Id));
        json.Objects("papers", checklist.Papers, (w, p) =>
        {
            w.WriteString("type", p.Type);
            w.WriteString("title", p.Names[0]);
            w.Texts("names", p.Names);
            w.Texts("fields", p.Fields);
            w.Texts("criteria", p.Uses.Select(u => u.Criterion.Id).Distinct());
            w.WriteBoolean("required", p.Demand == ChecklistDemand.Required);
        });
        json.WriteEndObject();
    }
}
