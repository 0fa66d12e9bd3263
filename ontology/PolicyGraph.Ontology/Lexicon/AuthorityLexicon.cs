using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ontology.Lexicon;

/// <summary>An issuing authority.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Level">national, provincial or municipal.</param>
/// <param name="Aliases">Short names.</param>
/// <param name="Prefixes">What its document numbers begin with: 工信厅节函.</param>
public sealed record Authority(string Name, string Level, IReadOnlyList<string> Aliases, IReadOnlyList<string> Prefixes);

/// <summary>Who issues: national authorities by name, local ones as jurisdiction and department.</summary>
public sealed class AuthorityLexicon
{
    private AuthorityLexicon(IReadOnlyList<Authority> national, IReadOnlyList<string> departments, IReadOnlyDictionary<char, string> provinces)
    {
        National = national;
        Departments = departments;
        ProvincePrefixes = provinces;
        ByName = national.SelectMany(a => a.Aliases.Prepend(a.Name).Select(n => (Name: n, Authority: a))).DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.Authority, StringComparer.Ordinal);
    }

    /// <summary>Authorities that are known by name.</summary>
    public IReadOnlyList<Authority> National { get; }

    /// <summary>Departments that stand behind a jurisdiction's name, longest first.</summary>
    public IReadOnlyList<string> Departments { get; }

    /// <summary>First character of provincial document numbers: 甘 → 甘肃省.</summary>
    public IReadOnlyDictionary<char, string> ProvincePrefixes { get; }

    /// <summary>National authorities by every name.</summary>
    public IReadOnlyDictionary<string, Authority> ByName { get; }

    /// <summary>The authority whose numbers begin as this one does; the longest prefix wins.</summary>
    public Authority? FindByNumber(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return National.SelectMany(a => a.Prefixes.Select(p => (Prefix: p, Authority: a)))
            .Where(p => number.StartsWith(p.Prefix, StringComparison.Ordinal))
            .OrderByDescending(p => p.Prefix.Length)
            .FirstOrDefault().Authority;
    }

    internal static AuthorityLexicon Load(YamlMapping file)
    {
        file.Allow("authorities", "departments", "provincePrefixes");
        var national = new List<Authority>();
        foreach (var node in file.Get("authorities").AsList().Items)
        {
            var item = node.AsMapping().Allow("name", "level", "aliases", "prefixes");
            var level = item.Get("level").AsText();
            if (level is not ("national" or "provincial" or "municipal"))
            {
                throw item.FaultAt("level", $"“{level}”应为 national、provincial 或 municipal");
            }

            national.Add(new Authority(item.Get("name").AsText(), level, item.Texts("aliases"), item.Texts("prefixes")));
        }

        var provinces = file.Get("provincePrefixes").AsMapping().Entries.ToDictionary(e => e.Key[0], e => e.Value.AsText());
        return new AuthorityLexicon(national, [.. file.Texts("departments").OrderByDescending(d => d.Length)], provinces);
    }
}
