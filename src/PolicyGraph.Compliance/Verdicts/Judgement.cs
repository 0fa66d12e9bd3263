using PolicyGraph.Compliance.Facts;

namespace PolicyGraph.Compliance.Verdicts;

/// <summary>What a rule makes of the papers, before weights.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">Why, in Chinese.</param>
internal sealed record Judgement(Verdict Verdict, string Reason)
{
    internal IReadOnlyList<Fact> Rests { get; init; } = [];

    internal IReadOnlyList<MissingPiece> Missing { get; init; } = [];

    /// <summary>The value in <see cref="Unit"/>; null where nothing was computed.</summary>
    internal decimal? Value { get; init; }

    internal string? Unit { get; init; }

    internal string? Arithmetic { get; init; }

    /// <summary>Part of the weight that is earned, 0 to 1; null for what is not decided.</summary>
    internal decimal? Share { get; init; }

    /// <summary>The rule that set the value, where several do; null otherwise.</summary>
    internal BindingRule? Binds { get; init; }

    /// <summary>The rules that it beat.</summary>
    internal IReadOnlyList<BindingRule> Over { get; init; } = [];

    /// <summary>How far the value lies from its bound, as a part of the bound; null where nothing was compared.</summary>
    internal decimal? Margin { get; init; }

    /// <summary>Whether the verdict is not met by nothing but a value that somebody recalled.</summary>
    internal bool RestsOnRecalledAlone { get; init; }

    /// <summary>Papers with the last day on which they hold.</summary>
    internal IReadOnlyList<(Fact Fact, DateOnly Last)> Ends { get; init; } = [];

    /// <summary>Reasons of parts in one sentence each: parts of which the same is said (安全：…；质量：…) share it.</summary>
    private static string Together(List<string> reasons)
    {
        static int Colon(string reason) => reason.IndexOf('：', StringComparison.Ordinal) is > 0 and < 24 and var at ? at : -1;
        return string.Join("；", reasons.GroupBy(r => Colon(r) < 0 ? r : r[Colon(r)..], StringComparer.Ordinal).Select(g => Colon(g.First()) < 0 ? g.First() : $"{string.Join("、", g.Select(r => r[..Colon(r)]))}{g.Key}"));
    }

    internal static Judgement Insufficient(string reason, string what, string name, string message) =>
        new(Verdict.InsufficientEvidence, reason) { Missing = [new MissingPiece(what, name, message)] };

    /// <summary>Parts of one criterion together: not met when any is; else insufficient; else defective; else met.</summary>
    internal static Judgement All(IReadOnlyList<Judgement> parts)
    {
        Verdict[] order = [Verdict.NotMet, Verdict.InsufficientEvidence, Verdict.DefectiveEvidence, Verdict.Met];
        var verdict = order.First(v => parts.Any(p => p.Verdict == v) || v == Verdict.Met);
        var deciding = parts.Where(p => p.Verdict == verdict).ToList();
        return new Judgement(verdict, Together([.. deciding.Select(p => p.Reason).Distinct()]))
        {
            Rests = [.. (verdict is Verdict.InsufficientEvidence or Verdict.DefectiveEvidence ? parts : deciding).SelectMany(p => p.Rests).Distinct()], // an open verdict rests on the parts that are not open too
            Missing = [.. parts.SelectMany(p => p.Missing).Distinct()],
            Ends = [.. deciding.SelectMany(p => p.Ends)],
        };
    }
}
