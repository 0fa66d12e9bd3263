namespace PolicyGraph.Cypher.Storage;

/// <summary>A map that only grows, read from any thread without waiting for what it has held for a while.</summary>
/// <remarks>In place of a concurrent dictionary, whose first use alone costs a command line tens of milliseconds. Additions gather behind a lock and are settled into a new map when they are as many as what is settled.</remarks>
internal sealed class GrowingMap<TKey, TValue>(IEqualityComparer<TKey> comparer)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock adding = new();
    private readonly Dictionary<TKey, TValue> recent = new(comparer);
    private volatile Dictionary<TKey, TValue> settled = new(comparer);

    /// <summary>How many keys there are.</summary>
    public int Count
    {
        get
        {
            lock (adding)
            {
                return settled.Count + recent.Count;
            }
        }
    }

    /// <summary>The value of a key; null when there is none.</summary>
    public TValue? Find(TKey key)
    {
        if (settled.TryGetValue(key, out var value))
        {
            return value;
        }

        lock (adding)
        {
            return recent.TryGetValue(key, out value) || settled.TryGetValue(key, out value) ? value : null;
        }
    }

    /// <summary>Adds a value, unless the key has one.</summary>
    /// <returns>The value of the key.</returns>
    public TValue Add(TKey key, TValue value)
    {
        lock (adding)
        {
            if (Find(key) is { } held)
            {
                return held;
            }

            recent.Add(key, value);
            if (recent.Count > settled.Count)
            {
                var merged = new Dictionary<TKey, TValue>(settled, comparer);
                foreach (var (recentKey, recentValue) in recent)
                {
                    merged.Add(recentKey, recentValue);
                }

                settled = merged;
                recent.Clear();
            }

            return value;
        }
    }
}
