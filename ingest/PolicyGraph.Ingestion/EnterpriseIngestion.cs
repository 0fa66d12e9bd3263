using System.Diagnostics;
using System.Text;
using PolicyGraph.Documents;
using PolicyGraph.Extraction.Evidences;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion.Loading;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ingestion.Storage;
using PolicyGraph.Ontology.Claims;
using PolicyGraph.Ontology.Yaml;
using PolicyGraph.Readers;
using PolicyGraph.Text;

namespace PolicyGraph.Ingestion;

/// <summary>Makes an enterprise's papers in the graph equal to its folder.</summary>
internal sealed class EnterpriseIngestion(IngestionPipeline pipeline, IngestionRun run)
{
    /// <summary>Papers that came over HTTP live here and stay when a folder is ingested.</summary>
    private const string Uploads = "uploads/";

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private bool? hasAssessments;

    public async Task IngestAsync(PlannedEnterprise planned, Action<DocumentReport> done, CancellationToken cancellationToken)
    {
        var file = planned.Folder.Find(EnterpriseProfile.FileName) ?? throw new UnreachableException("a planned enterprise has its yaml");
        var path = planned.Path.Length == 0 ? EnterpriseProfile.FileName : $"{planned.Path}/{EnterpriseProfile.FileName}";
        EnterpriseProfile profile;
        FileContent content;
        try
        {
            content = await DocumentIntake.ReadBytesAsync(file, cancellationToken);
            profile = EnterpriseProfile.Read(Encoding.UTF8.GetString(content.Bytes).TrimStart('\ufeff'), path, pipeline.Ontology.Policies.Industries.Names.ContainsKey);
        }
        catch (Exception error) when (error is YamlException or IntakeException)
        {
            done(IngestionRun.Refused(path, error.Message, DocumentStatus.Failed));
            return;
        }

        if (!seen.Add(profile.CreditCode))
        {
            done(IngestionRun.Refused(path, $"本次装载里已有统一社会信用代码为 {profile.CreditCode} 的企业；请检查 creditCode", DocumentStatus.Failed));
            return;
        }

        void Done(DocumentReport report) => done(planned.Path.Length == 0 ? report : report with { Path = $"{planned.Path}/{report.Path}" });

        await LoadEnterpriseAsync(profile, content, cancellationToken);
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var paper in Expand(planned.Folder.Files.Where(f => f.Path != EnterpriseProfile.FileName)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var report = await IngestPaperAsync(profile, paper, cancellationToken);
            kept.Add($"{profile.CreditCode}/{paper.Path}");
            Done(report);
        }

        await RemoveVanishedAsync(profile, kept, Done, cancellationToken);
    }

    /// <summary>Adds papers to an enterprise; nothing is removed.</summary>
    public async Task AddAsync(string creditCode, IReadOnlyList<SourceFile> papers, Action<DocumentReport> done, CancellationToken cancellationToken)
    {
        var profile = await KeptProfileAsync(creditCode, cancellationToken);
        foreach (var paper in Expand(papers))
        {
            cancellationToken.ThrowIfCancellationRequested();
            done(await IngestPaperAsync(profile, paper, cancellationToken));
        }
    }

    /// <summary>The <c>enterprise.yaml</c> as it was last ingested.</summary>
    private async Task<EnterpriseProfile> KeptProfileAsync(string creditCode, CancellationToken cancellationToken)
    {
        var held = await pipeline.Graph.ExecuteAsync(new GraphQuery("MATCH (e:Enterprise {id: $id}) RETURN e.sha256 AS sha256", new Dictionary<string, GraphValue> { ["id"] = creditCode }), cancellationToken);
        var sha256 = held.Rows.Count > 0 ? held.Rows[0][0].AsString() : throw new IngestionException($"图中没有企业 {creditCode}；请先用 ingest 装载它的文件夹");
        try
        {
            using var stream = (pipeline.Originals ?? throw new UnreachableException("papers are only added where originals are kept")).Open(sha256 ?? string.Empty);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return EnterpriseProfile.Read(await reader.ReadToEndAsync(cancellationToken), EnterpriseProfile.FileName, pipeline.Ontology.Policies.Industries.Names.ContainsKey);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or YamlException)
        {
            throw new IngestionException($"企业 {creditCode} 的 {EnterpriseProfile.FileName} 原件无法读取；请重新装载它的文件夹", error);
        }
    }

