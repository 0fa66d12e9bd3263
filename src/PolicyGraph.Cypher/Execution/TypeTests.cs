using PolicyGraph.Cypher.Syntax;
using ValueType = PolicyGraph.Cypher.Syntax.ValueType;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary><c>IS :: TYPE</c> and valueType().</summary>
internal static class TypeTests
{
    public static void RequireKnown(string text, ValueType type)
    {
        if (type.Alternatives.Select(t => t.NotNull).Distinct().Count() > 1)
        {
            throw CypherFault.Semantic(text, type.Span, "InvalidTypeUnion", "用 | 连接的类型应当都写 NOT NULL，或都不写。");
        }

        foreach (var term in type.Alternatives)
        {
            if (Normalize(term.Name) is null)
            {
                throw CypherFault.Syntax(text, term.Span.Start, $"没有名为 {term.Name} 的类型。");
            }

            if (term.Element is { } element)
            {
                RequireKnown(text, element);
            }
        }
    }

    public static bool Is(GraphValue value, ValueType type) => type.Alternatives.Any(t => Is(value, t));

    /// <summary>The type of a value as valueType() names it.</summary>
    public static string NameOf(GraphValue value) => value switch
    {
        NullValue => "NULL",
        ListValue l => $"LIST<{ElementsOf(l.Values)}> NOT NULL",
        _ => Plain(value) + " NOT NULL",
    };

    private static readonly string[] Ordered = ["NULL", "BOOLEAN", "STRING", "INTEGER", "FLOAT", "DATE", "LOCAL TIME", "ZONED TIME", "LOCAL DATETIME", "ZONED DATETIME", "DURATION", "POINT", "NODE", "RELATIONSHIP", "MAP", "LIST", "PATH"];

    private static string RankOf(string name) => name.Length == 0 ? string.Empty
        : Array.FindIndex(Ordered, o => name.StartsWith(o, StringComparison.Ordinal)) is >= 0 and var rank
            ? (char)('A' + rank) + RankOf(name.StartsWith("LIST<", StringComparison.Ordinal) ? name["LIST<".Length..] : string.Empty)
            : name;

    // In Neo4j's order of types; where one element is null, none of them is said not to be.
    private static string ElementsOf(IReadOnlyList<GraphValue> values)
    {
        if (values.Count == 0)
        {
            return "NOTHING";
        }

        var names = values.Where(v => !v.IsNull).Select(NameOf).Distinct().OrderBy(RankOf, StringComparer.Ordinal).ToList();
        if (names.Count > 1 && names.Contains("LIST<NOTHING> NOT NULL") && names.Exists(n => n.StartsWith("LIST<", StringComparison.Ordinal) && n != "LIST<NOTHING> NOT NULL"))
        {
            names.Remove("LIST<NOTHING> NOT NULL");
        }

        return names.Count == 0 ? "NULL" : string.Join(" | ", values.Any(v => v.IsNull) ? names.Select(n => n[..^" NOT NULL".Length]) : names);
    }

    private static bool Is(GraphValue value, ValueTypeTerm type)
    {
        if (value.IsNull)
        {
            return !type.NotNull && type.Name != "NOTHING";
        }

        return Normalize(type.Name) switch
        {
            "ANY" => type.Element is null || Is(value, type.Element),
            "NULL" or "NOTHING" => false,
            "LIST" => value is ListValue l && (type.Element is null || l.Values.All(v => Is(v, type.Element))),
            "PROPERTY VALUE" => value is ListValue list ? list.Values.All(v => v is not (NullValue or ListValue or MapValue or Node or Relationship or Graph.Path)) && list.Values.Select(Plain).Distinct().Count() <= 1 : value is not (MapValue or Node or Relationship or Graph.Path),
            var name => Plain(value) == name,
        };
    }

    private static string? Normalize(string name) => name switch
    {
        "BOOL" or "BOOLEAN" => "BOOLEAN",
        "INT" or "INTEGER" or "SIGNED INTEGER" => "INTEGER",
        "VARCHAR" or "STRING" => "STRING",
        "FLOAT" or "DATE" or "DURATION" or "POINT" or "MAP" or "PATH" or "NULL" or "NOTHING" or "PROPERTY VALUE" or "LOCAL TIME" or "LOCAL DATETIME" or "ZONED TIME" or "ZONED DATETIME" => name,
        "NODE" or "VERTEX" or "ANY NODE" or "ANY VERTEX" => "NODE",
        "RELATIONSHIP" or "EDGE" or "ANY RELATIONSHIP" or "ANY EDGE" => "RELATIONSHIP",
        "ANY MAP" => "MAP",
        "ANY PROPERTY VALUE" => "PROPERTY VALUE",
        "LIST" or "ARRAY" => "LIST",
        "ANY" or "ANY VALUE" => "ANY",
        "TIME WITHOUT TIMEZONE" or "TIME WITHOUT TIME ZONE" => "LOCAL TIME",
        "TIME WITH TIMEZONE" or "TIME WITH TIME ZONE" => "ZONED TIME",
        "TIMESTAMP WITHOUT TIMEZONE" or "TIMESTAMP WITHOUT TIME ZONE" => "LOCAL DATETIME",
        "TIMESTAMP WITH TIMEZONE" or "TIMESTAMP WITH TIME ZONE" => "ZONED DATETIME",
        _ => null,
    };

    private static string Plain(GraphValue value) => value switch
    {
        BooleanValue => "BOOLEAN",
        IntegerValue => "INTEGER",
        FloatValue => "FLOAT",
        StringValue => "STRING",
        ListValue => "LIST",
        MapValue => "MAP",
        Node => "NODE",
        Relationship => "RELATIONSHIP",
        Graph.Path => "PATH",
        DateValue => "DATE",
        LocalTimeValue => "LOCAL TIME",
        TimeValue => "ZONED TIME",
        LocalDateTimeValue => "LOCAL DATETIME",
        DateTimeValue => "ZONED DATETIME",
        DurationValue => "DURATION",
        PointValue => "POINT",
        _ => "NULL",
    };
}
