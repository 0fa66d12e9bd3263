using PolicyGraph.Cypher.Execution;
using PolicyGraph.Cypher.Semantics;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Cypher.Syntax;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Planning;

/// <summary>The clauses that change the graph.</summary>
internal sealed partial class StatementPlanner
{
    private PlanOperator PlanUpdate(Clause clause, Scope scope, PlanOperator source)
    {
        Writes = true;
        return clause switch
        {
            CreateClause create => PlanCreate(create, scope, source),
            MergeClause merge => PlanMerge(merge, scope, source),
            SetClause set => new Update(source, CompileSet(set.Items, scope)) { Details = Written(set) },
            RemoveClause remove => new Update(source, [.. remove.Items.SelectMany(i => CompileRemove(i, scope))]) { Details = Written(remove) },
            DeleteClause delete => PlanDelete(delete, scope, source),
            ForeachClause each => PlanForeach(each, scope, source),
            _ => throw new System.Diagnostics.UnreachableException(clause.GetType().Name),
        };
    }

    private PlanOperator PlanCreate(CreateClause create, Scope scope, PlanOperator source)
    {
        List<Write> writes = [];
        List<(int Path, int[] Slots)> paths = [];
        foreach (var pattern in create.Patterns)
        {
            var slotsOfPath = CompileCreation(pattern, scope, writes, "CREATE");
            if (pattern.Variable is { } variable)
            {
                paths.Add((Declare(variable, ValueShape.Path, scope).Slot, slotsOfPath));
            }
        }

        PlanOperator root = new Update(source, writes) { Details = Written(create) };
        foreach (var (path, slotsOfPath) in paths)
        {
            root = new PathProjection(root, path, slotsOfPath);
        }

        return root;
    }

    // Nodes come first, so that a relationship finds both its ends.
    private int[] CompileCreation(PathPattern pattern, Scope scope, List<Write> writes, string clause)
    {
        var elements = pattern.Elements;
        var slotsOfPath = new int[elements.Count];
        if (pattern.Selector != PathSelector.All || pattern.IsLegacyShortest || elements.Any(e => e is QuantifiedPath or RelationshipPattern { Length.IsQuantifier: true }))
        {
            throw CypherFault.Semantic(text, pattern.Span, "InvalidPattern", $"{clause} 的模式里只能有单个的节点和关系。");
        }

        for (var i = 0; i < elements.Count; i += 2)
        {
            var node = (NodePattern)elements[i];
            if (node.Where is { } where)
            {
                throw CypherFault.Semantic(text, where.Span, "InvalidPattern", $"{clause} 的模式里不能写 WHERE。");
            }

            if (node.Variable is { } variable && scope.Find(variable.Name) is { } bound)
            {
                RequireReusable(node, variable, bound, elements.Count == 1, clause);
                slotsOfPath[i] = bound.Slot;
                continue;
            }

            var labels = CompileNewLabels(node.Labels, scope);
            var properties = CompileNewProperties(node.Properties, scope);
            var slot = node.Variable is { } name ? Declare(name, ValueShape.Node, scope).Slot : NewSlot();
            slotsOfPath[i] = slot;
            writes.Add(Execution.Writes.CreateNode(slot, labels, properties));
        }

        for (var i = 1; i < elements.Count; i += 2)
        {
            slotsOfPath[i] = CompileNewRelationship((RelationshipPattern)elements[i], slotsOfPath[i - 1], slotsOfPath[i + 1], scope, writes, clause);
        }

        return slotsOfPath;
    }

    private void RequireReusable(NodePattern node, Identifier variable, Binding bound, bool standsAlone, string clause)
    {
        RequireEntity(bound, ValueKinds.Node, variable, "节点");
        if (standsAlone || node.Labels is not null || node.Properties is not null)
        {
            throw CypherFault.Semantic(text, variable.Span, "VariableAlreadyBound", $"变量 {variable.Name} 已经定义，{clause} 不能再次创建它；要连接它时只写 ({variable.Name})。");
        }
    }