    private async Task LoadEnterpriseAsync(EnterpriseProfile profile, FileContent content, CancellationToken cancellationToken)
    {
        var parameters = new Dictionary<string, GraphValue> { ["id"] = profile.CreditCode };
        var held = await pipeline.Graph.ExecuteAsync(new GraphQuery("MATCH (e:Enterprise {id: $id}) RETURN e.sha256 AS sha256", parameters), cancellationToken);
        if (held.Records.Any(r => r["sha256"].AsString() == content.Sha256))
        {
            return;
        }

        NodeKey? place = profile.Jurisdiction is { } name && pipeline.Ontology.Policies.Jurisdictions.Find(name) is { } known ? new NodeKey("Jurisdiction", known.Code) : null;
        pipeline.Keep(content, pipeline.Entry("enterprise") with { Document = profile.CreditCode, Sha256 = content.Sha256, Enterprise = profile.Text });
        async Task WriteAsync(IGraphTransaction transaction)
        {
            await transaction.RunAsync(new GraphQuery("MATCH (e:Enterprise {id: $id})-[r:OPERATES_IN|LOCATED_IN]->() DELETE r", parameters, GraphAccess.Write), cancellationToken);
            await transaction.RunAsync(new GraphQuery("MATCH (e:Enterprise {id: $id}) SET e = {id: $id}", parameters, GraphAccess.Write), cancellationToken);
            await pipeline.Loader.LoadAsync(transaction, EvidenceClaims.OfEnterprise(profile, place, content.Sha256), fromOntology: false, cancellationToken);
            await AssessmentStore.LinkEnterpriseAsync(transaction, profile.CreditCode, cancellationToken);
        }

        await pipeline.WriteAsync(null, WriteAsync, cancellationToken);
    }

    private async Task<DocumentReport> IngestPaperAsync(EnterpriseProfile profile, SourceFile file, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var id = $"{profile.CreditCode}/{file.Path}";
        if ((file.Refusal ?? (ChecklistFile.Is(file.Path) ? ChecklistFile.Refusal : null) ?? (DocumentReader.IsSupported(file.Name) ? null : IngestionPlan.NotSupported(file.Name))) is { } why)
        {
            return IngestionRun.Refused(file.Path, why, DocumentStatus.Skipped);
        }

        FileContent? content = null;
        try
        {
            content = await DocumentIntake.ReadBytesAsync(file, cancellationToken);
            if (run.Stored.GetValueOrDefault(id) is { } before && before.Sha256 == content.Sha256 && before.ProcessedBy == pipeline.Intake.ProcessedBy)
            {
                return IngestionRun.Unchanged(before, file.Path);
            }

            var document = await pipeline.Intake.ReadAsync(content, file.Name, cancellationToken);
            var reading = pipeline.Intake.ExtractEvidence(document, new SubjectHints(profile.Name, profile.CreditCode, profile.FormerNames, profile.Products));
            var isPartial = DocumentIntake.IsPartial(document, document.Diagnostics);
            await WritePaperAsync(profile, file, content, document, reading, isPartial ? "partial" : "succeeded", pipeline.Intake.ProcessedBy, cancellationToken);
            List<Diagnostic> diagnostics = [.. document.Diagnostics];
            if (reading.Type == Ontology.Evidence.EvidenceVocabulary.Unrecognised)
            {
                diagnostics.Add(new Diagnostic("ING006", Severity.Info, "没有认出是哪一类证据；不用于任何结论"));
            }

            return new DocumentReport(id, file.Path, TitleOf(document), isPartial ? DocumentStatus.Partial : DocumentStatus.Succeeded, new DocumentCounts(0, 0, 0, 0), watch.Elapsed.TotalSeconds, diagnostics);
        }
        catch (IntakeException error)
        {
            if (content is not null)
            {
                // the graph knows that it was handed in and cannot be read, so that check can say so; it is read again at the next ingest
                var nothing = new Document { Text = new SourceText(string.Empty), Format = DocumentFormat.Text, Sha256 = content.Sha256 };
                await WritePaperAsync(profile, file, content, nothing, new EvidenceReading(Ontology.Evidence.EvidenceVocabulary.Unrecognised, 0, []), "failed", "failed", cancellationToken);
            }

            return IngestionRun.Failed(file.Path, error.Diagnostic, id);
        }
        catch (RefusedClaimsException error)
        {
            return IngestionRun.Failed(file.Path, new Diagnostic("ING007", Severity.Error, error.Message), id);
        }
    }

