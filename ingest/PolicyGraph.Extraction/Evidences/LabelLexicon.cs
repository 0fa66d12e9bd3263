using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using PolicyGraph.Ontology.Evidence;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Reads labels: takes number, unit and period off, and finds the field by the names of the vocabulary.</summary>
internal sealed partial class LabelLexicon
{
    private const int MaxLength = 60;

    private static readonly string[] Prefixes =
    [
        "本企业", "本公司", "企业", "公司", "全厂", "厂区", "全部", "年度", "本年度", "当年", "生产", "工业", "实际", "主要", "合格品", "合格", "成品", "累计", "报告期内", "报告期", "统计期内", "统计期",
        "核算期", "审计期内", "审计期", "核查确认", "经核查", "经审计", "期内", "总", "净", "年", "本年", "全年", "本期", "合计", "共", "外购", "证书", "其他", "用能", "现有", "项目", "本", "的", "内", "计", "我", "我公司", "我厂", "本厂", "平均", "企业法人", "用水",
    ];

    private static readonly string[] Suffixes = ["合计", "总计", "小计", "总量", "数据", "数值", "情况", "信息", "记录", "名单", "指标", "为", "是", "累计"];
    private static readonly string[] Refused = ["目标", "计划", "设计产能", "设计能力", "许可", "预计", "预算", "同比", "增减", "增长", "比上年", "人均", "较上年", "环比", "变化", "引领", "基准", "限额", "定额", "先进值", "权重", "得分", "规划", "考核"];
    private static readonly HashSet<string> Uses = new(StringComparer.Ordinal) { "燃料", "动力", "燃料、动力", "燃料动力", "燃料及动力", "燃料和动力", "加热", "工艺", "非原料" };
    private static readonly string[] Totals = ["合计", "总计", "总和"];
    private static readonly string[] Shares = ["占比", "比例", "比重", "比率"];
    private static readonly string[] KindsOfReuse = ["循环", "回用", "串联"];
    private static readonly string[] NoOutputValue = ["销售", "增加", "出口", "新产品"];
    private static readonly string[] NoGreenPower = ["购入", "外购", "电网", "上网"];
    private static readonly string[] NotQualifier = ["单位", "每", "万元", "吨", "亩均", "其中", "数", "率", "销售", "出口"];

