using System.Runtime.CompilerServices;
using PolicyGraph.Documents;

namespace PolicyGraph.Readers.Tests.Pdf;

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
    public async Task PaperByLibreOffice_HasItsMergedCells_AndItsLongTableInOnePiece()
    {
        var file = Path.Combine(Folder(), "Pages", "list.pdf");
        var document = await Reading.ReadAsync(await File.ReadAllBytesAsync(file), file);
        Assert.Equal(["表1单位产品能耗", "表2名单"], document.Tables.Select(table => table.Title));
        var limits = document.Tables[0];
        Assert.Equal([["产品", "综合能耗（kgce/t）"], ["限定值", "先进值"], ["水泥熟料", "117", "100"], ["平板玻璃", "", "9.5"]], limits.Cells());
        Assert.Equal((2, 2), (limits.Rows[0][0].RowSpan, limits.Rows[0][1].ColumnSpan));
        var list = document.Tables[1];
        Assert.Equal(71, list.Rows.Count);
        Assert.Equal(["序号", "企业名称", "所在地", "评价得分"], list.Cells()[0]);
        Assert.Equal(["70", "岭南第70绿色建材有限公司", "广州市", "82.0"], list.Cells()[^1]);
        Assert.True(list.Rows[^1][0].Box!.Value.Page > list.Page);
        Assert.All(document.Pages, page => Assert.Equal(PageGrade.Good, page.Grade));
        Assert.Equal("名单有效期三年。", document.Words(BlockKind.Paragraph).Last());
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

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    private static byte[] Pdf(params (int X, int Y, string Text)[][] pages) =>
        PdfFile.Of([.. pages.Select(page => page.Select(line => new PdfFile.Line(line.X, line.Y, line.Text)).ToArray())]);
}
