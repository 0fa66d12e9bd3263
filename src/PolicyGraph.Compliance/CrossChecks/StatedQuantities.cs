using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Quantities;
using PolicyGraph.Ontology.Standards;
using PolicyGraph.Text;

namespace PolicyGraph.Compliance.CrossChecks;

/// <summary>What one paper says of one quantity, read alone as <c>gap</c> reads it.</summary>
/// <param name="Key">The quantity, what it is about, and the year: only equal keys are compared.</param>
/// <param name="Name">The quantity's name for sentences.</param>
/// <param name="File">The paper.</param>
/// <param name="Amount">The amount in the canonical unit.</param>
internal sealed record StatedQuantity(string Key, string Name, EvidenceFile File, Amount Amount)
{
    /// <summary>The value that the amount rests on first: its total, where there is one.</summary>
    internal Fact Fact => Amount.Facts.FirstOrDefault(f => f.Role == "total") ?? Amount.Facts[0];
}

/// <summary>Reads every paper alone: its quantities by year, and the totals that their own parts refute.</summary>
internal sealed class StatedQuantities
{
    private static readonly string[] Yearly = ["outputValue", "carbonTotal", "electricityActivity", "waterIntake", "waterReused", "waterDischarged", "wastewaterDischarge", "wasteGenerated", "wasteUtilised", "wasteStockUtilised", "wasteDisposed", "hazardousGenerated"];
    private static readonly string[] Timeless = ["landArea", "floorArea", "buildingFootprint"];
    private static readonly string[] Divided = ["pollutantDischarge", "materialUse", "energyConsumption", "output", "productFootprint"];

    private readonly CheckContext context;
    private readonly List<StatedQuantity> values = [];
    private readonly List<(EvidenceFile File, string Field, Reading.Clash Clash)> clashes = [];

    internal StatedQuantities(CheckContext context)
    {
        this.context = context;
        foreach (var file in context.Dossier.Evidence.Where(f => f.Type is not ("management-duties" or "enterprise-declaration" or "management-certificate" or "discharge-permit")))
        {
            Read(file);
        }
    }

    /// <summary>What the papers state, in the order of papers.</summary>
    internal IReadOnlyList<StatedQuantity> Values => values;

    /// <summary>Papers whose own figures do not fit together.</summary>
    internal IReadOnlyList<(EvidenceFile File, string Field, Reading.Clash Clash)> Clashes => clashes;

    /// <summary>The key of a value that a claim states; null where it is no quantity of this kind.</summary>
    internal static string? KeyOf(Fact fact, int year) =>
        Timeless.Contains(fact.Field) ? fact.Field
        : Yearly.Contains(fact.Field) || fact.Field == "energyTotal" ? Key(fact.Field, string.Empty, year)
        : fact.Field == "energyRenewable" && fact.PeriodStart is not null ? Key(fact.Field, PowerKind.Of(fact), year)
        : Divided.Contains(fact.Field) ? Key(fact.Field, About(fact), year)
        : null;

