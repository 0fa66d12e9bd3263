using System.Globalization;
using System.Text.Json;
using PolicyGraph.Extraction.Evidences;
using PolicyGraph.Ontology.Evidence;
using PolicyGraph.Readers;
using PolicyGraph.Text;
using Xunit.Abstractions;

namespace PolicyGraph.Extraction.Tests.Evidences;

/// <summary>Small papers of every type in three layouts each, written by somebody who knew no rule (<c>layouts</c>): what was recognised and read once may not be lost.</summary>
public sealed class LayoutTests(ITestOutputHelper output)
{
    public static TheoryData<string> Types() => [.. LayoutPaper.All.Select(p => p.Type).Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Read_LayoutsOfOneType_AreRecognisedAndReadAsRecorded(string type)
    {
        var (papers, fields, lines) = await ScoreAsync(p => p.Type == type && !p.IsHeldOut);
        var floor = Assert.Single(LayoutPaper.Floors, f => f.Name == type);
        Assert.True(papers >= floor.Papers && fields >= floor.Fields, $"{type}: {papers} papers and {fields} fields, recorded {floor.Papers} and {floor.Fields}\n{string.Join('\n', lines)}");
    }

    [Fact]
    public async Task Read_LayoutsHeldOut_AreRecognisedAndReadAsRecorded()
    {
        var (papers, fields, _) = await ScoreAsync(p => p.IsHeldOut);
        var floor = Assert.Single(LayoutPaper.Floors, f => f.Name == "held-out");
        output.WriteLine($"held out: {papers} papers, {fields} fields");
        Assert.True(papers >= floor.Papers && fields >= floor.Fields, $"{papers} papers and {fields} fields, recorded {floor.Papers} and {floor.Fields}");
    }

    [Fact]
    public async Task Read_LayoutsOfAllTypes_TableIsPrinted()
    {
        var table = new List<string>();
        foreach (var type in LayoutPaper.All.Select(p => p.Type).Distinct().Order(StringComparer.Ordinal))
        {
            var (papers, fields, lines) = await ScoreAsync(p => p.Type == type && !p.IsHeldOut);
            var of = LayoutPaper.All.Where(p => p.Type == type && !p.IsHeldOut).ToList();
            output.WriteLine(string.Join('\n', lines));
            table.Add($"{type} {papers} {fields} of {of.Count} {of.Sum(p => p.Asked.Count)}");
        }

        output.WriteLine(string.Join('\n', table));
        Assert.NotEmpty(table);
    }

    private static async Task<(int Papers, int Fields, List<string> Lines)> ScoreAsync(Func<LayoutPaper, bool> which)
    {
        var (papers, fields) = (0, 0);
        var lines = new List<string>();
        foreach (var paper in LayoutPaper.All.Where(which))
        {
            using var content = new MemoryStream(await File.ReadAllBytesAsync(paper.Path));
            var reading = Papers.Extractor.Read(await new DocumentReader().ReadAsync(content, paper.Path, CancellationToken.None), null);
            var recognised = paper.Types.Contains(reading.Type);
            papers += recognised ? 1 : 0;
            if (!recognised)
            {
                lines.Add($"{paper.Name}: {reading.Type}, not {string.Join('|', paper.Types)}");
            }

            foreach (var (word, names, values) in paper.Asked)
            {
                var missed = recognised ? values.Where(v => !LayoutValue.Holds(reading, names, word, v)).ToList() : [];
                fields += recognised && missed.Count == 0 ? 1 : 0;
                if (missed.Count > 0)
                {
                    lines.Add($"{paper.Name} {word} ({string.Join('|', names)}): not {string.Join('|', missed)} but {string.Join('|', reading.Fields.Where(f => names.Contains(f.Name)).Select(f => f.Date ?? $"{f.Qualifier}:{f.Written} {f.Unit}").Take(8))}");
                }
            }
        }

        return (papers, fields, lines);
    }
}

/// <summary>One paper of <c>layouts/expected.json</c>, its words turned into the product's.</summary>
internal sealed record LayoutPaper(string Path, string Type, IReadOnlyList<string> Types, IReadOnlyList<(string Word, string[] Names, string[] Values)> Asked)
{
    private static readonly string Folder = System.IO.Path.Combine(FindTests(), "layouts");

    public string Name => System.IO.Path.GetFileName(Path);

    public bool IsHeldOut => Name.Contains("-c.", StringComparison.Ordinal);

    public static IReadOnlyList<LayoutPaper> All { get; } = ReadAll();

    /// <summary>What was reached: type, papers, fields.</summary>
    public static IReadOnlyList<(string Name, int Papers, int Fields)> Floors { get; } =
        [.. File.ReadAllLines(System.IO.Path.Combine(Folder, "floors.txt")).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(' ')).Select(w => (w[0], int.Parse(w[1], CultureInfo.InvariantCulture), int.Parse(w[2], CultureInfo.InvariantCulture)))];

