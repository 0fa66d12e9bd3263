using System.IO.Compression;

namespace PolicyGraph.Readers.Packages;

/// <summary>One expanded entry of a zip: counts what comes out against the budget, and checks it against its checksum at the end.</summary>
internal sealed class PartStream(ZipArchiveEntry entry, ExpansionBudget budget, CancellationToken cancellation) : Stream
{
    private readonly Stream source = entry.Open();
    private readonly long packed = entry.CompressedLength;
    private uint checksum = Crc32.Start;
    private long expanded;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => expanded; set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    /// <exception cref="DocumentReadException">Over a limit; or all is read, and it is not what the entry states: the unpacker stops at the stated size, so that a bomb that lies ends here too.</exception>
    public override int Read(Span<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        var read = source.Read(buffer);
        expanded += read;
        budget.Spend(entry.FullName, read, expanded, packed);
        checksum = Crc32.Add(checksum, buffer[..read]);
        if (read == 0 && buffer.Length > 0 && Crc32.Finish(checksum) != entry.Crc32)
        {
            throw Refusal.NotAsStated(entry.FullName);
        }

        return read;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }
}
