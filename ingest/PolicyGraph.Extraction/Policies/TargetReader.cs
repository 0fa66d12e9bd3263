using PolicyGraph.Documents;
using PolicyGraph.Ontology.Lexicon;
using PolicyGraph.Ontology.Units;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Policies;

/// <summary>Reads targets out of running text: what is to be reached, by when, against what.</summary>
/// <remarks>
/// A figure is a target when its sentence looks ahead (a due year stands in it, is inherited from the sentence, paragraph or provision before it, or is the plan's last)
/// and it is led by a verb of reaching, rising, falling or creating, by the name of an indicator, or by another target of the same list.
/// Figures of the past, attributes (单机60万千瓦以上机组), penalties and small numbers in words (三个定位) are none.
/// </remarks>
internal sealed class TargetReader
{
    private const int MaxIndicator = 40;
    private const int MaxFigures = 200;
    private const int MaxClause = 400;

    private static readonly System.Buffers.SearchValues<char> Stops = System.Buffers.SearchValues.Create(",;:。(、");

    private static readonly string[] Fillers = ["年均", "累计", "分别", "平均", "各", "均", "都", "约", "近", "至", "到", "为", "了", "共", "总计", "一共", "逐步", "再", "力争", "左右", "大约", "至少", "不", "以上", "每年", "将", "进一步", "预期", "原则上", "比例原则上", "逐年"];
    private static readonly string[] IndicatorTails = ["率", "量", "额", "值", "比重", "比例", "占比", "规模", "能耗", "电耗", "水耗", "面积", "里程", "产能", "能力", "装机", "强度", "收入", "产值", "数", "总数", "数量", "浓度", "以上", "规模", "水平", "效率", "系数"];
    private static readonly string[] Achieving = ["实现", "完成", "形成", "新增", "累计", "达到", "力争", "确保", "获得", "带动", "创造", "年产"];
    private static readonly string[] BaseLeads = ["比", "较", "相比", "相较于", "在", "以", "对比", "与"];

    private readonly CueLexicon cues;
    private readonly IndicatorLexicon indicators;
    private readonly UnitLexicon units;
    private readonly PlanHorizon horizon;
    private readonly string? scope;
    private readonly string? binding;
    private readonly List<Target> targets = [];
    private readonly Dictionary<string, int> dueByProvision = new(StringComparer.Ordinal);

    public TargetReader(PolicyLexicon lexicon, UnitLexicon units, PlanHorizon horizon, string? scope, string? binding)
    {
        cues = lexicon.Cues;
        indicators = lexicon.Indicators;
        this.units = units;
        this.horizon = horizon;
        this.scope = scope;
        this.binding = binding;
    }

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<Target> Targets => targets;

    /// <summary>Reads one paragraph.</summary>
    /// <param name="prose">The paragraph.</param>
    /// <param name="provisions">Paths of the provisions that it lies in, innermost first.</param>
    /// <param name="heading">Heading of the innermost one that has any, for figures without an indicator.</param>
    public void Read(Prose prose, IReadOnlyList<string> provisions, string? heading)
    {
        if (prose.Background || horizon.SetsNoTargets)
        {
            return;
        }

        int? inherited = null;
        foreach (var path in provisions)
        {
            if (inherited is null && dueByProvision.TryGetValue(path, out var year))
            {
                inherited = year;
            }
        }

        foreach (var (start, end) in prose.Sentences)
        {
            inherited = ReadSentence(prose, start, end, inherited, heading) ?? inherited;
        }

        if (inherited is { } due)
        {
            foreach (var path in provisions)
            {
                dueByProvision[path] = due;
            }
        }
    }

    /// <summary>Makes a target of a cell; the caller has read the table.</summary>
    public void Add(Target target) => targets.Add(WithCanonical(target));

    /// <summary>Whether a year lies ahead of the document.</summary>
    public bool IsAhead(int year) => horizon.IsAhead(year);

