using Microsoft.AspNetCore.Http;

namespace PolicyGraph.Api.Guarding;

/// <summary>Headers that tell a browser to do nothing with an answer but show it; the page widens the policy by its own style alone.</summary>
internal static class SecurityHeaders
{
    /// <summary>Sets them.</summary>
    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        return next(context);
    }
}
