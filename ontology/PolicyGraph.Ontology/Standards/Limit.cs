using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ontology.Standards;

/// <summary>A value that a rule beside the standard sets for what a criterion measures: a limit standard, a local demand, terms of a park, a permit.</summary>
/// <remarks>It stands in the graph as a node of its own and reaches criteria through the indicator that both measure, so that one rule holds for every edition.</remarks>
public sealed record Limit
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>The rule: number or title, clause, certainty.</summary>
    public required CriterionSource Source { get; init; }

    /// <summary>Who set it.</summary>
    public required LimitLevel Level { get; init; }

    /// <summary>The indicator that it is about.</summary>
    public required string Indicator { get; init; }

    /// <summary>The pollutant, where the indicator has several; null for any.</summary>
    public string? Qualifier { get; init; }

    /// <summary>What of the indicator is bounded.</summary>
    public LimitQuantity Quantity { get; init; }

    /// <summary>The value, in <see cref="Unit"/>; whether more or less is better is the criterion's.</summary>
    public required decimal Value { get; init; }

    /// <summary>Its unit.</summary>
    public required string Unit { get; init; }

    /// <summary>The first day on which it holds; null for always.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last; null for still.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>The limit whose later edition this is; null for none. The earlier one sets nothing any more, stricter or not.</summary>
    public string? Replaces { get; init; }

    /// <summary>Whether it gives way, by its own words, where a rule for the industry, the process or the area exists.</summary>
    public bool Yields { get; init; }

    /// <summary>Whether it only recommends: then it sets nothing.</summary>
    public bool IsAdvice { get; init; }

    /// <summary>Where it holds.</summary>
    public LimitScope Scope { get; init; } = new();

    /// <summary>Reads the limits of one file.</summary>
    /// <exception cref="YamlException">A fault, with file and line.</exception>
    public static IReadOnlyList<Limit> Load(YamlMapping file) => LimitReader.Read(file);
}

/// <summary>Who sets a limit, from the widest to the narrowest.</summary>
public enum LimitLevel
{
    /// <summary>The state.</summary>
    National,

    /// <summary>An industry's own norm.</summary>
    Industry,

    /// <summary>A province.</summary>
    Province,

    /// <summary>A city or county.</summary>
    City,

    /// <summary>A park or another area with terms of its own.</summary>
    Park,

    /// <summary>A permit of one holder.</summary>
    Permit,
}

/// <summary>What of an indicator a limit bounds. Quantities of different kinds do not compare: each is judged.</summary>
public enum LimitQuantity
{
    /// <summary>The ratio of the criterion, by product or by output value as the unit says.</summary>
    Ratio,

    /// <summary>The concentration in water or gas.</summary>
    Concentration,

    /// <summary>The electricity alone, by product.</summary>
    Electricity,
}

/// <summary>To whom a limit applies; what is left out narrows nothing.</summary>
public sealed record LimitScope
{
    /// <summary>Codes of GB/T 4754, of which the enterprise's begins with one.</summary>
    public IReadOnlyList<string> Industries { get; init; } = [];

    /// <summary>Names or GB/T 2260 codes of regions.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>A park or special area; null for none.</summary>
    public string? Area { get; init; }

    /// <summary>The holder of a permit, with its site where it has several; null for anybody.</summary>
    public string? Holder { get; init; }

    /// <summary>The process or product; null for any.</summary>
    public string? Process { get; init; }

    /// <summary>The first day of commissioning of what counts as new; null where the age does not matter.</summary>
    public DateOnly? BuiltFrom { get; init; }

    /// <summary>Commissioned before this day; null where the age does not matter.</summary>
    public DateOnly? BuiltBefore { get; init; }

    /// <summary>Least energy of a year in tce.</summary>
    public decimal? EnergyFrom { get; init; }

    /// <summary>Energy of a year in tce must be below; null for no bound.</summary>
    public decimal? EnergyBelow { get; init; }
}
