using System.Globalization;
using System.Text;
using System.Text.Json;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Ontology.Units;

namespace PolicyGraph.Compliance.Tests.Cards;

/// <summary>One line of <c>cards/*.jsonl</c>: an enterprise, a day, papers, a benchmark or rules, and what must become of one criterion.</summary>
internal sealed class PlantedFigure(JsonElement line)
{
    // What the lines call criteria whose ids were not known to their writer.
    private static readonly Dictionary<string, string> Measures = new(StringComparer.Ordinal)
    {
        ["工业固体废物综合利用率 Kr"] = "performance.waste-recovery.solid-waste",
        ["废水处理回用率 Kw"] = "performance.waste-recovery.wastewater-reuse",
        ["容积率 R"] = "performance.land-use.floor-area-ratio",
        ["建筑密度 r"] = "performance.land-use.building-density",
        ["绿色物料使用率 ε"] = "performance.green-materials",
        ["单位产品废水产生量 w"] = "performance.clean-production.wastewater",
        ["单位产品综合能耗 Eui"] = "performance.low-carbon.energy",
    };

    private static readonly Dictionary<string, string> Guesses = new(StringComparer.Ordinal)
    {
        ["clean.pollutant-intensity.wastewater"] = "clean.wastewater-intensity",
        ["clean.pollutant-intensity.voc"] = "clean.pollutant-intensity.vocs",
        ["clean.pollutant-intensity.nh3n"] = "clean.pollutant-intensity.nh3-n",
        ["clean.pollutant-intensity.particulate"] = "clean.pollutant-intensity.pm",
        ["performance.energy"] = "performance.low-carbon.energy",
    };

    internal string Id => Text("id");

    internal string Group => Text("group");

    internal string Standard => Text("standard");

    /// <summary>Where the lines stand.</summary>
    internal static string Folder { get; } = FindFolder();

    internal string CreditCode => Enterprise.CreditCode;

    internal EnterpriseFacts Enterprise => new()
    {
        Name = Own("name"), CreditCode = Own("creditCode"), Industry = Own("industry"), Jurisdiction = Own("region"), Products = [Own("product")], EvaluationYear = Year, Park = Park, Processes = Processes,
    };

