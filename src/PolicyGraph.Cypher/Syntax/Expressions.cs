using PolicyGraph.Graph;
using PolicyGraph.Text;

namespace PolicyGraph.Cypher.Syntax;

/// <summary>What has a value: a closed family.</summary>
public abstract record Expression : SyntaxNode
{
    private protected Expression(TextSpan span)
        : base(span)
    {
    }
}

/// <summary>A number, text, truth value or null, already read.</summary>
public sealed record Literal(TextSpan Span, GraphValue Value) : Expression(Span);

/// <summary><c>$name</c>.</summary>
public sealed record Parameter(TextSpan Span, string Name) : Expression(Span);

/// <summary>A variable that is used.</summary>
public sealed record Variable(TextSpan Span, string Name) : Expression(Span);

/// <summary><c>subject.key</c>.</summary>
public sealed record PropertyAccess(TextSpan Span, Expression Subject, string Key) : Expression(Span);

/// <summary><c>[a, b]</c>.</summary>
public sealed record ListExpression(TextSpan Span, IReadOnlyList<Expression> Items) : Expression(Span);

/// <summary><c>{key: value}</c>.</summary>
public sealed record MapExpression(TextSpan Span, IReadOnlyList<MapEntry> Entries) : Expression(Span);

/// <summary>One <c>key: value</c>.</summary>
public sealed record MapEntry(TextSpan Span, string Key, Expression Value) : SyntaxNode(Span);

/// <summary><c>subject[index]</c>: an element of a list, or a property by a computed key.</summary>
public sealed record IndexExpression(TextSpan Span, Expression Subject, Expression Index) : Expression(Span);

/// <summary><c>subject[from..to]</c>.</summary>
public sealed record SliceExpression(TextSpan Span, Expression Subject, Expression? From, Expression? To) : Expression(Span);

/// <summary>Operators with one operand.</summary>
public enum UnaryOperator
{
    /// <summary><c>NOT</c>.</summary>
    Not,

    /// <summary><c>+</c>.</summary>
    Plus,

    /// <summary><c>-</c>.</summary>
    Minus,
}

/// <summary>An operator with one operand.</summary>
public sealed record UnaryExpression(TextSpan Span, UnaryOperator Operator, Expression Operand) : Expression(Span);

/// <summary>Operators with two operands, comparisons apart.</summary>
public enum BinaryOperator
{
    /// <summary><c>OR</c>.</summary>
    Or,

    /// <summary><c>XOR</c>.</summary>
    Xor,

    /// <summary><c>AND</c>.</summary>
    And,

    /// <summary><c>+</c>.</summary>
    Add,

    /// <summary><c>-</c>.</summary>
    Subtract,

    /// <summary><c>*</c>.</summary>
    Multiply,

    /// <summary><c>/</c>.</summary>
    Divide,

    /// <summary><c>%</c>.</summary>
    Modulo,

    /// <summary><c>^</c>.</summary>
    Power,

    /// <summary><c>||</c>.</summary>
    Concatenate,

    /// <summary><c>IN</c>.</summary>
    In,

    /// <summary><c>CONTAINS</c>.</summary>
    Contains,

    /// <summary><c>STARTS WITH</c>.</summary>
    StartsWith,

    /// <summary><c>ENDS WITH</c>.</summary>
    EndsWith,

    /// <summary><c>=~</c>.</summary>
    Matches,
}

/// <summary>An operator with two operands.</summary>
public sealed record BinaryExpression(TextSpan Span, BinaryOperator Operator, Expression Left, Expression Right) : Expression(Span);

/// <summary>Comparison operators.</summary>
public enum ComparisonOperator
{
    /// <summary><c>=</c>.</summary>
    Equal,

    /// <summary><c>&lt;&gt;</c>.</summary>
    NotEqual,

    /// <summary><c>&lt;</c>.</summary>
    Less,

    /// <summary><c>&lt;=</c>.</summary>
    LessOrEqual,

    /// <summary><c>&gt;</c>.</summary>
    Greater,

    /// <summary><c>&gt;=</c>.</summary>
    GreaterOrEqual,
}

/// <summary><c>a &lt; b &lt;= c</c>: every neighbouring pair holds.</summary>
public sealed record ComparisonExpression(TextSpan Span, Expression First, IReadOnlyList<ComparisonPart> Parts) : Expression(Span);

/// <summary>One operator of a comparison with the operand to its right.</summary>
public sealed record ComparisonPart(TextSpan Span, ComparisonOperator Operator, Expression Operand) : SyntaxNode(Span);

/// <summary><c>operand IS [NOT] NULL</c>.</summary>
public sealed record NullPredicate(TextSpan Span, Expression Operand, bool Negated) : Expression(Span);

