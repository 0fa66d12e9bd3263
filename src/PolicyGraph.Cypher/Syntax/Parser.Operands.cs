using PolicyGraph.Graph;
using PolicyGraph.Text;

namespace PolicyGraph.Cypher.Syntax;

/// <summary>Operands: what stands between operators, with the properties and subscripts that follow it.</summary>
internal sealed partial class Parser
{
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
                var key = TakeToken("属性名");
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
                RequireOneLabelStyle([labels]);
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

        if (IsSymbol(next, "(") && !At("CASE"))
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

        if (subject is not null && ((At("IS") && !IsSymbol(Peek(1), "::")) || At("STARTS", "WITH") || At("ENDS", "WITH") || AtSymbol("=~")) && TryPredicate(start, subject) is { } predicate)
        {
            return predicate;
        }

        return ParseExpression();
    }
}
