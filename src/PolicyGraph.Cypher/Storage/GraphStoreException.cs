namespace PolicyGraph.Cypher.Storage;

/// <summary>The store's files could not be used: damaged, of a newer version, locked by another process, or not writable. The message is one sentence for the user.</summary>
/// <remarks>Whatever was committed before stays as it was.</remarks>
public sealed class GraphStoreException : Exception
{
    /// <summary>Creates the exception.</summary>
    public GraphStoreException(string message, string? file = null, long? offset = null, Exception? innerException = null)
        : base(message, innerException)
    {
        File = file;
        Offset = offset;
    }

    /// <summary>The file concerned; null when it is the folder.</summary>
    public string? File { get; }

    /// <summary>Where in the file, in bytes; null without a place.</summary>
    public long? Offset { get; }
}
