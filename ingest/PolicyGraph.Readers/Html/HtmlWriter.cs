using System.Globalization;
using AngleSharp.Dom;
using PolicyGraph.Documents;

namespace PolicyGraph.Readers.Html;

/// <summary>Writes a page's elements as lines, blocks and tables.</summary>
internal sealed class HtmlWriter(DocumentBuilder output, HtmlVisibility visibility, HtmlFurniture furniture)
{
    private readonly InlineText inline = new(output);
    private BlockKind kind = BlockKind.Paragraph;
    private int? level;
    private int lists;
    private int cells;
    private int lineStart;
    private int markEnd = -1;

    /// <summary>Writes everything within <paramref name="body"/>.</summary>
    public void Write(IElement body)
    {
        lineStart = output.Length;
        Children(body);
        Break();
    }

    /// <summary>Writes a cell's content as one piece that makes no blocks of its own; gives where it stands.</summary>
    public Text.TextSpan WriteCell(IElement cell)
    {
        var (outer, outerKind) = (inline.LineStart, kind);
        var start = inline.LineStart = output.Length;
        cells++;
        inline.Forget();
        Children(cell);
        inline.Forget();
        cells--;
        var span = output.Since(start);
        output.Truncate(span.End);
        (inline.LineStart, kind) = (outer, outerKind);
        return span;
    }

    private void Children(INode parent)
    {
        foreach (var child in parent.ChildNodes)
        {
            if (child is IText text)
            {
                inline.Append(text.Data);
            }
            else if (child is IElement element)
            {
                Element(element);
            }
        }
    }

    private void Element(IElement element)
    {
        if (element.LocalName is "script" or "style" or "template" or "noscript" or "iframe" or "object" or "svg" or "button" or "select" or "canvas" or "audio" or "video" or "rp" or "rt"
            || visibility.Hides(element) || furniture.Is(element))
        {
            return;
        }

        switch (element.LocalName)
        {
            case "br":
                inline.Break();
                break;
            case "pre" or "textarea":
                Block(element, () => inline.AppendAsIs(element.TextContent));
                break;
            case "input":
                Input(element);
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Block(element, BlockKind.Heading, element.LocalName[1] - '0');
                break;
            case "table" when !HtmlTable.IsLayout(element):
                Table(element);
                break;
            case "dl":
                Definitions(element);
                break;
            case "ol" or "ul":
                List(element);
                break;
            case "a" or "abbr" or "b" or "bdi" or "bdo" or "big" or "cite" or "code" or "del" or "dfn" or "em" or "font" or "i" or "img" or "ins" or "kbd" or "label" or "mark"
                or "q" or "ruby" or "s" or "samp" or "small" or "span" or "strike" or "strong" or "sub" or "sup" or "time" or "tt" or "u" or "var" or "wbr" or "data":
                Children(element);
                break;
            default:
                Block(element, () => Children(element));
                break;
        }
    }

    // Ends the line and makes it a block, if it has words. The number of an item waits for them: <li><p>.
    private void Break()
    {
        if (markEnd == output.Length)
        {
            return;
        }

        inline.Forget();
        if (cells > 0)
        {
            inline.Break();
            return;
        }

        output.AddBlock(kind, lineStart, level);
        output.EndLine();
        inline.LineStart = lineStart = output.Length;
    }

    private void Block(IElement element, Action content)
    {
        Break();
        content();
        Break();
    }

    private void Block(IElement element, BlockKind inner, int? innerLevel)
    {
        Break();
        var (outerKind, outerLevel) = (kind, level);
        (kind, level) = (inner, innerLevel);
        Children(element);
        Break();
        (kind, level) = (outerKind, outerLevel);
    }

    private void Table(IElement table)
    {
        Break();
        if (cells == 0 && table.Children.FirstOrDefault(child => child.LocalName == "caption") is { } caption)
        {
            Element(caption);
        }

        new HtmlTable(output, visibility, this).Write(table, nested: cells > 0);
        inline.Forget();
        if (cells == 0)
        {
            output.EndLine();
            inline.LineStart = lineStart = output.Length;
        }
    }

    // Each term and its descriptions are one line: term, tab, description.
    private void Definitions(IElement list)
    {
        Break();
        var pair = false;
        foreach (var part in Parts(list))
        {
            if (visibility.Hides(part))
            {
                continue;
            }

            if (part.LocalName == "dt")
            {
                Break();
            }
            else if (pair)
            {
                output.Append('\t');
            }

            pair = !WriteCell(part).IsEmpty || part.LocalName == "dt";
        }

        Break();
    }

    private static IEnumerable<IElement> Parts(IElement list) =>
        list.Children.SelectMany(child => child.LocalName is "dt" or "dd" ? [child] : child.Children.Where(inner => inner.LocalName is "dt" or "dd"));

    private void List(IElement list)
    {
        Break();
        lists++;
        var next = int.TryParse(list.GetAttribute("start"), CultureInfo.InvariantCulture, out var start) ? start : 1;
        var numbered = list.LocalName == "ol" && !(list.GetAttribute("style") ?? "").Contains("none", StringComparison.OrdinalIgnoreCase);
        foreach (var child in list.ChildNodes)
        {
            if (child is not IElement { LocalName: "li" } item)
            {
                if (child is IElement other)
                {
                    Element(other);
                }

                continue;
            }

            if (!visibility.Hides(item) && !furniture.Is(item))
            {
                next = int.TryParse(item.GetAttribute("value"), CultureInfo.InvariantCulture, out var own) ? own : next;
                Item(item, numbered ? ListMarks.Write(next, list.GetAttribute("type")) : "");
            }

            next++;
        }

        lists--;
        Break();
    }

    private void Item(IElement item, string mark)
    {
        Break();
        var (outerKind, outerLevel) = (kind, level);
        (kind, level) = (BlockKind.ListItem, lists);
        inline.Append(mark);
        markEnd = mark.Length > 0 ? output.Length : -1;
        Children(item);
        markEnd = -1;
        Break();
        (kind, level) = (outerKind, outerLevel);
    }

    private void Input(IElement input)
    {
        switch (input.GetAttribute("type"))
        {
            case "checkbox" or "radio":
                inline.Append(input.HasAttribute("checked") ? "☑" : "☐");
                break;
            case null or "text" or "number" or "date":
                inline.Append(input.GetAttribute("value") ?? "");
                break;
        }
    }
}
