namespace PolicyGraph.Extraction.Evidences;

/// <summary>What the head of a column says.</summary>
/// <param name="Meaning">All rows of the head together, the lower ones going before.</param>
/// <param name="Words">The words of the head from the top.</param>
internal sealed record Column(LabelMeaning Meaning, string Words)
{
    /// <summary>A column without a head.</summary>
    public static Column None { get; } = new(new LabelMeaning(), string.Empty);

    /// <summary>Lays the label of a lower or inner place over that of an upper or outer one.</summary>
    public static LabelMeaning Merge(LabelMeaning outer, LabelMeaning inner) => inner with
    {
        Field = inner.Field ?? (inner.Stem == LabelStem.None ? outer.Field : null),
        Stem = inner.Stem == LabelStem.None && inner.Field is null ? outer.Stem : inner.Stem,
        Qualifier = inner.Qualifier ?? outer.Qualifier,
        Energy = inner.Energy ?? outer.Energy,
        Unit = inner.Unit ?? outer.Unit,
        Year = inner.Year ?? outer.Year,
        Months = inner.Months ?? outer.Months,
        Days = inner.Days ?? outer.Days,
        YearCount = inner.YearCount ?? (inner.Year is null && inner.Days is null ? outer.YearCount : null),
        IsLastYear = inner.IsLastYear || (outer.IsLastYear && inner.Year is null),
        IsTotal = inner.IsTotal || (outer.IsTotal && inner.Months is null),
        IsPart = inner.IsPart || outer.IsPart,
        IsThisMonth = inner.IsThisMonth || outer.IsThisMonth,
        IsToDate = inner.IsToDate || outer.IsToDate,
        IsRefused = inner.IsRefused || outer.IsRefused,
        Place = inner.Place == LabelPlace.None ? outer.Place : inner.Place,
        Rest = inner.Rest.Length > 0 ? inner.Rest : outer.Rest,
    };
}
