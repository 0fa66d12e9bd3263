using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ontology.Lexicon;

/// <summary>An indicator that targets measure.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="Kind">Kind of quantity: intensity, rate, count, mass, money, energy.</param>
/// <param name="Unit">Canonical unit.</param>
/// <param name="HigherIsBetter">Direction.</param>
public sealed record IndicatorTerm(string Id, string Name, IReadOnlyList<string> Aliases, string Kind, string Unit, bool HigherIsBetter);

/// <summary>Indicators by name.</summary>
public sealed class IndicatorLexicon
{
    private readonly Dictionary<string, IndicatorTerm> byName = new(StringComparer.Ordinal);

    private IndicatorLexicon(IReadOnlyList<IndicatorTerm> all, IReadOnlyList<string> heads, IReadOnlyList<string> generic)
    {
        All = all;
        Heads = heads;
        Generic = generic;
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<IndicatorTerm> All { get; }

    /// <summary>Words that names of indicators end with, longest first.</summary>
    public IReadOnlyList<string> Heads { get; }

    /// <summary>Nouns that are counted everywhere and mean another thing in each document: 重点任务, 重点工程.</summary>
    public IReadOnlyList<string> Generic { get; }

    /// <summary>The indicator that a text calls so, 下降 and the like behind it left aside; null when it is not known.</summary>
    public IndicatorTerm? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (var tail in (ReadOnlySpan<string>)["", "累计下降", "下降", "降低", "减少", "提高", "增长", "达到", "累计"])
        {
            if (name.Length > tail.Length && name.EndsWith(tail, StringComparison.Ordinal) && byName.GetValueOrDefault(name[..^tail.Length]) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    internal static IndicatorLexicon Load(YamlMapping file)
    {
        file.Allow("indicators", "heads", "generic");
        var all = new List<IndicatorTerm>();
        foreach (var node in file.Get("indicators").AsList().Items)
        {
            var item = node.AsMapping().Allow("id", "name", "aliases", "kind", "unit", "direction");
            var direction = item.Get("direction").AsText();
            if (direction is not ("higher" or "lower"))
            {
                throw item.FaultAt("direction", $"“{direction}”应为 higher 或 lower");
            }

            all.Add(new IndicatorTerm(item.Get("id").AsText(), item.Get("name").AsText(), item.Texts("aliases"), item.Get("kind").AsText(), item.Get("unit").AsText(), direction == "higher"));
        }

        var lexicon = new IndicatorLexicon(all, [.. file.Texts("heads").OrderByDescending(h => h.Length)], file.Texts("generic"));
        foreach (var term in all)
        {
            foreach (var name in term.Aliases.Prepend(term.Name))
            {
                if (!lexicon.byName.TryAdd(name, term))
                {
                    throw file.FaultAt("indicators", $"指标名“{name}”出现两次");
                }
            }
        }

        return lexicon;
    }
}
