using PolicyGraph.Ontology.Evidence;
using PolicyGraph.Ontology.Units;
using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ontology.Tests.Evidence;

public class EvidenceVocabularyTests
{
    private static readonly EvidenceVocabulary Vocabulary = EvidenceVocabulary.Load(OntologyFiles.Read("schema/evidence.yaml"));

    [Fact]
    public void File_OfTheProduct_HasFieldsAndTypes()
    {
        Assert.Equal(EvidenceKind.Quantity, Vocabulary.Fields["waterIntake"].Kind);
        Assert.Equal("m³", Vocabulary.Fields["waterIntake"].Canonical);
        Assert.Equal("energy", Vocabulary.Fields["energyConsumption"].Qualifier);
        Assert.Contains("validUntil", Vocabulary.Types["management-certificate"].Carries);
        Assert.Contains("unrecognised", Vocabulary.Types.Keys);
    }

    [Fact]
    public void CanonicalUnits_OfTheProduct_AreKnownUnits()
    {
        var units = UnitLexicon.Load(OntologyFiles.Read("lexicon/units.yaml"));
        Assert.All(Vocabulary.Fields.Values.Where(f => f.Canonical is not null), f => Assert.True(units.TryParse(f.Canonical, out _), f.Name));
    }

    [Fact]
    public void Type_WithAnUnknownField_IsRefusedWithItsLine()
    {
        var error = Assert.Throws<YamlException>(() => EvidenceVocabulary.Load(YamlReader.Read("fields:\n  a: { kind: text }\ntypes:\n  t: { carries: [b] }\n  unrecognised: { names: [无] }\n", "evidence.yaml")));
        Assert.Equal(4, error.Fault.Line);
        Assert.Contains("“b”", error.Fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Field_OfAnUnknownKind_IsRefused() =>
        Assert.Throws<YamlException>(() => EvidenceVocabulary.Load(YamlReader.Read("fields:\n  a: { kind: number }\ntypes:\n  unrecognised: { names: [无] }\n", "evidence.yaml")));
}
