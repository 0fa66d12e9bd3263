namespace PolicyGraph.Neo4j;

/// <summary>Where a Neo4j server answers over HTTP, as <c>--graph</c> names it.</summary>
/// <param name="Http">Scheme, host and port of its HTTP interface.</param>
public sealed record ServerAddress(Uri Http)
{
    private const int HttpPort = 7474;
    private const int HttpsPort = 7473;
    private const int BoltPort = 7687;

    /// <summary>Whether a password would travel readable over a network.</summary>
    public bool IsExposed => Http.Scheme == Uri.UriSchemeHttp && !Http.IsLoopback;

    /// <summary>Reads <c>http(s)://host:port</c>; <c>neo4j(+s)://host</c> and <c>bolt(+s)://host</c> mean the HTTP interface of the same host on its default port.</summary>
    /// <param name="written">As the user wrote it.</param>
    /// <param name="address">The address; null when the method returns false.</param>
    /// <param name="fault">What to write instead, in Chinese; null when the method returns true.</param>
    public static bool TryRead(string written, out ServerAddress? address, out string? fault)
    {
        ArgumentNullException.ThrowIfNull(written);
        (address, fault) = (null, null);
        if (!Uri.TryCreate(written, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            fault = $"--graph {written}：不是图数据库的地址；请写作 embedded:DIR，或 http://主机:{HttpPort}";
            return false;
        }

        if (uri.UserInfo.Length > 0)
        {
            fault = "--graph：地址里不要写用户名和密码；请用环境变量 POLICYGRAPH_GRAPH_USER 和 POLICYGRAPH_GRAPH_PASSWORD";
            return false;
        }

        if (uri.AbsolutePath.Trim('/').Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            fault = $"--graph {written}：地址只到端口为止，请写作 {uri.Scheme}://{uri.Authority}（数据库固定为 neo4j）";
            return false;
        }

        var isSecure = uri.Scheme is "https" or "neo4j+s" or "bolt+s";
        var scheme = isSecure ? "https" : "http";
        var port = isSecure ? HttpsPort : HttpPort;
        switch (uri.Scheme)
        {
            case "http" or "https":
                address = new ServerAddress(new UriBuilder(scheme, uri.Host, HasPort(written) ? uri.Port : port).Uri);
                return true;
            case "neo4j" or "neo4j+s" or "bolt" or "bolt+s" when uri.Port is -1 or BoltPort:
                address = new ServerAddress(new UriBuilder(scheme, uri.Host, port).Uri);
                return true;
            case "neo4j" or "neo4j+s" or "bolt" or "bolt+s":
                fault = $"--graph {written}：这里经 HTTP 接口连接服务器，从 Bolt 的端口 {uri.Port} 看不出 HTTP 的端口；请写作 --graph {scheme}://{uri.Host}:{port}（{port} 换成服务器的 HTTP 端口）";
                return false;
            default:
                fault = $"--graph {written}：不认识 {uri.Scheme}://；请写作 embedded:DIR、http://主机:{HttpPort}、https://主机:{HttpsPort}、neo4j://主机 或 bolt://主机";
                return false;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Http.GetLeftPart(UriPartial.Authority);

    /// <summary>Whether a port was written: 80 that was written is not the 80 that a missing port stands for.</summary>
    private static bool HasPort(string written)
    {
        var authority = written[(written.IndexOf("//", StringComparison.Ordinal) + 2)..].TrimEnd('/');
        return authority.LastIndexOf(':') > authority.LastIndexOf(']');
    }
}
