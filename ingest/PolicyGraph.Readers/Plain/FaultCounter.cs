using System.Text;

namespace PolicyGraph.Readers.Plain;

/// <summary>Puts U+FFFD for bytes that are not of the encoding, and remembers how many there were and where the first stood.</summary>
internal sealed class FaultCounter : DecoderFallback
{
    /// <summary>Places where bytes were replaced.</summary>
    public int Count { get; private set; }

    /// <summary>Byte offset of the first, from the start of what was decoded; 0 when there is none.</summary>
    public int First { get; private set; }

    /// <inheritdoc/>
    public override int MaxCharCount => 1;

    /// <inheritdoc/>
    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this);

    private sealed class Buffer(FaultCounter owner) : DecoderFallbackBuffer
    {
        private bool pending;

        public override int Remaining => pending ? 1 : 0;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            // A decoder counts first and writes second, over the same bytes: offsets tell the two passes apart.
            if (owner.Count == 0 || index > owner.last)
            {
                owner.First = owner.Count == 0 ? Math.Max(index, 0) : owner.First;
                owner.Count++;
                owner.last = index;
            }

            pending = true;
            return true;
        }

        public override char GetNextChar()
        {
            var next = pending ? '\ufffd' : '\0';
            pending = false;
            return next;
        }

        public override bool MovePrevious() => false;

        public override void Reset() => pending = false;
    }

    private int last;
}
