using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Storage;

namespace PolicyGraph.Api.Hosting;

/// <summary>The data folder while it is served: any number of readers who see what others committed, and one writer at a time.</summary>
public sealed class ServedGraph : IAsyncDisposable
{
    private readonly Workspace workspace;
    private readonly TimeSpan wait;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Lock refreshing = new();
    private (object State, IGraphDatabase Graph)? fixedAt;

    /// <summary>Opens the data folder; nothing is locked before the first write.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="graph">Where the graph is, as <c>--graph</c> takes it.</param>
    /// <param name="wait">How long a write waits for a writer in another process.</param>
    /// <exception cref="RequestException">It is no data folder.</exception>
    /// <exception cref="GraphStoreException">The store is damaged, or of a newer version.</exception>
    public ServedGraph(string data, string? graph, TimeSpan wait)
    {
        this.wait = wait;
        workspace = Workspace.Open(data, graph, GraphAccess.Write);
    }

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

    /// <summary>The same for a statement that a person wrote.</summary>
    public IGraphDatabase LatestForStatements()
    {
        Latest();
        return workspace.Statements;
    }

    /// <summary>The same, fixed: for an answer of several statements that must all see one state. As long as nobody commits it is the same instance, so that what was planned or kept for it can be used again.</summary>
    public IGraphDatabase Snapshot()
    {
        lock (refreshing)
        {
            workspace.Refresh();
            if (fixedAt is not { } held || !ReferenceEquals(held.State, workspace.State))
            {
                fixedAt = held = (workspace.State, workspace.Snapshot());
            }

            return held.Graph;
        }
    }

    /// <summary>Runs a write, waiting for the writers before it.</summary>
    /// <param name="command">What it is for, as a writer that waits for it reads it: <c>serve POST /api/documents</c>.</param>
    /// <param name="work">What is done while nobody else writes; the data folder is locked for just so long.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="IngestionException">A writer in another process did not finish in time; the message names it.</exception>
    public async Task<T> WriteAsync<T>(string command, Func<WriteTurn, Task<T>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        await turn.WaitAsync(cancellationToken);
        try
        {
            await using var written = await workspace.BeginWriteAsync(command, wait, cancellationToken);
            return await work(written);
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