    private int? ReadSentence(Prose prose, int start, int end, int? inherited, string? heading)
    {
        var text = prose.Text;
        var sentence = text.AsSpan(start, end - start);
        var years = Figure.Years(text, start, end).Select(y => (y.Start, y.Year, IsBase: IsBase(text, start, y.Start))).ToList();
        var period = PlanHorizon.PeriodIn(text[start..end]);
        int? stated = years.Exists(y => !y.IsBase) ? years.Last(y => !y.IsBase).Year : period;
        var figures = Figure.All(text, start, end, cues);
        if (figures.Count is 0 or > MaxFigures || Words.Any(sentence, cues.Words("sanctions")) || Words.Any(sentence, cues.Words("past")) || (stated is { } only && !horizon.IsAhead(only)))
        {
            return stated is { } s && horizon.IsAhead(s) ? s : null;
        }

        Figure? last = null;
        var sequence = new Sequence();
        (decimal Value, string? Unit)? from = null;
        foreach (var figure in figures)
        {
            var due = years.LastOrDefault(y => !y.IsBase && y.Start < figure.Start).Year is > 0 and var own ? own : period ?? inherited ?? horizon.PlanEnd;
            if (due is { } d && !horizon.IsAhead(d))
            {
                continue;
            }

            if (due is null && !horizon.HasDueYears)
            {
                continue;
            }

            var clause = ClauseStart(text, start, figure.Start, ",;:(");
            var segment = Math.Max(clause, ClauseStart(text, start, figure.Start, "、"));
            if (IsOldValue(text, clause, figure))
            {
                from = (figure.Value, figure.Unit);
                continue;
            }

            var next = figures.Find(f => f.Start > figure.Start);
            var limit = next.Start > 0 ? next.Start : end;
            var counted = figures.Find(f => f.Counted && f.Start > figure.Start);
            var led = Lead(text, clause, segment, counted.Start > 0 ? counted.Start : end, figure, last, sequence);
            if (led is null || IsAttribute(text, figure, end, led.Value.Verb) || (figure.InWords && figure.Value < 10 && figure.Unit is { Length: 1 }))
            {
                last = null;
                continue;
            }

            var baseYear = years.LastOrDefault(y => y.IsBase && y.Start < figure.Start && y.Start > start).Year;
            var (comparator, quoteEnd) = CompareAt(text, figure, end, clause);
            var quoteStart = led.Value.Continues ? segment : clause;
            quoteEnd = Math.Max(QuoteEnd(text, quoteEnd, end, limit), led.Value.End);
            if (last is { } before && before.End > quoteStart)
            {
                quoteStart = AfterConjunction(text, before.End, figure.Start);
            }

            foreach (var (name, nameStart) in led.Value.Names)
            {
                sequence.Name = name;
                targets.Add(WithCanonical(new Target
                {
                    Span = prose.Origin(Math.Max(quoteStart, Math.Min(nameStart, figure.Start)), quoteEnd),
                    Path = prose.Path,
                    Indicator = Shorten(name) ?? Shorten(heading) ?? text[quoteStart..quoteEnd],
                    IndicatorId = indicators.Find(name)?.Id,
                    Value = figure.Value,
                    ValueMax = figure.ValueMax,
                    Unit = figure.Unit,
                    Comparator = comparator,
                    Year = due,
                    BaseYear = baseYear > 0 ? baseYear : null,
                    BaseValue = from is { } f && f.Unit == figure.Unit ? f.Value : null,
                    Change = led.Value.Change,
                    Basis = Basis(text.AsSpan(clause, figure.Start - clause), led.Value.Change, baseYear),
                    Binding = binding,
                    Scope = TargetScope.OfName(name) ?? TargetScope.OfPlace(text, start, clause, figure.Start, figure.Counted, cues.Words("create")) ?? scope,
                }));
            }

            from = null;
            last = figure with { End = quoteEnd };
        }

        return stated is { } year && horizon.IsAhead(year) ? year : null;
    }

    /// <summary>What the figures of one sentence hand on from one to the next.</summary>
    private sealed class Sequence
    {
        /// <summary>The verb that led the last figure.</summary>
        public string Verb { get; set; } = string.Empty;

        /// <summary>工业削减 of 工业削减烟粉尘100万吨/年、二氧化硫50万吨/年: what the objects of one verb share.</summary>
        public string Prefix { get; set; } = string.Empty;

