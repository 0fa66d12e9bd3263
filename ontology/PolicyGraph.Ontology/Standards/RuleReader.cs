using System.Globalization;
using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ontology.Standards;

/// <summary>Reads <c>rule</c> of a criterion.</summary>
internal static class RuleReader
{
    internal static CriterionRule Read(YamlMapping rule) => rule.Get("kind").AsText() switch
    {
        "statements" => Statements(rule),
        "certificate" => Certificate(rule),
        "duties" => Duties(rule),
        "ratio" => Ratio(rule),
        "count" => Count(rule),
        "document" => Document(rule),
        var other => throw rule.FaultAt("kind", $"“{other}”应为 statements、certificate、duties、ratio、count 或 document"),
    };

    private static StatementsRule Statements(YamlMapping rule)
    {
        rule.Allow("kind", "years", "freshMonths", "parts");
        return new StatementsRule(Positive(rule, "years"), Positive(rule, "freshMonths"), Parts(rule, part =>
        {
            part.Allow("title", "clearedBy", "refutedBy", "want", "from", "covers", "grades", "spared");
            return new StatementPart(part.Get("title").AsText(), Some(part, "clearedBy"), Some(part, "refutedBy"), OneOf(part, "want", "none", "yes"), Some(part, "from"), part.Get("covers").AsBoolean())
            {
                Grades = part.Texts("grades"),
                Spared = part.Texts("spared"),
            };
        }));
    }

    private static CertificateRule Certificate(YamlMapping rule)
    {
        rule.Allow("kind", "standards", "withdrawn", "certificates", "documents", "auditMonths");
        var standards = Some(rule, "standards").Select(text => Edition(rule, text)).ToList();
        return new CertificateRule(standards, rule.Texts("withdrawn"), Some(rule, "certificates"), rule.Texts("documents"), Positive(rule, "auditMonths"));
    }

    private static StandardEdition Edition(YamlMapping rule, string text)
    {
        var blank = text.LastIndexOf(' ');
        return blank > 0 && int.TryParse(text.AsSpan(blank + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1980 and < 2100
            ? new StandardEdition(text[..blank], year)
            : throw rule.FaultAt("standards", $"“{text}”应写作“标准号 最低版次年”，如 GB/T 19001 2016");
    }

    private static DutiesRule Duties(YamlMapping rule)
    {
        rule.Allow("kind", "from", "parts");
        return new DutiesRule(Some(rule, "from"), Parts(rule, part =>
        {
            part.Allow("title", "field", "test");
            return new DutyPart(part.Get("title").AsText(), part.Get("field").AsText(), OneOf(part, "test", "present", "plan", "target"));
        }));
    }

    private static RatioRule Ratio(YamlMapping rule)
    {
        rule.Allow("kind", "numerator", "denominator", "optional", "timeless", "percent", "years", "direction", "unit", "stated", "formula", "formulaSource", "qualifiers", "limits");
        return new RatioRule(
            Some(rule, "numerator"),
            Some(rule, "denominator"),
            rule.Texts("optional"),
            rule.Texts("timeless"),
            rule.Find("percent")?.AsBoolean() ?? false,
            rule.Find("years") is null ? 1 : Positive(rule, "years"),
            OneOf(rule, "direction", "lower", "higher") == "lower",
            rule.Get("unit").AsText(),
            rule.Find("stated")?.AsText(),
            rule.Get("formula").AsText(),
            Names(rule, "qualifiers"))
        {
            FormulaSource = rule.Find("formulaSource")?.AsText(),
            Limits = [.. (rule.Find("limits")?.AsList().Items ?? []).Select(i => Limit(i.AsMapping()))],
        };
    }

    private static RatioLimit Limit(YamlMapping limit)
    {
        limit.Allow("value", "industries", "places", "from", "until", "document", "clause", "certainty");
        return new RatioLimit(
            limit.Get("value").AsDecimal(), limit.Texts("industries"), limit.Texts("places"), limit.Find("from")?.AsDate(), limit.Find("until")?.AsDate(),
            new CriterionSource(limit.Get("document").AsText(), limit.Find("clause")?.AsText(), StandardReader.Certainty(limit)));
    }

    private static CountRule Count(YamlMapping rule)
    {
        rule.Allow("kind", "field", "stated", "direction", "unit", "items");
        OneOf(rule, "direction", "higher");
        return new CountRule(rule.Get("field").AsText(), rule.Find("stated")?.AsText(), rule.Get("unit").AsText(), Names(rule, "items"));
    }

    private static DocumentRule Document(YamlMapping rule)
    {
        rule.Allow("kind", "types", "fields", "standards", "product", "year", "about", "refuting", "within", "limit", "units");
        if (rule.Find("within") is null != rule.Find("limit") is null)
        {
            throw rule.FaultAt("within", "within 和 limit 应同时写出");
        }

        return new DocumentRule(Some(rule, "types"), Some(rule, "fields"), rule.Texts("standards"), rule.Find("product")?.AsBoolean() ?? false, rule.Find("year")?.AsBoolean() ?? false)
        {
            About = rule.Texts("about"),
            Refuting = rule.Texts("refuting"),
            Within = rule.Find("within")?.AsText(),
            Limit = rule.Find("limit")?.AsText(),
            Units = rule.Texts("units"),
        };
    }

    private static List<T> Parts<T>(YamlMapping rule, Func<YamlMapping, T> read)
    {
        var items = rule.Get("parts").AsList().Items;
        return items.Count > 0 ? [.. items.Select(i => read(i.AsMapping()))] : throw rule.FaultAt("parts", "parts 不能为空");
    }

    private static IReadOnlyList<string> Some(YamlMapping at, string key) => at.Texts(key) is { Count: > 0 } texts ? texts : throw at.FaultAt(key, $"缺少“{key}”");

    private static int Positive(YamlMapping at, string key) => at.Get(key).AsInteger() is > 0 and <= 120 and var value ? value : throw at.FaultAt(key, $"{key} 应为 1 至 120 的整数");

    private static string OneOf(YamlMapping at, string key, params ReadOnlySpan<string> words)
    {
        var text = at.Get(key).AsText();
        return words.Contains(text) ? text : throw at.FaultAt(key, $"“{text}”应为 {string.Join("、", words.ToArray())} 之一");
    }

    private static Dictionary<string, IReadOnlyList<string>> Names(YamlMapping at, string key) => at.Find(key) is { } node
        ? node.AsMapping().Entries.Keys.ToDictionary(k => k, k => node.AsMapping().Texts(k), StringComparer.Ordinal)
        : new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
}
