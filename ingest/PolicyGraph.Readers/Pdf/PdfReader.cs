using PolicyGraph.Documents;

namespace PolicyGraph.Readers.Pdf;

/// <summary>A PDF's text layer: lines by their place on the page, wrapped lines joined into paragraphs, page numbers and running heads as furniture.</summary>
/// <remarks>Columns of one line far apart are divided by a tab; pages set in two columns of running text are read across.</remarks>
internal static class PdfReader
{
    public static Document Read(Intake intake)
    {
        var pages = PdfText.Extract(intake, out var faults);
        var output = new DocumentBuilder(intake);
        new PdfWriter(output, pages).Write();
        if (faults > 0)
        {
            output.Remark(Remark.PdfDamaged(faults));
        }

        var blank = pages.Where(page => page.Lines.Count == 0).Select(page => page.Number).ToList();
        if (blank.Count > 0 && blank.Count < pages.Count)
        {
            output.Remark(Remark.PagesWithoutText(blank));
        }

        if (IsGarbled(output.Written))
        {
            output.Remark(Remark.Garbled());
            output.AddUnread(output.Since(0), "字体缺少编码映射");
        }

        return output.Build(DocumentFormat.Pdf);
    }

    // Without a table from glyphs to letters a font gives signs, private codes or nothing that reads as words.
    private static bool IsGarbled(ReadOnlySpan<char> text)
    {
        int shown = 0, letters = 0, strange = 0;
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                shown++;
                letters += char.IsLetterOrDigit(c) ? 1 : 0;
                strange += c is '\ufffd' or (>= '\ue000' and <= '\uf8ff') ? 1 : 0;
            }
        }

        return shown >= 8 && (letters * 10 < shown * 6 || strange * 10 > shown);
    }
}
