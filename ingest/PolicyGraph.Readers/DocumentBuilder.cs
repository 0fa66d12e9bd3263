using PolicyGraph.Documents;
using PolicyGraph.Text;

namespace PolicyGraph.Readers;

/// <summary>Renders a format that is not text into text, and keeps where each piece came to stand.</summary>
internal sealed class DocumentBuilder(Intake intake)
{
    private readonly List<Block> blocks = [];
    private readonly List<Table> tables = [];
    private readonly List<DocumentProperty> properties = [];
    private readonly List<Diagnostic> diagnostics = [];
    private readonly List<UnreadSpan> unread = [];
    private readonly List<PlacedSpan> places = [];
    private char[] buffer = new char[4096];

    /// <summary>Code units written so far: the offset of the next one.</summary>
    public int Length { get; private set; }

    /// <summary>Counts cells over all tables.</summary>
    public CellCounter Cells { get; } = new(intake.Options.MaxTableCells);

    /// <summary>The last code unit; a line feed at the very start.</summary>
    public char Last => Length == 0 ? '\n' : buffer[Length - 1];

    /// <summary>What was written, as it stands now.</summary>
    public ReadOnlySpan<char> Written => buffer.AsSpan(0, Length);

    /// <summary>Writes <paramref name="text"/>, line ends as line feeds.</summary>
    /// <exception cref="DocumentReadException">The text grows over its limit.</exception>
    public void Append(ReadOnlySpan<char> text)
    {
        intake.Cancellation.ThrowIfCancellationRequested();
        if (Length + (long)text.Length > intake.Options.MaxCharacters)
        {
            throw Refusal.TooManyCharacters(intake.Options.MaxCharacters);
        }

        if (Length + text.Length > buffer.Length)
        {
            Array.Resize(ref buffer, Math.Max(Length + text.Length, buffer.Length * 2));
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\r')
            {
                if (i + 1 < text.Length && text[i + 1] == '\n')
                {
                    continue;
                }

                buffer[Length++] = '\n';
            }
            else
            {
                buffer[Length++] = text[i] is < ' ' and not ('\t' or '\n') ? ' ' : text[i];
            }
        }
    }

    /// <summary>Writes one code unit.</summary>
    public void Append(char unit) => Append([unit]);

    /// <summary>Ends the line, unless nothing stands on it.</summary>
    public void EndLine()
    {
        while (Length > 0 && buffer[Length - 1] is ' ' or '\t')
        {
            Length--;
        }

        if (Length > 0 && buffer[Length - 1] != '\n')
        {
            Append('\n');
        }
    }

    /// <summary>Takes back everything from <paramref name="length"/> on. No block, table or remark may point there.</summary>
    public void Truncate(int length) => Length = Math.Min(Length, length);

    /// <summary>Takes back everything from <paramref name="start"/> on, with its blocks and tables.</summary>
    public void TakeBack(int start)
    {
        blocks.RemoveAll(block => block.Span.End > start);
        tables.RemoveAll(table => table.Span.End > start);
        Truncate(start);
    }

    /// <summary>What was written since <paramref name="start"/>, without the white space at its ends; empty at <paramref name="start"/> when that is all.</summary>
    public TextSpan Since(int start)
    {
        int first = start, end = Length;
        while (first < end && char.IsWhiteSpace(buffer[first]))
        {
            first++;
        }

        while (end > first && char.IsWhiteSpace(buffer[end - 1]))
        {
            end--;
        }

        return first == end ? new TextSpan(start, start) : new TextSpan(first, end);
    }

    /// <summary>The words at <paramref name="span"/>.</summary>
    public string Slice(TextSpan span) => new(buffer, span.Start, span.Length);

    /// <summary>Marks what was written since <paramref name="start"/> as one block, if there is anything.</summary>
    public void AddBlock(BlockKind kind, int start, int? level = null, int? page = null, PageBox? box = null)
    {
        var span = Since(start);
        if (!span.IsEmpty)
        {
            blocks.Add(new Block(kind, span, level, page, box));
        }
    }

    /// <summary>Notes where what was written since <paramref name="start"/> is printed. Places come in the order of the text.</summary>
    public void Place(int start, PageBox box)
    {
        if (Length > start)
        {
            places.Add(new PlacedSpan(new TextSpan(start, Length), box));
        }
    }

    /// <summary>Adds a table, and the block for its region unless it stands within another table.</summary>
    public void AddTable(TableDraft draft, bool nested = false)
    {
        if (draft.Build(Slice) is not { } table)
        {
            return;
        }

        tables.Add(table);
        if (!nested && !table.Span.IsEmpty)
        {
            blocks.Add(new Block(BlockKind.Table, table.Span, null, draft.Page, draft.Box));
        }
    }

    public void AddProperty(string name, string value, TextSpan? span) => properties.Add(new DocumentProperty(name, value, span));

    public void Remark(Diagnostic diagnostic) => diagnostics.Add(diagnostic);

    public void AddUnread(TextSpan span, string reason) => unread.Add(new UnreadSpan(span, reason));

    /// <summary>The document; trailing line ends are dropped, as far as no blank cell stands among them.</summary>
    public Document Build(DocumentFormat format)
    {
        var kept = tables.Count == 0 ? 0 : tables.Max(table => table.Rows.Max(row => row.Max(cell => cell.Span.End)));
        while (Length > kept && buffer[Length - 1] == '\n')
        {
            Length--;
        }

        return new Document
        {
            Text = new SourceText(new string(buffer, 0, Length)),
            Format = format,
            Sha256 = intake.Sha256,
            Blocks = blocks,
            Tables = [.. tables.OrderBy(table => table.Span.Start)],
            Properties = properties,
            Diagnostics = diagnostics,
            Places = places,
            Unread = [.. unread.Where(stretch => stretch.Span.End <= Length)],
        };
    }
}
