using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>The shortest walks between two different nodes: breadth first from both, always on the side with fewer nodes to leave, until the two meet.</summary>
/// <param name="demand">What each relationship has to be, from the first node on.</param>
/// <param name="most">The greatest length.</param>
/// <param name="isAll">Whether all of the shortest are wanted; else one.</param>
internal sealed class BidirectionalSearch(RelationshipDemand demand, int most, bool isAll)
{
    private const int BytesPerNode = 152;
    private readonly Direction backward = Expand.Reverse(demand.Direction);

    /// <summary>The walks, each from its first relationship to its last.</summary>
    /// <param name="start">The first node.</param>
    /// <param name="end">The last node, another one.</param>
    /// <param name="row">The row that the pattern is matched for.</param>
    /// <param name="context">The run.</param>
    public IEnumerable<GraphValue[]> Between(long start, long end, GraphValue[] row, RunContext context)
    {
        Side ahead = new(start, demand.Direction), behind = new(end, backward);
        try
        {
            var meeting = new List<long>();
            for (var length = 1; length <= most && meeting.Count == 0 && ahead.Frontier.Count > 0 && behind.Frontier.Count > 0; length++)
            {
                var (near, far) = ahead.Frontier.Count <= behind.Frontier.Count ? (ahead, behind) : (behind, ahead);
                Advance(near, row, context);
                meeting.AddRange(near.Frontier.Where(far.Reached.ContainsKey));
            }

            // All walks of the least length go through exactly one of the nodes where the sides met.
            foreach (var node in meeting)
            {
                foreach (var first in ahead.WalksTo(node, context))
                {
                    Array.Reverse(first);
                    foreach (var rest in behind.WalksTo(node, context))
                    {
                        yield return [.. first, .. rest];
                        if (!isAll)
                        {
                            yield break;
                        }
                    }
                }
            }
        }
        finally
        {
            context.Release(BytesPerNode * (long)(ahead.Reached.Count + behind.Reached.Count - 2));
        }
    }

    // Leaves every node of the frontier, so that all nodes of the next distance are known.
    private void Advance(Side side, GraphValue[] row, RunContext context)
    {
        side.Depth++;
        List<long> next = [];
        foreach (var node in side.Frontier)
        {
            foreach (var r in context.View.RelationshipsOf(node, side.Direction, demand.Types))
            {
                context.Tick();
                var other = r.StartId == node ? r.EndId : r.StartId;
                var known = side.Reached.TryGetValue(other, out var place);
                if ((known && (!isAll || place!.Depth != side.Depth)) || !demand.Fits(r, row, context))
                {
                    continue;
                }

                if (!known)
                {
                    context.Charge(BytesPerNode);
                    side.Reached.Add(other, place = new Place(side.Depth));
                    next.Add(other);
                }

                place!.From.Add((node, r));
            }
        }

        side.Frontier = next;
    }

    /// <summary>A node that was reached, and by what from where.</summary>
    private sealed record Place(int Depth)
    {
        public List<(long Node, Relationship By)> From { get; } = new(1);
    }

    /// <summary>What one of the two searches knows.</summary>
    private sealed class Side(long root, Direction direction)
    {
        public Direction Direction => direction;

        public Dictionary<long, Place> Reached { get; } = new() { [root] = new Place(0) };

        public List<long> Frontier { get; set; } = [root];

        public int Depth { get; set; }

        /// <summary>The walks from a node back to the root.</summary>
        public IEnumerable<Relationship[]> WalksTo(long node, RunContext context)
        {
            List<Relationship> walk = [];
            var open = new Stack<(long Node, int Next)>();
            open.Push((node, 0));
            while (open.TryPop(out var at))
            {
                context.Tick();
                var from = Reached[at.Node].From;
                if (at.Next < from.Count)
                {
                    open.Push((at.Node, at.Next + 1));
                    open.Push((from[at.Next].Node, 0));
                    walk.Add(from[at.Next].By);
                    continue;
                }

                if (from.Count == 0)
                {
                    yield return [.. walk];
                }

                if (walk.Count > 0)
                {
                    walk.RemoveAt(walk.Count - 1);
                }
            }
        }
    }
}
