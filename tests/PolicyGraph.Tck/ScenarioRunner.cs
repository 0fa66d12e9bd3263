using System.Text.RegularExpressions;
using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Semantics;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;

namespace PolicyGraph.Tck;

/// <summary>Runs one scenario on a store of its own.</summary>
internal sealed partial class ScenarioRunner : IDisposable
{
    private readonly GraphStore store = GraphStore.InMemory();
    private readonly ProcedureCatalog procedures = new();
    private readonly EmbeddedGraphDatabase database;
    private readonly string kit;
    private Dictionary<string, GraphValue> parameters = [];
    private GraphResult? result;
    private GraphException? error;
    private GraphCensus before = GraphCensus.Empty;
    private GraphCensus after = GraphCensus.Empty;

    private ScenarioRunner(string kit)
    {
        this.kit = kit;
        database = new EmbeddedGraphDatabase(store, procedures);
    }

    /// <summary>Null when it passed, else what went wrong.</summary>
    public static string? Run(Scenario scenario, string kit)
    {
        using var runner = new ScenarioRunner(kit);
        try
        {
            foreach (var step in scenario.Steps)
            {
                if (runner.Take(step) is { } failure)
                {
                    return failure;
                }
            }

            return null;
        }
        catch (GraphException e)
        {
            return $"{e.Class} {e.Detail}: {e.Message}";
        }
        catch (FormatException e)
        {
            return e.Message;
        }
    }

    public void Dispose() => store.Dispose();

    private string? Take(Step step)
    {
        var text = step.Text;
        if (text is "an empty graph" or "any graph")
        {
            return null;
        }

        if (NamedGraph().Match(text) is { Success: true } named)
        {
            var name = named.Groups[1].Value;
            foreach (var statement in CypherScript.Split(File.ReadAllText(System.IO.Path.Combine(kit, "graphs", name, name + ".cypher"))))
            {
                Execute(statement);
            }

            return null;
        }

        if (text.StartsWith("having executed", StringComparison.Ordinal) || text.StartsWith("after having executed", StringComparison.Ordinal))
        {
            Execute(step.DocString ?? string.Empty);
            return null;
        }

        if (text.StartsWith("parameter", StringComparison.Ordinal))
        {
            parameters = step.Table.ToDictionary(r => r[0], r => TckValues.Parse(r[1]));
            return null;
        }

        if (text.StartsWith("there exists a procedure", StringComparison.Ordinal))
        {
            procedures.Add(TckProcedures.Read(text, step.Table));
            return null;
        }

        if (text.StartsWith("executing", StringComparison.Ordinal))
        {
            return Ask(step.DocString ?? text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
        }

        return Check(text, step);
    }

    private GraphResult Execute(string statement) => database.ExecuteAsync(new GraphQuery(statement, parameters, GraphAccess.Write)).GetAwaiter().GetResult();

    private string? Ask(string query)
    {
        before = GraphCensus.Of(store.Snapshot());
        result = null;
        error = null;
        try
        {
            result = Execute(query);
        }
        catch (GraphException e)
        {
            error = e;
        }

        after = GraphCensus.Of(store.Snapshot());
        return null;
    }

    private string? Check(string text, Step step)
    {
        if (Raised().Match(text) is { Success: true } raised)
        {
            return CheckError(raised.Groups[1].Value, raised.Groups[2].Value, raised.Groups[3].Value);
        }

        if (error is not null)
        {
            return $"error {error.Class} {error.Detail}: {error.Message}";
        }

        if (text == "no side effects")
        {
            return CheckEffects([]);
        }

        if (text.StartsWith("the side effects should be", StringComparison.Ordinal))
        {
            return CheckEffects(step.Table.ToDictionary(r => r[0], r => long.Parse(r[1], System.Globalization.CultureInfo.InvariantCulture)));
        }

        if (text == "the result should be empty")
        {
            return result!.Rows.Count == 0 ? null : $"{result.Rows.Count} rows, none expected";
        }

        return text.StartsWith("the result should be", StringComparison.Ordinal)
            ? CheckRows(step.Table, inOrder: text.Contains("in order", StringComparison.Ordinal), text.Contains("ignoring element order", StringComparison.Ordinal))
            : $"step not understood: {text}";
    }

    private string? CheckRows(IReadOnlyList<IReadOnlyList<string>> table, bool inOrder, bool ignoreListOrder)
    {
        // A step that checks comes after a query that did not fail.
        var columns = result!.Columns;
        if (!columns.SequenceEqual(table[0]))
        {
            return $"columns {string.Join(" | ", columns)}, expected {string.Join(" | ", table[0])}";
        }

        var came = result.Rows.Select(r => string.Join(" | ", r.Select(v => TckValues.Write(v, ignoreListOrder)))).ToList();
        var wanted = table.Skip(1).Select(r => string.Join(" | ", r.Select(c => TckValues.Normalize(c, ignoreListOrder)))).ToList();
        if (!inOrder)
        {
            came.Sort(StringComparer.Ordinal);
            wanted.Sort(StringComparer.Ordinal);
        }

        return came.SequenceEqual(wanted) ? null : $"rows\n    {string.Join("\n    ", came.Take(8))}\n  expected\n    {string.Join("\n    ", wanted.Take(8))}";
    }

    private string? CheckError(string kind, string phase, string detail)
    {
        if (error is null)
        {
            return $"no error; expected {kind} at {phase}: {detail}";
        }

        var detailFits = detail == "*" || detail == error.Detail;
        var phaseFits = phase == "any time" || phase == error.Phase;
        var fits = detailFits && phaseFits && KindFits(kind, error) && after.SameAs(before);
        return fits ? null : $"error {error.Code} {error.Class} at {error.Phase}: {error.Detail} ({error.Message}); expected {kind} at {phase}: {detail}";
    }

    // The kit's kinds are older than some of Neo4j's codes.
    private static bool KindFits(string kind, GraphException error) => kind switch
    {
        "ConstraintVerificationFailed" => error.Class == GraphErrorClass.Constraint,
        "ProcedureError" => error.Code.Contains(".Procedure.", StringComparison.Ordinal),
        "TypeError" => error.Class == GraphErrorClass.Type,
        _ => error.Code.EndsWith("." + kind, StringComparison.Ordinal),
    };

    private string? CheckEffects(Dictionary<string, long> expected)
    {
        var actual = after.Since(before);
        return actual.Count == expected.Count && actual.All(e => expected.TryGetValue(e.Key, out var n) && n == e.Value)
            ? null
            : $"side effects {string.Join(", ", actual.Select(e => e.Key + e.Value))}; expected {string.Join(", ", expected.Select(e => e.Key + e.Value))}";
    }

    [GeneratedRegex("^the (binary-tree-[12]) graph$")]
    private static partial Regex NamedGraph();

    [GeneratedRegex(@"^an? (\w+) should be raised at (compile time|runtime|any time): (\S+)$")]
    private static partial Regex Raised();
}
