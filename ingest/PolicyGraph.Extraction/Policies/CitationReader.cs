using PolicyGraph.Ontology.Lexicon;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Policies;

/// <summary>Reads the documents and standards that a text names: in 《》, by number, in a list of attachments, or as a catalogue or guide that is to be issued.</summary>
internal sealed class CitationReader
{
    private const int MaxTitle = 120;
    private const int MaxNumber = 40;
    private const int MaxForeign = 72;

    private static readonly string[] StandardPrefixes = ["GB/T", "GB/Z", "GBZ", "GB", "HJ/T", "HJ", "ISO/", "ISO", "IEC", "JB/T", "YB/T", "SJ/T", "DB", "T/C", "QB/T", "FZ/T", "HG/T", "JC/T", "NB/T", "XB/T"];
    private static readonly string[] StandardWords = ["系列国家标准", "系列标准", "国家标准", "行业标准", "地方标准", "标准"];
    private static readonly string[] Issuing = ["发布", "修订", "制定", "编制", "公布", "执行", "更新"];
    private static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create("，。；、：,;:()《》“”了见照合行和及与或按据");

    private readonly DocumentLexicon documents;
    private readonly IReadOnlyList<string> references;
    private readonly string text;
    private readonly string? ownTitle;
    private readonly HashSet<string> shortNames = new(StringComparer.Ordinal);
    private readonly List<Citation> citations = [];

    public CitationReader(PolicyLexicon lexicon, string text, string? ownTitle)
    {
        documents = lexicon.Documents;
        references = lexicon.Cues.Words("references");
        this.text = text;
        this.ownTitle = ownTitle is null ? null : Key(ownTitle);
    }

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<Citation> Citations => citations;

    /// <summary>Reads one paragraph.</summary>
    public void Read(Prose prose)
    {
        var taken = ReadBracketed(prose);
        ReadStandards(prose, taken);
        ReadForeign(prose, taken);
        ReadIssued(prose);
    }

    /// <summary>Reads a line of the list of attachments behind a notice.</summary>
    public void ReadAttachment(Prose prose)
    {
        var line = prose.Text;
        var start = line.StartsWith("附件", StringComparison.Ordinal) ? 2 : 0;
        while (start < line.Length && (ChineseAmount.IsDigit(line[start]) || line[start] is ':' or '.' or '、'))
        {
            start++;
        }

        if (line.Length - start is >= 4 and <= 60 && line.AsSpan(start).IndexOfAny('。', ';') < 0)
        {
            Add(prose, start, line.Length, Title(prose, start, line.Length).Trim('《', '》'), null);
        }
    }

    private List<(int Start, int End)> ReadBracketed(Prose prose)
    {
        var line = prose.Text;
        var taken = new List<(int, int)>();
        for (var open = line.IndexOf('《', StringComparison.Ordinal); open >= 0;)
        {
            var close = Close(line, open);
            if (close < 0)
            {
                open = line.IndexOf('《', open + 1);
                continue;
            }

            var title = Title(prose, open + 1, close);
            var end = close + 1;
            string? number = null;
            var bracketEnd = end < line.Length && line[end] == '(' ? line.IndexOf(')', end, Math.Min(MaxForeign, line.Length - end)) : -1;
            if (bracketEnd > 0 && bracketEnd - end < 60)
            {
                var inside = line[(end + 1)..bracketEnd];
                if (inside.StartsWith("以下简称", StringComparison.Ordinal) || inside.StartsWith("以下称", StringComparison.Ordinal) || inside.StartsWith("简称", StringComparison.Ordinal))
                {
                    shortNames.Add(Key(inside[(inside.IndexOf('称', StringComparison.Ordinal) + 1)..].Trim('《', '》', '“', '”')));
                }
                else if (IsNumber(inside))
                {
                    number = Title(prose, end + 1, bracketEnd);
                    end = bracketEnd + 1;
                }
            }

            if (title.Length > 0 && !shortNames.Contains(Key(title)) && Key(title) != ownTitle)
            {
                Add(prose, open, end, title, number);
            }

            taken.Add((open, end));
            open = line.IndexOf('《', close);
        }

        return taken;
    }

