using PolicyGraph.Text;

namespace PolicyGraph.Documents.Structure;

/// <summary>What the numbers, headings and paragraphs of a document make of it.</summary>
/// <param name="Provisions">All provisions in reading order; a parent stands before its children and its span holds theirs.</param>
/// <param name="Sections">The headings, level 0 (title) to 3, in reading order.</param>
/// <param name="Passages">The running text under the headings, sentence breaks by page or line mended, in reading order.</param>
/// <param name="Preamble">Where the text before the first numbered provision ends: title block, addressee, opening.</param>
public sealed record ProvisionTree(IReadOnlyList<Provision> Provisions, IReadOnlyList<Section> Sections, IReadOnlyList<Passage> Passages, int Preamble)
{
    /// <summary>The cover of a standard; null for other documents.</summary>
    public StandardCover? Cover { get; init; }

    private readonly Dictionary<string, Provision> byPath = Provisions.ToDictionary(p => p.Path, StringComparer.Ordinal);

    /// <summary>The provision with a path; null when there is none.</summary>
    public Provision? Find(string? path) => path is not null && byPath.TryGetValue(path, out var provision) ? provision : null;

    /// <summary>The provision and what it lies in, innermost first.</summary>
    public IEnumerable<Provision> Ancestry(string? path)
    {
        for (var provision = Find(path); provision is not null; provision = Find(provision.Parent))
        {
            yield return provision;
        }
    }
}

/// <summary>A paragraph of running text without its number and heading.</summary>
/// <param name="Path">The innermost provision that it belongs to.</param>
/// <param name="Span">From its first to its last word; a page break may lie inside.</param>
public sealed record Passage(string Path, TextSpan Span);
