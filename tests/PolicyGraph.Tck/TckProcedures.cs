using System.Text.RegularExpressions;
using PolicyGraph.Cypher.Execution;
using PolicyGraph.Cypher.Semantics;
using PolicyGraph.Graph;

namespace PolicyGraph.Tck;

/// <summary>The procedures that scenarios bring along: a table that is looked up by its arguments.</summary>
internal static partial class TckProcedures
{
    public static Procedure Read(string step, IReadOnlyList<IReadOnlyList<string>> table)
    {
        var match = Signature().Match(step);
        if (!match.Success)
        {
            throw new FormatException($"signature not understood: {step}");
        }

        var inputs = Fields(match.Groups[2].Value);
        var outputs = Fields(match.Groups[3].Value);
        var rows = table.Skip(1).Select(r => r.Select(TckValues.Parse).ToArray()).ToList();
        return new Procedure(match.Groups[1].Value, inputs, outputs, (arguments, _) => rows
            .Where(r => arguments.Select((a, i) => ValueComparison.Equivalence.Equals(a, r[i])).All(same => same))
            .Select(r => r[inputs.Count..]));
    }

    private static List<ProcedureField> Fields(string text) => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(f => f.Split("::", StringSplitOptions.TrimEntries)).Select(f => new ProcedureField(f[0], f[1].TrimEnd('?') switch
    {
        "INTEGER" => ValueKinds.Integer,
        "FLOAT" => ValueKinds.Float,
        "NUMBER" => ValueKinds.Number,
        "STRING" => ValueKinds.String,
        _ => ValueKinds.Any,
    }))];

    [GeneratedRegex(@"there exists a procedure ([\w.]+)\((.*?)\) :: \((.*?)\) ?:?$")]
    private static partial Regex Signature();
}
