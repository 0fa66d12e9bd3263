namespace PolicyGraph.Text;

/// <summary>Numerals as statutes and plans write them: 七, 二十一, 一百零三.</summary>
public static class ChineseNumeral
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>Reads a whole numeral, such as 七, 二十一 or 一百零三.</summary>
    /// <param name="text">The numeral and nothing else: no 第, no 条, no brackets.</param>
    /// <param name="value">The value read; 0 when the method returns <see langword="false"/>.</param>
    /// <returns><see langword="true"/> when all of <paramref name="text"/> is one numeral from 1 to 9999.</returns>
    /// <remarks>
    /// Statutes omit the leading 一 of 一十 (十二 is 12) and write 零 or 〇 for a skipped place. Financial forms (壹, 贰) and digit
    /// strings (二〇二四) belong to amounts and dates and are refused here; 两 is read before 百 and 千 only, or alone.
    /// </remarks>
    public static bool TryRead(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        var total = 0;
        var lastUnit = 10_000;
        var i = 0;
        var zero = false;
        while (i < text.Length)
        {
            if (text[i] is '零' or '〇')
            {
                if (zero || total == 0 || i + 1 == text.Length)
                {
                    return false;
                }

                zero = true;
                i++;
                continue;
            }

            var digit = DigitOf(text[i]);
            var unit = i + 1 < text.Length && digit > 0 ? UnitOf(text[i + 1]) : UnitOf(text[i]);
            if (digit < 0)
            {
                // Only 十 may stand without a digit, and only in front.
                if (text[i] != '十' || i != 0)
                {
                    return false;
                }

                digit = 1;
                i++;
            }
            else
            {
                i += unit > 0 ? 2 : 1;
                unit = Math.Max(unit, 1);
                if (text[i - (unit > 1 ? 2 : 1)] == '两' && unit == 10)
                {
                    return false;
                }
            }

            if (unit >= lastUnit || (unit * 10 < lastUnit && total > 0 && !zero))
            {
                return false;
            }

            total += digit * unit;
            lastUnit = unit;
            zero = false;
        }

        value = total;
        return total > 0;
    }

    /// <summary>How many code units from <paramref name="start"/> can belong to a numeral; the caller decides whether they make one.</summary>
    public static int RunLength(string text, int start)
    {
        ArgumentNullException.ThrowIfNull(text);
        var i = start;
        while (i < text.Length && (DigitOf(text[i]) >= 0 || UnitOf(text[i]) > 0 || text[i] == '零'))
        {
            i++;
        }

        return i - start;
    }

    private static int DigitOf(char c) => c == '两' ? 2 : c == '零' ? -1 : Digits.IndexOf(c, StringComparison.Ordinal) is > 0 and var digit ? digit : -1;

    private static int UnitOf(char c) => c switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
}
