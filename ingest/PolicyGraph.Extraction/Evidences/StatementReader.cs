using System.Text.RegularExpressions;
using PolicyGraph.Documents;
using PolicyGraph.Ontology.Evidence;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Reads what credit reports, letters of authorities and declarations state: item by item, with the negation's scope and the period.</summary>
/// <remarks>One reader for one paper: it remembers the period of the heading that it met last.</remarks>
internal sealed partial class StatementReader
{
    private static readonly string[] Running = ["正常生产经营", "生产经营正常", "正常经营", "经营正常", "存续", "在营", "在业", "开业", "正常生产", "生产正常", "正常运营"];
    private static readonly string[] Stopped = ["停产", "停业", "歇业", "注销", "吊销", "破产", "关停", "清算", "倒闭"];

    /// <summary>The period that a heading sets for the statements below it.</summary>
    private Period? section;

    /// <summary>Whether a label names an item of a statement.</summary>
    public static bool Knows(string label) => FieldOfLabel(label) is not null;

    /// <summary>Notes the period of a heading, such as 信用记录（2023-03-01 至 2026-03-16）.</summary>
    public void Heading(Paper paper, TextSpan line)
    {
        if (line.Length <= 80 && DateScanner.FindRange(paper.Text, line.Start, line.End) is { } range && range.To.Last >= range.From.First && !paper.Words(line).Contains("有效", StringComparison.Ordinal))
        {
            section = Period.Between(range.From.First, range.To.Last);
        }
    }

    /// <summary>Reads a label with the value beside it.</summary>
    /// <returns>False when the label is no item of a statement.</returns>
    public bool TryReadPair(Draft draft, TextSpan label, TextSpan value, TextSpan whole, TableCell? cell, EvidenceFieldType? field)
    {
        var words = draft.Paper.Words(label);
        if (PeriodOfQuery().IsMatch(words) && DateScanner.FindRange(draft.Paper.Text, value.Start, value.End) is { } asked)
        {
            section = Period.Between(asked.From.First, asked.To.Last);
            return true;
        }

        var name = FieldOfLabel(words) ?? (field is { Kind: EvidenceKind.Statement } ? field.Name : null);
        if (name is null or "greenList" or "platformFunction")
        {
            return false;
        }

        var said = NormalizedText.Fold(draft.Paper.Words(value)).Squeeze().Text;
        var statement = name == "operating" ? OfOperating(said) : Polarity.OfValue(said);
        if (statement is null)
        {
            return field is not { Kind: not EvidenceKind.Statement };
        }

        var when = statement == "occurred" ? OccasionIn(draft.Paper.Text, value) : null;
        draft.AddText(name, value, whole, cell, statement, when ?? section);
        return true;
    }

    /// <summary>Reads a paragraph of running text.</summary>
    /// <param name="draft">Receives the fields.</param>
    /// <param name="paragraph">Its span.</param>
    /// <param name="issued">The paper's date, for 近三年 and 至今; null when it has none.</param>
    public void ReadParagraph(Draft draft, TextSpan paragraph, DateOnly? issued)
    {
        var text = NormalizedText.Fold(draft.Paper.Written(paragraph)).Squeeze();
        var masked = MaskBrackets(text.Text);
        Period? carried = null;
        foreach (Match sentence in Sentences().Matches(masked))
        {
            var words = text.Text.Substring(sentence.Index, sentence.Length);
            carried = PeriodIn(words, issued) ?? carried;
            ReadSentence(draft, paragraph, text, masked, sentence, carried ?? section);
        }
    }

    private static void ReadSentence(Draft draft, TextSpan paragraph, NormalizedText text, string masked, Match sentence, Period? period)
    {
        var stated = new List<(string Field, string Statement, int Start, int End)>();
        string? previous = null;
        List<(string Field, int At)> framed = [];
        var start = sentence.Index;
        var whole = sentence.Value;
        foreach (var clause in whole.Split(','))
        {
            var items = StatementItems.Find(clause, whole);
            var open = items.FindAll(i => i.Field is "inspectionProblems" or "energyRectification" && Polarity.OfClause(clause, i.At) is null);
            if (items.Count == 0)
            {
                items = framed.ConvertAll(f => (f.Field, Math.Min(f.At, clause.Length))); // 在国务院及部委的督查中，未发现存在严重问题: what the first clause frames, the next one says
            }

            framed = Frame().IsMatch(clause) ? open : [];
            foreach (var (field, at) in items)
            {
                var statement = Polarity.OfClause(clause, at) ?? (at <= 10 && previous == "none" ? "none" : null);
                if (statement is null || (field == "greenList" && statement == "occurred"))
                {
                    continue;
                }

                if (field == "energyRectification" && statement == "occurred" && Rectified().IsMatch(whole[(start - sentence.Index)..]))
                {
                    stated.Add((field, "none", start, sentence.Index + sentence.Length)); // was on the list, and has put right what was asked
                    continue;
                }

                stated.Add((field == "greenList" ? "removedFromList" : field, statement, start, start + clause.Length));
            }

            if (OfOperating(clause) is { } operating && clause.Length > 2 && !(operating == "no" && (Stoppage.IsShort(clause) ?? Resumed().IsMatch(whole[(start - sentence.Index)..]))))
            {
                stated.Add(("operating", operating, start, start + clause.Length));
            }

            previous = items.Count > 0 ? Polarity.OfClause(clause, items.Max(i => i.At)) ?? previous : null;
            start += clause.Length + 1;
        }

        foreach (var (field, statement, from, to) in stated.DistinctBy(s => (s.Field, s.Statement)))
        {
            if (statement == "none" && stated.Exists(s => s.Field == field && s.Statement == "occurred"))
            {
                continue; // 除…外未发生其他: the exception is what counts
            }

            var span = text.Origin(from, to).Shift(paragraph.Start);
            var when = statement is "occurred" or "no" ? OccasionIn(draft.Paper.Text, span) : null;
            draft.AddText(field, span, span, null, statement, when ?? period);
        }
    }

