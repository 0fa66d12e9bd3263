using Microsoft.Extensions.Logging;

namespace PolicyGraph.Api.Serving;

/// <summary>Everything that the server tells its operator.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "{Method} {Path} {Status} {Milliseconds} ms")]
    public static partial void Answered(ILogger logger, string method, string path, int status, long milliseconds);

    [LoggerMessage(2, LogLevel.Warning, "refused {Method} {Path}: {Reason}")]
    public static partial void Refused(ILogger logger, string method, string path, string reason);

    [LoggerMessage(3, LogLevel.Error, "failed {Method} {Path}, trace {Trace}")]
    public static partial void Failed(ILogger logger, string method, string path, string trace, Exception exception);

    [LoggerMessage(4, LogLevel.Information, "storing upload {Job}: {Files}")]
    public static partial void Storing(ILogger logger, string job, string files);

    [LoggerMessage(5, LogLevel.Information, "stored upload {Job}: {Documents} documents")]
    public static partial void Stored(ILogger logger, string job, int documents);

    [LoggerMessage(6, LogLevel.Error, "upload {Job} not stored ({Files}): {Reason}")]
    public static partial void NotStored(ILogger logger, string job, string files, string reason, Exception exception);

    [LoggerMessage(7, LogLevel.Warning, "upload {Job} not stored before the server stopped: {Files}")]
    public static partial void Abandoned(ILogger logger, string job, string files);
}
