namespace PolicyGraph.Extraction.Evidences;

/// <summary>What a row of figures says of all of them.</summary>
/// <param name="Meaning">Its names, read and laid over each other.</param>
/// <param name="Names">Its names, as written.</param>
/// <param name="Unit">The unit in a cell of its own; null when it has none.</param>
/// <param name="IsPending">Whether it is about a project that is not finished.</param>
/// <param name="IsHazardous">Whether it bears the code of a hazardous waste.</param>
internal sealed record FigureRow(LabelMeaning Meaning, IReadOnlyList<string> Names, string? Unit, bool IsPending, bool IsHazardous);
