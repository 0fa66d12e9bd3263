using PolicyGraph.Graph;
using PolicyGraph.Text;

namespace PolicyGraph.Cypher.Syntax;

/// <summary>Statements and clauses.</summary>
internal sealed partial class Parser
{
    /// <summary>Reads the whole text as one statement.</summary>
    public (StatementBody Body, bool IsExplain, bool IsProfile) ParseStatement()
    {
        var (isExplain, isProfile) = (false, false);
        while (At("EXPLAIN") || At("PROFILE") || At("CYPHER"))
        {
            isExplain |= At("EXPLAIN");
            isProfile |= At("PROFILE");
            SkipPlannerOptions(Take());
        }

        var body = TrySchemaStatement() ?? ParseQueryBody();
        _ = TrySymbol(";");
        return Current.Kind == TokenKind.End ? (body, isExplain, isProfile) : throw Unexpected("语句的结尾");
    }

    // CYPHER 5 runtime=slotted: a version and options advise another planner; they are read and not followed.
    private void SkipPlannerOptions(Token word)
    {
        if (!IsWord(word, "CYPHER"))
        {
            return;
        }

        if (Current.Kind == TokenKind.Integer)
        {
            position += Current.Value == "5" ? 1 : throw Unexpected("5，这里只支持 CYPHER 5");
        }

        while (Current.Kind == TokenKind.Word && IsSymbol(Peek(1), "=") && Peek(2).Kind == TokenKind.Word)
        {
            position += 3;
        }
    }

    private QueryBody ParseQueryBody()
    {
        var query = ParseQuery();
        return new QueryBody(query.Span, query);
    }

    private Query ParseQuery()
    {
        Enter();
        var start = Current.Start;
        List<SingleQuery> parts = [ParseSingleQuery()];
        List<bool> all = [];
        while (TryWord("UNION"))
        {
            var isAll = TryWord("ALL");
            _ = !isAll && TryWord("DISTINCT");
            all.Add(isAll);
            parts.Add(ParseSingleQuery());
        }

        Leave();
        return parts.Count == 1 ? parts[0] : new UnionQuery(From(start), parts, all);
    }

    private SingleQuery ParseSingleQuery()
    {
        var start = Current.Start;
        List<Clause> clauses = [];
        while (TryClause() is { } clause)
        {
            clauses.Add(clause);
            if (clauses.Count > MaxChain)
            {
                throw CypherFault.TextLimit(text, Current.Start, $"子句太多，最多 {MaxChain} 个。");
            }
        }

        return clauses.Count > 0 ? new SingleQuery(From(start), clauses) : throw Unexpected("MATCH、RETURN、CREATE 等子句");
    }

    private Clause? TryClause()
    {
        var start = Current.Start;
        if (Current.Kind != TokenKind.Word)
        {
            return null;
        }

        switch (Current.Value.ToUpperInvariant())
        {
            case "MATCH":
                position++;
                return ParseMatchBody(start, isOptional: false);
            case "OPTIONAL" when IsWord(Peek(1), "CALL"):
                position += 2;
                return ParseCallClause(start, isOptional: true);
            case "OPTIONAL":
                position++;
                ExpectWord("MATCH");
                return ParseMatchBody(start, isOptional: true);
            case "UNWIND":
                return ParseUnwind();
            case "WITH":
                position++;
                var with = ParseProjection();
                var where = TryWord("WHERE") ? ParseExpression() : null;
                return new WithClause(From(start), with, where);
            case "ORDER" when IsWord(Peek(1), "BY"):
            case "SKIP" or "OFFSET" or "LIMIT":
                // Alone they stand for WITH * and themselves.
                var page = ParsePage(start, distinct: false, all: true, []);
                return new WithClause(From(start), page, null);
            case "RETURN":
                position++;
                var body = ParseProjection();
                return new ReturnClause(From(start), body);
            case "FINISH":
                position++;
                return new FinishClause(From(start));
            case "CREATE":
                position++;
                var patterns = ParsePathPatterns();
                return new CreateClause(From(start), patterns);
            case "INSERT":
                position++;
                var inserted = ParsePathPatterns();
                inserted.ForEach(RequireInsertable);
                return new CreateClause(From(start), inserted);
            case "MERGE":
                return ParseMerge();
            case "SET":
                position++;
                var items = ParseSetItems();
                return new SetClause(From(start), items);
            case "REMOVE":
                return ParseRemove();
            case "DELETE" or "DETACH" or "NODETACH":
                return ParseDelete();
            case "FOREACH":
                return ParseForeach();
            case "CALL":
                position++;
                return ParseCallClause(start, isOptional: false);
            case "LOAD" when IsWord(Peek(1), "CSV"):
                return ParseLoadCsv();
            default:
                return null;
        }
    }

    private MatchClause ParseMatchBody(int start, bool isOptional)
    {
        var patterns = ParsePathPatterns();
        while (TryWord("USING"))
        {
            SkipHint();
        }

        var where = TryWord("WHERE") ? ParseExpression() : null;
        return new MatchClause(From(start), isOptional, patterns, where);
    }

