using PolicyGraph.Text;

namespace PolicyGraph.Ingestion;

/// <summary>What became of one document.</summary>
public enum DocumentStatus
{
    /// <summary>Read and loaded whole.</summary>
    Succeeded,

    /// <summary>Loaded, but something was left out or read with doubt: see the diagnostics.</summary>
    Partial,

    /// <summary>Not loaded; what the graph held of it before stands.</summary>
    Failed,

    /// <summary>The graph already holds exactly this.</summary>
    Unchanged,

    /// <summary>Not taken, for the reason in the diagnostics.</summary>
    Skipped,
}

/// <summary>How much one document says.</summary>
/// <param name="Provisions">Provisions.</param>
/// <param name="Targets">Targets.</param>
/// <param name="Norms">Obligations, permissions, prohibitions, encouragements.</param>
/// <param name="Citations">Citations of other documents.</param>
public sealed record DocumentCounts(int Provisions, int Targets, int Norms, int Citations);

/// <summary>The result of one document.</summary>
/// <param name="Document">Its id; null when it has none.</param>
/// <param name="Path">Below its enterprise's folder, or below the ingested folder.</param>
/// <param name="Title">Its title; null where unknown.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Counts">What it says; null for what was skipped or failed.</param>
/// <param name="Seconds">Time it took; null for what was not read.</param>
/// <param name="Diagnostics">Remarks; never empty for skipped, failed and partial.</param>
public sealed record DocumentReport(string? Document, string Path, string? Title, DocumentStatus Status, DocumentCounts? Counts, double? Seconds, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>The result of one run.</summary>
/// <param name="Documents">One for each file.</param>
/// <param name="Nodes">Nodes in the graph after the run.</param>
/// <param name="Relationships">Relationships in the graph after the run.</param>
/// <param name="Seconds">Time of the whole run.</param>
public sealed record IngestionReport(IReadOnlyList<DocumentReport> Documents, long Nodes, long Relationships, double Seconds)
{
    /// <summary>Whether any document failed.</summary>
    public bool HasFailures => Documents.Any(d => d.Status == DocumentStatus.Failed);
}
