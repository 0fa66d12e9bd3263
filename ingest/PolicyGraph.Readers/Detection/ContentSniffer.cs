using PolicyGraph.Documents;
using PolicyGraph.Readers.Packages;

namespace PolicyGraph.Readers.Detection;

/// <summary>Says what a file really is, from its bytes first and its name second.</summary>
internal static class ContentSniffer
{
    private const int HeadLength = 4096;

    /// <summary>The format to read the file as.</summary>
    /// <exception cref="DocumentReadException">The content is a format that is not read, or no text at all.</exception>
    public static DocumentFormat Decide(Intake intake)
    {
        var bytes = intake.Bytes.Span;
        if (ZipDirectory.LooksLikeZip(bytes))
        {
            return PackageKind.Decide(intake);
        }

        if (bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
        {
            return DocumentFormat.Pdf;
        }

        if (ForeignFormat.Find(bytes) is { } foreign)
        {
            throw foreign.Encrypted
                ? Refusal.Encrypted(foreign.Name)
                : Refusal.Unsupported(intake.Extension, foreign.Name, foreign.Advice, foreign.Extensions.Contains(intake.Extension));
        }

        if (intake.Extension == ".pdf" && !LooksLikeText(bytes))
        {
            throw Refusal.Damaged("PDF");
        }

        if (intake.Extension is ".docx" or ".docm" or ".xlsx" or ".xlsm" && !LooksLikeText(bytes))
        {
            throw Refusal.Damaged(intake.Extension.StartsWith(".doc", StringComparison.Ordinal) ? "Word 文档（DOCX）" : "Excel 工作簿（XLSX）");
        }

        return LooksLikeHtml(bytes) ? DocumentFormat.Html : FromName(intake.Extension);
    }

    /// <summary>Whether a name with this extension may hold this format.</summary>
    public static bool Agrees(string extension, DocumentFormat format) => extension switch
    {
        "" => true,
        ".docx" or ".docm" => format == DocumentFormat.Docx,
        ".xlsx" or ".xlsm" => format == DocumentFormat.Xlsx,
        ".html" or ".htm" => format == DocumentFormat.Html,
        ".csv" or ".tsv" => format == DocumentFormat.Csv,
        ".md" or ".markdown" => format == DocumentFormat.Markdown,
        ".txt" or ".text" => format == DocumentFormat.Text,
        ".pdf" => format == DocumentFormat.Pdf,
        ".doc" or ".xls" or ".ppt" or ".pptx" or ".rtf" or ".wps" or ".et" or ".ofd" or ".zip" or ".jpg" or ".jpeg" or ".png" => false,
        _ => true,
    };

    /// <summary>The format's name in a message.</summary>
    public static string Name(DocumentFormat format) => format switch
    {
        DocumentFormat.Text => "纯文本",
        DocumentFormat.Markdown => "Markdown 文本",
        DocumentFormat.Csv => "CSV 表格",
        DocumentFormat.Html => "HTML 网页",
        DocumentFormat.Docx => "Word 文档（DOCX）",
        DocumentFormat.Xlsx => "Excel 工作簿（XLSX）",
        DocumentFormat.Pdf => "PDF",
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    private static DocumentFormat FromName(string extension) => extension switch
    {
        ".md" or ".markdown" => DocumentFormat.Markdown,
        ".csv" or ".tsv" => DocumentFormat.Csv,
        _ => DocumentFormat.Text,
    };

    // A page is known by its first tag. UTF-16 pages are found too, because NULs are passed over.
    private static bool LooksLikeHtml(ReadOnlySpan<byte> bytes)
    {
        Span<char> head = stackalloc char[HeadLength];
        var length = 0;
        foreach (var b in bytes[..Math.Min(bytes.Length, HeadLength)])
        {
            if (b != 0)
            {
                head[length++] = char.ToLowerInvariant((char)b);
            }
        }

        var text = (ReadOnlySpan<char>)head[..length];
        var tag = text.IndexOf('<');
        return tag >= 0 && (StartsPage(text[tag..]) || (tag <= 3 && text.IndexOf("<html") >= 0 && !text.StartsWith("<!doctype xml")));
    }

    private static bool StartsPage(ReadOnlySpan<char> text) =>
        text.StartsWith("<!doctype html") || text.StartsWith("<html") || text.StartsWith("<head>") || text.StartsWith("<body")
        || text.StartsWith("<table") || text.StartsWith("<div") || text.StartsWith("<meta ");

    private static bool LooksLikeText(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, HeadLength)];
        var controls = 0;
        foreach (var b in head)
        {
            controls += b is < 9 or (> 13 and < 32) ? 1 : 0;
        }

        return head.Length > 0 && controls * 50 < head.Length;
    }
}
