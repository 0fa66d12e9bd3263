using System.Globalization;
using System.Security.Cryptography;
using PolicyGraph.Api.Json;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Cypher.Syntax;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion.Storage;

namespace PolicyGraph.Api.Hosting;

/// <summary>A server's graph where people write: every commit is in the journal with its effect before it is made, and what it makes is marked as the product's, so that a rebuild makes it again and not twice.</summary>
/// <remarks>
/// A server does not tell what a statement changed: one that only makes what it names is asked for it, for others the product's part of the graph is read before and after, and compared. What others keep on the server is neither marked nor journalled.
/// Whoever loads meanwhile waits. A transaction of which the server says that it failed leaves no entry; when the connection broke at the commit the entry stays, and <c>rebuild</c> does what it says.
/// </remarks>
/// <param name="server">Where the statements run.</param>
/// <param name="raw">The same server, for what only the product asks.</param>
/// <param name="journal">Where commits are written down.</param>
internal sealed class JournalledServer(IGraphDatabase server, IGraphDatabase raw, Journal journal) : IGraphDatabase
{
    private const string TakeTurn = "MATCH (o:Ontology {id: 'ontology'}) SET o.turn = true";

    private const string GiveTurnBack = "MATCH (o:Ontology {id: 'ontology'}) REMOVE o.turn";

    private const string Unmarked = "MATCH (n) WHERE NOT n:PolicyGraph RETURN elementId(n) AS id";

    private const string MarkNew = "MATCH (n) WHERE NOT n:PolicyGraph AND NOT elementId(n) IN $ids SET n:PolicyGraph";

    /// <inheritdoc/>
    public string? OwnLabel => server.OwnLabel;

    private IGraphDatabase Raw => raw;

    /// <inheritdoc/>
    public async Task<GraphResult> ExecuteAsync(GraphQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Access == GraphAccess.Read)
        {
            return await server.ExecuteAsync(query, cancellationToken);
        }

