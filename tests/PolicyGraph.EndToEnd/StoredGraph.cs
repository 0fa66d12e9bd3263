using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ontology;
using Path = System.IO.Path;

namespace PolicyGraph.EndToEnd;

/// <summary>A data folder opened by the tests themselves: what a process left behind, without starting another.</summary>
internal static class StoredGraph
{
    private static readonly Lazy<PolicyOntology> Ontology = new(() => new PolicyOntology(OntologyFolder.Read()));

    /// <summary>Every node and relationship as a sorted line without its id.</summary>
    public static async Task<IReadOnlyList<string>> LinesAsync(string data)
    {
        var nodes = await RowsAsync(data, "MATCH (n) RETURN labels(n), properties(n)");
        var relationships = await RowsAsync(data, "MATCH (a)-[r]->(b) RETURN coalesce(a.id, a.text), type(r), properties(r), coalesce(b.id, b.text)");
        return [.. nodes.Concat(relationships).Select(row => string.Join(' ', row.Select(v => JsonText.ToText(json => GraphValueJson.Write(json, Sorted(v)))))).Order(StringComparer.Ordinal)];
    }

    public static async Task<IReadOnlyList<IReadOnlyList<GraphValue>>> RowsAsync(string data, string query)
    {
        await using var workspace = Workspace.Open(data, null, GraphAccess.Read);
        return (await workspace.Graph.ExecuteAsync(new GraphQuery(query) { Limits = GraphLimits.None })).Rows;
    }

    public static Task<IngestionReport> IngestAsync(string data, string path) => InTurnAsync(data, turn => turn.Pipeline(Ontology.Value).IngestAsync(IngestionPlan.Of(path), null, default));

    public static Task<IReadOnlyList<string>> RemoveAsync(string data, string id) => InTurnAsync(data, turn => turn.Pipeline(Ontology.Value).RemoveAsync(id, default));

    public static Task<RebuildReport> RebuildAsync(string data) => Workspace.RebuildAsync(data, null, Ontology.Value, "test", TimeSpan.FromSeconds(30), null, default);

    public static Task<int> JournalLengthAsync(string data) => InTurnAsync(data, turn => Task.FromResult(turn.Journal.Read().Count));

    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!); // below the folder
            File.Copy(file, target);
        }
    }

    private static async Task<T> InTurnAsync<T>(string data, Func<WriteTurn, Task<T>> work)
    {
        await using var workspace = Workspace.Open(data, null, GraphAccess.Write);
        await using var turn = await workspace.BeginWriteAsync("test", TimeSpan.FromSeconds(30), default);
        return await work(turn);
    }

    private static GraphValue Sorted(GraphValue value) => value is MapValue map ? new MapValue(new SortedDictionary<string, GraphValue>(map.Entries.ToDictionary(), StringComparer.Ordinal)) : value;
}