    private static readonly Dictionary<string, LabelPlace> Places = new(StringComparer.Ordinal)
    {
        ["序号"] = LabelPlace.Index, ["行次"] = LabelPlace.Index, ["序"] = LabelPlace.Index, ["no"] = LabelPlace.Index,
        ["计量单位"] = LabelPlace.Unit, ["计算单位"] = LabelPlace.Unit, ["单位"] = LabelPlace.Unit, ["实物单位"] = LabelPlace.Unit, ["实物量单位"] = LabelPlace.Unit,
        ["代码"] = LabelPlace.Code, ["代号"] = LabelPlace.Code, ["产品代码"] = LabelPlace.Code, ["指标代码"] = LabelPlace.Code, ["能源代码"] = LabelPlace.Code, ["废物代码"] = LabelPlace.Code, ["表号"] = LabelPlace.Code, ["物料号"] = LabelPlace.Code, ["物料编码"] = LabelPlace.Code, ["物料编号"] = LabelPlace.Code, ["公司代码"] = LabelPlace.Code, ["移动类型"] = LabelPlace.Code, ["联单号"] = LabelPlace.Code, ["转移单号"] = LabelPlace.Code, ["水表编号"] = LabelPlace.Code,
        ["备注"] = LabelPlace.Remark, ["说明"] = LabelPlace.Remark, ["数据来源"] = LabelPlace.Remark, ["抄表人"] = LabelPlace.Remark, ["记录人"] = LabelPlace.Remark, ["审核"] = LabelPlace.Remark, ["签字"] = LabelPlace.Remark, ["去向"] = LabelPlace.Remark, ["开工日期"] = LabelPlace.Remark, ["开工时间"] = LabelPlace.Remark, ["开始时间"] = LabelPlace.Remark, ["立项时间"] = LabelPlace.Remark, ["状态"] = LabelPlace.Remark, ["项目状态"] = LabelPlace.Remark, ["进展"] = LabelPlace.Remark, ["进度"] = LabelPlace.Remark, ["实施进度"] = LabelPlace.Remark,
        ["年度"] = LabelPlace.Time, ["年份"] = LabelPlace.Time, ["月份"] = LabelPlace.Time, ["日期"] = LabelPlace.Time, ["时间"] = LabelPlace.Time, ["期间"] = LabelPlace.Time, ["抄表日期"] = LabelPlace.Time, ["监测日期"] = LabelPlace.Time, ["采样日期"] = LabelPlace.Time, ["采样时间"] = LabelPlace.Time, ["监测时间"] = LabelPlace.Time, ["检测日期"] = LabelPlace.Time, ["检测时间"] = LabelPlace.Time, ["取样日期"] = LabelPlace.Time, ["统计月份"] = LabelPlace.Time, ["年"] = LabelPlace.Time, ["月"] = LabelPlace.Time, ["季度"] = LabelPlace.Time, ["统计时间"] = LabelPlace.Time, ["抄表时间"] = LabelPlace.Time, ["抄表月份"] = LabelPlace.Time, ["完成时间"] = LabelPlace.Time, ["完成日期"] = LabelPlace.Time, ["竣工时间"] = LabelPlace.Time, ["竣工日期"] = LabelPlace.Time, ["完工时间"] = LabelPlace.Time, ["完工日期"] = LabelPlace.Time, ["投产时间"] = LabelPlace.Time, ["投产日期"] = LabelPlace.Time, ["投运时间"] = LabelPlace.Time, ["投运日期"] = LabelPlace.Time, ["验收时间"] = LabelPlace.Time, ["验收日期"] = LabelPlace.Time, ["建成时间"] = LabelPlace.Time,
        ["数值"] = LabelPlace.Value, ["数量"] = LabelPlace.Value, ["指标值"] = LabelPlace.Value, ["数据"] = LabelPlace.Value, ["实际值"] = LabelPlace.Value, ["完成值"] = LabelPlace.Value, ["实绩"] = LabelPlace.Value, ["本期"] = LabelPlace.Value, ["本年"] = LabelPlace.Value,
        ["电量"] = LabelPlace.Value, ["值"] = LabelPlace.Value, ["结果"] = LabelPlace.Value, ["内容"] = LabelPlace.Value, ["金额"] = LabelPlace.Value, ["量"] = LabelPlace.Value, ["统计值"] = LabelPlace.Value, ["本年实际"] = LabelPlace.Value, ["实际完成"] = LabelPlace.Value, ["实际"] = LabelPlace.Value, ["本期数"] = LabelPlace.Value, ["本年数"] = LabelPlace.Value, ["填报内容"] = LabelPlace.Value, ["填报值"] = LabelPlace.Value, ["自评值"] = LabelPlace.Value, ["自评结果"] = LabelPlace.Value, ["本期实际"] = LabelPlace.Value, ["完成"] = LabelPlace.Value,
        ["项目"] = LabelPlace.Name, ["指标"] = LabelPlace.Name, ["指标名称"] = LabelPlace.Name, ["能源品种"] = LabelPlace.Name, ["能源名称"] = LabelPlace.Name, ["能源种类"] = LabelPlace.Name, ["品种"] = LabelPlace.Name, ["类别"] = LabelPlace.Name, ["种类"] = LabelPlace.Name, ["名目"] = LabelPlace.Name, ["能源类型"] = LabelPlace.Name, ["统计项目"] = LabelPlace.Name, ["分类"] = LabelPlace.Name, ["内容名称"] = LabelPlace.Name, ["水源"] = LabelPlace.Name, ["用途"] = LabelPlace.Name,
        ["废物名称"] = LabelPlace.Name, ["固废名称"] = LabelPlace.Name, ["固体废物名称"] = LabelPlace.Name, ["污染物"] = LabelPlace.Name, ["污染物名称"] = LabelPlace.Name, ["检测项目"] = LabelPlace.Name, ["监测项目"] = LabelPlace.Name, ["监测因子"] = LabelPlace.Name, ["材料名称"] = LabelPlace.Name, ["原材料名称"] = LabelPlace.Name, ["原料名称"] = LabelPlace.Name, ["物料名称"] = LabelPlace.Name, ["项目名称"] = LabelPlace.Name, ["名称"] = LabelPlace.Name, ["产品"] = LabelPlace.Name, ["产品名称"] = LabelPlace.Name, ["设备名称"] = LabelPlace.Name, ["功能"] = LabelPlace.Name, ["功能名称"] = LabelPlace.Name, ["废物种类"] = LabelPlace.Name, ["废物类别"] = LabelPlace.Name, ["主要产品"] = LabelPlace.Name, ["原料"] = LabelPlace.Name, ["能源"] = LabelPlace.Name, ["原辅材料名称"] = LabelPlace.Name, ["物料描述"] = LabelPlace.Name, ["物料"] = LabelPlace.Name, ["料种"] = LabelPlace.Name, ["废物"] = LabelPlace.Name, ["固废"] = LabelPlace.Name, ["物质"] = LabelPlace.Name, ["排放源"] = LabelPlace.Name, ["源类别"] = LabelPlace.Name, ["电力来源"] = LabelPlace.Name,
    };

