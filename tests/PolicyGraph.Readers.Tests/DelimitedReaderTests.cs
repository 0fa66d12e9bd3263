using PolicyGraph.Documents;

namespace PolicyGraph.Readers.Tests;

public sealed class DelimitedReaderTests
{
    [Fact]
    public async Task Csv_WithQuotes_KeepsTheFileAndPlacesTheCells()
    {
        const string file = "能源品种,单位,\"消费量（含税,折后）\"\r\n电力,kWh,\"6,000,000\"\r\n\r\n\"备注\n第二行\",\"引\"\"号\"\"\",\r\n";
        var document = await Reading.ReadAsync(file, "能源.csv");
        Assert.Equal(file, document.Text.Text);
        var table = Assert.Single(document.Tables);
        Assert.Equal(
            [["能源品种", "单位", "消费量（含税,折后）"], ["电力", "kWh", "6,000,000"], ["备注\n第二行", "引\"\"号\"\"", ""]],
            table.Cells());
        Assert.Equal([0, 1, 2], table.Rows[1].Select(cell => cell.Column));
        Assert.All(table.Rows.SelectMany(row => row), cell => Assert.Null(cell.Cell));
        Assert.Equal(BlockKind.Table, Assert.Single(document.Blocks).Kind);
        Assert.Empty(document.Diagnostics);
    }

    [Theory]
    [InlineData("a.csv", "月份;用电量\n1月;1,5\n2月;1,7\n", "1月|1,5")]
    [InlineData("a.csv", "月份\t用电量\n1月\t1,500\n", "1月|1,500")]
    [InlineData("a.tsv", "月份\t用电量\n1月\t1,500\n", "1月|1,500")]
    [InlineData("a.csv", "月份,用电量\n1月,15\n", "1月|15")]
    public async Task Delimiter_IsFoundFromTheLines(string name, string file, string row) =>
        Assert.Equal(row, string.Join('|', (await Reading.ReadAsync(file, name)).Tables[0].Cells()[1]));

    [Fact]
    public async Task QuoteThatNothingCloses_IsALetterAndRemarked()
    {
        var document = await Reading.ReadAsync("规格,数量\n\"12寸管,5\n阀,6\n", "a.csv");
        Assert.Equal([["规格", "数量"], ["\"12寸管", "5"], ["阀", "6"]], document.Tables[0].Cells());
        Assert.Equal("RDR041", Assert.Single(document.Diagnostics).Code);
    }

    [Fact]
    public async Task TooManyCells_AreRefused() =>
        Assert.Contains("超过上限", (await Reading.RefusalAsync("1,2,3\n4,5,6\n"u8.ToArray(), "a.csv", new ReaderOptions { MaxTableCells = 5 })).Message, StringComparison.Ordinal);

    [Fact]
    public async Task EveryShapeOfQuotesAndDelimiters_KeepsCellsAtTheirSpans()
    {
        var random = new Random(20261121);
        const string letters = "绿色,;\t\"\n\r 1";
        for (var i = 0; i < 2000; i++)
        {
            var file = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => letters[random.Next(letters.Length)]));
            Assert.Equal(file, (await Reading.ReadAsync(file, "a.csv")).Text.Text);
        }
    }
}
