using PolicyGraph.Api.Hosting;
using PolicyGraph.Compliance;
using PolicyGraph.Compliance.Saved;
using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ingestion.Storage;
using PolicyGraph.Ontology;
using Path = System.IO.Path;

namespace PolicyGraph.Neo4j.Tests;

/// <summary>The product's ingestion, done in the same steps on the embedded graph and on a server.</summary>
/// <remarks>Each store has a run of its own: what one answers never steers the other.</remarks>
/// <param name="server">The server; it is emptied first.</param>
public sealed class BothGraphs(TestServer server) : IAsyncLifetime, IDisposable
{
    private readonly GraphStore store = GraphStore.InMemory();
    private RecordingGraph? embedded;
    private RecordingGraph? remote;

    /// <summary>The embedded graph.</summary>
    internal RecordingGraph Embedded => embedded ??= new RecordingGraph(new EmbeddedGraphDatabase(store));

    /// <summary>The graph on the server.</summary>
    internal RecordingGraph Server => remote ?? throw new InvalidOperationException(Neo4jServer.Absence);

    /// <summary>What the server found to say about the statements.</summary>
    internal IReadOnlyCollection<string> Warnings { get; private set; } = [];

    /// <summary>The steps in order, with what both graphs held after each.</summary>
    internal List<Step> Steps { get; } = [];

    internal static string Repository { get; } = FindRepository();

    internal static PolicyOntology Ontology { get; } = new(OntologyFolder.Read());

    public async Task InitializeAsync()
    {
        if (Neo4jServer.Absence is not null)
        {
            return;
        }

        await server.EmptyAsync();
        var warnings = new SortedSet<string>(StringComparer.Ordinal);
        Warnings = warnings;
        remote = new RecordingGraph(new Neo4jGraphDatabase(server.Server.At, server.Server.Login)
        {
            // That nothing carries a label, type or property yet, and that IF NOT EXISTS found one, is no warning.
            Notified = (code, description) => _ = !code.Contains("Unknown", StringComparison.Ordinal) && !code.EndsWith("AlreadyExists", StringComparison.Ordinal) && warnings.Add($"{code}: {description}"),
        });
        var corpus = Path.Combine(Repository, "corpus");
        await StepAsync("the corpus", Ontology, pipeline => pipeline.IngestAsync(IngestionPlan.Of(corpus), null, default));
        using (var edited = EditedCorpus.Of(corpus))
        {
            await StepAsync("the corpus edited", Ontology, pipeline => pipeline.IngestAsync(IngestionPlan.Of(edited.Folder), null, default));
        }

        var saved = await SavedAsync();
        await StepAsync("an assessment kept", Ontology, pipeline => new AssessmentIngestion(pipeline).KeepAsync(saved, null, default));
        await StepAsync("a policy that others cite removed", Ontology, pipeline => pipeline.RemoveAsync("miit-2016-green-plan", default));
        await StepAsync("the enterprise removed", Ontology, pipeline => pipeline.RemoveAsync("91445300MA9XK0WN47", default));
        var files = new Dictionary<string, string>(OntologyFolder.Read(), StringComparer.Ordinal);
        files["lexicon/units.yaml"] += "\n# 另一个版本\n";
        await StepAsync("the corpus under another ontology", new PolicyOntology(files), pipeline => pipeline.IngestAsync(IngestionPlan.Of(corpus), null, default));
        await StepAsync("an assessment kept again", new PolicyOntology(files), pipeline => new AssessmentIngestion(pipeline).KeepAsync(saved, null, default));
        await StepAsync("the folder of the enterprise laid over", new PolicyOntology(files), pipeline => pipeline.LayOverAsync(new PlannedEnterprise(string.Empty, SourceFolder.OnDisk(EditedCorpus.Enterprise(corpus))), default));
    }

    public async Task DisposeAsync() => await (remote?.DisposeAsync() ?? ValueTask.CompletedTask);

    public void Dispose() => store.Dispose();

    private async Task StepAsync(string name, PolicyOntology ontology, Func<IngestionPipeline, Task> run)
    {
        Steps.Add(new Step(name, await RunAsync(Embedded, ontology, run), await RunAsync(Server, ontology, run)));
    }

    private static async Task<StepOnOne> RunAsync(RecordingGraph graph, PolicyOntology ontology, Func<IngestionPipeline, Task> run)
    {
        var (before, spent) = (graph.Statements.Count, graph.Watch.Elapsed);
        await run(new IngestionPipeline(graph, ontology, originals: null, journal: null, TimeProvider.System));
        return new StepOnOne([.. graph.Statements.Skip(before)], await Written.GraphAsync(graph), graph.Watch.Elapsed - spent);
    }

    /// <summary>An assessment of the embedded graph as a person would save it, at a time that does not change.</summary>
    private async Task<KeptAssessment> SavedAsync()
    {
        var assessment = await new GapService(Embedded, Ontology.Units, Ontology.Energies).AssessAsync(new GapRequest("91445300MA9XK0WN47", new DateOnly(2026, 6, 30)) { Standards = ["gbt36132-2025"] }, default);
        var saved = AssessmentSnapshot.Of(assessment, new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero));
        return new KeptAssessment(saved.Id, saved.Enterprise, SavedProperties.Of(saved), SavedProperties.OfFindings(saved));
    }

    private static string FindRepository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PolicyGraph.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests run outside of the repository");
        }

        return folder;
    }
}

/// <summary>One step on both graphs.</summary>
internal sealed record Step(string Name, StepOnOne Embedded, StepOnOne Server);

/// <summary>What ran in a step, what the graph held after it, and the time that the graph took.</summary>
internal sealed record StepOnOne(IReadOnlyList<Recorded> Statements, IReadOnlyList<string> Graph, TimeSpan Spent);
