using System.Text.RegularExpressions;
using PolicyGraph.Ontology.Evidence;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Reads quantities from sentences: 2025年取水量为10.8万立方米, 产生一般工业固体废物3,000吨，其中综合利用2,400吨.</summary>
internal sealed partial class ProseReader(LabelLexicon labels, NumberScanner numbers)
{
    private static readonly string[] Links = ["分别为", "总计", "共计", "合计", "达到", "完成", "实现", "总量", "数量", "消耗量", "为", "是", "约", "共", "达", "了", "计", ":", "=", "□", "折合", "有", "量"];
    private static readonly string[] SourcesOfWater = ["自来水", "地表水", "地下水", "生活", "再生水", "雨水", "中水", "外供", "消防", "施工", "河水", "市政"];

    /// <summary>Reads a paragraph.</summary>
    public void ReadParagraph(Draft draft, TextSpan paragraph)
    {
        var text = NormalizedText.Fold(draft.Paper.Written(paragraph)).Squeeze();
        var masked = Brackets().Replace(text.Text, static m => new string('□', m.Length));
        var state = new Telling(text, masked, paragraph);
        ReadFormulas(draft, paragraph, text);
        SeriesReader.Read(draft, state, labels, numbers);
        foreach (Match sentence in Sentences().Matches(masked))
        {
            var goesOn = sentence.Value.StartsWith("其中", StringComparison.Ordinal);
            goesOn |= sentence.Index > 0 && masked[sentence.Index - 1] == ';';
            state.Topic = goesOn ? state.Topic : string.Empty; // 其中 goes on about what the sentence before it spoke of
            state.Last = sentence.Index > 0 && masked[sentence.Index - 1] == ';' ? state.Last : null; // 2023年4.10亿元；2024年4.20亿元
            foreach (Match clause in Clauses().Matches(sentence.Value))
            {
                state.Carried = PeriodCaption.InClause(clause.Value) ?? state.Carried;
                state.Topic = TopicIn(clause.Value) ?? state.Topic;
                if (!NotStated().IsMatch(clause.Value))
                {
                    ReadClause(draft, state, sentence.Index + clause.Index, clause.Length, new PairContext(state.Carried ?? draft.Period, null, state.Topic), sentence.Value);
                }
            }
        }
    }

    // 重复利用率 = Vr ÷ (V + Vr) × 100% = 110.4 ÷ (9.6 + 110.4) × 100% = 92.0%: what stands behind the last sign is what the paper states.
    private void ReadFormulas(Draft draft, TextSpan paragraph, NormalizedText text)
    {
        foreach (var formula in Formulas().Matches(text.Text).Concat(Quotients().Matches(text.Text)))
        {
            if (labels.Read(formula.Groups[1].Value) is { Field: { Kind: EvidenceKind.Quantity } field } meaning && numbers.ReadAt(text.Text, formula.Groups[2].Index, text.Text.Length) is { Value: not null } number)
            {
                var whole = text.Origin(formula.Index, Math.Max(number.End, number.Span.End)).Shift(paragraph.Start);
                draft.AddNumber(field.Name, number with { Span = text.Origin(number.Span.Start, number.Span.End).Shift(paragraph.Start) }, whole, PeriodChoice.Resolve(meaning, draft.Period), meaning.Qualifier, number.Unit);
            }
        }
    }

    private static string? TopicIn(string clause)
    {
        var hazardous = Math.Max(clause.LastIndexOf("危险废物", StringComparison.Ordinal), clause.LastIndexOf("危废", StringComparison.Ordinal));
        var general = Math.Max(clause.LastIndexOf("固体废物", StringComparison.Ordinal), clause.LastIndexOf("固废", StringComparison.Ordinal));
        general = general < 0 && hazardous < 0 ? clause.LastIndexOf("综合利用量", StringComparison.Ordinal) : general;
        return hazardous < 0 && general < 0 ? null : hazardous > general ? "危险废物" : "一般工业固体废物";
    }

