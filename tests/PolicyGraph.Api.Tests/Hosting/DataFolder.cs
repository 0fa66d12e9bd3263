using System.Globalization;
using System.Runtime.CompilerServices;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ontology;
using Path = System.IO.Path;

namespace PolicyGraph.Api.Tests.Hosting;

/// <summary>A data folder beside a folder of files, worked on as the commands do.</summary>
internal sealed class DataFolder : IDisposable
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(30);

    private readonly string root = Directory.CreateTempSubdirectory("policygraph-test-").FullName;

    static DataFolder()
    {
        if (!Directory.Exists(Path.Combine(AppContext.BaseDirectory, "ontology", "schema")))
        {
            Environment.SetEnvironmentVariable("POLICYGRAPH_ONTOLOGY", Path.Combine(Repository, "ontology"));
        }

        Ontology = new PolicyOntology(OntologyFolder.Read());
    }

    public static PolicyOntology Ontology { get; }

    public static string Repository { get; } = FindRepository();

    public string Data => Path.Combine(root, "data");

    public string Files => Path.Combine(root, "files");

    public void Write(string name, string text)
    {
        var path = Path.Combine(Files, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // below the folder of files
        File.WriteAllText(path, text);
    }

    public Task<IngestionReport> IngestAsync(string name) => InTurnAsync(turn => turn.Pipeline(Ontology).IngestAsync(IngestionPlan.Of(Path.Combine(Files, name)), null, default));

    public Task<IReadOnlyList<string>> RemoveAsync(string id) => InTurnAsync(turn => turn.Pipeline(Ontology).RemoveAsync(id, default));

    public Task<GraphResult> WriteAsync(string statement, params (string Name, GraphValue Value)[] parameters) =>
        InTurnAsync(turn => turn.Journalled.ExecuteAsync(new GraphQuery(statement, parameters.ToDictionary(p => p.Name, p => p.Value), GraphAccess.Write)));

    public Task<RebuildReport> RebuildAsync() => Workspace.RebuildAsync(Data, null, Ontology, "test", Wait, null, default);

    public async Task<T> InTurnAsync<T>(Func<WriteTurn, Task<T>> work)
    {
        await using var workspace = Workspace.Open(Data, null, GraphAccess.Write);
        await using var turn = await workspace.BeginWriteAsync("test", Wait, default);
        return await work(turn);
    }

    public async Task<IReadOnlyList<IReadOnlyList<GraphValue>>> RowsAsync(string query)
    {
        await using var workspace = Workspace.Open(Data, null, GraphAccess.Read);
        return (await workspace.Graph.ExecuteAsync(new GraphQuery(query) { Limits = GraphLimits.None })).Rows;
    }

    /// <summary>Every node and relationship, those of the ontology alone left out, as sorted lines without ids.</summary>
    public async Task<IReadOnlyList<string>> GraphAsync()
    {
        var nodes = await RowsAsync("MATCH (n) WHERE n.ontology IS NULL RETURN labels(n), properties(n)");
        var relationships = await RowsAsync("MATCH (a)-[r]->(b) WHERE r.ontology IS NULL RETURN coalesce(a.id, a.text), type(r), properties(r), coalesce(b.id, b.text)");
        var ontology = await RowsAsync("MATCH (n) WHERE n.ontology IS NOT NULL RETURN n.id, properties(n)");
        return [.. nodes.Concat(relationships).Concat(ontology).Select(row => string.Join(" ", row.Select(Text))).Order(StringComparer.Ordinal)];
    }

    /// <summary>Keeps the graph as it is now, and gives back what puts it there again: the state of a process that ended after the journal and before the commit.</summary>
    public Action KeepGraph()
    {
        var kept = Path.Combine(root, "kept");
        Copy(Path.Combine(Data, "graph"), kept);
        return () =>
        {
            Directory.Delete(Path.Combine(Data, "graph"), recursive: true);
            Directory.Move(kept, Path.Combine(Data, "graph"));
        };
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static void Copy(string from, string to)
    {
        if (Directory.Exists(to))
        {
            Directory.Delete(to, recursive: true);
        }

        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    private static string Text(GraphValue value) => value switch
    {
        MapValue map => "{" + string.Join(", ", map.Entries.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key}: {Text(e.Value)}")) + "}",
        ListValue list => "[" + string.Join(", ", list.Values.Select(Text)) + "]",
        StringValue text => "'" + text.Value + "'",
        IntegerValue number => number.Value.ToString(CultureInfo.InvariantCulture),
        FloatValue number => number.Value.ToString("R", CultureInfo.InvariantCulture) + "f",
        BooleanValue truth => truth.Value ? "true" : "false",
        _ => value.ToString() ?? "null",
    };

    private static string FindRepository([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..")); // This file has a folder.
}
