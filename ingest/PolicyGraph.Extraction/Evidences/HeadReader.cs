using System.Text.RegularExpressions;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Reads numbers and terms that stand without a label: 某环审〔2022〕57号 above a letter, 不动产权第0183372号 on a title, the term in the clauses of a contract.</summary>
internal static partial class HeadReader
{
    private const int HeadLength = 600;
    private static readonly HashSet<string> Letters = new(StringComparer.Ordinal) { "management-duties", "construction-approval", "cleaner-production-audit", "authority-statement", "management-system-document" };
    private static readonly HashSet<string> Contracts = new(StringComparer.Ordinal) { "waste-transfer", "green-power" };

    /// <summary>Adds what no label gave.</summary>
    public static void Read(Draft draft, string type)
    {
        var text = draft.Paper.Text;
        var head = Math.Min(HeadLength, text.Length);
        if (type == "land-title" && Title().Match(text, 0, head) is { Success: true } title && !draft.Fields.Any(f => f.Name == "number" && f.Written.Contains("权第", StringComparison.Ordinal)))
        {
            draft.Remove(f => f.Name == "number" && !f.Written.Contains('号', StringComparison.Ordinal)); // the number of the sheet of paper
            Number(title);
        }

        if (Letters.Contains(type) && !draft.Has("number") && Letter().Match(text, 0, head) is { Success: true } letter)
        {
            Number(letter);
        }

        if (Letters.Contains(type) && !draft.Has("issuedOn"))
        {
            ReadDay(draft);
        }

        if (type is "monitoring-report" or "hazardous-substance-report" && !draft.Has("number") && Report().Match(text) is { Success: true } report)
        {
            Number(report.Groups[1]);
        }

        if (Contracts.Contains(type) && !draft.Has("validUntil"))
        {
            ReadTerm(draft);
        }

        void Number(Capture found)
        {
            var span = new TextSpan(found.Index, found.Index + found.Length);
            draft.AddText("number", span, span, draft.Paper.CellAt(span));
        }
    }

    // 某某区经信局　某经信函〔2026〕21号　2026-04-28: who, number and day on one line below the title
    private static void ReadDay(Draft draft)
    {
        foreach (var line in draft.Paper.Lines.Take(6).Where(l => l.Length <= 80))
        {
            if (DateScanner.FindAll(draft.Paper.Text, line.Start, line.End) is [{ Day: not null } date] && date.Span.End >= line.End - 1 && LineOfLetter().IsMatch(draft.Paper.Words(line)))
            {
                draft.AddDate("issuedOn", date, date.Span, date.Span);
                return;
            }
        }
    }

    private static void ReadTerm(Draft draft)
    {
        var text = draft.Paper.Text;
        foreach (var match in Term().EnumerateMatches(text))
        {
            var end = Math.Min(text.Length, match.Index + match.Length + 48);
            if (DateScanner.FindRange(text, match.Index, end) is { } range && range.To.Last >= range.From.First)
            {
                var whole = new TextSpan(match.Index, range.To.Span.End);
                draft.AddDate("validFrom", range.From, range.From.Span, whole, draft.Paper.CellAt(range.From.Span));
                draft.AddDate("validUntil", range.To, range.To.Span, whole, draft.Paper.CellAt(range.To.Span));
                return;
            }
        }
    }

    [GeneratedRegex(@"[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新黔滇]\((?:19|20)\d\d\)[\u4e00-\u9fff]{2,12}第\s?\d{4,12}\s?号", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Title();

    [GeneratedRegex(@"(?<![\u4e00-\u9fff])[\u4e00-\u9fff×XxA-Z]{2,14}[〔\[(]20\d\d[〕\])]\s?第?\d{1,4}号", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Letter();

    [GeneratedRegex(@"[〔\[(]20\d\d[〕\])]\s?第?\d{1,4}号|(?:局|厅|委员会|政府|管委会|公司)[\s|]+(?:19|20)\d\d", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex LineOfLetter();

    [GeneratedRegex(@"(?:^|\n|检测报告\s)\s*(?:No\.?|NO\.?|№)?[\s:]{0,3}((?=[A-Z0-9\-]*\d)[A-Z]{2,6}[-0-9][A-Z0-9\-]{4,20})\s*(?:$|\n)", RegexOptions.CultureInvariant | RegexOptions.Multiline, 2000)]
    private static partial Regex Report();

    [GeneratedRegex("(?:合同|协议|本合同|本协议)(?:的)?(?:有效期限?|期限|履行期限?|执行期限?)|交易(?:期间|周期|执行期)|供电期限", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Term();
}