    private async Task WritePaperAsync(EnterpriseProfile profile, SourceFile file, FileContent content, Document document, EvidenceReading reading, string status, string processedBy, CancellationToken cancellationToken)
    {
        var id = $"{profile.CreditCode}/{file.Path}";
        var properties = new Dictionary<string, GraphValue>
        {
            ["title"] = TitleOf(document),
            ["sha256"] = content.Sha256,
            ["path"] = file.Path,
            ["format"] = document.Format.ToString(),
            ["status"] = status,
            ["processedBy"] = processedBy,
            ["characters"] = document.Text.Length,
        };
        var claims = EvidenceClaims.OfPaper(id, profile.CreditCode, document, reading, properties, pipeline.Ontology.Evidence, pipeline.Ontology.Units);
        pipeline.Loader.Check(claims);
        pipeline.Keep(content, pipeline.Entry("ingest") with { Document = id, Path = file.Path, Origin = file.Origin, Sha256 = content.Sha256, ProvidedBy = profile.CreditCode });
        hasAssessments ??= await AssessmentStore.HoldsAnyAsync(pipeline.Graph, cancellationToken);
        async Task WriteAsync(IGraphTransaction transaction)
        {
            run.Index.Set(id, null, null);
            await pipeline.Store.ReplaceAsync(transaction, id, claims, run.Index, run.MayHold(id), cancellationToken);
            if (hasAssessments is true)
            {
                await AssessmentStore.LinkPaperAsync(transaction, id, cancellationToken);
            }
        }

        await pipeline.WriteAsync(run, WriteAsync, cancellationToken);
        run.Writing(id);
    }

    private async Task RemoveVanishedAsync(EnterpriseProfile profile, HashSet<string> kept, Action<DocumentReport> done, CancellationToken cancellationToken)
    {
        var vanished = run.Stored.Values.Where(d => d.EnterpriseId == profile.CreditCode && !kept.Contains(d.Id) && !(d.Path ?? string.Empty).StartsWith(Uploads, StringComparison.Ordinal)).ToList();
        foreach (var document in vanished.OrderBy(d => d.Id, StringComparer.Ordinal))
        {
            pipeline.Keep(null, pipeline.Entry("remove") with { Document = document.Id });
            await pipeline.WriteAsync(run, transaction => pipeline.Store.RemoveAsync(transaction, document.Id, run.Index, cancellationToken), cancellationToken);
            run.Stored.Remove(document.Id);
            done(IngestionRun.Refused(document.Path ?? document.Id, "文件夹里已没有这份证据，已从图中移除", DocumentStatus.Skipped, document.Id));
        }
    }

    private static IEnumerable<SourceFile> Expand(IEnumerable<SourceFile> files)
    {
        foreach (var file in files)
        {
            if (!IngestionPlan.IsArchive(file.Name) || file.Refusal is not null)
            {
                yield return file;
                continue;
            }

            foreach (var inner in Unpack(file))
            {
                yield return inner;
            }
        }
    }

    private static IEnumerable<SourceFile> Unpack(SourceFile file)
    {
        try
        {
            return [.. SourceArchive.Open(file).Files.Select(f => f with { Path = $"{file.Path}/{f.Path}" })];
        }
        catch (IngestionException error)
        {
            return [file with { Refusal = error.Message }];
        }
    }

    private static string? TitleOf(Document document)
    {
        var cell = document.Format is DocumentFormat.Csv or DocumentFormat.Xlsx ? document.Tables.SelectMany(t => t.Rows).SelectMany(r => r).FirstOrDefault(c => c.Text.Length > 0)?.Text : null;
        var first = cell ?? document.Properties.FirstOrDefault(p => p.Name == "title")?.Value ?? document.Blocks.Select(b => document.Text.Slice(b.Span)).FirstOrDefault();
        if (first is null)
        {
            return null;
        }

        var line = string.Join(' ', first.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? null : line.Length <= 80 ? line : line[..80];
    }
}
