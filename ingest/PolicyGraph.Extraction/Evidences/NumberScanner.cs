using System.Globalization;
using PolicyGraph.Ontology.Units;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Reads numbers with their units from folded text.</summary>
/// <remarks>What is no clear number (1e400, 105[1], 10-20, 约500, 3,00) is still found, with a null value: a guess would be worse than a gap.</remarks>
internal sealed class NumberScanner(UnitLexicon units)
{
    private const int MaxUnitLength = 16;
    private const int MaxDigits = 27;
    private static readonly string[] Doubts = ["工况", "待核", "待定", "存疑", "或为", "未换算"];

    /// <summary>Reads the number that begins at <paramref name="start"/>, blanks and one sign allowed before it.</summary>
    /// <param name="text">Folded text: half-width figures and brackets.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="limit">Where to stop.</param>
    /// <returns>Null when no figure stands there.</returns>
    public WrittenNumber? ReadAt(string text, int start, int limit)
    {
        var at = SkipMoney(text, SkipBlanks(text, start, limit), limit);
        var clear = true;
        while (at < limit && text[at] is '约' or '近' or '≈' or '≤' or '≥' or '<' or '>' or '超' or '±')
        {
            clear = false;
            at = SkipBlanks(text, at + 1, limit);
        }

        var first = clear ? at : SkipMoney(text, SkipBlanks(text, start, limit), limit);
        var begin = at;
        if (at < limit && text[at] is '-' or '+')
        {
            at++;
        }

        if (at >= limit || !char.IsAsciiDigit(text[at]))
        {
            return at < limit && at == first ? ReadWords(text, at, limit) : null;
        }

        at = ReadFigures(text, at, limit, out var figures);
        var end = at;
        clear &= !ReadSuspicion(text, ref end, limit);
        var sign = text[begin] == '-' ? "-" : string.Empty;
        var value = clear && figures is not null && figures.Length <= MaxDigits
            && decimal.TryParse(sign + figures, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : (decimal?)null;
        var unitEnd = ReadUnit(text, end, limit, out var unit);
        if (unitEnd < limit && text[unitEnd] is '左' or '余' or '多' or '以')
        {
            value = text[unitEnd..Math.Min(limit, unitEnd + 2)] is "左右" or "以上" or "以下" or "以内" || text[unitEnd] is '余' or '多' ? null : value;
        }

        if (unit is not null && DoubtIn(text, unitEnd, limit) is { } doubt)
        {
            unit += doubt; // which no lexicon knows: nobody may guess what was meant
        }

        return new WrittenNumber(new TextSpan(first, end), value, unit, unitEnd);
    }

    /// <summary>A remark in brackets right behind a unit that leaves open what it counts: （工况）, （或为以N计，待核）; null where there is none.</summary>
    public static string? DoubtIn(string text, int at, int limit)
    {
        var close = at < limit && text[at] == '(' ? text.IndexOf(')', at, Math.Min(limit - at, 40)) : -1;
        var remark = close < 0 ? string.Empty : text[at..(close + 1)];
        return Array.Exists(Doubts, d => remark.Contains(d, StringComparison.Ordinal)) ? remark : null;
    }

    // 一千六百千升 ends before 千升: the longest amount behind which a unit stands.
    private WrittenNumber? ReadWords(string text, int start, int limit)
    {
        var run = NumberWords.Run(text, start, limit);
        for (var length = run; length > 0; length--)
        {
            if (NumberWords.TryRead(text.AsSpan(start, length), out var value) && ReadUnit(text, start + length, limit, out var unit) is var end && FindDimension(unit) is { } dimension
                && dimension is not ("time" or "ratio") && (length > 1 || value == 0 || !dimension.StartsWith("count:", StringComparison.Ordinal)))
            {
                return new WrittenNumber(new TextSpan(start, start + length), value, unit, end);
            }
        }

        // 五百万至五百六十万立方米
        return run > 1 && start + run < limit && text[start + run] is '至' or '到' or '-' && ReadWords(text, start + run + 1, limit) is { } upper
            ? new WrittenNumber(new TextSpan(start, upper.Span.End), null, upper.Unit, upper.End)
            : null;
    }

    private static int SkipMoney(string text, int at, int limit) =>
        at + 3 < limit && string.CompareOrdinal(text, at, "人民币", 0, 3) == 0 ? SkipBlanks(text, at + 3, limit) : at;

    /// <summary>Reads a cell or value that should be one number, a unit allowed behind it.</summary>
    /// <returns>Null when it does not begin with a number; a number with a null value when more follows than a unit and a remark in brackets.</returns>
    public WrittenNumber? ReadWhole(string text, int start, int limit)
    {
        var number = ReadAt(text, start, limit);
        if (number is null || (number.Unit == "年" && number.Value is >= 1900 and <= 2100))
        {
            return null;
        }

        var rest = SkipBlanks(text, number.End, limit);
        if (rest < limit && NumberWords.Begins(text[number.Span.Start]))
        {
            return null; // 三吨叉车
        }

        if (rest >= limit || text[rest] is '(' or ';' or ',' or '。' or '、')
        {
            return number;
        }

        // 12000吨/年, 105 kgce/某: figures are clear, the words behind them are a unit that is not known
        var words = text[rest..limit].Trim();
        if (IsDatePart(text, number, rest) || words[0] is '月' or '季' or '日' or '年' || words.AsSpan().IndexOfAny('#', '号') >= 0 || (number.Unit == "年" && words[0] != '/') || (number.Unit is null && words.Length > 6) || (number.Unit is not null && text[rest] != '/' && words.Length > 12))
        {
            return null; // 1#排气筒, 3号窑, 2025年度完成情况: a name that begins with a figure
        }

        return number with { Unit = number.Unit is null || text[number.End] == '/' ? text[number.Span.End..limit].Trim() : number.Unit };
    }

    /// <summary>Whether words are a unit; understood ones and those that refer to the unit column (kgce/计量单位).</summary>
    public bool IsUnit(string words) => words.Length is > 0 and <= MaxUnitLength + 8
        && (units.TryParse(words, out _) || IsPerUnit(words));

    /// <summary>What a unit measures; null for one that is not known.</summary>
    public string? FindDimension(string? unit) => units.TryParse(unit, out var known) ? known.Dimension : null;

    /// <summary>Whether two units measure the same; an unknown unit is given the benefit of the doubt.</summary>
    public bool IsSameDimension(string? unit, string other) =>
        !units.TryParse(unit, out var first) || !units.TryParse(other, out var second) || first.Dimension == second.Dimension || first.Dimension.Contains('/', StringComparison.Ordinal);

    private static bool IsDatePart(string text, WrittenNumber number, int rest) =>
        text[rest] is '.' or ':' or '-' or '/' && number.Unit is null or "年";

    private static int SkipBlanks(string text, int at, int limit)
    {
        while (at < limit && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int ReadFigures(string text, int at, int limit, out string? figures)
    {
        var start = at;
        while (at < limit && (char.IsAsciiDigit(text[at]) || IsSeparator(text, start, at, limit)))
        {
            at++;
        }

        var whole = text[start..at];
        var groups = whole.Split(',', ' ');
        figures = groups.Length == 1 || (groups[0].Length <= 3 && groups.Skip(1).All(g => g.Length == 3)) ? string.Concat(groups) : null;
        if (at + 1 < limit && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            var point = at++;
            while (at < limit && char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            figures += text[point..at];
        }

        return at;
    }

    // A comma or a blank before exactly three figures; a blank only behind a first group of at most three, so that "2025 120" stays two numbers.
    private static bool IsSeparator(string text, int start, int at, int limit)
    {
        if (text[at] is not (',' or ' ') || (text[at] == ' ' && at - start > 3 && text[at - 4] != ' '))
        {
            return false;
        }

        for (var i = 1; i <= 3; i++)
        {
            if (at + i >= limit || !char.IsAsciiDigit(text[at + i]))
            {
                return false;
            }
        }

        return at + 4 >= limit || !char.IsAsciiDigit(text[at + 4]);
    }

    // What behind the figures makes them unclear: an exponent, a footnote, a range, a second point.
    private static bool ReadSuspicion(string text, ref int at, int limit)
    {
        if (at >= limit)
        {
            return false;
        }

        if (text[at] is 'e' or 'E' && at + 1 < limit && (char.IsAsciiDigit(text[at + 1]) || text[at + 1] is '+' or '-'))
        {
            at += 2;
            while (at < limit && char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            return true;
        }

        if (text[at] == '[' && text.IndexOf(']', at, limit - at) is var close && close > at && close - at <= 4 && char.IsAsciiDigit(text[at + 1]))
        {
            at = close + 1;
            return true;
        }

        if (text[at] is '-' or '~' or '至' or '±' or '×' or '*' or '^' or '/' && at + 1 < limit && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            while (at < limit && (char.IsAsciiDigit(text[at]) || text[at] is '.' or ','))
            {
                at++;
            }

            return true;
        }

        return text[at] is '.' or ',' && at + 1 < limit && char.IsAsciiDigit(text[at + 1]);
    }

    private static bool IsPerUnit(string words) =>
        words.EndsWith("/计量单位", StringComparison.Ordinal) || words.EndsWith("/单位", StringComparison.Ordinal) || words.EndsWith("/unit", StringComparison.OrdinalIgnoreCase) || words.EndsWith("/实物量", StringComparison.Ordinal) || words.EndsWith("/实物单位", StringComparison.Ordinal);

    private int ReadUnit(string text, int at, int limit, out string? unit)
    {
        var start = SkipBlanks(text, at, limit);
        if (start < limit && text[start] is '[' or '(' && text.IndexOf(text[start] == '[' ? ']' : ')', start, Math.Min(limit - start, MaxUnitLength)) is var close && close > start + 1
            && text[(start + 1)..close].Trim() is var inner && !IsPerYear(inner) && inner is not ("年" or "月" or "日") && units.TryParse(inner, out _))
        {
            unit = inner; // 134800 [万kWh]
            return close + 1;
        }

        var stop = start;
        while (stop < limit && stop - start < MaxUnitLength && IsUnitCharacter(text[stop]))
        {
            stop++;
        }

        for (var end = stop; end > start; end--)
        {
            if (text[end - 1] == '(')
            {
                continue; // a remark begins
            }

            if (char.IsAsciiLetter(text[end - 1]) && end < limit && char.IsAsciiLetter(text[end]))
            {
                continue; // a unit does not end inside a word of letters
            }

            var words = text[start..end];
            if (!IsPerYear(words) && units.TryParse(words, out _))
            {
                unit = words.Trim();
                return SkipPerYear(text, end, limit);
            }
        }

        unit = null;
        return at;
    }

    private static bool IsPerYear(string words) => words.EndsWith("/a", StringComparison.Ordinal) || words.EndsWith("/年", StringComparison.Ordinal);

    // 万m³/a, 吨/年: the amount of a year.
    private static int SkipPerYear(string text, int end, int limit)
    {
        if (end + 1 < limit && text[end] == '/' && text[end + 1] is 'a' or '年' && (end + 2 >= limit || !char.IsLetterOrDigit(text[end + 2]) || text[end + 1] == '年'))
        {
            return end + 2;
        }

        return end;
    }

    private static bool IsUnitCharacter(char c) =>
        char.IsLetter(c) || c is '/' or '%' or '‰' or '³' or '²' or '㎡' or '·' or '(' or ')' or '.' or '₂' or '°' or ' ' || char.IsAsciiDigit(c);
}
