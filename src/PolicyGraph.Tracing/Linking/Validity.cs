using PolicyGraph.Tracing.Facts;

namespace PolicyGraph.Tracing.Linking;

/// <summary>Which documents and targets are in force on a day.</summary>
/// <param name="facts">The documents and what they say of each other.</param>
/// <param name="at">The day; null asks for none, and only a repeal that the graph holds counts.</param>
internal sealed class Validity(TraceFacts facts, DateOnly? at)
{
    private readonly ILookup<string, DocumentFacts> repealing = facts.Ties
        .Where(t => t.Kind == TieKind.Repeals && facts.Documents.ContainsKey(t.Citing))
        .ToLookup(t => t.Cited, t => facts.Documents[t.Citing], StringComparer.Ordinal);

    /// <summary>Whether the document had been issued.</summary>
    public bool IsIssued(TargetFacts target)
    {
        if (at is not { } day)
        {
            return true;
        }

        var begins = Day.First(target.Document.EffectiveFrom) ?? Day.First(target.Document.IssuedOn);
        return begins is { } first ? first <= day : (target.Document.PlanStart ?? target.BaseYear ?? target.Year - 5) is not { } year || year <= day.Year;
    }

    /// <summary>Whether the target binds on the day: its document in force, its year not over.</summary>
    public bool IsInForce(TargetFacts target) =>
        at is not { } day || (IsIssued(target) && Ended(target.Document) is null && (target.Year ?? target.Document.PlanEnd) is var due && (due is null || due >= day.Year));

    /// <summary>Why a document is out of force, a clause; null while it holds or where nothing is known.</summary>
    public string? Ended(DocumentFacts document)
    {
        if (Day.First(document.RepealedOn) is { } repealed && (at is null || repealed <= at))
        {
            return $"已于{document.RepealedOn}废止";
        }

        foreach (var newer in repealing[document.Id].OrderBy(d => d.Id, StringComparer.Ordinal))
        {
            if (at is null || (Day.First(newer.EffectiveFrom) ?? Day.First(newer.IssuedOn)) <= at)
            {
                return $"已被{newer.Named}废止";
            }
        }

        if (at is null)
        {
            return null;
        }

        if (Day.Last(document.ValidUntil) < at)
        {
            return $"有效期至{document.ValidUntil}，已满";
        }

        return document.PlanEnd < at.Value.Year ? $"规划期至{document.PlanEnd}年，已满" : null;
    }
}
