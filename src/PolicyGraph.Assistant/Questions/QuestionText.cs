using System.Text;

namespace PolicyGraph.Assistant.Questions;

/// <summary>One spelling for comparison.</summary>
internal static class QuestionText
{
    /// <summary>Half-width, lower case, without white space, quotation marks and book brackets; all dashes are <c>-</c>.</summary>
    public static string Fold(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var unit = c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c;
            switch (unit)
            {
                case '\n':
                    folded.Append('\n');
                    break;
                case '“' or '”' or '‘' or '’' or '"' or '\'' or '《' or '》' or '「' or '」':
                    break;
                case '—' or '–' or '−' or '~' or '～' or '－':
                    folded.Append('-');
                    break;
                default:
                    if (!char.IsWhiteSpace(unit) && !char.IsControl(unit))
                    {
                        folded.Append(char.ToLowerInvariant(unit));
                    }

                    break;
            }
        }

        return folded.ToString();
    }

    /// <summary>The pairs of neighbouring characters; none goes across a line feed.</summary>
    public static HashSet<int> Bigrams(params ReadOnlySpan<string> texts)
    {
        var pairs = new HashSet<int>();
        foreach (var text in texts)
        {
            for (var i = 0; i + 1 < text.Length; i++)
            {
                if (text[i] != '\n' && text[i + 1] != '\n')
                {
                    pairs.Add(Pair(text[i], text[i + 1]));
                }
            }
        }

        return pairs;
    }

    /// <summary>Two characters as one number.</summary>
    public static int Pair(char first, char second) => (first << 16) | second;

    /// <summary>Whether a character is Chinese.</summary>
    public static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';

    /// <summary>Whether <paramref name="part"/> can be had from <paramref name="whole"/> by leaving characters out, its first and last character kept.</summary>
    public static bool IsAbridged(string part, string whole)
    {
        if (part.Length < 3 || part.Length >= whole.Length || part[^1] != whole[^1])
        {
            return false;
        }

        var at = 0;
        foreach (var c in whole)
        {
            if (at < part.Length && part[at] == c)
            {
                at++;
            }
        }

        return at == part.Length;
    }
}
