using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ontology.Lexicon;

/// <summary>What people call a document.</summary>
/// <param name="Match">Words of the title, number or id of the document that is meant.</param>
/// <param name="Names">How people call it.</param>
public sealed record SpokenDocument(string Match, IReadOnlyList<string> Names);

/// <summary>The words of questions: what carries no content, what means the same, which words show what is asked for, and English words for Chinese ones.</summary>
/// <remarks>It holds ways of speaking, never answers.</remarks>
public sealed class QuestionLexicon
{
    private QuestionLexicon(YamlMapping questions, YamlMapping english)
    {
        questions.Allow("ignore", "weak", "synonyms", "cues", "documents", "untitled");
        Ignore = questions.Texts("ignore");
        Weak = questions.Texts("weak");
        Synonyms = [.. questions.Get("synonyms").AsList().Items.Select(n => (IReadOnlyList<string>)[.. n.AsList().Items.Select(w => w.AsText())])];
        var cues = questions.Get("cues").AsMapping();
        Cues = cues.Entries.Keys.ToDictionary(k => k, cues.Texts, StringComparer.Ordinal);
        Documents = [.. questions.Get("documents").AsList().Items.Select(n => n.AsMapping().Allow("match", "names")).Select(m => new SpokenDocument(m.Get("match").AsText(), m.Texts("names")))];
        Untitled = questions.Texts("untitled");
        english.Allow("ignore", "phrases");
        EnglishIgnore = english.Texts("ignore").ToHashSet(StringComparer.Ordinal);
        English = english.Get("phrases").AsMapping().Entries.ToDictionary(e => e.Key, e => e.Value.AsText(), StringComparer.Ordinal);
    }

    /// <summary>Words without content.</summary>
    public IReadOnlyList<string> Ignore { get; }

    /// <summary>Words with little content: good to find, no loss to miss.</summary>
    public IReadOnlyList<string> Weak { get; }

    /// <summary>Groups of words that mean the same.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Synonyms { get; }

    /// <summary>Words by what they show: <c>amount</c>, <c>when</c>, <c>who</c>, <c>inject</c> and so on.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Cues { get; }

    /// <summary>What people call documents.</summary>
    public IReadOnlyList<SpokenDocument> Documents { get; }

    /// <summary>Words for a document that has no title.</summary>
    public IReadOnlyList<string> Untitled { get; }

    /// <summary>English words without content.</summary>
    public IReadOnlySet<string> EnglishIgnore { get; }

    /// <summary>Chinese words by English phrase, lower case.</summary>
    public IReadOnlyDictionary<string, string> English { get; }

    /// <summary>Reads the two files.</summary>
    /// <exception cref="YamlException">A fault, with file and line.</exception>
    public static QuestionLexicon Load(YamlMapping questions, YamlMapping english)
    {
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentNullException.ThrowIfNull(english);
        return new QuestionLexicon(questions, english);
    }
}