        await using var transaction = await BeginTransactionAsync(GraphAccess.Write, cancellationToken);
        var result = await transaction.RunAsync(query, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    /// <inheritdoc/>
    public async Task<IGraphTransaction> BeginTransactionAsync(GraphAccess access, CancellationToken cancellationToken = default)
    {
        var transaction = await server.BeginTransactionAsync(access, cancellationToken);
        return access == GraphAccess.Read ? transaction : new Transaction(this, transaction);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Writes a commit down and makes it; what the server refuses for certain is taken back.</summary>
    private async Task CommitAsync(IGraphTransaction transaction, IReadOnlyList<GraphQuery> statements, GraphEffect effect, CancellationToken cancellationToken)
    {
        if (effect is { Nodes.Count: 0, Relationships.Count: 0, Schema.Count: 0 })
        {
            await transaction.CommitAsync(cancellationToken);
            return;
        }

        var parameters = statements is [{ Parameters: { } given }] ? given : new Dictionary<string, GraphValue>();
        var commit = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        journal.Append(new JournalEntry
        {
            Kind = "write",
            At = TimeProvider.System.GetUtcNow(),
            Statement = string.Join(";\n", statements.Select(s => s.Text)),
            Parameters = JsonText.ToText(json => GraphValueJson.Write(json, new MapValue(parameters))),
            Effect = EffectJson.ToText(effect),
            Graph = commit,
            Commit = 1,
        });
        try
        {
            await transaction.CommitAsync(cancellationToken);
        }
        catch (GraphException)
        {
            using var turn = journal.Turn?.Invoke();
            journal.DropUncommitted(commit, 0);
            throw;
        }
    }

    private sealed class Transaction(JournalledServer owner, IGraphTransaction transaction) : IGraphTransaction
    {
        private static readonly GraphQuery Turn = new(TakeTurn, null, GraphAccess.Write) { Limits = GraphLimits.None };

        private readonly List<GraphQuery> written = [];
        private readonly List<SchemaEffect> schema = [];
        private readonly MadeOnServer made = new();
        private bool isBegun;
        private bool onlyMakes = true;
        private bool makes;
        private bool changes;

        public async Task<GraphResult> RunAsync(GraphQuery query, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(query);
            var statement = CypherStatement.Parse(query.Text);
            var body = statement.Body;
            if (!isBegun && body is QueryBody)
            {
                await transaction.RunAsync(Turn with { Limits = query.Limits }, cancellationToken); // Who loads waits from here on, and this who loads.
            }

            isBegun = true;
            var making = onlyMakes && !statement.IsExplain ? MakingStatement.Of(query.Text, body) : null;
            var result = making is null ? await transaction.RunAsync(query, cancellationToken) : await RunAsync(making, query, cancellationToken);
            var counted = result.Statistics;
            if (counted.ContainsUpdates)
            {
                onlyMakes &= making is not null || body is not QueryBody;
                written.Add(query);
                schema.AddRange(SchemaOf(body, counted));
                makes |= counted.NodesCreated > 0;
                changes |= counted with { ConstraintsAdded = 0, ConstraintsRemoved = 0, IndexesAdded = 0, IndexesRemoved = 0 } != GraphStatistics.None;
            }

            return result;
        }

        public async Task CommitAsync(CancellationToken cancellationToken = default)
        {
            var effect = new GraphEffect([], [], schema);
            if (changes)
            {
                await transaction.RunAsync(new GraphQuery(GiveTurnBack, null, GraphAccess.Write) { Limits = GraphLimits.None }, cancellationToken);
            }

            if (changes && onlyMakes)
            {
                var keys = await ServerReading.KeysAsync(owner.Raw, cancellationToken);
                await made.NameAsync(transaction, keys, cancellationToken);
                effect = made.Effect(schema, keys);
            }
            else if (changes)
            {
                if (makes)
                {
                    var others = (await owner.Raw.ExecuteAsync(new GraphQuery(Unmarked) { Limits = GraphLimits.None }, cancellationToken)).Rows.Select(r => r[0]);
                    await transaction.RunAsync(new GraphQuery(MarkNew, new Dictionary<string, GraphValue> { ["ids"] = GraphValue.ListOf(others) }, GraphAccess.Write) { Limits = GraphLimits.None }, cancellationToken);
                }

                var after = await ServerReading.OfAsync(transaction, cancellationToken);
                ServerReading before;
                await using (var committed = await owner.Raw.BeginTransactionAsync(GraphAccess.Read, cancellationToken))
                {
                    before = await ServerReading.OfAsync(committed, cancellationToken);
                }

                var difference = new ServerDifference(before, after, await ServerReading.KeysAsync(owner.Raw, cancellationToken));
                await difference.NameAsync(transaction, cancellationToken);
                effect = difference.Effect(schema);
            }
            else if (isBegun && schema.Count == 0)
            {
                await transaction.RollbackAsync(cancellationToken); // Nothing was written but the turn.
                return;
            }

            await owner.CommitAsync(transaction, written, effect, cancellationToken);
        }

        private async Task<GraphResult> RunAsync(MakingStatement making, GraphQuery query, CancellationToken cancellationToken)
        {
            var result = await transaction.RunAsync(query with { Text = making.Returning, Limits = query.Limits with { MaxRows = long.MaxValue } }, cancellationToken);
            made.Add(making, result);
            return result with { Columns = [], Rows = [] };
        }

        public Task RollbackAsync(CancellationToken cancellationToken = default) => transaction.RollbackAsync(cancellationToken);

        public ValueTask DisposeAsync() => transaction.DisposeAsync();

        private static IEnumerable<SchemaEffect> SchemaOf(StatementBody body, GraphStatistics counted) => body switch
        {
            CreateIndexBody create when counted.IndexesAdded + counted.ConstraintsAdded > 0 => [Created(create)],
            DropIndexBody drop when counted.IndexesRemoved + counted.ConstraintsRemoved > 0 => [new SchemaEffect(drop.Name, null)],
            _ => [],
        };

        /// <summary>Under the name that the embedded graph would give where none was written.</summary>
        private static SchemaEffect Created(CreateIndexBody create)
        {
            var name = create.Name ?? string.Create(CultureInfo.InvariantCulture, $"{(create.IsUnique ? "constraint" : "index")}_{create.Label}_{string.Join('_', create.Properties)}");
            return new SchemaEffect(name, new GraphIndex(name, create.Label, create.Properties, create.IsUnique));
        }
    }
}
