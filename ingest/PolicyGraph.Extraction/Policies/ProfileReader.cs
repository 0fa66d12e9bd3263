using System.Globalization;
using PolicyGraph.Documents;
using PolicyGraph.Documents.Structure;
using PolicyGraph.Ontology.Lexicon;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Policies;

/// <summary>Reads what a document says of itself: title, number, issuers, addressee, dates, period, place.</summary>
internal sealed class ProfileReader(PolicyLexicon lexicon)
{
    private static readonly (string Word, string Kind)[] Kinds =
    [
        ("通知", "notice"), ("规划", "plan"), ("纲要", "plan"), ("实施方案", "scheme"), ("工作方案", "scheme"), ("方案", "scheme"), ("行动计划", "scheme"), ("计划", "scheme"), ("意见", "opinion"), ("办法", "measures"), ("条例", "regulation"),
        ("细则", "measures"), ("规程", "measures"), ("规定", "measures"), ("指南", "guide"), ("导则", "guide"), ("指引", "guide"), ("目录", "catalogue"), ("名单", "catalogue"), ("标准", "standard"), ("规范", "standard"), ("通则", "standard"), ("公告", "announcement"), ("通告", "announcement"),
        ("批复", "reply"), ("函", "letter"), ("决定", "decision"), ("法", "law"), ("要点", "plan"), ("措施", "opinion"), ("行动", "scheme"),
    ];

    /// <summary>Reads the profile.</summary>
    /// <param name="document">The document.</param>
    /// <param name="tree">Its provisions.</param>
    /// <param name="folded">Its text, folded and without white space.</param>
    /// <param name="hints">What is known beside the text.</param>
    public DocumentProfile Read(Document document, ProvisionTree tree, string folded, DocumentHints? hints)
    {
        var text = document.Text.Text;
        var lines = Lines(document, tree);
        var titles = tree.Sections.Where(s => s.Level == 0).ToList();
        var title = hints?.Title ?? titles.FirstOrDefault()?.Title;
        var cover = tree.Cover;
        var number = hints?.DocumentNumber ?? cover?.Number ?? lines.Head.Select(OwnNumber).FirstOrDefault(n => n is not null);
        var issuers = hints?.IssuingAuthorities ?? Issuers(title, number, lines);
        var signed = hints?.SignedOn ?? lines.Signature.Concat(lines.Head).Select(l => WholeDate(l)).FirstOrDefault(d => d is not null);
        var (published, effective, until) = Dates(folded, lines);
        published = hints?.PublishedOn ?? cover?.PublishedOn ?? published;
        var (from, last) = Validity.In(folded, published ?? signed);
        var period = titles.Append(null).Select(t => t?.Title ?? title ?? string.Empty).Select(PlanHorizon.PeriodOf).FirstOrDefault(p => p.End is not null);
        var place = Place(title, issuers);
        return new DocumentProfile
        {
            Title = title,
            Kind = cover is not null ? "standard" : KindOf(title, lines),
            DocumentNumber = number,
            IssuingAuthorities = issuers,
            SignedOn = signed,
            PublishedOn = published,
            EffectiveFrom = cover?.EffectiveFrom ?? effective ?? from,
            ValidUntil = until ?? last,
            Replaces = [.. cover?.Replaces ?? [], .. Replaced(text)],
            Addressees = lines.Head.Where(IsAddressee).Take(1).Select(l => l[(l.LastIndexOf('号') + 1)..^1]).ToList(),
            PlanStart = period.Start?.ToString(CultureInfo.InvariantCulture),
            PlanEnd = period.End?.ToString(CultureInfo.InvariantCulture),
            Level = hints?.Level ?? place?.Level,
            Jurisdiction = hints?.Jurisdiction ?? place?.Name,
        };
    }

    private sealed record Margins(IReadOnlyList<string> Head, IReadOnlyList<string> Signature);

    /// <summary>Lines before the first provision and short lines near the end, folded and squeezed.</summary>
    private static Margins Lines(Document document, ProvisionTree tree)
    {
        var all = (document.Blocks.Count > 0 ? document.Blocks : Block.FromLines(document.Text)).Where(b => b.Kind != BlockKind.Table).ToList();
        var head = all.Where(b => b.Span.Start < tree.Preamble).Take(25).Select(b => Plain(document, b.Span)).ToList();
        var tail = all.TakeLast(8).Where(b => b.Span.Length < 60 && b.Span.Start >= tree.Preamble).Select(b => Plain(document, b.Span)).ToList();
        return new Margins(head, tail);
    }

