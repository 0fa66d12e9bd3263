using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Loading;
using PolicyGraph.Ingestion.Storage;
using PolicyGraph.Neo4j;
using PolicyGraph.Ontology;

namespace PolicyGraph.Api.Hosting;

/// <summary>A data folder with its graph, which is in it or on a server; the originals and the journal. The place where the parts are put together.</summary>
/// <remarks>
/// Opening takes no lock and makes no file, and reading never waits. Whoever writes begins a turn (<see cref="BeginWriteAsync"/>): a command for its whole run, a server for one
/// request. A workspace that stays open sees what others committed once it is refreshed.
/// </remarks>
public sealed class Workspace : IAsyncDisposable
{
    private readonly GraphStore? store; // null on a server
    private readonly Neo4jGraphDatabase? server; // null where the graph is embedded

    private Workspace(string folder, GraphStore? store, Neo4jGraphDatabase? server)
    {
        Folder = folder;
        this.store = store;
        this.server = server;
        Graph = store is null ? server! : new EmbeddedGraphDatabase(store, static (_, _) => throw new InvalidOperationException("writing needs a turn: Workspace.BeginWriteAsync")); // One of the two is there.
        Statements = store is null ? new GuardedServer(Graph) : Graph;
        Originals = new Originals(System.IO.Path.Combine(folder, "originals"));
        Journal = new Journal(JournalPath);
    }

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>The graph, to be read.</summary>
    public IGraphDatabase Graph { get; }

    /// <summary>The same graph for statements that a person wrote: what the product does not allow is refused on a server too.</summary>
    public IGraphDatabase Statements { get; }

    /// <summary>The bytes of what was ingested.</summary>
    public Originals Originals { get; }

    /// <summary>What was done, to be read.</summary>
    public Journal Journal { get; }

    /// <summary>What the store wants people to know, such as a torn tail that was cut.</summary>
    public IReadOnlyList<string> Warnings => store?.Warnings ?? (server is { Address: { IsExposed: true } address } ? [$"{address} 不加密，密码会在网络上明文传送；请改用 https://"] : []);

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
        if (ServerOf(graph) is { } address)
        {
            return new Workspace(data, null, new Neo4jGraphDatabase(address, ServerLogin.Read(Environment.GetEnvironmentVariable)));
        }

        RestoreSwap.Finish(data);
        return new Workspace(data, GraphStore.Open(GraphFolder(data, graph), new GraphStoreOptions { ReadOnly = access == GraphAccess.Read }), null);
    }

    /// <summary>The server that <c>--graph</c> names; null where it names an embedded graph.</summary>
    /// <exception cref="RequestException">It names something that cannot be opened; the message says what to write.</exception>
    public static ServerAddress? ServerOf(string? graph)
    {
        if (string.IsNullOrEmpty(graph) || graph.StartsWith("embedded:", StringComparison.Ordinal))
        {
            return null;
        }

        return ServerAddress.TryRead(graph, out var address, out var fault) ? address : throw new RequestException(fault ?? graph);
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
            var other => throw new RequestException($"--graph {ServerOf(other)}：这个命令只用于内嵌图；服务器上的图请用 Neo4j 自己的工具备份和检查"),
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
        if (store is not null)
        {
            return WriteTurn.Begin(held, store, Originals, JournalPath, cancellationToken);
        }

        held.Dispose(); // It can be had; on a server it is taken for each entry of the journal alone, so that several processes may load.
        return WriteTurn.OnServer(Graph, Statements, Originals, JournalPath, () => DataLock.TakeAsync(Folder, command, TimeSpan.FromMinutes(1), TimeProvider.System, CancellationToken.None).GetAwaiter().GetResult());
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
        var server = ServerOf(graph);
        var folder = server is null ? GraphFolder(data, graph) : null;
        RestoreSwap.Finish(data);
        if (!File.Exists(System.IO.Path.Combine(data, "journal.jsonl")))
        {
            throw new RequestException($"{data} 里没有日志 journal.jsonl，没有可重建的内容；请检查 --data");
        }

        using var held = await DataLock.TakeAsync(data, command, wait, TimeProvider.System, cancellationToken);
        if (folder is not null)
        {
            return await GraphRebuild.RunAsync(data, folder, ontology, progress, cancellationToken);
        }

        await using var database = new Neo4jGraphDatabase(server!, ServerLogin.Read(Environment.GetEnvironmentVariable)); // There is a server where there is no folder.
        return await GraphRebuild.RunOnServerAsync(data, database, ontology, progress, cancellationToken);
    }

    /// <summary>Follows what others committed since this workspace last looked.</summary>
    /// <returns>Whether there was anything.</returns>
    /// <exception cref="GraphStoreException">The files are damaged or gone; the last state is kept.</exception>
    public bool Refresh() => store?.Refresh() ?? false;

    /// <summary>The state that was committed last: the same instance as long as nothing was committed.</summary>
    /// <remarks>Nobody says when something is committed on a server: there it is another one each time.</remarks>
    internal object State => store?.Snapshot() ?? new object();

    /// <summary>The state that was committed last, for an answer of several statements that must all see one; on a server each statement sees the last one.</summary>
    internal IGraphDatabase Snapshot() => store is null ? new SharedServer(Graph) : new EmbeddedGraphDatabase(store.Fork());

    /// <summary>A graph in memory laid over the stored one: for answers about what was not ingested. Nothing of it is kept.</summary>
    /// <param name="ontology">Names the keys to seek by.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <remarks>A server's graph is read whole into memory for it.</remarks>
    public async Task<IGraphDatabase> OverlayAsync(PolicyOntology ontology, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ontology);
        if (store is not null)
        {
            return new EmbeddedGraphDatabase(store.Fork());
        }

        var overlay = new EmbeddedGraphDatabase(await GraphCopy.ToMemoryAsync(Graph, cancellationToken));
        foreach (var statement in new GraphLoader(ontology.Schema).SchemaStatements())
        {
            await overlay.ExecuteAsync(new GraphQuery(statement, null, GraphAccess.Write), cancellationToken);
        }

        return overlay;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Graph.DisposeAsync();
        store?.Dispose();
    }
}
