using PolicyGraph.Cypher.Storage;
using PolicyGraph.Text;

namespace PolicyGraph.Cypher.Syntax;

/// <summary>Which of the paths that fit a pattern are wanted.</summary>
public enum PathSelector
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>Any one, or any so many, for each pair of ends.</summary>
    Any,

    /// <summary>The shortest so many for each pair of ends: <c>shortestPath(…)</c>, <c>ANY SHORTEST</c>, <c>SHORTEST k</c>.</summary>
    Shortest,

    /// <summary>All of the least length for each pair of ends: <c>allShortestPaths(…)</c>, <c>ALL SHORTEST</c>.</summary>
    AllShortest,

    /// <summary>All of the so many least lengths: <c>SHORTEST k GROUPS</c>.</summary>
    ShortestGroups,
}

/// <summary><c>p = (a)-[r]->(b)…</c>.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Variable">The path's variable.</param>
/// <param name="Selector">Which paths are wanted.</param>
/// <param name="Count">How many; 1 unless written.</param>
/// <param name="Elements">Nodes and relationships in turn; a <see cref="QuantifiedPath"/> stands between two nodes like a relationship.</param>
/// <param name="IsLegacyShortest">Whether it was written as <c>shortestPath()</c> or <c>allShortestPaths()</c>.</param>
public sealed record PathPattern(TextSpan Span, Identifier? Variable, PathSelector Selector, int Count, IReadOnlyList<PatternElement> Elements, bool IsLegacyShortest = false) : SyntaxNode(Span);

/// <summary>A part of a path pattern: a closed family.</summary>
public abstract record PatternElement : SyntaxNode
{
    private protected PatternElement(TextSpan span)
        : base(span)
    {
    }
}

/// <summary><c>(variable:Label {key: value} WHERE condition)</c>.</summary>
/// <param name="Span">With its parentheses.</param>
/// <param name="Variable">Its variable.</param>
/// <param name="Labels">Its label expression.</param>
/// <param name="Properties">A map expression or a parameter.</param>
/// <param name="Where">Its own condition.</param>
public sealed record NodePattern(TextSpan Span, Identifier? Variable, LabelExpression? Labels, Expression? Properties, Expression? Where) : PatternElement(Span);

/// <summary><c>-[variable:TYPE*1..3 {key: value} WHERE condition]->{1,3}</c>.</summary>
/// <param name="Span">From dash or arrowhead to dash or arrowhead.</param>
/// <param name="Variable">Its variable.</param>
/// <param name="Types">Its type expression.</param>
/// <param name="Length">The <c>*</c>, or the quantifier behind it; null for exactly one relationship.</param>
/// <param name="Properties">A map expression or a parameter.</param>
/// <param name="Where">Its own condition.</param>
/// <param name="Direction">Which way.</param>
/// <param name="BothArrows">Whether it was written <c>&lt;--&gt;</c>.</param>
public sealed record RelationshipPattern(TextSpan Span, Identifier? Variable, LabelExpression? Types, PathLength? Length, Expression? Properties, Expression? Where, Direction Direction, bool BothArrows) : PatternElement(Span);

/// <summary><c>(inner WHERE condition){1,3}</c>.</summary>
/// <param name="Span">With its parentheses and quantifier.</param>
/// <param name="Inner">What repeats.</param>
/// <param name="Where">Its own condition.</param>
/// <param name="Length">How often; null for parentheses that only group, which are then the whole pattern.</param>
public sealed record QuantifiedPath(TextSpan Span, PathPattern Inner, Expression? Where, PathLength? Length) : PatternElement(Span);

/// <summary>How often something repeats.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Minimum">At least; null where none was written.</param>
/// <param name="Maximum">At most; null for no bound.</param>
/// <param name="IsQuantifier">Whether it was written behind the pattern (<c>+</c>, <c>{1,3}</c>) and not as <c>*1..3</c>.</param>
public sealed record PathLength(TextSpan Span, int? Minimum, int? Maximum, bool IsQuantifier) : SyntaxNode(Span);

/// <summary>A condition on labels or on a type: a closed family.</summary>
public abstract record LabelExpression : SyntaxNode
{
    private protected LabelExpression(TextSpan span)
        : base(span)
    {
    }
}

/// <summary>One label or type.</summary>
public sealed record LabelName(TextSpan Span, string Name) : LabelExpression(Span);

/// <summary><c>%</c>: any label at all.</summary>
public sealed record AnyLabel(TextSpan Span) : LabelExpression(Span);

/// <summary><c>A&amp;B</c>, or <c>A:B</c> in the older form.</summary>
public sealed record LabelConjunction(TextSpan Span, LabelExpression Left, LabelExpression Right, bool IsColon) : LabelExpression(Span);

/// <summary><c>A|B</c>, or <c>A|:B</c> in the older form.</summary>
public sealed record LabelDisjunction(TextSpan Span, LabelExpression Left, LabelExpression Right, bool IsColon) : LabelExpression(Span);

/// <summary><c>!A</c>.</summary>
public sealed record LabelNegation(TextSpan Span, LabelExpression Operand) : LabelExpression(Span);

/// <summary><c>$(expression)</c>: a label known when it runs; of a list all, or with <c>$any(…)</c> one of them.</summary>
public sealed record DynamicLabel(TextSpan Span, Expression Value, bool IsAny) : LabelExpression(Span);
