using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>Changes the graph for one row.</summary>
internal delegate void Write(GraphValue[] row, RunContext context);

/// <summary>Writes for every row, after all rows are read and before the first goes on.</summary>
internal sealed class Update(PlanOperator source, IReadOnlyList<Write> writes) : PlanOperator(source)
{
    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument)
    {
        var rows = Eager.Read(Input(context, argument), context);
        foreach (var row in rows)
        {
            context.Tick();
            foreach (var write in writes)
            {
                write(row, context);
            }
        }

        return rows;
    }
}

/// <summary>Matches a pattern for each row, or creates it where nothing matches.</summary>
/// <param name="source">The step before.</param>
/// <param name="match">The plan that matches.</param>
/// <param name="check">Refuses null properties.</param>
/// <param name="create">Creates the pattern.</param>
/// <param name="onCreate">What ON CREATE sets.</param>
/// <param name="onMatch">What ON MATCH sets.</param>
internal sealed class Merge(PlanOperator source, PlanOperator match, Write check, IReadOnlyList<Write> create, IReadOnlyList<Write> onCreate, IReadOnlyList<Write> onMatch) : PlanOperator(source)
{
    public override IReadOnlyList<PlanOperator> Inner => [match];

    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument)
    {
        List<GraphValue[]> result = [];
        foreach (var row in Eager.Read(Input(context, argument), context))
        {
            context.Tick();
            check(row, context);
            var before = result.Count;
            foreach (var found in match.Run(context, row))
            {
                context.ChargeRow();
                result.Add(found);
            }

            if (result.Count == before)
            {
                Apply(create, row, context);
                Apply(onCreate, row, context);
                result.Add(row);
                continue;
            }

            for (var i = before; i < result.Count; i++)
            {
                Apply(onMatch, result[i], context);
            }
        }

        return result;
    }

    private static void Apply(IReadOnlyList<Write> writes, GraphValue[] row, RunContext context)
    {
        foreach (var write in writes)
        {
            write(row, context);
        }
    }
}

/// <summary>Runs updating clauses for each element of a list.</summary>
internal sealed class Foreach(PlanOperator source, Evaluation list, int slot, PlanOperator inner) : PlanOperator(source)
{
    public override IReadOnlyList<PlanOperator> Inner => [inner];

    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument)
    {
        var rows = Eager.Read(Input(context, argument), context);
        foreach (var row in rows)
        {
            var value = list(row, context);
            foreach (var item in value is ListValue l ? l.Values : value.IsNull ? [] : [value])
            {
                row[slot] = item;
                foreach (var _ in inner.Run(context, row))
                {
                    context.Tick();
                }
            }
        }

        return rows;
    }
}

/// <summary>The single changes that clauses are made of, each counted.</summary>
internal static class Writes
{
    // What a new node or relationship takes in the store, about.
    private const long EntityBytes = 240;

    // A run that writes was given a graph to write to.
    private static Storage.WritableGraph Target(RunContext context) => context.Graph!;

    public static Write CreateNode(int slot, IReadOnlyList<Evaluation> labels, Evaluation? properties) => (row, context) =>
    {
        string[] names = [.. labels.SelectMany(l => l(row, context) is ListValue several ? several.Values.Select(LabelOf) : [LabelOf(l(row, context))]).Distinct()];
        var entries = PropertiesOf(properties, row, context);
        context.Charge(EntityBytes + entries.Sum(e => MemoryEstimate.Of(e.Value)));
        row[slot] = Target(context).CreateNode(names, entries);
        context.Writes.NodesCreated++;
        context.Writes.LabelsAdded += names.Length;
        context.Writes.PropertiesSet += entries.Count;
    };

    public static Write CreateRelationship(int slot, Evaluation type, int start, int end, Evaluation? properties) => (row, context) =>
    {
        if (row[start] is not Node from || row[end] is not Node to)
        {
            throw new GraphException(GraphErrorClass.Runtime, "Neo.ClientError.Statement.EntityNotFound", "创建关系失败：一端的节点是 null；请先确认它已匹配到。", phase: "runtime", detail: "NullEndpoint");
        }

        context.Current(from);
        context.Current(to);
        var entries = PropertiesOf(properties, row, context);
        context.Charge(EntityBytes + entries.Sum(e => MemoryEstimate.Of(e.Value)));
        row[slot] = Target(context).CreateRelationship(TypeOf(type(row, context)), from.Id, to.Id, entries);
        context.Writes.RelationshipsCreated++;
        context.Writes.PropertiesSet += entries.Count;
    };

