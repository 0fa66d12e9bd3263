namespace PolicyGraph.Api.Hosting;

/// <summary>Bad input to a command: one line that says what is wrong and what to do; exit code 1.</summary>
public sealed class RequestException(string message, Exception? innerException = null) : Exception(message, innerException);
