namespace PolicyGraph.Graph;

/// <summary>A property graph that speaks Cypher: the embedded store, or a Neo4j server.</summary>
/// <remarks>
/// Shaped so that an official driver's executable query (<see cref="ExecuteAsync"/>) and session (<see cref="BeginTransactionAsync"/>) can stand behind it.
/// Nothing else in the product knows which store it has.
/// </remarks>
public interface IGraphDatabase : IAsyncDisposable
{
    /// <summary>The label that the product puts on every node it makes, in a store that others use as well; null for a store of the product's own.</summary>
    /// <remarks>Where there is one, several processes may load at once. Nodes that a statement returns do not show it.</remarks>
    string? OwnLabel => null;

    /// <summary>Runs one statement in a transaction of its own: committed when it succeeds, without a trace when it fails.</summary>
    /// <exception cref="GraphException">The statement is wrong, refused, over a limit, or failed while it ran.</exception>
    Task<GraphResult> ExecuteAsync(GraphQuery query, CancellationToken cancellationToken = default);

    /// <summary>Begins a transaction of several statements.</summary>
    /// <param name="access">What its statements may do.</param>
    /// <param name="cancellationToken">Ends the wait for the writer's turn.</param>
    Task<IGraphTransaction> BeginTransactionAsync(GraphAccess access, CancellationToken cancellationToken = default);
}

/// <summary>Several statements that become visible together, or not at all.</summary>
/// <remarks>Disposing one that was not committed rolls it back.</remarks>
public interface IGraphTransaction : IAsyncDisposable
{
    /// <summary>Runs one statement inside the transaction. After a failure the transaction can only be rolled back.</summary>
    /// <exception cref="GraphException">As <see cref="IGraphDatabase.ExecuteAsync"/>.</exception>
    Task<GraphResult> RunAsync(GraphQuery query, CancellationToken cancellationToken = default);

    /// <summary>Makes everything that was run durable and visible.</summary>
    Task CommitAsync(CancellationToken cancellationToken = default);

    /// <summary>Takes everything back.</summary>
    Task RollbackAsync(CancellationToken cancellationToken = default);
}

/// <summary>What a statement may do.</summary>
public enum GraphAccess
{
    /// <summary>Read only: anything that writes is refused before it runs.</summary>
    Read,

    /// <summary>Read and write.</summary>
    Write,
}

/// <summary>One statement with its parameters and limits.</summary>
/// <param name="Text">The Cypher.</param>
/// <param name="Parameters">Values of <c>$name</c>; null for none.</param>
/// <param name="Access">What it may do; inside a transaction the transaction's own access binds as well.</param>
public sealed record GraphQuery(string Text, IReadOnlyDictionary<string, GraphValue>? Parameters = null, GraphAccess Access = GraphAccess.Read)
{
    /// <summary>Limits that the store enforces while the statement runs.</summary>
    public GraphLimits Limits { get; init; } = GraphLimits.Default;
}

/// <summary>What one statement may use.</summary>
/// <param name="Timeout">Wall clock.</param>
/// <param name="MaxRows">Rows of the result.</param>
/// <param name="MaxMemoryBytes">Memory held by its operators, estimated.</param>
public sealed record GraphLimits(TimeSpan Timeout, long MaxRows, long MaxMemoryBytes)
{
    /// <summary>30 seconds, 100,000 rows, 512 MB.</summary>
    public static GraphLimits Default { get; } = new(TimeSpan.FromSeconds(30), 100_000, 512L << 20);

    /// <summary>For the product's own loading: no limit but the machine's.</summary>
    public static GraphLimits None { get; } = new(System.Threading.Timeout.InfiniteTimeSpan, long.MaxValue, long.MaxValue);
}

/// <summary>The rows of one statement and what it changed.</summary>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">The rows, each as wide as <paramref name="Columns"/>.</param>
/// <param name="Statistics">What it changed.</param>
public sealed record GraphResult(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<GraphValue>> Rows, GraphStatistics Statistics)
{
    /// <summary>How it was or would be run, where <c>EXPLAIN</c> or <c>PROFILE</c> asked; null elsewhere.</summary>
    public GraphPlan? Plan { get; init; }

    /// <summary>What the store noticed about the statement, such as a label that no node has; most statements have none.</summary>
    public IReadOnlyList<GraphNotice> Notices { get; init; } = [];

    /// <summary>The rows with their values by column name.</summary>
    public IEnumerable<GraphRow> Records => Rows.Select(row => new GraphRow(Columns, row));
}

/// <summary>One step of a plan.</summary>
/// <param name="Operator">What it does: <c>NodeByLabelScan</c>, <c>Expand</c> …</param>
/// <param name="Details">What it does it to, in the words of the statement; may be empty.</param>
/// <param name="Rows">How many rows it handed on; null when it did not run.</param>
/// <param name="Children">Where its rows come from, and plans that it runs for them.</param>
public sealed record GraphPlan(string Operator, string Details, long? Rows, IReadOnlyList<GraphPlan> Children)
{
    /// <summary>All steps, the last one first; where a step has several children, those are one deeper than it is.</summary>
    public IEnumerable<(GraphPlan Step, int Depth)> Steps()
    {
        var open = new Stack<(GraphPlan Step, int Depth)>([(this, 0)]);
        while (open.TryPop(out var at))
        {
            yield return at;

            // A single child is where the rows come from, and stands below; the plans beside it come right behind the step.
            var (step, depth) = at;
            for (var i = 0; i < step.Children.Count; i++)
            {
                open.Push((step.Children[i], step.Children.Count > 1 && i > 0 ? depth + 1 : depth));
            }
        }
    }
}

/// <summary>Something about a statement that is no error and still may not be what was meant.</summary>
/// <param name="Code">In Neo4j's terms: <c>Neo.ClientNotification.Statement.UnknownLabelWarning</c>.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Column from 1 in UTF-16 code units.</param>
/// <param name="Hint">What may have been meant; null when nothing comes to mind.</param>
public sealed record GraphNotice(string Code, string Message, int Line, int Column, string? Hint);

/// <summary>One row, its values by column name.</summary>
public readonly struct GraphRow(IReadOnlyList<string> columns, IReadOnlyList<GraphValue> values)
{
    /// <summary>The value of a column.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public GraphValue this[string column]
    {
        get
        {
            for (var i = 0; i < columns.Count; i++)
            {
                if (string.Equals(columns[i], column, StringComparison.Ordinal))
                {
                    return values[i];
                }
            }

            throw new ArgumentException($"no column {column}; there are {string.Join(", ", columns)}", nameof(column));
        }
    }
}

/// <summary>Neo4j's counters of what a statement changed.</summary>
public sealed record GraphStatistics(
    long NodesCreated = 0,
    long NodesDeleted = 0,
    long RelationshipsCreated = 0,
    long RelationshipsDeleted = 0,
    long PropertiesSet = 0,
    long LabelsAdded = 0,
    long LabelsRemoved = 0,
    long IndexesAdded = 0,
    long IndexesRemoved = 0,
    long ConstraintsAdded = 0,
    long ConstraintsRemoved = 0)
{
    /// <summary>Nothing was changed.</summary>
    public static GraphStatistics None { get; } = new();

    /// <summary>Whether anything was changed.</summary>
    public bool ContainsUpdates => this != None;
}
