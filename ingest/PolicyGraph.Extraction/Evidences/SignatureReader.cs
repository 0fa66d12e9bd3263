using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Reads what stands at the foot of letters and certificates: who signed, and the date on a line of its own.</summary>
internal static class SignatureReader
{
    private static readonly string[] Offices = ["局", "委员会", "政府", "法院", "税务", "支队", "大队", "中心", "协会", "公司", "厅", "所", "办公室", "管委会"];

    private static readonly string[] Seals = ["(章)", "(盖章)", "(公章)", "(印章)"];

    /// <summary>Adds issuer and issuedOn where no label gave them.</summary>
    public static void Read(Draft draft)
    {
        var paper = draft.Paper;
        var lines = paper.Lines;
        for (var i = lines.Count - 1; i >= Math.Max(0, lines.Count - 6); i--)
        {
            var dates = DateScanner.FindAll(paper.Text, lines[i].Start, lines[i].End);
            if (dates is not [{ Day: not null } date] || lines[i].Length > date.Span.Length + 30 || (dates[0].Span.End < lines[i].End - 2 && !Array.Exists(Seals, s => paper.Words(new TextSpan(dates[0].Span.End, lines[i].End)).Trim() == s)))
            {
                continue;
            }

            var lead = WithoutSeal(paper.Words(new TextSpan(lines[i].Start, date.Span.Start)).Trim());
            if (lead.Length > 0 && !Array.Exists(Offices, o => lead.EndsWith(o, StringComparison.Ordinal)))
            {
                continue;
            }

            if (!lead.EndsWith(':') && !draft.Has("issuedOn"))
            {
                draft.AddDate("issuedOn", date, date.Span, date.Span);
            }

            ReadOffice(draft, lead.Length > 3 ? new TextSpan(lines[i].Start, date.Span.Start).Trim(paper.Text) : i > 0 ? lines[i - 1] : lines[i]);
            return;
        }
    }

    // 市节能监察支队（章）
    private static string WithoutSeal(string words) => Array.Find(Seals, s => words.EndsWith(s, StringComparison.Ordinal)) is { } seal && words.Length > seal.Length ? words[..^seal.Length].TrimEnd() : words;

    private static void ReadOffice(Draft draft, TextSpan line)
    {
        var words = WithoutSeal(draft.Paper.Words(line).TrimEnd()).TrimEnd(')', ' ');
        var open = words.IndexOf("(盖章", StringComparison.Ordinal);
        words = open > 0 ? words[..open] : words;
        if (words.Length is >= 4 and <= 30 && !words.Contains(':', StringComparison.Ordinal) && Array.Exists(Offices, o => words.EndsWith(o, StringComparison.Ordinal)) && !draft.Has("issuer"))
        {
            draft.AddText("issuer", new TextSpan(line.Start, line.Start + words.Length), line);
        }
    }
}
