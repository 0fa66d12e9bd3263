using PolicyGraph.Text;

namespace PolicyGraph.Documents.Structure;

/// <summary>Reads 编章节条款项目, 一、（一）1.（1）①, 专栏 and 附件 out of the lines of a document.</summary>
/// <remarks>One pass over the lines, with a stack; the time is linear in the length of the text.</remarks>
public sealed class ProvisionParser
{
    private const string Preamble = "导语";
    private const int MaxLead = 26;
    private const int MaxSegment = 40;
    private const int ChapterRank = 20;
    private const int ArticleRank = 30;
    private const int BoxRank = 50;
    private const int PreambleRank = 75;
    private const int CaptionRank = 80;
    private const int ParagraphRank = 90;

    private readonly string text;
    private readonly List<TextLine> lines;
    private readonly HeadingMark?[] marks;
    private readonly StandardCover? cover;
    private readonly bool hasChapters;
    private readonly List<Open> open = [];
    private readonly List<Closed> closed = [];
    private readonly List<Section> sections = [];
    private readonly List<Passage> passages = [];
    private readonly Dictionary<string, int> paths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> paragraphs = new(StringComparer.Ordinal);
    private int preambleEnd = -1;
    private int order;
    private bool inAppendixList;
    private TextSpan? running;
    private string runningPath = string.Empty;

    private ProvisionParser(Document document, IReadOnlyList<Table> flattened)
    {
        text = document.Text.Text;
        lines = TextLine.Of(document, flattened);
        marks = [.. lines.Select(line => HeadingMark.At(text, line.Span) ?? ClauseMark.At(text, line.Span))];
        var chapters = ClauseMark.Chapters(text, lines, marks);
        for (var i = 0; i < marks.Length; i++)
        {
            if (marks[i] is { Form: MarkForm.Clause } mark && ClauseMark.Depth(mark) == 1 && !chapters.Contains(i))
            {
                marks[i] = null; // 10 kV 及以上
            }
        }

        hasChapters = marks.Any(mark => mark?.Form == MarkForm.Chapter);
        cover = StandardCover.Read(text, lines);
    }

