namespace PolicyGraph.Cypher.Syntax;

/// <summary>Walks over expressions.</summary>
internal static class ExpressionTree
{
    /// <summary>The expressions directly inside, as far as they are evaluated for the same row; patterns and subqueries are not entered.</summary>
    public static IEnumerable<Expression> Children(Expression expression) => expression switch
    {
        PropertyAccess e => [e.Subject],
        ListExpression e => e.Items,
        MapExpression e => e.Entries.Select(x => x.Value),
        IndexExpression e => [e.Subject, e.Index],
        SliceExpression e => Present(e.Subject, e.From, e.To),
        UnaryExpression e => [e.Operand],
        BinaryExpression e => [e.Left, e.Right],
        ComparisonExpression e => [e.First, .. e.Parts.Select(p => p.Operand)],
        NullPredicate e => [e.Operand],
        LabelPredicate e => [e.Subject],
        TypePredicate e => [e.Operand],
        FunctionCall e => e.Arguments,
        CaseExpression e => Present([e.Subject, .. e.Branches.SelectMany(b => b.When.Append(b.Result)), e.Else]),
        ListComprehension e => Present(e.List, e.Where, e.Projection),
        Quantifier e => Present(e.List, e.Where),
        ReduceExpression e => [e.Initial, e.List, e.Step],
        MapProjection e => Present([e.Subject, .. e.Items.Select(i => i.Value)]),
        PatternComprehension e => Present(e.Where, e.Projection),
        _ => [],
    };

    /// <summary>Whether some expression inside, or this one, fulfils a condition.</summary>
    public static bool Any(Expression expression, Func<Expression, bool> condition)
    {
        var open = new Stack<Expression>([expression]);
        while (open.TryPop(out var next))
        {
            if (condition(next))
            {
                return true;
            }

            foreach (var child in Children(next))
            {
                open.Push(child);
            }
        }

        return false;
    }

    /// <summary>The operands of AND, or the expression itself.</summary>
    public static IEnumerable<Expression> Conjuncts(Expression? expression)
    {
        if (expression is null)
        {
            return [];
        }

        var found = new List<Expression>();
        var open = new Stack<Expression>([expression]);
        while (open.TryPop(out var next))
        {
            if (next is BinaryExpression { Operator: BinaryOperator.And } and)
            {
                open.Push(and.Right);
                open.Push(and.Left);
            }
            else
            {
                found.Add(next);
            }
        }

        return found;
    }

    /// <summary>The tokens of a place in a text, white space and comments apart: equal for expressions that are written alike.</summary>
    public static string Canonical(string text, SyntaxNode node) =>
        string.Join('\u0001', new Lexer(text[node.Span.Start..node.Span.End]).Read().Select(t => t.Kind == TokenKind.Text ? "'" + t.Value : t.Value));

    /// <summary>Every word that stands in a place of a text, property keys apart: at least the variables that are used there.</summary>
    public static HashSet<string> Words(string text, SyntaxNode node)
    {
        var tokens = new Lexer(text[node.Span.Start..node.Span.End]).Read();
        HashSet<string> words = new(StringComparer.Ordinal);
        for (var i = 0; i < tokens.Count; i++)
        {
            // In {id: row.id} the key is no use of a variable id.
            if (tokens[i].Kind is TokenKind.Word or TokenKind.QuotedWord && (i == 0 || tokens[i - 1] is not { Kind: TokenKind.Symbol, Value: "." }))
            {
                words.Add(tokens[i].Value);
            }
        }

        return words;
    }

    private static IEnumerable<Expression> Present(params Expression?[] expressions) => expressions.OfType<Expression>();
}
