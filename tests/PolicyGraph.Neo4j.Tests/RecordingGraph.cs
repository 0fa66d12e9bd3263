using System.Diagnostics;
using PolicyGraph.Graph;

namespace PolicyGraph.Neo4j.Tests;

/// <summary>A statement that ran, and what came of it.</summary>
internal sealed record Recorded(string Text, GraphResult Result);

/// <summary>A graph that remembers every statement with its result, in the order in which they ran.</summary>
internal sealed class RecordingGraph(IGraphDatabase graph) : IGraphDatabase
{
    public string? OwnLabel => graph.OwnLabel;

    public List<Recorded> Statements { get; } = [];

    /// <summary>Time spent in the graph, without what happens around it.</summary>
    public Stopwatch Watch { get; } = new();

    public Task<GraphResult> ExecuteAsync(GraphQuery query, CancellationToken cancellationToken = default) => RecordAsync(query, () => graph.ExecuteAsync(query, cancellationToken));

    public async Task<IGraphTransaction> BeginTransactionAsync(GraphAccess access, CancellationToken cancellationToken = default) =>
        new Transaction(this, await TimedAsync(() => graph.BeginTransactionAsync(access, cancellationToken)));

    public ValueTask DisposeAsync() => graph.DisposeAsync();

    private async Task<GraphResult> RecordAsync(GraphQuery query, Func<Task<GraphResult>> run)
    {
        var result = await TimedAsync(run);
        Statements.Add(new Recorded(query.Text, result));
        return result;
    }

    private async Task<T> TimedAsync<T>(Func<Task<T>> run)
    {
        Watch.Start();
        try
        {
            return await run();
        }
        finally
        {
            Watch.Stop();
        }
    }

    private sealed class Transaction(RecordingGraph owner, IGraphTransaction transaction) : IGraphTransaction
    {
        public Task<GraphResult> RunAsync(GraphQuery query, CancellationToken cancellationToken = default) => owner.RecordAsync(query, () => transaction.RunAsync(query, cancellationToken));

        public Task CommitAsync(CancellationToken cancellationToken = default) => owner.TimedAsync(async () =>
        {
            await transaction.CommitAsync(cancellationToken);
            return true;
        });

        public Task RollbackAsync(CancellationToken cancellationToken = default) => transaction.RollbackAsync(cancellationToken);

        public ValueTask DisposeAsync() => transaction.DisposeAsync();
    }
}
