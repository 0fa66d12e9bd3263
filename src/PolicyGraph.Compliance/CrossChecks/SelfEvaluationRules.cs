namespace PolicyGraph.Compliance.CrossChecks;

/// <summary>A self-evaluation is a claim: its amounts are held against the evidence.</summary>
internal static class SelfEvaluationRules
{
    /// <summary>Amounts that differ from those of a paper.</summary>
    internal static IEnumerable<Defect> Amounts(CheckContext context)
    {
        foreach (var file in context.Files.Where(f => f.Type == "self-evaluation"))
        {
            foreach (var fact in file.Facts.Where(f => f.Number is not null && f.Role != "part" && (f.PeriodStart is null || (f.PeriodStart.Value.Year == context.Dossier.Year && f.PeriodEnd?.Year == context.Dossier.Year))))
            {
                if (StatedQuantities.KeyOf(fact, context.Dossier.Year) is not { } key || context.Quantities.Measure(fact).Amount is not { } amount)
                {
                    continue;
                }

                var evidence = context.Stated.Values.Where(v => v.Key == key).ToList();
                if (evidence.Count > 0 && !evidence.Exists(v => v.Amount.Agrees(amount)))
                {
                    yield return AgreementRules.Differ(context, "claim-differs", new StatedQuantity(key, evidence[0].Name, file, amount), evidence[0]);
                }
            }
        }
    }

    /// <summary>A denial of penalties, accidents or lists that a credit report or an authority refutes, within the three years before as-of.</summary>
    internal static IEnumerable<Defect> Denials(CheckContext context)
    {
        var start = context.Dossier.AsOf.AddYears(-3);
        foreach (var file in context.Files.Where(f => f.Type is "self-evaluation" or "enterprise-declaration"))
        {
            foreach (var denial in file.Facts.Where(f => f.Statement == "none" && context.Foreign(file, f) is null).DistinctBy(f => f.Field))
            {
                var refuted = context.Dossier.Evidence.Where(f => f.Type is "credit-report" or "authority-statement").SelectMany(f => f.Facts)
                    .FirstOrDefault(f => f.Field == denial.Field && f is { Statement: "occurred", PeriodStart: { } from, PeriodEnd: { } to } && to >= start && from >= (denial.PeriodStart ?? start) && from <= (denial.PeriodEnd ?? context.Dossier.AsOf) && context.Foreign(context.File(f), f) is null);
                if (refuted is not null)
                {
                    yield return context.Between("denial-refuted", DefectKind.Contradiction, denial, refuted, $"“{file.Path}”称“{denial.Written}”，“{context.File(refuted).Path}”有 {refuted.PeriodStart:yyyy-MM-dd} 的记录“{refuted.Written}”，请更正");
                }
            }
        }
    }
}