    /// <summary>SET n.key = value, alone: null where there is no such property changes and counts nothing; on a node that was deleted it changes nothing and counts.</summary>
    public static void SetProperty(GraphValue entity, string key, GraphValue value, RunContext context) =>
        context.Writes.PropertiesSet += PutProperty(entity, key, value, context) ? 1 : 0;

    /// <summary>Several properties of one SET: each key that was named counts, its last value holds.</summary>
    public static void SetTogether(GraphValue entity, IReadOnlyDictionary<string, GraphValue> values, RunContext context)
    {
        foreach (var (key, value) in values)
        {
            PutProperty(entity, key, value, context);
        }

        context.Writes.PropertiesSet += values.Count;
    }

    private static bool PutProperty(GraphValue entity, string key, GraphValue value, RunContext context)
    {
        value = Storable(key, value);
        switch (entity)
        {
            case NullValue:
                return false;
            case Node n when context.View.FindNode(n.Id) is var node:
                if (node is null || (value.IsNull && !node.Properties.ContainsKey(key)))
                {
                    return node is null;
                }

                Target(context).SetNodeProperty(n.Id, key, value);
                return true;
            case Relationship r when context.View.FindRelationship(r.Id) is var relationship:
                if (relationship is null || (value.IsNull && !relationship.Properties.ContainsKey(key)))
                {
                    return relationship is null;
                }

                Target(context).SetRelationshipProperty(r.Id, key, value);
                return true;
            default:
                throw CypherFault.Type($"只能给节点或关系设置属性，得到的是{Operators.Describe(entity)}。");
        }
    }

    /// <summary>SET n = map, or SET n += map.</summary>
    public static void SetProperties(GraphValue entity, GraphValue map, bool keeps, RunContext context)
    {
        if (entity.IsNull)
        {
            return;
        }

        if (map is not (MapValue or Node or Relationship))
        {
            throw CypherFault.Type($"只能用映射、节点或关系来设置全部属性，得到的是{Operators.Describe(map)}。");
        }

        var now = Properties.Stored(entity, context);
        var next = keeps ? new Dictionary<string, GraphValue>(now, StringComparer.Ordinal) : new Dictionary<string, GraphValue>(StringComparer.Ordinal);
        foreach (var (key, given) in Properties.All(map, context))
        {
            var value = Storable(key, given);
            if (value.IsNull)
            {
                // A null counts where the graph knows its key at all; what SET = takes away is counted below.
                context.Writes.PropertiesSet += keeps ? next.Remove(key) || context.View.PropertyKeys.Contains(key) ? 1 : 0 : !now.ContainsKey(key) && context.View.PropertyKeys.Contains(key) ? 1 : 0;
            }
            else
            {
                next[key] = value;
                context.Writes.PropertiesSet++;
            }
        }

        context.Writes.PropertiesSet += keeps ? 0 : now.Keys.Count(k => !next.ContainsKey(k));
        if (entity is Node node)
        {
            Target(context).ReplaceNodeProperties(node.Id, next);
        }
        else
        {
            Target(context).ReplaceRelationshipProperties(((Relationship)entity).Id, next);
        }
    }

    public static void SetLabel(GraphValue entity, string label, bool present, RunContext context)
    {
        if (entity.IsNull)
        {
            return;
        }

        if (entity is not Node n)
        {
            throw CypherFault.Type($"只有节点才有标签，得到的是{Operators.Describe(entity)}。");
        }

        if (context.Current(n).Labels.Contains(label) == present)
        {
            return;
        }

        if (present)
        {
            Target(context).AddLabel(n.Id, label);
            context.Writes.LabelsAdded++;
        }
        else
        {
            Target(context).RemoveLabel(n.Id, label);
            context.Writes.LabelsRemoved++;
        }
    }