    private void ReadClause(Draft draft, Telling state, int start, int length, PairContext context, string sentence)
    {
        var masked = state.Masked;
        var end = start + length;
        var from = start;
        var isMeasured = false;
        for (var at = start; at < end; at++)
        {
            if (!(char.IsAsciiDigit(masked[at]) || NumberWords.Begins(masked[at])) || (at > start && ((char.IsAsciiLetterOrDigit(masked[at - 1]) && state.Text.Origin(at - 1, at + 1).Length == 2) || masked[at - 1] is '.' or ',' or '/'))) // COD 86: a blank parts them
            {
                continue;
            }

            var begin = at > start && masked[at - 1] is '-' or '+' && at - 1 >= start ? at - 1 : at;
            if (begin > from && begin > start && masked[begin - 1] is '约' or '近' or '超')
            {
                begin--;
            }

            var number = numbers.ReadAt(masked, begin, end);
            if (number is null)
            {
                continue;
            }

            if (number.Unit is "年" or "月" or "日" || IsDate(masked, number, end))
            {
                at = Math.Max(at, number.Span.End - 1);
                continue;
            }

            number = Doubtful(WithUnit(number, state.Text.Text[from..begin], state), state.Text.Text);
            isMeasured |= number.Unit is not null;
            var label = masked[from..begin];
            if (!state.Taken.Exists(t => t.Start <= begin && begin < t.End) && (Again(label, number, state) ?? Find(label, number, context, sentence) ?? FindFate(label, masked[Math.Max(number.End, number.Span.End)..end], number, context) ?? Named(label, number, state, context)) is { } found)
            {
                found = OfBuilding(found, state, sentence, start);
                state.Last = found;
                var first = state.Text.Origin(LabelStart(masked, from, begin), Remarked(state.Text.Text, Math.Max(number.End, number.Span.End))).Shift(state.Paragraph.Start);
                var figures = state.Text.Origin(number.Span.Start, number.Span.End).Shift(state.Paragraph.Start);
                var shifted = number with { Span = figures };
                var period = PeriodChoice.Resolve(found.Meaning, context.Period);
                draft.AddNumber(found.Field.Name, shifted, first, period, found.Meaning.Energy?.Id ?? found.Meaning.Qualifier, number.Unit ?? found.Meaning.Unit, found.Meaning.IsPart || period is { Length: PeriodLength.Part } && found.Meaning.Months is not null ? FieldRole.Part : FieldRole.Value);
            }

            from = Math.Max(number.End, number.Span.End);
            at = from - 1;
        }

        var alone = !isMeasured ? labels.Read(LabelAlone(masked[start..end])) : null;
        state.Name = alone is { IsRefused: false } && (alone.Field is { Kind: EvidenceKind.Quantity } || alone.Stem != LabelStem.None || alone.Energy is not null) ? alone : null;
    }

    // 2023年9480万元，2024年9800万元: a year alone goes on about what the clause before it named.
    private (EvidenceFieldType Field, LabelMeaning Meaning)? Again(string label, WrittenNumber number, Telling state) =>
        state.Last is { Field.Name: "floorArea" } floor && Building().IsMatch(label) && numbers.IsSameDimension(number.Unit, "m²") && number.Unit is not null ? (floor.Field, new LabelMeaning { Qualifier = label.Trim('□', ',', ';', '、') })
        : state.Last is { } named && BareYear().IsMatch(label) && number.Unit is not null and not "%" && numbers.IsSameDimension(number.Unit, named.Field.Canonical ?? number.Unit)
            ? (named.Field, named.Meaning with { Year = null, Months = null, Days = null })
            : null;

    // 一、综合能源消费量。全年实绩1.506万吨标准煤。: the name stands in the clause before, and the amount behind words that only announce it.
    private (EvidenceFieldType Field, LabelMeaning Meaning)? Named(string label, WrittenNumber number, Telling state, PairContext context) =>
        state.Name is { } name && LineMarks.IsLead(label.TrimStart('□')) && number.Unit is not null && FieldChoice.Resolve(labels.Vocabulary, name, number.Unit, context.Topic ?? string.Empty) is { } field
            ? (field, Plain(field, name))
            : null;

