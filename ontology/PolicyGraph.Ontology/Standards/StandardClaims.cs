using PolicyGraph.Graph;
using PolicyGraph.Ontology.Claims;

namespace PolicyGraph.Ontology.Standards;

/// <content>The standard as nodes and relationships.</content>
public sealed partial record Standard
{
    private static readonly Dictionary<string, string> Designations = new(StringComparer.Ordinal)
    {
        ["green-factory"] = "绿色工厂", ["green-park"] = "绿色工业园区", ["green-supply-chain"] = "绿色供应链管理企业", ["green-product"] = "绿色产品",
    };

    /// <summary>What the graph is told: Edition, Criterion (rule parameters as properties), EvidenceType, Indicator and Designation nodes and what joins them.</summary>
    /// <remarks>
    /// A first-level area is a Criterion that no HAS_CRITERION reaches. An earlier edition whose criteria nobody loaded is an Edition without criteria.
    /// Evidence types are claimed by id alone: the vocabulary of evidence names them.
    /// </remarks>
    public GraphClaims Claims()
    {
        var claims = new GraphClaims();
        var edition = ClaimEditions(claims);
        foreach (var area in Areas)
        {
            claims.Node("Criterion", $"{Edition.Id}/{area.Id}", new Dictionary<string, GraphValue> { ["criterion"] = area.Id, ["clause"] = area.Clause, ["title"] = area.Title });
        }

        foreach (var item in Items)
        {
            var key = claims.Node("Criterion", $"{Edition.Id}/{item.Id}", new Dictionary<string, GraphValue> { ["criterion"] = item.Id, ["clause"] = item.Clause, ["title"] = item.Title });
            claims.Relationship("PART_OF", key, new NodeKey("Criterion", $"{Edition.Id}/{AreaOf(item.Id)}"));
        }

        for (var i = 0; i < Criteria.Count; i++)
        {
            ClaimCriterion(claims, edition, Criteria[i], i);
        }

        foreach (var one in Correspondences)
        {
            claims.Relationship("CORRESPONDS_TO", new NodeKey("Criterion", $"{Edition.Id}/{one.From}"), new NodeKey("Criterion", $"{one.Edition}/{one.To}"), new Dictionary<string, GraphValue>
            {
                ["relation"] = one.Relation, ["reason"] = one.Why, ["certainty"] = one.Certainty,
            });
        }

        return claims;
    }

    private NodeKey ClaimEditions(GraphClaims claims)
    {
        var key = claims.Node("Edition", Edition.Id, new Dictionary<string, GraphValue>
        {
            ["title"] = Edition.Title,
            ["number"] = Edition.Number,
            ["validFrom"] = Iso(Edition.ValidFrom),
            ["validUntil"] = Edition.ValidUntil is { } until ? Iso(until) : null,
            ["why"] = Edition.Why,
            ["sectorCriteria"] = Edition.SectorCriteria,
            ["givesPoints"] = Edition.GivesPoints,
            ["stepIds"] = GraphValue.ListOf(Steps.Select(s => s.Id)),
            ["stepTitles"] = GraphValue.ListOf(Steps.Select(s => s.Title)),
            ["stepTests"] = GraphValue.ListOf(Steps.Select(s => s.Test)),
            ["stepDays"] = GraphValue.ListOf(Steps.Select(s => FormattableString.Invariant($"{s.Month:00}-{s.Day:00}"))),
            ["stepDivisions"] = GraphValue.ListOf(Steps.Select(s => string.Join('-', s.Divisions))),
            ["stepFrom"] = GraphValue.ListOf(Steps.Select(s => s.From is { } day ? Iso(day) : string.Empty)),
            ["stepUntil"] = GraphValue.ListOf(Steps.Select(s => s.Until is { } day ? Iso(day) : string.Empty)),
            ["stepPlaces"] = GraphValue.ListOf(Steps.Select(s => string.Join('|', s.Places))),
            ["stepInsteadOf"] = GraphValue.ListOf(Steps.Select(s => s.InsteadOf ?? string.Empty)),
            ["stepSources"] = GraphValue.ListOf(Steps.Select(s => string.Join('\n', s.Sources.Select(WriteSource)))),
        });
        var newer = key;
        foreach (var old in Edition.Supersedes)
        {
            var earlier = claims.Node("Edition", old.Id, new Dictionary<string, GraphValue>
            {
                ["title"] = old.Title, ["number"] = old.Number, ["validFrom"] = Iso(old.ValidFrom), ["validUntil"] = Iso(old.ValidUntil),
            });
            claims.Relationship("SUPERSEDES", newer, earlier);
            newer = earlier;
        }

        return key;
    }

    private void ClaimCriterion(GraphClaims claims, NodeKey edition, Criterion criterion, int order)
    {
        var properties = new Dictionary<string, GraphValue>
        {
            ["criterion"] = criterion.Id,
            ["clause"] = criterion.Clause,
            ["title"] = criterion.Title,
            ["kind"] = Word(criterion.Kind),
            ["asks"] = criterion.Asks,
            ["ordinal"] = (long)order,
            ["onDemand"] = criterion.OnDemand,
            ["threshold"] = criterion.Threshold,
            ["exampleWeight"] = criterion.ExampleWeight is { } weight ? (long)weight : (GraphValue)(string?)null,
            ["contradictedBy"] = GraphValue.ListOf(criterion.ContradictedBy),
            ["sources"] = GraphValue.ListOf(criterion.Sources.Select(WriteSource)),
        };
        RuleProperties.Write(criterion.Rule, properties);
        var key = claims.Node("Criterion", $"{Edition.Id}/{criterion.Id}", properties);
        claims.Relationship("HAS_CRITERION", edition, key);
        claims.Relationship("PART_OF", key, new NodeKey("Criterion", $"{Edition.Id}/{criterion.Item ?? AreaOf(criterion.Id)}"));
        claims.Relationship("QUALIFIES_FOR", key, claims.Node("Designation", Edition.Designation, new Dictionary<string, GraphValue> { ["name"] = Designations.GetValueOrDefault(Edition.Designation, Edition.Designation) }));
        foreach (var type in criterion.Needs)
        {
            claims.Relationship("NEEDS", key, claims.Node("EvidenceType", type));
        }

        if (criterion.Indicator is { } indicator)
        {
            claims.Relationship("MEASURES", key, claims.Node("Indicator", indicator, new Dictionary<string, GraphValue> { ["name"] = criterion.Title }));
        }
    }

    /// <summary>The word of a kind in JSON and in the graph.</summary>
    public static string Word(CriterionKind kind) => kind switch
    {
        CriterionKind.Veto => "veto",
        CriterionKind.Mandatory => "mandatory",
        CriterionKind.Optional => "optional",
        CriterionKind.Scored => "scored",
        _ => throw new System.Diagnostics.UnreachableException($"kind {kind}"),
    };

    private static string AreaOf(string id) => id[..id.IndexOf('.', StringComparison.Ordinal)];

    private static string WriteSource(CriterionSource source) => $"{source.Document}|{source.Clause}|{source.Certainty}";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
