using System.Diagnostics;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion.Loading;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ingestion.Storage;
using PolicyGraph.Ontology;

namespace PolicyGraph.Ingestion;

/// <summary>From files to the graph: read, extract, validate, load; one commit and one result for each document.</summary>
/// <remarks>
/// Originals and journal are durable before the graph has the document, so that the graph can always be made again.
/// Without them (an answer about a folder that is not ingested) the graph is the only thing that changes.
/// </remarks>
public sealed class IngestionPipeline
{
    private readonly IGraphDatabase graph;
    private readonly PolicyOntology ontology;
    private readonly DocumentIntake intake;
    private readonly GraphLoader loader;
    private readonly DocumentStore store;
    private readonly Originals? originals;
    private readonly Journal? journal;
    private readonly TimeProvider time;

    /// <summary>Puts the pipeline together.</summary>
    /// <param name="graph">Where to load.</param>
    /// <param name="ontology">What may be loaded.</param>
    /// <param name="originals">Keeps the bytes; null to keep none.</param>
    /// <param name="journal">Keeps what was done; null to keep nothing.</param>
    /// <param name="time">The clock of the journal.</param>
    public IngestionPipeline(IGraphDatabase graph, PolicyOntology ontology, Originals? originals, Journal? journal, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(ontology);
        this.graph = graph;
        this.ontology = ontology;
        this.originals = originals;
        this.journal = journal;
        this.time = time;
        intake = new DocumentIntake(ontology);
        loader = new GraphLoader(ontology.Schema, graph.OwnLabel);
        store = new DocumentStore(ontology.Schema, loader);
    }

    /// <summary>Loads the ontology (once for each version) and then everything that is planned.</summary>
    /// <param name="items">What to do.</param>
    /// <param name="progress">Told of each document when it is done.</param>
    /// <param name="cancellationToken">Ends the run between two documents; what was committed stays.</param>
    public async Task<IngestionReport> IngestAsync(IReadOnlyList<PlannedItem> items, IProgress<DocumentReport>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        var watch = Stopwatch.StartNew();
        await LoadOntologyAsync(cancellationToken);
        var run = new IngestionRun(await DocumentStore.ReadAllAsync(graph, cancellationToken), journal?.Read() ?? []);
        var reports = new List<DocumentReport>();
        void Done(DocumentReport report)
        {
            reports.Add(report);
            progress?.Report(report);
        }

        var documents = new PolicyIngestion(this, run);
        var enterprises = new EnterpriseIngestion(this, run);
        foreach (var item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (item)
            {
                case PlannedRefusal refusal:
                    Done(IngestionRun.Refused(refusal.Path, refusal.Reason, refusal.IsFailure ? DocumentStatus.Failed : DocumentStatus.Skipped));
                    break;
                case PlannedDocument document:
                    Done(await documents.IngestAsync(document, cancellationToken));
                    break;
                case PlannedEnterprise enterprise:
                    await enterprises.IngestAsync(enterprise, Done, cancellationToken);
                    break;
                case PlannedAssessment assessment:
                    await new AssessmentIngestion(this).LoadAsync(assessment.Kept, cancellationToken);
                    break;
                default:
                    throw new UnreachableException($"planned item {item.GetType().Name}");
            }
        }

        var (nodes, relationships) = await CountAsync(cancellationToken);
        return new IngestionReport(reports, nodes, relationships, watch.Elapsed.TotalSeconds);
    }

    /// <summary>Adds papers to an enterprise that the graph holds; its other papers stay.</summary>
    /// <param name="creditCode">The enterprise.</param>
    /// <param name="papers">The papers; their paths become part of their ids.</param>
    /// <param name="progress">Told of each paper when it is done.</param>
    /// <param name="cancellationToken">Ends the run between two papers; what was committed stays.</param>
    /// <exception cref="IngestionException">The graph does not hold the enterprise, or its <c>enterprise.yaml</c> is not kept.</exception>
    public async Task<IngestionReport> AddPapersAsync(string creditCode, IReadOnlyList<SourceFile> papers, IProgress<DocumentReport>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(papers);
        var watch = Stopwatch.StartNew();
        await LoadOntologyAsync(cancellationToken);
        var run = new IngestionRun(await DocumentStore.ReadAllAsync(graph, cancellationToken), []);
        var reports = new List<DocumentReport>();
        void Done(DocumentReport report)
        {
            reports.Add(report);
            progress?.Report(report);
        }

        await new EnterpriseIngestion(this, run).AddAsync(creditCode, papers, Done, cancellationToken);
        var (nodes, relationships) = await CountAsync(cancellationToken);
        return new IngestionReport(reports, nodes, relationships, watch.Elapsed.TotalSeconds);
    }

    /// <summary>Removes a document, a saved assessment, or an enterprise with all its papers and assessments.</summary>
    /// <returns>The ids that were removed; none when the graph does not hold the id.</returns>
    public async Task<IReadOnlyList<string>> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        var run = new IngestionRun(await DocumentStore.ReadAllAsync(graph, cancellationToken), []);
        var enterprise = new GraphQuery("MATCH (e:Enterprise {id: $id}) RETURN e.id AS id", new Dictionary<string, GraphValue> { ["id"] = id });
        var isEnterprise = (await graph.ExecuteAsync(enterprise, cancellationToken)).Rows.Count > 0;
        var removed = run.Stored.Values.Where(d => d.Id == id || (isEnterprise && d.EnterpriseId == id)).Select(d => d.Id).Order(StringComparer.Ordinal).ToList();
        var isAssessment = removed.Count == 0 && !isEnterprise && await AssessmentStore.HoldsAsync(graph, id, cancellationToken);
        if (removed.Count == 0 && !isEnterprise && !isAssessment)
        {
            return [];
        }

