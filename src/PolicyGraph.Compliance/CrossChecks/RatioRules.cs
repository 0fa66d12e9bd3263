using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Quantities;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.CrossChecks;

/// <summary>A ratio that a paper states must be what the operands give: those of the same paper, else those of the other papers.</summary>
internal static class RatioRules
{
    /// <summary>Ratios that papers state; a self-evaluation's are claims and are held against the evidence.</summary>
    internal static IEnumerable<Defect> Stated(CheckContext context)
    {
        foreach (var rule in context.Formulas)
        {
            foreach (var file in context.Files.Where(f => f.Type is not ("management-duties" or "unrecognised")))
            {
                foreach (var fact in file.Facts.Where(f => f.Field == rule.Stated && f.Number is not null && IsOfYear(context, f) && context.Foreign(file, f) is null))
                {
                    if (Compare(context, rule, file, fact) is { } defect)
                    {
                        yield return defect;
                    }
                }
            }
        }
    }

    /// <summary>容积率 is the floor area over the land.</summary>
    internal static IEnumerable<Defect> FloorAreaRatio(CheckContext context)
    {
        foreach (var file in context.Dossier.Evidence)
        {
            foreach (var (field, above, name, scale) in (ReadOnlySpan<(string, string, string, decimal)>)[("floorAreaRatio", "floorArea", "容积率", 1), ("buildingCoefficient", "buildingFootprint", "建筑系数", 100)])
            {
                if (Ratio(context, file, field, above, name, scale) is { } defect)
                {
                    return [defect];
                }
            }
        }

        return [];
    }

    private static Defect? Ratio(CheckContext context, EvidenceFile file, string field, string above, string name, decimal scale)
    {
        var stated = file.Facts.FirstOrDefault(f => f.Field == field && f.Number is > 0);
        var top = context.Stated.Values.FirstOrDefault(v => v.File == file && v.Key == above);
        var land = context.Stated.Values.FirstOrDefault(v => v.File == file && v.Key == "landArea");
        if (stated?.Number is not { } number || top is null || land is null || land.Amount.Low <= 0)
        {
            return null;
        }

        var quotient = top.Amount.Low / land.Amount.Low * scale;
        var slack = (new decimal(1, 0, 0, false, number.Scale) / 2) + (quotient * ((top.Amount.Quantum / 2 / top.Amount.Low) + (land.Amount.Quantum / 2 / land.Amount.Low)));

        // a storey above 8 m counts twice, which may only raise the ratio; yards may only raise the coefficient
        var raised = number > quotient && file.Facts.Any(f => f.Quote.Contains("计容", StringComparison.Ordinal) || f.Quote.Contains("堆场", StringComparison.Ordinal));
        return Math.Abs(quotient - number) <= slack || raised ? null
            : context.At("ratio-not-quotient", DefectKind.Arithmetic, file, stated, $"“{file.Path}”的{name} {stated.Written} 与 {top.Amount.Text} ÷ {land.Amount.Text} = {Numbers.Short(quotient)} 不符，请核对后更正");
    }

    private static Defect? Compare(CheckContext context, RatioRule rule, EvidenceFile file, Fact fact)
    {
        var unit = rule.Percent ? RatioUnit.Parse("%", rule, context.Dossier.Units, out _) : fact.Unit is { } written ? RatioUnit.Parse(written, rule, context.Dossier.Units, out _) : null;
        if (unit is null || (rule.Percent && fact.Unit is not ("%" or "％")))
        {
            return null;
        }

        var names = fact.Qualifier is { } q && rule.Qualifiers.Count > 0 ? (IReadOnlyList<string>)[q, .. rule.Qualifiers.Where(x => x.Key == q || x.Value.Contains(q)).SelectMany(x => x.Value.Append(x.Key))] : [];
        var isClaim = file.Type == "self-evaluation";
        var alone = isClaim ? null : Quotient(context.Alone(file).Operands, rule, unit, names);
        var found = alone ?? Quotient(context.Operands, rule, unit, names);
        var value = fact.Number!.Value * (rule.Percent ? 0.01m : 1); // the caller filtered
        if (found is not { } quotient)
        {
            return isClaim ? AgainstStated(context, rule, file, fact, unit, names) : null;
        }

        var (low, high) = rule.Percent ? (quotient.Low, quotient.High) : (quotient.Low / unit.Factor, quotient.High / unit.Factor);
        var quantum = new decimal(1, 0, 0, false, fact.Number.Value.Scale) * (rule.Percent ? 0.01m : 1);
        var slack = (quantum / 2) + (high * quotient.Spread);
        if (value >= low - slack && value <= high + slack)
        {
            return null;
        }

        var operand = quotient.Facts.FirstOrDefault(f => f.DocumentId != file.DocumentId);
        var shown = Numbers.Short(low * (rule.Percent ? 100 : 1));
        var kind = Slip.Factor(value, low) is not null ? DefectKind.Unit : isClaim ? DefectKind.Contradiction : DefectKind.Arithmetic;
        var message = $"“{file.Path}”写明的{Name(rule)} {fact.Written} {fact.Unit} 与{(alone is null ? "证据计算" : "所列数据计算")}的 {shown} {unit.Written} 不符（{quotient.Text}）{Guess(context, rule, value)}，请核对后更正";
        return operand is null ? context.At("ratio-not-quotient", kind, file, fact, message) : context.Between(isClaim ? "claim-differs" : "ratio-not-quotient", kind, fact, operand, message);
    }

