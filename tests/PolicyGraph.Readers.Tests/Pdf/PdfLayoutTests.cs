using PolicyGraph.Documents;

namespace PolicyGraph.Readers.Tests.Pdf;

/// <summary>What is made of words and lines on pages, drawn without a PDF.</summary>
public sealed class PdfLayoutTests
{
    [Fact]
    public async Task RuledTable_HasItsCells_AndEveryCellItsBox()
    {
        var document = await ReadAsync(new Sheet().Page().Say(72, 100, "表1 单位产品能耗限额").Grid([72, 172, 272, 372], [120, 150, 180])
            .Say(82, 129, "产品").Say(182, 129, "限定值").Say(282, 129, "先进值").Say(82, 159, "水泥熟料").Say(182, 159, "117").Say(282, 159, "≤100")
            .Say(72, 200, "注：限定值按GB16780执行。"));
        var table = Assert.Single(document.Tables);
        Assert.Equal([["产品", "限定值", "先进值"], ["水泥熟料", "117", "≤100"]], table.Cells());
        Assert.Equal(("表1 单位产品能耗限额", 1), (table.Title, table.Page));
        Assert.Equal(new PageBox(1, 172, 150, 272, 180), table.Rows[1][1].Box);
        Assert.Equal(new PageBox(1, 182, 159, 200, 171), Assert.Single(document.BoxesOf(table.Rows[1][1].Span)));
        Assert.Equal("表1 单位产品能耗限额\n产品\t限定值\t先进值\n水泥熟料\t117\t≤100\n注：限定值按GB16780执行。", document.Text.Text);
        Assert.Equal([BlockKind.Paragraph, BlockKind.Table, BlockKind.Paragraph], document.Blocks.Select(block => block.Kind));
    }

    [Fact]
    public async Task MergedCells_StandOnce_WithTheirExtent()
    {
        var document = await ReadAsync(new Sheet().Page()
            .Line(72, 100, 372, 100).Line(172, 130, 372, 130).Line(72, 160, 372, 160).Line(72, 190, 372, 190)
            .Line(72, 100, 72, 190).Line(172, 100, 172, 190).Line(272, 130, 272, 190).Line(372, 100, 372, 190)
            .Say(82, 125, "指标").Say(220, 109, "目标值").Say(182, 139, "2025年").Say(282, 139, "2030年").Say(82, 169, "绿色工厂数").Say(182, 169, "100").Say(282, 169, "300"));
        var rows = Assert.Single(document.Tables).Rows;
        Assert.Equal([["指标", "目标值"], ["2025年", "2030年"], ["绿色工厂数", "100", "300"]], rows.Select(row => row.Select(cell => cell.Text).ToArray()));
        Assert.Equal((0, 2, 1), (rows[0][0].Column, rows[0][0].RowSpan, rows[0][0].ColumnSpan));
        Assert.Equal((1, 1, 2), (rows[0][1].Column, rows[0][1].RowSpan, rows[0][1].ColumnSpan));
        Assert.Equal([1, 2], rows[1].Select(cell => cell.Column));
        Assert.Empty(document.Diagnostics);
    }

    [Fact]
    public async Task WrappedWords_InACell_AreJoined_AndBlankCellsAreKept()
    {
        var document = await ReadAsync(new Sheet().Page().Grid([72, 142, 242, 342], [100, 150, 180])
            .Say(78, 108, "万元产值").Say(78, 124, "综合能耗").Say(152, 115, "0.35").Say(78, 159, "备注").Say(252, 115, "吨标准煤").Say(252, 159, "见附件"));
        Assert.Equal([["万元产值综合能耗", "0.35", "吨标准煤"], ["备注", "", "见附件"]], Assert.Single(document.Tables).Cells());
    }

