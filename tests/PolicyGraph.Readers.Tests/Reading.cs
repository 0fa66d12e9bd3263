using System.Text;
using PolicyGraph.Documents;
using PolicyGraph.Text;

namespace PolicyGraph.Readers.Tests;

/// <summary>Reads bytes in one line, and holds what every document promises.</summary>
internal static class Reading
{
    public static Task<Document> ReadAsync(string text, string name, ReaderOptions? options = null) => ReadAsync(Encoding.UTF8.GetBytes(text), name, options);

    public static async Task<Document> ReadAsync(byte[] bytes, string name, ReaderOptions? options = null)
    {
        using var stream = new MemoryStream(bytes);
        var document = await new DocumentReader(options).ReadAsync(stream, name, CancellationToken.None);
        HoldsItsPromises(document);
        return document;
    }

    public static async Task<Diagnostic> RefusalAsync(byte[] bytes, string name, ReaderOptions? options = null)
    {
        var refused = await Assert.ThrowsAsync<DocumentReadException>(() => ReadAsync(bytes, name, options));
        Assert.Equal(refused.Diagnostic.Message, refused.Message);
        Assert.DoesNotContain('\n', refused.Message);
        return refused.Diagnostic;
    }

    public static string At(this Document document, TextSpan span) => document.Text.Slice(span);

    public static IEnumerable<string> Words(this Document document, BlockKind kind) =>
        document.Blocks.Where(block => block.Kind == kind).Select(block => document.At(block.Span));

    public static string[][] Cells(this Table table) => [.. table.Rows.Select(row => row.Select(cell => cell.Text).ToArray())];

    /// <summary>Spans lie in the text, cells are their spans, blocks do not overlap, the text can be written as JSON.</summary>
    public static void HoldsItsPromises(Document document)
    {
        var text = document.Text.Text;
        var last = 0;
        foreach (var block in document.Blocks.OrderBy(block => block.Span.Start))
        {
            Assert.True(block.Span.Start >= last && block.Span.End <= text.Length && !block.Span.IsEmpty, $"block {block}");
            last = block.Span.End;
        }

        foreach (var (table, cell) in document.Tables.SelectMany(table => table.Rows.SelectMany(row => row.Select(cell => (table, cell)))))
        {
            Assert.InRange(cell.Span.Start, 0, text.Length);
            Assert.InRange(cell.Span.End, cell.Span.Start, text.Length);
            Assert.Equal(Squeezed(cell.Text), Squeezed(text[cell.Span.Start..cell.Span.End]));
            Assert.True(cell.RowSpan >= 1 && cell.ColumnSpan >= 1 && cell.Column >= 0);
            Assert.True(cell.Span.IsEmpty || table.Span.Contains(cell.Span));
        }

        Assert.All(document.Unread, stretch => Assert.InRange(stretch.Span.End, stretch.Span.Start + 1, text.Length));
        Assert.All(document.Properties.Where(property => property.Span is not null), property => Assert.Equal(property.Value, document.At(property.Span!.Value)));
        Assert.All(document.Diagnostics, remark => Assert.Matches("^RDR[0-9]{3}$", remark.Code));
        Assert.True(Encoding.UTF8.GetByteCount(text) > 0 || text.Length == 0);
        Assert.Equal(text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
        Assert.Matches("^[0-9a-f]{64}$", document.Sha256);
    }

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