    private static string Plain(Document document, TextSpan span) => NormalizedText.Fold(document.Text.Slice(span.Length > 400 ? new TextSpan(span.Start, span.Start + 400) : span)).Squeeze().Text;

    /// <summary>工信厅节函〔2016〕586号, alone on its line or behind the title.</summary>
    private static string? OwnNumber(string line)
    {
        line = line.Trim('(', ')', ' ');
        var open = line.IndexOf('[', StringComparison.Ordinal);
        var close = open < 0 ? -1 : line.IndexOf(']', open);
        var end = close < 0 ? -1 : line.IndexOf('号', close);
        if (open < 2 || open > 14 || close - open != 5 || end < 0 || end - close > 6 || end + 1 < line.Length - 2 || line.AsSpan(0, open).IndexOfAny("《》、,。") >= 0)
        {
            return null;
        }

        return $"{line[..open]}〔{line[(open + 1)..close]}〕{line[(close + 1)..(end + 1)]}";
    }

    private List<string> Issuers(string? title, string? number, Margins lines)
    {
        var issuers = new List<string>();
        if (title is not null && title.IndexOf('关', StringComparison.Ordinal) is > 0 and var about)
        {
            issuers.AddRange(Authorities(title[..about]));
        }

        foreach (var line in lines.Head.Concat(lines.Signature).Where(l => l.Length <= 40))
        {
            var named = Authorities(line);
            if (issuers.Count == 0 && named.Count > 0 && named.Sum(n => n.Length) >= line.Length - 8)
            {
                issuers.AddRange(named);
            }
        }

        if (issuers.Count == 0 && number is not null)
        {
            if (lexicon.Authorities.FindByNumber(number) is { } known)
            {
                issuers.Add(known.Name);
            }
            else if (lexicon.Authorities.ProvincePrefixes.GetValueOrDefault(number[0]) is { } province && number.Length > 2 && number[1] == '政')
            {
                issuers.Add(province + (number.Contains("政办", StringComparison.Ordinal) ? "人民政府办公厅" : "人民政府"));
            }
        }

        return issuers;
    }

    /// <summary>The authorities that a line consists of: 工业和信息化部办公厅, 甘肃省人民政府.</summary>
    private List<string> Authorities(string line)
    {
        var found = new List<string>();
        for (var i = 0; i < line.Length; i++)
        {
            var longest = Math.Min(24, line.Length - i);
            for (var length = longest; length >= 3; length--)
            {
                var word = line.Substring(i, length);
                if (lexicon.Authorities.ByName.GetValueOrDefault(word) is { } national)
                {
                    found.Add(national.Name);
                    i += length - 1;
                    break;
                }

                if (lexicon.Jurisdictions.FindAtStart(word) is { Level: not "national" } place && word.StartsWith(place.Name, StringComparison.Ordinal) && lexicon.Authorities.Departments.Contains(word[place.Name.Length..]))
                {
                    found.Add(word);
                    i += length - 1;
                    break;
                }
            }
        }

        return [.. found.Distinct()];
    }

    private Jurisdiction? Place(string? title, IReadOnlyList<string> issuers)
    {
        if (title is not null && lexicon.Jurisdictions.FindAtStart(title) is { Level: not "national" } named)
        {
            return named;
        }

        foreach (var issuer in issuers)
        {
            if (lexicon.Jurisdictions.FindAtStart(issuer) is { Level: not "national" } place)
            {
                return place;
            }

            if (lexicon.Authorities.ByName.GetValueOrDefault(issuer)?.Level == "national")
            {
                return lexicon.Jurisdictions.Find("全国");
            }
        }

        return title is not null && (title.StartsWith("国家", StringComparison.Ordinal) || title.StartsWith("中华人民共和国", StringComparison.Ordinal)) ? lexicon.Jurisdictions.Find("全国") : null;
    }

    private static string? KindOf(string? title, Margins lines)
    {
        if (title is not null)
        {
            var bare = title.EndsWith('）') || title.EndsWith(')') ? title[..Math.Max(1, title.LastIndexOfAny(['（', '(']))] : title;
            foreach (var (word, kind) in Kinds)
            {
                if (bare.EndsWith(word, StringComparison.Ordinal))
                {
                    return kind;
                }
            }
        }

        var head = string.Concat(lines.Head);
        return head.Contains("通知如下", StringComparison.Ordinal) ? "notice"
            : head.Contains("制定本规划", StringComparison.Ordinal) ? "plan"
            : head.Contains("本实施方案", StringComparison.Ordinal) || head.Contains("本方案", StringComparison.Ordinal) ? "scheme"
            : head.Contains("制定本办法", StringComparison.Ordinal) ? "measures"
            : null;
    }

