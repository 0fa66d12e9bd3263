using PolicyGraph.Graph;
using PolicyGraph.Ontology.Claims;
using PolicyGraph.Ontology.Schema;

namespace PolicyGraph.Ingestion.Loading;

/// <summary>What the graph holds of a document, as far as an ingest asks.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title; null where unknown.</param>
/// <param name="Sha256">The version that was loaded; null for a stub.</param>
/// <param name="ProcessedBy">Versions of reader, extractor and ontology that loaded it.</param>
/// <param name="IsPartial">Whether it was loaded with doubts.</param>
/// <param name="NumberKey">Key of its number.</param>
/// <param name="TitleKey">Key of its title.</param>
/// <param name="EnterpriseId">The enterprise that provides it; null for a policy.</param>
/// <param name="Path">Its path as reported.</param>
/// <param name="Counts">What it says.</param>
public sealed record StoredDocument(string Id, string? Title, string? Sha256, string? ProcessedBy, bool IsPartial, string? NumberKey, string? TitleKey, string? EnterpriseId, string? Path, DocumentCounts Counts);

/// <summary>A citation that was loaded, with all that is needed to give it another target.</summary>
internal sealed record StoredCitation(string From, string To, IReadOnlyDictionary<string, GraphValue> Properties)
{
    public string? NumberKey => Properties.GetValueOrDefault("number", GraphValue.Null).AsString() is { } number ? CitationIndex.Key(number) : null;

    public string? TitleKey => Properties.GetValueOrDefault("title", GraphValue.Null).AsString() is { } title ? CitationIndex.Key(title) : null;
}

/// <summary>Replaces and removes what documents own, and keeps citations pointing at what they mean.</summary>
/// <remarks>All statements run alike on the embedded store and on a Neo4j 5.26 server.</remarks>
public sealed class DocumentStore(GraphSchema schema, GraphLoader loader)
{
    /// <summary>What the product says keeps a node that documents share; what people wrote does not, so that the graph is what originals and journal make it.</summary>
    private const string Kept = "EXISTS { MATCH (n)-[r]-() WHERE r.documentId IS NOT NULL OR r.ontology IS NOT NULL OR type(r) IN ['PROVIDES', 'OPERATES_IN', 'LOCATED_IN'] }";

    private const string StubQuery = $"MATCH (n:Document {{id: $id}}) WHERE n.status = 'stub' AND NOT {Kept} DETACH DELETE n";

    /// <summary>All documents, stubs left out, by id.</summary>
    public static async Task<Dictionary<string, StoredDocument>> ReadAllAsync(IGraphDatabase graph, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var result = await graph.ExecuteAsync(
            new GraphQuery("""
                MATCH (d:Document) WHERE d.status <> 'stub'
                RETURN d.id AS id, d.title AS title, d.sha256 AS sha256, d.processedBy AS processedBy, d.status AS status, d.numberKey AS numberKey, d.titleKey AS titleKey,
                       d.enterpriseId AS enterpriseId, d.path AS path, d.provisions AS provisions, d.targets AS targets, d.norms AS norms, d.citations AS citations
                """) { Limits = GraphLimits.None },
            cancellationToken);
        return result.Records.Select(Read).ToDictionary(d => d.Id, StringComparer.Ordinal);
    }

    /// <summary>Loads a document in place of what it said before; its node and what points at it stay.</summary>
    /// <param name="transaction">A transaction that may write.</param>
    /// <param name="id">The document.</param>
    /// <param name="claims">Its node and all that it says.</param>
    /// <param name="index">The documents of the graph, this one as it is now.</param>
    /// <param name="mayBeHeld">Whether the graph may hold the document: false only where it is known that it does not, and nothing has to be cleared for it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task ReplaceAsync(IGraphTransaction transaction, string id, GraphClaims claims, CitationIndex index, bool mayBeHeld, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(index);
        if (mayBeHeld)
        {
            await ClearAsync(transaction, id, cancellationToken);
        }

        await loader.LoadAsync(transaction, claims, fromOntology: false, cancellationToken);
        if (mayBeHeld || index.CanBeCited(id) || claims.Relationships.Any(r => r.Type == "CITES"))
        {
            await RelinkAsync(transaction, index, cancellationToken);
        }

