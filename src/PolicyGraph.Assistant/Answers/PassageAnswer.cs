using PolicyGraph.Assistant.Passages;
using PolicyGraph.Assistant.Questions;
using PolicyGraph.Assistant.Retrieval;

namespace PolicyGraph.Assistant.Answers;

/// <summary>Answers from the passages that fit best, and only where one surely speaks of what was asked.</summary>
internal sealed class PassageAnswer(PassageLibrary library)
{
    /// <summary>Least coverage of a passage that answers.</summary>
    private const double Sure = 0.66;

    private static readonly string[] Joints = ["和", "与", "跟", "及", "、", "还是"];
    private readonly Retriever retriever = new(library);

    /// <summary>Writes the answer; false when no passage is one.</summary>
    public bool TryWrite(Question question, AnswerWriter writer)
    {
        var chosen = new List<Passage>();
        var partial = false;
        foreach (var part in Parts(question))
        {
            var found = Choose(part);
            if (found.Count == 0 && part.Documents.Count > 0 && part != question)
            {
                // One side of several documents: its likeliest words, rather than none.
                found = [.. retriever.Find(part).Where(c => IsLikely(c, part, beside: true) && part.Documents.Contains(c.Passage.Document)).Select(c => c.Passage).Take(1)];
            }

            partial |= found.Count == 0;
            chosen.AddRange(found.Where(f => !chosen.Exists(c => Overlap(c, f))));
        }

        if (chosen.Count == 0)
        {
            return false;
        }

        if (question.Wants(Wanted.Comparison) && chosen[0].ClauseKind == "comparison")
        {
            // Told by one clause; each of the documents that it compares is cited by its own words too.
            foreach (var document in question.Documents.Where(d => !chosen.Exists(c => c.Document.Number == d.Number)).Take(3))
            {
                chosen.AddRange(Choose(question with { Documents = [document], Wanted = question.Wanted & ~Wanted.Comparison }).Where(c => c.Document == document && !chosen.Contains(c)).Take(1));
            }
        }

        if (partial && question.Documents.Count < 2)
        {
            return false;
        }

        if (AnswerType.IsAbsent(chosen[0]) || (AnswerType.IsDenial(chosen[0]) && (question.Wants(Wanted.Amount | Wanted.Premise) || question.Quantities.Count > 0)))
        {
            var said = Phrasing.State(writer, chosen[0]);
            writer.Say(said);
            writer.Deny(writer.English ? "The standard lays down no such figure." : "标准没有规定这一数值，图谱中也没有。");
            return true;
        }

        if (Premise.Contradicts(question, chosen[0]))
        {
            writer.Say(writer.English ? "That is not what the document says." : "这与文件不符：");
        }

        foreach (var passage in chosen.Where(c => !AnswerType.IsAbsent(c)).Take(6))
        {
            writer.Say(Phrasing.State(writer, passage));
        }

        return true;
    }


    /// <summary>Writes what most likely answers, where nothing surely does and nothing speaks against it; false when there is none.</summary>
    public bool TryWriteLikely(Question question, AnswerWriter writer)
    {
        if (question.Wants(Wanted.Money) || !question.Strong.Any())
        {
            return false;
        }

        var chosen = new List<Passage>();
        var parts = question.Documents.GroupBy(d => d.Number ?? d.Id).Select(g => question with { Documents = [.. g], Wanted = question.Wanted & ~Wanted.Comparison }).ToList();
        foreach (var part in parts.Count > 1 ? parts : [question])
        {
            var likely = retriever.Find(part).Where(c => IsLikely(c, part, parts.Count > 1) && (parts.Count < 2 || part.Documents.Any(d => d.Number == c.Passage.Document.Number))).ToList();
            if (likely.Count == 0)
            {
                return false;
            }

            chosen.AddRange(likely.Where(c => c.Score >= likely[0].Score - 0.08).Select(c => c.Passage).Where(p => !chosen.Exists(c => Overlap(c, p))).Take(parts.Count > 1 ? 2 : 3));
        }

        writer.Say(writer.English ? "What the graph says on this:" : "图谱中关于这一问题的内容：");
        foreach (var passage in chosen)
        {
            writer.Say(Phrasing.State(writer, passage));
        }

        return true;
    }

    private static bool IsLikely(Candidate candidate, Question question, bool beside) =>
        candidate.Refusals == Refusal.None && !AnswerType.IsAbsent(candidate.Passage)
        && candidate.Coverage >= (beside ? 0.35 : question.Wants(Wanted.Amount) ? 0.55 : question.IsEnglish ? 0.42 : 0.47)
        && !candidate.Unmet.Any(c => c.Kind is ConceptKind.Industry or ConceptKind.Indicator || (c.Kind == ConceptKind.Loose && char.IsAscii(c.Term[0])))
        && question.Strong.Any(c => !candidate.Unmet.Contains(c));

    /// <summary>The passages that are about the matter, whatever speaks against them, best first.</summary>
    public IReadOnlyList<Candidate> Nearest(Question question) => retriever.Find(question, 12);

    /// <summary>Whether a candidate surely answers.</summary>
    public static bool IsSure(Candidate candidate, Question question) =>
        candidate.Refusals == Refusal.None && candidate.Coverage >= Sure && (candidate.Passage.Target is null || candidate.Unmet.All(c => c.Kind == ConceptKind.Loose && c.Term.Length < 3)) && !candidate.Unmet.Any(c => c.Kind is ConceptKind.Indicator or ConceptKind.Industry || (c.Kind == ConceptKind.Word && question.Strong.Count(s => !candidate.Unmet.Contains(s)) < 3))
        && (question.Concepts.Count > 0 || question.Numbers.Count > 0 || question.Documents.Count > 0);

