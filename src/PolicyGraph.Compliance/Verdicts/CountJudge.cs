using PolicyGraph.Compliance.Benchmarks;
using PolicyGraph.Compliance.Evidence;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Quantities;
using PolicyGraph.Ontology.Standards;
using PolicyGraph.Text;

namespace PolicyGraph.Compliance.Verdicts;

/// <summary>Judges how many of a list of things there are.</summary>
internal sealed class CountJudge(Dossier dossier)
{
    private readonly QuantityReader quantities = new(dossier);

    internal Judgement Judge(CountRule rule, CriterionFacts criterion, Benchmark? benchmark)
    {
        var listed = quantities.Facts(rule.Field).Where(f => f.Statement is "yes" or "no" or "none" or "occurred").ToList();
        var ours = listed.FindAll(f => dossier.Subject.Fault(dossier.File(f), f) is null);
        var stated = rule.Stated is null ? [] : quantities.Facts(rule.Stated).Where(f => f.Number is >= 0 && dossier.Subject.Fault(dossier.File(f), f) is null).ToList();
        if (ours.Count == 0 && stated.Count == 0)
        {
            return listed.Count > 0
                ? new Judgement(Verdict.DefectiveEvidence, $"“{dossier.Name(listed[0])}”不能采用，{dossier.Subject.Fault(dossier.File(listed[0]), listed[0])}") { Rests = listed }
                : Missing(criterion, benchmark);
        }

        var named = ours.GroupBy(f => Item(rule, f)).ToList();
        if (named.Find(g => g.Select(f => f.Statement == "yes").Distinct().Count() > 1) is { } torn)
        {
            return new Judgement(Verdict.DefectiveEvidence, $"“{torn.Key}”一处写明具备，一处写明不具备，互相矛盾") { Rests = [.. torn] };
        }

        var have = named.FindAll(g => g.First().Statement == "yes");
        var known = have.FindAll(g => rule.Items.Count == 0 || rule.Items.ContainsKey(g.Key));
        var count = known.Count > 0 ? known.Count : have.Count;
        if (stated.Find(f => ours.Count > 0 && f.Number != count && f.Number != have.Count) is { } wrong)
        {
            return new Judgement(Verdict.DefectiveEvidence, $"“{dossier.Name(wrong)}”写明 {wrong.Written}{wrong.Unit ?? rule.Unit}，逐项列出的是 {count} {rule.Unit}") { Rests = [wrong, .. have.Select(g => g.First())] };
        }

        if (ours.Count == 0 && stated.Exists(f => f.Number != stated[0].Number))
        {
            return new Judgement(Verdict.DefectiveEvidence, $"写明的数量不一致：{string.Join("、", stated.Select(f => f.Written))}") { Rests = stated };
        }

        var value = ours.Count == 0 ? stated[0].Number!.Value : count; // filtered for a number
        List<Fact> facts = [.. (count > 0 ? have.Select(g => g.First()) : ours.Count > 0 ? ours : stated)];
        var arithmetic = ours.Count == 0 ? $"文件直接写明 {Numbers.Plain(value)} {rule.Unit}" : $"{string.Join("、", (known.Count > 0 ? known : have).Select(g => g.Key))}：共 {count} {rule.Unit}";
        if (benchmark?.Lead is null)
        {
            return new Judgement(Verdict.InsufficientEvidence, "没有评价方案给出的引领值和基准值，不能判断") { Value = value, Unit = rule.Unit, Arithmetic = arithmetic, Rests = facts, Missing = [RatioJudge.NoBenchmark(criterion)] };
        }

        return BenchmarkVerdict.Of(benchmark, value, benchmark.Share(value), value, rule.Unit, arithmetic, facts);
    }

    private static Judgement Missing(CriterionFacts criterion, Benchmark? benchmark)
    {
        var missing = new List<MissingPiece> { new("document", criterion.MainNeed, $"缺少证明“{criterion.Title}”的文件，请补交：{criterion.Asks}") };
        if (benchmark is null)
        {
            missing.Add(RatioJudge.NoBenchmark(criterion));
        }

        return new Judgement(Verdict.InsufficientEvidence, "没有相应的文件") { Missing = missing };
    }

    private static string Item(CountRule rule, Fact fact)
    {
        var written = Fold(fact.Qualifier ?? fact.Written);
        var exact = rule.Items.Keys.FirstOrDefault(k => Fold(k) == written) ?? rule.Items.FirstOrDefault(i => i.Value.Any(a => Fold(a) == written)).Key;
        return exact
            ?? rule.Items.Where(i => i.Value.Prepend(i.Key).Any(a => written.Contains(Fold(a), StringComparison.Ordinal))).OrderByDescending(i => i.Value.Prepend(i.Key).Where(a => written.Contains(Fold(a), StringComparison.Ordinal)).Max(a => a.Length)).FirstOrDefault().Key
            ?? written;
    }

    private static string Fold(string text) => NormalizedText.Fold(text).Squeeze().Text;
}
