using System.Text.RegularExpressions;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Reads what an evaluator notices between the figures: words of a template, another company's name, blanks, what a figure includes, marks of a laboratory, standards that are cited, claims of a self-evaluation.</summary>
/// <remarks>These fields decide nothing; <c>check</c> holds them against the rest of the folder.</remarks>
internal static partial class RemarkReader
{
    private const int MaxEach = 12;

    /// <summary>Fields that any paper may have.</summary>
    public static readonly IReadOnlySet<string> Anywhere = new HashSet<string>(StringComparer.Ordinal) { "templateText", "blankField", "citedStandard", "otherCompany", "boundaryRemark", "claim", "labMark", "labValidUntil", "gridFactor", "samePower", "carbonPart" };

    private static readonly HashSet<string> Bounded = new(StringComparer.Ordinal) { "energy-statistics", "energy-audit", "greenhouse-gas-report", "waste-ledger", "environment-statistics", "water-statistics" };
    private static readonly HashSet<string> OwnPapers = new(StringComparer.Ordinal) { "management-duties", "management-system-document", "self-evaluation", "enterprise-declaration", "design-report", "energy-audit", "equipment-list", "upgrade-projects", "training-record", "purchasing-rules", "cleaner-production-audit", "social-responsibility-report", "stakeholder-record", "treatment-record", "platform-description" };
    private static readonly string[] Negations = ["不", "未", "没有", "除", "扣", "无", "非"];
    private static readonly string[] Plans = ["未开展", "尚未", "计划", "拟", "将于", "未建立", "正在", "不涉及"];
    private static readonly (string Word, string Id)[] Systems = [("质量管理体系", "basic.qms"), ("能源管理体系", "basic.enms"), ("环境管理体系", "basic.ems"), ("职业健康安全管理体系", "basic.ohsms")];

    /// <summary>Adds the remarks of one paper of a type.</summary>
    public static void Read(Draft draft, string type, NumberScanner numbers)
    {
        var text = draft.Paper.Text;
        Add(draft, "templateText", TemplateWords(), text);
        ReadBlanks(draft, text);
        Add(draft, "citedStandard", Standards(), text);
        if (Bounded.Contains(type))
        {
            ReadBoundaries(draft, text, type);
        }

        if (type is "waste-ledger" or "environment-statistics")
        {
            MixedWasteReader.Read(draft, numbers);
        }

        switch (type)
        {
            case "monitoring-report":
                Add(draft, "labMark", LaboratoryMarks(), text, most: 1);
                ReadLaboratoryEnd(draft, text);
                break;
            case "greenhouse-gas-report":
                ReadGridFactor(draft, text, numbers);
                ReadParts(draft, numbers);
                break;
            case "green-power":
                Add(draft, "samePower", SamePower(), text, most: 1);
                break;
            case "self-evaluation":
                ReadClaims(draft, text);
                break;
            default:
                break;
        }

        if (OwnPapers.Contains(type))
        {
            ReadCompanies(draft, text);
        }
    }

    private static void Add(Draft draft, string field, Regex pattern, string text, int most = MaxEach, string? qualifier = null)
    {
        var count = 0;
        foreach (var match in pattern.EnumerateMatches(text))
        {
            var span = new TextSpan(match.Index, match.Index + match.Length).Trim(text);
            if (!span.IsEmpty)
            {
                draft.AddText(field, span, span, draft.Paper.CellAt(span), qualifier: qualifier);
            }

            if (++count >= most)
            {
                return;
            }
        }
    }

    // A blank is told where others of its kind are filled in, or where a line is drawn for it; a form to be signed by hand draws none.
    private static void ReadBlanks(Draft draft, string text)
    {
        var fields = Signatures().Matches(text).Take(60).ToList();
        var filled = fields.Exists(m => m.Groups[2].Value.Trim(' ', '_', '\t', '\u3000').Length > 0);
        foreach (var field in fields.Where(m => m.Groups[2].Value.Trim(' ', '_', '\t', '\u3000').Length == 0).Take(MaxEach))
        {
            if (filled || field.Groups[2].Value.Contains("__", StringComparison.Ordinal))
            {
                var label = new TextSpan(field.Groups[1].Index, field.Groups[1].Index + field.Groups[1].Length);
                draft.AddText("blankField", label, new TextSpan(field.Index, field.Index + field.Length).Trim(text), draft.Paper.CellAt(label));
            }
        }
    }

    private static void ReadBoundaries(Draft draft, string text, string type)
    {
        var waste = type is "waste-ledger" or "environment-statistics";
        foreach (var match in (waste ? WasteInside() : EnergyInside()).Matches(text).Take(60))
        {
            var before = text[Math.Max(0, match.Index - 2)..match.Index];
            if (Negations.Any(n => before.EndsWith(n, StringComparison.Ordinal)) || match.Value.Contains("不含", StringComparison.Ordinal) || match.Value.Contains("不包括", StringComparison.Ordinal)
                || (match.Value.Contains("原料", StringComparison.Ordinal) && draft.Has("energyFeedstock")))
            {
                continue;
            }

            var span = new TextSpan(match.Index, match.Index + match.Length);
            draft.AddText("boundaryRemark", span, span, draft.Paper.CellAt(span));
            return;
        }
    }

