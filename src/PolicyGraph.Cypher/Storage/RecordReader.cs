using System.Buffers.Binary;
using System.Text;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Storage;

/// <summary>Reads the payload that <see cref="RecordWriter"/> wrote. The checksum was verified before; what still does not fit is <see cref="InvalidDataException"/>.</summary>
internal sealed class RecordReader(Vocabulary vocabulary, ReadOnlyMemory<byte> payload)
{
    private readonly List<string> names = [];
    private readonly List<GraphValue> strings = [];
    private readonly List<LabelSet> labelSets = [];
    private readonly List<KeyShape> shapes = [];
    private int at;

    /// <summary>Whether everything was read.</summary>
    public bool IsAtEnd => at == payload.Length;

    /// <summary>Names and values that the store shares.</summary>
    public Vocabulary Vocabulary => vocabulary;

    public byte Byte() => Take(1)[0];

    public long Number()
    {
        var bytes = payload.Span;
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (at >= bytes.Length)
            {
                break;
            }

            var b = bytes[at++];
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                return (long)value;
            }
        }

        throw new InvalidDataException("a number does not end");
    }

    /// <summary>A number of things that follow, each at least a byte.</summary>
    public int Count()
    {
        var count = Number();
        return count >= 0 && count <= payload.Length - at ? (int)count : throw new InvalidDataException($"{count} things do not fit into {payload.Length - at} bytes");
    }

    public long Signed()
    {
        var value = Number();
        return (long)((ulong)value >> 1) ^ -(value & 1);
    }

    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(8));

    public string Text()
    {
        var header = Number();
        var bytes = Take(header >> 1);
        return (header & 1) == 0
            ? Encoding.UTF8.GetString(bytes)
            : new string(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, char>(bytes));
    }

    public string Name()
    {
        if (IsNew(names, out var name))
        {
            names.Add(name = Text());
        }

        return name;
    }

    /// <summary>A string value that may have been read before.</summary>
    public GraphValue Shared()
    {
        if (IsNew(strings, out var value))
        {
            strings.Add(value = vocabulary.Pooled(new StringValue(Text())));
        }

        return value;
    }

    public LabelSet Labels()
    {
        if (IsNew(labelSets, out var labels))
        {
            labelSets.Add(labels = vocabulary.LabelsOf(Names()));
        }

        return labels;
    }

    public PropertyMap Properties()
    {
        if (IsNew(shapes, out var shape))
        {
            shapes.Add(shape = vocabulary.ShapeOf(Names()));
        }

        var values = new GraphValue[shape.Names.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = ValueCodec.Read(this);
        }

        return new(shape, values);
    }

    private string[] Names()
    {
        var read = new string[Count()];
        for (var i = 0; i < read.Length; i++)
        {
            read[i] = Name();
        }

        return read;
    }

    private bool IsNew<T>(List<T> known, out T item)
        where T : class
    {
        var number = Number();
        if (number < 0 || number > known.Count)
        {
            throw new InvalidDataException($"{number} refers to nothing that was written before");
        }

        item = number < known.Count ? known[(int)number] : null!; // Set by the caller, which reads what is new.
        return number == known.Count;
    }

    private ReadOnlySpan<byte> Take(long bytes)
    {
        if (bytes < 0 || bytes > payload.Length - at)
        {
            throw new InvalidDataException($"{bytes} bytes were expected, {payload.Length - at} are left");
        }

        at += (int)bytes;
        return payload.Span.Slice(at - (int)bytes, (int)bytes);
    }
}
