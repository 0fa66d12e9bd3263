using System.Text.RegularExpressions;
using PolicyGraph.Documents;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Reads what has no figure: equipment of the national catalogues, eco-design that was carried out.</summary>
internal static partial class QualitativeReader
{
    /// <summary>Adds one field for each row or sentence that says so.</summary>
    /// <param name="draft">Receives the fields.</param>
    /// <param name="field"><c>encouragedEquipment</c> or <c>greenDesign</c>.</param>
    public static void Read(Draft draft, string field)
    {
        var paper = draft.Paper;
        var said = field == "greenDesign" ? Designed() : Listed();
        foreach (var grid in paper.Grids)
        {
            for (var row = 0; row < grid.Rows; row++)
            {
                var cells = grid.Cells(row);
                var words = string.Join(' ', cells.Select(c => paper.Words(c.Span)));
                if (cells.Count >= 3 && (said.IsMatch(words) || (field == "greenDesign" && row > 0 && IsDesignTable(paper, grid))) && !Denied().IsMatch(words) && cells.FirstOrDefault(c => c.Text.Length > 2 && !c.Text.All(char.IsAsciiDigit)) is { } name)
                {
                    draft.AddText(field, name.Span, name.Span.Cover(cells[^1].Span), name);
                }
            }
        }

        foreach (var line in paper.Lines)
        {
            foreach (Match sentence in Sentences().Matches(paper.Words(line)))
            {
                if (sentence.Length > 8 && said.IsMatch(sentence.Value) && !Denied().IsMatch(sentence.Value))
                {
                    var span = new TextSpan(line.Start + sentence.Index, line.Start + sentence.Index + sentence.Length).Trim(paper.Text);
                    draft.AddText(field, span, span);
                }
            }
        }
    }

    // 生命周期阶段 | 设计措施 | 实施结果: every row is something that was designed
    private static bool IsDesignTable(Paper paper, Grid grid) => grid.Cells(0).Any(c => DesignHead().IsMatch(paper.Words(c.Span))) && grid.Cells(0).Any(c => paper.Words(c.Span) is var words && (words.Contains("结果", StringComparison.Ordinal) || words.Contains("效果", StringComparison.Ordinal) || words.Contains("实施", StringComparison.Ordinal) || words.Contains("完成", StringComparison.Ordinal)));

    /// <summary>Adds what sentences and cells say about equipment that the state has ordered out of use: that there is none, or some.</summary>
    public static void ReadObsolete(Draft draft)
    {
        foreach (var line in draft.Paper.Lines)
        {
            ReadObsolete(draft, line, null);
        }

        foreach (var grid in draft.Paper.Grids)
        {
            for (var row = 0; row < grid.Rows; row++)
            {
                foreach (var cell in grid.Cells(row))
                {
                    ReadObsolete(draft, cell.Span, cell);
                }
            }
        }
    }

    /// <summary>Adds the sentences that say that something is as a standard, a policy or a rule wants it, or apart from the rest.</summary>
    public static void ReadConclusions(Draft draft) => ReadSentences(draft, "conclusion", Concluded());

    /// <summary>Adds what rules of purchasing ask of suppliers and of what comes in.</summary>
    public static void ReadPurchasing(Draft draft)
    {
        ReadSentences(draft, "purchaseDemand", Demanded());
        ReadSentences(draft, "incomingInspection", Inspected());
    }

    private static void ReadSentences(Draft draft, string field, Regex said)
    {
        foreach (var line in draft.Paper.Lines)
        {
            foreach (Match sentence in Sentences().Matches(draft.Paper.Words(line)))
            {
                if (sentence.Length is > 8 and < 200 && said.IsMatch(sentence.Value) && !Intended().IsMatch(sentence.Value))
                {
                    var span = new TextSpan(line.Start + sentence.Index, line.Start + sentence.Index + sentence.Length).Trim(draft.Paper.Text);
                    draft.AddText(field, span, span);
                }
            }
        }
    }

    private static void ReadObsolete(Draft draft, TextSpan where, TableCell? cell)
    {
        var paper = draft.Paper;
        foreach (Match clause in Clauses().Matches(paper.Words(where)))
        {
            var at = Obsolete().Match(clause.Value);
            var said = at.Success ? Polarity.OfClause(clause.Value, at.Index) : null;
            if (said is null && cell is not null && clause.Value.EndsWith("淘汰类", StringComparison.Ordinal) && !clause.Value.Contains("是否", StringComparison.Ordinal))
            {
                said = "occurred"; // the machine of this row is classed so
            }

            if (said is not null)
            {
                var span = new TextSpan(where.Start + clause.Index, where.Start + clause.Index + clause.Length).Trim(paper.Text);
                draft.AddText("obsoleteEquipment", span, span, cell, said);
            }
        }
    }

    [GeneratedRegex("(?:符合|满足|达到).{0,60}(?:要求|标准|规定|条件|政策|限值|GB[ /]?T? ?[0-9]{4,5}(?:-[0-9]{4})?)|(?:独立|单独|隔离)(?:设置|布置|存放|贮存)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Concluded();

    [GeneratedRegex("供应商.{0,60}(?:环境|环保|绿色|生态|24001|排污|低碳)|采购(?:合同|文件|信息|技术协议|要求|标准).{0,60}(?:有害物质|可回收|再生|能效|节能|环保|环境|绿色)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Demanded();

    [GeneratedRegex("(?:进货|来料|进厂|入厂|入库).{0,8}(?:检验|检查|验收|抽检)|(?:检验|抽检|验收).{0,12}(?:进货|来料|采购(?:的)?(?:产品|材料|零部件))", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Inspected();

    [GeneratedRegex("尚未|计划(?:在|于|20)|拟(?:于|在|将)|将于|待", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Intended();

    [GeneratedRegex(@"[^。;,!?\n]+", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Clauses();

    [GeneratedRegex("淘汰类|明令淘汰|淘汰落后|落后淘汰|应淘汰|列入淘汰|淘汰目录", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Obsolete();

    [GeneratedRegex(@"[^。;!?\n]+", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Sentences();

    [GeneratedRegex("推荐目录|推广目录|鼓励类|技术装备目录|先进适用技术目录|先进技术装备|节能技术目录|节水.{0,12}目录", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Listed();

    [GeneratedRegex("(?:采用|开展|实施|完成|进行|应用|优化|实现).{0,40}(?:绿色设计|生态设计|轻量化|易回收|可拆解|易拆解|长寿命|无害化|节能设计|减量化|可回收)|(?:绿色设计|生态设计|轻量化).{0,20}(?:开展|实施|完成|采用|应用)|(?:生命周期|24256).{0,40}(?:开展|进行|完成)(?:了)?(?:产品)?设计|设计评审.{0,6}通过", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Designed();

    [GeneratedRegex("设计措施|设计内容|设计方案|改进措施|设计要点|绿色设计|生态设计", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex DesignHead();

    [GeneratedRegex("不属于|未列入|尚未|未采用|未开展|不在|计划|拟", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Denied();
}
