using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ontology.Clauses;

/// <summary>The clauses of one source: a file of <c>ontology/clauses</c>.</summary>
/// <param name="File">The file, for messages.</param>
/// <param name="Publication">The standard, policy or body of knowledge that the clauses are about.</param>
/// <param name="Clauses">The clauses in the order of the file.</param>
public sealed record ClauseBook(string File, Publication Publication, IReadOnlyList<Clause> Clauses)
{
    /// <summary>Reads one file.</summary>
    /// <exception cref="YamlException">A fault, with file and line.</exception>
    public static ClauseBook Load(YamlMapping file) => ClauseReader.Read(file);
}

/// <summary>What a book of clauses is about.</summary>
/// <param name="Id">Stable id; that of the edition where <paramref name="IsEdition"/>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Number">Its number; null where it has none.</param>
/// <param name="Aliases">Other names that people use.</param>
/// <param name="Authority">Who issued it; null where there is no single one.</param>
/// <param name="IssuedOn">Day, month or year of issue as ISO text; null where unknown.</param>
/// <param name="ValidFrom">First day in force; null where unknown or without meaning.</param>
/// <param name="ValidUntil">Last day in force; null while it is in force or where unknown.</param>
/// <param name="IsEdition">Whether it is an edition of <c>ontology/standards</c>, whose node then holds the clauses.</param>
public sealed record Publication(
    string Id,
    string Title,
    string? Number,
    IReadOnlyList<string> Aliases,
    string? Authority,
    string? IssuedOn,
    DateOnly? ValidFrom,
    DateOnly? ValidUntil,
    bool IsEdition);
