using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Quantities;

namespace PolicyGraph.Compliance.CrossChecks;

/// <summary>One quantity in two papers: equal after conversion and rounding to the coarser of the written precisions, or a slip of the unit, or a contradiction.</summary>
internal static class AgreementRules
{
    /// <summary>Purchased electricity of a greenhouse-gas report may differ from the statistics by grid losses and metering days.</summary>
    private const decimal GridLoss = 0.03m;

    /// <summary>Pairs of papers that state the same quantity of the same year differently.</summary>
    internal static IEnumerable<Defect> Pairs(CheckContext context)
    {
        foreach (var group in context.Stated.Values.GroupBy(v => v.Key))
        {
            var values = group.ToList();
            for (var i = 0; i < values.Count; i++)
            {
                for (var j = i + 1; j < values.Count && j < 60; j++)
                {
                    if (values[i].File != values[j].File && !values[i].Amount.Agrees(values[j].Amount) && !AreParcels(context, values, values[i], values[j]))
                    {
                        yield return Differ(context, "two-papers-disagree", values[i], values[j]);
                    }
                }
            }
        }
    }

    /// <summary>Output in papers that name the product differently: the longer name ends with the shorter, or one names none.</summary>
    internal static IEnumerable<Defect> Products(CheckContext context)
    {
        var outputs = context.Stated.Values.Where(v => v.Key.StartsWith("output|", StringComparison.Ordinal)).Select(v => (Parts: v.Key.Split('|'), Value: v)).ToList();
        foreach (var (one, other) in outputs.SelectMany((a, i) => outputs.Skip(i + 1).Select(b => (a, b))))
        {
            var (x, y) = (one.Parts[1], other.Parts[1]);
            var kindred = x != y && one.Parts[2] == other.Parts[2] && one.Value.File != other.Value.File && Dimension(context, one.Value) == Dimension(context, other.Value)
                && (x.Length == 0 || y.Length == 0 ? IsOnly(outputs, one.Value.File, one.Parts[2]) && IsOnly(outputs, other.Value.File, one.Parts[2]) : x.EndsWith(y, StringComparison.Ordinal) || y.EndsWith(x, StringComparison.Ordinal));
            if (kindred && IsOnly(outputs, one.Value.File, one.Parts[2]) && IsOnly(outputs, other.Value.File, one.Parts[2]) && !one.Value.Amount.Agrees(other.Value.Amount))
            {
                yield return Differ(context, "two-papers-disagree", one.Value, other.Value);
            }
        }
    }

    /// <summary>Electricity in the statistics and in the greenhouse-gas report.</summary>
    internal static IEnumerable<Defect> Electricity(CheckContext context)
    {
        var own = context.Dossier.Stated("energyRenewable").Any(f => (f.Qualifier + f.Quote).Contains("光伏", StringComparison.Ordinal));
        foreach (var activity in OfYear(context, "electricityActivity||"))
        {
            foreach (var consumed in OfYear(context, "energyConsumption|electricity|").Where(c => c.File != activity.File))
            {
                var (a, c) = (activity.Amount, consumed.Amount);
                var apart = Math.Abs(a.Low - c.Low) > (Math.Max(a.Low, c.Low) * GridLoss) + ((a.Quantum + c.Quantum) / 2);
                if (apart && !(own && a.Low < c.Low && Slip.Factor(a.Low, c.Low) is null))
                {
                    yield return Differ(context, "electricity-disagrees", activity with { Name = "电力" }, consumed);
                }
            }
        }
    }

    /// <summary>More green power than electricity.</summary>
    internal static IEnumerable<Defect> GreenPower(CheckContext context)
    {
        foreach (var consumed in OfYear(context, "energyConsumption|electricity|"))
        {
            foreach (var fact in context.Quantities.Facts("energyRenewable").Where(f => f.PeriodStart?.Year == context.Dossier.Year && f.Role != "part" && f.DocumentId != consumed.File.DocumentId))
            {
                var (green, _) = context.Quantities.Measure(fact, "electricity");
                if (green is not null && green.Low > (consumed.Amount.Low * 1.001m) + consumed.Amount.Quantum)
                {
                    yield return context.Between("green-power-over-electricity", DefectKind.Contradiction, fact, consumed.Fact, $"“{context.File(fact).Path}”的绿色电力 {green.Text} 大于“{consumed.File.Path}”的电力消费量 {consumed.Amount.Text}，请核对两处的单位和期间");
                }
            }
        }
    }

    /// <summary>The defect of two amounts that should be equal.</summary>
    internal static Defect Differ(CheckContext context, string rule, StatedQuantity one, StatedQuantity other)
    {
        var (a, b) = (one.Fact, other.Fact);
        var said = $"“{one.File.Path}”的{one.Name} {Shown(one)} 与“{other.File.Path}”的 {Shown(other)} ";
        if (Slip.Factor(one.Amount.Low, other.Amount.Low) is { } factor)
        {
            return context.Between(rule, DefectKind.Unit, a, b, $"{said}相差 {Numbers.Plain(factor)} 倍，数字相同而单位不同，请核对单位后更正其中一份");
        }

        return Slip.IsSameFigure(a, b)
            ? context.Between(rule, DefectKind.Unit, a, b, $"{said}数字相同而单位不同，请核对单位后更正其中一份")
            : context.Between(rule, DefectKind.Contradiction, a, b, $"{said}不一致（换算并按较粗的书写精度修约后仍不相等），请核对原始记录后更正其中一份");
    }

    /// <summary>Quantities of the evaluation year whose key begins so.</summary>
    internal static IEnumerable<StatedQuantity> OfYear(CheckContext context, string key) =>
        context.Stated.Values.Where(v => v.Key == string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{key}{context.Dossier.Year}"));

    private static string Shown(StatedQuantity value) => value.Amount.Text.Length <= 60 ? value.Amount.Text : $"{value.Fact.Written} {value.Fact.Unit}";

    private static bool IsOnly(List<(string[] Parts, StatedQuantity Value)> outputs, EvidenceFile file, string year) => outputs.Count(o => o.Value.File == file && o.Parts[2] == year) == 1;

    private static string? Dimension(CheckContext context, StatedQuantity value) => context.Dossier.Units.TryParse(value.Fact.Unit, out var unit) ? unit.Dimension : null;

    /// <summary>Two titles with numbers of their own are two parcels; a plan may speak of both together.</summary>
    private static bool AreParcels(CheckContext context, List<StatedQuantity> values, StatedQuantity one, StatedQuantity other)
    {
        if (one.Key is not ("landArea" or "floorArea" or "buildingFootprint"))
        {
            return false;
        }

        var titles = values.Where(v => Title(v.File) is not null).ToList();
        var (a, b) = (Title(one.File), Title(other.File));
        if (a is not null && b is not null)
        {
            return a != b;
        }

        var whole = a is null ? one : other;
        return titles.Select(t => Title(t.File)).Distinct().Count() > 1 && (a is null) != (b is null) && whole.Amount.Agrees(Amount.Sum([.. titles.Select(t => t.Amount)])) && context.Files.Count > 0;
    }

    private static string? Title(EvidenceFile file) => file.Facts.FirstOrDefault(f => f.Field == "number")?.Written;
}
