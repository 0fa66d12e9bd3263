using PolicyGraph.Api.Serving;
using PolicyGraph.Graph;

namespace PolicyGraph.Api.Hosting;

/// <summary>The guard before Cypher that comes over HTTP: the limits of the command line, and writes only where the server allows them.</summary>
internal sealed class StatementGate(ServedGraph graph, ServeOptions options)
{
    private const string AccessMode = "Neo.ClientError.Statement.AccessMode";

    private readonly GraphLimits limits = new(options.Limits.StatementTime, options.Limits.StatementRows, options.Limits.StatementBytes);

    /// <summary>Runs one statement in a transaction of its own. A statement that only reads never waits for a writer.</summary>
    /// <param name="text">The Cypher.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <param name="readsOnly">Whether the caller wants writes refused, whatever the server allows.</param>
    /// <exception cref="GraphException">It is wrong, refused, over a limit, or failed.</exception>
    public async Task<GraphResult> RunAsync(string text, IReadOnlyDictionary<string, GraphValue> parameters, CancellationToken cancellationToken, bool readsOnly = false)
    {
        var query = new GraphQuery(text, parameters) { Limits = limits };
        try
        {
            return await graph.LatestForStatements().ExecuteAsync(query, cancellationToken);
        }
        catch (GraphException error) when (!readsOnly && error is { Class: GraphErrorClass.Refused, Code: AccessMode })
        {
            return options.AllowWrite
                ? await graph.WriteAsync("serve Cypher", turn => turn.Journalled.ExecuteAsync(query with { Access = GraphAccess.Write }, cancellationToken), cancellationToken)
                : throw new GraphException(GraphErrorClass.Refused, AccessMode, "这个服务只读，不执行写入的语句", error.Line, error.Column, "要写入，请用 policygraph serve --allow-write 启动，或用 policygraph cypher --write", innerException: error);
        }
    }
}
