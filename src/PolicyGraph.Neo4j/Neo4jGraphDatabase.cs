using System.Text.Json;
using PolicyGraph.Graph;

namespace PolicyGraph.Neo4j;

/// <summary>The graph of a Neo4j server, 5.26 or newer, over its HTTP Query API; the database is <c>neo4j</c>.</summary>
/// <remarks>
/// Nothing is sent before the first statement. A statement with a time limit of its own (not <see cref="GraphLimits.Default"/>, which is the product's for itself) runs in an explicit
/// transaction, because only there the server keeps to a limit. Reads are tried again when the connection breaks or the server asks for it; a write only when the server says that it was rolled back.
/// </remarks>
public sealed class Neo4jGraphDatabase : IGraphDatabase
{
    /// <summary>The label of every node that the product makes on a server: others may keep theirs beside them.</summary>
    public const string Mark = "PolicyGraph";

    /// <summary>The property under which a node or relationship that a person made keeps the journal's name of it; nodes and relationships that a statement returns do not show it.</summary>
    public const string JournalName = "journalName";

    private const int Tries = 4;

    private readonly QueryApi api;

    /// <summary>Stands for a server; nothing is sent yet.</summary>
    public Neo4jGraphDatabase(ServerAddress address, ServerLogin login)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(login);
        Address = address;
        api = new QueryApi(address, login);
    }

    /// <summary>Where the server answers.</summary>
    public ServerAddress Address { get; }

    /// <inheritdoc/>
    public string? OwnLabel => Mark;

    /// <summary>Told of every notification (code, description) of the server; null to pass them over.</summary>
    public Action<string, string>? Notified
    {
        get => api.Notified;
        set => api.Notified = value;
    }

    /// <inheritdoc/>
    /// <exception cref="ServerException">The server cannot be used.</exception>
    public async Task<GraphResult> ExecuteAsync(GraphQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        for (var tried = 1; ; tried++)
        {
            try
            {
                return HasOwnTime(query.Limits) ? await RunLimitedAsync(query, cancellationToken) : Answer.Read(await api.SendAsync(HttpMethod.Post, "v2", json => Body(json, query, query.Access), query.Limits, cancellationToken));
            }
            catch (GraphException error) when (tried < Tries && ServerFaults.IsTransient(error.Code))
            {
                await PauseAsync(tried, cancellationToken);
            }
            catch (ServerException error) when (tried < Tries && query.Access == GraphAccess.Read && error.InnerException is IOException or HttpRequestException { InnerException: IOException })
            {
                await PauseAsync(tried, cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    /// <remarks>The transaction begins on the server with its first statement. A failure that the server calls transient means: roll back and do the whole transaction again.</remarks>
    public Task<IGraphTransaction> BeginTransactionAsync(GraphAccess access, CancellationToken cancellationToken = default) => Task.FromResult<IGraphTransaction>(new Neo4jTransaction(api, access));

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        api.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Writes what every request with a statement says.</summary>
    internal static void Body(Utf8JsonWriter json, GraphQuery query, GraphAccess? access)
    {
        json.WriteString("statement", query.Text);
        json.WriteStartObject("parameters");
        foreach (var (name, value) in query.Parameters ?? new Dictionary<string, GraphValue>())
        {
            json.WritePropertyName(name);
            TypedValueWriter.Write(json, value);
        }

        json.WriteEndObject();
        json.WriteBoolean("includeCounters", true);
        if (access is { } mode)
        {
            json.WriteString("accessMode", mode == GraphAccess.Write ? "WRITE" : "READ");
        }

        if (HasOwnTime(query.Limits))
        {
            json.WriteNumber("maxExecutionTime", Math.Max(1, (int)query.Limits.Timeout.TotalSeconds)); // Whole seconds; only heeded where a transaction begins.
        }
    }

    private static bool HasOwnTime(GraphLimits limits) => limits.Timeout != Timeout.InfiniteTimeSpan && !ReferenceEquals(limits, GraphLimits.Default);

    private static Task PauseAsync(int tried, CancellationToken cancellationToken) => Task.Delay(TimeSpan.FromMilliseconds((50 << tried) + Random.Shared.Next(50)), cancellationToken);

    private async Task<GraphResult> RunLimitedAsync(GraphQuery query, CancellationToken cancellationToken)
    {
        await using var transaction = new Neo4jTransaction(api, query.Access);
        var result = await transaction.RunAsync(query, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }
}
