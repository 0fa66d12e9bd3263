using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using PolicyGraph.Text;

namespace PolicyGraph.Cypher.Syntax;

/// <summary>Patterns: paths, nodes, relationships and label expressions.</summary>
internal sealed partial class Parser
{
    private bool LooksLikePattern() => LooksLikePatternAt(position);

    // (a)-[…  (a)-- (a)<-[ (a)<--, where what stands in the parentheses can be a node: a - b and a < -b are arithmetic.
    private bool LooksLikePatternAt(int index)
    {
        if (!IsSymbol(tokens[index], "("))
        {
            return false;
        }

        var first = tokens[index + 1];
        var second = tokens[Math.Min(index + 2, tokens.Count - 1)];
        var canBeNode = first.Kind is TokenKind.Word or TokenKind.QuotedWord
            ? IsSymbol(second, ")") || IsSymbol(second, ":") || IsSymbol(second, "{") || IsWord(second, "WHERE") || IsWord(second, "IS")
            : first.Value is ")" or ":" or "{" && first.Kind == TokenKind.Symbol;
        if (!canBeNode)
        {
            return false;
        }

        var depth = 0;
        for (var i = index; i < tokens.Count - 3; i++)
        {
            if (tokens[i].Kind != TokenKind.Symbol)
            {
                continue;
            }

            depth += tokens[i].Value is "(" or "{" or "[" ? 1 : tokens[i].Value is ")" or "}" or "]" ? -1 : 0;
            if (depth == 0)
            {
                return IsSymbol(tokens[i + 1], "-") ? tokens[i + 2] is { Kind: TokenKind.Symbol, Value: "[" or "-" }
                    : IsSymbol(tokens[i + 1], "<") && IsSymbol(tokens[i + 2], "-") && tokens[i + 3] is { Kind: TokenKind.Symbol, Value: "[" or "-" };
            }
        }

        return false;
    }

    private List<PathPattern> ParsePathPatterns()
    {
        List<PathPattern> patterns = [];
        do
        {
            patterns.Add(ParsePathPattern(allowVariable: true));
        }
        while (TrySymbol(","));

        RequireOneLength([.. patterns.SelectMany(p => p.Elements)]);
        RequireOneLabelStyle([.. patterns.SelectMany(p => p.Elements).OfType<NodePattern>().Select(n => n.Labels).OfType<LabelExpression>()]);
        return patterns;
    }

    private PathPattern ParsePathPattern(bool allowVariable)
    {
        Enter();
        var start = Current.Start;
        Identifier? variable = null;
        if (allowVariable && AtName && IsSymbol(Peek(1), "="))
        {
            variable = TakeIdentifier("路径变量");
            position++;
        }

        PathPattern pattern;
        if ((At("shortestPath") || At("allShortestPaths")) && IsSymbol(Peek(1), "("))
        {
            var selector = At("shortestPath") ? PathSelector.Shortest : PathSelector.AllShortest;
            position += 2;
            var elements = ParsePatternElements();
            ExpectSymbol(")");
            pattern = new PathPattern(From(start), variable, selector, 1, elements, IsLegacyShortest: true);
        }
        else
        {
            var (selector, count) = ParsePathSelector();
            var elements = ParsePatternElements();
            pattern = new PathPattern(From(start), variable, selector, count, elements);
        }

        Leave();
        return pattern;
    }

    private bool AtPathSelector() => (At("SHORTEST") || At("ALL") || At("ANY")) && (Peek(1).Kind is TokenKind.Word or TokenKind.Integer || IsSymbol(Peek(1), "("));

    private (PathSelector Selector, int Count) ParsePathSelector()
    {
        if (!AtPathSelector())
        {
            return (PathSelector.All, 1);
        }

        var first = Take().Value.ToUpperInvariant();
        var shortest = first == "SHORTEST" || TryWord("SHORTEST");
        var isCounted = Current.Kind == TokenKind.Integer;
        var place = Current;
        var count = isCounted ? TakeCount() : 1;
        if (count == 0)
        {
            throw CypherFault.Semantic(text, new TextSpan(place.Start, place.End), "InvalidPattern", "路径的条数应当大于 0。");
        }

        _ = TryWord("PATHS") || TryWord("PATH");
        var groups = first is "SHORTEST" && (TryWord("GROUPS") || TryWord("GROUP"));
        if (first == "SHORTEST" && !isCounted && !groups)
        {
            throw Unexpected("GROUPS，或在 SHORTEST 后写出条数，例如 SHORTEST 1");
        }

        return (first, shortest, groups) switch
        {
            ("SHORTEST", _, true) => (PathSelector.ShortestGroups, count),
            ("SHORTEST", _, false) or ("ANY", true, _) => (PathSelector.Shortest, count),
            ("ALL", true, _) => (PathSelector.AllShortest, 1),
            ("ANY", false, _) => (PathSelector.Any, count),
            _ => (PathSelector.All, 1),
        };
    }

