using System.Globalization;
using PolicyGraph.Documents;

namespace PolicyGraph.Readers.Tests;

public sealed class WordReaderTests
{
    private const string Styles =
        "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"a5\"><w:name w:val=\"我的标题\"/><w:basedOn w:val=\"1\"/></w:style>"
        + "<w:style w:type=\"paragraph\" w:styleId=\"T1\"><w:name w:val=\"toc 1\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"L\"><w:name w:val=\"条\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";

    [Fact]
    public async Task Body_HasHeadingsByStyle_TabsBreaksAndFieldResults()
    {
        var document = await Reading.ReadAsync(
            Package.Docx(
                Package.P("总体要求", "<w:pStyle w:val=\"a5\"/>") + Package.P("目录行\t1", "<w:pStyle w:val=\"T1\"/>") + Package.P("主要目标", "<w:outlineLvl w:val=\"1\"/>")
                + "<w:p><w:r><w:t>编号</w:t><w:tab/><w:t xml:space=\"preserve\">A </w:t><w:br/><w:t>B</w:t><w:noBreakHyphen/><w:t>C</w:t></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2025年</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
                + "<w:fldSimple w:instr=\"PAGE\"><w:r><w:t>7</w:t></w:r></w:fldSimple><w:hyperlink><w:r><w:t>附件</w:t></w:r></w:hyperlink></w:p>",
                ("styles.xml", Package.Word("styles", Styles))),
            "a.docx");
        Assert.Equal("总体要求\n目录行\t1\n主要目标\n编号\tA \nB-C2025年7附件", document.Text.Text);
        Assert.Equal([(BlockKind.Heading, 1), (BlockKind.PageFurniture, null), (BlockKind.Heading, 2), (BlockKind.Paragraph, (int?)null)], document.Blocks.Select(block => (block.Kind, block.Level)));
    }

    [Fact]
    public async Task AutomaticNumbers_StandInTheText()
    {
        const string numbering =
            "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"第%1章\"/></w:lvl>"
            + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:suff w:val=\"nothing\"/><w:lvlText w:val=\"（%2）\"/></w:lvl>"
            + "<w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:isLgl/><w:lvlText w:val=\"%1.%2.%3\"/></w:lvl></w:abstractNum>"
            + "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\uf06c\"/></w:lvl></w:abstractNum>"
            + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"12\"/></w:lvlOverride></w:num>"
            + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/></w:num>";
        var document = await Reading.ReadAsync(
            Package.Docx(
                Numbered("总则", 1, 0) + Package.P("目的", "<w:pStyle w:val=\"L\"/>") + Package.P("范围", "<w:pStyle w:val=\"L\"/>") + Numbered("适用", 1, 2) + Numbered("评价", 1, 0)
                + Package.P("指标", "<w:pStyle w:val=\"L\"/>") + Package.P("", "<w:pStyle w:val=\"L\"/>") + Numbered("附则", 2, 0) + Numbered("解释", 2, 0) + Numbered("要点", 3, 0) + Numbered("没有这个列表", 99, 0),
                ("styles.xml", Package.Word("styles", Styles)),
                ("numbering.xml", Package.Word("numbering", numbering))),
            "a.docx");
        Assert.Equal("第一章 总则\n（一）目的\n（二）范围\n1.2.1 适用\n第二章 评价\n（一）指标\n第十二章 附则\n第十三章 解释\n• 要点\n没有这个列表", document.Text.Text);
        Assert.Equal("第一章 总则", document.Words(BlockKind.ListItem).First());
    }

    [Theory]
    [InlineData(10, "chineseCounting", "十")]
    [InlineData(105, "chineseCounting", "一百零五")]
    [InlineData(110, "chineseCounting", "一百一十")]
    [InlineData(21, "japaneseCounting", "二十一")]
    [InlineData(11, "chineseLegalSimplified", "壹拾壹")]
    [InlineData(10, "ideographDigital", "一〇")]
    [InlineData(3, "decimalEnclosedCircleChinese", "③")]
    [InlineData(28, "lowerLetter", "bb")]
    [InlineData(1994, "upperRoman", "MCMXCIV")]
    [InlineData(3, "ideographTraditional", "丙")]
    [InlineData(12, "decimalFullWidth", "１２")]
    [InlineData(5, "decimalZero", "05")]
    public async Task NumberFormats_AreWrittenAsWordDoes(int start, string format, string number)
    {
        var numbering = $"<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"{start.ToString(CultureInfo.InvariantCulture)}\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
        var document = await Reading.ReadAsync(Package.Docx(Numbered("内容", 1, 0), ("numbering.xml", Package.Word("numbering", numbering))), "a.docx");
        Assert.Equal($"{number}、内容", document.Text.Text);
    }

