using System.Globalization;
using System.Text;
using PolicyGraph.Documents;
using PolicyGraph.Extraction.Evidences;
using PolicyGraph.Ontology.Evidence;
using PolicyGraph.Ontology.Units;
using PolicyGraph.Ontology.Yaml;
using PolicyGraph.Text;
using Kind = PolicyGraph.Documents.DocumentFormat;

namespace PolicyGraph.Extraction.Tests.Evidences;

/// <summary>Papers built from lines and rows, and the extractor with the product's own data.</summary>
internal static class Papers
{
    public static UnitLexicon Units { get; } = UnitLexicon.Load(Ontology("lexicon/units.yaml"));

    public static EvidenceExtractor Extractor { get; } = new(
        EvidenceVocabulary.Load(Ontology("schema/evidence.yaml")),
        Units,
        EnergyLexicon.Load(Ontology("lexicon/energies.yaml")));

    public static EvidenceReading ReadText(string text) => Extractor.Read(Text(text), null);

    public static EvidenceReading ReadRows(string rows, string? sheet = null) => Extractor.Read(Rows(rows, sheet), null);

    public static Document Text(string text) => new() { Text = new SourceText(text), Format = Kind.Text, Sha256 = string.Empty };

    /// <summary>A table: a line is a row, a comma parts cells.</summary>
    public static Document Rows(string rows, string? sheet = null)
    {
        var table = Table(rows, 0, sheet);
        return new Document { Text = new SourceText(rows), Format = sheet is null ? Kind.Csv : Kind.Xlsx, Sha256 = string.Empty, Tables = [table], Blocks = [new Block(BlockKind.Table, table.Span)] };
    }

    /// <summary>Lines, then a table, then lines.</summary>
    public static Document Mixed(string before, string rows, string after = "")
    {
        var text = new StringBuilder(before).Append('\n').Append(rows).Append('\n').Append(after).ToString();
        var table = Table(rows, before.Length + 1, null);
        var blocks = Block.FromLines(new SourceText(text)).Where(b => !table.Span.Overlaps(b.Span)).Append(new Block(BlockKind.Table, table.Span)).OrderBy(b => b.Span.Start);
        return new Document { Text = new SourceText(text), Format = Kind.Docx, Sha256 = string.Empty, Tables = [table], Blocks = [.. blocks] };
    }

    public static EvidenceField One(this EvidenceReading reading, string name, string? qualifier = null, int? year = null) =>
        Assert.Single(reading.Fields, f => f.Name == name && (qualifier is null || f.Qualifier == qualifier) && (year is null || (f.PeriodStart?.Year == year && f.PeriodEnd?.Year == year)));

    public static string Say(EvidenceReading reading) => reading.Type + "\n" + string.Join('\n', reading.Fields.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Name}|{f.Qualifier}|{f.Written}|{f.Number}|{f.Unit}|{f.Date}|{f.Statement}|{f.PeriodStart:yyyyMMdd}-{f.PeriodEnd:yyyyMMdd}|{f.Subject}|g{f.Group}|{f.Role}|{f.Cell}")));

    private static Table Table(string rows, int offset, string? sheet)
    {
        var cells = new List<IReadOnlyList<TableCell>>();
        var at = offset;
        foreach (var line in rows.Split('\n'))
        {
            var row = new List<TableCell>();
            var start = at;
            foreach (var cell in line.Split(','))
            {
                var address = sheet is null ? null : string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + row.Count)}{cells.Count + 1}");
                row.Add(new TableCell(cell, new TextSpan(start, start + cell.Length), row.Count, 1, 1, sheet, address));
                start += cell.Length + 1;
            }

            cells.Add(row);
            at += line.Length + 1;
        }

        return new Table(sheet, new TextSpan(offset, at - 1), cells, null, sheet);
    }

    private static YamlMapping Ontology(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PolicyGraph.sln")))
        {
            folder = folder.Parent;
        }

        return YamlReader.Read(File.ReadAllText(Path.Combine(folder!.FullName, "ontology", name)), name); // the tests lie inside the solution
    }
}
