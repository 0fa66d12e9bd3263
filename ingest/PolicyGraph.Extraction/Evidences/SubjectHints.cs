namespace PolicyGraph.Extraction.Evidences;

/// <summary>What is known of the enterprise whose papers are read; it helps to recognise names in a paper and never supplies a value.</summary>
/// <param name="Name">Its registered name.</param>
/// <param name="CreditCode">Its 统一社会信用代码; null when not known.</param>
/// <param name="FormerNames">Names that it had.</param>
/// <param name="Products">What it makes.</param>
public sealed record SubjectHints(string Name, string? CreditCode, IReadOnlyList<string> FormerNames, IReadOnlyList<string> Products);
