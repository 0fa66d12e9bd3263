using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Reads amounts that are written in words: 一千五百三十六, 十五万八千, 十二亿, 零.</summary>
internal static class NumberWords
{
    private const string Characters = "零〇一二三四五六七八九十百千万亿两";
    private const int MaxLength = 20;

    /// <summary>Whether an amount may begin with this character; 百 and 万 alone (百家, 万种) are no amounts here.</summary>
    public static bool Begins(char c) => c is '零' or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '两';

    /// <summary>How many characters from <paramref name="start"/> may belong to one amount; 0 where none begins.</summary>
    public static int Run(string text, int start, int limit)
    {
        var at = start;
        while (at < limit && at - start < MaxLength && Characters.Contains(text[at], StringComparison.Ordinal))
        {
            at++;
        }

        return start < limit && Begins(text[start]) ? at - start : 0;
    }

    /// <summary>Reads a whole amount below 10,000 亿.</summary>
    public static bool TryRead(ReadOnlySpan<char> words, out decimal value)
    {
        value = 0;
        if (words is "零")
        {
            return true;
        }

        var cut = words.IndexOf('亿');
        if (cut < 0)
        {
            return TryReadBelow(words, out value);
        }

        decimal rest = 0;
        if (!TryReadBelow(words[..cut], out var high) || (words.Length > cut + 1 && !TryReadBelow(words[(cut + 1)..].TrimStart('零'), out rest)))
        {
            return false;
        }

        value = (high * 100_000_000m) + rest;
        return true;
    }

    private static bool TryReadBelow(ReadOnlySpan<char> words, out decimal value)
    {
        value = 0;
        var cut = words.IndexOf('万');
        if (cut < 0)
        {
            if (!ChineseNumeral.TryRead(words, out var small))
            {
                return false;
            }

            value = small;
            return true;
        }

        var low = 0;
        if (!ChineseNumeral.TryRead(words[..cut], out var high) || (words.Length > cut + 1 && !ChineseNumeral.TryRead(words[(cut + 1)..].TrimStart('零'), out low)))
        {
            return false;
        }

        value = (high * 10_000m) + low;
        return true;
    }
}
