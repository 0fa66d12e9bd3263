using System.Globalization;
using System.Text;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Syntax;

/// <summary>Turns the text of a statement into tokens; comments and white space fall away.</summary>
internal sealed class Lexer(string text)
{
    private static readonly string[] LongSymbols = ["<=", ">=", "<>", "=~", "+=", "..", "||", "::", "!="];
    private readonly List<Token> tokens = [];
    private int position;

    /// <summary>Reads up to the end.</summary>
    /// <exception cref="GraphException">A character, number, text or comment that cannot be read (class syntax).</exception>
    public List<Token> Read()
    {
        while (true)
        {
            SkipBlanks();
            if (position >= text.Length)
            {
                tokens.Add(new Token(TokenKind.End, text.Length, text.Length, string.Empty));
                return tokens;
            }

            var c = text[position];
            if (IsWordStart(c))
            {
                ReadWord();
            }
            else if (char.IsAsciiDigit(c) || (c == '.' && position + 1 < text.Length && char.IsAsciiDigit(text[position + 1]) && !EndsWithDot()))
            {
                ReadNumber();
            }
            else if (c is '\'' or '"')
            {
                ReadText(c);
            }
            else if (c == '`')
            {
                ReadQuotedWord();
            }
            else
            {
                ReadSymbol(c);
            }
        }
    }

    internal static bool IsWordStart(char c) => char.IsLetter(c) || c == '_' || char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.LetterNumber or UnicodeCategory.ConnectorPunctuation;

    internal static bool IsWordPart(char c) => IsWordStart(c) || char.IsDigit(c) || c == '$' || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>The offset behind a comment that begins at <paramref name="start"/>; -1 when none begins there, the text's length + 1 when it is never closed.</summary>
    internal static int EndOfComment(string text, int start)
    {
        if (start + 1 >= text.Length || text[start] != '/')
        {
            return -1;
        }

        if (text[start + 1] == '/')
        {
            var end = text.AsSpan(start).IndexOfAny('\n', '\r');
            return end < 0 ? text.Length : start + end;
        }

        if (text[start + 1] == '*')
        {
            var end = text.IndexOf("*/", start + 2, StringComparison.Ordinal);
            return end < 0 ? text.Length + 1 : end + 2;
        }

        return -1;
    }

    // 1...3 is a range whose second dot does not begin .3
    private bool EndsWithDot() => position > 0 && text[position - 1] == '.';

    private void SkipBlanks()
    {
        while (position < text.Length)
        {
            if (char.IsWhiteSpace(text[position]) || text[position] is '\u200B' or '\uFEFF' or '\u180E')
            {
                position++;
                continue;
            }

            var end = EndOfComment(text, position);
            if (end < 0)
            {
                return;
            }

            if (end > text.Length)
            {
                throw CypherFault.Syntax(text, position, "注释没有结束，缺少 */。");
            }

            position = end;
        }
    }

    private void ReadWord()
    {
        var start = position;
        while (position < text.Length && IsWordPart(text[position]))
        {
            position++;
        }

        tokens.Add(new Token(TokenKind.Word, start, position, text[start..position]));
    }

    private void ReadQuotedWord()
    {
        var start = position++;
        var word = new StringBuilder();
        while (true)
        {
            if (position >= text.Length)
            {
                throw CypherFault.Syntax(text, start, "反引号名称没有结束，缺少 `。");
            }

            if (text[position] == '`')
            {
                if (position + 1 < text.Length && text[position + 1] == '`')
                {
                    position++;
                }
                else
                {
                    break;
                }
            }

            word.Append(text[position++]);
        }

        position++;
        tokens.Add(new Token(TokenKind.QuotedWord, start, position, word.ToString()));
    }

