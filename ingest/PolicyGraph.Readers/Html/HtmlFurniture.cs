using AngleSharp.Dom;

namespace PolicyGraph.Readers.Html;

/// <summary>Tells a page's menus, paths, sharing boxes and imprint from what it is about.</summary>
internal sealed class HtmlFurniture
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "nav", "navbar", "navigation", "topnav", "subnav", "mainnav", "menu", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "sidebar", "sidenav", "footer", "foot",
        "copyright", "share", "toolbar", "pagination", "pager", "friendlink", "friendlinks", "friendlylink", "related", "recommend", "search", "searchbox", "qrcode",
        "login", "position", "location", "topbar", "weizhi", "daohang", "dangqian", "header", "banner",
    };

    private static readonly string[] Statements =
    [
        "查询时间", "查询日期", "数据来源", "打印时间", "打印日期", "生成时间", "报告编号", "校验码", "核验", "截至", "出具日期", "有效期", "更新时间",
    ];

    /// <summary>Takes nothing for furniture.</summary>
    public static readonly HtmlFurniture None = new();

    private readonly bool none;
    private readonly Dictionary<INode, (int Text, int LinkText, int Links, bool Headed)> measures = [];
    private readonly int whole;

    public HtmlFurniture(IElement body)
    {
        whole = Measure(body, inLink: false).Text;
    }

    private HtmlFurniture()
    {
        none = true;
    }

    /// <summary>Whether an element is no part of what the page is about. A foot that states something, such as a time of query, is kept.</summary>
    public bool Is(IElement element)
    {
        if (none)
        {
            return false;
        }

        if (element.LocalName is "nav" || element.GetAttribute("role") is "navigation" or "search")
        {
            return true;
        }

        // So LibreOffice writes the running heads of a page.
        if (element.LocalName == "div" && element.GetAttribute("title") is "header" or "footer")
        {
            return true;
        }

        if (element.LocalName is "aside" or "menu")
        {
            return !IsMost(element);
        }

        if (element.LocalName is "header" || element.GetAttribute("role") == "banner")
        {
            return !measures.GetValueOrDefault(element).Headed && element.Closest("article,main") is null && !IsMost(element);
        }

        if (element.LocalName is "footer" || element.GetAttribute("role") == "contentinfo")
        {
            return !States(element) && element.Closest("article,main") is null && !IsMost(element);
        }

        return IsNamedSo(element) ? !IsMost(element) && !States(element) && !measures.GetValueOrDefault(element).Headed : IsLinkList(element);
    }

    private static bool IsNamedSo(IElement element) =>
        element.LocalName is "div" or "ul" or "ol" or "section" or "p" or "table"
        && (Named(element.Id) || element.ClassList.Any(Named));

    private static bool Named(string? name) =>
        name is { Length: > 0 and < 60 } && name.ToLowerInvariant().Split(['-', '_']).Any(Words.Contains);

    // Links to attachments are part of a notice.
    private bool IsLinkList(IElement element)
    {
        if (element.LocalName is not ("div" or "ul" or "ol" or "section" or "p") || measures.GetValueOrDefault(element) is not { Links: >= 5 } measure)
        {
            return false;
        }

        return measure.LinkText * 10 > measure.Text * 8 && measure.Text < measure.Links * 12 && !IsMost(element) && !element.TextContent.Contains("附件", StringComparison.Ordinal);
    }

    private static bool States(IElement element)
    {
        var words = element.TextContent;
        return Statements.Any(cue => words.Contains(cue, StringComparison.Ordinal)) && words.Any(char.IsAsciiDigit);
    }

    private bool IsMost(IElement element) => measures.GetValueOrDefault(element).Text * 2 > whole;

    private (int Text, int LinkText, int Links, bool Headed) Measure(INode node, bool inLink)
    {
        var (text, linkText, links, headed) = (0, 0, 0, false);
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words)
            {
                var length = words.Data.AsSpan().Trim().Length;
                text += length;
                linkText += inLink ? length : 0;
            }
            else if (child is IElement element && element.LocalName is not ("script" or "style" or "template" or "noscript"))
            {
                var link = element.LocalName == "a";
                var inner = Measure(element, inLink || link);
                (text, linkText, links) = (text + inner.Text, linkText + inner.LinkText, links + inner.Links + (link ? 1 : 0));
                headed |= inner.Headed || (element.LocalName is "h1" or "h2" && inner.Text > 0);
            }
        }

        return measures[node] = (text, linkText, links, headed);
    }
}
