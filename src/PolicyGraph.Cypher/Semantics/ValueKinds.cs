using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Semantics;

/// <summary>The types that a value may have, as far as is known before it runs; none of them means that it can only be null.</summary>
[Flags]
internal enum ValueKinds
{
    None = 0,
    Boolean = 1,
    Integer = 1 << 1,
    Float = 1 << 2,
    String = 1 << 3,
    List = 1 << 4,
    Map = 1 << 5,
    Node = 1 << 6,
    Relationship = 1 << 7,
    Path = 1 << 8,
    Date = 1 << 9,
    LocalTime = 1 << 10,
    Time = 1 << 11,
    LocalDateTime = 1 << 12,
    DateTime = 1 << 13,
    Duration = 1 << 14,
    Point = 1 << 15,
    Number = Integer | Float,
    Entity = Node | Relationship,
    Instant = Date | LocalTime | Time | LocalDateTime | DateTime,
    Temporal = Instant | Duration,
    Any = (1 << 16) - 1,
}

/// <summary>What is known of a value before it runs: its kinds and, of a list, what is known of its elements.</summary>
internal sealed record ValueShape(ValueKinds Kinds, ValueShape? Element = null)
{
    public static readonly ValueShape Any = new(ValueKinds.Any);
    public static readonly ValueShape Stored = new(ValueKinds.Boolean | ValueKinds.Number | ValueKinds.String | ValueKinds.Temporal | ValueKinds.Point | ValueKinds.List, new(ValueKinds.Boolean | ValueKinds.Number | ValueKinds.String | ValueKinds.Temporal | ValueKinds.Point));
    public static readonly ValueShape Null = new(ValueKinds.None);
    public static readonly ValueShape Boolean = new(ValueKinds.Boolean);
    public static readonly ValueShape Integer = new(ValueKinds.Integer);
    public static readonly ValueShape Float = new(ValueKinds.Float);
    public static readonly ValueShape Number = new(ValueKinds.Number);
    public static readonly ValueShape String = new(ValueKinds.String);
    public static readonly ValueShape List = new(ValueKinds.List, Any);
    public static readonly ValueShape Map = new(ValueKinds.Map);
    public static readonly ValueShape Node = new(ValueKinds.Node);
    public static readonly ValueShape Relationship = new(ValueKinds.Relationship);
    public static readonly ValueShape Path = new(ValueKinds.Path);

    /// <summary>Whether a value of this shape may be of one of <paramref name="kinds"/>; null always may.</summary>
    public bool CanBe(ValueKinds kinds) => Kinds == ValueKinds.None || (Kinds & kinds) != 0;

    /// <summary>What is known of a value that has either shape.</summary>
    public ValueShape Or(ValueShape other) =>
        new(Kinds | other.Kinds, Element is null ? other.Element : other.Element is null ? Element : Element.Or(other.Element));

    /// <summary>A list whose elements have this shape.</summary>
    public ValueShape AsList() => new(ValueKinds.List, this);

    /// <summary>The shape of a value that is there.</summary>
    public static ValueShape Of(GraphValue value) => new(KindOf(value));

    /// <summary>The kind of a value; none for null.</summary>
    public static ValueKinds KindOf(GraphValue value) => value switch
    {
        NullValue => ValueKinds.None,
        BooleanValue => ValueKinds.Boolean,
        IntegerValue => ValueKinds.Integer,
        FloatValue => ValueKinds.Float,
        StringValue => ValueKinds.String,
        ListValue => ValueKinds.List,
        MapValue => ValueKinds.Map,
        Graph.Node => ValueKinds.Node,
        Graph.Relationship => ValueKinds.Relationship,
        Graph.Path => ValueKinds.Path,
        DateValue => ValueKinds.Date,
        LocalTimeValue => ValueKinds.LocalTime,
        TimeValue => ValueKinds.Time,
        LocalDateTimeValue => ValueKinds.LocalDateTime,
        DateTimeValue => ValueKinds.DateTime,
        DurationValue => ValueKinds.Duration,
        PointValue => ValueKinds.Point,
        _ => throw new System.Diagnostics.UnreachableException(value.GetType().Name),
    };

    /// <summary>The kinds in words, for a message.</summary>
    public static string Describe(ValueKinds kinds) => kinds == ValueKinds.Any ? "任意类型" : string.Join("、", Names.Where(n => (kinds & n.Kind) != 0).Select(n => n.Name));

    private static readonly (ValueKinds Kind, string Name)[] Names =
    [
        (ValueKinds.Boolean, "布尔值"), (ValueKinds.Integer, "整数"), (ValueKinds.Float, "浮点数"), (ValueKinds.String, "字符串"), (ValueKinds.List, "列表"), (ValueKinds.Map, "映射"),
        (ValueKinds.Node, "节点"), (ValueKinds.Relationship, "关系"), (ValueKinds.Path, "路径"), (ValueKinds.Date, "日期"), (ValueKinds.LocalTime, "本地时间"), (ValueKinds.Time, "时间"),
        (ValueKinds.LocalDateTime, "本地日期时间"), (ValueKinds.DateTime, "日期时间"), (ValueKinds.Duration, "时长"), (ValueKinds.Point, "点"),
    ];
}
