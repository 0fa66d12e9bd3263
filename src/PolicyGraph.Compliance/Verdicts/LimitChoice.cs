using PolicyGraph.Compliance.Benchmarks;
using PolicyGraph.Compliance.Evidence;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Quantities;
using PolicyGraph.Ontology.Standards;
using PolicyGraph.Text;

namespace PolicyGraph.Compliance.Verdicts;

/// <summary>A limit that holds for the enterprise on as-of.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Doubt">What nobody stated, so that it may or may not apply; null where it does.</param>
/// <param name="Facts">What its application rests on.</param>
internal sealed record ChosenLimit(Limit Limit, MissingPiece? Doubt, IReadOnlyList<Fact> Facts);

/// <summary>A limit that gave way to another.</summary>
internal sealed record BeatenLimit(Limit Limit, string Why);

/// <summary>Which limits a criterion meets.</summary>
/// <param name="Limits">Those that apply, or may.</param>
/// <param name="Beaten">Those that a later edition, or a rule for the very case, took the place of.</param>
internal sealed record LimitsOfCriterion(IReadOnlyList<ChosenLimit> Limits, IReadOnlyList<BeatenLimit> Beaten);

/// <summary>Chooses the limits that hold for the enterprise on as-of: in force, in scope, not replaced, and not giving way by their own words.</summary>
/// <remarks>Which of those that are left binds is no choice: all hold, the strictest binds, whoever set it.</remarks>
internal sealed class LimitChoice
{
    private readonly Dossier dossier;
    private readonly IReadOnlyList<Limit> limits;
    private readonly IReadOnlyDictionary<Limit, IReadOnlyList<Fact>> permits;
    private readonly QuantityReader quantities;

    /// <param name="dossier">The enterprise's papers.</param>
    /// <param name="loaded">The limits of the graph; those of the enterprise's own permit join them.</param>
    internal LimitChoice(Dossier dossier, IReadOnlyList<Limit> loaded)
    {
        this.dossier = dossier;
        permits = PermitLimits.Of(dossier, loaded);
        limits = [.. loaded, .. permits.Keys];
        quantities = new QuantityReader(dossier);
    }

    /// <param name="criterion">The criterion, which may be a child that is about one pollutant.</param>
    /// <param name="names">Names of the pollutant; empty for any.</param>
    internal LimitsOfCriterion Of(CriterionFacts criterion, IReadOnlyList<string> names)
    {
        var mine = limits.Where(l => IsAbout(l, criterion) && (l.Qualifier is null || OperandReader.IsNamed(l.Qualifier, names))).Select(l => (Limit: l, Fit: Fit(l))).Where(x => x.Fit is not null).ToList();
        var chosen = mine.Where(x => IsInForce(x.Limit)).Select(x => x.Fit!).ToList(); // filtered for those that fit
        var beaten = new List<BeatenLimit>();
        foreach (var later in chosen.Where(c => c.Doubt is null).ToList())
        {
            var seen = new HashSet<string>(StringComparer.Ordinal) { later.Limit.Id };
            for (var earlier = later.Limit.Replaces; earlier is not null && seen.Add(earlier);)
            {
                var old = mine.Find(x => x.Limit.Id == earlier).Limit;
                if (old is not null && !beaten.Exists(b => b.Limit.Id == old.Id))
                {
                    beaten.Add(new BeatenLimit(old, $"已被后出的{later.Limit.Source.Document}代替"));
                }

                earlier = old?.Replaces;
            }
        }

        chosen.RemoveAll(c => beaten.Exists(b => b.Limit.Id == c.Limit.Id));
        foreach (var general in chosen.Where(c => c.Limit.Yields).ToList())
        {
            if (chosen.Find(c => c.Doubt is null && IsNarrower(c.Limit.Scope, general.Limit.Scope)) is { } special)
            {
                chosen.Remove(general);
                if (special.Limit.Quantity == general.Limit.Quantity && special.Limit.Unit == general.Limit.Unit)
                {
                    beaten.Add(new BeatenLimit(general.Limit, $"一般规定，按其条文让位于专门的{special.Limit.Source.Document}"));
                }
            }
        }

        return new LimitsOfCriterion(chosen, [.. beaten.OrderBy(b => b.Limit.ValidFrom).ThenBy(b => b.Limit.Id, StringComparer.Ordinal)]);
    }

