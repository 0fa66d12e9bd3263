using System.Collections;
using System.Diagnostics.CodeAnalysis;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Storage;

/// <summary>The properties of a node or relationship, in the order in which they were first set; keys are shared by all that have the same.</summary>
internal sealed class PropertyMap(KeyShape shape, GraphValue[] values) : IReadOnlyDictionary<string, GraphValue>
{
    /// <summary>The keys.</summary>
    public KeyShape Shape { get; } = shape;

    /// <summary>The values, as the keys stand.</summary>
    public ReadOnlySpan<GraphValue> ValueSpan => values;

    /// <inheritdoc/>
    public int Count => values.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => Shape.Names;

    /// <inheritdoc/>
    public IEnumerable<GraphValue> Values => values;

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
            return at < 0 ? this : new(vocabulary.ShapeOf([.. Shape.Names.Where((_, i) => i != at)]), [.. values.Where((_, i) => i != at)]);
        }

        ValueCodec.RequireStorable(value);
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
        value = at < 0 ? null : values[at];
        return at >= 0;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, GraphValue>> GetEnumerator()
    {
        for (var i = 0; i < values.Length; i++)
        {
            yield return new(Shape.Names[i], values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
