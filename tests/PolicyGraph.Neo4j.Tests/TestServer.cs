using PolicyGraph.Graph;

namespace PolicyGraph.Neo4j.Tests;

/// <summary>The one server of these tests; who uses it empties it first.</summary>
[CollectionDefinition(Name)]
public sealed class TestServer : IDisposable, ICollectionFixture<TestServer>
{
    internal const string Name = "Neo4j server";

    private Neo4jServer? server = Neo4jServer.Absence is null ? Neo4jServer.Start() : null;

    internal Neo4jServer Server => server ?? throw new InvalidOperationException(Neo4jServer.Absence);

    internal Neo4jGraphDatabase Open() => new(Server.At, Server.Login);

    /// <summary>Takes everything from it: nodes, constraints and indexes.</summary>
    internal async Task EmptyAsync()
    {
        await using var graph = Open();
        Task<GraphResult> RunAsync(string text) => graph.ExecuteAsync(new GraphQuery(text, null, GraphAccess.Write) { Limits = GraphLimits.None });
        while ((await RunAsync("MATCH (n) WITH n LIMIT 5000 DETACH DELETE n")).Statistics.NodesDeleted > 0)
        {
        }

        foreach (var (show, drop) in (IEnumerable<(string, string)>)[("SHOW CONSTRAINTS YIELD name", "CONSTRAINT"), ("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'", "INDEX")])
        {
            foreach (var row in (await RunAsync(show)).Rows)
            {
                await RunAsync($"DROP {drop} `{row[0].AsString()}` IF EXISTS");
            }
        }
    }

    /// <summary>Ends the server without a warning, as a power cut does.</summary>
    internal void Kill() => Server.Kill();

    /// <summary>Starts it again with the data that it had.</summary>
    internal void StartAgain() => server = Server.StartAgain();

    /// <inheritdoc/>
    public void Dispose() => server?.Dispose();
}
