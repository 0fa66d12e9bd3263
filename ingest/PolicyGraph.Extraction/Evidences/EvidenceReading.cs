using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>What one piece of evidence is and says.</summary>
/// <param name="Type">An id of <c>schema/evidence.yaml</c>; <c>unrecognised</c> when no type fits.</param>
/// <param name="Confidence">0..1.</param>
/// <param name="Fields">The fields that were read, in reading order.</param>
public sealed record EvidenceReading(string Type, double Confidence, IReadOnlyList<EvidenceField> Fields);

/// <summary>One value of a piece of evidence, with the words that say it.</summary>
public sealed record EvidenceField
{
    /// <summary>A field of <c>schema/evidence.yaml</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The value's own words, as written: <c>10.8</c>, <c>50,000</c>, <c>GB/T 19001-2016</c>, <c>未列入</c>.</summary>
    public required string Written { get; init; }

    /// <summary>Where the whole statement stands (label, value and unit, or the table cell).</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The number for a quantity, with its written precision; null when the words are no clear number (1e400, 105[1], 约) or no quantity.</summary>
    public decimal? Number { get; init; }

    /// <summary>The unit as written, wherever it stood (cell, header, label); null when none was found or it is ambiguous.</summary>
    public string? Unit { get; init; }

    /// <summary>The date for a date field, ISO and as exact as its source: <c>2026</c>, <c>2026-03</c>, <c>2026-03-16</c>.</summary>
    public string? Date { get; init; }

    /// <summary>For a statement: <c>none</c>, <c>occurred</c>, <c>yes</c> or <c>no</c>.</summary>
    public string? Statement { get; init; }

    /// <summary>What the field is about where one has several: product, energy id of <c>lexicon/energies.yaml</c>, pollutant, material, function.</summary>
    public string? Qualifier { get; init; }

    /// <summary>First day that the value is about; null when the paper does not say.</summary>
    public DateOnly? PeriodStart { get; init; }

    /// <summary>Last day that the value is about.</summary>
    public DateOnly? PeriodEnd { get; init; }

    /// <summary>The organisation that the value is about, as written; null when the paper names none.</summary>
    public string? Subject { get; init; }

    /// <summary>Fields of one certificate, project, table row or statement share a number; 0 when the paper is one group.</summary>
    public int Group { get; init; }

    /// <summary>Whether the value is a total of others in the same paper (合计, 总计), a part of one (其中), or neither.</summary>
    public FieldRole Role { get; init; }

    /// <summary>Page from 1; null where the format has no pages.</summary>
    public int? Page { get; init; }

    /// <summary>Sheet; null outside spreadsheets.</summary>
    public string? Sheet { get; init; }

    /// <summary>Cell address such as <c>B7</c>; null outside spreadsheets.</summary>
    public string? Cell { get; init; }
}

/// <summary>How a value relates to others of the same field and paper.</summary>
public enum FieldRole
{
    /// <summary>It stands alone.</summary>
    Value,

    /// <summary>It sums others: 合计, 总计, 全年.</summary>
    Total,

    /// <summary>It is contained in another: 其中, a month, a quarter.</summary>
    Part,
}
