using System.Text;
using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ontology;
using Path = System.IO.Path;

namespace PolicyGraph.Assistant.Tests;

/// <summary>The project's own corpus in a graph in memory, and the service that answers from it.</summary>
public sealed class CorpusGraph : IAsyncLifetime, IDisposable
{
    private static readonly DateOnly Day = new(2026, 6, 30);
    private readonly GraphStore store = GraphStore.InMemory();

    /// <summary>The repository.</summary>
    internal static string Repository { get; } = FindRepository();

    /// <summary>The graph.</summary>
    internal IGraphDatabase Graph => new EmbeddedGraphDatabase(store);

    internal AskService Service { get; private set; } = null!; // set before any test runs

    public async Task InitializeAsync()
    {
        var ontology = new PolicyOntology(((string[])["schema", "lexicon", "standards", "clauses"])
            .SelectMany(part => Directory.EnumerateFiles(Path.Combine(Repository, "ontology", part)).Select(file => (Key: $"{part}/{Path.GetFileName(file)}", file)))
            .ToDictionary(f => f.Key, f => File.ReadAllText(f.file), StringComparer.Ordinal));
        var pipeline = new IngestionPipeline(Graph, ontology, originals: null, journal: null, TimeProvider.System);
        await pipeline.IngestAsync([.. IngestionPlan.Of(Path.Combine(Repository, "corpus")).OfType<PlannedDocument>()], null, default);
        Service = new AskService(Graph, ontology);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => store.Dispose();

    /// <summary>The answer to a question.</summary>
    internal Task<Answer> AskAsync(string question, AnswerLanguage? language = null, params string[] history) =>
        Service.AskAsync(new AskRequest(question, Day) { Language = language, History = history }, CancellationToken.None);

    /// <summary>The text of a document, decoded as it was ingested.</summary>
    internal async Task<string> TextAsync(string document)
    {
        var rows = await Graph.ExecuteAsync(new GraphQuery("MATCH (d:Document {id: $id}) RETURN d.path", new Dictionary<string, GraphValue> { ["id"] = document }));
        return await File.ReadAllTextAsync(Path.Combine(Repository, "corpus", rows.Rows[0][0].AsString() ?? string.Empty), Encoding.UTF8);
    }

    private static string FindRepository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PolicyGraph.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("PolicyGraph.sln not found above the tests");
        }

        return folder;
    }
}
