using System.Text.Json;
using PolicyGraph.Ingestion;

namespace PolicyGraph.Api.Json;

/// <summary>What became of a run, as the contract's <c>ingest</c> prints it.</summary>
public static class IngestionJson
{
    /// <summary>Writes the whole report.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="report">The run.</param>
    /// <param name="changes">The saved verdicts that changed; null where nobody asked.</param>
    public static void Write(Utf8JsonWriter json, IngestionReport report, IReadOnlyList<Hosting.ChangedVerdict>? changes = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(report);
        json.WriteStartObject();
        json.Objects("documents", report.Documents, WriteDocument);
        json.WriteNumber("nodes", report.Nodes);
        json.WriteNumber("relationships", report.Relationships);
        json.WriteNumber("seconds", Math.Round(report.Seconds, 4));
        if (changes is not null)
        {
            AssessmentJson.WriteChanges(json, changes);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes the keys of one document's result.</summary>
    public static void WriteDocument(Utf8JsonWriter json, DocumentReport document)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(document);
        json.WriteString("document", document.Document);
        json.WriteString("path", document.Path);
        json.WriteString("title", document.Title);
        json.WriteString("status", document.Status.ToString().ToLowerInvariant());
        json.Whole("provisions", document.Counts?.Provisions);
        json.Whole("targets", document.Counts?.Targets);
        json.Whole("norms", document.Counts?.Norms);
        json.Whole("citations", document.Counts?.Citations);
        json.Number("seconds", document.Seconds is { } seconds ? Math.Round((decimal)seconds, 4) : null);
        DiagnosticJson.Write(json, document.Diagnostics);
    }
}
