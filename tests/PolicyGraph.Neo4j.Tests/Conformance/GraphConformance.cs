using System.Globalization;
using PolicyGraph.Graph;
using Xunit.Abstractions;

namespace PolicyGraph.Neo4j.Tests.Conformance;

/// <summary>What every store of the product must do: the rows, counters and errors of the scenario files, and what transactions promise.</summary>
/// <remarks>Each store has a class that names the tests and opens it. Labels of this suite begin with <c>Conformance</c>; what is committed is taken away again.</remarks>
public abstract class GraphConformance(ITestOutputHelper output)
{
    private static readonly GraphQuery Held = new("MATCH (n:Conformance) RETURN n.id AS id ORDER BY id");

    /// <summary>The store's name in the suite's line.</summary>
    protected abstract string Store { get; }

    /// <summary>Opens the store.</summary>
    protected abstract IGraphDatabase Open();

    /// <summary>Every scenario of every file.</summary>
    protected async Task ScenariosGiveTheirRowsAsync()
    {
        await using var store = Open();
        var faults = new List<string>();
        await using var world = new World(store);
        foreach (var scenario in ConformanceScenario.All.OrderBy(s => s.IsOfWorld))
        {
            if (scenario.IsOfWorld)
            {
                await world.MakeAsync();
            }

            if (await ScenarioRun.FaultAsync(store, scenario) is { } fault)
            {
                faults.Add($"{scenario.File}: {scenario.Name}: {fault}");
            }
        }

        var line = string.Create(CultureInfo.InvariantCulture, $"conformance, {Store}: {ConformanceScenario.All.Count - faults.Count} of {ConformanceScenario.All.Count}");
        output.WriteLine(line);
        Console.WriteLine(line);
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
    }

    /// <summary>Several statements see each other, others see them only once they are committed.</summary>
    protected async Task CommittedTransactionIsSeenAsync()
    {
        await using var store = Open();
        await using (var transaction = await store.BeginTransactionAsync(GraphAccess.Write))
        {
            await transaction.RunAsync(Write("CREATE (:Conformance {id: 'a'})"));
            await transaction.RunAsync(Write("MATCH (n:Conformance {id: 'a'}) CREATE (n)-[:TO]->(:Conformance {id: 'b'})"));
            Assert.Equal(["a", "b"], Ids(await transaction.RunAsync(Held)));
            Assert.Empty(Ids(await store.ExecuteAsync(Held)));
            await transaction.CommitAsync();
        }

        Assert.Equal(["a", "b"], Ids(await store.ExecuteAsync(Held)));
        Assert.Equal(2, (await store.ExecuteAsync(Write("MATCH (n:Conformance) DETACH DELETE n"))).Statistics.NodesDeleted);
    }

    /// <summary>What is rolled back, or left without a commit, was never there.</summary>
    protected async Task TransactionWithoutCommitLeavesNothingAsync()
    {
        await using var store = Open();
        await using (var transaction = await store.BeginTransactionAsync(GraphAccess.Write))
        {
            await transaction.RunAsync(Write("CREATE (:Conformance {id: 'rolled back'})"));
            await transaction.RollbackAsync();
        }

        await using (var transaction = await store.BeginTransactionAsync(GraphAccess.Write))
        {
            await transaction.RunAsync(Write("CREATE (:Conformance {id: 'left'})"));
        }

        Assert.Empty(Ids(await store.ExecuteAsync(Held)));
    }

    /// <summary>After a failure a transaction can only be rolled back; nothing of it stays.</summary>
    protected async Task FailedTransactionTakesNothingMoreAsync()
    {
        await using var store = Open();
        await using (var transaction = await store.BeginTransactionAsync(GraphAccess.Write))
        {
            await transaction.RunAsync(Write("CREATE (:Conformance {id: 'before'})"));
            Assert.Equal(GraphErrorClass.Arithmetic, (await Assert.ThrowsAsync<GraphException>(() => transaction.RunAsync(Write("CREATE (n:Conformance) SET n.id = 1 / 0")))).Class);
            Assert.Equal("Neo.ClientError.Transaction.TransactionMarkedAsFailed", (await Assert.ThrowsAsync<GraphException>(() => transaction.RunAsync(Held))).Code);
            Assert.Equal("Neo.ClientError.Transaction.TransactionMarkedAsFailed", (await Assert.ThrowsAsync<GraphException>(() => transaction.CommitAsync())).Code);
            await transaction.RollbackAsync();
        }

        Assert.Empty(Ids(await store.ExecuteAsync(Held)));
    }

