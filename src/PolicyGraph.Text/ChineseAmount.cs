using System.Globalization;

namespace PolicyGraph.Text;

/// <summary>A figure at one place of a text: 120, １３．５, 1,234, 百, 四十, with the 万 or 亿 behind it kept apart.</summary>
/// <param name="Value">The figure without its scale: 4 of 4万亿元, 100 of 百家.</param>
/// <param name="Scale">万, 亿, 万亿 or empty: it belongs to the unit as written (万亿元).</param>
/// <param name="Length">Code units of figure and scale together.</param>
/// <param name="ScaleLength">Code units of the scale alone.</param>
/// <param name="InWords">Whether the figure was written in words.</param>
public readonly record struct ChineseAmount(decimal Value, string Scale, int Length, int ScaleLength, bool InWords)
{
    /// <summary>Digits of a figure that are read; longer ones are no amount.</summary>
    public const int MaxDigits = 24;

    /// <summary>Reads the amount that begins at <paramref name="start"/>.</summary>
    /// <param name="text">A text; full-width digits are read as digits.</param>
    /// <param name="start">Offset of the first digit or numeral.</param>
    /// <param name="amount">What was read.</param>
    /// <returns>Whether a figure begins there. 万 alone is 10000 only before a counted noun (万种), which the caller checks: here 万 without a figure before it reads as 10000 without scale.</returns>
    public static bool TryReadAt(string text, int start, out ChineseAmount amount)
    {
        ArgumentNullException.ThrowIfNull(text);
        amount = default;
        if (start < 0 || start >= text.Length)
        {
            return false;
        }

        return IsDigit(text[start]) ? TryReadFigure(text, start, out amount) : TryReadWords(text, start, out amount);
    }

    /// <summary>Whether a character is a digit, half-width or full-width.</summary>
    public static bool IsDigit(char c) => c is (>= '0' and <= '9') or (>= '０' and <= '９');

    private static bool TryReadFigure(string text, int start, out ChineseAmount amount)
    {
        amount = default;
        Span<char> digits = stackalloc char[MaxDigits + 1];
        var count = 0;
        var i = start;
        var point = false;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (IsDigit(c))
            {
                if (count == MaxDigits)
                {
                    return false;
                }

                digits[count++] = (char)(c <= '9' ? c : c - '０' + '0');
            }
            else if (c is '.' or '．' && !point && i + 1 < text.Length && IsDigit(text[i + 1]))
            {
                if (count == MaxDigits)
                {
                    return false;
                }

                point = true;
                digits[count++] = '.';
            }
            else if (!(c is ',' or '，' && !point && IsThousandsGroup(text, i)))
            {
                break;
            }
        }

        if (!decimal.TryParse(digits[..count], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        var scale = ScaleAt(text, i);
        amount = new ChineseAmount(value, scale, i + scale.Length - start, scale.Length, InWords: false);
        return true;
    }

    /// <summary>Three digits behind a comma, no fourth, and one to three before it: 1,234 but not 2020,100家.</summary>
    private static bool IsThousandsGroup(string text, int comma)
    {
        var before = 0;
        while (before < 4 && comma - 1 - before >= 0 && IsDigit(text[comma - 1 - before]))
        {
            before++;
        }

        var after = 0;
        while (after < 4 && comma + 1 + after < text.Length && IsDigit(text[comma + 1 + after]))
        {
            after++;
        }

        return before is >= 1 and <= 3 && after == 3 && text[comma] == ',';
    }

    private static bool TryReadWords(string text, int start, out ChineseAmount amount)
    {
        amount = default;
        var length = ChineseNumeral.RunLength(text, start);
        if (length == 0)
        {
            if (text[start] is not ('万' or '亿'))
            {
                return false;
            }

            amount = new ChineseAmount(text[start] == '万' ? 10_000 : 100_000_000, string.Empty, 1, 0, InWords: true);
            return true;
        }

        if (length > 8)
        {
            return false;
        }

        var run = text.AsSpan(start, length);
        var value = run is "百" ? 100 : run is "千" ? 1000 : 0;
        if (value == 0 && !ChineseNumeral.TryRead(run, out value))
        {
            return false;
        }

        var scale = ScaleAt(text, start + length);
        amount = new ChineseAmount(value, scale, length + scale.Length, scale.Length, InWords: true);
        return true;
    }

    private static string ScaleAt(string text, int i)
    {
        if (i >= text.Length)
        {
            return string.Empty;
        }

        return text[i] switch
        {
            '万' => i + 1 < text.Length && text[i + 1] == '亿' ? "万亿" : "万",
            '亿' => "亿",
            _ => string.Empty,
        };
    }
}
