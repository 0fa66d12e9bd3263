using PolicyGraph.Ontology.Lexicon;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Policies;

/// <summary>Finds who a norm speaks to.</summary>
/// <remarks>
/// In this order: the object of 鼓励, 支持, 推动 …; the subject in front; whom an earlier clause of the sentence chose (选择一批…企业) or set as the field
/// (以…产业为重点, 在…园区); the subject of the sentence before in the same paragraph.
/// </remarks>
internal sealed class ActorReader
{
    private const int MaxActor = 60;

    private static readonly string[] Movers = ["鼓励和支持", "鼓励支持", "鼓励和引导", "引导和鼓励", "鼓励引导", "支持和引导", "鼓励", "支持", "引导", "推动", "促进", "组织", "督促", "指导", "强化", "加强", "带动", "要求", "提倡"];
    private static readonly string[] Choosers = ["选择", "遴选", "选取", "由"];
    private static readonly string[] Doings = ["实施", "开展", "组织", "推广", "建设", "选择", "推进", "推动", "促进", "实现"];
    private static readonly string[] SelfNames = ["我部", "本部", "我委", "我局", "我厅", "我办"];
    private static readonly string[] AfterSubject = ["要", "应", "须", "必须", "需", "将", "可", "不得", "负责", "会同", "每年", "于", "根据", "按照", "结合", "初审", "对", "向", "在", "按", "达到", "共同", "决定", "依", "以", "通过", "采取", "从", "不", "(", "自", "充分", "为", "与", "利用", "达", "积极", "牵头", "联合", "新建", "因", "违反", "未", "有权", "免", "根", "作为", "就近", "具备"];

    private readonly TermMatcher<Named> matcher;
    private readonly CueLexicon cues;
    private readonly string? issuer;
    private Actor? topic;

    public ActorReader(PolicyLexicon lexicon, string? issuer)
    {
        cues = lexicon.Cues;
        this.issuer = issuer;
        var all = lexicon.Actors.SelectMany(a => a.Names.Select(n => KeyValuePair.Create(n, a))).Concat(
            lexicon.Authorities.ByName.Keys.Select(n => KeyValuePair.Create(n, new Named("authority", n, []))));
        matcher = new TermMatcher<Named>(all);
    }

    /// <summary>Somebody who acts.</summary>
    /// <param name="Name">To show; 我部 resolved.</param>
    /// <param name="Written">As the folded text has it.</param>
    /// <param name="Role">Id of the role.</param>
    public sealed record Actor(string Name, string Written, string? Role);

    /// <summary>Forgets the subject of the paragraph before.</summary>
    public void StartParagraph() => topic = null;

    /// <summary>Remembers the subject of a sentence that is no norm.</summary>
    public void Note(string text, List<(int Start, int End)> clauses) => topic = Subject(text, clauses[0].Start, clauses[0].End) ?? topic;

    /// <summary>Whether a clause begins with somebody who acts.</summary>
    public bool IsSubject(string text, int start, int end) => Subject(text, start, end) is not null;

    /// <summary>Whether a clause encourages or moves somebody whom it names.</summary>
    public bool IsMoved(string text, int start, int end) => Moved(text, start, end) is not null;

