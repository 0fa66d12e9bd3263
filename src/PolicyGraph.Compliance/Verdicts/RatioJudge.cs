using PolicyGraph.Compliance.Benchmarks;
using PolicyGraph.Compliance.Evidence;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Quantities;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.Verdicts;

/// <summary>Judges a quotient of quantities against lead and base, and against the limits that rules beside the standard set.</summary>
/// <remarks>Limits of quantities that do not compare (by product and by output value, a concentration) are judged each by itself; the worst verdict is the whole.</remarks>
internal sealed class RatioJudge(Dossier dossier, LimitChoice limits)
{
    private static readonly LimitsOfCriterion None = new([], []);
    private readonly OperandReader operands = new(dossier);
    private readonly ConcentrationReader concentrations = new(dossier);

    /// <param name="rule">The formula.</param>
    /// <param name="criterion">The criterion, which may be a child that is about one pollutant.</param>
    /// <param name="benchmark">Null where no file sets one.</param>
    /// <param name="names">Names of the pollutant; empty for any.</param>
    /// <exception cref="InvalidDataException">The unit of the rule or of a limit cannot be that of the criterion.</exception>
    internal Judgement Judge(RatioRule rule, CriterionFacts criterion, Benchmark? benchmark, IReadOnlyList<string> names)
    {
        var unit = RatioUnit.Parse(benchmark?.Unit ?? rule.Unit, rule, dossier.Units, out var why) ?? throw new InvalidDataException($"准则“{criterion.Id}”的{why}");
        var found = limits.Of(criterion, names);
        if (found.Limits.Count == 0)
        {
            return Quotient(rule, criterion, benchmark, names, unit, None);
        }

        // The strictest of a group comes first, and its unit is the one that people know the value by.
        var groups = found.Limits.GroupBy(l => Kind(criterion, rule, l.Limit)).Select(g => (g.Key, Limits: new LimitsOfCriterion([.. g], [.. found.Beaten.Where(b => Kind(criterion, rule, b.Limit) == g.Key)]))).ToList();
        var own = groups.FindIndex(g => g.Key == (LimitQuantity.Ratio, unit.Numerator, unit.Denominator));
        var judged = new List<Judgement>();
        if (benchmark is not null || rule.Limits.Any(Holds) || own >= 0)
        {
            var mine = own >= 0 ? groups[own].Limits : None;
            judged.Add(Quotient(rule, criterion, benchmark, names, benchmark is null && own >= 0 ? Strictest(rule, mine) : unit, mine));
        }

        foreach (var (kind, group) in groups.Where((_, i) => i != own))
        {
            judged.Add(kind.Quantity switch
            {
                LimitQuantity.Ratio => Quotient(rule, criterion, null, names, Strictest(rule, group), group),
                LimitQuantity.Electricity => Electricity(rule, criterion, group),
                LimitQuantity.Concentration => Concentration(rule, criterion, names, group),
                _ => throw new System.Diagnostics.UnreachableException($"quantity {kind.Quantity}"),
            });
        }

        return judged.Count == 1 ? judged[0] : Together(judged);
    }

    /// <summary>Several quantities that do not compare: the worst is the whole, and of equals the one nearest to its bound shows.</summary>
    private static Judgement Together(List<Judgement> judged)
    {
        var all = Judgement.All(judged);
        var shown = all.Verdict == Verdict.Met && judged[0].Share is > 0 and < 1 ? judged[0] : judged.Where(j => j.Verdict == all.Verdict).OrderBy(j => j.Margin ?? decimal.MaxValue).First();
        return all with
        {
            Value = shown.Value ?? judged.Select(j => j.Value).FirstOrDefault(v => v is not null),
            Unit = shown.Value is null ? judged.FirstOrDefault(j => j.Value is not null)?.Unit ?? shown.Unit : shown.Unit,
            Arithmetic = string.Join("；", judged.Select(j => j.Arithmetic).OfType<string>()) is { Length: > 0 } text ? text : null,
            Share = all.Verdict == Verdict.NotMet ? 0 : judged.Select(j => j.Share).FirstOrDefault(s => s is not null),
            RestsOnRecalledAlone = all.Verdict == Verdict.NotMet && judged.Where(j => j.Verdict == Verdict.NotMet).All(j => j.RestsOnRecalledAlone),
        };
    }

