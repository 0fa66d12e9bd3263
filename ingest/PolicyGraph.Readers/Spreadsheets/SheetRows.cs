using System.Globalization;
using System.Xml;

namespace PolicyGraph.Readers.Spreadsheets;

/// <summary>The filled cells of one sheet, row by row, as they are displayed.</summary>
internal sealed class SheetRows(SharedStrings strings, CellStyles styles, CellCounter counter)
{
    private const int MaxMerges = 100_000;

    /// <summary>Rows that have a filled cell.</summary>
    public List<(int Row, List<(int Column, string Text)> Cells)> Rows { get; } = [];

    /// <summary>Merged ranges by their first cell.</summary>
    public Dictionary<CellAddress, CellAddress> Merges { get; } = [];

    public int HiddenRows { get; private set; }

    public int HiddenColumns { get; private set; }

    public int FormulasWithoutValue { get; private set; }

    public string FirstFormulaWithoutValue { get; private set; } = "";

    private int row = -1;
    private int column = -1;

    /// <summary>Takes the sheet's part in.</summary>
    public void Read(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "row":
                    row = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number - 1 : row + 1;
                    column = -1;
                    HiddenRows += IsTrue(reader.GetAttribute("hidden")) ? 1 : 0;
                    break;
                case "c":
                    ReadCell(reader);
                    break;
                case "col":
                    HiddenColumns += IsTrue(reader.GetAttribute("hidden")) ? 1 : 0;
                    break;
                case "mergeCell" when Merges.Count < MaxMerges && CellAddress.TryParseRange(reader.GetAttribute("ref") ?? "", out var first, out var last):
                    Merges[first] = last;
                    break;
            }
        }
    }

    private void ReadCell(XmlReader reader)
    {
        var place = CellAddress.TryParse(reader.GetAttribute("r"), out var stated) ? stated : new CellAddress(Math.Max(row, 0), column + 1);
        (row, column) = (place.Row, place.Column);
        var (type, style) = (reader.GetAttribute("t"), reader.GetAttribute("s"));
        if (reader.IsEmptyElement)
        {
            return;
        }

        string value = "", inline = "";
        var formula = false;
        var depth = reader.Depth;
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "is")
            {
                inline = SharedStrings.ReadRich(reader);
            }
            else if (reader.LocalName == "v")
            {
                value = ReadValue(reader);
            }
            else if (reader.LocalName == "f")
            {
                formula = true;
            }
        }

        Keep(place, Display(type, style, value, inline), formula && value.Length == 0 && type != "str");
    }

    private void Keep(CellAddress place, string text, bool lostFormula)
    {
        if (lostFormula)
        {
            FirstFormulaWithoutValue = FormulasWithoutValue++ == 0 ? place.ToString() : FirstFormulaWithoutValue;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        counter.Count();
        if (Rows.Count == 0 || Rows[^1].Row != place.Row)
        {
            Rows.Add((place.Row, []));
        }

        Rows[^1].Cells.Add((place.Column, text));
    }

    private string Display(string? type, string? style, string value, string inline) => type switch
    {
        "s" => strings.At(value),
        "inlineStr" => inline.Length > 0 ? inline : value,
        "str" or "e" => value,
        "b" => value is "1" or "true" ? "TRUE" : "FALSE",
        "d" => value.EndsWith("T00:00:00", StringComparison.Ordinal) ? value[..^9] : value,
        _ => styles.Display(value, style),
    };

    private static string ReadValue(XmlReader reader)
    {
        var text = "";
        if (!reader.IsEmptyElement)
        {
            var depth = reader.Depth;
            while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
            {
                text += reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace ? reader.Value : "";
            }
        }

        return text;
    }

    private static bool IsTrue(string? attribute) => attribute is "1" or "true";
}
