using PolicyGraph.Cypher.Semantics;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>For each row the rows of a procedure; one without columns lets each row pass.</summary>
internal sealed class ProcedureCall(PlanOperator source, Procedure procedure, Evaluation[] arguments, int[] slots, int[] fields) : PlanOperator(source)
{
    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument)
    {
        foreach (var row in Input(context, argument))
        {
            var results = procedure.Run([.. arguments.Select(a => a(row, context))], context);
            if (procedure.Outputs.Count == 0)
            {
                foreach (var _ in results)
                {
                    context.Tick();
                }

                yield return row;
                continue;
            }

            foreach (var result in results)
            {
                context.Tick();
                var next = Copy(row);
                for (var i = 0; i < slots.Length; i++)
                {
                    next[slots[i]] = result[fields[i]];
                }

                yield return next;
            }
        }
    }
}
