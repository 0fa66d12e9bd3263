using System.Text.RegularExpressions;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Reads certificates that are written as sentences, and the standards that any paper names.</summary>
internal static partial class CertificateReader
{
    /// <summary>Adds what sentences say and no label gave, group by group.</summary>
    public static void Read(Draft draft)
    {
        var paper = draft.Paper;
        var groups = draft.Fields.Select(f => f.Group).DefaultIfEmpty(0).Max();
        if (groups > 0 && paper.Grids.Count == 0)
        {
            var begins = new int[groups + 1];
            Array.Fill(begins, paper.Text.Length);
            foreach (var field in draft.Fields)
            {
                begins[field.Group] = Math.Min(begins[field.Group], field.Span.Start);
            }

            for (var g = 0; g <= groups; g++)
            {
                var end = g < groups ? begins[g + 1] : paper.Text.Length;
                if (end > begins[g])
                {
                    ReadPart(draft, new TextSpan(begins[g], end), g);
                }
            }

            return;
        }

        var starts = paper.Lines.Where(l => l.Length <= 40 && paper.Words(l).EndsWith("证书", StringComparison.Ordinal)).Select(l => l.Start).ToList();
        if (groups > 0 || starts.Count <= 1)
        {
            if (groups == 0)
            {
                ReadPart(draft, new TextSpan(0, paper.Text.Length), 0);
            }

            return;
        }

        draft.Change(0, f => f with { Group = Math.Max(0, GroupAt(starts, f.Span.Start)) });

        // several certificates one below the other, each under its title
        for (var i = 0; i < starts.Count; i++)
        {
            var part = new TextSpan(i == 0 ? 0 : starts[i], i + 1 < starts.Count ? starts[i + 1] : paper.Text.Length);
            ReadPart(draft, part, i);
        }
    }

    /// <summary>Adds the first standard that is named, for papers that say what they follow in a sentence.</summary>
    public static void ReadStandard(Draft draft)
    {
        if (!draft.Has("standard") && FindStandard(draft.Paper.Text, new TextSpan(0, draft.Paper.Text.Length)) is { } span)
        {
            draft.AddText("standard", span, span);
        }
    }

    // What stands above the first title belongs to the first.
    private static int GroupAt(List<int> starts, int offset)
    {
        var found = starts.BinarySearch(offset);
        return found >= 0 ? found : ~found - 1;
    }

    private static void ReadPart(Draft draft, TextSpan part, int group)
    {
        var text = draft.Paper.Text;
        draft.Group = group;
        if (Certified().Match(text, part.Start, part.Length) is { Success: true } certified && Organisations.FindFirst(text, certified.Index, Math.Min(part.End, certified.Index + 60)) is { } name)
        {
            Text("holder", name, name);
        }

        if (CreditCode.Find(text, part.Start, part.End) is { } code)
        {
            Text("creditCode", code, code);
        }

        if (FindStandard(text, part) is { } standard)
        {
            Text("standard", standard, standard);
        }

        Group("number", Number().Match(text, part.Start, part.Length));
        Group("scope", Scope().Match(text, part.Start, part.Length));
        Group("address", Address().Match(text, part.Start, part.Length));
        Group("status", Status().Match(text, part.Start, part.Length));
        ReadDates(draft, part, group);
        draft.Group = 0;

        void Text(string field, TextSpan value, TextSpan whole)
        {
            if (!draft.Has(field, group))
            {
                draft.AddText(field, value, whole);
            }
        }

        void Group(string field, Match match)
        {
            if (match.Success)
            {
                var value = new TextSpan(match.Groups[1].Index, match.Groups[1].Index + match.Groups[1].Length).Trim(text);
                Text(field, value, new TextSpan(match.Index, match.Index + match.Length).Cover(value));
            }
        }
    }

