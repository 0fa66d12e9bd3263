using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace PolicyGraph.Readers.Plain;

/// <summary>Finds the encoding of a text: its mark if it has one, else what its bytes can be.</summary>
internal static class EncodingSniffer
{
    private const int SampleLength = 1 << 16;

    /// <summary>The encoding and the length of its mark; null when the bytes are no text.</summary>
    public static (TextEncoding Encoding, int Mark)? Find(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xef, 0xbb, 0xbf, ..] => (TextEncoding.Utf8, 3),
        [0xff, 0xfe, 0, 0, ..] => (TextEncoding.Utf32Little, 4),
        [0xff, 0xfe, ..] => (TextEncoding.Utf16Little, 2),
        [0xfe, 0xff, ..] => (TextEncoding.Utf16Big, 2),
        _ => FindByContent(bytes) is { } encoding ? (encoding, 0) : null,
    };

    private static TextEncoding? FindByContent(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, SampleLength)];
        var hasNul = sample.Contains((byte)0);
        if (!hasNul && Utf8.IsValid(bytes))
        {
            return ControlShare(sample) > 0.05 ? null : TextEncoding.Utf8;
        }

        var little = Utf16Share(sample, highByte: 1);
        var big = Utf16Share(sample, highByte: 0);
        if (Math.Max(little, big) >= 0.9)
        {
            return little >= big ? TextEncoding.Utf16Little : TextEncoding.Utf16Big;
        }

        if (ControlShare(sample) > 0.05)
        {
            return null;
        }

        var (runs, faults) = CountUtf8(sample);
        return runs > 0 && faults <= runs ? TextEncoding.Utf8 : TextEncoding.Gb18030;
    }

    // Share of code units that a Chinese text is made of, when the bytes are taken as UTF-16.
    private static double Utf16Share(ReadOnlySpan<byte> sample, int highByte)
    {
        var units = sample.Length / 2;
        var usual = 0;
        for (var i = 0; i < units; i++)
        {
            int unit = (sample[(2 * i) + highByte] << 8) | sample[(2 * i) + 1 - highByte];
            usual += unit is (>= 0x20 and < 0x7f) or 9 or 10 or 13 or (>= 0x2010 and <= 0x2027) or (>= 0x3000 and <= 0x303f)
                or (>= 0x4e00 and <= 0x9fff) or (>= 0xff01 and <= 0xff5e) ? 1 : 0;
        }

        return units < 2 ? 0 : (double)usual / units;
    }

    private static double ControlShare(ReadOnlySpan<byte> sample)
    {
        var controls = 0;
        foreach (var b in sample)
        {
            controls += b is < 9 or (> 13 and < 27) or (> 27 and < 32) ? 1 : 0;
        }

        return sample.IsEmpty ? 0 : (double)controls / sample.Length;
    }

    // Whole sequences of two bytes and more, and bytes that belong to none.
    private static (int Runs, int Faults) CountUtf8(ReadOnlySpan<byte> sample)
    {
        int runs = 0, faults = 0;
        while (!sample.IsEmpty)
        {
            var done = Rune.DecodeFromUtf8(sample, out var rune, out var used);
            if (done == OperationStatus.Done)
            {
                runs += rune.Value > 0x7f ? 1 : 0;
            }
            else
            {
                faults++;
            }

            sample = sample[used..];
        }

        return (runs, faults);
    }
}
