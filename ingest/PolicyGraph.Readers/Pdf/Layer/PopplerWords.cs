using System.Globalization;
using System.Text;
using System.Xml;

namespace PolicyGraph.Readers.Pdf.Layer;

/// <summary>Words with their places, from poppler's <c>pdftotext -bbox-layout</c>.</summary>
internal static class PopplerWords
{
    private const int MaxPages = 5000;

    public static PageLayer Read(PopplerFile file)
    {
        var source = file.Source;
        using var poppler = PopplerProcess.Start(file, PopplerProcess.Words, "-bbox-layout", source.Cancellation);
        var pages = new List<LayerPage>();
        var whole = true;
        try
        {
            ReadPages(poppler.Output, source, pages);
        }
        catch (XmlException)
        {
            whole = false;
        }

        var faults = poppler.Finish() + (whole ? 0 : 1);
        return pages.Count > 0 ? new PageLayer(pages, faults) : throw Refusal.Damaged("PDF");
    }

    private static void ReadPages(Stream output, PdfSource source, List<LayerPage> pages)
    {
        using var text = new CleanTextReader(new StreamReader(output, new UTF8Encoding(false, false), false, 1 << 16));
        using var reader = XmlReader.Create(text, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore, // poppler's own line; nothing is resolved
            XmlResolver = null,
            IgnoreWhitespace = true,
            MaxCharactersInDocument = source.Limits.MaxExpandedBytes,
        });
        List<LayerWord>? words = null;
        double width = 0, height = 0;
        var characters = 0L;
        reader.Read();
        while (!reader.EOF)
        {
            source.Cancellation.ThrowIfCancellationRequested();
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "page")
            {
                AddPage();
                (words, width, height) = ([], Number(reader, "width"), Number(reader, "height"));
                reader.Read();
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "word" && words is not null)
            {
                var (left, top, right, bottom) = (Number(reader, "xMin"), Number(reader, "yMin"), Number(reader, "xMax"), Number(reader, "yMax"));
                var word = WordText.Clean(reader.ReadElementContentAsString()); // leaves the reader behind the element
                characters += word.Length;
                if (characters > source.Limits.MaxCharacters)
                {
                    throw Refusal.TooManyCharacters(source.Limits.MaxCharacters);
                }

                if (word.Length > 0)
                {
                    words.Add(new LayerWord(word, Math.Min(left, right), Math.Min(top, bottom), Math.Max(left, right), Math.Max(top, bottom)));
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
                pages.Add(new LayerPage(pages.Count + 1, width, height, words));
            }
        }
    }

    private static double Number(XmlReader reader, string name) =>
        double.TryParse(reader.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : 0;
}
