using System.Buffers.Binary;
using System.Text;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Storage;

/// <summary>Writes the payload of one record. Names, label sets, key shapes and short strings stand once, where they first occur; later they are numbers.</summary>
internal sealed class RecordWriter
{
    /// <summary>Longest string that is looked for among those written before.</summary>
    internal const int LongestShared = 64;

    /// <summary>How many strings are remembered; the reader counts the same way.</summary>
    internal const int MostShared = 1 << 18;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> strings = new(StringComparer.Ordinal);
    private readonly Dictionary<LabelSet, int> labelSets = [];
    private readonly Dictionary<KeyShape, int> shapes = [];
    private byte[] buffer = new byte[1024];

    /// <summary>How many bytes are written.</summary>
    public int Length { get; private set; }

    /// <summary>What is written.</summary>
    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, Length);

    /// <summary>One byte.</summary>
    public void Byte(byte value) => Room(1)[0] = value;

    /// <summary>A number from 0 up, 7 bits a byte.</summary>
    public void Number(long value)
    {
        var rest = (ulong)value;
        for (; rest >= 0x80; rest >>= 7)
        {
            Byte((byte)(rest | 0x80));
        }

        Byte((byte)rest);
    }

    /// <summary>A number of either sign, small ones in few bytes.</summary>
    public void Signed(long value) => Number((value << 1) ^ (value >> 63));

    /// <summary>Eight bytes of a double, exactly.</summary>
    public void Double(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Room(8), value);

    /// <summary>A string: UTF-8, or UTF-16 where it holds half a surrogate pair, which UTF-8 cannot say.</summary>
    public void Text(string value)
    {
        try
        {
            var length = Strict.GetByteCount(value);
            Number((long)length << 1);
            Strict.GetBytes(value, Room(length));
        }
        catch (EncoderFallbackException)
        {
            var length = Encoding.Unicode.GetByteCount(value);
            Number(((long)length << 1) | 1);
            System.Runtime.InteropServices.MemoryMarshal.AsBytes(value.AsSpan()).CopyTo(Room(length));
        }
    }

    /// <summary>A label, type, key or index name.</summary>
    public void Name(string value)
    {
        if (Refer(names, value))
        {
            Text(value);
        }
    }

    /// <summary>A short string value that may have been written before.</summary>
    /// <returns>False when too many are remembered: write it as text.</returns>
    public bool TryShared(string value, byte tag)
    {
        if (value.Length > LongestShared || (strings.Count >= MostShared && !strings.ContainsKey(value)))
        {
            return false;
        }

        Byte(tag);
        if (Refer(strings, value))
        {
            Text(value);
        }

        return true;
    }

    /// <summary>The labels of a node.</summary>
    public void Labels(LabelSet labels)
    {
        if (Refer(labelSets, labels))
        {
            Number(labels.Count);
            foreach (var label in labels.Names)
            {
                Name(label);
            }
        }
    }

    /// <summary>Properties: their shape, then their values.</summary>
    public void Properties(PropertyMap properties)
    {
        if (Refer(shapes, properties.Shape))
        {
            Number(properties.Count);
            foreach (var key in properties.Shape.Names)
            {
                Name(key);
            }
        }

        foreach (var value in properties.ValueSpan)
        {
            ValueCodec.Write(this, value);
        }
    }

    private bool Refer<T>(Dictionary<T, int> known, T item)
        where T : notnull
    {
        if (known.TryGetValue(item, out var number))
        {
            Number(number);
            return false;
        }

        Number(known.Count);
        known.Add(item, known.Count);
        return true;
    }

    private Span<byte> Room(int bytes)
    {
        if (buffer.Length - Length < bytes)
        {
            if ((long)Length + bytes > Array.MaxLength)
            {
                throw new GraphStoreException("一次提交的内容超过 2 GB，未保存：请分成几次提交。");
            }

            Array.Resize(ref buffer, (int)Math.Min(Array.MaxLength, Math.Max(buffer.Length * 2L, Length + bytes)));
        }

        Length += bytes;
        return buffer.AsSpan(Length - bytes, bytes);
    }
}
