namespace PolicyGraph.Extraction.Evidences;

/// <summary>What holds where a label stands: the period, unit and topic of its table or section.</summary>
/// <param name="Period">The period; null when the surroundings name none.</param>
/// <param name="Unit">A unit from a caption.</param>
/// <param name="Topic">Words that tell what generated, utilised or discharged is about.</param>
/// <param name="Qualifier">What the value is about, where the label heads several.</param>
/// <param name="Whole">The words that state it, where they are not label and value together.</param>
/// <param name="IsPart">Whether it is a part of the quantity that the label names.</param>
internal readonly record struct PairContext(Period? Period, string? Unit, string? Topic, string? Qualifier = null, PolicyGraph.Text.TextSpan? Whole = null, bool IsPart = false);