    /// <summary>The 》 that closes, one level of 《》 or 〈〉 inside allowed; -1 when there is none near.</summary>
    private static int Close(string line, int open)
    {
        var depth = 0;
        for (var i = open; i < line.Length && i - open <= MaxTitle; i++)
        {
            depth += line[i] switch { '《' => 1, '》' => -1, _ => 0 };
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsNumber(string inside) =>
        inside.Length <= MaxNumber && ((inside.EndsWith('号') && inside.AsSpan().IndexOfAnyInRange('0', '9') >= 0) || (Array.Exists(StandardPrefixes, p => inside.StartsWith(p, StringComparison.Ordinal)) && inside.AsSpan().IndexOfAnyInRange('0', '9') >= 0));

    /// <summary>Standards by their number where no 《》 stands before.</summary>
    private void ReadStandards(Prose prose, List<(int Start, int End)> taken)
    {
        var line = prose.Text;
        for (var i = 0; i < line.Length; i++)
        {
            if (!char.IsAsciiLetterUpper(line[i]) || (i > 0 && char.IsAsciiLetterOrDigit(line[i - 1])) || taken.Exists(t => i >= t.Start && i < t.End))
            {
                continue;
            }

            var prefix = Array.Find(StandardPrefixes, p => string.CompareOrdinal(line, i, p, 0, p.Length) == 0);
            if (prefix is null)
            {
                continue;
            }

            var end = i + prefix.Length;
            while (end < line.Length && (char.IsAsciiLetterOrDigit(line[end]) || line[end] is '/' or '-' or '.'))
            {
                end++;
            }

            if (line.AsSpan(i, end - i).IndexOfAnyInRange('0', '9') < 0)
            {
                continue;
            }

            var bracket = i > 0 && line[i - 1] == '(' && end < line.Length && line[end] == ')';
            var from = bracket ? NounStart(line, i - 1) : i;
            var title = bracket && i - 1 - from >= 4 ? Bare(Title(prose, from, i - 1)) : null;
            Add(prose, title is null ? i : from, bracket ? end + 1 : end, title, Title(prose, i, end));
            i = end;
        }
    }

    private static string Bare(string title)
    {
        foreach (var word in StandardWords)
        {
            if (word != "标准" && title.EndsWith(word, StringComparison.Ordinal) && title.Length > word.Length + 3)
            {
                return title[..^word.Length];
            }
        }

        return title;
    }

    /// <summary>Foreign instruments: …物质(ROHS), …计划(… Initiative, SMI), 排放标准 EU Stage IIIA, 第7框架计划.</summary>
    private void ReadForeign(Prose prose, List<(int Start, int End)> taken)
    {
        var line = prose.Text;
        for (var open = line.IndexOf('(', StringComparison.Ordinal); open >= 0; open = line.IndexOf('(', open + 1))
        {
            var close = line.IndexOf(')', open, Math.Min(MaxForeign, line.Length - open));
            if (close < 0 || taken.Exists(t => open >= t.Start && open < t.End))
            {
                continue;
            }

            var inside = line[(open + 1)..close];
            var from = NounStart(line, open);
            var known = documents.Instruments.Contains(inside);
            var programme = open - from >= 5 && inside.Length > 9 && char.IsAsciiLetter(inside[0]) && Words.Ending(line.AsSpan(from, open - from), ["计划", "战略", "倡议", "法案", "指令"]) is not null;
            if (known || programme)
            {
                Add(prose, from, close + 1, Title(prose, from, open), Title(prose, open + 1, close));
            }
        }

        for (var at = line.IndexOf("框架计划", StringComparison.Ordinal); at >= 0; at = line.IndexOf("框架计划", at + 4, StringComparison.Ordinal))
        {
            var from = NounStart(line, at);
            if (line.AsSpan(from, at - from).Contains('第'))
            {
                Add(prose, from, at + 4, Title(prose, from, at + 4), null);
            }
        }

        for (var at = line.IndexOf("标准EU", StringComparison.Ordinal); at >= 0; at = line.IndexOf("标准EU", at + 4, StringComparison.Ordinal))
        {
            var from = NounStart(line, at);
            Add(prose, from, at + 2, Title(prose, from, at + 2), null);
        }
    }

    /// <summary>发布工业绿色产品目录: a catalogue or guide that is to be issued or kept, named without 《》.</summary>
    private void ReadIssued(Prose prose)
    {
        var line = prose.Text;
        foreach (var word in references)
        {
            for (var at = line.IndexOf(word, StringComparison.Ordinal); at >= 0; at = line.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            {
                var end = at + word.Length;
                var clause = at;
                while (clause > 0 && !",。;:、《》()".Contains(line[clause - 1], StringComparison.Ordinal))
                {
                    clause--;
                }

                var (verbAt, verb) = Words.Last(line.AsSpan(clause, at - clause), Issuing);
                var from = clause + verbAt + verb.Length;
                if (verbAt is >= 0 and <= 4 && end - from is >= 7 and <= 24 && (end == line.Length || ",。;、".Contains(line[end], StringComparison.Ordinal)) && line.AsSpan(from, at - from).IndexOfAny('和', '与') < 0)
                {
                    Add(prose, from, end, Title(prose, from, end), null);
                }
            }
        }
    }

    /// <summary>Where the noun before <paramref name="end"/> begins.</summary>
    private static int NounStart(string line, int end)
    {
        var start = end;
        while (start > 0 && end - start < 40 && (!Breaks.Contains(line[start - 1]) || (line[start - 1] is '与' or '和' && end - start < 8)))
        {
            start--;
        }

        return start;
    }

    private void Add(Prose prose, int start, int end, string? title, string? number)
    {
        var known = title is null ? null : documents.Find(title);
        var wrong = known is not null && number is not null && known.Wrong.Any(w => Key(w) == Key(number));
        citations.Add(new Citation(prose.Origin(start, end), prose.Path, title, number, wrong ? known!.Title : null, wrong ? known!.Number : null)); // wrong says that known is there
    }

    /// <summary>The words as printed, white space left out.</summary>
    private string Title(Prose prose, int start, int end)
    {
        if (end <= start)
        {
            return string.Empty;
        }

        var span = prose.Origin(start, end);
        return string.Concat(text[span.Start..span.End].Where(c => !char.IsWhiteSpace(c)));
    }

    private static string Key(string name) => NormalizedText.Fold(name).Squeeze().Text;
}