    private static readonly Dictionary<string, LabelStem> Stems = new(StringComparer.Ordinal)
    {
        ["产生量"] = LabelStem.Generated, ["年产生量"] = LabelStem.Generated, ["本年产生量"] = LabelStem.Generated, ["产生"] = LabelStem.Generated,
        ["利用量"] = LabelStem.Utilised, ["综合利用量"] = LabelStem.Utilised, ["综合利用总量"] = LabelStem.Utilised, ["利用总量"] = LabelStem.Utilised, ["综合利用"] = LabelStem.Utilised, ["自行利用量"] = LabelStem.Utilised, ["年综合利用量"] = LabelStem.Utilised, ["本年综合利用量"] = LabelStem.Utilised, ["利用"] = LabelStem.Utilised,
        ["综合利用往年贮存量"] = LabelStem.StockUtilised, ["利用往年贮存量"] = LabelStem.StockUtilised, ["往年贮存量"] = LabelStem.StockUtilised,
        ["处置量"] = LabelStem.Disposed, ["处置"] = LabelStem.Disposed, ["委托处置量"] = LabelStem.Disposed,
        ["排放量"] = LabelStem.Discharged, ["年排放量"] = LabelStem.Discharged, ["实际排放量"] = LabelStem.Discharged,
    };

    // every word of time has one of these: a figure, 年月日, a quarter, a half, 累计
    private static readonly SearchValues<char> TimeWords = SearchValues.Create("0123456789年月日季半累〇零");

    private readonly Dictionary<string, EvidenceFieldType> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> pollutants = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<char, List<string>> endings = []; // by their last letter, the longest first
    private readonly NumberScanner numbers;
    private readonly Dictionary<string, LabelMeaning> known = new(StringComparer.Ordinal);

    public LabelLexicon(EvidenceVocabulary vocabulary, EnergyLexicon energies, NumberScanner numbers)
    {
        Vocabulary = vocabulary;
        Energies = energies;
        this.numbers = numbers;
        foreach (var field in vocabulary.Fields.Values)
        {
            foreach (var name in field.Names)
            {
                byName.TryAdd(Key(name), field);
                if (field.Kind is EvidenceKind.Quantity)
                {
                    AddEnding(Key(name));
                }
            }
        }

        foreach (var list in endings.Values)
        {
            list.Sort(static (a, b) => a.Length != b.Length ? b.Length.CompareTo(a.Length) : string.CompareOrdinal(a, b));
        }

        foreach (var (id, names) in vocabulary.Pollutants)
        {
            foreach (var name in names)
            {
                pollutants.TryAdd(Key(name), id);
            }
        }
    }

    public EvidenceVocabulary Vocabulary { get; }

    public EnergyLexicon Energies { get; }

    /// <summary>The id of a pollutant; null for a name that is not known.</summary>
    public string? FindPollutant(string written)
    {
        var key = Key(written);
        var open = key.IndexOf('(', StringComparison.Ordinal);
        return pollutants.GetValueOrDefault(key) ?? (open > 0 ? pollutants.GetValueOrDefault(key[..open]) : null);
    }

    /// <summary>The field whose label is exactly these words, enumerator and remarks in brackets apart.</summary>
    public bool TryExact(string label, [NotNullWhen(true)] out EvidenceFieldType? field)
    {
        var key = Key(label);
        return byName.TryGetValue(key, out field) || byName.TryGetValue(Bare(key), out field) || byName.TryGetValue(WithoutTranslation(Bare(key)), out field);
    }

    /// <summary>A label without the English that stands before or behind it: 有效期至Validuntil, Scope/认证范围; a label in English alone stays.</summary>
    public static string WithoutTranslation(string key) => LeadingTranslation().Replace(Translation().Replace(key, string.Empty), string.Empty);

    /// <summary>Reads a label; never null, at worst all that is known is its words.</summary>
    public LabelMeaning Read(string label)
    {
        if (label.Length > MaxLength)
        {
            return new LabelMeaning { Rest = label };
        }

        lock (known)
        {
            if (!known.TryGetValue(label, out var meaning))
            {
                meaning = Parse(Key(label));
                if (known.Count > 4096)
                {
                    known.Clear();
                }

                known.Add(label, meaning);
            }

            return meaning;
        }
    }

    private static string Key(string words) => NormalizedText.Fold(words).Squeeze().Text;

