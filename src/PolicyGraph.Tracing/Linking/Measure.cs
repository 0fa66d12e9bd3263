using PolicyGraph.Ontology.Lexicon;
using PolicyGraph.Text;

namespace PolicyGraph.Tracing.Linking;

/// <summary>What a target measures: an indicator of the ontology, or one that only its own words name.</summary>
/// <param name="Key">Two targets with one key measure the same.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Term">The indicator of the ontology; null when it knows none.</param>
public sealed record Measure(string Key, string Name, IndicatorTerm? Term)
{
    private static readonly string[] Heads = ["全国", "全省", "全市", "全区", "全县", "我省", "我市", "我区", "本市", "本省", "国家级", "力争", "确保", "其中", "当年"];
    private static readonly string[] Tails = ["累计下降", "累计", "下降", "降低", "减少", "削减", "压减", "提高", "提升", "增长", "增加", "达到", "水平"];
    private static readonly string[] RateEnds = ["率", "强度", "比重", "比例", "占比", "能耗", "电耗", "水耗", "物耗"];
    private static readonly string[] RateStarts = ["单位", "万元", "吨钢", "人均"];

    /// <summary>Whether the number of things is meant.</summary>
    public bool IsCount => Term is { } term ? term.Kind == "count" : Name.EndsWith("数量", StringComparison.Ordinal);

    /// <summary>Whether it is a rate or an intensity, which a part can share with the whole; counts and totals add up instead.</summary>
    public bool IsRate => Term is { } term
        ? term.Kind is "rate" or "intensity"
        : !IsCount && (RateEnds.Any(e => Key.EndsWith(e, StringComparison.Ordinal)) || RateStarts.Any(s => Key.StartsWith(s, StringComparison.Ordinal)));

    /// <summary>Understands the name that a document gives.</summary>
    /// <param name="written">The indicator as the target has it: 规模以上工业单位增加值能耗下降.</param>
    /// <param name="scope">The scope as the target has it, which may head the name: 钢铁、有色等行业能效达到标杆水平的产能比例; null for none.</param>
    /// <param name="id">Id of the indicator in the graph; <c>text:…</c> for one that the ontology did not know.</param>
    /// <param name="lexicon">The indicators of the ontology.</param>
    public static Measure Of(string written, string? scope, string? id, IndicatorLexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(lexicon);
        var bare = Bare(written);
        var own = Scope.WithoutOwner(WithoutScope(bare, scope));
        var term = lexicon.All.FirstOrDefault(t => t.Id == id) ?? lexicon.Find(bare) ?? lexicon.Find(own);
        return term is null ? new Measure(own, bare, null) : new Measure(term.Id, term.Name, term);
    }

    /// <summary>The name without place, verb of change and white space.</summary>
    public static string Bare(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var name = NormalizedText.Fold(written).Squeeze().Text;
        foreach (var head in Heads)
        {
            name = name.StartsWith(head, StringComparison.Ordinal) && name.Length > head.Length + 2 ? name[head.Length..] : name;
        }

        foreach (var tail in Tails)
        {
            name = name.EndsWith(tail, StringComparison.Ordinal) && name.Length > tail.Length + 2 ? name[..^tail.Length] : name;
        }

        return name;
    }

    private static string WithoutScope(string name, string? scope)
    {
        var head = scope is null ? string.Empty : NormalizedText.Fold(scope).Squeeze().Text;
        return head.Length > 0 && name.StartsWith(head, StringComparison.Ordinal) && name.Length > head.Length + 2 ? name[head.Length..] : name;
    }
}
