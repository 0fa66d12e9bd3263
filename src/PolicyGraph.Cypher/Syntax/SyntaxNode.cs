using PolicyGraph.Text;

namespace PolicyGraph.Cypher.Syntax;

/// <summary>Anything that was written in a statement, with the place where it was written.</summary>
/// <remarks>A closed family of immutable records; spans count UTF-16 code units of the statement's text and cover exactly the tokens of the node.</remarks>
public abstract record SyntaxNode
{
    private protected SyntaxNode(TextSpan span) => Span = span;

    /// <summary>Where it stands in the text of its statement.</summary>
    public TextSpan Span { get; init; }
}

/// <summary>A name that is introduced or used as a variable.</summary>
/// <param name="Name">Without backticks.</param>
/// <param name="Span">Where it stands.</param>
public readonly record struct Identifier(string Name, TextSpan Span);
