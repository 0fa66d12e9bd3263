using System.Text;

namespace PolicyGraph.SampleEnterprises;

/// <summary>One file of a made-up enterprise: where it lies below the output folder, and its bytes.</summary>
/// <param name="Path">Relative, with <c>/</c>.</param>
/// <param name="Content">The same bytes on every run.</param>
public sealed record Paper(string Path, byte[] Content)
{
    // The provider that comes with the runtime knows GB 18030.
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>A text file (txt, csv, html, yaml) in UTF-8 without a byte order mark.</summary>
    public static Paper Text(string path, string text) => new(path, Utf8.GetBytes(text));

    /// <summary>As spreadsheet programs save it: UTF-8 with a byte order mark and CRLF.</summary>
    public static Paper Csv(string path, string text) =>
        new(path, [0xEF, 0xBB, 0xBF, .. Utf8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal))]);

    /// <summary>As older statistics software saves it: GB 18030 and CRLF.</summary>
    public static Paper CsvInGb18030(string path, string text) =>
        new(path, Gb18030.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal)));
}
