using PolicyGraph.Cypher.Execution;
using PolicyGraph.Cypher.Planning;
using PolicyGraph.Cypher.Semantics;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher;

/// <summary>Reads a statement without running it, and refuses what the embedded graph would refuse: for statements that a person wrote and another store is to run.</summary>
public sealed class StatementGuard
{
    private readonly PlanCache plans = new(new ProcedureCatalog());

    /// <summary>Lets a statement pass.</summary>
    /// <param name="text">The Cypher.</param>
    /// <param name="access">What it may do.</param>
    /// <exception cref="GraphException">It is wrong, asks for what is not allowed (files, settings, users), or writes where only reading is allowed.</exception>
    public void Check(string text, GraphAccess access)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var empty = GraphStore.InMemory();
        StatementRunner.RequireAccess(plans.Find(text, empty.Snapshot()), access);
    }
}