    private static bool IsAddressee(string line) =>
        line.Length is > 3 and < 160 && line[^1] == ':' && !line.Contains('。', StringComparison.Ordinal) && (line[0] == '各' || line.Contains('各', StringComparison.Ordinal) || line.Contains("单位", StringComparison.Ordinal) || line.Contains("人民政府", StringComparison.Ordinal) || line.Contains("主管部门", StringComparison.Ordinal));

    /// <summary>A line that is a day and nothing else: 2022年6月24日.</summary>
    private static string? WholeDate(string line) => line.Length <= 12 && DateAt(line, 0, out var end) is { } date && end == line.Length ? date : null;

    private static (string? Published, string? Effective, string? Until) Dates(string folded, Margins lines)
    {
        string? published = null, effective = null, until = null;
        var tail = folded[Math.Max(0, folded.Length - 1200)..];
        foreach (var line in lines.Head.Append(tail))
        {
            var margin = !ReferenceEquals(line, tail); // what the body says of being in force is Validity's
            for (var i = 0; i < line.Length; i++)
            {
                if (!char.IsAsciiDigit(line[i]) || (i > 0 && char.IsAsciiDigit(line[i - 1])) || DateAt(line, i, out var end) is not { } date)
                {
                    continue;
                }

                var behind = line.AsSpan(end, Math.Min(30, line.Length - end));
                var stop = behind.IndexOfAny(",。;)");
                var near = stop < 0 ? behind : behind[..stop];
                if (margin && (near.StartsWith("起施行") || near.StartsWith("起实施") || near.StartsWith("起执行") || near.StartsWith("施行") || near.StartsWith("起生效")))
                {
                    effective ??= date;
                }
                else if (near.Contains("公布", StringComparison.Ordinal) || near.Contains("发布", StringComparison.Ordinal) || near.Contains("印发", StringComparison.Ordinal))
                {
                    published ??= date;
                }
                else if (margin && i > 2 && (line.AsSpan(0, i).EndsWith("有效期至") || line.AsSpan(0, i).EndsWith("有效期截至") || line.AsSpan(0, i).EndsWith("有效期限至") || line.AsSpan(0, i).EndsWith("执行至")))
                {
                    until ??= date;
                }

                i = end - 1;
            }
        }

        return (published, effective, until);
    }

    /// <summary>A date at a place, as exact as it is: 2016, 2016-10, 2016-10-31; null when there is none or no calendar has it.</summary>
    internal static string? DateAt(string line, int start, out int end)
    {
        end = start;
        if (!Number(line, ref end, '年', out var year) || year is < 1949 or > 2100)
        {
            return null;
        }

        var at = end;
        if (!Number(line, ref at, '月', out var month) || month is < 1 or > 12)
        {
            return year.ToString(CultureInfo.InvariantCulture);
        }

        end = at;
        if (!Number(line, ref at, '日', out var day) || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return $"{year:D4}-{month:D2}";
        }

        end = at;
        return $"{year:D4}-{month:D2}-{day:D2}";
    }

    private static bool Number(string line, ref int at, char unit, out int value)
    {
        value = 0;
        var i = at;
        while (i < line.Length && i - at < 5 && char.IsAsciiDigit(line[i]))
        {
            value = (value * 10) + (line[i] - '0');
            i++;
        }

        if (i == at || i >= line.Length || line[i] != unit)
        {
            return false;
        }

        at = i + 1;
        return true;
    }

    /// <summary>《…》同时废止.</summary>
    private static List<string> Replaced(string text)
    {
        var replaced = new List<string>();
        for (var at = text.IndexOf("废止", StringComparison.Ordinal); at >= 0; at = text.IndexOf("废止", at + 2, StringComparison.Ordinal))
        {
            var sentence = Math.Max(text.LastIndexOf('。', at), at - 400);
            var words = text[Math.Max(0, sentence)..at];
            if (!words.Contains("同时", StringComparison.Ordinal) && !words.EndsWith("予以", StringComparison.Ordinal))
            {
                continue;
            }

            for (var open = words.IndexOf('《', StringComparison.Ordinal); open >= 0; open = words.IndexOf('《', open + 1))
            {
                var close = words.IndexOf('》', open);
                if (close > open)
                {
                    replaced.Add(string.Concat(words[(open + 1)..close].Where(c => !char.IsWhiteSpace(c))));
                }
            }
        }

        return [.. replaced.Distinct()];
    }
}
