using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Storage;

/// <summary>The relationships of one node in one direction: 8 bytes each, with the type beside the id so that other types are passed over unseen.</summary>
/// <remarks>
/// Immutable to whoever holds it. Versions share one array: its first slot says how far it is taken, and only the version that ends
/// there may append in place (the slot is claimed atomically, since a fork may append to the same array). A deleted relationship stays
/// behind as an id that finds nothing, until half of them do.
/// </remarks>
internal readonly struct Adjacency
{
    private const int CompactFrom = 16;

    private readonly long[]? slots;
    private readonly int count;

    private Adjacency(long[] slots, int count, int live)
    {
        this.slots = slots;
        this.count = count;
        Live = live;
    }

    /// <summary>How many relationships there are.</summary>
    public int Live { get; }

    /// <summary>Whether every entry still finds its relationship.</summary>
    public bool IsExact => Live == count;

    /// <summary>The entries, in the order in which they were added; of deleted relationships as well.</summary>
    public ReadOnlySpan<long> Entries => slots is null ? [] : slots.AsSpan(1, count);

    /// <summary>The same in an array of its own, with room for exactly so many more.</summary>
    public Adjacency WithRoom(int more)
    {
        if (more == 0)
        {
            return this;
        }

        var roomy = new long[1 + count + more];
        Entries.CopyTo(roomy.AsSpan(1));
        roomy[0] = count;
        return new(roomy, count, Live);
    }

    /// <summary>An entry by its place.</summary>
    public long At(int index) => slots![1 + index]; // An index below the count exists only where there are slots.

    /// <summary>Number of entries.</summary>
    public int Count => count;

    /// <summary>The id of an entry's relationship.</summary>
    public static long IdOf(long entry) => (long)((ulong)entry & uint.MaxValue);

    /// <summary>The type of an entry's relationship.</summary>
    public static int TypeOf(long entry) => (int)(entry >> 33);

    /// <summary>Whether an entry's relationship ends where it starts.</summary>
    public static bool IsLoop(long entry) => (entry & (1L << 32)) != 0;

    /// <summary>With one relationship more.</summary>
    public Adjacency With(int type, long id, bool loop)
    {
        var entry = ((long)type << 33) | (loop ? 1L << 32 : 0) | id;
        if (slots is not null && count + 1 < slots.Length && Interlocked.CompareExchange(ref slots[0], count + 1, count) == count)
        {
            slots[1 + count] = entry;
            return new(slots, count + 1, Live + 1);
        }

        var grown = new long[1 + (count == 0 ? 2 : count * 2)];
        Entries.CopyTo(grown.AsSpan(1));
        grown[0] = count + 1;
        grown[1 + count] = entry;
        return new(grown, count + 1, Live + 1);
    }

    /// <summary>With one relationship less; it is already gone from <paramref name="relationships"/>.</summary>
    public Adjacency Without(in PagedArray<Relationship?> relationships)
    {
        if (Live == 1)
        {
            return default;
        }

        if (count < CompactFrom || Live - 1 > count / 2)
        {
            return new(slots!, count, Live - 1); // Something lives in it, so it has slots.
        }

        var kept = new long[1 + Live];
        var at = 0;
        foreach (var entry in Entries)
        {
            if (relationships.Get(IdOf(entry)) is not null)
            {
                kept[1 + at++] = entry;
            }
        }

        kept[0] = at;
        return new(kept, at, at);
    }
}

/// <summary>A node with its relationships; these change in place only under the edit that made the record.</summary>
internal sealed class NodeRecord(Node node, Adjacency outgoing, Adjacency incoming, Edit owner)
{
    public Node Node { get; } = node;

    public Adjacency Outgoing { get; private set; } = outgoing;

    public Adjacency Incoming { get; private set; } = incoming;

    /// <summary>Whether <see cref="Change"/> may be called.</summary>
    public bool IsOwnedBy(Edit edit) => owner == edit;

    public void Change(Adjacency newOutgoing, Adjacency newIncoming) => (Outgoing, Incoming) = (newOutgoing, newIncoming);
}
