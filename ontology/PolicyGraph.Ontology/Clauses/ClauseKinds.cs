namespace PolicyGraph.Ontology.Clauses;

/// <summary>The closed list of what a <see cref="Clause"/> may be, and how sure it may be.</summary>
public static class ClauseKinds
{
    /// <summary>The kinds, as in the files and in the graph; <c>absent</c> says what nobody has told the graph, so that an answer can decline in words.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "definition", "requirement", "evidence", "scoring", "weight", "threshold", "formula", "indicator", "veto", "eligibility", "deadline", "procedure", "duty",
        "edition", "validity", "reference", "coefficient", "industry", "comparison", "correction", "target", "defect", "check", "absent",
    ];

    /// <summary>How sure a fact may be: read in its source, read in a local implementation, from memory, concluded.</summary>
    public static IReadOnlyList<string> Certainties { get; } = ["verified", "local", "recalled", "inferred"];
}
