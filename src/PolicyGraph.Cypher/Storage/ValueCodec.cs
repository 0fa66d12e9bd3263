using System.Diagnostics;
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

    /// <summary>Writes a value: a tag, then what it needs. Tags never change their meaning.</summary>
    public static void Write(RecordWriter record, GraphValue value)
    {
        switch (value)
        {
            case BooleanValue b:
                record.Byte(b.Value ? Tag.True : Tag.False);
                break;
            case IntegerValue i:
                record.Byte(Tag.Integer);
                record.Signed(i.Value);
                break;
            case FloatValue f:
                record.Byte(Tag.Float);
                record.Double(f.Value);
                break;
            case StringValue s when record.TryShared(s.Value, Tag.SharedString):
                break;
            case StringValue s:
                record.Byte(Tag.String);
                record.Text(s.Value);
                break;
            case ListValue list:
                record.Byte(Tag.List);
                record.Number(list.Values.Count);
                foreach (var item in list.Values)
                {
                    Write(record, item);
                }

                break;
            case DateValue d:
                record.Byte(Tag.Date);
                record.Signed(d.EpochDay);
                break;
            case LocalTimeValue t:
                record.Byte(Tag.LocalTime);
                record.Signed(t.Nanosecond);
                break;
            case TimeValue t:
                record.Byte(Tag.Time);
                record.Signed(t.Nanosecond);
                record.Signed(t.Offset);
                break;
            case LocalDateTimeValue t:
                record.Byte(Tag.LocalDateTime);
                record.Signed(t.EpochDay);
                record.Signed(t.Nanosecond);
                break;
            case DateTimeValue t:
                record.Byte(Tag.DateTime);
                record.Signed(t.EpochDay);
                record.Signed(t.Nanosecond);
                record.Signed(t.Offset);
                record.Text(t.Zone ?? string.Empty);
                break;
            case DurationValue d:
                record.Byte(Tag.Duration);
                record.Signed(d.Months);
                record.Signed(d.Days);
                record.Signed(d.Seconds);
                record.Signed(d.Nanoseconds);
                break;
            case PointValue p:
                record.Byte(p.Z is null ? Tag.Point : Tag.Point3);
                record.Signed(p.Srid);
                record.Double(p.X);
                record.Double(p.Y);
                if (p.Z is { } z)
                {
                    record.Double(z);
                }

                break;
            default:
                throw new UnreachableException($"{value.GetType().Name} was let into the store");
        }
    }

    /// <summary>Reads a value.</summary>
    /// <exception cref="InvalidDataException">Its tag is unknown.</exception>
    public static GraphValue Read(RecordReader record) => record.Byte() switch
    {
        Tag.False => false,
        Tag.True => true,
        Tag.Integer => record.Vocabulary.Pooled(record.Signed()),
        Tag.Float => record.Double(),
        Tag.String => record.Text(),
        Tag.SharedString => record.Shared(),
        Tag.List => ReadList(record),
        Tag.Date => new DateValue(record.Signed()),
        Tag.LocalTime => new LocalTimeValue(record.Signed()),
        Tag.Time => new TimeValue(record.Signed(), (int)record.Signed()),
        Tag.LocalDateTime => new LocalDateTimeValue(record.Signed(), record.Signed()),
        Tag.DateTime => new DateTimeValue(record.Signed(), record.Signed(), (int)record.Signed(), record.Text() is { Length: > 0 } zone ? zone : null),
        Tag.Duration => new DurationValue(record.Signed(), record.Signed(), record.Signed(), (int)record.Signed()),
        Tag.Point => new PointValue((int)record.Signed(), record.Double(), record.Double()),
        Tag.Point3 => new PointValue((int)record.Signed(), record.Double(), record.Double(), record.Double()),
        var tag => throw new InvalidDataException($"no value has the tag {tag}"),
    };

    /// <summary>Passes a value over.</summary>
    /// <exception cref="InvalidDataException">Its tag is unknown.</exception>
    public static void Skip(RecordReader record)
    {
        var tag = record.Byte();
        switch (tag)
        {
            case Tag.False or Tag.True:
                break;
            case Tag.Integer or Tag.Date or Tag.LocalTime:
                record.Number();
                break;
            case Tag.Time or Tag.LocalDateTime:
                record.Number();
                record.Number();
                break;
            case Tag.DateTime:
                record.Number();
                record.Number();
                record.Number();
                record.SkipText();
                break;
            case Tag.Duration:
                record.Number();
                record.Number();
                record.Number();
                record.Number();
                break;
            case Tag.Point:
                record.Number();
                record.Take(16);
                break;
            case Tag.Point3:
                record.Number();
                record.Take(24);
                break;
            case Tag.Float:
                record.Take(8);
                break;
            case Tag.String:
                record.SkipText();
                break;
            case Tag.SharedString:
                record.Shared();
                break;
            case Tag.List:
                for (var left = record.Count(); left > 0; left--)
                {
                    Skip(record);
                }

                break;
            default:
                throw new InvalidDataException($"no value has the tag {tag}");
        }
    }

    private static ListValue ReadList(RecordReader record)
    {
        var items = new GraphValue[record.Count()];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = Read(record);
        }

        return new(items);
    }

    private static bool IsPrimitive(GraphValue value) => value is BooleanValue or IntegerValue or FloatValue or StringValue
        or DateValue or LocalTimeValue or TimeValue or LocalDateTimeValue or DateTimeValue or DurationValue or PointValue;

    private static class Tag
    {
        public const byte False = 1;
        public const byte True = 2;
        public const byte Integer = 3;
        public const byte Float = 4;
        public const byte String = 5;
        public const byte SharedString = 6;
        public const byte List = 7;
        public const byte Date = 8;
        public const byte LocalTime = 9;
        public const byte Time = 10;
        public const byte LocalDateTime = 11;
        public const byte DateTime = 12;
        public const byte Duration = 13;
        public const byte Point = 14;
        public const byte Point3 = 15;
    }
}
