using System.Security.Cryptography;
using System.Text;
using PolicyGraph.Graph;
using PolicyGraph.Ontology.Claims;
using PolicyGraph.Ontology.Clauses;
using PolicyGraph.Ontology.Evidence;
using PolicyGraph.Ontology.Lexicon;
using PolicyGraph.Ontology.Schema;
using PolicyGraph.Ontology.Standards;
using PolicyGraph.Ontology.Units;
using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ontology;

/// <summary>The whole ontology from its data files; each part is read when it is first asked for.</summary>
/// <remarks>A fault in a file is a <see cref="YamlException"/> with file and line, thrown by whoever asks first.</remarks>
public sealed class PolicyOntology
{
    private readonly IReadOnlyDictionary<string, string> files;
    private readonly Lazy<GraphSchema> schema;
    private readonly Lazy<UnitLexicon> units;
    private readonly Lazy<EnergyLexicon> energies;
    private readonly Lazy<EvidenceVocabulary> evidence;
    private readonly Lazy<PolicyLexicon> policies;
    private readonly Lazy<QuestionLexicon> questions;
    private readonly Lazy<IReadOnlyList<Standard>> standards;
    private readonly Lazy<IReadOnlyList<ClauseBook>> clauses;
    private readonly Lazy<IReadOnlyList<Annex>> annexes;
    private readonly Lazy<IReadOnlyList<Limit>> limits;
    private readonly Lazy<string> version;

    /// <summary>Takes the files' texts by their path: <c>schema/graph.yaml</c>, <c>lexicon/units.yaml</c>, <c>standards/gbt36132-2025.yaml</c>.</summary>
    public PolicyOntology(IReadOnlyDictionary<string, string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        this.files = files;
        schema = new(() => GraphSchema.Load(Read("schema/graph.yaml")));
        units = new(() => UnitLexicon.Load(Read("lexicon/units.yaml")));
        energies = new(() => EnergyLexicon.Load(Read("lexicon/energies.yaml")));
        evidence = new(() => EvidenceVocabulary.Load(Read("schema/evidence.yaml")));
        policies = new(() => PolicyLexicon.Load(name => files.TryGetValue("lexicon/" + name, out var text) ? new MemoryStream(Encoding.UTF8.GetBytes(text)) : null));
        questions = new(() => QuestionLexicon.Load(Read("lexicon/questions.yaml"), Read("lexicon/english.yaml")));
        standards = new(() => [.. Paths("standards/").Where(p => !IsAnnex(p) && !IsLimits(p)).Select(f => Standard.Load(Read(f)))]);
        clauses = new(() => [.. Paths("clauses/").Select(f => ClauseBook.Load(Read(f)))]);
        annexes = new(() => [.. Paths("standards/").Where(IsAnnex).Select(f => Annex.Load(Read(f)))]);
        limits = new(() => [.. Paths("standards/").Where(IsLimits).SelectMany(f => Limit.Load(Read(f)))]);
        version = new(Digest);
    }

    /// <summary>What the graph may hold.</summary>
    public GraphSchema Schema => schema.Value;

    /// <summary>Units.</summary>
    public UnitLexicon Units => units.Value;

    /// <summary>Energies and their coefficients.</summary>
    public EnergyLexicon Energies => energies.Value;

    /// <summary>Types and fields of evidence.</summary>
    public EvidenceVocabulary Evidence => evidence.Value;

    /// <summary>The words of policies.</summary>
    public PolicyLexicon Policies => policies.Value;

    /// <summary>The words of questions.</summary>
    public QuestionLexicon Questions => questions.Value;

    /// <summary>The evaluation standards, by file name.</summary>
    public IReadOnlyList<Standard> Standards => standards.Value;

    /// <summary>What is known of standards and policies beside their criteria, by file name.</summary>
    public IReadOnlyList<ClauseBook> Clauses => clauses.Value;

    /// <summary>Demands on what is no enterprise, by file name.</summary>
    public IReadOnlyList<Annex> Annexes => annexes.Value;

    /// <summary>Values that rules beside the standards set, by file name.</summary>
    public IReadOnlyList<Limit> Limits => limits.Value;

    /// <summary>A short digest of all files: another text is another version.</summary>
    public string Version => version.Value;

    /// <summary>The ontology's own nodes and relationships.</summary>
    public GraphClaims Claims()
    {
        var claims = new GraphClaims();
        foreach (var own in Standards.OrderBy(s => s.Edition.ValidFrom).Select(s => s.Claims()).Concat(Annexes.Select(a => a.Claims()))) // the newest edition names an indicator last
        {
            foreach (var node in own.Nodes)
            {
                claims.Node(node.Key.Label, node.Key.Id, node.Properties, node.ExtraLabels);
            }

            foreach (var relationship in own.Relationships)
            {
                claims.Relationship(relationship.Type, relationship.From, relationship.To, relationship.Properties);
            }
        }

        foreach (var limit in Limits)
        {
            LimitProperties.Claim(claims, limit);
        }

        LexiconClaims.Add(claims, Policies, Evidence);
        ClauseClaims.Add(claims, Clauses);
        return claims;
    }

    private IEnumerable<string> Paths(string folder) => files.Keys.Where(p => p.StartsWith(folder, StringComparison.Ordinal) && p.EndsWith(".yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static bool IsAnnex(string path) => path.Contains(".annex", StringComparison.Ordinal);

    private static bool IsLimits(string path) => path.EndsWith(".limits.yaml", StringComparison.Ordinal);

    private YamlMapping Read(string path) => files.TryGetValue(path, out var text)
        ? YamlReader.Read(text, path)
        : throw new YamlException(new YamlFault(path, 1, "本体缺少这个文件"));

    private string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, text) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\0{text}\0"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