    private static string Bare(string key)
    {
        var rest = Enumerator().Replace(key, string.Empty);
        return Original().Replace(Translation().Replace(Brackets().Replace(rest, string.Empty).TrimEnd(':'), string.Empty), string.Empty);
    }

    private LabelMeaning Parse(string key)
    {
        var meaning = new LabelMeaning();
        var rest = Enumerator().Replace(key, string.Empty).TrimEnd(':');
        var part = PartMark().Match(rest);
        if (part.Success)
        {
            meaning = meaning with { IsPart = true };
            rest = Enumerator().Replace(rest[part.Length..], string.Empty); // 其中：1.无烟煤
        }

        meaning = TakeUnit(meaning, ref rest);
        meaning = TakePeriod(meaning, ref rest);
        rest = rest.Trim('(', ')', ':', ',', '-', '/', '、');
        if (rest is "合计" or "总计" or "小计" or "共计" or "总量" or "全厂合计" or "总和" or "全部" or "全年")
        {
            return meaning with { IsTotal = true, Rest = rest };
        }

        if (IsApart(key))
        {
            return meaning with { Rest = rest, IsRefused = true };
        }

        var place = Places.GetValueOrDefault(rest.ToLowerInvariant());
        meaning = meaning with { Rest = rest, Place = place == LabelPlace.None && DoneWhen().IsMatch(rest) ? LabelPlace.Time : place };
        var found = FindField(meaning, rest, key);
        return found is { HasField: false, Energy: null, IsRefused: false, IsTotal: false, Place: LabelPlace.None } ? FindBehind(found, rest, key) : found;
    }

    // 另：包装材料, 包装材料（不属主要原材料）: stands beside the sum, not in it.
    private static bool IsApart(string key) => key.StartsWith("另:", StringComparison.Ordinal) || key.Contains("不属", StringComparison.Ordinal) || key.Contains("另册", StringComparison.Ordinal);

    // What the words as they stand do not say: a sum of kinds, a share of something, a name with its symbol or translation, a product whose field stands in brackets.
    private LabelMeaning FindBehind(LabelMeaning meaning, string rest, string key)
    {
        if (Translated().Match(rest) is { Success: true } foreign && FindField(meaning, foreign.Groups[1].Value, foreign.Groups[1].Value) is var read && (read.HasField || read.Energy is not null || Totals.Any(t => foreign.Groups[1].Value.EndsWith(t, StringComparison.Ordinal))))
        {
            return read.HasField || read.Energy is not null ? read : read with { IsTotal = true };
        }

        if (Totals.Any(t => rest.EndsWith(t, StringComparison.Ordinal)))
        {
            return meaning with { IsTotal = true };
        }

        if (Shares.Any(s => rest.EndsWith(s, StringComparison.Ordinal)))
        {
            return meaning with { IsRefused = true }; // 三年投资额占比 is no amount
        }

        if (FindWater(rest) is { } water)
        {
            return meaning with { Field = Vocabulary.Fields[water], Qualifier = null };
        }

        foreach (Match bracket in Brackets().Matches(key))
        {
            var words = bracket.Value[1..^1];
            if (rest.Length > 1 && EndingOf(words) is { } ending && byName[ending] is { Name: "output" } output && StripPrefixes(words[..^ending.Length]).Length == 0)
            {
                return meaning with { Field = output, Qualifier = rest }; // 制动盘（合格品产量）
            }
        }

        return meaning;
    }

    // 冷却水循环 + 中水回用, 排到污水厂的水: amounts in the writer's own words; 中水回用 alone is mostly a project.
    private static string? FindWater(string rest) =>
        rest.Length is < 4 or > 24 || !rest.Contains('水', StringComparison.Ordinal) ? null
        : rest.Contains("循环", StringComparison.Ordinal) && rest.Contains("回用", StringComparison.Ordinal) && rest.AsSpan().IndexOfAny('+', '和', '及') > 0 ? "waterReused"
        : (rest.StartsWith("排到", StringComparison.Ordinal) || rest.StartsWith("排入", StringComparison.Ordinal) || rest.StartsWith("排往", StringComparison.Ordinal)) && rest.EndsWith("的水", StringComparison.Ordinal) ? "waterDischarged"
        : null;

