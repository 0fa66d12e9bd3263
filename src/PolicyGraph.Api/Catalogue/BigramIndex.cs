using PolicyGraph.Text;

namespace PolicyGraph.Api.Catalogue;

/// <summary>Texts by the pairs of neighbouring characters in them: which of them can have a phrase.</summary>
/// <remarks>Texts are those that <see cref="TextPhrase.Fold"/> gave; they are known by their place.</remarks>
public sealed class BigramIndex
{
    private readonly Dictionary<(char, char), List<int>> places = [];
    private readonly int count;

    /// <summary>Reads the texts.</summary>
    public BigramIndex(IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        count = texts.Count;
        for (var place = 0; place < texts.Count; place++)
        {
            var text = texts[place];
            for (var i = 1; i < text.Length; i++)
            {
                var pair = (text[i - 1], text[i]);
                if (!places.TryGetValue(pair, out var held))
                {
                    places[pair] = held = [];
                }

                if (held.Count == 0 || held[^1] != place)
                {
                    held.Add(place);
                }
            }
        }
    }

    /// <summary>The texts that have every pair of every phrase, in order; at least those that have the phrases.</summary>
    public IReadOnlyList<int> Find(IReadOnlyList<TextPhrase> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        List<int>? found = null;
        foreach (var held in phrases.SelectMany(p => p.Pairs()).Distinct().Select(pair => places.GetValueOrDefault(pair) ?? []).OrderBy(held => held.Count))
        {
            found = found is null ? held : [.. found.Where(place => held.BinarySearch(place) >= 0)];
            if (found.Count == 0)
            {
                break;
            }
        }

        return found ?? [.. Enumerable.Range(0, count)];
    }
}