    private void Read(EvidenceFile file)
    {
        var years = file.Facts.Where(f => f is { PeriodStart: { } from, PeriodEnd: { } to } && from.Year == to.Year).Select(f => f.PeriodStart!.Value.Year).Distinct().ToList(); // filtered
        foreach (var field in Timeless)
        {
            Add(field, field, file, context.Quantities.Read(field, Facts(file, field), null));
        }

        if (file.Facts.Any(f => f.Field == "upgradeInvestment"))
        {
            Add("upgradeInvestment", "upgradeInvestment", file, context.Alone(file).Operands.Read("upgradeInvestment", ArithmeticRules.Investment, "money", []), ofParts: true);
        }

        foreach (var year in years)
        {
            foreach (var field in Yearly)
            {
                Add(Key(field, string.Empty, year), field, file, context.Quantities.Read(field, Facts(file, field), year));
            }

            foreach (var field in Divided)
            {
                foreach (var group in Facts(file, field).GroupBy(About).Where(g => g.Key.Length > 0 || field is "output" or "productFootprint"))
                {
                    if (field == "energyConsumption" && context.Energy.Consumed([.. group], year) is { } rows)
                    {
                        Add(Key(field, group.Key, year), field, file, rows, ofParts: true);
                        continue;
                    }

                    Add(Key(field, group.Key, year), field, file, context.Quantities.Read(field, [.. group], year), ofParts: true);
                }
            }

            // a paper on one energy (a gas ledger) is not about all of them
            var energy = context.Energy.ReadFile(file, year);
            var whole = file.Facts.Any(f => f.Field == "energyTotal") || file.Facts.Where(f => f.Field == "energyConsumption").Select(f => f.Qualifier).Distinct().Count() > 1;
            Add(Key("energyTotal", string.Empty, year), "energyTotal", file, whole || energy is Reading.Clash ? energy : null);
            ReadRenewable(file, year);
        }
    }

    // 绿电交易, 绿证 and 光伏 are different power, or the same power proved twice: only like is compared with like.
    private void ReadRenewable(EvidenceFile file, int year)
    {
        foreach (var group in Facts(file, "energyRenewable").Where(f => f.PeriodStart?.Year == year).GroupBy(PowerKind.Of).Where(g => g.Count() == 1))
        {
            if (context.Quantities.Measure(group.First(), "electricity").Amount is { } amount)
            {
                values.Add(new StatedQuantity(Key("energyRenewable", group.Key, year), QuantityField.Of("energyRenewable").Name, file, amount));
            }
        }
    }

    private void Add(string key, string field, EvidenceFile file, Reading? reading, bool ofParts = false)
    {
        switch (reading)
        {
            case Reading.Known { Amount: { Facts.Count: > 0 } amount }:
                values.Add(new StatedQuantity(key, QuantityField.Of(field).Name, file, amount));
                break;
            case Reading.Clash clash when !ofParts || clash.Reason.Contains("的合计", StringComparison.Ordinal):
                clashes.Add((file, field, clash));
                break;
            default:
                break; // the paper does not say, or not in a usable way
        }
    }

    private List<Fact> Facts(EvidenceFile file, string field) => [.. file.Facts.Where(f => f.Field == field && context.Foreign(file, f) is null)];

    private static string Key(string field, string about, int year) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{field}|{about}|{year}");

    /// <summary>What a divided quantity is about: product, energy, material, pollutant; brackets and fillers left out.</summary>
    private static string About(Fact fact)
    {
        var text = NormalizedText.Fold(fact.Qualifier ?? string.Empty).Squeeze().Text;
        var open = text.IndexOf('(', StringComparison.Ordinal);
        text = open > 0 ? text[..open] : text;
        return ((string[])["合格品", "合格", "产品", "产量", "成品", "主要", "消耗量", "用量", "工业产销总值及"]).Aggregate(text, (t, n) => t.Replace(n, string.Empty, StringComparison.Ordinal));
    }
}

/// <summary>How two figures that should be equal differ.</summary>
internal static class Slip
{
    private static readonly decimal[] Powers = [10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000];

    /// <summary>The power of ten that lies between two amounts; null when there is none.</summary>
    internal static decimal? Factor(decimal a, decimal b)
    {
        if (a <= 0 || b <= 0)
        {
            return null;
        }

        var quotient = a > b ? a / b : b / a;
        var power = Powers.FirstOrDefault(p => Math.Abs((quotient / p) - 1) < 0.0005m);
        return power == 0 ? null : power;
    }

    /// <summary>Whether two facts write the same digits under units of one dimension that differ, by which the amounts differ.</summary>
    internal static bool IsSameFigure(Fact a, Fact b) => a.Number is { } x && x == b.Number && x != 0 && a.Unit is not null && b.Unit is not null && a.Unit != b.Unit;
}