    /// <summary>Who may only read cannot write, neither alone nor in a transaction.</summary>
    protected async Task ReadAccessRefusesWritesAsync()
    {
        await using var store = Open();
        var write = new GraphQuery("CREATE (:Conformance {id: 'refused'})");
        Assert.Equal(GraphErrorClass.Refused, (await Assert.ThrowsAsync<GraphException>(() => store.ExecuteAsync(write))).Class);
        await using (var transaction = await store.BeginTransactionAsync(GraphAccess.Read))
        {
            Assert.Empty(Ids(await transaction.RunAsync(Held)));
            Assert.Equal(GraphErrorClass.Refused, (await Assert.ThrowsAsync<GraphException>(() => transaction.RunAsync(write with { Access = GraphAccess.Write }))).Class);
        }

        Assert.Empty(Ids(await store.ExecuteAsync(Held)));
    }

    /// <summary>A key is unique, its constraint is made once, and a second node of a key is refused.</summary>
    protected async Task KeyIsUniqueAsync()
    {
        await using var store = Open();
        var make = Write("CREATE CONSTRAINT Conformance_id IF NOT EXISTS FOR (n:Conformance) REQUIRE n.id IS UNIQUE");
        Assert.Equal(1, (await store.ExecuteAsync(make)).Statistics.ConstraintsAdded);
        Assert.Equal(0, (await store.ExecuteAsync(make)).Statistics.ConstraintsAdded);
        Assert.Equal(1, (await store.ExecuteAsync(Write("CREATE INDEX Conformance_documentId IF NOT EXISTS FOR (n:Conformance) ON (n.documentId)"))).Statistics.IndexesAdded);
        await store.ExecuteAsync(Write("CREATE (:Conformance {id: 'a', documentId: 'd'})"));
        Assert.Equal(GraphErrorClass.Constraint, (await Assert.ThrowsAsync<GraphException>(() => store.ExecuteAsync(Write("CREATE (:Conformance {id: 'a'})")))).Class);
        Assert.Equal(["a"], Ids(await store.ExecuteAsync(new GraphQuery("MATCH (n:Conformance {documentId: 'd'}) RETURN n.id AS id"))));
        await store.ExecuteAsync(Write("MATCH (n:Conformance) DELETE n"));
        Assert.Equal(1, (await store.ExecuteAsync(Write("DROP CONSTRAINT Conformance_id IF EXISTS"))).Statistics.ConstraintsRemoved);
        Assert.Equal(1, (await store.ExecuteAsync(Write("DROP INDEX Conformance_documentId IF EXISTS"))).Statistics.IndexesRemoved);
        Assert.Equal(0, (await store.ExecuteAsync(Write("DROP CONSTRAINT Conformance_id IF EXISTS"))).Statistics.ConstraintsRemoved);
    }

    /// <summary>Limits of one statement: rows and time.</summary>
    protected async Task LimitsEndAStatementAsync()
    {
        await using var store = Open();
        var rows = new GraphQuery("UNWIND range(1, 1001) AS x RETURN x") { Limits = GraphLimits.Default with { MaxRows = 1000 } };
        Assert.Equal(GraphErrorClass.Limit, (await Assert.ThrowsAsync<GraphException>(() => store.ExecuteAsync(rows))).Class);
        Assert.Equal(1000, (await store.ExecuteAsync(rows with { Text = "UNWIND range(1, 1000) AS x RETURN x" })).Rows.Count);
        var slow = new GraphQuery("UNWIND range(1, 1000000000) AS x WITH x % 7 AS y RETURN sum(y) AS s") { Limits = GraphLimits.Default with { Timeout = TimeSpan.FromSeconds(1) } };
        Assert.Equal(GraphErrorClass.Limit, (await Assert.ThrowsAsync<GraphException>(() => store.ExecuteAsync(slow))).Class);
    }

    /// <summary>A node that still has relationships is not deleted; a store may say so at the commit.</summary>
    protected async Task ConnectedNodeIsNotDeletedAsync()
    {
        await using var store = Open();
        await store.ExecuteAsync(Write("CREATE (:Conformance {id: 'a'})-[:TO]->(:Conformance {id: 'b'})"));
        Assert.Equal(GraphErrorClass.Constraint, (await Assert.ThrowsAsync<GraphException>(() => store.ExecuteAsync(Write("MATCH (n:Conformance {id: 'a'}) DELETE n")))).Class);
        Assert.Equal(["a", "b"], Ids(await store.ExecuteAsync(Held)));
        await store.ExecuteAsync(Write("MATCH (n:Conformance) DETACH DELETE n"));
    }

    private static GraphQuery Write(string text) => new(text, null, GraphAccess.Write);

    private static IEnumerable<string?> Ids(GraphResult result) => result.Rows.Select(r => r[0].AsString());

    /// <summary>The graph of <c>world.cypher</c>, committed while scenarios speak of it.</summary>
    private sealed class World(IGraphDatabase store) : IAsyncDisposable
    {
        private bool isMade;

        public async Task MakeAsync()
        {
            if (!isMade)
            {
                isMade = true;
                await store.ExecuteAsync(Write(ConformanceScenario.World));
            }
        }

        public async ValueTask DisposeAsync()
        {
            if (isMade)
            {
                await store.ExecuteAsync(Write("MATCH (n) DETACH DELETE n"));
            }
        }
    }
}
