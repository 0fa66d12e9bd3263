using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Quantities;

namespace PolicyGraph.Compliance.CrossChecks;

/// <summary>Coefficients that cannot be right, figures that hold what does not belong to them, green power that counts twice.</summary>
internal static class EnergyRules
{
    /// <summary>A coefficient to standard coal that no such energy has.</summary>
    internal static IEnumerable<Defect> Coefficients(CheckContext context)
    {
        foreach (var file in context.Dossier.Evidence)
        {
            foreach (var fact in file.Facts.Where(f => f.Field == "energyCoefficient" && context.Foreign(file, f) is null))
            {
                var used = file.Facts.FirstOrDefault(f => f.Field == "energyConsumption" && f.Qualifier == fact.Qualifier && f.Group == fact.Group) ?? file.Facts.FirstOrDefault(f => f.Field == "energyConsumption" && f.Qualifier == fact.Qualifier);
                if (context.Energy.Find(fact.Qualifier) is not { } energy || used is null || !context.Dossier.Units.TryParse(used.Unit, out var unit) || Coefficient.Reference(energy, unit, context.Dossier.Energies, context.Dossier.Units) is not { } reference)
                {
                    continue;
                }

                var stated = Coefficient.Stated(fact, unit, reference, context.Dossier.Units) ?? Loose(fact, unit.Factor);
                if (stated is null || stated.IsPlausible(reference, energy))
                {
                    continue;
                }

                var slip = stated.Low > reference.High && Slip.Factor(stated.Low, reference.Low) is >= 1000 || (stated.Low > reference.Low * 900 && Within(stated.Low, reference));
                var why = energy.Id == "electricity" && stated.Low * unit.Factor > 0 && stated.Low / reference.Low is > 2 and < 4 ? "，像是等价值，综合能耗应按当量值 0.1229 kgce/kWh 折算"
                    : slip ? "，像是消费量的单位写错" : string.Empty;
                yield return context.At("coefficient", slip ? DefectKind.Unit : DefectKind.Coefficient, file, fact, $"“{file.Path}”中{energy.Names[0]}的折标系数 {fact.Written}（按 {used.Unit}）与 {reference.Text} kgce 不符{why}，请更正后重新计算");
            }
        }
    }

    /// <summary>A grid factor of a year long past, or that no grid has.</summary>
    internal static IEnumerable<Defect> GridFactor(CheckContext context)
    {
        foreach (var fact in context.Dossier.Evidence.SelectMany(f => f.Facts).Where(f => f is { Field: "gridFactor", Number: > 0 }))
        {
            var number = fact.Number!.Value; // filtered
            number = number > 10 ? number / 1000 : number;
            var known = context.Dossier.Energies.GridFactors.FirstOrDefault(g => g.Value == number)?.Year ?? 0;
            var year = known > 0 ? known : YearIn(fact.Quote);
            var old = year > 0 && year <= context.Dossier.Year - 4;
            if (old || number is < 0.05m or > 1.5m)
            {
                var why = old ? $"是 {year} 年的因子" : "不在电网排放因子的合理范围内";
                yield return context.At("grid-factor", DefectKind.Coefficient, context.File(fact), fact, $"“{context.File(fact).Path}”采用的电力排放因子 {fact.Written} {fact.Unit} {why}，{context.Dossier.Year} 年核算应采用最近公布的因子，请更正后重新计算");
            }
        }
    }

    /// <summary>Words that say that a figure holds dormitories, other plants, feedstock, hazardous or purchased waste.</summary>
    internal static IEnumerable<Defect> Boundaries(CheckContext context) =>
        context.Dossier.Evidence.SelectMany(f => f.Facts.Where(x => x.Field == "boundaryRemark" && context.Foreign(f, x) is null).Select(x =>
            context.At("boundary", DefectKind.Boundary, f, x, $"“{f.Path}”的数据包含不属于边界的内容（“{Cut(x.Written)}”），请剔除后重新计算")));

    /// <summary>Green power that a contract and certificates prove both, and that is counted twice.</summary>
    internal static IEnumerable<Defect> DoubleCounting(CheckContext context)
    {
        var facts = context.Quantities.Facts("energyRenewable").Where(f => f.Number > 0 && context.Foreign(context.File(f), f) is null && (f.PeriodStart is null || f.PeriodStart.Value.Year == context.Dossier.Year)).ToList();
        foreach (var certificate in facts.Where(f => f.Role != "total" && IsCertificate(f)))
        {
            var (own, _) = context.Quantities.Measure(certificate, "electricity");
            foreach (var trade in facts.Where(f => f != certificate && !IsCertificate(f) && PowerKind.Of(f) == PowerKind.Traded))
            {
                var (other, _) = context.Quantities.Measure(trade, "electricity");
                if (own is null || other is null || !own.Agrees(other))
                {
                    continue;
                }

                if (trade.DocumentId == certificate.DocumentId)
                {
                    var rows = facts.Where(f => f.DocumentId == trade.DocumentId && f.Role != "total").Select(f => context.Quantities.Measure(f, "electricity").Amount).OfType<Amount>().ToList();
                    if (facts.Find(f => f.DocumentId == trade.DocumentId && f.Role == "total" && f != trade) is { } total && context.Quantities.Measure(total, "electricity").Amount is { } whole && whole.Agrees(Amount.Sum(rows)))
                    {
                        yield return context.At("green-power-twice", DefectKind.DoubleCounting, context.File(total), total, $"“{context.File(total).Path}”的合计 {whole.Text} 把同一电量的绿电交易 {other.Text} 和绿证 {own.Text} 都计入，请只计一次");
                    }
                }
                else if (!IsSamePower(context.File(certificate)) && !IsSamePower(context.File(trade)))
                {
                    yield return context.Between("green-power-twice", DefectKind.DoubleCounting, certificate, trade, $"“{context.File(trade).Path}”的绿电 {other.Text} 与“{context.File(certificate).Path}”的绿证 {own.Text} 是同样的电量，请说明是否同一电量，只计一次", DefectSeverity.Warning);
                }
            }
        }
    }

    private static bool IsCertificate(Fact fact) => PowerKind.Of(fact) == PowerKind.Certified;

    private static bool IsSamePower(EvidenceFile file) => file.Facts.Any(f => f.Field == "samePower");

    private static Coefficient? Loose(Fact fact, decimal factor) => fact is { Unit: null, Number: { } number } ? new Coefficient(number / factor / 1000 * (number > 1 ? 1000 : 1), number / factor / 1000 * (number > 1 ? 1000 : 1), fact.Written) : null;

    private static bool Within(decimal stated, Coefficient reference) => ((decimal[])[1000, 10000]).Any(p => stated / p >= reference.Low * 0.65m && stated / p <= reference.High * 1.35m);

    private static int YearIn(string quote)
    {
        for (var i = 0; i + 4 < quote.Length; i++)
        {
            if (quote[i] == '2' && quote[i + 1] == '0' && char.IsAsciiDigit(quote[i + 2]) && char.IsAsciiDigit(quote[i + 3]) && quote[i + 4] == '年')
            {
                return ((quote[i + 2] - '0') * 10) + (quote[i + 3] - '0') + 2000;
            }
        }

        return 0;
    }

    private static string Cut(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
