using PolicyGraph.Text;

namespace PolicyGraph.Ingestion.Loading;

/// <summary>Which document a citation means, by number first and by title second; the smallest id where several fit, so that the order of ingest does not matter.</summary>
public sealed class CitationIndex
{
    private readonly Dictionary<string, (string? NumberKey, string? TitleKey)> documents = new(StringComparer.Ordinal);

    /// <summary>Prefix of the id of a document that is cited and absent.</summary>
    public const string StubPrefix = "absent:";

    /// <summary>The documents that it knows.</summary>
    public IReadOnlyCollection<string> Ids => documents.Keys;

    /// <summary>Adds a document, or what it says of itself now.</summary>
    public void Set(string id, string? numberKey, string? titleKey) => documents[id] = (numberKey, titleKey);

    /// <summary>Whether a citation can mean the document: it has a number or a title of its own.</summary>
    public bool CanBeCited(string id) => documents.TryGetValue(id, out var keys) && (keys.NumberKey ?? keys.TitleKey) is not null;

    /// <summary>Forgets a document.</summary>
    public void Remove(string id) => documents.Remove(id);

    /// <summary>Id of the document that is meant, or of the stub that stands for it.</summary>
    /// <param name="citing">Id of the citing document: nothing cites itself.</param>
    /// <param name="numberKey">Key of the number; null when the citation gives none.</param>
    /// <param name="titleKey">Key of the title; null when the citation gives none.</param>
    public (string Id, bool IsStub) Resolve(string citing, string? numberKey, string? titleKey)
    {
        string? best = null;
        var byNumber = false;
        foreach (var (id, keys) in documents)
        {
            var number = numberKey is not null && numberKey == keys.NumberKey;
            if (id == citing || (!number && (titleKey is null || titleKey != keys.TitleKey)))
            {
                continue;
            }

            if (best is null || (number && !byNumber) || (number == byNumber && string.CompareOrdinal(id, best) < 0))
            {
                best = id;
                byNumber = number;
            }
        }

        return best is null ? (StubPrefix + (numberKey ?? titleKey), true) : (best, false);
    }

    /// <summary>A number or title in the form in which two are compared: half width, no white space, no quotation marks, one kind of dash and bracket.</summary>
    /// <returns>Null when nothing is left.</returns>
    public static string? Key(string? written) => Plain(written)?.ToLowerInvariant();

    /// <summary>As <see cref="Key"/>, upper and lower case as written: what names a thing that several documents write in several ways, whoever comes first.</summary>
    /// <returns>Null when nothing is left.</returns>
    public static string? Plain(string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
        {
            return null;
        }

        var folded = NormalizedText.Fold(written).Squeeze().Text;
        var kept = string.Concat(folded.Where(c => c is not ('《' or '》' or '“' or '”' or '"' or '\'' or '‘' or '’' or '〈' or '〉')));
        while (kept.Contains("--", StringComparison.Ordinal))
        {
            kept = kept.Replace("--", "-", StringComparison.Ordinal);
        }

        return kept.Length == 0 ? null : kept;
    }
}
