namespace PolicyGraph.Ontology.Evidence;

/// <summary>One kind of energy with its coefficient to standard coal (当量值).</summary>
/// <param name="Id">Stable id, such as <c>natural-gas</c>.</param>
/// <param name="Names">How papers call it; the first is the name to print.</param>
/// <param name="Unit">The unit that the coefficient is for: kg, m³, MJ, kWh.</param>
/// <param name="Kgce">Kilograms of standard coal of one <paramref name="Unit"/>; null where the source gives a range.</param>
/// <param name="KgceMin">The lower end of a range; null where there is one value.</param>
/// <param name="KgceMax">The upper end of a range; null where there is one value.</param>
/// <param name="Certainty"><c>verified</c> or <c>recalled</c>.</param>
public sealed record Energy(string Id, IReadOnlyList<string> Names, string Unit, decimal? Kgce, decimal? KgceMin, decimal? KgceMax, string Certainty)
{
    /// <summary>What is to be said about the equivalence value (等价值), which no computation here uses; null for most.</summary>
    public string? Equivalence { get; init; }
}
