using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyGraph.Ingestion.Storage;

/// <summary>One thing that people had done to the graph.</summary>
public sealed record JournalEntry
{
    /// <summary>ingest, remove, write.</summary>
    public required string Kind { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The document's or enterprise's id; null for a write.</summary>
    public string? Document { get; init; }

    /// <summary>Path as the ingest reported it.</summary>
    public string? Path { get; init; }

    /// <summary>Where the file lay.</summary>
    public string? Origin { get; init; }

    /// <summary>SHA-256 of the original.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The manifest's line.</summary>
    public string? Manifest { get; init; }

    /// <summary>The enterprise's <c>enterprise.yaml</c>, for the enterprise itself.</summary>
    public string? Enterprise { get; init; }

    /// <summary>Credit code of the enterprise that provides this paper.</summary>
    public string? ProvidedBy { get; init; }

    /// <summary>The statement of a write.</summary>
    public string? Statement { get; init; }

    /// <summary>The statement's parameters as JSON.</summary>
    public string? Parameters { get; init; }
}

/// <summary><c>journal.jsonl</c>: every ingest, removal and write, one JSON line each, appended and flushed to disk.</summary>
/// <remarks>Beside the originals it is the only truth; the graph is derived. A last line without its line feed was never finished and is passed over.</remarks>
public sealed class Journal(string path)
{
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>All finished entries, oldest first.</summary>
    /// <exception cref="IngestionException">A line in the middle is damaged; the message names it.</exception>
    public IReadOnlyList<JournalEntry> Read()
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var text = File.ReadAllText(path, Encoding.UTF8);
        var entries = new List<JournalEntry>();
        var number = 0;
        for (var start = 0; text.IndexOf('\n', start) is var end and >= 0; start = end + 1)
        {
            number++;
            entries.Add(ReadLine(text[start..end], number));
        }

        return entries;
    }

    /// <summary>Appends one entry; durable when the method returns.</summary>
    /// <exception cref="IngestionException">The disk refuses.</exception>
    public void Append(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!); // a full path of a file has a folder
            using var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            CutUnfinishedLine(stream);
            stream.Write(Serialize(entry));
            stream.Flush(flushToDisk: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IngestionException($"无法写入 {path}：{error.Message}；请检查磁盘空间和权限", error);
        }
    }

    private static void CutUnfinishedLine(FileStream stream)
    {
        var length = stream.Length;
        while (length > 0)
        {
            stream.Position = length - 1;
            if (stream.ReadByte() == '\n')
            {
                break;
            }

            length--;
        }

        stream.SetLength(length);
        stream.Position = length;
    }

    private JournalEntry ReadLine(string line, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            string? Text(string key) => root.TryGetProperty(key, out var value) ? value.GetString() : null;
            return new JournalEntry
            {
                Kind = Text("kind") ?? throw new JsonException("kind"),
                At = root.GetProperty("at").GetDateTimeOffset(),
                Document = Text("document"),
                Path = Text("path"),
                Origin = Text("origin"),
                Sha256 = Text("sha256"),
                Manifest = Text("manifest"),
                Enterprise = Text("enterprise"),
                ProvidedBy = Text("providedBy"),
                Statement = Text("statement"),
                Parameters = Text("parameters"),
            };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new IngestionException($"{path} 第 {number} 行损坏：{error.Message}；请从备份恢复这个文件", error);
        }
    }

    private static byte[] Serialize(JournalEntry entry)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Encoder }))
        {
            json.WriteStartObject();
            json.WriteString("kind", entry.Kind);
            json.WriteString("at", entry.At);
            foreach (var (key, value) in ((string, string?)[])
                     [
                         ("document", entry.Document), ("path", entry.Path), ("origin", entry.Origin), ("sha256", entry.Sha256), ("manifest", entry.Manifest),
                         ("enterprise", entry.Enterprise), ("providedBy", entry.ProvidedBy), ("statement", entry.Statement), ("parameters", entry.Parameters),
                     ])
            {
                if (value is not null)
                {
                    json.WriteString(key, value);
                }
            }

            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }
}
