using System.Collections;
using System.Diagnostics.CodeAnalysis;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Storage;

/// <summary>The properties of a node or relationship, in the order in which they were first set; keys are shared by all that have the same.</summary>
/// <remarks>Those of a relationship that came from a snapshot stay bytes until somebody asks for one.</remarks>
internal sealed class PropertyMap : IReadOnlyDictionary<string, GraphValue>
{
    private readonly RecordReader? packed;
    private readonly int packedAt;
    private GraphValue[]? unpacked;

    public PropertyMap(KeyShape shape, GraphValue[] values) => (Shape, unpacked) = (shape, values);

    public PropertyMap(KeyShape shape, RecordReader packed, int packedAt) => (Shape, this.packed, this.packedAt) = (shape, packed, packedAt);

    /// <summary>The keys.</summary>
    public KeyShape Shape { get; }

    /// <summary>The values, as the keys stand.</summary>
    public ReadOnlySpan<GraphValue> ValueSpan => Unpacked;

    /// <inheritdoc/>
    public int Count => Shape.Names.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => Shape.Names;

    /// <inheritdoc/>
    public IEnumerable<GraphValue> Values => Unpacked;

    /// <summary>The values; two threads that unpack them at once do so twice, to the same end.</summary>
    private GraphValue[] Unpacked => Volatile.Read(ref unpacked) ?? Unpack();

    /// <inheritdoc/>
    public GraphValue this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"no property {key}");

    /// <summary>Builds a map: null values are left out, of repeated keys the last counts.</summary>
    /// <exception cref="GraphException">A value may not be stored (class type).</exception>
    public static PropertyMap From(Vocabulary vocabulary, IEnumerable<KeyValuePair<string, GraphValue>> properties)
    {
        if (properties is PropertyMap map)
        {
            return map;
        }

        var keys = new List<string>();
        var values = new List<GraphValue>();
        foreach (var (key, value) in properties)
        {
            var at = keys.IndexOf(key);
            if (at < 0)
            {
                keys.Add(key);
                values.Add(value);
            }
            else
            {
                values[at] = value;
            }
        }

        for (var i = values.Count - 1; i >= 0; i--)
        {
            if (values[i].IsNull)
            {
                keys.RemoveAt(i);
                values.RemoveAt(i);
            }
            else
            {
                ValueCodec.RequireStorable(values[i]);
                values[i] = vocabulary.Pooled(values[i]);
            }
        }

        return new(vocabulary.ShapeOf([.. keys]), [.. values]);
    }

    /// <summary>With one property set, or removed by a null value; the same instance when nothing changes.</summary>
    /// <exception cref="GraphException">The value may not be stored (class type).</exception>
    public PropertyMap With(Vocabulary vocabulary, string key, GraphValue value)
    {
        var at = Shape.IndexOf(key);
        if (value.IsNull)
        {
            return at < 0 ? this : new(vocabulary.ShapeOf([.. Shape.Names.Where((_, i) => i != at)]), [.. Unpacked.Where((_, i) => i != at)]);
        }

        ValueCodec.RequireStorable(value);
        var values = Unpacked;
        var pooled = vocabulary.Pooled(value);
        if (at < 0)
        {
            return new(vocabulary.ShapeOf([.. Shape.Names, key]), [.. values, pooled]);
        }

        if (values[at].Equals(value))
        {
            return this;
        }

        GraphValue[] changed = [.. values];
        changed[at] = pooled;
        return new(Shape, changed);
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => Shape.IndexOf(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out GraphValue value)
    {
        var at = Shape.IndexOf(key);
        value = at < 0 ? null : Unpacked[at];
        return at >= 0;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, GraphValue>> GetEnumerator()
    {
        var values = Unpacked;
        for (var i = 0; i < values.Length; i++)
        {
            yield return new(Shape.Names[i], values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private GraphValue[] Unpack()
    {
        var values = packed!.ValuesAt(packedAt, Count); // What has no values has the place of them.
        Volatile.Write(ref unpacked, values);
        return values;
    }
}
