using System.Text.RegularExpressions;
using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ingestion.Sources;

/// <summary>What an <c>enterprise.yaml</c> declares. It is never evidence.</summary>
public sealed partial record EnterpriseProfile
{
    /// <summary>Name of the file at the root of an enterprise's folder.</summary>
    public const string FileName = "enterprise.yaml";

    /// <summary>Registered name.</summary>
    public required string Name { get; init; }

    /// <summary>统一社会信用代码: the enterprise's id.</summary>
    public required string CreditCode { get; init; }

    /// <summary>GB/T 4754 code, class or division.</summary>
    public string? Industry { get; init; }

    /// <summary>Name or GB/T 2260 code.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>Its products.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>Names that it had before.</summary>
    public IReadOnlyList<string> FormerNames { get; init; } = [];

    /// <summary>Day of founding.</summary>
    public DateOnly? Founded { get; init; }

    /// <summary>Declared energy use of a year in tce: scale, not evidence.</summary>
    public decimal? AnnualEnergyTce { get; init; }

    /// <summary>Declared output value of a year in 万元: scale, not evidence.</summary>
    public decimal? OutputValueWanYuan { get; init; }

    /// <summary>The year that is evaluated; null for the calendar year before as-of.</summary>
    public int? EvaluationYear { get; init; }

    /// <summary>Criteria that are declared not to apply, with the reason.</summary>
    public IReadOnlyDictionary<string, string> NotApplicable { get; init; } = new Dictionary<string, string>();

    /// <summary>The park or special area where it lies: which rules apply, not evidence.</summary>
    public string? Park { get; init; }

    /// <summary>Its processes; where it declares any, those are all.</summary>
    public IReadOnlyList<string> Processes { get; init; } = [];

    /// <summary>The file as it was read: it is journalled.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Reads an <c>enterprise.yaml</c>.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="isIndustry">Whether a code stands in GB/T 4754.</param>
    /// <exception cref="YamlException">A fault, with file and line.</exception>
    public static EnterpriseProfile Read(string text, string file, Func<string, bool> isIndustry)
    {
        ArgumentNullException.ThrowIfNull(isIndustry);
        var root = YamlReader.Read(text, file).Allow(
            "name", "creditCode", "industry", "jurisdiction", "products", "formerNames", "founded", "annualEnergyTce", "outputValueWanYuan", "evaluationYear", "notApplicable", "park", "processes");
        var code = root.Get("creditCode").AsText();
        if (!CreditCodeForm().IsMatch(code))
        {
            throw root.FaultAt("creditCode", $"“{code}”不是统一社会信用代码（18 位数字和大写字母）");
        }

        var industry = root.Find("industry")?.AsText();
        if (industry is not null && !isIndustry(industry))
        {
            throw root.FaultAt("industry", $"GB/T 4754-2017 没有代码“{industry}”；应为大类（如 30）或小类（如 3011）");
        }

        return new EnterpriseProfile
        {
            Name = Limited(root.Get("name"), 200),
            CreditCode = code,
            Industry = industry,
            Jurisdiction = root.Find("jurisdiction")?.AsText(),
            Products = root.Texts("products"),
            FormerNames = root.Texts("formerNames"),
            Founded = root.Find("founded")?.AsDate(),
            AnnualEnergyTce = NotNegative(root.Find("annualEnergyTce")),
            OutputValueWanYuan = NotNegative(root.Find("outputValueWanYuan")),
            EvaluationYear = Year(root.Find("evaluationYear")),
            NotApplicable = root.Find("notApplicable") is { } none
                ? none.AsMapping().Entries.ToDictionary(e => e.Key, e => e.Value.AsText(), StringComparer.Ordinal)
                : new Dictionary<string, string>(),
            Park = root.Find("park") is { } park ? Limited(park, 200) : null,
            Processes = root.Texts("processes"),
            Text = text,
        };
    }

    private static string Limited(YamlNode node, int length) =>
        node.AsText() is var text && text.Length <= length ? text : throw node.Fault($"超过 {length} 个字");

    private static decimal? NotNegative(YamlNode? node) => node?.AsDecimal() switch
    {
        null => null,
        < 0 => throw node.Fault("不应为负数"),
        var value => value,
    };

    private static int? Year(YamlNode? node) => node?.AsInteger() switch
    {
        null => null,
        < 1949 or > 2100 => throw node.Fault("不是年份，应写作 2025"),
        var value => value,
    };

    [GeneratedRegex("^[0-9A-Z]{18}$")]
    private static partial Regex CreditCodeForm();
}
