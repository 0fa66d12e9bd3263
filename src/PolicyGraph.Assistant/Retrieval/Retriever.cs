using System.Globalization;
using PolicyGraph.Assistant.Passages;
using PolicyGraph.Assistant.Questions;

namespace PolicyGraph.Assistant.Retrieval;

/// <summary>Ranks the passages for a question: how much of it each covers, and whether each may answer it at all.</summary>
internal sealed class Retriever(PassageLibrary library)
{
    /// <summary>The best passages, best first.</summary>
    public IReadOnlyList<Candidate> Find(Question question, int count = 40)
    {
        var weights = question.Concepts.Select(c => Matching.Weight(c, library)).ToArray();
        var total = weights.Sum();
        if (total <= 0 && question.Numbers.Count == 0 && !(question.Documents.Count > 0 && question.Wants(Wanted.Edition | Wanted.When | Wanted.Comparison)))
        {
            return [];
        }

        return [.. library.Passages.Select(p => Judge(question, p, weights, Math.Max(total, 0.01))).Where(c => c.Coverage > 0.2).OrderByDescending(c => c.Score).ThenBy(c => c.Passage.Ordinal).Take(count)];
    }

    private Candidate Judge(Question question, Passage passage, double[] weights, double total)
    {
        var (sum, unmet) = (0.0, new List<Concept>());
        for (var i = 0; i < weights.Length; i++)
        {
            var concept = question.Concepts[i];
            var degree = Matching.Degree(concept, passage);
            sum += weights[i] * degree;
            if (degree < 0.5 && concept.Kind != ConceptKind.Weak)
            {
                unmet.Add(concept);
            }
        }

        var coverage = weights.Length > 0 ? sum / total : question.Numbers.Count > 0 || (question.Wants(Wanted.Comparison) ? passage.ClauseKind is "comparison" : passage.ClauseKind is "edition" or "validity") ? 0.8 : 0.4;
        if (question.Stems.Count > 0 && passage.English is not null && !unmet.Exists(c => c.Kind == ConceptKind.Loose && char.IsAsciiLetter(c.Term[0])) && InEnglish(question, passage) is var told && told > coverage)
        {
            // The statement's own English is nearer than what the lexicon makes of the question.
            coverage = told;
            unmet.RemoveAll(c => c.Kind is not ConceptKind.Industry);
        }

        var refusals = Refuse(question, passage, unmet);
        if (refusals.HasFlag(Refusal.Number))
        {
            coverage *= 0.5;
        }

        return new Candidate(passage, coverage, coverage + Fit(question, passage) - (Penalty(refusals) * 0.3), unmet, refusals);
    }

    /// <summary>How much of an English question's words a statement has.</summary>
    private double InEnglish(Question question, Passage passage)
    {
        var (has, all) = (0.0, 0.0);
        foreach (var stem in question.Stems)
        {
            // A word that no statement has is more often a way of speaking than a matter.
            var rarity = library.RarityOfStem(stem);
            var weight = rarity >= 1 ? 0.5 : 0.1 + rarity;
            all += weight;
            has += passage.Stems.Contains(stem) ? weight : 0;
        }

        return all > 0 ? has / all : 0;
    }

    private static int Penalty(Refusal refusals) => System.Numerics.BitOperations.PopCount((uint)refusals);

    private static Refusal Refuse(Question question, Passage passage, List<Concept> unmet)
    {
        var refusals = Refusal.None;
        if (question.Documents.Count > 0 && !question.Documents.Contains(passage.Document) && !question.Documents.Any(d => Mentions(passage, d)))
        {
            refusals |= Refusal.Document;
        }

        if (question.Years.Count > 0 && !question.Years.Any(y => IsOfYear(passage, y)))
        {
            refusals |= Refusal.Year;
        }

        if (question.Places.Count > 0 ? !question.Places.Any(p => IsOfPlace(passage, p)) : question.IsNational && passage.Document.Level is "provincial" or "municipal")
        {
            refusals |= Refusal.Place;
        }

        if (unmet.Exists(c => c.Kind == ConceptKind.Industry))
        {
            refusals |= Refusal.Industry;
        }

        if (!AnswerType.Fits(question, passage))
        {
            refusals |= Refusal.Type;
        }

        if (question.Numbers.Count > 0 && !question.Numbers.Any(n => passage.Folded.Contains(n, StringComparison.Ordinal) || passage.Topics.Contains(n, StringComparison.Ordinal) || passage.Context.Contains(n, StringComparison.Ordinal)))
        {
            refusals |= Refusal.Number;
        }

        return refusals;
    }