    private int CompileNewRelationship(RelationshipPattern relationship, int left, int right, Scope scope, List<Write> writes, string clause)
    {
        if (relationship.Variable is { } variable)
        {
            RequireFree(variable, scope);
        }

        if (relationship.Length is not null)
        {
            throw CypherFault.Semantic(text, relationship.Span, "CreatingVarLength", $"{clause} 不能创建变长关系，请逐个写出。");
        }

        if (relationship.Types is not (LabelName or DynamicLabel))
        {
            throw CypherFault.Semantic(text, relationship.Span, "NoSingleRelationshipType", $"{clause} 创建的关系必须恰好有一个类型，例如 -[:引用]->。");
        }

        if (relationship.Direction == Direction.Both && clause == "CREATE")
        {
            throw CypherFault.Semantic(text, relationship.Span, "RequiresDirectedRelationship", "CREATE 创建的关系必须有方向，请用 -> 或 <-。");
        }

        var type = CompileNewLabels(relationship.Types, scope)[0];
        var properties = CompileNewProperties(relationship.Properties, scope);
        var slot = relationship.Variable is { } name ? Declare(name, ValueShape.Relationship, scope).Slot : NewSlot();
        var (start, end) = relationship.Direction == Direction.Incoming ? (right, left) : (left, right);
        writes.Add(Execution.Writes.CreateRelationship(slot, type, start, end, properties));
        return slot;
    }

    private List<Evaluation> CompileNewLabels(LabelExpression? labels, Scope scope)
    {
        switch (labels)
        {
            case null:
                return [];
            case LabelName name:
                GraphValue constant = name.Name;
                return [(_, _) => constant];
            case DynamicLabel { Value: Literal { Value: NullValue } }:
                throw CypherFault.Semantic(text, labels.Span, "InvalidTokenName", "标签和关系类型不能是 null。");
            case DynamicLabel { IsAny: true }:
                throw CypherFault.Semantic(text, labels.Span, "InvalidLabelExpression", "创建、设置和移除标签时不能用 $any()，请用 $(…)。");
            case DynamicLabel dynamic:
                return [Expressions.Compile(dynamic.Value, new Frame(scope)).Evaluate];
            case LabelConjunction and:
                return [.. CompileNewLabels(and.Left, scope), .. CompileNewLabels(and.Right, scope)];
            default:
                throw CypherFault.Semantic(text, labels.Span, "InvalidLabelExpression", "创建节点时只能逐个写出标签，例如 (:A:B)。");
        }
    }

    private Evaluation? CompileNewProperties(Expression? properties, Scope scope) => properties is null ? null : Expressions.Compile(properties, new Frame(scope)).Evaluate;

    private Merge PlanMerge(MergeClause merge, Scope scope, PlanOperator source)
    {
        foreach (var element in merge.Pattern.Elements)
        {
            if (element is NodePattern { Variable: { } v } node && scope.Find(v.Name) is { } bound)
            {
                RequireReusable(node, v, bound, merge.Pattern.Elements.Count == 1, "MERGE");
            }
            else if (element is RelationshipPattern { Variable: { } r } && scope.Find(r.Name) is not null)
            {
                RequireFree(r, scope);
            }
        }

        // Checked as a creation first: what cannot be created cannot be merged.
        List<Write> create = [];
        var created = new Scope(scope);
        var createdSlots = CompileCreation(merge.Pattern with { Variable = null }, created, create, "MERGE");
        var check = CompileNullCheck(merge.Pattern, scope);
        var matched = new Scope(scope);
        var match = PlanPatterns([merge.Pattern], null, matched, new Argument(), mayIntroduce: true);
        List<Write> align = [.. create];
        foreach (var binding in matched.Bindings.Where(b => scope.Find(b.Name!) is null))
        {
            if (created.Find(binding.Name!) is { } other)
            {
                var (from, to) = (other.Slot, binding.Slot);
                align.Add((row, _) => row[to] = row[from]);
            }

            scope.Add(binding);
        }

        if (merge.Pattern.Variable is { } path)
        {
            // The match has declared the path.
            align.Add(PathWrite(scope.Find(path.Name)!.Slot, createdSlots));
        }

        return new Merge(source, match, check, align, CompileSet(merge.OnCreate, scope), CompileSet(merge.OnMatch, scope)) { Details = Written(merge.Pattern) };
    }