    private (LimitQuantity Quantity, string? Above, string? Below) Kind(CriterionFacts criterion, RatioRule rule, Limit limit)
    {
        if (limit.Quantity != LimitQuantity.Ratio)
        {
            return dossier.Units.TryParse(limit.Unit, out var unit) && unit.Dimension.StartsWith(limit.Quantity == LimitQuantity.Concentration ? "mass/volume" : "electricity/", StringComparison.Ordinal)
                ? (limit.Quantity, unit.Dimension, (string?)null)
                : throw new InvalidDataException($"限值“{limit.Id}”的单位“{limit.Unit}”不是{(limit.Quantity == LimitQuantity.Concentration ? "浓度" : "单位产品电耗")}的单位");
        }

        var parsed = Parse(criterion, rule, limit);
        return (LimitQuantity.Ratio, parsed.Numerator, parsed.Denominator);
    }

    private RatioUnit Parse(CriterionFacts criterion, RatioRule rule, Limit limit) =>
        RatioUnit.Parse(limit.Unit, rule, dossier.Units, out var why) ?? throw new InvalidDataException($"限值“{limit.Id}”不能用于准则“{criterion.Id}”：{why}");

    private RatioUnit Strictest(RatioRule rule, LimitsOfCriterion group)
    {
        var units = group.Limits.Select(l => (l.Limit.Value, Unit: RatioUnit.Parse(l.Limit.Unit, rule, dossier.Units, out _)!)).ToList(); // grouped by what Parse gave
        return (rule.LowerIsBetter ? units.OrderBy(u => u.Value * u.Unit.Factor) : units.OrderByDescending(u => u.Value * u.Unit.Factor)).First().Unit;
    }

    private Judgement Quotient(RatioRule rule, CriterionFacts criterion, Benchmark? benchmark, IReadOnlyList<string> names, RatioUnit unit, LimitsOfCriterion group)
    {
        var above = rule.Numerator.Select(f => Operand(f, rule, unit.Numerator, names)).ToList();
        var below = rule.Denominator.Select(f => Operand(f, rule, unit.Denominator, names)).ToList();
        var all = above.Concat(below).ToList();
        if (all.OfType<Reading.Clash>().FirstOrDefault() is { } clash)
        {
            return new Judgement(Verdict.DefectiveEvidence, clash.Reason) { Rests = clash.Facts };
        }

        var stated = rule.Stated is null ? null : operands.Stated(rule.Stated, unit, names, rule.Timeless.Count == all.Count);
        if (stated is Reading.Clash conflict)
        {
            return new Judgement(Verdict.DefectiveEvidence, conflict.Reason) { Rests = conflict.Facts };
        }

        var floors = FloorsOf(rule, benchmark, unit, group);
        if (all.TrueForAll(r => r is Reading.Known))
        {
            return Computed(rule, criterion, benchmark, unit, floors, Sum(above), Sum(below), (stated as Reading.Known)?.Amount);
        }

        if (stated is Reading.Known { Amount: var amount })
        {
            var value = amount.Low / StatedFactor(unit);
            return Against(criterion, benchmark, unit, floors, value, value, $"文件直接写明 {amount.Text} = {Numbers.Short(value)} {unit.Written}", amount.Facts);
        }

        return Undecided(criterion, floors.All.Count == 0, all, stated, unit);
    }

