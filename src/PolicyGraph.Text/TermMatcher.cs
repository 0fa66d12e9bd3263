namespace PolicyGraph.Text;

/// <summary>Finds many fixed terms in one pass over a text; at one place the longest term wins.</summary>
/// <typeparam name="T">What a term stands for.</typeparam>
/// <remarks>Built in linear time without any compilation: terms lie in buckets by their first two code units, longest first. Ordinal comparison.</remarks>
public sealed class TermMatcher<T>
{
    private readonly Dictionary<int, List<(string Term, T Value)>> buckets = [];
    private readonly bool[] starts = new bool[char.MaxValue + 1];

    /// <summary>Takes the terms; a term given twice keeps its first value.</summary>
    public TermMatcher(IEnumerable<KeyValuePair<string, T>> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (term, value) in terms)
        {
            if (term.Length > 0 && seen.Add(term))
            {
                starts[term[0]] = true;
                var key = Key(term, 0);
                if (!buckets.TryGetValue(key, out var bucket))
                {
                    buckets.Add(key, bucket = []);
                }

                bucket.Add((term, value));
            }
        }

        foreach (var bucket in buckets.Values)
        {
            bucket.Sort(static (a, b) => b.Term.Length.CompareTo(a.Term.Length));
        }
    }

    /// <summary>The longest term that begins at <paramref name="start"/>.</summary>
    public bool TryMatchAt(string text, int start, out string term, out T value)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (start < text.Length && starts[text[start]])
        {
            if (start + 1 < text.Length && TryBucket(Key(text, start), text, start, out term, out value))
            {
                return true;
            }

            return TryBucket(text[start] << 16, text, start, out term, out value);
        }

        term = string.Empty;
        value = default!; // the caller sees false and does not look at it
        return false;
    }

    /// <summary>All terms from left to right that do not overlap.</summary>
    public IEnumerable<(int Start, string Term, T Value)> FindAll(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i < text.Length;)
        {
            if (TryMatchAt(text, i, out var term, out var value))
            {
                yield return (i, term, value);
                i += term.Length;
            }
            else
            {
                i++;
            }
        }
    }

    private bool TryBucket(int key, string text, int start, out string term, out T value)
    {
        if (buckets.TryGetValue(key, out var bucket))
        {
            foreach (var entry in bucket)
            {
                if (string.CompareOrdinal(text, start, entry.Term, 0, entry.Term.Length) == 0)
                {
                    (term, value) = entry;
                    return true;
                }
            }
        }

        term = string.Empty;
        value = default!; // as above
        return false;
    }

    private static int Key(string text, int i) => (text[i] << 16) | (i + 1 < text.Length ? text[i + 1] : 0);
}
