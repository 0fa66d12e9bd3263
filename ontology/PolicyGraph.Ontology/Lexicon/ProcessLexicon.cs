using PolicyGraph.Ontology.Yaml;
using PolicyGraph.Text;

namespace PolicyGraph.Ontology.Lexicon;

/// <summary>Processes: fixed terms by kind, and the parts from which new names are made.</summary>
public sealed class ProcessLexicon
{
    private static readonly string[] Kinds = ["technology", "manufacturing", "equipment", "material", "management", "instrument"];

    private ProcessLexicon(IReadOnlyDictionary<string, string> terms, YamlMapping file)
    {
        Terms = terms;
        Matcher = new TermMatcher<string>(terms);
        Heads = new TermMatcher<bool>(file.Texts("heads").Select(h => KeyValuePair.Create(h, true)));
        Classifiers = new WordList(file.Texts("classifiers"));
        Verbs = new WordList(file.Texts("verbs"));
        Generic = file.Texts("generic").ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Fixed terms and their kind: technology, manufacturing, equipment, material, management, instrument.</summary>
    public IReadOnlyDictionary<string, string> Terms { get; }

    /// <summary>Finds the fixed terms.</summary>
    public TermMatcher<string> Matcher { get; }

    /// <summary>Finds what productive names end with.</summary>
    public TermMatcher<bool> Heads { get; }

    /// <summary>The word behind a list: 等先进技术.</summary>
    public WordList Classifiers { get; }

    /// <summary>Words that a name never begins with or contains, longest first.</summary>
    public WordList Verbs { get; }

    /// <summary>Words that name nothing by themselves.</summary>
    public IReadOnlySet<string> Generic { get; }

    internal static ProcessLexicon Load(YamlMapping file)
    {
        file.Allow("terms", "heads", "classifiers", "verbs", "generic");
        var terms = new Dictionary<string, string>(StringComparer.Ordinal);
        var groups = file.Get("terms").AsMapping().Allow(Kinds);
        foreach (var kind in Kinds)
        {
            foreach (var term in groups.Texts(kind))
            {
                if (!terms.TryAdd(term, kind))
                {
                    throw groups.FaultAt(kind, $"“{term}”重复");
                }
            }
        }

        return new ProcessLexicon(terms, file);
    }
}
