using PolicyGraph.Ontology.Units;
using PolicyGraph.Tracing.Facts;

namespace PolicyGraph.Tracing.Linking;

/// <summary>Whether a rate or intensity asks for less than its parent does.</summary>
internal static class Strength
{
    private static readonly string[] HigherEnds = ["利用率", "处理率", "处置率", "治理率", "回收率", "覆盖率", "普及率", "产出率", "达标率", "资源化率"];

    /// <summary>The reason why the child is weaker; null when it is not, or when the two cannot be held against each other.</summary>
    /// <remarks>Counts and totals are shares of the parent's and never weaker. A step on the way, another base year or another unit cannot be compared.</remarks>
    public static string? Weaker(TargetFacts child, TargetFacts parent, UnitLexicon units)
    {
        if (!child.Measure.IsRate || child.Year < parent.Year || (child.Change != "level" && child.BaseYear is { } own && parent.BaseYear is { } above && own != above))
        {
            return null;
        }

        if (MoreIsStronger(child, parent) is not { } more || Units.Convert(child.Value, child.Unit, parent.Unit, units) is not { } value)
        {
            return null;
        }

        var isWeaker = more ? value < parent.Value : value > parent.Value;
        var converted = value == child.Value && child.Unit == parent.Unit ? string.Empty : $"（合{ValueWords.Number(value)}{parent.Unit}）";
        return isWeaker ? $"上级要求{ValueWords.Of(parent)}，本条{ValueWords.Of(child)}{converted}，低于上级要求" : null;
    }

    /// <summary>Whether a greater value asks for more; null when the direction is not known.</summary>
    private static bool? MoreIsStronger(TargetFacts child, TargetFacts parent)
    {
        if (child.Change != "level")
        {
            return child.Measure.Term is not { } known || known.HigherIsBetter == (child.Change == "rise") ? true : null;
        }

        return child.Measure.Term?.HigherIsBetter
            ?? (parent.Comparator == ">=" ? true : parent.Comparator == "<=" ? false : HigherEnds.Any(e => child.Measure.Key.EndsWith(e, StringComparison.Ordinal)) ? true : null);
    }
}
