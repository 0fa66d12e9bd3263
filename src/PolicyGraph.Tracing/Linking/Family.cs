using PolicyGraph.Tracing.Facts;

namespace PolicyGraph.Tracing.Linking;

/// <summary>A target with the one above it that was chosen.</summary>
/// <param name="Target">The target.</param>
/// <param name="Parent">The target that it contributes to; null for a root.</param>
/// <param name="Kinship">What makes it the child of <paramref name="Parent"/>; null for a root.</param>
/// <param name="Nearest">For a root that measures what one above it measures: the nearest of these and why it is no parent.</param>
internal sealed record Descent(TargetFacts Target, TargetFacts? Parent, Kinship.Child? Kinship, (TargetFacts Target, Kinship.None Why)? Nearest);

/// <summary>Chooses for each target the one above it, if any.</summary>
internal sealed class Family(KinshipRules rules)
{
    /// <summary>The choice for one target.</summary>
    /// <param name="child">The target.</param>
    /// <param name="alike">All targets that measure the same.</param>
    public Descent Of(TargetFacts child, IEnumerable<TargetFacts> alike)
    {
        var above = alike.Where(t => t.Document.Id != child.Document.Id && child.Document.IsBelow(t.Document)).Select(t => (Target: t, Kinship: rules.Judge(child, t))).ToList();
        var best = above.Where(a => a.Kinship is Kinship.Child).OrderBy(a => Order(child, a.Target, (Kinship.Child)a.Kinship)).ThenBy(a => a.Target.Document.Id, StringComparer.Ordinal).ThenBy(a => a.Target.Start).ThenBy(a => a.Target.Id, StringComparer.Ordinal).FirstOrDefault();
        if (best.Target is not null)
        {
            return new Descent(child, best.Target, (Kinship.Child)best.Kinship, null);
        }

        var nearest = above.Where(a => a.Kinship is Kinship.None).OrderBy(a => ((Kinship.None)a.Kinship).Obstacle).ThenByDescending(a => a.Target.Document.Rank).ThenBy(a => Distance(child, a.Target)).ThenBy(a => a.Target.Id, StringComparer.Ordinal).FirstOrDefault();
        return new Descent(child, null, null, nearest.Target is null ? null : (nearest.Target, (Kinship.None)nearest.Kinship));
    }

    private static int Distance(TargetFacts child, TargetFacts other) =>
        Day.First(child.Document.IssuedOn) is { } own && Day.First(other.Document.IssuedOn) is { } its ? Math.Abs(own.DayNumber - its.DayNumber) : int.MaxValue;

    /// <summary>The nearest place first, then the strongest bond, the same year, the same scope, the same words, the newest document.</summary>
    private static (int Place, Bond Bond, Term Term, bool IsPart, bool OtherBase, int Newest) Order(TargetFacts child, TargetFacts parent, Kinship.Child kinship) =>
        (-(int)parent.Document.Rank.GetValueOrDefault(), kinship.Bond, kinship.Term, kinship.IsPart, child.BaseYear != parent.BaseYear, -(Day.First(parent.Document.IssuedOn)?.DayNumber ?? 0));
}
