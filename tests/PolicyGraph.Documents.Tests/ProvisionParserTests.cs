using PolicyGraph.Documents.Structure;
using PolicyGraph.Text;

namespace PolicyGraph.Documents.Tests;

public sealed class ProvisionParserTests
{
    [Fact]
    public void NumberedHeadings_OfANotice_MakeATree()
    {
        var tree = Parse("""
            四、建设内容
            （一）绿色工厂。
            绿色工厂是制造业的生产单元，是绿色制造的实施主体。绿色工厂评价要求见附件1。
            （二）绿色产品。绿色产品是以绿色制造实现供给侧结构性改革的最终体现。
            五、程序安排
            (一) 实施方案制定
            """);

        Assert.Equal([("四、", "建设内容", 1), ("（一）", "绿色工厂", 2), ("（二）", "绿色产品", 2), ("五、", "程序安排", 1), ("(一)", "实施方案制定", 2)], Headings(tree));
        Assert.Equal("四/（一）", tree.Provisions[1].Path);
        Assert.Equal("五/（一）", tree.Provisions.Single(p => p.Heading == "实施方案制定").Path);
    }

    [Fact]
    public void ProvisionSpan_HoldsItsTextAndItsChildren()
    {
        const string text = "一、总体要求\n（一）工作目标。力争到2020年，建设绿色工厂100家。\n二、建设内容\n";
        var tree = Parse(text);
        var first = tree.Provisions[0];
        Assert.Equal("一、总体要求\n（一）工作目标。力争到2020年，建设绿色工厂100家。", text[first.Span.Start..first.Span.End]);
        Assert.Equal("（一）工作目标", text[tree.Sections[1].Span.Start..tree.Sections[1].Span.End]);
    }

    [Fact]
    public void LeadSentences_WithoutANumber_AreNoSectionsButProvisions()
    {
        var tree = Parse("二、建设原则\n标准引领，评价保障。发挥标准体系在绿色制造体系建设中的引领作用。\n");
        Assert.Equal([("二、", "建设原则", 1)], Headings(tree));
        Assert.Equal("二/标准引领，评价保障", tree.Provisions[1].Path);
    }

    [Fact]
    public void Articles_HaveParagraphsAndItems()
    {
        var tree = Parse("""
            第一章  总则
            第一条 为了促进清洁生产，制定本条例。
            第二条 违反前款规定，有下列情形之一的，责令改正：
            （一）未备案的；
            （二）逾期的。
            第二条规定的情形由主管部门认定。
            第十条之一 本条例自2021年1月1日起施行。
            """);

        Assert.Equal(["第一章", "第一章/第一条", "第一章/第二条", "第一章/第二条/（一）", "第一章/第二条/（二）", "第一章/第十条之一"], tree.Provisions.Where(p => p.Kind != ProvisionKind.Paragraph).Select(p => p.Path));
        Assert.Equal(ProvisionKind.Item, tree.Find("第一章/第二条/（一）")!.Kind); // the line before says that it is there
        Assert.Equal([("第一章", "总则", 1)], Headings(tree));
    }

    [Fact]
    public void ParagraphBehindTheItems_IsTheArticlesOwn()
    {
        var tree = Parse("第二条 有下列情形之一的，责令改正：\n（一）未备案的；\n（二）逾期的。\n前款规定的期限为三十日。\n");
        Assert.Equal(["第二条", "第二条/（一）", "第二条/（二）", "第二条/第2款"], tree.Provisions.Select(p => p.Path));
    }

    [Fact]
    public void ReferencesAtALineStart_AreNoClauses()
    {
        var tree = Parse("1 范围\n本文件规定了试验方法。\n2 总则\n2.1 试验应符合\n2.3 和 2.4 的规定。\n11.5.14.2的试验适用于成品。\n2.2 试验时间不少于\n24 h。\n");
        Assert.Equal(["1", "2", "2/2.1", "2/2.2"], tree.Provisions.Select(p => p.Path));
    }

    [Fact]
    public void CoverOfAStandard_SaysNumberDaysAndWhatItReplaces()
    {
        var cover = Parse("ICS 27.010\nCCS F 01\n中华人民共和国国家标准\nGB 98764—2023\n代替GB 98764—2013，GB 98763—2014\n平板玻璃单位产品能源消耗限额\n2023-05-23发布 2024-06-01实施\n").Cover!; // there is one
        Assert.Equal(("GB 98764—2023", "2023-05-23", "2024-06-01", "27.010", "F 01"), (cover.Number, cover.PublishedOn, cover.EffectiveFrom, cover.Ics, cover.Ccs));
        Assert.Equal(["GB 98764—2013", "GB 98763—2014"], cover.Replaces);
    }

