using System.Net;

namespace PolicyGraph.Readers.Html;

/// <summary>Looks at a page without building its tree, for pages whose tree would be too deep to build.</summary>
internal static class TagDepth
{
    // Tags that end by themselves when the next one begins, or have no end.
    private static readonly HashSet<string> Flat = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "optgroup", "br", "hr", "img", "input", "meta", "link", "col",
        "area", "base", "embed", "param", "source", "track", "wbr", "rt", "rp",
    };

    /// <summary>Upper estimate of how many elements stand within each other.</summary>
    public static int Estimate(string html)
    {
        int depth = 0, deepest = 0;
        foreach (var (name, closing, _, end) in Tags(html))
        {
            if (!Flat.Contains(name) && html[end - 2] != '/')
            {
                depth = Math.Max(0, depth + (closing ? -1 : 1));
                deepest = Math.Max(deepest, depth);
            }
        }

        return deepest;
    }

    /// <summary>Writes what stands between the tags; scripts and styles left out.</summary>
    public static void WriteWithoutTags(string html, DocumentBuilder output)
    {
        var from = 0;
        var start = output.Length;
        string? silent = null;
        foreach (var (name, closing, begin, end) in Tags(html))
        {
            if (silent is null && begin > from)
            {
                output.Append(WebUtility.HtmlDecode(html[from..begin]));
            }

            if (name is "script" or "style" or "template" or "noscript" or "title")
            {
                silent = closing ? null : name;
            }
            else if (Flat.Contains(name) || name is "div" or "table" or "h1" or "h2" or "h3")
            {
                output.AddBlock(Documents.BlockKind.Paragraph, start);
                output.EndLine();
                start = output.Length;
            }

            from = end;
        }

        output.Append(silent is null ? WebUtility.HtmlDecode(html[from..]) : "");
        output.AddBlock(Documents.BlockKind.Paragraph, start);
    }

    private static IEnumerable<(string Name, bool Closing, int Begin, int End)> Tags(string html)
    {
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at))
        {
            if (html.AsSpan(at).StartsWith("<!--"))
            {
                var over = html.IndexOf("-->", at, StringComparison.Ordinal);
                over = over < 0 ? html.Length : over + 3;
                yield return ("!", false, at, over);
                at = over;
            }
            else
            {
                var closing = html[at + 1] == '/';
                var first = at + (closing ? 2 : 1);
                var last = first;
                while (last < html.Length && char.IsAsciiLetterOrDigit(html[last]) && last - first < 20)
                {
                    last++;
                }

                var end = last == first ? -1 : html.IndexOf('>', last);
                if (end < 0)
                {
                    at++;
                    if (last != first)
                    {
                        break;
                    }

                    continue;
                }

                var name = html[first..last].ToLowerInvariant();
                yield return (name, closing, at, end + 1);
                at = end + 1;
                if (!closing && name is "script" or "style")
                {
                    var close = html.IndexOf($"</{name}", at, StringComparison.OrdinalIgnoreCase);
                    at = close < 0 ? html.Length : close;
                }
            }

            if (at >= html.Length)
            {
                break;
            }
        }
    }
}
