using PolicyGraph.Assistant.Passages;

namespace PolicyGraph.Assistant.Questions;

/// <summary>Takes over from earlier questions what a short one leaves out: 水泥熟料呢？ 那2015年呢？ 它的截止时间？</summary>
internal static class FollowUp
{
    private static readonly string[] Openings = ["那", "它", "这", "其", "该", "还", "再", "又", "如果", "要是", "换成", "然后", "and", "whatabout", "howabout", "thenwhat", "thatone"];
    private static readonly string[] Pronouns = ["它", "那个", "这个", "该指标", "上述", "前者", "后者", "同一", "这项", "那项", "这份", "那份", "itsdeadline", "itstarget"];

    /// <summary>Whether a question leans on the one before.</summary>
    public static bool Leans(Question question)
    {
        var written = QuestionText.Fold(question.Written).TrimEnd('?', '。', '.', '!', '？');
        return written.EndsWith('呢') || Array.Exists(Openings, o => written.StartsWith(o, StringComparison.Ordinal)) || Array.Exists(Pronouns, p => written.Contains(p, StringComparison.Ordinal))
            || (question.Documents.Count == 0 && question.Strong.Count() <= 1 && written.Length <= (question.IsEnglish ? 30 : 12));
    }

    /// <summary>The ways to read a question that leans on another, the fullest first.</summary>
    public static IEnumerable<Question> Readings(Question now, Question before)
    {
        yield return Merge(now, before, keepWords: true);
        yield return Merge(now, before, keepWords: false);
        yield return now;
    }

    private static Question Merge(Question now, Question before, bool keepWords)
    {
        var moved = now.Places.Count > 0 || now.IsNational;
        var own = now.Concepts.ToList();
        var kept = before.Concepts.Where(c => c.Kind is not ConceptKind.Weak && !Overrides(own, c) && (keepWords || c.Kind is ConceptKind.Indicator or ConceptKind.Industry or ConceptKind.Designation)).ToList();
        for (var i = 0; i < own.Count; i++)
        {
            // 园区呢 after 绿色工厂 means 绿色园区.
            if (before.Concepts.FirstOrDefault(c => c.Kind == ConceptKind.Designation) is { } designation && own[i].Kind is ConceptKind.Weak or ConceptKind.Word or ConceptKind.Loose && own[i].Term is "园区" or "工厂" or "产品" or "供应链")
            {
                own[i] = new Concept("绿色" + own[i].Term, ConceptKind.Designation, ["绿色" + own[i].Term, "绿色示范" + own[i].Term]);
                kept.Remove(designation);
            }
        }

        var asks = now.Wanted & ~Wanted.Premise;
        var edition = now.Documents.Count > 0;
        return now with
        {
            Folded = before.Folded + "\n" + now.Folded,
            IsEnglish = now.IsEnglish || before.IsEnglish,
            Concepts = [.. own.Concat(kept).DistinctBy(c => c.Term)],
            Documents = edition ? now.Documents : moved ? [] : before.Documents,
            Numbers = now.Numbers.Count > 0 ? now.Numbers : edition ? [] : before.Numbers,
            Years = now.Years.Count > 0 ? now.Years : before.Years,
            Places = moved ? now.Places : before.Places,
            IsNational = moved ? now.IsNational : before.IsNational,
            Quantities = now.Quantities.Count > 0 ? now.Quantities : before.Cues.Contains("premise") ? [] : before.Quantities,
            Wanted = asks != Wanted.Nothing ? now.Wanted : before.Wanted & ~Wanted.Premise,
            Cues = new HashSet<string>(now.Cues.Concat(before.Cues.Where(c => c is not "premise" and not "help" and not "inject"))),
            Earlier = before,
        };
    }

    private static bool Overrides(List<Concept> own, Concept earlier) => own.Exists(c =>
        (c.Kind == earlier.Kind && c.Kind is ConceptKind.Indicator or ConceptKind.Industry or ConceptKind.Designation) && c.Kind == earlier.Kind);
}
