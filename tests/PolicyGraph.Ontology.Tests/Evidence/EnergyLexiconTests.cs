using PolicyGraph.Ontology.Evidence;
using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ontology.Tests.Evidence;

public class EnergyLexiconTests
{
    private static readonly EnergyLexicon Energies = EnergyLexicon.Load(OntologyFiles.Read("lexicon/energies.yaml"));

    [Theory]
    [InlineData("电力", "electricity")]
    [InlineData("电", "electricity")]
    [InlineData("外购热力", "heat")]
    [InlineData("其中：0#柴油", "diesel")]
    [InlineData("天然气（气态）", "natural-gas")]
    [InlineData("2．原煤", "raw-coal")]
    [InlineData(" 液化 石油气 ", "lpg")]
    [InlineData("液化天然气", "lng")]
    [InlineData("高炉煤气", "blast-furnace-gas")]
    public void Name_AsPapersWriteIt_FindsTheEnergy(string written, string id)
    {
        Assert.True(Energies.TryFind(written, out var energy));
        Assert.Equal(id, energy.Id);
    }

    [Theory]
    [InlineData("电石")]
    [InlineData("合计")]
    [InlineData("")]
    [InlineData(null)]
    public void Name_OfSomethingElse_FindsNothing(string? written) => Assert.False(Energies.TryFind(written, out _));

    [Fact]
    public void Coefficients_OneValueOrARange_AreDecimal()
    {
        Assert.True(Energies.TryFind("电力", out var electricity));
        Assert.Equal((0.1229m, null, null), (electricity.Kgce, electricity.KgceMin, electricity.KgceMax));
        Assert.Equal("kWh", electricity.Unit);
        Assert.True(Energies.TryFind("天然气", out var gas));
        Assert.Equal((null, 1.1m, 1.33m), (gas.Kgce, gas.KgceMin, gas.KgceMax));
        Assert.Equal("GB/T 2589-2020", Energies.Source);
    }

    [Theory]
    [InlineData("{ id: a, names: [甲], unit: kg, certainty: verified }", "折标系数应为一个正数")]
    [InlineData("{ id: a, names: [甲], unit: kg, kgceMin: 2, kgceMax: 1, certainty: verified }", "kgceMin < kgceMax")]
    [InlineData("{ id: a, names: [甲], unit: kg, kgce: 1, certainty: sure }", "verified 或 recalled")]
    [InlineData("{ id: a, names: [甲, 甲], unit: kg, kgce: 1, certainty: verified }", "“甲”重复")]
    public void File_WithAFault_IsRefusedWithItsLine(string energy, string message)
    {
        var error = Assert.Throws<YamlException>(() => EnergyLexicon.Load(YamlReader.Read($"source: 甲\nenergies:\n  - {energy}\n", "energies.yaml")));
        Assert.Equal(3, error.Fault.Line);
        Assert.Contains(message, error.Fault.Message, StringComparison.Ordinal);
    }
}
