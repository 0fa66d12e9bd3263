using System.Globalization;
using System.Text.Json;
using PolicyGraph.Api.Json;
using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Loading;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ingestion.Storage;
using PolicyGraph.Ontology;

namespace PolicyGraph.Api.Hosting;

/// <summary>What a rebuild did.</summary>
/// <param name="Report">As an ingest reports it.</param>
/// <param name="Misfits">Writes, or parts of them, that no longer fit; one line each.</param>
/// <param name="Aside">Where the old graph is kept; null when there was none.</param>
public sealed record RebuildReport(IngestionReport Report, IReadOnlyList<string> Misfits, string? Aside);

/// <summary>Makes the graph again from originals and journal.</summary>
/// <remarks>
/// The new graph is made in memory and put in the place of the old one at once: whenever the process ends, there is the old graph or the new one. Originals and journal are
/// only read. Writers wait; readers read the old graph until the new one is there.
/// </remarks>
public static class GraphRebuild
{
    /// <summary>Makes it; the data folder's lock is held by the caller throughout.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="folder">The graph's folder.</param>
    /// <param name="ontology">What may be loaded.</param>
    /// <param name="progress">Told of each document when it is done.</param>
    /// <param name="cancellationToken">Ends the work; the old graph stays.</param>
    /// <exception cref="RequestException">There is no journal.</exception>
    internal static async Task<RebuildReport> RunAsync(string data, string folder, PolicyOntology ontology, IProgress<DocumentReport>? progress, CancellationToken cancellationToken)
    {
        var journal = new Journal(System.IO.Path.Combine(data, "journal.jsonl"));
        TakeBackUncommitted(journal, folder);
        var entries = journal.Read();
        if (entries.Count == 0)
        {
            throw new RequestException($"{data} 里没有日志 journal.jsonl，没有可重建的内容；请检查 --data");
        }

        using var store = GraphStore.InMemory();
        await using var graph = new EmbeddedGraphDatabase(store);
        var pipeline = new IngestionPipeline(graph, ontology, originals: null, journal: null, TimeProvider.System);
        var report = await pipeline.IngestAsync(JournalPlan.Of(entries, new Originals(System.IO.Path.Combine(data, "originals"))), progress, cancellationToken);
        var origin = GraphOrigin.New();
        var misfits = Write(store, entries, origin, cancellationToken);
        SetOrigin(store, origin);
        var aside = KeepOld(folder);
        GraphStore.Replace(folder, store, options: null, cancellationToken);
        return new RebuildReport(report with { Nodes = store.Snapshot().NodeCount, Relationships = store.Snapshot().RelationshipCount }, misfits, aside);
    }

    /// <summary>Makes it in memory and puts it on a server in place of the product's nodes there; nodes of others stay.</summary>
    /// <param name="data">The data folder.</param>
    /// <param name="server">The server's graph.</param>
    /// <param name="ontology">What may be loaded.</param>
    /// <param name="progress">Told of each document when it is done.</param>
    /// <param name="cancellationToken">Ends the work; when the server was being written already, the next rebuild starts anew.</param>
    internal static async Task<RebuildReport> RunOnServerAsync(string data, IGraphDatabase server, PolicyOntology ontology, IProgress<DocumentReport>? progress, CancellationToken cancellationToken)
    {
        var entries = new Journal(System.IO.Path.Combine(data, "journal.jsonl")).Read();
        using var store = GraphStore.InMemory();
        await using var graph = new EmbeddedGraphDatabase(store);
        var pipeline = new IngestionPipeline(graph, ontology, originals: null, journal: null, TimeProvider.System);
        var report = await pipeline.IngestAsync(JournalPlan.Of(entries, new Originals(System.IO.Path.Combine(data, "originals"))), progress, cancellationToken);
        var origin = GraphOrigin.New();
        var misfits = Write(store, entries, origin, cancellationToken);
        await GraphCopy.ToServerAsync(store.Snapshot(), origin, server, cancellationToken);
        return new RebuildReport(report with { Nodes = store.Snapshot().NodeCount, Relationships = store.Snapshot().RelationshipCount }, misfits, null);
    }

