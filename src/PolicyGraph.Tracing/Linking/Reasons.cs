using System.Diagnostics;
using PolicyGraph.Tracing.Facts;

namespace PolicyGraph.Tracing.Linking;

/// <summary>Why a target is the child of its parent, as one Chinese sentence.</summary>
internal static class Reasons
{
    /// <summary>The sentence.</summary>
    /// <param name="child">The child.</param>
    /// <param name="parent">Its parent.</param>
    /// <param name="kinship">What was found.</param>
    /// <param name="elsewhere">Other statements of the parent's target at its level.</param>
    public static string Of(TargetFacts child, TargetFacts parent, Kinship.Child kinship, IReadOnlyList<TargetFacts> elsewhere)
    {
        var place = $"{child.Document.Jurisdiction ?? "下级"}在{parent.Document.Jurisdiction ?? "上级"}之下";
        var also = elsewhere.Select(t => t.Document.Named).Distinct(StringComparer.Ordinal).Where(n => n != parent.Document.Named).ToList();
        return $"指标同为“{child.Measure.Name}”，{place}，{BondWords(child, parent, kinship.Bond)}，{TermWords(child, parent, kinship.Term)}，{ScopeWords(child, parent, kinship.IsPart)}，同为{ValueWords.Change(child)}"
            + (also.Count > 0 ? $"；{string.Join("、", also)}也提出同一目标。" : "。");
    }

    private static string BondWords(TargetFacts child, TargetFacts parent, Bond bond) => bond switch
    {
        Bond.BasedOn => $"{child.Document.Named}以{parent.Document.Named}为制定依据",
        Bond.Cites => $"{child.Document.Named}引用{parent.Document.Named}",
        Bond.Scheme => $"两者计的是同一项全国认定，{parent.Document.Named}发布在先",
        Bond.FiveYearPlan => $"两者是同一五年规划（到{child.Year}年）的同一分解指标，{child.Document.Named}没有写明引用{parent.Document.Named}",
        _ => throw new UnreachableException($"bond {bond}"),
    };

    private static string TermWords(TargetFacts child, TargetFacts parent, Term term) => term switch
    {
        Term.Same when child.Year is { } year => $"期限同为{year}年",
        Term.Same => "期限未分别写明",
        Term.Earlier => $"期限{child.Year}年在上级的{parent.Year}年之内",
        Term.Later => $"期限{child.Year}年接在上级的{parent.Year}年之后",
        _ => throw new UnreachableException($"term {term}"),
    };

    private static string ScopeWords(TargetFacts child, TargetFacts parent, bool isPart) =>
        isPart ? $"范围（{child.Scope.InWords}）在上级范围（{parent.Scope.InWords}）之内" : child.Scope.IsWhole ? "范围同为本行政区全部" : $"范围同为{child.Scope.InWords}";
}
