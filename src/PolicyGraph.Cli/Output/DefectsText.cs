using System.Globalization;
using PolicyGraph.Compliance.CrossChecks;

namespace PolicyGraph.Cli.Output;

/// <summary>Defects for people: how many, then paper by paper what is wrong, by which words, and what it touches.</summary>
public static class DefectsText
{
    /// <summary>Prints them.</summary>
    public static void Print(CrossCheck check, Language language)
    {
        ArgumentNullException.ThrowIfNull(check);
        Terminal.Line($"{check.Enterprise.Name}（{check.Enterprise.CreditCode}）　{language.In("评价日", "as of")} {check.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}　{language.In("评价年", "evaluation year")} {check.EvaluationYear}");
        Terminal.Line();
        Terminal.Line(check.Defects.Count == 0
            ? language.In("没有发现缺陷", "No defects found")
            : language.In($"发现 {check.Defects.Count} 处缺陷（错误 {Count(check, DefectSeverity.Error)}，提醒 {check.Defects.Count - Count(check, DefectSeverity.Error)}）", $"{check.Defects.Count} defects ({Count(check, DefectSeverity.Error)} errors)"));
        foreach (var paper in check.Defects.GroupBy(d => d.At.Path))
        {
            Terminal.Line();
            Terminal.Line($"【{paper.Key}】");
            foreach (var defect in paper)
            {
                PrintDefect(defect, language);
            }
        }
    }

    private static void PrintDefect(Defect defect, Language language)
    {
        Terminal.Line($"{(defect.Severity == DefectSeverity.Error ? "✗" : "!")} {Name(defect.Kind, language)}　{defect.Message}");
        PrintPlace(defect.At, language.In("据", "Evidence"));
        if (defect.Other is { } other)
        {
            PrintPlace(other, language.In("对照", "Against"));
        }

        if (defect.Affects.Count > 0)
        {
            Terminal.Line($"    {language.In("影响", "Affects")} {string.Join("、", defect.Affects)}");
        }
    }

    private static void PrintPlace(DefectPlace place, string label)
    {
        if (place.Fact is { } fact)
        {
            var where = fact.Cell is { } cell ? $"{fact.Sheet}!{cell}" : string.Create(CultureInfo.InvariantCulture, $"{fact.Start}–{fact.End}");
            Terminal.Line($"    {label} {place.Path} [{where}]：“{Terminal.Quote(fact.Quote)}”");
        }
    }

    private static int Count(CrossCheck check, DefectSeverity severity) => check.Defects.Count(d => d.Severity == severity);

    private static string Name(DefectKind kind, Language language) => kind switch
    {
        DefectKind.Expired => language.In("已过期", "Expired"),
        DefectKind.NotYetValid => language.In("尚未生效", "Not yet valid"),
        DefectKind.Suspended => language.In("暂停或撤销", "Suspended"),
        DefectKind.WrongSubject => language.In("主体不符", "Wrong subject"),
        DefectKind.WrongStandard => language.In("标准不符", "Wrong standard"),
        DefectKind.WrongPeriod => language.In("期间不符", "Wrong period"),
        DefectKind.Unit => language.In("单位错误", "Unit"),
        DefectKind.Coefficient => language.In("系数错误", "Coefficient"),
        DefectKind.Boundary => language.In("边界错误", "Boundary"),
        DefectKind.Arithmetic => language.In("算术错误", "Arithmetic"),
        DefectKind.Contradiction => language.In("互相矛盾", "Contradiction"),
        DefectKind.DoubleCounting => language.In("重复计算", "Double counting"),
        DefectKind.OutOfScope => language.In("范围不符", "Out of scope"),
        DefectKind.MissingField => language.In("缺项", "Missing field"),
        DefectKind.Unsupported => language.In("没有依据", "Unsupported"),
        DefectKind.Template => language.In("模板残留", "Template left over"),
        _ => language.In("无法读取", "Unreadable"),
    };
}
