using System.Diagnostics;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>Computes the value of an expression for one row.</summary>
internal delegate GraphValue Evaluation(GraphValue[] row, RunContext context);

/// <summary>One run of one statement: the graph it sees, its parameters, its limits and what it changed.</summary>
internal sealed class RunContext
{
    private const int TicksBetweenChecks = 512;

    [ThreadStatic]
    private static RunContext? current;

    private readonly GraphLimits limits;
    private readonly CancellationToken cancellation;
    private readonly long deadline;
    private int ticks;
    private bool isOver; // What is still counted through of the result has no clock any more.
    private long memory;
    private DateTimeOffset? now;
    private Random? random;

    public RunContext(GraphView view, IReadOnlyDictionary<string, GraphValue>? parameters, GraphLimits limits, int rowWidth, CancellationToken cancellation)
    {
        View = view;
        Graph = view as WritableGraph;
        Parameters = parameters ?? new Dictionary<string, GraphValue>();
        RowWidth = rowWidth;
        this.limits = limits;
        this.cancellation = cancellation;
        deadline = limits.Timeout == Timeout.InfiniteTimeSpan ? long.MaxValue : Stopwatch.GetTimestamp() + (long)(limits.Timeout.TotalSeconds * Stopwatch.Frequency);
    }

    public GraphView View { get; }

    /// <summary>The graph to write to; null while the statement only reads.</summary>
    public WritableGraph? Graph { get; }

    public IReadOnlyDictionary<string, GraphValue> Parameters { get; }

    public int RowWidth { get; }

    /// <summary>Counts the rows of every operator; null where nobody asked.</summary>
    public RowProfile? Profile { get; init; }

    public WriteLog Writes { get; } = new();

    public Random Random => random ??= new Random();

    /// <summary>The moment of the statement: one for all its calls of datetime().</summary>
    public DateTimeOffset Now => now ??= TimeProvider.System.GetUtcNow();

    public GraphValue[] NewRow() => new GraphValue[RowWidth];

    /// <summary>Runs the statement; until it has ended, its clock ticks wherever values are compared on this thread.</summary>
    public T Within<T>(Func<T> run)
    {
        var outer = current;
        current = this;
        try
        {
            return run();
        }
        finally
        {
            current = outer;
            isOver = true;
        }
    }

