using System.Globalization;
using PolicyGraph.Graph;

namespace PolicyGraph.Neo4j;

/// <summary>An explicit transaction on a server; it begins there with its first statement, and ends by itself when nothing is heard for a minute.</summary>
internal sealed class Neo4jTransaction(QueryApi api, GraphAccess access) : IGraphTransaction
{
    private string? path;
    private bool isOver;
    private bool hasFailed;

    public async Task<GraphResult> RunAsync(GraphQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ObjectDisposedException.ThrowIf(isOver, this);
        RefuseAfterFailure();
        try
        {
            var answer = await api.SendAsync(HttpMethod.Post, path ?? "v2/tx", json => Neo4jGraphDatabase.Body(json, query, path is null ? access : null), query.Limits, cancellationToken);
            path ??= "v2/tx/" + answer.GetProperty("transaction").GetProperty("id").GetString();
            return Answer.Read(answer);
        }
        catch (GraphException error) when (error.Class == GraphErrorClass.Limit && error.Code.Contains("TimedOut", StringComparison.Ordinal))
        {
            hasFailed = true;
            path = null; // The server has ended it.
            var seconds = query.Limits.Timeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
            throw new GraphException(GraphErrorClass.Limit, "Neo.ClientError.Transaction.TransactionTimedOut", $"查询超过了 {seconds} 秒的时限，已停止；请缩小匹配范围或加上 LIMIT。", innerException: error);
        }
        catch (GraphException error) when (error.Class == GraphErrorClass.Limit)
        {
            hasFailed = true; // Its answer was cut here; the server still has it until it is rolled back.
            throw;
        }
        catch (GraphException)
        {
            hasFailed = true;
            path = null; // The server rolls back by itself when a statement fails.
            throw;
        }
    }

    public async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(isOver, this);
        RefuseAfterFailure();
        isOver = true;
        if (path is not null)
        {
            await api.SendAsync(HttpMethod.Post, path + "/commit", static _ => { }, GraphLimits.None, cancellationToken);
        }
    }

    public async Task RollbackAsync(CancellationToken cancellationToken = default)
    {
        if (!isOver && path is not null)
        {
            await api.SendAsync(HttpMethod.Delete, path, null, GraphLimits.Default, cancellationToken);
        }

        isOver = true;
    }

    private void RefuseAfterFailure()
    {
        if (hasFailed)
        {
            throw new GraphException(GraphErrorClass.Runtime, "Neo.ClientError.Transaction.TransactionMarkedAsFailed", "事务中已有语句失败，只能回滚。");
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await RollbackAsync();
        }
        catch (Exception error) when (error is GraphException or ServerException)
        {
            isOver = true; // What is not committed is rolled back by the server when it hears nothing more.
        }
    }
}
