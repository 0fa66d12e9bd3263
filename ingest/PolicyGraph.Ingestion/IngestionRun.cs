using PolicyGraph.Graph;
using PolicyGraph.Ingestion.Loading;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ingestion.Storage;
using PolicyGraph.Text;

namespace PolicyGraph.Ingestion;

/// <summary>What one run knows while it goes on: the documents of the graph, where each file's content went before, and the ids that this run has given.</summary>
internal sealed class IngestionRun
{
    private readonly Dictionary<string, string> idByOrigin = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> originById = new(StringComparer.Ordinal);
    private readonly HashSet<string> given = new(StringComparer.Ordinal);
    private readonly HashSet<string> written = new(StringComparer.Ordinal);
    private HashSet<string>? others;

    public IngestionRun(Dictionary<string, StoredDocument> stored, IReadOnlyList<JournalEntry> journal)
    {
        Stored = stored;
        foreach (var document in stored.Values)
        {
            Index.Set(document.Id, document.NumberKey, document.TitleKey);
        }

        foreach (var entry in journal)
        {
            if (entry is { Kind: "ingest", ProvidedBy: null, Origin: { } origin, Document: { } id })
            {
                Place(origin, id);
            }
        }
    }

    /// <summary>The documents of the graph by id, stubs left out.</summary>
    public Dictionary<string, StoredDocument> Stored { get; }

    /// <summary>Whether the graph may hold a document, so that what it said before has to go.</summary>
    public bool MayHold(string id) => Stored.ContainsKey(id) || written.Contains(id) || (others?.Contains(id) ?? false);

    /// <summary>Notes that a document is about to be written.</summary>
    public void Writing(string id) => written.Add(id);

    /// <summary>Learns which documents a store holds that others load as well.</summary>
    /// <param name="held">Id, numberKey and titleKey of each.</param>
    public void Follow(GraphResult held)
    {
        ArgumentNullException.ThrowIfNull(held);
        others = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in held.Records.Where(r => !r["id"].IsNull))
        {
            var id = row["id"].AsString() ?? string.Empty;
            others.Add(id);
            Index.Set(id, row["numberKey"].AsString(), row["titleKey"].AsString());
        }

        foreach (var gone in Index.Ids.Where(id => !others.Contains(id)).ToList())
        {
            Index.Remove(gone);
        }
    }

    /// <summary>Which document a citation means.</summary>
    public CitationIndex Index { get; } = new();

    /// <summary>The document that a file's content was when it was last ingested; null when it never was.</summary>
    public StoredDocument? Before(SourceFile file) => idByOrigin.TryGetValue(file.Origin, out var id) ? Stored.GetValueOrDefault(id) : null;

    /// <summary>Whether the document was last ingested from this very place; a graph without a journal knows no places.</summary>
    public bool IsAt(string id, SourceFile file) => !originById.TryGetValue(id, out var origin) || origin == file.Origin;

    /// <summary>Whether a file of this run is that document.</summary>
    public bool IsTaken(string id) => given.Contains(id);

    /// <summary>Notes what the graph holds from now on.</summary>
    public void Loaded(SourceFile file, StoredDocument document)
    {
        Stored[document.Id] = document;
        Place(file.Origin, document.Id);
    }

    private void Place(string origin, string id)
    {
        if (originById.TryGetValue(id, out var before) && before != origin && idByOrigin.GetValueOrDefault(before) == id)
        {
            idByOrigin.Remove(before); // It moved: who comes to the old place is somebody else.
        }

        (idByOrigin[origin], originById[id]) = (id, origin);
    }

    /// <summary>Takes an id for this run: the second file with the same gets <c>#2</c>.</summary>
    public string Take(string id)
    {
        var taken = id;
        for (var n = 2; !given.Add(taken); n++)
        {
            taken = FormattableString.Invariant($"{id}#{n}");
        }

        return taken;
    }

    /// <summary>The report of a file that was not taken.</summary>
    public static DocumentReport Refused(string path, string reason, DocumentStatus status, string? document = null) =>
        new(document, path, null, status, null, null, [new Diagnostic("ING003", status == DocumentStatus.Failed ? Severity.Error : Severity.Info, reason)]);

    /// <summary>The report of a file that could not be read.</summary>
    public static DocumentReport Failed(string path, Diagnostic diagnostic, string? document = null) =>
        new(document, path, null, DocumentStatus.Failed, null, null, [diagnostic]);

    /// <summary>The report of a document that the graph already holds.</summary>
    public static DocumentReport Unchanged(StoredDocument document, string path) =>
        new(document.Id, path, document.Title, DocumentStatus.Unchanged, document.Counts, 0, []);
}
