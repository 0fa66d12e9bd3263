using System.Globalization;
using PolicyGraph.Graph;
using PolicyGraph.Ontology.Claims;

namespace PolicyGraph.Ontology.Standards;

/// <summary>A limit as a Limit node that MEASURES its indicator, and back.</summary>
public static class LimitProperties
{
    /// <summary>Claims the node and its relationships. The indicator is claimed by id alone: the criteria name it.</summary>
    public static void Claim(GraphClaims claims, Limit limit)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(limit);
        var key = claims.Node("Limit", limit.Id, Write(limit));
        claims.Relationship("MEASURES", key, claims.Node("Indicator", limit.Indicator));
        if (limit.Replaces is { } earlier)
        {
            claims.Relationship("SUPERSEDES", key, new NodeKey("Limit", earlier));
        }
    }

    /// <summary>The properties of the node.</summary>
    public static Dictionary<string, GraphValue> Write(Limit limit)
    {
        ArgumentNullException.ThrowIfNull(limit);
        return new Dictionary<string, GraphValue>(StringComparer.Ordinal)
        {
            ["document"] = limit.Source.Document,
            ["clause"] = limit.Source.Clause,
            ["certainty"] = limit.Source.Certainty,
            ["level"] = limit.Level.ToString(),
            ["qualifier"] = limit.Qualifier,
            ["quantity"] = limit.Quantity.ToString(),
            ["value"] = limit.Value.ToString(CultureInfo.InvariantCulture),
            ["unit"] = limit.Unit,
            ["validFrom"] = Day(limit.ValidFrom),
            ["validUntil"] = Day(limit.ValidUntil),
            ["replaces"] = limit.Replaces,
            ["yields"] = limit.Yields,
            ["advice"] = limit.IsAdvice,
            ["industries"] = GraphValue.ListOf(limit.Scope.Industries),
            ["places"] = GraphValue.ListOf(limit.Scope.Places),
            ["area"] = limit.Scope.Area,
            ["holder"] = limit.Scope.Holder,
            ["process"] = limit.Scope.Process,
            ["builtFrom"] = Day(limit.Scope.BuiltFrom),
            ["builtBefore"] = Day(limit.Scope.BuiltBefore),
            ["energyFrom"] = limit.Scope.EnergyFrom?.ToString(CultureInfo.InvariantCulture),
            ["energyBelow"] = limit.Scope.EnergyBelow?.ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>The limit as one text, the same for equal limits.</summary>
    public static string Signature(Limit limit)
    {
        ArgumentNullException.ThrowIfNull(limit);
        return $"{limit.Id}|{limit.Indicator}|" + string.Join('|', Write(limit).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={Plain(p.Value)}"));
    }

    /// <summary>The limit of a node.</summary>
    /// <param name="id">The node's key.</param>
    /// <param name="indicator">The indicator that it measures.</param>
    /// <param name="from">The node's properties; somebody may have written them by hand.</param>
    /// <exception cref="InvalidDataException">They are no limit; one Chinese line.</exception>
    public static Limit Read(string id, string indicator, IReadOnlyDictionary<string, GraphValue> from)
    {
        ArgumentNullException.ThrowIfNull(from);
        return new Limit
        {
            Id = id,
            Source = new CriterionSource(Text(from, "document") ?? id, Text(from, "clause"), Text(from, "certainty") ?? "recalled"),
            Level = Word<LimitLevel>(id, from, "level"),
            Indicator = indicator,
            Qualifier = Text(from, "qualifier"),
            Quantity = Word<LimitQuantity>(id, from, "quantity"),
            Value = Number(from, "value") ?? throw new InvalidDataException($"图中的限值“{id}”没有清楚的数值"),
            Unit = Text(from, "unit") ?? throw new InvalidDataException($"图中的限值“{id}”没有单位"),
            ValidFrom = ReadDay(id, from, "validFrom"),
            ValidUntil = ReadDay(id, from, "validUntil"),
            Replaces = Text(from, "replaces"),
            Yields = from.GetValueOrDefault("yields") is BooleanValue { Value: true },
            IsAdvice = from.GetValueOrDefault("advice") is BooleanValue { Value: true },
            Scope = new LimitScope
            {
                Industries = Texts(from, "industries"),
                Places = Texts(from, "places"),
                Area = Text(from, "area"),
                Holder = Text(from, "holder"),
                Process = Text(from, "process"),
                BuiltFrom = ReadDay(id, from, "builtFrom"),
                BuiltBefore = ReadDay(id, from, "builtBefore"),
                EnergyFrom = Number(from, "energyFrom"),
                EnergyBelow = Number(from, "energyBelow"),
            },
        };
    }

    private static string Plain(GraphValue value) => value switch
    {
        StringValue text => text.Value,
        BooleanValue flag => flag.Value ? "true" : "false",
        ListValue list => string.Join(',', list.Values.Select(Plain)),
        _ => string.Empty,
    };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Text(IReadOnlyDictionary<string, GraphValue> from, string key) => from.GetValueOrDefault(key) is StringValue { Value.Length: > 0 } text ? text.Value : null;

    private static List<string> Texts(IReadOnlyDictionary<string, GraphValue> from, string key) => [.. ((from.GetValueOrDefault(key) as ListValue)?.Values ?? []).OfType<StringValue>().Select(v => v.Value)];

    private static decimal? Number(IReadOnlyDictionary<string, GraphValue> from, string key) => from.GetValueOrDefault(key) switch
    {
        StringValue text when decimal.TryParse(text.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => number,
        IntegerValue whole => whole.Value,
        FloatValue { Value: > -1e15 and < 1e15 } number => (decimal)number.Value,
        _ => null,
    };

    private static DateOnly? ReadDay(string id, IReadOnlyDictionary<string, GraphValue> from, string key) => Text(from, key) switch
    {
        null => null,
        var text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        var text => throw new InvalidDataException($"图中的限值“{id}”的 {key}“{text}”不是日期，应写作 2026-01-31"),
    };

    private static T Word<T>(string id, IReadOnlyDictionary<string, GraphValue> from, string key)
        where T : struct, Enum => Text(from, key) switch
        {
            null => default,
            var text when Enum.TryParse<T>(text, ignoreCase: true, out var value) && !char.IsAsciiDigit(text[0]) => value,
            var text => throw new InvalidDataException($"图中的限值“{id}”的 {key}“{text}”不认识，应为 {string.Join("、", Enum.GetNames<T>())} 之一"),
        };
}