/// <summary><c>subject:Label</c>, on a node or a relationship.</summary>
public sealed record LabelPredicate(TextSpan Span, Expression Subject, LabelExpression Labels) : Expression(Span);

/// <summary><c>operand IS [NOT] :: TYPE</c>.</summary>
public sealed record TypePredicate(TextSpan Span, Expression Operand, ValueType Type, bool Negated) : Expression(Span);

/// <summary>A function, aggregates included.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Name">With its namespace, as written: <c>duration.between</c>.</param>
/// <param name="Distinct">Whether <c>DISTINCT</c> stands before the arguments.</param>
/// <param name="Arguments">The arguments.</param>
public sealed record FunctionCall(TextSpan Span, string Name, bool Distinct, IReadOnlyList<Expression> Arguments) : Expression(Span);

/// <summary><c>count(*)</c>.</summary>
public sealed record CountStar(TextSpan Span) : Expression(Span);

/// <summary><c>CASE [subject] WHEN … THEN … [ELSE …] END</c>.</summary>
public sealed record CaseExpression(TextSpan Span, Expression? Subject, IReadOnlyList<CaseBranch> Branches, Expression? Else) : Expression(Span);

/// <summary><c>WHEN when[, when] THEN result</c>.</summary>
public sealed record CaseBranch(TextSpan Span, IReadOnlyList<Expression> When, Expression Result) : SyntaxNode(Span);

/// <summary><c>[x IN list WHERE condition | projection]</c>.</summary>
public sealed record ListComprehension(TextSpan Span, Identifier Item, Expression List, Expression? Where, Expression? Projection) : Expression(Span);

/// <summary><c>[p = (a)--(b) WHERE condition | projection]</c>.</summary>
public sealed record PatternComprehension(TextSpan Span, PathPattern Pattern, Expression? Where, Expression Projection) : Expression(Span);

/// <summary>How many elements have to fulfil a condition.</summary>
public enum QuantifierKind
{
    /// <summary><c>all</c>.</summary>
    All,

    /// <summary><c>any</c>.</summary>
    Any,

    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>single</c>: exactly one.</summary>
    ExactlyOne,
}

/// <summary><c>all(x IN list WHERE condition)</c> and its likes; the condition is null only where it was forgotten, which the semantic check reports.</summary>
public sealed record Quantifier(TextSpan Span, QuantifierKind Kind, Identifier Item, Expression List, Expression? Where) : Expression(Span);

/// <summary><c>reduce(accumulator = initial, x IN list | step)</c>.</summary>
public sealed record ReduceExpression(TextSpan Span, Identifier Accumulator, Expression Initial, Identifier Item, Expression List, Expression Step) : Expression(Span);

/// <summary><c>subject {.key, key: value, variable, .*}</c>.</summary>
public sealed record MapProjection(TextSpan Span, Variable Subject, IReadOnlyList<MapProjectionItem> Items) : Expression(Span);

/// <summary>One item of a map projection.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Key">The key in the result; null for <c>.*</c>.</param>
/// <param name="Value">Its value; null for <c>.key</c> and <c>.*</c>.</param>
public sealed record MapProjectionItem(TextSpan Span, string? Key, Expression? Value) : SyntaxNode(Span);

/// <summary>A pattern that stands as a condition.</summary>
public sealed record PatternExpression(TextSpan Span, PathPattern Pattern) : Expression(Span);

/// <summary>What becomes of the rows of a subquery that stands in an expression.</summary>
public enum SubqueryKind
{
    /// <summary><c>EXISTS {}</c>.</summary>
    Exists,

    /// <summary><c>COUNT {}</c>.</summary>
    Count,

    /// <summary><c>COLLECT {}</c>.</summary>
    Collect,
}

/// <summary>A subquery in an expression; a bare pattern stands as a MATCH without RETURN.</summary>
public sealed record SubqueryExpression(TextSpan Span, SubqueryKind Kind, Query Query) : Expression(Span);

/// <summary>The types that a type predicate can name.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Alternatives">Joined by <c>|</c>.</param>
public sealed record ValueType(TextSpan Span, IReadOnlyList<ValueTypeTerm> Alternatives) : SyntaxNode(Span);

/// <summary>One type, such as <c>LIST&lt;INTEGER&gt; NOT NULL</c>.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Name">In capitals with single spaces: <c>ZONED DATETIME</c>.</param>
/// <param name="NotNull">Whether null is excluded.</param>
/// <param name="Element">The element type of a list; null otherwise.</param>
public sealed record ValueTypeTerm(TextSpan Span, string Name, bool NotNull, ValueType? Element) : SyntaxNode(Span);
