namespace PolicyGraph.Assistant.Passages;

/// <summary>A document that answers may come from: a policy that was read, an edition of a standard, or a publication known by its clauses.</summary>
/// <param name="Id">Its id in the graph.</param>
/// <param name="Title">Title; null for a policy without one.</param>
/// <param name="Number">Document or standard number.</param>
internal sealed record SourceDocument(string Id, string? Title, string? Number)
{
    /// <summary>Whether its text is in the graph.</summary>
    public bool IsPolicy { get; init; }

    /// <summary>Who issued it.</summary>
    public IReadOnlyList<string> Issuers { get; init; } = [];

    /// <summary>national, provincial, municipal.</summary>
    public string? Level { get; init; }

    /// <summary>Where it applies; null when unknown.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>Day, month or year of signing; null when unknown.</summary>
    public string? SignedOn { get; init; }

    /// <summary>Day of publication; null when unknown.</summary>
    public string? PublishedOn { get; init; }

    /// <summary>First day in force; null when unknown.</summary>
    public string? ValidFrom { get; init; }

    /// <summary>Last day in force; null while it is in force or when unknown.</summary>
    public string? ValidUntil { get; init; }

    /// <summary>First year of the period that a plan covers.</summary>
    public string? PlanStart { get; init; }

    /// <summary>Last year of the period that a plan covers.</summary>
    public string? PlanEnd { get; init; }

    /// <summary>Keys of the manifest whose value is not certain; none of them is stated as a fact.</summary>
    public IReadOnlyList<string> Uncertain { get; init; } = [];

    /// <summary>Number that its file's name begins with, 004; null without one.</summary>
    public string? FileNumber { get; init; }

    /// <summary>Other names.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The title in 《》, with the number where there is no title.</summary>
    public string Shown => Title is { } title ? $"《{title}》" : Number ?? $"无标题的文件（{Id}）";

    /// <summary>The same for English sentences.</summary>
    public string ShownEnglish => Title is { } title ? (Number is { } number ? $"{number} 《{title}》" : $"《{title}》") : Number ?? $"the untitled document ({Id})";

    /// <summary>Whether a year is one of its own: of signing, publication or entry into force.</summary>
    public bool IsOfYear(int year) => Begins(SignedOn, year) || Begins(PublishedOn, year) || Begins(ValidFrom, year);

    private static bool Begins(string? date, int year) => date is { Length: >= 4 } && date.StartsWith(year.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
