using PolicyGraph.Api.Json;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion.Storage;

namespace PolicyGraph.Api.Hosting;

/// <summary>A server's graph where people write: every writing statement is in the journal before its commit, and what it makes is marked as the product's, so that a rebuild makes it again and not twice.</summary>
/// <remarks>The journal has the statement with its parameters and not its effect, which a server does not tell: a rebuild runs it again.</remarks>
internal sealed class JournalledServer(IGraphDatabase server, Journal journal) : IGraphDatabase
{
    private const string Unmarked = "MATCH (n) WHERE NOT n:PolicyGraph RETURN elementId(n) AS id";

    private const string MarkNew = "MATCH (n) WHERE NOT n:PolicyGraph AND NOT elementId(n) IN $ids SET n:PolicyGraph";

    /// <inheritdoc/>
    public string? OwnLabel => server.OwnLabel;

    /// <inheritdoc/>
    public async Task<GraphResult> ExecuteAsync(GraphQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Access == GraphAccess.Read)
        {
            return await server.ExecuteAsync(query, cancellationToken);
        }

        await using var transaction = await BeginTransactionAsync(GraphAccess.Write, cancellationToken);
        var result = await transaction.RunAsync(query, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    /// <inheritdoc/>
    public async Task<IGraphTransaction> BeginTransactionAsync(GraphAccess access, CancellationToken cancellationToken = default) => new Transaction(this, await server.BeginTransactionAsync(access, cancellationToken));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void WriteDown(List<GraphQuery> statements)
    {
        foreach (var statement in statements)
        {
            journal.Append(new JournalEntry
            {
                Kind = "write",
                At = TimeProvider.System.GetUtcNow(),
                Statement = statement.Text,
                Parameters = JsonText.ToText(json => GraphValueJson.Write(json, new MapValue(statement.Parameters ?? new Dictionary<string, GraphValue>()))),
            });
        }
    }

    private sealed class Transaction(JournalledServer owner, IGraphTransaction transaction) : IGraphTransaction
    {
        private readonly List<GraphQuery> written = [];
        private List<GraphValue>? others;
        private bool makes;

        public async Task<GraphResult> RunAsync(GraphQuery query, CancellationToken cancellationToken = default)
        {
            others ??= [.. (await transaction.RunAsync(new GraphQuery(Unmarked) { Limits = query.Limits }, cancellationToken)).Rows.Select(r => r[0])];
            var result = await transaction.RunAsync(query, cancellationToken);
            if (result.Statistics.ContainsUpdates)
            {
                written.Add(query);
                makes |= result.Statistics.NodesCreated > 0;
            }

            return result;
        }

        public async Task CommitAsync(CancellationToken cancellationToken = default)
        {
            if (makes)
            {
                var parameters = new Dictionary<string, GraphValue> { ["ids"] = GraphValue.ListOf(others ?? []) };
                await transaction.RunAsync(new GraphQuery(MarkNew, parameters, GraphAccess.Write) { Limits = GraphLimits.None }, cancellationToken);
            }

            owner.WriteDown(written);
            await transaction.CommitAsync(cancellationToken);
        }

        public Task RollbackAsync(CancellationToken cancellationToken = default) => transaction.RollbackAsync(cancellationToken);

        public ValueTask DisposeAsync() => transaction.DisposeAsync();
    }
}
