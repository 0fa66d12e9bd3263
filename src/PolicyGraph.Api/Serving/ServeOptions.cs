namespace PolicyGraph.Api.Serving;

/// <summary>What <c>serve</c> is started with.</summary>
/// <param name="Data">The data folder.</param>
/// <param name="Addresses">Where to listen: loopback only.</param>
public sealed record ServeOptions(string Data, IReadOnlyList<ListenAddress> Addresses)
{
    /// <summary>Where the graph is, as <c>--graph</c> takes it; null for the embedded one in <see cref="Data"/>.</summary>
    public string? Graph { get; init; }

    /// <summary>Whether Cypher that comes over HTTP may write.</summary>
    public bool AllowWrite { get; init; }

    /// <summary>How long a request that writes waits for another writer of the data folder.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What requests may take.</summary>
    public ServeLimits Limits { get; init; } = new();
}

/// <summary>What requests may take before they are refused.</summary>
public sealed record ServeLimits
{
    /// <summary>Bytes of a JSON body.</summary>
    public int MaxJsonBytes { get; init; } = 4 << 20;

    /// <summary>Objects and lists within each other in a JSON body.</summary>
    public int MaxJsonDepth { get; init; } = 64;

    /// <summary>Bytes of one upload, all of its files together.</summary>
    public long MaxUploadBytes { get; init; } = 80L << 20;

    /// <summary>Files of one upload.</summary>
    public int MaxUploadFiles { get; init; } = 20;

    /// <summary>Uploads that wait to be stored; one more is refused with 503.</summary>
    public int MaxWaitingUploads { get; init; } = 32;

    /// <summary>Answers that are worked on at a time; as many again times four wait, further ones are refused with 503.</summary>
    public int MaxAnswers { get; init; } = Math.Max(2, Environment.ProcessorCount);

    /// <summary>Time for one answer, uploads apart.</summary>
    public TimeSpan AnswerTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Time to receive and store one upload.</summary>
    public TimeSpan UploadTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Time of one Cypher statement.</summary>
    public TimeSpan StatementTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Rows of one Cypher statement.</summary>
    public long StatementRows { get; init; } = 100_000;

    /// <summary>Bytes that one Cypher statement may hold.</summary>
    public long StatementBytes { get; init; } = 512L << 20;

    /// <summary>Time that requests and uploads have to end once the server was told to stop.</summary>
    public TimeSpan StopTime { get; init; } = TimeSpan.FromSeconds(12);
}
