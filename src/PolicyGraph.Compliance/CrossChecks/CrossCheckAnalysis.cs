using PolicyGraph.Compliance.Evidence;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Verdicts;

namespace PolicyGraph.Compliance.CrossChecks;

/// <summary>Finds what is wrong with an enterprise's papers: one pure function of the facts and the question, made of rules that do not know each other.</summary>
public static class CrossCheckAnalysis
{
    private const int MaxDefects = 2000;

    private static readonly CrossRule[] Rules = [];

    /// <summary>Holds the papers against the clauses and against each other.</summary>
    /// <param name="facts">What the graph says.</param>
    /// <param name="question">Day, standards and year.</param>
    /// <param name="unread">Papers that no reader could open.</param>
    /// <exception cref="GapException">A standard is unknown or not loaded, or none applies on that day.</exception>
    public static CrossCheck Find(GapFacts facts, GapQuestion question, IReadOnlyList<UnreadPaper> unread)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(unread);
        var (chosen, _) = EditionChoice.Choose(facts.Editions, question.Standards, question.AsOf);
        var year = question.Year ?? facts.Enterprise.EvaluationYear ?? question.AsOf.Year - 1;
        var context = new CheckContext(facts, new Dossier(facts, question, year), [.. chosen.SelectMany(c => c.Edition.Criteria)], unread);
        var defects = Rules.SelectMany(r => r.Find(context)).DistinctBy(Key).Take(MaxDefects)
            .OrderBy(d => d.At.Path, StringComparer.Ordinal).ThenBy(d => d.At.Fact?.Start ?? -1).ThenBy(d => d.Rule, StringComparer.Ordinal).ThenBy(d => d.Other?.Path, StringComparer.Ordinal).ThenBy(d => d.Other?.Fact?.Start ?? -1);
        return new CrossCheck(facts.Enterprise, question.AsOf, year, [.. defects]);
    }

    /// <summary>One defect is told once, whichever rule came first.</summary>
    private static (DefectKind Kind, string, string?, int?, string?, string?, int?) Key(Defect defect) =>
        (defect.Kind, defect.At.Path, defect.At.Field, defect.At.Fact?.Start, defect.Other?.Path, defect.Other?.Field, defect.Other?.Fact?.Start);
}

/// <summary>One rule: a name, and what it finds.</summary>
/// <param name="Name">As it stands in <see cref="Defect.Rule"/>.</param>
/// <param name="Find">The defects, in any order.</param>
internal sealed record CrossRule(string Name, Func<CheckContext, IEnumerable<Defect>> Find);
