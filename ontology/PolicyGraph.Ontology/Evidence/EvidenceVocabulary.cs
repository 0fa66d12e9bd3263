using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ontology.Evidence;

/// <summary>What a field's value is.</summary>
public enum EvidenceKind
{
    /// <summary>Words as written.</summary>
    Text,

    /// <summary>A day, month or year.</summary>
    Date,

    /// <summary>A number with a unit.</summary>
    Quantity,

    /// <summary>none or occurred; yes or no.</summary>
    Statement,
}

/// <summary>One field that evidence may state.</summary>
/// <param name="Name">The name in <c>extract</c> and on Fact nodes.</param>
/// <param name="Kind">What its value is.</param>
/// <param name="Names">The labels under which papers give it.</param>
/// <param name="Qualifier">By what several values of one paper differ (product, energy …); null where they do not.</param>
/// <param name="Canonical">The canonical unit; null where there is none or it depends on the paper.</param>
public sealed record EvidenceFieldType(string Name, EvidenceKind Kind, IReadOnlyList<string> Names, string? Qualifier, string? Canonical);

/// <summary>One type of paper.</summary>
/// <param name="Id">Stable id, such as <c>management-certificate</c>.</param>
/// <param name="Names">What such papers are called, form numbers included: what their titles say.</param>
/// <param name="Carries">Fields whose absence is a defect.</param>
/// <param name="May">Fields that it may state as well.</param>
public sealed record EvidenceType(string Id, IReadOnlyList<string> Names, IReadOnlyList<string> Carries, IReadOnlyList<string> May)
{
    /// <summary>Words of its body that speak for the type.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>Whether it may state any quantity beside the fields that are named.</summary>
    public bool StatesFigures { get; init; }
}

/// <summary>The fields and types of evidence (<c>schema/evidence.yaml</c>).</summary>
public sealed class EvidenceVocabulary
{
    /// <summary>The type of a paper that fits no other.</summary>
    public const string Unrecognised = "unrecognised";

    private EvidenceVocabulary(IReadOnlyDictionary<string, EvidenceFieldType> fields, IReadOnlyDictionary<string, EvidenceType> types)
    {
        Fields = fields;
        Types = types;
    }

    /// <summary>Words of a title that make a paper no evidence: drafts, brochures, notices, news.</summary>
    public IReadOnlyList<string> NotEvidence { get; private init; } = [];

    /// <summary>Pollutants: the id that stands as qualifier, and the names that papers use.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Pollutants { get; private init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The functions of an energy and carbon management platform: the name that stands as qualifier, and other wordings.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Functions { get; private init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The fields by name.</summary>
    public IReadOnlyDictionary<string, EvidenceFieldType> Fields { get; }

    /// <summary>The types by id.</summary>
    public IReadOnlyDictionary<string, EvidenceType> Types { get; }

    /// <summary>Reads <c>schema/evidence.yaml</c>.</summary>
    /// <exception cref="YamlException">A fault, with file and line: an unknown key or kind, a type that carries an unknown field, no type <c>unrecognised</c>.</exception>
    public static EvidenceVocabulary Load(YamlMapping file)
    {
        ArgumentNullException.ThrowIfNull(file);
        file.Allow("fields", "types", "notEvidence", "pollutants", "functions");
        var fields = new Dictionary<string, EvidenceFieldType>(StringComparer.Ordinal);
        foreach (var (name, node) in file.Get("fields").AsMapping().Entries)
        {
            fields.Add(name, ReadField(name, node.AsMapping()));
        }

        var types = new Dictionary<string, EvidenceType>(StringComparer.Ordinal);
        foreach (var (id, node) in file.Get("types").AsMapping().Entries)
        {
            types.Add(id, ReadType(id, node.AsMapping(), fields));
        }

        return types.ContainsKey(Unrecognised)
            ? new EvidenceVocabulary(fields, types)
            {
                NotEvidence = file.Texts("notEvidence"),
                Pollutants = ReadNames(file, "pollutants"),
                Functions = ReadNames(file, "functions"),
            }
            : throw file.FaultAt("types", $"缺少类型“{Unrecognised}”");
    }

    private static EvidenceFieldType ReadField(string name, YamlMapping field)
    {
        field.Allow("kind", "names", "qualifier", "canonical");
        var kind = field.Get("kind").AsText() switch
        {
            "text" => EvidenceKind.Text,
            "date" => EvidenceKind.Date,
            "quantity" => EvidenceKind.Quantity,
            "statement" => EvidenceKind.Statement,
            var other => throw field.FaultAt("kind", $"“{other}”应为 text、date、quantity 或 statement"),
        };
        return new EvidenceFieldType(name, kind, field.Texts("names"), field.Find("qualifier")?.AsText(), field.Find("canonical")?.AsText());
    }

    private static EvidenceType ReadType(string id, YamlMapping type, Dictionary<string, EvidenceFieldType> fields)
    {
        type.Allow("names", "marks", "carries", "may", "figures");
        foreach (var key in (string[])["carries", "may"])
        {
            foreach (var field in type.Texts(key))
            {
                if (!fields.ContainsKey(field))
                {
                    throw type.FaultAt(key, $"类型“{id}”的字段“{field}”没有在 fields 中定义");
                }
            }
        }

        return new EvidenceType(id, type.Texts("names"), type.Texts("carries"), type.Texts("may"))
        {
            Marks = type.Texts("marks"),
            StatesFigures = type.Find("figures")?.AsBoolean() ?? false,
        };
    }

    private static Dictionary<string, IReadOnlyList<string>> ReadNames(YamlMapping file, string key)
    {
        var names = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var id in file.Find(key)?.AsMapping().Entries.Keys ?? [])
        {
            names.Add(id, file.Get(key).AsMapping().Texts(id));
        }

        return names;
    }
}
