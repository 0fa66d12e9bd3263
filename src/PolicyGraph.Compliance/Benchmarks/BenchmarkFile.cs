using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Compliance.Benchmarks;

/// <summary>The values that somebody sets for an industry (<c>--benchmarks</c>), with the lines on which they stand.</summary>
public sealed record BenchmarkFile
{
    /// <summary>The edition that the values are for.</summary>
    public required string Standard { get; init; }

    /// <summary>GB/T 4754 code, division or class.</summary>
    public required string Industry { get; init; }

    /// <summary>Where the values hold; null for everywhere.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>The evaluation year; null leaves it to the enterprise.</summary>
    public int? Year { get; init; }

    /// <summary>Points to reach; null where the file has none.</summary>
    public decimal? PassLine { get; init; }

    /// <summary>Whether these are the industry's own criteria.</summary>
    public bool Sector { get; init; }

    /// <summary>Whether what is not listed does not apply.</summary>
    public bool Complete { get; init; }

    /// <summary>What happens to the weights of what does not apply; null where the file does not say.</summary>
    public NotApplicableWeights? NotApplicable { get; init; }

    /// <summary>Where the values come from.</summary>
    public string? Source { get; init; }

    /// <summary>The values by criterion, in the order of the file.</summary>
    public required IReadOnlyDictionary<string, Benchmark> Indicators { get; init; }

    /// <summary>Whether the weights sum to 100; null when all is well, else the warning.</summary>
    public string? WeightWarning => Indicators.Values.Sum(b => b.Weight) is var sum && sum == 100 ? null : FormattableString.Invariant($"评价方案列出的权重合计为 {Numbers.Plain(sum)}，不是 100");

    /// <summary>Name of the file, as the caller gave it; empty for one that was made by hand.</summary>
    public string File { get; init; } = string.Empty;

    /// <summary>The file's text: what a saved assessment keeps; empty for one that was made by hand.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Whether the pass line can be reached at all; null when it can, else the warning.</summary>
    public string? PassLineWarning => PassLine is { } pass && Indicators.Values.Sum(b => b.Weight) is var sum && pass > sum ? FormattableString.Invariant($"评价方案的合格线 {Numbers.Plain(pass)} 高于权重合计 {Numbers.Plain(sum)}，任何企业都达不到，请核对") : null;

    /// <summary>The file as it was read, to name the line of a key; null for one that was made by hand.</summary>
    internal YamlMapping? Place { get; init; }

    /// <summary>Reads the bytes of a benchmark file.</summary>
    /// <param name="bytes">The YAML in UTF-8, with or without a byte order mark.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="YamlException">A fault with its line; bytes that are no UTF-8 are one.</exception>
    public static BenchmarkFile Read(ReadOnlySpan<byte> bytes, string file)
    {
        if (bytes.Length > MaxBytes)
        {
            throw new YamlException(new YamlFault(file, 1, $"文件大小 {bytes.Length} 字节，超过上限 {MaxBytes} 字节"));
        }

        var invalid = System.Text.Unicode.Utf8.IsValid(bytes) ? -1 : FirstInvalid(bytes);
        return invalid < 0
            ? Read(System.Text.Encoding.UTF8.GetString(bytes).TrimStart('\ufeff'), file)
            : throw new YamlException(new YamlFault(file, bytes[..invalid].Count((byte)'\n') + 1, "不是 UTF-8 编码的文字；请用编辑器另存为 UTF-8"));
    }

    /// <summary>Bytes of a benchmark file that are read.</summary>
    public const int MaxBytes = 4_000_000;

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && System.Text.Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }

    /// <summary>Reads a benchmark file; whether it fits an enterprise is for <see cref="BenchmarkFit"/>.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="YamlException">A fault with its line: an unknown key, a wrong type, lead without base, lead equal to base.</exception>
    public static BenchmarkFile Read(string text, string file) => BenchmarkReader.Read(text, file);
}

/// <summary>What one indicator is held against.</summary>
/// <param name="Unit">The unit; null for a qualitative criterion.</param>
/// <param name="Lead">引领值; null for a qualitative criterion.</param>
/// <param name="Base">基准值; null for a qualitative criterion.</param>
/// <param name="Weight">Points of the whole.</param>
public sealed record Benchmark(string? Unit, decimal? Lead, decimal? Base, decimal Weight)
{
    /// <summary>Where a <paramref name="value"/> lies: 0 at base, 1 at lead, negative when worse than base.</summary>
    /// <exception cref="InvalidOperationException">There is no lead or base.</exception>
    public decimal Share(decimal value) => Lead is { } lead && Base is { } basis ? (value - basis) / (lead - basis) : throw new InvalidOperationException("a qualitative benchmark has no share");
}

/// <summary>What happens to the weights of criteria that do not apply.</summary>
public enum NotApplicableWeights
{
    /// <summary>They are dropped: fewer points are to be had.</summary>
    Drop,

    /// <summary>The others are stretched to 100.</summary>
    Redistribute,
}
