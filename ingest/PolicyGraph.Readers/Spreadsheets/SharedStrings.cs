using System.Globalization;
using System.Text;
using System.Xml;
using PolicyGraph.Readers.Packages;

namespace PolicyGraph.Readers.Spreadsheets;

/// <summary>The strings that cells point at by number.</summary>
internal sealed class SharedStrings
{
    private readonly List<string> strings = [];

    public static SharedStrings Read(OfficePackage package, string part, ReaderOptions options)
    {
        var shared = new SharedStrings();
        if (!package.Has(part))
        {
            return shared;
        }

        package.Read(part, reader =>
        {
            long characters = 0;
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "si")
                {
                    var text = ReadRich(reader);
                    characters += text.Length;
                    if (characters > options.MaxCharacters)
                    {
                        throw Refusal.TooManyCharacters(options.MaxCharacters);
                    }

                    if (shared.strings.Count == options.MaxTableCells)
                    {
                        throw Refusal.TooManyCells(options.MaxTableCells);
                    }

                    shared.strings.Add(text);
                }
            }
        });
        return shared;
    }

    /// <summary>The string with this number; empty when there is none.</summary>
    public string At(string number) =>
        int.TryParse(number, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < strings.Count ? strings[index] : "";

    /// <summary>The words of a rich text (<c>si</c> or <c>is</c>), phonetic guides left out; the reader ends on its end tag.</summary>
    public static string ReadRich(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var depth = reader.Depth;
        var text = new StringBuilder();
        var (inText, inPhonetic) = (false, false);
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.Depth == depth))
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when !reader.IsEmptyElement:
                    inText |= reader.LocalName == "t";
                    inPhonetic |= reader.LocalName == "rPh";
                    break;
                case XmlNodeType.EndElement:
                    inText &= reader.LocalName != "t";
                    inPhonetic &= reader.LocalName != "rPh";
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when inText && !inPhonetic:
                    text.Append(reader.Value);
                    break;
            }
        }

        return Unescape(text.ToString());
    }

    // Excel writes what XML cannot hold as _x000D_.
    private static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && i + 6 < text.Length && text[i + 1] == 'x' && text[i + 6] == '_'
                && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) && !char.IsSurrogate((char)unit))
            {
                plain.Append((char)unit);
                i += 6;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }
}
