using PolicyGraph.Readers.Pdf.Layer;

namespace PolicyGraph.Readers.Tests.Pdf;

/// <summary>What every engine that opens PDF files promises; an engine's tests derive from this and draw the same two pages for it.</summary>
public abstract class PdfEngineConformance
{
    private protected abstract IPdfEngine Engine { get; }

    /// <summary>
    /// Two pages of 420 by 842 points in type of 12. On the first 绿色工厂 at (60, 100) and 评价通则 at (60, 130), with a grid of two columns and two rows
    /// around 电力 and 600: columns at 60, 160, 260, rows at 200, 230, 260. The second is empty.
    /// </summary>
    private protected abstract byte[] TwoPages { get; }

    [PopplerFact]
    public void Pages_AreNumberedFromOne_WithTheirSize()
    {
        var pages = Engine.ReadWords(Source(TwoPages)).Pages;
        Assert.Equal([1, 2], pages.Select(page => page.Number));
        Assert.All(pages, page => Assert.Equal((420.0, 842.0), (Math.Round(page.Width), Math.Round(page.Height))));
        Assert.Empty(pages[1].Words);
    }

    [PopplerFact]
    public void Words_AreWhole_AndStandWhereTheyArePrinted()
    {
        var words = Engine.ReadWords(Source(TwoPages)).Pages[0].Words;
        Assert.Equal(["绿色工厂", "评价通则", "电力", "600"], words.OrderBy(word => word.Top).ThenBy(word => word.Left).Select(word => word.Text));
        var first = words.Single(word => word.Text == "绿色工厂");
        Assert.InRange(first.Left, 58, 62);
        Assert.InRange(first.Right, 104, 112);
        Assert.InRange(first.Middle, 100, 112);
        Assert.All(words, word =>
        {
            Assert.Equal(word.Text.Trim(), word.Text);
            Assert.DoesNotContain(word.Text, char.IsControl);
            Assert.True(word.Left <= word.Right && word.Top <= word.Bottom && double.IsFinite(word.Right) && double.IsFinite(word.Bottom));
        });
    }

    [PopplerFact]
    public void Rulings_AreLinesOfThePageAsked()
    {
        var rulings = Engine.ReadRulings(Source(TwoPages), [1, 2]);
        Assert.Empty(rulings[2]);
        Assert.Equal([200, 230, 260], rulings[1].Where(line => line.IsHorizontal && line.From < 62 && line.To > 258).Select(line => Math.Round(line.At)).Distinct().Order());
        Assert.Equal([60, 160, 260], rulings[1].Where(line => !line.IsHorizontal && line.From < 202 && line.To > 258).Select(line => Math.Round(line.At)).Distinct().Order());
        Assert.Empty(Engine.ReadRulings(Source(TwoPages), []));
    }

    [PopplerFact]
    public void SameBytes_GiveTheSameAnswer() =>
        Assert.Equal(Engine.ReadWords(Source(TwoPages)).Pages[0].Words, Engine.ReadWords(Source(TwoPages)).Pages[0].Words);

    [PopplerFact]
    public void NoPdf_IsRefusedWithADiagnostic() =>
        Assert.Matches("^RDR[0-9]{3}$", Assert.Throws<DocumentReadException>(() => Engine.ReadWords(Source("绿色工厂"u8.ToArray()))).Diagnostic.Code);

    [PopplerFact]
    public void CancelledSource_EndsTheReading() =>
        Assert.ThrowsAny<OperationCanceledException>(() => Engine.ReadWords(Source(TwoPages) with { Cancellation = new CancellationToken(canceled: true) }));

    private static PdfSource Source(byte[] bytes) => new(bytes, new ReaderOptions(), CancellationToken.None);
}

public sealed class RecordedEngineTests : PdfEngineConformance
{
    private protected override IPdfEngine Engine => new RecordedEngine();

    private protected override byte[] TwoPages => new Sheet().Page(420).Say(60, 100, "绿色工厂").Say(60, 130, "评价通则")
        .Grid([60, 160, 260], [200, 230, 260]).Say(70, 210, "电力").Say(170, 240, "600").Page(420).Bytes;
}

/// <summary>Poppler where no temporary file can be written: the file goes through the pipe.</summary>
public sealed class PipedPopplerEngineTests : PdfEngineConformance
{
    private protected override IPdfEngine Engine => new PopplerEngine("/dev/null/nowhere");

    private protected override byte[] TwoPages => PopplerEngineTests.Drawn;
}

public sealed class PopplerEngineTests : PdfEngineConformance, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("policygraph-poppler-").FullName;

    private protected override IPdfEngine Engine => new PopplerEngine(folder);

    private protected override byte[] TwoPages => Drawn;

    /// <summary>Every test leaves the folder empty.</summary>
    public void Dispose()
    {
        Assert.Empty(Directory.GetFiles(folder));
        Directory.Delete(folder);
    }

    internal static byte[] Drawn => PdfFile.Of(
        [
            new PdfFile.Line(60, 732, "绿色工厂"), new PdfFile.Line(60, 702, "评价通则"), new PdfFile.Line(70, 622, "电力"), new PdfFile.Line(170, 592, "600"),
            new PdfFile.Line(0, 0, "") { Drawing = "0.5 w 60 642 m 260 642 l S 60 612 200 0.5 re f 60 582 m 260 582 l S 60 642 m 60 582 l S 160 642 m 160 582 l S 260 642 m 260 582 l S\n" },
        ],
        []);
}
