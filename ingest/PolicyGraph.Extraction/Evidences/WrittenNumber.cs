using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>A number as a paper writes it, with the unit behind it.</summary>
/// <param name="Span">The figures and nothing else.</param>
/// <param name="Value">Its value with the written precision; null when the words are no clear number.</param>
/// <param name="Unit">The unit behind it as written; null when none follows.</param>
/// <param name="End">Where figures and unit end.</param>
internal sealed record WrittenNumber(TextSpan Span, decimal? Value, string? Unit, int End);
