using PolicyGraph.Cypher.Semantics;
using PolicyGraph.Cypher.Syntax;
using PolicyGraph.Text;

namespace PolicyGraph.Cypher.Planning;

/// <summary>A node of the patterns of one MATCH; the same variable is the same node.</summary>
/// <param name="Binding">Its variable and slot.</param>
/// <param name="WasBound">Whether it is known from before.</param>
internal sealed record PatternNode(Binding Binding, bool WasBound)
{
    /// <summary>Label expressions, all of which have to hold.</summary>
    public List<LabelExpression> Labels { get; } = [];

    /// <summary>Properties that it has to have.</summary>
    public List<(string Key, Expression Value)> Properties { get; } = [];
}

/// <summary>A relationship of the patterns of one MATCH.</summary>
/// <param name="Syntax">As it was written.</param>
/// <param name="Binding">Its variable and slot; of several relationships, their list.</param>
/// <param name="WasBound">Whether it is known from before.</param>
/// <param name="From">The node to its left.</param>
/// <param name="To">The node to its right.</param>
/// <param name="Selector">Which of the walks are wanted.</param>
internal sealed record PatternRelationship(RelationshipPattern Syntax, Binding Binding, bool WasBound, PatternNode From, PatternNode To, PathSelector Selector)
{
    public bool IsVariable => Syntax.Length is not null;

    /// <summary>What repeats, where it is more than one relationship; the binding is then the list of all its relationships.</summary>
    public QuantifiedPart? Part { get; init; }

    public (int Least, int Most) Bounds => (Syntax.Length?.Minimum ?? 1, Syntax.Length?.Maximum ?? int.MaxValue);
}

/// <summary>A parenthesised part that repeats.</summary>
/// <param name="Syntax">As it was written.</param>
/// <param name="Groups">Its variables, which are lists to everything outside of it.</param>
/// <param name="Words">Words of its conditions: variables of the same MATCH among them have to be known before it is walked.</param>
internal sealed record QuantifiedPart(QuantifiedPath Syntax, IReadOnlyList<Binding> Groups, HashSet<string> Words);

/// <summary>That only some matches of a pattern are wanted.</summary>
/// <param name="Selector">Which.</param>
/// <param name="Count">How many, or how many lengths.</param>
/// <param name="First">Its left end.</param>
/// <param name="Last">Its right end.</param>
internal sealed record PatternSelection(PathSelector Selector, int Count, PatternNode First, PatternNode Last);

/// <summary>A path variable with the slots that its path is made of.</summary>
internal sealed record PatternPath(Binding Binding, int[] Slots);

/// <summary>A condition that is checked as soon as the variables it names are known.</summary>
/// <param name="Prefix">What it says before what was written: <c>n.id = </c> for a property of a pattern.</param>
/// <param name="Words">Every word in it.</param>
/// <param name="Condition">The expression.</param>
internal sealed record PatternCondition(string Prefix, HashSet<string> Words, Expression Condition)
{
    /// <summary>As people read it.</summary>
    public string ToText(string text) => Prefix + text[Condition.Span.Start..Condition.Span.End];
}

/// <summary>A property that an index may know: <c>node.key = value</c>.</summary>
/// <param name="Node">Slot of the node.</param>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
/// <param name="Words">Every word in the value.</param>
internal sealed record KnownProperty(int Node, string Key, Expression Value, HashSet<string> Words);

/// <summary>What is in a slot, where the planner itself writes an expression.</summary>
internal sealed record SlotExpression(TextSpan Span, Binding Binding) : Expression(Span);
