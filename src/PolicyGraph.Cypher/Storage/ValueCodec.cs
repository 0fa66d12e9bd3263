using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Storage;

/// <summary>Which values may be stored, and their bytes. A new kind of value is added here and nowhere else: one line in each switch.</summary>
internal static class ValueCodec
{
    /// <summary>Refuses what a property cannot hold.</summary>
    /// <exception cref="GraphException">It is null, a map, a node, a relationship, a path, or a list that holds one of these or a list (class type).</exception>
    public static void RequireStorable(GraphValue value)
    {
        if (!IsPrimitive(value) && !(value is ListValue list && list.Values.All(IsPrimitive)))
        {
            throw new GraphException(
                GraphErrorClass.Type,
                "Neo.ClientError.Statement.TypeError",
                "Property values can only be of primitive types or arrays thereof",
                hint: "Store the parts as properties of their own, or as a node of its own.",
                phase: "runtime",
                detail: "InvalidPropertyType");
        }
    }

    private static bool IsPrimitive(GraphValue value) => value is BooleanValue or IntegerValue or FloatValue or StringValue;
}
