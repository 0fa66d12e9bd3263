using System.Globalization;
using System.Text.Json;
using PolicyGraph.Cypher;
using PolicyGraph.Graph;

namespace PolicyGraph.Neo4j.Tests.Conformance;

/// <summary>One scenario on one store, inside a transaction that is taken back: the store is as it was.</summary>
internal static class ScenarioRun
{
    /// <summary>Runs it.</summary>
    /// <returns>What is not as the scenario says; null where all is.</returns>
    public static async Task<string?> FaultAsync(IGraphDatabase store, ConformanceScenario scenario)
    {
        await using var transaction = await store.BeginTransactionAsync(GraphAccess.Write);
        foreach (var statement in CypherScript.Split(scenario.Graph))
        {
            await transaction.RunAsync(new GraphQuery(statement, null, GraphAccess.Write));
        }

        try
        {
            var result = await transaction.RunAsync(new GraphQuery(scenario.Query, scenario.Parameters, GraphAccess.Write));
            if (scenario.Error is not null)
            {
                return $"no error came, {scenario.Error} was expected";
            }

            var counters = JsonSerializer.SerializeToElement(result.Statistics).EnumerateObject().ToDictionary(c => c.Name, c => c.Value, StringComparer.OrdinalIgnoreCase);
            var wrong = scenario.Counters.Where(c => counters[c.Key].GetInt64() != c.Value).Select(c => $"{c.Key} {counters[c.Key]} instead of {c.Value.ToString(CultureInfo.InvariantCulture)}").ToList();
            if (wrong.Count > 0)
            {
                return string.Join(", ", wrong);
            }

            return RowFault(scenario, scenario.Then is null ? result : await transaction.RunAsync(new GraphQuery(scenario.Then)));
        }
        catch (GraphException error)
        {
            var came = error.Class.ToString().ToLowerInvariant();
            return came == scenario.Error ? null : $"{came} ({error.Code}: {error.Message}), expected {scenario.Error ?? "rows"}";
        }
    }

    private static string? RowFault(ConformanceScenario scenario, GraphResult result)
    {
        if (scenario.Count is { } count)
        {
            return result.Rows.Count == count ? null : $"{result.Rows.Count.ToString(CultureInfo.InvariantCulture)} rows instead of {count.ToString(CultureInfo.InvariantCulture)}";
        }

        var came = result.Rows.Select(r => string.Join(" | ", r.Select(v => Write(v, !scenario.IsConstruct)))).ToList();
        var expected = (scenario.Rows ?? throw new FormatException($"{scenario.Name} expects nothing")).Skip(1).ToList();
        if (!scenario.InOrder)
        {
            came.Sort(StringComparer.Ordinal);
            expected.Sort(StringComparer.Ordinal);
        }

        var columns = string.Join(" | ", result.Columns);
        return columns == scenario.Rows[0] && came.SequenceEqual(expected)
            ? null
            : $"came\n  {string.Join("\n  ", came.Prepend(columns))}\nexpected\n  {string.Join("\n  ", expected.Prepend(scenario.Rows[0]))}";
    }

    private static string Write(GraphValue value, bool byId) => value switch
    {
        NullValue => "null",
        BooleanValue b => b.Value ? "true" : "false",
        IntegerValue i => i.Value.ToString(CultureInfo.InvariantCulture),
        FloatValue f => f.Value.ToString("0.0###############", CultureInfo.InvariantCulture),
        StringValue s => $"'{s.Value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}'",
        ListValue l => $"[{string.Join(", ", l.Values.Select(v => Write(v, byId)))}]",
        MapValue m => Properties(m.Entries, byId),
        Node n => $"(:{string.Join(':', n.Labels.Order(StringComparer.Ordinal))} {(byId ? n.Properties["id"].AsString() : Properties(n.Properties, byId))})",
        Relationship r => byId ? $"[:{r.Type}]" : $"[:{r.Type} {Properties(r.Properties, byId)}]",
        _ => value.ToString() ?? string.Empty,
    };

    private static string Properties(IReadOnlyDictionary<string, GraphValue> properties, bool byId) =>
        $"{{{string.Join(", ", properties.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}: {Write(p.Value, byId)}"))}}}";
}
