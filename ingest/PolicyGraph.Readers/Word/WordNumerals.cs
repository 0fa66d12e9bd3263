using System.Globalization;
using System.Text;

namespace PolicyGraph.Readers.Word;

/// <summary>Writes a count in one of Word's number formats.</summary>
internal static class WordNumerals
{
    private const string Digits = "〇一二三四五六七八九";
    private const string FinancialDigits = "零壹贰叁肆伍陆柒捌玖";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";

    private static readonly (int Value, string Sign)[] Roman =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    /// <param name="count">From 0.</param>
    /// <param name="format">Value of <c>w:numFmt</c>; one that is not known is decimal.</param>
    public static string Write(int count, string format) => format switch
    {
        "none" => "",
        "decimalZero" => count.ToString("00", CultureInfo.InvariantCulture),
        "upperRoman" => WriteRoman(count),
        "lowerRoman" => WriteRoman(count).ToLowerInvariant(),
        "upperLetter" => WriteLetter(count, 'A'),
        "lowerLetter" => WriteLetter(count, 'a'),
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand" => WriteChinese(count, Digits.Replace('〇', '零'), "十百千"),
        "chineseLegalSimplified" or "ideographLegalTraditional" => WriteChinese(count, FinancialDigits, "拾佰仟"),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" or "koreanDigital" => string.Concat(Decimal(count).Select(digit => Digits[digit - '0'])),
        "ideographTraditional" when count is >= 1 and <= 10 => Stems[count - 1].ToString(),
        "ideographZodiac" when count is >= 1 and <= 12 => Branches[count - 1].ToString(),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when count is >= 1 and <= 20 => ((char)('①' + count - 1)).ToString(),
        "decimalEnclosedParen" when count is >= 1 and <= 20 => ((char)('⑴' + count - 1)).ToString(),
        "decimalEnclosedFullstop" when count is >= 1 and <= 20 => ((char)('⒈' + count - 1)).ToString(),
        "ideographEnclosedCircle" when count is >= 1 and <= 10 => ((char)('㊀' + count - 1)).ToString(),
        "decimalFullWidth" or "decimalFullWidth2" => string.Concat(Decimal(count).Select(digit => (char)(digit - '0' + '０'))),
        _ => Decimal(count),
    };

    private static string Decimal(int count) => Math.Max(count, 0).ToString(CultureInfo.InvariantCulture);

    private static string WriteRoman(int count)
    {
        if (count is < 1 or > 3999)
        {
            return Decimal(count);
        }

        var written = new StringBuilder();
        foreach (var (value, sign) in Roman)
        {
            for (; count >= value; count -= value)
            {
                written.Append(sign);
            }
        }

        return written.ToString();
    }

    // After z comes aa, then bb.
    private static string WriteLetter(int count, char first) =>
        count is < 1 or > 780 ? Decimal(count) : new string((char)(first + ((count - 1) % 26)), ((count - 1) / 26) + 1);

    // 12 is 十二, 105 is 一百零五; the leading 一 of 一十 goes, except in financial forms.
    private static string WriteChinese(int count, string digits, string units)
    {
        if (count is < 1 or > 9999)
        {
            return Decimal(count);
        }

        var written = new StringBuilder();
        var figures = Decimal(count);
        var zero = false;
        for (var i = 0; i < figures.Length; i++)
        {
            var digit = figures[i] - '0';
            if (digit == 0)
            {
                zero = true;
                continue;
            }

            written.Append(zero ? digits[0].ToString() : "");
            zero = false;
            var unit = figures.Length - 1 - i;
            var leadingTen = i == 0 && unit == 1 && digit == 1 && units[0] == '十';
            written.Append(leadingTen ? "" : digits[digit].ToString()).Append(unit > 0 ? units[unit - 1].ToString() : "");
        }

        return written.ToString();
    }
}
