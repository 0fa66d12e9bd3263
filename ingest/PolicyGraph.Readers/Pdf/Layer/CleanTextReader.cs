namespace PolicyGraph.Readers.Pdf.Layer;

/// <summary>Gives U+FFFD for the control characters that poppler writes and XML does not allow.</summary>
internal sealed class CleanTextReader(TextReader source) : TextReader
{
    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count)
    {
        var read = source.Read(buffer, index, count);
        for (var i = index; i < index + read; i++)
        {
            if (buffer[i] is (< ' ' and not ('\t' or '\n' or '\r')) or '\ufffe' or '\uffff')
            {
                buffer[i] = '\ufffd';
            }
        }

        return read;
    }

    /// <inheritdoc/>
    public override int Read() => throw new NotSupportedException();

    /// <inheritdoc/>
    public override int Peek() => throw new NotSupportedException();

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
