using PolicyGraph.Cypher.Storage;

namespace PolicyGraph.Tck;

/// <summary>What a later query could see of a graph, counted as the kit counts side effects.</summary>
internal sealed class GraphCensus
{
    private readonly Dictionary<string, HashSet<string>> seen = new()
    {
        ["nodes"] = [],
        ["relationships"] = [],
        ["properties"] = [],
        ["labels"] = [],
    };

    public static GraphCensus Empty { get; } = new();

    public static GraphCensus Of(GraphView view)
    {
        var census = new GraphCensus();
        foreach (var node in view.Nodes())
        {
            census.seen["nodes"].Add($"n{node.Id}");
            census.seen["labels"].UnionWith(node.Labels);
            census.seen["properties"].UnionWith(node.Properties.Select(p => $"n{node.Id} {p.Key} {TckValues.Write(p.Value, ignoreListOrder: false)}"));
        }

        foreach (var relationship in view.Relationships())
        {
            census.seen["relationships"].Add($"r{relationship.Id}");
            census.seen["properties"].UnionWith(relationship.Properties.Select(p => $"r{relationship.Id} {p.Key} {TckValues.Write(p.Value, ignoreListOrder: false)}"));
        }

        return census;
    }

    public bool SameAs(GraphCensus other) => Since(other).Count == 0;

    /// <summary>What was added and removed, by the kit's names; zeros are left out.</summary>
    public Dictionary<string, long> Since(GraphCensus before)
    {
        Dictionary<string, long> effects = [];
        foreach (var (kind, now) in seen)
        {
            Add("+" + kind, now.Except(before.seen[kind]).Count());
            Add("-" + kind, before.seen[kind].Except(now).Count());
        }

        return effects;

        void Add(string key, long count)
        {
            if (count > 0)
            {
                effects[key] = count;
            }
        }
    }
}
