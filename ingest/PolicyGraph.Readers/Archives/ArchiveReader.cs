using System.IO.Compression;
using System.Runtime.CompilerServices;
using PolicyGraph.Readers.Packages;

namespace PolicyGraph.Readers;

/// <summary>Reads a zip as a folder: its files with their paths, in the archive's order, one in memory at a time.</summary>
/// <remarks>
/// Nothing is written. Names are UTF-8 or, as Windows in China writes them, GBK. What operating systems leave behind (<c>__MACOSX</c>, <c>Thumbs.db</c>) is passed over.
/// A zip within the zip is read as a folder too; an Office file is one file.
/// </remarks>
public sealed class ArchiveReader(ReaderOptions? options = null)
{
    private const int UnixTypeMask = 0xf000;
    private const int UnixLink = 0xa000;
    private readonly ReaderOptions limits = options ?? new ReaderOptions();

    /// <summary>Unpacks the whole stream; an entry that cannot be unpacked is given back refused, and the rest goes on.</summary>
    /// <param name="content">From its position to its end; it is left open.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DocumentReadException">No zip, damaged as a whole, or over a limit.</exception>
    public async IAsyncEnumerable<ArchiveEntry> ReadAsync(Stream content, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        var bytes = await Intake.TakeAsync(content, limits.MaxBytes, cancellationToken).ConfigureAwait(false);
        if (!ZipDirectory.LooksLikeZip(bytes.Span))
        {
            throw Refusal.Damaged("压缩文件（ZIP）");
        }

        var walk = new Walk(limits, new ExpansionBudget(limits), cancellationToken);
        foreach (var entry in walk.Read(bytes, "", 1))
        {
            yield return entry;
        }
    }

    private sealed class Walk(ReaderOptions limits, ExpansionBudget budget, CancellationToken cancellation)
    {
        private readonly HashSet<string> seen = new(StringComparer.Ordinal);
        private int entries;

        public IEnumerable<ArchiveEntry> Read(ReadOnlyMemory<byte> bytes, string folder, int depth)
        {
            using var zip = Open(bytes);
            foreach (var entry in zip.Entries)
            {
                cancellation.ThrowIfCancellationRequested();
                if (++entries > limits.MaxEntries)
                {
                    throw Refusal.TooManyEntries(limits.MaxEntries);
                }

                var path = entry.FullName.Replace('\\', '/');
                if (path.EndsWith('/') || IsLeftover(path))
                {
                    continue;
                }

                var unpacked = Unpack(entry, folder, path);
                if (unpacked.Refused is not null || !IsArchive(unpacked))
                {
                    yield return unpacked;
                    continue;
                }

                foreach (var inner in Inside(unpacked, depth))
                {
                    yield return inner;
                }
            }
        }

        private IEnumerable<ArchiveEntry> Inside(ArchiveEntry archive, int depth)
        {
            if (depth >= limits.MaxArchiveDepth)
            {
                return [archive with { Content = default, Refused = Refusal.ArchiveTooDeep(limits.MaxArchiveDepth).Diagnostic }];
            }

            try
            {
                Open(archive.Content).Dispose();
            }
            catch (DocumentReadException fault)
            {
                return [archive with { Content = default, Refused = fault.Diagnostic }];
            }

            return Read(archive.Content, archive.Path + "/", depth + 1);
        }

        private ZipArchive Open(ReadOnlyMemory<byte> bytes)
        {
            ZipDirectory.RequireAtMost(limits.MaxEntries, bytes.Span);
            try
            {
                var zip = new ZipArchive(OfficePackage.AsStream(bytes), ZipArchiveMode.Read, leaveOpen: false, new LegacyNameEncoding());
                _ = zip.Entries.Count;
                return zip;
            }
            catch (InvalidDataException fault)
            {
                throw Refusal.Damaged("压缩文件（ZIP）", fault);
            }
        }

        private ArchiveEntry Unpack(ZipArchiveEntry entry, string folder, string path)
        {
            if (!IsSafe(path) || ((entry.ExternalAttributes >> 16) & UnixTypeMask) == UnixLink)
            {
                return new ArchiveEntry(folder + Refusal.Clean(path), default, Refusal.UnsafePath(path).Diagnostic);
            }

            if (!seen.Add(folder + path))
            {
                return new ArchiveEntry(folder + path, default, Refusal.SamePath(path).Diagnostic);
            }

            if (entry.IsEncrypted)
            {
                return new ArchiveEntry(folder + path, default, Refusal.Encrypted("压缩包内的文件").Diagnostic);
            }

            try
            {
                budget.Foresee(path, entry.Length, entry.CompressedLength);
                using var stream = new PartStream(entry, budget, cancellation);
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                return new ArchiveEntry(folder + path, bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
            }
            catch (DocumentReadException fault) when (fault.Diagnostic.Code == "RDR012")
            {
                return new ArchiveEntry(folder + path, default, fault.Diagnostic);
            }
            catch (Exception fault) when (fault is InvalidDataException or NotSupportedException or IOException)
            {
                return new ArchiveEntry(folder + path, default, Refusal.Damaged("压缩包内的文件", fault).Diagnostic);
            }
        }

        private static bool IsArchive(ArchiveEntry entry) =>
            entry.Path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) && ZipDirectory.LooksLikeZip(entry.Content.Span);

        // Neither absolute, nor above, nor on a drive; no name that a terminal or file system takes for something else.
        private static bool IsSafe(string path) =>
            path.Length is > 0 and < 1000 && path[0] != '/' && !path.Contains(':', StringComparison.Ordinal) && !path.Any(char.IsControl)
            && path.Split('/').All(segment => segment is not ("" or "." or ".."));

        private static bool IsLeftover(string path) =>
            path.StartsWith("__MACOSX/", StringComparison.Ordinal) || path[(path.LastIndexOf('/') + 1)..] is ".DS_Store" or "Thumbs.db" or "desktop.ini";
    }
}