    // 联合厂房单层，层高8.0米，建筑面积4.8万m²: which building, and how high, stands in the clauses before.
    private static (EvidenceFieldType Field, LabelMeaning Meaning) OfBuilding((EvidenceFieldType Field, LabelMeaning Meaning) found, Telling state, string sentence, int start)
    {
        if (found is not { Field.Name: "floorArea", Meaning.Qualifier: null } || !sentence.Contains("层高", StringComparison.Ordinal))
        {
            return found;
        }

        var from = state.Masked.LastIndexOfAny(['。', ';'], Math.Max(0, start - 1)) + 1;
        var before = state.Text.Text[from..start].Trim(',', '、');
        return before.Length is > 1 and <= 60 && Building().IsMatch(before) ? (found.Field, found.Meaning with { Qualifier = before, IsPart = false }) : found;
    }

    private static string LabelAlone(string clause) => Numbered().Replace(TrimLinks(clause.Trim('□', ',', '、', ' ')), string.Empty);

    // 产值（万元）：2023年41,000；2024年42,000: the unit stands once, in brackets behind the name.
    private WrittenNumber WithUnit(WrittenNumber number, string label, Telling state)
    {
        if (number.Unit is not null)
        {
            return number;
        }

        if (UnitInBrackets().Match(label) is { Success: true } unit && numbers.IsUnit(unit.Groups[1].Value))
        {
            state.Unit = unit.Groups[1].Value;
            return number with { Unit = state.Unit };
        }

        return BareYear().IsMatch(label) && state.Last is not null ? number with { Unit = state.Unit } : number;
    }

    // （电力按等价值折算） behind a figure belongs to it.
    private static int Remarked(string text, int end) =>
        end < text.Length && text[end] == '(' && text.IndexOf(')', end, Math.Min(60, text.Length - end)) is var close && close > 0 && text.AsSpan(end, close - end).Contains("等价", StringComparison.Ordinal) ? close + 1 : end;

    // The remark behind the unit, which the mask hides: 120万方（工况）.
    private static WrittenNumber Doubtful(WrittenNumber number, string text) =>
        number.Unit is { } unit && NumberScanner.DoubtIn(text, number.End, text.Length) is { } doubt && !unit.Contains('(', StringComparison.Ordinal) ? number with { Unit = unit + doubt } : number;

    private static bool IsDate(string text, WrittenNumber number, int end) =>
        number.Span.End < end && text[number.Span.End] is '年' or '月' or '日' && number.Unit is null;

    private static int LabelStart(string masked, int from, int begin)
    {
        var start = from;
        while (start < begin && masked[start] is ',' or '、' or ':' or '□')
        {
            start++;
        }

        return start;
    }

    private (EvidenceFieldType Field, LabelMeaning Meaning)? Find(string before, WrittenNumber number, PairContext context, string sentence)
    {
        var words = TrimLinks(before.TrimStart(',', '、', ';'));
        if (words.Length is < 2 or > 60)
        {
            return null;
        }

        var fields = labels.Vocabulary.Fields;
        if (Waste().Match(words) is { Success: true } waste)
        {
            var hazardous = waste.Value.Contains('危', StringComparison.Ordinal);
            var generated = sentence.Contains("产生", StringComparison.Ordinal) || hazardous;
            return generated ? (fields[hazardous ? "hazardousGenerated" : "wasteGenerated"], new LabelMeaning { Year = YearIn(words) }) : null;
        }

        var tail = words.Length > 40 ? words[^40..] : words;
        var meaning = labels.Read(tail.Replace("□", string.Empty, StringComparison.Ordinal));
        if (meaning.IsRefused)
        {
            return null;
        }

        if (meaning.Field is { Kind: EvidenceKind.Quantity } || meaning.Stem != LabelStem.None || meaning.Energy is not null)
        {
            if (meaning.Field?.Name == "hazardousGenerated" || (meaning.Stem != LabelStem.None && context.Topic is "危险废物" && meaning.Stem != LabelStem.Generated) || (meaning.Field?.Name == "wasteUtilised" && context.Topic is "危险废物"))
            {
                return meaning.Field?.Name == "hazardousGenerated" ? (meaning.Field, meaning) : null;
            }

            var field = FieldChoice.Resolve(labels.Vocabulary, meaning, number.Unit, context.Topic ?? string.Empty);
            return field is null || (meaning.Energy is not null && number.Unit is null or "%") ? null : (field, Plain(field, meaning));
        }

        if (FindByUnit(words, number) is { } measured)
        {
            return measured;
        }

        var made = Made().Match(words);
        if (made.Success && number.Unit is not null and not "%")
        {
            return (fields["output"], new LabelMeaning { Qualifier = made.Groups[1].Value, Year = YearIn(words) });
        }

        if (Drained().IsMatch(words))
        {
            return (fields["wastewaterDischarge"], new LabelMeaning { Year = YearIn(words) });
        }

        var pollutant = Emitted().Match(words);
        return pollutant.Success && labels.FindPollutant(pollutant.Groups[1].Value) is { } id ? (fields["pollutantDischarge"], new LabelMeaning { Qualifier = id, Year = YearIn(words) }) : null;
    }

