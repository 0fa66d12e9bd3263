using PolicyGraph.Ontology.Standards;
using PolicyGraph.Ontology.Units;

namespace PolicyGraph.Compliance.Quantities;

/// <summary>The unit of a ratio, taken apart: what the numerator and the denominator must be, and how canonical values become it.</summary>
/// <param name="Written">As written: <c>kgce/t</c>, <c>%</c>, <c>1</c>.</param>
/// <param name="Numerator">Dimension of the numerator; null for a percentage or a pure number.</param>
/// <param name="Denominator">Dimension of the denominator; null for a percentage or a pure number.</param>
/// <param name="Factor">Canonical quotient of one of it.</param>
internal sealed record RatioUnit(string Written, string? Numerator, string? Denominator, decimal Factor)
{
    private static readonly string[] Pure = ["1", "-", "—", "–", "无", "无量纲", "倍", "比值"];

    /// <summary>Dimension of a fact that states the ratio itself; null for a pure number.</summary>
    internal string? Dimension => Numerator is null ? (Written is "%" or "‰" ? "ratio" : null) : $"{Numerator}/{Denominator}";

    /// <summary>Takes a unit apart as a rule needs it.</summary>
    /// <returns>Null when the unit cannot be that of the rule; <paramref name="why"/> says why.</returns>
    internal static RatioUnit? Parse(string written, RatioRule rule, UnitLexicon units, out string why)
    {
        why = string.Empty;
        if (rule.Percent)
        {
            why = $"单位“{written}”应为 %";
            return units.TryParse(written, out var percent) && percent.Dimension == "ratio" ? new RatioUnit(written.Trim(), null, null, percent.Factor / 100) : null;
        }

        if (Pure.Contains(written.Trim()))
        {
            why = $"单位“{written}”应为“分子单位/分母单位”";
            return rule.Unit == "1" ? new RatioUnit("1", null, null, 1) : null;
        }

        var slash = written.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || !units.TryParse(written[..slash], out var above) || !units.TryParse(written[(slash + 1)..], out var below))
        {
            why = $"单位“{written}”不认识，应为“分子单位/分母单位”，如 {rule.Unit}";
            return null;
        }

        why = $"单位“{written}”不能用于这一指标，应与 {rule.Unit} 同类";
        return Fits(rule.Numerator[0], above) && Fits(rule.Denominator[0], below) ? new RatioUnit(written.Trim(), above.Dimension, below.Dimension, above.Factor / below.Factor) : null;
    }

    private static bool Fits(string field, Unit unit)
    {
        var quantity = QuantityField.Of(field);
        return field == RatioRule.Production
            ? unit.Dimension is not ("coal-equivalent" or "carbon" or "ratio" or "time")
            : quantity.Dimension is null || quantity.Dimension == unit.Dimension || field == "materialUse" || (quantity.IsWater && unit.Dimension is "mass" or "volume");
    }
}
