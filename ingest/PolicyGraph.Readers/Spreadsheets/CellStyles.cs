using System.Globalization;
using System.Xml;
using PolicyGraph.Readers.Packages;

namespace PolicyGraph.Readers.Spreadsheets;

/// <summary>How numbers are displayed, by the style number that a cell carries.</summary>
internal sealed class CellStyles
{
    private const int MaxStyles = 100_000;

    private static readonly Dictionary<int, string> BuiltIn = new()
    {
        [1] = "0", [2] = "0.00", [3] = "#,##0", [4] = "#,##0.00", [5] = "#,##0", [6] = "#,##0", [7] = "#,##0.00", [8] = "#,##0.00",
        [9] = "0%", [10] = "0.00%", [11] = "0.00E+00", [14] = "yyyy-mm-dd", [15] = "yyyy-mm-dd", [16] = "m-d", [17] = "yyyy-mm",
        [18] = "h:mm", [19] = "h:mm:ss", [20] = "h:mm", [21] = "h:mm:ss", [22] = "yyyy-mm-dd h:mm", [27] = "yyyy-mm", [28] = "m-d", [29] = "m-d",
        [30] = "m-d", [31] = "yyyy-mm-dd", [32] = "h:mm", [33] = "h:mm:ss", [34] = "h:mm", [35] = "h:mm:ss", [36] = "yyyy-mm",
        [37] = "#,##0;-#,##0", [38] = "#,##0;-#,##0", [39] = "#,##0.00;-#,##0.00", [40] = "#,##0.00;-#,##0.00", [41] = "#,##0", [42] = "#,##0",
        [43] = "#,##0.00", [44] = "#,##0.00", [45] = "mm:ss", [46] = "[h]:mm:ss", [47] = "mm:ss", [48] = "0.0E+0", [50] = "yyyy-mm", [51] = "m-d",
        [52] = "yyyy-mm", [53] = "m-d", [54] = "m-d", [55] = "h:mm", [56] = "h:mm:ss", [57] = "yyyy-mm", [58] = "m-d",
    };

    private readonly List<int> formatIds = [];
    private readonly Dictionary<int, string> codes = [];
    private readonly Dictionary<int, NumberFormat> formats = [];
    private readonly bool from1904;

    /// <param name="package">The workbook.</param>
    /// <param name="part">Name of the styles' part; a workbook without it displays every number as it is.</param>
    /// <param name="from1904">Whether days count from 1904.</param>
    public CellStyles(OfficePackage package, string part, bool from1904)
    {
        this.from1904 = from1904;
        package.TryRead(part, Read);
    }

    /// <summary>A number as it is displayed.</summary>
    /// <param name="raw">As stored; given back as it is when it is no number.</param>
    /// <param name="style">The cell's style number; null for none.</param>
    public string Display(string raw, string? style)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            return raw;
        }

        var id = int.TryParse(style, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < formatIds.Count ? formatIds[index] : 0;
        if (!formats.TryGetValue(id, out var format))
        {
            formats[id] = format = new NumberFormat(codes.GetValueOrDefault(id) ?? BuiltIn.GetValueOrDefault(id) ?? "General");
        }

        return format.Display(value, from1904);
    }

    private void Read(XmlReader reader)
    {
        var inCells = false;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.EndElement)
            {
                inCells &= reader.LocalName != "cellXfs";
            }
            else if (reader.NodeType == XmlNodeType.Element)
            {
                inCells |= reader.LocalName == "cellXfs" && !reader.IsEmptyElement;
                if (reader.LocalName == "numFmt" && codes.Count < MaxStyles)
                {
                    codes[Number(reader)] = reader.GetAttribute("formatCode") ?? "";
                }
                else if (reader.LocalName == "xf" && inCells && formatIds.Count < MaxStyles)
                {
                    formatIds.Add(Number(reader));
                }
            }
        }
    }

    private static int Number(XmlReader reader) =>
        int.TryParse(reader.GetAttribute("numFmtId"), CultureInfo.InvariantCulture, out var id) ? id : 0;
}
