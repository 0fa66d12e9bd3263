using System.Text.RegularExpressions;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Reads labels and values that stand in lines: 标签：值, 【标签】值, 标签＝值, 标签……值, 标签 值, several on a line, or the value on the next line.</summary>
internal sealed partial class FormReader(PairReader pairs, StatementReader statements)
{
    private static readonly string[] Repeating = ["number", "standard", "validUntil", "holder"];

    /// <summary>Reads all lines of a paper.</summary>
    public void Read(Draft draft)
    {
        var paper = draft.Paper;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var lines = paper.Lines.SelectMany(l => SplitLines(paper.Text, l)).ToList();
        TextSpan? above = null;
        TextSpan? quantity = null;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            statements.Heading(paper, line);
            draft.Period ??= PeriodAmong(paper, line);
            var found = Pairs(paper, line);
            if (found is [var only] && ReadBelow(draft, above, only, i + 1 < lines.Count ? lines[i + 1] : null) is var taken and > 0)
            {
                i += taken - 1;
                above = null;
                continue;
            }

            above = found.Count == 0 && IsBareLabel(paper, LineMarks.Unmarked(paper.Text, line)) ? LineMarks.Unmarked(paper.Text, line) : null;
            if (above is { } heading && paper.Text[heading.End - 1] == ':' && ReadParts(draft, heading, lines, i + 1) is var parts and > 0)
            {
                i += parts;
                above = null;
                continue;
            }

            if (above is { } name && i + 1 < lines.Count && !IsBareLabel(paper, LineMarks.Unmarked(paper.Text, lines[i + 1])) && Pairs(paper, lines[i + 1]).Count == 0)
            {
                found = [(name, lines[i + 1])];
                i++;
            }

            if (found.Count == 0 && quantity is { } whole && ReadPart(draft, whole, LineMarks.Unmarked(paper.Text, line), i + 1 < lines.Count ? lines[i + 1] : null) is var read and > 0)
            {
                i += read - 1;
                continue;
            }

            quantity = found is [.., var last] && pairs.IsQuantity(paper.Words(last.Label)) ? last.Label : found.Count > 0 ? null : quantity;
            foreach (var (label, value) in found)
            {
                ReadPair(draft, label, value, seen);
            }

            if (found.Count == 0 && paper.Words(line) is { Length: <= 30 } title && title.EndsWith("证书", StringComparison.Ordinal) && seen.Overlaps(Repeating))
            {
                draft.Group++;
                seen.Clear();
            }
        }

