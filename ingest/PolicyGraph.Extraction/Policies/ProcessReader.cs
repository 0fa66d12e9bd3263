using PolicyGraph.Ontology.Lexicon;

namespace PolicyGraph.Extraction.Policies;

/// <summary>Reads processes: fixed terms, the items of lists that 等技术, 等工艺, 等改造 close, and nouns that end as names of processes do.</summary>
/// <remarks>Each name once, at its first place. Where a text would give more than ten names for a thousand characters, the nouns by ending alone are dropped first.</remarks>
internal sealed class ProcessReader
{
    private static readonly string[] NoClassifiers = ["行业", "产业", "领域", "企业", "地区", "方面", "部门", "主管", "环节", "作为", "机构", "单位", "政策", "标准", "要求"];

    private const int MaxName = 24;
    private const int MinName = 2;
    private const double MaxDensity = 9.8;

    private static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create(",。;:()“”《》、-");

    private readonly ProcessLexicon processes;
    private readonly Dictionary<string, (int Rank, ProcessMention Mention)> found = new(StringComparer.Ordinal);

    public ProcessReader(PolicyLexicon lexicon) => processes = lexicon.Processes;

    /// <summary>Reads one paragraph.</summary>
    public void Read(Prose prose)
    {
        if (!prose.Background)
        {
            ReadLists(prose);
        }

        foreach (var (start, term, kind) in processes.Matcher.FindAll(prose.Text))
        {
            Add(prose, start, start + term.Length, kind, kind == "instrument" ? 3 : 0);
        }

        if (!prose.Background)
        {
            ReadNouns(prose);
        }
    }

    /// <summary>What was found, in the order of the text.</summary>
    /// <param name="characters">Length of the text without white space.</param>
    public IReadOnlyList<ProcessMention> Mentions(int characters)
    {
        var most = Math.Max(12, (int)(characters * MaxDensity / 1000));
        return [.. found.Values.OrderBy(f => f.Rank).ThenBy(f => f.Mention.Span.Start).Take(most).Select(f => f.Mention).OrderBy(m => m.Span.Start)];
    }

    /// <summary>A、B、C等先进技术.</summary>
    private void ReadLists(Prose prose)
    {
        var text = prose.Text;
        for (var etc = text.IndexOf('等', StringComparison.Ordinal); etc >= 0; etc = text.IndexOf('等', etc + 1))
        {
            var tail = text.AsSpan(etc + 1, Math.Min(14, text.Length - etc - 1));
            var stop = tail.IndexOfAny(Breaks);
            tail = stop < 0 ? tail : tail[..stop];
            if (tail.Length < 2 || Words.Any(tail, NoClassifiers) || !Words.Any(tail, processes.Classifiers))
            {
                continue;
            }

            var end = etc;
            while (end > 0)
            {
                var start = end;
                while (start > 0 && end - start <= MaxName + 12 && !Breaks.Contains(text[start - 1]))
                {
                    start--;
                }

                var item = AfterVerb(text, start, end);
                if (end - item <= MaxName)
                {
                    Add(prose, item, end, null, 1);
                }

                if (start == 0 || text[start - 1] != '、' || item > start)
                {
                    break;
                }

                end = start - 1;
            }
        }
    }

    /// <summary>A noun with a productive ending: back to the verb or stop before it.</summary>
    private void ReadNouns(Prose prose)
    {
        var text = prose.Text;
        foreach (var (start, head, _) in processes.Heads.FindAll(text))
        {
            var end = start + head.Length;
            var from = start;
            while (from > 0 && end - from <= MaxName && !Breaks.Contains(text[from - 1]))
            {
                from--;
            }

            if (from < start && Words.Ending(text.AsSpan(from, start - from), processes.Verbs) is not null)
            {
                continue;
            }

            from = AfterVerb(text, from, start);
            if (start - from is >= 2 and <= 14)
            {
                Add(prose, from, end, null, 2);
            }
        }
    }

    /// <summary>The offset behind the last verb or preposition of a phrase.</summary>
    private int AfterVerb(string text, int start, int end)
    {
        var (at, verb) = Words.Last(text.AsSpan(start, end - start), processes.Verbs);
        return at < 0 || start + at + verb.Length >= end ? start : start + at + verb.Length;
    }

    private void Add(Prose prose, int start, int end, string? kind, int rank)
    {
        var name = prose.Text[start..end];
        if (name.Length is < MinName or > MaxName || processes.Generic.Contains(name) || char.IsAsciiDigit(name[0]) || name.AsSpan().IndexOfAny("“”%") >= 0)
        {
            return;
        }

        if (!found.TryGetValue(name, out var known) || known.Rank > rank)
        {
            var span = known.Mention?.Span ?? prose.Origin(start, end);
            found[name] = (rank, new ProcessMention(span, known.Mention?.Path ?? prose.Path, name, kind ?? known.Mention?.Kind));
        }
    }
}
