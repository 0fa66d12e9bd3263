using PolicyGraph.Documents;

namespace PolicyGraph.Readers.Tests;

public sealed class WorkbookReaderTests
{
    [Fact]
    public async Task Sheets_AreRenderedByRow_WithAddresses()
    {
        var document = await Reading.ReadAsync(
            Package.Xlsx(
                [
                    ("能源消费", "", "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>电力</t></is></c><c r=\"C3\"><v>6000000</v></c></row></sheetData>"),
                    ("空表", "", "<sheetData/>"),
                    ("产量", "", "<sheetData><row><c t=\"str\"><f>A1</f><v>苹果汁</v></c><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#DIV/0!</v></c></row></sheetData>"),
                ],
                strings: "<si><r><rPr/><t>2025年</t></r><r><t xml:space=\"preserve\"> 汇总</t></r><rPh><t>注音</t></rPh></si>"),
            "a.xlsx");
        Assert.Equal("能源消费\n2025年 汇总\n电力\t\t6000000\n产量\n苹果汁\tTRUE\t#DIV/0!", document.Text.Text);
        Assert.Equal(["能源消费", "产量"], document.Tables.Select(table => table.Sheet));
        Assert.Equal(["A3", "B3", "C3"], document.Tables[0].Rows[1].Select(cell => cell.Cell));
        Assert.Equal("能源消费", document.Tables[0].Rows[1][2].Sheet);
        Assert.Equal(["A1", "B1", "C1"], document.Tables[1].Rows[0].Select(cell => cell.Cell));
        Assert.Equal([BlockKind.Heading, BlockKind.Table, BlockKind.Heading, BlockKind.Table], document.Blocks.Select(block => block.Kind));
    }

    [Theory]
    [InlineData("General", "0.30000000000000004", "0.3")]
    [InlineData("General", "12345678901234", "12345678901234")]
    [InlineData("0.00", "1.005", "1.01")]
    [InlineData("0%", "0.18", "18%")]
    [InlineData("0.0%", "0.1354", "13.5%")]
    [InlineData("#,##0", "6000000", "6,000,000")]
    [InlineData("#,##0.00", "0.5", "0.50")]
    [InlineData("#,##0.00_);(#,##0.00)", "-1234.5", "(1,234.50)")]
    [InlineData("#,##0;[Red]-#,##0", "-1234", "-1,234")]
    [InlineData("0.##", "3", "3")]
    [InlineData("0.00\"吨\"", "2472.54", "2472.54吨")]
    [InlineData("\"￥\"#,##0.00", "12.5", "￥12.50")]
    [InlineData("[$¥-804]#,##0", "1200", "¥1,200")]
    [InlineData("0.00E+00", "123456", "1.23E+05")]
    [InlineData("00000", "123", "00123")]
    [InlineData("#,##0,", "1234567", "1,235")]
    [InlineData("yyyy-mm-dd", "46097", "2026-03-16")]
    [InlineData("yyyy\"年\"m\"月\"d\"日\"", "46097", "2026-03-16")]
    [InlineData("yyyy\"年\"m\"月\"", "46097", "2026-03")]
    [InlineData("m/d/yy h:mm", "46097.425", "2026-03-16 10:12")]
    [InlineData("h:mm:ss", "0.5", "12:00:00")]
    [InlineData("[h]:mm", "1.5", "36:00")]
    [InlineData("yyyy-mm-dd", "1", "1900-01-01")]
    [InlineData("yyyy-mm-dd", "-1", "-1")]
    [InlineData("@", "0012", "12")]
    [InlineData("0;-0;;@", "0", "")]
    public async Task NumberFormats_AreAppliedAsDisplayed(string code, string stored, string shown)
    {
        var document = await Reading.ReadAsync(
            Package.Xlsx(
                [("S", "", $"<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>{stored}</v></c><c r=\"B1\"><v>7</v></c></row></sheetData>")],
                $"<numFmts><numFmt numFmtId=\"170\" formatCode=\"{code.Replace("\"", "&quot;", StringComparison.Ordinal)}\"/></numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs>"),
            "a.xlsx");
        Assert.Equal([shown, "7"], document.Tables[0].Cells()[0]);
    }

    [Fact]
    public async Task BuiltInFormatsAndThe1904System_AreKnown()
    {
        var document = await Reading.ReadAsync(
            Package.Xlsx(
                [("S", "", "<sheetData><row r=\"1\"><c r=\"A1\" s=\"0\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>0.0725</v></c></row></sheetData>")],
                "<cellXfs><xf numFmtId=\"14\"/><xf numFmtId=\"10\"/></cellXfs>",
                workbook: "<workbookPr date1904=\"1\"/>"),
            "a.xlsx");
        Assert.Equal(["1904-01-01", "7.25%"], document.Tables[0].Cells()[0]);
    }

    [Fact]
    public async Task MergedCells_StandOnce()
    {
        var document = await Reading.ReadAsync(
            Package.Xlsx([("S", "", "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>99</v></c><c r=\"C1\"><v>3</v></c></row><row r=\"2\"><c r=\"C2\"><v>4</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"C1:A0\"/></mergeCells>")]),
            "a.xlsx");
        Assert.Equal([["1", "3"], ["4"]], document.Tables[0].Cells());
        Assert.Equal((2, 2), (document.Tables[0].Rows[0][0].RowSpan, document.Tables[0].Rows[0][0].ColumnSpan));
        Assert.Equal("C2", document.Tables[0].Rows[1][0].Cell);
        Assert.Contains("99", Assert.Single(document.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HiddenSheetsAndRows_AreReadAndSaid()
    {
        var document = await Reading.ReadAsync(
            Package.Xlsx([("底稿", "state=\"hidden\"", "<cols><col min=\"1\" max=\"1\" hidden=\"1\"/></cols><sheetData><row r=\"1\" hidden=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>")]), "a.xlsx");
        Assert.Equal("底稿\n1", document.Text.Text);
        Assert.Equal(3, document.Diagnostics.Count(remark => remark.Message.Contains("隐藏", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task FormulaWithoutItsValue_IsSaidWithItsPlace()
    {
        var document = await Reading.ReadAsync(
            Package.Xlsx([("合计表", "", "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><f>A1*2</f></c></row></sheetData>")]), "a.xlsx");
        Assert.Contains("合计表!B1", Assert.Single(document.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddressesAndEscapes_BeyondReason_AreHarmless()
    {
        var document = await Reading.ReadAsync(
            Package.Xlsx([("S", "", "<sheetData><row r=\"99999999999\"><c r=\"ZZZZZZ1\" t=\"inlineStr\"><is><t>甲_x000D_\n乙_xD800_</t></is></c><c r=\"XFD1\"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>")]), "a.xlsx");
        Assert.StartsWith("S\n甲\n乙_xD800_", document.Text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooManyCells_AreRefused() =>
        Assert.Equal("RDR004", (await Reading.RefusalAsync(Package.Xlsx([("S", "", "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>1</v></c></row></sheetData>")]), "a.xlsx", new ReaderOptions { MaxTableCells = 1 })).Code);
}