    /// <summary>The electricity of a product, which limits of some industries bound by itself.</summary>
    private Judgement Electricity(RatioRule rule, CriterionFacts criterion, LimitsOfCriterion group)
    {
        var first = group.Limits[0].Limit.Unit;
        var slash = first.IndexOf('/', StringComparison.Ordinal);
        if (!dossier.Units.TryParse(first[..slash], out var above) || !dossier.Units.TryParse(first[(slash + 1)..], out var below))
        {
            throw new InvalidDataException($"限值“{group.Limits[0].Limit.Id}”的单位“{first}”应为“kWh/产品单位”");
        }

        var unit = new RatioUnit(first, above.Dimension, below.Dimension, above.Factor / below.Factor);
        List<Reading> all = [operands.Electricity(), operands.Read(RatioRule.Production, rule, below.Dimension, [])];
        return all.OfType<Reading.Clash>().FirstOrDefault() is { } clash ? new Judgement(Verdict.DefectiveEvidence, clash.Reason) { Rests = clash.Facts }
            : all.TrueForAll(r => r is Reading.Known) ? Computed(rule with { FormulaSource = null }, criterion, null, unit, Compared(rule, unit, group), Sum([all[0]]), Sum([all[1]]), null)
            : Undecided(criterion, false, all, null, unit);
    }

    /// <summary>A concentration, each value by itself: the worst decides.</summary>
    private Judgement Concentration(RatioRule rule, CriterionFacts criterion, IReadOnlyList<string> names, LimitsOfCriterion group)
    {
        var units = group.Limits.OrderBy(l => dossier.Units.TryParse(l.Limit.Unit, out var u) ? l.Limit.Value * u.Factor : l.Limit.Value).Select(l => l.Limit.Unit).ToList();
        var unit = dossier.Units.TryParse(units[0], out var known) ? new RatioUnit(units[0], "mass", "volume", known.Factor) : throw new InvalidDataException($"限值的单位“{units[0]}”不认识");
        var reading = concentrations.Read(names, unit.Written);
        return reading is Reading.Known { Amount: var amount }
            ? Against(criterion, null, unit, Compared(rule, unit, group), amount.Low / unit.Factor, amount.Low / unit.Factor, $"{criterion.Title}的浓度最高为 {amount.Text}", amount.Facts)
            : Undecided(criterion, false, [reading], null, unit);
    }

    private static decimal StatedFactor(RatioUnit unit) => unit.Dimension == "ratio" ? unit.Factor * 100 : unit.Factor;

    private Reading Operand(string field, RatioRule rule, string? dimension, IReadOnlyList<string> names)
    {
        var reading = operands.Read(field, rule, dimension, names);
        return reading is Reading.Absent && rule.Optional.Contains(field) ? new Reading.Known(new Amount(0, 0, 0, $"0（{QuantityField.Of(field).Name}）", [])) : reading;
    }

    private static Amount Sum(List<Reading> readings) => Amount.Sum([.. readings.OfType<Reading.Known>().Select(k => k.Amount)]);

    private static Judgement Undecided(CriterionFacts criterion, bool lacksBenchmark, List<Reading> operands, Reading? stated, RatioUnit unit)
    {
        var absent = operands.OfType<Reading.Absent>().ToList();
        var unfit = operands.OfType<Reading.Unfit>().Concat(absent.Count > 0 && stated is Reading.Unfit s ? [s] : []).ToList();
        var missing = absent.Select(a => new MissingPiece("value", a.Field, $"{a.Reason}，请补交：{criterion.Asks}")).ToList();
        var undivided = operands.OfType<Reading.Undivided>().ToList();
        missing.AddRange(undivided.Select(u => new MissingPiece("benchmark", criterion.Id, u.Reason)));
        if (lacksBenchmark)
        {
            missing.Add(NoBenchmark(criterion));
        }

        var reason = string.Join("；", absent.Select(a => a.Reason).Concat(undivided.Select(u => u.Reason)).Concat(unfit.Select(u => u.Reason)).Distinct());
        var defective = absent.Count + undivided.Count == 0 || (stated is Reading.Unfit && absent.Count == operands.Count);
        return new Judgement(defective ? Verdict.DefectiveEvidence : Verdict.InsufficientEvidence, reason)
        {
            Rests = [.. unfit.SelectMany(u => u.Facts).Concat(operands.OfType<Reading.Known>().SelectMany(k => k.Amount.Facts)).Concat((stated as Reading.Unfit)?.Facts ?? []).Distinct()],
            Missing = missing,
            Unit = unit.Written,
        };
    }

