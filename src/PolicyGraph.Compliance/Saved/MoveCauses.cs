using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Verdicts;

namespace PolicyGraph.Compliance.Saved;

/// <summary>Finds what made one verdict another.</summary>
internal sealed class MoveCauses
{
    private readonly SavedAssessment saved;
    private readonly Assessment now;
    private readonly AssessmentBasis basis;
    private readonly Dictionary<string, PaperVersion> before;
    private readonly Dictionary<string, EvidenceFile> held;

    internal MoveCauses(SavedAssessment saved, Assessment now, AssessmentBasis basis)
    {
        this.saved = saved;
        this.now = now;
        this.basis = basis;
        before = saved.Papers.ToDictionary(p => p.Path, StringComparer.Ordinal);
        held = basis.Facts.Files.ToDictionary(f => f.Path, StringComparer.Ordinal);
    }

    internal IReadOnlyList<MovedCause> Of(SavedFinding? old, Finding? finding)
    {
        var (standard, criterion) = (finding?.Standard ?? old?.Standard ?? string.Empty, finding?.Criterion ?? old?.Criterion ?? string.Empty);
        var facts = AssessmentSnapshot.CriterionOf(basis.Facts, standard, criterion);
        List<MovedCause> causes = [.. Papers(old, finding), .. Benchmark(old, standard, criterion), .. Rule(old, facts, standard)];
        if (causes.Count == 0)
        {
            causes.AddRange([.. Day(old, finding, facts, standard), .. Declaration()]);
        }

        if (causes.Count == 0)
        {
            causes.AddRange(PapersOfType(facts?.Needs));
        }

        if (causes.Count == 0)
        {
            causes.AddRange(PapersOfType(null));
        }

        return causes.Count > 0 ? [.. causes.DistinctBy(c => (c.Document, c.Path, c.Quote))] : [Clause(facts, standard, "读取文件或判断的程序换了版本")];
    }

    private IEnumerable<MovedCause> Papers(SavedFinding? old, Finding? finding)
    {
        var cited = (finding?.Evidence ?? []).GroupBy(e => e.Path, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (var (path, evidence) in cited)
        {
            if (Change(path) is { } change)
            {
                yield return new MovedCause(evidence.Fact.DocumentId, path, evidence.Fact.Quote, evidence.Fact.Start, evidence.Fact.End, change);
            }
        }

        foreach (var evidence in (old?.Evidence ?? []).DistinctBy(e => e.Path).Where(e => !cited.ContainsKey(e.Path)))
        {
            if (Change(evidence.Path) is { } change)
            {
                yield return Uncited(evidence.Path, $"{change}；保存时据以判断的是“{evidence.Quote}”");
            }
        }
    }

    private IEnumerable<MovedCause> PapersOfType(IReadOnlyList<string>? types)
    {
        var paths = before.Keys.Union(held.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return paths.Where(p => types is null || types.Contains(held.GetValueOrDefault(p)?.Type ?? before[p].Type)).Select(p => (Path: p, Change: Change(p))).Where(p => p.Change is not null).Select(p => Uncited(p.Path, p.Change!)); // filtered
    }

    /// <summary>What became of a paper since; null when nothing did.</summary>
    private string? Change(string path) => (before.GetValueOrDefault(path), held.GetValueOrDefault(path)) switch
    {
        (null, not null) => "保存以后新提交的文件",
        (not null, null) => "文件已不在",
        ({ } was, { } now) when was.Sha256 != (now.Sha256 ?? string.Empty) => "文件内容已改",
        ({ } was, { } now) when was.ProcessedBy != (now.ProcessedBy ?? string.Empty) => "文件未改，由新版本的程序重新读取",
        _ => null,
    };

    private IEnumerable<MovedCause> Benchmark(SavedFinding? old, string standard, string criterion)
    {
        var (was, now) = (old?.Benchmark, AssessmentSnapshot.BenchmarkOf(basis.Benchmarks, standard, criterion));
        if (was != now)
        {
            var name = basis.Benchmarks is { } file ? Path.GetFileName(file.File) : saved.Benchmarks;
            yield return new MovedCause(name ?? "评价方案", name, null, null, null, $"评价方案：原为 {was ?? "未给出"}，现为 {now ?? "未给出"}");
        }
    }

    private IEnumerable<MovedCause> Rule(SavedFinding? old, CriterionFacts? criterion, string standard)
    {
        if (old is not null && old.Rule != AssessmentSnapshot.RuleOf(criterion, basis.Facts))
        {
            yield return Clause(criterion, standard, criterion is null ? "标准的这一条已不在图中" : "标准的这一条换了判断规则，或给它设值的规则有增减");
        }
    }

    private IEnumerable<MovedCause> Day(SavedFinding? old, Finding? finding, CriterionFacts? criterion, string standard)
    {
        var why = saved.AsOf != now.AsOf ? $"评价日由 {saved.AsOf:yyyy-MM-dd} 改为 {now.AsOf:yyyy-MM-dd}"
            : saved.EvaluationYear != now.EvaluationYear ? $"评价年由 {saved.EvaluationYear} 改为 {now.EvaluationYear}" : null;
        if (why is null)
        {
            yield break;
        }

        var paths = (finding?.Evidence ?? []).Select(e => e.Path).Union((old?.Evidence ?? []).Select(e => e.Path), StringComparer.Ordinal).ToList();
        foreach (var paper in paths.Select(p => held.GetValueOrDefault(p)).OfType<EvidenceFile>())
        {
            var fact = Ending(paper) ?? finding?.Evidence.FirstOrDefault(e => e.Path == paper.Path)?.Fact;
            yield return fact is null
                ? Uncited(paper.Path, why)
                : new MovedCause(fact.DocumentId, paper.Path, fact.Quote, fact.Start, fact.End, fact.Field == "validUntil" ? $"{why}，有效期至 {fact.Date}" : why);
        }

        if (paths.Count == 0)
        {
            yield return Clause(criterion, standard, why);
        }
    }

    /// <summary>The end of validity that lies between the two days; null when the paper has none.</summary>
    private Fact? Ending(EvidenceFile paper)
    {
        var (first, last) = saved.AsOf < now.AsOf ? (saved.AsOf, now.AsOf) : (now.AsOf, saved.AsOf);
        return paper.Facts.FirstOrDefault(f => f.Field == "validUntil" && Evidence.DateRange.Parse(f.Date)?.Last is { } end && end >= first && end < last);
    }

    private IEnumerable<MovedCause> Declaration()
    {
        if (saved.EnterpriseSha256 != basis.Facts.Enterprise.Sha256)
        {
            yield return new MovedCause(saved.Enterprise, "enterprise.yaml", null, null, null, "企业信息 enterprise.yaml 已改");
        }
    }

    private MovedCause Uncited(string path, string why) => new($"{saved.Enterprise}/{path}", path, null, null, null, why);

    private static MovedCause Clause(CriterionFacts? criterion, string standard, string why)
    {
        var source = criterion?.Sources.Count > 0 ? criterion.Sources[0] : null;
        return new MovedCause(source?.Document ?? standard, null, null, null, null, $"{why}（{source?.Clause ?? criterion?.Clause ?? standard}）");
    }
}
