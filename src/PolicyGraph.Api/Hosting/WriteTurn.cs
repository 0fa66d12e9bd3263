using PolicyGraph.Api.Json;
using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Storage;
using PolicyGraph.Ontology;

namespace PolicyGraph.Api.Hosting;

/// <summary>The one writer's turn on a data folder: whoever has it holds the folder's lock. Disposing it lets the next one in.</summary>
/// <remarks>
/// Journal first, then graph: an entry whose commit never came is taken back when the next turn begins. For one thread at a time. With the graph on a server the folder is locked only while
/// originals and journal are written: several turns may go on at once, and what the journal says is done again by the next ingest or <c>rebuild</c>.
/// </remarks>
public sealed class WriteTurn : IAsyncDisposable
{
    private readonly DataLock? held; // null on a server
    private readonly GraphStore? store; // null on a server
    private readonly GraphOrigin? origin; // null on a server
    private readonly List<GraphEffect> effects = [];
    private EffectReplay? replay;

    private WriteTurn(DataLock held, GraphStore store, GraphOrigin origin, Originals originals, string journal)
    {
        this.held = held;
        this.store = store;
        this.origin = origin;
        Originals = originals;
        Journal = new Journal(journal) { Next = () => (origin.Name, store.Sequence + 1) };
        Graph = new EmbeddedGraphDatabase(store, (transaction, _) => KeepWrites(transaction, store, origin));
        Journalled = new EmbeddedGraphDatabase(store, (transaction, statements) => WriteDown(transaction, statements, origin));
    }

    private WriteTurn(IGraphDatabase server, IGraphDatabase statements, Originals originals, Journal journal)
    {
        Originals = originals;
        Journal = journal;
        Graph = server;
        Journalled = new JournalledServer(statements, server, journal);
    }

    /// <summary>Where documents are loaded and removed. What people wrote is laid over it again before every commit, as <c>rebuild</c> would do; nothing is journalled.</summary>
    public IGraphDatabase Graph { get; }

    /// <summary>Where people write: every commit is in the journal with its effect, one statement or a transaction of several.</summary>
    public IGraphDatabase Journalled { get; }

    /// <summary>The bytes of what was ingested.</summary>
    public Originals Originals { get; }

    /// <summary>What was done. An entry that changes the graph goes in with <see cref="Ingestion.Storage.Journal.AppendBeforeCommit"/>, directly before its commit.</summary>
    public Journal Journal { get; }

    /// <summary>The pipeline that loads into this turn's graph.</summary>
    public IngestionPipeline Pipeline(PolicyOntology ontology) => new(Graph, ontology, Originals, Journal, TimeProvider.System);

    /// <summary>Writes the graph's log anew as one commit.</summary>
    /// <returns>Bytes before and after.</returns>
    /// <exception cref="GraphStoreException">It could not be written; the old log stays.</exception>
    /// <exception cref="RequestException">The graph is on a server.</exception>
    public (long Before, long After) Compact()
    {
        if (store is null)
        {
            throw new RequestException("图在服务器上，没有可压缩的日志；去掉 --graph 可压缩内嵌图");
        }

        var before = store.LogExtent.Length;
        store.Compact();
        return (before, store.LogExtent.Length);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        held?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Begins a turn on a server.</summary>
    /// <param name="server">Where documents are loaded.</param>
    /// <param name="statements">The same, for what people write.</param>
    /// <param name="originals">The bytes of what was ingested.</param>
    /// <param name="journal">Path of the journal.</param>
    /// <param name="takeLock">Takes the data folder's lock, for one entry.</param>
    internal static WriteTurn OnServer(IGraphDatabase server, IGraphDatabase statements, Originals originals, string journal, Func<IDisposable> takeLock) =>
        new(server, statements, originals, new Journal(journal) { Turn = takeLock });

    /// <summary>Begins a turn; the lock is taken over, and given back when this fails.</summary>
    internal static WriteTurn Begin(DataLock held, GraphStore store, Originals originals, string journal, CancellationToken cancellationToken)
    {
        try
        {
            var origin = OriginOf(store, cancellationToken);
            var turn = new WriteTurn(held, store, origin, originals, journal);
            turn.Journal.DropUncommitted(origin.Name, store.Sequence);
            return turn;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Where the graph comes from; a graph that does not say so is told, which also follows the log and cuts what a crash left behind.</summary>
    private static GraphOrigin OriginOf(GraphStore store, CancellationToken cancellationToken)
    {
        using var transaction = store.BeginWrite(cancellationToken);
        if (store.Origin is { } text)
        {
            return GraphOrigin.Read(text);
        }

        var origin = GraphOrigin.New();
        transaction.SetOrigin(origin.ToString());
        transaction.Commit();
        return origin;
    }

    private void WriteDown(GraphTransaction transaction, IReadOnlyList<GraphQuery> statements, GraphOrigin origin)
    {
        var effect = transaction.Effect(origin);
        if (effect is { Nodes.Count: 0, Relationships.Count: 0, Schema.Count: 0 })
        {
            return;
        }

        var parameters = statements is [{ Parameters: { } given }] ? given : new Dictionary<string, GraphValue>();
        Journal.AppendBeforeCommit(new JournalEntry
        {
            Kind = "write",
            At = TimeProvider.System.GetUtcNow(),
            Statement = string.Join(";\n", statements.Select(s => s.Text)),
            Parameters = JsonText.ToText(json => GraphValueJson.Write(json, new MapValue(parameters))),
            Effect = EffectJson.ToText(effect),
        });
        replay = null;
    }

    private void KeepWrites(GraphTransaction transaction, GraphStore store, GraphOrigin origin)
    {
        if (replay is null)
        {
            effects.Clear();
            effects.AddRange(Journal.Read().Where(e => e is { Kind: "write", Effect: not null } && !(e.Graph == origin.Name && e.Commit > store.Sequence)).Select(e => EffectJson.Read(e.Effect!))); // Asked for above.
            replay = new EffectReplay(origin, isNewMaking: false, effects);
        }

        foreach (var effect in effects)
        {
            replay.Apply(transaction, effect); // What does not fit now may fit again when its document comes back; rebuild reports it.
        }
    }
}
