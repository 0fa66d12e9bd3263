namespace PolicyGraph.Cypher.Storage;

/// <summary>A copy-on-write multiset of ids by 32-bit hash: what an index looks up before it compares the values themselves.</summary>
/// <remarks>A leaf splits by five more bits of the hash when it holds more than 32 entries, down to the last bit; entries of one hash share a leaf however many they are.</remarks>
internal struct HashTrie
{
    private const int LeafEntries = 32;
    private const int LastShift = 30;

    private HashPage? root;

    /// <summary>Puts an entry in.</summary>
    public void Add(uint hash, long id, Edit edit)
    {
        ref var page = ref root;
        var shift = 0;
        while (true)
        {
            page = HashPage.Own(page, edit);
            if (page.Children is null)
            {
                if (page.Count < LeafEntries || shift > LastShift)
                {
                    page.Append(Pack(hash, id));
                    return;
                }

                page.Split(shift, edit);
            }

            page = ref page.Children![(hash >> shift) & 31]; // Split has just made them where there were none.
            shift += 5;
        }
    }

    /// <summary>Takes an entry out; nothing happens when it is not there.</summary>
    public void Remove(uint hash, long id, Edit edit)
    {
        if (!Leaf(hash).Contains(Pack(hash, id)))
        {
            return;
        }

        ref var page = ref root;
        for (var shift = 0; ; shift += 5)
        {
            page = HashPage.Own(page, edit);
            if (page.Children is null)
            {
                page.Remove(Pack(hash, id));
                return;
            }

            page = ref page.Children[(hash >> shift) & 31];
        }
    }

    /// <summary>The ids under a hash, in no order.</summary>
    public readonly List<long> Find(uint hash)
    {
        var found = new List<long>();
        foreach (var entry in Leaf(hash))
        {
            if ((uint)(entry >> 32) == hash)
            {
                found.Add((long)(entry & uint.MaxValue));
            }
        }

        return found;
    }

    private readonly ReadOnlySpan<ulong> Leaf(uint hash)
    {
        var page = root;
        for (var shift = 0; page?.Children is not null; shift += 5)
        {
            page = page.Children[(hash >> shift) & 31];
        }

        return page is null ? [] : page.Entries;
    }

    private static ulong Pack(uint hash, long id) => ((ulong)hash << 32) | (uint)id;

    private sealed class HashPage(Edit owner)
    {
        private ulong[] entries = [];

        public int Count { get; private set; }

        public HashPage?[]? Children { get; private set; }

        public ReadOnlySpan<ulong> Entries => entries.AsSpan(0, Count);

        public static HashPage Own(HashPage? page, Edit edit)
        {
            if (page is not null && page.OwnedBy(edit))
            {
                return page;
            }

            edit.Used = true;
            return page is null
                ? new(edit)
                : new(edit) { entries = [.. page.Entries], Count = page.Count, Children = page.Children is { } children ? [.. children] : null };
        }

        public void Append(ulong entry)
        {
            if (Count == entries.Length)
            {
                Array.Resize(ref entries, Math.Max(4, Count * 2));
            }

            entries[Count++] = entry;
        }

        public void Remove(ulong entry)
        {
            var at = Entries.IndexOf(entry);
            entries[at] = entries[--Count];
        }

        public void Split(int shift, Edit edit)
        {
            Children = new HashPage?[32];
            foreach (var entry in Entries)
            {
                (Children[(uint)(entry >> 32) >> shift & 31] ??= new(edit)).Append(entry);
            }

            entries = [];
            Count = 0;
        }

        private bool OwnedBy(Edit edit) => owner == edit;
    }
}
