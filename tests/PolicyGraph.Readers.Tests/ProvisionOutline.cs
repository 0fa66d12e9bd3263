using PolicyGraph.Documents;
using PolicyGraph.Documents.Structure;

namespace PolicyGraph.Readers.Tests;

/// <summary>A document's tree as lines by which two forms of one text can be compared.</summary>
internal static class ProvisionOutline
{
    /// <summary>Depth, kind, number, heading and own words of each provision in order; own words are those that no child has, without white space, running heads and page numbers.</summary>
    public static IReadOnlyList<string> WithWords(Document document)
    {
        var provisions = Parse(document).Provisions;
        var owner = new string?[document.Text.Length];
        foreach (var provision in provisions)
        {
            // Children stand behind their parents, and take from them.
            Array.Fill(owner, provision.Path, provision.Span.Start, provision.Span.Length);
        }

        foreach (var block in document.Blocks.Where(block => block.Kind == BlockKind.PageFurniture))
        {
            Array.Clear(owner, block.Span.Start, block.Span.Length);
        }

        return [.. provisions.Select(provision => Line(provision) + "|" + Squeezed(provision.Span.Length == 0 ? "" : string.Concat(
            Enumerable.Range(provision.Span.Start, provision.Span.Length).Where(i => owner[i] == provision.Path).Select(i => document.Text.Text[i]))))];
    }

    /// <summary>Title and numbered or headed provisions, indented by their depth: <c>Section （一） 主要目标</c>.</summary>
    public static IReadOnlyList<string> OfHeadings(Document document)
    {
        var tree = Parse(document);
        var titles = tree.Sections.Where(section => section.Level == 0).Select(section => (section.Span.Start, Line: "= " + Squeezed(section.Title)));
        var provisions = tree.Provisions.Where(provision => provision.Number is not null || (provision.Heading is not null && provision.Kind != ProvisionKind.Paragraph))
            .Select(provision => (provision.Span.Start, Line: Line(provision)));
        return [.. titles.Concat(provisions).OrderBy(line => line.Start).Select(line => line.Line)];
    }

    private static ProvisionTree Parse(Document document) => ProvisionParser.Parse(document, FlattenedTableReader.Read(document));

    private static string Line(Provision provision) =>
        $"{new string(' ', 2 * (provision.Level - 1))}{provision.Kind} {string.Join(' ', new[] { Squeezed(provision.Number), Squeezed(provision.Heading) }.Where(word => word.Length > 0))}";

    private static string Squeezed(string? words) => words is null ? "" : string.Concat(words.Where(c => !char.IsWhiteSpace(c)));
}
