using PolicyGraph.Text;

namespace PolicyGraph.Documents.Structure;

/// <summary>The forms in which Chinese documents number their parts, from the outside in.</summary>
internal enum MarkForm
{
    Appendix,
    Part,
    Chapter,
    Division,
    ChineseComma,
    Article,
    ChineseBracket,
    Box,
    Digit,
    DigitBracket,
    Circle,

    /// <summary>A standard's 4, 4.2, 4.2.1, A.1: read by <see cref="ClauseMark"/>.</summary>
    Clause,

    /// <summary>a) of a standard.</summary>
    Letter,

    /// <summary>1) of a standard.</summary>
    DigitParenthesis,

    /// <summary>表1, 图A.2 with its title.</summary>
    Caption,
}

/// <summary>A number at the start of a line.</summary>
/// <param name="Form">Which form it has.</param>
/// <param name="Number">As printed, white space inside removed: 一、 · （一） · 第十条之一 · 专栏1.</param>
/// <param name="Segment">Its part of a path: 一 · （一） · 第十条之一 · 专栏1.</param>
/// <param name="Ordinal">Its value; 0 when it has none (附件 alone).</param>
/// <param name="End">Offset behind it.</param>
internal readonly record struct HeadingMark(MarkForm Form, string Number, string Segment, int Ordinal, int End)
{
    /// <summary>Reads the number at the start of <paramref name="line"/>.</summary>
    public static HeadingMark? At(string text, TextSpan line)
    {
        var start = line.Start;
        return text[start] switch
        {
            '第' => Statutory(text, line),
            '（' or '(' => Bracketed(text, line),
            '专' => Named(text, line, "专栏", MarkForm.Box),
            '附' => Named(text, line, "附件", MarkForm.Appendix) ?? Named(text, line, "附录", MarkForm.Appendix) ?? Named(text, line, "附表", MarkForm.Appendix),
            >= '①' and <= '⑳' => new HeadingMark(MarkForm.Circle, text[start].ToString(), text[start].ToString(), text[start] - '①' + 1, start + 1),
            var c when ChineseAmount.IsDigit(c) => Digits(text, line),
            _ => ChineseComma(text, line),
        };
    }

    /// <summary>第一章, 第三节, 第十条, 第十条之一, 第二编.</summary>
    private static HeadingMark? Statutory(string text, TextSpan line)
    {
        var i = SkipBlanks(text, line.Start + 1, line.End);
        var (value, end) = NumeralOrDigits(text, i, line.End);
        end = SkipBlanks(text, end, line.End);
        if (value == 0 || end >= line.End)
        {
            return null;
        }

        MarkForm form;
        switch (text[end])
        {
            case '编':
            case '部' when end + 1 < line.End && text[end + 1] == '分':
                form = MarkForm.Part;
                end += text[end] == '部' ? 2 : 1;
                break;
            case '章':
                form = MarkForm.Chapter;
                end++;
                break;
            case '节':
                form = MarkForm.Division;
                end++;
                break;
            case '条':
                form = MarkForm.Article;
                end++;
                if (end < line.End && text[end] == '之' && NumeralOrDigits(text, end + 1, line.End) is (> 0, var behind))
                {
                    end = behind;
                }

                break;
            default:
                return null;
        }

        // 第八条规定的…, 第三章所称…, 第十条第二款: a sentence that refers, no heading.
        if (end < line.End && "规所的第和、至款中或，；。".Contains(text[end], StringComparison.Ordinal))
        {
            return null;
        }

        var number = Squeeze(text[line.Start..end]);
        return new HeadingMark(form, number, number, value, end);
    }

    private static HeadingMark? Bracketed(string text, TextSpan line)
    {
        var i = SkipBlanks(text, line.Start + 1, line.End);
        var digits = i < line.End && ChineseAmount.IsDigit(text[i]);
        var (value, end) = NumeralOrDigits(text, i, line.End);
        end = SkipBlanks(text, end, line.End);
        if (value is 0 or > 999 || end >= line.End || text[end] is not ('）' or ')') || end - i > 6)
        {
            return null;
        }

        var number = Squeeze(text[line.Start..(end + 1)]);
        var segment = $"（{number[1..^1]}）";
        end = SkipStop(text, end + 1, line.End);
        return new HeadingMark(digits ? MarkForm.DigitBracket : MarkForm.ChineseBracket, number, segment, value, end);
    }

    private static HeadingMark? Digits(string text, TextSpan line)
    {
        var (value, end) = NumeralOrDigits(text, line.Start, line.End);
        var stop = SkipBlanks(text, end, line.End);
        if (value is 0 or > 200 || end - line.Start > 3 || stop >= line.End || text[stop] is not ('.' or '．' or '、') || (stop + 1 < line.End && ChineseAmount.IsDigit(text[stop + 1])))
        {
            return null;
        }

        var number = Squeeze(text[line.Start..(stop + 1)]);
        return new HeadingMark(MarkForm.Digit, number, value.ToString(System.Globalization.CultureInfo.InvariantCulture), value, stop + 1);
    }

    private static HeadingMark? ChineseComma(string text, TextSpan line)
    {
        var length = ChineseNumeral.RunLength(text, line.Start);
        var stop = SkipBlanks(text, line.Start + length, line.End);
        if (length is 0 or > 4 || stop >= line.End || text[stop] is not ('、' or '.' or '．') || !ChineseNumeral.TryRead(text.AsSpan(line.Start, length), out var value))
        {
            return null;
        }

        var number = Squeeze(text[line.Start..(stop + 1)]);
        return new HeadingMark(MarkForm.ChineseComma, number, number[..^1], value, stop + 1);
    }

    /// <summary>专栏 1, 附件1, 附件一, 附录A; the bare word only where nothing but a colon follows.</summary>
    private static HeadingMark? Named(string text, TextSpan line, string word, MarkForm form)
    {
        var second = SkipBlanks(text, line.Start + 1, line.End); // covers of appendices are spaced: 附　录　A
        if (second >= line.End || text[second] != word[1])
        {
            return null;
        }

        var i = SkipBlanks(text, second + 1, line.End);
        var (value, end) = NumeralOrDigits(text, i, line.End);
        if (value == 0 && i < line.End && char.IsAsciiLetterUpper(text[i]) && word == "附录")
        {
            (value, end) = (text[i] - 'A' + 1, i + 1);
        }

        if (value == 0 || value > 200)
        {
            var alone = i == line.End || text[i] is '：' or ':';
            return alone && form == MarkForm.Appendix ? new HeadingMark(form, word, word, 0, Math.Min(i + 1, line.End)) : null;
        }

        // 专栏1中的…, 附件2和…: a sentence.
        if (end < line.End && "中和及与所的，。、）)规".Contains(text[end], StringComparison.Ordinal))
        {
            return null;
        }

        var number = Squeeze(text[line.Start..end]);
        return new HeadingMark(form, number, number, value, SkipStop(text, end, line.End));
    }

    internal static (int Value, int End) NumeralOrDigits(string text, int start, int end)
    {
        if (start < end && ChineseAmount.IsDigit(text[start]))
        {
            var value = 0;
            var i = start;
            for (; i < end && i - start < 4 && ChineseAmount.IsDigit(text[i]); i++)
            {
                value = (value * 10) + (text[i] <= '9' ? text[i] - '0' : text[i] - '０');
            }

            return (value, i);
        }

        var length = Math.Min(RunLength(text, start), end - start);
        return length is > 0 and < 8 && ChineseNumeral.TryRead(text.AsSpan(start, length), out var read) ? (read, start + length) : (0, start);
    }

    // 第一百〇二条
    private static int RunLength(string text, int start)
    {
        var length = ChineseNumeral.RunLength(text, start);
        return length > 0 && start + length < text.Length && text[start + length] == '〇' ? length + 1 + ChineseNumeral.RunLength(text, start + length + 1) : length;
    }

    internal static int SkipBlanks(string text, int i, int end)
    {
        while (i < end && char.IsWhiteSpace(text[i]))
        {
            i++;
        }

        return i;
    }

    private static int SkipStop(string text, int i, int end)
    {
        var stop = SkipBlanks(text, i, end);
        return stop < end && text[stop] is ('：' or ':' or '、' or '.' or '．') ? stop + 1 : i;
    }

    internal static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