        if (mayBeHeld)
        {
            await DropOrphansAsync(transaction, cancellationToken);
        }
    }

    /// <summary>Removes a document with all that it owns; citations of it are turned to what they mean without it.</summary>
    public async Task RemoveAsync(IGraphTransaction transaction, string id, CitationIndex index, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(index);
        index.Remove(id);
        await ClearAsync(transaction, id, cancellationToken);
        await RelinkAsync(transaction, index, cancellationToken);
        await RunAsync(transaction, "MATCH (d:Document {id: $id}) DETACH DELETE d", id, cancellationToken);
        await DropOrphansAsync(transaction, cancellationToken);
    }

    private async Task ClearAsync(IGraphTransaction transaction, string id, CancellationToken cancellationToken)
    {
        foreach (var type in schema.NodeTypes.Values.Where(t => t.IsOwned))
        {
            await RunAsync(transaction, $"MATCH (n:{type.Label} {{documentId: $id}}) DETACH DELETE n", id, cancellationToken);
        }

        await RunAsync(transaction, "MATCH (:Document {id: $id})-[r]->() WHERE r.documentId = $id DELETE r", id, cancellationToken);
        await RunAsync(transaction, "MATCH (:Enterprise)-[r:PROVIDES]->(:Document {id: $id}) DELETE r", id, cancellationToken);
        await RunAsync(transaction, "MATCH (d:Document {id: $id}) SET d = {id: $id} REMOVE d:Policy:StandardText:EvidenceFile", id, cancellationToken);
    }

    private async Task RelinkAsync(IGraphTransaction transaction, CitationIndex index, CancellationToken cancellationToken)
    {
        const string Statement = """
            MATCH (a:Document)-[r:CITES]->(b:Document) WHERE r.documentId IS NOT NULL
            RETURN a.id AS from, b.id AS to, properties(r) AS properties, b.title AS title, b.documentNumber AS number
            """;
        var rows = await transaction.RunAsync(new GraphQuery(Statement) { Limits = GraphLimits.None }, cancellationToken);
        var stubs = new Dictionary<string, StubNames>(StringComparer.Ordinal);
        foreach (var row in rows.Records)
        {
            var citation = new StoredCitation(row["from"].AsString() ?? string.Empty, row["to"].AsString() ?? string.Empty, ((MapValue)row["properties"]).Entries);
            var (meant, isStub) = index.Resolve(citation.From, citation.NumberKey, citation.TitleKey);
            if (isStub)
            {
                var names = stubs.TryGetValue(meant, out var known) ? known : stubs[meant] = new StubNames();
                names.Add(citation.Properties, meant == citation.To ? (row["title"].AsString(), row["number"].AsString()) : null);
            }

            if (meant == citation.To)
            {
                continue;
            }

            await DeleteCitationAsync(transaction, citation, cancellationToken);
            var claims = new GraphClaims();
            var target = isStub ? DocumentClaims.Stub(claims, meant, citation.Properties) : new NodeKey("Document", meant);
            claims.Relationship("CITES", new NodeKey("Document", citation.From), target, citation.Properties);
            await loader.LoadAsync(transaction, claims, fromOntology: false, cancellationToken);
            await RunAsync(transaction, StubQuery, citation.To, cancellationToken);
        }

        var named = new GraphClaims();
        foreach (var (id, names) in stubs.Where(s => s.Value.IsStale))
        {
            DocumentClaims.Stub(named, id, names.Chosen);
        }

        await loader.LoadAsync(transaction, named, fromOntology: false, cancellationToken);
    }

    /// <summary>How the documents that cite a stub call it: of several titles or numbers the first in ordinal order names it, whatever order they came in.</summary>
    private sealed class StubNames
    {
        private string? title;
        private string? number;
        private (string? Title, string? Number)? held;

        private bool isJoined;

        /// <summary>Whether the stub is called otherwise, or by a citation that just came to it.</summary>
        public bool IsStale => isJoined || held != (title, number);

        public IReadOnlyDictionary<string, GraphValue> Chosen => new Dictionary<string, GraphValue> { ["title"] = title, ["number"] = number };

        public void Add(IReadOnlyDictionary<string, GraphValue> citation, (string? Title, string? Number)? now)
        {
            title = First(title, citation.GetValueOrDefault("title", GraphValue.Null).AsString());
            number = First(number, citation.GetValueOrDefault("number", GraphValue.Null).AsString());
            held = now ?? held;
            isJoined |= now is null;
        }

        private static string? First(string? one, string? other) => one is null || (other is not null && string.CompareOrdinal(other, one) < 0) ? other : one;
    }

    private static async Task DeleteCitationAsync(IGraphTransaction transaction, StoredCitation citation, CancellationToken cancellationToken)
    {
        var parameters = new Dictionary<string, GraphValue>
        {
            ["from"] = citation.From,
            ["to"] = citation.To,
            ["start"] = citation.Properties.GetValueOrDefault("start", GraphValue.Null),
            ["end"] = citation.Properties.GetValueOrDefault("end", GraphValue.Null),
        };
        const string Statement = "MATCH (:Document {id: $from})-[r:CITES]->(:Document {id: $to}) WHERE r.start = $start AND r.end = $end DELETE r";
        await transaction.RunAsync(new GraphQuery(Statement, parameters, GraphAccess.Write), cancellationToken);
    }

    private async Task DropOrphansAsync(IGraphTransaction transaction, CancellationToken cancellationToken)
    {
        foreach (var type in schema.NodeTypes.Values.Where(t => t.IsShared))
        {
            var statement = $"MATCH (n:{type.Label}) WHERE n.ontology IS NULL AND NOT {Kept} DETACH DELETE n";
            await transaction.RunAsync(new GraphQuery(statement, null, GraphAccess.Write) { Limits = GraphLimits.None }, cancellationToken);
        }

        await transaction.RunAsync(new GraphQuery($"MATCH (n:Document) WHERE n.status = 'stub' AND NOT {Kept} DETACH DELETE n", null, GraphAccess.Write), cancellationToken);
    }

    private static Task<GraphResult> RunAsync(IGraphTransaction transaction, string statement, string id, CancellationToken cancellationToken) =>
        transaction.RunAsync(new GraphQuery(statement, new Dictionary<string, GraphValue> { ["id"] = id }, GraphAccess.Write) { Limits = GraphLimits.None }, cancellationToken);

    private static StoredDocument Read(GraphRow row) => new(
        row["id"].AsString() ?? string.Empty,
        row["title"].AsString(),
        row["sha256"].AsString(),
        row["processedBy"].AsString(),
        row["status"].AsString() == "partial",
        row["numberKey"].AsString(),
        row["titleKey"].AsString(),
        row["enterpriseId"].AsString(),
        row["path"].AsString(),
        new DocumentCounts(Count(row, "provisions"), Count(row, "targets"), Count(row, "norms"), Count(row, "citations")));

    private static int Count(GraphRow row, string column) => (int)(row[column].AsInteger() ?? 0);
}
