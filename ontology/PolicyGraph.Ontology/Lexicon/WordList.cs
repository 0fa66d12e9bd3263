using System.Buffers;
using System.Collections;

namespace PolicyGraph.Ontology.Lexicon;

/// <summary>A list of cue words, longest first, that answers fast whether a text begins with one or holds one.</summary>
public sealed class WordList : IReadOnlyList<string>
{
    private readonly string[] words;
    private readonly Dictionary<char, string[]> byFirst;
    private readonly Lazy<SearchValues<string>> search;

    /// <summary>Takes the words; an empty one is refused.</summary>
    public WordList(IEnumerable<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        this.words = [.. words.Distinct().OrderByDescending(w => w.Length)];
        byFirst = this.words.GroupBy(w => w[0]).ToDictionary(g => g.Key, g => g.ToArray());
        search = new Lazy<SearchValues<string>>(() => SearchValues.Create(this.words, StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public int Count => words.Length;

    /// <inheritdoc/>
    public string this[int index] => words[index];

    /// <summary>The longest word that <paramref name="text"/> begins with; null when there is none.</summary>
    public string? Beginning(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty && byFirst.TryGetValue(text[0], out var candidates))
        {
            foreach (var word in candidates)
            {
                if (text.StartsWith(word, StringComparison.Ordinal))
                {
                    return word;
                }
            }
        }

        return null;
    }

    /// <summary>Whether one of the words occurs in <paramref name="text"/>.</summary>
    public bool AnyIn(ReadOnlySpan<char> text) => text.ContainsAny(search.Value);

    /// <summary>The text with every occurrence of a word overwritten, so that offsets stay.</summary>
    /// <param name="text">A text.</param>
    /// <param name="with">What is written instead of each code unit.</param>
    public string Mask(string text, char with)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!AnyIn(text))
        {
            return text;
        }

        return string.Create(text.Length, (this, text, with), static (target, state) =>
        {
            state.text.CopyTo(target);
            for (var i = 0; i < target.Length;)
            {
                var word = state.Item1.Beginning(state.text.AsSpan(i));
                target.Slice(i, word?.Length ?? 0).Fill(state.with);
                i += word?.Length ?? 1;
            }
        });
    }

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => words.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
