using PolicyGraph.Cypher.Execution;
using PolicyGraph.Cypher.Semantics;
using PolicyGraph.Cypher.Syntax;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Planning;

/// <summary>CALL of a procedure, alone or among other clauses.</summary>
internal sealed partial class StatementPlanner
{
    private (PlanOperator Root, IReadOnlyList<Binding> Columns) PlanStandaloneCall(CallClause call, Scope scope, PlanOperator source)
    {
        var procedure = FindProcedure(call);
        var arguments = call.Arguments is null ? ImplicitArguments(call, procedure) : CompileArguments(call, procedure, scope);
        List<YieldItem> items = [.. call.YieldsAll || call.Yield is null ? procedure.Outputs.Select(o => new YieldItem(call.Span, o.Name, new Identifier(o.Name, call.Span))) : call.Yield];
        return PlanYield(call, procedure, arguments, items, scope, source);
    }

    private PlanOperator PlanCall(CallClause call, Scope scope, PlanOperator source)
    {
        var procedure = FindProcedure(call);
        if (call.Arguments is null)
        {
            throw CypherFault.Semantic(text, call.NameSpan, "InvalidArgumentPassingMode", $"在查询中调用 {procedure.Name} 时要写出括号和参数。");
        }

        if (call.YieldsAll || (call.Yield is null && procedure.Outputs.Count > 0))
        {
            throw CypherFault.Semantic(text, call.Span, call.YieldsAll ? "UnexpectedSyntax" : "UndefinedVariable", "在查询中调用过程时要用 YIELD 写出需要的结果字段。", $"YIELD {string.Join(", ", procedure.Outputs.Select(o => o.Name))}");
        }

        return PlanYield(call, procedure, CompileArguments(call, procedure, scope), call.Yield ?? [], scope, source).Root;
    }

    private Procedure FindProcedure(CallClause call) => procedures.Find(call.Name) ?? throw CypherFault.Semantic(
        text, call.NameSpan, "ProcedureNotFound", $"没有名为 {call.Name} 的过程。", Spelling.Nearest(call.Name, procedures.Names), "Neo.ClientError.Procedure.ProcedureNotFound");

    private Evaluation[] ImplicitArguments(CallClause call, Procedure procedure) => [.. procedure.Inputs.Select(input =>
    {
        Parameters.TryAdd(input.Name, call.NameSpan);
        var name = input.Name;
        return (Evaluation)((_, context) => context.Parameters[name]);
    })];

    private Evaluation[] CompileArguments(CallClause call, Procedure procedure, Scope scope)
    {
        // The caller asks only where arguments were written.
        var arguments = call.Arguments!;
        if (arguments.Count != procedure.Inputs.Count)
        {
            throw CypherFault.Semantic(text, call.Span, "InvalidNumberOfArguments", $"过程 {procedure.Name} 需要 {procedure.Inputs.Count} 个参数，这里有 {arguments.Count} 个。");
        }

        var result = new Evaluation[arguments.Count];
        for (var i = 0; i < result.Length; i++)
        {
            var compiled = Expressions.Compile(arguments[i], new Frame(scope));
            var wanted = procedure.Inputs[i].Kinds;
            Expressions.RequireKind(compiled.Shape, wanted.HasFlag(ValueKinds.Float) ? wanted | ValueKinds.Number : wanted, arguments[i], $"过程 {procedure.Name} 的第 {i + 1} 个参数");
            result[i] = compiled.Evaluate;
        }

        return result;
    }

    private (PlanOperator Root, IReadOnlyList<Binding> Columns) PlanYield(CallClause call, Procedure procedure, Evaluation[] arguments, IReadOnlyList<YieldItem> items, Scope scope, PlanOperator source)
    {
        List<Binding> columns = [];
        List<int> fields = [];
        foreach (var item in items)
        {
            var field = procedure.Outputs.ToList().FindIndex(o => o.Name == item.Field);
            if (field < 0)
            {
                throw CypherFault.Semantic(text, item.Span, "UndefinedVariable", $"过程 {procedure.Name} 没有结果字段 {item.Field}。", Spelling.Nearest(item.Field, procedure.Outputs.Select(o => o.Name)));
            }

            columns.Add(Declare(item.Variable, new ValueShape(procedure.Outputs[field].Kinds), scope));
            fields.Add(field);
        }

        PlanOperator root = new ProcedureCall(call.IsOptional ? new Argument() : source, procedure, arguments, [.. columns.Select(c => c.Slot)], [.. fields]) { Details = procedure.Name };
        root = call.Where is null ? root : new Filter(root, Expressions.CompileCondition(call.Where, new Frame(scope)));
        return (call.IsOptional ? new OptionalApply(source, root, [.. columns.Select(c => c.Slot)]) : root, columns);
    }
}
