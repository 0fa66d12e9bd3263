using PolicyGraph.Tracing.Linking;

namespace PolicyGraph.Tracing.Choosing;

/// <summary>Sets the targets of several places side by side.</summary>
internal static class Comparing
{
    /// <summary>One comparison for each indicator that at least one of the places has a target for, most widely shared first.</summary>
    /// <param name="chains">The chains that may be compared.</param>
    /// <param name="places">The places in the order asked.</param>
    /// <param name="measureOf">What the target with an id measures.</param>
    public static IReadOnlyList<Comparison> Of(IEnumerable<TraceChain> chains, IReadOnlyList<PlaceChoice> places, Func<string, Measure> measureOf) =>
    [
        .. chains.SelectMany(c => c.Links).GroupBy(l => measureOf(l.Id).Key, StringComparer.Ordinal)
            .Select(g => (Rows: Rows(g, places), measureOf(g.First().Id).Name, g.Key))
            .Where(c => c.Rows.Any(r => r.Link is not null))
            .OrderByDescending(c => c.Rows.Where(r => r.Link is not null).Select(r => r.Jurisdiction).Distinct(StringComparer.Ordinal).Count()).ThenBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => new Comparison(c.Name, c.Rows)),
    ];

    private static List<ComparisonRow> Rows(IEnumerable<TraceLink> links, IReadOnlyList<PlaceChoice> places)
    {
        var all = links.ToList();
        return
        [
            .. places.SelectMany(p => all.Where(p.IsOf).OrderBy(l => l.Year).ThenBy(l => l.Document, StringComparer.Ordinal).ThenBy(l => l.Start).ThenBy(l => l.Id, StringComparer.Ordinal)
                .Select(l => new ComparisonRow(p.Name, l)).DefaultIfEmpty(new ComparisonRow(p.Name, null))),
        ];
    }
}
