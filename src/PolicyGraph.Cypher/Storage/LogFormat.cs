using System.Buffers.Binary;

namespace PolicyGraph.Cypher.Storage;

/// <summary>Where in a log a state stands: after which record of which log.</summary>
/// <param name="Identity">The log's own random number; 0 for no log.</param>
/// <param name="Offset">Where the next record goes.</param>
/// <param name="LastRecord">Where the last record begins; 0 for none.</param>
/// <param name="LastChecksum">The checksum of its header, to see that it still is the same.</param>
internal readonly record struct LogPosition(ulong Identity, long Offset, long LastRecord, uint LastChecksum);

/// <summary>The head of one record in the log.</summary>
internal readonly record struct RecordHead(long Sequence, int Length, uint PayloadChecksum, uint Checksum);

/// <summary>The bytes of <c>graph.log</c>: 32 bytes of header, then records of 24 bytes of head and a payload. All numbers are little-endian.</summary>
/// <remarks>The header keeps its layout in every version, so that any version can name the one it meets.</remarks>
internal static class LogFormat
{
    /// <summary>The version that is written, and the newest that is read. 2 since a commit may say where the graph comes from.</summary>
    public const int Version = 2;

    /// <summary>Bytes before the first record.</summary>
    public const int HeaderLength = 32;

    /// <summary>Bytes of a record before its payload.</summary>
    public const int HeadLength = 24;

    private const uint Marker = 0x43524750;

    /// <summary>What a record begins with.</summary>
    public static ReadOnlySpan<byte> MarkerBytes => "PGRC"u8;

    private static ReadOnlySpan<byte> Magic => "PGRAPHLG"u8;

    /// <summary>The header of a new log.</summary>
    public static byte[] Header(ulong identity)
    {
        var header = new byte[HeaderLength];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), Version);
        BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(16), identity);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(28), Checksum.Of(header.AsSpan(0, 28)));
        return header;
    }

    /// <summary>Reads a header.</summary>
    /// <returns>False when it is damaged, or none.</returns>
    public static bool TryReadHeader(ReadOnlySpan<byte> header, out ulong identity, out int version)
    {
        (identity, version) = (0, 0);
        if (header.Length < HeaderLength
            || !header.StartsWith(Magic)
            || BinaryPrimitives.ReadUInt32LittleEndian(header[28..]) != Checksum.Of(header[..28]))
        {
            return false;
        }

        version = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
        identity = BinaryPrimitives.ReadUInt64LittleEndian(header[16..]);
        return true;
    }

    /// <summary>The head of a record.</summary>
    public static byte[] Head(ulong identity, long sequence, ReadOnlySpan<byte> payload)
    {
        var head = new byte[HeadLength];
        BinaryPrimitives.WriteUInt32LittleEndian(head, Marker);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), payload.Length);
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(8), sequence);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(16), Checksum.Of(payload, identity));
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(20), Checksum.Of(head.AsSpan(0, 20), identity));
        return head;
    }

    /// <summary>Reads the head of a record.</summary>
    /// <returns>False when it is damaged, or none of this log.</returns>
    public static bool TryReadHead(ReadOnlySpan<byte> head, ulong identity, out RecordHead read)
    {
        read = default;
        if (head.Length < HeadLength || BinaryPrimitives.ReadUInt32LittleEndian(head) != Marker)
        {
            return false;
        }

        var checksum = BinaryPrimitives.ReadUInt32LittleEndian(head[20..]);
        read = new(
            BinaryPrimitives.ReadInt64LittleEndian(head[8..]),
            BinaryPrimitives.ReadInt32LittleEndian(head[4..]),
            BinaryPrimitives.ReadUInt32LittleEndian(head[16..]),
            checksum);
        return checksum == Checksum.Of(head[..20], identity) && read.Length >= 0;
    }
}
