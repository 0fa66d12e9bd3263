using System.Text;

namespace PolicyGraph.SampleEnterprises;

/// <summary>A DOCX file, written from top to bottom: title, headings, paragraphs, tables.</summary>
public sealed class WordPaper
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private readonly StringBuilder body = new();

    /// <summary>The title, centred, in the style of that name.</summary>
    public WordPaper Title(string text) => Styled("Title", text);

    /// <summary>A heading of level 1.</summary>
    public WordPaper Heading(string text) => Styled("Heading1", text);

    /// <summary>Paragraphs of running text, one for each argument.</summary>
    public WordPaper Text(params string[] paragraphs)
    {
        ArgumentNullException.ThrowIfNull(paragraphs);
        foreach (string paragraph in paragraphs)
        {
            body.Append("<w:p>").Append(Run(paragraph)).Append("</w:p>");
        }

        return this;
    }

    /// <summary>A table; every row has as many cells as the first.</summary>
    public WordPaper Table(params string[][] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        body.Append("""<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>""");
        body.Insert(body.Length, """<w:gridCol w:w="2200"/>""", rows[0].Length).Append("</w:tblGrid>");
        foreach (string[] row in rows)
        {
            body.Append("<w:tr>");
            foreach (string cell in row)
            {
                body.Append("<w:tc><w:p>").Append(Run(cell)).Append("</w:p></w:tc>");
            }

            body.Append("</w:tr>");
        }

        body.Append("</w:tbl>");
        return this;
    }

    /// <summary>The finished file.</summary>
    public Paper At(string path) => new(path, Package.Write(
    [
        ("[Content_Types].xml", Package.ContentTypes(
            ("/word/document.xml", "wordprocessingml.document.main"),
            ("/word/styles.xml", "wordprocessingml.styles"))),
        ("_rels/.rels", Package.Relationships(("officeDocument", "word/document.xml"))),
        ("word/_rels/document.xml.rels", Package.Relationships(("styles", "styles.xml"))),
        ("word/styles.xml", Styles),
        ("word/document.xml", $"""<w:document xmlns:w="{Main}"><w:body>{body}<w:sectPr/></w:body></w:document>"""),
    ]));

    private static string Styles =>
        $"""<w:styles xmlns:w="{Main}">"""
        + """<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>"""
        + """<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style>"""
        + """<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>"""
        + """<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/></w:style></w:styles>""";

    private static string Run(string text) => $"""<w:r><w:t xml:space="preserve">{Package.Escape(text)}</w:t></w:r>""";

    private WordPaper Styled(string style, string text)
    {
        body.Append($"""<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>""").Append(Run(text)).Append("</w:p>");
        return this;
    }
}
