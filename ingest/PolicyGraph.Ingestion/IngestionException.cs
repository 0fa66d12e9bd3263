namespace PolicyGraph.Ingestion;

/// <summary>An ingest that cannot go on: one line in Chinese that says what, where, and what to do.</summary>
public sealed class IngestionException(string message, Exception? innerException = null) : Exception(message, innerException);
