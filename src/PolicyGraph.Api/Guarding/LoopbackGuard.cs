using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PolicyGraph.Api.Answers;
using PolicyGraph.Api.Serving;

namespace PolicyGraph.Api.Guarding;

/// <summary>Keeps web pages of other sites out: a browser on this machine would carry their requests to the loopback address.</summary>
/// <remarks>
/// DNS rebinding gives another name an address of this machine: the Host must be this server's own. A form or script of another site sends its Origin, or says so in
/// Sec-Fetch-Site; only following a link to the page itself is let through. Programs such as curl send neither.
/// </remarks>
internal sealed class LoopbackGuard(RequestDelegate next, ServeOptions options, ILogger<LoopbackGuard> logger)
{
    private readonly HashSet<string> hosts = new(options.Addresses.Select(a => a.Host).Concat(["localhost", "127.0.0.1", "[::1]"]), StringComparer.OrdinalIgnoreCase);

    /// <summary>Refuses the request or passes it on.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var refusal = WrongHost(context) ?? WrongOrigin(context.Request);
        if (refusal is null)
        {
            return next(context);
        }

        Log.Refused(logger, context.Request.Method, context.Request.Path.ToUriComponent(), refusal.Detail);
        return refusal.ExecuteAsync(context);
    }

    private Problem? WrongHost(HttpContext context)
    {
        var host = context.Request.Host;
        return host.HasValue && hosts.Contains(host.Host) && (host.Port ?? 80) == context.Connection.LocalPort
            ? null
            : new Problem(StatusCodes.Status421MisdirectedRequest, "请求头 Host 不是本服务的地址；请用启动时显示的网址（127.0.0.1 或 localhost 加端口）访问");
    }

    private static Problem? WrongOrigin(HttpRequest request)
    {
        var forbidden = new Problem(StatusCodes.Status403Forbidden, "请求来自别的网页；本服务只接受本机程序和它自己的页面的请求");
        if (request.Headers.Origin is { Count: > 0 } origin && !IsOwn(origin.ToString(), request.Host))
        {
            return forbidden;
        }

        var isElsewhere = request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site && site.ToString() is not ("same-origin" or "none");
        var isLink = HttpMethods.IsGet(request.Method) && request.Path == "/" && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document";
        return isElsewhere && !isLink ? forbidden : null;
    }

    /// <summary>Whether an Origin is that of a page which this server gave; <c>null</c> is nobody's.</summary>
    private static bool IsOwn(string origin, HostString host) => string.Equals(origin, $"http://{host.Value}", StringComparison.OrdinalIgnoreCase);
}
