using System.Buffers.Binary;
using System.Numerics;

namespace PolicyGraph.Cypher.Storage;

/// <summary>CRC-32C (Castagnoli), begun with the identity of the log, so that no record of another log passes for one of this.</summary>
internal static class Checksum
{
    /// <summary>The checksum of bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes, ulong identity = 0) => Continue(BitOperations.Crc32C(uint.MaxValue, identity), bytes) ^ uint.MaxValue;

    private static uint Continue(uint crc, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var b in bytes)
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        return crc;
    }
}
