namespace PolicyGraph.Extraction.Evidences;

/// <summary>What holds where a label stands: the period, unit and topic of its table or section.</summary>
/// <param name="Period">The period; null when the surroundings name none.</param>
/// <param name="Unit">A unit from a caption.</param>
/// <param name="Topic">Words that tell what generated, utilised or discharged is about.</param>
internal readonly record struct PairContext(Period? Period, string? Unit, string? Topic);
