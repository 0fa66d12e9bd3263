using PolicyGraph.Ontology.Lexicon;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Policies;

/// <summary>Reads norms: who must, should, may, must not do what, and by when.</summary>
/// <remarks>
/// A norm is a run of clauses of one sentence with one modality. 必须, 应当, 要, 严格 … make it must; a bare imperative should; 鼓励, 支持, 引导, 探索 at the head
/// of a clause encouraged; 不得, 严禁 prohibited; 可, 免于 may. A duty with a date of its own is must. Statements of fact and definitions are no norms.
/// </remarks>
internal sealed class NormReader
{
    private const int MaxAction = 80;
    private const int MinNorm = 8;
    private const int MinBare = 12;
    private const int MaxClauses = 300;
    private const int MaxJoined = 250;

    /// <summary>What somebody is told to draw up: …名录，由…制定.</summary>
    private static readonly string[] Instruments = ["名录", "目录", "办法", "名单", "细则", "标准", "方案", "规定"];

    /// <summary>有权了解政府…, 应当交售给…企业: who is named there is the object.</summary>
    private static readonly string[] NoActors = ["有权", "应当", "并报", "报国务院"];

    private static readonly string[] Governmental = ["加快", "推动", "推进", "完善", "健全", "建立健全", "加强", "强化", "在", "以"];

    private readonly CueLexicon cues;
    private readonly ActorReader actors;
    private readonly List<Norm> norms = [];
    private string? lastMeasure;

    public NormReader(PolicyLexicon lexicon, string? issuer)
    {
        cues = lexicon.Cues;
        actors = new ActorReader(lexicon, issuer);
    }

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<Norm> Norms => norms;

    /// <summary>Reads one paragraph.</summary>
    /// <param name="prose">The paragraph.</param>
    /// <param name="lead">Its first sentence where that is a heading in the line; it announces and binds nobody.</param>
    public void Read(Prose prose, string? lead)
    {
        actors.StartParagraph();
        foreach (var (start, end) in prose.Sentences)
        {
            if (lead is not null && start < 8 && lead.Length >= end - start - 3 && prose.Text.AsSpan(start, end - start).TrimStart('-').SequenceEqual(NormalizedText.Fold(lead).Squeeze().Text))
            {
                continue;
            }

            ReadSentence(prose, start, end);
        }
    }

    private void ReadSentence(Prose prose, int start, int end)
    {
        var text = prose.Text;
        var clauses = Clauses(text, start, end);
        if (clauses.Count > MaxClauses)
        {
            return;
        }

        var modalities = clauses.ConvertAll(c => Explicit(text[c.Start..c.End]));
        for (var i = 0; i + 1 < clauses.Count; i++)
        {
            modalities[i] = IsCondition(text, clauses[i], clauses[i + 1]) ? null : modalities[i];
        }

        if (!IsNormative(prose, clauses, modalities, text))
        {
            actors.Note(text, clauses);
            return;
        }

        for (var i = 0; i < clauses.Count;)
        {
            var (next, modality) = Run(text, clauses, modalities, i);
            if (next < clauses.Count && next == i + 1 && modality is null && IsFrame(text, clauses[i], clauses[next]))
            {
                (next, modality) = Run(text, clauses, modalities, next);
            }

            Add(prose, clauses, i, next, modality, i > 0);
            i = next;
        }
    }

    /// <summary>可以利用的，由…负责利用; 禁止使用的物质名录，由…制定: the word of its own belongs to what the clause speaks of.</summary>
    private static bool IsCondition(string text, (int Start, int End) clause, (int Start, int End) next) =>
        text[clause.End - 1] == '的' || (text[next.Start] == '由' && Words.Ending(text.AsSpan(clause.Start, clause.End - clause.Start), Instruments) is not null);

    /// <summary>A clause that only says when or about what the next one holds: 不符合标准的项目，建设单位不得开工建设.</summary>
    private bool IsFrame(string text, (int Start, int End) clause, (int Start, int End) next)
    {
        var words = text.AsSpan(clause.Start, clause.End - clause.Start);
        return IsCondition(text, clause, next) || words.EndsWith("时") || words.EndsWith("后") || words.EndsWith("外")
            || (actors.IsSubject(text, next.Start, next.End) && !actors.IsSubject(text, clause.Start, clause.End) && (words[0] is '对' || !Words.Any(words, cues.Words("imperative"))));
    }

