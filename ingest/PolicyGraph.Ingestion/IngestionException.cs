namespace PolicyGraph.Ingestion;

/// <summary>An ingest that cannot go on: one line in Chinese that says what, where, and what to do.</summary>
public class IngestionException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>Claims that the schema does not allow: the document that made them is refused whole, others go on.</summary>
public sealed class RefusedClaimsException(string message) : IngestionException(message);
