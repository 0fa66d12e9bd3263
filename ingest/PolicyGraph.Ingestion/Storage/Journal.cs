using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyGraph.Ingestion.Storage;

/// <summary>One thing that people had done to the graph.</summary>
public sealed record JournalEntry
{
    /// <summary>ingest, enterprise, remove, write; other kinds are passed over by who does not know them.</summary>
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

    /// <summary>What a write did, as JSON: it is this that is done again, not the statement. Null in entries of the first format.</summary>
    public string? Effect { get; init; }

    /// <summary>The making of the graph in which the entry was committed; null where it changes no graph, and in entries of the first format.</summary>
    public string? Graph { get; init; }

    /// <summary>The number of its commit in that graph.</summary>
    public long? Commit { get; init; }
}

/// <summary><c>journal.jsonl</c>: every ingest, removal and write, one JSON line each, appended and flushed to disk.</summary>
/// <remarks>Beside the originals it is the only truth; the graph is derived. A last line without its line feed was never finished and is passed over.</remarks>
public sealed class Journal(string path)
{
    private const int Block = 1 << 12;

    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private (string Graph, long Commit)? pending;

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

    /// <summary>Says which commit of which graph comes next; null while no graph is written.</summary>
    public Func<(string Graph, long Commit)>? Next { get; init; }

    /// <summary>Takes the turn to write the file, given back by disposing; null where the caller has it for its whole run.</summary>
    public Func<IDisposable>? Turn { get; init; }

    /// <summary>Appends the entry of the graph's next commit; durable when the method returns, so that the graph never knows what the journal does not.</summary>
    /// <remarks>When the commit is never made, <see cref="DropUncommitted"/> takes the entry back.</remarks>
    /// <exception cref="IngestionException">The disk refuses.</exception>
    public void AppendBeforeCommit(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var next = Next?.Invoke();
        if (next is { } now && pending == next)
        {
            DropUncommitted(now.Graph, now.Commit - 1); // The commit that was to follow the last entry failed.
        }

        pending = next;
        Append(entry with { Graph = next?.Graph, Commit = next?.Commit });
    }

    /// <summary>Takes back the last entry when its process ended before the graph had it.</summary>
    /// <param name="graph">The graph's making.</param>
    /// <param name="committed">Number of its last commit.</param>
    /// <returns>The entry that was taken back; null when there was none.</returns>
    public JournalEntry? DropUncommitted(string graph, long committed)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
            CutUnfinishedLine(stream);
            var start = AfterLastLineFeed(stream, Math.Max(0, stream.Length - 1));
            var bytes = new byte[stream.Length - start];
            stream.Position = start;
            stream.ReadExactly(bytes);
            if (bytes.Length == 0)
            {
                return null;
            }

            var entry = ReadLine(Encoding.UTF8.GetString(bytes).TrimEnd('\n'), 0);
            if (entry.Graph != graph || entry.Commit <= committed)
            {
                return null;
            }

            stream.SetLength(start);
            stream.Flush(flushToDisk: true);
            return entry;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IngestionException($"无法写入 {path}：{error.Message}；请检查磁盘空间和权限", error);
        }
    }

    /// <summary>Appends one entry; durable when the method returns.</summary>
    /// <exception cref="IngestionException">The disk refuses, or the data folder is gone.</exception>
    public void Append(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using var turn = Turn?.Invoke();
        try
        {
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
        var length = AfterLastLineFeed(stream, stream.Length);
        stream.SetLength(length);
        stream.Position = length;
    }

    /// <summary>Where the line begins that an offset stands in or behind.</summary>
    private static long AfterLastLineFeed(FileStream stream, long before)
    {
        var block = new byte[Block];
        while (before > 0)
        {
            var length = (int)Math.Min(Block, before);
            stream.Position = before - length;
            stream.ReadExactly(block, 0, length);
            if (block.AsSpan(0, length).LastIndexOf((byte)'\n') is >= 0 and var at)
            {
                return before - length + at + 1;
            }

            before -= length;
        }

        return 0;
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
                Effect = root.TryGetProperty("effect", out var effect) ? effect.GetRawText() : null,
                Graph = Text("graph"),
                Commit = root.TryGetProperty("commit", out var commit) ? commit.GetInt64() : null,
            };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new DamagedJournalException($"{path} 第 {number} 行损坏：{error.Message}；请从备份恢复这个文件", number, error);
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

            if (entry.Effect is not null)
            {
                json.WritePropertyName("effect");
                json.WriteRawValue(entry.Effect);
            }

            if (entry.Graph is not null)
            {
                json.WriteString("graph", entry.Graph);
            }

            if (entry.Commit is { } commit)
            {
                json.WriteNumber("commit", commit);
            }

            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }
}
