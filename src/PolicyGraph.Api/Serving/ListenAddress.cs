using System.Globalization;
using System.Net;
using PolicyGraph.Api.Hosting;

namespace PolicyGraph.Api.Serving;

/// <summary>One address of this machine alone, such as <c>http://127.0.0.1:8080</c>.</summary>
/// <param name="Host">As a browser sends it: <c>127.0.0.1</c>, <c>localhost</c>, <c>[::1]</c>.</param>
/// <param name="Port">The port; 0 lets the system choose one.</param>
public sealed record ListenAddress(string Host, int Port)
{
    /// <summary>The address to bind; null for <c>localhost</c>, which is both families.</summary>
    public IPAddress? Address => IPAddress.TryParse(Host.Trim('[', ']'), out var address) ? address : null;

    /// <summary>Reads what <c>--urls</c> says: one address or several with <c>;</c> between them.</summary>
    /// <exception cref="RequestException">One is no address, not <c>http</c>, or reachable from elsewhere.</exception>
    public static IReadOnlyList<ListenAddress> ReadAll(string urls)
    {
        ArgumentNullException.ThrowIfNull(urls);
        var all = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Read).ToList();
        return all.Count > 0 ? all : throw new RequestException("--urls 是空的；应写作 http://127.0.0.1:8080");
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"http://{Host}:{Port}");

    private static ListenAddress Read(string url)
    {
        if (!Uri.TryCreate(url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            throw new RequestException($"--urls {url}：不是网址；应写作 http://127.0.0.1:8080");
        }

        if (uri.Scheme != Uri.UriSchemeHttp)
        {
            throw new RequestException($"--urls {url}：本版本只提供 http；应写作 http://127.0.0.1:8080");
        }

        if (uri.PathAndQuery != "/" || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
        {
            throw new RequestException($"--urls {url}：只写到端口为止，例如 http://127.0.0.1:8080");
        }

        var isHere = uri.Host == "localhost" || (IPAddress.TryParse(uri.Host, out var address) && IPAddress.IsLoopback(address));
        return isHere
            ? new ListenAddress(uri.Host == "localhost" && uri.Port == 0 ? "127.0.0.1" : uri.Host, uri.Port)
            : throw new RequestException($"--urls {url}：本版本只在本机提供服务，地址应为 127.0.0.1、localhost 或 [::1]，例如 http://127.0.0.1:{uri.Port.ToString(CultureInfo.InvariantCulture)}");
    }
}
