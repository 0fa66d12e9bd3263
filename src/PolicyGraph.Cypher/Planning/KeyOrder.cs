namespace PolicyGraph.Cypher.Planning;

/// <summary>The order in which keys() gives the keys of a map that was written: that of Neo4j, whose maps are Java's hash maps.</summary>
internal static class KeyOrder
{
    /// <summary>Sorts entries by the places of their keys in such a map.</summary>
    public static IEnumerable<T> Sort<T>(IReadOnlyCollection<T> entries, Func<T, string> key)
    {
        var capacity = 16u;
        while (entries.Count > capacity * 3 / 4)
        {
            capacity *= 2;
        }

        return entries.OrderBy(e => Hash(key(e)) & (capacity - 1));
    }

    private static uint Hash(string key)
    {
        uint hash = 0;
        foreach (var c in key)
        {
            hash = unchecked((31 * hash) + c);
        }

        return hash ^ (hash >> 16);
    }
}
