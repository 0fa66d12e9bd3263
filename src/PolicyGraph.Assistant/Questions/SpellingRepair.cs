using PolicyGraph.Assistant.Passages;

namespace PolicyGraph.Assistant.Questions;

/// <summary>Mends one wrong character in a word that is known otherwise: 碳足际 for 碳足迹.</summary>
internal static class SpellingRepair
{
    /// <summary>The question with such words mended.</summary>
    /// <remarks>A character is only doubted where neither of its pairs occurs anywhere in what was read, nor in a known word, and where it is no word of its own.</remarks>
    public static string Mend(string folded, Vocabulary vocabulary, PassageLibrary library)
    {
        var mended = folded.ToCharArray();
        for (var length = 8; length >= 3; length--)
        {
            for (var start = 0; start + length <= mended.Length; start++)
            {
                var window = new string(mended, start, length);
                if (!window.All(QuestionText.IsHan) || vocabulary.Knows(window))
                {
                    continue;
                }

                for (var i = 0; i < length; i++)
                {
                    if (!vocabulary.Knows(mended[start + i].ToString()) && IsDoubtful(mended, start + i, library) && vocabulary.Nearly(window, i) is { } word)
                    {
                        mended[start + i] = word[i];
                        break;
                    }
                }
            }
        }

        return new string(mended);
    }

    private static bool IsDoubtful(char[] text, int at, PassageLibrary library) =>
        (at == 0 || !library.Knows(QuestionText.Pair(text[at - 1], text[at]))) && (at + 1 == text.Length || !library.Knows(QuestionText.Pair(text[at], text[at + 1])));
}
