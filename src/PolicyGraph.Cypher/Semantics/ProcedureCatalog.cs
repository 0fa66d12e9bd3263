using PolicyGraph.Cypher.Execution;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Semantics;

/// <summary>A field of a procedure: an argument or a column.</summary>
internal sealed record ProcedureField(string Name, ValueKinds Kinds);

/// <summary>A procedure: what it takes, what it gives, and how.</summary>
/// <param name="Name">With its namespace.</param>
/// <param name="Inputs">Its arguments.</param>
/// <param name="Outputs">Its columns; none for one that only has effects.</param>
/// <param name="Run">Gives the rows.</param>
internal sealed record Procedure(string Name, IReadOnlyList<ProcedureField> Inputs, IReadOnlyList<ProcedureField> Outputs, Func<GraphValue[], RunContext, IEnumerable<GraphValue[]>> Run);

/// <summary>The procedures that may be called; every one of them only reads.</summary>
internal sealed class ProcedureCatalog
{
    private static readonly ProcedureField[] SchemaColumns =
    [
        new("name", ValueKinds.String), new("type", ValueKinds.String), new("entityType", ValueKinds.String), new("labelsOrTypes", ValueKinds.List), new("properties", ValueKinds.List),
    ];

    private readonly Dictionary<string, Procedure> procedures = new(StringComparer.OrdinalIgnoreCase);

    public ProcedureCatalog()
    {
        Add(new("db.labels", [], [new("label", ValueKinds.String)], (_, c) => Sorted(c.View.Labels)));
        Add(new("db.relationshipTypes", [], [new("relationshipType", ValueKinds.String)], (_, c) => Sorted(c.View.RelationshipTypes)));
        Add(new("db.propertyKeys", [], [new("propertyKey", ValueKinds.String)], (_, c) => Sorted(c.View.PropertyKeys)));

        // A name with a blank cannot be called; the parser puts it where SHOW was written.
        Add(new("SHOW INDEXES", [], SchemaColumns, (_, c) => Described(c.View.Indexes.Where(i => i.HoldsEntries), _ => "RANGE")));
        Add(new("SHOW CONSTRAINTS", [], SchemaColumns, (_, c) => Described(c.View.Indexes.Where(i => i.IsConstraint), TypeOf)));
    }

    public IEnumerable<string> Names => procedures.Keys;

    public void Add(Procedure procedure) => procedures[procedure.Name] = procedure;

    public Procedure? Find(string name) => procedures.GetValueOrDefault(name);

    private static IEnumerable<GraphValue[]> Described(IEnumerable<GraphIndex> indexes, Func<GraphIndex, string> type) =>
        indexes.OrderBy(i => i.Name, StringComparer.Ordinal).Select(i => new GraphValue[] { i.Name, type(i), i.OfRelationships ? "RELATIONSHIP" : "NODE", GraphValue.ListOf([i.Label]), GraphValue.ListOf(i.Properties) });

    private static string TypeOf(GraphIndex constraint) => (constraint.IsUnique, constraint.IsRequired, constraint.OfRelationships) switch
    {
        (true, true, false) => "NODE_KEY",
        (true, true, true) => "RELATIONSHIP_KEY",
        (true, false, false) => "UNIQUENESS",
        (true, false, true) => "RELATIONSHIP_UNIQUENESS",
        (false, _, false) => "NODE_PROPERTY_EXISTENCE",
        (false, _, true) => "RELATIONSHIP_PROPERTY_EXISTENCE",
    };

    private static IEnumerable<GraphValue[]> Sorted(IEnumerable<string> names) => names.Order(StringComparer.Ordinal).Select(n => new GraphValue[] { n });
}