    private List<Passage> Choose(Question question)
    {
        var candidates = retriever.Find(question).Where(c => IsSure(c, question)).ToList();
        if (candidates.Count == 0)
        {
            return [];
        }

        var best = candidates[0].Score;
        var most = question.Wants(Wanted.Amount | Wanted.When | Wanted.Who) ? 2 : 3;
        var chosen = new List<Passage>();
        foreach (var candidate in candidates.Where(c => c.Score >= best - (question.Wants(Wanted.Definition) ? 0.15 : 0.1)))
        {
            if (chosen.Count < most && !chosen.Exists(c => Overlap(c, candidate.Passage)))
            {
                chosen.Add(candidate.Passage);
            }
        }

        // The words of a policy themselves, where what was found first is only said about them.
        if (chosen.TrueForAll(c => c.Document.IsPolicy is false) && candidates.FirstOrDefault(c => c.Passage.Document.IsPolicy && c.Score >= best - 0.3) is { } original)
        {
            var first = chosen[0].Document;
            var copied = library.Documents.Any(d => d.IsPolicy && d.Number is not null && (d.Number == first.Number || chosen[0].Source == d.Number)) || first.Number is null || chosen[0].Folded.StartsWith("586", StringComparison.Ordinal);
            chosen.Insert(copied ? 0 : chosen.Count, original.Passage);
        }

        // A target in a sentence: the value first, then the sentence that sets it.
        foreach (var target in chosen.Where(c => c.Target is not null && !c.Text.Contains('\t', StringComparison.Ordinal)).ToList())
        {
            if (library.Passages.FirstOrDefault(p => p.Kind == PassageKind.Sentence && p.Document == target.Document && p.Start <= target.Start && p.End >= target.End && p.Text.Length <= 330) is { } sentence && !chosen.Contains(sentence))
            {
                chosen.Add(sentence);
            }
        }

        return chosen;
    }

    /// <summary>The question once for each of the documents that it names, or for each of several things of one kind that no one passage speaks of together.</summary>
    private IEnumerable<Question> Parts(Question question)
    {
        if (question.Wants(Wanted.Comparison) && retriever.Find(question, 3) is [{ Passage.ClauseKind: "comparison" } told, ..] && IsSure(told, question))
        {
            return [question];
        }

        if (question.Documents.Count > 1 && (question.Wants(Wanted.Comparison) || question.Documents.Select(d => d.Id.Split('-')[0]).Distinct().Count() < question.Documents.Count))
        {
            return question.Documents.GroupBy(d => d.Number ?? d.Id).Select(g => question with { Documents = [.. g] });
        }

        if (question.Documents.Count == 0 && question.Places.Count == 1 && question.IsComparedWithCountry())
        {
            return [question, question with { Places = [], IsNational = true }];
        }

        var best = retriever.Find(question, 3);
        var indicators = question.Concepts.Where(c => c.Kind == ConceptKind.Indicator).ToList();
        if (indicators.Count is 2 or 3 or 4)
        {
            var each = indicators.Select(a => question with { Concepts = [.. question.Concepts.Where(c => c.Kind != ConceptKind.Indicator || c == a)], Wanted = Wanted.Amount }).ToList();
            if (each.TrueForAll(p => Choose(p) is [{ Target: not null }, ..]))
            {
                return each;
            }
        }

        if (question.Wants(Wanted.Comparison) && Parallel(question) is var (one, other))
        {
            List<Question> sides = [question with { Concepts = [.. question.Concepts.Where(c => c != other)] }, question with { Concepts = [.. question.Concepts.Where(c => c != one)] }];
            if (sides.TrueForAll(s => Choose(s).Count > 0))
            {
                return sides;
            }
        }

        if (best.Count > 0 && IsSure(best[0], question) && best[0].Unmet.Count == 0)
        {
            return [question];
        }

        foreach (var kind in (ConceptKind[])[ConceptKind.Indicator, ConceptKind.Industry, ConceptKind.Designation, ConceptKind.Word])
        {
            var alike = question.Concepts.Where(c => c.Kind == kind).ToList();
            if (alike.Count is 2 or 3 or 4 && !best.Any(b => alike.TrueForAll(a => !b.Unmet.Contains(a))))
            {
                var parts = alike.Select(a => question with { Concepts = [.. question.Concepts.Where(c => c.Kind != kind || c == a)] }).ToList();
                if (parts.TrueForAll(p => p.Strong.Any() && Choose(p).Count > 0) && (kind != ConceptKind.Word || question.Wants(Wanted.Comparison | Wanted.Definition) || question.Folded.Contains("分别", StringComparison.Ordinal)))
                {
                    return parts;
                }
            }
        }

        return [question];
    }

    /// <summary>Two things that a question sets side by side by a word between them; null where there are none.</summary>
    private static (Concept One, Concept Other)? Parallel(Question question)
    {
        foreach (var one in question.Strong)
        {
            foreach (var other in question.Strong.Where(o => o != one))
            {
                if (Array.Exists(Joints, j => question.Folded.Contains(one.Term + j + other.Term, StringComparison.Ordinal)))
                {
                    return (one, other);
                }
            }
        }

        return null;
    }

    private static bool Overlap(Passage one, Passage other) =>
        one == other || (one.Document == other.Document && one.Start is { } start && other.Start is { } from && start < other.End && from < one.End && one.Kind == other.Kind);
}
