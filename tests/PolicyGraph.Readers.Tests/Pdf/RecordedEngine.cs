using System.Globalization;
using System.Text;
using PolicyGraph.Readers.Pdf.Layer;
using PolicyGraph.Text;

namespace PolicyGraph.Readers.Tests.Pdf;

/// <summary>A second engine: the "file" is a layer written down, so that layouts can be drawn in a test without a PDF or poppler.</summary>
/// <remarks>Behind the line <c>%PDF-recorded</c>: <c>page WIDTH HEIGHT</c>, then <c>word LEFT TOP RIGHT BOTTOM TEXT</c> and <c>line LEFT TOP RIGHT BOTTOM</c>.</remarks>
internal sealed class RecordedEngine : IPdfEngine
{
    public PageLayer ReadWords(PdfSource source) => new([.. Pages(source).Select(page => page.Page)], 0);

    public IReadOnlyDictionary<int, IReadOnlyList<Ruling>> ReadRulings(PdfSource source, IReadOnlyList<int> pages) =>
        Pages(source).Where(page => pages.Contains(page.Page.Number)).ToDictionary(page => page.Page.Number, page => (IReadOnlyList<Ruling>)page.Rulings);

    private static List<(LayerPage Page, List<Ruling> Rulings)> Pages(PdfSource source)
    {
        source.Cancellation.ThrowIfCancellationRequested();
        var lines = Encoding.UTF8.GetString(source.Bytes.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length < 2 || lines[0] != "%PDF-recorded")
        {
            throw new DocumentReadException(new Diagnostic("RDR012", Severity.Error, "不是记录下来的文字层"));
        }

        var pages = new List<(LayerPage Page, List<Ruling> Rulings)>();
        var words = new List<LayerWord>();
        foreach (var line in lines.Skip(1))
        {
            var parts = line.Split(' ', 6);
            var numbers = parts.Skip(1).Take(4).Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
            switch (parts[0])
            {
                case "page":
                    words = [];
                    pages.Add((new LayerPage(pages.Count + 1, numbers[0], numbers[1], words), []));
                    break;
                case "word":
                    words.Add(new LayerWord(parts[5], numbers[0], numbers[1], numbers[2], numbers[3]));
                    break;
                case "line" when numbers[1] == numbers[3]:
                    pages[^1].Rulings.Add(new Ruling(true, numbers[1], numbers[0], numbers[2]));
                    break;
                case "line":
                    pages[^1].Rulings.Add(new Ruling(false, numbers[0], numbers[1], numbers[3]));
                    break;
                default:
                    throw new InvalidOperationException(line);
            }
        }

        return pages;
    }
}

/// <summary>Draws pages for <see cref="RecordedEngine"/>: Han characters are as wide as the type is high, others half of that.</summary>
internal sealed class Sheet
{
    private readonly StringBuilder file = new("%PDF-recorded\n");

    public byte[] Bytes => Encoding.UTF8.GetBytes(file.ToString());

    public Sheet Page(double width = 595, double height = 842)
    {
        file.Append(CultureInfo.InvariantCulture, $"page {width} {height}\n");
        return this;
    }

    /// <summary>A line of words from a point on; blanks in <paramref name="text"/> part words.</summary>
    public Sheet Say(double left, double top, string text, double size = 12)
    {
        foreach (var word in text.Split(' '))
        {
            var right = left + Width(word, size);
            if (word.Length > 0)
            {
                Word(left, top, right, top + size, word);
            }

            left = right + size;
        }

        return this;
    }

    /// <summary>A word that reads from the bottom of the page to its top.</summary>
    public Sheet SayUp(double left, double bottom, string text, double size = 12) => Word(left, bottom - Width(text, size), left + size, bottom, text);

    public Sheet Line(double left, double top, double right, double bottom)
    {
        file.Append(CultureInfo.InvariantCulture, $"line {left} {top} {right} {bottom}\n");
        return this;
    }

    /// <summary>A grid with all its lines.</summary>
    public Sheet Grid(double[] columns, double[] rows)
    {
        foreach (var x in columns)
        {
            Line(x, rows[0], x, rows[^1]);
        }

        foreach (var y in rows)
        {
            Line(columns[0], y, columns[^1], y);
        }

        return this;
    }

    private Sheet Word(double left, double top, double right, double bottom, string word)
    {
        file.Append(CultureInfo.InvariantCulture, $"word {left} {top} {right} {bottom} {word}\n");
        return this;
    }

    private static double Width(string word, double size) => word.Sum(c => c >= '\u2000' ? size : size / 2);
}
