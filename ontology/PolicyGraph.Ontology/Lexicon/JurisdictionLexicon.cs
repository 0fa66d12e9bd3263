using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ontology.Lexicon;

/// <summary>A place with a government: country, province or city.</summary>
/// <param name="Code">GB/T 2260 code, six digits.</param>
/// <param name="Name">Full name.</param>
/// <param name="Level">national, provincial or municipal.</param>
/// <param name="Aliases">Short names.</param>
public sealed record Jurisdiction(string Code, string Name, string Level, IReadOnlyList<string> Aliases);

/// <summary>Jurisdictions by code and name.</summary>
public sealed class JurisdictionLexicon
{
    private readonly Dictionary<string, Jurisdiction> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Jurisdiction> byCode = new(StringComparer.Ordinal);

    private JurisdictionLexicon(IReadOnlyList<Jurisdiction> all) => All = all;

    /// <summary>All of them, a province before its cities.</summary>
    public IReadOnlyList<Jurisdiction> All { get; }

    /// <summary>By name, short name or code; null when it is not known.</summary>
    public Jurisdiction? Find(string nameOrCode) => byName.GetValueOrDefault(nameOrCode) ?? byCode.GetValueOrDefault(nameOrCode);

    /// <summary>The jurisdiction whose full name a text begins with: 广东省绿色制造体系….</summary>
    public Jurisdiction? FindAtStart(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var length = Math.Min(11, text.Length); length >= 2; length--)
        {
            if (byName.GetValueOrDefault(text[..length]) is { } found && (found.Name.Length == length || found.Level == "provincial"))
            {
                return found;
            }
        }

        return null;
    }

    internal static JurisdictionLexicon Load(YamlMapping file)
    {
        file.Allow("jurisdictions");
        var all = new List<Jurisdiction>();
        foreach (var node in file.Get("jurisdictions").AsList().Items)
        {
            var item = node.AsMapping().Allow("code", "name", "level", "aliases");
            var code = item.Get("code").AsText();
            if (code.Length != 6 || !code.All(char.IsAsciiDigit))
            {
                throw item.FaultAt("code", $"“{code}”不是六位行政区划代码");
            }

            all.Add(new Jurisdiction(code, item.Get("name").AsText(), item.Get("level").AsText(), item.Texts("aliases")));
        }

        var lexicon = new JurisdictionLexicon(all);
        foreach (var jurisdiction in all)
        {
            lexicon.byCode.TryAdd(jurisdiction.Code, jurisdiction);
            lexicon.byName.TryAdd(jurisdiction.Name, jurisdiction);
            foreach (var alias in jurisdiction.Aliases)
            {
                lexicon.byName.TryAdd(alias, jurisdiction);
            }
        }

        return lexicon;
    }
}