    /// <summary>Small preferences that order passages of like coverage.</summary>
    private static double Fit(Question question, Passage passage)
    {
        var list = question.Cues.Contains("list");
        var fit = -Math.Min(passage.Folded.Length, 300) * (list || question.Wants(Wanted.Definition | Wanted.Edition) ? 0.00005 : 0.0003);
        fit += list && passage.Folded.Count(c => c is '、' or '；' or ';') >= 3 ? 0.08 : 0;
        fit += question.Documents.Count > 0 && !question.Documents.Contains(passage.Document) ? -0.1 : 0;
        fit += question.Clauses.Count > 0 && passage.Provision is { } place && question.Clauses.Any(c => IsClause(QuestionText.Fold(place), c)) ? 0.25 : 0;
        fit += question.Quantities.Count > 0 && question.Quantities.Any(q => QuantityScanner.Find(passage.Folded).Any(f => QuantityScanner.IsSameKind(f.Quantity.Unit, q.Unit))) ? 0.06 : 0;
        fit += question.Quoted.Any(q => passage.Context.Contains(q, StringComparison.Ordinal)) ? 0.4 : question.Quoted.Any(q => passage.Folded.Contains(q, StringComparison.Ordinal)) ? 0.1 : 0;
        if (passage.Kind == PassageKind.Target)
        {
            fit += question.Wants(Wanted.Amount) || question.Folded.Contains("目标", StringComparison.Ordinal) ? 0.12 : question.Wants(Wanted.When | Wanted.Who | Wanted.Definition | Wanted.Evidence) ? -0.2 : 0;
            fit += question.Quantities.Any(q => QuantityScanner.IsSameKind(q.Unit, passage.Target?.Unit ?? string.Empty)) ? question.Quantities.Any(q => q.Value == passage.Target?.Value) ? 0.2 : 0.12 : 0;
            fit += question.Years.Count > 0 && passage.Target is { Year: { } year } && question.Years.Contains(year) ? 0.04 : 0;
        }

        fit += (question.Wanted, passage.ClauseKind) switch
        {
            (var w, "definition") when w.HasFlag(Wanted.Definition) => 0.15,
            (var w, "evidence") when w.HasFlag(Wanted.Evidence) => 0.15,
            (var w, "deadline") when w.HasFlag(Wanted.When) => 0.12,
            (var w, "edition" or "validity") when w.HasFlag(Wanted.Edition) => passage.Folded.Contains("废止", StringComparison.Ordinal) || passage.Folded.Contains("代替", StringComparison.Ordinal) ? 0.18 : 0.12,
            (_, "edition" or "validity") => -0.03,
            (_, "absent") => -0.06,
            (var w, "comparison") when w.HasFlag(Wanted.Comparison) => 0.12,
            (var w, "duty") when w.HasFlag(Wanted.Who) => 0.08,
            (var w, "weight" or "scoring") when w.HasFlag(Wanted.Amount) => 0.03,
            _ => 0,
        };
        if (question.Wants(Wanted.Definition) && passage.Kind == PassageKind.Sentence && question.Strong.FirstOrDefault() is { } first && first.Alternatives.Any(a => passage.Folded.StartsWith(a + "是", StringComparison.Ordinal) || passage.Folded.StartsWith(a + "一种", StringComparison.Ordinal)))
        {
            fit += 0.25;
        }

        fit += question.Wants(Wanted.Definition) && question.Strong.Any(c => c.Term.Length >= 2 && (passage.Folded.Contains(c.Term + "是", StringComparison.Ordinal) || passage.Folded.Contains(c.Term + "指", StringComparison.Ordinal))) ? 0.1 : 0;
        var strong = question.Strong.Where(c => c.Term.Length >= 2).ToList();
        fit += strong.Count == 0 ? 0 : 0.1 * strong.Count(c => c.Alternatives.Any(a => passage.Topics.Contains(a, StringComparison.Ordinal))) / strong.Count;
        fit += strong.Exists(c => c.Alternatives.Any(a => passage.Topics.Contains($"\n{a}\n", StringComparison.Ordinal))) ? 0.05 : 0;

        return fit + (passage.Certainty == "verified" ? 0 : -0.06) + (passage.Document.ValidUntil is null ? 0.01 : 0);
    }

    private static bool IsClause(string place, string clause) => place == clause || place.StartsWith(clause, StringComparison.Ordinal) || place.Contains(clause, StringComparison.Ordinal);

    private static bool Mentions(Passage passage, SourceDocument document) =>
        passage.Kind == PassageKind.Clause && (document.Number is { } number && passage.Folded.Contains(QuestionText.Fold(number), StringComparison.Ordinal));

    private static bool IsOfYear(Passage passage, int year)
    {
        var written = year.ToString(CultureInfo.InvariantCulture);
        return passage.Target is { Year: not null } target
            ? target.Year == year || (target.BaseYear == year && target.BaseValue is not null)
            : SaysYear(passage.Folded, written) || passage.Topics.Contains(written, StringComparison.Ordinal) || passage.Document.PlanEnd == written || passage.Document.IsOfYear(year);
    }

    /// <summary>Whether a year is written as one, not as the tail of a standard's number or in a document's.</summary>
    private static bool SaysYear(string text, string year)
    {
        for (var at = text.IndexOf(year, StringComparison.Ordinal); at >= 0; at = text.IndexOf(year, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || text[at - 1] is not ('-' or '〔' or '(' or '['))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfPlace(Passage passage, string place)
    {
        var name = QuestionText.Fold(place);
        var brief = name.Length > 2 && name[^1] is '省' or '市' ? name[..^1] : name;
        return passage.Document.Jurisdiction == place || passage.Folded.Contains(brief, StringComparison.Ordinal) || passage.Topics.Contains(brief, StringComparison.Ordinal)
            || QuestionText.Fold(passage.Document.Title).Contains(brief, StringComparison.Ordinal);
    }
}
