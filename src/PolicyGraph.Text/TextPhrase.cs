namespace PolicyGraph.Text;

/// <summary>A run of characters that somebody looks for, taken as it stands: no sign in it means more than itself.</summary>
/// <remarks>
/// Full and half width, upper and lower case are one. What begins or ends with a letter or figure of a word is only found as a whole word: 36132 is not in 136132, and 5 is not in 1.5.
/// Chinese has no such bounds: 绿色工厂 is in 国家绿色工厂, and not in 绿色园区与工厂.
/// </remarks>
public sealed class TextPhrase
{
    /// <summary>Longest text that is read, in UTF-16 code units.</summary>
    public const int LongestInput = 500;

    private readonly string folded;

    private TextPhrase(string written, string folded) => (Written, this.folded) = (written, folded);

    /// <summary>As it was written, without signs at its ends.</summary>
    public string Written { get; }

    /// <summary>Its length once folded; the same as written.</summary>
    public int Length => folded.Length;

    /// <summary>Reads what a person typed: each run between white space is a phrase; signs at its ends (quotes, full stops, stars) are left out, and so is a run of nothing else.</summary>
    /// <exception cref="ArgumentException">It is longer than <see cref="LongestInput"/>.</exception>
    public static IReadOnlyList<TextPhrase> Read(string input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Length > LongestInput)
        {
            throw new ArgumentException($"longer than {LongestInput}", nameof(input));
        }

        return [.. input.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Trimmed).Where(run => run.Length > 0).Select(run => new TextPhrase(run, Fold(run))).DistinctBy(p => p.folded)];
    }

    /// <summary>A text in the form in which phrases are looked for; one code unit stays one code unit.</summary>
    public static string Fold(string text) => NormalizedText.Fold(text).Text.ToLowerInvariant();

    /// <summary>How often a text has the phrase.</summary>
    /// <param name="text">A text that <see cref="Fold"/> gave.</param>
    public int CountIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var count = 0;
        for (var at = text.IndexOf(folded, StringComparison.Ordinal); at >= 0; at = text.IndexOf(folded, at + folded.Length, StringComparison.Ordinal))
        {
            count += IsJoined(text, at - 1, at) || IsJoined(text, at + folded.Length - 1, at + folded.Length) ? 0 : 1;
        }

        return count;
    }

    /// <summary>The pairs of neighbouring code units in it: a text that has the phrase has each of them.</summary>
    public IEnumerable<(char, char)> Pairs()
    {
        for (var i = 1; i < folded.Length; i++)
        {
            yield return (folded[i - 1], folded[i]);
        }
    }

    /// <summary>
    /// Parts of it that a full-text index of words and of pairs of Chinese characters surely holds for every text that has the phrase: Chinese characters in runs of two and more, and plain
    /// words. Empty where there are none.
    /// </summary>
    public IReadOnlyList<string> IndexedParts()
    {
        var parts = new List<string>();
        for (var start = 0; start < folded.Length;)
        {
            var end = start + 1;
            var kind = Kind(folded[start]);
            while (end < folded.Length && Kind(folded[end]) == kind)
            {
                end++;
            }

            if ((kind == 'h' && end - start >= 2) || (kind == 'w' && IsFree(start - 1) && IsFree(end)))
            {
                parts.Add(folded[start..end]);
            }

            start = end;
        }

        return parts;

        // A word that something else may continue (1.5, 3,000, x_1) is no word of the index.
        bool IsFree(int at) => at < 0 || at >= folded.Length || Kind(folded[at]) == 'h' || folded[at] is '/' or '-' or '(' or ')' or '%' or '+';
    }

    private static char Kind(char c) => c switch
    {
        >= '\u4e00' and <= '\u9fff' => 'h',
        (>= 'a' and <= 'z') or (>= '0' and <= '9') => 'w',
        _ => 'o',
    };

    private static string Trimmed(string run)
    {
        var (start, end) = (0, run.Length);
        while (start < end && !IsLetter(run[start]))
        {
            start++;
        }

        while (end > start && !IsLetter(run[end - 1]))
        {
            end--;
        }

        return run[start..end];
    }

    private static bool IsLetter(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);

    /// <summary>Whether two neighbouring places are inside one word, across a sign that joins letters or figures too.</summary>
    private static bool IsJoined(string text, int left, int right)
    {
        if (left < 0 || right >= text.Length)
        {
            return false;
        }

        var (a, b) = (text[left], text[right]);
        return (IsWord(a) && IsWord(b))
            || (IsWord(a) && Joins(b) && right + 1 < text.Length && SameKind(a, text[right + 1], b))
            || (IsWord(b) && Joins(a) && left > 0 && SameKind(b, text[left - 1], a));
    }

    /// <summary>Letters and figures of scripts that part words; the underscore belongs to them.</summary>
    private static bool IsWord(char c) => c == '_' || (char.IsLetterOrDigit(c) && c is < '\u2e80' or (>= '\ua4d0' and < '\uac00'));

    private static bool Joins(char c) => c is '.' or ',' or ';' or ':' or '\'' or '\u2018' or '\u2019' or '\u00b7' or '\u2027';

    /// <summary>1.5 and a.b are one word, 1.a is two; a comma joins figures, a colon letters.</summary>
    private static bool SameKind(char one, char other, char sign) =>
        IsWord(other) && ((char.IsDigit(one) && char.IsDigit(other) && sign is not (':' or '\u00b7' or '\u2027')) || (char.IsLetter(one) && char.IsLetter(other) && sign is not (',' or ';')));
}