    [Fact]
    public async Task TableCutByThePage_IsOneTable_AndItsRepeatedHeaderIsDropped()
    {
        var document = await ReadAsync(new Sheet()
            .Page().Say(72, 60, "能源消费情况如下。").Grid([72, 172, 272], [700, 730, 760]).Say(82, 709, "能源品种").Say(182, 709, "消费量").Say(82, 739, "电力").Say(182, 739, "600").Say(280, 800, "— 1 —")
            .Page().Say(72, 60, "续表").Grid([72, 172, 272], [80, 110, 140]).Say(82, 89, "能源品种").Say(182, 89, "消费量").Say(82, 119, "天然气").Say(182, 119, "25").Say(72, 160, "以上数据经核实。").Say(280, 800, "— 2 —"));
        var table = Assert.Single(document.Tables);
        Assert.Equal([["能源品种", "消费量"], ["电力", "600"], ["天然气", "25"]], table.Cells());
        Assert.Equal([1, 1, 2], table.Rows.Select(row => row[0].Box!.Value.Page));
        Assert.Equal(["— 1 —", "续表", "— 2 —"], document.Words(BlockKind.PageFurniture));
        Assert.EndsWith("以上数据经核实。\n— 2 —", document.Text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RowsInColumns_WithoutLines_AreATable_AndSignaturesAreNot()
    {
        var table = Assert.Single((await ReadAsync(new Sheet().Page().Say(72, 100, "企业能源消费").Say(72, 120, "电力").Say(172, 120, "600").Say(272, 120, "万kWh")
            .Say(72, 140, "天然气").Say(172, 140, "25").Say(272, 140, "万m3").Say(72, 160, "蒸汽").Say(272, 160, "t"))).Tables);
        Assert.Equal([["电力", "600", "万kWh"], ["天然气", "25", "万m3"], ["蒸汽", "", "t"]], table.Cells());
        var signed = await ReadAsync(new Sheet().Page().Say(150, 100, "工业和信息化部").Say(350, 100, "国家发展改革委").Say(150, 120, "财政部").Say(350, 120, "生态环境部").Say(150, 140, "国务院国资委").Say(350, 140, "市场监管总局"));
        Assert.Empty(signed.Tables);
    }

    [Fact]
    public async Task WrappedCell_WithoutLines_GoesOnInItsColumn()
    {
        var table = Assert.Single((await ReadAsync(new Sheet().Page().Say(72, 100, "指标").Say(250, 100, "2025年").Say(350, 100, "属性").Say(72, 120, "规模以上工业单位").Say(250, 120, "下降13.5%").Say(350, 120, "约束性")
            .Say(72, 134, "增加值能耗").Say(72, 154, "绿色工厂").Say(250, 154, "3000家").Say(350, 154, "预期性").Say(72, 174, "注：以上为全国数。"))).Tables);
        Assert.Equal([["指标", "2025年", "属性"], ["规模以上工业单位增加值能耗", "下降13.5%", "约束性"], ["绿色工厂", "3000家", "预期性"]], table.Cells());
    }

    [Fact]
    public async Task BoxAroundRunningText_IsNoTable()
    {
        var sheet = new Sheet().Page().Grid([72, 452], [100, 130, 200]).Say(200, 109, "专栏1 能效提升工程").Say(98, 139, "推动重点行业节能改造，支持企业建设能源管理中心，推广高效").Say(76, 159, "电机。");
        var document = await ReadAsync(sheet);
        Assert.Empty(document.Tables);
        Assert.Equal("专栏1 能效提升工程\n推动重点行业节能改造，支持企业建设能源管理中心，推广高效电机。", document.Text.Text);
    }

    [Fact]
    public async Task TwoColumns_AreReadOneAfterTheOther()
    {
        var sheet = new Sheet().Page().Say(220, 60, "绿色工厂评价通则解读");
        for (var i = 0; i < 8; i++)
        {
            sheet.Say(60, 100 + (i * 18), new string("左甲乙丙丁戊己庚"[i], 18)).Say(310, 100 + (i * 18), new string("右子丑寅卯辰巳午"[i], 18));
        }

        var text = (await ReadAsync(sheet)).Text.Text;
        Assert.StartsWith("绿色工厂评价通则解读\n左左", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf('庚', StringComparison.Ordinal) < text.IndexOf('右', StringComparison.Ordinal));
    }

    [Fact]
    public async Task SidewaysPage_IsReadUpright_AndItsBoxesAreThoseOfThePageAsShown()
    {
        var document = await ReadAsync(new Sheet().Page().SayUp(100, 700, "产品名称").SayUp(100, 500, "限定值").SayUp(130, 700, "水泥熟料").SayUp(130, 500, "117")
            .Line(90, 200, 90, 710).Line(120, 200, 120, 710).Line(150, 200, 150, 710).Line(90, 710, 150, 710).Line(90, 510, 150, 510).Line(90, 200, 150, 200));
        Assert.Equal([["产品名称", "限定值"], ["水泥熟料", "117"]], Assert.Single(document.Tables).Cells());
        Assert.Equal(new PageBox(1, 130, 652, 142, 700), Assert.Single(document.BoxesOf(document.Tables[0].Rows[1][0].Span)));
        Assert.Equal(new PageBox(1, 120, 510, 150, 710), document.Tables[0].Rows[1][0].Box);
    }

    [Fact]
    public async Task SentenceOverAPageBreak_IsOneBlock_WithAPlaceOnBothPages()
    {
        var document = await ReadAsync(new Sheet()
            .Page().Say(96, 100, "为加快推进制造业绿色低碳转型，健全绿色制造体系，持续提升").Say(72, 125, "能源资源利用效率，推动工业领域碳达峰，制定本办法。企业应当").Say(290, 800, "1")
            .Page().Say(72, 100, "依法披露环境信息。").Say(96, 125, "第二条 本办法适用于企业。").Say(290, 800, "2"));
        var block = document.Blocks[0];
        Assert.EndsWith("企业应当依法披露环境信息。", document.At(block.Span), StringComparison.Ordinal);
        Assert.Equal([1, 1, 2], document.BoxesOf(block.Span).Select(box => box.Page));
        Assert.Equal(1, block.Page);
        Assert.Equal("第二条 本办法适用于企业。", document.At(document.Blocks.Last(other => other.Kind == BlockKind.Paragraph).Span));
    }

    [Fact]
    public async Task HeadingBehindAParagraphsEnd_IsALineOfItsOwn()
    {
        var document = await ReadAsync(new Sheet().Page().Say(96, 100, "“十四五”是制造业绿色转型的关键阶段，外部环境不确定性犹在，").Say(72, 125, "探索走出一条新路。").Say(204, 125, "二、指导思想"));
        Assert.EndsWith("探索走出一条新路。\n二、指导思想", document.Text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoweredSigns_StayInTheirLine_AndRadicalsBecomeCharacters()
    {
        var document = await ReadAsync(new Sheet().Page().Say(72, 100, "二氧化碳（CO").Say(144, 106, "2", 7).Say(148, 100, "）排放强度。").Say(72, 125, "绿⾊⼯⼚。").Say(72, 150, "⻔⼾"));
        Assert.Equal("二氧化碳（CO2）排放强度。\n绿色工厂。\n门户", document.Text.Text);
    }

    [Fact]
    public async Task GarbledPage_IsReported_AndNothingIsMadeOfIt()
    {
        var document = await ReadAsync(new Sheet().Page().Say(72, 100, "第一条 为了规范绿色工厂评价，制定本办法。").Page().Say(72, 100, "\ue101\ue102\ue103\ue104%#\ue105\ue106*\ue107\ue108").Page());
        Assert.Equal([PageGrade.Good, PageGrade.Unreadable, PageGrade.Unreadable], document.Pages.Select(page => page.Grade));
        Assert.Equal("\ue101\ue102\ue103\ue104%#\ue105\ue106*\ue107\ue108", document.At(Assert.Single(document.Unread).Span));
        Assert.Equal(["RDR049", "RDR050"], document.Diagnostics.Select(remark => remark.Code));
        Assert.Contains("第 2 页文字层是乱码", document.Diagnostics[1].Message, StringComparison.Ordinal);
        Assert.Equal(BlockKind.PageFurniture, document.Blocks[^1].Kind);
    }

    [Fact]
    public async Task MissingLetters_AndBrokenGrids_MakeAPageDoubtful()
    {
        var document = await ReadAsync(new Sheet()
            .Page().Say(72, 100, "绿色制造体系建\ufffd实施方案，推动企业绿色转型。")
            .Page().Line(72, 100, 272, 100).Line(72, 130, 172, 130).Line(72, 160, 272, 160).Line(72, 100, 72, 160).Line(172, 130, 172, 160).Line(272, 100, 272, 160)
            .Say(82, 109, "项目").Say(200, 109, "数值").Say(82, 139, "电力").Say(200, 139, "600"));
        Assert.Equal([PageGrade.Doubtful, PageGrade.Doubtful], document.Pages.Select(page => page.Grade));
        Assert.Contains("缺字", Assert.Single(document.Pages[0].Reasons), StringComparison.Ordinal);
        Assert.Contains("不规则", Assert.Single(document.Pages[1].Reasons), StringComparison.Ordinal);
        Assert.All(document.Diagnostics, remark => Assert.Equal("RDR051", remark.Code));
    }

    private static async Task<Document> ReadAsync(Sheet sheet)
    {
        using var stream = new MemoryStream(sheet.Bytes);
        var document = await new DocumentReader(null, new RecordedEngine()).ReadAsync(stream, "a.pdf", CancellationToken.None);
        Reading.HoldsItsPromises(document);
        return document;
    }
}
