namespace PolicyGraph.Cypher.Storage;

/// <summary>Reads the records of one log, in windows of a megabyte or one record, whichever is longer.</summary>
internal sealed class LogReader(IStoreFile file, ulong identity)
{
    private const int Window = 1 << 20;

    private byte[] window = [];
    private long windowStart;
    private int windowLength;

    /// <summary>Reads the record at an offset.</summary>
    /// <returns>False when there is no whole record there: the end, a torn tail, or damage.</returns>
    public bool TryRead(long offset, out RecordHead head, out ReadOnlyMemory<byte> payload)
    {
        payload = default;
        if (!LogFormat.TryReadHead(Bytes(offset, LogFormat.HeadLength).Span, identity, out head))
        {
            return false;
        }

        if (offset + LogFormat.HeadLength + head.Length > file.Length)
        {
            return false;
        }

        payload = Bytes(offset + LogFormat.HeadLength, head.Length);
        return payload.Length == head.Length && Checksum.Of(payload.Span, identity) == head.PayloadChecksum;
    }

    /// <summary>Where the next whole record begins after an offset at which there is none; -1 when there is none to the end.</summary>
    public long FindNext(long offset)
    {
        while (true)
        {
            var bytes = Bytes(++offset, Window).Span;
            var at = bytes.IndexOf(LogFormat.MarkerBytes);
            if (at >= 0)
            {
                offset += at;
                if (TryRead(offset, out _, out _))
                {
                    return offset;
                }
            }
            else if (bytes.Length < Window)
            {
                return -1;
            }
            else
            {
                offset += bytes.Length - LogFormat.MarkerBytes.Length;
            }
        }
    }

    private ReadOnlyMemory<byte> Bytes(long offset, int length)
    {
        if (offset < windowStart || offset + length > windowStart + windowLength)
        {
            if (window.Length < Math.Max(Window, length))
            {
                window = new byte[Math.Max(Window, length)];
            }

            windowStart = offset;
            windowLength = file.Read(offset, window);
        }

        var available = (int)Math.Max(0, Math.Min(length, windowStart + windowLength - offset));
        return window.AsMemory(Math.Min((int)(offset - windowStart), windowLength), available);
    }
}