    /// <summary>How far the clauses from <paramref name="from"/> are one norm, and of which modality.</summary>
    private (int Next, Modality? Modality) Run(string text, List<(int Start, int End)> clauses, List<Modality?> modalities, int from)
    {
        var modality = modalities[from];
        var next = from + 1;
        for (; next < clauses.Count; next++)
        {
            var (start, end) = clauses[next];
            var own = modalities[next];
            if (own is not null && own != modality)
            {
                // 加强审查，严格控制…: the duty covers what leads up to it; so does whatever follows mere circumstances.
                if (modality is null && (own == Modality.Must || IsFramed(text, clauses, from, next)) && !actors.IsSubject(text, start, end))
                {
                    modality = own;
                    continue;
                }

                break;
            }

            var whole = start - clauses[from].Start > 30 || modality is not null;
            if ((whole && actors.IsSubject(text, start, end)) || (own is Modality.Encouraged && actors.IsMoved(text, start, end)))
            {
                break;
            }

            // 鼓励X…，加快…: whoever is encouraged does not do what the next imperative of the government says.
            if (own is null && modality is Modality.Encouraged && Words.Beginning(text.AsSpan(start, end - start), Governmental) is not null)
            {
                break;
            }
        }

        // A condition in front of what follows belongs to it.
        while (next < clauses.Count && next - 1 > from && modalities[next - 1] is null && text[clauses[next - 1].End - 1] == '的')
        {
            next--;
        }

        return (next, modality);
    }

    /// <summary>Whether everything before the cue is only a frame for it: a condition, a place, a circumstance.</summary>
    private bool IsFramed(string text, List<(int Start, int End)> clauses, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var clause = text.AsSpan(clauses[i].Start, clauses[i].End - clauses[i].Start);
            if (!(clause.EndsWith("的") || clause.EndsWith("时") || clause.EndsWith("后") || clause.EndsWith("下") || clause.EndsWith("上") || clause.EndsWith("方面")) && (Words.Beginning(clause, cues.Words("imperative")) is not null || clause.Length > 30))
            {
                return false;
            }
        }

