using System.Globalization;
using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Cli.Output;

/// <summary>An assessment for people: the conclusion and what stands in the way, then each group of findings with its arithmetic, evidence and clause, what is open first; then what to do first.</summary>
public static class AssessmentText
{
    private const int PlacesOfAPaper = 7;
    private const int TitlesOfAnAction = 4;
    private const int TitlesOfTheHead = 6;
    private static readonly Verdict[] Verdicts = [Verdict.NotMet, Verdict.DefectiveEvidence, Verdict.InsufficientEvidence, Verdict.Met, Verdict.NotApplicable];

    /// <summary>Prints it.</summary>
    public static void Print(Assessment assessment, Language language)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        PrintHead(assessment, language);
        MovedText.Print(assessment, language);
        foreach (var group in assessment.Findings.GroupBy(f => (f.Standard, f.Area)))
        {
            PrintGroup(assessment, [.. group], language);
        }

        PrintList(language.In("先做什么", "What to do first"), assessment.Next.Select(n => $"{n.Action}（{language.In("解决", "settles")} {n.Settles.Count} {language.In("项", "criteria")}：{Titles(assessment, [.. n.Settles.Take(TitlesOfAnAction)], language)}{(n.Settles.Count > TitlesOfAnAction ? language.In("等", " and others") : string.Empty)}）"));
        PrintList(language.In("一年内到期", "Expiring within a year"), assessment.Expiring.Select(e => $"{e.Path}：{Iso(e.On)}（{string.Join("、", e.Affects)}）"));
        PrintList(
            language.In("申报条件和日程", "Eligibility and calendar"),
            assessment.Eligibility.OrderBy(e => IsForTheEnterprise(e)).Select(e => $"{Sign(e.Verdict)} {e.Step}{(e.Deadline is { } day ? $"（{Iso(day)}）" : string.Empty)}：{(IsForTheEnterprise(e) ? language.In("请自行确认", "to be confirmed by the enterprise") : $"{Name(e.Verdict, language)}{(e.Reason is { } reason ? "，" + reason : string.Empty)}")}{Sources(e.Source, language)}"));
        PrintList(language.In("未认出的文件", "Not recognised"), assessment.Unrecognised);
        PrintList(language.In("注意", "Warnings"), assessment.Warnings);
    }

    private static void PrintHead(Assessment assessment, Language language)
    {
        var enterprise = assessment.Enterprise;
        Terminal.Line($"{enterprise.Name}（{enterprise.CreditCode}）　{language.In("行业", "industry")} {enterprise.Industry ?? "未知"}　{enterprise.Jurisdiction ?? "未知"}");
        Terminal.Line($"{language.In("评价日", "as of")} {Iso(assessment.AsOf)}　{language.In("评价年", "evaluation year")} {assessment.EvaluationYear}");
        Terminal.Line();
        Terminal.Line($"{language.In("结论", "Qualifies")}：{Name(assessment.Qualifies, language)}{Points(assessment, language)}{(assessment.Blocking.Count == 0 ? string.Empty : language.In($"；障碍 {assessment.Blocking.Count} 项", $"; {assessment.Blocking.Count} blocking"))}");
        foreach (var standard in assessment.Standards)
        {
            Terminal.Line($"  {standard.Edition ?? standard.Id} {standard.Title}：{Name(standard.Qualifies, language)}{(assessment.Findings.Any(f => f.Standard == standard.Id && f.Kind is CriterionKind.Scored or CriterionKind.Optional) ? ScoreText(standard.Score, language) : string.Empty)}");
            Terminal.Line($"    {standard.Why}");
        }

        if (assessment.Blocking.Count > 0)
        {
            Terminal.Line($"  {language.In("障碍", "Blocking")}（{assessment.Blocking.Count}）：{Titles(assessment, [.. assessment.Blocking.Take(TitlesOfTheHead)], language)}{(assessment.Blocking.Count > TitlesOfTheHead ? language.In("等，见下", " and others, see below") : string.Empty)}");
        }
    }

    /// <summary>Steps that no paper shows: a reminder, no finding.</summary>
    private static bool IsForTheEnterprise(EligibilityResult step) => step.Verdict == Verdict.InsufficientEvidence && step.Reason?.EndsWith("请自行确认", StringComparison.Ordinal) == true;

    /// <summary>The points of the one standard that was scored, with both bounds.</summary>
    private static string Points(Assessment assessment, Language language) =>
        assessment.Standards.Where(s => s.Score is not null).ToList() is [{ Score: { } score }] ? ScoreText(score, language) : string.Empty;

    private static string ScoreText(Score? score, Language language)
    {
        if (score is null)
        {
            return language.In("（没有行业评价方案，不打分；只说明须证明什么）", " (no benchmark file, no score)");
        }

        var points = score.Points is { } sure ? Number(sure) : $"{Number(score.Lower)}–{Number(score.Upper)}";
        var line = score.PassLine is { } pass ? language.In($"，合格线 {Number(pass)}", $", pass line {Number(pass)}") : string.Empty;
        return language.In($"，得分 {points}／{Number(score.Of)}{line}", $", {points} of {Number(score.Of)} points{line}");
    }

    /// <summary>Criteria by their titles with their ids; the score is no criterion.</summary>
    private static string Titles(Assessment assessment, IReadOnlyList<string> criteria, Language language) =>
        string.Join("、", criteria.Select(c => assessment.Findings.FirstOrDefault(f => f.Criterion == c)?.Title is { } title ? $"{title}（{c}）" : c == "score" ? $"{Short(assessment, language)}（score）" : c));

    /// <summary>By how much the score stays below the pass line even when all that is open is shown.</summary>
    private static string Short(Assessment assessment, Language language) =>
        assessment.Standards.Select(s => s.Score).FirstOrDefault(s => s?.PassLine is { } line && s.Upper < line) is { PassLine: { } pass } score
            ? language.In($"即使补齐全部证据，最高 {Number(score.Upper)} 分，仍低于合格线 {Number(pass)}", $"at most {Number(score.Upper)} points with all evidence, below the pass line {Number(pass)}")
            : language.In("得分达不到合格线", "the score stays below the pass line");

    private static void PrintGroup(Assessment assessment, List<Finding> findings, Language language)
    {
        var counts = Verdicts.Select(v => (Verdict: v, Count: findings.Count(f => f.Verdict == v))).Where(c => c.Count > 0).Select(c => $"{Name(c.Verdict, language)} {c.Count}");
        Terminal.Line();
        Terminal.Line($"【{findings[0].Area ?? findings[0].Standard}】{(assessment.Standards.Count > 1 ? $"{findings[0].Standard}　" : string.Empty)}{string.Join(language.In("，", ", "), counts)}");
        foreach (var finding in findings.OrderBy(f => Array.IndexOf(Verdicts, f.Verdict)))
        {
            PrintFinding(finding, language);
        }
    }

    private static void PrintFinding(Finding finding, Language language)
    {
        var value = finding.Value is { } number ? $"　{Number(number)} {finding.Unit}" : string.Empty;
        var happened = finding.Kind != CriterionKind.Veto ? string.Empty
            : finding.Verdict == Verdict.Met ? language.In("　没有发生", " did not occur") : finding.Verdict == Verdict.NotMet ? language.In("　发生了", " occurred") : string.Empty;
        var points = finding.Weight is { } weight ? $"　{(finding.Points is { } got ? Number(got) : "—")}/{Number(weight)} {language.In("分", "points")}" : string.Empty;
        Terminal.Line($"{Sign(finding.Verdict)} {finding.Criterion}　{finding.Title}{(finding.Clause is { } clause ? $"（{clause}）" : string.Empty)}{(finding.Kind == CriterionKind.Optional ? language.In("　可选", " optional") : string.Empty)}{happened}{value}{points}");
        if (finding.Reason is { } reason && !finding.Missing.Any(m => m.What is "document" || (m.What == "benchmark" && finding.Missing.Count == 1) || m.Message.StartsWith(reason, StringComparison.Ordinal))) // what is missing says it again
        {
            Terminal.Line($"    {reason}");
        }

        if (finding.Arithmetic is { } arithmetic)
        {
            Terminal.Line($"    {language.In("算式", "Arithmetic")}：{arithmetic}");
        }

        if (finding.Binds is { } binds)
        {
            Terminal.Line($"    {language.In("以", "Binding")} {Rule(binds)} {language.In("为准", string.Empty)}".TrimEnd() + $"：{binds.Why}");
            foreach (var over in finding.Over)
            {
                Terminal.Line($"      {language.In("不采用", "over")} {Rule(over)}：{over.Why}");
            }
        }

        foreach (var missing in finding.Missing)
        {
            Terminal.Line($"    {language.In("缺", "Missing")}：{missing.Message}");
        }

        var places = finding.Evidence.DistinctBy(e => (e.Path, e.Fact.Start, e.Fact.Sheet, e.Fact.Cell)).ToList();
        var shown = places.GroupBy(e => e.Path).SelectMany(g => g.Take(PlacesOfAPaper)).ToList(); // a table of energies has many cells
        foreach (var evidence in shown)
        {
            var place = evidence.Fact.Cell is { } cell ? $"{evidence.Fact.Sheet}!{cell}" : string.Create(CultureInfo.InvariantCulture, $"{evidence.Fact.Start}–{evidence.Fact.End}");
            Terminal.Line($"    {language.In("据", "Evidence")} {evidence.Path} [{place}]：“{Terminal.Quote(evidence.Fact.Quote)}”{(evidence.Declared ? language.In("（企业声明）", " (declared)") : string.Empty)}");
        }

        if (places.Count > shown.Count)
        {
            Terminal.Line(language.In($"    据 同上文件另 {places.Count - shown.Count} 处（--format json 列出全部）", $"    Evidence: {places.Count - shown.Count} more places in the same papers (--format json lists all)"));
        }

        Terminal.Line($"    {language.In("条款", "Source")}{Sources(finding.Source, language)}");
    }

    private static string Rule(BindingRule rule) => $"{rule.Document}{rule.Clause} {(rule.Value is { } value ? Number(value) : string.Empty)} {rule.Unit}".Trim();

    private static string Sources(IReadOnlyList<CriterionSource> sources, Language language) =>
        sources.Count == 0 ? string.Empty : "〔" + string.Join("；", sources.Select(s => $"{s.Document} {s.Clause}{(s.Certainty == "recalled" ? language.In("，待核实", ", to be verified (待核实)") : string.Empty)}".Trim())) + "〕";

    private static void PrintList(string heading, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
        {
            return;
        }

        Terminal.Line();
        Terminal.Line($"【{heading}】{all.Count}");
        for (var i = 0; i < all.Count; i++)
        {
            Terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {all[i]}"));
        }
    }

    private static string Sign(Verdict verdict) => verdict switch
    {
        Verdict.Met => "✓",
        Verdict.NotMet => "✗",
        Verdict.DefectiveEvidence => "!",
        Verdict.InsufficientEvidence => "?",
        _ => "-",
    };

    internal static string Name(Verdict verdict, Language language) => verdict switch
    {
        Verdict.Met => language.In("符合", "Met"),
        Verdict.NotMet => language.In("不符合", "Not met"),
        Verdict.DefectiveEvidence => language.In("证据有缺陷", "Defective evidence"),
        Verdict.InsufficientEvidence => language.In("证据不足", "Insufficient evidence"),
        _ => language.In("不适用", "Not applicable"),
    };

    private static string Name(Qualification qualifies, Language language) => qualifies switch
    {
        Qualification.Yes => language.In("合格", "yes"),
        Qualification.No => language.In("不合格", "no"),
        _ => language.In("尚不能判定", "unknown"),
    };

    private static string Number(decimal value) => Math.Round(value, 4).ToString("0.####", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
