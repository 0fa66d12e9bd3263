namespace PolicyGraph.Extraction.Policies;

/// <summary>What a target covers, where its own sentence says so: 规模以上企业, 钢铁、有色等行业, 在汽车、家电等行业.</summary>
internal static class TargetScope
{
    private const int MaxScope = 60;

    private static readonly string[] Owners =
    [
        "规模以上工业企业", "规模以上工业", "规模以上企业", "规上工业企业", "规上工业", "规上企业", "重点用能企业", "重点用能单位", "重点行业", "公共机构",
    ];

    private static readonly string[] Fields = ["行业", "领域", "产业", "地区", "区域", "流域", "基地", "园区", "城市", "开发区", "城市群", "经济带"];
    private static readonly string[] OwnerFields = ["行业", "领域", "地区", "区域", "流域"];

    /// <summary>行业占工业增加值比重, 行业规范条件: these speak of the field, not within it.</summary>
    private static readonly string[] NotOwned = ["占", "的", "规范", "标准", "协会", "集中度", "数量", "个数"];

    /// <summary>The scope that heads the name of an indicator; null when it has none.</summary>
    public static string? OfName(string name)
    {
        if (name.EndsWith("数量", StringComparison.Ordinal))
        {
            return null; // 能源领域服务商数量: the field is part of what is counted
        }

        var year = name.IndexOf('年', StringComparison.Ordinal);
        var start = year is >= 4 and < 8 && char.IsAsciiDigit(name[year - 1]) ? year + 1 : 0;
        var bare = name.AsSpan(start);
        foreach (var owner in Owners)
        {
            if (bare.StartsWith(owner) && bare.Length > owner.Length)
            {
                return owner;
            }
        }

        for (var i = 2; i + 2 < bare.Length && i < MaxScope; i++)
        {
            if (Words.Beginning(bare[i..], OwnerFields) is { } field && !(bare[i..].StartsWith("地区生产总值") || bare[..i].EndsWith("单位")))
            {
                var behind = bare[(i + field.Length)..];
                return behind.Length < 2 || Words.Beginning(behind, NotOwned) is not null || bare[..i].IndexOfAny('占', '“') >= 0 ? null : bare[..(i + field.Length)].ToString();
            }
        }

        return null;
    }

    /// <summary>The field that 在… names before a figure; null when the sentence names none.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="start">The start of the sentence.</param>
    /// <param name="clause">The start of the clause of the figure.</param>
    /// <param name="figure">The start of the figure.</param>
    /// <param name="onward">Whether a field that is a clause of its own (在…行业，) holds beyond the next clause, as for a list of things to create.</param>
    /// <param name="verbs">Words of creating, which may follow without a comma.</param>
    public static string? OfPlace(string text, int start, int clause, int figure, bool onward, IReadOnlyList<string> verbs)
    {
        for (var at = figure - 1; at >= start && figure - at < 300; at--)
        {
            if (text[at] != '在' || !(at == start || text[at - 1] is ',' or '年' || text.AsSpan(start, at - start) is var before && (before.EndsWith("重点") || before.EndsWith("优先") || before.EndsWith("率先"))))
            {
                continue;
            }

            for (var i = at + 3; i < figure && i - at <= MaxScope && text[i] != ':'; i++)
            {
                var phrase = text.AsSpan(at + 1, i - at);
                if (text[i] == ',')
                {
                    break;
                }

                if (Words.Ending(phrase, Fields) is null)
                {
                    continue;
                }

                var behind = text.AsSpan(i + 1, figure - i - 1);
                var closes = behind.StartsWith(",");
                var holds = at >= clause || (closes && (onward || i + 2 >= clause));
                if (holds && (closes || behind.StartsWith("内") || behind.StartsWith("中") || behind.StartsWith("率先") || Words.Beginning(behind, verbs) is not null))
                {
                    return phrase.ToString();
                }
            }
        }

        return null;
    }
}