    internal DateOnly AsOf => DateOnly.ParseExact(Text("asOf"), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal JsonElement Expected => line.GetProperty("expected");

    internal IEnumerable<JsonElement> Rules => line.TryGetProperty("rules", out var rules) ? rules.EnumerateArray() : [];

    internal IEnumerable<(string Name, string Text)> Papers => line.GetProperty("papers").EnumerateArray().Select(p => (p.GetProperty("name").GetString()!, p.GetProperty("text").GetString()!)); // both are always there

    internal string Criterion => Measure is { } measure ? Measures[measure] : Guesses.GetValueOrDefault(Text("criterion"), Text("criterion"));

    /// <summary>The line's <c>enterprise.yaml</c>.</summary>
    internal string Profile
    {
        get
        {
            var own = Enterprise;
            return $"name: \"{own.Name}\"\ncreditCode: \"{own.CreditCode}\"\nindustry: \"{own.Industry}\"\njurisdiction: \"{own.Jurisdiction}\"\nproducts: [\"{own.Products[0]}\"]\n"
                + string.Create(CultureInfo.InvariantCulture, $"evaluationYear: {Year}\n")
                + (own.Processes.Count > 0 ? $"processes: [{string.Join(", ", own.Processes.Select(p => $"\"{p}\""))}]\n" : string.Empty) + (own.Park is { } park ? $"park: \"{park}\"\n" : string.Empty);
        }
    }

    internal string? Unit => Expected.TryGetProperty("unit", out var unit) ? unit.GetString() : null;

    /// <summary>The park, or the special area that a rule names where the line says that the enterprise lies in one.</summary>
    private string? Park => line.GetProperty("enterprise").TryGetProperty("park", out var park) ? park.GetString()
        : line.GetProperty("enterprise").TryGetProperty("specialArea", out _) ? Rules.Select(r => r.GetProperty("scope").GetProperty("region").GetString()).FirstOrDefault(r => r?.Length > 12)
        : null;

    private IReadOnlyList<string> Processes => line.GetProperty("enterprise").TryGetProperty("process", out var processes) && processes.ValueKind == JsonValueKind.Array
        ? [.. processes.EnumerateArray().Select(p => p.GetString()!)] // names
        : [];

    /// <summary>The benchmark file of the line; null where it has none.</summary>
    internal string? Benchmarks => line.TryGetProperty("benchmark", out var b) && b.ValueKind == JsonValueKind.Object
        ? $"standard: {b.GetProperty("standard").GetString()}\nindustry: \"{b.GetProperty("industry").GetString()}\"\nyear: {b.GetProperty("year").GetInt32()}\nindicators:\n"
            + $"  {Criterion}: {{ unit: \"{b.GetProperty("unit").GetString()}\", lead: {b.GetProperty("lead").GetString()}, base: {b.GetProperty("base").GetString()}, weight: 100 }}\n"
        : null;

    /// <summary>Why an answer is wrong; null when it is right.</summary>
    internal string? Fault(Finding finding, UnitLexicon units)
    {
        var verdict = VerdictWord.Of(finding.Verdict);
        var accepted = Expected.TryGetProperty("accept", out var accept) ? [.. accept.EnumerateArray().Select(a => a.GetString())] : (string?[])[Expected.GetProperty("verdict").GetString()];
        if (!accepted.Contains(verdict))
        {
            return $"{verdict}, not {string.Join('|', accepted)}";
        }

        if (finding.Kind is not PolicyGraph.Ontology.Standards.CriterionKind.Scored and not PolicyGraph.Ontology.Standards.CriterionKind.Mandatory || Benchmarks is null && !Rules.Any() || verdict is not ("met" or "not_met"))
        {
            return null; // of a veto the count is told for information
        }

        var value = Converted(finding, units);
        return Number("value") is { } wanted && (value is not { } got || Math.Abs(got - wanted) > Math.Max(Math.Abs(wanted) * 1e-6m, 1e-9m)) && !IsHeat(value, wanted)
            ? $"{value?.ToString(CultureInfo.InvariantCulture) ?? "no value"}, not {wanted.ToString(CultureInfo.InvariantCulture)}"
            : null;
    }

    /// <summary>The value in the unit of the line, where the two are of one kind.</summary>
    private decimal? Converted(Finding finding, UnitLexicon units) =>
        finding is { Value: { } value, Unit: { } unit } && Unit is { } wanted && unit != wanted && units.TryParse(unit, out var from) && units.TryParse(wanted, out var to) && from.Dimension == to.Dimension ? value * from.Factor / to.Factor : finding.Value;

    /// <summary>Of heat both 29.307 GJ/tce and 34.12 kgce/GJ are in use; they move a value by 5e-5.</summary>
    private bool IsHeat(decimal? value, decimal wanted) => value is { } got && Papers.Any(p => p.Text.Contains("GJ", StringComparison.Ordinal)) && Math.Abs(got - wanted) <= Math.Abs(wanted) * 1e-4m;

    private string? Measure => line.TryGetProperty("benchmark", out var b) && b.ValueKind == JsonValueKind.Object && b.TryGetProperty("measure", out var m) ? m.GetString() : null;

    /// <summary>The evaluation year.</summary>
    internal int Year => line.TryGetProperty("period", out var p) && int.TryParse(p.ValueKind == JsonValueKind.Number ? p.GetRawText() : p.GetString(), out var year) ? year : AsOf.Year - 1;

    private decimal? Number(string key) => Expected.GetProperty(key).GetString() is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    internal string Name => Own("name");

    private string Own(string key) => line.GetProperty("enterprise").GetProperty(key).GetString()!; // every line has them

    private string Text(string key) => line.TryGetProperty(key, out var value) ? value.GetString() ?? string.Empty : string.Empty;

    /// <summary>The lines of one file.</summary>
    internal static IReadOnlyList<PlantedFigure> Read(string file)
    {
        var lines = new List<PlantedFigure>();
        foreach (var text in File.ReadLines(Path.Combine(Folder, file)).Where(l => l.Length > 0))
        {
            using var json = JsonDocument.Parse(text);
            lines.Add(new PlantedFigure(json.RootElement.Clone()));
        }

        return lines;
    }

    private static string FindFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PolicyGraph.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests run outside of the repository");
        }

        return Path.Combine(folder, "tests", "PolicyGraph.Compliance.Tests", "Cards");
    }
}
