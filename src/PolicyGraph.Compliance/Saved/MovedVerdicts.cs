using PolicyGraph.Compliance.Verdicts;

namespace PolicyGraph.Compliance.Saved;

/// <summary>What moved between a kept assessment and an answer of now, and because of what: one pure function of both.</summary>
/// <remarks>
/// A verdict is a function of papers, declarations, rules, benchmarks and the day. So the causes of a verdict that moved are among what differs there: first what the verdict itself
/// rested or rests on; only where none of that differs, what it could have rested on.
/// </remarks>
public static class MovedVerdicts
{
    /// <summary>Every criterion whose verdict is another now, in the order of the answer; those that are not judged any more come last.</summary>
    /// <param name="saved">What was kept.</param>
    /// <param name="now">An answer about the same enterprise and standards; it has its basis.</param>
    public static IReadOnlyList<MovedVerdict> Between(SavedAssessment saved, Assessment now)
    {
        ArgumentNullException.ThrowIfNull(saved);
        ArgumentNullException.ThrowIfNull(now);
        var basis = now.Basis ?? throw new ArgumentException("an assessment without basis cannot be compared", nameof(now));
        var causes = new MoveCauses(saved, now, basis);
        var before = saved.Findings.ToDictionary(f => (f.Standard, f.Criterion));
        var moved = new List<MovedVerdict>();
        foreach (var finding in now.Findings)
        {
            before.Remove((finding.Standard, finding.Criterion), out var old);
            if (old?.Verdict != finding.Verdict)
            {
                moved.Add(new MovedVerdict(finding.Standard, finding.Criterion, old?.Verdict, finding.Verdict, causes.Of(old, finding)));
            }
        }

        moved.AddRange(saved.Findings.Where(f => before.ContainsKey((f.Standard, f.Criterion))).Select(f => new MovedVerdict(f.Standard, f.Criterion, f.Verdict, null, causes.Of(f, null))));
        return moved;
    }
}
