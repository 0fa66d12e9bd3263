using System.IO.Compression;
using System.Text;

namespace PolicyGraph.Readers.Tests;

/// <summary>Builds small Office packages and archives out of strings.</summary>
internal static class Package
{
    private const string Types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    public static byte[] Zip(params (string Name, string Content)[] entries) => ZipBytes([.. entries.Select(entry => (entry.Name, Encoding.UTF8.GetBytes(entry.Content)))]);

    public static byte[] ZipBytes((string Name, byte[] Content)[] entries, Encoding? names = null)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true, names))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>A Word document with this body; further parts are linked by their file name without its digits (<c>header1.xml</c> is a header).</summary>
    public static byte[] Docx(string body, params (string Name, string Content)[] parts) => Zip(
    [
        ("[Content_Types].xml", Types),
        ("_rels/.rels", Links(("officeDocument", "word/document.xml"))),
        ("word/document.xml", Word("document", $"<w:body>{body}<w:sectPr/></w:body>")),
        ("word/_rels/document.xml.rels", Links([.. parts.Select(part => (Type(part.Name), part.Name))])),
        .. parts.Select(part => ("word/" + part.Name, part.Content)),
    ]);

    /// <summary>A WordprocessingML part.</summary>
    public static string Word(string root, string content) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:{root} xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
        + $"xmlns:v=\"urn:schemas-microsoft-com:vml\">{content}</w:{root}>";

    public static string P(string text, string form = "") => $"<w:p>{(form.Length > 0 ? $"<w:pPr>{form}</w:pPr>" : "")}<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static string Cell(string text, string form = "") => $"<w:tc><w:tcPr>{form}</w:tcPr>{P(text)}</w:tc>";

    /// <summary>A workbook of sheets, each given by its name, attributes, the content of its <c>worksheet</c> element.</summary>
    public static byte[] Xlsx((string Name, string Attributes, string Content)[] sheets, string? styles = null, string? strings = null, string workbook = "") => Zip(
    [
        ("[Content_Types].xml", Types),
        ("_rels/.rels", Links(("officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", Sheet("workbook", workbook + "<sheets>" + string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" r:id=\"rId{i}\" {sheet.Attributes}/>")) + "</sheets>")),
        ("xl/_rels/workbook.xml.rels", Links([.. sheets.Select((_, i) => ("worksheet", $"worksheets/sheet{i}.xml"))])),
        .. sheets.Select((sheet, i) => ($"xl/worksheets/sheet{i}.xml", Sheet("worksheet", sheet.Content))),
        .. styles is null ? [] : new[] { ("xl/styles.xml", Sheet("styleSheet", styles)) },
        .. strings is null ? [] : new[] { ("xl/sharedStrings.xml", Sheet("sst", strings)) },
    ]);

    private static string Sheet(string root, string content) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><{root} xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">{content}</{root}>";

    private static string Links(params (string Type, string Target)[] links) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(links.Select((link, i) => $"<Relationship Id=\"rId{i}\" Type=\"{Office}{link.Type}\" Target=\"{link.Target}\"/>")) + "</Relationships>";

    private static string Type(string name) => new([.. Path.GetFileNameWithoutExtension(name).Where(char.IsLetter)]);
}