    private LabelMeaning FindField(LabelMeaning meaning, string rest, string key)
    {
        if (Footprint().Match(rest) is { Success: true } footprint)
        {
            var kind = footprint.Groups[1].Value;
            return meaning with { Field = Vocabulary.Fields["buildingFootprint"], Qualifier = kind is "建筑物" or "建筑" ? null : kind };
        }

        if (WholeFootprint().IsMatch(rest) || WholeFootprint().IsMatch(key))
        {
            return meaning with { Field = Vocabulary.Fields["buildingFootprint"] };
        }

        if (Stems.TryGetValue(rest, out var stem))
        {
            return meaning with { Stem = stem };
        }

        if (rest is "直接排放" or "直接排放量" or "直接排放总量")
        {
            return meaning with { Field = Vocabulary.Fields["carbonPart"], Qualifier = rest }; // beside purchased power
        }

        if (RenewableLabel.Find(rest) is { } power)
        {
            return meaning with { Field = Vocabulary.Fields["energyRenewable"], Qualifier = power, IsPart = meaning.IsPart || RenewableLabel.IsFedIn(power) };
        }

        if (byName.TryGetValue(rest, out var field) || byName.TryGetValue(Bare(key), out field))
        {
            // 循环水量 and 回用水量 are kinds of what is used again
            return field.Name == "waterReused" && KindsOfReuse.FirstOrDefault(k => rest.StartsWith(k, StringComparison.Ordinal)) is { } kind ? meaning with { Field = field, Qualifier = kind, IsPart = true } : meaning with { Field = field };
        }

        if (rest.Length == 0)
        {
            return meaning;
        }

        if (TimeOfDay().Match(rest) is { Success: true } time)
        {
            return meaning with { Field = Vocabulary.Fields[time.Groups[2].Success ? "pollutantLimit" : "pollutantConcentration"], Qualifier = time.Groups[1].Value }; // noise
        }

        if (EndingOf(rest) is { } limit && byName[limit].Name == "pollutantLimit" && FindPollutant(rest[..^limit.Length]) is { } pollutant)
        {
            return meaning with { Field = byName[limit], Qualifier = pollutant }; // 氮氧化物许可排放浓度限值
        }

        if (Refused.Any(word => key.Contains(word, StringComparison.Ordinal)))
        {
            return meaning with { IsRefused = true };
        }

        if (FindByEnding(meaning, rest) is { } found)
        {
            return found;
        }

        return Energies.TryFind(rest, out var energy) ? meaning with { Energy = energy } : meaning;
    }

    private void AddEnding(string name)
    {
        var last = char.ToUpperInvariant(name[^1]);
        if (!endings.TryGetValue(last, out var list))
        {
            endings.Add(last, list = []);
        }

        list.Add(name);
    }

    private string? EndingOf(string words) =>
        words.Length > 0 && endings.TryGetValue(char.ToUpperInvariant(words[^1]), out var list) ? list.Find(e => words.EndsWith(e, StringComparison.OrdinalIgnoreCase)) : null;

    private LabelMeaning? FindByEnding(LabelMeaning meaning, string rest)
    {
        var words = rest;
        foreach (var suffix in EndingOf(rest) is not null ? [] : Suffixes)
        {
            if (words.Length > suffix.Length + 1 && words.EndsWith(suffix, StringComparison.Ordinal) && !byName.ContainsKey(words))
            {
                words = words[..^suffix.Length];
                break;
            }
        }

        var name = EndingOf(words);
        if (name is null)
        {
            return Energies.TryFind(words, out var whole) ? meaning with { Energy = whole } : FindStem(meaning, words);
        }

        var field = byName[name];
        if (FindIntensity(meaning, field, words[..^name.Length]) is { } intensity)
        {
            return intensity;
        }

        var prefix = StripPrefixes(words[..^name.Length]);
        if (IsOther(field, words[..^name.Length]))
        {
            return meaning with { IsRefused = true };
        }

        meaning = rest.EndsWith("合计", StringComparison.Ordinal) || rest.EndsWith("总计", StringComparison.Ordinal) ? meaning with { IsTotal = true } : meaning;
        if (prefix.Length == 0)
        {
            return meaning with { Field = field };
        }

        if (NotQualifier.Any(w => prefix.StartsWith(w, StringComparison.Ordinal)) || prefix.Length > 24)
        {
            return meaning with { IsRefused = true };
        }

        if (field.Qualifier == "energy")
        {
            if (Uses.Contains(prefix))
            {
                return meaning with { Field = field, IsPart = true }; // 燃料、动力消费量 beside 用作原料: a use of it, no kind of energy
            }

            return Energies.TryFind(prefix, out var energy) ? meaning with { Field = field, Energy = energy } : meaning with { Field = field, Qualifier = prefix };
        }

        if (prefix.Contains("危险", StringComparison.Ordinal) || prefix.Contains("危废", StringComparison.Ordinal))
        {
            return meaning with { IsRefused = true }; // its own field has its own names; the rest of hazardous waste is not counted with the general one
        }

        if (field.Qualifier is not null)
        {
            return meaning with { Field = field, Qualifier = FindPollutant(prefix) ?? prefix };
        }

        return meaning with { Field = field, Qualifier = prefix, IsPart = field.Name != "floorArea" }; // each building's floors add up
    }