        /// <summary>The indicator of the last target.</summary>
        public string? Name { get; set; }

        /// <summary>Subjects of 分别 that wait for their values.</summary>
        public Queue<string> Subjects { get; } = new();
    }

    private readonly record struct Led(IReadOnlyList<(string Name, int Start)> Names, TargetChange Change, string Verb, bool Continues, int End = 0);

    /// <summary>What leads a figure to be a target; null when nothing does.</summary>
    private Led? Lead(string text, int clause, int segment, int limit, Figure figure, Figure? last, Sequence sequence)
    {
        var lead = text[clause..figure.Start];
        var bare = StripFillers(lead);
        var rise = Words.Ending(bare, cues.Words("rise"));
        var fall = Words.Ending(bare, cues.Words("fall"));
        var level = Words.Ending(bare, cues.Words("level")) ?? Words.Ending(lead, cues.Words("level")) ?? Words.Ending(lead, cues.Words("atLeast")) ?? Words.Ending(lead, cues.Words("atMost"));
        var continues = last is { } previous && IsListGap(text, previous.End, figure.Start, figure.Counted && previous.Counted);

        var behind = figure.Counted ? CountedNoun.Behind(text, figure, limit, cues.Words("create")) : null;
        // 形成10个集聚区 creates them; 工厂达到10家 reaches a level.
        if (behind is not null && level is not null && cues.Words("create").Contains(level))
        {
            level = null;
        }

        if ((!figure.Counted && (level is not null || rise is not null || fall is not null)) || (level is not null && bare.Length > level.Length))
        {
            var isLevel = level is not null && (lead.EndsWith(level, StringComparison.Ordinal) || (rise is null && fall is null)) && !IsBareChange(lead);
            var verb = isLevel ? level! : (rise ?? fall)!; // one of the three is there
            sequence.Verb = verb;
            sequence.Prefix = string.Empty;
            var change = isLevel ? TargetChange.Level : rise is not null ? TargetChange.Rise : TargetChange.Fall;
            var cut = lead.LastIndexOf(verb, StringComparison.Ordinal);
            var subject = lead[..Math.Max(0, cut)];
            return new Led(Names(text, clause, subject, lead, change == TargetChange.Level ? string.Empty : verb, figure, limit, sequence), change, verb, false);
        }

        // 在100家企业以上实施应用工程.
        if (figure.Counted && lead.EndsWith('在') && behind is { } place && text.AsSpan(figure.End, Math.Min(14, text.Length - figure.End)) is var doing && (doing.Contains("实施", StringComparison.Ordinal) || doing.Contains("开展", StringComparison.Ordinal) || doing.Contains("推广", StringComparison.Ordinal)))
        {
            return new Led([(place.Name, clause)], TargetChange.Level, string.Empty, false, place.End);
        }

        if (figure.Counted)
        {
            var (at, created) = Words.Last(lead, cues.Words("create"));
            if (at >= 0 || continues)
            {
                var name = behind?.Name ?? CountedNoun.Before(StripFillers(continues ? text[segment..figure.Start] : lead), cues.Words("create"));
                sequence.Verb = at >= 0 ? created : sequence.Verb;
                return new Led([(name, segment)], created == "新增" ? TargetChange.Rise : TargetChange.Level, sequence.Verb, continues || segment > clause, behind?.End ?? 0);
            }
        }

        if (continues)
        {
            var name = text[AfterConjunction(text, Math.Max(last!.Value.End, segment), figure.Start)..figure.Start]; // continues says that last is there
            if (name.Length == 0 && sequence.Subjects.Count > 0)
            {
                name = sequence.Subjects.Dequeue();
            }
            else if (name.Length > 0 && name.Length < 16 && !Words.Any(name, cues.Words("fall")) && !Words.Any(name, cues.Words("rise")))
            {
                name = sequence.Prefix + name;
            }

            var inheritedChange = cues.Words("fall").Contains(sequence.Verb) ? TargetChange.Fall : cues.Words("rise").Contains(sequence.Verb) ? TargetChange.Rise : TargetChange.Level;
            return name.Length > 24 ? null : new Led([(StripFillers(name), segment)], inheritedChange, sequence.Verb, true);
        }

        var (riseAt, riseVerb) = Words.Last(lead, cues.Words("rise"));
        var (fallAt, fallVerb) = Words.Last(lead, cues.Words("fall"));
        var changeAt = Math.Max(riseAt, fallAt);
        var changeVerb = riseAt > fallAt ? riseVerb : fallVerb;
        if (changeAt >= 0 && !figure.Counted && lead.Length - changeAt - changeVerb.Length <= 14 && figure.Unit is not null && !lead.AsSpan(changeAt).ContainsAny('、', '('))
        {
            sequence.Verb = changeVerb;
            sequence.Prefix = Subject(lead[..changeAt]) + changeVerb;
            var name = Subject(lead[..changeAt]) + lead[changeAt..];
            return new Led([(StripFillers(name), clause)], riseAt > fallAt ? TargetChange.Rise : TargetChange.Fall, changeVerb, false);
        }

        if (figure.Unit is not null && Words.Ending(bare, IndicatorTails) is not null && (Words.Any(lead, Achieving) || Words.Ending(bare, indicators.Heads) is not null || bare.EndsWith('率')))
        {
            sequence.Verb = string.Empty;
            sequence.Prefix = string.Empty;
            return new Led([(Subject(bare), clause)], TargetChange.Level, string.Empty, segment > clause);
        }

        return null;
    }

