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
    private static readonly ProcedureField[] IndexColumns =
    [
        new("id", ValueKinds.Integer), new("name", ValueKinds.String), new("state", ValueKinds.String), new("populationPercent", ValueKinds.Float), new("type", ValueKinds.String), new("entityType", ValueKinds.String),
        new("labelsOrTypes", ValueKinds.List), new("properties", ValueKinds.List), new("indexProvider", ValueKinds.String), new("owningConstraint", ValueKinds.String), new("lastRead", ValueKinds.DateTime), new("readCount", ValueKinds.Integer),
    ];

    private static readonly ProcedureField[] ConstraintColumns =
    [
        new("id", ValueKinds.Integer), new("name", ValueKinds.String), new("type", ValueKinds.String), new("entityType", ValueKinds.String), new("labelsOrTypes", ValueKinds.List), new("properties", ValueKinds.List),
        new("ownedIndex", ValueKinds.String), new("propertyType", ValueKinds.String),
    ];

    private readonly Dictionary<string, Procedure> procedures = new(StringComparer.OrdinalIgnoreCase);

    public ProcedureCatalog()
    {
        Add(new("db.labels", [], [new("label", ValueKinds.String)], (_, c) => Sorted(c.View.Labels)));
        Add(new("db.relationshipTypes", [], [new("relationshipType", ValueKinds.String)], (_, c) => Sorted(c.View.RelationshipTypes)));
        Add(new("db.propertyKeys", [], [new("propertyKey", ValueKinds.String)], (_, c) => Sorted(c.View.PropertyKeys)));

        // A name with a blank cannot be called; the parser puts it where SHOW was written.
        Add(new("SHOW INDEXES", [], IndexColumns, (_, c) => Described(c.View.Indexes.Where(i => i.HoldsEntries), (i, id) => [id, i.Name, "ONLINE", 100.0, "RANGE", EntityOf(i), Covered(i), GraphValue.ListOf(i.Properties), "range-1.0", i.IsUnique ? i.Name : null, GraphValue.Null, GraphValue.Null])));
        Add(new("SHOW CONSTRAINTS", [], ConstraintColumns, (_, c) => Described(c.View.Indexes.Where(i => i.IsConstraint), (i, id) => [id, i.Name, TypeOf(i), EntityOf(i), Covered(i), GraphValue.ListOf(i.Properties), i.HoldsEntries ? i.Name : GraphValue.Null, GraphValue.Null])));
        Add(new("db.ping", [], [new("success", ValueKinds.Boolean)], (_, _) => [[true]]));
        foreach (var procedure in SchemaProcedures.All)
        {
            Add(procedure);
        }
    }

    public IEnumerable<string> Names => procedures.Keys;

    public void Add(Procedure procedure) => procedures[procedure.Name] = procedure;

    public Procedure? Find(string name) => procedures.GetValueOrDefault(name);

    private static IEnumerable<GraphValue[]> Described(IEnumerable<GraphIndex> indexes, Func<GraphIndex, long, GraphValue[]> row) =>
        indexes.OrderBy(i => i.Name, StringComparer.Ordinal).Select((i, at) => row(i, at + 1));

    private static string EntityOf(GraphIndex index) => index.OfRelationships ? "RELATIONSHIP" : "NODE";

    private static GraphValue Covered(GraphIndex index) => GraphValue.ListOf([index.Label]);

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
