using PolicyGraph.Api.Hosting;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ontology;
using Path = System.IO.Path;

namespace PolicyGraph.Api.Tests;

/// <summary>A data folder with the corpus in it, made once; tests that write take a copy.</summary>
public sealed class CorpusData : IAsyncLifetime
{
    private readonly string root = Path.Combine(Path.GetTempPath(), "policygraph-api-" + Guid.NewGuid().ToString("N"));
    private int copies;

    /// <summary>The ontology.</summary>
    internal static PolicyOntology Ontology { get; } = new(OntologyFolder.Read());

    /// <summary>The folder; nobody writes to it.</summary>
    internal string Folder => Path.Combine(root, "data");

    /// <summary>A data folder of one's own.</summary>
    internal string Copy()
    {
        var copy = Path.Combine(root, $"copy{Interlocked.Increment(ref copies)}");
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!); // a file lies in a folder
            File.Copy(file, target);
        }

        return copy;
    }

    /// <summary>Ingests as another process would.</summary>
    internal static async Task<IngestionReport> IngestAsync(string data, params string[] paths)
    {
        await using var workspace = Workspace.Open(data, null, GraphAccess.Write);
        await using var turn = await workspace.BeginWriteAsync("policygraph ingest", TimeSpan.FromSeconds(30), default);
        return await turn.Pipeline(Ontology).IngestAsync([.. paths.SelectMany(IngestionPlan.Of)], null, default);
    }

    /// <inheritdoc/>
    public async Task InitializeAsync() => Assert.False((await IngestAsync(Folder, Path.Combine(Repository.Root, "corpus"))).HasFailures);

    /// <inheritdoc/>
    public Task DisposeAsync()
    {
        Directory.Delete(root, recursive: true);
        return Task.CompletedTask;
    }
}

/// <summary>All tests of one server share the corpus.</summary>
[CollectionDefinition("served")]
public sealed class ServedTests : ICollectionFixture<CorpusData>;
