using PolicyGraph.Assistant.Passages;
using PolicyGraph.Assistant.Questions;

namespace PolicyGraph.Assistant.Answers;

/// <summary>What a question takes for granted, held against the passage that it is about.</summary>
internal static class Premise
{
    /// <summary>Whether the question states a number that the passage gives otherwise.</summary>
    public static bool Contradicts(Question question, Passage passage)
    {
        if (question.Quantities.Count == 0)
        {
            return false;
        }

        var told = QuantityScanner.Find(passage.Folded).Select(f => f.Quantity).ToList();
        if (passage.Target is { Unit: { } unit } target)
        {
            told.Add(new AskedQuantity(target.Value, unit, string.Empty));
        }

        return question.Quantities.Any(asked => asked.Unit != "年" || told.Exists(t => t.Unit == "年")
            ? told.Exists(t => QuantityScanner.IsSameKind(t.Unit, asked.Unit)) && !told.Exists(t => QuantityScanner.IsSameKind(t.Unit, asked.Unit) && t.Value == asked.Value)
            : false);
    }

    /// <summary>Whether the question sets a place beside the whole country.</summary>
    public static bool IsComparedWithCountry(this Question question) =>
        question.Wants(Wanted.Comparison | Wanted.Trace) && (question.Folded.Contains("国家", StringComparison.Ordinal) || question.Folded.Contains("全国", StringComparison.Ordinal));
}
