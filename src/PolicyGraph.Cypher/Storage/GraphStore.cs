using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Storage;

/// <summary>The embedded property graph: immutable snapshots for any number of readers, one writer at a time.</summary>
/// <remarks>Several processes may open one folder: each reads what was committed when it opened or last called <see cref="Refresh"/>, and a write begins from what all of them committed.</remarks>
public sealed class GraphStore : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly StoreFolder? folder;
    private readonly bool readOnly;
    private volatile GraphSnapshot committed;

    private GraphStore(GraphState state) => committed = new(state);

    private GraphStore(StoreFolder folder, bool readOnly)
    {
        this.folder = folder;
        this.readOnly = readOnly;
        committed = new(folder.Read(new GraphState(new Vocabulary())));
    }

    /// <summary>What was found wrong with the files and put right, one sentence each, oldest first: a snapshot that was not used, a commit that was cut off.</summary>
    public IReadOnlyList<string> Warnings => folder?.Warnings ?? [];

    /// <summary>An empty graph that lives as long as the process.</summary>
    public static GraphStore InMemory() => new(new GraphState(new Vocabulary()));

    /// <summary>Opens the store in a folder. Nothing is created or locked before the first write.</summary>
    /// <exception cref="GraphStoreException">The files are damaged, of a newer version, or cannot be read.</exception>
    public static GraphStore Open(string folder, GraphStoreOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return Open(new DiskFiles(folder), options ?? new());
    }

    /// <summary>The last committed state; it never changes, and taking it never waits.</summary>
    public GraphView Snapshot() => committed;

    /// <summary>Takes the writer's turn, waiting for the writer before, in this process or another.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    /// <exception cref="GraphException">The store was opened to be read (class refused).</exception>
    /// <exception cref="GraphStoreException">Another process keeps the lock, or the files cannot be used.</exception>
    public GraphTransaction BeginWrite(CancellationToken cancellationToken = default)
    {
        if (readOnly)
        {
            throw new GraphException(GraphErrorClass.Refused, "Neo.ClientError.Statement.AccessMode", "图谱以只读方式打开，不能写入：请以可写方式重新打开。");
        }

        turn.Wait(cancellationToken);
        try
        {
            if (folder is not null)
            {
                folder.Lock(cancellationToken);
                folder.TakeBackFailed();
                Follow(folder);
                folder.CutTail();
                folder.Upgrade(committed.State);
            }

            return new(this, committed.State.BeginEdit());
        }
        catch
        {
            EndWrite();
            throw;
        }
    }

    /// <summary>Follows what other processes committed since this one last looked.</summary>
    /// <returns>Whether there was anything; false as well while a write of this process is under way, which began from the latest state.</returns>
    /// <exception cref="GraphStoreException">The files are damaged, of a newer version, or cannot be read; the last state is kept.</exception>
    public bool Refresh()
    {
        if (folder is null || !turn.Wait(0))
        {
            return false;
        }

        try
        {
            return Follow(folder);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Writes the log anew as one commit that holds the whole graph, which frees what old commits take.</summary>
    /// <exception cref="GraphStoreException">It could not be written; the old log stays.</exception>
    public void Compact()
    {
        using var transaction = BeginWrite();
        folder?.Compact(committed.State);
    }

    /// <summary>Number of the last commit that this store has seen; 0 for the empty graph. It goes on through compaction and begins anew with <see cref="Replace"/>.</summary>
    public long Sequence => committed.State.Sequence;

    /// <summary>Where the graph comes from, as <see cref="GraphTransaction.SetOrigin"/> said; null where nobody did.</summary>
    public string? Origin => committed.State.Origin;

    /// <summary>The log's format (0 where there is no log), its length as far as commits are whole, and where a torn tail begins; null where there is none.</summary>
    public (int Version, long Length, long? TornAt) LogExtent => folder?.Extent is { } extent ? (extent.Version, extent.Length, extent.TornAt < 0 ? null : extent.TornAt) : (0, 0, null);

    /// <summary>Copies the log as it stands at the last commit that this store has seen: opened anywhere else, it is this graph. Writers go on meanwhile.</summary>
    /// <returns>False when the log was written anew meanwhile; refresh and try again. Nothing was copied then.</returns>
    /// <exception cref="GraphStoreException">The log or the target cannot be used.</exception>
    public bool TryCopyLog(Stream target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return folder?.TryCopyLog(target) ?? false;
    }

    /// <summary>States that the log of a folder, as it is, is whole: from now on what is missing of it is a loss, not a commit that was never finished.</summary>
    /// <exception cref="GraphStoreException">The log cannot be read or written.</exception>
    public static void Acknowledge(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var target = new StoreFolder(new DiskFiles(folder), new() { ReadWholeLog = true });
        target.Lock(CancellationToken.None);
        try
        {
            target.Read(new GraphState(new Vocabulary()));
            target.Acknowledge();
        }
        finally
        {
            target.Unlock();
        }
    }

    /// <summary>Puts a whole graph in the place of the one in a folder, whatever state that is in: at once, and for all who read it.</summary>
    /// <param name="folder">The folder; created when it is missing.</param>
    /// <param name="graph">The graph to put there; it stays usable.</param>
    /// <param name="options">How to wait for the lock; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="GraphStoreException">Another process keeps the lock, or the files cannot be written; the old graph stays.</exception>
    public static void Replace(string folder, GraphStore graph, GraphStoreOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(graph);
        var target = new StoreFolder(new DiskFiles(folder), options ?? new());
        target.Lock(cancellationToken);
        try
        {
            target.Compact(graph.committed.State);
        }
        finally
        {
            target.Unlock();
        }
    }

    /// <summary>A graph in memory laid over the last committed state: what is written to it, nobody else sees, and nothing keeps.</summary>
    public GraphStore Fork() => new(committed.State);

    /// <summary>Closes the store. Snapshots that were taken can still be read.</summary>
    public void Dispose() => folder?.Unlock();

    internal static GraphStore Open(IStoreFiles files, GraphStoreOptions options) => new(new StoreFolder(files, options), options.ReadOnly);

    internal void Commit(GraphState state, Changes changes)
    {
        state.Sequence++;
        folder?.Append(committed.State, state, changes);
        committed = new(state.Publish());
        folder?.SaveSnapshotWhenDue(state);
    }

    internal GraphState Committed => committed.State;

    internal void EndWrite()
    {
        folder?.Unlock();
        turn.Release();
    }

    private bool Follow(StoreFolder following)
    {
        var before = committed.State;
        var now = following.Read(before);
        if (now == before)
        {
            return false;
        }

        committed = new(now);
        return true;
    }
}
