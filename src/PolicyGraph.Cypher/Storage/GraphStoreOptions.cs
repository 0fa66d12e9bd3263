namespace PolicyGraph.Cypher.Storage;

/// <summary>How a folder is opened.</summary>
public sealed record GraphStoreOptions
{
    /// <summary>Takes no lock and never writes; a folder that is missing is an empty graph and stays missing.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>How long a write waits for another process to finish its own.</summary>
    public TimeSpan LockWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether a commit waits until the disk has it; without, a power failure may take the last commits (never a part of one).</summary>
    public bool Fsync { get; init; } = true;
}