    private static void ReadGridFactor(Draft draft, string text, NumberScanner numbers)
    {
        foreach (var match in (Factors().Matches(text) is { Count: > 0 } named ? named : FactorsInRows().Matches(text)).Take(MaxEach))
        {
            if (numbers.ReadAt(text, match.Groups[1].Index, match.Index + match.Length) is { Value: not null } number)
            {
                // the year of the factor stands behind it, in brackets
                var end = match.Index + match.Length;
                if (end < text.Length && text[end] == '(' && text.IndexOf(')', end, Math.Min(40, text.Length - end)) is var close and > 0)
                {
                    end = close + 1;
                }

                draft.AddNumber("gridFactor", number, new TextSpan(match.Index, end), null, null, match.Groups[2].Value, cell: draft.Paper.CellAt(new TextSpan(match.Index, end)));
            }
        }
    }

    // The rows above the total in the column of emissions.
    private static void ReadParts(Draft draft, NumberScanner numbers)
    {
        var paper = draft.Paper;
        foreach (var grid in paper.Grids)
        {
            var column = Enumerable.Range(0, grid.Columns).FirstOrDefault(c => Enumerable.Range(0, Math.Min(3, grid.Rows)).Any(r => grid[r, c] is { } head && paper.Words(head.Span) is var words && (words.Contains("排放量", StringComparison.Ordinal) || (words.Trim() is "tCO2" or "tCO₂" or "tCO2e" or "tCO₂e" or "吨CO2")) && !words.Contains("占比", StringComparison.Ordinal)), -1);
            var total = column < 0 ? -1 : Enumerable.Range(0, grid.Rows).FirstOrDefault(r => grid[r, 0] is { } name && IsTotal(paper.Words(name.Span)) && grid[r, column] is not null, -1);
            if (total < 2)
            {
                continue;
            }

            for (var row = 1; row < total; row++)
            {
                if (grid[row, 0] is { } name && grid[row, column] is { } cell && !ReferenceEquals(name, cell) && numbers.ReadWhole(paper.Text, cell.Span.Start, cell.Span.End) is { Value: not null } number && !paper.Words(name.Span).Contains("其中", StringComparison.Ordinal))
                {
                    draft.AddNumber("carbonPart", number, cell.Span, null, paper.Words(name.Span).Trim(), number.Unit, FieldRole.Part, cell);
                }
            }

            return;
        }
    }

    private static void ReadLaboratoryEnd(Draft draft, string text)
    {
        foreach (var match in LaboratoryEnd().Matches(text).Take(MaxEach))
        {
            var end = Math.Min(text.Length, match.Index + match.Length + 40);
            if (!draft.Has("labValidUntil") && DateScanner.FindAll(text, match.Index + match.Length, end) is { Count: > 0 } dates)
            {
                var date = dates.Count > 1 && DateScanner.FindRange(text, match.Index + match.Length, end) is { } range ? range.To : dates[0];
                draft.AddDate("labValidUntil", date, date.Span, new TextSpan(match.Index, date.Span.End), draft.Paper.CellAt(new TextSpan(match.Index, date.Span.End)));
            }
        }
    }

    private static bool IsTotal(string words) => words.Contains("总量", StringComparison.Ordinal) || words.Contains("合计", StringComparison.Ordinal) || words.Contains("总计", StringComparison.Ordinal) || words.Contains("总排放", StringComparison.Ordinal);

    private static void ReadClaims(Draft draft, string text)
    {
        foreach (var sentence in Sentences().Matches(text).Take(2000))
        {
            if (Plans.Any(p => sentence.Value.Contains(p, StringComparison.Ordinal)) || !Done().IsMatch(sentence.Value))
            {
                continue;
            }

            void Claim(string word, string id)
            {
                if (sentence.Value.IndexOf(word, StringComparison.Ordinal) is var at and >= 0)
                {
                    var span = new TextSpan(sentence.Index, sentence.Index + sentence.Length).Trim(text);
                    draft.AddText("claim", new TextSpan(sentence.Index + at, sentence.Index + at + word.Length), span, draft.Paper.CellAt(span), qualifier: id);
                }
            }

            Claim("绿色设计", "greenDesign");
            Claim("生态设计", "greenDesign");
            Claim("碳足迹", "productFootprint");
            foreach (var (word, id) in Systems)
            {
                Claim(word, id);
            }
        }
    }

    // 某某有限公司各车间, 某某有限公司设备部: a company that acts as the writer does.
    private static void ReadCompanies(Draft draft, string text)
    {
        var count = 0;
        for (var start = 0; start < text.Length && count < MaxEach;)
        {
            if (Organisations.FindFirst(text, start, text.Length) is not { } name)
            {
                return;
            }

            start = name.End;
            if (Own().IsMatch(text.AsSpan(name.End, Math.Min(12, text.Length - name.End))))
            {
                draft.AddText("otherCompany", name, name, draft.Paper.CellAt(name));
                count++;
            }
        }
    }