    private int TakeCount()
    {
        var token = Current;
        if (token.Kind != TokenKind.Integer)
        {
            throw Unexpected("整数");
        }

        position++;
        var value = ReadInteger(token.Value, token.Start, negative: false);
        return value <= int.MaxValue ? (int)value : throw CypherFault.Syntax(text, token.Start, $"长度 {value} 太大。");
    }

    private List<PatternElement> ParsePatternElements()
    {
        List<PatternElement> elements = [];
        ParsePathPrimary(elements);
        while (true)
        {
            if (AtSymbol("-") || (AtSymbol("<") && IsSymbol(Peek(1), "-")))
            {
                elements.Add(ParseRelationshipPattern());
                ParsePathPrimary(elements);
            }
            else if (AtSymbol("("))
            {
                ParsePathPrimary(elements);
            }
            else
            {
                return elements;
            }

            if (elements.Count > MaxChain)
            {
                throw CypherFault.TextLimit(text, Current.Start, $"路径模式太长，最多 {MaxChain} 段。");
            }
        }
    }

    private void ParsePathPrimary(List<PatternElement> elements)
    {
        if (AtSymbol("(") && (IsSymbol(Peek(1), "(") || (Peek(1).Kind is TokenKind.Word && IsSymbol(Peek(2), "=") && IsSymbol(Peek(3), "(")) ))
        {
            elements.Add(ParseQuantifiedPath());
        }
        else
        {
            elements.Add(ParseNodePattern());
        }
    }

    private QuantifiedPath ParseQuantifiedPath()
    {
        Enter();
        var start = Take().Start;
        var inner = ParsePathPattern(allowVariable: true);
        var where = TryWord("WHERE") ? ParseBody(barEnds: false) : null;
        ExpectSymbol(")");
        var length = TryQuantifier();
        Leave();
        return new QuantifiedPath(From(start), inner, where, length);
    }

    // The older *1..3 and the newer {1,3} do not stand in one MATCH.
    private void RequireOneLength(List<PatternElement> elements)
    {
        var isNewer = elements.Any(e => e is QuantifiedPath { Length: not null } or RelationshipPattern { Length.IsQuantifier: true });
        if (isNewer && elements.Find(e => e is RelationshipPattern { Length.IsQuantifier: false }) is { } older)
        {
            throw CypherFault.Semantic(text, older.Span, "InvalidPattern", "同一个 MATCH 里不能既用 -[*1..3]- 又用 {1,3}、+ 这类重复写法，请统一用后一种。");
        }
    }

    // Whether a pattern is an expression, in which nothing repeats but -[*]-.
    private bool noQuantifiers;

    private PathLength? TryQuantifier()
    {
        var start = Current.Start;
        if (noQuantifiers && (AtSymbol("+") || AtSymbol("*") || AtSymbol("{")))
        {
            throw Unexpected("节点；作为表达式的模式里不能用 {1,3}、+ 这类重复写法，请改用 EXISTS { … } 或 COLLECT { … }");
        }

        if (TrySymbol("+"))
        {
            return new PathLength(From(start), 1, null, IsQuantifier: true);
        }

        if (TrySymbol("*"))
        {
            return new PathLength(From(start), 0, null, IsQuantifier: true);
        }

        if (!AtSymbol("{"))
        {
            return null;
        }

        position++;
        int? minimum = Current.Kind == TokenKind.Integer ? TakeCount() : null;
        int? maximum = minimum;
        if (TrySymbol(","))
        {
            maximum = Current.Kind == TokenKind.Integer ? TakeCount() : null;
            minimum ??= 0;
        }
        else if (minimum is null)
        {
            throw Unexpected("重复次数，例如 {1,3}");
        }

        ExpectSymbol("}");
        return (minimum, maximum) switch
        {
            (_, 0) => throw CypherFault.Semantic(text, From(start), "InvalidPattern", "重复的次数不能以 0 为上限。"),
            ({ } least, { } most) when least > most => throw CypherFault.Semantic(text, From(start), "InvalidPattern", $"重复的次数下限 {least} 大于上限 {most}。"),
            _ => new PathLength(From(start), minimum, maximum, IsQuantifier: true),
        };
    }

    private NodePattern ParseNodePattern()
    {
        var start = Current.Start;
        ExpectSymbol("(");
        Identifier? variable = AtName && !At("WHERE") && !(At("IS") && Peek(1).Kind is TokenKind.Word or TokenKind.QuotedWord) ? TakeIdentifier("变量") : null;
        var isWord = At("IS");
        var labels = TrySymbol(":") || TryWord("IS") ? ParseLabelExpression(allowBar: true) : null;
        if (isWord && labels is LabelConjunction { IsColon: true })
        {
            throw MixedLabels(labels);
        }

        var properties = ParsePatternProperties();
        var where = TryWord("WHERE") ? ParseBody(barEnds: false) : null;
        ExpectSymbol(")");
        return new NodePattern(From(start), variable, labels, properties, where);
    }

