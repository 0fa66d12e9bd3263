using System.Text.Json;
using PolicyGraph.Graph;

namespace PolicyGraph.Neo4j;

/// <summary>Columns, rows and counters of an answer.</summary>
internal static class Answer
{
    public static GraphResult Read(JsonElement answer)
    {
        var data = answer.GetProperty("data");
        return new GraphResult(
            [.. data.GetProperty("fields").EnumerateArray().Select(f => f.GetString() ?? string.Empty)],
            [.. data.GetProperty("values").EnumerateArray().Select(r => (IReadOnlyList<GraphValue>)[.. r.EnumerateArray().Select(TypedValueReader.Read)])],
            answer.TryGetProperty("counters", out var counters) ? Counters(counters) : GraphStatistics.None);
    }

    private static GraphStatistics Counters(JsonElement counters)
    {
        long Counter(string name) => counters.GetProperty(name).GetInt64();
        return new GraphStatistics(
            Counter("nodesCreated"), Counter("nodesDeleted"), Counter("relationshipsCreated"), Counter("relationshipsDeleted"), Counter("propertiesSet"), Counter("labelsAdded"), Counter("labelsRemoved"),
            Counter("indexesAdded"), Counter("indexesRemoved"), Counter("constraintsAdded"), Counter("constraintsRemoved"));
    }
}
