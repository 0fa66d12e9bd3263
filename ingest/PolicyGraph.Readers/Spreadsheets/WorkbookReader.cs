using System.Xml;
using PolicyGraph.Documents;
using PolicyGraph.Readers.Packages;

namespace PolicyGraph.Readers.Spreadsheets;

/// <summary>A workbook: for each sheet its name on a line, then its rows as they are displayed.</summary>
internal static class WorkbookReader
{
    public static Document Read(Intake intake, OfficePackage package)
    {
        var output = new DocumentBuilder(intake);
        var main = PackageKind.MainPart(package) ?? "xl/workbook.xml";
        var links = package.Relationships(main);
        var (sheets, from1904) = ReadSheets(package, main, intake.Options);
        var strings = SharedStrings.Read(package, PartOf(links, "sharedStrings", "xl/sharedStrings.xml"), intake.Options);
        var styles = new CellStyles(package, PartOf(links, "styles", "xl/styles.xml"), from1904);
        var formulas = new FormulaFaults();
        foreach (var sheet in sheets)
        {
            if (!links.TryGetValue(sheet.Link, out var link) || link.Type != "worksheet" || link.IsExternal)
            {
                continue;
            }

            var rows = new SheetRows(strings, styles, output.Cells);
            package.Read(link.Target, rows.Read);
            formulas.Add(sheet.Name, rows);
            new SheetWriter(output, sheet, rows).Write();
        }

        if (formulas.Count > 0)
        {
            output.Remark(Remark.FormulaWithoutValue(formulas.Count, formulas.First));
        }

        if (links.Values.Any(link => link.IsExternal || link.Type == "externalLink"))
        {
            output.Remark(Remark.RemoteContent());
        }

        return output.Build(DocumentFormat.Xlsx);
    }

    private static string PartOf(IReadOnlyDictionary<string, Relationship> links, string type, string usual) =>
        links.Values.FirstOrDefault(link => link.Type == type && !link.IsExternal)?.Target ?? usual;

    private static (List<Sheet> Sheets, bool From1904) ReadSheets(OfficePackage package, string main, ReaderOptions options)
    {
        var sheets = new List<Sheet>();
        var from1904 = false;
        package.Read(main, reader =>
        {
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "sheet" && sheets.Count < options.MaxEntries)
                {
                    var name = new string([.. (reader.GetAttribute("name") ?? "").Where(c => !char.IsControl(c)).Take(255)]);
                    sheets.Add(new Sheet(name, LinkOf(reader), reader.GetAttribute("state") is "hidden" or "veryHidden"));
                }
                else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "workbookPr")
                {
                    from1904 = reader.GetAttribute("date1904") is "1" or "true";
                }
            }
        });
        return (sheets, from1904);
    }

    // r:id, whatever namespace r is (transitional or strict).
    private static string LinkOf(XmlReader reader)
    {
        for (var found = reader.MoveToFirstAttribute(); found; found = reader.MoveToNextAttribute())
        {
            if (reader.LocalName == "id" && reader.Prefix.Length > 0)
            {
                var id = reader.Value;
                reader.MoveToElement();
                return id;
            }
        }

        reader.MoveToElement();
        return "";
    }

    private sealed class FormulaFaults
    {
        public int Count { get; private set; }

        public string First { get; private set; } = "";

        public void Add(string sheet, SheetRows rows)
        {
            First = Count == 0 && rows.FormulasWithoutValue > 0 ? $"{sheet}!{rows.FirstFormulaWithoutValue}" : First;
            Count += rows.FormulasWithoutValue;
        }
    }
}

/// <summary>A sheet as the workbook lists it.</summary>
/// <param name="Name">As on its tab.</param>
/// <param name="Link">Id of the relationship to its part.</param>
/// <param name="IsHidden">Whether its tab is hidden.</param>
internal sealed record Sheet(string Name, string Link, bool IsHidden);
