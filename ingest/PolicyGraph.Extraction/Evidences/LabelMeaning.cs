using PolicyGraph.Ontology.Evidence;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>What a label (a row's name, a column's header, the words before a colon) says of the value beside it.</summary>
internal sealed record LabelMeaning
{
    /// <summary>The field; null when the label names none.</summary>
    public EvidenceFieldType? Field { get; init; }

    /// <summary>Generated, utilised and the like, whose field depends on what the paper or row is about.</summary>
    public LabelStem Stem { get; init; }

    /// <summary>What is left of the label before the field's name: product, pollutant.</summary>
    public string? Qualifier { get; init; }

    /// <summary>The energy that the label names.</summary>
    public Energy? Energy { get; init; }

    /// <summary>The unit in the label.</summary>
    public string? Unit { get; init; }

    /// <summary>The year in the label.</summary>
    public int? Year { get; init; }

    /// <summary>Months of the year, first and last, when the label names months, a quarter or a half.</summary>
    public (int First, int Last)? Months { get; init; }

    /// <summary>The day or the range of days that the label is.</summary>
    public Period? Days { get; init; }

    /// <summary>How many years up to the last one the label sums: 三年合计, 近三年累计; null for a label of one.</summary>
    public int? YearCount { get; init; }

    /// <summary>The last year, the same time of last year.</summary>
    public bool IsLastYear { get; init; }

    /// <summary>合计, 总计, 全年.</summary>
    public bool IsTotal { get; init; }

    /// <summary>其中.</summary>
    public bool IsPart { get; init; }

    /// <summary>本月.</summary>
    public bool IsThisMonth { get; init; }

    /// <summary>本年累计, 1-本月.</summary>
    public bool IsToDate { get; init; }

    /// <summary>Part of the table's scaffold: number, unit, name, remark.</summary>
    public LabelPlace Place { get; init; }

    /// <summary>A plan, a limit, a comparison: no value of the time it names.</summary>
    public bool IsRefused { get; init; }

    /// <summary>The label without enumerator, unit and period.</summary>
    public string Rest { get; init; } = string.Empty;

    /// <summary>Whether the label names a time.</summary>
    public bool HasPeriod => Year is not null || Months is not null || Days is not null || YearCount is not null || IsLastYear || IsThisMonth || IsToDate;

    /// <summary>Whether the label says anything that leads to a field.</summary>
    public bool HasField => Field is not null || Stem != LabelStem.None;
}

/// <summary>A label whose field depends on its surroundings.</summary>
internal enum LabelStem
{
    None,
    Generated,
    Utilised,
    StockUtilised,
    Disposed,
    Discharged,
}

/// <summary>Labels that hold a table together.</summary>
internal enum LabelPlace
{
    None,
    Index,
    Name,
    Unit,
    Code,
    Remark,
    Time,
    Value,
}
