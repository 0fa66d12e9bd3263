using PolicyGraph.Graph;

namespace PolicyGraph.Api.Hosting;

/// <summary>Another handle on a graph: disposing it leaves the graph open, and who keeps what it read by handle reads again with the next one.</summary>
internal sealed class SharedServer(IGraphDatabase graph) : IGraphDatabase
{
    /// <inheritdoc/>
    public string? OwnLabel => graph.OwnLabel;

    /// <inheritdoc/>
    public Task<GraphResult> ExecuteAsync(GraphQuery query, CancellationToken cancellationToken = default) => graph.ExecuteAsync(query, cancellationToken);

    /// <inheritdoc/>
    public Task<IGraphTransaction> BeginTransactionAsync(GraphAccess access, CancellationToken cancellationToken = default) => graph.BeginTransactionAsync(access, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