    [GeneratedRegex(@"(?:[XxＸ×]{2,}|某某)(?:股份)?(?:有限)?(?:公司|企业|单位|集团|厂|市|县|省|部门)|20[XxＸ×]{2}\s?年|[Xx×]{2,}\s?年[Xx×]{1,2}\s?月|【[\s_]*】|【[^】\n]{0,12}(?:填写|输入|此处|待填|待补|插入)[^】\n]{0,20}】|\((?:此处|请)(?:填写|插入|输入)[^)\n]{0,20}\)|\{\{[^}\n]{1,30}\}\}|(?:请在此处?|此处)(?:填写|插入|输入)|[\[(](?:公司|企业|单位)名称[\])]", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex TemplateWords();

    [GeneratedRegex(@"(?<![\u4e00-\u9fff])((?:单位|部门|技术|项目)?负责人|编制人?|填表人|填报人|审核人?|批准人?|审批人|复核人|签发人|法定代表人|检测人员?)(?:\((?:签字|签名|签章)\))?\s?:([ \t\u3000_]{0,40}(?:[^\s:_,;。|]{1,12}(?=\s|$|,|;|\||。|\)))?)", RegexOptions.CultureInvariant | RegexOptions.Multiline, 2000)]
    private static partial Regex Signatures();

    [GeneratedRegex(@"GB\s?/?\s?T?\s?32611(?:-\d{4})?|GB(?:/T)?\s?17167-\d{4}|GB/T\s?36132-\d{4}", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Standards();

    // the mark with its number; a blank behind the words is no mark
    [GeneratedRegex(@"(?:CMA|资质认定|计量认证)[^\n,;。]{0,16}?\d{10,14}|(?<![无未])(?<!未取得|没有|不具备)(?:CMA|资质认定|计量认证)(?![^\n:]{0,16}:\s*(?:$|\n|_|\||-|/|\(?(?:无|未|暂无|没有)))(?![^\n:\t|,]{0,16}[\n\t|,]\s*(?:无|未取得|没有|暂无|/|-)\s*(?:$|[\n\t|,]))|在线监测|自动监测|CEMS", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex LaboratoryMarks();

    [GeneratedRegex(@"(?:资质认定|CMA|计量认证|检测资质|检测机构资质)[^,。;\n]{0,16}有效期(?:限|至|到|截至)?\s?:?", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex LaboratoryEnd();

    [GeneratedRegex(@"同一(?:交易|部分|笔)?电量|不重复(?:计|统计|核算)|不得重复|证电合一|对应上述|划转", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex SamePower();

    [GeneratedRegex(@"(?:含有|含|包括|包含|涵盖|计入)[^,。;\n|]{0,40}?(?:宿舍|家属区|生活区|生活用能|生活用电|子公司|分公司|分厂|关联公司|关联企业|外单位|承租|租户|转供)|(?:已?包含|包括|含|计入)了?[^,。;\n|]{0,12}(?:原料用能|用作原料|用于原材料|作为原料|作原料)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex EnergyInside();

    [GeneratedRegex(@"(?:含有|含|包括|包含|计入)[^,。;\n|)]{0,8}(?:危险废物|危废)|(?:含有|含|包括|包含|计入)外购[^,。;\n|)]{0,10}(?:固废|废物|粉煤灰|废渣|矿渣|废料)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex WasteInside();

    [GeneratedRegex(@"(?:电力|电网|外购电|购入电)[^。;\n]{0,24}?因子[^0-9。;\n]{0,16}(\d{1,3}(?:\.\d{1,6})?)[\s|]{0,4}(tCO2e?/MWh|kgCO2e?/kWh|tCO₂e?/MWh|kgCO₂e?/kWh|t/MWh|kg/kWh|吨CO2/兆瓦时|千克CO2/千瓦时|kgCO2/\(kW·h\)|tCO2/\(MW·h\))", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Factors();

    // 净购入电力 | 18640 | MWh | 0.5366 | tCO2/MWh: the factor in its row
    [GeneratedRegex(@"(?:购入电|外购电|购电|用电)[^。;\n]{0,60}?(?<![\d.])(0\.\d{3,4})\s?(tCO2e?/MWh|kgCO2e?/kWh|tCO₂e?/MWh|kgCO₂e?/kWh|t/MWh|kg/kWh)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex FactorsInRows();

    [GeneratedRegex(@"[^。;,\n|]{2,200}", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Sentences();

    [GeneratedRegex(@"已|开展|完成|建立|取得|通过|符合|满足|运行", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Done();

    [GeneratedRegex(@"^(?:各车间|各部门|全体|总经理|董事|生产部|安环部|设备部|环保部|能源部|动力部|厂区|位于(?!厂区|公司|本|我|项目|[东南西北]侧)|成立于|始建于|创建于|是一家|现有员工|员工|建有|现有(?:职工|生产线|装置)|年产|占地|主要(?:生产|从事)|厂址|绿色工厂|绿色制造|第[一二三])", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Own();
}
