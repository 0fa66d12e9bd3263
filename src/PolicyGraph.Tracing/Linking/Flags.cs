using PolicyGraph.Ontology.Units;
using PolicyGraph.Tracing.Facts;

namespace PolicyGraph.Tracing.Linking;

/// <summary>What a reader should notice about a target in its chain.</summary>
/// <param name="units">To compare values.</param>
/// <param name="validity">Which documents are in force.</param>
/// <param name="alike">Targets by what they measure.</param>
/// <param name="parents">Ids of the targets that something contributes to.</param>
internal sealed class Flags(UnitLexicon units, Validity validity, ILookup<string, TargetFacts> alike, IReadOnlySet<string> parents)
{
    /// <summary>The flags of one target, in the order of the contract.</summary>
    public IReadOnlyList<TraceFlag> Of(Descent descent) =>
        descent.Parent is { } parent ? [.. OfChild(descent.Target, parent)] : OfRoot(descent) is { } flag ? [flag] : [];

    /// <summary>Other statements of one target at its own level: the same value of the same indicator for the same year and scope.</summary>
    public static IReadOnlyList<TargetFacts> Restated(TargetFacts target, IEnumerable<TargetFacts> alike) =>
    [
        .. alike.Where(t => t.Id != target.Id && t.Document.Place == target.Document.Place && t.Document.Level == target.Document.Level && t.Year == target.Year && t.Value == target.Value && t.ValueMax == target.ValueMax
            && t.Change == target.Change && t.Scope.IsSame(target.Scope)),
    ];

    private IEnumerable<TraceFlag> OfChild(TargetFacts child, TargetFacts parent)
    {
        if (Strength.Weaker(child, parent, units) is { } weaker)
        {
            yield return new TraceFlag(TraceFlagKind.WeakerThanParent, weaker + "。");
        }

        if (child.Year > parent.Year)
        {
            yield return new TraceFlag(TraceFlagKind.Later, $"上级到{parent.Year}年，本条到{child.Year}年，晚于上级。");
        }

        if (child.BaseYear is { } own && parent.BaseYear is { } above && own != above)
        {
            yield return new TraceFlag(TraceFlagKind.DifferentBaseline, $"上级以{above}年为基期，本条以{own}年为基期，数值不能直接比较。");
        }

        if (Linking.Units.Relate(child.Unit, parent.Unit, units) is not UnitRelation.Same and var relation)
        {
            var converted = relation == UnitRelation.Converts && Linking.Units.Convert(child.Value, child.Unit, parent.Unit, units) is { } value ? $"本条合{ValueWords.Number(value)}{parent.Unit}" : "两者不能换算";
            yield return new TraceFlag(TraceFlagKind.DifferentUnit, $"上级的单位是{parent.Unit ?? "（未写）"}，本条是{child.Unit ?? "（未写）"}，{converted}。");
        }

        if (validity.Ended(parent.Document) is { } ended)
        {
            yield return new TraceFlag(TraceFlagKind.ReplacedParent, $"上级目标所在的{parent.Document.Named}{ended}。");
        }
    }

    private TraceFlag? OfRoot(Descent descent)
    {
        var target = descent.Target;
        if (target.Document.Rank == PlaceLevel.National)
        {
            return parents.Contains(target.Id) || Restated(target, alike[target.Measure.Key]).Any(t => parents.Contains(t.Id))
                ? null
                : new TraceFlag(TraceFlagKind.NoChild, $"已装载的文件里没有省级或市级目标落实这一全国目标（{target.Measure.Name}）。");
        }

        if (target.Document.Rank is null)
        {
            return null;
        }

        return new TraceFlag(TraceFlagKind.Orphan, descent.Nearest is { } nearest
            ? $"没有找到上级目标：{nearest.Target.Document.Named}有同一指标的目标（{ValueWords.Of(nearest.Target)}），但{nearest.Why.Reason}。"
            : $"已装载的上级文件里没有“{target.Measure.Name}”这一指标的目标。");
    }
}
