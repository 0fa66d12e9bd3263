using PolicyGraph.Cypher.Execution;
using PolicyGraph.Cypher.Semantics;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Cypher.Syntax;
using PolicyGraph.Graph;
using PolicyGraph.Text;

namespace PolicyGraph.Cypher.Planning;

/// <summary>A statement that is ready to run, again and again.</summary>
/// <param name="Root">The last operator.</param>
/// <param name="Columns">The columns of the result, with the slots of their values.</param>
/// <param name="RowWidth">Slots of a row.</param>
/// <param name="Parameters">The parameters that it names, each with a place.</param>
/// <param name="ParameterKinds">What the parameters have to be.</param>
/// <param name="Writes">Whether it changes the graph.</param>
/// <param name="Names">The labels, types and keys that it looks for.</param>
internal sealed record QueryPlan(PlanOperator Root, IReadOnlyList<Binding> Columns, int RowWidth, IReadOnlyDictionary<string, TextSpan> Parameters, IReadOnlyList<ParameterKind> ParameterKinds, bool Writes, IReadOnlyList<NameUse> Names);

/// <summary>What a parameter has to be where it stands, which is told before anything runs.</summary>
internal sealed record ParameterKind(string Name, ValueKinds Kinds, TextSpan Span, string What);

/// <summary>Checks a query and turns it into operators, clause by clause.</summary>
/// <param name="text">The statement's text, for messages.</param>
/// <param name="view">The graph whose counts say which end of a pattern is cheaper; null to check only.</param>
/// <param name="procedures">The procedures that may be called.</param>
internal sealed partial class StatementPlanner(string text, GraphView? view, ProcedureCatalog procedures)
{
    private readonly Dictionary<(NameKind Kind, string Name), NameUse> names = [];
    private int slots;
    private ExpressionCompiler? compiler;

    public string Text => text;

    public Dictionary<string, TextSpan> Parameters { get; } = new(StringComparer.Ordinal);

    public List<ParameterKind> ParameterKinds { get; } = [];

    public bool Writes { get; private set; }

    private ExpressionCompiler Expressions => compiler ??= new ExpressionCompiler(this);

    public int NewSlot() => slots++;

    /// <summary>Remembers that the statement looks for a label, type or key.</summary>
    public void Mention(NameKind kind, string name, TextSpan span) => names.TryAdd((kind, name), new NameUse(kind, name, span));

    /// <summary>Remembers the labels or types of an expression.</summary>
    public void Mention(NameKind kind, LabelExpression? labels)
    {
        switch (labels)
        {
            case LabelName name:
                Mention(kind, name.Name, name.Span);
                break;
            case LabelConjunction and:
                Mention(kind, and.Left);
                Mention(kind, and.Right);
                break;
            case LabelDisjunction or:
                Mention(kind, or.Left);
                Mention(kind, or.Right);
                break;
            case LabelNegation negation:
                Mention(kind, negation.Operand);
                break;
        }
    }

    public static QueryPlan Plan(string text, Query query, GraphView? view, ProcedureCatalog procedures)
    {
        var planner = new StatementPlanner(text, view, procedures);
        var (root, columns) = planner.PlanQuery(query, new Scope(), new Argument(), QueryPlace.Top);
        return new QueryPlan(root, columns, planner.slots, planner.Parameters, planner.ParameterKinds, planner.Writes, [.. planner.names.Values]);
    }

    /// <summary>Plans a subquery that stands in an expression; it may not write.</summary>
    public (PlanOperator Root, IReadOnlyList<Binding> Columns) PlanSubquery(Query query, Scope outer, SubqueryExpression subquery)
    {
        var wrote = Writes;
        Writes = false;
        var place = subquery.Kind == SubqueryKind.Collect ? QueryPlace.Collect : QueryPlace.Condition;
        var planned = PlanInside(outer, () => PlanQuery(query, new Scope(outer), new Argument(), place));
        if (Writes)
        {
            throw CypherFault.Semantic(text, subquery.Span, "InvalidClauseComposition", "EXISTS、COUNT 和 COLLECT 中的子查询不能修改图。");
        }

        Writes = wrote;
        return planned;
    }

