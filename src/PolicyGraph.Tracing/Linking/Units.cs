using PolicyGraph.Ontology.Units;

namespace PolicyGraph.Tracing.Linking;

/// <summary>How the unit of one value stands to that of another.</summary>
public enum UnitRelation
{
    /// <summary>The same unit, however it is written, or two words that count the same things (家, 个).</summary>
    Same,

    /// <summary>Another size of the same quantity: 千克标准煤/吨 and 吨标准煤/吨.</summary>
    Converts,

    /// <summary>Another quantity, or a unit that is not known.</summary>
    Other,
}

/// <summary>Compares units.</summary>
public static class Units
{
    /// <summary>How two units stand to each other.</summary>
    public static UnitRelation Relate(string? one, string? other, UnitLexicon units)
    {
        ArgumentNullException.ThrowIfNull(units);
        if (string.Equals(one, other, StringComparison.Ordinal))
        {
            return UnitRelation.Same;
        }

        if (!units.TryParse(one, out var left) || !units.TryParse(other, out var right))
        {
            return UnitRelation.Other;
        }

        if (IsCounting(left) && IsCounting(right))
        {
            return UnitRelation.Same;
        }

        return left.Dimension != right.Dimension ? UnitRelation.Other : left.Factor == right.Factor && !IsPoint(one) && !IsPoint(other) ? UnitRelation.Same : IsPoint(one) != IsPoint(other) ? UnitRelation.Other : UnitRelation.Converts;
    }

    /// <summary>A value in another unit; null when it does not convert. What is counted keeps its number.</summary>
    public static decimal? Convert(decimal value, string? from, string? to, UnitLexicon units)
    {
        ArgumentNullException.ThrowIfNull(units);
        if (string.Equals(from, to, StringComparison.Ordinal))
        {
            return value;
        }

        return Relate(from, to, units) is not UnitRelation.Other && units.TryConvert(value, from, to, out var converted) ? converted : null;
    }

    private static bool IsCounting(Unit unit) => unit.Dimension.StartsWith("count:", StringComparison.Ordinal);

    /// <summary>百分点 are no per cent: 提高5个百分点 and 提高5% differ.</summary>
    private static bool IsPoint(string? unit) => unit is "个百分点" or "百分点";
}
