using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>Finds the walks of a path pattern from one node by rising length, no relationship twice.</summary>
/// <remarks>
/// A state is a node and a place in the pattern: which leg, how many turns of it. First the distance of states from the start is found, breadth first and
/// without a thought for repeated relationships; then walks are drawn from the target back to the start, those first that can still become the shortest.
/// The distances never overestimate, so that walks come by rising length.
/// </remarks>
internal sealed class TrailSearch
{
    private readonly PathLeg[] legs;
    private readonly PathJunction[] junctions;
    private readonly int[] offsets;
    private readonly bool isReversed;
    private readonly GraphValue[] row;
    private readonly GraphValue[] scratch;
    private readonly RunContext context;
    private readonly int longest;
    private readonly long start;
    private readonly Dictionary<(int Position, long Node), int> distances = [];
    private readonly List<List<(int Position, long Node)>?> levels = [];
    private readonly List<long> targets = [];
    private long held;

    public TrailSearch(PathSelection selection, bool isReversed, long start, GraphValue[] row, RunContext context)
    {
        legs = [.. isReversed ? selection.Legs.Reverse() : selection.Legs];
        junctions = [.. isReversed ? selection.Junctions.Reverse() : selection.Junctions];
        this.isReversed = isReversed;
        this.start = start;
        this.row = row;
        this.context = context;
        scratch = (GraphValue[])row.Clone();
        longest = int.MaxValue;
        if (legs is [{ Most: < int.MaxValue } only])
        {
            // Of a single leg the number of turns follows from the length, so that states need not count them.
            longest = (int)Math.Min(int.MaxValue, (long)only.Most * only.Step.Length);
            legs = [only with { Most = int.MaxValue }];
        }

        offsets = new int[legs.Length + 1];
        for (var i = 0; i < legs.Length; i++)
        {
            offsets[i + 1] = checked(offsets[i] + Cap(legs[i]) + 1);
        }

        Reach(0, start, 0);
    }

    /// <summary>The lengths up to which distances are known.</summary>
    public int Explored { get; private set; }

    /// <summary>Whether nothing is left to look at.</summary>
    public bool IsComplete => Explored >= levels.Count || Explored >= longest;

    /// <summary>The nodes at which the pattern can end, the nearest first.</summary>
    public IReadOnlyList<long> Targets => targets;

    private int Accept => offsets[^1];

    /// <summary>Finds all distances up to a length.</summary>
    public void Explore(int length)
    {
        while (Explored < length && !IsComplete)
        {
            foreach (var (position, node) in levels[Explored] ?? [])
            {
                if (distances[(position, node)] == Explored && position != Accept)
                {
                    Leave(position, node);
                }
            }

            levels[Explored++] = null;
        }
    }

    /// <summary>Finds distances until one node can be an end.</summary>
    public bool ExploreTo(long target)
    {
        while (!distances.ContainsKey((Accept, target)) && !IsComplete)
        {
            Explore(Explored + 1);
        }

        Explore(distances.GetValueOrDefault((Accept, target)));
        return distances.ContainsKey((Accept, target));
    }

    /// <summary>The walks to a node by rising length, none longer than <paramref name="upTo"/>, which has to be explored.</summary>
    public IEnumerable<Trail> Trails(long target, int upTo)
    {
        if (!distances.TryGetValue((Accept, target), out var least))
        {
            yield break;
        }

        long bytes = 0;
        List<Stack<Trail>?> open = [];
        Push(new Trail(null, Accept, target, null, 0));
        try
        {
            for (var length = least; length <= Math.Min(upTo, longest) && length - least < open.Count; length++)
            {
                while (open[length - least] is { Count: > 0 } same)
                {
                    context.Tick();
                    var trail = same.Pop();
                    if (trail.Position == 0 && trail.Node == start)
                    {
                        yield return trail;
                    }

                    foreach (var before in Before(trail))
                    {
                        Push(before);
                    }
                }
            }
        }
        finally
        {
            context.Release(bytes);
        }

        void Push(Trail trail)
        {
            if (!distances.TryGetValue((trail.Position, trail.Node), out var rest))
            {
                return;
            }

            bytes += 112;
            context.Charge(112);
            var at = trail.Length + rest - least;
            while (open.Count <= at)
            {
                open.Add(null);
            }

            (open[at] ??= new Stack<Trail>()).Push(trail);
        }
    }

