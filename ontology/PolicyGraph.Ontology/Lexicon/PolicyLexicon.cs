using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ontology.Lexicon;

/// <summary>The words of the policy genre: who issues, who acts, what binds, which industries, processes and indicators there are.</summary>
/// <remarks>All of it is data under <c>lexicon/</c>; loading checks every file and names the file and line of the first fault.</remarks>
public sealed class PolicyLexicon
{
    private PolicyLexicon(Func<string, Stream?> open)
    {
        Authorities = AuthorityLexicon.Load(Open(open, "authorities.yaml"));
        Jurisdictions = JurisdictionLexicon.Load(Text(open, "jurisdictions.csv"));
        Designations = Named.LoadAll(Open(open, "designations.yaml"), "designations");
        Actors = Named.LoadAll(Open(open, "actors.yaml"), "actors");
        Industries = IndustryLexicon.Load(Text(open, "industries-gbt4754.csv"), Open(open, "industries.yaml"));
        Indicators = IndicatorLexicon.Load(Open(open, "indicators.yaml"));
        Processes = ProcessLexicon.Load(Open(open, "processes.yaml"));
        Cues = CueLexicon.Load(Open(open, "policy-cues.yaml"));
        Documents = DocumentLexicon.Load(Open(open, "documents.yaml"));
    }

    /// <summary>The files that <see cref="Load"/> asks for.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        "authorities.yaml", "jurisdictions.csv", "designations.yaml", "actors.yaml", "industries-gbt4754.csv", "industries.yaml",
        "indicators.yaml", "processes.yaml", "policy-cues.yaml", "documents.yaml",
    ];

    /// <summary>Issuing authorities.</summary>
    public AuthorityLexicon Authorities { get; }

    /// <summary>Provinces and cities.</summary>
    public JurisdictionLexicon Jurisdictions { get; }

    /// <summary>What enterprises and parks are recognised as: green-factory, green-park ….</summary>
    public IReadOnlyList<Named> Designations { get; }

    /// <summary>Roles that a norm binds.</summary>
    public IReadOnlyList<Named> Actors { get; }

    /// <summary>Industries by code and by what texts call them.</summary>
    public IndustryLexicon Industries { get; }

    /// <summary>Indicators by id and by what texts call them.</summary>
    public IndicatorLexicon Indicators { get; }

    /// <summary>Processes, technologies, equipment, materials.</summary>
    public ProcessLexicon Processes { get; }

    /// <summary>Cue words.</summary>
    public CueLexicon Cues { get; }

    /// <summary>Documents that are cited under a wrong number or without their title.</summary>
    public DocumentLexicon Documents { get; }

    /// <summary>Loads the lexicon.</summary>
    /// <param name="open">Gives the stream of a file named in <see cref="Files"/>, or null when there is none; the stream is closed here.</param>
    /// <exception cref="YamlException">A file is missing or has a fault; file and line are in the message.</exception>
    public static PolicyLexicon Load(Func<string, Stream?> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        return new PolicyLexicon(open);
    }

    private static YamlMapping Open(Func<string, Stream?> open, string file) => YamlReader.Read(Text(open, file), file);

    private static string Text(Func<string, Stream?> open, string file)
    {
        using var stream = open(file) ?? throw new YamlException(new YamlFault(file, 1, "缺少这个词表文件，请检查 ontology/lexicon 文件夹是否完整"));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
