using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using PolicyGraph.Readers.Packages;

namespace PolicyGraph.Readers.Word;

/// <summary>What a paragraph or run takes from its style.</summary>
/// <param name="Heading">1 for the highest; null when it is none.</param>
/// <param name="List">Number of its list; null when it has none.</param>
/// <param name="ListLevel">Level in that list, from 0.</param>
/// <param name="IsContents">Whether it is a line of a table of contents.</param>
/// <param name="IsHidden">Whether it hides its text.</param>
internal sealed record WordStyle(int? Heading, int? List, int? ListLevel, bool IsContents, bool IsHidden)
{
    public static readonly WordStyle None = new(null, null, null, false, false);
}

/// <summary>The styles of a document by id, with what they inherit.</summary>
internal sealed class WordStyles
{
    private const int MaxChain = 20;
    private readonly Dictionary<string, XElement> definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordStyle> resolved = new(StringComparer.Ordinal);

    public static WordStyles Read(OfficePackage package, ReaderOptions options, IReadOnlyList<Relationship> links)
    {
        var styles = new WordStyles();
        var part = links.FirstOrDefault(link => link is { Type: "styles", IsExternal: false })?.Target ?? "word/styles.xml";
        package.TryRead(part, reader =>
        {
            reader.Read();
            while (!reader.EOF)
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "style")
                {
                    var style = XmlTree.Take(reader, options);
                    styles.definitions.TryAdd(style.Value("styleId") ?? "", style);
                }
                else
                {
                    reader.Read();
                }
            }
        });
        return styles;
    }

    /// <summary>The style with this id; one that says nothing when there is none.</summary>
    public WordStyle Find(string? id)
    {
        if (id is null)
        {
            return WordStyle.None;
        }

        if (!resolved.TryGetValue(id, out var style))
        {
            resolved[id] = style = Resolve(id);
        }

        return style;
    }

    private WordStyle Resolve(string id)
    {
        var style = WordStyle.None;
        string? next = id;
        for (var i = 0; i < MaxChain && next is not null; i++)
        {
            var definition = definitions.GetValueOrDefault(next);
            var name = (definition.Child("name").Value() ?? next).Trim().ToLowerInvariant();
            var form = definition.Child("pPr");
            var list = form.Child("numPr");
            style = new WordStyle(
                style.Heading ?? HeadingByName(name) ?? (form.Child("outlineLvl").Number() is >= 0 and < 9 and var level ? level + 1 : null),
                style.List ?? list.Child("numId").Number(),
                style.ListLevel ?? list.Child("ilvl").Number(),
                style.IsContents || name.StartsWith("toc ", StringComparison.Ordinal) || name.StartsWith("目录 ", StringComparison.Ordinal),
                style.IsHidden || definition.Child("rPr").Child("vanish").IsOn());
            next = definition.Child("basedOn").Value();
        }

        return style;
    }

    private static int? HeadingByName(string name)
    {
        if (name is "title" or "标题")
        {
            return 1;
        }

        foreach (var prefix in (ReadOnlySpan<string>)["heading", "标题"])
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal)
                && int.TryParse(name.AsSpan(prefix.Length).Trim(), CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= 9)
            {
                return level;
            }
        }

        return null;
    }
}
