using PolicyGraph.Ontology.Lexicon;

namespace PolicyGraph.Extraction.Policies;

/// <summary>Names what a count counts: 绿色园区数量 of 创建百家示范意义强、综合水平高的绿色园区.</summary>
internal static class CountedNoun
{
    private const int MaxNoun = 60;

    private static readonly string[] Marks = ["企业以上", "单位以上", "项目以上", "园区以上", "以上的", "左右的", "以上", "左右", "以下"];
    private static readonly string[] Adjectives = ["强", "高", "好", "大", "优", "多", "广", "深", "先进", "突出", "显著", "领先", "完善", "明显", "合理", "齐全", "规范", "健全", "密集", "雄厚", "成熟", "鲜明"];
    private static readonly string[] Things = ["企业", "单位", "项目", "园区", "工厂", "城市", "区域", "地区", "保护区", "基地", "行业", "机构", "工程", "社区", "学校", "医院", "县", "村"];
    private static readonly string[] Predicates = ["完成", "实施", "开展", "建成", "投产", "落地", "达产", "进行", "参与", "实现", "达到", "通过", "推广", "持续"];
    private static readonly string[] Ends = ["完成", "建成", "投产", "落地", "达产"];
    private static readonly string[] Abilities = ["能力", "水平", "效率", "质量"];

    /// <summary>等 of these words closes no list.</summary>
    private static readonly string[] Grades = ["等级", "等离子", "等效", "等量", "等温", "平等", "高等", "中等", "初等", "同等", "均等", "优等", "对等"];

    /// <summary>Words of creating that as often are a part of a noun (示范企业, 改造项目); they are left at the head of one.</summary>
    private static readonly HashSet<string> Nominal = new(["示范", "诊断", "培训", "改造", "治理", "利用", "回收", "处理", "覆盖", "安排", "研发", "建", "建设改造", "限期改造"], StringComparer.Ordinal);

    /// <summary>Nouns that go with a verb in front: 建设项目, 培育基地.</summary>
    private static readonly string[] Compounds = ["项目", "基地", "中心", "区", "工程", "案例", "机构", "单位", "人员", "者", "商", "任务", "企业"];

    /// <summary>The noun behind the figure with 数量, and where its words end; null when no noun stands there.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="figure">A counted figure.</param>
    /// <param name="limit">The end of the sentence or the start of the next counted figure.</param>
    /// <param name="verbs">Words of creating: a member of a list that begins with one is no object of this figure.</param>
    public static (string Name, int End)? Behind(string text, Figure figure, int limit, IReadOnlyList<string> verbs)
    {
        var end = figure.End;
        while (end < limit && end - figure.End < MaxNoun && !",。;:()".Contains(text[end], StringComparison.Ordinal))
        {
            end++;
        }

        while (end > figure.End && text[end - 1] is '和' or '与' or '及' or '、')
        {
            end--;
        }

        var start = figure.End;
        if (Words.Beginning(text.AsSpan(start, end - start), Marks) is { } mark)
        {
            start += mark[0] is '以' or '左' ? mark.Length : 0;
        }

        var first = text.IndexOf('、', start, end - start);
        if (first >= 0)
        {
            (start, end) = OfList(text, start, first, end, verbs);
        }

        var noun = text[start..end].Replace("企业以上", "企业", StringComparison.Ordinal).Replace("单位以上", "单位", StringComparison.Ordinal);
        noun = Acting(Head(noun));
        return noun.Length > 1 ? (noun + "数量", end) : null;
    }