    private Judgement Computed(RatioRule rule, CriterionFacts criterion, Benchmark? benchmark, RatioUnit unit, Floors floors, Amount above, Amount below, Amount? stated)
    {
        List<Fact> facts = [.. above.Facts.Concat(below.Facts).Distinct()];
        if (below.Low <= 0)
        {
            return new Judgement(Verdict.DefectiveEvidence, $"分母 {below.Text} 为 0，不能计算") { Rests = facts };
        }

        var low = above.Low / below.High;
        var high = above.High / below.Low;
        if (stated is not null && !Fits(stated, rule, low, high, above, below))
        {
            return new Judgement(Verdict.DefectiveEvidence, $"“{dossier.Name(stated.Facts[0])}”写明 {stated.Text}，与所列数据计算的 {Shown(low, high, unit)} {unit.Written} 不符") { Rests = [.. stated.Facts, .. facts] };
        }

        if (rule is { Percent: true, Years: 1 } && low > 1)
        {
            return new Judgement(Verdict.DefectiveEvidence, $"{above.Text} ÷ {below.Text} 超过 100%，数据互相矛盾") { Rests = facts };
        }

        var join = above.Text.Contains('=', StringComparison.Ordinal) ? "；÷ " : " ÷ ";
        var arithmetic = $"{(rule.FormulaSource is { } source ? $"{rule.Formula}（{source}）：" : string.Empty)}{above.Text}{join}{below.Text}{(rule.Percent ? " × 100%" : string.Empty)} = {Shown(low, high, unit)} {unit.Written}";
        return Against(criterion, benchmark, unit, floors, low / unit.Factor, high / unit.Factor, arithmetic, [.. facts, .. stated?.Facts ?? []]);
    }

    private static string Shown(decimal low, decimal high, RatioUnit unit) => low == high ? Numbers.Short(low / unit.Factor) : $"[{Numbers.Short(low / unit.Factor)}, {Numbers.Short(high / unit.Factor)}]";

    /// <summary>Whether a stated ratio is what its operands give, to its own written precision and theirs.</summary>
    private static bool Fits(Amount stated, RatioRule rule, decimal low, decimal high, Amount above, Amount below)
    {
        var scale = rule.Percent ? 100 : 1;
        var spread = (above.High > 0 ? above.Quantum / 2 / above.High : 0) + (below.Quantum / 2 / below.Low);
        return stated.Agrees(new Amount(low * scale, high * scale, 0, string.Empty, []), high * scale * spread);
    }

