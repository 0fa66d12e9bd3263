using System.Diagnostics;
using System.Globalization;
using System.Text;
using PolicyGraph.Documents;

namespace PolicyGraph.Readers.Tests;

public sealed class PdfReaderTests
{
    [PopplerFact]
    public async Task WrappedLines_AreOneParagraph_AndPageNumbersAreFurniture()
    {
        var document = await Reading.ReadAsync(
            Pdf(
                [(200, 780, "工业能效提升行动计划"), (84, 700, "一、总体要求"), (84, 680, "到2025年，我国重点工业行业能效全面提升，规模"), (60, 660, "以上工业单位增加值能耗比2020年下降13.5%，能"), (280, 40, "— 1 —")],
                [(60, 780, "源利用效率稳步提高。"), (84, 760, "（一）大力提升重点行业能效。"), (280, 40, "— 2 —")]),
            "计划.pdf");
        Assert.Equal(
            "工业能效提升行动计划\n一、总体要求\n到2025年，我国重点工业行业能效全面提升，规模以上工业单位增加值能耗比2020年下降13.5%，能源利用效率稳步提高。\n— 1 —\n（一）大力提升重点行业能效。\n— 2 —",
            document.Text.Text);
        Assert.Equal(DocumentFormat.Pdf, document.Format);
        Assert.Equal(["— 1 —", "— 2 —"], document.Words(BlockKind.PageFurniture));
        Assert.Equal(2, document.Blocks.Single(block => document.At(block.Span).StartsWith('（')).Page);
        Assert.Empty(document.Diagnostics);
    }

    [PopplerFact]
    public async Task Columns_FarApart_AreDividedByTabs()
    {
        var document = await Reading.ReadAsync(Pdf([(60, 700, "能源品种"), (200, 700, "消费量"), (300, 700, "单位"), (60, 680, "电力"), (200, 680, "600"), (300, 680, "万kWh")]), "a.pdf");
        Assert.Equal("能源品种\t消费量\t单位\n电力\t600\t万kWh", document.Text.Text);
    }

    [PopplerFact]
    public async Task PdfNamedDocx_IsReadForWhatItIs()
    {
        var document = await Reading.ReadAsync(Pdf([(60, 700, "绿色工厂")]), "a.docx");
        Assert.Equal("绿色工厂", document.Text.Text);
        Assert.Equal("RDR030", Assert.Single(document.Diagnostics).Code);
    }

    [PopplerFact]
    public async Task PageWithoutText_IsSaid_AndADamagedFileIsRefused()
    {
        var whole = Pdf([(60, 700, "绿色工厂")], []);
        Assert.Contains("第 2 页没有文字层", Assert.Single((await Reading.ReadAsync(whole, "a.pdf")).Diagnostics).Message, StringComparison.Ordinal);
        Assert.Equal("RDR012", (await Reading.RefusalAsync("%PDF-1.7\n%%EOF"u8.ToArray(), "a.pdf")).Code);
    }

    [PopplerFact]
    public async Task Signs_ThatAreNoWords_AreCalledGarbled()
    {
        var document = await Reading.ReadAsync(Pdf([(60, 700, "%*\"'#(4-,*3$0")]), "a.pdf");
        Assert.Equal("RDR050", Assert.Single(document.Diagnostics).Code);
        Assert.Single(document.Unread);
    }

    [PopplerFact]
    public async Task Cancellation_EndsTheChild()
    {
        using var stream = new MemoryStream(Pdf([(60, 700, "绿色工厂")]));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new DocumentReader().ReadAsync(stream, "a.pdf", cancelled.Token));
    }

    // Text in 12 points of a font that poppler-data knows, one content stream a page.
    private static byte[] Pdf(params (int X, int Y, string Text)[][] pages)
    {
        var objects = new List<string>
        {
            "<</Type/Catalog/Pages 2 0 R>>",
            $"<</Type/Pages/Count {pages.Length}/Kids[{string.Join(' ', pages.Select((_, i) => $"{5 + (2 * i)} 0 R"))}]>>",
            "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
            "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>"
                + "/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80>>>>",
        };
        foreach (var page in pages)
        {
            var content = string.Concat(page.Select(line => string.Create(
                CultureInfo.InvariantCulture, $"BT /F 12 Tf 1 0 0 1 {line.X} {line.Y} Tm <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(line.Text))}> Tj ET\n")));
            objects.Add($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 842]/Resources<</Font<</F 3 0 R>>>>/Contents {objects.Count + 2} 0 R>>");
            objects.Add($"<</Length {content.Length}>>\nstream\n{content}endstream");
        }

        var file = new StringBuilder("%PDF-1.5\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer<</Size {objects.Count + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}

/// <summary>A test that needs poppler's <c>pdftotext</c>, skipped where it is not installed.</summary>
internal sealed class PopplerFactAttribute : FactAttribute
{
    private static readonly bool Installed = IsInstalled();

    public PopplerFactAttribute()
    {
        Skip = Installed ? null : "pdftotext (poppler-utils, poppler-data) is not installed.";
    }

    private static bool IsInstalled()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("pdftotext", "-v") { RedirectStandardError = true });
            process?.WaitForExit();
            return process is not null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
