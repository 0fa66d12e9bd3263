using System.Globalization;
using PolicyGraph.Compliance.Facts;

namespace PolicyGraph.Compliance.Tests.Cards;

/// <summary>What the papers of a planted line state, read by hand (<c>facts.txt</c>).</summary>
internal static class PlantedFacts
{
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["E"] = "energyTotal", ["c"] = "energyConsumption", ["k"] = "energyCoefficient", ["f"] = "energyFeedstock", ["V"] = "energyRenewable", ["C"] = "carbonTotal", ["Q"] = "output", ["G"] = "outputValue", ["W"] = "waterIntake",
        ["R"] = "waterReused", ["S"] = "wasteGenerated", ["U"] = "wasteUtilised", ["Z"] = "wasteStockUtilised", ["M"] = "materialUse", ["I"] = "upgradeInvestment", ["D"] = "pollutantDischarge", ["N"] = "pollutantConcentration", ["A"] = "landArea",
        ["p"] = "platformFunction", ["n"] = "platformFunctionCount", ["b"] = "commissionedOn",
    };

    private static readonly string[] Timeless = ["landArea", "floorArea", "buildingFootprint", "commissionedOn", "platformFunction", "platformFunctionCount"];

    /// <summary>The papers by the id of the line.</summary>
    internal static IReadOnlyDictionary<string, string> All { get; } = File.ReadLines(Path.Combine(PlantedFigure.Folder, "facts.txt")).Where(l => l.Length > 0 && l[0] != '#')
        .ToDictionary(l => l[..l.IndexOf(' ', StringComparison.Ordinal)], l => l[(l.IndexOf(' ', StringComparison.Ordinal) + 1)..], StringComparer.Ordinal);

    internal static IReadOnlyList<EvidenceFile> Of(PlantedFigure line)
    {
        var papers = All[line.Id];
        var type = papers.StartsWith("@plan ", StringComparison.Ordinal) ? "management-duties" : "energy-statistics";
        return [.. papers.Replace("@plan ", string.Empty, StringComparison.Ordinal).Split(" | ").Select((paper, i) => new EvidenceFile
        {
            DocumentId = $"{line.Id}/{i}", Path = $"{i}.txt", Type = type, Facts = [.. paper.Split("; ").Select((fact, ordinal) => Read(line, $"{line.Id}/{i}", fact) with { Ordinal = ordinal })],
        })];
    }

    private static Fact Read(PlantedFigure line, string document, string written)
    {
        var words = written.Trim().Split(' ');
        var field = Fields.GetValueOrDefault(words[0], words[0]);
        string? Named(string key) => words.FirstOrDefault(w => w.StartsWith(key + "=", StringComparison.Ordinal))?[(key.Length + 1)..];
        var qualifier = Named("q") ?? (words.Length > 3 && !words[3].Contains('=', StringComparison.Ordinal) ? words[3] : field == "platformFunction" ? words[1] : null);
        var (from, to) = Period(line, field, Named("y"), Named("p"));
        return new Fact
        {
            DocumentId = document,
            Field = field,
            Written = words[1],
            Number = field != "platformFunction" && decimal.TryParse(words[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null,
            Unit = words.Length > 2 && words[2] != "-" && field is not ("platformFunction" or "commissionedOn") ? words[2] : null,
            Statement = field == "platformFunction" ? words[2] : null,
            Date = field == "commissionedOn" ? words[1] : null,
            Qualifier = qualifier,
            PeriodStart = from,
            PeriodEnd = to,
            Role = Named("r") ?? "value",
            Subject = Named("s")?.Replace("§", line.Name, StringComparison.Ordinal),
            Quote = Named("quote") ?? $"{qualifier}{words[1]}",
        };
    }

    private static (DateOnly? From, DateOnly? To) Period(PlantedFigure line, string field, string? year, string? period)
    {
        if (period is not null)
        {
            return (Day(period[..10]), Day(period[12..]));
        }

        return Timeless.Contains(field) ? (null, null) : year is null ? (new DateOnly(line.Year, 1, 1), new DateOnly(line.Year, 12, 31)) : (Day(year + "-01-01"), Day(year + "-12-31"));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
