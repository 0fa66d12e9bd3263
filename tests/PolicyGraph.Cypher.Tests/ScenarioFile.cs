using System.Globalization;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Tests;

/// <summary>One scenario of a file: what the graph holds, what is asked, and the table or error that comes.</summary>
/// <param name="Name">What it says about the product.</param>
/// <param name="Graph">Statements that make the graph; none for the empty one.</param>
/// <param name="Query">What is asked.</param>
/// <param name="Rows">Columns, then rows; null where an error is expected.</param>
/// <param name="InOrder">Whether the order of rows counts.</param>
/// <param name="Error">Class, detail and hint; the last two may be missing.</param>
public sealed record ScenarioFile(string Name, string Graph, string Query, IReadOnlyList<string>? Rows, bool InOrder, IReadOnlyList<string> Error)
{
    /// <summary>Reads all scenarios beside the tests.</summary>
    public static IEnumerable<ScenarioFile> All() => Directory.EnumerateFiles(System.IO.Path.Combine(AppContext.BaseDirectory, "Scenarios"), "*.scenario").Order(StringComparer.Ordinal).SelectMany(f => Read(File.ReadAllLines(f)));

    /// <summary>Writes a value as scenarios do.</summary>
    public static string Write(GraphValue value) => value switch
    {
        NullValue => "null",
        BooleanValue b => b.Value ? "true" : "false",
        IntegerValue i => i.Value.ToString(CultureInfo.InvariantCulture),
        FloatValue f => f.Value.ToString("0.0###############", CultureInfo.InvariantCulture),
        StringValue s => $"'{s.Value}'",
        ListValue l => $"[{string.Join(", ", l.Values.Select(Write))}]",
        MapValue m => $"{{{string.Join(", ", m.Entries.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key}: {Write(e.Value)}"))}}}",
        _ => value.ToString() ?? string.Empty,
    };

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static IEnumerable<ScenarioFile> Read(string[] lines)
    {
        for (var i = 0; i < lines.Length;)
        {
            if (!lines[i].StartsWith("= ", StringComparison.Ordinal))
            {
                i++;
                continue;
            }

            var end = Array.FindIndex(lines, i + 1, l => l.StartsWith("= ", StringComparison.Ordinal));
            end = end < 0 ? lines.Length : end;
            yield return ReadOne(lines[i][2..], lines[(i + 1)..end]);
            i = end;
        }
    }

    private static ScenarioFile ReadOne(string name, string[] lines)
    {
        var sections = new Dictionary<string, List<string>>();
        List<string> current = [];
        IReadOnlyList<string> error = [];
        foreach (var line in lines.Where(l => l.Trim().Length > 0))
        {
            if (line.StartsWith("error:", StringComparison.Ordinal))
            {
                error = line["error:".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            }
            else if (!char.IsWhiteSpace(line[0]))
            {
                sections[line.TrimEnd(':')] = current = [];
            }
            else
            {
                current.Add(line.Trim());
            }
        }

        var inOrder = sections.TryGetValue("rows in order", out var rows);
        rows ??= sections.GetValueOrDefault("rows");
        return new ScenarioFile(name, string.Join('\n', sections.GetValueOrDefault("graph") ?? []), string.Join('\n', sections["query"]), rows?.ConvertAll(r => r.Trim('|').Trim()), inOrder, error);
    }
}
