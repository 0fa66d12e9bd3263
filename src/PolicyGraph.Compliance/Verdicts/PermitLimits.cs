using PolicyGraph.Compliance.Evidence;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Quantities;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.Verdicts;

/// <summary>The limits that the enterprise's own discharge permit sets beside the rules that are loaded: a permit may be stricter than the standard, and a later standard stricter than the permit.</summary>
/// <remarks>A permit bounds concentrations of which a loaded rule bounds the same pollutant; alone it makes no criterion of its own, for 2018 asks about it row by row.</remarks>
internal static class PermitLimits
{
    private const string Permit = "discharge-permit";

    /// <summary>The limits, each with the facts that state it.</summary>
    internal static IReadOnlyDictionary<Limit, IReadOnlyList<Fact>> Of(Dossier dossier, IReadOnlyList<Limit> loaded)
    {
        var limits = new Dictionary<Limit, IReadOnlyList<Fact>>();
        var bounded = loaded.Where(l => l is { Quantity: LimitQuantity.Concentration, Qualifier: not null, Level: not LimitLevel.Permit }).DistinctBy(l => (l.Indicator, l.Qualifier, IsWater(l.Unit))).ToList();
        foreach (var file in bounded.Count == 0 ? [] : dossier.Evidence.Where(f => f.Type == Permit))
        {
            var terms = file.Facts.Where(f => f.Field is "validFrom" or "validUntil" or "number").ToList();
            foreach (var fact in file.Facts.Where(f => f is { Field: "pollutantLimit", Number: > 0, Unit: not null, Qualifier: not null } && dossier.Subject.Fault(file, f) is null))
            {
                foreach (var rule in bounded.Where(b => OperandReader.IsNamed(fact.Qualifier, [b.Qualifier!]) && IsWater(b.Unit) == IsWater(fact.Unit!) && dossier.Units.TryParse(fact.Unit, out var unit) && unit.Dimension == "mass/volume")) // filtered
                {
                    limits.TryAdd(Read(file, fact, rule, terms, dossier.Enterprise.Name), [fact, .. terms]);
                }
            }
        }

        return limits;
    }

    private static Limit Read(EvidenceFile file, Fact fact, Limit rule, List<Fact> terms, string holder) => new()
    {
        Id = $"{file.DocumentId}#{fact.Ordinal}",
        Source = new CriterionSource($"排污许可证 {terms.Find(t => t.Field == "number")?.Written ?? file.Path}", null, "verified"),
        Level = LimitLevel.Permit,
        Indicator = rule.Indicator,
        Qualifier = rule.Qualifier,
        Quantity = LimitQuantity.Concentration,
        Value = fact.Number!.Value, // asked for by the caller
        Unit = fact.Unit!, // asked for by the caller
        ValidFrom = DateRange.Parse(terms.Find(t => t.Field == "validFrom")?.Date)?.First,
        ValidUntil = DateRange.Parse(terms.Find(t => t.Field == "validUntil")?.Date)?.Last,
        Scope = new LimitScope { Holder = holder },
    };

    private static bool IsWater(string unit) => unit.EndsWith('L') || unit.EndsWith('l') || unit.EndsWith('升');
}