    // Index hints advise another planner; they are read and not followed.
    private void SkipHint()
    {
        while (Current.Kind != TokenKind.End && !At("WHERE") && !At("USING") && !At("RETURN") && !At("WITH") && !At("MATCH") && !At("OPTIONAL") && !At("SET") && !At("DELETE"))
        {
            position++;
        }
    }

    private UnwindClause ParseUnwind()
    {
        var start = Take().Start;
        var list = ParseExpression();
        ExpectWord("AS");
        var variable = TakeIdentifier("变量");
        return new UnwindClause(From(start), list, variable);
    }

    private ProjectionBody ParseProjection()
    {
        var start = Current.Start;
        var distinct = At("DISTINCT") && !IsSymbol(Peek(1), ".") && TryWord("DISTINCT");
        var all = TrySymbol("*");
        List<ProjectionItem> items = [];
        if (!all || TrySymbol(","))
        {
            do
            {
                items.Add(ParseProjectionItem());
            }
            while (TrySymbol(","));
        }

        return ParsePage(start, distinct, all, items);
    }

    private ProjectionBody ParsePage(int start, bool distinct, bool all, List<ProjectionItem> items)
    {
        List<SortItem> order = [];
        if (TryWords("ORDER", "BY"))
        {
            do
            {
                order.Add(ParseSortItem());
            }
            while (TrySymbol(","));
        }

        var skip = TryWord("SKIP") || TryWord("OFFSET") ? ParseExpression() : null;
        var limit = TryWord("LIMIT") ? ParseExpression() : null;
        return new ProjectionBody(From(start), distinct, all, items, order, skip, limit);
    }

    private ProjectionItem ParseProjectionItem()
    {
        var start = Current.Start;
        var value = ParseExpression();
        var written = text[start..tokens[position - 1].End];
        Identifier? alias = TryWord("AS") ? TakeIdentifier("别名") : null;
        return new ProjectionItem(From(start), value, alias, alias?.Name ?? (value is Variable v ? v.Name : written));
    }

    private SortItem ParseSortItem()
    {
        var start = Current.Start;
        var value = ParseExpression();
        var descending = TryWord("DESC") || TryWord("DESCENDING");
        _ = !descending && (TryWord("ASC") || TryWord("ASCENDING"));
        return new SortItem(From(start), value, descending);
    }

    private MergeClause ParseMerge()
    {
        var start = Take().Start;
        var pattern = ParsePathPattern(allowVariable: true);
        List<SetItem> onCreate = [];
        List<SetItem> onMatch = [];
        while (TryWord("ON"))
        {
            var isCreate = TryWord("CREATE");
            if (!isCreate)
            {
                ExpectWord("MATCH");
            }

            ExpectWord("SET");
            (isCreate ? onCreate : onMatch).AddRange(ParseSetItems());
        }

        return new MergeClause(From(start), pattern, onCreate, onMatch);
    }

    private List<SetItem> ParseSetItems()
    {
        List<SetItem> items = [];
        do
        {
            items.Add(ParseSetItem());
        }
        while (TrySymbol(","));

        return items;
    }

    private SetItem ParseSetItem()
    {
        var start = Current.Start;
        if (AtName && (IsSymbol(Peek(1), "=") || IsSymbol(Peek(1), "+=")))
        {
            var subject = TakeVariable();
            var keeps = Take().Value == "+=";
            var map = ParseExpression();
            return new SetProperties(From(start), subject, map, keeps);
        }

        if (AtName && (IsSymbol(Peek(1), ":") || IsWord(Peek(1), "IS")))
        {
            var subject = TakeVariable();
            var labels = ParsePlainLabels();
            return new SetLabels(From(start), subject, labels);
        }

        var target = ParsePostfix(start, ParsePrimary());
        switch (target)
        {
            case PropertyAccess access:
                ExpectSymbol("=");
                var value = ParseExpression();
                return new SetProperty(From(start), access.Subject, access.Key, value);
            case IndexExpression index:
                ExpectSymbol("=");
                var dynamic = ParseExpression();
                return new SetDynamicProperty(From(start), index.Subject, index.Index, dynamic);
            default:
                throw Unexpected("要设置的属性或标签，例如 n.name = 值");
        }
    }

    private Variable TakeVariable()
    {
        var name = TakeIdentifier("变量");
        return new Variable(name.Span, name.Name);
    }

    private List<LabelExpression> ParsePlainLabels()
    {
        List<LabelExpression> labels = [];
        while (TrySymbol(":") || TryWord("IS"))
        {
            var label = ParseLabelFactor();
            if (label is not (LabelName or DynamicLabel))
            {
                throw CypherFault.Syntax(text, label.Span.Start, "这里只能逐个写出标签，例如 :A:B。");
            }

            labels.Add(label);
        }

        return labels;
    }

