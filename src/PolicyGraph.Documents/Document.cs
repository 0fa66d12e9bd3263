using PolicyGraph.Text;

namespace PolicyGraph.Documents;

/// <summary>The id under which a document is known; see <c>contracts</c>: manifest id, document number, or credit code and path.</summary>
public readonly record struct DocumentId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A place in a document: the one value that crosses every room. Its words are <c>text[Span.Start..Span.End]</c>.</summary>
public readonly record struct Evidence(DocumentId Document, TextSpan Span);

/// <summary>What a reader made of the bytes of one file: its text and what the format itself says of the text's structure.</summary>
public sealed record Document
{
    /// <summary>The text; all spans here and in everything derived point into it.</summary>
    public required SourceText Text { get; init; }

    /// <summary>What the file really is, whatever its name says.</summary>
    public required DocumentFormat Format { get; init; }

    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Paragraphs, headings and table regions in reading order; they do not overlap. Empty when the format knows none (plain text): see <see cref="Block.FromLines"/>.</summary>
    public IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>Tables that the format itself marks (HTML, DOCX, XLSX, CSV). Tables flattened into lines are found later, from the text.</summary>
    public IReadOnlyList<Table> Tables { get; init; } = [];

    /// <summary>What the format states beside the text, such as an HTML page's title or its 发文字号 box: name, value and where it stands (null span when it is not in <see cref="Text"/>).</summary>
    public IReadOnlyList<DocumentProperty> Properties { get; init; } = [];

    /// <summary>Remarks of the reader.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>Where each printed line of <see cref="Text"/> stands, in the order of the text; empty where the format has no pages.</summary>
    public IReadOnlyList<PlacedSpan> Places { get; init; } = [];

    /// <summary>How each page was read, in order; empty where the format has no pages.</summary>
    public IReadOnlyList<PageReading> Pages { get; init; } = [];

    /// <summary>Stretches of <see cref="Text"/> that were not understood, such as undecodable bytes.</summary>
    public IReadOnlyList<UnreadSpan> Unread { get; init; } = [];

    /// <summary>The printed lines that <paramref name="span"/> touches, whole lines, in the order of the text; none where the format has no pages.</summary>
    public IReadOnlyList<PageBox> BoxesOf(TextSpan span)
    {
        var (low, high) = (0, Places.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Places[middle].Span.End <= span.Start ? (middle + 1, high) : (low, middle);
        }

        var boxes = new List<PageBox>();
        for (; low < Places.Count && Places[low].Span.Start < span.End; low++)
        {
            boxes.Add(Places[low].Box);
        }

        return boxes;
    }
}

/// <summary>What a file really is.</summary>
public enum DocumentFormat
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Markdown, read as text with headings and tables.</summary>
    Markdown,

    /// <summary>Comma, semicolon or tab separated values.</summary>
    Csv,

    /// <summary>HTML.</summary>
    Html,

    /// <summary>Word, Office Open XML.</summary>
    Docx,

    /// <summary>Excel, Office Open XML.</summary>
    Xlsx,

    /// <summary>PDF.</summary>
    Pdf,
}

/// <summary>A named value that the format states beside the running text.</summary>
public sealed record DocumentProperty(string Name, string Value, TextSpan? Span);

/// <summary>A stretch of text that was not understood, and why.</summary>
public sealed record UnreadSpan(TextSpan Span, string Reason);
