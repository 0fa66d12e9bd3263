using PolicyGraph.Cypher.Execution;
using PolicyGraph.Cypher.Planning;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher;

/// <summary>Several statements on one transaction of the store, or on one snapshot of it.</summary>
internal sealed class EmbeddedTransaction(PlanCache plans, GraphView view, GraphAccess access, Action<GraphTransaction, IReadOnlyList<GraphQuery>>? beforeCommit) : IGraphTransaction
{
    private readonly List<GraphQuery> written = [];
    private bool failed;

    /// <inheritdoc/>
    public Task<GraphResult> RunAsync(GraphQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (failed)
        {
            throw new GraphException(GraphErrorClass.Runtime, "Neo.ClientError.Transaction.TransactionMarkedAsFailed", "事务中已有语句失败，只能回滚。");
        }

        try
        {
            var statement = plans.Find(query.Text, view);
            StatementRunner.RequireAccess(statement, access == GraphAccess.Read ? GraphAccess.Read : query.Access);
            if (statement.Writes && beforeCommit is not null)
            {
                written.Add(query);
            }

            return Task.FromResult(StatementRunner.Run(statement, query, view, cancellationToken));
        }
        catch
        {
            failed = true;
            throw;
        }
    }

    /// <inheritdoc/>
    public Task CommitAsync(CancellationToken cancellationToken = default)
    {
        if (failed)
        {
            throw new GraphException(GraphErrorClass.Runtime, "Neo.ClientError.Transaction.TransactionMarkedAsFailed", "事务中已有语句失败，只能回滚。");
        }

        if (view is GraphTransaction transaction)
        {
            if (transaction.HasChanges)
            {
                beforeCommit?.Invoke(transaction, written);
            }

            transaction.Commit();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task RollbackAsync(CancellationToken cancellationToken = default)
    {
        (view as GraphTransaction)?.Rollback();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        (view as GraphTransaction)?.Dispose();
        return ValueTask.CompletedTask;
    }
}
