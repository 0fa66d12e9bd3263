namespace PolicyGraph.Ontology.Units;

/// <summary>A unit as it was understood: a dimension with a factor to its canonical unit, or a quotient of two of these.</summary>
/// <param name="Dimension">Name of the dimension, such as <c>mass</c>; for a counted noun <c>count:家</c>; for a quotient <c>mass/money</c>.</param>
/// <param name="Canonical">The canonical unit: 元, tce, kWh, MJ, m³, t, m², tCO2, %, a counted noun, or a quotient such as <c>t/元</c>.</param>
/// <param name="Factor">How many canonical units one of these is; positive.</param>
public sealed record Unit(string Dimension, string Canonical, decimal Factor)
{
    /// <summary>The unit "this per <paramref name="denominator"/>".</summary>
    public Unit Per(Unit denominator)
    {
        ArgumentNullException.ThrowIfNull(denominator);
        return new Unit($"{Dimension}/{denominator.Dimension}", $"{Canonical}/{denominator.Canonical}", Factor / denominator.Factor);
    }
}
