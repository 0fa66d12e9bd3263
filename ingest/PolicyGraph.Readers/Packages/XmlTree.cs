using System.Collections.Frozen;
using System.Xml;
using System.Xml.Linq;

namespace PolicyGraph.Readers.Packages;

/// <summary>Takes one element out of a part as a small tree, within limits on depth and size.</summary>
internal static class XmlTree
{
    // Most of a Word document by number, nothing of what it says: fonts, languages, distances, places of the cursor.
    private static readonly FrozenSet<string> Looks = FrozenSet.Create(
        StringComparer.Ordinal, "rFonts", "lang", "spacing", "ind", "jc", "bidi", "kern", "szCs", "bCs", "iCs", "b", "i", "widowControl", "adjustRightInd", "snapToGrid", "textAlignment", "proofErr", "bookmarkStart", "bookmarkEnd",
        "lastRenderedPageBreak", "autoSpaceDE", "autoSpaceDN", "keepNext", "keepLines", "tcW", "vAlign", "noWrap", "top", "left", "bottom", "right");

    private static readonly XNamespace Wordprocessing = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>The element that the reader stands on, which is then behind it.</summary>
    /// <exception cref="DocumentReadException">Too deep or too large.</exception>
    public static XElement Take(XmlReader reader, ReaderOptions options)
    {
        var top = Open(reader);
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return top;
        }

        var (current, depth, nodes) = (top, 1, 1);
        long characters = 0;
        while (depth > 0 && reader.Read())
        {
            if (++nodes > options.MaxNodesPerBlock || characters > options.MaxCharacters)
            {
                throw Refusal.BlockTooLarge(options.MaxNodesPerBlock);
            }

            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.IsEmptyElement && Looks.Contains(reader.LocalName):
                    break;
                case XmlNodeType.Element:
                    var child = Open(reader);
                    current.Add(child);
                    if (!reader.IsEmptyElement)
                    {
                        (current, depth) = (child, depth + 1);
                        RequireDepth(depth, options);
                    }

                    break;
                case XmlNodeType.EndElement:
                    current = current.Parent ?? top;
                    depth--;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    characters += reader.Value.Length;
                    current.Add(new XText(reader.Value));
                    break;
            }
        }

        reader.Read();
        return top;
    }

    public static void RequireDepth(int depth, ReaderOptions options)
    {
        if (depth > options.MaxDepth)
        {
            throw Refusal.TooDeep(options.MaxDepth);
        }
    }

    /// <summary>The first child with this local name, whatever its namespace (transitional or strict).</summary>
    public static XElement? Child(this XElement? element, string localName)
    {
        for (var child = element?.FirstNode; child is not null; child = child.NextNode)
        {
            if (child is XElement found && found.Name.LocalName == localName)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The value of the attribute with this local name; null when it is not there.</summary>
    public static string? Value(this XElement? element, string localName = "val")
    {
        for (var attribute = element?.FirstAttribute; attribute is not null; attribute = attribute.NextAttribute)
        {
            if (attribute.Name.LocalName == localName && !attribute.IsNamespaceDeclaration)
            {
                return attribute.Value;
            }
        }

        return null;
    }

    /// <summary>The value as a number; null when it is absent or none.</summary>
    public static int? Number(this XElement? element, string localName = "val") =>
        int.TryParse(element.Value(localName), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether a switch such as <c>w:vanish</c> is there and on.</summary>
    public static bool IsOn(this XElement? element) => element is not null && element.Value() is not ("0" or "false" or "off" or "none");

    private static XElement Open(XmlReader reader)
    {
        var element = new XElement(Name(reader));
        if (reader.MoveToFirstAttribute())
        {
            do
            {
                if (reader.NamespaceURI != "http://www.w3.org/2000/xmlns/" && !reader.LocalName.StartsWith("rsid", StringComparison.Ordinal))
                {
                    element.Add(new XAttribute(Name(reader), reader.Value));
                }
            }
            while (reader.MoveToNextAttribute());
            reader.MoveToElement();
        }

        return element;
    }

    private static XName Name(XmlReader reader) =>
        reader.NamespaceURI == Wordprocessing.NamespaceName ? Wordprocessing.GetName(reader.LocalName) : XName.Get(reader.LocalName, reader.NamespaceURI);
}
