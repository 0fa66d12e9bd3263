using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion.Storage;

namespace PolicyGraph.Api.Hosting;

/// <summary>The data folder of one call: the graph, the originals and the journal. The place where the parts are put together.</summary>
public sealed class Workspace : IAsyncDisposable
{
    private readonly GraphStore store;

    private Workspace(string folder, GraphStore store)
    {
        Folder = folder;
        this.store = store;
        Graph = new EmbeddedGraphDatabase(store);
        Originals = new Originals(System.IO.Path.Combine(folder, "originals"));
        Journal = new Journal(System.IO.Path.Combine(folder, "journal.jsonl"));
    }

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>The graph.</summary>
    public IGraphDatabase Graph { get; }

    /// <summary>The bytes of what was ingested.</summary>
    public Originals Originals { get; }

    /// <summary>What was done.</summary>
    public Journal Journal { get; }

    /// <summary>Opens the data folder.</summary>
    /// <param name="data">The data folder; made when it is missing and <paramref name="access"/> is write.</param>
    /// <param name="graph">Where the graph is, as <c>--graph</c> takes it; null for the embedded one in <paramref name="data"/>.</param>
    /// <param name="access">Write takes the folder's lock for as long as the workspace is open.</param>
    /// <exception cref="RequestException"><c>--graph</c> names something that this version cannot open.</exception>
    /// <exception cref="GraphStoreException">The store is locked, damaged, or of a newer version.</exception>
    public static Workspace Open(string data, string? graph, GraphAccess access)
    {
        ArgumentNullException.ThrowIfNull(data);
        var folder = graph switch
        {
            null or "" => System.IO.Path.Combine(data, "graph"),
            var embedded when embedded.StartsWith("embedded:", StringComparison.Ordinal) => System.IO.Path.Combine(embedded["embedded:".Length..], "graph"),
            var other => throw new RequestException($"--graph {other}：本版本只有内嵌图，请写作 embedded:DIR（Neo4j 服务器尚未提供）"),
        };
        if (File.Exists(data))
        {
            throw new RequestException($"--data {data} 是文件，应为文件夹");
        }

        return new Workspace(data, GraphStore.Open(folder, new GraphStoreOptions { ReadOnly = access == GraphAccess.Read }));
    }

    /// <summary>A graph in memory laid over the stored one: for answers about what was not ingested. Nothing of it is kept.</summary>
    public IGraphDatabase Overlay() => new EmbeddedGraphDatabase(store.Fork());

    /// <summary>Follows what other processes committed since the folder was opened or last looked at.</summary>
    /// <exception cref="GraphStoreException">The store is damaged or cannot be read; the last state is kept.</exception>
    public void Refresh() => store.Refresh();

    /// <summary>What the store wants people to know, such as a torn tail that was cut.</summary>
    public IReadOnlyList<string> Warnings => store.Warnings;

    /// <summary>Notes a write that a person made.</summary>
    public void JournalWrite(string statement, IReadOnlyDictionary<string, GraphValue> parameters) =>
        Journal.Append(new JournalEntry
        {
            Kind = "write",
            At = TimeProvider.System.GetUtcNow(),
            Statement = statement,
            Parameters = Json.JsonText.ToText(json => Json.GraphValueJson.Write(json, new MapValue(parameters))),
        });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Graph.DisposeAsync();
        store.Dispose();
    }
}
