using System.Globalization;
using System.Xml;
using PolicyGraph.Readers.Packages;

namespace PolicyGraph.Readers.Word;

/// <summary>Footnotes or endnotes: each begins with its number in brackets.</summary>
/// <remarks>Their marks in the running text are left out: a raised 1 behind a figure would read as one more digit.</remarks>
internal sealed class WordNotes(DocumentBuilder output, WordBody body, ReaderOptions options)
{
    public void Read(XmlReader reader)
    {
        var number = 0;
        reader.Read();
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "footnote" or "endnote")
            {
                var note = XmlTree.Take(reader, options);
                if (note.Value("type") is not ("separator" or "continuationSeparator" or "continuationNotice"))
                {
                    number++;
                    output.EndLine();
                    var start = output.Length;
                    var mark = string.Create(CultureInfo.InvariantCulture, $"[{number}] ");
                    var first = true;
                    foreach (var paragraph in note.Elements().Where(child => child.Name.LocalName == "p"))
                    {
                        body.Paragraph(paragraph, prefix: first ? mark : "");
                        first = false;
                    }

                    if (output.Length == start)
                    {
                        number--;
                    }
                }
            }
            else
            {
                reader.Read();
            }
        }
    }
}
