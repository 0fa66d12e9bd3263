using System.Globalization;
using PolicyGraph.Cypher.Planning;
using PolicyGraph.Cypher.Semantics;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Cypher.Syntax;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>Runs a prepared statement on a state of the graph.</summary>
internal static class StatementRunner
{
    /// <exception cref="GraphException">The statement does more than the session may (class refused).</exception>
    public static void RequireAccess(PreparedStatement statement, GraphAccess access)
    {
        if (access == GraphAccess.Read && statement.Writes)
        {
            throw CypherFault.Refused(statement.Syntax.Text, statement.Syntax.Body.Span, statement.Plan is null ? "架构命令" : "写入语句");
        }
    }

    public static GraphResult Run(PreparedStatement statement, GraphQuery query, GraphView view, CancellationToken cancellation)
    {
        if (statement.Plan is not { } plan)
        {
            return RunSchema(statement.Syntax.Body, view);
        }

        foreach (var (name, span) in plan.Parameters)
        {
            if (query.Parameters?.ContainsKey(name) != true)
            {
                throw CypherFault.MissingParameter(query.Text, span, name);
            }
        }

        foreach (var wanted in plan.ParameterKinds)
        {
            var given = ValueShape.KindOf(query.Parameters![wanted.Name]);
            if (given != ValueKinds.None && (given & wanted.Kinds) == 0)
            {
                throw CypherFault.StaticType(query.Text, wanted.Span, $"参数 ${wanted.Name} 的类型不符：{wanted.What}应当是{ValueShape.Describe(wanted.Kinds)}，给出的是{ValueShape.Describe(given)}。");
            }
        }

        string[] columns = [.. plan.Columns.Select(c => c.Name!)];
        if (statement.Syntax.IsExplain)
        {
            return new GraphResult(columns, [], GraphStatistics.None) { Plan = RowProfile.Describe(plan, null, null), Notices = statement.Notices(view) };
        }

        var profile = statement.Syntax.IsProfile ? new RowProfile() : null;
        var context = new RunContext(view, query.Parameters, query.Limits, plan.RowWidth, cancellation) { Profile = profile };
        try
        {
            var rows = context.Within(() => Collect(plan, context));
            context.Writes.RequireNothingDangling(view);
            return new GraphResult(columns, rows, context.Writes.ToStatistics())
            {
                Plan = profile is null ? null : RowProfile.Describe(plan, profile, rows.Count),
                Notices = statement.Notices(view),
            };
        }
        catch (InsufficientExecutionStackException e)
        {
            throw new GraphException(GraphErrorClass.Limit, "Neo.TransientError.General.StackOverFlowError", "查询嵌套太深，请拆成几步。", phase: "runtime", innerException: e);
        }
        catch (OutOfMemoryException e)
        {
            throw new GraphException(GraphErrorClass.Limit, "Neo.TransientError.General.OutOfMemoryError", "查询需要的内存太多，已停止。", phase: "runtime", innerException: e);
        }
    }

    private static List<IReadOnlyList<GraphValue>> Collect(QueryPlan plan, RunContext context)
    {
        List<GraphValue[]> found = [];
        foreach (var row in plan.Root.Run(context, context.NewRow()))
        {
            context.Tick();
            if (plan.Columns.Count == 0)
            {
                continue;
            }

            context.CheckRows(found.Count + 1);
            var values = new GraphValue[plan.Columns.Count];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = row[plan.Columns[i].Slot];
                context.Charge(16);
                MemoryEstimate.ChargeResult(values[i], context);
            }

            found.Add(values);
        }

        // What was written later shows in what was read earlier.
        List<IReadOnlyList<GraphValue>> rows = new(found.Count);
        foreach (var values in found)
        {
            rows.Add(context.Graph is null ? values : [.. values.Select(context.Refresh)]);
        }

        return rows;
    }

    private static GraphResult RunSchema(StatementBody body, GraphView view)
    {
        switch (body)
        {
            case CreateIndexBody create:
                return Create(create, (WritableGraph)view);
            case DropIndexBody drop:
                var found = view.Indexes.FirstOrDefault(i => i.Name == drop.Name);
                if (found is { IsConstraint: true } && !drop.IsConstraint)
                {
                    throw new GraphException(GraphErrorClass.Constraint, "Neo.DatabaseError.Schema.IndexDropFailed", $"索引 {drop.Name} 属于同名的约束，不能单独删除。", hint: $"DROP CONSTRAINT {drop.Name}");
                }

                var existed = found?.IsConstraint == drop.IsConstraint && ((WritableGraph)view).DropIndex(drop.Name);
                return existed || drop.IfExists
                    ? Result(new GraphStatistics(IndexesRemoved: existed && !drop.IsConstraint ? 1 : 0, ConstraintsRemoved: existed && drop.IsConstraint ? 1 : 0))
                    : throw new GraphException(GraphErrorClass.Constraint, drop.IsConstraint ? "Neo.ClientError.Schema.ConstraintDropFailed" : "Neo.ClientError.Schema.IndexDropFailed", $"没有名为 {drop.Name} 的{(drop.IsConstraint ? "约束" : "索引")}。");
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static GraphResult Create(CreateIndexBody create, WritableGraph graph)
    {
        var isConstraint = create.IsUnique || create.IsRequired;
        var name = create.Name ?? string.Create(CultureInfo.InvariantCulture, $"{(isConstraint ? "constraint" : "index")}_{(create is { IsRequired: true, IsUnique: false } ? "exists_" : string.Empty)}{create.Label}_{string.Join('_', create.Properties)}");
        var wanted = new GraphIndex(name, create.Label, create.Properties, create.IsUnique) { OfRelationships = create.OfRelationships, IsRequired = create.IsRequired };
        var same = graph.Indexes.FirstOrDefault(i => i.Covers(wanted)) ?? graph.Indexes.FirstOrDefault(i => i.Name == name);
        if (same is null)
        {
            graph.CreateIndex(wanted);
            return Result(new GraphStatistics(IndexesAdded: isConstraint ? 0 : 1, ConstraintsAdded: isConstraint ? 1 : 0));
        }

        if (create.IfNotExists)
        {
            return Result(GraphStatistics.None);
        }

        var code = !same.Covers(wanted) ? isConstraint ? "ConstraintWithNameAlreadyExists" : "IndexWithNameAlreadyExists"
            : same.IsConstraint == isConstraint ? isConstraint ? "ConstraintAlreadyExists" : "IndexAlreadyExists"
            : same.IsConstraint ? "ConstraintAlreadyExists" : "IndexAlreadyExists";
        throw new GraphException(GraphErrorClass.Constraint, "Neo.ClientError.Schema." + code, $"{(same.OfRelationships ? "关系类型" : "标签")} {same.Label} 的属性 {string.Join("、", same.Properties)} 上已有{(same.IsConstraint ? "约束" : "索引")} {same.Name}。", hint: "IF NOT EXISTS");
    }

    private static GraphResult Result(GraphStatistics statistics) => new([], [], statistics);
}
