using PolicyGraph.Ingestion.Storage;

namespace PolicyGraph.Ingestion.Sources;

/// <summary>What the journal and the originals say that the graph should hold: the way to make it again.</summary>
public static class JournalPlan
{
    /// <summary>The documents and enterprises that were ingested and not removed since, from their originals, and then the assessments that were saved of them.</summary>
    /// <param name="journal">All entries, oldest first.</param>
    /// <param name="originals">The bytes.</param>
    public static IReadOnlyList<PlannedItem> Of(IEnumerable<JournalEntry> journal, Originals originals)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(originals);
        var held = new Dictionary<string, JournalEntry>(StringComparer.Ordinal);
        foreach (var entry in journal)
        {
            if (entry is { Kind: "ingest" or "enterprise" or KeptAssessment.Kind, Document: { } id })
            {
                held[id] = entry;
                foreach (var replaced in held.Where(h => h.Key != id && entry is { Kind: "ingest", ProvidedBy: null, Origin: not null } && h.Value is { Kind: "ingest", ProvidedBy: null } && h.Value.Origin == entry.Origin).Select(h => h.Key).ToList())
                {
                    held.Remove(replaced);
                }
            }
            else if (entry is { Kind: "remove", Document: { } gone })
            {
                held.Remove(gone);
                foreach (var paper in held.Where(h => h.Value.ProvidedBy == gone).Select(h => h.Key).ToList())
                {
                    held.Remove(paper);
                }
            }
        }

        var documents = held.Values.Where(e => e is { Kind: "ingest", ProvidedBy: null }).Select(PlannedItem (e) => new PlannedDocument(File(e, e.Path, originals), Entry(e), e.Document));
        var enterprises = held.Values.Where(e => e.Kind == "enterprise").Select(PlannedItem (e) => new PlannedEnterprise(
            e.Document ?? string.Empty,
            SourceFolder.Of(e.Document ?? string.Empty, held.Values.Where(p => p.Kind == "ingest" && p.ProvidedBy == e.Document).Select(p => File(p, p.Path, originals)).Append(File(e, EnterpriseProfile.FileName, originals)))));
        var assessments = held.Values.Where(e => e.Kind == KeptAssessment.Kind).Select(PlannedItem (e) => new PlannedAssessment(KeptAssessment.Read(e)));
        return [.. documents, .. enterprises, .. assessments];
    }

    private static ManifestEntry? Entry(JournalEntry entry) => entry.Manifest is { } line ? CorpusManifest.ReadLine(line, 0) : null;

    private static SourceFile File(JournalEntry entry, string? path, Originals originals) =>
        new(path ?? entry.Document ?? string.Empty, entry.Origin ?? string.Empty, () => originals.Open(entry.Sha256 ?? string.Empty));
}
