using PolicyGraph.Text;

namespace PolicyGraph.Cypher.Syntax;

/// <summary>Clauses, or several lists of clauses joined by UNION: a closed family.</summary>
public abstract record Query : SyntaxNode
{
    private protected Query(TextSpan span)
        : base(span)
    {
    }
}

/// <summary>Clauses in order.</summary>
public sealed record SingleQuery(TextSpan Span, IReadOnlyList<Clause> Clauses) : Query(Span);

/// <summary>Queries joined by UNION.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Parts">At least two.</param>
/// <param name="All">For each part but the first: whether <c>UNION ALL</c> stands before it.</param>
public sealed record UnionQuery(TextSpan Span, IReadOnlyList<SingleQuery> Parts, IReadOnlyList<bool> All) : Query(Span);

/// <summary>What a statement does: a closed family.</summary>
public abstract record StatementBody : SyntaxNode
{
    private protected StatementBody(TextSpan span)
        : base(span)
    {
    }
}

/// <summary>A query, reading or writing.</summary>
public sealed record QueryBody(TextSpan Span, Query Query) : StatementBody(Span);

/// <summary><c>CREATE INDEX</c> or <c>CREATE CONSTRAINT … IS UNIQUE</c>, <c>IS NOT NULL</c>, <c>IS KEY</c>, on nodes or relationships.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Name">Null when none was written.</param>
/// <param name="IfNotExists">Whether one that is there already is no error.</param>
/// <param name="Label">The label.</param>
/// <param name="Properties">The property keys.</param>
/// <param name="IsUnique">Whether it is a uniqueness constraint.</param>
/// <param name="OfRelationships">Whether it covers relationships, and the label is their type.</param>
/// <param name="IsRequired">Whether it is a constraint that the properties exist.</param>
public sealed record CreateIndexBody(TextSpan Span, string? Name, bool IfNotExists, string Label, IReadOnlyList<string> Properties, bool IsUnique, bool OfRelationships, bool IsRequired) : StatementBody(Span);

/// <summary><c>DROP INDEX name</c> or <c>DROP CONSTRAINT name</c>.</summary>
public sealed record DropIndexBody(TextSpan Span, string Name, bool IfExists, bool IsConstraint) : StatementBody(Span);
