namespace PolicyGraph.Cypher.Syntax;

/// <summary>Kinds of tokens; keywords are words, since Cypher reserves almost none of them.</summary>
internal enum TokenKind
{
    End,
    Word,
    QuotedWord,
    Text,
    Integer,
    Float,
    Symbol,
}

/// <summary>One token.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Start">Offset of its first code unit.</param>
/// <param name="End">Offset behind its last.</param>
/// <param name="Value">A word or text without quotes and escapes; a symbol or number as written.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string Value);
