using PolicyGraph.Ontology.Lexicon;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Policies;

/// <summary>A figure with its unit in folded text: 13.5%, 10-20项, 百家, 180万吨/年.</summary>
/// <param name="Start">Offset of the first digit.</param>
/// <param name="End">Offset behind the unit.</param>
/// <param name="Value">The value; the lower end of a range.</param>
/// <param name="ValueMax">The upper end of a range.</param>
/// <param name="Unit">With scale: 万亿元; null when none stands there.</param>
/// <param name="InWords">Whether it was written in words.</param>
/// <param name="Counted">Whether the unit counts things (家, 个, 项).</param>
/// <param name="More">Whether 余 or 多 stands behind the digits.</param>
internal readonly record struct Figure(int Start, int End, decimal Value, decimal? ValueMax, string? Unit, bool InWords, bool Counted, bool More)
{
    private static readonly HashSet<string> Counters = new(
        ["家", "个", "项", "种", "座", "处", "条", "台", "套", "辆", "件", "名", "人", "户", "支", "艘", "批次", "只", "块", "部", "类", "人次", "片", "场", "次", "对", "组"], StringComparer.Ordinal);

    /// <summary>Reads the figures of a sentence from left to right; dates, ordinals, numbers of documents and of standards are left out.</summary>
    public static List<Figure> All(string text, int start, int end, CueLexicon cues)
    {
        var figures = new List<Figure>();
        var quoted = 0;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            quoted += c switch { '《' or '[' => 1, '》' or ']' => -1, _ => 0 };
            if (quoted == 0 && c is '百' or '千' && PercentInWords(text, i, end) is { } percent)
            {
                figures.Add(percent);
                i = percent.End - 1;
                continue;
            }

            if (quoted > 0 || !(ChineseAmount.IsDigit(c) || "一二三四五六七八九十两百千万".Contains(c, StringComparison.Ordinal)) || !ChineseAmount.TryReadAt(text, i, out var amount))
            {
                continue;
            }

            var (figure, next) = At(text, i, end, amount, cues);
            if (figure is { } found && found.End <= end && !IsPartOfName(text, i, start))
            {
                figures.Add(found);
            }

            i = Math.Max(i, next - 1);
        }

        return figures;
    }

    /// <summary>The years of a sentence: offset and year.</summary>
    public static List<(int Start, int Year)> Years(string text, int start, int end)
    {
        var years = new List<(int, int)>();
        for (var i = start; i + 4 < end; i++)
        {
            if (text[i + 4] == '年' && text[i] is '1' or '2' && (i == 0 || !char.IsAsciiDigit(text[i - 1])) && int.TryParse(text.AsSpan(i, 4), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) && year is > 1948 and < 2101)
            {
                years.Add((i, year));
                i += 4;
            }
        }

        return years;
    }

    /// <summary>百分之二十, 百分之五点五, 千分之三, 百分之十至百分之十五; the unit is % or ‰.</summary>
    private static Figure? PercentInWords(string text, int i, int end)
    {
        if (!TryShare(text, i, end, out var value, out var at))
        {
            return null;
        }

        decimal? max = null;
        if (at + 1 < end && text[at] is '至' or '到' or '-' or '~' && (TryShare(text, at + 1, end, out var upper, out var behind) || TryNumeral(text, at + 1, end, out upper, out behind)) && upper > value)
        {
            max = upper;
            at = behind;
        }

        return new Figure(i, at, value, max, text[i] == '百' ? "%" : "‰", false, false, false);
    }

    private static bool TryShare(string text, int i, int end, out decimal value, out int at)
    {
        (value, at) = (0, i);
        return i + 3 < end && text[i] is '百' or '千' && text[i + 1] == '分' && text[i + 2] == '之' && TryNumeral(text, i + 3, end, out value, out at);
    }

    private static bool TryNumeral(string text, int i, int end, out decimal value, out int at)
    {
        (value, at) = (0, i);
        if (!ChineseAmount.TryReadAt(text, i, out var amount) || amount.Scale.Length > 0 || i + amount.Length > end)
        {
            return false;
        }

        (value, at) = (amount.Value, i + amount.Length);
        if (amount.InWords && at + 1 < end && text[at] == '点')
        {
            var place = 1m;
            for (var digit = at + 1; digit < end && place > 0.0001m && "零一二三四五六七八九".IndexOf(text[digit], StringComparison.Ordinal) is >= 0 and var d; digit++)
            {
                place /= 10;
                value += d * place;
                at = digit + 1;
            }
        }

        return true;
    }

    private static (Figure? Figure, int Next) At(string text, int i, int end, ChineseAmount amount, CueLexicon cues)
    {
        var at = i + amount.Length;
        decimal? max = null;
        var second = amount;
        var afterPercent = at < end && text[at] == '%' ? at + 1 : at;
        if (afterPercent + 1 < end && text[afterPercent] is '-' or '~' && !amount.InWords)
        {
            var from = afterPercent + 1;
            while (from < end && text[from] is '-' or '~')
            {
                from++;
            }

            if (ChineseAmount.TryReadAt(text, from, out second) && !second.InWords && second.Value > amount.Value)
            {
                max = second.Value;
                at = from + second.Length;
            }
            else
            {
                second = amount;
            }
        }

        var scale = second.Scale;
        var more = at < end && text[at] is '余' or '多';
        var unitAt = more ? at + 1 : at;
        if (more && unitAt < end && scale.Length == 0 && text[unitAt] is '万' or '亿')
        {
            scale = text[unitAt].ToString();
            unitAt++;
        }

        var time = cues.TimeMeasures.TryMatchAt(text, unitAt, out var timeWord, out _) ? timeWord.Length : 0;
        var counted = cues.Measures.TryMatchAt(text, unitAt, out var word, out _) && unitAt + word.Length <= end;
        if (time > 0 && (!counted || time > word.Length))
        {
            return (null, unitAt + time);
        }

        if (!counted)
        {
            // 1.3 of 电能利用效率不超过1.3 has no unit; a numeral in words without one is no figure.
            return (amount.InWords || scale.Length > 0 ? null : new Figure(i, at, amount.Value, max, null, false, false, false), at);
        }

        var unitEnd = unitAt + word.Length;
        if (unitEnd + 1 < end && text[unitEnd] == '/')
        {
            if (cues.Measures.TryMatchAt(text, unitEnd + 1, out var per, out _) || cues.TimeMeasures.TryMatchAt(text, unitEnd + 1, out per, out _))
            {
                unitEnd += 1 + per.Length;
            }
            else if (text.AsSpan(unitEnd + 1).StartsWith("万元"))
            {
                unitEnd += 3;
            }
        }

        var unit = scale + text[(unitAt)..unitEnd];
        var counts = Counters.Contains(word);
        // 万元工业增加值, 百分点: a scale word alone is a figure only before a counted noun.
        if (amount.InWords && text[i] is '百' or '千' or '万' && amount.InWords && amount.Length == 1 && !counts)
        {
            return (null, unitEnd);
        }

        return (new Figure(i, unitEnd, amount.Value, max, unit, amount.InWords, counts, more), unitEnd);
    }

    /// <summary>第三批, GB/T36132, PM2.5, 十三五, 2-3 of a standard's number.</summary>
    private static bool IsPartOfName(string text, int i, int start)
    {
        if (i == start)
        {
            return false;
        }

        var before = text[i - 1];
        return before is '第' or '“' or '"' or '/' or '.' || char.IsAsciiLetter(before) || (before == '-' && i - 2 >= start && (char.IsAsciiLetterOrDigit(text[i - 2]) || text[i - 2] == '-') && !AfterDash(text, i, start));
    }

    /// <summary>A dash of a list mark, 《—100家》, is no part of a name.</summary>
    private static bool AfterDash(string text, int i, int start) => i - 2 == start;
}
