using System.Numerics;

namespace PolicyGraph.Cypher.Storage;

/// <summary>A set of ids as a copy-on-write bitmap: counted without looking, enumerated by rising id.</summary>
internal struct IdSet
{
    private PagedArray<ulong> words;

    /// <summary>How many ids are in it.</summary>
    public long Count { get; private set; }

    /// <summary>Whether the id is in it.</summary>
    public readonly bool Contains(long id) => (words.Get(id >> 6) & Bit(id)) != 0;

    /// <summary>Puts an id in; nothing happens when it is there.</summary>
    public void Add(long id, Edit edit)
    {
        var word = words.Get(id >> 6);
        if ((word & Bit(id)) == 0)
        {
            words.Set(id >> 6, word | Bit(id), edit);
            Count++;
        }
    }

    /// <summary>Takes an id out; nothing happens when it is not there.</summary>
    public void Remove(long id, Edit edit)
    {
        var word = words.Get(id >> 6);
        if ((word & Bit(id)) != 0)
        {
            words.Set(id >> 6, word & ~Bit(id), edit);
            Count--;
        }
    }

    /// <summary>The ids, rising.</summary>
    public readonly IEnumerable<long> Ids()
    {
        var left = Count;
        foreach (var (index, item) in words.Items())
        {
            for (var word = item; word != 0; word &= word - 1)
            {
                yield return (index << 6) | (long)BitOperations.TrailingZeroCount(word);
                left--;
            }

            if (left == 0)
            {
                yield break;
            }
        }
    }

    private static ulong Bit(long id) => 1UL << (int)(id & 63);
}