    /// <summary>The actor of clauses <paramref name="from"/> to <paramref name="to"/>.</summary>
    public Actor? Find(string text, List<(int Start, int End)> clauses, int from, int to, Modality? modality)
    {
        if (modality is Modality.Encouraged)
        {
            return FirstOf(clauses, from, to, Moved, text) ?? FirstOf(clauses, from, to, Subject, text);
        }

        if (modality is Modality.Prohibited && Forbidden(text, clauses[from].Start, clauses[from].End) is { } forbidden)
        {
            return forbidden;
        }

        if (FirstOf(clauses, from, to, Subject, text) is { } subject)
        {
            return topic = subject;
        }

        if (FirstOf(clauses, 0, to, Chosen, text) is { } chosen)
        {
            return topic = chosen;
        }

        if (clauses[from].End - clauses[from].Start > 6 && text.AsSpan(clauses[from].Start, clauses[from].End - clauses[from].Start).Contains("资金将", StringComparison.Ordinal))
        {
            var fund = text.IndexOf("资金将", clauses[from].Start, StringComparison.Ordinal) + 2;
            return new Actor(text[clauses[from].Start..fund], text[clauses[from].Start..fund], null);
        }

        return FirstOf(clauses, from, Math.Min(to, from + 2), Moved, text) ?? FirstOf(clauses, 0, from, Subject, text) ?? Spoken(FirstOf(clauses, from, to, Field, text) ?? FirstOf(clauses, 0, from, Field, text)) ?? topic;
    }

    /// <summary>A field of enterprises or parks is whom the next sentences speak of, too.</summary>
    private Actor? Spoken(Actor? field)
    {
        topic = field?.Role is "enterprise" or "park" ? field : topic;
        return field;
    }

    private static Actor? FirstOf(List<(int Start, int End)> clauses, int from, int to, Func<string, int, int, Actor?> find, string text)
    {
        for (var i = from; i < to; i++)
        {
            if (find(text, clauses[i].Start, clauses[i].End) is { } actor)
            {
                return actor;
            }
        }

        return null;
    }

    /// <summary>禁止开发区域不得…: whoever stands before 不得.</summary>
    private Actor? Forbidden(string text, int start, int end)
    {
        var at = text.AsSpan(start, end - start).IndexOf("不得");
        return at is >= 2 and <= 24 ? new Actor(Resolve(text[start..(start + at)]), text[start..(start + at)], null) : null;
    }

