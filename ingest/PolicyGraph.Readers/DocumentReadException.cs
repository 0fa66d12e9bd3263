using PolicyGraph.Text;

namespace PolicyGraph.Readers;

/// <summary>A file that cannot be read at all: what is wrong with it and what to do, in one Chinese line that does not name the file.</summary>
public sealed class DocumentReadException : Exception
{
    /// <summary>Creates the exception for one fault; its message is the diagnostic's.</summary>
    public DocumentReadException(Diagnostic diagnostic, Exception? innerException = null)
        : base(diagnostic?.Message, innerException)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        Diagnostic = diagnostic;
    }

    /// <summary>The fault, with its stable code <c>RDRnnn</c>.</summary>
    public Diagnostic Diagnostic { get; }
}