    /// <summary>A claim where no operands are there, held against a paper that states the ratio itself.</summary>
    private static Defect? AgainstStated(CheckContext context, RatioRule rule, EvidenceFile file, Fact fact, RatioUnit unit, IReadOnlyList<string> names)
    {
        if (rule.Stated is null || context.Operands.Stated(rule.Stated, unit, names, timeless: false) is not Reading.Known { Amount: var amount })
        {
            return null;
        }

        var (own, _) = context.Quantities.Measure(fact, unit.Dimension);
        return own is null || own.Agrees(amount) ? null : AgreementRules.Differ(context, "claim-differs", new StatedQuantity(string.Empty, Name(rule), file, own), new StatedQuantity(string.Empty, Name(rule), context.File(amount.Facts[0]), amount));
    }

    private static (decimal Low, decimal High, decimal Spread, string Text, IReadOnlyList<Fact> Facts)? Quotient(OperandReader operands, RatioRule rule, RatioUnit unit, IReadOnlyList<string> names)
    {
        Amount? Sum(IReadOnlyList<string> fields, string? dimension)
        {
            var amounts = new List<Amount>();
            foreach (var field in fields)
            {
                switch (operands.Read(field, rule, dimension, names))
                {
                    case Reading.Known known:
                        amounts.Add(known.Amount);
                        break;
                    case Reading.Absent when rule.Optional.Contains(field):
                        break; // counts as 0
                    default:
                        return null;
                }
            }

            return amounts.Count == 0 ? null : Amount.Sum(amounts);
        }

        if (Sum(rule.Numerator, unit.Numerator) is not { } above || Sum(rule.Denominator, unit.Denominator) is not { Low: > 0 } below)
        {
            return null;
        }

        var spread = (above.High > 0 ? above.Quantum / 2 / above.High : 0) + (below.Quantum / 2 / below.Low);
        return (above.Low / below.High, above.High / below.Low, spread, $"{Short(above.Text)} ÷ {Short(below.Text)}", [.. above.Facts, .. below.Facts]);
    }

    /// <summary>The mistake that gives exactly the stated value, where it is a known one.</summary>
    private static string Guess(CheckContext context, RatioRule rule, decimal value)
    {
        decimal? Of(string field, int years)
        {
            var one = rule with { Years = years };
            return context.Operands.Read(field, one, null, []) is Reading.Known { Amount: var amount } ? amount.Low : null;
        }

        bool Is(decimal? above, decimal? below) => above is { } a && below is > 0 && Math.Abs((a / below.Value) - value) < 0.0006m;
        return rule.Stated switch
        {
            "waterReuseRate" when Is(Of("waterReused", 1), Of("waterIntake", 1)) => "；分母误用取水量，应为取水量与重复利用水量之和",
            "upgradeInvestmentShare" when Is(Of("upgradeInvestment", 3), Of("outputValue", 1)) => "；分母误用一年产值，应为三年产值之和",
            _ => string.Empty,
        };
    }

    private static bool IsOfYear(CheckContext context, Fact fact) => fact.PeriodStart is not { } from || (from.Year <= context.Dossier.Year && fact.PeriodEnd?.Year == context.Dossier.Year);

    private static string Name(RatioRule rule) => rule.Stated switch
    {
        "energyIntensity" => "单位能耗", "carbonIntensity" => "碳排放强度", "renewableShare" => "可再生能源利用率", "waterIntensity" => "取水强度", "waterReuseRate" => "重复利用率", "materialIntensity" => "原材料消耗强度",
        "wasteUtilisationRate" => "综合利用率", "upgradeInvestmentShare" => "改造升级项目投资额占比", "pollutantIntensity" => "污染物排放强度", "landOutputRate" => "土地产出率", _ => "比值",
    };

    private static string Short(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
