namespace PolicyGraph.Ingestion;

/// <summary>An ingest that cannot go on: one line in Chinese that says what, where, and what to do.</summary>
public class IngestionException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>Claims that the schema does not allow: the document that made them is refused whole, others go on.</summary>
public sealed class RefusedClaimsException(string message) : IngestionException(message);

/// <summary>An entry of the journal that cannot be read.</summary>
public sealed class DamagedJournalException(string message, int line, Exception? innerException = null) : IngestionException(message, innerException)
{
    /// <summary>Its line, from 1.</summary>
    public int Line { get; } = line;
}
