namespace PolicyGraph.SampleEnterprises;

/// <summary>Every made-up enterprise.</summary>
public static class SamplePapers
{
    /// <summary>Everything that lies below the output folder.</summary>
    public static IEnumerable<Paper> All() => [.. YuedongCement.Enterprise.Papers(), .. YaolanAppliance.Enterprise.Papers(), .. WengchuanChemical.Enterprise.Papers()];
}
