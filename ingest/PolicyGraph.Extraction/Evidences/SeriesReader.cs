using System.Globalization;
using System.Text.RegularExpressions;
using PolicyGraph.Ontology.Evidence;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Reads amounts that a sentence lists for several years at once (近三年（2023、2024、2025）产值依次为58亿元、61亿元、66亿元) and sums that it writes out (高炉渣6,000 t＋钢渣2,000 t＝合计8,000 t).</summary>
internal static partial class SeriesReader
{
    private const int Reach = 160;
    private const int MostYears = 10;

    /// <summary>Reads the series of a paragraph and marks them as taken.</summary>
    public static void Read(Draft draft, Telling state, LabelLexicon labels, NumberScanner numbers)
    {
        foreach (Match link in Links().Matches(state.Masked))
        {
            ReadYears(draft, state, labels, numbers, link);
        }

        foreach (Match sum in Sums().Matches(state.Masked))
        {
            ReadSum(draft, state, labels, numbers, sum);
        }
    }

    private static void ReadYears(Draft draft, Telling state, LabelLexicon labels, NumberScanner numbers, Match link)
    {
        var start = state.Masked.LastIndexOfAny(['。', ';', ',', '、', ':'], link.Index) + 1;
        var name = state.Masked[start..link.Index].Trim('□');
        var meaning = labels.Read(Lead().Replace(name, string.Empty));
        var years = YearsBefore(state.Text.Text, link.Index);
        if (years.Count < 2 && name.StartsWith("同期", StringComparison.Ordinal))
        {
            years = YearsBefore(NormalizedText.Fold(draft.Paper.Text[..state.Paragraph.Start]).Squeeze().Text, null); // of the paragraph before
        }

        if (meaning is { Field: not { Kind: EvidenceKind.Quantity } } or { Field: null } || meaning.IsRefused || years.Count < 2)
        {
            return;
        }

        var values = new List<WrittenNumber>();
        var at = link.Index + link.Length;
        while (values.Count < MostYears && numbers.ReadAt(state.Masked, at, state.Masked.Length) is { Value: not null } number)
        {
            values.Add(number);
            at = Math.Max(number.End, number.Span.End);
            if (at >= state.Masked.Length || state.Masked[at] is not ('、' or ',' or '和' or '/'))
            {
                break;
            }

            at++;
        }

        if (values.Count != years.Count)
        {
            return;
        }

        for (var i = 0; i < values.Count; i++)
        {
            Add(draft, state, meaning.Field!, values[i], values[i].Unit ?? values[^1].Unit, Period.OfYear(years[i]), null, FieldRole.Value); // a field: seen above
        }

        state.Taken.Add((link.Index, at));
    }

    private static void ReadSum(Draft draft, Telling state, LabelLexicon labels, NumberScanner numbers, Match sum)
    {
        var meaning = labels.Read(Lead().Replace(sum.Groups[1].Value, string.Empty));
        var topic = state.Masked[..sum.Index].Contains('危', StringComparison.Ordinal) ? string.Empty : "一般工业固体废物";
        if (meaning.IsRefused || FieldChoice.Resolve(labels.Vocabulary, meaning, "t", topic) is not { Kind: EvidenceKind.Quantity } field)
        {
            return;
        }

        var (parts, total) = (sum.Groups[2], sum.Groups[3]);
        var period = PeriodChoice.Resolve(meaning, PeriodCaption.In(state.Masked[..(sum.Index + sum.Groups[1].Length)]) ?? draft.Period);
        for (var at = parts.Index; at < parts.Index + parts.Length; at++)
        {
            var end = state.Masked.IndexOf('+', at, parts.Index + parts.Length - at) is >= 0 and var plus ? plus : parts.Index + parts.Length;
            var digit = state.Masked.AsSpan(at, end - at).IndexOfAnyInRange('0', '9');
            if (digit >= 0 && numbers.ReadAt(state.Masked, at + digit, end) is { Value: not null } number)
            {
                Add(draft, state, field, number, number.Unit, period, digit > 0 ? state.Masked.Substring(at, digit) : null, FieldRole.Value); // all that is summed, so that the total only has to be its sum
            }

            at = end;
        }

        var first = total.Index + Math.Max(0, total.ValueSpan.IndexOfAnyInRange('0', '9'));
        if (numbers.ReadAt(state.Masked, first, state.Masked.Length) is { Value: not null } whole)
        {
            Add(draft, state, field, whole, whole.Unit, period, null, FieldRole.Total);
        }

        state.Taken.Add((sum.Index, sum.Index + sum.Length));
    }

    private static void Add(Draft draft, Telling state, EvidenceFieldType field, WrittenNumber number, string? unit, Period? period, string? qualifier, FieldRole role)
    {
        var whole = state.Text.Origin(number.Span.Start, Math.Max(number.End, number.Span.End)).Shift(state.Paragraph.Start);
        var figures = state.Text.Origin(number.Span.Start, number.Span.End).Shift(state.Paragraph.Start);
        draft.AddNumber(field.Name, number with { Span = figures }, whole, period, qualifier, unit, role);
    }

    // 2023—2025年, （2023、2024、2025）: the years that were named last before the list.
    private static List<int> YearsBefore(string text, int? before)
    {
        var end = before ?? text.Length;
        var start = Math.Max(0, end - Reach);
        var found = Years().Matches(text[start..end]);
        if (found.Count == 0)
        {
            return [];
        }

        var years = Numbers().Matches(found[^1].Value).Select(m => int.Parse(m.ValueSpan, CultureInfo.InvariantCulture)).ToList();
        return years.Count == 2 && Joined().IsMatch(found[^1].Value) ? (years[1] - years[0]) is > 0 and < MostYears ? [.. Enumerable.Range(years[0], years[1] - years[0] + 1)] : [] : years;
    }

    [GeneratedRegex("(?:分别|依次)(?:为|是|达|达到|完成)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Links();

    [GeneratedRegex("^(?:同期|同时期|期间|近[三两五]年|上述|各年|我?公司|本公司|企业|□)+", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"(?:19|20)\d\d年?(?:-|~|至|到)(?:19|20)\d\d年?|(?:19|20)\d\d年?(?:[、,和](?:19|20)\d\d年?){1,9}", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Years();

    [GeneratedRegex(@"(?:-|~|至|到)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Joined();

    [GeneratedRegex(@"(?:19|20)\d\d", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Numbers();

    // 综合利用量：高炉渣6,000t+钢渣2,000t+除尘灰560t=合计8,860t
    [GeneratedRegex(@"([\u4e00-\u9fff]{2,20}量)(?:为|是|:)((?:[\u4e00-\u9fff]{0,12}[\d,.]{1,16}[\u4e00-\u9fffA-Za-z³²]{0,6}\+){1,20}[\u4e00-\u9fff]{0,12}[\d,.]{1,16}[\u4e00-\u9fffA-Za-z³²]{0,6})=((?:合计|共计|总计|共)?[\d,.]{1,16}[\u4e00-\u9fffA-Za-z³²]{0,6})", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Sums();
}
