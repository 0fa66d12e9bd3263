namespace PolicyGraph.Cypher.Storage;

/// <summary>How a folder is opened.</summary>
public sealed record GraphStoreOptions
{
    /// <summary>Takes no lock and never writes; a folder that is missing is an empty graph and stays missing.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Reads and checks every commit, whatever a snapshot may save.</summary>
    public bool ReadWholeLog { get; init; }

    /// <summary>How long a write waits for another process to finish its own.</summary>
    public TimeSpan LockWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether a commit waits until the disk has it; without, a power failure may take the last commits (never a part of one).</summary>
    public bool Fsync { get; init; } = true;

    /// <summary>A snapshot is saved once the log is so many bytes longer than what the last one covers (and by a quarter of that one's own length).</summary>
    public long SnapshotAfterBytes { get; init; } = 4 << 20;

    /// <summary>The log is compacted once it is longer than this, and than four snapshots.</summary>
    public long CompactAfterBytes { get; init; } = 64 << 20;

    /// <summary>The clock of waits and notes.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
