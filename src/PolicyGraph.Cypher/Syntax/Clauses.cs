using PolicyGraph.Text;

namespace PolicyGraph.Cypher.Syntax;

/// <summary>One step of a query: a closed family.</summary>
public abstract record Clause : SyntaxNode
{
    private protected Clause(TextSpan span)
        : base(span)
    {
    }
}

/// <summary><c>[OPTIONAL] MATCH patterns [WHERE condition]</c>.</summary>
public sealed record MatchClause(TextSpan Span, bool IsOptional, IReadOnlyList<PathPattern> Patterns, Expression? Where) : Clause(Span);

/// <summary><c>UNWIND list AS variable</c>.</summary>
public sealed record UnwindClause(TextSpan Span, Expression List, Identifier Variable) : Clause(Span);

/// <summary><c>WITH … [WHERE condition]</c>.</summary>
public sealed record WithClause(TextSpan Span, ProjectionBody Body, Expression? Where) : Clause(Span);

/// <summary><c>RETURN …</c>.</summary>
public sealed record ReturnClause(TextSpan Span, ProjectionBody Body) : Clause(Span);

/// <summary><c>FINISH</c>: ends a query without rows.</summary>
public sealed record FinishClause(TextSpan Span) : Clause(Span);

/// <summary>What WITH and RETURN share.</summary>
/// <param name="Span">Without the keyword.</param>
/// <param name="IsDistinct">Whether equal rows count once.</param>
/// <param name="IncludesAll">Whether it begins with <c>*</c>.</param>
/// <param name="Items">The items behind <c>*</c>, or all.</param>
/// <param name="OrderBy">Sort keys, the most significant first.</param>
/// <param name="Skip">How many rows to leave out.</param>
/// <param name="Limit">How many rows to keep.</param>
public sealed record ProjectionBody(TextSpan Span, bool IsDistinct, bool IncludesAll, IReadOnlyList<ProjectionItem> Items, IReadOnlyList<SortItem> OrderBy, Expression? Skip, Expression? Limit) : SyntaxNode(Span);

/// <summary><c>expression [AS alias]</c>.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Value">The expression.</param>
/// <param name="Alias">Its written alias.</param>
/// <param name="Name">The name of its column: the alias, or the expression as it was written.</param>
public sealed record ProjectionItem(TextSpan Span, Expression Value, Identifier? Alias, string Name) : SyntaxNode(Span);

/// <summary><c>expression [ASC | DESC]</c>.</summary>
public sealed record SortItem(TextSpan Span, Expression Value, bool IsDescending) : SyntaxNode(Span);

/// <summary><c>CREATE patterns</c>.</summary>
public sealed record CreateClause(TextSpan Span, IReadOnlyList<PathPattern> Patterns) : Clause(Span);

/// <summary><c>MERGE pattern [ON CREATE SET …] [ON MATCH SET …]</c>.</summary>
public sealed record MergeClause(TextSpan Span, PathPattern Pattern, IReadOnlyList<SetItem> OnCreate, IReadOnlyList<SetItem> OnMatch) : Clause(Span);

/// <summary><c>SET items</c>.</summary>
public sealed record SetClause(TextSpan Span, IReadOnlyList<SetItem> Items) : Clause(Span);

/// <summary><c>REMOVE items</c>.</summary>
public sealed record RemoveClause(TextSpan Span, IReadOnlyList<RemoveItem> Items) : Clause(Span);

/// <summary><c>[DETACH] DELETE expressions</c>.</summary>
public sealed record DeleteClause(TextSpan Span, bool IsDetach, IReadOnlyList<Expression> Targets) : Clause(Span);

/// <summary><c>FOREACH (variable IN list | clauses)</c>.</summary>
public sealed record ForeachClause(TextSpan Span, Identifier Variable, Expression List, IReadOnlyList<Clause> Clauses) : Clause(Span);

/// <summary><c>CALL procedure(arguments) YIELD …</c>.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Name">With its namespace.</param>
/// <param name="NameSpan">Where the name stands.</param>
/// <param name="Arguments">Null when none were written, not even parentheses.</param>
/// <param name="Yield">The yielded fields; null without YIELD.</param>
/// <param name="YieldsAll">Whether it says <c>YIELD *</c>.</param>
/// <param name="Where">The condition behind YIELD.</param>
/// <param name="IsOptional">Whether <c>OPTIONAL</c> stands before it.</param>
public sealed record CallClause(TextSpan Span, string Name, TextSpan NameSpan, IReadOnlyList<Expression>? Arguments, IReadOnlyList<YieldItem>? Yield, bool YieldsAll, Expression? Where, bool IsOptional) : Clause(Span);

/// <summary><c>field [AS variable]</c>.</summary>
public sealed record YieldItem(TextSpan Span, string Field, Identifier Variable) : SyntaxNode(Span);

/// <summary><c>CALL [(imports)] { query } [IN TRANSACTIONS]</c>.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Imports">The variables of the scope clause; null without one.</param>
/// <param name="ImportsAll">Whether the scope clause is <c>(*)</c>.</param>
/// <param name="Query">The inner query.</param>
/// <param name="IsOptional">Whether <c>OPTIONAL</c> stands before it.</param>
/// <param name="InTransactions">Whether it asks for transactions of its own.</param>
public sealed record SubqueryClause(TextSpan Span, IReadOnlyList<Identifier>? Imports, bool ImportsAll, Query Query, bool IsOptional, bool InTransactions) : Clause(Span);

/// <summary><c>LOAD CSV</c>: read so that it can be refused.</summary>
public sealed record LoadCsvClause(TextSpan Span, bool WithHeaders, Expression Source, Identifier Variable) : Clause(Span);

/// <summary>An item of SET: a closed family.</summary>
public abstract record SetItem : SyntaxNode
{
    private protected SetItem(TextSpan span)
        : base(span)
    {
    }
}

/// <summary><c>subject.key = value</c>.</summary>
public sealed record SetProperty(TextSpan Span, Expression Subject, string Key, Expression Value) : SetItem(Span);

/// <summary><c>subject[key] = value</c>.</summary>
public sealed record SetDynamicProperty(TextSpan Span, Expression Subject, Expression Key, Expression Value) : SetItem(Span);

/// <summary><c>variable = map</c> or <c>variable += map</c>.</summary>
public sealed record SetProperties(TextSpan Span, Variable Subject, Expression Value, bool Keeps) : SetItem(Span);

/// <summary><c>variable:Label</c>.</summary>
public sealed record SetLabels(TextSpan Span, Variable Subject, IReadOnlyList<LabelExpression> Labels) : SetItem(Span);

/// <summary>An item of REMOVE: a closed family.</summary>
public abstract record RemoveItem : SyntaxNode
{
    private protected RemoveItem(TextSpan span)
        : base(span)
    {
    }
}

/// <summary><c>subject.key</c>.</summary>
public sealed record RemoveProperty(TextSpan Span, Expression Subject, string Key) : RemoveItem(Span);

/// <summary><c>subject[key]</c>.</summary>
public sealed record RemoveDynamicProperty(TextSpan Span, Expression Subject, Expression Key) : RemoveItem(Span);

/// <summary><c>variable:Label</c>.</summary>
public sealed record RemoveLabels(TextSpan Span, Variable Subject, IReadOnlyList<LabelExpression> Labels) : RemoveItem(Span);
