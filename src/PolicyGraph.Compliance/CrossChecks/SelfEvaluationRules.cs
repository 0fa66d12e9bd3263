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
}