    private RemoveClause ParseRemove()
    {
        var start = Take().Start;
        List<RemoveItem> items = [];
        do
        {
            var itemStart = Current.Start;
            if (AtName && (IsSymbol(Peek(1), ":") || IsWord(Peek(1), "IS")))
            {
                var subject = TakeVariable();
                var labels = ParsePlainLabels();
                items.Add(new RemoveLabels(From(itemStart), subject, labels));
                continue;
            }

            var target = ParsePostfix(itemStart, ParsePrimary());
            items.Add(target switch
            {
                PropertyAccess access => new RemoveProperty(From(itemStart), access.Subject, access.Key),
                IndexExpression index => new RemoveDynamicProperty(From(itemStart), index.Subject, index.Index),
                _ => throw Unexpected("要移除的属性或标签"),
            });
        }
        while (TrySymbol(","));

        return new RemoveClause(From(start), items);
    }

    private DeleteClause ParseDelete()
    {
        var start = Current.Start;
        var detach = TryWord("DETACH");
        _ = !detach && TryWord("NODETACH");
        ExpectWord("DELETE");
        List<Expression> targets = [];
        do
        {
            targets.Add(ParseExpression());
        }
        while (TrySymbol(","));

        return new DeleteClause(From(start), detach, targets);
    }

    private ForeachClause ParseForeach()
    {
        Enter();
        var start = Take().Start;
        ExpectSymbol("(");
        var variable = TakeIdentifier("变量");
        ExpectWord("IN");
        var list = ParseBody(barEnds: true);
        ExpectSymbol("|");
        List<Clause> clauses = [];
        while (TryClause() is { } clause)
        {
            clauses.Add(clause);
        }

        if (clauses.Count == 0)
        {
            throw Unexpected("CREATE、MERGE、SET、REMOVE、DELETE 或 FOREACH");
        }

        ExpectSymbol(")");
        Leave();
        return new ForeachClause(From(start), variable, list, clauses);
    }

    private Clause ParseCallClause(int start, bool isOptional)
    {
        if (AtSymbol("{") || AtSymbol("("))
        {
            return ParseSubqueryClause(start, isOptional);
        }

        var nameStart = Current.Start;
        var name = ParseQualifiedName("过程名");
        var nameSpan = From(nameStart);
        var arguments = TrySymbol("(") ? ParseArguments() : null;
        var (yield, yieldsAll, where) = ParseYield();
        return new CallClause(From(start), name, nameSpan, arguments, yield, yieldsAll, where, isOptional);
    }

    private (List<YieldItem>? Items, bool All, Expression? Where) ParseYield()
    {
        if (!TryWord("YIELD"))
        {
            return (null, false, null);
        }

        List<YieldItem> items = [];
        var all = TrySymbol("*");
        if (!all)
        {
            do
            {
                items.Add(ParseYieldItem());
            }
            while (TrySymbol(","));
        }

        var where = TryWord("WHERE") ? ParseExpression() : null;
        return (items, all, where);
    }

    private YieldItem ParseYieldItem()
    {
        var start = Current.Start;
        var field = TakeIdentifier("结果字段");
        var variable = TryWord("AS") ? TakeIdentifier("别名") : field;
        return new YieldItem(From(start), field.Name, variable);
    }

    private SubqueryClause ParseSubqueryClause(int start, bool isOptional)
    {
        List<Identifier>? imports = null;
        var importsAll = false;
        if (TrySymbol("("))
        {
            imports = [];
            importsAll = TrySymbol("*");
            if (!importsAll && !AtSymbol(")"))
            {
                do
                {
                    imports.Add(TakeIdentifier("变量"));
                }
                while (TrySymbol(","));
            }

            ExpectSymbol(")");
        }

        ExpectSymbol("{");
        var saved = barEndsLabels;
        barEndsLabels = false;
        var query = ParseQuery();
        barEndsLabels = saved;
        ExpectSymbol("}");
        var inTransactions = false;
        if (At("IN"))
        {
            position++;
            _ = Current.Kind == TokenKind.Integer && Take().Kind == TokenKind.Integer;
            _ = TryWord("CONCURRENT");
            ExpectWord("TRANSACTIONS");
            inTransactions = true;
            if (TryWord("OF"))
            {
                _ = ParseUnary();
                _ = TryWord("ROWS") || TryWord("ROW");
            }
        }

        return new SubqueryClause(From(start), imports, importsAll, query, isOptional, inTransactions);
    }

    private LoadCsvClause ParseLoadCsv()
    {
        var start = Take().Start;
        position++;
        var headers = TryWords("WITH", "HEADERS");
        ExpectWord("FROM");
        var source = ParseExpression();
        ExpectWord("AS");
        var variable = TakeIdentifier("变量");
        if (TryWord("FIELDTERMINATOR"))
        {
            _ = ParseExpression();
        }

        return new LoadCsvClause(From(start), headers, source, variable);
    }
}
