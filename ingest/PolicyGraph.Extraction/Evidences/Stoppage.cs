using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>How long production stood still: only twelve months on end are no normal operation (工信部节〔2024〕13号 第十五条).</summary>
internal static partial class Stoppage
{
    private const int Months = 12;

    /// <summary>Whether a clause says that a stop lasted, by its days or in so many words, less than twelve months; null where it does not say how long.</summary>
    public static bool? IsShort(string clause)
    {
        if (!Stop().IsMatch(clause))
        {
            return null;
        }

        if (DateScanner.FindRange(clause, 0, clause.Length) is { } range && range.To.Last >= range.From.First)
        {
            return range.From.First.AddMonths(Months) > range.To.Last.AddDays(1);
        }

        var lasted = Lasted().Match(clause);
        return lasted.Success ? (lasted.Groups[2].Value is "天" or "日" ? Count(lasted.Groups[1].Value) / 31 : Count(lasted.Groups[1].Value)) < Months : null;
    }

    private static int Count(string words) =>
        int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : NumberWords.TryRead(words, out var written) ? (int)written : Months;

    [GeneratedRegex("停产|停业|歇业|停工", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Stop();

    [GeneratedRegex(@"(?:停产|停业|歇业|停工)(?:检修|整修|改造|技改)?(?:约|共|累计|连续)?(\d{1,3}|[一二三四五六七八九十两]{1,3})(个月|天|日)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Lasted();
}
