using PolicyGraph.Ontology.Lexicon;

namespace PolicyGraph.Extraction.Policies;

/// <summary>Questions about word lists that several readers ask.</summary>
internal static class Words
{
    private const int MaxWord = 8;

    /// <summary>The first listed word that <paramref name="text"/> ends with; the lists have longer words first.</summary>
    public static string? Ending(ReadOnlySpan<char> text, IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.Ordinal))
            {
                return word;
            }
        }

        return null;
    }

    /// <summary>The first listed word that <paramref name="text"/> begins with.</summary>
    public static string? Beginning(ReadOnlySpan<char> text, IReadOnlyList<string> words)
    {
        if (words is WordList list)
        {
            return list.Beginning(text);
        }

        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
            {
                return word;
            }
        }

        return null;
    }

    /// <summary>Whether one of the words occurs.</summary>
    public static bool Any(ReadOnlySpan<char> text, IReadOnlyList<string> words)
    {
        if (words is WordList list)
        {
            return list.AnyIn(text);
        }

        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The last place where one of the words begins, and the word; -1 when there is none.</summary>
    public static (int Index, string Word) Last(ReadOnlySpan<char> text, IReadOnlyList<string> words)
    {
        var best = (Index: -1, Word: string.Empty);
        if (words is WordList list)
        {
            for (var i = text.Length - 1; i >= 0 && i + MaxWord > best.Index + best.Word.Length; i--)
            {
                if (list.Beginning(text[i..]) is { } found && i + found.Length > best.Index + best.Word.Length)
                {
                    best = (i, found);
                }
            }

            return best;
        }

        foreach (var word in words)
        {
            var index = text.LastIndexOf(word, StringComparison.Ordinal);
            if (index >= 0 && index + word.Length > best.Index + best.Word.Length)
            {
                best = (index, word);
            }
        }

        return best;
    }
}