    [Fact]
    public void RepeatedPath_OfASecondPlanInOneFile_GetsAnOrdinal()
    {
        var tree = Parse("甲市节能方案\n一、总体要求\n乙市节能方案\n一、总体要求\n");
        Assert.Equal(["一", "一#2"], tree.Provisions.Select(p => p.Path));
        Assert.Equal(["甲市节能方案", "乙市节能方案"], tree.Sections.Where(s => s.Level == 0).Select(s => s.Title));
    }

    [Fact]
    public void Sentence_CutByAPageBreak_IsOnePassage()
    {
        const string text = "（一）完善体制机制\n鼓励在先进制造领域建立以企业为主体、高等院校与科\n\n研院所参加的多种形式的技术联盟。\n";
        var passage = Parse(text).Passages.Single();
        Assert.Equal("鼓励在先进制造领域建立以企业为主体、高等院校与科\n\n研院所参加的多种形式的技术联盟。", text[passage.Span.Start..passage.Span.End]);
    }

    [Fact]
    public void NumberedArguments_UnderShortcomings_AreNoHeadings()
    {
        var tree = Parse("（二）差距与不足\n1. 绿色设计能力薄弱。近几年轻量化设计应用比较少。\n（三）重点任务\n1. 洁净切削加工理论与技术。针对切削液的大量使用问题，开展研究。\n");
        Assert.Equal([("（二）", "差距与不足", 2), ("（三）", "重点任务", 2), ("1.", "洁净切削加工理论与技术", 3)], Headings(tree));
    }

    [Fact]
    public void FiguresAtALineStart_AreNoNumbers()
    {
        var tree = Parse("一、主要目标\n1.8 亿吨以上的废钢铁加工能力，\n5-8个重点领域，\n2020年完成。\n");
        Assert.Equal([("一、", "主要目标", 1)], Headings(tree));
    }

    [Fact]
    public void TitleAndForeword_OfAPlan_AreHeadings()
    {
        var tree = Parse("附件：\n\n绿色制造科技发展“十二五”专项规划\n\n前 言\n\n“十二五”时期是全面建设创新型国家的关键时期。\n\n一、形势与需求\n");
        Assert.Equal([(null, "绿色制造科技发展“十二五”专项规划", 0), (null, "前 言", 1), ("一、", "形势与需求", 1)], Headings(tree));
    }

    [Fact]
    public void Attachments_BehindANotice_AreNoSections()
    {
        var tree = Parse("一、总体思路\n按照要求推进。\n附件：1. 绿色工厂评价要求\n      2.绿色园区评价要求\n      3.绿色供应链管理评价要求\n");
        Assert.Equal([("一、", "总体思路", 1)], Headings(tree));
    }

    [Fact]
    public void TextBelowACaptionThatComesFirst_StandsBesideIt()
    {
        const string text = "表1　主要能耗指标\n企业应当按照前款规定报送能源利用状况报告。\n";
        var tree = Parse(text);
        var caption = Assert.Single(tree.Provisions, p => p.Kind == ProvisionKind.Table);
        Assert.Null(caption.Parent);
        Assert.DoesNotContain("企业应当", text[caption.Span.Start..caption.Span.End], StringComparison.Ordinal);
        Assert.Equal("企业应当按照前款规定报送能源利用状况报告。", text[tree.Passages[^1].Span.Start..tree.Passages[^1].Span.End]);
    }

    [Fact]
    public void ThreeHundredThousandBrackets_AreReadInLinearTime()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var tree = Parse(new string('（', 300_000));
        Assert.Single(tree.Passages);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
    }

    internal static Document Text(string text)
    {
        var source = new SourceText(text);
        return new Document { Text = source, Format = DocumentFormat.Text, Sha256 = string.Empty, Blocks = Block.FromLines(source) };
    }

    private static ProvisionTree Parse(string text)
    {
        var document = Text(text);
        return ProvisionParser.Parse(document, FlattenedTableReader.Read(document));
    }

    private static (string? Number, string Title, int Level)[] Headings(ProvisionTree tree) => [.. tree.Sections.Select(s => (s.Number, s.Title, s.Level))];
}