    private void ReadNumber()
    {
        var start = position;
        var isFloat = false;
        if (text[position] == '0' && position + 1 < text.Length && text[position + 1] is 'x' or 'X' or 'o')
        {
            position += 2;
            TakeNumberTail();
            tokens.Add(new Token(TokenKind.Integer, start, position, text[start..position]));
            return;
        }

        TakeDigits();
        if (position + 1 < text.Length && text[position] == '.' && char.IsAsciiDigit(text[position + 1]))
        {
            isFloat = true;
            position++;
            TakeDigits();
        }

        if (position < text.Length && text[position] is 'e' or 'E')
        {
            var sign = position + 1 < text.Length && text[position + 1] is '-' or '+' ? 2 : 1;
            if (position + sign < text.Length && char.IsAsciiDigit(text[position + sign]))
            {
                isFloat = true;
                position += sign;
                TakeDigits();
            }
        }

        // 1.5d and 1.5f are floats, as in Java.
        if (isFloat && position < text.Length && text[position] is 'd' or 'D' or 'f' or 'F' && !(position + 1 < text.Length && IsWordPart(text[position + 1])))
        {
            position++;
            tokens.Add(new Token(TokenKind.Float, start, position, text[start..(position - 1)]));
            return;
        }

        if (position < text.Length && IsWordStart(text[position]))
        {
            var end = position;
            TakeNumberTail();

            // 1B2c: {1B2c: 1} is a bad key, 922h33 a bad number; both are bad words to the reader.
            var isKey = tokens.Count > 0 && tokens[^1].Value is "{" or ",";
            throw CypherFault.Syntax(text, start, $"数字 {text[start..Math.Min(position, start + 40)]} 的写法不对，第 {end - start + 1} 个字符不是数字。", isKey ? "UnexpectedSyntax" : "InvalidNumberLiteral");
        }

        tokens.Add(new Token(isFloat ? TokenKind.Float : TokenKind.Integer, start, position, text[start..position]));
    }

    private void TakeDigits()
    {
        while (position < text.Length && (char.IsAsciiDigit(text[position]) || (text[position] == '_' && position + 1 < text.Length && char.IsAsciiDigit(text[position + 1]))))
        {
            position++;
        }
    }

    private void TakeNumberTail()
    {
        while (position < text.Length && IsWordPart(text[position]))
        {
            position++;
        }
    }

    private void ReadText(char quote)
    {
        var start = position++;
        var end = text.AsSpan(position).IndexOfAny(quote, '\\');
        if (end >= 0 && text[position + end] == quote)
        {
            tokens.Add(new Token(TokenKind.Text, start, position + end + 1, text.Substring(position, end)));
            position += end + 1;
            return;
        }

        var value = new StringBuilder();
        while (position < text.Length && text[position] != quote)
        {
            if (text[position] == '\\')
            {
                ReadEscape(value);
            }
            else
            {
                value.Append(text[position++]);
            }
        }

        if (position >= text.Length)
        {
            throw CypherFault.Syntax(text, start, $"字符串没有结束，缺少 {quote}。");
        }

        position++;
        tokens.Add(new Token(TokenKind.Text, start, position, value.ToString()));
    }

    private void ReadEscape(StringBuilder value)
    {
        var start = position++;
        var c = position < text.Length ? text[position++] : '\0';
        switch (c)
        {
            case '\\' or '\'' or '"':
                value.Append(c);
                break;
            case 'b':
                value.Append('\b');
                break;
            case 'f':
                value.Append('\f');
                break;
            case 'n':
                value.Append('\n');
                break;
            case 'r':
                value.Append('\r');
                break;
            case 't':
                value.Append('\t');
                break;
            case 'u':
                value.Append((char)ReadHex(start, 4));
                break;
            case '\0' when position >= text.Length:
                break;
            default:
                // Neo4j keeps an escape that it does not know as it is written.
                value.Append('\\').Append(c);
                break;
        }
    }

    private int ReadHex(int start, int length)
    {
        if (position + length > text.Length || !int.TryParse(text.AsSpan(position, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            throw CypherFault.Syntax(text, start, $"Unicode 转义后面需要 {length} 位十六进制数字。", "InvalidUnicodeLiteral");
        }

        position += length;
        return code;
    }

    private void ReadSymbol(char c)
    {
        foreach (var symbol in LongSymbols)
        {
            if (string.CompareOrdinal(text, position, symbol, 0, symbol.Length) == 0)
            {
                Add(symbol);
                return;
            }
        }

        if (!"()[]{}<>=+-*/%^.,:;|&!$?@#".Contains(c, StringComparison.Ordinal))
        {
            var detail = c > 127 ? "InvalidUnicodeCharacter" : "UnexpectedSyntax";
            throw CypherFault.Syntax(text, position, $"这里不能使用字符“{c}”。", detail);
        }

        Add(c.ToString());
    }

    private void Add(string symbol)
    {
        tokens.Add(new Token(TokenKind.Symbol, position, position + symbol.Length, string.IsInterned(symbol) ?? symbol));
        position += symbol.Length;
    }
}
