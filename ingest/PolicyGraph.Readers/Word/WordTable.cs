using System.Xml.Linq;
using PolicyGraph.Readers.Packages;

namespace PolicyGraph.Readers.Word;

/// <summary>Writes the rows of one table: cells joined by a tab, each row a line, merged cells once.</summary>
internal sealed class WordTable(DocumentBuilder output, WordParagraph paragraphs, WordRemarks remarks, bool nested = false)
{
    // Word's own limit is 63.
    private const int MaxColumns = 255;

    private readonly TableDraft draft = new(output.Cells);
    private readonly Dictionary<int, CellDraft> open = [];

    /// <summary>The rows of a table that is held as a tree.</summary>
    public static IEnumerable<XElement> Rows(XElement table) => Parts(table, "tr");

    /// <summary>Writes one row, unless a tracked change deletes it.</summary>
    public void Row(XElement row)
    {
        var properties = row.Child("trPr");
        if (properties.Child("del") is not null)
        {
            remarks.Revisions++;
            return;
        }

        draft.BeginRow();
        var column = Math.Clamp(properties.Child("gridBefore").Number() ?? 0, 0, MaxColumns);
        CellDraft? last = null;
        var first = true;
        foreach (var cell in Parts(row, "tc"))
        {
            var form = cell.Child("tcPr");
            var width = Width(form, column);
            if (form.Child("hMerge").Value() == "continue" && last is not null)
            {
                last.ColumnSpan += width;
            }
            else if (Continues(form) && open.TryGetValue(column, out var above))
            {
                above.RowSpan++;
                last = null;
            }
            else
            {
                last = Write(cell, column, width, first);
                first = false;
                Remember(form, column, last);
            }

            column += width;
        }

        output.Append('\n');
    }

    /// <summary>Ends the table.</summary>
    public void Finish() => output.AddTable(draft, nested);

    private CellDraft Write(XElement cell, int column, int width, bool first)
    {
        if (!first)
        {
            output.Append('\t');
        }

        var start = output.Length;
        Content(cell, start);
        var span = output.Since(start);
        output.Truncate(span.End);
        var written = new CellDraft(span, column) { ColumnSpan = width };
        draft.Add(written);
        return written;
    }

    private void Content(XElement container, int start)
    {
        foreach (var child in container.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "p":
                    BreakLine(start);
                    paragraphs.Write(child);
                    foreach (var box in paragraphs.TakeTextBoxes())
                    {
                        BreakLine(start);
                        Content(box, start);
                    }

                    break;
                case "tbl":
                    BreakLine(start);
                    var inner = new WordTable(output, paragraphs, remarks, nested: true);
                    foreach (var row in Rows(child))
                    {
                        inner.Row(row);
                    }

                    inner.Finish();
                    break;
                case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo":
                    Content(child, start);
                    break;
            }
        }
    }

    private void BreakLine(int start)
    {
        if (output.Length > start && output.Last != '\n')
        {
            output.Append('\n');
        }
    }

    private int Width(XElement? form, int column)
    {
        if (form.Child("gridSpan") is not { } span)
        {
            return 1;
        }

        var asked = span.Number();
        var width = Math.Clamp(asked ?? 1, 1, Math.Max(1, MaxColumns - column));
        remarks.ClampedSpans += width == asked ? 0 : 1;
        return width;
    }

    // vMerge without a value continues; so does anything that is not "restart".
    private static bool Continues(XElement? form) => form.Child("vMerge") is { } merge && merge.Value() != "restart";

    private void Remember(XElement? form, int column, CellDraft cell)
    {
        if (form.Child("vMerge") is not { } merge)
        {
            open.Remove(column);
            return;
        }

        // A cell that continues nothing begins a merge of its own.
        remarks.ClampedSpans += merge.Value() == "restart" ? 0 : 1;
        open[column] = cell;
    }

    private static IEnumerable<XElement> Parts(XElement container, string name)
    {
        foreach (var child in container.Elements())
        {
            if (child.Name.LocalName == name)
            {
                yield return child;
            }
            else if (child.Name.LocalName is "sdt" or "sdtContent" or "customXml" or "ins")
            {
                foreach (var part in Parts(child, name))
                {
                    yield return part;
                }
            }
        }
    }
}
