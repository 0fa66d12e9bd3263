namespace PolicyGraph.Graph;

/// <summary>Any value that a query can hold: what openCypher calls a value, from null to a path.</summary>
/// <remarks>A closed family. <see cref="GraphValue"/>s are immutable; equality is structural and exact (1 is not 1.0, NaN equals itself, null equals null): what DISTINCT and maps need, not what <c>=</c> means in a query.</remarks>
public abstract class GraphValue : IEquatable<GraphValue>
{
    private protected GraphValue()
    {
    }

    /// <summary>The null value.</summary>
    public static GraphValue Null => NullValue.Instance;

    /// <summary>An integer.</summary>
    public static implicit operator GraphValue(long value) => new IntegerValue(value);

    /// <summary>A floating point number.</summary>
    public static implicit operator GraphValue(double value) => new FloatValue(value);

    /// <summary>A boolean.</summary>
    public static implicit operator GraphValue(bool value) => BooleanValue.Of(value);

    /// <summary>A string, or null.</summary>
    public static implicit operator GraphValue(string? value) => value is null ? NullValue.Instance : new StringValue(value);

    /// <summary>A list of strings.</summary>
    public static GraphValue ListOf(IEnumerable<string> values) => new ListValue([.. values.Select(v => (GraphValue)v)]);

    /// <summary>A list.</summary>
    public static GraphValue ListOf(IEnumerable<GraphValue> values) => new ListValue([.. values]);

    /// <summary>A map.</summary>
    public static MapValue MapOf(params (string Key, GraphValue Value)[] entries) => new(entries.ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal));

    /// <summary>Whether this is the null value.</summary>
    public bool IsNull => this is NullValue;

    /// <summary>The string, or null when this is the null value.</summary>
    /// <exception cref="InvalidCastException">It is neither.</exception>
    public string? AsString() => this switch
    {
        StringValue s => s.Value,
        NullValue => null,
        _ => throw new InvalidCastException($"a string was expected, {GetType().Name} came"),
    };

    /// <summary>The number as a double, or null when this is the null value.</summary>
    /// <exception cref="InvalidCastException">It is neither.</exception>
    public double? AsNumber() => this switch
    {
        FloatValue f => f.Value,
        IntegerValue i => i.Value,
        NullValue => null,
        _ => throw new InvalidCastException($"a number was expected, {GetType().Name} came"),
    };

    /// <summary>The integer, or null when this is the null value.</summary>
    /// <exception cref="InvalidCastException">It is neither.</exception>
    public long? AsInteger() => this switch
    {
        IntegerValue i => i.Value,
        NullValue => null,
        _ => throw new InvalidCastException($"an integer was expected, {GetType().Name} came"),
    };

    /// <summary>The boolean; false for the null value.</summary>
    /// <exception cref="InvalidCastException">It is neither.</exception>
    public bool AsBoolean() => this switch
    {
        BooleanValue b => b.Value,
        NullValue => false,
        _ => throw new InvalidCastException($"a boolean was expected, {GetType().Name} came"),
    };

    /// <summary>The elements of a list; none for the null value.</summary>
    /// <exception cref="InvalidCastException">It is neither.</exception>
    public IReadOnlyList<GraphValue> AsList() => this switch
    {
        ListValue l => l.Values,
        NullValue => [],
        _ => throw new InvalidCastException($"a list was expected, {GetType().Name} came"),
    };

    /// <inheritdoc/>
    public abstract bool Equals(GraphValue? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as GraphValue);

    /// <inheritdoc/>
    public abstract override int GetHashCode();
}

/// <summary>The null value.</summary>
public sealed class NullValue : GraphValue
{
    private NullValue()
    {
    }

    /// <summary>The one instance.</summary>
    public static NullValue Instance { get; } = new();

    /// <inheritdoc/>
    public override bool Equals(GraphValue? other) => other is NullValue;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}

/// <summary>BOOLEAN.</summary>
public sealed class BooleanValue : GraphValue
{
    private static readonly BooleanValue TrueInstance = new(true);
    private static readonly BooleanValue FalseInstance = new(false);

    private BooleanValue(bool value) => Value = value;

    /// <summary>The truth.</summary>
    public bool Value { get; }

    /// <summary>One of the two instances.</summary>
    public static BooleanValue Of(bool value) => value ? TrueInstance : FalseInstance;

    /// <inheritdoc/>
    public override bool Equals(GraphValue? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value ? 1 : 2;
}

/// <summary>INTEGER: 64 bits, signed.</summary>
public sealed class IntegerValue(long value) : GraphValue
{
    /// <summary>The number.</summary>
    public long Value { get; } = value;