    /// <summary>下降到 is a level, 下降 a change.</summary>
    private static bool IsBareChange(string lead) => lead.EndsWith("下降", StringComparison.Ordinal) || lead.EndsWith("降低", StringComparison.Ordinal);

    private List<(string Name, int Start)> Names(string text, int clause, string subject, string lead, string verb, Figure figure, int limit, Sequence sequence)
    {
        var shared = lead.Contains('均', StringComparison.Ordinal) && !lead.Contains("平均", StringComparison.Ordinal) && !lead.Contains("年均", StringComparison.Ordinal) || lead.Contains('都', StringComparison.Ordinal);
        var each = lead.Contains("分别", StringComparison.Ordinal);
        if (shared || each)
        {
            var list = Subject(subject);
            // 化学需氧量、氨氮…分别达到: the list may have been cut at 、 only, so take it from the clause.
            var parts = list.Split(['、', '和', '与'], StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length > 1 && each)
            {
                // 营运货车、港口生产等能耗强度: the head of the last is that of all.
                var head = indicators.Heads.FirstOrDefault(h => parts[^1].EndsWith(h, StringComparison.Ordinal));
                parts[^1] = parts[^1].Replace("等" + head, head, StringComparison.Ordinal);
                for (var i = 0; i < parts.Length - 1 && head is not null; i++)
                {
                    parts[i] += indicators.Heads.Any(h => h.Length > 1 && parts[i].EndsWith(h, StringComparison.Ordinal)) ? string.Empty : head;
                }

                foreach (var part in parts.Skip(1))
                {
                    sequence.Subjects.Enqueue(part + verb);
                }

                return [(parts[0] + verb, clause)];
            }

            if (parts.Length == 2)
            {
                var common = indicators.Heads.FirstOrDefault(h => h.Length > 1 && parts[1].EndsWith(h, StringComparison.Ordinal));
                parts[0] += common is null || Words.Ending(parts[0], indicators.Heads) is not null || Words.Ending(parts[0], IndicatorTails) is not null ? string.Empty : common;
                var second = text.IndexOf(parts[1], clause, StringComparison.Ordinal);
                var owner = Words.Beginning(parts[0], ["单位工业增加值", "单位GDP", "规模以上工业单位增加值", "规模以上企业单位工业增加值", "单位产品", "单位国内生产总值", "单位地区生产总值"]) ?? string.Empty;
                return [(parts[0] + verb, clause), ((parts[1].StartsWith("单位", StringComparison.Ordinal) ? parts[1] : owner + parts[1]) + verb, second < 0 ? clause : second)];
            }
        }

        var whole = Subject(subject);
        if (whole.Length < 2 || whole[0] == '十' || whole.StartsWith("“十", StringComparison.Ordinal))
        {
            // 2030年进一步提升至62%: of what the sentence spoke of; 完成5.3亿吨钢铁产能超低排放改造: of what stands behind.
            var end = QuoteEnd(text, figure.End, limit, limit);
            var noun = text[figure.End..end];
            whole = noun.Length > 2 && !noun.StartsWith('以') && !noun.StartsWith("左右", StringComparison.Ordinal) ? noun.TrimStart('的') : sequence.Name is { } name ? (verb.Length > 0 && name.EndsWith(verb, StringComparison.Ordinal) ? name[..^verb.Length] : name) : string.Empty;
        }

        var counts = figure.Counted && !figure.Unit!.Contains('/', StringComparison.Ordinal) && whole.Length > 1 && Words.Ending(whole, IndicatorTails) is null && Words.Ending(whole, indicators.Heads) is null; // a count has a unit
        return [(whole + verb + (counts && verb.Length == 0 ? "数量" : string.Empty), clause)];
    }