    public static void Delete(GraphValue value, bool detach, RunContext context)
    {
        switch (value)
        {
            case NullValue:
                break;
            case Node n:
                DeleteNode(n.Id, detach, context);
                break;
            case Relationship r:
                DeleteRelationship(r.Id, context);
                break;
            case Graph.Path p:
                foreach (var r in p.Relationships)
                {
                    DeleteRelationship(r.Id, context);
                }

                foreach (var n in p.Nodes)
                {
                    DeleteNode(n.Id, detach, context);
                }

                break;
            case ListValue l:
                foreach (var item in l.Values)
                {
                    Delete(item, detach, context);
                }

                break;
            default:
                throw CypherFault.Type($"只能删除节点、关系和路径，得到的是{Operators.Describe(value)}。");
        }
    }

    // A list stands for its only element.
    private static string TypeOf(GraphValue value) => value is not ListValue list ? LabelOf(value) : list.Values is [var only] ? LabelOf(only)
        : throw new GraphException(GraphErrorClass.Semantic, "Neo.ClientError.Statement.SyntaxError", $"创建的关系必须恰好有一个类型，这里给出了 {list.Values.Count} 个。", phase: "runtime", detail: "NoSingleRelationshipType");

    /// <summary>The name that a label expression gives when it runs.</summary>
    public static string LabelOf(GraphValue value) => value is StringValue { Value: { Length: > 0 } name } ? name
        : value is StringValue ? throw CypherFault.EmptyName()
        : throw CypherFault.Type($"标签和关系类型应当是非空字符串，得到的是{Operators.Describe(value)}。");

    private static void DeleteNode(long id, bool detach, RunContext context)
    {
        if (context.View.FindNode(id) is null)
        {
            return;
        }

        List<long> connected = [.. context.View.RelationshipsOf(id, Storage.Direction.Both).Select(r => r.Id)];
        if (detach)
        {
            connected.ForEach(r => DeleteRelationship(r, context));
            connected = [];
        }

        Target(context).DeleteNode(id);
        context.Writes.NodesDeleted++;
        if (connected.Count > 0)
        {
            context.Writes.Deleted.Add((id, connected));
        }
    }

    private static void DeleteRelationship(long id, RunContext context)
    {
        if (context.View.FindRelationship(id) is not null)
        {
            Target(context).DeleteRelationship(id);
            context.Writes.RelationshipsDeleted++;
        }
    }

    private static List<KeyValuePair<string, GraphValue>> PropertiesOf(Evaluation? properties, GraphValue[] row, RunContext context)
    {
        if (properties is null)
        {
            return [];
        }

        if (properties(row, context) is var value && value is not (MapValue or Node or Relationship))
        {
            throw CypherFault.Type($"属性应当是映射，得到的是{Operators.Describe(value)}。");
        }

        List<KeyValuePair<string, GraphValue>> entries = [];
        foreach (var entry in Properties.All(value, context))
        {
            if (Storable(entry.Key, entry.Value) is { IsNull: false } stored)
            {
                entries.Add(new(entry.Key, stored));
            }
        }

        return entries;
    }

    // Integers beside floats are stored as floats: a stored list has one type.
    private static GraphValue Storable(string key, GraphValue value)
    {
        var fits = value switch
        {
            MapValue or Node or Relationship or Graph.Path => false,
            ListValue l => IsStorableList(l.Values),
            _ => true,
        };
        if (!fits)
        {
            throw CypherFault.Type($"属性 {key} 只能存放数字、字符串、布尔值、时间、点，或由同一类值组成的列表，不能存放{Operators.Describe(value)}。", "InvalidPropertyType");
        }

        return value is ListValue { Values: { Count: > 1 } items } && items.Any(i => i is FloatValue) && items.Any(i => i is IntegerValue)
            ? new ListValue([.. items.Select(i => (GraphValue)Operators.ToDouble(i))])
            : value;
    }

    private static bool IsStorableList(IReadOnlyList<GraphValue> values)
    {
        Type? type = null;
        int? srid = null;
        foreach (var value in values)
        {
            if (value is MapValue or Node or Relationship or Graph.Path or ListValue or NullValue)
            {
                return false;
            }

            var own = value is FloatValue ? typeof(IntegerValue) : value.GetType();
            type ??= own;
            srid ??= (value as PointValue)?.Srid;
            if (type != own || (value is PointValue point && point.Srid != srid))
            {
                return false;
            }
        }

        return true;
    }
}