    private static Judgement Against(CriterionFacts criterion, Benchmark? benchmark, RatioUnit unit, Floors floors, decimal low, decimal high, string arithmetic, IReadOnlyList<Fact> facts)
    {
        var value = low == high ? decimal.Round(low, 10) : (decimal?)null;
        if (floors.All.Count == 0)
        {
            return new Judgement(Verdict.InsufficientEvidence, "没有评价方案给出的引领值和基准值，不能判断") { Value = value, Unit = unit.Written, Arithmetic = arithmetic, Rests = facts, Missing = [NoBenchmark(criterion)] };
        }

        facts = [.. facts.Concat(floors.Facts).Distinct()];
        decimal Share(decimal v) => benchmark?.Lead is not null ? Clamp(benchmark.Share(v)) : 1;
        if (floors.IsWorse(low) is not { } isWorse || floors.IsWorse(high) is not { } isWorseAtHigh)
        {
            return new Judgement(Verdict.InsufficientEvidence, $"{Numbers.Short(low)} {unit.Written}，{string.Join("；", floors.Doubts.Select(d => d.Message))}") { Value = value, Unit = unit.Written, Arithmetic = arithmetic, Rests = facts, Missing = floors.Doubts };
        }

        if (isWorse != isWorseAtHigh)
        {
            var isGrid = arithmetic.Contains("公布的因子", StringComparison.Ordinal);
            return new Judgement(Verdict.InsufficientEvidence, $"{(isGrid ? "电力排放因子" : "折标系数")}只有参考范围，结果在 {Numbers.Short(low)} 至 {Numbers.Short(high)} {unit.Written} 之间，两端结论不同")
            {
                Unit = unit.Written, Arithmetic = arithmetic, Rests = facts, Missing = [isGrid ? new MissingPiece("field", "gridFactor", "没有写明采用的电力排放因子，请在排放报告中写明因子和年份") : new MissingPiece("field", "energyCoefficient", "缺少实测低位发热量或折标系数，请在能源消费统计中写明")],
            };
        }

        // The two ends agree, or there is one value; of two that earn different points the fewer are sure.
        var worst = Share(low) <= Share(high) ? low : high;
        var (binds, over) = floors.Order();
        var floor = floors.Certain.Count > 0 ? floors.Certain[0] : floors.All[0];
        var shown = value ?? decimal.Round(worst, 10);
        var judgement = benchmark?.Lead is not null && !(isWorse && Share(worst) >= 0)
            ? BenchmarkVerdict.Of(benchmark, worst, Share(worst), shown, unit.Written, arithmetic, facts)
            : BenchmarkVerdict.Of(floor, isWorse, worst, shown, unit.Written, arithmetic, facts);
        return judgement with
        {
            Binds = binds,
            Over = over,
            Margin = floor.Value == 0 ? null : Math.Abs(low - floor.Value) / Math.Abs(floor.Value),
            RestsOnRecalledAlone = isWorse && floors.Certain.Where(f => floors.IsWorse(f, low)).All(f => f.IsRecalled),
        };
    }

    /// <summary>The benchmark's base, the values of the standard itself and the limits, in one unit.</summary>
    private Floors FloorsOf(RatioRule rule, Benchmark? benchmark, RatioUnit unit, LimitsOfCriterion group)
    {
        var factor = RatioUnit.Parse(rule.Unit, rule, dossier.Units, out _) is { } own && own.Numerator == unit.Numerator && own.Denominator == unit.Denominator ? own.Factor / unit.Factor : (decimal?)null;
        var floors = new List<Floor>();
        if (benchmark?.Base is { } basis)
        {
            floors.Add(new Floor(new BindingRule(dossier.BenchmarkSource ?? "评价方案", null, basis, unit.Written, string.Empty), basis, DateOnly.MaxValue, int.MaxValue, false, null));
        }

        if (factor is { } f)
        {
            floors.AddRange(rule.Limits.Where(Holds).Select(l =>
                new Floor(new BindingRule(l.Source.Document, l.Source.Clause, l.Value, rule.Unit, string.Empty), l.Value * f, l.From ?? DateOnly.MinValue, l.Places.Count > 0 ? (int)LimitLevel.Province : (int)LimitLevel.National, l.Source.Certainty == "recalled", null)));
        }

        floors.AddRange(group.Limits.Select(l => FloorOf(l, RatioUnit.Parse(l.Limit.Unit, rule, dossier.Units, out _)!.Factor / unit.Factor))); // grouped by what Parse gave
        return new Floors(floors, group.Beaten, rule.LowerIsBetter, unit.Written);
    }

    /// <summary>Limits of a quantity that the criterion does not measure itself, in one unit.</summary>
    private Floors Compared(RatioRule rule, RatioUnit unit, LimitsOfCriterion group) =>
        new(group.Limits.Select(l => FloorOf(l, (dossier.Units.TryParse(l.Limit.Unit, out var own) ? own.Factor : unit.Factor) / unit.Factor)), group.Beaten, rule.LowerIsBetter, unit.Written);

