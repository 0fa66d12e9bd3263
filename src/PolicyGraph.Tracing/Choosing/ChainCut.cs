namespace PolicyGraph.Tracing.Choosing;

/// <summary>Keeps of a chain what a question asks about.</summary>
internal static class ChainCut
{
    /// <summary>The links asked about, with what they contribute to and what contributes to them; null when the chain has none.</summary>
    /// <param name="chain">A whole chain.</param>
    /// <param name="isAsked">Whether a link is asked about.</param>
    public static TraceChain? To(TraceChain chain, Func<TraceLink, bool> isAsked)
    {
        var byId = chain.Links.ToDictionary(l => l.Id, StringComparer.Ordinal);
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var link in chain.Links.Where(l => isAsked(l) || (l.Parent is { } p && kept.Contains(p) && IsBelowAsked(byId[p], byId, isAsked))))
        {
            for (var at = link; kept.Add(at.Id) && at.Parent is { } parent;)
            {
                at = byId[parent];
            }
        }

        return kept.Count == 0 ? null : chain with { Links = [.. chain.Links.Where(l => kept.Contains(l.Id))] };
    }

    private static bool IsBelowAsked(TraceLink link, Dictionary<string, TraceLink> byId, Func<TraceLink, bool> isAsked)
    {
        for (var at = link; ; at = byId[at.Parent])
        {
            if (isAsked(at))
            {
                return true;
            }

            if (at.Parent is null)
            {
                return false;
            }
        }
    }
}