    // 工业销售产值 is no output value, and power from the grid proves nothing green.
    private static bool IsOther(EvidenceFieldType field, string prefix) => field.Name switch
    {
        "outputValue" => NoOutputValue.Any(w => prefix.Contains(w, StringComparison.Ordinal)),
        "energyRenewable" => NoGreenPower.Any(w => prefix.Contains(w, StringComparison.Ordinal)) && !prefix.Contains('绿', StringComparison.Ordinal),
        _ => false,
    };

    // 单位水泥综合能耗, 吨钢取水量: the amount of one unit of a product.
    private LabelMeaning? FindIntensity(LabelMeaning meaning, EvidenceFieldType field, string prefix)
    {
        var name = field.Name switch
        {
            "energyTotal" or "energyConsumption" => "energyIntensity",
            "carbonTotal" => "carbonIntensity",
            "waterIntake" => "waterIntensity",
            "pollutantDischarge" => "pollutantIntensity",
            "materialUse" => "materialIntensity",
            _ => null,
        };
        var lead = Array.Find(["单位", "每吨", "吨"], l => prefix.StartsWith(l, StringComparison.Ordinal) && prefix.Length > l.Length && prefix.Length <= l.Length + 12);
        return name is null || lead is null ? null : meaning with { Field = Vocabulary.Fields[name], Qualifier = prefix[lead.Length..] is "产品" or "产值" ? null : prefix[lead.Length..] };
    }

    private static LabelMeaning? FindStem(LabelMeaning meaning, string words)
    {
        foreach (var (name, stem) in Stems)
        {
            if (words.Length > name.Length && name.Length > 2 && words.EndsWith(name, StringComparison.Ordinal))
            {
                return meaning with { Stem = stem, Qualifier = words[..^name.Length] };
            }
        }

        return null;
    }

    private static string StripPrefixes(string words)
    {
        var again = true;
        while (again && words.Length > 0)
        {
            again = false;
            foreach (var prefix in Prefixes)
            {
                if (words.EndsWith(prefix, StringComparison.Ordinal) && (words.Length == prefix.Length || prefix.Length > 1))
                {
                    words = words[..^prefix.Length];
                    again = true;
                }
                else if (words.StartsWith(prefix, StringComparison.Ordinal) && prefix.Length > 1)
                {
                    words = words[prefix.Length..];
                    again = true;
                }
            }
        }

        return words.Trim('(', ')', '-', '、', ':');
    }

    private LabelMeaning TakeUnit(LabelMeaning meaning, ref string rest)
    {
        if (SoundLevel().Match(rest) is { Success: true, Index: > 0 } sound)
        {
            rest = rest[..sound.Index];
            meaning = meaning with { Unit = "dB(A)" }; // whose own brackets no bracket may hold
        }

        foreach (Match bracket in Brackets().Matches(rest))
        {
            var words = bracket.Value[1..^1];
            words = words.StartsWith("单位:", StringComparison.Ordinal) ? words[3..] : words;
            if (numbers.IsUnit(words))
            {
                meaning = meaning with { Unit = words };
            }
            else if (!DateLike().IsMatch(words))
            {
                // a remark such as 当量值, 当年价格
            }
            else
            {
                continue;
            }

            rest = rest.Replace(bracket.Value, string.Empty, StringComparison.Ordinal);
        }

        var cut = rest.LastIndexOf("单位:", StringComparison.Ordinal);
        if (cut > 0 && numbers.IsUnit(rest[(cut + 3)..]))
        {
            return TakeSuffix(meaning, ref rest, cut, 3);
        }

        if (Trailing().Match(rest) is { Success: true } trailing && meaning.Unit is null && numbers.IsUnit(trailing.Groups[1].Value))
        {
            rest = rest[..trailing.Groups[1].Index]; // 产生量t, 用电量kWh
            return meaning with { Unit = trailing.Groups[1].Value };
        }

        foreach (var mark in "/,:-")
        {
            for (cut = rest.IndexOf(mark, StringComparison.Ordinal); cut > 0 && meaning.Unit is null; cut = rest.IndexOf(mark, cut + 1))
            {
                if (numbers.IsUnit(rest[(cut + 1)..]) && !numbers.IsUnit(rest))
                {
                    return TakeSuffix(meaning, ref rest, cut, 1);
                }
            }
        }

        return meaning;
    }

