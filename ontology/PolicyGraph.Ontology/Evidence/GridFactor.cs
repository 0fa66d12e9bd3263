using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ontology.Evidence;

/// <summary>A published CO2 factor of electricity.</summary>
/// <param name="Year">The year that it is of, not the year in which it was published.</param>
/// <param name="Value">kgCO2/kWh, which is tCO2/MWh.</param>
/// <param name="Use"><c>average</c>, <c>enterprise</c>, <c>residual</c> or <c>fossil</c>.</param>
/// <param name="Certainty"><c>verified</c> or <c>recalled</c>.</param>
public sealed record GridFactor(int Year, decimal Value, string Use, string Certainty)
{
    /// <summary>Reads one line of <c>gridFactors</c> in <c>lexicon/energies.yaml</c>.</summary>
    /// <exception cref="YamlException">A fault, with file and line.</exception>
    internal static GridFactor Read(YamlMapping item)
    {
        item.Allow("year", "value", "use", "certainty");
        var value = item.Get("value").AsDecimal();
        if (value is <= 0 or > 2)
        {
            throw item.FaultAt("value", "value 应为 0 至 2 kgCO2/kWh");
        }

        var (use, certainty) = (item.Get("use").AsText(), item.Get("certainty").AsText());
        return use is not ("average" or "enterprise" or "residual" or "fossil") ? throw item.FaultAt("use", "use 应为 average、enterprise、residual 或 fossil")
            : certainty is not ("verified" or "recalled") ? throw item.FaultAt("certainty", "certainty 应为 verified 或 recalled")
            : new GridFactor(item.Get("year").AsInteger(), value, use, certainty);
    }
}