        Keep(null, Entry("remove") with { Document = id });
        async Task RemoveAllAsync(IGraphTransaction transaction)
        {
            foreach (var document in removed)
            {
                await store.RemoveAsync(transaction, document, run.Index, cancellationToken);
            }

            if (isAssessment)
            {
                await AssessmentStore.RemoveAsync(transaction, id, cancellationToken);
            }

            if (isEnterprise)
            {
                await AssessmentStore.RemoveOfAsync(transaction, id, cancellationToken);
                await transaction.RunAsync(new GraphQuery("MATCH (e:Enterprise {id: $id}) DETACH DELETE e", new Dictionary<string, GraphValue> { ["id"] = id }, GraphAccess.Write), cancellationToken);
            }
        }

        await WriteAsync(run, RemoveAllAsync, cancellationToken);
        return isAssessment || isEnterprise ? [.. removed, id] : removed;
    }

    /// <summary>Loads one enterprise's folder into a graph that lives for one answer; the ontology is loaded only where the graph has none.</summary>
    /// <returns>What became of each paper.</returns>
    public async Task<IReadOnlyList<DocumentReport>> LayOverAsync(PlannedEnterprise enterprise, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(enterprise);
        var held = await graph.ExecuteAsync(new GraphQuery("MATCH (e:Edition) RETURN count(e) AS n"), cancellationToken);
        if (held.Rows[0][0].AsInteger() == 0)
        {
            await LoadOntologyAsync(cancellationToken);
        }

        var run = new IngestionRun(await DocumentStore.ReadAllAsync(graph, cancellationToken), []);
        var reports = new List<DocumentReport>();
        await new EnterpriseIngestion(this, run).IngestAsync(enterprise, reports.Add, cancellationToken);
        return reports;
    }

    /// <summary>Loads the ontology unless the graph holds this version of it.</summary>
    public Task<bool> LoadOntologyAsync(CancellationToken cancellationToken) =>
        new OntologyLoader(loader).LoadAsync(graph, work => WriteAsync(null, work, cancellationToken), ontology.Version, ontology.Claims, cancellationToken);

    internal IGraphDatabase Graph => graph;

    internal Originals? Originals => originals;

    internal PolicyOntology Ontology => ontology;

    internal DocumentIntake Intake => intake;

    internal GraphLoader Loader => loader;

    internal DocumentStore Store => store;

    /// <summary>Makes bytes and entry durable; nothing happens where nothing is kept.</summary>
    internal void Keep(FileContent? content, JournalEntry entry)
    {
        if (content is not null)
        {
            originals?.Keep(content.Bytes);
        }

        journal?.AppendBeforeCommit(entry);
    }

    /// <summary>Does work in a transaction of its own and commits it.</summary>
    /// <remarks>
    /// In a store that others load as well, transactions take turns: each holds one node until it commits and learns first which documents there are now, so that several processes leave
    /// what one would. When the store takes a transaction back for a reason that passes, it is done again; the work may be run more than once.
    /// </remarks>
    /// <param name="run">Learns which documents there are; null where the work does not ask.</param>
    /// <param name="work">What is done.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal async Task WriteAsync(IngestionRun? run, Func<IGraphTransaction, Task> work, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                await using var transaction = await graph.BeginTransactionAsync(GraphAccess.Write, cancellationToken);
                if (graph.OwnLabel is not null)
                {
                    var held = await transaction.RunAsync(new GraphQuery(SharedTurn.Take, null, GraphAccess.Write) { Limits = GraphLimits.None }, cancellationToken);
                    run?.Follow(held);
                }

                await work(transaction);
                if (graph.OwnLabel is not null)
                {
                    await transaction.RunAsync(new GraphQuery(SharedTurn.GiveBack, null, GraphAccess.Write) { Limits = GraphLimits.None }, cancellationToken);
                }

                await transaction.CommitAsync(cancellationToken);
                return;
            }
            catch (GraphException error) when (error.IsTransient && tried < SharedTurn.Tries)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50 << tried), time, cancellationToken);
            }
        }
    }

    internal JournalEntry Entry(string kind) => new() { Kind = kind, At = time.GetUtcNow() };

    private async Task<(long Nodes, long Relationships)> CountAsync(CancellationToken cancellationToken)
    {
        var nodes = await graph.ExecuteAsync(new GraphQuery("MATCH (n) RETURN count(n) AS n") { Limits = GraphLimits.None }, cancellationToken);
        var relationships = await graph.ExecuteAsync(new GraphQuery("MATCH ()-[r]->() RETURN count(r) AS n") { Limits = GraphLimits.None }, cancellationToken);
        return (nodes.Rows[0][0].AsInteger() ?? 0, relationships.Rows[0][0].AsInteger() ?? 0);
    }
}
