using PolicyGraph.Compliance.Benchmarks;
using PolicyGraph.Compliance.Evidence;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Quantities;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.Verdicts;

/// <summary>Judges a quotient of quantities against lead and base.</summary>
internal sealed class RatioJudge(Dossier dossier)
{
    private readonly OperandReader operands = new(dossier);

    /// <param name="rule">The formula.</param>
    /// <param name="criterion">The criterion, which may be a child that is about one pollutant.</param>
    /// <param name="benchmark">Null where no file sets one.</param>
    /// <param name="names">Names of the pollutant; empty for any.</param>
    internal Judgement Judge(RatioRule rule, CriterionFacts criterion, Benchmark? benchmark, IReadOnlyList<string> names)
    {
        var unit = RatioUnit.Parse(benchmark?.Unit ?? rule.Unit, rule, dossier.Units, out var why) ?? throw new InvalidDataException($"准则“{criterion.Id}”的{why}");
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

        if (all.TrueForAll(r => r is Reading.Known))
        {
            return Computed(rule, criterion, benchmark, unit, Sum(above), Sum(below), (stated as Reading.Known)?.Amount);
        }

        if (stated is Reading.Known { Amount: var amount })
        {
            var value = amount.Low / StatedFactor(unit);
            return Against(rule, criterion, benchmark, unit, value, value, $"文件直接写明 {amount.Text} = {Numbers.Short(value)} {unit.Written}", amount.Facts);
        }

        return Undecided(criterion, benchmark is null && Floors(rule, null, unit).Count == 0, all, stated, unit);
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
        if (lacksBenchmark)
        {
            missing.Add(NoBenchmark(criterion));
        }

        var reason = string.Join("；", absent.Select(a => a.Reason).Concat(unfit.Select(u => u.Reason)).Distinct());
        var defective = absent.Count == 0 || (stated is Reading.Unfit && absent.Count == operands.Count);
        return new Judgement(defective ? Verdict.DefectiveEvidence : Verdict.InsufficientEvidence, reason)
        {
            Rests = defective ? [.. unfit.SelectMany(u => u.Facts).Distinct().Take(12)] : [],
            Missing = missing,
            Unit = unit.Written,
        };
    }

    private Judgement Computed(RatioRule rule, CriterionFacts criterion, Benchmark? benchmark, RatioUnit unit, Amount above, Amount below, Amount? stated)
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
        return Against(rule, criterion, benchmark, unit, low / unit.Factor, high / unit.Factor, arithmetic, [.. facts, .. stated?.Facts ?? []]);
    }

    private static string Shown(decimal low, decimal high, RatioUnit unit) => low == high ? Numbers.Short(low / unit.Factor) : $"[{Numbers.Short(low / unit.Factor)}, {Numbers.Short(high / unit.Factor)}]";

    /// <summary>Whether a stated ratio is what its operands give, to its own written precision and theirs.</summary>
    private static bool Fits(Amount stated, RatioRule rule, decimal low, decimal high, Amount above, Amount below)
    {
        var scale = rule.Percent ? 100 : 1;
        var spread = (above.High > 0 ? above.Quantum / 2 / above.High : 0) + (below.Quantum / 2 / below.Low);
        return stated.Agrees(new Amount(low * scale, high * scale, 0, string.Empty, []), high * scale * spread);
    }

    private Judgement Against(RatioRule rule, CriterionFacts criterion, Benchmark? benchmark, RatioUnit unit, decimal low, decimal high, string arithmetic, IReadOnlyList<Fact> facts)
    {
        var value = low == high ? decimal.Round(low, 10) : (decimal?)null;
        var floors = Floors(rule, benchmark, unit);
        if (floors.Count == 0)
        {
            return new Judgement(Verdict.InsufficientEvidence, "没有评价方案给出的引领值和基准值，不能判断") { Value = value, Unit = unit.Written, Arithmetic = arithmetic, Rests = facts, Missing = [NoBenchmark(criterion)] };
        }

        var floor = floors[0];
        bool IsWorse(decimal v) => floor.Value is { } bound && (rule.LowerIsBetter ? v > bound : v < bound);
        decimal Share(decimal v) => benchmark?.Lead is not null ? Clamp(benchmark.Share(v)) : 1;
        if (IsWorse(low) != IsWorse(high) || Share(low) != Share(high))
        {
            return new Judgement(Verdict.InsufficientEvidence, $"折标系数只有参考范围，结果在 {Numbers.Short(low)} 至 {Numbers.Short(high)} {unit.Written} 之间，两端结论不同")
            {
                Unit = unit.Written, Arithmetic = arithmetic, Rests = facts, Missing = [new MissingPiece("field", "energyCoefficient", "缺少实测低位发热量或折标系数，请在能源消费统计中写明")],
            };
        }

        // The two ends earn the same, or there is one value.
        var several = floors.Count > 1;
        var binds = several ? floor : null;
        List<BindingRule> over = several ? [.. floors.Skip(1)] : [];
        var shown = value ?? decimal.Round(low, 10);
        return benchmark?.Lead is not null && !(IsWorse(low) && Share(low) >= 0)
            ? BenchmarkVerdict.Of(benchmark, low, Share(low), shown, unit.Written, arithmetic, facts) with { Binds = binds, Over = over }
            : BenchmarkVerdict.Of(floor, IsWorse(low), low, shown, unit.Written, arithmetic, facts) with { Binds = binds, Over = over };
    }

    /// <summary>The values that it must reach, the one that binds first: stricter before laxer, then the benchmark file (special) before the standard (general), then later before earlier.</summary>
    private List<BindingRule> Floors(RatioRule rule, Benchmark? benchmark, RatioUnit unit)
    {
        var factor = RatioUnit.Parse(rule.Unit, rule, dossier.Units, out _) is { } own && own.Numerator == unit.Numerator && own.Denominator == unit.Denominator ? own.Factor / unit.Factor : (decimal?)null;
        var floors = new List<(BindingRule Rule, DateOnly From)>();
        if (benchmark?.Base is { } basis)
        {
            floors.Add((new BindingRule(dossier.BenchmarkSource ?? "评价方案", null, basis, unit.Written, string.Empty), DateOnly.MaxValue));
        }

        if (factor is { } f)
        {
            floors.AddRange(rule.Limits.Where(Holds).Select(l => (new BindingRule(l.Source.Document, l.Source.Clause, l.Value * f, unit.Written, l.Source.Certainty == "recalled" ? "待核实" : string.Empty), l.From ?? DateOnly.MinValue)));
        }

        var sorted = (rule.LowerIsBetter ? floors.OrderBy(x => x.Rule.Value) : floors.OrderByDescending(x => x.Rule.Value)).ThenByDescending(x => x.From).Select(x => x.Rule).ToList();
        return [.. sorted.Select((r, i) => r with { Why = (i == 0 ? "各规则中最严，以它为准" : r.Value == sorted[0].Value ? "数值相同，另有更专门或更晚的规则" : "较宽，由更严的规则代替") + (r.Why.Length > 0 ? $"；{r.Why}" : string.Empty) })];
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
    internal static Judgement Of(BindingRule floor, bool isWorse, decimal value, decimal shown, string unit, string arithmetic, IReadOnlyList<Fact> facts)
    {
        var place = $"{(isWorse ? "未达到" : "达到")}{floor.Document}{floor.Clause}的 {Numbers.Plain(floor.Value ?? 0)} {unit}{(floor.Why.Contains("待核实", StringComparison.Ordinal) ? "（待核实）" : string.Empty)}";
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
