namespace PolicyGraph.Tck;

/// <summary>One step of a scenario with what hangs below it.</summary>
/// <param name="Text">Without Given, When, Then and And.</param>
/// <param name="DocString">The text between triple quotes; null without one.</param>
/// <param name="Table">The rows of cells.</param>
internal sealed record Step(string Text, string? DocString, IReadOnlyList<IReadOnlyList<string>> Table);

/// <summary>One scenario; an outline gives one for each of its examples.</summary>
/// <param name="Id">Folder, feature, number and name: stable as long as the kit is.</param>
/// <param name="Area">Folder of its feature.</param>
/// <param name="Steps">Its steps, the feature's background first.</param>
internal sealed record Scenario(string Id, string Area, IReadOnlyList<Step> Steps);

/// <summary>Reads as much Gherkin as the compatibility kit uses.</summary>
internal sealed class GherkinReader
{
    private static readonly string[] Keywords = ["Given ", "When ", "Then ", "And ", "But "];
    private readonly string area;
    private readonly string feature;
    private readonly string[] lines;
    private int at;

    private GherkinReader(string area, string feature, string[] lines)
    {
        this.area = area;
        this.feature = feature;
        this.lines = lines;
    }

    public static IEnumerable<Scenario> ReadFolder(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.feature", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            // The feature's folder relative to the kit's, with forward slashes everywhere.
            var area = Path.GetRelativePath(folder, Path.GetDirectoryName(file)!).Replace('\\', '/');
            foreach (var scenario in new GherkinReader(area, Path.GetFileNameWithoutExtension(file), File.ReadAllLines(file)).Read())
            {
                yield return scenario;
            }
        }
    }

    private IEnumerable<Scenario> Read()
    {
        List<Step> background = [];
        while (at < lines.Length)
        {
            var line = lines[at++].Trim();
            if (line.StartsWith("Background:", StringComparison.Ordinal))
            {
                background = ReadSteps();
            }
            else if (line.StartsWith("Scenario:", StringComparison.Ordinal))
            {
                yield return new Scenario($"{area}/{feature} {line["Scenario:".Length..].Trim()}", area, [.. background, .. ReadSteps()]);
            }
            else if (line.StartsWith("Scenario Outline:", StringComparison.Ordinal))
            {
                foreach (var scenario in ReadOutline(line["Scenario Outline:".Length..].Trim(), background))
                {
                    yield return scenario;
                }
            }
        }
    }

    private IEnumerable<Scenario> ReadOutline(string name, List<Step> background)
    {
        List<Step> steps = [.. background, .. ReadSteps()];
        var number = 0;
        while (SkipTo("Examples:"))
        {
            at++;
            var table = ReadTable();
            foreach (var row in table.Skip(1))
            {
                string Fill(string text)
                {
                    for (var i = 0; i < row.Count; i++)
                    {
                        text = text.Replace($"<{table[0][i]}>", row[i], StringComparison.Ordinal);
                    }

                    return text;
                }

                number++;
                yield return new Scenario($"{area}/{feature} {name} #{number}", area, [.. steps.Select(s => new Step(Fill(s.Text), s.DocString is null ? null : Fill(s.DocString), [.. s.Table.Select(r => (IReadOnlyList<string>)[.. r.Select(Fill)])]))]);
            }
        }
    }

    private bool SkipTo(string keyword)
    {
        var look = at;
        while (look < lines.Length)
        {
            var line = lines[look].Trim();
            if (line.StartsWith(keyword, StringComparison.Ordinal))
            {
                at = look;
                return true;
            }

            if (line.StartsWith("Scenario", StringComparison.Ordinal) || line.StartsWith('@'))
            {
                return false;
            }

            look++;
        }

        return false;
    }

    private List<Step> ReadSteps()
    {
        List<Step> steps = [];
        while (at < lines.Length)
        {
            var line = lines[at].Trim();
            var keyword = Array.Find(Keywords, k => line.StartsWith(k, StringComparison.Ordinal));
            if (keyword is null)
            {
                if (line.Length > 0 && !line.StartsWith('#'))
                {
                    return steps;
                }

                at++;
                continue;
            }

            at++;
            var text = ReadDocString();
            steps.Add(new Step(line[keyword.Length..].Trim(), text, ReadTable()));
        }

        return steps;
    }

    private string? ReadDocString()
    {
        if (at >= lines.Length || lines[at].Trim() != "\"\"\"")
        {
            return null;
        }

        var indent = lines[at].IndexOf('"', StringComparison.Ordinal);
        at++;
        List<string> text = [];
        while (lines[at].Trim() != "\"\"\"")
        {
            var line = lines[at++];
            var blank = Math.Min(indent, line.Length - line.TrimStart().Length);
            text.Add(line[blank..]);
        }

        at++;
        return string.Join('\n', text);
    }

    private List<IReadOnlyList<string>> ReadTable()
    {
        List<IReadOnlyList<string>> rows = [];
        while (at < lines.Length)
        {
            var line = lines[at].Trim();
            if (line.StartsWith('|'))
            {
                rows.Add(Cells(line));
            }
            else if (line.Length > 0 && !line.StartsWith('#'))
            {
                break;
            }
            else if (line.Length == 0 && rows.Count > 0)
            {
                break;
            }

            at++;
        }

        return rows;
    }

    private static List<string> Cells(string line)
    {
        List<string> cells = [];
        var cell = new System.Text.StringBuilder();
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] == '\\' && i + 1 < line.Length && line[i + 1] is '|' or '\\')
            {
                cell.Append(line[++i]);
            }
            else if (line[i] == '|')
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        return cells;
    }
}