    private static Write PathWrite(int slot, int[] elements) => (row, _) => row[slot] = new Graph.Path(
        [.. elements.Where((_, i) => i % 2 == 0).Select(s => (Node)row[s])], [.. elements.Where((_, i) => i % 2 == 1).Select(s => (Relationship)row[s])]);

    private Write CompileNullCheck(PathPattern pattern, Scope scope)
    {
        List<(string Key, Evaluation Value)> values = [];
        foreach (var element in pattern.Elements)
        {
            var properties = element is NodePattern n ? n.Properties : (element as RelationshipPattern)?.Properties;
            foreach (var (key, value) in ReadProperties(properties))
            {
                values.Add((key, Expressions.Compile(value, new Frame(scope)).Evaluate));
            }
        }

        return (row, context) =>
        {
            foreach (var (key, value) in values)
            {
                var known = value(row, context);
                if (known.IsNull)
                {
                    throw CypherFault.MergeOnNull(key);
                }

                if (ValueComparison.IsNaN(known))
                {
                    throw CypherFault.MergeOnNaN(key);
                }
            }
        };
    }

    private List<Write> CompileSet(IReadOnlyList<SetItem> items, Scope scope)
    {
        List<Write> writes = [];
        for (var i = 0; i < items.Count; i++)
        {
            var run = i;
            while (run + 1 < items.Count && SubjectOf(items[run + 1]) is { } name && name == SubjectOf(items[i]))
            {
                run++;
            }

            if (run > i)
            {
                writes.Add(CompileTogether([.. items.Skip(i).Take(run - i + 1).Cast<SetProperty>()], new Frame(scope)));
                i = run;
            }
            else
            {
                writes.AddRange(CompileSetItem(items[i], scope));
            }
        }

        return writes;
    }

    private static string? SubjectOf(SetItem item) => item is SetProperty { Subject: Variable v } ? v.Name : null;

    // SET n.a = 1, n.b = n.a sees n as it was before both.
    private Write CompileTogether(SetProperty[] items, Frame frame)
    {
        var subject = CompileEntity(items[0].Subject, frame, ValueKinds.Entity);
        (string Key, Evaluation Value)[] parts = [.. items.Select(i => (i.Key, Expressions.Compile(i.Value, frame).Evaluate))];
        return (row, context) =>
        {
            var entity = subject(row, context);
            if (entity.IsNull)
            {
                return;
            }

            Dictionary<string, GraphValue> values = new(StringComparer.Ordinal);
            foreach (var (key, value) in parts)
            {
                values[key] = value(row, context);
            }

            Execution.Writes.SetTogether(entity, values, context);
        };
    }

