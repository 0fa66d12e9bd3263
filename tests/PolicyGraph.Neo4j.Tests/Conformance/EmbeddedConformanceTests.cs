using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using Xunit.Abstractions;

namespace PolicyGraph.Neo4j.Tests.Conformance;

/// <summary>The suite on the embedded store.</summary>
public sealed class EmbeddedConformanceTests(ITestOutputHelper output) : GraphConformance(output), IDisposable
{
    private readonly GraphStore store = GraphStore.InMemory();

    /// <inheritdoc/>
    protected override string Store => "embedded";

    [Fact]
    public Task Scenarios_OfEveryFile_GiveTheirRows() => ScenariosGiveTheirRowsAsync();

    [Fact]
    public Task Transaction_ThatIsCommitted_IsSeenFromThenOn() => CommittedTransactionIsSeenAsync();

    [Fact]
    public Task Transaction_WithoutCommit_LeavesNothing() => TransactionWithoutCommitLeavesNothingAsync();

    [Fact]
    public Task Transaction_AfterAFailure_TakesNothingMore() => FailedTransactionTakesNothingMoreAsync();

    [Fact]
    public Task Access_ToRead_RefusesWrites() => ReadAccessRefusesWritesAsync();

    [Fact]
    public Task Key_OfALabel_IsUnique() => KeyIsUniqueAsync();

    [Fact]
    public Task Node_ThatIsStillConnected_IsNotDeleted() => ConnectedNodeIsNotDeletedAsync();

    [Fact]
    public Task Statement_OverItsLimits_Ends() => LimitsEndAStatementAsync();

    /// <inheritdoc/>
    public void Dispose() => store.Dispose();

    /// <inheritdoc/>
    protected override IGraphDatabase Open() => new EmbeddedGraphDatabase(store);
}
