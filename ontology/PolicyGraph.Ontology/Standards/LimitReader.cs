using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ontology.Standards;

/// <summary>Reads a file of limits (<c>standards/*.limits.yaml</c>).</summary>
internal static class LimitReader
{
    internal static IReadOnlyList<Limit> Read(YamlMapping file)
    {
        ArgumentNullException.ThrowIfNull(file);
        file.Allow("limits");
        var limits = new List<Limit>();
        foreach (var item in file.Get("limits").AsList().Items)
        {
            var limit = ReadLimit(item.AsMapping());
            if (limits.Exists(l => l.Id == limit.Id))
            {
                throw item.AsMapping().FaultAt("id", $"限值“{limit.Id}”重复");
            }

            limits.Add(limit);
        }

        return limits;
    }

    private static Limit ReadLimit(YamlMapping node)
    {
        node.Allow("id", "document", "clause", "certainty", "level", "indicator", "qualifier", "quantity", "value", "unit", "validFrom", "validUntil", "replaces", "yields", "advice", "scope");
        var (from, until) = (node.Find("validFrom")?.AsDate(), node.Find("validUntil")?.AsDate());
        return until < from ? throw node.FaultAt("validUntil", "validUntil 早于 validFrom") : new Limit
        {
            Id = node.Get("id").AsText(),
            Source = new CriterionSource(node.Get("document").AsText(), node.Find("clause")?.AsText(), StandardReader.Certainty(node)),
            Level = Word<LimitLevel>(node, "level"),
            Indicator = node.Get("indicator").AsText(),
            Qualifier = node.Find("qualifier")?.AsText(),
            Quantity = node.Find("quantity") is null ? LimitQuantity.Ratio : Word<LimitQuantity>(node, "quantity"),
            Value = node.Get("value").AsDecimal(),
            Unit = node.Get("unit").AsText(),
            ValidFrom = from,
            ValidUntil = until,
            Replaces = node.Find("replaces")?.AsText(),
            Yields = node.Find("yields")?.AsBoolean() ?? false,
            IsAdvice = node.Find("advice")?.AsBoolean() ?? false,
            Scope = node.Find("scope") is { } scope ? ReadScope(scope.AsMapping()) : new LimitScope(),
        };
    }

    private static LimitScope ReadScope(YamlMapping node)
    {
        node.Allow("industries", "places", "area", "holder", "process", "builtFrom", "builtBefore", "energyFrom", "energyBelow");
        return new LimitScope
        {
            Industries = node.Texts("industries"),
            Places = node.Texts("places"),
            Area = node.Find("area")?.AsText(),
            Holder = node.Find("holder")?.AsText(),
            Process = node.Find("process")?.AsText(),
            BuiltFrom = node.Find("builtFrom")?.AsDate(),
            BuiltBefore = node.Find("builtBefore")?.AsDate(),
            EnergyFrom = node.Find("energyFrom")?.AsDecimal(),
            EnergyBelow = node.Find("energyBelow")?.AsDecimal(),
        };
    }

    private static T Word<T>(YamlMapping node, string key)
        where T : struct, Enum
    {
        var text = node.Get(key).AsText();
        return Enum.TryParse<T>(text, ignoreCase: true, out var value) && !char.IsAsciiDigit(text[0])
            ? value
            : throw node.FaultAt(key, $"“{text}”应为 {string.Join("、", Enum.GetNames<T>().Select(n => n.ToLowerInvariant()))} 之一");
    }
}
