using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>What was walked in one go.</summary>
/// <param name="End">The node that was reached.</param>
/// <param name="Relationships">What was walked, in the order of the pattern.</param>
/// <param name="Values">The variables of a repeated part for this one turn; none for a plain relationship.</param>
internal readonly record struct StepTaken(long End, Relationship[] Relationships, GraphValue[] Values);

/// <summary>A part of a path that can be walked again and again, from either end.</summary>
internal abstract class PathStep
{
    /// <summary>How many relationships it walks.</summary>
    public abstract int Length { get; }

    /// <summary>Every way to take the step from a node.</summary>
    /// <param name="node">Where to begin.</param>
    /// <param name="isBackward">Whether from the pattern's right to its left.</param>
    /// <param name="row">The row that the pattern is matched for.</param>
    /// <param name="context">The run.</param>
    public abstract IEnumerable<StepTaken> Take(long node, bool isBackward, GraphValue[] row, RunContext context);
}

/// <summary>One relationship.</summary>
/// <param name="demand">What it has to be, from the pattern's left.</param>
/// <param name="only">Slot of the relationship that it has to be, where that is known already; negative for any.</param>
internal sealed class RelationshipStep(RelationshipDemand demand, int only) : PathStep
{
    private readonly Direction backward = Expand.Reverse(demand.Direction);

    public override int Length => 1;

    /// <summary>What the relationship has to be, from the pattern's left; null where only one can be it.</summary>
    public RelationshipDemand? Demand => only < 0 ? demand : null;

    public override IEnumerable<StepTaken> Take(long node, bool isBackward, GraphValue[] row, RunContext context)
    {
        foreach (var r in context.View.RelationshipsOf(node, isBackward ? backward : demand.Direction, demand.Types))
        {
            context.Tick();
            if ((only < 0 || (row[only] as Relationship)?.Id == r.Id) && demand.Fits(r, row, context))
            {
                yield return new StepTaken(r.StartId == node ? r.EndId : r.StartId, [r], []);
            }
        }
    }
}

/// <summary>One turn of a parenthesised part.</summary>
/// <param name="Forward">Finds it from its left end.</param>
/// <param name="Backward">Finds it from its right end.</param>
internal sealed record QuantifiedPlans(QuantifiedPlan Forward, QuantifiedPlan Backward);

/// <summary>A plan for one turn, begun at one of its ends.</summary>
/// <param name="Root">The plan.</param>
/// <param name="Enter">Slot of the node that it is begun at.</param>
/// <param name="Exit">Slot of the node at its other end.</param>
/// <param name="Relationships">Slots of its relationships, in the order of the pattern.</param>
/// <param name="Variables">Slots of its variables, in the order in which they were declared.</param>
internal sealed record QuantifiedPlan(PlanOperator Root, int Enter, int Exit, int[] Relationships, int[] Variables);

/// <summary>One turn of a parenthesised part, each found by a plan of its own.</summary>
internal sealed class QuantifiedStep(QuantifiedPlans plans) : PathStep
{
    public override int Length => plans.Forward.Relationships.Length;

    /// <summary>The plan that is run for one turn.</summary>
    public PlanOperator Plan(bool isBackward) => (isBackward ? plans.Backward : plans.Forward).Root;

    public override IEnumerable<StepTaken> Take(long node, bool isBackward, GraphValue[] row, RunContext context)
    {
        var plan = isBackward ? plans.Backward : plans.Forward;
        var begin = (GraphValue[])row.Clone();
        begin[plan.Enter] = context.NodeOf(node);
        foreach (var found in plan.Root.Run(context, begin))
        {
            context.Tick();
            var relationships = new Relationship[plan.Relationships.Length];
            for (var i = 0; i < relationships.Length; i++)
            {
                relationships[i] = (Relationship)found[plan.Relationships[i]];
            }

            var values = new GraphValue[plan.Variables.Length];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = found[plan.Variables[i]];
            }

            yield return new StepTaken(((Node)found[plan.Exit]).Id, relationships, values);
        }
    }
}
