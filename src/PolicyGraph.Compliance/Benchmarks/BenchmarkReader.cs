using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Compliance.Benchmarks;

/// <summary>Reads a benchmark file as far as it can be judged without an enterprise.</summary>
internal static class BenchmarkReader
{
    internal static BenchmarkFile Read(string text, string file)
    {
        var top = YamlReader.Read(text, file).Allow("standard", "industry", "jurisdiction", "year", "passLine", "sector", "complete", "notApplicable", "source", "indicators");
        var indicators = new Dictionary<string, Benchmark>(StringComparer.Ordinal);
        var list = top.Get("indicators").AsMapping();
        foreach (var (id, node) in list.Entries)
        {
            indicators.Add(id, ReadBenchmark(id, node is YamlText { Value.Length: 0 } ? throw list.FaultAt(id, $"指标“{id}”没有内容，至少要写 weight") : node.AsMapping()));
        }

        return indicators.Count == 0 ? throw top.FaultAt("indicators", "indicators 是空的") : new BenchmarkFile
        {
            Standard = top.Get("standard").AsText(),
            Industry = Industry(top),
            Jurisdiction = top.Find("jurisdiction")?.AsText(),
            Year = Year(top),
            PassLine = top.Find("passLine") is null ? null : NotNegative(top, "passLine", "passLine"),
            Sector = top.Find("sector")?.AsBoolean() ?? false,
            Complete = top.Find("complete")?.AsBoolean() ?? false,
            NotApplicable = top.Find("notApplicable")?.AsText() switch
            {
                null => null,
                "drop" => NotApplicableWeights.Drop,
                "redistribute" => NotApplicableWeights.Redistribute,
                var other => throw top.FaultAt("notApplicable", $"notApplicable“{other}”应为 drop 或 redistribute"),
            },
            Source = top.Find("source")?.AsText(),
            Indicators = indicators,
            File = file,
            Text = text,
            Place = top,
        };
    }

    private static string Industry(YamlMapping top)
    {
        var code = top.Get("industry").AsText();
        var digits = code.Length > 0 && char.IsAsciiLetterUpper(code[0]) ? code[1..] : code;
        return digits.Length is >= 2 and <= 4 && digits.All(char.IsAsciiDigit) ? digits : throw top.FaultAt("industry", $"industry“{code}”应为 GB/T 4754 的二至四位代码，如 \"3011\"");
    }

    private static int? Year(YamlMapping top) => top.Find("year")?.AsInteger() switch
    {
        null => null,
        >= 2000 and <= 2100 and var year => year,
        var other => throw top.FaultAt("year", $"year“{other}”应为四位年份"),
    };

    private static decimal NotNegative(YamlMapping at, string key, string name) => at.Get(key).AsDecimal() is >= 0 and var value ? value : throw at.FaultAt(key, $"{name} 不能是负数");

    private static Benchmark ReadBenchmark(string id, YamlMapping node)
    {
        node.Allow("unit", "lead", "base", "weight");
        var weight = NotNegative(node, "weight", $"指标“{id}”的 weight");
        var (unit, lead, basis) = (node.Find("unit")?.AsText(), node.Find("lead")?.AsDecimal(), node.Find("base")?.AsDecimal());
        if (lead is null != basis is null || (lead is not null && unit is null))
        {
            throw node.Fault($"指标“{id}”的 unit、lead、base 要么都写，要么都不写（定性指标）");
        }

        return lead is not null && lead == basis
            ? throw node.FaultAt("lead", $"指标“{id}”的引领值与基准值相等（{Numbers.Plain(lead.Value)}），无法计分")
            : new Benchmark(unit, lead, basis, weight);
    }
}
