using PolicyGraph.Tracing;

namespace PolicyGraph.Reports.Traces;

/// <summary>A trace as CSV (RFC 4180): a heading and one row for each link, every row as wide.</summary>
public static class TraceCsv
{
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create(",\"\r\n");

    /// <summary>Writes it; lines end with CR LF, a quote may hold line breaks.</summary>
    public static void Write(TextWriter writer, Trace trace)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(trace);
        Row(writer, TraceRows.Columns);
        foreach (var row in TraceRows.Of(trace))
        {
            Row(writer, row.Select(TraceRows.Text));
        }
    }

    private static void Row(TextWriter writer, IEnumerable<string> cells)
    {
        writer.Write(string.Join(',', cells.Select(Cell)));
        writer.Write("\r\n");
    }

    private static string Cell(string text) => text.AsSpan().ContainsAny(Special) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
