using PolicyGraph.Assistant.Passages;
using PolicyGraph.Assistant.Questions;

namespace PolicyGraph.Assistant.Retrieval;

/// <summary>A passage and how well it fits a question.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Coverage">How much of what was asked it is about, 0 to 1.</param>
/// <param name="Score">Coverage with what speaks for and against it; for ordering.</param>
/// <param name="Unmet">Strong concepts that it says nothing of.</param>
/// <param name="Refusals">Why it cannot answer although it is about the matter.</param>
internal sealed record Candidate(Passage Passage, double Coverage, double Score, IReadOnlyList<Concept> Unmet, Refusal Refusals);

/// <summary>Why a passage that is about the matter is no answer.</summary>
[Flags]
internal enum Refusal
{
    /// <summary>It may be one.</summary>
    None = 0,

    /// <summary>It is about another year.</summary>
    Year = 1,

    /// <summary>It is about another place.</summary>
    Place = 2,

    /// <summary>It does not speak of the industry.</summary>
    Industry = 4,

    /// <summary>It holds no number, date or sum of money as was asked for.</summary>
    Type = 8,

    /// <summary>It is from another document.</summary>
    Document = 16,

    /// <summary>It does not speak of the standard or document number that was asked about.</summary>
    Number = 32,

    /// <summary>A word that nothing in the graph knows is not in it.</summary>
    Unknown = 64,
}
