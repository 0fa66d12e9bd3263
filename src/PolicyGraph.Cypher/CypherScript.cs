using PolicyGraph.Cypher.Syntax;

namespace PolicyGraph.Cypher;

/// <summary>Text that holds several statements, each closed by <c>;</c>.</summary>
public static class CypherScript
{
    /// <summary>The statements in order, without their <c>;</c> and the blanks around them.</summary>
    /// <remarks>A <c>;</c> inside texts, backticked names and comments closes nothing. What holds only blanks and comments is no statement. Nothing is checked: a text that is never closed reaches to the end.</remarks>
    public static IReadOnlyList<string> Split(string text) => Split(text, out _);

    /// <summary>Whether the last statement is closed by its <c>;</c>, so that a line that follows begins another one.</summary>
    public static bool IsClosed(string text) => Split(text, out var isClosed).Count > 0 && isClosed;

    private static List<string> Split(string text, out bool isClosed)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<string> statements = [];
        var start = 0;
        var hasContent = false;
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            var comment = c == '/' ? Lexer.EndOfComment(text, i) : -1;
            if (comment >= 0)
            {
                hasContent |= comment > text.Length;
                i = Math.Min(comment, text.Length);
            }
            else if (c == ';')
            {
                Take(i);
                start = ++i;
            }
            else
            {
                hasContent |= !char.IsWhiteSpace(c) && c != '\uFEFF';
                i = c is '\'' or '"' or '`' ? EndOfQuote(text, i) : i + 1;
            }
        }

        isClosed = !hasContent;
        Take(text.Length);
        return statements;

        void Take(int end)
        {
            if (hasContent)
            {
                statements.Add(text[start..end].Trim().TrimStart('\uFEFF'));
            }

            hasContent = false;
        }
    }

    private static int EndOfQuote(string text, int start)
    {
        var quote = text[start];
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\' && quote != '`')
            {
                i++;
            }
            else if (text[i] == quote)
            {
                return i + 1;
            }
        }

        return text.Length;
    }
}