        return true;
    }

    private void Add(Prose prose, List<(int Start, int End)> clauses, int from, int to, Modality? cue, bool onward)
    {
        var text = prose.Text;
        int start = clauses[from].Start, end = clauses[to - 1].End;
        if (end - start < MinNorm)
        {
            return;
        }

        var words = text[start..end];
        var (deadline, recurrence) = Deadlines.In(words);
        var actor = actors.Find(text, clauses, from, to, cue);
        actor = actor is not null && Words.Beginning(actor.Name, NoActors) is not null ? null : actor;
        var modality = cue ?? (Deadlines.IsDuty(deadline) && actor is not null ? Modality.Must : Modality.Should);
        var sanctions = Words.Any(words, cues.Words("sanctions"));
        var condition = Condition(text, clauses, from, to);
        var action = Action(words, actor?.Written);
        if (modality == Modality.Should && actor is null && recurrence is null && end - start < MinBare)
        {
            return;
        }

        var span = prose.Origin(start, end);
        var named = actors.IsSubject(text, clauses[from].Start, clauses[from].End);
        if (Joins(prose, span, modality, actor, named, onward, deadline, recurrence))
        {
            return;
        }

        norms.Add(new Norm(span, prose.Path, actor?.Name, actor?.Role, modality, action, Aim(action), condition, deadline, recurrence, sanctions ? text[clauses[to - 1].Start..end] : null));
    }

    /// <summary>
    /// Short sentences of one paragraph or article that say to the same people in the same modality what to do are one norm, as the paragraph is one
    /// measure; what has a date or an actor of its own stays apart. Prohibitions and permissions are one only within a sentence (<paramref name="onward"/>).
    /// </summary>
    private bool Joins(Prose prose, TextSpan span, Modality modality, ActorReader.Actor? actor, bool named, bool onward, string? deadline, string? recurrence)
    {
        var measure = Measure(prose.Path);
        var same = measure == lastMeasure;
        lastMeasure = measure;
        if (!same || norms.Count == 0 || (modality is Modality.Prohibited or Modality.May && !onward) || deadline is not null)
        {
            return false;
        }

        var previous = norms[^1];
        if (previous.Modality != modality || previous.Deadline is not null || span.End - previous.Span.Start > MaxJoined || (actor is not null && actor.Name != previous.Actor && (named || previous.Actor is not null || modality != Modality.Should)))
        {
            return false;
        }

        norms[^1] = previous with { Actor = previous.Actor ?? actor?.Name, ActorRole = previous.ActorRole ?? actor?.Role, Span = previous.Span.Cover(span), Recurrence = previous.Recurrence ?? recurrence };
        return true;
    }

    /// <summary>The article of a path; outside of articles the path itself.</summary>
    private static string Measure(string path)
    {
        var article = path.IndexOf("条/", StringComparison.Ordinal);
        return article > 0 && path.Contains('第', StringComparison.Ordinal) ? path[..(article + 1)] : path;
    }

    /// <summary>到2025年，…全面提升: what will be, not what is to be done.</summary>
    private static bool IsOutcome(ReadOnlySpan<char> sentence) => (sentence[0] is '到' && sentence.Length > 6 && char.IsAsciiDigit(sentence[1])) || sentence.StartsWith("“十");

    /// <summary>A sentence of figures only: its targets say it.</summary>
    private static bool IsTargetOnly(string text, List<(int Start, int End)> clauses)
    {
        var figures = false;
        foreach (var (start, end) in clauses)
        {
            var clause = text.AsSpan(start, end - start);
            var digit = clause.IndexOfAnyInRange('0', '9') >= 0;
            figures |= digit && !(clause.EndsWith("年") && clause.Length < 9);
            if (!digit || Words.Beginning(clause, ["建立", "制定", "发布", "出台", "完善", "开展", "实施", "组织", "于"]) is not null)
            {
                return false;
            }
        }

        return figures;
    }

    private bool IsNormative(Prose prose, List<(int Start, int End)> clauses, List<Modality?> modalities, string text)
    {
        var any = modalities.Exists(m => m is not null);
        if (prose.Background)
        {
            return modalities.Exists(m => m is Modality.Must or Modality.Prohibited) && text.AsSpan(clauses[0].Start, clauses[^1].End - clauses[0].Start) is var words && (words.Contains("必须", StringComparison.Ordinal) || words.Contains("应当", StringComparison.Ordinal) || words.Contains("不得", StringComparison.Ordinal));
        }

        var whole = text.AsSpan(clauses[0].Start, clauses[^1].End - clauses[0].Start);
        if (whole.Contains("所称", StringComparison.Ordinal) && whole.Contains("是指", StringComparison.Ordinal))
        {
            return false;
        }

        // （国家发展改革委、工业和信息化部等按职责分工负责）
        if (whole.EndsWith(")") && (text[Math.Max(0, clauses[0].Start - 1)] == '(' || whole[0] == '(') && whole.Contains("负责", StringComparison.Ordinal))
        {
            return false;
        }

        if (whole[0] == '为' && (whole.Contains("制定本", StringComparison.Ordinal) || whole.EndsWith("方案") || whole.EndsWith("意见")))
        {
            return false;
        }

        if (any)
        {
            return true;
        }

        if (IsTargetOnly(text, clauses) || (IsOutcome(whole) && !clauses.Exists(c => Words.Beginning(text.AsSpan(c.Start, c.End - c.Start), cues.Words("imperative")) is not null)))
        {
            return false;
        }

        var first = text.AsSpan(clauses[0].Start, clauses[0].End - clauses[0].Start);
        if (Words.Any(first, cues.Words("statement")) && Words.Beginning(first, cues.Words("imperative")) is null)
        {
            return false;
        }

        foreach (var (start, end) in clauses)
        {
            var clause = text.AsSpan(start, end - start);
            if (Words.Beginning(clause, cues.Words("imperative")) is not null || IsPhrase(clause) || clause.IndexOf('将') is > 1 and < 18 || actors.IsSubject(text, start, end))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>在…开展, 以…为重点, 通过…, 对…: an imperative with its circumstances in front.</summary>
    private bool IsPhrase(ReadOnlySpan<char> clause) =>
        clause[0] is '在' or '以' or '从' or '由' or '对' or '把' or '与' or '为' && clause.Length > 6 && Words.Any(clause[1..], cues.Words("imperative"))
        || clause.StartsWith("通过") || clause.StartsWith("因地制宜") || clause.StartsWith("落实") || clause.StartsWith("具体") || clause.StartsWith("分类") || clause.StartsWith("于20");

    /// <summary>What a clause says by a word of its own.</summary>
    private Modality? Explicit(string clause)
    {
        if (Words.Any(clause, cues.Words("prohibited")) && Words.Any(Mask(clause, "notProhibited"), cues.Words("prohibited")))
        {
            return Modality.Prohibited;
        }

        if (Words.Any(clause, cues.Words("must")) && Words.Any(Mask(clause, "notMust"), cues.Words("must")))
        {
            return Modality.Must;
        }

        var may = Words.Any(clause, cues.Words("may"));
        if (clause.AsSpan().IndexOfAny('应', '要', '需') >= 0 && !may)
        {
            var masked = Mask(clause, "notMustBefore");
            var at = masked.AsSpan().IndexOfAny('应', '要', '需');
            if (at >= 0 && at + 1 < masked.Length && masked[at + 1] is not ('的' or '。' or '、' or '和' or '＃'))
            {
                return Modality.Must;
            }
        }

        // 国家鼓励和支持行业协会: a pair of verbs, whatever 和支持 means elsewhere.
        if (clause.AsSpan() is var words && (words.StartsWith("国家鼓励") || words.StartsWith("鼓励和") || words.StartsWith("鼓励、")))
        {
            return Modality.Encouraged;
        }

        if (Words.Any(clause, cues.Words("encouraged")))
        {
            var masked = Mask(clause, "notEncouraged");
            foreach (var word in cues.Words("encouraged"))
            {
                var at = masked.IndexOf(word, StringComparison.Ordinal);
                if (at >= 0 && (at + word.Length >= masked.Length || masked[at + word.Length] is not ('的' or '类' or '＃')) && IsHead(masked.AsSpan(0, at)))
                {
                    return Modality.Encouraged;
                }
            }
        }

        return may ? Modality.May : null;
    }

    /// <summary>鼓励 leads its clause: nothing, an adverb, 国家 or another such verb stands before.</summary>
    private static bool IsHead(ReadOnlySpan<char> before) =>
        before.Length <= 3 || before.EndsWith("国家") || before.EndsWith("政府") || before.EndsWith("部门") || before.EndsWith("鼓励") || before.EndsWith("鼓励和") || before.EndsWith("积极") || before.EndsWith("重点") || before.EndsWith("应当") || before.EndsWith("优先")
        || (before[0] is '在' or '对' && before.Length < 40) || before.EndsWith("各地") || before.EndsWith("大力");

    private string Mask(string clause, string list) => cues.Words(list).Mask(clause, '＃');

    private static List<(int Start, int End)> Clauses(string text, int start, int end)
    {
        var clauses = new List<(int, int)>();
        var depth = 0;
        var from = start;
        for (var i = start; i <= end; i++)
        {
            if (i == end || (text[i] == ',' && depth == 0))
            {
                var begin = from;
                while (begin < i && text[begin] is '-' or '(' && begin == from)
                {
                    begin += text[begin] == '-' && begin + 1 < i && text[begin + 1] == '-' ? 2 : 1;
                }

                if (i > begin)
                {
                    clauses.Add((begin, i));
                }

                from = i + 1;
            }
            else
            {
                depth = text[i] switch { '(' or '“' or '《' => Math.Min(depth + 1, 8), ')' or '”' or '》' => Math.Max(0, depth - 1), _ => depth };
            }
        }

        return clauses.Count > 0 ? clauses : [(start, end)];
    }

    private static string? Condition(string text, List<(int Start, int End)> clauses, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var clause = text[clauses[i].Start..clauses[i].End];
            if ((clause.EndsWith('的') || clause.EndsWith('时')) && i + 1 < to)
            {
                return clause;
            }
        }

        return null;
    }

    private static string Action(string words, string? actor)
    {
        var action = words;
        if (actor is not null && action.IndexOf(actor, StringComparison.Ordinal) is >= 0 and < 12 and var at && at + actor.Length + 2 < action.Length)
        {
            action = action[(at + actor.Length)..];
        }

        action = action.TrimStart('等', ',', '要', '应', '可', '须', '需', '将', ')', '、');
        action = action.Length == 0 ? words : action;
        return action.Length <= MaxAction ? action : action[..MaxAction];
    }

    /// <summary>What stands behind the verb of the first clause.</summary>
    private string? Aim(string action)
    {
        var end = action.IndexOf(',', StringComparison.Ordinal);
        var clause = end < 0 ? action : action[..end];
        if (clause.StartsWith('将') || clause.StartsWith('把'))
        {
            return null;
        }

        var at = 0;
        while (Words.Beginning(clause.AsSpan(at), cues.Words("imperative")) is { } verb)
        {
            at += verb.Length;
        }

        return at > 0 && clause.Length - at is >= 2 and <= 40 ? clause[at..] : null;
    }
}