    /// <summary>The subject of a change without date, comparison and adverbs.</summary>
    private static string Subject(string lead)
    {
        var subject = StripFillers(lead);
        var year = subject.LastIndexOf('年');
        if (year >= 4 && char.IsAsciiDigit(subject[year - 1]))
        {
            var compare = subject.LastIndexOfAny(['比', '较', '在'], year);
            // 能耗比2020年 keeps what stands before; 到2020年能耗 what stands behind.
            subject = compare > 0 && year - compare <= 6 ? CountedNoun.WithoutDate(subject[..compare]) : subject[(year + 1)..];
        }

        foreach (var word in (ReadOnlySpan<string>)["力争", "确保", "使", "实现", "全面", "推动", "其中", "底", "末", "全国", "全省", "全市"])
        {
            subject = subject.StartsWith(word, StringComparison.Ordinal) && subject.Length > word.Length + 2 ? subject[word.Length..] : subject;
        }

        return StripFillers(subject.Trim('-', '"', '“', '”', '相'));
    }

    private static string StripFillers(string text)
    {
        for (var again = true; again;)
        {
            again = false;
            foreach (var filler in Fillers)
            {
                if (text.Length > filler.Length && text.EndsWith(filler, StringComparison.Ordinal) && !(filler == "为" && text.EndsWith("作为", StringComparison.Ordinal)))
                {
                    text = text[..^filler.Length];
                    again = true;
                }
            }
        }

        return text;
    }

    /// <summary>A base year: 比2020年, 较2020年, 在2010年的基础上.</summary>
    private static bool IsBase(string text, int start, int year)
    {
        var behind = year + 5;
        if (text.AsSpan(behind).StartsWith("的基础上") || text.AsSpan(behind).StartsWith("基础上") || text.AsSpan(behind).StartsWith("水平") || text.AsSpan(behind).StartsWith("相比"))
        {
            return true;
        }

        foreach (var lead in BaseLeads)
        {
            if (lead is not ("在" or "以" or "与") && year - lead.Length >= start && text.AsSpan(year - lead.Length, lead.Length).SequenceEqual(lead))
            {
                return true;
            }
        }

        return year > start && text[year - 1] == '由';
    }

    /// <summary>由 12% 提高到 15%: the first is the base.</summary>
    private static bool IsOldValue(string text, int clause, Figure figure)
    {
        var lead = text.AsSpan(clause, figure.Start - clause);
        if (!(lead.EndsWith("由") || lead.EndsWith("从") || lead.EndsWith("由目前的") || (lead.Length > 5 && lead[^1] == '的' && lead.Contains('由'))))
        {
            return false;
        }

        var rest = text.AsSpan(figure.End, Math.Min(12, text.Length - figure.End));
        return rest.Contains("到", StringComparison.Ordinal) || rest.Contains("至", StringComparison.Ordinal);
    }

    /// <summary>65蒸吨/小时及以上燃煤锅炉: the size of what is spoken of.</summary>
    private bool IsAttribute(string text, Figure figure, int end, string verb)
    {
        if (figure.Counted || figure.Unit is "%" or "个百分点" or "百分点" || figure.Unit?.EndsWith('元') == true)
        {
            return false;
        }

        var after = figure.End;
        foreach (var mark in cues.Words("atLeastAfter").Concat(cues.Words("atMostAfter")).Concat(cues.Words("aboutAfter")))
        {
            if (text.AsSpan(after).StartsWith(mark))
            {
                after += mark.Length;
                return after < end && !",、.(和".Contains(text[after], StringComparison.Ordinal);
            }
        }

        return verb is "淘汰" or "退出" && after < end && !",、()".Contains(text[after], StringComparison.Ordinal);
    }

