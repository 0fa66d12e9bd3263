using System.Globalization;
using System.Text;
using System.Xml;

namespace PolicyGraph.Readers.Pdf.Layer;

/// <summary>Ruling lines, from the drawing that poppler's <c>pdftocairo -svg</c> makes of a page.</summary>
internal static class PopplerRulings
{
    // Points: thinner boxes are lines, shorter lines belong to letters and signs.
    private const double Thin = 3.2;
    private const double Short = 5;
    private const int MaxRulings = 20_000;

    /// <summary>The rulings of a run of pages, one list a page in order; fewer than asked for when the drawing broke off or there is no tool for it.</summary>
    public static IReadOnlyList<IReadOnlyList<Ruling>> Read(PopplerFile file, int first, int last, CancellationToken cancellation)
    {
        var pages = new List<List<Ruling>>();
        try
        {
            using var poppler = PopplerProcess.Start(file, PopplerProcess.Drawing, string.Create(CultureInfo.InvariantCulture, $"-svg -f {first} -l {last}"), cancellation);
            try
            {
                ReadPages(poppler.Output, file.Source with { Cancellation = cancellation }, pages, first == last);
                poppler.Finish();
            }
            catch (XmlException)
            {
                pages = pages.Count > 0 ? pages[..^1] : pages;
            }
        }
        catch (DocumentReadException)
        {
            // Without the drawing the words still stand; whoever asked sees that the pages are missing.
        }

        return pages;
    }

    private static void ReadPages(Stream output, PdfSource source, List<List<Ruling>> pages, bool alone)
    {
        using var text = new CleanTextReader(new StreamReader(output, new UTF8Encoding(false, false), false, 1 << 16));
        using var reader = XmlReader.Create(text, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            IgnoreWhitespace = true,
            MaxCharactersInDocument = source.Limits.MaxExpandedBytes,
        });
        if (alone)
        {
            pages.Add([]); // a single page has no <page> around it
        }

        reader.Read();
        while (!reader.EOF)
        {
            source.Cancellation.ThrowIfCancellationRequested();
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
            }
            else if (reader.LocalName is "defs" or "clipPath" or "mask" or "symbol" or "pattern")
            {
                reader.Skip(); // letters and clips
            }
            else
            {
                if (reader.LocalName == "page")
                {
                    pages.Add([]);
                }
                else if (reader.LocalName == "path" && pages.Count > 0 && pages[^1].Count < MaxRulings)
                {
                    AddPath(reader, pages[^1]);
                }

                reader.Read();
            }
        }
    }

    private static void AddPath(XmlReader reader, List<Ruling> rulings)
    {
        var style = reader.GetAttribute("style") ?? "";
        var stroke = Paint(reader, style, "stroke");
        var fill = Paint(reader, style, "fill");
        if (stroke is null && (fill is null || IsWhite(fill)))
        {
            return;
        }

        var path = new DrawnPath(reader.GetAttribute("d") ?? "", reader.GetAttribute("transform"));
        foreach (var piece in path.Pieces())
        {
            if (stroke is not null)
            {
                AddLines(piece, rulings);
            }
            else
            {
                AddBox(piece, rulings);
            }
        }
    }

    private static void AddLines(IReadOnlyList<(double X, double Y)> piece, List<Ruling> rulings)
    {
        for (var i = 1; i < piece.Count; i++)
        {
            Add(piece[i - 1], piece[i], rulings);
        }
    }

    // A thin box is a line; of a shaded box the four sides are.
    private static void AddBox(IReadOnlyList<(double X, double Y)> piece, List<Ruling> rulings)
    {
        if (piece.Count is < 4 or > 6)
        {
            return;
        }

        var (left, right) = (piece.Min(p => p.X), piece.Max(p => p.X));
        var (top, bottom) = (piece.Min(p => p.Y), piece.Max(p => p.Y));
        if (piece.Any(p => Math.Min(p.X - left, right - p.X) > 0.5 || Math.Min(p.Y - top, bottom - p.Y) > 0.5))
        {
            return; // no upright box
        }

        if (bottom - top < Thin)
        {
            Add((left, (top + bottom) / 2), (right, (top + bottom) / 2), rulings);
        }
        else if (right - left < Thin)
        {
            Add(((left + right) / 2, top), ((left + right) / 2, bottom), rulings);
        }
        else
        {
            AddLines([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)], rulings);
        }
    }

    private static void Add((double X, double Y) from, (double X, double Y) to, List<Ruling> rulings)
    {
        if (Math.Abs(from.Y - to.Y) < 0.6 && Math.Abs(from.X - to.X) >= Short)
        {
            rulings.Add(new Ruling(true, (from.Y + to.Y) / 2, Math.Min(from.X, to.X), Math.Max(from.X, to.X)));
        }
        else if (Math.Abs(from.X - to.X) < 0.6 && Math.Abs(from.Y - to.Y) >= Short)
        {
            rulings.Add(new Ruling(false, (from.X + to.X) / 2, Math.Min(from.Y, to.Y), Math.Max(from.Y, to.Y)));
        }
    }

    // Cairo before 1.17.6 writes style="fill:…;stroke:…", later ones fill="…" stroke="…".
    private static string? Paint(XmlReader reader, string style, string name)
    {
        var value = reader.GetAttribute(name);
        var at = style.StartsWith(name + ":", StringComparison.Ordinal) ? 0 : style.IndexOf($";{name}:", StringComparison.Ordinal) + 1;
        if (value is null && (at > 0 || style.StartsWith(name + ":", StringComparison.Ordinal)))
        {
            var end = style.IndexOf(';', at);
            value = style[(at + name.Length + 1)..(end < 0 ? style.Length : end)];
        }

        return value is null or "none" ? null : value;
    }

    private static bool IsWhite(string paint) => paint.Replace(" ", "", StringComparison.Ordinal) is "rgb(100%,100%,100%)" or "white" or "#ffffff";
}
