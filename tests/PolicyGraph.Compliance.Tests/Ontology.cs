using PolicyGraph.Compliance.Facts;
using PolicyGraph.Ontology;
using PolicyGraph.Ontology.Evidence;
using PolicyGraph.Ontology.Standards;
using PolicyGraph.Ontology.Units;
using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Compliance.Tests;

/// <summary>The project's own ontology, as the graph would give it back.</summary>
internal static class OntologyFiles
{
    internal static UnitLexicon Units { get; } = UnitLexicon.Load(Read("lexicon", "units.yaml"));

    internal static EnergyLexicon Energies { get; } = EnergyLexicon.Load(Read("lexicon", "energies.yaml"));

    internal static IReadOnlyList<EditionFacts> Editions { get; } = [Edition("gbt36132-2018"), Edition("gbt36132-2025"), Edition("measures2024-13"), Edition("notice586-2016")];

    internal static IReadOnlyList<Standard> Standards { get; } = [.. Editions.Select(e => Standard.Load(Read("standards", e.Id + ".yaml")))];

    /// <summary>All of it, as the product reads it.</summary>
    internal static PolicyOntology Whole { get; } = new(Directory.EnumerateFiles(Folder(), "*", SearchOption.AllDirectories)
        .Where(f => Path.GetRelativePath(Folder(), f).Split(Path.DirectorySeparatorChar)[0] is "schema" or "lexicon" or "standards" or "clauses")
        .ToDictionary(f => Path.GetRelativePath(Folder(), f).Replace('\\', '/'), File.ReadAllText));

    private static EditionFacts Edition(string id)
    {
        var standard = Standard.Load(Read("standards", id + ".yaml"));
        var nodes = standard.Claims().Nodes.Where(n => n.Properties.ContainsKey("rule")).ToDictionary(n => n.Key.Id, n => n.Properties);
        return new EditionFacts
        {
            Id = id,
            Title = standard.Edition.Title,
            Number = standard.Edition.Number,
            ValidFrom = standard.Edition.ValidFrom,
            ValidUntil = standard.Edition.ValidUntil,
            Why = standard.Edition.Why,
            SectorCriteria = standard.Edition.SectorCriteria,
            GivesPoints = standard.Edition.GivesPoints,
            Steps = standard.Steps,
            Criteria =
            [
                .. standard.Criteria.Select(c => new CriterionFacts
                {
                    Id = c.Id, Clause = c.Clause, Title = c.Title, Kind = c.Kind, Asks = c.Asks, Needs = c.Needs, OnDemand = c.OnDemand, ContradictedBy = c.ContradictedBy, Indicator = c.Indicator, Area = standard.Areas.First(a => c.Id.StartsWith(a.Id + ".", StringComparison.Ordinal)).Title, Sources = c.Sources,
                    Rule = CriterionRule.Read(nodes[$"{id}/{c.Id}"]),
                }),
            ],
        };
    }

    private static YamlMapping Read(params string[] path)
    {
        var file = Path.Combine([Folder(), .. path]);
        return YamlReader.Read(File.ReadAllText(file), file);
    }

    private static string Folder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PolicyGraph.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("PolicyGraph.sln not found above the tests");
        }

        return Path.Combine(folder, "ontology");
    }
}
