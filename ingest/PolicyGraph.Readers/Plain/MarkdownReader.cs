using PolicyGraph.Documents;
using PolicyGraph.Text;

namespace PolicyGraph.Readers.Plain;

/// <summary>Markdown as text: ATX headings are headings, pipe tables are tables, every other line is a paragraph.</summary>
internal static class MarkdownReader
{
    public static Document Read(Intake intake)
    {
        var decoded = TextDecoder.Decode(intake);
        var text = new SourceText(decoded.Text);
        var (blocks, tables) = Structure(decoded.Text, Block.FromLines(text), new CellCounter(intake.Options.MaxTableCells));
        return new Document
        {
            Text = text,
            Format = DocumentFormat.Markdown,
            Sha256 = intake.Sha256,
            Blocks = blocks,
            Tables = tables,
            Diagnostics = decoded.Diagnostics,
            Unread = decoded.Unread,
        };
    }

    private static (List<Block> Blocks, List<Table> Tables) Structure(string text, IReadOnlyList<Block> lines, CellCounter cells)
    {
        var blocks = new List<Block>(lines.Count);
        var tables = new List<Table>();
        var fenced = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = Slice(text, lines[i]);
            if (line.StartsWith("```") || line.StartsWith("~~~"))
            {
                fenced = !fenced;
                blocks.Add(lines[i]);
            }
            else if (!fenced && i + 1 < lines.Count && line.Contains('|') && IsRule(Slice(text, lines[i + 1])) && Follows(text, lines[i], lines[i + 1]))
            {
                var table = ReadTable(text, lines, ref i, cells);
                tables.Add(table);
                blocks.Add(new Block(BlockKind.Table, table.Span));
            }
            else
            {
                blocks.Add(fenced ? lines[i] : HeadingOrLine(text, lines[i]));
            }
        }

        return (blocks, tables);
    }

    private static Block HeadingOrLine(string text, Block line)
    {
        var words = Slice(text, line);
        var level = words.IndexOfAnyExcept('#');
        if (level is < 1 or > 6 || words[level] is not (' ' or '\t'))
        {
            return line;
        }

        var closing = words.Length - words.TrimEnd('#').Length;
        var span = new TextSpan(line.Span.Start + level, line.Span.End - closing).Trim(text);
        return span.IsEmpty ? line : new Block(BlockKind.Heading, span, level);
    }

    // Leaves `i` on the last line of the table.
    private static Table ReadTable(string text, IReadOnlyList<Block> lines, ref int i, CellCounter cells)
    {
        var draft = new TableDraft(cells);
        AddRow(text, lines[i].Span, draft);
        i++;
        while (i + 1 < lines.Count && Slice(text, lines[i + 1]).Contains('|') && Follows(text, lines[i], lines[i + 1]))
        {
            i++;
            AddRow(text, lines[i].Span, draft);
        }

        return draft.Build(span => text[span.Start..span.End])!; // a line with a pipe has a cell
    }

    private static void AddRow(string text, TextSpan line, TableDraft draft)
    {
        draft.BeginRow();
        var start = text[line.Start] == '|' ? line.Start + 1 : line.Start;
        var column = 0;
        for (var at = start; at <= line.End; at++)
        {
            var atEnd = at == line.End;
            if (!atEnd && (text[at] != '|' || (at > start && text[at - 1] == '\\')))
            {
                continue;
            }

            if (!atEnd || at > start || column == 0)
            {
                draft.Add(new CellDraft(new TextSpan(start, at).Trim(text), column++));
            }

            start = at + 1;
        }
    }

    private static bool IsRule(ReadOnlySpan<char> line) =>
        line.Contains('-') && line.Contains('|') && line.IndexOfAnyExcept("|-: \t") < 0;

    // No empty line between the two.
    private static bool Follows(string text, Block first, Block second)
    {
        var between = text.AsSpan(first.Span.End, second.Span.Start - first.Span.End);
        return between.Count('\n') <= 1 && (between.Contains('\n') || between.Count('\r') == 1);
    }

    private static ReadOnlySpan<char> Slice(string text, Block block) => text.AsSpan(block.Span.Start, block.Span.Length);
}
