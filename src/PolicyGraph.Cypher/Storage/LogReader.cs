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
        var scanned = new byte[Math.Min(Window, Math.Max(0, file.Length - offset - 1))];
        for (var start = offset + 1; ;)
        {
            var read = file.Read(start, scanned);
            for (var at = 0; at + LogFormat.HeadLength <= read; at++)
            {
                var next = scanned.AsSpan(at, read - at).IndexOf(LogFormat.MarkerBytes);
                if (next < 0)
                {
                    break;
                }

                at += next;
                if (LogFormat.TryReadHead(scanned.AsSpan(at, read - at), identity, out _) && TryRead(start + at, out _, out _))
                {
                    return start + at;
                }
            }

            if (read < scanned.Length || read <= LogFormat.HeadLength)
            {
                return -1;
            }

            start += read - LogFormat.HeadLength + 1;
        }
    }

    private ReadOnlyMemory<byte> Bytes(long offset, int length)
    {
        var available = (int)Math.Clamp(file.Length - offset, 0, length);
        if (offset < windowStart || offset + available > windowStart + windowLength)
        {
            var wanted = (int)Math.Min(file.Length - offset, Math.Max(Window, length));
            if (window.Length < wanted)
            {
                window = new byte[wanted];
            }

            windowStart = offset;
            windowLength = file.Read(offset, window.AsSpan(0, wanted));
            available = Math.Min(available, windowLength);
        }

        return window.AsMemory((int)(offset - windowStart), available);
    }
}