    private static LabelMeaning TakeSuffix(LabelMeaning meaning, ref string rest, int cut, int mark)
    {
        var unit = rest[(cut + mark)..];
        rest = rest[..cut];
        return meaning with { Unit = unit };
    }

    private static LabelMeaning TakePeriod(LabelMeaning meaning, ref string rest)
    {
        if (rest.AsSpan().IndexOfAny(TimeWords) < 0)
        {
            return meaning;
        }

        if (DateScanner.FindRange(rest, 0, rest.Length) is { } range && range.To.Last >= range.From.First)
        {
            rest = rest.Remove(range.Span.Start, range.Span.Length);
            return meaning with { Days = Period.Between(range.From.First, range.To.Last) };
        }

        if (PeriodCaption.YearsIn(rest) is { } years)
        {
            rest = rest.Remove(years.At, years.Length);
            return meaning with { Days = years.Period };
        }

        if (DateScanner.ReadFirst(rest, 0, rest.Length) is { Month: { } month } date)
        {
            rest = rest.Remove(date.Span.Start, date.Span.Length);
            return date.Day is null
                ? meaning with { Year = date.Year, Months = (month, month) }
                : meaning with { Days = new Period(date.First, date.Last, PeriodLength.Part), Year = date.Year };
        }

        var year = YearWords().Match(rest);
        if (year.Success)
        {
            meaning = meaning with { Year = int.Parse(year.Groups[1].ValueSpan, CultureInfo.InvariantCulture) };
            rest = rest.Remove(year.Index, year.Length);
        }

        var last = LastYearWords().Match(rest);
        if (last.Success)
        {
            meaning = meaning with { IsLastYear = true };
            rest = rest.Remove(last.Index, last.Length);
        }

        return TakeMonths(meaning, ref rest);
    }

    private static LabelMeaning TakeMonths(LabelMeaning meaning, ref string rest)
    {
        var months = MonthWords().Match(rest);
        if (months.Success)
        {
            var first = ReadMonth(months.Groups[1].Value);
            var last = months.Groups[2].Success ? ReadMonth(months.Groups[2].Value) : first;
            if (first >= 1 && last >= first && last <= 12)
            {
                rest = rest.Remove(months.Index, months.Length);
                return meaning with { Months = (first, last), IsTotal = first == 1 && last == 12, IsToDate = first == 1 && last > 1 };
            }
        }

        var quarters = QuarterRange().Match(rest);
        if (quarters.Success && Quarter(quarters.Groups[1].Value) is var from && Quarter(quarters.Groups[2].Value) is var until && until > from)
        {
            rest = rest.Remove(quarters.Index, quarters.Length);
            return meaning with { Months = ((from * 3) + 1, (until * 3) + 3), IsTotal = from == 0 && until == 3, IsToDate = from == 0 };
        }

        var quarter = QuarterWords().Match(rest);
        if (quarter.Success)
        {
            var index = Quarter(quarter.Groups[1].Value + quarter.Groups[2].Value);
            rest = rest.Remove(quarter.Index, quarter.Length);
            return meaning with { Months = ((index * 3) + 1, (index * 3) + 3) };
        }

        foreach (var (words, first, last) in (ReadOnlySpan<(string, int, int)>)[("前三季度", 1, 9), ("上半年", 1, 6), ("下半年", 7, 12)])
        {
            if (rest.Contains(words, StringComparison.Ordinal))
            {
                rest = rest.Replace(words, string.Empty, StringComparison.Ordinal);
                return meaning with { Months = (first, last) };
            }
        }

        var toDate = ToDateWords().Match(rest);
        if (toDate.Success)
        {
            rest = rest.Remove(toDate.Index, toDate.Length);
            return meaning with { IsToDate = true };
        }

        if (rest.StartsWith("本月", StringComparison.Ordinal) || rest.StartsWith("当月", StringComparison.Ordinal))
        {
            rest = rest[2..];
            return meaning with { IsThisMonth = true };
        }

        var whole = WholeYearWords().Match(rest);
        if (whole.Success)
        {
            rest = rest.Remove(whole.Index, whole.Length);
            return meaning with { IsTotal = true, Months = (1, 12) };
        }

        return meaning;
    }

    // From 0; the pattern asked for one of these figures.
    private static int Quarter(string figure) => "一二三四1234".IndexOf(figure, StringComparison.Ordinal) % 4;

    private static int ReadMonth(string words)
    {
        if (int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var month))
        {
            return month;
        }

