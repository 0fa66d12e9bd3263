using System.Diagnostics;

namespace PolicyGraph.Compliance.Verdicts;

/// <summary>The words of the contract for verdicts, the same in JSON and in the graph.</summary>
public static class VerdictWord
{
    /// <summary><c>met not_met insufficient_evidence defective_evidence not_applicable</c></summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Met => "met",
        Verdict.NotMet => "not_met",
        Verdict.InsufficientEvidence => "insufficient_evidence",
        Verdict.DefectiveEvidence => "defective_evidence",
        Verdict.NotApplicable => "not_applicable",
        _ => throw new UnreachableException($"verdict {verdict}"),
    };

    /// <summary><c>yes no unknown</c></summary>
    public static string Of(Qualification qualifies) => qualifies switch
    {
        Qualification.Yes => "yes",
        Qualification.No => "no",
        Qualification.Unknown => "unknown",
        _ => throw new UnreachableException($"qualification {qualifies}"),
    };

    /// <summary>The verdict of a word.</summary>
    /// <exception cref="InvalidDataException">It is no such word.</exception>
    internal static Verdict ReadVerdict(string? word) => word switch
    {
        "met" => Verdict.Met,
        "not_met" => Verdict.NotMet,
        "insufficient_evidence" => Verdict.InsufficientEvidence,
        "defective_evidence" => Verdict.DefectiveEvidence,
        "not_applicable" => Verdict.NotApplicable,
        _ => throw new InvalidDataException($"图中保存的结论“{word}”不认识"),
    };

    /// <summary>The qualification of a word.</summary>
    /// <exception cref="InvalidDataException">It is no such word.</exception>
    internal static Qualification ReadQualification(string? word) => word switch
    {
        "yes" => Qualification.Yes,
        "no" => Qualification.No,
        "unknown" => Qualification.Unknown,
        _ => throw new InvalidDataException($"图中保存的结论“{word}”不认识"),
    };
}
