using System.Text;
using PolicyGraph.Documents;

namespace PolicyGraph.Readers.Tests;

public sealed class HtmlReaderTests
{
    [Fact]
    public async Task Page_LosesMenusAndScripts_KeepsHeadingsListsAndStatements()
    {
        var document = await Reading.ReadAsync(
            """
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>工业领域碳达峰实施方案</title><style>p{color:red}</style></head>
            <body><nav>首页 &gt; 政策</nav><div class="breadcrumb">当前位置：首页</div><script>var a='脚本';</script>
            <h1>工业领域碳达峰实施方案</h1><!-- 注释 --><template>模板</template>
            <p>到2025年，规模以上工业单位增加值能耗
            较2020年下降13.5%。</p>
            <ol><li>深化<b>节能</b>改造</li><li>推进绿色制造</li></ol><ul><li>附件</li></ul>
            <footer><a href="/">关于我们</a> 版权所有</footer></body></html>
            """,
            "a.html");
        Assert.Equal("工业领域碳达峰实施方案\n到2025年，规模以上工业单位增加值能耗较2020年下降13.5%。\n1. 深化节能改造\n2. 推进绿色制造\n附件", document.Text.Text);
        Assert.Equal(["工业领域碳达峰实施方案"], document.Words(BlockKind.Heading));
        Assert.Equal(["1. 深化节能改造", "2. 推进绿色制造", "附件"], document.Words(BlockKind.ListItem));
        Assert.Equal(new DocumentProperty("title", "工业领域碳达峰实施方案", new(0, 11)), document.Properties[0]);
    }

    [Fact]
    public async Task LinesOfAPlainTextInOneParagraph_StayLines()
    {
        var document = await Reading.ReadAsync("<html><body><p>实施方案\n\n一、总体要求\n（一）主要目标。到2025年，建设绿色\n工厂100家。\n二、保障措施</p></body></html>", "a.html");
        Assert.Equal("实施方案\n一、总体要求\n（一）主要目标。到2025年，建设绿色工厂100家。\n二、保障措施", document.Text.Text);
    }

