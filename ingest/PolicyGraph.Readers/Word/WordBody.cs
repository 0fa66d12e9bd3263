using System.Xml;
using System.Xml.Linq;
using PolicyGraph.Documents;
using PolicyGraph.Readers.Packages;

namespace PolicyGraph.Readers.Word;

/// <summary>Walks the blocks of a part: paragraphs and tables in order, one at a time in memory.</summary>
internal sealed class WordBody(DocumentBuilder output, WordParagraph paragraphs, WordRemarks remarks, ReaderOptions options)
{
    /// <summary>Writes the body of the document.</summary>
    public void Read(XmlReader reader) => Read(reader, furniture: false);

    /// <summary>Writes a header or footer.</summary>
    public void ReadFurniture(XmlReader reader) => Read(reader, furniture: true);

    private void Read(XmlReader reader, bool furniture)
    {
        reader.Read();
        while (!reader.EOF)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
                continue;
            }

            switch (reader.LocalName)
            {
                case "p":
                    Paragraph(XmlTree.Take(reader, options), furniture);
                    break;
                case "tbl":
                    Table(reader, furniture);
                    break;
                case "altChunk":
                    remarks.EmbeddedDocuments++;
                    reader.Skip();
                    break;
                case "sdtPr" or "sdtEndPr" or "sectPr" or "del" or "moveFrom" or "Fallback":
                    reader.Skip();
                    break;
                default:
                    XmlTree.RequireDepth(reader.Depth, options);
                    reader.Read();
                    break;
            }
        }
    }

    /// <summary>Writes one paragraph and, after it, the text boxes that hang on it.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="furniture">Whether it belongs to a header or footer.</param>
    /// <param name="prefix">Written before its words, if it has any.</param>
    public void Paragraph(XElement paragraph, bool furniture = false, string prefix = "")
    {
        output.EndLine();
        var start = output.Length;
        output.Append(prefix);
        var words = output.Length;
        var (kind, level) = paragraphs.Write(paragraph);
        if (output.Since(words).IsEmpty)
        {
            output.Truncate(start);
        }

        output.AddBlock(furniture ? BlockKind.PageFurniture : kind, start, furniture ? null : level);
        output.EndLine();
        foreach (var box in paragraphs.TakeTextBoxes())
        {
            Blocks(box, furniture);
        }
    }

    private void Blocks(XElement container, bool furniture)
    {
        foreach (var child in container.Elements())
        {
            if (child.Name.LocalName == "p")
            {
                Paragraph(child, furniture);
            }
            else if (child.Name.LocalName == "tbl")
            {
                Whole(child);
            }
            else if (child.Name.LocalName is "sdt" or "sdtContent")
            {
                Blocks(child, furniture);
            }
        }
    }

    // Rows are taken one by one, so that a long table never stands in memory as a tree.
    private void Table(XmlReader reader, bool furniture)
    {
        output.EndLine();
        var start = output.Length;
        var table = new WordTable(output, paragraphs, remarks, nested: furniture);
        var depth = reader.Depth;
        var open = !reader.IsEmptyElement;
        reader.Read();
        while (open && !reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth)
            {
                reader.Read();
                break;
            }

            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "tr")
            {
                table.Row(XmlTree.Take(reader, options));
            }
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "tblPr" or "tblGrid" or "sdtPr" or "sdtEndPr")
            {
                reader.Skip();
            }
            else
            {
                XmlTree.RequireDepth(reader.Depth, options);
                reader.Read();
            }
        }

        table.Finish();
        if (furniture)
        {
            output.AddBlock(BlockKind.PageFurniture, start);
        }
    }

    private void Whole(XElement table)
    {
        output.EndLine();
        var rows = new WordTable(output, paragraphs, remarks);
        foreach (var row in WordTable.Rows(table))
        {
            rows.Row(row);
        }

        rows.Finish();
    }
}
