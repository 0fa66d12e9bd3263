using System.Text;
using System.Xml;
using System.Xml.Linq;
using PolicyGraph.Readers.Packages;

namespace PolicyGraph.Readers.Word;

/// <summary>Counts the automatic numbers of paragraphs, and gives each as it is printed.</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;
    private readonly Dictionary<int, XElement[]> shapes = [];
    private readonly Dictionary<int, XElement> lists = [];
    private readonly Dictionary<string, int> styleShapes = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int?[]> counters = [];
    private readonly HashSet<(int List, int Level)> restarted = [];
    private readonly Dictionary<int, string> linkedStyles = [];

    public static WordNumbering Read(OfficePackage package, ReaderOptions options, IReadOnlyList<Relationship> links)
    {
        var numbering = new WordNumbering();
        var part = links.FirstOrDefault(link => link is { Type: "numbering", IsExternal: false })?.Target ?? "word/numbering.xml";
        package.TryRead(part, reader =>
        {
            reader.Read();
            while (!reader.EOF)
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "abstractNum")
                {
                    numbering.AddShape(XmlTree.Take(reader, options));
                }
                else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "num")
                {
                    var list = XmlTree.Take(reader, options);
                    numbering.lists[list.Number("numId") ?? -1] = list;
                }
                else
                {
                    reader.Read();
                }
            }
        });
        return numbering;
    }

    /// <summary>Counts one paragraph of a list.</summary>
    /// <param name="list">The paragraph's list.</param>
    /// <param name="level">Its level, 0 to 8.</param>
    /// <returns>The visible number with what divides it from the words; empty when none is shown.</returns>
    public string Next(int list, int level)
    {
        if (!lists.TryGetValue(list, out var definition) || definition.Child("abstractNumId").Number() is not { } shape)
        {
            return "";
        }

        shape = linkedStyles.TryGetValue(shape, out var style) && styleShapes.TryGetValue(style, out var linked) ? linked : shape;
        if (Shape(definition, shape, level) is not { } form)
        {
            return "";
        }

        var counts = Count(definition, list, shape, level, form);
        var kind = form.Child("numFmt").Value() ?? "decimal";
        var number = kind == "bullet" ? Bullet(form) : Expand(definition, shape, counts, form);
        return number.Length == 0 ? "" : number + Divider(number, form.Child("suff").Value());
    }

    private int?[] Count(XElement definition, int list, int shape, int level, XElement form)
    {
        if (!counters.TryGetValue(shape, out var counts))
        {
            counters[shape] = counts = new int?[Levels];
        }

        var start = Override(definition, level).Child("startOverride").Number();
        counts[level] = start is not null && restarted.Add((list, level)) ? start : (counts[level] + 1) ?? start ?? form.Child("start").Number() ?? 0;
        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            counts[deeper] = Shape(definition, shape, deeper).Child("lvlRestart").Number() == 0 ? counts[deeper] : null;
        }

        return counts;
    }

    // lvlText is a pattern such as 第%1条 or %1.%2: each % and digit stands for a level's count.
    private string Expand(XElement definition, int shape, int?[] counts, XElement form)
    {
        var pattern = form.Child("lvlText").Value() ?? "";
        var legal = form.Child("isLgl").IsOn();
        var number = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length || pattern[i + 1] is < '1' or > '9')
            {
                number.Append(pattern[i]);
                continue;
            }

            var level = pattern[++i] - '1';
            var other = Shape(definition, shape, level);
            var count = counts[level] ?? other.Child("start").Number() ?? 1;
            number.Append(WordNumerals.Write(count, legal ? "decimal" : other.Child("numFmt").Value() ?? "decimal"));
        }

        return number.ToString().Trim();
    }

    private XElement? Shape(XElement definition, int shape, int level) =>
        Override(definition, level).Child("lvl") ?? (shapes.TryGetValue(shape, out var levels) ? levels[level] : null);

    private static XElement? Override(XElement definition, int level) =>
        definition.Elements().FirstOrDefault(child => child.Name.LocalName == "lvlOverride" && child.Number("ilvl") == level);

    private static string Bullet(XElement form) =>
        form.Child("lvlText").Value() is { Length: > 0 } sign ? (sign[0] is >= '\ue000' and <= '\uf8ff' ? "•" : sign) : "";

    // A tab in print. A number that ends in a bracket or comma of its own needs no blank.
    private static string Divider(string number, string? suffix) =>
        suffix == "nothing" || number[^1] is '、' or '）' or '．' or '。' or '，' or '：' ? "" : " ";

    private void AddShape(XElement shape)
    {
        var id = shape.Number("abstractNumId") ?? -1;
        var levels = new XElement[Levels];
        foreach (var level in shape.Elements().Where(child => child.Name.LocalName == "lvl"))
        {
            if (level.Number("ilvl") is >= 0 and < Levels and var index)
            {
                levels[index] = level;
            }
        }

        shapes[id] = levels;
        if (shape.Child("styleLink").Value() is { } name)
        {
            styleShapes[name] = id;
        }

        if (shape.Child("numStyleLink").Value() is { } link)
        {
            linkedStyles[id] = link;
        }
    }
}
