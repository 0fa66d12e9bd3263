using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PolicyGraph.Cypher.Storage;

/// <summary>Which making of the graph a store holds, and how the journal calls what writes made in an earlier making.</summary>
/// <remarks>Ids are never given twice within one making, so its name and the id are a name for ever.</remarks>
public sealed class GraphOrigin
{
    private readonly Dictionary<string, long> nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> relationships = new(StringComparer.Ordinal);
    private readonly Dictionary<long, string> nodeNames = [];
    private readonly Dictionary<long, string> relationshipNames = [];

    private GraphOrigin(string name) => Name = name;

    /// <summary>The making's name: eight hexadecimal digits.</summary>
    public string Name { get; }

    /// <summary>A new making.</summary>
    public static GraphOrigin New() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4)));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="GraphStoreException">It is something else.</exception>
    public static GraphOrigin Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var origin = new GraphOrigin(json.RootElement.GetProperty("graph").GetString() ?? throw new JsonException("graph"));
            foreach (var entry in json.RootElement.GetProperty("nodes").EnumerateObject())
            {
                origin.NameNode(entry.Name, entry.Value.GetInt64());
            }

            foreach (var entry in json.RootElement.GetProperty("relationships").EnumerateObject())
            {
                origin.NameRelationship(entry.Name, entry.Value.GetInt64());
            }

            return origin;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new GraphStoreException($"图谱的来历说明无法读取（{e.Message}）：请运行 policygraph rebuild 从原始文件重建图谱。", innerException: e);
        }
    }

    /// <summary>The journal's name of a node.</summary>
    public string NodeName(long id) => nodeNames.GetValueOrDefault(id) ?? string.Create(CultureInfo.InvariantCulture, $"{Name}:n{id}");

    /// <summary>The journal's name of a relationship.</summary>
    public string RelationshipName(long id) => relationshipNames.GetValueOrDefault(id) ?? string.Create(CultureInfo.InvariantCulture, $"{Name}:r{id}");

    /// <summary>The id of a named node; null when this making has none of that name.</summary>
    public long? FindNode(string name) => nodes.TryGetValue(name, out var id) ? id : Own(name, 'n');

    /// <summary>The id of a named relationship; null when this making has none of that name.</summary>
    public long? FindRelationship(string name) => relationships.TryGetValue(name, out var id) ? id : Own(name, 'r');

    /// <summary>Says what the journal calls a node.</summary>
    public void NameNode(string name, long id) => (nodes[name], nodeNames[id]) = (id, name);

    /// <summary>Says what the journal calls a relationship.</summary>
    public void NameRelationship(string name, long id) => (relationships[name], relationshipNames[id]) = (id, name);

    /// <summary>The origin as JSON.</summary>
    public override string ToString()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("graph", Name);
            Write(json, "nodes", nodes);
            Write(json, "relationships", relationships);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, string key, Dictionary<string, long> ids)
    {
        json.WriteStartObject(key);
        foreach (var (name, id) in ids)
        {
            json.WriteNumber(name, id);
        }

        json.WriteEndObject();
    }

    private long? Own(string name, char kind) =>
        name.StartsWith(Name, StringComparison.Ordinal)
        && name.AsSpan(Name.Length).StartsWith([':', kind])
        && long.TryParse(name.AsSpan(Name.Length + 2), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
