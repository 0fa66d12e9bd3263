using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion.Storage;

namespace PolicyGraph.Api.Hosting;

/// <summary>The data folder while it is served: any number of readers who see what others committed, and one writer at a time.</summary>
public sealed class ServedGraph : IAsyncDisposable
{
    private readonly Workspace workspace;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Lock refreshing = new();

    /// <summary>Opens the data folder; nothing is locked before the first write.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="graph">Where the graph is, as <c>--graph</c> takes it.</param>
    /// <exception cref="RequestException">It is no data folder.</exception>
    /// <exception cref="GraphStoreException">The store is damaged, or of a newer version.</exception>
    public ServedGraph(string data, string? graph) => workspace = Workspace.Open(data, graph, GraphAccess.Write);

    /// <summary>The bytes of what was ingested.</summary>
    public Originals Originals => workspace.Originals;

    /// <summary>What the store wants people to know.</summary>
    public IReadOnlyList<string> Warnings => workspace.Warnings;

    /// <summary>The graph as it was committed last, by whomever: for one statement.</summary>
    public IGraphDatabase Latest()
    {
        lock (refreshing)
        {
            workspace.Refresh();
        }

        return workspace.Graph;
    }

    /// <summary>The same, fixed: for an answer of several statements that must all see one state.</summary>
    public IGraphDatabase Snapshot()
    {
        lock (refreshing)
        {
            workspace.Refresh();
        }

        return workspace.Overlay();
    }

    /// <summary>Runs a write, waiting for the writers before it.</summary>
    /// <param name="work">What is done with the data folder while nobody else writes.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<T> WriteAsync<T>(Func<Workspace, Task<T>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await work(workspace);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await workspace.DisposeAsync();
        turn.Dispose();
    }
}