    private static void TakeBackUncommitted(Journal journal, string folder)
    {
        try
        {
            using var old = GraphStore.Open(folder, new GraphStoreOptions { ReadOnly = true });
            if (old.Origin is { } text)
            {
                journal.DropUncommitted(GraphOrigin.Read(text).Name, old.Sequence);
            }
        }
        catch (GraphStoreException)
        {
            // A damaged graph is a reason to rebuild; what the journal says is then done, whether its commit came or not.
        }
    }

    private static List<string> Write(GraphStore store, IReadOnlyList<JournalEntry> entries, GraphOrigin origin, CancellationToken cancellationToken)
    {
        var misfits = new List<string>();
        var writes = entries.Index().Where(e => e.Item.Kind == "write").Select(e => (Line: e.Index + 1, Entry: e.Item, Effect: e.Item.Effect is { } text ? Read(text, e.Index + 1) : null)).ToList();
        var replay = new EffectReplay(origin, isNewMaking: true, writes.Select(w => w.Effect).OfType<GraphEffect>());
        foreach (var (line, entry, effect) in writes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            void Report(string what) => misfits.Add($"日志里 {entry.At:yyyy-MM-dd HH:mm} 的写入（第 {line} 行）有一处已不适用：{what}");
            if (effect is null)
            {
                Run(store, entry, line, origin, Report);
                continue;
            }

            using var transaction = store.BeginWrite(cancellationToken);
            foreach (var misfit in replay.Apply(transaction, effect))
            {
                Report(misfit);
            }

            transaction.Commit();
        }

        return misfits;
    }

    /// <summary>Runs the statement of an entry of the first format. What it makes is named by the journal's line and its order there, so that later entries can mean it.</summary>
    private static void Run(GraphStore store, JournalEntry entry, int line, GraphOrigin origin, Action<string> report)
    {
        var unnamed = GraphOrigin.New();
        var made = new List<GraphEffect>();
        var graph = new EmbeddedGraphDatabase(store, (transaction, _) => made.Add(transaction.Effect(unnamed)));
        using var json = JsonDocument.Parse(entry.Parameters ?? "{}");
        try
        {
            var parameters = ((MapValue)GraphValueReader.Read(json.RootElement)).Entries;
            graph.ExecuteAsync(new GraphQuery(entry.Statement ?? string.Empty, parameters, GraphAccess.Write) { Limits = GraphLimits.None }).GetAwaiter().GetResult(); // The embedded store runs on the calling thread.
        }
        catch (GraphException error)
        {
            report($"{error.Code}: {error.Message}");
        }

        foreach (var (i, node) in made.SelectMany(m => m.Nodes).Where(n => n.Kind == EffectKind.Created).Select(n => n.Node).OfType<NamedNode>().Index())
        {
            origin.NameNode(string.Create(CultureInfo.InvariantCulture, $"{line}:n{i}"), unnamed.FindNode(node.Name) ?? 0);
        }

        foreach (var (i, relationship) in made.SelectMany(m => m.Relationships).Where(r => r.Kind == EffectKind.Created).Index())
        {
            origin.NameRelationship(string.Create(CultureInfo.InvariantCulture, $"{line}:r{i}"), unnamed.FindRelationship(relationship.Relationship.Name) ?? 0);
        }
    }

    private static GraphEffect Read(string text, int line)
    {
        try
        {
            return EffectJson.Read(text);
        }
        catch (JsonException error)
        {
            throw new RequestException($"journal.jsonl 第 {line} 行损坏：{error.Message}；请从备份恢复这个文件", error);
        }
    }

    private static void SetOrigin(GraphStore store, GraphOrigin origin)
    {
        using var transaction = store.BeginWrite();
        transaction.SetOrigin(origin.ToString());
        transaction.Commit();
    }

    /// <summary>Copies the old log beside the graph: it stays in its place until the new one takes it.</summary>
    private static string? KeepOld(string folder)
    {
        var log = System.IO.Path.Combine(folder, "graph.log");
        if (!File.Exists(log))
        {
            return null;
        }

        var aside = $"{folder}.{TimeProvider.System.GetUtcNow().ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture)}";
        var half = folder + ".part";
        Directory.CreateDirectory(half);
        File.Copy(log, System.IO.Path.Combine(half, "graph.log"), overwrite: true);
        Directory.Move(half, aside);
        return aside;
    }
}