        return words switch { "十" => 10, "十一" => 11, "十二" => 12, _ => "一二三四五六七八九".IndexOf(words, StringComparison.Ordinal) + 1 };
    }

    [GeneratedRegex(@"^(?:\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)|\d{1,2}(?:\.\d{1,2}){0,2}[.、)](?!\d)|\d{1,2}(?:\.\d{1,2}){1,2}(?=\D)|[一二三四五六七八九十]{1,3}[、.)]|[①-⑳]|[#*]+)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Enumerator();

    [GeneratedRegex(@"[\[(]?dB(?:\(A\)|A)?[\])]?$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex SoundLevel();

    [GeneratedRegex("^(昼间|夜间)(?:噪声)?(?:((?:标准|执行|排放)?限值|标准值?)|(?:检测|监测|测量|实测)?(?:结果|值|数据)?)$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex TimeOfDay();

    // 建筑物占地面积, 构筑物占地面积, 露天设备及堆场占地面积 beside each other are parts of what is built over
    [GeneratedRegex("^(建筑物|(?:生产用?)?构筑物|(?:露天)?(?:设备|堆场|操作场|操作场地|露天设备|露天堆场)(?:(?:及|和|与|、)(?:露天)?(?:堆场|设备|操作场))*)(?:占地面积|用地面积|基底面积)$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Footprint();

    // 建(构)筑物及堆场占地面积, 建筑物、构筑物及露天装置堆场占地: all that is built over, in one figure
    [GeneratedRegex(@"^建(?:筑物|\(构\)筑物)?(?:、构筑物|和构筑物|及构筑物)?(?:[、及和与](?:露天)?(?:装置|设备|堆场|操作场)+)+(?:总?占地(?:总?面积)?|用地面积)(?:合计|总计)?(?:\([^()]{1,10}\))?$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex WholeFootprint();

    [GeneratedRegex(@"[\u4e00-\u9fff-[万千亿百]](t|kg|tce|kgce|kWh|MWh|GJ|MJ|m3|m³|m2|m²|mg/L|mg/m3|mg/m³|t/a)$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Trailing();

    // 竣工验收时间, 项目完工日期: when a project was done
    [GeneratedRegex(@"^(?:哪天|何时|什么时候)(?:验收|完工|竣工|完成|投产|建成)$|^(?!.*(?:开工|立项|计划|投用))(?=.*(?:竣工|完工|完成|验收|建成|投产|投运)).{2,10}(?:时间|日期)$|^(?:竣工|完工|验收|投产|完成|建成)(?:年|年份|年度)$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex DoneWhen();

    // 重复利用水量Vr, 净购入电力Purchasedelectricity
    [GeneratedRegex(@"^(.*[\u4e00-\u9fff])(?:[A-Za-z.'&/]{4,}|[A-Z][a-z]?\d?)$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Translated();

    // 证书编号 Certificate No.
    [GeneratedRegex(@"(?<=[\u4e00-\u9fff])(?:/[A-Za-z.'&,-]{3,}|[A-Za-z.']{4,})$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Translation();

    // Functional unit 功能单位; COD, VOCs and NOx are names of their own
    [GeneratedRegex(@"^(?=[A-Za-z.']*[a-z]{4})[A-Za-z.']{6,}(?=[\u4e00-\u9fff])", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Original();

    // Valid until 有效期至
    [GeneratedRegex(@"^[A-Za-z.'&]{5,}/?(?=[\u4e00-\u9fff]{2})", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex LeadingTranslation();

    [GeneratedRegex(@"^(?:#|其中[:,]?|其:|—+|-+)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex PartMark();

    [GeneratedRegex(@"\([^()]{1,40}\)|\[[^\[\]]{1,40}\]", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"(?:19|20)\d\d|\d{1,2}月|季度", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex DateLike();

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d\d)(?:年度|年|(?=\D|$))", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex YearWords();

    [GeneratedRegex(@"上年同期|去年同期|上一年度|上年度|上年|去年", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex LastYearWords();

    [GeneratedRegex(@"(?<!\d)(\d{1,2}|十[一二]?|[一二三四五六七八九])(?:月?(?:-|~|至|到)(\d{1,2}|十[一二]?))?月(?:份)?(?:累计)?", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex MonthWords();

    [GeneratedRegex(@"第?([一二三四1-4])(?:季度?)?(?:-|~|至|到)第?([一二三四1-4])季度?(?:累计)?", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex QuarterRange();

    [GeneratedRegex(@"(?<!前)第?([一二三四1-4])季度?|Q([1-4])", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex QuarterWords();

    [GeneratedRegex(@"本年累计|年初至本月|1-本月|一至本月|年累计|累计", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex ToDateWords();

    [GeneratedRegex(@"全年合计|全年累计|年度合计|全年|年合计", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex WholeYearWords();
}