    [Fact]
    public async Task Table_WithMergedCells_HasThemOnce()
    {
        var document = await Reading.ReadAsync(
            Package.Docx(
                Package.P("表1　能源消费") + "<w:tbl><w:tblPr/>"
                + $"<w:tr>{Package.Cell("品种", "<w:vMerge w:val=\"restart\"/>")}{Package.Cell("消费量", "<w:gridSpan w:val=\"2\"/>")}</w:tr>"
                + $"<w:tr>{Package.Cell("", "<w:vMerge/>")}{Package.Cell("2024年")}{Package.Cell("2025年")}</w:tr>"
                + $"<w:tr>{Package.Cell("电力")}<w:tc>{Package.P("600")}{Package.P("万kWh")}</w:tc>{Package.Cell("")}</w:tr></w:tbl>" + Package.P("注：略")),
            "a.docx");
        Assert.Equal("表1　能源消费\n品种\t消费量\n2024年\t2025年\n电力\t600\n万kWh\t\n注：略", document.Text.Text);
        var table = Assert.Single(document.Tables);
        Assert.Equal([["品种", "消费量"], ["2024年", "2025年"], ["电力", "600\n万kWh", ""]], table.Cells());
        Assert.Equal((2, 1, 0), (table.Rows[0][0].RowSpan, table.Rows[0][0].ColumnSpan, table.Rows[0][0].Column));
        Assert.Equal((1, 2, 1), (table.Rows[0][1].RowSpan, table.Rows[0][1].ColumnSpan, table.Rows[0][1].Column));
        Assert.Equal([1, 2], table.Rows[1].Select(cell => cell.Column));
        Assert.Equal([BlockKind.Paragraph, BlockKind.Table, BlockKind.Paragraph], document.Blocks.Select(block => block.Kind));
        Assert.Empty(document.Diagnostics);
    }

    [Fact]
    public async Task TableSpans_BeyondReason_AreClampedAndSaid()
    {
        var document = await Reading.ReadAsync(
            Package.Docx($"<w:tbl><w:tr>{Package.Cell("甲", "<w:gridSpan w:val=\"2147483647\"/>")}{Package.Cell("乙", "<w:gridSpan w:val=\"-5\"/>")}{Package.Cell("丙", "<w:vMerge/>")}</w:tr></w:tbl>"), "a.docx");
        Assert.Equal([["甲", "乙", "丙"]], document.Tables[0].Cells());
        Assert.Equal("RDR036", Assert.Single(document.Diagnostics).Code);
    }

    [Fact]
    public async Task NestedTable_IsInItsCellAndATableOfItsOwn()
    {
        var document = await Reading.ReadAsync(
            Package.Docx($"<w:tbl><w:tr>{Package.Cell("外")}<w:tc>{Package.P("前")}<w:tbl><w:tr>{Package.Cell("内1")}{Package.Cell("内2")}</w:tr></w:tbl>{Package.P("后")}</w:tc></w:tr></w:tbl>"), "a.docx");
        Assert.Equal(2, document.Tables.Count);
        Assert.Equal([["外", "前\n内1\t内2\n后"]], document.Tables[0].Cells());
        Assert.Equal([["内1", "内2"]], document.Tables[1].Cells());
        Assert.Single(document.Blocks);
    }

    [Fact]
    public async Task TrackedChanges_AreAccepted()
    {
        var document = await Reading.ReadAsync(
            Package.Docx("<w:p><w:r><w:t>目标</w:t></w:r><w:del><w:r><w:delText>100</w:delText></w:r></w:del><w:ins><w:r><w:t>200</w:t></w:r></w:ins><w:r><w:t>家</w:t></w:r></w:p>"), "a.docx");
        Assert.Equal("目标200家", document.Text.Text);
        Assert.Contains("修订", Assert.Single(document.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TextBoxes_FollowTheirParagraph_OnceEach()
    {
        const string box = "<w:txbxContent><w:p><w:r><w:t>框内文字</w:t></w:r></w:p></w:txbxContent>";
        var document = await Reading.ReadAsync(
            Package.Docx($"<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>"), "a.docx");
        Assert.Equal("前后\n框内文字", document.Text.Text);
    }

    [Fact]
    public async Task NotesAndRunningHeads_StandBehindTheBody()
    {
        var document = await Reading.ReadAsync(
            Package.Docx(
                "<w:p><w:r><w:t>能耗105</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:t>吨</w:t></w:r></w:p>",
                ("footnotes.xml", Package.Word("footnotes", $"<w:footnote w:type=\"separator\" w:id=\"0\">{Package.P("线")}</w:footnote><w:footnote w:id=\"2\">{Package.P("当量值。")}</w:footnote>")),
                ("header1.xml", Package.Word("hdr", Package.P("某公司内部资料"))),
                ("header2.xml", Package.Word("hdr", Package.P("某公司内部资料"))),
                ("footer1.xml", Package.Word("ftr", Package.P("— 1 —")))),
            "a.docx");
        Assert.Equal("能耗105吨\n[1] 当量值。\n某公司内部资料\n— 1 —", document.Text.Text);
        Assert.Equal(["某公司内部资料", "— 1 —"], document.Words(BlockKind.PageFurniture));
    }

    [Fact]
    public async Task HiddenRuns_AreLeftOut_WhiteOnesAreSaid()
    {
        var document = await Reading.ReadAsync(
            Package.Docx("<w:p><w:r><w:t>看得见</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏甲</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>也看得见</w:t></w:r><w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>白字</w:t></w:r></w:p>"), "a.docx");
        Assert.Equal("看得见也看得见白字", document.Text.Text);
        Assert.Equal(["RDR034", "RDR046"], document.Diagnostics.Select(remark => remark.Code));
    }

    [Fact]
    public async Task SymbolsAndCheckboxes_AreLetters()
    {
        var document = await Reading.ReadAsync(
            Package.Docx("<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t>是</w:t><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/><w:t>否</w:t><w:sym w:font=\"某字体\" w:char=\"F123\"/></w:r></w:p>"), "a.docx");
        Assert.Equal("☑是□否\ufffd", document.Text.Text);
        Assert.Equal("RDR044", Assert.Single(document.Diagnostics).Code);
        Assert.Single(document.Unread);
    }

    [Fact]
    public async Task PicturesOnly_SaysThatThereIsNoText()
    {
        var document = await Reading.ReadAsync(Package.Docx("<w:p><w:r><w:drawing><blip/></w:drawing></w:r></w:p>"), "a.docx");
        Assert.Equal(["RDR039", "RDR037"], document.Diagnostics.Select(remark => remark.Code));
    }

    private static string Numbered(string text, int list, int level) => Package.P(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");
}
