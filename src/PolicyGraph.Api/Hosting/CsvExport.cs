using System.Globalization;
using System.Text;
using PolicyGraph.Graph;

namespace PolicyGraph.Api.Hosting;

/// <summary>A graph as CSV files that <c>neo4j-admin database import</c> reads: a file for each set of labels and each type, with typed columns.</summary>
/// <remarks>
/// An empty list has no form in these files and is left out; a value of another kind than its column's begins a file of its own. Elements of a list are parted by U+001F, which no text of the
/// product has. The command with all files is in <c>import.txt</c>.
/// </remarks>
public static class CsvExport
{
    private const char Between = '\u001f';

    /// <summary>Writes the files.</summary>
    /// <param name="graph">What is written.</param>
    /// <param name="folder">An empty or new folder.</param>
    /// <returns>How many files.</returns>
    public static int Write(GraphReading graph, string folder)
    {
        ArgumentNullException.ThrowIfNull(graph);
        Directory.CreateDirectory(folder);
        var (nodes, relationships) = (new List<string>(), new List<string>());
        foreach (var group in graph.Nodes.GroupBy(n => (Labels: string.Join(';', n.Labels), Kinds: Kinds(n.Properties))))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"nodes-{nodes.Count + 1:000}.csv");
            WriteFile(Path(folder, name), [":ID", ":LABEL"], group.Key.Kinds, group.Select(n => ((string[])[Place(graph, n.Id), group.Key.Labels], n.Properties)));
            nodes.Add(name);
        }

        foreach (var group in graph.Relationships.GroupBy(r => (r.Type, Kinds: Kinds(r.Properties))))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"relationships-{relationships.Count + 1:000}.csv");
            WriteFile(Path(folder, name), [":START_ID", ":END_ID", ":TYPE"], group.Key.Kinds, group.Select(r => ((string[])[Place(graph, r.StartId), Place(graph, r.EndId), r.Type], r.Properties)));
            relationships.Add(name);
        }

        var command = string.Concat(nodes.Select(n => $" --nodes={n}").Concat(relationships.Select(r => $" --relationships={r}")));
        File.WriteAllText(Path(folder, "import.txt"), $"neo4j-admin database import full neo4j --array-delimiter=U+001F --multiline-fields=true{command}\n", new UTF8Encoding(false));
        return nodes.Count + relationships.Count;
    }

    private static string Path(string folder, string name) => System.IO.Path.Combine(folder, name);

    private static string Place(GraphReading graph, long id) => graph.Places[id].ToString(CultureInfo.InvariantCulture);

    /// <summary>The columns that a record needs, as the header names them, in ordinal order, one a line.</summary>
    private static string Kinds(IReadOnlyDictionary<string, GraphValue> properties) =>
        string.Join('\n', properties.Where(p => p.Value is not ListValue { Values.Count: 0 }).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}:{Kind(p.Value)}"));

    private static string Kind(GraphValue value) => value switch
    {
        BooleanValue => "boolean",
        IntegerValue => "long",
        FloatValue => "double",
        DateValue => "date",
        TimeValue => "time",
        LocalTimeValue => "localtime",
        LocalDateTimeValue => "localdatetime",
        DateTimeValue => "datetime",
        DurationValue => "duration",
        PointValue => "point",
        ListValue l => Kind(l.Values[0]) + "[]",
        _ => "string",
    };

    private static void WriteFile(string path, string[] first, string kinds, IEnumerable<(string[] First, IReadOnlyDictionary<string, GraphValue> Properties)> records)
    {
        var columns = kinds.Length == 0 ? [] : kinds.Split('\n');
        var keys = columns.Select(c => c[..c.LastIndexOf(':')]).ToList();
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false));
        file.Write(string.Join(',', first.Concat(columns).Select(Field)) + "\n");
        foreach (var (begin, properties) in records)
        {
            file.Write(string.Join(',', begin.Select(Field).Concat(keys.Select(k => Field(Text(properties[k]))))) + "\n");
        }
    }

    private static string Text(GraphValue value) => value switch
    {
        BooleanValue b => b.Value ? "true" : "false",
        IntegerValue i => i.Value.ToString(CultureInfo.InvariantCulture),
        FloatValue f => f.Value.ToString("R", CultureInfo.InvariantCulture),
        ListValue l => string.Join(Between, l.Values.Select(Text)),
        PointValue p => string.Create(CultureInfo.InvariantCulture, $"{{srid: {p.Srid}, x: {p.X:R}, y: {p.Y:R}{(p.Z is { } z ? string.Create(CultureInfo.InvariantCulture, $", z: {z:R}") : string.Empty)}}}"),
        StringValue s => s.Value,
        _ => value.ToString() ?? string.Empty,
    };

    /// <summary>Always in quotes: what stands empty without them would be missing.</summary>
    private static string Field(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