    /// <summary>鼓励金融机构为…提供: whoever stands between the verb and the next.</summary>
    private Actor? Moved(string text, int start, int end)
    {
        var clause = text.AsSpan(start, end - start);
        foreach (var mover in Movers)
        {
            var at = clause.IndexOf(mover, StringComparison.Ordinal);
            if (at < 0 || at > 8)
            {
                continue;
            }

            var from = start + at + mover.Length;
            if (mover is "鼓励" or "支持" or "引导" && Words.Beginning(text.AsSpan(from, end - from), cues.Words("imperative")) is not null && !matcher.TryMatchAt(text, from, out _, out _))
            {
                return null;
            }

            if (Longest(text, from, end, strict: mover is not ("强化" or "加强" or "推动" or "发挥" or "促进")) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>A clause's subject: from its first word to an actor's name, a verb behind it.</summary>
    private Actor? Subject(string text, int start, int end)
    {
        foreach (var self in SelfNames)
        {
            if (text.AsSpan(start, end - start).StartsWith(self))
            {
                return new Actor(issuer ?? self, self, null);
            }
        }

        var clause = text.AsSpan(start, end - start);
        if (Words.Beginning(clause, cues.Words("imperative")) is { } verb && verb is not ("评价" or "服务" or "监管" or "设计" or "使用" or "重点" or "示范" or "建设" or "统计" or "回收" or "综合" or "面向") && !matcher.TryMatchAt(text, start, out _, out _) || clause[0] is '在' or '以' or '从' or '对' or '按' or '把' or '与' or '向' or '将' or '于' or '为' or '到' or '可' || clause.StartsWith("各类") || clause.StartsWith("重点在") || clause.StartsWith("优先在") || clause.StartsWith("围绕") || clause.StartsWith("通过") || clause.StartsWith("根据") || clause.StartsWith("鼓励") || clause.StartsWith("支持") || clause.StartsWith("引导"))
        {
            return null;
        }

        return Longest(text, start, end, strict: true);
    }

    /// <summary>The longest run from <paramref name="from"/> that ends with an actor's name and has a verb behind it.</summary>
    private Actor? Longest(string text, int from, int end, bool strict)
    {
        Actor? best = null;
        for (var i = from; i < end && i - from < MaxActor; i++)
        {
            if (!matcher.TryMatchAt(text, i, out var name, out var role) || i + name.Length > end)
            {
                continue;
            }

            var close = i + name.Length;
            var rest = text.AsSpan(close, end - close);
            var open = text.AsSpan(from, close - from);
            if (rest.StartsWith("等"))
            {
                rest = rest[1..];
            }

            string? shortName = null;
            if (rest.StartsWith("(") && rest.IndexOf(')') is > 0 and var bracket)
            {
                // （以下统称省级主管部门）
                var inside = rest[1..bracket];
                var called = inside.StartsWith("以下") ? inside.IndexOf('称') : -1;
                shortName = called > 0 ? inside[(called + 1)..].ToString() : null;
                rest = rest[(bracket + 1)..];
            }

            if (role.Id == "sector" && (i - from < 2 || strict && rest.IsEmpty))
            {
                continue;
            }

            var verb = rest.IsEmpty || Words.Beginning(rest, AfterSubject) is not null || Words.Beginning(rest, cues.Words("imperative")) is not null;
            if (verb || (!strict && close - from <= 14 && best is null))
            {
                best = new Actor(shortName ?? Resolve(open.ToString()), open.ToString(), role.Id);
                if (verb && !rest.StartsWith("、"))
                {
                    break;
                }
            }

            i = close - 1;
        }

        return best;
    }

    /// <summary>选择一批…的企业, 由行业龙头企业作为牵头单位.</summary>
    private Actor? Chosen(string text, int start, int end)
    {
        var clause = text.AsSpan(start, end - start);
        var (at, word) = Words.Last(clause, Choosers);
        if (at < 0 || (word == "由" && at > 0))
        {
            return null;
        }

        var first = start + at + word.Length;
        for (var i = first; i < end; i++)
        {
            if (!matcher.TryMatchAt(text, i, out var name, out var role) || i + name.Length > end)
            {
                continue;
            }

            var from = i;
            while (from > first && i - from < 8 && text[from - 1] is not ('的' or '批' or '、'))
            {
                from--;
            }

            var close = i + name.Length;
            if (role.Id != "sector" && (from == first || text[from - 1] is '的' or '批'))
            {
                return new Actor(Resolve(text[from..close]), text[from..close], role.Id);
            }

            i = close - 1;
        }

        return null;
    }

    /// <summary>以…产业为重点, 在…园区, 依托…企业, 发挥企业作为….</summary>
    private Actor? Field(string text, int start, int end)
    {
        var clause = text.AsSpan(start, end - start);
        var skip = clause[0] is '在' or '以' ? 1 : clause.StartsWith("依托") || clause.StartsWith("发挥") || clause.StartsWith("围绕") ? 2 : clause.StartsWith("充分发挥") ? 4 : clause.StartsWith("重点在") || clause.StartsWith("优先在") ? 3 : 0;
        if (skip == 0)
        {
            return null;
        }

        Actor? best = null;
        for (var i = start + skip; i < end && i - start < 44; i++)
        {
            if (!matcher.TryMatchAt(text, i, out var name, out var role) || i + name.Length > end)
            {
                continue;
            }

            var close = i + name.Length;
            var next = close < end ? text[close] : ',';
            var written = text[(start + skip)..close];
            if (Words.Any(written, Doings))
            {
                break;
            }

            if (role.Id != "sector" || (i - start - skip >= 2 && next is '为' or '等' or '中' or '内' or ',' or '的' or '、' or '实' or '开' or '推'))
            {
                best = new Actor(Resolve(written), written, role.Id);
                if (next is not ('、' or '和' or '或' or '及' or '与'))
                {
                    break;
                }
            }

            i = close - 1;
        }

        return best;
    }

    private string Resolve(string written)
    {
        var bare = written.TrimStart('并', '和', '-', '由');
        return SelfNames.Contains(bare) && issuer is not null ? issuer : bare;
    }
}
