using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using PolicyGraph.Reports.Traces;
using PolicyGraph.Tracing;

namespace PolicyGraph.Reports.Tests.Traces;

public sealed class TraceReportTests
{
    private static readonly TraceLink National = new()
    {
        Id = "p/1", Document = "p", Title = "工业绿色发展规划（2016—2020年）", Level = "national", Jurisdiction = "全国", Value = 18m, Unit = "%", Comparator = "=", Change = "fall", Basis = "cumulative",
        Year = 2020, BaseYear = 2015, Quote = "单位工业增加值能耗下降（%）\n\t—\n\t18", Start = 10, End = 40, Flags = [new TraceFlag(TraceFlagKind.NoChild, "没有下级。")],
    };

    private static readonly TraceLink Local = new()
    {
        Id = "g/1", Parent = "p/1", Document = "g", Title = "=HYPERLINK(\"x\")", Value = 100m, Comparator = ">=", Change = "level", Quote = "建设“绿色工厂”100家,\"示范\"", Start = 1, End = 9, Why = "指标相同。",
    };

    private static readonly Trace Sample = new([new TraceChain("单位工业增加值能耗", [National, Local])])
    {
        Comparison = [new Comparison("单位工业增加值能耗", [new ComparisonRow("广东省", Local), new ComparisonRow("上海市", null)])],
    };

    [Fact]
    public void Csv_QuotesWhatHoldsCommasQuotesAndLineBreaks()
    {
        using var writer = new StringWriter();
        TraceCsv.Write(writer, Sample);
        Assert.Equal(
            "链,指标,id,上级 id,文件,标题,层级,地区,范围,数值,数值上限,单位,比较,变化,口径,年份,基期,基期值,原文,起,止,为何是下级,标记,标记说明\r\n"
            + "1,单位工业增加值能耗,p/1,,p,工业绿色发展规划（2016—2020年）,national,全国,,18,,%,=,fall,cumulative,2020,2015,,\"单位工业增加值能耗下降（%）\n\t—\n\t18\",10,40,,no_child,没有下级。\r\n"
            + "1,单位工业增加值能耗,g/1,p/1,g,\"=HYPERLINK(\"\"x\"\")\",,,,100,,,>=,level,,,,,\"建设“绿色工厂”100家,\"\"示范\"\"\",1,9,指标相同。,,\r\n",
            writer.ToString());
    }

    [Fact]
    public void Workbook_HoldsARowForEachLinkAndTheComparison()
    {
        using var stream = new MemoryStream();
        TraceWorkbook.Write(stream, Sample);
        stream.Position = 0;
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => e.Description));
        Assert.Equal(["目标链", "对比"], document.WorkbookPart!.Workbook.Descendants<Sheet>().Select(s => s.Name!.Value));
        var rows = Rows(document, 0);
        Assert.Equal(3, rows.Count);
        Assert.All(rows, r => Assert.Equal(24, r.Count));
        Assert.Equal(("单位工业增加值能耗", "18", "2020"), (rows[1][1], rows[1][9], rows[1][15]));
        Assert.Equal("=HYPERLINK(\"x\")", rows[2][5]);
        Assert.Equal(["广东省", "上海市"], Rows(document, 1).Skip(1).Select(r => r[1]));
    }

    [Fact]
    public void Workbook_TextThatNoCellHolds_IsCutAndCleaned()
    {
        using var stream = new MemoryStream();
        TraceWorkbook.Write(stream, new Trace([new TraceChain("x", [National with { Quote = "\u0001" + new string('长', 40_000) }])]));
        stream.Position = 0;
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        var quote = Rows(document, 0)[1][18];
        Assert.Equal((32_767, '长', '…'), (quote.Length, quote[0], quote[^1]));
    }

    /// <summary>The cells of one sheet as texts; the sheets of the sample are there.</summary>
    private static List<List<string>> Rows(SpreadsheetDocument document, int sheet)
    {
        var id = document.WorkbookPart!.Workbook.Descendants<Sheet>().ElementAt(sheet).Id!.Value!;
        return [.. ((WorksheetPart)document.WorkbookPart.GetPartById(id)).Worksheet.Descendants<Row>().Select(r => r.Elements<Cell>().Select(c => c.InnerText).ToList())];
    }
}
