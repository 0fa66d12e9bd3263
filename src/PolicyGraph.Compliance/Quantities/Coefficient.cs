using PolicyGraph.Compliance.Facts;
using PolicyGraph.Ontology.Evidence;
using PolicyGraph.Ontology.Units;
using PolicyGraph.Text;

namespace PolicyGraph.Compliance.Quantities;

/// <summary>Standard coal of one unit of an energy.</summary>
/// <param name="Low">tce of one canonical unit; the lower end where the source gives a range.</param>
/// <param name="High">The upper end.</param>
/// <param name="Text">How arithmetic prints it: kgce of one unit as the paper measures it, and whence.</param>
internal sealed record Coefficient(decimal Low, decimal High, string Text)
{
    /// <summary>The coefficient of GB/T 2589; null where the energy is not known in this unit.</summary>
    internal static Coefficient? Reference(Energy energy, Unit unit, EnergyLexicon energies, UnitLexicon units)
    {
        if (!units.TryParse(energy.Unit, out var own))
        {
            return null;
        }

        if (own.Dimension != unit.Dimension)
        {
            return unit.Dimension == "heat" && energy.Id == "steam" && energies.Energies.FirstOrDefault(e => e.Id == "heat") is { } heat ? Reference(heat, unit, energies, units) : null;
        }

        var low = (energy.Kgce ?? energy.KgceMin ?? 0) / 1000 / own.Factor;
        var high = (energy.Kgce ?? energy.KgceMax ?? 0) / 1000 / own.Factor;
        var text = low == high ? Numbers.Short(low * unit.Factor * 1000) : $"[{Numbers.Short(low * unit.Factor * 1000)}, {Numbers.Short(high * unit.Factor * 1000)}]";
        return new Coefficient(low, high, $"{text}（{energies.Source} 参考值{(energy.Certainty == "verified" ? string.Empty : "，待核实")}）");
    }

    /// <summary>A coefficient that a paper states; null when its words leave open what it is per.</summary>
    /// <param name="fact">The stated coefficient: kgce/m³, tce/万kWh, or kgce of one unit of the row.</param>
    /// <param name="unit">The unit in which the row is measured.</param>
    /// <param name="reference">What it should be near, to tell kgce from tce where no unit stands; null when unknown.</param>
    /// <param name="units">The units that are known.</param>
    internal static Coefficient? Stated(Fact fact, Unit unit, Coefficient? reference, UnitLexicon units)
    {
        if (fact.Number is not > 0 and not null || fact.Number is not { } number || number is <= 0 or > 1_000_000)
        {
            return null;
        }

        if (Per(fact.Unit, unit, units) is { } per)
        {
            return Make(number * per, unit);
        }

        if (fact.Unit is not null || reference is null)
        {
            return null;
        }

        return ((decimal[])[0.001m, 1m]).Select(f => Make(number * f / unit.Factor, unit)).FirstOrDefault(c => c.Low > reference.Low / 2 && c.High < reference.High * 2);
    }

    /// <summary>tce of one canonical unit for each 1 that is written; null when the unit does not say.</summary>
    private static decimal? Per(string? written, Unit unit, UnitLexicon units)
    {
        if (written is null)
        {
            return null;
        }

        if (units.TryParse(written, out var quotient) && quotient.Dimension == "coal-equivalent/" + unit.Dimension)
        {
            return quotient.Factor;
        }

        var text = NormalizedText.Fold(written).Squeeze().Text;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var below = slash < 0 ? string.Empty : text[(slash + 1)..];
        return units.TryParse(slash < 0 ? text : text[..slash], out var coal) && coal.Dimension == "coal-equivalent" && (below.Length == 0 || below.Contains("单位", StringComparison.Ordinal)) ? coal.Factor / unit.Factor : null;
    }

    private static Coefficient Make(decimal tce, Unit unit) => new(tce, tce, Numbers.Plain(decimal.Round(tce * unit.Factor * 1000, 8)));

    /// <summary>Whether a stated coefficient can be one of this energy: electricity and heat are fixed, fuels vary with their heating value.</summary>
    internal bool IsPlausible(Coefficient reference, Energy energy)
    {
        var slack = energy.Id is "electricity" or "heat" ? 0.01m : 0.35m;
        return energy.Certainty != "verified" || (Low >= reference.Low * (1 - slack) && High <= reference.High * (1 + slack));
    }
}
