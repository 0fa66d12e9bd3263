using System.Globalization;
using System.Security.Cryptography;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;

namespace PolicyGraph.Api.Hosting;

/// <summary>What the statements of one transaction on a server made, where they did nothing else.</summary>
internal sealed class MadeOnServer
{
    private const string MarkNodes = "UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row.id SET n:PolicyGraph SET n.journalName = row.name";

    private const string NameRelationships = "UNWIND $rows AS row MATCH ()-[r]->() WHERE elementId(r) = row.id SET r.journalName = row.name";

    private static readonly Dictionary<string, GraphValue> None = [];

    private readonly string making = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
    private readonly Dictionary<long, NamedElement<Node>> nodes = [];
    private readonly List<(NamedElement<Relationship> Element, End From, End To)> relationships = [];

    /// <summary>Reads the rows of <see cref="MakingStatement.Returning"/>.</summary>
    public void Add(MakingStatement statement, GraphResult result)
    {
        foreach (var row in result.Records)
        {
            for (var i = 0; i < statement.Nodes.Count; i++)
            {
                var node = (Node)row[Column("n", i)];
                nodes[node.Id] = new NamedElement<Node>(node, row[Column("ne", i)].AsString() ?? string.Empty, string.Create(CultureInfo.InvariantCulture, $"{making}:n{node.Id}"));
            }

            for (var i = 0; i < statement.Relationships.Count; i++)
            {
                var relationship = (Relationship)row[Column("r", i)];
                var element = new NamedElement<Relationship>(relationship, row[Column("re", i)].AsString() ?? string.Empty, string.Create(CultureInfo.InvariantCulture, $"{making}:r{relationship.Id}"));
                relationships.Add((element, EndOf(row, "s", i), EndOf(row, "t", i)));
            }
        }
    }

    /// <summary>Marks the nodes as the product's and leaves the journal's names on what has no key.</summary>
    public async Task NameAsync(IGraphTransaction transaction, IReadOnlySet<string> keys, CancellationToken cancellationToken)
    {
        async Task RunAsync(string statement, IEnumerable<(string ElementId, string? Name)> named)
        {
            foreach (var batch in named.Chunk(5_000))
            {
                var rows = GraphValue.ListOf(batch.Select(n => (GraphValue)GraphValue.MapOf(("id", n.ElementId), ("name", n.Name))));
                await transaction.RunAsync(new GraphQuery(statement, new Dictionary<string, GraphValue> { ["rows"] = rows }, GraphAccess.Write) { Limits = GraphLimits.None }, cancellationToken);
            }
        }

        await RunAsync(MarkNodes, nodes.Values.Select(n => (n.ElementId, ServerDifference.KeyOf(n.Value, keys) is null ? n.Name : null)));
        await RunAsync(NameRelationships, OfTheProduct().Select(r => (r.Element.ElementId, r.Element.Name)));
    }

    /// <summary>The effect.</summary>
    public GraphEffect Effect(IReadOnlyList<SchemaEffect> schema, IReadOnlySet<string> keys) => new(
        [.. nodes.Values.Select(n => new NodeEffect(Reference(n.Value, n.Name, keys), EffectKind.Created, n.Value.Labels, [], n.Value.Properties, []))],
        [
            .. OfTheProduct().Select(r => new RelationshipEffect(
                new RelationshipReference(r.Element.Name ?? string.Empty, r.Element.Value.Type, Reference(r.From.Node, r.From.Name, keys), Reference(r.To.Node, r.To.Name, keys), None), EffectKind.Created, r.Element.Value.Properties, [])),
        ],
        schema);

    private static string Column(string kind, int number) => kind + number.ToString(CultureInfo.InvariantCulture);

    private static End EndOf(GraphRow row, string kind, int number) => new((Node)row[Column(kind, number)], row[Column(kind + "n", number)].AsString(), row[Column(kind + "p", number)].AsBoolean() is true);

    /// <summary>A node with a key goes by it; another by the name that it has, or got here.</summary>
    private NodeReference Reference(Node node, string? name, IReadOnlySet<string> keys) =>
        ServerDifference.KeyOf(node, keys) is { } key ? key : new NamedNode(name ?? nodes.GetValueOrDefault(node.Id)?.Name ?? string.Create(CultureInfo.InvariantCulture, $"{making}:n{node.Id}"));

    /// <summary>Relationships with nodes of others are theirs.</summary>
    private IEnumerable<(NamedElement<Relationship> Element, End From, End To)> OfTheProduct() => relationships.Where(r => IsOurs(r.From) && IsOurs(r.To));

    private bool IsOurs(End end) => end.IsMarked || nodes.ContainsKey(end.Node.Id);

    /// <summary>An end of a relationship as it was when it was made.</summary>
    private sealed record End(Node Node, string? Name, bool IsMarked);
}
