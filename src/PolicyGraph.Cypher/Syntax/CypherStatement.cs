using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Syntax;

/// <summary>One statement: its text and its syntax tree.</summary>
public sealed class CypherStatement
{
    private CypherStatement(string text, StatementBody body, bool isExplain, bool isProfile)
    {
        Text = text;
        Body = body;
        IsExplain = isExplain;
        IsProfile = isProfile;
    }

    /// <summary>The text, to which all spans of the tree refer.</summary>
    public string Text { get; }

    /// <summary>The tree.</summary>
    public StatementBody Body { get; }

    /// <summary>Whether <c>EXPLAIN</c> stands before it: it is planned and not run.</summary>
    public bool IsExplain { get; }

    /// <summary>Whether <c>PROFILE</c> stands before it: the rows of every operator are counted.</summary>
    public bool IsProfile { get; }

    /// <summary>Reads one statement; a closing <c>;</c> is allowed.</summary>
    /// <exception cref="GraphException">The text is no Cypher (class syntax), or nested too deeply or too long (class limit).</exception>
    public static CypherStatement Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (body, isExplain, isProfile) = new Parser(text).ParseStatement();
        return new CypherStatement(text, body, isExplain, isProfile && !isExplain);
    }
}
