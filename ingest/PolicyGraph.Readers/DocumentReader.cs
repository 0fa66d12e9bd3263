using System.Collections.Frozen;
using PolicyGraph.Documents;
using PolicyGraph.Readers.Detection;
using PolicyGraph.Readers.Html;
using PolicyGraph.Readers.Packages;
using PolicyGraph.Readers.Pdf;
using PolicyGraph.Readers.Pdf.Layer;
using PolicyGraph.Readers.Plain;
using PolicyGraph.Readers.Spreadsheets;
using PolicyGraph.Readers.Word;

namespace PolicyGraph.Readers;

/// <summary>Reads the bytes of one file, for what they are, into a <see cref="Document"/>.</summary>
/// <remarks>Touches nothing but the bytes: no address, template or entity that a file names is ever fetched. One instance may be used by many threads.</remarks>
/// <param name="options">Limits; the usual ones when null.</param>
/// <param name="pdfEngine">Opens PDF files; poppler when null.</param>
public sealed class DocumentReader(ReaderOptions? options = null, IPdfEngine? pdfEngine = null)
{
    private static readonly FrozenSet<string> Extensions = FrozenSet.Create(
        StringComparer.Ordinal, ".txt", ".text", ".md", ".markdown", ".csv", ".tsv", ".html", ".htm", ".docx", ".docm", ".xlsx", ".xlsm", ".pdf");

    private readonly ReaderOptions limits = options ?? new ReaderOptions();
    private readonly IPdfEngine pdf = pdfEngine ?? new PopplerEngine();

    /// <summary>Whether the name promises a format that is read. The content decides in the end: a PDF that calls itself .docx is refused.</summary>
    public static bool IsSupported(string fileName)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        return Extensions.Contains(Intake.ExtensionOf(fileName));
    }

    /// <summary>Reads the whole stream as one document.</summary>
    /// <param name="content">From its position to its end; it is left open.</param>
    /// <param name="fileName">Name or path; only its extension is looked at, and only where the content does not decide.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DocumentReadException">The file is not read at all: not a format that is read, damaged, encrypted, or over a limit.</exception>
    public async Task<Document> ReadAsync(Stream content, string fileName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(fileName);
        var bytes = await Intake.TakeAsync(content, limits.MaxBytes, cancellationToken).ConfigureAwait(false);
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        clock.CancelAfter(limits.MaxTime);
        try
        {
            return Read(new Intake(bytes, Intake.ExtensionOf(fileName), limits, clock.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Refusal.TooSlow(limits.MaxTime);
        }
    }

    private Document Read(Intake intake)
    {
        var format = ContentSniffer.Decide(intake);
        var document = format switch
        {
            DocumentFormat.Text => PlainTextReader.Read(intake),
            DocumentFormat.Markdown => MarkdownReader.Read(intake),
            DocumentFormat.Csv => DelimitedReader.Read(intake),
            DocumentFormat.Html => HtmlReader.Read(intake),
            DocumentFormat.Docx => Packaged(intake, "Word 文档（DOCX）", WordReader.Read),
            DocumentFormat.Xlsx => Packaged(intake, "Excel 工作簿（XLSX）", WorkbookReader.Read),
            DocumentFormat.Pdf => PdfReader.Read(intake, pdf),
            _ => throw new NotSupportedException($"No reader for {format}."),
        };
        return WithRemarks(document, intake);
    }

    private static Document Packaged(Intake intake, string kind, Func<Intake, OfficePackage, Document> read)
    {
        using var package = OfficePackage.Open(intake, kind);
        return read(intake, package);
    }

    private static Document WithRemarks(Document document, Intake intake)
    {
        var remarks = document.Diagnostics.ToList();
        if (!ContentSniffer.Agrees(intake.Extension, document.Format))
        {
            remarks.Insert(0, Remark.WrongExtension(intake.Extension, ContentSniffer.Name(document.Format)));
        }

        if (string.IsNullOrWhiteSpace(document.Text.Text))
        {
            remarks.Add(Remark.NoText());
        }

        return remarks.Count == document.Diagnostics.Count ? document : document with { Diagnostics = remarks };
    }
}
