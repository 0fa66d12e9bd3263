using PolicyGraph.Ontology;
using PolicyGraph.Ontology.Evidence;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.Checklists;

/// <summary>The papers that the criteria of some editions ask for, as the ontology's NEEDS say.</summary>
/// <param name="Standards">The editions, in the order asked.</param>
/// <param name="Papers">The papers; what most criteria need comes first within its kind of demand.</param>
public sealed record PaperChecklist(IReadOnlyList<Standard> Standards, IReadOnlyList<ChecklistPaper> Papers)
{
    /// <summary>Derives it from the editions' criteria.</summary>
    /// <param name="ontology">Criteria and types of evidence.</param>
    /// <param name="standards">Editions of that ontology.</param>
    public static PaperChecklist Of(PolicyOntology ontology, IReadOnlyList<Standard> standards)
    {
        ArgumentNullException.ThrowIfNull(ontology);
        ArgumentNullException.ThrowIfNull(standards);
        var asked = standards.SelectMany(s => s.Criteria.Select(c => new ChecklistUse(s, c))).ToList();
        var papers = asked.SelectMany(u => u.Criterion.Needs.Select(n => (Type: n, Use: u))).GroupBy(u => u.Type, StringComparer.Ordinal).Select(g => Paper(ontology.Evidence, g.Key, [.. g.Select(u => u.Use)]));
        return new PaperChecklist(standards, [.. papers.OrderBy(p => p.Demand).ThenByDescending(p => p.Uses.Count).ThenBy(p => p.Type, StringComparer.Ordinal)]);
    }

    private static ChecklistPaper Paper(EvidenceVocabulary vocabulary, string type, IReadOnlyList<ChecklistUse> uses)
    {
        var known = vocabulary.Types.GetValueOrDefault(type);
        var fields = (known?.Carries ?? []).Select(f => vocabulary.Fields.TryGetValue(f, out var field) && field.Names.Count > 0 ? field.Names[0] : f);
        return new ChecklistPaper(type, known?.Names ?? [type], [.. fields], uses, uses.Min(Demand));
    }

    private static ChecklistDemand Demand(ChecklistUse use) => use.Criterion switch
    {
        { Kind: CriterionKind.Veto or CriterionKind.Mandatory } => ChecklistDemand.Required,
        { OnDemand: true } => ChecklistDemand.OnDemand,
        _ => ChecklistDemand.Scored,
    };
}

/// <summary>One type of paper.</summary>
/// <param name="Type">An id of <c>schema/evidence.yaml</c>.</param>
/// <param name="Names">What such papers are called, the usual name first.</param>
/// <param name="Fields">What it must state, in Chinese.</param>
/// <param name="Uses">The criteria that need it.</param>
/// <param name="Demand">The strongest demand for it.</param>
public sealed record ChecklistPaper(string Type, IReadOnlyList<string> Names, IReadOnlyList<string> Fields, IReadOnlyList<ChecklistUse> Uses, ChecklistDemand Demand);

/// <summary>A criterion that needs a paper.</summary>
/// <param name="Standard">Its edition.</param>
/// <param name="Criterion">The criterion.</param>
public sealed record ChecklistUse(Standard Standard, Criterion Criterion);

/// <summary>How strongly a paper is asked for.</summary>
public enum ChecklistDemand
{
    /// <summary>A veto or a mandatory criterion needs it.</summary>
    Required,

    /// <summary>Points depend on it.</summary>
    Scored,

    /// <summary>Only where a benchmark file lists its criterion.</summary>
    OnDemand,
}
