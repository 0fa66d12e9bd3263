using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ontology.Lexicon;

/// <summary>A document that others cite.</summary>
/// <param name="Title">Its title without brackets.</param>
/// <param name="Number">Its number.</param>
/// <param name="Wrong">Numbers under which it is cited by mistake.</param>
public sealed record KnownDocument(string Title, string Number, IReadOnlyList<string> Wrong);

/// <summary>Documents with known numbers, and short names of foreign instruments that stand without 《》.</summary>
public sealed class DocumentLexicon
{
    private readonly Dictionary<string, KnownDocument> byTitle;

    private DocumentLexicon(IReadOnlyList<KnownDocument> all, IReadOnlyList<string> instruments)
    {
        byTitle = all.ToDictionary(d => d.Title, StringComparer.Ordinal);
        All = all;
        Instruments = instruments;
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<KnownDocument> All { get; }

    /// <summary>RoHS, WEEE ….</summary>
    public IReadOnlyList<string> Instruments { get; }

    /// <summary>By title; null when it is not known.</summary>
    public KnownDocument? Find(string title) => byTitle.GetValueOrDefault(title);

    internal static DocumentLexicon Load(YamlMapping file)
    {
        file.Allow("documents", "instruments");
        var all = file.Get("documents").AsList().Items
            .Select(n => n.AsMapping().Allow("title", "number", "wrong"))
            .Select(m => new KnownDocument(m.Get("title").AsText(), m.Get("number").AsText(), m.Texts("wrong")))
            .ToList();
        return new DocumentLexicon(all, file.Texts("instruments"));
    }
}
