using PolicyGraph.Compliance.Facts;

namespace PolicyGraph.Compliance.Quantities;

/// <summary>What a year's waste water carries by the concentrations of its own paper, to hold a stated discharge against.</summary>
internal static class DischargeFit
{
    private static readonly decimal[] Powers = [10, 100, 1000, 10000, 1000000];

    /// <summary>The tonnes that mean concentration × waste water gives; null where the paper states no concentration in water.</summary>
    /// <param name="file">The paper.</param>
    /// <param name="pollutant">The pollutant.</param>
    /// <param name="water">Its waste water of the year, in tonnes or cubic metres.</param>
    internal static decimal? Expected(EvidenceFile file, string? pollutant, Amount water)
    {
        var held = file.Facts.Where(f => f is { Field: "pollutantConcentration", Number: > 0, Unit: not null } && f.Qualifier == pollutant && f.Unit.EndsWith("/L", StringComparison.OrdinalIgnoreCase)).ToList();
        if (held.Count == 0)
        {
            return null;
        }

        var unit = held[0].Unit!; // filtered
        var scale = unit.StartsWith('μ') || unit.StartsWith("ug", StringComparison.OrdinalIgnoreCase) ? 0.000001m : unit.StartsWith("g", StringComparison.OrdinalIgnoreCase) ? 1m : 0.001m; // kg in a cubic metre for each
        return held.Average(f => f.Number!.Value) * scale * water.Low / 1000;
    }

    /// <summary>How many times apart two amounts are.</summary>
    internal static decimal Apart(decimal one, decimal other) => one <= 0 || other <= 0 ? 0 : one > other ? one / other : other / one;

    /// <summary>The power of ten that two amounts are about apart; 0 where there is none.</summary>
    internal static decimal Power(decimal apart) => Powers.FirstOrDefault(p => Math.Abs((apart / p) - 1) < 0.05m);
}
