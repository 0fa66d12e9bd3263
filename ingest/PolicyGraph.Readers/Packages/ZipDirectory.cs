using System.Buffers.Binary;

namespace PolicyGraph.Readers.Packages;

/// <summary>Looks at a zip's table of contents without building it.</summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int HeaderLength = 46;

    public static bool LooksLikeZip(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8) || bytes.StartsWith("PK\u0007\u0008PK"u8);

    /// <summary>Refuses a zip with more entries than <paramref name="limit"/> before anything is made of them.</summary>
    public static void RequireAtMost(int limit, ReadOnlySpan<byte> bytes)
    {
        var tail = bytes[Math.Max(0, bytes.Length - ushort.MaxValue - EndLength)..];
        var end = tail.LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + EndLength > tail.Length)
        {
            return;
        }

        var at = (long)BinaryPrimitives.ReadUInt32LittleEndian(tail[(end + 16)..]);
        for (var count = 0; at + HeaderLength <= bytes.Length && bytes[(int)at..].StartsWith("PK\u0001\u0002"u8); count++)
        {
            if (count == limit)
            {
                throw Refusal.TooManyEntries(limit);
            }

            var header = bytes[(int)at..];
            at += HeaderLength + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[30..])
                + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        }
    }
}
