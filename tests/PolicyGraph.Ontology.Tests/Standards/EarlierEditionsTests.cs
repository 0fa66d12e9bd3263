using PolicyGraph.Ontology.Claims;
using PolicyGraph.Ontology.Standards;
using PolicyGraph.Ontology.Yaml;
using Path = System.IO.Path;

namespace PolicyGraph.Ontology.Tests.Standards;

/// <summary>The editions of 2016 and 2018, what corresponds between editions, and the annexes for parks and supply chains.</summary>
public class EarlierEditionsTests
{
    private static readonly string[] Ids = ["gbt36132-2018", "gbt36132-2025", "measures2024-13", "notice586-2016"];

    [Fact]
    public void Edition2018_Has25SecondLevelItems_AndTwelveMeasures()
    {
        var standard = Standard.Load(Read("gbt36132-2018.yaml"));
        var items = standard.Criteria.Where(c => !c.Id.StartsWith("general.", StringComparison.Ordinal)).Select(c => c.Item ?? c.Id).Distinct().ToList();

        Assert.Equal(25, items.Count);
        Assert.Equal([3, 4, 3, 5, 5, 5], items.GroupBy(i => i.Split('.')[0]).Select(g => g.Count()));
        var measures = standard.Criteria.Where(c => c.Rule is RatioRule && !c.Id.EndsWith("-advanced", StringComparison.Ordinal)).Select(c => c.Id);
        Assert.Equal(
            [
                "performance.land-use.floor-area-ratio", "performance.land-use.building-density", "performance.land-use.output", "performance.green-materials",
                "performance.clean-production.pollutant", "performance.clean-production.waste-gas", "performance.clean-production.wastewater",
                "performance.waste-recovery.material", "performance.waste-recovery.solid-waste", "performance.waste-recovery.wastewater-reuse",
                "performance.low-carbon.energy", "performance.low-carbon.carbon",
            ],
            measures);
        Assert.All(standard.Criteria, c => Assert.Contains(c.Kind, new[] { CriterionKind.Mandatory, CriterionKind.Optional }));
    }

    [Fact]
    public void Notice586_HasTwoGeneralAnd24OtherItems_AndNoGreenMaterials()
    {
        var standard = Standard.Load(Read("notice586-2016.yaml"));
        var items = standard.Criteria.Select(c => c.Item ?? c.Id).Distinct().ToList();

        Assert.Equal(26, items.Count);
        Assert.Equal([2, 3, 4, 3, 4, 6, 4], items.GroupBy(i => i.Split('.')[1]).Select(g => g.Count()));
        Assert.DoesNotContain(standard.Criteria, c => c.Id.Contains("green-materials", StringComparison.Ordinal));
        Assert.Equal((new DateOnly(2016, 9, 3), new DateOnly(2018, 11, 30)), (standard.Edition.ValidFrom, standard.Edition.ValidUntil));
    }

    [Fact]
    public void RecalledLimit_StandsOnlyInACriterionThatIsRecalledItself()
    {
        // A recalled value beside a verified source would make an enterprise "no" on the strength of memory alone.
        foreach (var criterion in Ids.SelectMany(id => Standard.Load(Read(id + ".yaml")).Criteria))
        {
            if (criterion.Rule is RatioRule rule && rule.Limits.Any(l => l.Source.Certainty == "recalled"))
            {
                Assert.All(criterion.Sources, s => Assert.Equal("recalled", s.Certainty));
            }
        }
    }

    [Fact]
    public void EveryCriterion_NeedsEvidenceThatTheVocabularyKnows_AndReadsFieldsThatItDefines()
    {
        var vocabulary = Ontology.Evidence.EvidenceVocabulary.Load(YamlReader.Read(File.ReadAllText(Path.Combine(Folder, "schema", "evidence.yaml")), "evidence.yaml"));
        foreach (var criterion in Ids.SelectMany(id => Standard.Load(Read(id + ".yaml")).Criteria))
        {
            Assert.All(criterion.Needs, type => Assert.Contains(type, vocabulary.Types.Keys));
            Assert.All(criterion.Rule.Fields.Where(f => f != RatioRule.Production), field => Assert.Contains(field, vocabulary.Fields.Keys));
            foreach (var type in criterion.Rule is DocumentRule document ? document.Types : [])
            {
                Assert.Contains(type, vocabulary.Types.Keys);
            }
        }
    }