    /// <summary>The pollutants of a criterion, by the last part of the longer id, for which a limit holds.</summary>
    internal IEnumerable<string> Parts(CriterionFacts criterion) => criterion.Rule is not RatioRule { Qualifiers.Count: > 0 } rule ? []
        : rule.Qualifiers.Where(q => limits.Any(l => IsAbout(l, criterion) && l.Qualifier is { } own && OperandReader.IsNamed(own, [q.Key, .. q.Value]) && IsInForce(l) && Fit(l) is not null)).Select(q => q.Key);

    private static bool IsAbout(Limit limit, CriterionFacts criterion) => criterion.Indicator == limit.Indicator && criterion.Kind != CriterionKind.Optional && !limit.IsAdvice;

    private bool IsInForce(Limit limit) => (limit.ValidFrom is null || limit.ValidFrom <= dossier.AsOf) && (limit.ValidUntil is null || dossier.AsOf <= limit.ValidUntil);

    private static bool IsNarrower(LimitScope a, LimitScope b) =>
        (a.Industries.Count > 0 && (b.Industries.Count == 0 || a.Industries.Min(i => i.Length) > b.Industries.Max(i => i.Length)))
        || (a.Process is not null && b.Process is null) || (a.Area is not null && b.Area is null) || (a.Holder is not null && b.Holder is null);

    /// <summary>Whether the enterprise lies in the scope; null when it does not.</summary>
    private ChosenLimit? Fit(Limit limit)
    {
        var (scope, enterprise) = (limit.Scope, dossier.Enterprise);
        var industry = enterprise.Industry?.TrimStart('A', 'B', 'C', 'D', 'E') ?? string.Empty;
        if ((scope.Industries.Count > 0 && !scope.Industries.Any(i => industry.StartsWith(i, StringComparison.Ordinal))) || !IsHolder(scope.Holder) || !IsInArea(scope.Area))
        {
            return null;
        }

        var doubts = new List<MissingPiece>();
        var facts = new List<Fact>(permits.GetValueOrDefault(limit) ?? []);
        var fits = InPlaces(scope, doubts) && HasProcess(limit, doubts) && IsOfAge(scope, doubts, facts) && IsOfSize(scope, doubts, facts);
        return fits ? new ChosenLimit(limit, doubts.FirstOrDefault(), facts) : null;
    }

    private bool IsHolder(string? holder) => holder is null || dossier.Enterprise.FormerNames.Append(dossier.Enterprise.Name).Append(dossier.Enterprise.CreditCode).Any(n => Fold(n) == Fold(holder));

    private bool IsInArea(string? area) => area is null
        || (dossier.Enterprise.Park is { Length: > 0 } park && (Fold(park).Contains(Fold(area), StringComparison.Ordinal) || Fold(area).Contains(Fold(park), StringComparison.Ordinal)))
        || dossier.Stated("address").Any(f => Fold(f.Written).Contains(Fold(area), StringComparison.Ordinal) && dossier.Subject.Fault(dossier.File(f), f) is null);

    private bool InPlaces(LimitScope scope, List<MissingPiece> doubts)
    {
        if (scope.Places.Count == 0)
        {
            return true;
        }

        var where = ((string?[])[dossier.Enterprise.Jurisdiction, dossier.Enterprise.JurisdictionCode]).OfType<string>().ToList();
        var answers = scope.Places.SelectMany(p => where.Select(w => Region.Contains(p, w))).ToList();
        if (answers.Contains(true))
        {
            return true;
        }

        if (answers.Count > 0 && answers.TrueForAll(a => a == false))
        {
            return false;
        }

        doubts.Add(new MissingPiece("field", "jurisdiction", $"不能确定企业是否在{string.Join("、", scope.Places)}，请在 enterprise.yaml 写明到市"));
        return true;
    }

