using System.Text.RegularExpressions;
using PolicyGraph.Ontology.Evidence;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Reads how a company manages: duties, plans with their years, quantified targets, internal audit and management review.</summary>
internal sealed partial class ManagementReader(LabelLexicon labels, NumberScanner numbers)
{
    /// <summary>Reads a paragraph of a paper about duties, plans and targets.</summary>
    public void ReadDuties(Draft draft, TextSpan paragraph)
    {
        var text = NormalizedText.Fold(draft.Paper.Written(paragraph)).Squeeze();
        var aims = Aims().IsMatch(draft.Paper.Title);
        int? year = null;
        foreach (Match sentence in Sentences().Matches(text.Text))
        {
            var words = sentence.Value;
            var span = text.Origin(sentence.Index, sentence.Index + sentence.Length).Shift(paragraph.Start);
            if (Duty().IsMatch(words) && !words.EndsWith("负责解释", StringComparison.Ordinal))
            {
                draft.AddText("responsibility", span, span);
            }

            ReadPlan(draft, paragraph, text, sentence);
            var before = draft.Fields.Count;
            string? named = null;
            var target = aims || Aims().IsMatch(words) || Bound().IsMatch(words);
            foreach (Match clause in Clauses().Matches(words))
            {
                var years = Years().Matches(clause.Value);
                year = years.Count > 0 ? int.Parse(years[^1].Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : year;
                if (target)
                {
                    named = ReadTarget(draft, paragraph, text, sentence.Index + clause.Index, clause.Value, year ?? draft.Period?.End.Year, named);
                }
            }

            if (YearsAim().Match(words) is { Success: true } aim && !draft.Fields.Skip(before).Any(f => f.Name == "target"))
            {
                draft.AddText("target", span, span, period: Period.OfYear(int.Parse(aim.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))); // an aim without a figure is one all the same
            }
        }
    }

    /// <summary>Reads a table of duties: what stands below 职责 or 分工 beside a post or a name.</summary>
    public static void ReadDuties(Draft draft, Grid grid)
    {
        var column = Enumerable.Range(0, grid.Columns).FirstOrDefault(c => grid[0, c] is { } head && DutyHead().IsMatch(draft.Paper.Words(head.Span)), -1);
        for (var row = 1; column > 0 && row < grid.Rows; row++)
        {
            if (grid[row, column] is { } cell && cell.Span.Length >= 6 && !ReferenceEquals(cell, grid[row, 0]))
            {
                draft.AddText("responsibility", cell.Span, cell.Span, cell);
            }
        }
    }

    /// <summary>Adds what the title alone says: the plan with its years, and that the paper sets the targets of a year though no sentence gives a figure for them.</summary>
    public static void ReadTitle(Draft draft)
    {
        var paper = draft.Paper;
        var head = new TextSpan(0, Math.Min(paper.Text.Length, 240));
        var text = NormalizedText.Fold(paper.Written(head)).Squeeze();
        if (!draft.Has("plan") && ((paper.Title.Contains("规划", StringComparison.Ordinal) ? TitlePlan() : TitleYears()).Match(text.Text) is { Success: true } plan))
        {
            var span = text.Origin(plan.Index, plan.Index + plan.Length).Shift(head.Start);
            var period = plan.Groups[1].Success ? Period.Between(new DateOnly(int.Parse(plan.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), 1, 1), new DateOnly(int.Parse(plan.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), 12, 31)) : (Period?)null;
            draft.AddText("plan", span, span, period: period);
        }

        if (!AnnualAims().IsMatch(paper.Title) || Years().Match(paper.Title.Replace("年度", "年", StringComparison.Ordinal)) is not { Success: true } stated)
        {
            return;
        }

        var year = int.Parse(stated.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        if (draft.Fields.Any(f => f is { Name: "target", Number: not null, PeriodEnd: { } end } && end.Year == year))
        {
            return;
        }

        foreach (var line in paper.Lines)
        {
            if (line.Length > 20 && Wish().IsMatch(paper.Words(line)))
            {
                draft.AddText("target", line, line, period: Period.OfYear(year));
                return;
            }
        }
    }

    /// <summary>Reads the dates of internal audit and management review from a paragraph.</summary>
    public static void ReadReviews(Draft draft, TextSpan paragraph)
    {
        var before = draft.Fields.Count;
        var text = NormalizedText.Fold(draft.Paper.Written(paragraph)).Squeeze();
        foreach (Match sentence in Sentences().Matches(text.Text))
        {
            foreach (Match clause in WideClauses().Matches(sentence.Value))
            {
                var audit = clause.Value.Contains("内部审核", StringComparison.Ordinal) || clause.Value.Contains("内审", StringComparison.Ordinal);
                var review = clause.Value.Contains("管理评审", StringComparison.Ordinal);
                if ((!audit && !review) || Future().IsMatch(clause.Value))
                {
                    continue;
                }

                var dates = DateScanner.FindAll(clause.Value, 0, clause.Length);
                dates = dates.Count > 0 ? dates : DateScanner.FindAll(sentence.Value, 0, sentence.Length);
                if (dates.Count == 0)
                {
                    continue;
                }

                var own = dates[^1];
                var span = text.Origin(sentence.Index + clause.Index, sentence.Index + clause.Index + clause.Length).Shift(paragraph.Start);
                if (audit)
                {
                    draft.AddDate("internalAudit", audit && review ? dates[0] : own, span, span);
                }

                if (review)
                {
                    draft.AddDate("managementReview", own, span, span);
                }
            }
        }

        draft.Change(before, f => f.Name is "internalAudit" or "managementReview" && f.Date is not null ? f with { Written = draft.Paper.Written(f.Span) } : f);
    }

    private static void ReadPlan(Draft draft, TextSpan paragraph, NormalizedText text, Match sentence)
    {
        foreach (Match plan in Plans().Matches(sentence.Value))
        {
            var span = text.Origin(sentence.Index + plan.Index, sentence.Index + plan.Index + plan.Length).Shift(paragraph.Start);
            var years = YearRange().Match(plan.Value);
            var period = years.Success
                ? Period.Between(new DateOnly(Year(years.Groups[1]), 1, 1), new DateOnly(Year(years.Groups[2]), 12, 31))
                : (Period?)null;
            draft.AddText("plan", span, span, period: period); // one that a label gave already is left out at the end
        }

        static int Year(Group group) => int.Parse(group.ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
    }

    // 到2027年降至190，到2030年降至175: a clause that names no indicator goes on about the last one.
    private string? ReadTarget(Draft draft, TextSpan paragraph, NormalizedText text, int at, string clause, int? year, string? last)
    {
        for (var i = 0; i < clause.Length; i++)
        {
            if (!char.IsAsciiDigit(clause[i]) || (i > 0 && (char.IsAsciiLetterOrDigit(clause[i - 1]) || clause[i - 1] is '.' or '-' or '/')))
            {
                continue;
            }

            var number = numbers.ReadAt(clause, i, clause.Length);
            if (number is null || number.Unit is null or "年" or "月" or "日" or "条" || (number.Span.End < clause.Length && clause[number.Span.End] is '年' or '月'))
            {
                i = number is null ? i : Math.Max(i, number.Span.End - 1);
                continue;
            }

            var span = text.Origin(at, at + clause.Length).Shift(paragraph.Start);
            var name = clause[..number.Span.Start];
            name = UntilYear().Replace(name[(name.LastIndexOfAny([':', '》', ')']) is var cut && cut == name.Length - 1 ? 0 : cut + 1)..], string.Empty);
            name = Tail().Replace(name, string.Empty);
            var meaning = labels.Read(name.Length > 40 ? name[^40..] : name);
            var figures = text.Origin(at + number.Span.Start, at + number.Span.End).Shift(paragraph.Start);
            var aim = meaning.Field?.Names[0] ?? (meaning.Rest.Length is > 0 and <= 30 ? meaning.Rest : last);
            draft.AddNumber("target", number with { Span = figures }, span, year is { } y ? Period.OfYear(y) : null, aim);
            return aim;
        }

        return last;
    }

    // 某公司绿色低碳发展中长期规划 (2025—2030年), the years on a line of their own
    [GeneratedRegex(@"[^。;,:]{0,40}规划\(?(?:(20\d\d)年?[-—~至到]+(20\d\d)年?)?\)?", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex TitlePlan();

    // 节能降碳打算（2026—2030）, 绿色低碳行动方案（2024—2028年）
    [GeneratedRegex(@"[^。;,:]{0,40}(?:计划|打算|方案|行动|路线图)\((20\d\d)年?[-—~至到]+(20\d\d)年?\)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex TitleYears();

    [GeneratedRegex("20\\d\\d年?度?[^\\n]{0,24}(?:目标|指标)|年度[^\\n]{0,12}(?:目标|指标)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex AnnualAims();

    [GeneratedRegex("力争|明显|提高|提升|改善|下降|降低|稳中有降|增强|保持|达到|持续|优化|推进|加强", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Wish();

    [GeneratedRegex(@"[^。;!?]+", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Sentences();

    [GeneratedRegex(@"(?:[^,、]|(?<=\d),(?=\d{3}(?!\d)))+", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Clauses();

    [GeneratedRegex(@"[^,]+", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex WideClauses();

    [GeneratedRegex("负责(?!解释)|负总责|分管|归口|牵头|任命|聘任|担任|组长|职责:|主管(?!部门)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Duty();

    [GeneratedRegex("^[^。]{0,12}(?:职责|责任|分工)$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex DutyHead();

    [GeneratedRegex(@"(?<!\d)(20\d\d)年度?(?:的)?(?:绿色[^,。:]{0,6}|工作|节能[^,。:]{0,4})?目标(?:为|是|:)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex YearsAim();

    [GeneratedRegex("目标|指标", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Aims();

    [GeneratedRegex("不高于|不低于|不超过|不少于|不大于|不小于|降至|降到|达到|控制在|提高到|提升到|下降|降低|≤|≥|以内|以上|以下", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Bound();

    [GeneratedRegex(@"(?<!\d)(20\d\d)年", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Years();

    [GeneratedRegex(@"《[^《》]{2,40}规划[^《》]{0,20}》(?:\(20\d\d年?[-~至]+20\d\d年?\))?|[\u4e00-\u9fff""“”]{0,16}规划\(20\d\d年?[-~至]+20\d\d年?\)|[《\u4e00-\u9fff""“”]{0,16}规划》?(?:的)?(?:期限|期|周期|时限)?(?:为|是|:)20\d\d年?[-~至到]+20\d\d年?", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Plans();

    [GeneratedRegex(@"(20\d\d)年?[-~至到]+(20\d\d)年?", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex YearRange();

    [GeneratedRegex("计划|将于|拟|定于|应当|每年|至少", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Future();

    [GeneratedRegex(@"(?:到|至|截至)?20\d\d年(?:底|末|度)?前?", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex UntilYear();

    [GeneratedRegex(@"(?:不高于|不低于|不超过|不少于|不大于|不小于|降至|降到|达到|控制在|提高到|提升到|下降|降低|≤|≥|<|>|为|至|到|:|目标|比\d{4}年)+$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Tail();
}
