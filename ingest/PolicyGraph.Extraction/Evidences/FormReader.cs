using System.Text.RegularExpressions;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Reads labels and values that stand in lines: 标签：值, 【标签】值, 标签 值, several on a line, or the value on the next line.</summary>
internal sealed partial class FormReader(PairReader pairs, StatementReader statements)
{
    private static readonly string[] Repeating = ["number", "standard", "validUntil", "holder"];

    /// <summary>Reads all lines of a paper.</summary>
    public void Read(Draft draft)
    {
        var paper = draft.Paper;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var lines = paper.Lines.SelectMany(l => SplitLines(paper.Text, l)).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            statements.Heading(paper, line);
            var found = Pairs(paper, line);
            if (found.Count == 0 && i + 1 < lines.Count && IsBareLabel(paper, line) && !IsBareLabel(paper, lines[i + 1]) && Pairs(paper, lines[i + 1]).Count == 0)
            {
                found = [(line, lines[i + 1])];
                i++;
            }

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
            return [(new TextSpan(counted.Groups[1].Index, counted.Groups[1].Index + counted.Groups[1].Length), new TextSpan(counted.Groups[2].Index, counted.Groups[2].Index + counted.Groups[2].Length))];
        }

        var found = new List<(TextSpan Label, TextSpan Value)>();
        var segments = Segments(paper, line);
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
            else if (LeadingLabel(paper, segments[i]) is { } pair)
            {
                found.Add(pair);
            }
        }

        return [.. found.Where(p => !p.Value.IsEmpty)];
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

    // Tabs, ideographic spaces and wide gaps part the columns of a form.
    private static List<TextSpan> Segments(Paper paper, TextSpan line)
    {
        var segments = new List<TextSpan>();
        var start = line.Start;
        for (var i = line.Start; i <= line.End; i++)
        {
            var cut = i == line.End || paper.Source[i] is '\t' or '\u3000' or '|' || (paper.Text[i] == ' ' && i + 1 < line.End && paper.Text[i + 1] == ' ');
            if (cut)
            {
                var segment = new TextSpan(start, i).Trim(paper.Text);
                if (!segment.IsEmpty)
                {
                    segments.Add(segment);
                }

                start = i + 1;
            }
        }

        return segments;
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
            if (start == segment.Start || pairs.Knows(paper.Words(label)))
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

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]+、|\(?\d{1,2}\)?[.、]?)?([^()]{2,24})\((共?\d+条|无|无记录|0)\)$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Counted();

    [GeneratedRegex(@"【([^】]{1,30})】[:\s]*([^【]*)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Boxed();

    [GeneratedRegex(@"(?<![^\s;,。、(>])(?:[\u4e00-\u9fff]{2,12}\s?/?\s?)?[A-Za-z][A-Za-z.']{0,15}(?: [A-Za-z.']{1,16}){0,4}(?:\s?/?\s?[\u4e00-\u9fff]{2,12})?\s{0,3}:|(?<![^\s;,。、(>])[^\s:;,。、|]{1,20}(?: ?[\u4e00-\u9fff]{1,4})?(?:\([^():]{1,30}\))?\s{0,3}:", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Labels();
}
