using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Storage;
using PolicyGraph.Ontology;

namespace PolicyGraph.Api.Hosting;

/// <summary>A data folder: the graph, the originals and the journal. The place where the parts are put together.</summary>
/// <remarks>
/// Opening takes no lock and makes no file, and reading never waits. Whoever writes begins a turn (<see cref="BeginWriteAsync"/>): a command for its whole run, a server for one
/// request. A workspace that stays open sees what others committed once it is refreshed.
/// </remarks>
public sealed class Workspace : IAsyncDisposable
{
    private readonly GraphStore store;

    private Workspace(string folder, GraphStore store)
    {
        Folder = folder;
        this.store = store;
        Graph = new EmbeddedGraphDatabase(store, static (_, _) => throw new InvalidOperationException("writing needs a turn: Workspace.BeginWriteAsync"));
        Originals = new Originals(System.IO.Path.Combine(folder, "originals"));
        Journal = new Journal(JournalPath);
    }

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>The graph, to be read.</summary>
    public IGraphDatabase Graph { get; }

    /// <summary>The bytes of what was ingested.</summary>
    public Originals Originals { get; }

    /// <summary>What was done, to be read.</summary>
    public Journal Journal { get; }

    /// <summary>What the store wants people to know, such as a torn tail that was cut.</summary>
    public IReadOnlyList<string> Warnings => store.Warnings;

    private string JournalPath => System.IO.Path.Combine(Folder, "journal.jsonl");

    /// <summary>Opens the data folder as it was last committed.</summary>
    /// <param name="data">The data folder; one that is missing is empty.</param>
    /// <param name="graph">Where the graph is, as <c>--graph</c> takes it; null for the embedded one in <paramref name="data"/>.</param>
    /// <param name="access">Write where turns will be begun.</param>
    /// <exception cref="RequestException"><c>--graph</c> names something that this version cannot open.</exception>
    /// <exception cref="GraphStoreException">The store is damaged, or of a newer version.</exception>
    public static Workspace Open(string data, string? graph, GraphAccess access)
    {
        ArgumentNullException.ThrowIfNull(data);
        return new Workspace(data, GraphStore.Open(GraphFolder(data, graph), new GraphStoreOptions { ReadOnly = access == GraphAccess.Read }));
    }

    /// <summary>The folder of the embedded graph.</summary>
    /// <exception cref="RequestException"><c>--graph</c> names something that this version cannot open, or the data folder is a file.</exception>
    public static string GraphFolder(string data, string? graph)
    {
        ArgumentNullException.ThrowIfNull(data);
        var folder = graph switch
        {
            null or "" => System.IO.Path.Combine(data, "graph"),
            var embedded when embedded.StartsWith("embedded:", StringComparison.Ordinal) => System.IO.Path.Combine(embedded["embedded:".Length..], "graph"),
            var other => throw new RequestException($"--graph {other}：本版本只有内嵌图，请写作 embedded:DIR（Neo4j 服务器尚未提供）"),
        };
        return File.Exists(data) ? throw new RequestException($"--data {data} 是文件，应为文件夹") : folder;
    }

    /// <summary>Begins a writer's turn: the data folder's lock, until the turn is disposed.</summary>
    /// <param name="command">What the turn is for, as a writer that waits for it reads it: <c>policygraph ingest corpus</c>, <c>serve POST /api/documents</c>.</param>
    /// <param name="wait">How long to wait for another writer, in this process or another.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="IngestionException">The other writer did not finish in time (the message names it), or the folder cannot be written.</exception>
    /// <exception cref="GraphStoreException">The graph cannot be written.</exception>
    /// <exception cref="GraphException">The workspace was opened to be read (class refused).</exception>
    public async Task<WriteTurn> BeginWriteAsync(string command, TimeSpan wait, CancellationToken cancellationToken)
    {
        var held = await DataLock.TakeAsync(Folder, command, wait, TimeProvider.System, cancellationToken);
        return WriteTurn.Begin(held, store, Originals, JournalPath, cancellationToken);
    }

    /// <summary>Makes the graph again from originals and journal, under the data folder's lock.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="graph">As in <see cref="Open"/>.</param>
    /// <param name="ontology">What may be loaded.</param>
    /// <param name="command">As in <see cref="BeginWriteAsync"/>.</param>
    /// <param name="wait">As in <see cref="BeginWriteAsync"/>.</param>
    /// <param name="progress">Told of each document when it is done.</param>
    /// <param name="cancellationToken">Ends the work; the old graph stays.</param>
    /// <exception cref="RequestException">There is no journal to make it from.</exception>
    public static async Task<RebuildReport> RebuildAsync(string data, string? graph, PolicyOntology ontology, string command, TimeSpan wait, IProgress<DocumentReport>? progress, CancellationToken cancellationToken)
    {
        var folder = GraphFolder(data, graph);
        if (!File.Exists(System.IO.Path.Combine(data, "journal.jsonl")))
        {
            throw new RequestException($"{data} 里没有日志 journal.jsonl，没有可重建的内容；请检查 --data");
        }

        using var held = await DataLock.TakeAsync(data, command, wait, TimeProvider.System, cancellationToken);
        return await GraphRebuild.RunAsync(data, folder, ontology, progress, cancellationToken);
    }

    /// <summary>Follows what others committed since this workspace last looked.</summary>
    /// <returns>Whether there was anything.</returns>
    /// <exception cref="GraphStoreException">The files are damaged or gone; the last state is kept.</exception>
    public bool Refresh() => store.Refresh();

    /// <summary>The state that was committed last: the same instance as long as nothing was committed.</summary>
    internal object State => store.Snapshot();

    /// <summary>A graph in memory laid over the stored one: for answers about what was not ingested. Nothing of it is kept.</summary>
    public IGraphDatabase Overlay() => new EmbeddedGraphDatabase(store.Fork());

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Graph.DisposeAsync();
        store.Dispose();
    }
}
