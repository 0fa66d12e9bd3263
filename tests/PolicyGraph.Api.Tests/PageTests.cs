using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace PolicyGraph.Api.Tests;

/// <summary>The page at <c>/</c>.</summary>
[Collection("served")]
public sealed partial class PageTests(CorpusData corpus)
{
    [Fact]
    public async Task Page_LoadsAndRunsNothing_AndItsStyleIsTheOneThatThePolicyNames()
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        var page = await server.GetAsync("/");
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.Status, page.MediaType));
        Assert.DoesNotContain("<script", page.Body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", page.Body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", page.Body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=\"", page.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("name=\"viewport\"", page.Body, StringComparison.Ordinal);
        var style = Style().Match(page.Body).Groups[1].Value;
        Assert.Contains($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_EveryLink_LeadsSomewhere()
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        var links = Link().Matches((await server.GetAsync("/")).Body).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).ToList();
        Assert.True(links.Count >= 8, "the page has links");
        foreach (var link in links)
        {
            var status = (await server.GetAsync(link)).Status;
            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.NotImplemented, $"{link}: {status}");
        }
    }

    [Fact]
    public async Task Page_NamesEveryRouteOfTheOpenApiDocument_AndTheAddressThatWasAsked()
    {
        await using var server = await RunningServer.StartAsync(corpus.Folder);
        var page = (await server.GetAsync("/")).Body;
        foreach (var path in (await server.GetAsync("/openapi/v1.json")).Ok().GetProperty("paths").EnumerateObject().Select(p => p.Name).Where(p => !p.Contains("/tx", StringComparison.Ordinal)))
        {
            Assert.Contains(path.Replace("{database}", "neo4j", StringComparison.Ordinal), page, StringComparison.Ordinal);
        }

        Assert.Contains($"{server.Address.Authority}/api/ask", page, StringComparison.Ordinal);
        Assert.DoesNotContain(":8080", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Link();
}
