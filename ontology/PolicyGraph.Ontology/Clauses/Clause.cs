namespace PolicyGraph.Ontology.Clauses;

/// <summary>One fact about a standard or policy, in our own words: what answers one question of a reader who has not the text at hand.</summary>
/// <param name="Id">Stable id within its <see cref="ClauseBook"/>.</param>
/// <param name="Number">Where the source says it, such as <c>4.2 c)</c> or <c>第十五条（一）</c>; null where it has no number or none is known.</param>
/// <param name="Kind">What kind of question it answers, one of <see cref="ClauseKinds.All"/>.</param>
/// <param name="Topics">Words by which people ask for it, professional and colloquial.</param>
/// <param name="Statement">The fact in Chinese: whole sentences that carry every number, date and name.</param>
/// <param name="StatementEn">The same in English.</param>
/// <param name="Certainty"><c>verified</c>, <c>local</c>, <c>recalled</c> or <c>inferred</c>, as for criteria.</param>
/// <param name="Source">Number or title of the public document that says it; the book's own unless the file says otherwise.</param>
/// <param name="About">Ids of designations and indicators, and criteria as <c>edition/criterion</c>.</param>
/// <param name="Value">The one number that it is about, where there is one.</param>
/// <param name="Unit">Unit of <paramref name="Value"/>.</param>
/// <param name="ValidFrom">First day on which it holds; null when its source has none of its own.</param>
/// <param name="ValidUntil">Last day; null while it holds or where unknown.</param>
/// <param name="Line">Line in its file, from 1.</param>
public sealed record Clause(
    string Id,
    string? Number,
    string Kind,
    IReadOnlyList<string> Topics,
    string Statement,
    string StatementEn,
    string Certainty,
    string Source,
    IReadOnlyList<string> About,
    decimal? Value,
    string? Unit,
    DateOnly? ValidFrom,
    DateOnly? ValidUntil,
    int Line);