    /// <summary>Compiles a label expression into a test of labels or of a type.</summary>
    public LabelTest CompileLabels(LabelExpression labels, Frame frame)
    {
        switch (labels)
        {
            case LabelName name:
                var wanted = name.Name;
                return (present, _, _) => present.Contains(wanted);
            case AnyLabel:
                return (present, _, _) => present.Count > 0;
            case LabelNegation negation:
                var operand = CompileLabels(negation.Operand, frame);
                return (present, row, context) => Operators.Truth(!Operators.AsTruth(operand(present, row, context)));
            case LabelConjunction and:
                var (a, b) = (CompileLabels(and.Left, frame), CompileLabels(and.Right, frame));
                return (present, row, context) => Operators.And(Operators.AsTruth(a(present, row, context)), Operators.AsTruth(b(present, row, context)));
            case LabelDisjunction or:
                var (x, y) = (CompileLabels(or.Left, frame), CompileLabels(or.Right, frame));
                return (present, row, context) => Operators.Or(Operators.AsTruth(x(present, row, context)), Operators.AsTruth(y(present, row, context)));
            case DynamicLabel { Value: Literal { Value: NullValue } }:
                throw CypherFault.Semantic(text, labels.Span, "InvalidTokenName", "标签和关系类型不能是 null。");
            case DynamicLabel dynamic:
                var value = Expressions.Compile(dynamic.Value, frame).Evaluate;
                var isAny = dynamic.IsAny;
                return (present, row, context) => value(row, context) is not ListValue l ? present.Contains(Execution.Writes.LabelOf(value(row, context)))
                    : isAny ? l.Values.Any(v => present.Contains(Execution.Writes.LabelOf(v))) : l.Values.All(v => present.Contains(Execution.Writes.LabelOf(v)));
            default:
                throw new System.Diagnostics.UnreachableException(labels.GetType().Name);
        }
    }

    // What a subquery has from outside stays in scope through all of its clauses and may not be hidden; null where nothing does.
    private Scope? imported;

    private T PlanInside<T>(Scope? outer, Func<T> plan)
    {
        var saved = imported;
        imported = outer;
        try
        {
            return plan();
        }
        finally
        {
            imported = saved;
        }
    }

