using PolicyGraph.Compliance.Facts;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.Verdicts;

/// <summary>What to do next: at each turn the one action that settles most of what is still open, all earlier ones done.</summary>
/// <remarks>
/// An open criterion needs one or several actions (a total, an output, a benchmark file) and is settled by the last of them. An action that settles nothing by itself comes when no other does,
/// with the criteria that wait for it. Of equals the one that more criteria need goes first, then the one that clears a veto or a mandatory criterion, then the order of the findings.
/// </remarks>
internal sealed class NextActions
{
    private readonly List<Deed> deeds = [];
    private readonly Dictionary<string, Deed> byAction = new(StringComparer.Ordinal);
    private readonly Dictionary<Finding, HashSet<Deed>> open = new(ReferenceEqualityComparer.Instance);

    private NextActions()
    {
    }

    /// <summary>The actions in the order in which they are best done.</summary>
    internal static IReadOnlyList<NextAction> Of(IReadOnlyList<Finding> findings, IReadOnlyDictionary<string, CriterionFacts> criteria)
    {
        var next = new NextActions();
        foreach (var finding in findings)
        {
            foreach (var action in Needs(finding, criteria[$"{finding.Standard}/{finding.Criterion}"]).Distinct())
            {
                next.Add(action, finding);
            }
        }

        return next.Order();
    }

    private static IEnumerable<string> Needs(Finding finding, CriterionFacts criterion) => finding.Verdict switch
    {
        Verdict.InsufficientEvidence => finding.Missing.Select(m => Supply(m, criterion)),
        Verdict.DefectiveEvidence => [$"更正或重新提供：{finding.Reason}"],
        Verdict.NotMet => [finding.Kind is CriterionKind.Scored or CriterionKind.Optional ? $"改进“{finding.Title}”，至少达到基准值" : $"整改“{finding.Title}”：{finding.Reason}"],
        Verdict.Met or Verdict.NotApplicable => [],
        _ => throw new System.Diagnostics.UnreachableException($"verdict {finding.Verdict}"),
    };

    /// <summary>How a missing piece is supplied. What several criteria lack in the same words is one action.</summary>
    private static string Supply(MissingPiece missing, CriterionFacts criterion) => missing.What switch
    {
        "benchmark" => "取得本行业的评价方案（引领值、基准值、权重），用 --benchmarks 给出",
        "value" => Value(missing),
        "field" => missing.Message,
        _ => $"补交{criterion.Asks}",
    };

    /// <summary>The paper that states a value: 补交写明 2025 年产量的文件. Where more is wrong than that nobody states it, why stands behind.</summary>
    private static string Value(MissingPiece missing)
    {
        const string Nobody = "没有文件写明";
        var reason = missing.Message.IndexOf("，请补交：", StringComparison.Ordinal) is > 0 and var at ? missing.Message[..at] : missing.Message;
        return reason.StartsWith(Nobody, StringComparison.Ordinal) && !reason.Contains('，', StringComparison.Ordinal)
            ? $"补交写明{reason[Nobody.Length..].TrimEnd()}的文件"
            : $"补交写明{Quantities.QuantityField.Of(missing.Name).Name}的文件（{reason}）";
    }

    private void Add(string action, Finding finding)
    {
        if (!byAction.TryGetValue(action, out var deed))
        {
            byAction.Add(action, deed = new Deed(action));
            deeds.Add(deed);
        }

        deed.Needed.Add(finding);
        if (!open.TryGetValue(finding, out var needs))
        {
            open.Add(finding, needs = []);
        }

        needs.Add(deed);
    }

    private List<NextAction> Order()
    {
        foreach (var deed in deeds)
        {
            deed.Settles = deed.Needed.Count(f => open[f].Count == 1);
            deed.Hard = deed.Needed.Count(f => f.Kind is CriterionKind.Veto or CriterionKind.Mandatory);
        }

        var ordered = new List<NextAction>();
        while (deeds.Count > 0)
        {
            var best = deeds[0];
            foreach (var deed in deeds)
            {
                best = deed.IsBefore(best) ? deed : best; // of equals the first
            }

            var settled = best.Needed.FindAll(f => open[f].Count == 1);
            ordered.Add(new NextAction(best.Action, [.. (settled.Count > 0 ? settled : best.Needed).Select(f => f.Criterion).Distinct()]));
            deeds.Remove(best);
            foreach (var needs in best.Needed.Select(f => open[f]))
            {
                needs.Remove(best);
                if (needs.Count == 1)
                {
                    needs.First().Settles++;
                }
            }
        }

        return ordered;
    }

    /// <summary>An action, the findings that need it, and how many of them it settles now.</summary>
    private sealed class Deed(string action)
    {
        internal string Action { get; } = action;

        internal List<Finding> Needed { get; } = [];

        internal int Settles { get; set; }

        internal bool IsBefore(Deed other) => Settles != other.Settles ? Settles > other.Settles
            : Needed.Count != other.Needed.Count ? Needed.Count > other.Needed.Count
            : Hard > other.Hard;

        internal int Hard { get; set; }
    }
}