    /// <inheritdoc/>
    public override bool Equals(GraphValue? other) => other is IntegerValue o && o.Value == Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();
}

/// <summary>FLOAT: IEEE 754 double.</summary>
public sealed class FloatValue(double value) : GraphValue
{
    /// <summary>The number; NaN and the infinities included.</summary>
    public double Value { get; } = value;

    /// <inheritdoc/>
    public override bool Equals(GraphValue? other) => other is FloatValue o && o.Value.Equals(Value);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();
}

/// <summary>STRING.</summary>
public sealed class StringValue(string value) : GraphValue
{
    /// <summary>The text.</summary>
    public string Value { get; } = value;

    /// <inheritdoc/>
    public override bool Equals(GraphValue? other) => other is StringValue o && string.Equals(o.Value, Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);
}

/// <summary>LIST.</summary>
public sealed class ListValue(IReadOnlyList<GraphValue> values) : GraphValue
{
    /// <summary>The elements, in order.</summary>
    public IReadOnlyList<GraphValue> Values { get; } = values;

    /// <inheritdoc/>
    public override bool Equals(GraphValue? other) => other is ListValue o && Values.SequenceEqual(o.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => Values.Aggregate(17, HashCode.Combine);
}

/// <summary>MAP.</summary>
public sealed class MapValue(IReadOnlyDictionary<string, GraphValue> entries) : GraphValue
{
    /// <summary>The entries, in the order in which they were written.</summary>
    public IReadOnlyDictionary<string, GraphValue> Entries { get; } = entries;

    /// <inheritdoc/>
    public override bool Equals(GraphValue? other) =>
        other is MapValue o && Entries.Count == o.Entries.Count && Entries.All(e => o.Entries.TryGetValue(e.Key, out var v) && v.Equals(e.Value));

    /// <inheritdoc/>
    public override int GetHashCode() => Entries.Aggregate(19, (hash, e) => hash ^ HashCode.Combine(StringComparer.Ordinal.GetHashCode(e.Key), e.Value));
}

/// <summary>NODE.</summary>
/// <param name="id">Id within its store; equal ids are the same node.</param>
/// <param name="labels">Its labels, sorted ordinally.</param>
/// <param name="properties">Its properties; none is null.</param>
public sealed class Node(long id, IReadOnlyList<string> labels, IReadOnlyDictionary<string, GraphValue> properties) : GraphValue
{
    /// <summary>Id within its store.</summary>
    public long Id { get; } = id;

    /// <summary>Its labels, sorted ordinally.</summary>
    public IReadOnlyList<string> Labels { get; } = labels;

    /// <summary>Its properties; none is null.</summary>
    public IReadOnlyDictionary<string, GraphValue> Properties { get; } = properties;

    /// <inheritdoc/>
    public override bool Equals(GraphValue? other) => other is Node o && o.Id == Id;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(1, Id);
}

/// <summary>RELATIONSHIP.</summary>
/// <param name="id">Id within its store; equal ids are the same relationship.</param>
/// <param name="type">Its type.</param>
/// <param name="startId">Id of the node that it leaves.</param>
/// <param name="endId">Id of the node that it reaches.</param>
/// <param name="properties">Its properties; none is null.</param>
public sealed class Relationship(long id, string type, long startId, long endId, IReadOnlyDictionary<string, GraphValue> properties) : GraphValue
{
    /// <summary>Id within its store.</summary>
    public long Id { get; } = id;

    /// <summary>Its type.</summary>
    public string Type { get; } = type;

    /// <summary>Id of the node that it leaves.</summary>
    public long StartId { get; } = startId;

    /// <summary>Id of the node that it reaches.</summary>
    public long EndId { get; } = endId;

    /// <summary>Its properties; none is null.</summary>
    public IReadOnlyDictionary<string, GraphValue> Properties { get; } = properties;

    /// <inheritdoc/>
    public override bool Equals(GraphValue? other) => other is Relationship o && o.Id == Id;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(2, Id);
}

/// <summary>PATH: nodes and relationships in turn.</summary>
/// <param name="nodes">One more than there are relationships.</param>
/// <param name="relationships">In the order in which the path is walked; one may be walked against its direction.</param>
public sealed class Path(IReadOnlyList<Node> nodes, IReadOnlyList<Relationship> relationships) : GraphValue
{
    /// <summary>The nodes as they are passed.</summary>
    public IReadOnlyList<Node> Nodes { get; } = nodes;

    /// <summary>The relationships as they are walked.</summary>
    public IReadOnlyList<Relationship> Relationships { get; } = relationships;

    /// <inheritdoc/>
    public override bool Equals(GraphValue? other) =>
        other is Path o && Nodes.SequenceEqual(o.Nodes) && Relationships.SequenceEqual(o.Relationships);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(3, Nodes[0], Relationships.Count, Nodes[^1]);
}
