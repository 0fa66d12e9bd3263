using PolicyGraph.Graph;
using PolicyGraph.Text;

namespace PolicyGraph.Cypher.Syntax;

/// <summary>What looks like a function call: functions, and the forms that only borrow their parentheses; and the names of types.</summary>
internal sealed partial class Parser
{
    private static readonly string[] TypeWords =
    [
        "ANY", "BOOL", "BOOLEAN", "DATE", "DURATION", "EDGE", "FLOAT", "INT", "INTEGER", "SIGNED", "LIST", "ARRAY", "LOCAL", "TIME", "DATETIME", "TIMESTAMP", "WITH", "WITHOUT", "TIMEZONE", "ZONE",
        "MAP", "NODE", "NOTHING", "NULL", "PATH", "POINT", "PROPERTY", "VALUE", "RELATIONSHIP", "STRING", "VARCHAR", "VERTEX", "ZONED",
    ];

    private Expression ParseCall()
    {
        var start = Current.Start;
        switch (Current.Value.ToUpperInvariant())
        {
            case "COUNT" when IsSymbol(Peek(2), "*") && IsSymbol(Peek(3), ")"):
                position += 4;
                return new CountStar(From(start));
            case "ALL":
                return ParseQuantifier(QuantifierKind.All);
            case "ANY":
                return ParseQuantifier(QuantifierKind.Any);
            case "NONE":
                return ParseQuantifier(QuantifierKind.None);
            case "SINGLE":
                return ParseQuantifier(QuantifierKind.ExactlyOne);
            case "REDUCE":
                return ParseReduce();
            case "SHORTESTPATH" or "ALLSHORTESTPATHS":
                return ParsePatternExpression();
            case "TRIM":
                return ParseTrim();
            default:
                return ParseFunction();
        }
    }

    private FunctionCall ParseFunction()
    {
        var start = Current.Start;
        var name = ParseQualifiedName("函数名");
        ExpectSymbol("(");
        var distinct = TryWord("DISTINCT");
        var arguments = ParseArguments();
        return new FunctionCall(From(start), name, distinct, arguments);
    }

    private string ParseQualifiedName(string what)
    {
        var name = TakeName(what);
        while (AtSymbol(".") && Peek(1).Kind is TokenKind.Word or TokenKind.QuotedWord)
        {
            position++;
            name += "." + Take().Value;
        }

        return name;
    }

    private List<Expression> ParseArguments()
    {
        List<Expression> arguments = [];
        if (!AtSymbol(")"))
        {
            do
            {
                arguments.Add(ParseBody(barEnds: false));
            }
            while (TrySymbol(","));
        }

        ExpectSymbol(")");
        return arguments;
    }

    private Expression ParseQuantifier(QuantifierKind kind)
    {
        if (!(Peek(2).Kind is TokenKind.Word or TokenKind.QuotedWord && IsWord(Peek(3), "IN")))
        {
            return ParseFunction();
        }

        var start = Take().Start;
        position++;
        var item = TakeIdentifier("变量");
        position++;
        var list = ParseBody(barEnds: false);
        var where = TryWord("WHERE") ? ParseBody(barEnds: false) : null;
        ExpectSymbol(")");
        return new Quantifier(From(start), kind, item, list, where);
    }

    private Expression ParseReduce()
    {
        if (!(Peek(2).Kind is TokenKind.Word or TokenKind.QuotedWord && IsSymbol(Peek(3), "=")))
        {
            return ParseFunction();
        }

        var start = Take().Start;
        position++;
        var accumulator = TakeIdentifier("变量");
        ExpectSymbol("=");
        var initial = ParseBody(barEnds: false);
        ExpectSymbol(",");
        var item = TakeIdentifier("变量");
        ExpectWord("IN");
        var list = ParseBody(barEnds: true);
        if (AtSymbol(")"))
        {
            throw CypherFault.Semantic(text, From(start), "InvalidSyntax", "reduce 需要用 | 写出累积的表达式。", "reduce(s = 0, x IN 列表 | s + x)");
        }

        ExpectSymbol("|");
        var step = ParseBody(barEnds: false);
        ExpectSymbol(")");
        return new ReduceExpression(From(start), accumulator, initial, item, list, step);
    }

    // trim([BOTH | LEADING | TRAILING] [characters] FROM text) becomes btrim, ltrim or rtrim.
    private FunctionCall ParseTrim()
    {
        var start = Current.Start;
        var saved = position;
        position += 2;
        var name = TryWord("BOTH") ? "btrim" : TryWord("LEADING") ? "ltrim" : TryWord("TRAILING") ? "rtrim" : null;
        var characters = At("FROM") && !IsSymbol(Peek(1), ")") && !IsSymbol(Peek(1), ",") ? null : name is not null || !AtSymbol(")") ? ParseBody(barEnds: false) : null;
        if (!TryWord("FROM"))
        {
            position = saved;
            return ParseFunction();
        }

        var subject = ParseBody(barEnds: false);
        ExpectSymbol(")");
        var sides = name switch { "ltrim" => "TRIM LEADING", "rtrim" => "TRIM TRAILING", _ => "TRIM BOTH" };
        return new FunctionCall(From(start), characters is null ? name ?? "btrim" : sides, Distinct: false, characters is null ? [subject] : [subject, characters]);
    }

    private ValueType ParseValueType()
    {
        Enter();
        var start = Current.Start;
        List<ValueTypeTerm> alternatives = [];
        do
        {
            alternatives.Add(ParseValueTypeTerm());
        }
        while (!barEndsLabels && TrySymbol("|"));

        Leave();
        return new ValueType(From(start), alternatives);
    }

    private ValueTypeTerm ParseValueTypeTerm()
    {
        var start = Current.Start;
        List<string> words = [];
        ValueType? element = null;
        while (Current.Kind == TokenKind.Word && TypeWords.Contains(Current.Value, StringComparer.OrdinalIgnoreCase))
        {
            words.Add(Take().Value.ToUpperInvariant());
        }

        if (words.Count == 0)
        {
            throw Unexpected("类型名，例如 INTEGER 或 LIST<STRING>");
        }

        if (words.Count > 1 && words[^1] is "LIST" or "ARRAY" && !AtSymbol("<"))
        {
            // INTEGER LIST is LIST<INTEGER>.
            words.RemoveAt(words.Count - 1);
            element = new ValueType(From(start), [new ValueTypeTerm(From(start), string.Join(' ', words), false, null)]);
            words = ["LIST"];
        }
        else if (words[^1] is "LIST" or "ARRAY" || (words is ["ANY"] && AtSymbol("<")))
        {
            ExpectSymbol("<");
            var saved = barEndsLabels;
            barEndsLabels = false;
            element = ParseValueType();
            barEndsLabels = saved;
            CloseAngle();
        }

        var notNull = false;
        if (At("NOT", "NULL"))
        {
            position += 2;
            notNull = true;
        }
        else if (TrySymbol("!"))
        {
            notNull = true;
        }

        return new ValueTypeTerm(From(start), string.Join(' ', words), notNull, element);
    }

    private void CloseAngle()
    {
        if (!TrySymbol(">"))
        {
            throw Unexpected("“>”");
        }
    }
}
