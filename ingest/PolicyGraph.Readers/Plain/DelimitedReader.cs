using PolicyGraph.Documents;
using PolicyGraph.Text;

namespace PolicyGraph.Readers.Plain;

/// <summary>Comma, semicolon or tab separated values (RFC 4180): the text is the file's, the table's cells stand in it.</summary>
/// <remarks>A quoted cell's span lies within its quotes; a doubled quote in it stays doubled, so that the cell's words are those at its span.</remarks>
internal static class DelimitedReader
{
    public static Document Read(Intake intake)
    {
        var decoded = TextDecoder.Decode(intake);
        var text = decoded.Text;
        var draft = new TableDraft(new CellCounter(intake.Options.MaxTableCells));
        var fault = Split(text, FindDelimiter(text, intake.Extension), draft, intake.Cancellation);
        var table = draft.Build(span => text[span.Start..span.End]);
        return new Document
        {
            Text = new SourceText(text),
            Format = DocumentFormat.Csv,
            Sha256 = intake.Sha256,
            Blocks = table is null || table.Span.IsEmpty ? [] : [new Block(BlockKind.Table, table.Span)],
            Tables = table is null ? [] : [table],
            Diagnostics = fault is { } at ? [.. decoded.Diagnostics, Remark.OpenQuote(at)] : decoded.Diagnostics,
            Unread = decoded.Unread,
        };
    }

    // Gives back the first quote that nothing closes; from there on quotes are letters.
    private static TextSpan? Split(string text, char delimiter, TableDraft draft, CancellationToken cancellation)
    {
        TextSpan? fault = null;
        int at = 0, column = 0;
        var rowBegun = false;
        while (at < text.Length)
        {
            if (!rowBegun)
            {
                if (text[at] is '\r' or '\n')
                {
                    at++;
                    continue;
                }

                cancellation.ThrowIfCancellationRequested();
                draft.BeginRow();
                (rowBegun, column) = (true, 0);
            }

            var cell = ReadCell(text, ref at, delimiter, ref fault);
            draft.Add(new CellDraft(cell, column++));
            if (at < text.Length && text[at] == delimiter)
            {
                at++;
                if (at < text.Length && text[at] is not ('\r' or '\n'))
                {
                    continue;
                }

                draft.Add(new CellDraft(new TextSpan(at, at), column++));
            }

            rowBegun = false;
        }

        return fault;
    }

    // Leaves `at` on the delimiter, the line's end or the text's end behind the cell.
    private static TextSpan ReadCell(string text, ref int at, char delimiter, ref TextSpan? fault)
    {
        var start = at;
        var open = start;
        while (open < text.Length && text[open] == ' ')
        {
            open++;
        }

        if (fault is null && open < text.Length && text[open] == '"')
        {
            var close = ClosingQuote(text, open + 1, delimiter);
            if (close >= 0)
            {
                at = close + 1;
                while (at < text.Length && text[at] == ' ')
                {
                    at++;
                }

                return new TextSpan(open + 1, close).Trim(text);
            }

            fault = new TextSpan(open, open + 1);
        }

        while (at < text.Length && text[at] != delimiter && text[at] is not ('\r' or '\n'))
        {
            at++;
        }

        return new TextSpan(start, at).Trim(text);
    }

    private static int ClosingQuote(string text, int from, char delimiter)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] != '"')
            {
                continue;
            }

            if (i + 1 < text.Length && text[i + 1] == '"')
            {
                i++;
                continue;
            }

            var next = i + 1;
            while (next < text.Length && text[next] == ' ')
            {
                next++;
            }

            return next == text.Length || text[next] == delimiter || text[next] is '\r' or '\n' ? i : -1;
        }

        return -1;
    }

    // The candidate that stands in most of the first lines; a comma within 1,000 is outweighed by the tabs around it.
    private static char FindDelimiter(string text, string extension)
    {
        var best = extension == ".tsv" ? '\t' : ',';
        var bestScore = 0;
        foreach (var candidate in (ReadOnlySpan<char>)[best, '\t', ';', ','])
        {
            var score = LinesWith(text, candidate);
            if (score > bestScore)
            {
                (best, bestScore) = (candidate, score);
            }
        }

        return best;
    }

    private static int LinesWith(string text, char candidate)
    {
        int lines = 0, seen = 0;
        bool found = false, quoted = false;
        for (var i = 0; i < text.Length && seen < 50 && i < 100_000; i++)
        {
            var c = text[i];
            quoted ^= c == '"';
            found |= !quoted && c == candidate;
            if (c == '\n' || i == text.Length - 1)
            {
                lines += found ? 1 : 0;
                seen++;
                (found, quoted) = (false, false);
            }
        }

        return lines;
    }
}
