using System.Diagnostics;
using PolicyGraph.Documents;
using PolicyGraph.Extraction.Policies;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion.Loading;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Text;

namespace PolicyGraph.Ingestion;

/// <summary>Ingests one policy or standard text.</summary>
internal sealed class PolicyIngestion(IngestionPipeline pipeline, IngestionRun run)
{
    public async Task<DocumentReport> IngestAsync(PlannedDocument planned, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var content = await DocumentIntake.ReadBytesAsync(planned.File, cancellationToken);
            var before = planned.Entry is { } entry ? run.Stored.GetValueOrDefault(entry.Id) : run.Before(planned.File);
            if (before is not null && run.IsTaken(before.Id))
            {
                before = null; // Another file of this run is that document now.
            }

            if (before is not null && before.Sha256 == content.Sha256 && before.ProcessedBy == ProcessedBy(planned.Entry) && run.IsAt(before.Id, planned.File))
            {
                run.Take(before.Id);
                return IngestionRun.Unchanged(before, planned.File.Path);
            }

            var document = await pipeline.Intake.ReadAsync(content, planned.File.Name, cancellationToken);
            var extraction = pipeline.Intake.ExtractPolicy(document, planned.Entry);
            return await LoadAsync(planned, content, document, extraction, before, watch, cancellationToken);
        }
        catch (IntakeException error)
        {
            return IngestionRun.Failed(planned.File.Path, error.Diagnostic, planned.Entry?.Id);
        }
        catch (RefusedClaimsException error)
        {
            return IngestionRun.Failed(planned.File.Path, new Diagnostic("ING007", Severity.Error, error.Message), planned.Entry?.Id);
        }
    }

    private async Task<DocumentReport> LoadAsync(PlannedDocument planned, FileContent content, Document document, PolicyExtraction extraction, StoredDocument? before, Stopwatch watch, CancellationToken cancellationToken)
    {
        var wanted = IdOf(planned, extraction.Profile);
        var id = run.Take(wanted);
        List<Diagnostic> diagnostics = [.. document.Diagnostics, .. extraction.Diagnostics];
        if (id != wanted)
        {
            diagnostics.Add(new Diagnostic("ING004", Severity.Warning, $"本次装载里已有 id 为“{wanted}”的文件，此文件记为“{id}”；若是同一份文件请删去一份，否则请在 manifest.jsonl 里给出 id"));
        }

        var isHeld = run.Stored.GetValueOrDefault(id) is { } same && same.Sha256 == content.Sha256 && same.ProcessedBy == ProcessedBy(planned.Entry);
        if (isHeld && before is null && run.IsAt(id, planned.File))
        {
            return IngestionRun.Unchanged(run.Stored[id], planned.File.Path);
        }

        var isPartial = DocumentIntake.IsPartial(document, diagnostics);
        var properties = new Dictionary<string, GraphValue>
        {
            ["sha256"] = content.Sha256,
            ["path"] = planned.File.Path,
            ["format"] = document.Format.ToString(),
            ["status"] = isPartial ? "partial" : "succeeded",
            ["processedBy"] = ProcessedBy(planned.Entry),
            ["characters"] = document.Text.Length,
        };
        if (before is not null && before.Id != id)
        {
            run.Index.Remove(before.Id); // A document that replaces one that it cites cites what is absent.
        }

        var claims = DocumentClaims.Of(id, document, extraction, properties, planned.Entry, pipeline.Ontology.Policies, run.Index);
        pipeline.Loader.Check(claims);
        var (number, title) = (CitationIndex.Key(extraction.Profile.DocumentNumber), CitationIndex.Key(extraction.Profile.Title));
        var displaced = before is not null && before.Id != id ? before.Id : null;
        pipeline.Keep(content, pipeline.Entry("ingest") with { Document = id, Path = planned.File.Path, Origin = planned.File.Origin, Sha256 = content.Sha256, Manifest = planned.Entry?.Line });
        async Task WriteAsync(IGraphTransaction transaction)
        {
            run.Index.Set(id, number, title);
            if (displaced is not null)
            {
                await pipeline.Store.RemoveAsync(transaction, displaced, run.Index, cancellationToken);
            }

            await pipeline.Store.ReplaceAsync(transaction, id, claims, run.Index, run.MayHold(id), cancellationToken);
        }

        await pipeline.WriteAsync(run, WriteAsync, cancellationToken);
        run.Writing(id);
        if (displaced is not null)
        {
            run.Stored.Remove(displaced);
            diagnostics.Add(new Diagnostic("ING005", Severity.Info, $"这个位置的文件原为“{displaced}”，内容已换成另一份文件，原来的已移除"));
        }

        var counts = new DocumentCounts(extraction.Provisions.Count, extraction.Targets.Count, extraction.Norms.Count, extraction.Citations.Count);
        run.Loaded(planned.File, new StoredDocument(id, extraction.Profile.Title, content.Sha256, ProcessedBy(planned.Entry), isPartial, number, title, null, planned.File.Path, counts));
        var status = isHeld ? DocumentStatus.Unchanged : isPartial ? DocumentStatus.Partial : DocumentStatus.Succeeded; // A file that only moved says what it said.
        return new DocumentReport(id, planned.File.Path, extraction.Profile.Title, status, counts, watch.Elapsed.TotalSeconds, diagnostics);
    }

    private string ProcessedBy(ManifestEntry? entry) =>
        entry is null ? pipeline.Intake.ProcessedBy : $"{pipeline.Intake.ProcessedBy} manifest {Storage.Originals.Hash(System.Text.Encoding.UTF8.GetBytes(entry.Line))[..8]}";

    private static string IdOf(PlannedDocument planned, DocumentProfile profile)
    {
        if ((planned.Id ?? planned.Entry?.Id) is { } given)
        {
            return given;
        }

        if (!string.IsNullOrWhiteSpace(profile.DocumentNumber))
        {
            return NormalizedText.Fold(profile.DocumentNumber).Squeeze().Text;
        }

        return CitationIndex.Key(profile.Title) is { } title
            ? profile.IssuingAuthorities.Count > 0 ? $"{title}@{profile.IssuingAuthorities[0]}" : title
            : planned.File.Name;
    }
}
