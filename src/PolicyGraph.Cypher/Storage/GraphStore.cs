namespace PolicyGraph.Cypher.Storage;

/// <summary>The embedded property graph: immutable snapshots for any number of readers, one writer at a time.</summary>
public sealed class GraphStore : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile GraphSnapshot committed;

    private GraphStore(GraphState state) => committed = new(state);

    /// <summary>An empty graph that lives as long as the process.</summary>
    public static GraphStore InMemory() => new(new GraphState(new Vocabulary()));

    /// <summary>The last committed state; it never changes, and taking it never waits.</summary>
    public GraphView Snapshot() => committed;

    /// <summary>Takes the writer's turn, waiting for the writer before.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public GraphTransaction BeginWrite(CancellationToken cancellationToken = default)
    {
        turn.Wait(cancellationToken);
        return new(this, committed.State.BeginEdit());
    }

    /// <summary>A graph in memory laid over the last committed state: what is written to it, nobody else sees, and nothing keeps.</summary>
    public GraphStore Fork() => new(committed.State);

    /// <summary>Closes the store. Snapshots that were taken can still be read.</summary>
    public void Dispose() => turn.Dispose();

    internal void Commit(GraphState state, Changes changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        state.Sequence++;
        committed = new(state.Publish());
    }

    internal void EndWrite() => turn.Release();
}
