using PolicyGraph.Ontology.Yaml;
using PolicyGraph.Text;

namespace PolicyGraph.Ontology.Lexicon;

/// <summary>Cue words of targets and norms; what each list means is said in <c>policy-cues.yaml</c>.</summary>
public sealed class CueLexicon
{
    private static readonly string[] Keys =
    [
        "measures", "timeMeasures", "level", "rise", "fall", "create", "atLeast", "atMost", "atLeastAfter", "atMostAfter", "aboutBefore", "aboutAfter", "past",
        "backgroundHeadings", "normativeHeadings", "prohibited", "notProhibited", "must", "notMust", "mustBefore", "notMustBefore", "encouraged", "notEncouraged", "may", "imperative",
        "statement", "references", "sanctions",
    ];

    private readonly Dictionary<string, WordList> lists;

    private CueLexicon(Dictionary<string, WordList> lists)
    {
        this.lists = lists;
        Measures = Matcher("measures");
        TimeMeasures = Matcher("timeMeasures");
    }

    /// <summary>Units and counted nouns that a figure may carry.</summary>
    public TermMatcher<bool> Measures { get; }

    /// <summary>Measures that make a figure a date, a duration or an ordinal.</summary>
    public TermMatcher<bool> TimeMeasures { get; }

    /// <summary>A list, longest words first.</summary>
    /// <exception cref="KeyNotFoundException">There is no such list.</exception>
    public WordList Words(string list) => lists[list];

    /// <summary>A matcher over one or more lists.</summary>
    public TermMatcher<bool> Matcher(params ReadOnlySpan<string> names)
    {
        var words = new List<KeyValuePair<string, bool>>();
        foreach (var name in names)
        {
            words.AddRange(lists[name].Select(w => KeyValuePair.Create(w, true)));
        }

        return new TermMatcher<bool>(words);
    }

    internal static CueLexicon Load(YamlMapping file)
    {
        file.Allow(Keys);
        return new CueLexicon(Keys.ToDictionary(k => k, k => new WordList(file.Get(k).AsList().Items.Select(i => i.AsText())), StringComparer.Ordinal));
    }
}