    private (Comparator Comparator, int End) CompareAt(string text, Figure figure, int end, int clause)
    {
        var after = text.AsSpan(figure.End, end - figure.End);
        if (Words.Beginning(after, cues.Words("atMostAfter")) is { } most)
        {
            return (Comparator.AtMost, figure.End + most.Length);
        }

        if (Words.Beginning(after, cues.Words("aboutAfter")) is { } about)
        {
            return (Comparator.About, figure.End + about.Length);
        }

        if (Words.Beginning(after, cues.Words("atLeastAfter")) is { } least)
        {
            return (Comparator.AtLeast, figure.End + least.Length);
        }

        if (figure.Counted && (after.StartsWith("企业以上") || after.StartsWith("单位以上") || after.StartsWith("项目以上") || after.StartsWith("园区以上")))
        {
            return (Comparator.AtLeast, figure.End + 4);
        }

        var lead = text.AsSpan(clause, figure.Start - clause);
        var floor = Words.Ending(lead, cues.Words("atLeast"));
        var ceiling = Words.Ending(lead, cues.Words("atMost"));
        if (ceiling is not null && ceiling.Length > (floor?.Length ?? 0))
        {
            return (Comparator.AtMost, figure.End);
        }

        if (figure.More || floor is not null)
        {
            return (Comparator.AtLeast, figure.End);
        }

        return (Words.Ending(lead, cues.Words("aboutBefore")) is not null ? Comparator.About : Comparator.Equal, figure.End);
    }

    /// <summary>The quote goes on over the noun of a count, to the next stop or the next figure.</summary>
    private static int QuoteEnd(string text, int from, int end, int next)
    {
        var i = from;
        while (i < end && i < next && !",;、。:(".Contains(text[i], StringComparison.Ordinal))
        {
            i++;
        }

        if (i == next && i > from && text[i - 1] is '和' or '与' or '及')
        {
            i--;
        }

        return Math.Max(i, from);
    }

    private static int AfterConjunction(string text, int from, int figure)
    {
        while (from < figure && text[from] is '和' or '与' or '及' or '、' or ',')
        {
            from++;
        }

        return from;
    }

    /// <summary>Only 、 or 和 and a short noun between two figures: one list; counts go on over a comma, too (绿色工厂100家，绿色园区10个).</summary>
    private static bool IsListGap(string text, int from, int to, bool counted)
    {
        if (to - from > 24 || to <= from || !(text[from] is '、' or '和' or '与' or '及' || (counted && text[from] == ',' && to - from < 16)))
        {
            return false;
        }

        return text.AsSpan(from + 1, to - from - 1).IndexOfAny(Stops) < 0;
    }

    private static int ClauseStart(string text, int start, int at, string stops)
    {
        var i = at;
        start = Math.Max(start, at - MaxClause);
        while (i > start && !stops.Contains(text[i - 1], StringComparison.Ordinal))
        {
            i--;
        }

        while (i < at && text[i] is '-')
        {
            i++;
        }

        return i;
    }

    private static string? Basis(ReadOnlySpan<char> lead, TargetChange change, int baseYear) =>
        lead.Contains("年均", StringComparison.Ordinal) ? "annual"
        : lead.Contains("累计", StringComparison.Ordinal) || lead.Contains("累积", StringComparison.Ordinal) || (change != TargetChange.Level && baseYear > 0) ? "cumulative"
        : null;

    private static string? Shorten(string? name) => string.IsNullOrWhiteSpace(name) ? null : name.Length <= MaxIndicator ? name : name[^MaxIndicator..];

    private Target WithCanonical(Target target) =>
        units.TryCanonical(target.Value, target.Unit, out var value, out var unit) ? target with { CanonicalValue = value, CanonicalUnit = unit } : target;
}
