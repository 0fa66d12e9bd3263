using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;

namespace PolicyGraph.Readers.Packages;

/// <summary>A link from one part of a package to another, or out of it.</summary>
/// <param name="Type">Last segment of the relationship's type: <c>footer</c>, <c>worksheet</c>.</param>
/// <param name="Target">Name of the part, from the package's root; an address, never followed, when <paramref name="IsExternal"/>.</param>
/// <param name="IsExternal">Whether it leads out of the package.</param>
internal sealed record Relationship(string Type, string Target, bool IsExternal);

/// <summary>An Office Open XML package: parts by name, read as XML without DTD, resolver or network.</summary>
internal sealed class OfficePackage : IDisposable
{
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ZipArchive zip;
    private readonly Intake intake;
    private readonly ExpansionBudget budget;
    private readonly string kind;

    private OfficePackage(ZipArchive zip, Intake intake, string kind)
    {
        (this.zip, this.intake, this.kind) = (zip, intake, kind);
        budget = new ExpansionBudget(intake.Options);
        foreach (var entry in zip.Entries)
        {
            parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
    }

    /// <summary>Opens the file as a package.</summary>
    /// <param name="intake">The file.</param>
    /// <param name="kind">What it is called in messages.</param>
    /// <exception cref="DocumentReadException">Damaged, or over a limit by its own account.</exception>
    public static OfficePackage Open(Intake intake, string kind)
    {
        ZipDirectory.RequireAtMost(intake.Options.MaxEntries, intake.Bytes.Span);
        try
        {
            return new OfficePackage(new ZipArchive(AsStream(intake.Bytes), ZipArchiveMode.Read), intake, kind);
        }
        catch (InvalidDataException fault)
        {
            throw Refusal.Damaged(kind, fault);
        }
    }

    /// <summary>The bytes as a stream, without a copy where that can be.</summary>
    public static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var array) && array.Array is not null
        ? new MemoryStream(array.Array, array.Offset, array.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);

    public bool Has(string part) => parts.ContainsKey(part);

    public IEnumerable<string> Parts => parts.Keys;

    /// <summary>Reads a part that the document cannot be without.</summary>
    /// <param name="part">Its name, without a leading slash.</param>
    /// <param name="read">Called with the reader before the first node.</param>
    /// <exception cref="DocumentReadException">Absent, damaged, over a limit, or it has a DTD.</exception>
    public void Read(string part, Action<XmlReader> read)
    {
        if (!parts.TryGetValue(part, out var entry))
        {
            throw Refusal.MissingPart(kind, part);
        }

        try
        {
            budget.Foresee(part, entry.Length, entry.CompressedLength);
            using var stream = new PartStream(entry, budget, intake.Cancellation);
            using var reader = XmlReader.Create(stream, Settings(intake.Options));
            read(reader);
            while (reader.Read())
            {
            }

            stream.CopyTo(Stream.Null);
        }
        catch (XmlException fault) when (fault.Message.Contains("DTD", StringComparison.OrdinalIgnoreCase) || fault.Message.Contains("entity", StringComparison.OrdinalIgnoreCase))
        {
            throw Refusal.HasDtd(part, fault);
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException or EndOfStreamException or NotSupportedException or IOException)
        {
            throw Refusal.Damaged(kind, fault);
        }
    }

    /// <summary>Reads a part that the document can be without.</summary>
    /// <returns><see langword="false"/> when it is there and damaged.</returns>
    /// <exception cref="DocumentReadException">Over a limit, or it has a DTD.</exception>
    public bool TryRead(string part, Action<XmlReader> read)
    {
        if (!Has(part))
        {
            return true;
        }

        try
        {
            Read(part, read);
            return true;
        }
        catch (DocumentReadException fault) when (fault.Diagnostic.Code == "RDR012")
        {
            return false;
        }
    }

    /// <summary>The links of a part, by id; of the package itself for the empty name.</summary>
    public IReadOnlyDictionary<string, Relationship> Relationships(string part)
    {
        var folder = part.Contains('/') ? part[..(part.LastIndexOf('/') + 1)] : "";
        var links = new Dictionary<string, Relationship>(StringComparer.Ordinal);
        TryRead($"{folder}_rels/{part[folder.Length..]}.rels", reader =>
        {
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Relationship" && links.Count < intake.Options.MaxEntries)
                {
                    var external = reader.GetAttribute("TargetMode") == "External";
                    var target = reader.GetAttribute("Target") ?? "";
                    var type = reader.GetAttribute("Type") ?? "";
                    links[reader.GetAttribute("Id") ?? ""] = new Relationship(type[(type.LastIndexOf('/') + 1)..], external ? target : Resolve(folder, target), external);
                }
            }
        });
        return links;
    }

    /// <inheritdoc/>
    public void Dispose() => zip.Dispose();

    private static XmlReaderSettings Settings(ReaderOptions options) => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = options.MaxPartBytes,
    };

    private static string Resolve(string folder, string target)
    {
        var segments = new List<string>();
        foreach (var segment in (target.StartsWith('/') ? target : folder + target).Replace('\\', '/').Split('/'))
        {
            if (segment == ".." && segments.Count > 0)
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment is not ("" or "." or ".."))
            {
                segments.Add(segment);
            }
        }

        return string.Join('/', segments);
    }
}
