using PolicyGraph.Compliance.Facts;
using PolicyGraph.Text;

namespace PolicyGraph.Compliance.CrossChecks;

/// <summary>Measured concentrations against the limits of the same paper and of the permit.</summary>
internal static class LimitRules
{
    /// <summary>A measured value above the limit that stands beside it.</summary>
    internal static IEnumerable<Defect> OwnLimit(CheckContext context)
    {
        foreach (var file in context.Dossier.Evidence)
        {
            foreach (var measured in file.Facts.Where(f => f is { Field: "pollutantConcentration", Number: not null } && context.Foreign(file, f) is null))
            {
                var limit = file.Facts.FirstOrDefault(f => f.Field == "pollutantLimit" && f.Qualifier == measured.Qualifier && f.PeriodStart == measured.PeriodStart && f.Ordinal > measured.Ordinal);
                if (limit?.Number is { } number && Unit(limit) == Unit(measured) && measured.Number > number)
                {
                    yield return context.At("over-the-limit", DefectKind.Arithmetic, file, measured, $"“{file.Path}”的监测值 {measured.Written} {measured.Unit} 大于限值 {limit.Written}，请说明超标原因和整改情况");
                }
            }
        }
    }

    /// <summary>A measured value above the permit's limit, or a limit laxer than the permit's.</summary>
    internal static IEnumerable<Defect> PermitLimit(CheckContext context)
    {
        var permits = context.Dossier.Stated("pollutantLimit").Where(f => f.Number is not null && context.File(f).Type == "discharge-permit" && context.Foreign(context.File(f), f) is null).ToList();
        foreach (var group in context.Dossier.Evidence.Where(f => f.Type != "discharge-permit").SelectMany(f => f.Facts).Where(f => f is { Field: "pollutantConcentration" or "pollutantLimit", Number: not null, Qualifier: not null }).GroupBy(f => (f.DocumentId, f.Field, f.Qualifier)))
        {
            // a permit names a limit for each outlet: the laxest decides
            var worst = group.MaxBy(f => f.Number)!; // a group has a member
            var limit = permits.Where(p => p.Qualifier == worst.Qualifier && Unit(p) == Unit(worst)).MaxBy(p => p.Number);
            if (limit is not null && worst.Number > limit.Number && context.Foreign(context.File(worst), worst) is null)
            {
                var message = worst.Field == "pollutantLimit"
                    ? $"“{context.File(worst).Path}”采用的限值 {worst.Written} {worst.Unit} 宽于“{context.File(limit).Path}”许可的 {limit.Written}，请按排污许可证的限值评价"
                    : $"“{context.File(worst).Path}”的监测值 {worst.Written} {worst.Unit} 大于“{context.File(limit).Path}”许可的限值 {limit.Written}，请说明超标原因和整改情况";
                yield return context.Between("over-the-permit", DefectKind.Contradiction, worst, limit, message);
            }
        }
    }

    private static string Unit(Fact fact) => NormalizedText.Fold(fact.Unit ?? string.Empty).Squeeze().Text.Replace("³", "3", StringComparison.Ordinal).Replace("N", string.Empty, StringComparison.Ordinal);
}
