using PolicyGraph.Compliance.Evidence;
using PolicyGraph.Compliance.Facts;

namespace PolicyGraph.Compliance.Quantities;

/// <summary>Reads the concentration of a pollutant from the evaluation year to as-of: of several values the highest, for each must keep the limit.</summary>
/// <remarks>What a litre of water holds and what a cubic metre of gas holds are never held against each other.</remarks>
internal sealed class ConcentrationReader(Dossier dossier)
{
    private const string Field = "pollutantConcentration";
    private readonly QuantityReader quantities = new(dossier);

    /// <param name="names">Names of the pollutant.</param>
    /// <param name="unit">The unit of the limit: it tells water from gas.</param>
    internal Reading Read(IReadOnlyList<string> names, string unit)
    {
        var usable = new List<Amount>();
        var unusable = new List<(Fact Fact, string Why)>();
        foreach (var fact in quantities.Facts(Field).Where(f => OperandReader.IsNamed(f.Qualifier, names) && (f.Unit is null || IsWater(f.Unit) == IsWater(unit))))
        {
            var (amount, why) = quantities.Measure(fact, "mass/volume");
            if (amount is not null && PeriodFault(fact) is null)
            {
                usable.Add(amount);
            }
            else
            {
                unusable.Add((fact, why ?? PeriodFault(fact) ?? "不能采用"));
            }
        }

        return usable.Count > 0 ? new Reading.Known((usable.MaxBy(a => a.High) ?? usable[0]) with { Facts = [.. usable.OrderByDescending(a => a.High).SelectMany(a => a.Facts).Distinct()] })
            : unusable.Count > 0 ? new Reading.Unfit("排放浓度：" + string.Join("；", unusable.Select(u => $"“{dossier.Name(u.Fact)}”{u.Why}").Distinct().Take(3)), [.. unusable.Select(u => u.Fact)])
            : new Reading.Absent(Field, $"没有文件写明 {dossier.Year} 年以来{names.LastOrDefault(n => n.Length > 1) ?? "污染物"}的排放浓度");
    }

    /// <summary>The amount of a pollutant by concentration and volume, where no paper states it; null where one of the two is open.</summary>
    internal Amount? Discharged(IReadOnlyList<string> names, Amount volume, bool water)
    {
        var facts = quantities.Facts(Field).Where(f => OperandReader.IsNamed(f.Qualifier, names) && f.Unit is { } unit && IsWater(unit) == water).ToList();
        return quantities.Read(Field, facts, dossier.Year, "mass/volume") is Reading.Known { Amount: var density }
            ? new Amount(density.Low * volume.Low, density.High * volume.High, density.Quantum * volume.High, $"{density.Text} × {volume.Text}", [.. density.Facts.Concat(volume.Facts).Distinct()])
            : null;
    }

    private static bool IsWater(string unit) => unit.Contains('/', StringComparison.Ordinal) && (unit.EndsWith('L') || unit.EndsWith('l') || unit.EndsWith('升'));

    private string? PeriodFault(Fact fact)
    {
        var (from, to) = (fact.PeriodStart, fact.PeriodEnd);
        if (to is null)
        {
            from = to = Dossier.IssuedOn(dossier.File(fact), fact.Group);
        }

        return to is not { } last ? $"没有写明“{fact.Written}”属于哪一年"
            : from > dossier.AsOf || last.Year < dossier.Year ? $"的“{fact.Written}”属于 {QuantityReader.Period(from ?? last, last)}，不在 {dossier.Year} 年至评价日之间"
            : null;
    }
}
