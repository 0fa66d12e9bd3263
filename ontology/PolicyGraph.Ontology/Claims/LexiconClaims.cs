using PolicyGraph.Graph;
using PolicyGraph.Ontology.Evidence;
using PolicyGraph.Ontology.Lexicon;

namespace PolicyGraph.Ontology.Claims;

/// <summary>The lexicon's entries as nodes: jurisdictions, designations, roles, industries, indicators, evidence types.</summary>
internal static class LexiconClaims
{
    /// <summary>Adds them to <paramref name="claims"/>.</summary>
    public static void Add(GraphClaims claims, PolicyLexicon lexicon, EvidenceVocabulary evidence)
    {
        foreach (var place in lexicon.Jurisdictions.All)
        {
            claims.Node("Jurisdiction", place.Code, new Dictionary<string, GraphValue> { ["name"] = place.Name, ["code"] = place.Code, ["level"] = place.Level, ["aliases"] = GraphValue.ListOf(place.Aliases) });
        }

        AddNamed(claims, "Designation", lexicon.Designations);
        AddNamed(claims, "ActorRole", lexicon.Actors);
        AddIndustries(claims, lexicon.Industries);
        foreach (var indicator in lexicon.Indicators.All)
        {
            claims.Node("Indicator", indicator.Id, new Dictionary<string, GraphValue>
            {
                ["name"] = indicator.Name,
                ["aliases"] = GraphValue.ListOf(indicator.Aliases),
                ["quantityKind"] = indicator.Kind,
                ["canonicalUnit"] = indicator.Unit,
                ["direction"] = indicator.HigherIsBetter ? "higher" : "lower",
            });
        }

        foreach (var type in evidence.Types.Values)
        {
            claims.Node("EvidenceType", type.Id, new Dictionary<string, GraphValue>
            {
                ["name"] = type.Names[0], ["aliases"] = GraphValue.ListOf(type.Names), ["fields"] = GraphValue.ListOf(type.Carries.Concat(type.May)),
            });
        }
    }

    private static void AddNamed(GraphClaims claims, string label, IReadOnlyList<Named> named)
    {
        foreach (var one in named)
        {
            claims.Node(label, one.Id, new Dictionary<string, GraphValue> { ["name"] = one.Name, ["aliases"] = GraphValue.ListOf(one.Aliases) });
        }
    }

    private static void AddIndustries(GraphClaims claims, IndustryLexicon industries)
    {
        var spoken = industries.Spoken.Where(s => s.Codes.Count == 1).ToLookup(s => s.Codes[0], s => s.Name);
        foreach (var (code, name) in industries.Names)
        {
            var key = claims.Node("Industry", code, new Dictionary<string, GraphValue>
            {
                ["name"] = name,
                ["code"] = code,
                ["level"] = code.Length switch { 1 => "section", 2 => "division", 3 => "group", _ => "class" },
                ["aliases"] = GraphValue.ListOf(spoken[code]),
            });
            if (industries.ParentOf(code) is { } parent)
            {
                claims.Relationship("PART_OF", key, new NodeKey("Industry", parent));
            }
        }
    }
}