    private IEnumerable<Write> CompileSetItem(SetItem item, Scope scope)
    {
        var frame = new Frame(scope);
        switch (item)
        {
            case SetProperty set:
                var (subject, value, key) = (CompileEntity(set.Subject, frame, ValueKinds.Entity), Expressions.Compile(set.Value, frame).Evaluate, set.Key);
                return [(row, context) => Execution.Writes.SetProperty(subject(row, context), key, value(row, context), context)];
            case SetDynamicProperty set:
                var (owner, name, content) = (CompileEntity(set.Subject, frame, ValueKinds.Entity), Expressions.Compile(set.Key, frame).Evaluate, Expressions.Compile(set.Value, frame).Evaluate);
                return [(row, context) => Execution.Writes.SetProperty(owner(row, context), KeyOf(name(row, context)), content(row, context), context)];
            case SetProperties set:
                var entity = CompileEntity(set.Subject, frame, ValueKinds.Entity);
                var map = Expressions.Compile(set.Value, frame);
                Expressions.RequireKind(map.Shape, ValueKinds.Map | ValueKinds.Entity, set.Value, "SET 的值");
                var (entries, keeps) = (map.Evaluate, set.Keeps);
                return [(row, context) => Execution.Writes.SetProperties(entity(row, context), entries(row, context), keeps, context)];
            case SetLabels set:
                return CompileLabelWrites(set.Subject, set.Labels, frame, present: true);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private IEnumerable<Write> CompileRemove(RemoveItem item, Scope scope)
    {
        var frame = new Frame(scope);
        switch (item)
        {
            case RemoveProperty remove:
                var (subject, key) = (CompileEntity(remove.Subject, frame, ValueKinds.Entity), remove.Key);
                return [(row, context) => Execution.Writes.SetProperty(subject(row, context), key, GraphValue.Null, context)];
            case RemoveDynamicProperty remove:
                var (owner, name) = (CompileEntity(remove.Subject, frame, ValueKinds.Entity), Expressions.Compile(remove.Key, frame).Evaluate);
                return [(row, context) => Execution.Writes.SetProperty(owner(row, context), KeyOf(name(row, context)), GraphValue.Null, context)];
            case RemoveLabels remove:
                return CompileLabelWrites(remove.Subject, remove.Labels, frame, present: false);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private IEnumerable<Write> CompileLabelWrites(Variable subject, IReadOnlyList<LabelExpression> labels, Frame frame, bool present)
    {
        var entity = CompileEntity(subject, frame, ValueKinds.Node);
        return labels.SelectMany(l => CompileNewLabels(l, frame.Scope)).Select(l => (Write)((row, context) =>
        {
            var value = l(row, context);
            foreach (var name in value is ListValue list ? list.Values : [value])
            {
                Execution.Writes.SetLabel(entity(row, context), Execution.Writes.LabelOf(name), present, context);
            }
        }));
    }

    private static string KeyOf(GraphValue value) => value is StringValue s ? s.Value.Length > 0 ? s.Value : throw CypherFault.EmptyName() : value.IsNull ? throw new GraphException(GraphErrorClass.Semantic, "Neo.ClientError.Statement.SyntaxError", "属性名不能是 null。", phase: "runtime", detail: "InvalidTokenName") : throw CypherFault.Type($"属性名应当是字符串，得到的是{Operators.Describe(value)}。");

    private Evaluation CompileEntity(Expression subject, Frame frame, ValueKinds kinds)
    {
        var compiled = Expressions.Compile(subject, frame);
        Expressions.RequireKind(compiled.Shape, kinds, subject, "要修改的对象");
        return compiled.Evaluate;
    }

    private Update PlanDelete(DeleteClause delete, Scope scope, PlanOperator source)
    {
        List<Write> writes = [];
        foreach (var target in delete.Targets)
        {
            if (target is LabelPredicate)
            {
                throw CypherFault.Semantic(text, target.Span, "InvalidDelete", "DELETE 删除节点或关系；移除标签请用 REMOVE。");
            }

            var value = Expressions.Compile(target, new Frame(scope));
            Expressions.RequireKind(value.Shape, ValueKinds.Entity | ValueKinds.Path, target, "DELETE 的对象");
            var (evaluate, detach) = (value.Evaluate, delete.IsDetach);
            writes.Add((row, context) => Execution.Writes.Delete(evaluate(row, context), detach, context));
        }

        return new Update(source, writes) { Details = Written(delete) };
    }

    private Foreach PlanForeach(ForeachClause each, Scope scope, PlanOperator source)
    {
        var list = Expressions.Compile(each.List, new Frame(scope));
        var inner = new Scope(scope);
        // It may hide a variable of the same name.
        var variable = new Binding(each.Variable.Name, NewSlot(), list.Shape.Kinds == ValueKinds.List ? list.Shape.Element ?? ValueShape.Any : ValueShape.Any);
        inner.Add(variable);
        PlanOperator body = new Argument();
        foreach (var clause in each.Clauses)
        {
            if (clause is not (CreateClause or MergeClause or SetClause or RemoveClause or DeleteClause or ForeachClause))
            {
                throw CypherFault.Semantic(text, clause.Span, "InvalidClauseComposition", "FOREACH 里只能使用 CREATE、MERGE、SET、REMOVE、DELETE 和 FOREACH。");
            }

            body = PlanUpdate(clause, inner, body);
        }

        return new Foreach(source, list.Evaluate, variable.Slot, body);
    }
}
