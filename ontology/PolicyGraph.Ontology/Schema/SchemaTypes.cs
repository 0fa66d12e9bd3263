using System.Text.RegularExpressions;
using PolicyGraph.Graph;

namespace PolicyGraph.Ontology.Schema;

/// <summary>A kind of node.</summary>
/// <param name="Label">The label that carries its key <c>id</c>.</param>
/// <param name="ExtraLabels">Labels that may stand beside it.</param>
/// <param name="Properties">Its properties by name, without the key.</param>
/// <param name="IsOwned">Whether one document owns it: it goes when the document goes.</param>
/// <param name="IsShared">Whether documents share it: it goes with its last relationship unless the ontology made it.</param>
/// <param name="IsOpen">Whether properties beyond the list may stand (nodes that the ontology's own files make).</param>
public sealed record NodeType(string Label, IReadOnlyList<string> ExtraLabels, IReadOnlyDictionary<string, PropertyType> Properties, bool IsOwned, bool IsShared, bool IsOpen);

/// <summary>A kind of relationship.</summary>
/// <param name="Name">Its type.</param>
/// <param name="From">Labels that it may leave.</param>
/// <param name="To">Labels that it may reach.</param>
/// <param name="Properties">Its properties by name.</param>
public sealed record RelationshipType(string Name, IReadOnlyList<string> From, IReadOnlyList<string> To, IReadOnlyDictionary<string, PropertyType> Properties);

/// <summary>What a property may hold.</summary>
public enum PropertyKind
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>An integer.</summary>
    Whole,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>2016, 2016-10 or 2016-10-31: as exact as its source.</summary>
    Date,

    /// <summary>A list of strings.</summary>
    Texts,
}

/// <summary>A property of a node or relationship.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it may hold.</param>
/// <param name="IsRequired">Whether it must be there.</param>
public sealed partial record PropertyType(string Name, PropertyKind Kind, bool IsRequired)
{
    /// <summary>Whether <paramref name="value"/> may stand here; null stands for "not there" and is a question of <see cref="IsRequired"/>.</summary>
    public bool Accepts(GraphValue value) => value is NullValue || Kind switch
    {
        PropertyKind.Text => value is StringValue,
        PropertyKind.Whole => value is IntegerValue,
        PropertyKind.Number => value is FloatValue or IntegerValue,
        PropertyKind.Truth => value is BooleanValue,
        PropertyKind.Date => value is StringValue text && DateForm().IsMatch(text.Value),
        PropertyKind.Texts => value is ListValue list && list.Values.All(v => v is StringValue),
        _ => false,
    };

    [GeneratedRegex(@"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")]
    private static partial Regex DateForm();
}