    private static string? FieldOfLabel(string label)
    {
        var words = BracketWords().Replace(NormalizedText.Fold(label).Squeeze().Text, string.Empty).TrimEnd(':');
        if (words.Length is 0 or > 30)
        {
            return null;
        }

        var items = StatementItems.Find(words, words);
        if (items.Count > 0)
        {
            return items[0].Field;
        }

        return words is "登记状态" or "经营状态" or "企业状态" or "企业登记状态" or "生产经营状态" or "生产经营情况" or "主体状态" or "经营情况" ? "operating" : null;
    }

    private static string? OfOperating(string words)
    {
        if (Array.Exists(Running, r => words.Contains(r, StringComparison.Ordinal)) && !Denied().IsMatch(words))
        {
            return "yes";
        }

        var stopped = Array.Find(Stopped, s => words.Contains(s, StringComparison.Ordinal));
        if (stopped is null)
        {
            return null;
        }

        var before = words[..words.IndexOf(stopped, StringComparison.Ordinal)];
        return NotStopped().IsMatch(before) || words.Contains("证书", StringComparison.Ordinal) || Polarity.IsHypothetical(words) ? null : "no";
    }

    private static Period? PeriodIn(string words, DateOnly? issued)
    {
        if (DateScanner.FindRange(words, 0, words.Length) is { } range && range.To.Last >= range.From.First)
        {
            return Period.Between(range.From.First, range.To.Last);
        }

        var dates = DateScanner.FindAll(words, 0, words.Length);
        if (issued is null)
        {
            return null;
        }

        if (LastYears().Match(words) is { Success: true } last)
        {
            return Period.Between(issued.Value.AddYears(-Count(last.Groups[1].Value + last.Groups[2].Value)), issued.Value);
        }

        if (dates.Count > 0 && Since().IsMatch(words[dates[0].Span.End..]))
        {
            return dates[0].First <= issued ? Period.Between(dates[0].First, issued.Value) : null;
        }

        return null;
    }

    private static int Count(string words) => words switch { "三" or "3" or "叁" => 3, "两" or "二" or "2" => 2, "五" or "5" => 5, "十" or "10" => 10, _ => 1 };

    // When it happened: the dates in the words themselves.
    private static Period? OccasionIn(string text, TextSpan span)
    {
        var dates = DateScanner.FindAll(text, span.Start, span.End);
        return dates.Count == 0 ? null : new Period(dates[0].First, dates[^1].Last >= dates[0].First ? dates[^1].Last : dates[0].Last, PeriodLength.Range);
    }

    private static string MaskBrackets(string text) => BracketWords().Replace(text, static m => new string('□', m.Length));

    [GeneratedRegex(@"[^。;!?]+", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Sentences();

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex BracketWords();

    [GeneratedRegex(@"(?:中|时|内|方面|期间|过程|情况|工作|活动|检查|督查|督察)$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Frame();

    [GeneratedRegex(@"^(?:日|份)?(?:以来|至今|起至今|起|以后|之后|后)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Since();

    [GeneratedRegex(@"(?:近|最近|过去|前|近期|连续)(三|3|两|二|2|五|5|一|十|10)个?(?:整)?年|(三|3)年(?:以来|来|内)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex LastYears();

    [GeneratedRegex(@"查询(?:期间|范围|时段|区间|时间范围)|(?:信息|记录|数据|信用)时间范围|时间范围|统计区间|覆盖期间|查询起止", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex PeriodOfQuery();

    [GeneratedRegex(@"(?<!未|未能|没有|尚未|未按期|未全部)(?:完成(?:了)?整改|整改(?:已)?(?:完成|到位|完毕)|(?:整改|复查)[^,。;]{0,8}(?:通过|合格)|通过(?:了)?(?:整改)?(?:验收|复查)|销号)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Rectified();

    // 冷修停产9个月，2024年6月点火复产，未达到连续停产12个月
    [GeneratedRegex(@"复产|恢复(?:正常)?生产|恢复运行|重新(?:点火|投产|开工)|复工|未(?:达到|满|超过)[^,。;]{0,4}连续停产|(?:不足|未满|少于)(?:12|十二)个月", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Resumed();

    [GeneratedRegex(@"未|无|没有|不存在|不曾|并非|不是|不属于|不涉及|从不", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex NotStopped();

    [GeneratedRegex(@"(?:未|不|无法|没有)(?:能)?(?:正常|存续)|非正常", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Denied();
}