    // 烧结机头2025年NOx年均37 mg/m³, 2025年排放31,200 tCO2: the unit says of what kind the amount is.
    private (EvidenceFieldType Field, LabelMeaning Meaning)? FindByUnit(string words, WrittenNumber number)
    {
        var fields = labels.Vocabulary.Fields;
        switch (numbers.FindDimension(number.Unit))
        {
            case "mass/volume" when !OfLimit().IsMatch(words) && PollutantIn(words) is { } pollutant:
                return (fields["pollutantConcentration"], new LabelMeaning { Qualifier = pollutant, Days = DateScanner.ReadFirst(words, 0, words.Length) is { Day: not null } day ? new Period(day.First, day.Last, PeriodLength.Part) : null });
            case "carbon" when OwnEmission().IsMatch(words):
                return (fields["carbonTotal"], new LabelMeaning());
            case "electricity" when PowerUsed().IsMatch(words):
                return (fields["energyConsumption"], new LabelMeaning { Energy = labels.Energies.TryFind("电力", out var power) ? power : null });
            case "area" when LandTaken().IsMatch(words):
                return (fields["landArea"], new LabelMeaning());
            case { } ratio when ratio.StartsWith("carbon/", StringComparison.Ordinal) && words.EndsWith("排放", StringComparison.Ordinal) && words.Contains("单位", StringComparison.Ordinal):
                return (fields["carbonIntensity"], new LabelMeaning());
            default:
                return null;
        }
    }

    // The last pollutant that the words name, the longest name first.
    private string? PollutantIn(string words)
    {
        for (var end = words.Length; end > 1; end--)
        {
            for (var start = Math.Max(0, end - 8); start < end - 1; start++)
            {
                if (labels.FindPollutant(words[start..end]) is { } id)
                {
                    return id;
                }
            }
        }

        return null;
    }

    // 其中4,264吨送建材企业综合利用，936吨送填埋场处置: what became of the waste stands behind the figure.
    private (EvidenceFieldType Field, LabelMeaning Meaning)? FindFate(string before, string behind, WrittenNumber number, PairContext context) =>
        context.Topic is "一般工业固体废物" && number.Unit is "吨" or "t" or "万吨" or "千克" or "kg" && TrimLinks(before.Trim(',', '、', ';', '□')) is "" or "其中" or "另" or "其余" or "剩余" or "余下"
        && Fate().Match(behind) is { Success: true } fate
            ? (labels.Vocabulary.Fields[fate.Groups[1].Success ? "wasteUtilised" : "wasteDisposed"], new LabelMeaning())
            : null;

    // In a sentence the words before the name are mostly no kind: only sources of water and 其中 make a part.
    private LabelMeaning Plain(EvidenceFieldType field, LabelMeaning meaning)
    {
        if (meaning.Qualifier is not { } words || field.Qualifier is "energy")
        {
            return meaning;
        }

        if (field.Name == "floorArea")
        {
            return meaning with { IsPart = false }; // each building's
        }

        if (field.Qualifier is null)
        {
            return Array.Exists(SourcesOfWater, s => words.Contains(s, StringComparison.Ordinal)) ? meaning : meaning with { Qualifier = null, IsPart = words.Contains("其中", StringComparison.Ordinal) };
        }

        if (field.Qualifier == "pollutant" && (labels.FindPollutant(words) ?? PollutantIn(words)) is { } pollutant)
        {
            return meaning with { Qualifier = pollutant };
        }

        var name = Subject().Match(words.TrimEnd('的')).Groups[1].Value;
        return meaning with { Qualifier = name.Length is >= 2 and <= 16 ? name : null };
    }

