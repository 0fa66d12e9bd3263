using System.Globalization;
using System.Text;
using System.Xml;

namespace PolicyGraph.Readers.Pdf;

/// <summary>Words with their places, from poppler's <c>pdftotext -bbox-layout</c>.</summary>
internal static class PdfText
{
    private const int MaxPages = 5000;

    /// <summary>The pages in order.</summary>
    /// <param name="intake">The file.</param>
    /// <param name="faults">Places that poppler calls damaged.</param>
    /// <exception cref="DocumentReadException">Encrypted, damaged beyond reading, over a limit, or poppler is not installed.</exception>
    public static List<PdfPage> Extract(Intake intake, out int faults)
    {
        using var poppler = PopplerProcess.Start(intake);
        var pages = new List<PdfPage>();
        var whole = true;
        try
        {
            ReadPages(poppler.Output, intake, pages);
        }
        catch (XmlException)
        {
            whole = false;
        }

        faults = poppler.Finish() + (whole ? 0 : 1);
        return pages.Count > 0 ? pages : throw Refusal.Damaged("PDF");
    }

    private static void ReadPages(Stream output, Intake intake, List<PdfPage> pages)
    {
        using var text = new CleanTextReader(new StreamReader(output, new UTF8Encoding(false, false)));
        using var reader = XmlReader.Create(text, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore, // poppler's own line; nothing is resolved
            XmlResolver = null,
            IgnoreWhitespace = true,
            MaxCharactersInDocument = intake.Options.MaxExpandedBytes,
        });
        List<PdfWord>? words = null;
        double width = 0, height = 0;
        var characters = 0L;
        reader.Read();
        while (!reader.EOF)
        {
            intake.Cancellation.ThrowIfCancellationRequested();
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "page")
            {
                AddPage();
                (words, width, height) = ([], Number(reader, "width"), Number(reader, "height"));
                reader.Read();
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "word" && words is not null)
            {
                var (left, top, right, bottom) = (Number(reader, "xMin"), Number(reader, "yMin"), Number(reader, "xMax"), Number(reader, "yMax"));
                var word = reader.ReadElementContentAsString().Trim(); // leaves the reader behind the element
                characters += word.Length;
                if (characters > intake.Options.MaxCharacters)
                {
                    throw Refusal.TooManyCharacters(intake.Options.MaxCharacters);
                }

                if (word.Length > 0)
                {
                    words.Add(new PdfWord(word, left, top, right, bottom));
                }
            }
            else
            {
                reader.Read();
            }
        }

        AddPage();

        void AddPage()
        {
            if (words is not null && pages.Count < MaxPages)
            {
                pages.Add(new PdfPage(pages.Count + 1, width, height, words));
            }
        }
    }

    private static double Number(XmlReader reader, string name) =>
        double.TryParse(reader.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0;
}