    private static Floor FloorOf(ChosenLimit chosen, decimal factor)
    {
        var limit = chosen.Limit;
        return new Floor(new BindingRule(limit.Source.Document, limit.Source.Clause, limit.Value, limit.Unit, string.Empty), limit.Value * factor, limit.ValidFrom ?? DateOnly.MinValue, (int)limit.Level, limit.Source.Certainty == "recalled", chosen);
    }

    private bool Holds(RatioLimit limit)
    {
        var industry = dossier.Enterprise.Industry?.TrimStart('A', 'B', 'C', 'D', 'E') ?? string.Empty;
        return (limit.From is null || limit.From <= dossier.AsOf) && (limit.Until is null || dossier.AsOf <= limit.Until)
            && (limit.Industries.Count == 0 || limit.Industries.Any(i => industry.StartsWith(i, StringComparison.Ordinal)))
            && (limit.Places.Count == 0 || limit.Places.Any(p => dossier.Enterprise.JurisdictionCode?.StartsWith(p, StringComparison.Ordinal) == true));
    }

    /// <summary>−1 for worse than base, else the part of the weight.</summary>
    private static decimal Clamp(decimal share) => share < 0 ? -1 : Math.Min(share, 1);

    internal static MissingPiece NoBenchmark(CriterionFacts criterion) =>
        new("benchmark", criterion.Id, $"缺少“{criterion.Title}”的引领值、基准值和权重，请用 --benchmarks 给出本行业的评价方案");
}

/// <summary>The verdict of a value against lead and base.</summary>
internal static class BenchmarkVerdict
{
    /// <summary>The verdict against one value that must be reached, without a scale above it.</summary>
    internal static Judgement Of(Floor floor, bool isWorse, decimal value, decimal shown, string unit, string arithmetic, IReadOnlyList<Fact> facts)
    {
        var place = $"{(isWorse ? "未达到" : "达到")}{floor.Rule.Document}{floor.Rule.Clause}的 {Numbers.Short(floor.Value)} {unit}{(floor.IsRecalled ? "（待核实）" : string.Empty)}";
        return new Judgement(isWorse ? Verdict.NotMet : Verdict.Met, $"{Numbers.Short(value)} {unit}，{place}") { Value = shown, Unit = unit, Arithmetic = $"{arithmetic}；{place}", Rests = facts, Share = isWorse ? 0 : 1 };
    }

    /// <param name="benchmark">With lead and base.</param>
    /// <param name="value">The value in the benchmark's unit.</param>
    /// <param name="share">Negative when worse than base.</param>
    /// <param name="shown">The value as it is reported.</param>
    /// <param name="unit">The benchmark's unit.</param>
    /// <param name="arithmetic">How it came about.</param>
    /// <param name="facts">What it rests on.</param>
    internal static Judgement Of(Benchmark benchmark, decimal value, decimal share, decimal shown, string unit, string arithmetic, IReadOnlyList<Fact> facts)
    {
        var (lead, basis) = (Numbers.Plain(benchmark.Lead ?? 0), Numbers.Plain(benchmark.Base ?? 0));
        var none = unit == "项" && value == 0;
        var place = none ? "数量为 0"
            : share < 0 ? $"差于基准值 {basis}"
            : share == 0 ? $"等于基准值 {basis}"
            : share >= 1 ? $"达到或优于引领值 {lead}"
            : $"介于基准值 {basis} 与引领值 {lead}";
        return new Judgement(share < 0 || none ? Verdict.NotMet : Verdict.Met, $"{Numbers.Short(value)} {unit}，{place}")
        {
            Value = shown, Unit = unit, Arithmetic = $"{arithmetic}；{place}", Rests = facts, Share = none ? 0 : Math.Clamp(share, 0, 1),
        };
    }
}