    /// <summary>A process that nobody declared is the enterprise's where its papers name it, and in doubt where they do not.</summary>
    private bool HasProcess(Limit limit, List<MissingPiece> doubts)
    {
        if (limit.Scope.Process is not { } process)
        {
            return true;
        }

        var declared = dossier.Enterprise.Processes;
        if (declared.Count > 0)
        {
            return declared.Any(p => IsSame(p, process));
        }

        if (!dossier.Enterprise.Products.Any(p => IsSame(p, process)) && !dossier.Evidence.Any(f => f.Facts.Any(x => x.Quote.Contains(process, StringComparison.Ordinal) || x.Qualifier?.Contains(process, StringComparison.Ordinal) == true)))
        {
            doubts.Add(new MissingPiece("field", "processes", $"不能确定企业有没有“{process}”（{limit.Source.Document}），请在 enterprise.yaml 的 processes 写明"));
        }

        return true;
    }

    private static bool IsSame(string own, string process) => Fold(own) is { Length: > 1 } name && Fold(process) is var other && (name.Contains(other, StringComparison.Ordinal) || other.Contains(name, StringComparison.Ordinal));

    private bool IsOfAge(LimitScope scope, List<MissingPiece> doubts, List<Fact> facts)
    {
        if (scope.BuiltFrom is null && scope.BuiltBefore is null)
        {
            return true;
        }

        var stated = dossier.Stated("commissionedOn").Where(f => DateRange.Parse(f.Date) is not null && dossier.Subject.Fault(dossier.File(f), f) is null).ToList();
        var fits = stated.ConvertAll(f => IsOfAge(scope, DateRange.Parse(f.Date)!.Value)); // filtered for dates
        if (fits.Count == 0 || fits.Distinct().Count() > 1 || fits[0] is null)
        {
            doubts.Add(new MissingPiece("field", "commissionedOn", "没有文件写明生产线的投产日期，不能确定按现有设施还是新建设施的限值"));
            return true;
        }

        facts.AddRange(stated);
        return fits[0] == true;
    }

    private static bool? IsOfAge(LimitScope scope, DateRange built)
    {
        bool[] ends = [Holds(built.First), Holds(built.Last)];
        return ends[0] == ends[1] ? ends[0] : null;
        bool Holds(DateOnly day) => (scope.BuiltFrom is null || day >= scope.BuiltFrom) && (scope.BuiltBefore is null || day < scope.BuiltBefore);
    }

    private bool IsOfSize(LimitScope scope, List<MissingPiece> doubts, List<Fact> facts)
    {
        if (scope.EnergyFrom is null && scope.EnergyBelow is null)
        {
            return true;
        }

        if (new EnergyBalance(dossier, quantities).Read(dossier.Year) is not Reading.Known { Amount: var energy })
        {
            doubts.Add(new MissingPiece("value", "energyTotal", $"没有文件写明 {dossier.Year} 年综合能耗，不能确定按哪一档规模的限值"));
            return true;
        }

        facts.AddRange(energy.Facts);
        bool Holds(decimal tce) => (scope.EnergyFrom is null || tce >= scope.EnergyFrom) && (scope.EnergyBelow is null || tce < scope.EnergyBelow);
        if (Holds(energy.Low) != Holds(energy.High))
        {
            doubts.Add(new MissingPiece("field", "energyCoefficient", "折标系数只有参考范围，不能确定按哪一档规模的限值"));
            return true;
        }

        return Holds(energy.Low);
    }

    private static string Fold(string text) => NormalizedText.Fold(text).Squeeze().Text;
}
