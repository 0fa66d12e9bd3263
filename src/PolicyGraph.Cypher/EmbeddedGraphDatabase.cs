using PolicyGraph.Cypher.Execution;
using PolicyGraph.Cypher.Planning;
using PolicyGraph.Cypher.Semantics;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Cypher.Syntax;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher;

/// <summary>The embedded store, asked in Cypher.</summary>
/// <remarks>Statements run on the calling thread. Readers see the last committed state and never wait; writers take turns. The store is not closed with it.</remarks>
public sealed class EmbeddedGraphDatabase : IGraphDatabase
{
    private readonly GraphStore store;
    private readonly PlanCache plans;
    private readonly Action<GraphTransaction, IReadOnlyList<GraphQuery>>? beforeCommit;

    /// <summary>Opens the query language on a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="beforeCommit">Called with what is about to be committed and the writing statements that did it, where there is anything; what it throws ends the transaction without a trace.</param>
    public EmbeddedGraphDatabase(GraphStore store, Action<GraphTransaction, IReadOnlyList<GraphQuery>>? beforeCommit = null)
        : this(store, new ProcedureCatalog()) => this.beforeCommit = beforeCommit;

    internal EmbeddedGraphDatabase(GraphStore store, ProcedureCatalog procedures)
    {
        ArgumentNullException.ThrowIfNull(store);
        this.store = store;
        plans = new PlanCache(procedures);
    }

    /// <inheritdoc/>
    public Task<GraphResult> ExecuteAsync(GraphQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Task.FromResult(Execute(query, cancellationToken));
    }

    /// <inheritdoc/>
    public Task<IGraphTransaction> BeginTransactionAsync(GraphAccess access, CancellationToken cancellationToken = default) =>
        Task.FromResult<IGraphTransaction>(new EmbeddedTransaction(plans, access == GraphAccess.Write ? store.BeginWrite(cancellationToken) : store.Snapshot(), access, beforeCommit));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private GraphResult Execute(GraphQuery query, CancellationToken cancellationToken)
    {
        var snapshot = store.Snapshot();
        var statement = plans.Find(query.Text, snapshot);
        StatementRunner.RequireAccess(statement, query.Access);
        if (!statement.Writes)
        {
            return StatementRunner.Run(statement, query, snapshot, cancellationToken);
        }

        using var transaction = store.BeginWrite(cancellationToken);
        var result = StatementRunner.Run(statement, query, transaction, cancellationToken);
        if (transaction.HasChanges)
        {
            beforeCommit?.Invoke(transaction, [query]);
        }

        transaction.Commit();
        return result;
    }
}
