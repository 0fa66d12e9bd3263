using System.Text;
using System.Text.Json;
using PolicyGraph.Api.Json;
using PolicyGraph.Graph;

namespace PolicyGraph.Neo4j.Tests.Conformance;

/// <summary>What a store must give for one statement.</summary>
/// <param name="File">The scenario file without its ending: <c>constructs</c>, <c>queries</c> or <c>statements</c>.</param>
/// <param name="Name">What it says.</param>
/// <param name="Graph">Statements that make the graph; empty for the graph of <c>world.cypher</c>, or for none where the file is of constructs.</param>
/// <param name="Query">The statement.</param>
/// <param name="QueryFile">The product's query file that holds it; null where it is written out.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Then">What is asked afterwards; null where the statement's own rows count.</param>
/// <param name="Rows">Columns, then rows; null where they do not count.</param>
/// <param name="InOrder">Whether their order counts.</param>
/// <param name="Count">How many rows; null where the rows themselves are given.</param>
/// <param name="Counters">What the statement changes: name and number of the counters that are held.</param>
/// <param name="Error">Class of the error; null for none.</param>
internal sealed record ConformanceScenario(
    string File,
    string Name,
    string Graph,
    string Query,
    string? QueryFile,
    IReadOnlyDictionary<string, GraphValue> Parameters,
    string? Then,
    IReadOnlyList<string>? Rows,
    bool InOrder,
    int? Count,
    IReadOnlyDictionary<string, long> Counters,
    string? Error)
{
    private static readonly string Folder = System.IO.Path.Combine(BothGraphs.Repository, "tests", "PolicyGraph.Neo4j.Tests", "Conformance");

    /// <summary>All scenarios.</summary>
    public static IReadOnlyList<ConformanceScenario> All { get; } = [.. ((string[])["constructs", "queries", "statements"]).SelectMany(Read)];

    /// <summary>The graph on which the product's statements run.</summary>
    public static string World { get; } = System.IO.File.ReadAllText(System.IO.Path.Combine(Folder, "world.cypher"));

    /// <summary>Whether it tells about the language, and not about a statement of the product.</summary>
    public bool IsConstruct => File == "constructs";

    /// <summary>Whether it speaks of the graph of <c>world.cypher</c>.</summary>
    public bool IsOfWorld => !IsConstruct && Graph.Length == 0;

    private static IEnumerable<ConformanceScenario> Read(string file)
    {
        var lines = System.IO.File.ReadAllLines(System.IO.Path.Combine(Folder, file + ".scenario"));
        var starts = lines.Index().Where(l => l.Item.StartsWith("= ", StringComparison.Ordinal)).Select(l => l.Index).Append(lines.Length).ToList();
        return starts.Zip(starts.Skip(1)).Select(part => ReadOne(file, lines[part.First][2..], lines[(part.First + 1)..part.Second]));
    }

    private static ConformanceScenario ReadOne(string file, string name, string[] lines)
    {
        var sections = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        StringBuilder? current = null;
        foreach (var line in lines.Where(l => l.Trim().Length > 0))
        {
            if (char.IsWhiteSpace(line[0]))
            {
                (current ?? throw new FormatException($"{file}: {name}: {line}")).Append(line.Trim()).Append('\n');
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            sections[line[..colon]] = current = new StringBuilder(line[(colon + 1)..].Trim());
        }

        string? Text(string section) => sections.TryGetValue(section, out var text) ? text.ToString().TrimEnd('\n') : null;
        var rows = Text("rows") ?? Text("rows in order");
        return new ConformanceScenario(
            file,
            name,
            Text("graph") ?? string.Empty,
            Text("query") ?? System.IO.File.ReadAllText(System.IO.Path.Combine(BothGraphs.Repository, Text("file") ?? throw new FormatException($"{name} asks nothing"))),
            Text("file"),
            Text("parameters") is { } json ? ParametersOf(json) : new Dictionary<string, GraphValue>(),
            Text("then"),
            rows?.Split('\n').Select(r => r.Trim('|').Trim()).ToList(),
            sections.ContainsKey("rows in order"),
            Text("count") is { } count ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : null,
            (Text("counters") ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(c => c.Split(' ')).ToDictionary(c => c[0], c => long.Parse(c[1], System.Globalization.CultureInfo.InvariantCulture)),
            Text("error"));
    }

    private static IReadOnlyDictionary<string, GraphValue> ParametersOf(string text)
    {
        using var json = JsonDocument.Parse(text);
        return ((MapValue)GraphValueReader.Read(json.RootElement)).Entries;
    }
}
