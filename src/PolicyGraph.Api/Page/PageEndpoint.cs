using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PolicyGraph.Api.Page;

/// <summary>The page at <c>/</c>: the endpoints with examples. It is one file, loads nothing and runs nothing.</summary>
internal static class PageEndpoint
{
    /// <summary>The address in the file's examples; what is sent names the address that was asked.</summary>
    private const string Example = "127.0.0.1:8080";

    private static readonly Lazy<(string Html, string Policy)> Page = new(Load);

    /// <summary>Adds the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", Show).ExcludeFromDescription();

    private static Task Show(HttpContext context)
    {
        var (page, policy) = Page.Value;
        var html = Encoding.UTF8.GetBytes(page.Replace(Example, context.Request.Host.Value, StringComparison.Ordinal)); // the guard let no host through but this server's own
        context.Response.Headers.ContentSecurityPolicy = policy;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = html.Length;
        return context.Response.Body.WriteAsync(html, context.RequestAborted).AsTask();
    }

    /// <summary>The policy names the page's own style by its hash: any other is refused by the browser.</summary>
    private static (string Html, string Policy) Load()
    {
        using var stream = typeof(PageEndpoint).Assembly.GetManifestResourceStream("index.html") ?? throw new InvalidOperationException("index.html is built into the assembly");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var html = reader.ReadToEnd();
        var (start, end) = (html.IndexOf("<style>", StringComparison.Ordinal) + 7, html.IndexOf("</style>", StringComparison.Ordinal));
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(html[start..end])));
        return (html, $"default-src 'none'; style-src 'sha256-{hash}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
    }
}
