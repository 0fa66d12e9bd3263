using PolicyGraph.Ontology.Evidence;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>One paragraph while its sentences are read: what the clauses so far named, and of which time.</summary>
/// <param name="text">The paragraph, folded and without blanks.</param>
/// <param name="masked">The same with brackets covered.</param>
/// <param name="paragraph">Where it stands in the paper.</param>
internal sealed class Telling(NormalizedText text, string masked, TextSpan paragraph)
{
    public NormalizedText Text { get; } = text;

    public string Masked { get; } = masked;

    public TextSpan Paragraph { get; } = paragraph;

    /// <summary>The period that a clause named last.</summary>
    public Period? Carried { get; set; }

    /// <summary>Whether the sentence is about general or hazardous waste.</summary>
    public string Topic { get; set; } = string.Empty;

    /// <summary>The quantity that was read last.</summary>
    public (EvidenceFieldType Field, LabelMeaning Meaning)? Last { get; set; }

    /// <summary>The quantity that the clause before only named.</summary>
    public LabelMeaning? Name { get; set; }

    /// <summary>The unit that a name had in brackets, for the years behind it.</summary>
    public string? Unit { get; set; }

    /// <summary>What another reader has read, as offsets of <see cref="Masked"/>.</summary>
    public List<(int Start, int End)> Taken { get; } = [];
}
