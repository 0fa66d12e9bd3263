using System.Text.Json;

namespace PolicyGraph.Ingestion.Sources;

/// <summary>One line of a corpus's <c>manifest.jsonl</c>: what the collector knows of a document, which goes before what is read from its text.</summary>
public sealed record ManifestEntry
{
    /// <summary>The document's id.</summary>
    public required string Id { get; init; }

    /// <summary>Path below the corpus, with <c>/</c>.</summary>
    public required string File { get; init; }

    /// <summary>Exact title; null where unknown.</summary>
    public string? Title { get; init; }

    /// <summary>Who issued it, first the leading authority.</summary>
    public IReadOnlyList<string> Issuers { get; init; } = [];

    /// <summary>发文字号; null where unknown.</summary>
    public string? Number { get; init; }

    /// <summary>Day (or month, or year) of signature.</summary>
    public string? SignedOn { get; init; }

    /// <summary>Day (or month, or year) of publication.</summary>
    public string? PublishedOn { get; init; }

    /// <summary>national, provincial or municipal.</summary>
    public string? Level { get; init; }

    /// <summary>Name of the jurisdiction.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Where it comes from.</summary>
    public string? Source { get; init; }

    /// <summary>Under which terms.</summary>
    public string? Licence { get; init; }

    /// <summary>Names of the keys above whose value is not certain.</summary>
    public IReadOnlyList<string> Uncertain { get; init; } = [];

    /// <summary>The line as it was written: it is journalled.</summary>
    public string Line { get; init; } = string.Empty;
}

/// <summary>The list of a corpus's documents.</summary>
public static class CorpusManifest
{
    /// <summary>Name of the file at the root of a corpus.</summary>
    public const string FileName = "manifest.jsonl";

    private static readonly string[] Keys = ["id", "file", "title", "issuers", "number", "signedOn", "publishedOn", "level", "jurisdiction", "sha256", "source", "licence", "uncertain"];

    /// <summary>Reads all lines; empty ones are passed over.</summary>
    /// <exception cref="IngestionException">A line is wrong; the message names it.</exception>
    public static IReadOnlyList<ManifestEntry> Read(string text)
    {
        var entries = new List<ManifestEntry>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var entry = ReadLine(line.Trim(), number);
            if (entries.Any(e => string.Equals(e.Id, entry.Id, StringComparison.Ordinal)))
            {
                throw new IngestionException($"{FileName} 第 {number} 行：id“{entry.Id}”重复");
            }

            entries.Add(entry);
        }

        return entries;
    }

    /// <summary>Reads one line.</summary>
    /// <exception cref="IngestionException">It is wrong; the message names its number.</exception>
    public static ManifestEntry ReadLine(string line, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 8 });
            var root = json.RootElement;
            var unknown = root.EnumerateObject().Select(p => p.Name).FirstOrDefault(n => !Keys.Contains(n, StringComparer.Ordinal));
            if (unknown is not null)
            {
                throw new IngestionException($"{FileName} 第 {number} 行：未知的键“{unknown}”；可用的键：{string.Join("、", Keys)}");
            }

            return new ManifestEntry
            {
                Id = Text(root, "id") ?? throw new IngestionException($"{FileName} 第 {number} 行：缺少“id”"),
                File = Text(root, "file") ?? throw new IngestionException($"{FileName} 第 {number} 行：缺少“file”"),
                Title = Text(root, "title"),
                Issuers = Texts(root, "issuers"),
                Number = Text(root, "number"),
                SignedOn = Text(root, "signedOn"),
                PublishedOn = Text(root, "publishedOn"),
                Level = Text(root, "level"),
                Jurisdiction = Text(root, "jurisdiction"),
                Sha256 = Text(root, "sha256"),
                Source = Text(root, "source"),
                Licence = Text(root, "licence"),
                Uncertain = Texts(root, "uncertain"),
                Line = line,
            };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new IngestionException($"{FileName} 第 {number} 行：不是有效的 JSON：{error.Message}", error);
        }
    }

    private static string? Text(JsonElement root, string key) =>
        root.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetString() is { Length: > 0 } text ? text : null : null;

    private static List<string> Texts(JsonElement root, string key) =>
        root.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(v => v.GetString()).OfType<string>()]
            : [];
}
