using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Storage;

/// <summary>What a store and its forks write once and share: names, label sets, key shapes and repeated strings.</summary>
/// <remarks>It only grows, so a reader of any state may use it from any thread. A name that was rolled back stays, unused.</remarks>
internal sealed class Vocabulary
{
    private const int MaximumShapes = 10_000;
    private const int PooledStrings = 1 << 14;
    private const int PooledLength = 64;
    private const int SmallestPooled = -128;
    private const int PooledIntegers = 4096;

    private readonly IntegerValue?[] integers = new IntegerValue?[PooledIntegers];
    private readonly GrowingMap<string[], LabelSet> labelSets = new(NamesComparer.Instance);
    private readonly GrowingMap<string[], KeyShape> shapes = new(NamesComparer.Instance);
    private readonly StringValue?[] strings = new StringValue?[PooledStrings];

    /// <summary>Labels by number.</summary>
    public NameTable Labels { get; } = new();

    /// <summary>Relationship types by number.</summary>
    public NameTable Types { get; } = new();

    /// <summary>Property keys by number.</summary>
    public NameTable Keys { get; } = new();

    /// <summary>The shared set of these labels; <paramref name="names"/> is sorted ordinally and holds none twice.</summary>
    public LabelSet LabelsOf(string[] names) =>
        labelSets.Find(names) ?? Share(labelSets, names, new LabelSet(Labels, names));

    /// <summary>The shared shape of these keys, in this order; <paramref name="names"/> holds none twice.</summary>
    public KeyShape ShapeOf(string[] names) =>
        shapes.Find(names) ?? Share(shapes, names, new KeyShape(Keys, names));

    /// <summary>An equal value that others hold already, where there is one at hand.</summary>
    public GraphValue Pooled(GraphValue value)
    {
        switch (value)
        {
            case IntegerValue { Value: >= SmallestPooled and < SmallestPooled + PooledIntegers } i:
                return integers[i.Value - SmallestPooled] ??= i;
            case StringValue { Value.Length: <= PooledLength } s:
                ref var slot = ref strings[string.GetHashCode(s.Value) & (PooledStrings - 1)];
                var held = slot;
                return held is not null && held.Value == s.Value ? held : slot = s;
            default:
                return value;
        }
    }

    private static T Share<T>(GrowingMap<string[], T> shared, string[] names, T made)
        where T : class => shared.Count < MaximumShapes ? shared.Add(names, made) : made;

    private sealed class NamesComparer : IEqualityComparer<string[]>
    {
        public static NamesComparer Instance { get; } = new();

        public bool Equals(string[]? x, string[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(string[] names)
        {
            var hash = names.Length;
            foreach (var name in names)
            {
                hash = (hash * 31) + name.GetHashCode(StringComparison.Ordinal);
            }

            return hash;
        }
    }
}

/// <summary>Names by number, each once; numbers rise from 0.</summary>
internal sealed class NameTable
{
    private readonly GrowingMap<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly Lock adding = new();
    private volatile string[] names = new string[16];

    /// <summary>The name with a number.</summary>
    public string this[int number] => names[number];

    /// <summary>The number of a name; -1 when it was never used.</summary>
    public int Find(string name) => entries.Find(name)?.Number ?? -1;

    /// <summary>The number of a name, a new one when it was never used.</summary>
    public int NumberOf(string name)
    {
        if (entries.Find(name) is { } entry)
        {
            return entry.Number;
        }

        lock (adding)
        {
            if (entries.Find(name) is { } added)
            {
                return added.Number;
            }

            var number = entries.Count;
            if (number == names.Length)
            {
                var grown = new string[number * 2];
                Array.Copy(names, grown, number);
                names = grown;
            }

            names[number] = name;
            entries.Add(name, new(number));
            return number;
        }
    }

    /// <summary>The shared instances of names, and their numbers.</summary>
    public (string[] Names, int[] Numbers) Resolve(string[] wanted)
    {
        var (shared, numbers) = (new string[wanted.Length], new int[wanted.Length]);
        for (var i = 0; i < wanted.Length; i++)
        {
            numbers[i] = NumberOf(wanted[i]);
            shared[i] = names[numbers[i]];
        }

        return (shared, numbers);
    }

    private sealed class Entry(int number)
    {
        public int Number { get; } = number;
    }
}

/// <summary>Labels of a node, sorted ordinally, with their numbers.</summary>
internal sealed class LabelSet : IReadOnlyList<string>
{
    private readonly string[] names;
    private readonly int[] numbers;

    public LabelSet(NameTable table, string[] sorted)
    {
        (names, numbers) = table.Resolve(sorted);
    }

    public ReadOnlySpan<int> Numbers => numbers;

    public ReadOnlySpan<string> Names => names;

    public int Count => names.Length;

    public string this[int index] => names[index];

    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)names).GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => names.GetEnumerator();
}

/// <summary>The keys of a property map in their order, with their numbers.</summary>
internal sealed class KeyShape
{
    private readonly string[] names;
    private readonly int[] numbers;

    public KeyShape(NameTable table, string[] ordered)
    {
        (names, numbers) = table.Resolve(ordered);
    }

    public string[] Names => names;

    public ReadOnlySpan<int> Numbers => numbers;

    public int IndexOf(string key)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (string.Equals(names[i], key, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
