using System.Globalization;
using System.Text;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.Checklists;

/// <summary>A checklist as Markdown to tick off, and as CSV to hand around.</summary>
/// <remarks>Its title says that it is a guide and no evidence, in words by which the evidence reader passes it over even under another name.</remarks>
public static class ChecklistText
{
    private const string Title = "材料清单（填写说明，不是证据）";

    private static readonly (ChecklistDemand Demand, string Heading)[] Parts =
    [
        (ChecklistDemand.Required, "一、必须有：否决条件和基本要求"),
        (ChecklistDemand.Scored, "二、计分指标"),
        (ChecklistDemand.OnDemand, "三、评价方案列出时才要"),
    ];

    /// <summary>The checklist as Markdown.</summary>
    public static string Markdown(PaperChecklist checklist)
    {
        ArgumentNullException.ThrowIfNull(checklist);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {Title}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"依据：{string.Join("；", checklist.Standards.Select(s => $"{s.Edition.Number ?? s.Edition.Id} {s.Edition.Title}（{s.Edition.Id}）"))}。\n\n");
        text.Append("怎么用：把文件放进这个文件夹，名称不限，格式可为 pdf、docx、xlsx、csv、html、txt、md；再运行 policygraph gap 本文件夹，看还差什么。\n");
        text.Append("一种材料可以用于几条准则；一条准则列有几种材料的，多数情况有其一即可，以“每条准则要什么”为准。\n");
        foreach (var (demand, heading) in Parts)
        {
            var papers = checklist.Papers.Where(p => p.Demand == demand).ToList();
            if (papers.Count > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n## {heading}\n\n");
                papers.ForEach(p => text.Append(CultureInfo.InvariantCulture, $"- [ ] **{p.Names[0]}**{Others(p)}{States(p)}。用于：{string.Join("；", p.Uses.Select(u => u.Criterion.Title).Distinct())}\n"));
            }
        }

        text.Append("\n## 每条准则要什么\n\n| 准则 | 要求 | 条款 | 要交什么 |\n|---|---|---|---|\n");
        foreach (var criterion in checklist.Standards.SelectMany(s => s.Criteria))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {criterion.Id} | {Cell(criterion.Title)}{Recalled(criterion)} | {Cell(criterion.Clause ?? "未知")} | {Cell(criterion.Asks)}{(criterion.OnDemand ? "（评价方案列出时）" : string.Empty)} |\n");
        }

        return text.ToString();
    }

    /// <summary>The checklist as CSV with a heading row; whoever writes it adds a byte order mark for spreadsheets.</summary>
    public static string Csv(PaperChecklist checklist)
    {
        ArgumentNullException.ThrowIfNull(checklist);
        var text = new StringBuilder($"{Title},别名,须写明,用于准则,要求程度,已备,文件名\r\n");
        foreach (var paper in checklist.Papers)
        {
            var demand = paper.Demand switch { ChecklistDemand.Required => "必须", ChecklistDemand.Scored => "计分", _ => "评价方案列出时" };
            text.AppendJoin(',', ((string[])[paper.Names[0], string.Join("、", paper.Names.Skip(1).Take(3)), string.Join("、", paper.Fields), string.Join("、", paper.Uses.Select(u => u.Criterion.Id).Distinct()), demand, string.Empty, string.Empty]).Select(Field)).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Others(ChecklistPaper paper) => paper.Names.Count > 1 ? $"（如 {string.Join("、", paper.Names.Skip(1).Take(3))}）" : string.Empty;

    private static string States(ChecklistPaper paper) => paper.Fields.Count > 0 ? $"，须写明：{string.Join("、", paper.Fields)}" : string.Empty;

    private static string Recalled(Criterion criterion) => criterion.Sources.Count > 0 && criterion.Sources.All(s => s.Certainty == "recalled") ? "（待核实）" : string.Empty;

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Field(string text) => text.AsSpan().ContainsAny(",\"\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
