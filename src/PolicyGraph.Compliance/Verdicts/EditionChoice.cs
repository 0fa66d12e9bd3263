using PolicyGraph.Compliance.Facts;

namespace PolicyGraph.Compliance.Verdicts;

/// <summary>Which editions an assessment holds the enterprise against, and why.</summary>
internal static class EditionChoice
{
    /// <returns>The editions in order, with the reason of each, and what the reader should know.</returns>
    /// <exception cref="GapException">A standard that is not known or not loaded, or a day on which none applies.</exception>
    internal static (IReadOnlyList<(EditionFacts Edition, string Why)> Chosen, IReadOnlyList<string> Warnings) Choose(IReadOnlyList<EditionFacts> editions, IReadOnlyList<string> asked, DateOnly asOf)
    {
        if (asked.Count > 0)
        {
            return ([.. asked.Distinct().Select(id => Asked(editions, id, asOf))], []);
        }

        var inForce = editions.Where(e => e.ValidFrom <= asOf && (e.ValidUntil is null || asOf <= e.ValidUntil)).OrderBy(e => e.Id, StringComparer.Ordinal).ToList();
        var missing = inForce.Where(e => e.Criteria.Count == 0).Select(e => $"评价日 {asOf:yyyy-MM-dd} 适用 {e.Number ?? e.Title}（{e.Id}），其条款尚未收录").ToList();
        var loaded = inForce.Where(e => e.Criteria.Count > 0).ToList();
        if (loaded.Count == 0)
        {
            throw new GapException(missing.Count > 0 ? $"{missing[0]}，不能评价；可用 --standard 指定 {Loaded(editions)}" : editions.Count == 0
                ? "图中没有评价标准，请先运行 policygraph ingest 装载本体"
                : $"评价日 {asOf:yyyy-MM-dd} 早于第一个评价标准（{editions.Min(e => e.ValidFrom):yyyy-MM}），没有可用的标准");
        }

        return ([.. loaded.Select(e => (e, e.Why))], [.. missing.Select(m => m + "，本次没有按它评价")]);
    }

    private static (EditionFacts Edition, string Why) Asked(IReadOnlyList<EditionFacts> editions, string id, DateOnly asOf)
    {
        var edition = editions.FirstOrDefault(e => e.Id == id) ?? throw new GapException($"没有标准“{id}”；可用：{Loaded(editions)}");
        if (edition.Criteria.Count == 0)
        {
            throw new GapException($"标准“{id}”（{edition.Number ?? edition.Title}）的条款尚未收录；可用：{Loaded(editions)}");
        }

        var when = asOf < edition.ValidFrom ? $"；评价日 {asOf:yyyy-MM-dd} 尚未施行" : edition.ValidUntil is { } until && asOf > until ? $"；评价日 {asOf:yyyy-MM-dd} 已被代替" : string.Empty;
        return (edition, $"按指定的标准评价：{edition.Why}{when}");
    }

    private static string Loaded(IReadOnlyList<EditionFacts> editions) => string.Join("、", editions.Where(e => e.Criteria.Count > 0).Select(e => e.Id).Order(StringComparer.Ordinal));
}
