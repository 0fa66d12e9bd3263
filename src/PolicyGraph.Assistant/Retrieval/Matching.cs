using PolicyGraph.Assistant.Passages;
using PolicyGraph.Assistant.Questions;

namespace PolicyGraph.Assistant.Retrieval;

/// <summary>How far a passage is about a concept, and how much that matters.</summary>
internal static class Matching
{
    private const double InContext = 0.75;

    /// <summary>From 0, not at all, to 1, by its own words.</summary>
    public static double Degree(Concept concept, Passage passage)
    {
        if (concept.Term.Length > 0 && concept.Term.All(char.IsAscii))
        {
            // Pairs of Latin letters say nothing: the word is there or it is not.
            return concept.Alternatives.Max(w => passage.Folded.Contains(w, StringComparison.Ordinal) || passage.Topics.Contains(w, StringComparison.Ordinal) ? 1 : passage.Context.Contains(w, StringComparison.Ordinal) ? InContext : 0);
        }

        if (concept.Kind == ConceptKind.Loose)
        {
            return Pairs(concept.Term, passage, 0);
        }

        var best = 0.0;
        foreach (var word in concept.Alternatives)
        {
            if (passage.Folded.Contains(word, StringComparison.Ordinal) || passage.Topics.Contains(word, StringComparison.Ordinal))
            {
                return 1;
            }

            if (best < InContext && passage.Context.Contains(word, StringComparison.Ordinal))
            {
                best = InContext;
            }

            if (best < 0.9 && passage.Target is { } target && QuestionText.IsAbridged(word, QuestionText.Fold(target.Indicator)))
            {
                best = 0.9;
            }
        }

        if (best == 0 && concept.Term.Length >= 3)
        {
            foreach (var word in concept.Alternatives.Where(w => w.Length >= 3))
            {
                best = Math.Max(best, Pairs(word, passage, 0.6) * 0.8);
            }
        }

        return best;
    }

    /// <summary>How much a concept matters.</summary>
    public static double Weight(Concept concept, PassageLibrary library)
    {
        if (concept.Kind == ConceptKind.Loose)
        {
            var pairs = QuestionText.Bigrams(concept.Term);
            // Two or three characters that nothing knows are most often a verb; a longer run is a name.
            return pairs.Count == 0 ? 0 : (0.25 + pairs.Average(library.Rarity)) * (char.IsAscii(concept.Term[0]) ? 1.2 : pairs.Count == 1 ? 0.55 : pairs.Count == 2 ? 0.85 : 1 + (0.15 * (pairs.Count - 2)));
        }

        var rarity = concept.Alternatives.Min(library.Rarity);
        return (0.25 + rarity) * (concept.Kind == ConceptKind.Weak ? 0.15 : 1 + (0.05 * Math.Max(0, concept.Term.Length - 2)));
    }

    private static double Pairs(string word, Passage passage, double least)
    {
        var pairs = QuestionText.Bigrams(word);
        if (pairs.Count == 0)
        {
            return 0;
        }

        var own = pairs.Count(passage.Bigrams.Contains) / (double)pairs.Count;
        var all = pairs.Count(passage.AllBigrams.Contains) / (double)pairs.Count;
        var degree = Math.Max(own, all * InContext);
        return degree >= least ? degree : 0;
    }
}
