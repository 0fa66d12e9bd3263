using PolicyGraph.Graph;
using PolicyGraph.Text;

namespace PolicyGraph.Cypher.Syntax;

/// <summary>Operators: precedence climbing, from OR down to the sign; what they stand between is read as an operand.</summary>
internal sealed partial class Parser
{
    // In [x IN list WHERE x:A | x.name] the bar ends the condition and is no label disjunction.
    private bool barEndsLabels;

    private const int OrLevel = 1;
    private const int XorLevel = 2;
    private const int AndLevel = 3;
    private const int NotLevel = 4;
    private const int ComparisonLevel = 5;
    private const int PredicateLevel = 6;
    private const int SumLevel = 7;
    private const int ProductLevel = 8;
    private const int PowerLevel = 9;

    private Expression ParseExpression(int level = OrLevel)
    {
        Enter();
        try
        {
            var start = Current.Start;
            var left = ParseOperand(level);
            var chain = 0;
            var isPredicate = false;
            while (true)
            {
                if (++chain > MaxChain)
                {
                    throw CypherFault.TextLimit(text, Current.Start, $"一个表达式中连用的运算符太多，最多 {MaxChain} 个；多个值请用 IN 和列表。");
                }

                if (level <= ComparisonLevel && ComparisonHere() is not null)
                {
                    left = ParseComparison(start, left);
                }
                else if (level <= PredicateLevel && !isPredicate && TryPredicate(start, left) is { } predicate)
                {
                    left = predicate;
                    isPredicate = true;
                }
                else if (BinaryHere() is var (op, opLevel) && opLevel >= level)
                {
                    position++;
                    var right = ParseExpression(opLevel + 1);
                    left = new BinaryExpression(From(start), op, left, right);
                }
                else
                {
                    return left;
                }
            }
        }
        finally
        {
            Leave();
        }
    }

    private Expression ParseBody(bool barEnds)
    {
        var saved = barEndsLabels;
        barEndsLabels = barEnds;
        var result = ParseExpression();
        barEndsLabels = saved;
        return result;
    }

    private Expression ParseOperand(int level)
    {
        var start = Current.Start;
        if (level <= NotLevel && At("NOT"))
        {
            position++;
            return new UnaryExpression(From(start), UnaryOperator.Not, ParseExpression(NotLevel)) with { Span = From(start) };
        }

        return ParseUnary();
    }

    private Expression ParseUnary()
    {
        var start = Current.Start;
        if (AtSymbol("-") || AtSymbol("+"))
        {
            var isMinus = Take().Value == "-";
            if (isMinus && Current.Kind == TokenKind.Integer)
            {
                var token = Take();
                var value = ReadInteger(token.Value, token.Start, negative: true);
                return ParsePostfix(start, new Literal(From(start), value));
            }

            if (AtSymbol("+"))
            {
                throw Unexpected("表达式");
            }

            Enter();
            var operand = ParseUnary();
            Leave();
            return new UnaryExpression(From(start), isMinus ? UnaryOperator.Minus : UnaryOperator.Plus, operand);
        }

        return ParsePostfix(start, ParsePrimary());
    }

    private (BinaryOperator Operator, int Level)? BinaryHere()
    {
        var token = Current;
        if (token.Kind == TokenKind.Symbol)
        {
            return token.Value switch
            {
                "+" => (BinaryOperator.Add, SumLevel),
                "-" => (BinaryOperator.Subtract, SumLevel),
                "||" => (BinaryOperator.Concatenate, SumLevel),
                "*" => (BinaryOperator.Multiply, ProductLevel),
                "/" => (BinaryOperator.Divide, ProductLevel),
                "%" => (BinaryOperator.Modulo, ProductLevel),
                "^" => (BinaryOperator.Power, PowerLevel),
                _ => null,
            };
        }

        return At("OR") ? (BinaryOperator.Or, OrLevel) : At("XOR") ? (BinaryOperator.Xor, XorLevel) : At("AND") ? (BinaryOperator.And, AndLevel) : null;
    }

