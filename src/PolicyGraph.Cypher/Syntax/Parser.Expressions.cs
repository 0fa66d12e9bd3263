using PolicyGraph.Graph;
using PolicyGraph.Text;

namespace PolicyGraph.Cypher.Syntax;

/// <summary>Expressions: precedence climbing, from OR down to what stands alone.</summary>
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
                else if (level <= PredicateLevel && TryPredicate(start, left) is { } predicate)
                {
                    left = predicate;
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

        if (!negated && Peek(1).Kind is TokenKind.Word or TokenKind.QuotedWord)
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

    private Expression ParsePostfix(int start, Expression subject)
    {
        var chain = 0;
        while (true)
        {
            if (++chain > MaxNesting)
            {
                throw CypherFault.TextLimit(text, Current.Start, $"连续取属性或下标太多，最多 {MaxNesting} 个。");
            }

            if (AtSymbol("."))
            {
                position++;
                var key = TakeName("属性名");
                subject = new PropertyAccess(From(start), subject, key);
            }
            else if (AtSymbol("["))
            {
                subject = ParseSubscript(start, subject);
            }
            else if (AtSymbol(":") && Peek(1).Kind is TokenKind.Word or TokenKind.QuotedWord or TokenKind.Symbol && StartsLabel(Peek(1)))
            {
                position++;
                var labels = ParseLabelExpression(!barEndsLabels);
                subject = new LabelPredicate(From(start), subject, labels);
            }
            else
            {
                return subject;
            }
        }
    }

    private static bool StartsLabel(Token token) => token.Kind is TokenKind.Word or TokenKind.QuotedWord || token.Value is "!" or "%" or "(" or "$";

    private Expression ParseSubscript(int start, Expression subject)
    {
        position++;
        if (TrySymbol(".."))
        {
            if (AtSymbol("]"))
            {
                throw Unexpected("列表切片的起点或终点");
            }

            var to = ParseBody(barEnds: false);
            ExpectSymbol("]");
            return new SliceExpression(From(start), subject, null, to);
        }

        var first = ParseBody(barEnds: false);
        if (!TrySymbol(".."))
        {
            ExpectSymbol("]");
            return new IndexExpression(From(start), subject, first);
        }

        var last = AtSymbol("]") ? null : ParseBody(barEnds: false);
        ExpectSymbol("]");
        return new SliceExpression(From(start), subject, first, last);
    }

    private Expression ParsePrimary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Integer:
                position++;
                return new Literal(From(token.Start), ReadInteger(token.Value, token.Start, negative: false));
            case TokenKind.Float:
                position++;
                return new Literal(From(token.Start), ReadFloat(token));
            case TokenKind.Text:
                position++;
                return new Literal(From(token.Start), token.Value);
            case TokenKind.QuotedWord:
                return ParseNamed();
            case TokenKind.Word:
                return ParseWord();
            case TokenKind.Symbol when token.Value == "(":
                return LooksLikePattern() ? ParsePatternExpression() : ParseParenthesized();
            case TokenKind.Symbol when token.Value == "[":
                return ParseBracketed();
            case TokenKind.Symbol when token.Value == "{":
                return ParseMap();
            case TokenKind.Symbol when token.Value == "$":
                return ParseParameter();
            default:
                throw Unexpected("表达式");
        }
    }

    private Expression ParseParenthesized()
    {
        var open = Take();
        var inner = ParseBody(barEnds: false);
        if (!AtSymbol(")"))
        {
            throw Unexpected($"“)”（与第 {open.Start + 1} 个字符处的“(”配对）");
        }

        position++;
        return inner;
    }

    private PatternExpression ParsePatternExpression()
    {
        var start = Current.Start;
        var pattern = ParseExpressionPattern(allowVariable: false);
        return new PatternExpression(From(start), pattern);
    }

    private PathPattern ParseExpressionPattern(bool allowVariable)
    {
        var before = noQuantifiers;
        noQuantifiers = true;
        var pattern = ParsePathPattern(allowVariable);
        noQuantifiers = before;
        return pattern;
    }

    private Parameter ParseParameter()
    {
        var start = Take().Start;
        if (Current.Kind is TokenKind.Word or TokenKind.QuotedWord or TokenKind.Integer && Current.Start == start + 1)
        {
            var name = Take().Value;
            return new Parameter(From(start), name);
        }

        throw Unexpected("参数名");
    }

    private MapExpression ParseMap()
    {
        var start = Current.Start;
        ExpectSymbol("{");
        List<MapEntry> entries = [];
        if (!AtSymbol("}"))
        {
            do
            {
                var entryStart = Current.Start;
                var key = TakeName("键名");
                ExpectSymbol(":");
                var value = ParseBody(barEnds: false);
                entries.Add(new MapEntry(From(entryStart), key, value));
            }
            while (TrySymbol(","));
        }

        ExpectSymbol("}");
        return new MapExpression(From(start), entries);
    }

    private Expression ParseBracketed()
    {
        var start = Take().Start;
        if (AtName && IsWord(Peek(1), "IN"))
        {
            return ParseListComprehension(start);
        }

        if (LooksLikePattern() || (AtName && IsSymbol(Peek(1), "=") && IsSymbol(Peek(2), "(")))
        {
            var saved = position;
            if (TryPatternComprehension(start) is { } comprehension)
            {
                return comprehension;
            }

            position = saved;
        }

        List<Expression> items = [];
        if (!AtSymbol("]"))
        {
            do
            {
                items.Add(ParseBody(barEnds: false));
            }
            while (TrySymbol(","));
        }

        ExpectSymbol("]");
        return new ListExpression(From(start), items);
    }

    private ListComprehension ParseListComprehension(int start)
    {
        var item = TakeIdentifier("变量");
        position++;
        var list = ParseBody(barEnds: true);
        var where = TryWord("WHERE") ? ParseBody(barEnds: true) : null;
        var projection = TrySymbol("|") ? ParseBody(barEnds: false) : null;
        ExpectSymbol("]");
        return new ListComprehension(From(start), item, list, where, projection);
    }

    private PatternComprehension? TryPatternComprehension(int start)
    {
        var hasVariable = AtName;
        if (hasVariable && !LooksLikePatternAt(position + 2))
        {
            return null;
        }

        var pattern = ParseExpressionPattern(allowVariable: true);
        var where = TryWord("WHERE") ? ParseBody(barEnds: true) : null;
        if (!AtSymbol("|"))
        {
            return hasVariable || where is not null ? throw Unexpected("“|”") : null;
        }

        position++;
        var projection = ParseBody(barEnds: false);
        ExpectSymbol("]");
        return new PatternComprehension(From(start), pattern, where, projection);
    }

    private Expression ParseWord()
    {
        var token = Current;
        var next = Peek(1);
        if (IsSymbol(next, "{") && SubqueryHere() is { } kind)
        {
            return ParseSubqueryExpression(kind);
        }

        if (IsSymbol(next, "("))
        {
            return ParseCall();
        }

        if (At("CASE") && !IsSymbol(next, ".") && !IsSymbol(next, ","))
        {
            return ParseCase();
        }

        GraphValue? constant = token.Value.ToUpperInvariant() switch
        {
            "TRUE" => true,
            "FALSE" => false,
            "NULL" => GraphValue.Null,
            "INF" or "INFINITY" when !IsSymbol(next, ".") => double.PositiveInfinity,
            "NAN" => double.NaN,
            _ => null,
        };
        if (constant is not null)
        {
            position++;
            return new Literal(From(token.Start), constant);
        }

        return ParseNamed();
    }

    private SubqueryKind? SubqueryHere() => At("EXISTS") ? SubqueryKind.Exists : At("COUNT") ? SubqueryKind.Count : At("COLLECT") ? SubqueryKind.Collect : null;

    private Expression ParseNamed()
    {
        var start = Current.Start;
        var ahead = 0;
        while (Peek(ahead).Kind is TokenKind.Word or TokenKind.QuotedWord && IsSymbol(Peek(ahead + 1), "."))
        {
            ahead += 2;
        }

        if (Peek(ahead).Kind is TokenKind.Word or TokenKind.QuotedWord && IsSymbol(Peek(ahead + 1), "("))
        {
            return ParseFunction();
        }

        var variable = new Variable(new TextSpan(start, Current.End), Take().Value);
        return AtSymbol("{") ? ParseMapProjection(variable) : variable;
    }

    private MapProjection ParseMapProjection(Variable subject)
    {
        ExpectSymbol("{");
        List<MapProjectionItem> items = [];
        if (!AtSymbol("}"))
        {
            do
            {
                items.Add(ParseMapProjectionItem());
            }
            while (TrySymbol(","));
        }

        ExpectSymbol("}");
        return new MapProjection(From(subject.Span.Start), subject, items);
    }

    private MapProjectionItem ParseMapProjectionItem()
    {
        var start = Current.Start;
        if (TrySymbol("."))
        {
            if (TrySymbol("*"))
            {
                return new MapProjectionItem(From(start), null, null);
            }

            var key = TakeName("属性名");
            return new MapProjectionItem(From(start), key, null);
        }

        var name = TakeIdentifier("键名");
        if (!TrySymbol(":"))
        {
            return new MapProjectionItem(From(start), name.Name, new Variable(name.Span, name.Name));
        }

        var value = ParseBody(barEnds: false);
        return new MapProjectionItem(From(start), name.Name, value);
    }

    private SubqueryExpression ParseSubqueryExpression(SubqueryKind kind)
    {
        var start = Take().Start;
        ExpectSymbol("{");
        var query = ParseInnerQuery();
        ExpectSymbol("}");
        return new SubqueryExpression(From(start), kind, query);
    }

    private Query ParseInnerQuery()
    {
        var (saved, inExpression) = (barEndsLabels, noQuantifiers);
        barEndsLabels = false;
        noQuantifiers = false;
        try
        {
            var start = Current.Start;
            if (!AtSymbol("(") && !(AtName && IsSymbol(Peek(1), "=")) && !AtPathSelector())
            {
                return ParseQuery();
            }

            var match = ParseMatchBody(start, isOptional: false);
            return new SingleQuery(From(start), [match]);
        }
        finally
        {
            barEndsLabels = saved;
            noQuantifiers = inExpression;
        }
    }

    private CaseExpression ParseCase()
    {
        var start = Take().Start;
        var saved = barEndsLabels;
        barEndsLabels = false;
        var subject = At("WHEN") ? null : ParseExpression();
        List<CaseBranch> branches = [];
        while (At("WHEN"))
        {
            var branchStart = Take().Start;
            List<Expression> when = [ParseCaseOperand(subject)];
            while (subject is not null && TrySymbol(","))
            {
                when.Add(ParseCaseOperand(subject));
            }

            ExpectWord("THEN");
            var result = ParseExpression();
            branches.Add(new CaseBranch(From(branchStart), when, result));
        }

        if (branches.Count == 0)
        {
            throw Unexpected("WHEN");
        }

        var otherwise = TryWord("ELSE") ? ParseExpression() : null;
        ExpectWord("END");
        barEndsLabels = saved;
        return new CaseExpression(From(start), subject, branches, otherwise);
    }

    // WHEN < 3, WHEN IS NULL: Neo4j 5 lets a comparison begin with the subject left out.
    private Expression ParseCaseOperand(Expression? subject)
    {
        var start = Current.Start;
        if (subject is not null && ComparisonHere() is not null)
        {
            return ParseComparison(start, subject);
        }

        if (subject is not null && (At("IS") || At("STARTS", "WITH") || At("ENDS", "WITH") || (At("CONTAINS") && !IsSymbol(Peek(1), "(")) || AtSymbol("=~") || At("IN")) && TryPredicate(start, subject) is { } predicate)
        {
            return predicate;
        }

        return ParseExpression();
    }
}
