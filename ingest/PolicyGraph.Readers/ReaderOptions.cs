namespace PolicyGraph.Readers;

/// <summary>How much of an input a reader takes in before it refuses it. Every limit ends in a <see cref="DocumentReadException"/> that says 超过上限.</summary>
public sealed record ReaderOptions
{
    /// <summary>Bytes of one file.</summary>
    public long MaxBytes { get; init; } = 64L << 20;

    /// <summary>Bytes of one HTML page; lower, because a page is held as a tree.</summary>
    public long MaxHtmlBytes { get; init; } = 16L << 20;

    /// <summary>Bytes that all parts of a package or archive may expand to.</summary>
    public long MaxExpandedBytes { get; init; } = 256L << 20;

    /// <summary>Bytes that one part of a package or one entry of an archive may expand to.</summary>
    public long MaxPartBytes { get; init; } = 128L << 20;

    /// <summary>Expanded size by packed size; looked at only once a part has expanded to more than 8 MB, since small parts of one repeated row pack very well.</summary>
    public int MaxCompressionRatio { get; init; } = 200;

    /// <summary>Parts of a package, or entries of an archive.</summary>
    public int MaxEntries { get; init; } = 10_000;

    /// <summary>UTF-16 code units of the text that is given back; two thousand dense pages, which take about 450 MB to understand.</summary>
    public int MaxCharacters { get; init; } = 4_000_000;

    /// <summary>Cells of all tables of one document together.</summary>
    public int MaxTableCells { get; init; } = 1_000_000;

    /// <summary>Elements within elements.</summary>
    public int MaxDepth { get; init; } = 256;

    /// <summary>XML nodes of one paragraph or table row, which is held as a tree.</summary>
    public int MaxNodesPerBlock { get; init; } = 500_000;

    /// <summary>Archives within archives; 1 is an archive without any inside.</summary>
    public int MaxArchiveDepth { get; init; } = 2;

    /// <summary>Time for one document.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(60);
}
