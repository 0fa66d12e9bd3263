using System.Text;

namespace PolicyGraph.Readers.Plain;

/// <summary>An encoding that a Chinese text file may be in.</summary>
/// <param name="Name">As it stands in a message.</param>
/// <param name="CodePage">Windows' number for it.</param>
/// <param name="IsGuess">Whether finding it without a mark is worth a remark.</param>
internal sealed record TextEncoding(string Name, int CodePage, bool IsGuess)
{
    public static readonly TextEncoding Utf8 = new("UTF-8", 65001, false);

    public static readonly TextEncoding Utf16Little = new("UTF-16LE", 1200, true);

    public static readonly TextEncoding Utf16Big = new("UTF-16BE", 1201, true);

    public static readonly TextEncoding Utf32Little = new("UTF-32LE", 12000, true);

    public static readonly TextEncoding Gb18030 = new("GB18030（GBK）", 54936, true);

    /// <summary>The encoding with <paramref name="fallback"/> for bytes that are not of it.</summary>
    public Encoding Decoding(DecoderFallback fallback) => CodePage == 54936
        ? CodePagesEncodingProvider.Instance.GetEncoding(CodePage, EncoderFallback.ReplacementFallback, fallback)! // the provider knows 54936
        : Encoding.GetEncoding(CodePage, EncoderFallback.ReplacementFallback, fallback);
}
