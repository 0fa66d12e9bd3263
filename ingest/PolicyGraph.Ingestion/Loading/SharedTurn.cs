namespace PolicyGraph.Ingestion.Loading;

/// <summary>How processes that load one store at once take turns: each transaction first writes one node, whose lock the store holds until it ends.</summary>
internal static class SharedTurn
{
    /// <summary>Waits for the turn; the rows are the documents that are there now, one row without an id where there are none.</summary>
    public const string Take = """
        MERGE (o:Ontology {id: 'ontology'}) SET o.turn = true
        WITH o OPTIONAL MATCH (d:Document) WHERE d.status <> 'stub'
        RETURN d.id AS id, d.numberKey AS numberKey, d.titleKey AS titleKey
        """;

    /// <summary>Leaves no trace of the turn; the lock goes with the commit.</summary>
    public const string GiveBack = "MATCH (o:Ontology {id: 'ontology'}) REMOVE o.turn";

    /// <summary>How often a transaction is done at most.</summary>
    public const int Tries = 8;
}
