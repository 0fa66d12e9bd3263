using System.Globalization;
using System.Text.Json;
using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.Tests.Cards;

/// <summary>The rules of a card as limits, and whether the one binds that must.</summary>
internal static class PlantedRules
{
    private static readonly string[] YieldingWords = ["从其规定", "执行行业", "不适用", "未列入", "一般地区"];

    /// <summary>The rules, about the indicator of the card's criterion.</summary>
    internal static IEnumerable<Limit> Of(PlantedFigure card, IReadOnlyList<Criterion> criteria)
    {
        var criterion = criteria.FirstOrDefault(c => c.Id == card.Criterion) ?? criteria.FirstOrDefault(c => card.Criterion.StartsWith(c.Id + ".", StringComparison.Ordinal));
        return card.Rules.Select(r => Read(r, criterion!.Indicator!, criterion.Id == card.Criterion ? null : card.Criterion[(criterion.Id.Length + 1)..])); // every card is about a ratio
    }

    /// <summary>Why binds and over are wrong; null when they are right.</summary>
    internal static string? Fault(PlantedFigure card, Finding finding)
    {
        var got = Pair(finding.Binds?.Clause, finding.Over.Select(o => o.Clause));
        var wanted = new List<string> { Pair(card.Expected) };
        wanted.AddRange(card.Expected.TryGetProperty("alternatives", out var others) ? others.EnumerateArray().Select(Pair) : []);
        return wanted.Contains(got) ? null : $"binds {got}, not {string.Join(" or ", wanted)}";
    }

    private static string Pair(JsonElement pair) => Pair(pair.GetProperty("binds").GetString(), pair.GetProperty("over").EnumerateArray().Select(o => o.GetString()));

    private static string Pair(string? binds, IEnumerable<string?> over) => $"{binds ?? "none"} over [{string.Join(' ', over.Order(StringComparer.Ordinal))}]";

    private static Limit Read(JsonElement rule, string indicator, string? qualifier)
    {
        var (scope, threshold) = (rule.GetProperty("scope"), rule.GetProperty("threshold"));
        var region = scope.GetProperty("region").GetString()!; // always there
        var level = rule.TryGetProperty("permit", out _) ? LimitLevel.Permit : Enum.Parse<LimitLevel>(rule.GetProperty("issuerLevel").GetString()!, ignoreCase: true);
        var isArea = level == LimitLevel.Park || (region != "全国" && !region.EndsWith('省') && !region.EndsWith('市') && !region.EndsWith('区'));
        var (value, unit) = (Number(threshold, "value")!.Value, threshold.GetProperty("unit").GetString()!);
        var (from, measured) = (Day(rule, "validFrom"), threshold.GetProperty("indicator").GetString()!);
        var isOld = Text(scope, "facility") == "现有" && Day(scope, "facilityBuiltBefore") is null;
        return new Limit
        {
            Id = rule.GetProperty("id").GetString()!,
            Source = new CriterionSource($"{rule.GetProperty("number").GetString()} {rule.GetProperty("title").GetString()}", rule.GetProperty("id").GetString(), "verified"),
            Level = level,
            Indicator = indicator,
            Qualifier = qualifier,
            Quantity = measured.Contains("浓度", StringComparison.Ordinal) ? LimitQuantity.Concentration : measured.Contains("电耗", StringComparison.Ordinal) ? LimitQuantity.Electricity : LimitQuantity.Ratio,
            Value = unit.EndsWith("/10万元", StringComparison.Ordinal) ? value / 10 : value,
            Unit = unit.Replace("/10万元", "/万元", StringComparison.Ordinal),
            ValidFrom = from,
            ValidUntil = Day(rule, "validTo"),
            Replaces = Text(rule, "replaces"),
            Yields = Text(rule, "note") is { } note && YieldingWords.Any(w => note.Contains(w, StringComparison.Ordinal)),
            IsAdvice = rule.TryGetProperty("binding", out var binding) && !binding.GetBoolean(),
            Scope = new LimitScope
            {
                Industries = scope.GetProperty("industry").ValueKind == JsonValueKind.Array ? [.. scope.GetProperty("industry").EnumerateArray().Select(i => i.GetString()!)] : [],
                Places = region == "全国" || isArea || level == LimitLevel.Permit ? [] : [region],
                Area = isArea && level != LimitLevel.Permit ? region : null,
                Holder = level == LimitLevel.Permit ? region : null,
                Process = Text(scope, "process"),
                BuiltFrom = Day(scope, "facilityBuiltFrom"),
                BuiltBefore = isOld ? from : Day(scope, "facilityBuiltBefore"),
                EnergyFrom = Number(rule, "minEnergyTce"),
                EnergyBelow = Number(rule, "maxEnergyTceExclusive"),
            },
        };
    }

    private static string? Text(JsonElement from, string key) => from.TryGetProperty(key, out var value) ? value.GetString() : null;

    private static decimal? Number(JsonElement from, string key) => Text(from, key) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    private static DateOnly? Day(JsonElement from, string key) => Text(from, key) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
