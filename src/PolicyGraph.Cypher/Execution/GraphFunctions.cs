using System.Globalization;
using PolicyGraph.Cypher.Semantics;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>Functions of nodes, relationships and paths, and those that take anything.</summary>
internal static class GraphFunctions
{
    public static IEnumerable<Function> All =>
    [
        new("labels", 1, 1, (a, c) => a[0] is Node n ? GraphValue.ListOf(c.Current(n).Labels) : throw Function.Mismatch("labels", a[0], "节点")) { Kinds = [ValueKinds.Node], Shape = _ => ValueShape.String.AsList() },
        new("type", 1, 1, (a, _) => a[0] is Relationship r ? r.Type : throw Function.Mismatch("type", a[0], "关系")) { Kinds = [ValueKinds.Relationship], Shape = _ => ValueShape.String },
        new("id", 1, 1, (a, _) => Id("id", a[0])) { Kinds = [ValueKinds.Entity], Shape = _ => ValueShape.Integer },
        new("elementId", 1, 1, (a, _) => (a[0] is Node ? "n:" : "r:") + Id("elementId", a[0]).ToString(CultureInfo.InvariantCulture)) { Kinds = [ValueKinds.Entity], Shape = _ => ValueShape.String },
        new("properties", 1, 1, (a, c) => a[0] is MapValue m ? m : new MapValue(Properties.Stored(a[0], c))) { Kinds = [ValueKinds.Entity | ValueKinds.Map], Shape = _ => ValueShape.Map },
        new("keys", 1, 1, (a, c) => GraphValue.ListOf(Properties.All(a[0], c).Select(e => e.Key))) { Kinds = [ValueKinds.Entity | ValueKinds.Map], Shape = _ => ValueShape.String.AsList() },
        new("startNode", 1, 1, (a, c) => a[0] is Relationship r ? c.NodeOf(r.StartId) : throw Function.Mismatch("startNode", a[0], "关系")) { Kinds = [ValueKinds.Relationship], Shape = _ => ValueShape.Node },
        new("endNode", 1, 1, (a, c) => a[0] is Relationship r ? c.NodeOf(r.EndId) : throw Function.Mismatch("endNode", a[0], "关系")) { Kinds = [ValueKinds.Relationship], Shape = _ => ValueShape.Node },
        new("nodes", 1, 1, (a, _) => a[0] is Graph.Path p ? new ListValue(p.Nodes) : throw Function.Mismatch("nodes", a[0], "路径")) { Kinds = [ValueKinds.Path], Shape = _ => ValueShape.Node.AsList() },
        new("relationships", 1, 1, (a, _) => a[0] is Graph.Path p ? new ListValue(p.Relationships) : throw Function.Mismatch("relationships", a[0], "路径")) { Kinds = [ValueKinds.Path], Shape = _ => ValueShape.Relationship.AsList() },
        new("length", 1, 1, (a, _) => a[0] is Graph.Path p ? (long)p.Relationships.Count : throw Function.Mismatch("length", a[0], "路径")) { Kinds = [ValueKinds.Path], Shape = _ => ValueShape.Integer },
        new("coalesce", 1, int.MaxValue, (a, _) => a.FirstOrDefault(v => !v.IsNull) ?? GraphValue.Null) { PassesNull = true, Shape = s => s.Aggregate((x, y) => x.Or(y)) },
        new("nullIf", 2, 2, (a, _) => ValueComparison.AreEqual(a[0], a[1]) == true ? GraphValue.Null : a[0]) { PassesNull = true },
        new("valueType", 1, 1, (a, _) => TypeTests.NameOf(a[0])) { PassesNull = true, Shape = _ => ValueShape.String },
        new("randomUUID", 0, 0, (_, _) => Guid.NewGuid().ToString()) { IsDeterministic = false, Shape = _ => ValueShape.String },
        new("timestamp", 0, 0, (_, c) => c.Now.ToUnixTimeMilliseconds()) { Shape = _ => ValueShape.Integer },
    ];

    private static long Id(string name, GraphValue value) => value switch
    {
        Node n => n.Id,
        Relationship r => r.Id,
        _ => throw Function.Mismatch(name, value, "节点或关系"),
    };
}
