using PolicyGraph.Text;

namespace PolicyGraph.Documents.Structure;

/// <summary>Reads 编章节条款项目, 一、（一）1.（1）①, 专栏 and 附件 out of the lines of a document.</summary>
/// <remarks>One pass over the lines, with a stack; the time is linear in the length of the text.</remarks>
public sealed class ProvisionParser
{
    private const string Preamble = "导语";
    private const int MaxLead = 26;
    private const int MaxSegment = 40;
    private const int ParagraphRank = 90;

    private readonly string text;
    private readonly List<TextLine> lines;
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
        hasChapters = lines.Any(l => HeadingMark.At(text, l.Span)?.Form == MarkForm.Chapter);
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
        return new ProvisionTree([.. closed.Select(c => c.Provision)], sections, passages, preambleEnd < 0 ? text.Length : preambleEnd);
    }

    private bool CanBeTitle(int i)
    {
        if (HeadingMark.At(text, lines[i].Span) is not null || lines[i].Span.Length > 60)
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
        sections.Add(new Section(null, Joined(span), 0, span));
    }

    /// <summary>Takes one line in; the answer is how many lines behind it went with it.</summary>
    private int ReadLine(int i)
    {
        var line = lines[i];
        var mark = HeadingMark.At(text, line.Span);
        if (mark is { } found && IsPlausible(found, i))
        {
            EndPassage();
            return Enter(found, line, i);
        }

        if (UnnumberedHeading.Is(text, line.Span) || (line.Heading && line.Span.Length <= 60 && !EndsSentence(line.Span)))
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

        if (i == 0 || EndsSentence(lines[i - 1].Span) || lines[i - 1].Span.Length < 20)
        {
            return true;
        }

        var rank = RankOf(mark.Form);
        var last = open.LastOrDefault(o => o.Rank == rank);
        return mark.Ordinal == (last?.Ordinal ?? 0) + 1;
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

        inAppendixList = false;
        if (mark.Form == MarkForm.Appendix && mark.Ordinal == 0)
        {
            CloseFrom(0, line.Span.Start);
            return 0;
        }

        var rank = RankOf(mark.Form);
        CloseRank(rank, line.Span.Start);
        var inArticle = open.Any(o => o.Kind == ProvisionKind.Article);
        var heading = inArticle ? null : HeadingText.Find(text, content, mark.Form);
        if (heading is not null && mark.Form == MarkForm.Digit && HeadingText.Argues(open.LastOrDefault(o => o.Heading is not null)?.Heading))
        {
            heading = null;
        }

        var below = mark.Form is MarkForm.Box or MarkForm.Appendix && content.IsEmpty ? TitleBelow(i) : null;
        heading ??= below;

        preambleEnd = preambleEnd < 0 ? line.Span.Start : preambleEnd;
        var headingText = heading is { } h ? Joined(h) : null;
        Push(mark, rank, KindOf(mark.Form, inArticle), headingText, heading, line);
        var level = SectionLevel(mark.Form);
        if (level <= 3 && heading is { } title && !inArticle)
        {
            sections.Add(new Section(mark.Number, Joined(title), level, new TextSpan(line.Span.Start, title.End)));
        }

        var body = heading is { } taken ? AfterStop(taken.End, line.Span.End) : content;
        if (below is null && !body.IsEmpty)
        {
            StartPassage(body);
        }

        return below is null ? 0 : 1;
    }

    /// <summary>The title of an appendix or box whose number stands on a line alone.</summary>
    private TextSpan? TitleBelow(int i) =>
        i + 1 < lines.Count && lines[i + 1].Span is { Length: <= 60 } next && !EndsSentence(next) && HeadingMark.At(text, next) is null ? next : null;

    private void Push(HeadingMark mark, int rank, ProvisionKind kind, string? headingText, TextSpan? heading, TextLine line)
    {
        var parent = open.Count > 0 ? open[^1] : null;
        var path = UniquePath(parent, mark.Segment);
        var headingSpan = heading is { } span ? new TextSpan(line.Span.Start, span.End) : new TextSpan(line.Span.Start, mark.End).Trim(text);
        open.Add(new Open(path, parent?.Path, kind, mark.Number, headingText, headingSpan, line.Span.Start, rank, mark.Ordinal, parent is null ? 1 : parent.Level + 1, line.Page, NextOrder()));
    }

    private void AddUnnumbered(TextLine line)
    {
        CloseFrom(0, line.Span.Start);
        preambleEnd = preambleEnd < 0 ? line.Span.Start : preambleEnd;
        inAppendixList = false;
        var title = text[line.Span.Start..line.Span.End];
        open.Add(new Open(UniquePath(null, Segment(title)), null, ProvisionKind.Chapter, null, title, line.Span, line.Span.Start, RankOf(MarkForm.ChineseComma), 0, 1, line.Page, NextOrder()));
        sections.Add(new Section(null, title, 1, line.Span));
    }

    private void AddText(TextLine line, int i)
    {
        if (running is { } span && !StartsAnew(i))
        {
            running = span.Cover(line.Span);
            return;
        }

        EndPassage();
        if (open.Count == 0)
        {
            open.Add(new Open(UniquePath(null, Preamble), null, ProvisionKind.Paragraph, null, null, null, line.Span.Start, ParagraphRank - 1, 0, 1, line.Page, NextOrder()));
        }

        CloseRank(ParagraphRank, line.Span.Start);
        if (open[^1].Kind == ProvisionKind.Article)
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
            // 附件： and then the names, each with a number; 附件： alone in front is a label.
            return !content.IsEmpty || (preambleEnd >= 0 && i + 1 < lines.Count && HeadingMark.At(text, lines[i + 1].Span)?.Form == MarkForm.Digit);
        }

        // 附件1：…, 附件2：… one line each, right behind each other.
        return !content.IsEmpty && i + 1 < lines.Count && HeadingMark.At(text, lines[i + 1].Span) is { Form: MarkForm.Appendix };
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

    private int RankOf(MarkForm form) => form switch
    {
        MarkForm.Appendix => 5,
        MarkForm.Part => 10,
        MarkForm.Chapter => 20,
        MarkForm.Division => 25,
        MarkForm.ChineseComma => hasChapters ? 35 : 20,
        MarkForm.Article => 30,
        MarkForm.ChineseBracket => 40,
        MarkForm.Digit or MarkForm.Box => 50,
        MarkForm.DigitBracket => 60,
        MarkForm.Circle => 70,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static int SectionLevel(MarkForm form) => form switch
    {
        MarkForm.Appendix or MarkForm.Part or MarkForm.Chapter or MarkForm.ChineseComma => 1,
        MarkForm.Division or MarkForm.ChineseBracket or MarkForm.Article => 2,
        MarkForm.Digit or MarkForm.Box => 3,
        MarkForm.DigitBracket => 4,
        MarkForm.Circle => 5,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ProvisionKind KindOf(MarkForm form, bool inArticle) => form switch
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
        MarkForm.DigitBracket or MarkForm.Circle => ProvisionKind.SubItem,
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

    private sealed record Open(string Path, string? Parent, ProvisionKind Kind, string? Number, string? Heading, TextSpan? HeadingSpan, int Start, int Rank, int Ordinal, int Level, int? Page, int Order);

    private sealed record Closed(int Order, Provision Provision);
}
