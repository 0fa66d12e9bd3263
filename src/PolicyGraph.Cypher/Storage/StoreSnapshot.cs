using System.Buffers.Binary;

namespace PolicyGraph.Cypher.Storage;

/// <summary>The bytes of <c>graph.snapshot</c>: a whole state and where in which log it stands. A cache: what is wrong with it in any way is no snapshot.</summary>
internal static class StoreSnapshot
{
    private const int Version = 2;
    private const int HeaderLength = 68;

    private static ReadOnlySpan<byte> Magic => "PGRAPHSN"u8;

    /// <summary>The header before a payload.</summary>
    public static byte[] Header(LogPosition position, long sequence, ReadOnlySpan<byte> payload)
    {
        var header = new byte[HeaderLength];
        var rest = header.AsSpan();
        Magic.CopyTo(rest);
        BinaryPrimitives.WriteInt32LittleEndian(rest[8..], Version);
        BinaryPrimitives.WriteUInt64LittleEndian(rest[16..], position.Identity);
        BinaryPrimitives.WriteInt64LittleEndian(rest[24..], position.Offset);
        BinaryPrimitives.WriteInt64LittleEndian(rest[32..], position.LastRecord);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[40..], position.LastChecksum);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[44..], Checksum.Of(payload, position.Identity));
        BinaryPrimitives.WriteInt64LittleEndian(rest[48..], sequence);
        BinaryPrimitives.WriteInt64LittleEndian(rest[56..], payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(rest[64..], Checksum.Of(rest[..64]));
        return header;
    }

    /// <summary>Reads a snapshot of a log.</summary>
    /// <param name="file">The file.</param>
    /// <param name="identity">The log that it must belong to.</param>
    /// <param name="vocabulary">What the state shares with others.</param>
    /// <param name="position">Where the state stands.</param>
    /// <param name="damaged">Whether there is damage, and not just a snapshot of another log or version.</param>
    /// <returns>The state, published; null when this is no snapshot of that log.</returns>
    public static GraphState? TryRead(IStoreFile file, ulong identity, Vocabulary vocabulary, out LogPosition position, out bool damaged)
    {
        position = default;
        damaged = true;
        var header = new byte[HeaderLength];
        if (file.Read(0, header) < HeaderLength
            || !header.AsSpan().StartsWith(Magic)
            || BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(64)) != Checksum.Of(header.AsSpan(0, 64)))
        {
            return null;
        }

        var rest = header.AsSpan();
        position = new(
            BinaryPrimitives.ReadUInt64LittleEndian(rest[16..]),
            BinaryPrimitives.ReadInt64LittleEndian(rest[24..]),
            BinaryPrimitives.ReadInt64LittleEndian(rest[32..]),
            BinaryPrimitives.ReadUInt32LittleEndian(rest[40..]));
        if (BinaryPrimitives.ReadInt32LittleEndian(rest[8..]) != Version || position.Identity != identity)
        {
            damaged = false;
            return null;
        }

        var length = BinaryPrimitives.ReadInt64LittleEndian(rest[56..]);
        if (length != file.Length - HeaderLength || length > Array.MaxLength)
        {
            return null;
        }

        var payload = new byte[length];
        if (file.Read(HeaderLength, payload) < length || Checksum.Of(payload, identity) != BinaryPrimitives.ReadUInt32LittleEndian(rest[44..]))
        {
            return null;
        }

        var state = new GraphState(vocabulary).BeginEdit();
        CommitCodec.Apply(state, payload, payloadStays: true);
        state.Sequence = BinaryPrimitives.ReadInt64LittleEndian(rest[48..]);
        damaged = false;
        return state.Publish();
    }
}
