using PolicyGraph.Assistant.Passages;
using PolicyGraph.Ontology;
using PolicyGraph.Text;

namespace PolicyGraph.Assistant.Questions;

/// <summary>The words that a question may be made of: the lexicon's and those of the graph's own rows.</summary>
internal sealed class Vocabulary
{
    private static readonly string[] Interrogative = ["什么", "哪", "谁", "吗", "多少", "几", "怎", "是", "能", "有", "吧", "呢", "啥", "要", "不", "没"];
    private static readonly string[] Measures = ["回收利用量", "综合利用率", "单位产品综合能耗", "综合能耗", "产值", "交流电耗", "电耗", "能耗"];
    private readonly Dictionary<string, Concept> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> nearly = new(StringComparer.Ordinal);

    /// <summary>Collects the words.</summary>
    public Vocabulary(PolicyOntology ontology, PassageLibrary library)
    {
        var lexicon = ontology.Questions;
        var synonyms = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var group in lexicon.Synonyms)
        {
            var folded = group.Select(QuestionText.Fold).ToList();
            foreach (var word in folded)
            {
                var all = synonyms.TryGetValue(word, out var known) ? known : synonyms[word] = [];
                all.AddRange(folded.Where(w => !all.Contains(w)));
            }
        }

        void Add(string written, ConceptKind kind, IEnumerable<string>? others = null)
        {
            var term = QuestionText.Fold(written);
            if (term.Length is >= 1 and <= 24)
            {
                words.TryAdd(term, new Concept(term, kind, [.. new[] { term }.Concat(synonyms.GetValueOrDefault(term) ?? []).Concat((others ?? []).Select(QuestionText.Fold)).Distinct()]));
            }
        }

        foreach (var designation in ontology.Policies.Designations.Take(5))
        {
            foreach (var name in designation.Names)
            {
                Add(name, ConceptKind.Designation, name.Contains("设计示范", StringComparison.Ordinal) || name.Contains("中心", StringComparison.Ordinal) ? [] : designation.Names);
            }
        }

        foreach (var indicator in library.Passages.Select(p => p.Target?.Indicator).OfType<string>())
        {
            Add(indicator, ConceptKind.Indicator);
            Add(indicator.Replace("数量", string.Empty, StringComparison.Ordinal), ConceptKind.Indicator);
            var bare = QuestionText.Fold(indicator);
            bare = bare.IndexOf('(', StringComparison.Ordinal) is > 1 and var open && bare.IndexOf(')', open) is > 0 and var close ? bare.Remove(open, close - open + 1) : bare;
            Add(bare, ConceptKind.Indicator, [indicator]);
            if (Array.Find(Measures, m => bare.Length > m.Length + 1 && bare.EndsWith(m, StringComparison.Ordinal)) is { } measure && bare[..^measure.Length] is { Length: >= 2 and <= 8 } measured && (measured[0] == '废' || measure != "回收利用量"))
            {
                Add(measured, ConceptKind.Indicator, [bare, indicator]);
            }
        }

        foreach (var industry in ontology.Policies.Industries.Spoken.Where(i => i.Name.Length >= 2))
        {
            var measured = words.Values.FirstOrDefault(w => w.Kind == ConceptKind.Indicator && w.Term.Length <= industry.Name.Length + 6 && Array.Exists(Measures, m => w.Term == industry.Name + m));
            Add(industry.Name, measured is null ? ConceptKind.Industry : ConceptKind.Indicator);
            Add(industry.Name + "行业", ConceptKind.Industry, [industry.Name]);
            Add(industry.Name + "业", ConceptKind.Industry, [industry.Name]);
        }

        var indicators = words.Values.Where(w => w.Kind == ConceptKind.Indicator).Select(w => w.Term).ToHashSet(StringComparer.Ordinal);
        foreach (var (word, alike) in synonyms)
        {
            Add(word, alike.Exists(indicators.Contains) ? ConceptKind.Indicator : ConceptKind.Word);
        }

        foreach (var indicator in ontology.Policies.Indicators.All)
        {
            foreach (var name in indicator.Aliases.Prepend(indicator.Name))
            {
                Add(name, ConceptKind.Indicator);
            }
        }

        foreach (var word in lexicon.Weak)
        {
            words[QuestionText.Fold(word)] = new Concept(QuestionText.Fold(word), ConceptKind.Weak, [QuestionText.Fold(word)]);
        }

        foreach (var topic in library.Topics().Where(t => t.Length is >= 2 and <= 9 && t.All(QuestionText.IsHan) && !Array.Exists(Interrogative, i => t.Contains(i, StringComparison.Ordinal))))
        {
            Add(topic, ConceptKind.Word);
        }

        foreach (var word in lexicon.Ignore)
        {
            words.TryAdd(QuestionText.Fold(word), new Concept(string.Empty, ConceptKind.Weak, []));
        }

        foreach (var term in words.Keys.Where(k => k.Length is >= 3 and <= 8 && k.All(QuestionText.IsHan) && !Array.Exists(Interrogative, i => k.Contains(i, StringComparison.Ordinal))))
        {
            for (var i = 0; i < term.Length; i++)
            {
                var hole = string.Concat(term.AsSpan(0, i), "?", term.AsSpan(i + 1));
                nearly[hole] = nearly.ContainsKey(hole) ? null : term;
            }
        }

        Matcher = new TermMatcher<Concept>(words);
    }

    /// <summary>Finds the words; a concept with an empty term is one to leave out.</summary>
    public TermMatcher<Concept> Matcher { get; }

    /// <summary>Whether a word is known.</summary>
    public bool Knows(string word) => words.ContainsKey(word);

    /// <summary>The one word that differs from <paramref name="written"/> in the character at <paramref name="at"/> alone; null when there is none or more than one.</summary>
    public string? Nearly(string written, int at) => nearly.GetValueOrDefault(string.Concat(written.AsSpan(0, at), "?", written.AsSpan(at + 1)));
}