    private static int? YearIn(string words) => PeriodCaption.In(words) is { } period ? period.End.Year : null;

    private static string TrimLinks(string words)
    {
        var again = true;
        while (again)
        {
            again = false;
            foreach (var link in Links)
            {
                if (words.EndsWith(link, StringComparison.Ordinal) && link != "量" && link != "消耗量" && link != "总量" && link != "数量")
                {
                    words = words[..^link.Length];
                    again = true;
                }
            }
        }

        return words;
    }

    [GeneratedRegex(@"([\u4e00-\u9fff]{2,20}率)\s?=[^。;\n=]{3,200}(?:=[^。;\n=]{3,200}){0,3}[=≈]\s?\**\s?(\d)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Formulas();

    // 可再生能源利用率639.08÷10300.13=6.20%
    [GeneratedRegex(@"([\u4e00-\u9fff]{2,20}率)(?:为|是|:)?[\d.,]{1,16}[÷/][\d.,+()]{1,60}(?:×100%)?[=≈](\d)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Quotients();

    [GeneratedRegex(@"[^。;!?]+", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Sentences();

    // 铝液交流电总耗
    [GeneratedRegex("电[\u4e00-\u9fff]{0,4}(?:总耗|总消耗|消耗|耗用)$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex PowerUsed();

    // 不动产权证载用地, 厂区占地; what buildings take is another thing
    [GeneratedRegex("(?<!建筑物?|构筑物|设备|堆场|人均)(?:用地|占地)$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex LandTaken();

    // 2025年排放, 公司排放: all that the enterprise emits, and no source of it
    [GeneratedRegex("(?:年|年度|公司|我厂|本厂|企业|全厂|期内|半年|季度)(?:共|总)?排放$|^(?:共|总)?排放$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex OwnEmission();

    [GeneratedRegex(@"\(([^()]{1,8})\)[:为]?(?:(?:19|20)\d\d年度?)?[:为]?$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex UnitInBrackets();

    [GeneratedRegex("厂房|车间|楼|仓库|库房|宿舍|食堂", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Building();

    [GeneratedRegex("限值|标准|许可|执行|限定", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex OfLimit();

    // 一、, 附注1, 第2项 before a name
    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,3}[、.]|\(?[一二三四五六七八九十\d]{1,3}\)|(?:附注|第)\d{1,2}项?)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^[,、;]?(?:19|20)\d\d年(?:度|为|是|:)?$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex BareYear();

    // A comma between figures groups them and ends no clause.
    [GeneratedRegex(@"(?:[^,、]|(?<=\d),(?=\d{3}(?!\d)))+", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Clauses();

    [GeneratedRegex("^[^,。;0-9]{0,24}?(?:(综合利用|回收利用|资源化利用|回用|再生利用|作(?:为)?原料)|处置|填埋|焚烧)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Fate();

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Brackets();

    [GeneratedRegex("目标|计划|力争|预计|预期|拟|不高于|不低于|不超过|不大于|不少于|不小于|控制在|降至|降到|提高到|提升到|到20\\d\\d年|设计(?:生产)?能力|设计产能|年产能|限值|限额|定额|比上年|较上年|同比|节约|节能量|减少|降低|下降|可达|先进值|基准|引领|行业平均|国家标准要求", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex NotStated();

    [GeneratedRegex("(?:一般工业固体废物|一般工业固废|工业固体废物|一般固体废物|一般固废|固体废物|固废|危险废物|危废)(?:产生量?|总量)?$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Waste();

    [GeneratedRegex("(?:生产|产出|加工|制造)(?:了)?(?:合格)?([\\u4e00-\\u9fffA-Za-z0-9\\-]{2,16})$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Made();

    [GeneratedRegex("(?:外排|排放)(?:的)?(?:生产|工业|综合|生活)?(?:废水|污水)(?:量)?$|(?:废水|污水)(?:外排|排放)量?$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Drained();

    [GeneratedRegex("(?:排放|排放的)([\\u4e00-\\u9fffA-Za-z0-9\\-]{2,10})$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Emitted();

    [GeneratedRegex("^(?:.*(?:公司|我厂|本厂|其中|生产|共|年|的))?([\\u4e00-\\u9fffA-Za-z0-9\\-]{2,16})$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Subject();
}
