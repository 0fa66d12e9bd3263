using PolicyGraph.Ontology.Lexicon;
using PolicyGraph.Text;
using PolicyGraph.Tracing.Facts;
using PolicyGraph.Tracing.Linking;

namespace PolicyGraph.Tracing.Choosing;

/// <summary>Which indicators a name means: an id, a name, an alias, a designation whose number is counted, or the words of a document. Nothing is guessed.</summary>
public sealed class IndicatorChoice(PolicyLexicon lexicon, IReadOnlyList<TargetFacts> targets)
{
    private const int Suggestions = 5;

    /// <summary>The keys of the indicators that are meant.</summary>
    /// <exception cref="TraceException">Nobody knows the name; the nearest are named.</exception>
    public IReadOnlySet<string> Keys(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var wanted = NormalizedText.Fold(name).Squeeze().Text;
        var keys = new HashSet<string>(StringComparer.Ordinal);
        if (Term(wanted) is { } term)
        {
            keys.Add(term.Id);
        }

        foreach (var designation in lexicon.Designations.Where(d => d.Names.Contains(wanted, StringComparer.Ordinal)))
        {
            keys.UnionWith(designation.Names.Select(n => Term(n)).OfType<IndicatorTerm>().Select(t => t.Id));
        }

        var bare = Measure.Bare(wanted);
        keys.UnionWith(targets.Select(t => t.Measure).Where(m => Says(m, wanted) || Says(m, bare)).Select(m => m.Key));
        return keys.Count > 0 ? keys : throw new TraceException($"--indicator {name}：没有这个指标{Nearest(wanted)}");
    }

    private IndicatorTerm? Term(string name) =>
        lexicon.Indicators.All.FirstOrDefault(t => string.Equals(t.Id, name, StringComparison.OrdinalIgnoreCase)) ?? lexicon.Indicators.Find(name) ?? lexicon.Indicators.Find(name + "数量");

    private static bool Says(Measure measure, string name) => measure.Key == name || measure.Name == name || measure.Key == name + "数量" || measure.Name == name + "数量";

    /// <summary>Names that share most pairs of characters with the one that nobody knows.</summary>
    private string Nearest(string wanted)
    {
        var pairs = Pairs(wanted);
        var near = lexicon.Indicators.All.SelectMany(t => t.Aliases.Prepend(t.Name).Select(n => (Alias: n, t.Name)))
            .Concat(targets.Select(t => (Alias: t.Measure.Name, t.Measure.Name)))
            .Distinct()
            .Select(n => (n.Name, Share: 2.0 * Pairs(n.Alias).Intersect(pairs).Count() / (Pairs(n.Alias).Count + pairs.Count)))
            .Where(n => n.Share > 0)
            .GroupBy(n => n.Name, StringComparer.Ordinal)
            .OrderByDescending(g => g.Max(n => n.Share)).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Take(Suggestions)
            .Select(g => g.Key)
            .ToList();
        return near.Count > 0 ? $"；相近的有：{string.Join("、", near)}" : "；请写指标的名称，例如 绿色工厂数量";
    }

    private static HashSet<string> Pairs(string text)
    {
        var pairs = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + 2 <= text.Length; i++)
        {
            pairs.Add(text.Substring(i, 2));
        }

        return pairs;
    }
}
