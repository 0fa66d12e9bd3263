using System.Buffers.Binary;
using System.Text;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Storage;

/// <summary>Reads the payload that <see cref="RecordWriter"/> wrote. The checksum was verified before; what still does not fit is <see cref="InvalidDataException"/>.</summary>
internal sealed class RecordReader
{
    private readonly Vocabulary vocabulary;
    private readonly ReadOnlyMemory<byte> payload;
    private readonly List<string> names = [];
    private readonly List<LabelSet> labelSets = [];
    private readonly List<KeyShape> shapes = [];
    private readonly List<GraphValue> strings;
    private readonly List<int> stringsWrittenAt;
    private int at;

    /// <summary>Reads a payload from its beginning.</summary>
    public RecordReader(Vocabulary vocabulary, ReadOnlyMemory<byte> payload) => (this.vocabulary, this.payload, strings, stringsWrittenAt) = (vocabulary, payload, [], []);

    private RecordReader(RecordReader whole, int at) => (vocabulary, payload, strings, stringsWrittenAt, this.at) = (whole.vocabulary, whole.payload, whole.strings, whole.stringsWrittenAt, at);

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
        var writtenAt = at;
        var number = Number();
        if (number < 0 || number > strings.Count)
        {
            throw Dangling(number);
        }

        if (number == strings.Count)
        {
            strings.Add(vocabulary.Pooled(new StringValue(Text())));
            stringsWrittenAt.Add(writtenAt);
        }
        else if (stringsWrittenAt[(int)number] == writtenAt)
        {
            SkipText(); // Read once already, when the whole record was.
        }

        return strings[(int)number];
    }

    /// <summary>Passes a string over.</summary>
    public void SkipText() => Take(Number() >> 1);

    public LabelSet Labels()
    {
        if (IsNew(labelSets, out var labels))
        {
            labelSets.Add(labels = vocabulary.LabelsOf(Names()));
        }

        return labels;
    }

    /// <summary>Properties.</summary>
    /// <param name="later">Whether the values are read when they are asked for; the payload then has to stay as it is.</param>
    public PropertyMap Properties(bool later = false)
    {
        if (IsNew(shapes, out var shape))
        {
            shapes.Add(shape = vocabulary.ShapeOf(Names()));
        }

        if (!later)
        {
            return new(shape, Values(shape.Names.Length));
        }

        var packedAt = at;
        for (var i = 0; i < shape.Names.Length; i++)
        {
            ValueCodec.Skip(this);
        }

        return new(shape, this, packedAt);
    }

    /// <summary>Values that <see cref="Properties"/> left for later; from any thread, once the whole record was read.</summary>
    public GraphValue[] ValuesAt(int start, int count) => new RecordReader(this, start).Values(count);

    private GraphValue[] Values(int count)
    {
        var values = new GraphValue[count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = ValueCodec.Read(this);
        }

        return values;
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
            throw Dangling(number);
        }

        item = number < known.Count ? known[(int)number] : null!; // Set by the caller, which reads what is new.
        return number == known.Count;
    }

    private static InvalidDataException Dangling(long number) => new($"{number} refers to nothing that was written before");

    /// <summary>So many bytes as they are.</summary>
    public ReadOnlySpan<byte> Take(long bytes)
    {
        if (bytes < 0 || bytes > payload.Length - at)
        {
            throw new InvalidDataException($"{bytes} bytes were expected, {payload.Length - at} are left");
        }

        at += (int)bytes;
        return payload.Span.Slice(at - (int)bytes, (int)bytes);
    }
}
