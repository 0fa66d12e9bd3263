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
        var tag => throw new InvalidDataException($"no value has the tag {tag}"),
    };

    private static ListValue ReadList(RecordReader record)
    {
        var items = new GraphValue[record.Count()];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = Read(record);
        }

        return new(items);
    }

    private static bool IsPrimitive(GraphValue value) => value is BooleanValue or IntegerValue or FloatValue or StringValue;

    private static class Tag
    {
        public const byte False = 1;
        public const byte True = 2;
        public const byte Integer = 3;
        public const byte Float = 4;
        public const byte String = 5;
        public const byte SharedString = 6;
        public const byte List = 7;
    }
}
