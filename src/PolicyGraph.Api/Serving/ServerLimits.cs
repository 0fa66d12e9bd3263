using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using PolicyGraph.Api.Answers;

namespace PolicyGraph.Api.Serving;

/// <summary>How many requests, connections and bytes the server takes, and for how long.</summary>
internal static class ServerLimits
{
    /// <summary>The policy of routes that work for their answer.</summary>
    public const string Answers = "answers";

    /// <summary>The policy of routes that take files.</summary>
    public const string Uploads = "uploads";

    private const int MaxReceivedAtOnce = 4;

    /// <summary>Limits of connections and of HTTP itself.</summary>
    public static void Apply(KestrelServerOptions kestrel, ServeLimits limits)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = 256;
        kestrel.Limits.MaxRequestBodySize = limits.MaxUploadBytes + (1 << 20);
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 << 10;
        kestrel.Limits.MaxRequestHeaderCount = 64;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
    }

    /// <summary>Limits of work at a time.</summary>
    public static void Apply(RateLimiterOptions limiter, ServeLimits limits)
    {
        limiter.AddConcurrencyLimiter(Answers, o => (o.PermitLimit, o.QueueLimit, o.QueueProcessingOrder) = (limits.MaxAnswers, limits.MaxAnswers * 4, QueueProcessingOrder.OldestFirst));
        limiter.AddConcurrencyLimiter(Uploads, o => (o.PermitLimit, o.QueueLimit, o.QueueProcessingOrder) = (MaxReceivedAtOnce, limits.MaxWaitingUploads, QueueProcessingOrder.OldestFirst));
        limiter.OnRejected = async (context, _) => await Problem.Unavailable("同时的请求太多；请稍后重试", retryAfter: 2).ExecuteAsync(context.HttpContext);
    }

    /// <summary>Limits of time.</summary>
    public static void Apply(RequestTimeoutOptions timeouts, ServeLimits limits)
    {
        timeouts.DefaultPolicy = Within(limits.AnswerTime);
        timeouts.AddPolicy(Uploads, Within(limits.UploadTime));
    }

    private static RequestTimeoutPolicy Within(TimeSpan time) => new()
    {
        Timeout = time,
        WriteTimeoutResponse = context => Problem.Unavailable(FormattableString.Invariant($"超过时间上限 {time.TotalSeconds:0} 秒，没有答完；请缩小范围后重试")).ExecuteAsync(context),
    };
}
