using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ontology.Lexicon;

/// <summary>A thing with an id, a name and other names: a designation or the role of an actor.</summary>
/// <param name="Id">Stable id in kebab-case.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Aliases">Other names that texts use.</param>
public sealed record Named(string Id, string Name, IReadOnlyList<string> Aliases)
{
    /// <summary>The name and the aliases.</summary>
    public IEnumerable<string> Names => Aliases.Prepend(Name);

    internal static IReadOnlyList<Named> LoadAll(YamlMapping file, string key)
    {
        file.Allow(key);
        var all = new List<Named>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in file.Get(key).AsList().Items)
        {
            var item = node.AsMapping().Allow("id", "name", "aliases");
            var id = item.Get("id").AsText();
            if (!ids.Add(id))
            {
                throw item.FaultAt("id", $"“{id}”重复");
            }

            all.Add(new Named(id, item.Get("name").AsText(), item.Texts("aliases")));
        }

        return all;
    }
}
