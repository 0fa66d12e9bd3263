using PolicyGraph.Documents;
using PolicyGraph.Readers.Pdf.Layer;

namespace PolicyGraph.Readers.Pdf;

/// <summary>A PDF's text layer as paragraphs and tables, page numbers and running heads as furniture, every line with its place.</summary>
internal static class PdfReader
{
    public static Document Read(Intake intake, IPdfEngine engine)
    {
        var source = new PdfSource(intake.Bytes, intake.Options, intake.Cancellation);
        var layer = engine.ReadWords(source);
        var pages = PdfPages.Read(layer, engine, source);
        var output = new DocumentBuilder(intake);
        new PdfWriter(output, pages).Write();
        if (layer.Faults > 0)
        {
            output.Remark(Remark.PdfDamaged(layer.Faults));
        }

        var readings = pages.Select(page => page.Reading).ToList();
        var blank = pages.Where(page => page.Frame.Words.Count == 0).Select(page => page.Frame.Number).ToList();
        if (blank.Count > 0 && blank.Count < pages.Count)
        {
            output.Remark(Remark.PagesWithoutText(blank));
        }

        var garbled = pages.Where(page => page.Frame.Words.Count > 0 && page.Reading.Grade == PageGrade.Unreadable).Select(page => page.Frame.Number).ToList();
        if (garbled.Count > 0)
        {
            output.Remark(Remark.Garbled(garbled.Count == pages.Count ? [] : garbled));
        }

        foreach (var doubt in readings.Where(reading => reading.Grade == PageGrade.Doubtful).SelectMany(reading => reading.Reasons.Select(reason => (reason, reading.Page))).GroupBy(doubt => doubt.reason, doubt => doubt.Page))
        {
            output.Remark(Remark.DoubtfulPages([.. doubt], doubt.Key));
        }

        return output.Build(DocumentFormat.Pdf) with { Pages = readings };
    }
}
