namespace PolicyGraph.Compliance.Benchmarks;

/// <summary>Whether one administrative region lies in another, as far as names and GB/T 2260 codes tell.</summary>
internal static class Region
{
    private static readonly Dictionary<string, string> Provinces = new(StringComparer.Ordinal)
    {
        ["11"] = "北京", ["12"] = "天津", ["13"] = "河北", ["14"] = "山西", ["15"] = "内蒙古", ["21"] = "辽宁", ["22"] = "吉林", ["23"] = "黑龙江", ["31"] = "上海", ["32"] = "江苏", ["33"] = "浙江",
        ["34"] = "安徽", ["35"] = "福建", ["36"] = "江西", ["37"] = "山东", ["41"] = "河南", ["42"] = "湖北", ["43"] = "湖南", ["44"] = "广东", ["45"] = "广西", ["46"] = "海南", ["50"] = "重庆",
        ["51"] = "四川", ["52"] = "贵州", ["53"] = "云南", ["54"] = "西藏", ["61"] = "陕西", ["62"] = "甘肃", ["63"] = "青海", ["64"] = "宁夏", ["65"] = "新疆", ["71"] = "台湾", ["81"] = "香港", ["82"] = "澳门",
    };

    /// <summary>Whether <paramref name="inner"/> is <paramref name="outer"/> or lies in it; null when neither names nor codes tell.</summary>
    internal static bool? Contains(string outer, string inner)
    {
        if (outer is "全国" or "中国" or "100000" || inner.Contains(outer, StringComparison.Ordinal))
        {
            return true;
        }

        var (a, b) = (Province(outer), Province(inner));
        if (a is not null && b is not null)
        {
            return a != b ? false : IsWhole(outer) ? true : IsCode(outer) && IsCode(inner) ? inner.StartsWith(outer.TrimEnd('0'), StringComparison.Ordinal) : IsWhole(inner) ? null : false;
        }

        return a is null && b is null ? false : null; // two cities with two names, or a city whose province nobody named
    }

    /// <summary>The short name of a province by the first two digits of its code; null for none.</summary>
    internal static string? NameOf(string code) => code.Length >= 2 ? Provinces.GetValueOrDefault(code[..2]) : null;

    private static bool IsCode(string text) => text.Length is >= 2 and <= 6 && text.All(char.IsAsciiDigit);

    private static bool IsWhole(string text) => IsCode(text) ? text.TrimEnd('0').Length <= 2 : Provinces.Values.Any(p => text.StartsWith(p, StringComparison.Ordinal) && text[p.Length..] is "" or "省" or "市" or "自治区" or "壮族自治区" or "回族自治区" or "维吾尔自治区" or "特别行政区");

    private static string? Province(string text) => IsCode(text)
        ? Provinces.GetValueOrDefault(text[..2])
        : Provinces.Values.FirstOrDefault(p => text.StartsWith(p, StringComparison.Ordinal));
}
