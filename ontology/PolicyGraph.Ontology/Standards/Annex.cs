using PolicyGraph.Graph;
using PolicyGraph.Ontology.Claims;
using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ontology.Standards;

/// <summary>What a notice demands of something that is no enterprise (a park, a supply chain): data for the graph, which nobody judges.</summary>
/// <remarks>Its criteria hang on a root Criterion and not on an Edition, so that no assessment reaches them.</remarks>
public sealed record Annex
{
    private Annex()
    {
    }

    /// <summary>Id of the root, such as <c>notice586-2016-park</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>The document that it belongs to, and where in it.</summary>
    public required CriterionSource Source { get; init; }

    /// <summary>What it qualifies for.</summary>
    public required string Designation { get; init; }

    /// <summary>The first level.</summary>
    public required IReadOnlyList<AnnexCriterion> Groups { get; init; }

    /// <summary>The criteria; the id of each begins with its group's.</summary>
    public required IReadOnlyList<AnnexCriterion> Criteria { get; init; }

    /// <summary>Reads one file.</summary>
    /// <exception cref="YamlException">A fault, with file and line.</exception>
    public static Annex Load(YamlMapping file)
    {
        ArgumentNullException.ThrowIfNull(file);
        file.Allow("annex", "groups", "criteria");
        var head = file.Get("annex").AsMapping();
        head.Allow("id", "title", "document", "clause", "designation");
        var groups = file.Get("groups").AsList().Items.Select(i => Read(i.AsMapping())).ToList();
        return new Annex
        {
            Id = head.Get("id").AsText(),
            Title = head.Get("title").AsText(),
            Source = new CriterionSource(head.Get("document").AsText(), head.Get("clause").AsText(), "verified"),
            Designation = head.Get("designation").AsText(),
            Groups = groups,
            Criteria = [.. file.Get("criteria").AsList().Items.Select(i => ReadMember(i.AsMapping(), groups))],
        };
    }

    /// <summary>The root, the groups and the criteria as nodes, joined by PART_OF; each criterion QUALIFIES_FOR the designation.</summary>
    public GraphClaims Claims()
    {
        var claims = new GraphClaims();
        var root = claims.Node("Criterion", Id, new Dictionary<string, GraphValue> { ["criterion"] = Id, ["title"] = Title, ["clause"] = Source.Clause, ["sources"] = GraphValue.ListOf([$"{Source.Document}|{Source.Clause}|{Source.Certainty}"]) });
        foreach (var group in Groups)
        {
            claims.Relationship("PART_OF", claims.Node("Criterion", $"{Id}/{group.Id}", Properties(group)), root);
        }

        foreach (var criterion in Criteria)
        {
            var key = claims.Node("Criterion", $"{Id}/{criterion.Id}", Properties(criterion));
            claims.Relationship("PART_OF", key, new NodeKey("Criterion", $"{Id}/{GroupOf(criterion.Id)}"));
            claims.Relationship("QUALIFIES_FOR", key, new NodeKey("Designation", Designation));
        }

        return claims;
    }

    private static AnnexCriterion ReadMember(YamlMapping node, List<AnnexCriterion> groups)
    {
        var criterion = Read(node);
        return criterion.Id.Contains('.', StringComparison.Ordinal) && groups.Exists(g => g.Id == GroupOf(criterion.Id)) ? criterion : throw node.FaultAt("id", $"“{criterion.Id}”应以一组（{string.Join("、", groups.Select(g => g.Id))}）和点开头");
    }

    private static AnnexCriterion Read(YamlMapping node)
    {
        node.Allow("id", "ordinal", "title", "kind", "unit", "weight", "certainty");
        return new AnnexCriterion(
            node.Get("id").AsText(), node.Find("ordinal")?.AsInteger(), node.Get("title").AsText(), node.Find("kind")?.AsText(), node.Find("unit")?.AsText(), node.Find("weight")?.AsDecimal(),
            node.Find("certainty") is null ? "verified" : StandardReader.Certainty(node));
    }

    private static string GroupOf(string id) => id[..id.IndexOf('.', StringComparison.Ordinal)];

    private Dictionary<string, GraphValue> Properties(AnnexCriterion criterion) => new()
    {
        ["criterion"] = criterion.Id,
        ["title"] = criterion.Title,
        ["clause"] = $"{Source.Clause} {criterion.Title}",
        ["ordinal"] = criterion.Ordinal is { } ordinal ? (long)ordinal : (GraphValue)(string?)null,
        ["kind"] = criterion.Kind,
        ["unit"] = criterion.Unit,
        ["weight"] = criterion.Weight is { } weight ? (double)weight : (GraphValue)(string?)null,
        ["sources"] = GraphValue.ListOf([$"{Source.Document}|{Source.Clause}|{criterion.Certainty}"]),
    };
}

/// <summary>One line of an annex.</summary>
/// <param name="Id">Stable id within the annex.</param>
/// <param name="Ordinal">Its number in the annex; null where it has none.</param>
/// <param name="Title">What it asks or measures.</param>
/// <param name="Kind"><c>mandatory</c>, <c>optional</c> or <c>scored</c>; null where that is not known.</param>
/// <param name="Unit">The unit of a measure; null for none.</param>
/// <param name="Weight">The most points it gives; null where none are set.</param>
/// <param name="Certainty">As of a source.</param>
public sealed record AnnexCriterion(string Id, int? Ordinal, string Title, string? Kind, string? Unit, decimal? Weight, string Certainty);
