using System.Globalization;
using System.Text.RegularExpressions;
using PolicyGraph.Documents;
using PolicyGraph.Extraction.Evidences;
using PolicyGraph.Extraction.Policies;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ingestion.Storage;
using PolicyGraph.Ontology;
using PolicyGraph.Readers;
using PolicyGraph.Text;

namespace PolicyGraph.Ingestion;

/// <summary>One file's bytes and their version.</summary>
/// <param name="Bytes">All of them.</param>
/// <param name="Sha256">Their SHA-256.</param>
public sealed record FileContent(byte[] Bytes, string Sha256);

/// <summary>A file that could not be read; the diagnostic says why.</summary>
public sealed class IntakeException(Diagnostic diagnostic, Exception? innerException = null) : Exception(diagnostic?.Message, innerException)
{
    /// <summary>Why.</summary>
    public Diagnostic Diagnostic { get; } = diagnostic ?? throw new ArgumentNullException(nameof(diagnostic));
}

/// <summary>From one file to what it says: read, then extract. Touches no graph, so that <c>extract</c> and <c>ingest</c> say the same.</summary>
public sealed class DocumentIntake(PolicyOntology ontology)
{
    /// <summary>Versions of reader and extractor: raised whenever the same bytes may give another result.</summary>
    public const string Version = "reader 2 extractor 2";

    private readonly DocumentReader reader = new();
    private readonly Lazy<PolicyExtractor> policies = new(() => new PolicyExtractor(ontology.Policies, ontology.Units));
    private readonly Lazy<EvidenceExtractor> evidences = new(() => new EvidenceExtractor(ontology.Evidence, ontology.Units, ontology.Energies));

    /// <summary>Versions of all that decides what a document's bytes become in the graph.</summary>
    public string ProcessedBy => $"{Version} ontology {ontology.Version}";

    /// <summary>Reads all bytes of a file.</summary>
    /// <exception cref="IntakeException">It cannot be opened, or is larger than the limit.</exception>
    public static async Task<FileContent> ReadBytesAsync(SourceFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            await using var stream = file.Open();
            var limit = new ReaderOptions().MaxBytes;
            if (stream.CanSeek && stream.Length > limit)
            {
                throw new IntakeException(new Diagnostic("ING002", Severity.Error, string.Create(CultureInfo.InvariantCulture, $"文件大小 {stream.Length} 字节，超过上限 {limit} 字节；请拆分后再装载")));
            }

            using var buffer = new MemoryStream();
            await stream.CopyToAsync(buffer, cancellationToken);
            var bytes = buffer.ToArray();
            return new FileContent(bytes, Originals.Hash(bytes));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IntakeException(new Diagnostic("ING001", Severity.Error, $"没有权限或无法读取：{error.Message}"), error);
        }
    }

    /// <summary>Reads a document.</summary>
    /// <exception cref="IntakeException">It cannot be read.</exception>
    public async Task<Document> ReadAsync(FileContent content, string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        try
        {
            using var stream = new MemoryStream(content.Bytes, writable: false);
            return await reader.ReadAsync(stream, name, cancellationToken);
        }
        catch (DocumentReadException error)
        {
            throw new IntakeException(error.Diagnostic, error);
        }
        catch (Exception error) when (IsFaultOfOurs(error))
        {
            throw FaultOfOurs(error);
        }
    }

    /// <summary>What a policy says.</summary>
    /// <exception cref="IntakeException">A pattern ran out of time on it, or our rules failed.</exception>
    public PolicyExtraction ExtractPolicy(Document document, ManifestEntry? entry) =>
        Guarded(() => policies.Value.Extract(document, entry is null ? null : new DocumentHints(entry.Title, entry.Issuers, entry.Number, entry.SignedOn, entry.PublishedOn, entry.Level, entry.Jurisdiction)));

    /// <summary>What a paper says.</summary>
    /// <param name="document">The paper as read.</param>
    /// <param name="subject">Whose paper it is said to be; null where nobody said.</param>
    /// <exception cref="IntakeException">A pattern ran out of time on it, or our rules failed.</exception>
    public EvidenceReading ExtractEvidence(Document document, SubjectHints? subject) => Guarded(() => evidences.Value.Read(document, subject));

    /// <summary>Whether some of a document was read with doubt or not at all.</summary>
    public static bool IsPartial(Document document, IEnumerable<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Unread.Count > 0 || string.IsNullOrWhiteSpace(document.Text.Text) || diagnostics.Any(d => d.Severity == Severity.Error);
    }

    // One document that a rule of ours fails on is named and left out; the other hundred are read all the same.
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (RegexMatchTimeoutException error)
        {
            throw new IntakeException(new Diagnostic("ING008", Severity.Error, "有一段文字太长，在时限内没有读完；请核对文件是否完整、有没有正常换行，或拆分后再装载"), error);
        }
        catch (Exception error) when (IsFaultOfOurs(error))
        {
            throw FaultOfOurs(error);
        }
    }

    private static bool IsFaultOfOurs(Exception error) =>
        error is ArgumentException or InvalidOperationException or IndexOutOfRangeException or NullReferenceException or KeyNotFoundException or InvalidCastException or FormatException or ArithmeticException;

    private static IntakeException FaultOfOurs(Exception error) =>
        new(new Diagnostic("ING009", Severity.Error, $"读这份文件时程序出错（{error.GetType().Name}），其中的内容没有用于任何结论；请报告给维护者，其余文件不受影响"), error);
}
