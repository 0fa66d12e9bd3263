using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Policies;

/// <summary>Which years lie ahead of a document: what its title, its periods and its due years say.</summary>
/// <param name="PlanStart">First year of the plan; null when it has none.</param>
/// <param name="PlanEnd">Last year of the plan.</param>
/// <param name="Written">Year of the signature or number; null when unknown.</param>
/// <param name="HasDueYears">Whether the text states any 到…年.</param>
/// <param name="SetsNoTargets">Whether it is a law or regulation that states no year at all.</param>
internal sealed record PlanHorizon(int? PlanStart, int? PlanEnd, int? Written, bool HasDueYears, bool SetsNoTargets)
{
    private static readonly (string Name, int End)[] Periods =
    [
        ("九五", 2000), ("十五五", 2030), ("十一五", 2010), ("十二五", 2015), ("十三五", 2020), ("十四五", 2025), ("十六五", 2035), ("十五", 2005),
    ];

    /// <summary>Whether a year is due after the document was written.</summary>
    public bool IsAhead(int year) => year >= (PlanStart ?? Written ?? 0) && year >= (Written ?? 0);

    /// <summary>The last year of the period that a sentence is about: “十四五”期间; null when it names none.</summary>
    public static int? PeriodIn(string sentence)
    {
        foreach (var (name, end) in Periods)
        {
            var at = sentence.IndexOf($"“{name}”", StringComparison.Ordinal);
            if (at >= 0 && at < 8)
            {
                var behind = sentence.AsSpan(at + name.Length + 2);
                if (behind.StartsWith("期间") || behind.StartsWith("时期") || behind.StartsWith("末") || behind.StartsWith("以来"))
                {
                    return end;
                }
            }
        }

        return null;
    }

    /// <summary>The period that a title names: （2016-2020年）, “十三五”, 2022年.</summary>
    public static (int? Start, int? End) PeriodOf(string title)
    {
        var folded = NormalizedText.Fold(title).Squeeze().Text;
        for (var i = 0; i + 9 <= folded.Length; i++)
        {
            if (folded[i] is '1' or '2' && TryYear(folded, i, out var from))
            {
                var j = i + 4;
                while (j < folded.Length && folded[j] is '-' or '~' or '至' or '年' or '到')
                {
                    j++;
                }

                if (j > i + 4 && TryYear(folded, j, out var to) && to > from)
                {
                    return (from, to);
                }
            }
        }

        foreach (var (name, end) in Periods)
        {
            if (folded.Contains($"“{name}”", StringComparison.Ordinal) || folded.Contains($"\"{name}\"", StringComparison.Ordinal))
            {
                return (end - 4, end);
            }
        }

        foreach (var (word, end) in (ReadOnlySpan<(string, int)>)[("第十二个五年", 2015), ("第十三个五年", 2020), ("第十四个五年", 2025), ("第十五个五年", 2030)])
        {
            if (folded.Contains(word, StringComparison.Ordinal))
            {
                return (end - 4, end);
            }
        }

        return (null, null);
    }

    private static bool TryYear(string text, int i, out int year)
    {
        year = 0;
        return i + 4 <= text.Length && int.TryParse(text.AsSpan(i, 4), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out year) && year is > 1948 and < 2101;
    }
}