    private (PlanOperator Root, IReadOnlyList<Binding> Columns) PlanQuery(Query query, Scope scope, PlanOperator source, QueryPlace place) => query switch
    {
        SingleQuery single => PlanSingle(single, scope, source, place),
        UnionQuery union => PlanUnion(union, scope, place),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private (PlanOperator Root, IReadOnlyList<Binding> Columns) PlanUnion(UnionQuery union, Scope scope, QueryPlace place)
    {
        if (union.All.Distinct().Count() > 1)
        {
            throw CypherFault.Semantic(text, union.Span, "InvalidClauseComposition", "同一个查询中不能混用 UNION 和 UNION ALL。");
        }

        var parts = union.Parts.Select(p => PlanSingle(p, new Scope(scope), new Argument(), place)).ToList();
        var names = parts[0].Columns.Select(c => c.Name).ToList();
        foreach (var part in parts.Skip(1))
        {
            if (!names.Order(StringComparer.Ordinal).SequenceEqual(part.Columns.Select(c => c.Name).Order(StringComparer.Ordinal)))
            {
                throw CypherFault.Semantic(text, union.Span, "DifferentColumnsInUnion", "UNION 两边返回的列名必须相同。");
            }
        }

        Binding[] output = [.. names.Select(n => new Binding(n, NewSlot(), parts.Select(p => p.Columns.First(c => c.Name == n).Shape).Aggregate((a, b) => a.Or(b))))];
        var branches = parts.Select(p => (p.Root, names.Select(n => p.Columns.First(c => c.Name == n).Slot).ToArray())).ToList();
        PlanOperator root = new Execution.Union(branches, [.. output.Select(o => o.Slot)]);
        return (union.All[0] ? root : new Distinct(root, [.. output.Select(o => o.Slot)]), output);
    }

    private (PlanOperator Root, IReadOnlyList<Binding> Columns) PlanSingle(SingleQuery query, Scope scope, PlanOperator source, QueryPlace place)
    {
        IReadOnlyList<Binding> columns = [];
        var clauses = query.Clauses;
        ClauseOrder.Check(text, query, place);
        for (var i = 0; i < clauses.Count; i++)
        {
            switch (clauses[i])
            {
                case MatchClause match:
                    source = PlanMatch(match, scope, source);
                    break;
                case UnwindClause unwind:
                    source = PlanUnwind(unwind, scope, source);
                    break;
                case WithClause with:
                    (source, scope, _) = PlanProjection(with.Body, with.Where, scope, source, isReturn: false);
                    scope = imported is null ? scope : Overlay(imported, scope);
                    break;
                case ReturnClause result:
                    (source, scope, columns) = PlanProjection(result.Body, null, scope, source, isReturn: true);
                    break;
                case FinishClause:
                    break;
                case CallClause call when place == QueryPlace.Top && clauses.Count == 1:
                    (source, columns) = PlanStandaloneCall(call, scope, source);
                    break;
                case CallClause call:
                    source = PlanCall(call, scope, source);
                    break;
                case SubqueryClause subquery:
                    source = PlanSubqueryClause(subquery, scope, source);
                    break;
                case LoadCsvClause load:
                    throw CypherFault.Forbidden(text, load.Span, "LOAD CSV 读取外部文件");
                case var update:
                    source = PlanUpdate(update, scope, source);
                    break;
            }
        }

        return (source, columns);
    }

    private Unwind PlanUnwind(UnwindClause unwind, Scope scope, PlanOperator source)
    {
        var list = Expressions.Compile(unwind.List, new Frame(scope));
        var shape = list.Shape.Kinds == ValueKinds.List ? list.Shape.Element ?? ValueShape.Any : list.Shape.CanBe(ValueKinds.List) ? ValueShape.Any : list.Shape;
        return new Unwind(source, list.Evaluate, Declare(unwind.Variable, shape, scope).Slot) { Details = $"{Written(unwind.List)} AS {unwind.Variable.Name}" };
    }

    private Binding Declare(Identifier name, ValueShape shape, Scope scope)
    {
        RequireFree(name, scope);
        var binding = new Binding(name.Name, NewSlot(), shape);
        scope.Add(binding);
        return binding;
    }

    private void RequireFree(Identifier name, Scope scope)
    {
        if (scope.Find(name.Name) is not null)
        {
            throw CypherFault.Semantic(text, name.Span, "VariableAlreadyBound", $"变量 {name.Name} 已经定义，不能再次定义；请换一个名字。");
        }
    }

    private PlanOperator PlanSubqueryClause(SubqueryClause subquery, Scope scope, PlanOperator source)
    {
        var inner = new Scope();
        var query = subquery.Query;
        if (subquery.Imports is not null)
        {
            inner = subquery.ImportsAll ? new Scope(scope) : inner;
            foreach (var import in subquery.Imports)
            {
                inner.Add(scope.Find(import.Name) ?? throw Expressions.Undefined(import.Name, new Variable(import.Span, import.Name), scope));
            }
        }

        var wrote = Writes;
        Writes = false;
        var (root, columns) = subquery.Imports is null
            ? PlanInside(null, () => PlanImporting(query, scope))
            : PlanInside(new Scope(inner), () => PlanQuery(query, inner, new Argument(), QueryPlace.Call));
        var isEager = Writes;
        Writes |= wrote;
        RequireNames(query);
        foreach (var column in columns)
        {
            if (scope.Find(column.Name!) is not null)
            {
                throw CypherFault.Semantic(text, subquery.Span, "VariableAlreadyBound", $"子查询返回的变量 {column.Name} 在外层已经定义；请用 AS 换一个名字。");
            }
        }

        var isUnit = columns.Count == 0 && !EndsWithReturn(query);
        if (subquery.IsOptional)
        {
            // A column that is an outer variable under another name has a place of its own: it may become null, and that one not.
            (root, columns) = Separated(root, columns, scope);
        }

        columns.ToList().ForEach(scope.Add);
        return subquery.IsOptional ? new OptionalApply(source, root, [.. columns.Select(c => c.Slot)]) : new Apply(source, root, isUnit, isEager);
    }

    private (PlanOperator Root, IReadOnlyList<Binding> Columns) Separated(PlanOperator root, IReadOnlyList<Binding> columns, Scope outer)
    {
        HashSet<int> taken = [.. outer.Bindings.Select(b => b.Slot)];
        List<(int Slot, Evaluation Value)> copies = [];
        List<Binding> separated = [];
        foreach (var column in columns)
        {
            var from = column.Slot;
            separated.Add(taken.Contains(from) ? column with { Slot = NewSlot() } : column);
            if (taken.Contains(from))
            {
                copies.Add((separated[^1].Slot, (row, _) => row[from]));
            }
        }

        return (copies.Count == 0 ? root : new Projection(root, copies), separated);
    }

    private void RequireNames(Query query)
    {
        foreach (var part in query is UnionQuery union ? union.Parts : [(SingleQuery)query])
        {
            if (part.Clauses[^1] is ReturnClause { Body: var body } && body.Items.FirstOrDefault(i => i.Alias is null && i.Value is not Variable) is { } nameless)
            {
                throw CypherFault.Semantic(text, nameless.Span, "NoExpressionAlias", "CALL 子查询返回的表达式需要用 AS 起一个名字。");
            }
        }
    }

    /// <summary>Whether a query returns rows.</summary>
    public static bool EndsWithReturn(Query query) => query switch
    {
        SingleQuery s => s.Clauses[^1] is ReturnClause,
        UnionQuery u => u.Parts[0].Clauses[^1] is ReturnClause,
        _ => false,
    };

    // The older form: a first WITH that names plain outer variables imports these and nothing else.
    private (PlanOperator Root, IReadOnlyList<Binding> Columns) PlanImporting(Query query, Scope outer)
    {
        switch (query)
        {
            case SingleQuery { Clauses: [WithClause { Where: null, Body: { IsDistinct: false, OrderBy: [], Skip: null, Limit: null } body }, _, ..] } single when body.Items.All(i => i.Value is Variable v && (i.Alias is null || i.Alias.Value.Name == v.Name)):
                var inner = body.IncludesAll ? new Scope(outer) : new Scope();
                foreach (var item in body.Items)
                {
                    inner.Add(outer.Find(item.Name) ?? throw Expressions.Undefined(item.Name, item.Value, outer));
                }

                return PlanSingle(single with { Clauses = [.. single.Clauses.Skip(1)] }, inner, new Argument(), QueryPlace.Call);
            case UnionQuery union:
                return PlanImportingUnion(union, outer);
            default:
                return PlanQuery(query, new Scope(), new Argument(), QueryPlace.Call);
        }
    }

    private (PlanOperator Root, IReadOnlyList<Binding> Columns) PlanImportingUnion(UnionQuery union, Scope outer)
    {
        var parts = union.Parts.Select(p => PlanImporting(p, outer)).ToList();
        var names = parts[0].Columns.Select(c => c.Name).ToList();
        if (parts.Any(p => !p.Columns.Select(c => c.Name).Order(StringComparer.Ordinal).SequenceEqual(names.Order(StringComparer.Ordinal))))
        {
            throw CypherFault.Semantic(text, union.Span, "DifferentColumnsInUnion", "UNION 两边返回的列名必须相同。");
        }

        Binding[] output = [.. names.Select(n => new Binding(n, NewSlot(), parts.Select(p => p.Columns.First(c => c.Name == n).Shape).Aggregate((a, b) => a.Or(b))))];
        PlanOperator root = new Execution.Union([.. parts.Select(p => (p.Root, names.Select(n => p.Columns.First(c => c.Name == n).Slot).ToArray()))], [.. output.Select(o => o.Slot)]);
        return (union.All[0] ? root : new Distinct(root, [.. output.Select(o => o.Slot)]), output);
    }
}

/// <summary>Where a query stands.</summary>
internal enum QueryPlace
{
    Top,
    Call,
    Condition,
    Collect,
}