    [Theory]
    [InlineData("<p hidden>达到8001家</p>")]
    [InlineData("<div style='display: none'><p>达到8001家</p></div>")]
    [InlineData("<div style='DISPLAY:NONE !important'>达到8001家</div>")]
    [InlineData("<p style='visibility:hidden'>达到8001家</p>")]
    [InlineData("<span style='font-size:0;color:#fff'>达到8001家</span>")]
    [InlineData("<span style='color: white'>达到8001家</span>")]
    [InlineData("<font color='#FFFFFF'>达到8001家</font>")]
    [InlineData("<span aria-hidden='true'>达到8001家</span>")]
    [InlineData("<span style='position:absolute;left:-9999px'>达到8001家</span>")]
    [InlineData("<p class='x y'>达到8001家</p>")]
    [InlineData("<p id='z'>达到8001家</p>")]
    public async Task HiddenText_IsLeftOutAndSaid(string hidden)
    {
        var document = await Reading.ReadAsync($"<html><style>.y{{display:none}} @media print{{.w{{display:none}}}} #z{{opacity:0}}</style><body><p class='w'>前面</p>{hidden}<p>最后一段</p></body></html>", "a.html");
        Assert.Equal("前面\n最后一段", document.Text.Text);
        var remark = Assert.Single(document.Diagnostics);
        Assert.Contains("隐藏文字", remark.Message, StringComparison.Ordinal);
        Assert.Contains("达到8001家", remark.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhiteTextOnAGround_IsSeen()
    {
        var document = await Reading.ReadAsync("<table bgcolor='#003366'><tr><td style='color:#fff'>指标</td><td>数值</td></tr></table>", "a.html");
        Assert.Equal("指标\t数值", document.Text.Text);
    }

    [Fact]
    public async Task Table_WithSpans_HasItsCellsInTheGrid()
    {
        var document = await Reading.ReadAsync(
            "<table><caption>主要指标</caption><tr><th rowspan=2>指标</th><th colspan='2'>数值</th></tr><tr><td>2020年</td><td>2025<br>年</td></tr><tr><td>能耗</td><td></td><td>-13.5%</td></tr></table><p>注：略</p>",
            "a.html");
        Assert.Equal("主要指标\n指标\t数值\n2020年\t2025\n年\n能耗\t\t-13.5%\n注：略", document.Text.Text);
        var table = Assert.Single(document.Tables);
        Assert.Equal("主要指标", table.Title);
        Assert.Equal((2, 1), (table.Rows[0][0].RowSpan, table.Rows[0][0].ColumnSpan));
        Assert.Equal((1, 2), (table.Rows[0][1].RowSpan, table.Rows[0][1].ColumnSpan));
        Assert.Equal([1, 2], table.Rows[1].Select(cell => cell.Column));
        Assert.Equal([BlockKind.Paragraph, BlockKind.Table, BlockKind.Paragraph], document.Blocks.Select(block => block.Kind));
    }

    [Fact]
    public async Task TableSpans_ThatCoverMillionsOfPlaces_EndAtTheLimitOfCells()
    {
        var document = await Reading.ReadAsync("<table>" + string.Concat(Enumerable.Repeat("<tr><td colspan=1000 rowspan=65534>甲</td><td>乙</td></tr>", 2000)) + "</table>", "a.html");
        Assert.Contains(document.Diagnostics, d => d.Code == "RDR036");
        Assert.True(document.Tables[0].Rows.Sum(row => row.Where(cell => cell.ColumnSpan > 1).Sum(cell => (long)cell.ColumnSpan * cell.RowSpan)) <= new ReaderOptions().MaxTableCells);
    }

    [Fact]
    public async Task TableSpans_BeyondReason_AreClampedAndSaid()
    {
        var document = await Reading.ReadAsync("<table><tr><td colspan=2147483647>甲</td><td rowspan=-5>乙</td><td colspan='9e99'>丙</td></tr></table>", "a.html");
        Assert.Equal("甲\t乙\t丙", document.Text.Text);
        Assert.Contains(document.Diagnostics, remark => remark.Code == "RDR036");
        Assert.All(document.Tables[0].Rows[0], cell => Assert.InRange(cell.ColumnSpan, 1, 1000));
    }

    [Fact]
    public async Task Definitions_AreTermTabValue_AndAFootThatStatesATimeStays()
    {
        var document = await Reading.ReadAsync(
            "<body><dl><dt>统一社会信用代码</dt><dd>91610500MA6Y3K7C2A</dd><div><dt>登记状态</dt><dd><p>存续</p></dd></div></dl><footer>查询时间：2026-03-16 10:12</footer></body>", "a.html");
        Assert.Equal("统一社会信用代码\t91610500MA6Y3K7C2A\n登记状态\t存续\n查询时间：2026-03-16 10:12", document.Text.Text);
    }

    [Fact]
    public async Task IndexBox_IsRead_FromTablesAndLines()
    {
        var document = await Reading.ReadAsync(
            "<html><head><meta name='PubDate' content='2022-08-01'></head><body><table><tr><td>索 引 号：</td><td>000014349/2022-00077</td><td>发文字号</td><td>工信部联节〔2022〕88号</td></tr></table><p>发布日期：2022年08月01日　来源：节能与综合利用司</p><p>正文</p></body></html>",
            "a.html");
        Assert.Equal(
            ["PubDate=2022-08-01", "索引号=000014349/2022-00077", "发文字号=工信部联节〔2022〕88号", "发布日期=2022年08月01日", "来源=节能与综合利用司"],
            document.Properties.Select(property => $"{property.Name}={property.Value}"));
        Assert.Null(document.Properties[0].Span);
        Assert.NotNull(document.Properties[2].Span);
    }

    [Theory]
    [InlineData("gb2312")]
    [InlineData("utf-8")]
    public async Task Charset_IsThatOfTheBytes_WhateverTheMetaSays(string meta)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var page = $"<html><head><meta charset=\"{meta}\"></head><body><p>绿色制造名单公布</p></body></html>";
        Assert.Equal("绿色制造名单公布", (await Reading.ReadAsync(Encoding.GetEncoding(936).GetBytes(page), "a.html")).Text.Text);
        Assert.Equal("绿色制造名单公布", (await Reading.ReadAsync(page, "a.html")).Text.Text);
    }

    [Fact]
    public async Task LayoutTables_AreNoTables()
    {
        var document = await Reading.ReadAsync("<table><tr><td><h1>通知</h1><p>正文</p><table><tr><td>甲</td><td>1</td></tr></table></td></tr></table>", "a.html");
        Assert.Equal("通知\n正文\n甲\t1", document.Text.Text);
        Assert.Equal([["甲", "1"]], Assert.Single(document.Tables).Cells());
        Assert.Equal(["通知"], document.Words(BlockKind.Heading));
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><i>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    public async Task DeepNesting_KeepsTheWords(string tags)
    {
        var page = "<html><body>" + string.Concat(Enumerable.Repeat(tags, 50_000)) + "绿色工厂100家</body></html>";
        var document = await Reading.ReadAsync(page, "a.html");
        Assert.Contains("绿色工厂100家", document.Text.Text, StringComparison.Ordinal);
        Assert.Equal("RDR042", Assert.Single(document.Diagnostics).Code);
    }

    [Fact]
    public async Task ManyOpenParagraphs_AreNotDeep()
    {
        var document = await Reading.ReadAsync("<html><body>" + string.Concat(Enumerable.Repeat("<p>条<br>", 20_000)), "a.html");
        Assert.Equal(20_000, document.Words(BlockKind.Paragraph).Count());
        Assert.Empty(document.Diagnostics);
    }

    [Fact]
    public async Task PageOfNothingButMenus_IsReadAllTheSame() =>
        Assert.Equal("绿色工厂\n甲公司\n乙公司", (await Reading.ReadAsync("<html><body><div class='nav'>绿色工厂</div><div class='menu'>甲公司</div><div class='sidebar'>乙公司</div></body></html>", "a.html")).Text.Text);

    [Fact]
    public async Task LinkLists_AreFurniture_AttachmentsAreNot()
    {
        var links = string.Concat(Enumerable.Range(1, 6).Select(i => $"<li><a href='#'>栏目{i}</a></li>"));
        var document = await Reading.ReadAsync($"<html><body><ul>{links}</ul><p>各有关单位：现将名单予以公布，请遵照执行，并做好后续管理工作，确保目标如期实现。</p><div><a href='1.pdf'>附件1.名单.pdf</a></div></body></html>", "a.html");
        Assert.Equal("各有关单位：现将名单予以公布，请遵照执行，并做好后续管理工作，确保目标如期实现。\n附件1.名单.pdf", document.Text.Text);
    }

    [Fact]
    public async Task HtmlNamedXls_IsReadAsHtml_AndSaid()
    {
        var document = await Reading.ReadAsync("<html><body><table><tr><td>电力</td><td>100</td></tr></table></body></html>", "报表.xls");
        Assert.Equal(DocumentFormat.Html, document.Format);
        Assert.Equal("扩展名为 .xls，内容实际是HTML 网页，已按HTML 网页读取；请改正扩展名", document.Diagnostics[0].Message);
    }
}
