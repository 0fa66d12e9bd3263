using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Quantities;

namespace PolicyGraph.Compliance.CrossChecks;

/// <summary>Figures that their own operands refute: totals, balances, percentages, what leaves and what came in.</summary>
internal static class ArithmeticRules
{
    private static readonly string[] Shares = ["renewableShare", "waterReuseRate", "wasteUtilisationRate", "buildingCoefficient"];

    /// <summary>A total that is not the sum of its rows, a row that is not consumption × coefficient, or two values of one thing in one paper.</summary>
    internal static IEnumerable<Defect> Totals(CheckContext context)
    {
        foreach (var (file, _, clash) in context.Stated.Clashes)
        {
            var first = clash.Facts[0];
            var second = clash.Facts.Skip(1).FirstOrDefault();
            if (!clash.Reason.Contains("不符", StringComparison.Ordinal) && second is not null)
            {
                yield return context.Between("one-paper-disagrees", Slip.IsSameFigure(first, second) ? DefectKind.Unit : DefectKind.Contradiction, first, second, $"{clash.Reason}，请核对后更正");
                continue;
            }

            yield return context.At("total-not-sum", IsSlip(context, clash) ? DefectKind.Unit : DefectKind.Arithmetic, file, first, $"{clash.Reason}，请核对各项和合计后更正");
        }

        foreach (var file in context.Dossier.Evidence.Where(f => f.Facts.Any(x => x.Field == "upgradeInvestment")))
        {
            if (context.Alone(file).Operands.Read("upgradeInvestment", Investment, "money", []) is Reading.Clash wrong)
            {
                yield return context.At("total-not-sum", DefectKind.Arithmetic, file, wrong.Facts[0], $"{wrong.Reason}，请核对各项目和合计后更正");
            }
        }
    }

    /// <summary>Emissions by source that do not add up to the total.</summary>
    internal static IEnumerable<Defect> CarbonParts(CheckContext context)
    {
        foreach (var total in AgreementRules.OfYear(context, "carbonTotal||"))
        {
            var parts = total.File.Facts.Where(f => f is { Field: "carbonPart", Number: not null }).ToList();
            if (parts.Count is < 2 or > 16 || total.Fact.Number is null)
            {
                continue;
            }

            var amounts = parts.ConvertAll(p => context.Quantities.Measure(p with { Unit = p.Unit ?? total.Fact.Unit }, "carbon").Amount);
            if (amounts.TrueForAll(a => a is not null) && !Amount.AddUp([.. amounts.OfType<Amount>()], total.Amount))
            {
                var sum = amounts.Sum(a => a!.Low); // all are there
                var kind = Slip.Factor(sum, total.Amount.Low) is null ? DefectKind.Arithmetic : DefectKind.Unit;
                yield return context.At("carbon-total-not-sum", kind, total.File, total.Fact, $"“{total.File.Path}”的排放总量 {total.Amount.Text} 与各排放源之和 {Numbers.Plain(sum)} tCO2 不符，请核对后更正");
            }
        }
    }

    /// <summary>A percentage that cannot exceed 100 and does.</summary>
    internal static IEnumerable<Defect> OverHundred(CheckContext context) =>
        context.Files.SelectMany(f => f.Facts.Where(x => Shares.Contains(x.Field) && x.Number > 100 && x.Unit is "%" or "％" && Shares.Contains(x.Field)).Select(x =>
            context.At("over-hundred", DefectKind.Arithmetic, f, x, $"“{f.Path}”的{Name(x)} {x.Written}% 大于 100%，请核对分子和分母后更正")));

    /// <summary>More water leaves than came in.</summary>
    internal static IEnumerable<Defect> WaterBalance(CheckContext context)
    {
        foreach (var taken in AgreementRules.OfYear(context, "waterIntake||"))
        {
            foreach (var left in AgreementRules.OfYear(context, "waterDischarged||").Concat(AgreementRules.OfYear(context, "wastewaterDischarge||")).Where(l => l.Amount.Low > taken.Amount.Low + ((l.Amount.Quantum + taken.Amount.Quantum) / 2)))
            {
                var same = left.File == taken.File;
                var message = $"“{left.File.Path}”的排水量 {left.Amount.Text} 大于{(same ? string.Empty : $"“{taken.File.Path}”的")}取水量 {taken.Amount.Text}，请核对两处的数值、单位和期间";
                yield return same
                    ? context.At("discharge-over-intake", DefectKind.Arithmetic, left.File, left.Fact, message)
                    : context.Between("discharge-over-intake", DefectKind.Arithmetic, left.Fact, taken.Fact, message);
            }
        }
    }