    private static List<LayoutPaper> ReadAll()
    {
        using var map = JsonDocument.Parse(File.ReadAllText(System.IO.Path.Combine(Folder, "map.json")));
        using var expected = JsonDocument.Parse(File.ReadAllText(System.IO.Path.Combine(Folder, "expected.json")));
        var types = map.RootElement.GetProperty("types").EnumerateObject().ToDictionary(p => p.Name, p => Strings(p.Value));
        var fields = map.RootElement.GetProperty("fields").EnumerateObject().ToDictionary(p => p.Name, p => Strings(p.Value));
        var papers = new List<LayoutPaper>();
        foreach (var item in expected.RootElement.EnumerateArray())
        {
            var type = item.GetProperty("type").GetString() ?? "no-evidence";
            var asked = new List<(string, string[], string[])>();
            foreach (var field in type == "no-evidence" ? [] : item.GetProperty("fields").EnumerateObject().ToList())
            {
                var bare = field.Name.EndsWith(".consumption", StringComparison.Ordinal) || field.Name.EndsWith(".activityData", StringComparison.Ordinal) || field.Name.EndsWith(".factor", StringComparison.Ordinal) ? field.Name.Split('.')[^1] : field.Name.Split('.')[0];
                var names = fields.GetValueOrDefault($"{type}/{bare}") ?? fields.GetValueOrDefault(bare) ?? [];
                if (names.Length > 0)
                {
                    asked.Add((field.Name, names, field.Value.ValueKind == JsonValueKind.Array ? Strings(field.Value) : [field.Value.ToString()]));
                }
            }

            papers.Add(new LayoutPaper(System.IO.Path.Combine(Folder, item.GetProperty("file").GetString() ?? string.Empty), type, type == "no-evidence" ? [EvidenceVocabulary.Unrecognised] : types[type], asked));
        }

        return papers;
    }

    private static string[] Strings(JsonElement list) => [.. list.EnumerateArray().Select(v => v.ToString())];

    private static string FindTests()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "PolicyGraph.sln")))
        {
            folder = folder.Parent;
        }

        return System.IO.Path.Combine(folder!.FullName, "tests", "PolicyGraph.Extraction.Tests"); // the tests lie inside the solution
    }
}

/// <summary>Whether a reading holds an expected value: dates by their ISO form, numbers by amount and unit, words by their letters.</summary>
internal static class LayoutValue
{
    public static bool Holds(EvidenceReading reading, string[] names, string word, string value)
    {
        var fields = reading.Fields;
        return names.Any(name => name switch
        {
            "*year" => fields.Any(f => f.PeriodStart is { } from && f.PeriodEnd is { } to && from.Year == to.Year && from.Year.ToString(CultureInfo.InvariantCulture) == value),
            "*from" => fields.Any(f => Iso(f.PeriodStart).StartsWith(value, StringComparison.Ordinal)),
            "*until" => fields.Any(f => Iso(f.PeriodEnd).StartsWith(value, StringComparison.Ordinal)),
            "*qualifier" => fields.Any(f => f.Qualifier is { } q && Same(q, value)),
            "*claim" => fields.Any(f => f.Number is not null && Amounts(f, value)),
            _ => fields.Any(f => f.Name == name && (f.Date is { } date ? date.StartsWith(value, StringComparison.Ordinal) : f.Number is not null ? Amounts(f, value) : f.Statement is not null ? Says(f, word, value) : f.Qualifier is { } q && name == "platformFunction" ? Same(q, value) : Same(f.Written, value))),
        });
    }

    // A statement has no words in common with a count of records: 0 条 is none, 否 is none.
    private static bool Says(EvidenceField field, string word, string value) =>
        Same(field.Written, value) || field.Statement == (word == "neverRemovedFromList" || value.StartsWith('0') || value.Contains('无', StringComparison.Ordinal) || value.Contains('未', StringComparison.Ordinal) ? "none" : "occurred") || (word == "status" && field.Statement is "yes" or "none");

    private static bool Amounts(EvidenceField field, string value)
    {
        var words = value.Split(' ');
        var last = words.Length > 1 && !char.IsAsciiDigit(words[^1][0]) ? words[^1] : null;
        var digits = string.Concat(last is null ? words : words[..^1]).Replace(",", string.Empty, StringComparison.Ordinal).Replace("，", string.Empty, StringComparison.Ordinal);
        if (!decimal.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
        {
            return Same(field.Written, value);
        }

        var units = Papers.Units;
        return units.TryCanonical(number, last, out var a, out var u) && units.TryCanonical(field.Number!.Value, field.Unit, out var b, out var v) ? a == b && u == v : field.Number == number; // the caller saw a number
    }

    private static bool Same(string written, string value)
    {
        var (a, b) = (Fold(written), Fold(value));
        return a == b || (Math.Min(a.Length, b.Length) >= 3 && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal)));
    }

    private static string Fold(string text) => NormalizedText.Fold(text).Squeeze().Text.ToUpperInvariant();

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty;
}