    private ComparisonOperator? ComparisonHere() => Current.Kind != TokenKind.Symbol ? null : Current.Value switch
    {
        "=" => ComparisonOperator.Equal,
        "<>" => ComparisonOperator.NotEqual,
        "<" => ComparisonOperator.Less,
        "<=" => ComparisonOperator.LessOrEqual,
        ">" => ComparisonOperator.Greater,
        ">=" => ComparisonOperator.GreaterOrEqual,
        "!=" => throw CypherFault.Syntax(text, Current.Start, "Cypher 的不等号写作 <>，不是 !=。"),
        _ => null,
    };

    private ComparisonExpression ParseComparison(int start, Expression first)
    {
        List<ComparisonPart> parts = [];
        while (ComparisonHere() is { } op)
        {
            var partStart = Take().Start;
            var operand = ParseExpression(PredicateLevel);
            parts.Add(new ComparisonPart(From(partStart), op, operand));
            if (parts.Count > MaxChain)
            {
                throw CypherFault.TextLimit(text, Current.Start, $"连用的比较太多，最多 {MaxChain} 个。");
            }
        }

        return new ComparisonExpression(From(start), first, parts);
    }

    private Expression? TryPredicate(int start, Expression left)
    {
        if (TryWord("IN"))
        {
            return Binary(BinaryOperator.In);
        }

        if (TryWord("CONTAINS"))
        {
            return Binary(BinaryOperator.Contains);
        }

        if (TryWords("STARTS", "WITH"))
        {
            return Binary(BinaryOperator.StartsWith);
        }

        if (TryWords("ENDS", "WITH"))
        {
            return Binary(BinaryOperator.EndsWith);
        }

        if (TrySymbol("=~"))
        {
            return Binary(BinaryOperator.Matches);
        }

        if (!At("IS"))
        {
            if (IsSymbol(Current, "::"))
            {
                position++;
                return new TypePredicate(From(start), left, ParseValueType(), Negated: false) with { Span = From(start) };
            }

            return null;
        }

        var next = 1;
        var negated = IsWord(Peek(next), "NOT");
        next += negated ? 1 : 0;
        if (IsWord(Peek(next), "NULL"))
        {
            position += next + 1;
            return new NullPredicate(From(start), left, negated);
        }

        if (IsSymbol(Peek(next), "::") || IsWord(Peek(next), "TYPED"))
        {
            position += next + 1;
            var type = ParseValueType();
            return new TypePredicate(From(start), left, type, negated);
        }

        if (NormalForm(Peek(next)) is { } form && (IsWord(Peek(next), "NORMALIZED") || IsWord(Peek(next + 1), "NORMALIZED")))
        {
            position += IsWord(Peek(next), "NORMALIZED") ? next + 1 : next + 2;
            var span = From(start);
            return new FunctionCall(span, negated ? "IS NOT NORMALIZED" : "IS NORMALIZED", Distinct: false, [left, new Literal(span, form)]);
        }

        if (!negated && (Peek(1).Kind is TokenKind.Word or TokenKind.QuotedWord || (Peek(1).Kind == TokenKind.Symbol && StartsLabel(Peek(1)))))
        {
            position++;
            var labels = ParseLabelExpression(allowBar: true);
            return new LabelPredicate(From(start), left, labels);
        }

        position++;
        throw Unexpected("NULL、NOT NULL 或 :: 类型");

        BinaryExpression Binary(BinaryOperator op)
        {
            var right = ParseExpression(SumLevel);
            return new BinaryExpression(From(start), op, left, right);
        }
    }

    private static string? NormalForm(Token token) => token.Kind != TokenKind.Word ? null : token.Value.ToUpperInvariant() switch
    {
        "NORMALIZED" => "NFC",
        "NFC" or "NFD" or "NFKC" or "NFKD" => token.Value.ToUpperInvariant(),
        _ => null,
    };
}