    [Fact]
    public void Correspondences_ReachCriteriaThatAreThere()
    {
        var claims = Ids.Select(id => Standard.Load(Read(id + ".yaml")).Claims()).ToList();
        var nodes = claims.SelectMany(c => c.Nodes).Where(n => n.Key.Label == "Criterion").Select(n => n.Key.Id).ToHashSet();
        var links = claims.SelectMany(c => c.Relationships).Where(r => r.Type == "CORRESPONDS_TO").ToList();

        Assert.True(links.Count > 100);
        Assert.All(links, l => Assert.Contains(l.To.Id, nodes));
        Assert.All(links, l => Assert.Contains(l.From.Id, nodes));
        Assert.Equal("intersects", Relation(links, "gbt36132-2025/resource.water-reuse", "gbt36132-2018/performance.waste-recovery.wastewater-reuse"));
        Assert.Equal("intersects", Relation(links, "gbt36132-2025/land.building-coefficient", "gbt36132-2018/performance.land-use.building-density"));
        Assert.Equal("equal", Relation(links, "gbt36132-2025/basic.qms", "gbt36132-2018/management.qms"));
        Assert.Equal("superset", Relation(links, "gbt36132-2018/general.compliance", "notice586-2016/annex1.general.compliance"));
    }

    [Fact]
    public void Annex2_HasEightBasicDemandsAnd31Indicators_AnnexThreeTwentyThatSumTo100()
    {
        var park = Annex.Load(Read("notice586-2016.annex2.yaml"));
        var chain = Annex.Load(Read("notice586-2016.annex3.yaml"));

        Assert.Equal(8, park.Criteria.Count(c => c.Kind is not null));
        Assert.Equal(Enumerable.Range(1, 31), park.Criteria.Where(c => c.Kind is null).Select(c => c.Ordinal ?? 0));
        Assert.All(park.Criteria.Where(c => c.Kind is null), c => Assert.Equal(c.Ordinal <= 11 ? "verified" : "recalled", c.Certainty));
        Assert.Equal(7, chain.Criteria.Count(c => c.Kind == "mandatory"));
        Assert.Equal(Enumerable.Range(1, 20), chain.Criteria.Where(c => c.Kind == "scored").Select(c => c.Ordinal ?? 0));
        Assert.Equal(100, chain.Criteria.Sum(c => c.Weight));
        foreach (var group in chain.Groups.Where(g => g.Weight is not null))
        {
            Assert.Equal(group.Weight, chain.Criteria.Where(c => c.Id.StartsWith(group.Id + ".", StringComparison.Ordinal)).Sum(c => c.Weight));
        }
    }

    [Fact]
    public void Annexes_AreNoEdition_SoThatNoAssessmentReachesThem()
    {
        foreach (var claims in new[] { "notice586-2016.annex2.yaml", "notice586-2016.annex3.yaml" }.Select(f => Annex.Load(Read(f)).Claims()))
        {
            Assert.DoesNotContain(claims.Nodes, n => n.Key.Label == "Edition");
            Assert.DoesNotContain(claims.Relationships, r => r.Type == "HAS_CRITERION");
            Assert.Contains(claims.Relationships, r => r.Type == "QUALIFIES_FOR" && r.To.Id is "green-park" or "green-supply-chain");
        }
    }

    private static string? Relation(List<RelationshipClaim> links, string from, string to) => Assert.Single(links, l => l.From.Id == from && l.To.Id == to).Properties["relation"].AsString();

    private static YamlMapping Read(string name) => YamlReader.Read(File.ReadAllText(Path.Combine(Folder, "standards", name)), name);

    private static string Folder { get; } = Find();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PolicyGraph.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("PolicyGraph.sln not found above the tests");
        }

        return Path.Combine(folder, "ontology");
    }
}
