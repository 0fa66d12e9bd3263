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

    internal static JurisdictionLexicon Load(string csv)
    {
        const string file = "jurisdictions.csv";
        var all = new List<Jurisdiction>(420);
        var line = 0;
        foreach (var row in csv.AsSpan().EnumerateLines())
        {
            line++;
            if (row.IsEmpty || line == 1)
            {
                continue;
            }

            var fields = row.ToString().Split(',');
            if (fields.Length != 4 || fields[0].Length != 6 || !fields[0].All(char.IsAsciiDigit) || fields[1].Length == 0 || fields[2] is not ("national" or "provincial" or "municipal"))
            {
                throw new YamlException(new YamlFault(file, line, "应为“六位代码,名称,national|provincial|municipal,简称”，简称可以空着"));
            }

            all.Add(new Jurisdiction(fields[0], fields[1], fields[2], fields[3].Length > 0 ? [fields[3]] : []));
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