    /// <summary>Called where the parts of a value are looked into: lists can be deeper than the stack, and shared parts make more of them than there is memory.</summary>
    /// <exception cref="InsufficientExecutionStackException">The value is too deep.</exception>
    public static void Descend()
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        current?.Tick();
    }

    /// <summary>Counts a step; now and then looks whether the run has to end.</summary>
    public void Tick()
    {
        if (!isOver && ++ticks >= TicksBetweenChecks)
        {
            ticks = 0;
            Check();
        }
    }

    /// <summary>Ends the run when it is cancelled or its time is up.</summary>
    public void Check()
    {
        cancellation.ThrowIfCancellationRequested();
        if (Stopwatch.GetTimestamp() > deadline)
        {
            throw CypherFault.Limit($"查询超过了 {limits.Timeout.TotalSeconds:0.###} 秒的时限，已停止；请缩小匹配范围或加上 LIMIT。", "Neo.ClientError.Transaction.TransactionTimedOut");
        }
    }

    /// <summary>Counts memory that an operator holds.</summary>
    public void Charge(long bytes)
    {
        memory += bytes;
        if (memory > limits.MaxMemoryBytes)
        {
            throw CypherFault.Limit($"查询占用的内存超过了 {limits.MaxMemoryBytes >> 20} MB 的上限，已停止；请缩小匹配范围、先聚合或加上 LIMIT。");
        }
    }

    /// <summary>Checks, before a value is made, that it may be as large.</summary>
    public void RequireRoom(long bytes)
    {
        Charge(bytes);
        Release(bytes);
    }

    /// <summary>The values as a list; counted while it grows.</summary>
    public ListValue Gather(IEnumerable<GraphValue> values)
    {
        List<GraphValue> gathered = [];
        long bytes = 0;
        foreach (var value in values)
        {
            Tick();
            var more = 8 + MemoryEstimate.Of(value);
            bytes += more;
            Charge(more);
            gathered.Add(value);
        }

        Release(bytes);
        return new ListValue(gathered);
    }

    /// <summary>Counts a row that an operator holds.</summary>
    public void ChargeRow() => Charge(48 + (8L * RowWidth));

    /// <summary>Memory that is held no longer.</summary>
    public void Release(long bytes) => memory -= bytes;

    /// <summary>Checks the size of the result so far.</summary>
    public void CheckRows(long rows)
    {
        if (rows > limits.MaxRows)
        {
            throw CypherFault.Limit($"结果超过了 {limits.MaxRows} 行的上限，已停止；请加上 LIMIT 或先聚合。");
        }
    }

    /// <summary>A node as it is now: rows keep what was read, while the statement may have written since.</summary>
    /// <exception cref="GraphException">It was deleted.</exception>
    public Node Current(Node node) => Graph is null ? node : Graph.FindNode(node.Id) ?? throw CypherFault.Deleted("节点");

    /// <summary>A relationship as it is now.</summary>
    /// <exception cref="GraphException">It was deleted.</exception>
    public Relationship Current(Relationship relationship) => Graph is null ? relationship : Graph.FindRelationship(relationship.Id) ?? throw CypherFault.Deleted("关系");

    /// <summary>The node with this id, or an empty one where it was deleted.</summary>
    public Node NodeOf(long id) => View.FindNode(id) ?? new Node(id, [], EmptyProperties);

    public static IReadOnlyDictionary<string, GraphValue> EmptyProperties { get; } = new Dictionary<string, GraphValue>();

    /// <summary>A value to be handed out: what was written since it was read is brought in.</summary>
    public GraphValue Refresh(GraphValue value) => Graph is null ? value : value switch
    {
        Node n => Graph.FindNode(n.Id) ?? new Node(n.Id, [], EmptyProperties),
        Relationship r => Graph.FindRelationship(r.Id) ?? r,
        ListValue l when l.Values.Count > 0 => new ListValue([.. l.Values.Select(Refresh)]),
        MapValue m when m.Entries.Count > 0 => new MapValue(m.Entries.ToDictionary(e => e.Key, e => Refresh(e.Value), StringComparer.Ordinal)),
        Graph.Path p => new Graph.Path([.. p.Nodes.Select(n => (Node)Refresh(n))], [.. p.Relationships.Select(r => (Relationship)Refresh(r))]),
        _ => value,
    };
}

/// <summary>What a statement has written so far, and what it has to leave in order when it ends.</summary>
internal sealed class WriteLog
{
    public long NodesCreated { get; set; }

    public long NodesDeleted { get; set; }

    public long RelationshipsCreated { get; set; }

    public long RelationshipsDeleted { get; set; }

    public long PropertiesSet { get; set; }

    public long LabelsAdded { get; set; }

    public long LabelsRemoved { get; set; }

    public long IndexesAdded { get; set; }

    public long IndexesRemoved { get; set; }

    public long ConstraintsAdded { get; set; }

    public long ConstraintsRemoved { get; set; }

    /// <summary>Nodes that were deleted, each with the relationships that it still had.</summary>
    public List<(long Node, List<long> Relationships)> Deleted { get; } = [];

    /// <summary>Checks that no deleted node is still connected.</summary>
    /// <exception cref="GraphException">One is (class constraint).</exception>
    public void RequireNothingDangling(GraphView graph)
    {
        foreach (var (node, relationships) in Deleted)
        {
            if (relationships.Any(r => graph.FindRelationship(r) is not null))
            {
                throw CypherFault.StillConnected(node);
            }
        }
    }

    public GraphStatistics ToStatistics() => new(NodesCreated, NodesDeleted, RelationshipsCreated, RelationshipsDeleted, PropertiesSet, LabelsAdded, LabelsRemoved, IndexesAdded, IndexesRemoved, ConstraintsAdded, ConstraintsRemoved);
}
