using System.Diagnostics;
using PolicyGraph.Extraction.Policies;

namespace PolicyGraph.Ingestion.Loading;

/// <summary>The words of the contract for the closed lists of extraction, the same in JSON and in the graph.</summary>
public static class ExtractionWords
{
    /// <summary><c>= &gt;= &lt;= about</c></summary>
    public static string Of(Comparator comparator) => comparator switch
    {
        Comparator.Equal => "=",
        Comparator.AtLeast => ">=",
        Comparator.AtMost => "<=",
        Comparator.About => "about",
        _ => throw new UnreachableException($"comparator {comparator}"),
    };

    /// <summary><c>level rise fall</c></summary>
    public static string Of(TargetChange change) => change switch
    {
        TargetChange.Level => "level",
        TargetChange.Rise => "rise",
        TargetChange.Fall => "fall",
        _ => throw new UnreachableException($"change {change}"),
    };

    /// <summary><c>must should encouraged prohibited may</c></summary>
    public static string Of(Modality modality) => modality switch
    {
        Modality.Must => "must",
        Modality.Should => "should",
        Modality.Encouraged => "encouraged",
        Modality.Prohibited => "prohibited",
        Modality.May => "may",
        _ => throw new UnreachableException($"modality {modality}"),
    };
}
