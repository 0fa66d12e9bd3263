using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Storage;

internal sealed partial class GraphState
{
    /// <summary>Up to so many entries are read at once under an edit, rather than kept as pages.</summary>
    private const int ReadAtOnce = 64;

    /// <summary>The relationships of a node; a self-loop once.</summary>
    public IEnumerable<Relationship> RelationshipsOf(NodeRecord node, Direction direction, IReadOnlyCollection<string>? types)
    {
        var numbers = types is null or { Count: 0 } ? null : types.Select(Vocabulary.Types.Find).Where(number => number >= 0).ToArray();
        var outgoing = direction == Direction.Incoming ? default : node.Outgoing;
        var incoming = direction == Direction.Outgoing ? default : node.Incoming;
        if (numbers is [] || outgoing.Count + incoming.Count == 0)
        {
            return [];
        }

        var expanded = Expand(relationships, outgoing, incoming, numbers, direction == Direction.Both);
        if (edit is not null && outgoing.Count + incoming.Count <= ReadAtOnce)
        {
            return expanded.ToArray();
        }

        KeepPages();
        return expanded;
    }

    /// <summary>How many relationships a node has; a self-loop counts once.</summary>
    public long DegreeOf(NodeRecord node, Direction direction, string? type)
    {
        var number = type is null ? -1 : Vocabulary.Types.Find(type);
        if (type is not null && number < 0)
        {
            return 0;
        }

        return direction switch
        {
            Direction.Outgoing => Degree(node.Outgoing, number, countLoops: true),
            Direction.Incoming => Degree(node.Incoming, number, countLoops: true),
            _ => Degree(node.Outgoing, number, countLoops: true) + Degree(node.Incoming, number, countLoops: false),
        };
    }

    private static IEnumerable<Relationship> Expand(PagedArray<Relationship?> held, Adjacency outgoing, Adjacency incoming, int[]? types, bool loopsOnce)
    {
        for (var i = 0; i < outgoing.Count; i++)
        {
            var entry = outgoing.At(i);
            if ((types is null || types.Contains(Adjacency.TypeOf(entry))) && held.Get(Adjacency.IdOf(entry)) is { } found)
            {
                yield return found;
            }
        }

        for (var i = 0; i < incoming.Count; i++)
        {
            var entry = incoming.At(i);
            if ((types is null || types.Contains(Adjacency.TypeOf(entry))) && !(loopsOnce && Adjacency.IsLoop(entry)) && held.Get(Adjacency.IdOf(entry)) is { } found)
            {
                yield return found;
            }
        }
    }

    private long Degree(Adjacency adjacency, int type, bool countLoops)
    {
        if (type < 0 && countLoops)
        {
            return adjacency.Live;
        }

        var degree = 0L;
        foreach (var entry in adjacency.Entries)
        {
            if ((type < 0 || Adjacency.TypeOf(entry) == type)
                && (countLoops || !Adjacency.IsLoop(entry))
                && (adjacency.IsExact || relationships.Get(Adjacency.IdOf(entry)) is not null))
            {
                degree++;
            }
        }

        return degree;
    }
}
