using PolicyGraph.Ontology.Lexicon;
using PolicyGraph.Ontology.Units;
using PolicyGraph.Tracing.Facts;

namespace PolicyGraph.Tracing.Linking;

/// <summary>Decides whether a target contributes to one above it. A wrong link is worse than a missing one: what differs in kind, scope or period is refused with its reason.</summary>
public sealed class KinshipRules(PolicyLexicon lexicon, UnitLexicon units, ILookup<(string Citing, string Cited), TieKind> ties)
{
    private const int PlanYears = 5;

    private readonly HashSet<string> recognised = [.. lexicon.Designations.SelectMany(d => d.Names).Select(n => n + "数量")];

    /// <summary>Judges two targets that measure the same, the first from a place below the second's.</summary>
    public Kinship Judge(TargetFacts child, TargetFacts parent)
    {
        ArgumentNullException.ThrowIfNull(child);
        ArgumentNullException.ThrowIfNull(parent);
        if (Difference(child, parent) is { } difference)
        {
            return new Kinship.None(Obstacle.Kind, difference);
        }

        var isPart = child.Scope.IsPartOf(parent.Scope, AddsUp(child) && AddsUp(parent));
        if (!isPart && !child.Scope.IsSame(parent.Scope))
        {
            return new Kinship.None(Obstacle.Scope, $"范围不同（上级为{parent.Scope.InWords}，本条为{child.Scope.InWords}）");
        }

        var bond = BondOf(child, parent);
        if (TermOf(child, parent, bond) is not { } term)
        {
            return new Kinship.None(Obstacle.Term, $"期限不相接（上级{Years(parent)}，本条{Years(child)}）");
        }

        if (Day.Last(child.Document.IssuedOn) < Day.First(parent.Document.IssuedOn))
        {
            return new Kinship.None(Obstacle.Order, $"发文在后（{parent.Document.IssuedOn}，本文件{child.Document.IssuedOn}）");
        }

        return bond is { } tied ? new Kinship.Child(tied, term, isPart) : new Kinship.None(Obstacle.Unrelated, "本文件没有引用它，也不属于同一认定或同一五年规划的分解指标");
    }

    /// <summary>Whether amounts of this target in parts add up to the amount of the whole.</summary>
    private static bool AddsUp(TargetFacts target) => !target.Measure.IsRate && target.Change == "level" && target.Unit is not "%";

    /// <summary>What makes the values different in kind; null when they can be compared.</summary>
    private string? Difference(TargetFacts child, TargetFacts parent)
    {
        if (child.Change != parent.Change)
        {
            return $"数值性质不同（上级为{ValueWords.Change(parent)}，本条为{ValueWords.Change(child)}）";
        }

        if (child.Change != "level" && (child.Basis == "annual") != (parent.Basis == "annual"))
        {
            return $"一个是年均、一个是整个期间（上级{ValueWords.Of(parent)}，本条{ValueWords.Of(child)}）";
        }

        return Units.Relate(child.Unit, parent.Unit, units) is UnitRelation.Other && child.Measure.Term?.Kind != "intensity"
            ? $"单位不是同一种量（上级{parent.Unit ?? "无单位"}，本条{child.Unit ?? "无单位"}）"
            : null;
    }

    private Bond? BondOf(TargetFacts child, TargetFacts parent)
    {
        var said = ties[(child.Document.Id, parent.Document.Id)].ToList();
        if (said.Count > 0 && !IsGeneric(child.Measure))
        {
            return said.Contains(TieKind.BasedOn) ? Bond.BasedOn : said.Contains(TieKind.Cites) ? Bond.Cites : null;
        }

        if (child.Measure.Term is not { } term)
        {
            return null;
        }

        if (term.Aliases.Prepend(term.Name).Any(recognised.Contains))
        {
            return Bond.Scheme;
        }

        var isDivided = term is { Kind: "intensity", Unit: "%" }; // per GDP and per value added: what the state hands down to the provinces
        var sameBase = child.BaseYear is null || parent.BaseYear is null || child.BaseYear == parent.BaseYear;
        return isDivided && sameBase && child.Year is { } year && child.Year == parent.Year && year % PlanYears == 0 && IsOfPlan(child, year) && IsOfPlan(parent, year) ? Bond.FiveYearPlan : null;
    }

    /// <summary>重点任务25项: no indicator, whatever the documents have to do with each other.</summary>
    private bool IsGeneric(Measure measure)
    {
        var noun = measure.Key.EndsWith("数量", StringComparison.Ordinal) ? measure.Key[..^2] : measure.Key;
        return measure.Term is null && (noun.Length < 3 || lexicon.Indicators.Generic.Contains(noun));
    }

    private static bool IsOfPlan(TargetFacts target, int end) => (target.Document.IssuedIn ?? target.Document.PlanStart) is { } issued && issued > end - PlanYears - 1 && issued <= end;

    private static Term? TermOf(TargetFacts child, TargetFacts parent, Bond? bond)
    {
        if (child.Year == parent.Year)
        {
            return child.Year is null && bond is not (Bond.BasedOn or Bond.Cites) ? null : Term.Same;
        }

        if (child.Year is not { } own || parent.Year is not { } above)
        {
            return bond is Bond.BasedOn or Bond.Cites ? Term.Same : null;
        }

        var begins = parent.BaseYear ?? parent.Document.PlanStart ?? parent.Document.IssuedIn;
        if (own < above)
        {
            return begins is { } start && own > start && above - start <= 2 * PlanYears ? Term.Earlier : null;
        }

        return bond is not null && child.Document.IssuedIn is { } issued && issued <= above && own - above <= PlanYears ? Term.Later : null;
    }

    private static string Years(TargetFacts target) => target.Year is { } year ? $"到{year}年" : "未写年份";
}
