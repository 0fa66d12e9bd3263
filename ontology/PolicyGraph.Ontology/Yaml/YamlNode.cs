using System.Globalization;

namespace PolicyGraph.Ontology.Yaml;

/// <summary>One value of a YAML file that knows its line: a text, a list or a mapping.</summary>
/// <remarks>A closed family without tags, anchors and types: what a text means is decided by whoever asks for it, so <c>3011</c>, <c>no</c> and <c>2025-12-31</c> stay as written.</remarks>
public abstract class YamlNode
{
    private protected YamlNode(string file, int line)
    {
        File = file;
        Line = line;
    }

    /// <summary>The file as it was named by the caller.</summary>
    public string File { get; }

    /// <summary>Line from 1.</summary>
    public int Line { get; }

    /// <summary>An exception that names this place.</summary>
    public YamlException Fault(string message) => new(new YamlFault(File, Line, message));

    /// <summary>This node as a mapping.</summary>
    /// <exception cref="YamlException">It is none.</exception>
    public YamlMapping AsMapping() => this as YamlMapping ?? throw Fault("此处应为“键: 值”的映射");

    /// <summary>This node as a list.</summary>
    /// <exception cref="YamlException">It is none.</exception>
    public YamlList AsList() => this as YamlList ?? throw Fault("此处应为列表");

    /// <summary>This node as a text.</summary>
    /// <exception cref="YamlException">It is none, or it is empty.</exception>
    public string AsText() => this is YamlText { Value.Length: > 0 } text ? text.Value : throw Fault("此处应为一个非空的值");

    /// <summary>This node as a decimal number in the invariant form.</summary>
    /// <exception cref="YamlException">It is none.</exception>
    public decimal AsDecimal() => decimal.TryParse(AsText(), NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw Fault($"“{AsText()}”不是数");

    /// <summary>This node as an integer.</summary>
    /// <exception cref="YamlException">It is none.</exception>
    public int AsInteger() => int.TryParse(AsText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw Fault($"“{AsText()}”不是整数");

    /// <summary>This node as <c>true</c> or <c>false</c>.</summary>
    /// <exception cref="YamlException">It is neither.</exception>
    public bool AsBoolean() => AsText() switch
    {
        "true" => true,
        "false" => false,
        var other => throw Fault($"“{other}”应为 true 或 false"),
    };

    /// <summary>This node as a day, <c>2025-12-31</c>.</summary>
    /// <exception cref="YamlException">It is none, or no calendar has it.</exception>
    public DateOnly AsDate() => DateOnly.TryParseExact(AsText(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
        ? value
        : throw Fault($"“{AsText()}”不是有效日期，应写作 2025-12-31");
}

/// <summary>A scalar, as written.</summary>
public sealed class YamlText : YamlNode
{
    internal YamlText(string file, int line, string value)
        : base(file, line) => Value = value;

    /// <summary>The text without quotes; empty for a key without a value.</summary>
    public string Value { get; }
}

/// <summary>A list.</summary>
public sealed class YamlList : YamlNode
{
    internal YamlList(string file, int line, IReadOnlyList<YamlNode> items)
        : base(file, line) => Items = items;

    /// <summary>The items in order.</summary>
    public IReadOnlyList<YamlNode> Items { get; }
}

/// <summary>A mapping that remembers where each key stands.</summary>
public sealed class YamlMapping : YamlNode
{
    private readonly Dictionary<string, int> lines;

    internal YamlMapping(string file, int line, IReadOnlyDictionary<string, YamlNode> entries, Dictionary<string, int> lines)
        : base(file, line)
    {
        Entries = entries;
        this.lines = lines;
    }

    /// <summary>The entries in the order of the file.</summary>
    public IReadOnlyDictionary<string, YamlNode> Entries { get; }

    /// <summary>Line of a key, from 1.</summary>
    public int LineOf(string key) => lines.GetValueOrDefault(key, Line);

    /// <summary>An exception that names the place of a key.</summary>
    public YamlException FaultAt(string key, string message) => new(new YamlFault(File, LineOf(key), message));

    /// <summary>Refuses keys outside a closed list.</summary>
    /// <exception cref="YamlException">There is another key; the message names it and what may stand here.</exception>
    public YamlMapping Allow(params ReadOnlySpan<string> keys)
    {
        foreach (var key in Entries.Keys)
        {
            if (!keys.Contains(key))
            {
                throw FaultAt(key, $"未知的键“{key}”；可用的键：{string.Join("、", keys.ToArray())}");
            }
        }

        return this;
    }

    /// <summary>The value of a key; null when it is absent or empty.</summary>
    public YamlNode? Find(string key) => Entries.GetValueOrDefault(key) is { } node and not YamlText { Value.Length: 0 } ? node : null;

    /// <summary>The value of a key.</summary>
    /// <exception cref="YamlException">It is absent or empty.</exception>
    public YamlNode Get(string key) => Find(key) ?? throw FaultAt(key, $"缺少“{key}”");

    /// <summary>The texts of a list, or of a single value; none when the key is absent.</summary>
    /// <exception cref="YamlException">An item is no text.</exception>
    public IReadOnlyList<string> Texts(string key) => Find(key) switch
    {
        null => [],
        YamlList list => [.. list.Items.Select(i => i.AsText())],
        var one => [one.AsText()],
    };
}
