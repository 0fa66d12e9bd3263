using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PolicyGraph.Ontology.Yaml;

/// <summary>Reads one YAML document into <see cref="YamlNode"/>s.</summary>
/// <remarks>A strict part of YAML: one document, no anchors, aliases or tags (so no document grows while it is read), no duplicate keys, text keys only, at most <see cref="MaxDepth"/> levels and <see cref="MaxLength"/> characters.</remarks>
public static class YamlReader
{
    /// <summary>Levels of nesting that are read.</summary>
    public const int MaxDepth = 32;

    /// <summary>UTF-16 code units of a file that are read.</summary>
    public const int MaxLength = 4_000_000;

    /// <summary>Reads a document whose top is a mapping.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="file">Name of the file, for messages.</param>
    /// <exception cref="YamlException">It is not YAML, outside the limits, or not a mapping.</exception>
    public static YamlMapping Read(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaxLength)
        {
            throw new YamlException(new YamlFault(file, 1, $"文件超过上限 {MaxLength} 个字符"));
        }

        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                throw new YamlException(new YamlFault(file, 1, "文件是空的"));
            }

            var node = ReadNode(parser, file, 0);
            parser.Consume<DocumentEnd>();
            return parser.TryConsume<StreamEnd>(out _)
                ? node.AsMapping()
                : throw new YamlException(new YamlFault(file, (int)(parser.Current?.Start.Line ?? 1), "一个文件只能有一份内容，请删去 --- 和后面的部分"));
        }
        catch (YamlDotNet.Core.YamlException error)
        {
            throw new YamlException(new YamlFault(file, Math.Max(1, (int)error.Start.Line), $"不是有效的 YAML：{YamlWording.Of(error)}"), error);
        }
    }

    private static YamlNode ReadNode(Parser parser, string file, int depth)
    {
        var line = (int)parser.Current!.Start.Line; // the parser stands on an event: the document's start was read and its end was not
        if (depth > MaxDepth)
        {
            throw new YamlException(new YamlFault(file, line, $"嵌套超过上限 {MaxDepth} 层"));
        }

        if (parser.Current is NodeEvent { Anchor.IsEmpty: false } or AnchorAlias)
        {
            throw new YamlException(new YamlFault(file, line, "不支持 YAML 锚点和别名"));
        }

        if (parser.Current is NodeEvent { Tag.IsEmpty: false })
        {
            throw new YamlException(new YamlFault(file, line, "不支持 YAML 标签（!）；值以 ! 开头时请用引号括起来"));
        }

        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return new YamlText(file, line, scalar.Style == ScalarStyle.Plain && scalar.Value is "~" or "null" ? string.Empty : scalar.Value);
        }

        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(ReadNode(parser, file, depth + 1));
            }

            return new YamlList(file, line, items);
        }

        parser.Consume<MappingStart>();
        return ReadMapping(parser, file, line, depth);
    }

    private static YamlMapping ReadMapping(Parser parser, string file, int line, int depth)
    {
        var entries = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var keyLine = (int)parser.Current!.Start.Line; // as above
            if (!parser.TryConsume<Scalar>(out var key))
            {
                throw new YamlException(new YamlFault(file, keyLine, "键应为文本"));
            }

            if (!lines.TryAdd(key.Value, keyLine))
            {
                throw new YamlException(new YamlFault(file, keyLine, $"键“{key.Value}”重复"));
            }

            entries.Add(key.Value, ReadNode(parser, file, depth + 1));
        }

        return new YamlMapping(file, line, entries, lines);
    }
}