    /// <summary>Reads the structure of a document.</summary>
    /// <param name="document">Any document; without blocks its lines are taken.</param>
    /// <param name="flattened">Tables found in its running text (<see cref="FlattenedTableReader"/>), in order; their lines are no provisions.</param>
    public static ProvisionTree Parse(Document document, IReadOnlyList<Table> flattened)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(flattened);
        return new ProvisionParser(document, flattened).Parse();
    }

    private ProvisionTree Parse()
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (cover is not null && lines[i].Span.Start <= cover.Title.Start)
            {
                i = ReadCover(i);
                continue;
            }

            var titleLines = CanBeTitle(i) ? DocumentTitle.LinesAt(text, lines, i, sections.Count == 0 && preambleEnd < 0 && i < 12) : 0;
            if (titleLines > 0)
            {
                EndPassage();
                AddTitle(i, titleLines);
                i += titleLines - 1;
                continue;
            }

            i += ReadLine(i);
        }

        EndPassage();
        CloseFrom(0, text.Length);
        closed.Sort(static (a, b) => a.Order.CompareTo(b.Order));
        return new ProvisionTree([.. closed.Select(c => c.Provision)], sections, passages, preambleEnd < 0 ? text.Length : preambleEnd) { Cover = cover };
    }

    /// <summary>Takes the cover's lines to its title in; the answer is the last of them.</summary>
    private int ReadCover(int i)
    {
        for (; i < lines.Count && lines[i].Span.Start < cover!.Title.Start; i++) // only called with a cover
        {
            AddText(lines[i], i);
        }

        EndPassage();
        CloseFrom(0, lines[i].Span.Start);
        sections.Add(new Section(null, Joined(cover!.Title), 0, cover.Title));
        while (i + 1 < lines.Count && lines[i + 1].Span.Start < cover.Title.End)
        {
            i++;
        }

        return i;
    }

    private bool CanBeTitle(int i)
    {
        if (marks[i] is not null || lines[i].Span.Length > 60)
        {
            return false;
        }

        // Only in front, or where the text before has come to its end.
        return preambleEnd < 0 || i == 0 || EndsSentence(lines[i - 1].Span) || lines[i - 1].Span.Length < 30;
    }

    private void AddTitle(int index, int count)
    {
        var span = lines[index].Span.Cover(lines[index + count - 1].Span);
        CloseFrom(0, span.Start);
        inAppendixList = false;
        var title = HeadingMark.Squeeze(Joined(span));
        if (closed.TrueForAll(c => c.Provision.Number is null))
        {
            // Printed on the cover, and again with （试行） above the text.
            sections.RemoveAll(section => section.Level == 0 && title.StartsWith(HeadingMark.Squeeze(section.Title), StringComparison.Ordinal) && title.Length > section.Title.Length);
        }

        if (sections.TrueForAll(section => section.Level > 0 || HeadingMark.Squeeze(section.Title) != title))
        {
            sections.Add(new Section(null, Joined(span), 0, span));
        }
    }

    /// <summary>Takes one line in; the answer is how many lines behind it went with it.</summary>
    private int ReadLine(int i)
    {
        var line = lines[i];
        if (marks[i] is { } found && IsPlausible(found, i))
        {
            return Enter(found, line, i);
        }

        if (UnnumberedHeading.Is(text, line.Span) || (line.Heading is not null && line.Span.Length <= 60 && !EndsSentence(line.Span)))
        {
            EndPassage();
            AddUnnumbered(line);
            return 0;
        }

        AddText(line, i);
        return 0;
    }

    /// <summary>Whether a number at the start of a line is one: not the rest of a sentence that was wrapped before it.</summary>
    private bool IsPlausible(HeadingMark mark, int i)
    {
        if (inAppendixList && mark.Form == MarkForm.Digit)
        {
            return false;
        }

        if (mark.Form is MarkForm.Appendix)
        {
            return true;
        }

        var content = new TextSpan(mark.End, lines[i].Span.End).Trim(text);
        var cut = running is not null && !EndsSentence(lines[i - 1].Span); // a sentence stands open above
        if (mark.Form == MarkForm.Caption)
        {
            return lines[i].BeforeTable || (!cut && !content.IsEmpty);
        }

        if (mark.Form == MarkForm.Clause && ClauseMark.Depth(mark) > 1)
        {
            return !ClauseMark.Continues(text, content) && IsNextClause(mark, cut || content.IsEmpty ? 1 : 3);
        }

        if (!cut || mark.Form == MarkForm.Clause || (lines[i - 1].Span.Length < 20 && mark.Form is not (MarkForm.Article or MarkForm.Letter or MarkForm.DigitParenthesis)))
        {
            return true;
        }

        var rank = RankOf(mark);
        var last = open.LastOrDefault(o => o.Rank == rank);
        return mark.Ordinal == (last?.Ordinal ?? 0) + 1;
    }

    /// <summary>Whether 4.2.3 stands in 4.2 behind 4.2.2; <paramref name="gap"/> bounds by how much it may run ahead.</summary>
    private bool IsNextClause(HeadingMark mark, int gap)
    {
        var prefix = mark.Segment[..mark.Segment.LastIndexOf('.')];
        var parent = open.FindLastIndex(o => o.Segment == prefix || (o.Kind == ProvisionKind.Appendix && o.Segment == $"附录{prefix}") || (o.Rank == ChapterRank && prefix == o.Ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        if (parent < 0)
        {
            return false;
        }

        var rank = RankOf(mark);
        var last = open.Skip(parent + 1).LastOrDefault(o => o.Rank == rank)?.Ordinal ?? 0;
        return mark.Ordinal > last && mark.Ordinal <= last + gap;
    }

    private int Enter(HeadingMark mark, TextLine line, int i)
    {
        var content = new TextSpan(mark.End, line.Span.End).Trim(text);
        if (mark.Form == MarkForm.Appendix && IsAppendixList(mark, content, i))
        {
            inAppendixList = true;
            AddText(line, i);
            return 0;
        }

        EndPassage();
        inAppendixList = false;
        if (mark.Form == MarkForm.Appendix && ((mark.Ordinal == 0 && content.IsEmpty) || (preambleEnd < 0 && sections.Count == 0 && content.IsEmpty)))
        {
            CloseFrom(0, line.Span.Start); // a label: what follows has a title of its own
            return 0;
        }

        var rank = RankOf(mark);
        var siblingIsHeaded = open.LastOrDefault(o => o.Rank == rank)?.Heading is not null;
        CloseFor(mark, rank, line.Span.Start, i);
        var inArticle = open.Any(o => o.Rank == ArticleRank);
        var below = mark.Form is MarkForm.Box or MarkForm.Appendix or MarkForm.Clause or MarkForm.Caption ? TitleBelow(mark, content, i) : default;
        var heading = inArticle ? null : below.Title ?? HeadingText.Find(text, content, mark.Form, !siblingIsHeaded && IsBare(i, rank, mark.Form));
        if (heading is not null && mark.Form == MarkForm.Digit && HeadingText.Argues(open.LastOrDefault(o => o.Heading is not null)?.Heading))
        {
            heading = null;
        }

        preambleEnd = preambleEnd < 0 ? line.Span.Start : preambleEnd;
        Push(mark, rank, KindOf(mark, inArticle), heading is { } h ? Joined(h) : null, heading, line);
        var level = SectionLevel(mark);
        if (level <= 3 && heading is { } title && !inArticle)
        {
            sections.Add(new Section(mark.Number, Joined(title), level, new TextSpan(line.Span.Start, title.End)));
        }

        var body = below.Title is not null ? default : heading is { } taken ? AfterStop(taken.End, line.Span.End) : content;
        if (!body.IsEmpty)
        {
            StartPassage(body);
        }

        return below.Lines;
    }

    /// <summary>Whether nothing belongs below a line, so that a whole sentence on it states something: the next number is no deeper, or the line stands in an enumeration.</summary>
    private bool IsBare(int i, int rank, MarkForm form)
    {
        if (form is MarkForm.Chapter or MarkForm.ChineseComma or MarkForm.Part or MarkForm.Division)
        {
            return false;
        }

        var listed = i > 0 && text[lines[i - 1].Span.End - 1] is '；' or ';';
        return listed || (!lines[i].BeforeTable && (i + 1 == lines.Count || (marks[i + 1] is { } next && RankOf(next) <= rank)));
    }

    /// <summary>The title of an appendix, box or clause whose number stands on a line alone; （规范性） may stand between.</summary>
    private (TextSpan? Title, int Lines) TitleBelow(HeadingMark mark, TextSpan content, int i)
    {
        if (mark.Form == MarkForm.Appendix && !content.IsEmpty && AnnexKind.Length(text, content) is > 0 and var kind)
        {
            content = new TextSpan(content.Start + kind, content.End).Trim(text);
            if (!content.IsEmpty)
            {
                return (content, 0);
            }
        }

        if (!content.IsEmpty)
        {
            return default;
        }

        var at = i + 1;
        if (mark.Form == MarkForm.Appendix && at < lines.Count && AnnexKind.Length(text, lines[at].Span) == lines[at].Span.Length)
        {
            at++;
        }

        if (at >= lines.Count || marks[at] is not null || lines[at].Span.Length > 60)
        {
            return default;
        }

        var count = mark.Form == MarkForm.Appendix ? Math.Max(1, DocumentTitle.LinesAt(text, lines, at, opening: true)) : 1;
        return count == 1 && EndsSentence(lines[at].Span) ? default : (lines[at].Span.Cover(lines[at + count - 1].Span), at + count - 1 - i);
    }

    private void Push(HeadingMark mark, int rank, ProvisionKind kind, string? headingText, TextSpan? heading, TextLine line)
    {
        var parent = open.Count > 0 ? open[^1] : null;
        var path = UniquePath(parent, mark.Segment);
        var headingSpan = heading is { } span ? new TextSpan(line.Span.Start, span.End) : new TextSpan(line.Span.Start, mark.End).Trim(text);
        open.Add(new Open(path, parent?.Path, kind, mark.Number, headingText, headingSpan, line.Span.Start, rank, mark.Ordinal, parent is null ? 1 : parent.Level + 1, line.Page, NextOrder()) { Segment = mark.Segment, Outline = line.Heading });
    }

    /// <summary>A heading without a number; below the last one that the format ranks higher, else at the top.</summary>
    private void AddUnnumbered(TextLine line)
    {
        var above = line.Heading is { } outline && !UnnumberedHeading.Is(text, line.Span) ? open.FindLastIndex(o => o.Outline < outline) : -1;
        CloseFrom(above + 1, line.Span.Start);
        preambleEnd = preambleEnd < 0 ? line.Span.Start : preambleEnd;
        inAppendixList = false;
        var title = text[line.Span.Start..line.Span.End];
        var parent = above < 0 ? null : open[above];
        var level = parent is null ? 1 : parent.Level + 1;
        var kind = level == 1 ? ProvisionKind.Chapter : level == 2 ? ProvisionKind.Section : ProvisionKind.Item;
        open.Add(new Open(UniquePath(parent, Segment(title)), parent?.Path, kind, null, title, line.Span, line.Span.Start, parent is null ? ChapterRank : parent.Rank + 1, 0, level, line.Page, NextOrder()) { Outline = line.Heading });
        sections.Add(new Section(null, title, Math.Min(level, 3), line.Span));
    }

    private void AddText(TextLine line, int i)
    {
        if (running is { } span && !StartsAnew(i))
        {
            running = span.Cover(line.Span);
            return;
        }

        EndPassage();
        if (IsNote(line) && open.Count > 0 && open[^1].Rank == CaptionRank)
        {
            StartPassage(line.Span);
            return;
        }

        CloseRank(CaptionRank, line.Span.Start);
        if (open.Count == 0)
        {
            open.Add(new Open(UniquePath(null, Preamble), null, ProvisionKind.Paragraph, null, null, null, line.Span.Start, PreambleRank, 0, 1, line.Page, NextOrder()));
        }

        if (i > 0 && text[lines[i - 1].Span.End - 1] == '。' && open.FindLastIndex(o => o.Rank == ArticleRank) is >= 0 and var article)
        {
            CloseFrom(article + 1, line.Span.Start); // the items have come to their end: a paragraph of the article
        }

        if (open.Count > 0 && open[^1].Rank == ArticleRank)
        {
            AddParagraph(line, $"第{Count(open[^1].Path)}款", null);
        }
        else if (Lead(line.Span) is { } lead)
        {
            AddParagraph(line, Segment(Joined(lead)), lead);
            StartPassage(line.Span);
            return;
        }

        StartPassage(line.Span);
    }

    private void AddParagraph(TextLine line, string segment, TextSpan? lead)
    {
        var parent = open[^1];
        var path = UniquePath(parent, segment);
        open.Add(new Open(path, parent.Path, ProvisionKind.Paragraph, null, lead is { } l ? Joined(l) : null, lead, line.Span.Start, ParagraphRank, 0, parent.Level + 1, line.Page, NextOrder()));
    }

    /// <summary>The first paragraph of an article has no number of its own here, so the one behind it is the second.</summary>
    private int Count(string path)
    {
        paragraphs[path] = paragraphs.GetValueOrDefault(path, 1) + 1;
        return paragraphs[path];
    }

    /// <summary>A short first sentence with more behind it: 创建绿色工厂。按照….</summary>
    private TextSpan? Lead(TextSpan line)
    {
        var stop = text.IndexOf('。', line.Start, line.Length);
        var lead = new TextSpan(line.Start, Math.Max(stop, line.Start)).Trim(text);
        while (!lead.IsEmpty && text[lead.Start] is '—' or '-' or '●' or '·')
        {
            lead = new TextSpan(lead.Start + 1, lead.End).Trim(text);
        }

        return stop > 0 && stop + 1 < line.End && lead.Length is > 3 and <= MaxLead && text.AsSpan(lead.Start, lead.Length).IndexOfAny('；', '：') < 0 ? lead : null;
    }

    private void StartPassage(TextSpan span)
    {
        EndPassage();
        running = span;
        runningPath = open[^1].Path;
    }

    private void EndPassage()
    {
        if (running is { } span)
        {
            passages.Add(new Passage(runningPath, span));
            running = null;
        }
    }

    /// <summary>Whether a line begins a paragraph of its own rather than going on with one that a page or line break cut.</summary>
    private bool StartsAnew(int i) =>
        i == 0 || EndsSentence(lines[i - 1].Span) || lines[i - 1].Span.Length < 18 || text[lines[i].Span.Start] is '—' or '-' or '●' or '注' || inAppendixList;

    private bool EndsSentence(TextSpan line) => text[line.End - 1] is '。' or '；' or ';' or '：' or ':' or '！' or '？' or '）' or ')' or '”' or '》';

    private bool IsAppendixList(HeadingMark mark, TextSpan content, int i)
    {
        if (mark.Ordinal == 0)
        {
            // 附件： and then the names, each with a number; 附件： alone in front is a label, 附表：… above a table its title.
            return (!content.IsEmpty && !lines[i].BeforeTable) || (preambleEnd >= 0 && i + 1 < lines.Count && marks[i + 1]?.Form == MarkForm.Digit);
        }

        // 附件1：…, 附件2：… one line each, right behind each other.
        return !content.IsEmpty && i + 1 < lines.Count && marks[i + 1]?.Form == MarkForm.Appendix;
    }

    /// <summary>Closes what a number ends. What a box numbers for itself, from 1 on, ends within the box.</summary>
    private void CloseFor(HeadingMark mark, int rank, int at, int i)
    {
        var box = open.FindLastIndex(o => o.Kind == ProvisionKind.Box);
        if (box >= 0 && mark.Form is MarkForm.Digit or MarkForm.ChineseBracket)
        {
            var inside = open.FindIndex(box + 1, o => o.Rank >= rank);
            var last = inside < 0 ? 0 : open[inside].Rank == rank ? open[inside].Ordinal : 0;
            var begins = mark.Form == MarkForm.Digit || (open.Exists(o => o.Rank == rank) && !lines[i - 1].BeforeTable);
            if (mark.Ordinal == last + 1 && (last > 0 || begins))
            {
                CloseFrom(inside < 0 ? open.Count : inside, at);
                return;
            }
        }

        CloseRank(rank, at);
    }

    private void CloseRank(int rank, int at)
    {
        var index = open.FindIndex(o => o.Rank >= rank);
        CloseFrom(index < 0 ? open.Count : index, at);
    }

    private void CloseFrom(int index, int at)
    {
        for (var i = open.Count - 1; i >= index; i--)
        {
            var o = open[i];
            var span = new TextSpan(o.Start, at).Trim(text);
            closed.Add(new Closed(o.Order, new Provision(o.Path, o.Parent, o.Kind, o.Number, o.Heading, o.HeadingSpan, span, o.Level, o.Page)));
        }

        open.RemoveRange(index, open.Count - index);
    }

    private string UniquePath(Open? parent, string segment)
    {
        var path = parent is null ? segment : $"{parent.Path}/{segment}";
        var count = paths[path] = paths.GetValueOrDefault(path) + 1;
        return count == 1 ? path : $"{path}#{count}";
    }

    private int NextOrder() => order++;

    private bool IsNote(TextLine line) => text[line.Span.Start] == '注' && line.Span.Length > 1 && text[line.Span.Start + 1] is '：' or ':' or ' ' or '1' or '　';

    private int RankOf(HeadingMark mark) => mark.Form switch
    {
        MarkForm.Appendix => 5,
        MarkForm.Part => 10,
        MarkForm.Chapter => ChapterRank,
        MarkForm.Division => 25,
        MarkForm.ChineseComma => hasChapters ? 35 : ChapterRank,
        MarkForm.Article => ArticleRank,
        MarkForm.ChineseBracket => 40,
        MarkForm.Digit or MarkForm.Box => BoxRank,
        MarkForm.Clause => ClauseMark.Depth(mark) is > 1 and var depth ? BoxRank + depth : ChapterRank,
        MarkForm.DigitBracket => 60,
        MarkForm.Letter => 62,
        MarkForm.DigitParenthesis => 64,
        MarkForm.Circle => 70,
        MarkForm.Caption => CaptionRank,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static int SectionLevel(HeadingMark mark) => mark.Form switch
    {
        MarkForm.Appendix or MarkForm.Part or MarkForm.Chapter or MarkForm.ChineseComma => 1,
        MarkForm.Division or MarkForm.ChineseBracket or MarkForm.Article => 2,
        MarkForm.Digit or MarkForm.Box => 3,
        MarkForm.Clause => ClauseMark.Depth(mark),
        MarkForm.DigitBracket or MarkForm.Letter => 4,
        MarkForm.Circle or MarkForm.DigitParenthesis or MarkForm.Caption => 5,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ProvisionKind KindOf(HeadingMark mark, bool inArticle) => mark.Form switch
    {
        MarkForm.Appendix => ProvisionKind.Appendix,
        MarkForm.Part => ProvisionKind.Part,
        MarkForm.Chapter => ProvisionKind.Chapter,
        MarkForm.ChineseComma => ProvisionKind.Chapter,
        MarkForm.Division => ProvisionKind.Section,
        MarkForm.Article => ProvisionKind.Article,
        MarkForm.ChineseBracket => inArticle ? ProvisionKind.Item : ProvisionKind.Section,
        MarkForm.Box => ProvisionKind.Box,
        MarkForm.Digit => inArticle ? ProvisionKind.SubItem : ProvisionKind.Item,
        MarkForm.Clause => ClauseMark.Depth(mark) switch { 1 => ProvisionKind.Chapter, 2 => ProvisionKind.Section, _ => ProvisionKind.Article },
        MarkForm.Letter => ProvisionKind.Item,
        MarkForm.DigitBracket or MarkForm.Circle or MarkForm.DigitParenthesis => ProvisionKind.SubItem,
        MarkForm.Caption => mark.Number[0] == '表' ? ProvisionKind.Table : ProvisionKind.Figure,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private TextSpan AfterStop(int at, int end)
    {
        var i = at;
        while (i < end && (char.IsWhiteSpace(text[i]) || text[i] is '。' or '：' or ':' or '】' or ']' or '〕'))
        {
            i++;
        }

        return new TextSpan(i, end).Trim(text);
    }

    /// <summary>The words of a heading; a line break inside is dropped.</summary>
    private string Joined(TextSpan span) => text[span.Start..span.End].ReplaceLineEndings(string.Empty).Trim();

    private static string Segment(string heading)
    {
        var plain = string.Concat(heading.Where(c => !char.IsWhiteSpace(c) && c is not ('/' or '#')));
        return plain.Length <= MaxSegment ? plain : plain[..MaxSegment];
    }

    private sealed record Open(string Path, string? Parent, ProvisionKind Kind, string? Number, string? Heading, TextSpan? HeadingSpan, int Start, int Rank, int Ordinal, int Level, int? Page, int Order)
    {
        /// <summary>The last part of the path as the number gives it; null without a number.</summary>
        public string? Segment { get; init; }

        /// <summary>Heading level by the format; null when it knows none.</summary>
        public int? Outline { get; init; }
    }

    private sealed record Closed(int Order, Provision Provision);
}
