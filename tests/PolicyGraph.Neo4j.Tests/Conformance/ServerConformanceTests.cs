using PolicyGraph.Graph;
using Xunit.Abstractions;

namespace PolicyGraph.Neo4j.Tests.Conformance;

/// <summary>The suite on a Neo4j 5.26 server.</summary>
[Collection(TestServer.Name)]
public sealed class ServerConformanceTests(TestServer server, ITestOutputHelper output) : GraphConformance(output)
{
    /// <inheritdoc/>
    protected override string Store => "Neo4j 5.26";

    [ServerFact]
    public async Task Scenarios_OfEveryFile_GiveTheirRows()
    {
        await server.EmptyAsync();
        await ScenariosGiveTheirRowsAsync();
    }

    [ServerFact]
    public Task Transaction_ThatIsCommitted_IsSeenFromThenOn() => CommittedTransactionIsSeenAsync();

    [ServerFact]
    public Task Transaction_WithoutCommit_LeavesNothing() => TransactionWithoutCommitLeavesNothingAsync();

    [ServerFact]
    public Task Transaction_AfterAFailure_TakesNothingMore() => FailedTransactionTakesNothingMoreAsync();

    [ServerFact]
    public Task Access_ToRead_RefusesWrites() => ReadAccessRefusesWritesAsync();

    [ServerFact]
    public Task Key_OfALabel_IsUnique() => KeyIsUniqueAsync();

    [ServerFact]
    public Task Node_ThatIsStillConnected_IsNotDeleted() => ConnectedNodeIsNotDeletedAsync();

    [ServerFact]
    public Task Statement_OverItsLimits_Ends() => LimitsEndAStatementAsync();

    /// <inheritdoc/>
    protected override IGraphDatabase Open() => server.Open();
}
