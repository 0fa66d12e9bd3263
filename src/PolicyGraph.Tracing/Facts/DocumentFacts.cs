namespace PolicyGraph.Tracing.Facts;

/// <summary>How far down a place stands: the state, a province, a city.</summary>
public enum PlaceLevel
{
    /// <summary>国家</summary>
    National,

    /// <summary>省、自治区、直辖市</summary>
    Provincial,

    /// <summary>地级市</summary>
    Municipal,
}

/// <summary>What a trace needs to know of a policy.</summary>
public sealed record DocumentFacts
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its title; null when it has none.</summary>
    public string? Title { get; init; }

    /// <summary>national, provincial, municipal as in the graph; null when unknown.</summary>
    public string? Level { get; init; }

    /// <summary>Name of the place; null when unknown.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>GB/T 2260 code of the place; null when unknown.</summary>
    public string? Place { get; init; }

    /// <summary>Day, month or year when it was signed or published; null when unknown.</summary>
    public string? IssuedOn { get; init; }

    /// <summary>First day in force as far as the document says; null when unknown.</summary>
    public string? EffectiveFrom { get; init; }

    /// <summary>Last day in force as far as the document says; null when it does not.</summary>
    public string? ValidUntil { get; init; }

    /// <summary>The day of its repeal; null when none is known.</summary>
    public string? RepealedOn { get; init; }

    /// <summary>First year of the plan.</summary>
    public int? PlanStart { get; init; }

    /// <summary>Last year of the plan.</summary>
    public int? PlanEnd { get; init; }

    /// <summary>The title in 《》, or the id.</summary>
    public string Named => Title is null ? Id : Title.StartsWith('《') ? Title : $"《{Title}》";

    /// <summary>Level of the place; null when unknown.</summary>
    public PlaceLevel? Rank => Level switch
    {
        "national" => PlaceLevel.National,
        "provincial" => PlaceLevel.Provincial,
        "municipal" => PlaceLevel.Municipal,
        _ => null,
    };

    /// <summary>The year of issue; null when unknown.</summary>
    public int? IssuedIn => Day.First(IssuedOn)?.Year;

    /// <summary>Whether its place lies below that of another: a province in the state, a city in its province.</summary>
    public bool IsBelow(DocumentFacts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (other.Rank, Rank) switch
        {
            (PlaceLevel.National, PlaceLevel.Provincial or PlaceLevel.Municipal) => true,
            (PlaceLevel.Provincial, PlaceLevel.Municipal) => Place is { Length: 6 } own && other.Place is { Length: 6 } above && string.CompareOrdinal(own, 0, above, 0, 2) == 0,
            _ => false,
        };
    }
}
