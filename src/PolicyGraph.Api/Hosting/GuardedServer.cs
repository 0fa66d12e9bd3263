using System.Globalization;
using System.Text;
using PolicyGraph.Cypher;
using PolicyGraph.Graph;

namespace PolicyGraph.Api.Hosting;

/// <summary>A server's graph for statements that a person wrote: each is read by the product's own Cypher before the server sees it.</summary>
/// <remarks>
/// A server with read access still reads local files, users and settings, so its own refusal is not enough. It also decodes <c>\uXXXX</c> before it reads a statement, where the product does so
/// inside texts only: the decoded statement is what is checked and what is sent, so that both read the same.
/// </remarks>
internal sealed class GuardedServer(IGraphDatabase server) : IGraphDatabase
{
    private readonly StatementGuard guard = new();

    /// <inheritdoc/>
    public string? OwnLabel => server.OwnLabel;

    /// <inheritdoc/>
    public Task<GraphResult> ExecuteAsync(GraphQuery query, CancellationToken cancellationToken = default) => server.ExecuteAsync(Checked(query, query.Access), cancellationToken);

    /// <inheritdoc/>
    public async Task<IGraphTransaction> BeginTransactionAsync(GraphAccess access, CancellationToken cancellationToken = default) => new Transaction(this, access, await server.BeginTransactionAsync(access, cancellationToken));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private GraphQuery Checked(GraphQuery query, GraphAccess access)
    {
        ArgumentNullException.ThrowIfNull(query);
        var text = Decode(query.Text);
        guard.Check(text, access);
        return query with { Text = text };
    }

    private static string Decode(string text)
    {
        if (!text.Contains("\\u", StringComparison.Ordinal))
        {
            return text;
        }

        var decoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 5 < text.Length && text[i + 1] == 'u' && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
            {
                decoded.Append((char)unit);
                i += 5;
            }
            else
            {
                decoded.Append(text[i]);
                if (text[i] == '\\' && i + 1 < text.Length)
                {
                    decoded.Append(text[++i]); // A backslash that is itself escaped begins nothing.
                }
            }
        }

        return decoded.ToString();
    }

    private sealed class Transaction(GuardedServer owner, GraphAccess access, IGraphTransaction transaction) : IGraphTransaction
    {
        public Task<GraphResult> RunAsync(GraphQuery query, CancellationToken cancellationToken = default) => transaction.RunAsync(owner.Checked(query, access), cancellationToken);

        public Task CommitAsync(CancellationToken cancellationToken = default) => transaction.CommitAsync(cancellationToken);

        public Task RollbackAsync(CancellationToken cancellationToken = default) => transaction.RollbackAsync(cancellationToken);

        public ValueTask DisposeAsync() => transaction.DisposeAsync();
    }
}
