namespace PolicyGraph.Neo4j;

/// <summary>The server cannot be used: it does not answer, refuses the login, or is of a version that is too old. The message is one line that says what to do.</summary>
public sealed class ServerException(string message, Exception? innerException = null) : Exception(message, innerException);
