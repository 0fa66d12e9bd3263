using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ingestion.Storage;
using Path = System.IO.Path;

namespace PolicyGraph.Neo4j.Tests;

/// <summary>A server that dies while it is loaded.</summary>
[Collection(TestServer.Name)]
public sealed class BrokenOffTests(TestServer held)
{
    [ServerFact]
    public async Task Ingest_WhenTheServerIsKilledInItsMiddle_SaysWhatToDo_AndTheNextOneLeavesTheGraphOfOne()
    {
        await held.EmptyAsync();
        var plan = IngestionPlan.Of(Path.Combine(BothGraphs.Repository, "corpus")).Where(item => item is PlannedDocument).ToList();
        var data = Directory.CreateTempSubdirectory("policygraph-test-").FullName;
        try
        {
            var (originals, journal) = (new Originals(Path.Combine(data, "originals")), new Journal(Path.Combine(data, "journal.jsonl")));
            var address = held.Server.At;
            await using (var graph = held.Open())
            {
                var dying = new DyingGraph(graph, held.Kill);
                var error = await Assert.ThrowsAsync<ServerException>(() => new IngestionPipeline(dying, BothGraphs.Ontology, originals, journal, TimeProvider.System).IngestAsync(plan, dying, default));
                Assert.StartsWith($"{address} ", error.Message, StringComparison.Ordinal);
                Assert.Contains("已提交的内容都在", error.Message, StringComparison.Ordinal);
                Assert.Contains("重新执行", error.Message, StringComparison.Ordinal);
                Assert.DoesNotContain('\n', error.Message);
            }

            held.StartAgain();
            await using (var graph = held.Open())
            {
                var report = await new IngestionPipeline(graph, BothGraphs.Ontology, originals, journal, TimeProvider.System).IngestAsync(plan, null, default);
                Assert.Equal(2, report.Documents.Count(d => d.Status == DocumentStatus.Unchanged));
                Assert.DoesNotContain(report.Documents, d => d.Status == DocumentStatus.Failed);
            }

            using var store = GraphStore.InMemory();
            var one = new EmbeddedGraphDatabase(store);
            await new IngestionPipeline(one, BothGraphs.Ontology, null, null, TimeProvider.System).IngestAsync(plan, null, default);
            await using var server = held.Open();
            Assert.Equal(await Written.GraphAsync(one), await Written.GraphAsync(server));
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    /// <summary>A graph whose server dies when two documents are done and the third has run a few statements in its transaction.</summary>
    private sealed class DyingGraph(IGraphDatabase graph, Action kill) : IGraphDatabase, IProgress<DocumentReport>
    {
        private int documents;
        private int statements;

        public string? OwnLabel => graph.OwnLabel;

        public void Report(DocumentReport value) => documents++;

        public Task<GraphResult> ExecuteAsync(GraphQuery query, CancellationToken cancellationToken = default) => graph.ExecuteAsync(query, cancellationToken);

        public async Task<IGraphTransaction> BeginTransactionAsync(GraphAccess access, CancellationToken cancellationToken = default) => new Transaction(this, await graph.BeginTransactionAsync(access, cancellationToken));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private sealed class Transaction(DyingGraph owner, IGraphTransaction transaction) : IGraphTransaction
        {
            public Task<GraphResult> RunAsync(GraphQuery query, CancellationToken cancellationToken = default)
            {
                if (owner.documents == 2 && ++owner.statements == 5)
                {
                    owner.Kill();
                }

                return transaction.RunAsync(query, cancellationToken);
            }

            public Task CommitAsync(CancellationToken cancellationToken = default) => transaction.CommitAsync(cancellationToken);

            public Task RollbackAsync(CancellationToken cancellationToken = default) => transaction.RollbackAsync(cancellationToken);

            public ValueTask DisposeAsync() => transaction.DisposeAsync();
        }

        private void Kill() => kill();
    }
}