    /// <summary>Writes what a walk has found into a row.</summary>
    /// <returns>False when a variable would have to be two things.</returns>
    public bool Write(Trail trail, GraphValue[] next)
    {
        var taken = new List<StepTaken>[legs.Length];
        HashSet<int> written = [];
        for (var at = trail; at.Next is not null; at = at.Next)
        {
            var leg = LegOf(at.Position);
            var turns = taken[leg] ??= [];
            if (at.Taken is { } turn)
            {
                turns.Add(turn);
            }
            else if (leg < junctions.Length)
            {
                var slot = junctions[leg].Slot;
                if (!written.Add(slot) && (next[slot] as Node)?.Id != at.Node)
                {
                    return false;
                }

                next[slot] = context.NodeOf(at.Node);
            }
        }

        for (var i = 0; i < legs.Length; i++)
        {
            var turns = taken[i];
            if (isReversed)
            {
                turns.Reverse();
            }

            if (legs[i].IsList)
            {
                Turns.Write(turns, next, legs[i].Slot, legs[i].Groups);
            }
            else
            {
                next[legs[i].Slot] = turns[0].Relationships[0];
            }
        }

        return true;
    }

    /// <summary>Gives back the memory that the distances took.</summary>
    public void Release() => context.Release(held);

    private static bool IsOpen(PathLeg leg) => leg.Most == int.MaxValue;

    // Without an upper bound, turns are told apart only up to the lower one.
    private static int Cap(PathLeg leg) => IsOpen(leg) ? leg.Least : leg.Most;

    private int LegOf(int position)
    {
        var leg = Array.BinarySearch(offsets, position);
        return Math.Min(leg < 0 ? ~leg - 1 : leg, legs.Length - 1);
    }

    private void Reach(int position, long node, int distance)
    {
        if (distance > longest || (distances.TryGetValue((position, node), out var known) && known <= distance))
        {
            return;
        }

        held += 96;
        context.Charge(96);
        if (position == Accept && !distances.ContainsKey((position, node)))
        {
            targets.Add(node);
        }

        distances[(position, node)] = distance;
        while (levels.Count <= distance)
        {
            levels.Add(null);
        }

        (levels[distance] ??= []).Add((position, node));
        if (position == Accept)
        {
            return;
        }

        var leg = LegOf(position);
        if (position - offsets[leg] >= legs[leg].Least && (leg == junctions.Length || Passes(junctions[leg], node)))
        {
            Reach(offsets[leg + 1], node, distance);
        }
    }

    private void Leave(int position, long node)
    {
        var i = LegOf(position);
        var leg = legs[i];
        var turns = position - offsets[i];
        if (!IsOpen(leg) && turns >= leg.Most)
        {
            return;
        }

        var next = offsets[i] + Math.Min(turns + 1, Cap(leg));
        foreach (var taken in leg.Step.Take(node, isReversed, row, context))
        {
            Reach(next, taken.End, Explored + taken.Relationships.Length);
        }
    }

    private bool Passes(PathJunction junction, long node)
    {
        if (junction.IsKnown)
        {
            return (row[junction.Slot] as Node)?.Id == node && (junction.Check is null || Operators.AsTruth(junction.Check(row, context)) == true);
        }

        if (junction.Check is null)
        {
            return true;
        }

        scratch[junction.Slot] = context.NodeOf(node);
        return Operators.AsTruth(junction.Check(scratch, context)) == true;
    }

    private IEnumerable<Trail> Before(Trail trail)
    {
        var i = trail.Position == Accept ? legs.Length : LegOf(trail.Position);
        var turns = trail.Position - offsets[i];
        if (turns == 0 && i > 0 && (i == legs.Length || Passes(junctions[i - 1], trail.Node)))
        {
            for (var count = legs[i - 1].Least; count <= Cap(legs[i - 1]); count++)
            {
                yield return new Trail(trail, offsets[i - 1] + count, trail.Node, null, trail.Length);
            }
        }

        if (i == legs.Length)
        {
            yield break;
        }

        var leg = legs[i];
        var stays = IsOpen(leg) && turns == Cap(leg);
        if (!stays && turns == 0)
        {
            yield break;
        }

        foreach (var taken in leg.Step.Take(trail.Node, !isReversed, row, context))
        {
            if (trail.Walks(taken.Relationships))
            {
                continue;
            }

            var length = trail.Length + taken.Relationships.Length;
            if (stays)
            {
                yield return new Trail(trail, trail.Position, taken.End, taken, length);
            }

            if (turns > 0)
            {
                yield return new Trail(trail, trail.Position - 1, taken.End, taken, length);
            }
        }
    }
}

/// <summary>A walk from a state to the target, as the first of its links.</summary>
/// <param name="Next">The rest; null at the target.</param>
/// <param name="Position">The place in the pattern.</param>
/// <param name="Node">The node.</param>
/// <param name="Taken">What leads on to the next; null where only the place changes.</param>
/// <param name="Length">Relationships from here to the target.</param>
internal sealed record Trail(Trail? Next, int Position, long Node, StepTaken? Taken, int Length)
{
    /// <summary>Whether one of these relationships is walked already.</summary>
    public bool Walks(Relationship[] relationships)
    {
        for (var at = this; at is not null; at = at.Next)
        {
            foreach (var walked in at.Taken?.Relationships ?? [])
            {
                if (Array.Exists(relationships, r => r.Id == walked.Id))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