    /// <summary>Opening stock and what came must be what was used, disposed of and is left; and no more is used than there was.</summary>
    internal static IEnumerable<Defect> WasteBalance(CheckContext context)
    {
        var year = context.Dossier.Year;
        foreach (var file in context.Dossier.Evidence)
        {
            foreach (var row in file.Facts.Where(f => f.Field == "wasteClosing" && context.Foreign(file, f) is null))
            {
                Amount? Of(string field) => file.Facts.FirstOrDefault(f => f.Field == field && f.Qualifier == row.Qualifier && f.Role == row.Role) is { } fact ? context.Quantities.Measure(fact, "mass").Amount : null;
                if ((Of("wasteOpening"), Of("wasteGenerated"), Of("wasteUtilised"), context.Quantities.Measure(row, "mass").Amount) is ({ } opening, { } made, { } used, { } closing))
                {
                    var disposed = Of("wasteDisposed")?.Low ?? 0;
                    var (came, went) = (opening.Low + made.Low, used.Low + disposed + closing.Low);
                    if (Math.Abs(came - went) > (opening.Quantum + made.Quantum + used.Quantum + closing.Quantum) / 2)
                    {
                        yield return context.At("waste-balance", DefectKind.Arithmetic, file, row, $"“{file.Path}”{row.Qualifier}的固废不平衡：期初 {opening.Text} + 产生 {made.Text} = {Numbers.Plain(came)} t，利用、处置和期末贮存之和为 {Numbers.Plain(went)} t，请核对台账");
                    }
                }
            }

            var (generated, utilised) = (Single(context, file, "wasteGenerated", year), Single(context, file, "wasteUtilised", year));
            if (generated is not null && utilised is not null)
            {
                var stock = Single(context, file, "wasteStockUtilised", year)?.Amount.Low ?? 0;
                stock += file.Facts.Where(f => f.Field == "wasteOpening").Select(f => context.Quantities.Measure(f, "mass").Amount?.Low ?? 0).DefaultIfEmpty(0).Sum();
                if (utilised.Amount.Low > generated.Amount.Low + stock + ((utilised.Amount.Quantum + generated.Amount.Quantum) / 2))
                {
                    yield return context.At("used-over-generated", DefectKind.Arithmetic, file, utilised.Fact, $"“{file.Path}”的综合利用量 {utilised.Amount.Text} 大于产生量 {generated.Amount.Text} 与利用往年贮存量之和，请核对后更正");
                }
            }
        }
    }

    /// <summary>A year's discharge that is not the mean concentration × the year's waste water of the same paper; measurements scatter, so that only a slip of the unit or more than a third apart is told.</summary>
    internal static IEnumerable<Defect> Discharge(CheckContext context)
    {
        foreach (var water in AgreementRules.OfYear(context, "wastewaterDischarge||"))
        {
            foreach (var mass in water.File.Facts.Where(f => f is { Field: "pollutantDischarge", Number: > 0, Qualifier: not null, PeriodStart: { Month: 1, Day: 1 } from, PeriodEnd: { Month: 12, Day: 31 } } && from.Year == context.Dossier.Year && context.Foreign(water.File, f) is null))
            {
                if (DischargeFit.Expected(water.File, mass.Qualifier, water.Amount) is not { } expected || context.Quantities.Measure(mass, "mass").Amount is not { } stated)
                {
                    continue;
                }

                var apart = DischargeFit.Apart(expected, stated.Low);
                var power = DischargeFit.Power(apart);
                if (apart > 1.34m)
                {
                    yield return context.At("discharge-not-concentration", power > 0 ? DefectKind.Unit : DefectKind.Arithmetic, water.File, mass, $"“{water.File.Path}”的排放量 {mass.Written} {mass.Unit} 与平均浓度 × 排水量 {water.Amount.Text} 所得的 {Numbers.Short(expected)} t 不符{(power > 0 ? $"，相差约 {Numbers.Plain(power)} 倍，像是单位写错" : string.Empty)}，请核对后更正");
                }
            }
        }
    }

    /// <summary>What projects of three years cost.</summary>
    internal static readonly Ontology.Standards.RatioRule Investment = new(["upgradeInvestment"], [], [], [], true, 3, false, "%", null, string.Empty, new Dictionary<string, IReadOnlyList<string>>());

    private static StatedQuantity? Single(CheckContext context, EvidenceFile file, string field, int year) =>
        context.Stated.Values.FirstOrDefault(v => v.File == file && v.Key == string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{field}||{year}"));

    /// <summary>Whether the reason names two amounts a power of ten apart.</summary>
    private static bool IsSlip(CheckContext context, Reading.Clash clash)
    {
        var coal = clash.Facts.FirstOrDefault(f => f.Field == "energyStandardCoal");
        var used = clash.Facts.FirstOrDefault(f => f.Field == "energyConsumption");
        var coefficient = clash.Facts.FirstOrDefault(f => f.Field == "energyCoefficient");
        if (clash.Facts[0].Field == "energyStandardCoal" && coal?.Number is > 0 && used?.Number is { } n && coefficient?.Number is { } k && context.Dossier.Units.TryParse(used.Unit, out var unit))
        {
            return Coefficient.Stated(coefficient, unit, null, context.Dossier.Units) is { } per && context.Dossier.Units.TryParse(coal.Unit, out var tce) ? Slip.Factor(n * unit.Factor * per.Low, coal.Number.Value * tce.Factor) is not null : Slip.Factor(n * k, coal.Number.Value) is not null;
        }

        var total = clash.Facts[0];
        var parts = clash.Facts.Skip(1).Where(f => f.Field == total.Field && f.Number is not null).ToList();
        return parts.Count > 1 && total.Number is { } whole && Slip.Factor(parts.Sum(p => p.Number ?? 0), whole) is not null;
    }

    private static string Name(Fact fact) => fact.Field switch { "renewableShare" => "可再生能源利用率", "waterReuseRate" => "重复利用率", "wasteUtilisationRate" => "综合利用率", _ => "建筑系数" };
}