    private Expression? ParsePatternProperties()
    {
        if (!AtSymbol("{"))
        {
            return AtSymbol("$") ? ParseParameter() : null;
        }

        var map = ParseMap();
        return map.Entries.FirstOrDefault(e => e.Key.Length == 0) is not { } nameless ? map
            : throw CypherFault.Semantic(text, nameless.Span, "InvalidTokenName", "属性名不能是空的。");
    }

    private RelationshipPattern ParseRelationshipPattern()
    {
        var start = Current.Start;
        var left = TrySymbol("<");
        ExpectSymbol("-");
        Identifier? variable = null;
        LabelExpression? types = null;
        PathLength? length = null;
        Expression? properties = null;
        Expression? where = null;
        if (TrySymbol("["))
        {
            variable = AtName && !At("WHERE") ? TakeIdentifier("变量") : null;
            types = TrySymbol(":") || TryWord("IS") ? ParseLabelExpression(allowBar: true) : null;
            length = ParseStarLength();
            properties = ParsePatternProperties();
            where = TryWord("WHERE") ? ParseBody(barEnds: false) : null;
            if (AtSymbol("..") || AtSymbol("-"))
            {
                throw CypherFault.Syntax(text, Current.Start, "关系的变长写法不对，应写作 *、*1..3 或 *..3。", "InvalidRelationshipPattern");
            }

            ExpectSymbol("]");
        }

        ExpectSymbol("-");
        var right = TrySymbol(">");
        if (TryQuantifier() is { } quantifier)
        {
            length = length is null ? quantifier : throw CypherFault.Semantic(text, From(start), "InvalidPattern", "变长关系 -[*1..3]- 后面不能再写重复次数。");
        }
        else if (length is not null && where is not null)
        {
            throw CypherFault.Semantic(text, where.Span, "InvalidPattern", "变长关系 -[*1..3]- 里不能写 WHERE；请改用 -[… WHERE …]->{1,3}。");
        }

        var direction = left == right ? Direction.Both : left ? Direction.Incoming : Direction.Outgoing;
        return new RelationshipPattern(From(start), variable, types, length, properties, where, direction, left && right);
    }

    private PathLength? ParseStarLength()
    {
        var start = Current.Start;
        if (!TrySymbol("*"))
        {
            return null;
        }

        int? minimum = Current.Kind == TokenKind.Integer ? TakeCount() : null;
        var maximum = minimum;
        if (TrySymbol(".."))
        {
            maximum = Current.Kind == TokenKind.Integer ? TakeCount() : null;
        }

        return new PathLength(From(start), minimum, maximum, IsQuantifier: false);
    }

    private LabelExpression ParseLabelExpression(bool allowBar)
    {
        Enter();
        var start = Current.Start;
        var left = ParseLabelTerm();
        while (allowBar && AtSymbol("|"))
        {
            position++;
            var isColon = TrySymbol(":");
            var right = ParseLabelTerm();
            left = new LabelDisjunction(From(start), left, right, isColon);
            CountLabel();
        }

        Leave();
        return left;
    }

    private int labelCount;

    private void CountLabel()
    {
        if (++labelCount > MaxChain)
        {
            throw CypherFault.TextLimit(text, Current.Start, $"标签太多，最多 {MaxChain} 个。");
        }
    }

    private LabelExpression ParseLabelTerm()
    {
        var start = Current.Start;
        var left = ParseLabelFactor();
        while (AtSymbol("&") || (AtSymbol(":") && StartsLabel(Peek(1))))
        {
            var isColon = Take().Value == ":";
            var right = ParseLabelFactor();
            left = new LabelConjunction(From(start), left, right, isColon);
            CountLabel();
        }

        return left;
    }

    private LabelExpression ParseLabelFactor()
    {
        var start = Current.Start;
        if (TrySymbol("!"))
        {
            Enter();
            var operand = ParseLabelFactor();
            Leave();
            return new LabelNegation(From(start), operand);
        }

        if (TrySymbol("%"))
        {
            return new AnyLabel(From(start));
        }

        if (TrySymbol("("))
        {
            var inner = ParseLabelExpression(allowBar: true);
            ExpectSymbol(")");
            return inner;
        }

        var isNamed = IsWord(Peek(1), "ALL") || IsWord(Peek(1), "ANY");
        if (AtSymbol("$") && IsSymbol(Peek(isNamed ? 2 : 1), "("))
        {
            var isAny = IsWord(Peek(1), "ANY");
            position += isNamed ? 3 : 2;
            var value = ParseBody(barEnds: false);
            ExpectSymbol(")");
            return new DynamicLabel(From(start), value, isAny);
        }

        var name = TakeToken("标签或关系类型");
        return new LabelName(From(start), name);
    }
}
