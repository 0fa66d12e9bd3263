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
    private readonly List<(string Action, List<Finding> Needed)> actions = [];
    private readonly Dictionary<Finding, HashSet<string>> open = new(ReferenceEqualityComparer.Instance);

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
        var at = actions.FindIndex(a => a.Action == action);
        if (at < 0)
        {
            actions.Add((action, []));
            at = actions.Count - 1;
        }

        actions[at].Needed.Add(finding);
        if (!open.TryGetValue(finding, out var needs))
        {
            open.Add(finding, needs = new HashSet<string>(StringComparer.Ordinal));
        }

        needs.Add(action);
    }

    private List<NextAction> Order()
    {
        var ordered = new List<NextAction>();
        while (actions.Count > 0)
        {
            var best = actions.OrderByDescending(a => a.Needed.Count(IsLast)).ThenByDescending(a => a.Needed.Count).ThenByDescending(a => a.Needed.Count(IsHard)).First(); // stable: the order of the findings
            var settled = best.Needed.FindAll(IsLast);
            ordered.Add(new NextAction(best.Action, [.. (settled.Count > 0 ? settled : best.Needed).Select(f => f.Criterion).Distinct()]));
            best.Needed.ForEach(f => open[f].Remove(best.Action));
            actions.Remove(best);
        }

        return ordered;
    }

    private bool IsLast(Finding finding) => open[finding].Count == 1;

    private static bool IsHard(Finding finding) => finding.Kind is CriterionKind.Veto or CriterionKind.Mandatory;
}
