using PolicyGraph.Compliance.Facts;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.Verdicts;

/// <summary>A value that must be reached, in the unit of the comparison.</summary>
/// <param name="Rule">The rule that sets it, in its own unit; why is still empty.</param>
/// <param name="Value">The value in the unit of the comparison.</param>
/// <param name="From">Since when; a later rule goes before an earlier one of the same value.</param>
/// <param name="Level">How narrow the rule is; a narrower one goes before a wider one of the same value.</param>
/// <param name="IsRecalled">Whether nobody verified it.</param>
/// <param name="Limit">The limit with what its application rests on; null for the benchmark file and the standard itself.</param>
internal sealed record Floor(BindingRule Rule, decimal Value, DateOnly From, int Level, bool IsRecalled, ChosenLimit? Limit)
{
    internal bool IsCertain => Limit?.Doubt is null;
}

/// <summary>The values that all must be reached, the strictest first: it binds, the others it beats.</summary>
internal sealed class Floors
{
    private readonly bool lowerIsBetter;
    private readonly string unit;
    private readonly IReadOnlyList<BeatenLimit> beaten;

    internal Floors(IEnumerable<Floor> floors, IReadOnlyList<BeatenLimit> beaten, bool lowerIsBetter, string unit)
    {
        this.lowerIsBetter = lowerIsBetter;
        this.unit = unit;
        this.beaten = beaten;
        All = [.. (lowerIsBetter ? floors.OrderBy(f => f.Value) : floors.OrderByDescending(f => f.Value)).ThenByDescending(f => f.Level).ThenByDescending(f => f.From).ThenBy(f => f.Rule.Document, StringComparer.Ordinal)];
        Certain = [.. All.Where(f => f.IsCertain)];
    }

    /// <summary>All, those in doubt too.</summary>
    internal IReadOnlyList<Floor> All { get; }

    /// <summary>Those that apply beyond doubt.</summary>
    internal IReadOnlyList<Floor> Certain { get; }

    internal bool IsWorse(Floor floor, decimal value) => lowerIsBetter ? value > floor.Value : value < floor.Value;

    /// <summary>Whether a value is worse than what must be reached; null where that hangs on a rule in doubt.</summary>
    /// <remarks>Of the grades for old and for new works one holds in any case: at best it is the laxest.</remarks>
    internal bool? IsWorse(decimal value)
    {
        var doubtful = All.Where(f => !f.IsCertain).ToList();
        var ages = doubtful.FindAll(f => f.Limit?.Doubt?.Name == "commissionedOn");
        List<Floor> least = [.. Certain, .. ages.Exists(a => a.Limit!.Limit.Scope.BuiltFrom is not null) && ages.Exists(a => a.Limit!.Limit.Scope.BuiltBefore is not null) ? ages.TakeLast(1) : []]; // those of an age are limits
        var atBest = least.Exists(f => IsWorse(f, value));
        var atWorst = All.Any(f => IsWorse(f, value));
        return atBest == atWorst && (least.Count > 0 || atWorst) ? atBest : null;
    }

    /// <summary>What binds and what it beats; null and none where one rule alone sets a value.</summary>
    internal (BindingRule? Binds, IReadOnlyList<BindingRule> Over) Order()
    {
        var certain = Certain.Count > 0 ? Certain : All;
        if (certain.Count + beaten.Count < 2 || certain.Count == 0)
        {
            return (null, []);
        }

        var first = certain[0];
        var why = certain.Count == 1 ? "现行有效、适用于本企业的规则" : certain[1].Value == first.Value ? "与其他规则数值相同，以更专门、更晚的为准" : "适用的规则中最严，以它为准";
        return (Say(first, why), [
            .. certain.Skip(1).Select(f => Say(f, f.Value == first.Value ? "数值相同，另有更专门或更晚的规则" : "较宽，由更严的规则代替")),
            .. beaten.Select(b => new BindingRule(b.Limit.Source.Document, b.Limit.Source.Clause, b.Limit.Value, b.Limit.Unit, b.Why))]);
    }

    private BindingRule Say(Floor floor, string why) => floor.Rule with
    {
        Why = why + (floor.Rule.Unit != unit ? $"；折合 {Numbers.Short(floor.Value)} {unit}" : string.Empty) + (floor.IsRecalled ? "；待核实" : string.Empty),
    };

    /// <summary>What is missing where a rule in doubt decides.</summary>
    internal IReadOnlyList<MissingPiece> Doubts => [.. All.Select(f => f.Limit?.Doubt).OfType<MissingPiece>().Distinct()];

    /// <summary>What the application of the rules rests on.</summary>
    internal IEnumerable<Fact> Facts => All.Where(f => f.Limit is not null).SelectMany(f => f.Limit!.Facts); // filtered
}