        draft.Group = 0;
    }

    /// <summary>The pairs of one line.</summary>
    public List<(TextSpan Label, TextSpan Value)> Pairs(Paper paper, TextSpan line)
    {
        var text = paper.Text;
        var boxed = Boxed().Matches(paper.Words(line));
        if (boxed.Count > 0)
        {
            return [.. boxed.Select(m => (
                new TextSpan(line.Start + m.Groups[1].Index, line.Start + m.Groups[1].Index + m.Groups[1].Length),
                new TextSpan(line.Start + m.Groups[2].Index, line.Start + m.Groups[2].Index + m.Groups[2].Length).Trim(text)))];
        }

        // 行政处罚信息（共1条）
        if (Counted().Match(text, line.Start, line.Length) is { Success: true } counted && StatementReader.Knows(counted.Groups[1].Value))
        {
            var count = counted.Groups[2].Success ? counted.Groups[2] : counted.Groups[3];
            return [(new TextSpan(counted.Groups[1].Index, counted.Groups[1].Index + counted.Groups[1].Length), new TextSpan(count.Index, count.Index + count.Length))];
        }

        var found = new List<(TextSpan Label, TextSpan Value)>();
        var segments = Segments(paper, LineMarks.Unmarked(text, line));
        for (var i = 0; i < segments.Count; i++)
        {
            var inside = Colons(paper, segments[i]);
            if (inside.Count > 0)
            {
                found.AddRange(inside);
                var (label, value) = found[^1];
                if (value.IsEmpty && i + 1 < segments.Count && Colons(paper, segments[i + 1]).Count == 0)
                {
                    found[^1] = (label, segments[++i]);
                }
            }
            else if (i + 1 < segments.Count && IsBareLabel(paper, segments[i]) && !IsBareLabel(paper, segments[i + 1]) && Colons(paper, segments[i + 1]).Count == 0)
            {
                found.Add((segments[i], segments[++i]));
            }
            else if ((Equation(paper, segments[i]) ?? LeadingLabel(paper, segments[i])) is { } pair)
            {
                found.Add(pair);
            }
        }

        return [.. found.Where(p => !p.Value.IsEmpty)];
    }

    // 取水总量 620,000 m³ / 其中：外供居民区 50,000 m³, on one line or two: a part of the quantity above. How many lines were read.
    private int ReadPart(Draft draft, TextSpan whole, TextSpan line, TextSpan? next)
    {
        var paper = draft.Paper;
        if (!paper.Words(line).StartsWith("其中", StringComparison.Ordinal))
        {
            return 0;
        }

        var segments = Segments(paper, line);
        TextSpan? value = segments.Count == 2 ? segments[1] : segments.Count == 1 ? next?.Trim(paper.Text) : null;
        var name = paper.Words(segments[0])[2..].TrimStart(':', ',', ' ');
        if (value is not { } amount || name.Length is < 2 or > 20 || !pairs.IsAmount(paper.Text, amount))
        {
            return 0;
        }

        pairs.Read(draft, whole, amount, context: new PairContext(draft.Period, null, null, name, segments[0].Cover(amount), IsPart: true));
        return segments.Count == 2 ? 1 : 2;
    }

    // 某某公司 // 2025全年 // 取水量→50万m³: a part of the line is the period of the rest.
    private static Period? PeriodAmong(Paper paper, TextSpan line) => Segments(paper, line) is { Count: >= 3 } parts
        ? parts.Where(p => p.Length <= 14 && paper.Words(p).IndexOf(':', StringComparison.Ordinal) < 0).Select(p => PeriodCaption.In(paper.Words(p))).FirstOrDefault(p => p is { Length: PeriodLength.Year })
        : null;

    // 总建筑面积： / 联合厂房（层高9.6 m） 36,000 m² / 办公楼 12,000 m²: how many lines list parts; 0 where fewer than two do.
    private int ReadParts(Draft draft, TextSpan heading, List<TextSpan> lines, int first)
    {
        var paper = draft.Paper;
        if (!pairs.HeadsParts(paper.Words(heading).TrimEnd(':', ' ')))
        {
            return 0;
        }

        var parts = lines.Skip(first).Select(l => (Line: l, Segments: Segments(paper, LineMarks.Unmarked(paper.Text, l))))
            .TakeWhile(l => l.Segments.Count == 2 && !IsBareLabel(paper, l.Segments[0]) && Colons(paper, l.Segments[0]).Count == 0 && pairs.IsAmount(paper.Text, l.Segments[1])).ToList();
        foreach (var (line, segments) in parts.Count < 2 ? [] : parts)
        {
            pairs.Read(draft, new TextSpan(heading.Start, heading.End - 1), segments[1], context: new PairContext(draft.Period, null, null, paper.Words(segments[0]), line));
        }

        return parts.Count < 2 ? 0 : parts.Count;
    }

    // 取水量 / 数值：12,600 / 单位：m³ in lines of their own, and 问：取水量是多少？ / 答：12,600 m³. How many lines were read; 0 where these are none.
    private int ReadBelow(Draft draft, TextSpan? above, (TextSpan Label, TextSpan Value) found, TextSpan? next)
    {
        var paper = draft.Paper;
        var label = paper.Words(found.Label);
        var below = next is { } line ? Pairs(paper, line) : [];
        if (above is { } name && QuestionForm.IsAmount(label))
        {
            var unit = below is [var only] && QuestionForm.IsUnit(paper.Words(only.Label)) ? paper.Words(only.Value) : null;
            pairs.Read(draft, name, found.Value, context: new PairContext(draft.Period, unit, null));
            return unit is null ? 1 : 2;
        }

        if (QuestionForm.Asks(label) && below is [var answer] && QuestionForm.Answers(paper.Words(answer.Label)) && QuestionForm.Asked(paper.Text, found.Value) is { } asked)
        {
            pairs.Read(draft, asked, answer.Value);
            return 2;
        }

        return 0;
    }

    // A number, standard, holder or end that comes a second time belongs to the next certificate.
    private void ReadPair(Draft draft, TextSpan label, TextSpan value, HashSet<string> seen)
    {
        if (PairReader.IsCertificateName(draft.Paper.Words(label)) && seen.Overlaps(Repeating))
        {
            draft.Group++;
            seen.Clear();
        }

        var before = draft.Fields.Count;
        pairs.Read(draft, label, value);
        var added = draft.Fields.Skip(before).ToList();
        if (added.Exists(f => Repeating.Contains(f.Name) && seen.Contains(f.Name)))
        {
            draft.Group++;
            seen.Clear();
            draft.Change(before, f => f with { Group = draft.Group });
        }

        seen.UnionWith(added.Select(f => f.Name));
    }

    private static IEnumerable<TextSpan> SplitLines(string text, TextSpan block)
    {
        var start = block.Start;
        for (var i = block.Start; i <= block.End; i++)
        {
            if (i == block.End || text[i] is '\n' or '\r' or '\v')
            {
                var line = new TextSpan(start, i).Trim(text);
                if (!line.IsEmpty)
                {
                    yield return line;
                }

                start = i + 1;
            }
        }
    }

    // Tabs, ideographic spaces, wide gaps, rows of dots and arrows part the columns of a form.
    private static List<TextSpan> Segments(Paper paper, TextSpan line)
    {
        var segments = new List<TextSpan>();
        var start = line.Start;
        for (var i = line.Start; i <= line.End; i++)
        {
            var width = i == line.End || paper.Source[i] is '\t' or '\u3000' or '|' || (paper.Text[i] == ' ' && i + 1 < line.End && paper.Text[i + 1] == ' ') ? 1 : LineMarks.GapAt(paper.Text, i, line.End);
            if (width > 0)
            {
                var segment = new TextSpan(start, i).Trim(paper.Text);
                if (!segment.IsEmpty)
                {
                    segments.Add(segment);
                }

                start = i + width;
                i = start - 1;
            }
        }

        return segments;
    }

    // 取水量 = 51.3万m³; a formula with more than the one sign is for the readers of sentences.
    private (TextSpan Label, TextSpan Value)? Equation(Paper paper, TextSpan segment)
    {
        var text = paper.Text;
        var at = text.IndexOf('=', segment.Start, segment.Length);
        if (at <= segment.Start || text.IndexOfAny(['=', '÷', '×', '+'], at + 1, segment.End - at - 1) >= 0)
        {
            return null;
        }

        var label = new TextSpan(segment.Start, at).Trim(text);
        var value = TrimValue(text, new TextSpan(at + 1, segment.End));
        return label.Length is >= 2 and <= 40 && !value.IsEmpty && pairs.Knows(paper.Words(label)) ? (label, value) : null;
    }

    private List<(TextSpan Label, TextSpan Value)> Colons(Paper paper, TextSpan segment)
    {
        var text = paper.Text;
        var labels = new List<(TextSpan Label, int After)>();
        foreach (var match in Labels().EnumerateMatches(text.AsSpan(segment.Start, segment.Length)))
        {
            var start = segment.Start + match.Index;
            var after = start + match.Length;
            var label = new TextSpan(start, after - 1).Trim(text);
            if (paper.Words(label) is not ("其中" or "其") && (start == segment.Start || pairs.Knows(paper.Words(label))))
            {
                labels.Add((label, after));
            }
        }

        var found = new List<(TextSpan Label, TextSpan Value)>();
        for (var i = 0; i < labels.Count; i++)
        {
            var end = i + 1 < labels.Count ? labels[i + 1].Label.Start : segment.End;
            found.Add((labels[i].Label, TrimValue(text, new TextSpan(labels[i].After, end))));
        }

        return found;
    }

    private (TextSpan Label, TextSpan Value)? LeadingLabel(Paper paper, TextSpan segment)
    {
        var space = paper.Text.IndexOf(' ', segment.Start, segment.Length);
        if (space < 0 || segment.Length > 120)
        {
            return null;
        }

        var label = new TextSpan(segment.Start, space);
        var value = new TextSpan(space, segment.End).Trim(paper.Text);
        return label.Length is >= 2 and <= 24 && pairs.Knows(paper.Words(label)) && !pairs.Knows(paper.Words(value)) ? (label, value) : null;
    }

    private bool IsBareLabel(Paper paper, TextSpan line)
    {
        var words = paper.Words(line).TrimEnd(':', ' ');
        return words.Length is >= 2 and <= 40 && !words.Contains('。', StringComparison.Ordinal) && pairs.Knows(words);
    }

    // （地址：某地某路3号）建立的: a value that begins inside a bracket ends with it.
    private static TextSpan Closed(string text, TextSpan value)
    {
        var depth = 0;
        for (var i = value.Start; i < value.End; i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth < 0)
            {
                return new TextSpan(value.Start, i);
            }
        }

        return value;
    }

    private static TextSpan TrimValue(string text, TextSpan value)
    {
        var span = Closed(text, value).Trim(text);
        if (text.IndexOf('。', span.Start, span.Length) is var stop and > 0 && !span.IsEmpty)
        {
            span = new TextSpan(span.Start, stop).Trim(text); // the next sentence is no part of the value
        }

        while (!span.IsEmpty && text[span.End - 1] is '。' or ';' or ',' or '、')
        {
            span = new TextSpan(span.Start, span.End - 1).Trim(text);
        }

        return span;
    }

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]+、|\(?\d{1,2}\)?[.、]?)?([^()\d]{2,24}?)(?:\((共?\d+条|无|无记录|0)\)|\s?(共?\d+\s?条):?)$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Counted();

    [GeneratedRegex(@"【([^】]{1,30})】[:\s]*([^【]*)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Boxed();

    [GeneratedRegex(@"(?<![^\s;,。、(>])(?:[\u4e00-\u9fff]{2,12}\s?/?\s?)?[A-Za-z][A-Za-z.']{0,15}(?: [A-Za-z.']{1,16}){0,4}(?:\s?/?\s?[\u4e00-\u9fff]{2,12})?\s{0,3}:|(?<![^\s;,。、(>])[^\s:;,。、|]{1,20}(?: ?[\u4e00-\u9fff]{1,4})?(?:\([^():]{1,30}\))?\s{0,3}:", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Labels();
}
