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

    private readonly Dictionary<string, EvidenceFieldType> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> pollutants = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<char, List<string>> endings = []; // by their last letter, the longest first
    private readonly LabelUnit units;
    private readonly BilingualLabel bilingual;
    private readonly Dictionary<string, LabelMeaning> known = new(StringComparer.Ordinal);

    public LabelLexicon(EvidenceVocabulary vocabulary, EnergyLexicon energies, NumberScanner numbers)
    {
        Vocabulary = vocabulary;
        Energies = energies;
        units = new LabelUnit(numbers);
        bilingual = new BilingualLabel(w => pollutants.ContainsKey(w) || numbers.IsUnit(w), numbers.IsUnit);
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
        var key = Key(bilingual.Native(label));
        return byName.TryGetValue(key, out field) || byName.TryGetValue(Bare(key), out field) || byName.TryGetValue(WithoutTranslation(Bare(key)), out field);
    }

    /// <summary>A label without the English that stands before or behind it: 有效期至Validuntil, Scope/认证范围; a label in English alone stays.</summary>
    public static string WithoutTranslation(string key) => LeadingTranslation().Replace(Translation().Replace(key, string.Empty), string.Empty);

    /// <summary>Reads a label; never null, at worst all that is known is its words.</summary>
    public LabelMeaning Read(string label)
    {
        if (label.Length > 2 * MaxLength)
        {
            return new LabelMeaning { Rest = label };
        }

        lock (known)
        {
            if (!known.TryGetValue(label, out var meaning))
            {
                var native = bilingual.Native(label);
                meaning = native.Length <= MaxLength ? Parse(Key(native)) : new LabelMeaning { Rest = label };
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

        meaning = units.Take(meaning, ref rest);
        meaning = LabelPeriod.Take(meaning, ref rest);
        rest = rest.Trim('(', ')', ':', ',', '-', '/', '、');
        if (rest is "合计" or "总计" or "小计" or "共计" or "总量" or "全厂合计" or "总和" or "全部" or "全年")
        {
            return meaning with { IsTotal = true, Rest = rest };
        }

        if (IsApart(key))
        {
            return Beside().Replace(rest, string.Empty) is var own && byName.GetValueOrDefault(own) is { Name: "hazardousGenerated" } hazardous
                ? meaning with { Field = hazardous, Rest = own } // hazardous waste stands apart from the general one, and is an amount all the same
                : meaning with { Rest = rest, IsRefused = true };
        }

        var place = LabelWords.Places.GetValueOrDefault(rest.ToLowerInvariant());
        meaning = meaning with { Rest = rest, Place = place == LabelPlace.None && DoneWhen().IsMatch(rest) ? LabelPlace.Time : place };
        var found = FindField(meaning, rest, key);
        return found is { HasField: false, Energy: null, IsRefused: false, IsTotal: false, Place: LabelPlace.None } ? FindBehind(found, rest, key) : found;
    }

    // 另：包装材料, 包装材料（不属主要原材料）: stands beside the sum, not in it.
    private static bool IsApart(string key) => Beside().IsMatch(key) || key.Contains("不属", StringComparison.Ordinal) || key.Contains("另册", StringComparison.Ordinal);

    // What the words as they stand do not say: a sum of kinds, a share of something, a name with its symbol or translation, a product whose field stands in brackets.
    private LabelMeaning FindBehind(LabelMeaning meaning, string rest, string key)
    {
        if (Translated().Match(rest) is { Success: true } foreign && FindField(meaning, foreign.Groups[1].Value, foreign.Groups[1].Value) is var read && (read.HasField || read.Energy is not null || LabelWords.Totals.Any(t => foreign.Groups[1].Value.EndsWith(t, StringComparison.Ordinal))))
        {
            return read.HasField || read.Energy is not null ? read : read with { IsTotal = true };
        }

        if (LabelWords.Totals.Any(t => rest.EndsWith(t, StringComparison.Ordinal)) || (rest.Length <= 6 && LabelWords.Totals.Any(t => rest.StartsWith(t, StringComparison.Ordinal))))
        {
            return meaning with { IsTotal = true }; // 用量合计, 合计耗用
        }

        if (LabelWords.Shares.Any(s => rest.EndsWith(s, StringComparison.Ordinal)))
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

        if (LabelWords.Stems.TryGetValue(rest, out var stem))
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
            return field.Name == "waterReused" && LabelWords.KindsOfReuse.FirstOrDefault(k => rest.StartsWith(k, StringComparison.Ordinal)) is { } kind ? meaning with { Field = field, Qualifier = kind, IsPart = true } : meaning with { Field = field };
        }

        if (rest.Length == 0)
        {
            return meaning;
        }

        if (rest.Length <= 24 && KindOfReuse().IsMatch(rest) && !rest.Contains("废水", StringComparison.Ordinal))
        {
            return meaning with { Field = Vocabulary.Fields["waterReused"], Qualifier = rest, IsPart = true }; // 中水及冷凝水回用量 beside 循环冷却水量
        }

        if (TimeOfDay().Match(rest) is { Success: true } time)
        {
            return meaning with { Field = Vocabulary.Fields[time.Groups[2].Success ? "pollutantLimit" : "pollutantConcentration"], Qualifier = time.Groups[1].Value }; // noise
        }

        if (EndingOf(rest) is { } limit && byName[limit].Name == "pollutantLimit" && FindPollutant(rest[..^limit.Length]) is { } pollutant)
        {
            return meaning with { Field = byName[limit], Qualifier = pollutant }; // 氮氧化物许可排放浓度限值
        }

        if (LabelWords.Refused.Any(word => key.Contains(word, StringComparison.Ordinal)))
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
        foreach (var suffix in EndingOf(rest) is not null ? [] : LabelWords.Suffixes)
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

        if (LabelWords.NotQualifier.Any(w => prefix.StartsWith(w, StringComparison.Ordinal)) || prefix.Length > 24)
        {
            return meaning with { IsRefused = true };
        }

        if (field.Qualifier == "energy")
        {
            if (LabelWords.Uses.Contains(prefix))
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
        "outputValue" => LabelWords.NoOutputValue.Any(w => prefix.Contains(w, StringComparison.Ordinal)),
        "energyRenewable" => LabelWords.NoGreenPower.Any(w => prefix.Contains(w, StringComparison.Ordinal)) && !prefix.Contains('绿', StringComparison.Ordinal),
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
        foreach (var (name, stem) in LabelWords.Stems)
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
            foreach (var prefix in LabelWords.Prefixes)
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

    [GeneratedRegex(@"^(?:\((?:\d{1,2}|[一二三四五六七八九十]{1,3})\)|\d{1,2}(?:\.\d{1,2}){0,2}[.、)](?!\d)|\d{1,2}(?:\.\d{1,2}){1,2}(?=\D)|[一二三四五六七八九十]{1,3}[、.)]|[①-⑳]|[#*]+)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Enumerator();

    [GeneratedRegex("^(昼间|夜间)(?:噪声)?(?:((?:标准|执行|排放)?限值|标准值?)|(?:检测|监测|测量|实测)?(?:结果|值|数据)?)$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex TimeOfDay();

    // 建筑物占地面积, 构筑物占地面积, 露天设备及堆场占地面积 beside each other are parts of what is built over
    [GeneratedRegex("^(建筑物|(?:生产用?)?构筑物|(?:露天)?(?:设备|堆场|操作场|操作场地|露天设备|露天堆场)(?:(?:及|和|与|、)(?:露天)?(?:堆场|设备|操作场))*)(?:占地面积|用地面积|基底面积)$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Footprint();

    // 建(构)筑物及堆场占地面积, 建筑物、构筑物及露天装置堆场占地: all that is built over, in one figure
    [GeneratedRegex(@"^建(?:筑物|\(构\)筑物)?(?:、构筑物|和构筑物|及构筑物)?(?:[、及和与](?:露天)?(?:装置|设备|堆场|操作场)+)+(?:总?占地(?:总?面积)?|用地面积)(?:合计|总计)?(?:\([^()]{1,10}\))?$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex WholeFootprint();

    // 另:包装材料, 附:危险废物产生量, 另列:外供水量
    [GeneratedRegex("^(?:另|另列|附|附列|备查)(?::|,)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Beside();

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

    [GeneratedRegex("水回用量$|^(?:间接)?循环冷却水量$|^(?:间接)?冷却循环水量$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex KindOfReuse();

    [GeneratedRegex(@"\([^()]{1,40}\)|\[[^\[\]]{1,40}\]", RegexOptions.CultureInvariant, 2000)]
    internal static partial Regex Brackets();
}
