using System.Globalization;
using System.Text;

namespace PolicyGraph.SampleEnterprises;

/// <summary>An XLSX file: sheets of rows whose cells are text, a number (<see cref="int"/> or <see cref="decimal"/>) or nothing.</summary>
public sealed class WorkbookPaper
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string Xml)> sheets = [];

    /// <summary>Adds a sheet.</summary>
    /// <param name="name">At most 31 characters.</param>
    /// <param name="merges">Ranges such as <c>A1:F1</c>; only the first cell of one holds something.</param>
    /// <param name="rows">From row 1 on; an empty array is an empty row.</param>
    public WorkbookPaper Sheet(string name, string[] merges, params object?[][] rows)
    {
        ArgumentNullException.ThrowIfNull(merges);
        ArgumentNullException.ThrowIfNull(rows);
        StringBuilder xml = new($"""<worksheet xmlns="{Main}"><sheetData>""");
        for (int row = 0; row < rows.Length; row++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"""<row r="{row + 1}">""");
            for (int column = 0; column < rows[row].Length; column++)
            {
                xml.Append(Cell($"{(char)('A' + column)}{row + 1}", rows[row][column]));
            }

            xml.Append("</row>");
        }

        xml.Append("</sheetData>");
        if (merges.Length > 0)
        {
            xml.Append(CultureInfo.InvariantCulture, $"""<mergeCells count="{merges.Length}">""")
                .AppendJoin("", merges.Select(m => $"""<mergeCell ref="{m}"/>""")).Append("</mergeCells>");
        }

        sheets.Add((name, xml.Append("</worksheet>").ToString()));
        return this;
    }

    /// <summary>The finished file.</summary>
    public Paper At(string path) => new(path, Package.Write(
    [
        ("[Content_Types].xml", Package.ContentTypes(
        [
            ("/xl/workbook.xml", "spreadsheetml.sheet.main"),
            .. sheets.Select((_, i) => ($"/xl/worksheets/sheet{i + 1}.xml", "spreadsheetml.worksheet")),
        ])),
        ("_rels/.rels", Package.Relationships(("officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Related}"><sheets>"""
            + string.Concat(sheets.Select((s, i) => $"""<sheet name="{Package.Escape(s.Name)}" sheetId="{i + 1}" r:id="rId{i + 1}"/>"""))
            + "</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", Package.Relationships([.. sheets.Select((_, i) => ("worksheet", $"worksheets/sheet{i + 1}.xml"))])),
        .. sheets.Select((s, i) => ($"xl/worksheets/sheet{i + 1}.xml", s.Xml)),
    ]));

    private static string Cell(string reference, object? value) => value switch
    {
        null => "",
        string text => $"""<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{Package.Escape(text)}</t></is></c>""",
        IFormattable number => $"""<c r="{reference}"><v>{number.ToString(null, CultureInfo.InvariantCulture)}</v></c>""",
        _ => throw new ArgumentException($"{reference}: a cell holds text, a number or nothing", nameof(value)),
    };
}
