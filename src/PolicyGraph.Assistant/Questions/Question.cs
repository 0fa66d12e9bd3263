using PolicyGraph.Assistant.Passages;

namespace PolicyGraph.Assistant.Questions;

/// <summary>What a word of a question stands for.</summary>
internal enum ConceptKind
{
    /// <summary>A word of the lexicon or the graph.</summary>
    Word,

    /// <summary>An indicator that some target measures.</summary>
    Indicator,

    /// <summary>An industry.</summary>
    Industry,

    /// <summary>A designation: green factory, park, supply chain, product.</summary>
    Designation,

    /// <summary>A word with little content.</summary>
    Weak,

    /// <summary>Characters that nothing knows; compared by pairs.</summary>
    Loose,
}

/// <summary>Something that the answer must be about.</summary>
/// <param name="Term">As it was asked, folded.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Alternatives">What it may be called in a passage, itself included.</param>
internal sealed record Concept(string Term, ConceptKind Kind, IReadOnlyList<string> Alternatives);

/// <summary>A number with its unit, as asked.</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit">The unit as written; empty for a bare number.</param>
/// <param name="Written">Number and unit as written, folded.</param>
internal sealed record AskedQuantity(decimal Value, string Unit, string Written);

/// <summary>What the answer must hold.</summary>
[Flags]
internal enum Wanted
{
    /// <summary>Nothing particular.</summary>
    Nothing = 0,

    /// <summary>A number.</summary>
    Amount = 1,

    /// <summary>An amount of money.</summary>
    Money = 2,

    /// <summary>A day, month, year or span of time.</summary>
    When = 4,

    /// <summary>Who acts.</summary>
    Who = 8,

    /// <summary>What a word means.</summary>
    Definition = 16,

    /// <summary>What papers prove something.</summary>
    Evidence = 32,

    /// <summary>Two or more things side by side.</summary>
    Comparison = 64,

    /// <summary>Where a target comes from.</summary>
    Trace = 128,

    /// <summary>Which edition holds.</summary>
    Edition = 256,

    /// <summary>Whether a statement is so, or where it stands.</summary>
    Premise = 512,
}

/// <summary>A question that was read: what it is about and what the answer must hold.</summary>
internal sealed record Question
{
    /// <summary>As typed.</summary>
    public required string Written { get; init; }

    /// <summary>Folded, spelling repaired, in Chinese words.</summary>
    public required string Folded { get; init; }

    /// <summary>Whether it was asked in English.</summary>
    public bool IsEnglish { get; init; }

    /// <summary>Stems of its English words; none for a Chinese question.</summary>
    public IReadOnlySet<string> Stems { get; init; } = new HashSet<string>();

    /// <summary>What it is about.</summary>
    public IReadOnlyList<Concept> Concepts { get; init; } = [];

    /// <summary>Words that it puts in quotation marks, folded: the name of a section, as often as not.</summary>
    public IReadOnlyList<string> Quoted { get; init; } = [];

    /// <summary>Documents that it names.</summary>
    public IReadOnlyList<SourceDocument> Documents { get; init; } = [];

    /// <summary>Numbers of standards or documents that it names and no document of the graph has, folded.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = [];

    /// <summary>Clauses that it names, folded: 第十五条, 4.2.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];

    /// <summary>Years, but for those that are part of a document's name.</summary>
    public IReadOnlyList<int> Years { get; init; } = [];

    /// <summary>Names of provinces and cities.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Whether it asks for the whole country.</summary>
    public bool IsNational { get; init; }

    /// <summary>Quantities that it states.</summary>
    public IReadOnlyList<AskedQuantity> Quantities { get; init; } = [];

    /// <summary>What the answer must hold.</summary>
    public Wanted Wanted { get; init; }

    /// <summary>Cues that were found, by name.</summary>
    public IReadOnlySet<string> Cues { get; init; } = new HashSet<string>();

    /// <summary>The question that this one took something over from; null for none.</summary>
    public Question? Earlier { get; init; }

    /// <summary>Concepts that decide: not the weak ones.</summary>
    public IEnumerable<Concept> Strong => Concepts.Where(c => c.Kind != ConceptKind.Weak);

    /// <summary>Whether the answer must hold this.</summary>
    public bool Wants(Wanted what) => (Wanted & what) != 0;
}
