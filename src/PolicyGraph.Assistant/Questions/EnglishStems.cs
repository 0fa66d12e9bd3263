namespace PolicyGraph.Assistant.Questions;

/// <summary>English words reduced so that their forms compare as one: evaluates, evaluated and evaluating.</summary>
internal static class EnglishStems
{
    private const int Shortest = 3;

    private static readonly HashSet<string> Empty =
    [
        "the", "and", "are", "was", "were", "for", "with", "from", "that", "this", "which", "what", "when", "who", "how", "many", "much", "does", "did", "has", "have", "had", "its", "their", "our", "you", "your", "not", "but", "can", "may", "must",
        "should", "will", "would", "there", "these", "those", "than", "then", "into", "each", "any", "all", "say", "said", "give", "given", "name", "named", "state", "tell", "one", "two", "three", "four", "five", "per", "between", "about", "where", "why", "whom", "whose", "under",
        "document", "whether", "only", "also", "still", "being", "been", "make", "made", "let", "his", "her", "they", "them", "want", "need", "get", "use", "please", "list", "called",
    ];

    /// <summary>The stems of a text's words, without words that carry no content and without numbers.</summary>
    public static HashSet<string> Of(string? text)
    {
        text ??= string.Empty;
        var stems = new HashSet<string>(StringComparer.Ordinal);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsAsciiLetter(text[i]))
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start >= 0 && i - start >= Shortest)
            {
                var word = text[start..i].ToLowerInvariant();
                if (!Empty.Contains(word))
                {
                    stems.Add(Stem(word));
                }
            }

            start = -1;
        }

        return stems;
    }

    private static string Stem(string word)
    {
        foreach (var (ending, left) in ((string, string)[])[("isations", "is"), ("izations", "is"), ("isation", "is"), ("ization", "is"), ("ations", ""), ("ation", ""), ("ments", ""), ("ment", ""), ("ities", ""), ("ity", ""), ("ories", "ory"), ("ies", "y"), ("ings", ""), ("ing", ""), ("ised", "is"), ("ized", "is"), ("ise", "is"), ("ize", "is"), ("ated", ""), ("ates", ""), ("ate", ""), ("ors", ""), ("ers", ""), ("or", ""), ("er", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", "")])
        {
            if (word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length >= Shortest + 1)
            {
                return word[..^ending.Length] + left;
            }
        }

        return word;
    }
}
