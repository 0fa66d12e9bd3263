using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PolicyGraph.Tracing;

namespace PolicyGraph.Reports.Traces;

/// <summary>A trace as a workbook: a sheet with one row for each link, and one for the comparison where places are compared.</summary>
/// <remarks>Rows are streamed: the size of the answer is not held twice. Texts are inline strings, so that what a document says is never taken for a formula.</remarks>
public static class TraceWorkbook
{
    private const int MaxCell = 32_767;
    private const int MaxRows = 1_048_575;

    /// <summary>Writes it.</summary>
    /// <param name="stream">A stream that can be written, read and sought; it stays open.</param>
    /// <param name="trace">The trace.</param>
    public static void Write(Stream stream, Trace trace)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(trace);
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook, autoSave: false);
        var workbook = document.AddWorkbookPart();
        var sheets = new Sheets();
        AddStyles(workbook);
        AddSheet(workbook, sheets, "目标链", TraceRows.Columns, TraceRows.Of(trace));
        if (trace.Comparison is not null)
        {
            AddSheet(workbook, sheets, "对比", TraceRows.ComparisonColumns, TraceRows.OfComparison(trace));
        }

        workbook.Workbook = new Workbook(sheets);
        document.Save();
    }

    private static void AddSheet(WorkbookPart workbook, Sheets sheets, string name, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object?>> rows)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        using (var writer = OpenXmlWriter.Create(part))
        {
            writer.WriteStartElement(new Worksheet());
            writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
            writer.WriteStartElement(new SheetData());
            Row(writer, columns, isHeading: true);
            foreach (var row in rows.Take(MaxRows))
            {
                Row(writer, row, isHeading: false);
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        sheets.Append(new Sheet { Name = name, SheetId = (uint)sheets.ChildElements.Count + 1, Id = workbook.GetIdOfPart(part) });
    }

    private static void Row(OpenXmlWriter writer, IEnumerable<object?> cells, bool isHeading)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells)
        {
            var element = cell is decimal number
                ? new Cell { CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture)) }
                : new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(Clean(TraceRows.Text(cell))) { Space = SpaceProcessingModeValues.Preserve }) };
            element.StyleIndex = isHeading ? 1U : 0U;
            writer.WriteElement(element);
        }

        writer.WriteEndElement();
    }

    /// <summary>Two formats: plain, and bold for the heading.</summary>
    private static void AddStyles(WorkbookPart workbook)
    {
        var styles = workbook.AddNewPart<WorkbookStylesPart>();
        styles.Stylesheet = new Stylesheet(
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
            new Borders(new Border()),
            new CellFormats(new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true }));
        styles.Stylesheet.Save();
    }

    /// <summary>Characters that XML does not hold are left out, and what no cell holds is cut.</summary>
    private static string Clean(string text)
    {
        var kept = text.Any(c => !System.Xml.XmlConvert.IsXmlChar(c) && !char.IsSurrogate(c)) ? string.Concat(text.Where(c => System.Xml.XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))) : text;
        return kept.Length <= MaxCell ? kept : kept[..(MaxCell - 1)] + "…";
    }
}