    /// <summary>The noun in front of the figure with 数量: 建设绿色工厂100家. Verbs, dates and adverbs at its head are dropped.</summary>
    /// <param name="before">The clause up to the figure, adverbs before the figure already dropped.</param>
    /// <param name="verbs">Words of creating.</param>
    public static string Before(string before, IReadOnlyList<string> verbs)
    {
        var noun = WithoutVerbs(WithoutDate(WithoutVerbs(before, verbs)), verbs);
        for (var i = 1; i < noun.Length - 2 && "为在对向各面围每由".Contains(noun[0], StringComparison.Ordinal); i++)
        {
            // 为工业企业组织开展诊断服务: the verb stands behind a circumstance.
            var rest = WithoutVerbs(noun[i..], verbs);
            noun = rest.Length < noun.Length - i ? rest : noun;
        }

        return noun + "数量";
    }

    /// <summary>Drops 到2025年, “十四五”期间 and 其中 at the head.</summary>
    public static string WithoutDate(string text)
    {
        var year = text.IndexOf('年', StringComparison.Ordinal);
        if (year is >= 4 and < 8 && char.IsAsciiDigit(text[year - 1]) && year + 2 < text.Length)
        {
            text = text[(year + 1)..].TrimStart('底', '末', '前');
        }

        var term = text.IndexOf("期间", StringComparison.Ordinal);
        text = term is > 0 and < 8 ? text[(term + 2)..] : text;
        return text.StartsWith("其中", StringComparison.Ordinal) && text.Length > 3 ? text[2..] : text;
    }

    private static string WithoutVerbs(string text, IReadOnlyList<string> verbs)
    {
        while (Words.Beginning(text, verbs) is { } verb && !Nominal.Contains(verb) && text.Length - verb.Length >= 2 && Words.Beginning(text.AsSpan(verb.Length), Compounds) is null)
        {
            text = text[verb.Length..];
        }

        return text;
    }

    /// <summary>Which part of a list behind a figure names what is counted.</summary>
    private static (int Start, int End) OfList(string text, int start, int first, int end, IReadOnlyList<string> verbs)
    {
        for (var comma = first; comma >= 0 && comma + 1 < end; comma = text.IndexOf('、', comma + 1, end - comma - 1))
        {
            if (Words.Beginning(text.AsSpan(comma + 1, end - comma - 1), verbs) is { } verb && !Nominal.Contains(verb))
            {
                end = comma;
                break;
            }
        }

        // A、B、C等示范基地: the noun that all of the list belongs to.
        for (var i = end - 3; i > first; i--)
        {
            if (text[i] == '等' && !Grades.Any(g => text.AsSpan(i).StartsWith(g) || text.AsSpan(0, i + 1).EndsWith(g)))
            {
                return (i + 1, end);
            }
        }

        // 示范意义强、综合水平高的绿色园区: attributes up to 的.
        var attribute = text.AsSpan(start, first - start);
        var attributive = Words.Ending(attribute, Adjectives) is not null || attribute.StartsWith("具有") || attribute.StartsWith("具备");
        return attributive && end > first && text.AsSpan(first, end - first).Contains('的') ? (start, end) : (start, Math.Min(first, end));
    }

    /// <summary>What stands behind the last 的; 园区的防范能力 is about the 园区.</summary>
    private static string Head(string noun)
    {
        var de = noun.LastIndexOf('的');
        if (de < 0 || de + 2 >= noun.Length)
        {
            return noun;
        }

        return de > 2 && Words.Ending(noun, Abilities) is not null ? noun[..de] : noun[(de + 1)..];
    }

    /// <summary>企业实施应用工程 → 实施应用工程的企业; 项目完成建设 → 项目.</summary>
    private static string Acting(string noun)
    {
        for (var i = 2; i < noun.Length; i++)
        {
            if (Words.Ending(noun.AsSpan(0, i), Things) is null || Words.Beginning(noun.AsSpan(i), Predicates) is not { } predicate)
            {
                continue;
            }

            var rest = noun.Length - i;
            if (rest <= 4 && Ends.Contains(predicate))
            {
                return noun[..i];
            }

            if (rest >= 5)
            {
                return $"{noun[i..]}的{noun[..i]}";
            }
        }

        return noun;
    }
}