    private static void ReadDates(Draft draft, TextSpan part, int group)
    {
        var text = draft.Paper.Text;
        if (Validity().Match(text, part.Start, part.Length) is { Success: true } validity)
        {
            var end = Math.Min(part.End, validity.Index + validity.Length + 40);
            var stop = text.IndexOfAny(['。', ';', '\n'], validity.Index, end - validity.Index);
            end = stop < 0 ? end : stop;
            var dates = DateScanner.FindAll(text, validity.Index, end);
            var whole = new TextSpan(validity.Index, dates.Count > 0 ? dates[^1].Span.End : end);
            var until = dates.Count > 1 && DateScanner.FindRange(text, validity.Index, end) is not null ? 1 : 0;
            if (until == 1)
            {
                Add("validFrom", dates[0], whole);
            }

            if (dates.Count > until)
            {
                Add("validUntil", dates[until], whole);
            }
        }

        if (Issued().Match(text, part.Start, part.Length) is { Success: true } issued && DateScanner.ReadFirst(text, issued.Index, issued.Index + issued.Length) is { } on)
        {
            Add("issuedOn", on, new TextSpan(issued.Index, issued.Index + issued.Length));
        }

        void Add(string field, WrittenDate date, TextSpan whole)
        {
            if (!draft.Has(field, group))
            {
                draft.AddDate(field, date, date.Span, whole);
            }
        }
    }

    private static TextSpan? FindStandard(string text, TextSpan part)
    {
        var match = Standard().Match(text, part.Start, part.Length);
        return match.Success ? new TextSpan(match.Index, match.Index + match.Length).Trim(text) : null;
    }

    [GeneratedRegex(@"(?:GB/T|GB|ISO/TS|ISO/IEC|ISO|IEC|RB/T|OHSAS|SA|PAS|DB\d{2}/T|T/[A-Z]{2,8})\s?\d{4,5}(?:[.\-]\d{1,2}(?!\d))?(?:\s?[-:]\s?\d{4})?(?:\s?(?:/|idt|IDT|\(|、|,|和|及|eqv)\s?(?:GB/T|GB|ISO/TS|ISO|IEC|RB/T|OHSAS)\s?\d{4,5}(?:[.\-]\d{1,2}(?!\d))?(?:\s?[-:]\s?\d{4})?\)?){0,4}", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Standard();

    [GeneratedRegex(@"兹证明|特此证明|证明\s?:?|授予", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Certified();

    [GeneratedRegex(@"(?:证书注册号|证书编号|证书号|注册号|许可证编号|登记编号|报告编号)\s?(?:为|是|:)?\s?([A-Za-z0-9][A-Za-z0-9\-/().]{3,40}[A-Za-z0-9])", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?:认证范围|体系覆盖范围|覆盖范围|体系覆盖|覆盖|适用于|范围)\s?(?:为|是|包括|:)?\s?([^,。;\n]{2,80})", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Scope();

    [GeneratedRegex(@"(?:地址|住所|坐落于|位于)\s?(?:为|是|:)?\s?([^,。;()\n]{5,60})", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<![未不无如被])(?:证书|认证|资格|已|现|予以)(?:已|现|状态|资格|于[\d年月日\-]{6,11}|被|予以|:|为|处于){0,4}(暂停|撤销|注销)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Status();

    [GeneratedRegex(@"有效期(?:限)?\s?(?:自|至|到|为|截至|截止|从|:)|有效至|有效期|[Vv]alid (?:until|to|through|from)|[Ee]xpir(?:y|ation) [Dd]ate|[Dd]ate of [Ee]xpiry|[Ee]xpires", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Validity();

    [GeneratedRegex(@"(?:颁发日期|颁证日期|发证日期|首次颁发日期|颁发于|签发于)\s?(?:为|是|:)?\s?\d[\d年月日\-/.]{7,10}|(?:[Dd]ate of [Ii]ssue|[Ii]ssue [Dd]ate|[Ii]ssued on|[Dd]ate [Ii]ssued)\s?:?\s?[\dA-Z][\dA-Za-z ,.\-/]{7,18}\d|\d[\d年月日\-/.]{7,10}\s?(?:首次)?(?:颁发|发证|签发|颁证)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Issued();
}
