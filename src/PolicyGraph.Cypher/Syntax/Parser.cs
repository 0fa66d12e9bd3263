using System.Globalization;
using System.Runtime.CompilerServices;
using PolicyGraph.Graph;
using PolicyGraph.Text;

namespace PolicyGraph.Cypher.Syntax;

/// <summary>Recursive descent over the tokens of one statement: this part holds the cursor, the others read statements, clauses, patterns and expressions.</summary>
internal sealed partial class Parser
{
    private const int MaxTextLength = 64 << 20;
    private const int MaxNesting = 500;
    private const int MaxChain = 2000;
    private readonly string text;
    private readonly List<Token> tokens;
    private int position;
    private int nesting;

    public Parser(string text)
    {
        this.text = text;
        if (text.Length > MaxTextLength)
        {
            throw CypherFault.TextLimit(text, 0, $"查询文本太长，最多 {MaxTextLength} 个字符。");
        }

        tokens = new Lexer(text).Read();
    }

    private Token Current => tokens[position];

    private Token Peek(int ahead) => tokens[Math.Min(position + ahead, tokens.Count - 1)];

    private Token Take() => tokens[position < tokens.Count - 1 ? position++ : position];

    private TextSpan From(int start) => new(start, position == 0 ? start : Math.Max(start, tokens[position - 1].End));

    private bool AtSymbol(string symbol) => IsSymbol(Current, symbol);

    private static bool IsSymbol(Token token, string symbol) => token.Kind == TokenKind.Symbol && token.Value == symbol;

    private bool At(string word) => IsWord(Current, word);

    private static bool IsWord(Token token, string word) => token.Kind == TokenKind.Word && string.Equals(token.Value, word, StringComparison.OrdinalIgnoreCase);

    private bool At(string first, string second) => At(first) && IsWord(Peek(1), second);

    private bool TrySymbol(string symbol)
    {
        if (!AtSymbol(symbol))
        {
            return false;
        }

        position++;
        return true;
    }

    private bool TryWord(string word)
    {
        if (!At(word))
        {
            return false;
        }

        position++;
        return true;
    }

    private bool TryWords(string first, string second)
    {
        if (!At(first, second))
        {
            return false;
        }

        position += 2;
        return true;
    }

    private void ExpectSymbol(string symbol)
    {
        if (!TrySymbol(symbol))
        {
            throw Unexpected($"“{symbol}”");
        }
    }

    private void ExpectWord(string word)
    {
        if (!TryWord(word))
        {
            throw Unexpected(word);
        }
    }

    private bool AtName => Current.Kind is TokenKind.Word or TokenKind.QuotedWord;

    private Identifier TakeIdentifier(string what)
    {
        if (!AtName)
        {
            throw Unexpected(what);
        }

        var token = Take();
        return new Identifier(token.Value, new TextSpan(token.Start, token.End));
    }

    private string TakeName(string what) => TakeIdentifier(what).Name;

    // A label, type or property key, which has at least one character.
    private string TakeToken(string what)
    {
        var name = TakeIdentifier(what);
        return name.Name.Length > 0 ? name.Name : throw CypherFault.Semantic(text, name.Span, "InvalidTokenName", $"{what}不能是空的。");
    }

    private GraphException Unexpected(string expected)
    {
        var found = Current.Kind == TokenKind.End ? "语句在这里就结束了" : $"遇到“{Shorten(text[Current.Start..Current.End])}”";
        return CypherFault.Syntax(text, Current.Start, $"语法错误：{found}，这里应当是{expected}。");
    }

    private static string Shorten(string value) => value.Length <= 30 ? value : value[..30] + "…";

    private void Enter()
    {
        if (++nesting > MaxNesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw CypherFault.TextLimit(text, Current.Start, $"查询嵌套太深，最多 {MaxNesting} 层；请拆成几步。");
        }
    }

    private void Leave() => nesting--;

    private long ReadInteger(string written, int offset, bool negative)
    {
        var digits = written.Replace("_", string.Empty, StringComparison.Ordinal);
        var (radix, body) = digits.Length > 1 && digits[0] == '0' && digits[1] is 'x' or 'X' ? (16, digits[2..])
            : digits.Length > 1 && digits[0] == '0' && digits[1] == 'o' ? (8, digits[2..])
            : digits.Length > 1 && digits[0] == '0' ? throw CypherFault.Syntax(text, offset, $"数字 {Shorten(written)} 不能以 0 开头；八进制写作 0o{digits[1..]}。", "InvalidNumberLiteral")
            : (10, digits);
        if (body.Length == 0)
        {
            throw CypherFault.Syntax(text, offset, $"数字 {written} 不完整。", "InvalidNumberLiteral");
        }

        UInt128 value = 0;
        foreach (var c in body)
        {
            var digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : 99;
            if (digit >= radix)
            {
                throw CypherFault.Syntax(text, offset, $"数字 {Shorten(written)} 中的“{c}”不能使用。", "InvalidNumberLiteral");
            }

            value = (value * (uint)radix) + (uint)digit;
            if (value > (UInt128)1 << 63)
            {
                break;
            }
        }

        var limit = ((UInt128)1 << 63) - (negative ? 0u : 1u);
        if (value > limit)
        {
            throw CypherFault.Syntax(text, offset, $"整数 {Shorten(written)} 太大，超出 64 位范围。", "IntegerOverflow");
        }

        return negative ? (long)-(Int128)value : (long)value;
    }

    private double ReadFloat(Token token)
    {
        var value = double.Parse(token.Value.Replace("_", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture);
        if (double.IsInfinity(value))
        {
            throw CypherFault.Semantic(text, new TextSpan(token.Start, token.End), "FloatingPointOverflow", $"浮点数 {Shorten(token.Value)} 太大。");
        }

        return value;
    }
}
