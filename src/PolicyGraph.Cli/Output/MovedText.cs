using PolicyGraph.Api.Hosting;
using PolicyGraph.Compliance.Verdicts;

namespace PolicyGraph.Cli.Output;

/// <summary>Verdicts that moved, for people: what it was, what it is, because of which paper or clause.</summary>
public static class MovedText
{
    /// <summary>Prints what moved since the last saved assessment; nothing when none was saved.</summary>
    public static void Print(Assessment assessment, Language language)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        if (assessment.ComparedWith is not { } saved)
        {
            return;
        }

        Terminal.Line();
        var when = saved.ToOffset(Invocation.ShanghaiDay.Offset).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        Terminal.Line(assessment.Moved.Count == 0
            ? language.In($"与 {when} 保存的评价相比，结论没有变化", $"No verdict moved since the assessment saved on {when}")
            : language.In($"【与 {when} 保存的评价相比】{assessment.Moved.Count} 条结论变了", $"【Moved since {when}】{assessment.Moved.Count}"));
        foreach (var moved in assessment.Moved)
        {
            PrintMove($"{moved.Criterion}　{assessment.Findings.FirstOrDefault(f => f.Standard == moved.Standard && f.Criterion == moved.Criterion)?.Title}".TrimEnd('　'), moved, language);
        }
    }

    /// <summary>Prints the saved verdicts that an ingest changed.</summary>
    public static void PrintChanges(IReadOnlyList<ChangedVerdict> changes, Language language)
    {
        ArgumentNullException.ThrowIfNull(changes);
        Terminal.Line(changes.Count == 0
            ? language.In("与已保存的评价相比，结论没有变化", "No saved verdict changed")
            : language.In($"已保存的结论有 {changes.Count} 条变了：", $"{changes.Count} saved verdicts changed:"));
        foreach (var change in changes)
        {
            PrintMove(change.Id, change.Moved, language);
        }
    }

    private static void PrintMove(string what, MovedVerdict moved, Language language)
    {
        Terminal.Line($"  {what}：{Name(moved.From, language)} → {Name(moved.To, language)}");
        foreach (var cause in moved.Because)
        {
            var quote = cause.Quote is { } words ? $"：“{Terminal.Quote(words)}”" : string.Empty;
            Terminal.Line($"    {language.In("因为", "because")} {cause.Path ?? cause.Document}　{cause.Why}{quote}");
        }
    }

    private static string Name(Verdict? verdict, Language language) => verdict is { } one ? AssessmentText.Name(one, language) : language.In("未评", "not judged");
}
