using PolicyGraph.Compliance.Benchmarks;
using PolicyGraph.Compliance.Evidence;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.Verdicts;

/// <summary>Decides what an enterprise's papers show against the criteria: one pure function of the facts and the question.</summary>
/// <remarks>
/// For each criterion the first that holds decides: it does not apply; usable values conflict; usable evidence decides; only unusable evidence is there; nothing decides.
/// What the enterprise declares of itself, and its self-evaluation, decide nothing.
/// </remarks>
public static class GapAnalysis
{
    /// <summary>Holds the facts against the standards asked for.</summary>
    /// <exception cref="GapException">A standard is unknown or not loaded, or none applies on that day.</exception>
    /// <exception cref="PolicyGraph.Ontology.Yaml.YamlException">The benchmark file is for another industry or place, or lists what the standard does not have; with its line.</exception>
    /// <exception cref="InvalidDataException">A rule in the graph cannot be used.</exception>
    public static Assessment Decide(GapFacts facts, GapQuestion question)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(question);
        var (chosen, notes) = EditionChoice.Choose(facts.Editions, question.Standards, question.AsOf);
        var warnings = new List<string>(notes);
        Check(facts, question, chosen, warnings);
        var year = question.Year ?? question.Benchmarks?.Year ?? facts.Enterprise.EvaluationYear ?? question.AsOf.Year - 1;
        var dossier = new Dossier(facts, question, year);
        var session = new Session(dossier, new LimitChoice(dossier, facts.Limits), question.Benchmarks, warnings);
        var standards = new List<StandardResult>();
        foreach (var (edition, why) in chosen)
        {
            standards.Add(session.Assess(edition, why));
        }

        session.WarnOfUnknownDeclarations();
        var assessment = session.Result(standards, [.. facts.Files.Where(f => f.Type == "unrecognised").Select(f => f.Path).Order(StringComparer.Ordinal)], Steps(chosen, facts.Enterprise, question.AsOf));

        // An edition that is in force and not loaded was not asked: what the others say is no yes to the whole.
        return notes.Count > 0 && assessment.Qualifies == Qualification.Yes ? assessment with { Qualifies = Qualification.Unknown } : assessment;
    }

    /// <summary>The steps of an application that are asked on that day and in that place; a local one goes before the national one that it tightens.</summary>
    private static IEnumerable<EligibilityStep> Steps(IReadOnlyList<(EditionFacts Edition, string Why)> chosen, EnterpriseFacts enterprise, DateOnly asOf)
    {
        var place = enterprise.JurisdictionCode ?? (enterprise.Jurisdiction is { Length: 6 } code && code.All(char.IsAsciiDigit) ? code : null);
        var asked = chosen.SelectMany(c => c.Edition.Steps)
            .Where(s => (s.From is null || s.From <= asOf) && (s.Until is null || asOf <= s.Until) && (s.Places.Count == 0 || s.Places.Any(p => place?.StartsWith(p, StringComparison.Ordinal) == true)))
            .DistinctBy(s => s.Id)
            .ToList();
        return asked.Where(s => !asked.Exists(other => other.InsteadOf == s.Id));
    }

    private static void Check(GapFacts facts, GapQuestion question, IReadOnlyList<(EditionFacts Edition, string Why)> chosen, List<string> warnings)
    {
        if (question.Benchmarks is not { } file)
        {
            return;
        }

        var edition = facts.Editions.FirstOrDefault(e => e.Id == file.Standard && e.Criteria.Count > 0)
            ?? throw file.Place?.FaultAt("standard", $"没有标准“{file.Standard}”") ?? (Exception)new GapException($"没有标准“{file.Standard}”");
        var fit = new BenchmarkFit(file, facts.Enterprise, question.Units);
        warnings.AddRange(fit.CheckEnterprise());

        fit.CheckIndicators(edition);
        warnings.AddRange(((string?[])[file.WeightWarning, file.PassLineWarning]).OfType<string>());

        if (!chosen.Any(c => c.Edition.Id == file.Standard))
        {
            warnings.Add($"评价方案是 {file.Standard} 的，本次没有按它评价");
        }
    }

    /// <summary>One run over the criteria: it collects findings in order.</summary>
    private sealed class Session
    {
        private readonly Dossier dossier;
        private readonly LimitChoice limits;
        private readonly BenchmarkFile? benchmarks;
        private readonly List<string> warnings;
        private readonly Applicability applicability;
        private readonly CriterionJudge judge;
        private readonly List<Finding> findings = [];
        private readonly List<(string Criterion, Judgement Judgement)> met = [];
        private readonly Dictionary<string, CriterionFacts> criteria = new(StringComparer.Ordinal);
        private readonly List<(IReadOnlyList<Finding> Findings, StandardResult Result)> results = [];

        internal Session(Dossier dossier, LimitChoice limits, BenchmarkFile? benchmarks, List<string> warnings)
        {
            this.dossier = dossier;
            this.benchmarks = benchmarks;
            this.warnings = warnings;
            applicability = new Applicability(dossier);
            this.limits = limits;
            judge = new CriterionJudge(dossier, limits);
        }

        internal StandardResult Assess(EditionFacts edition, string why)
        {
            var file = benchmarks?.Standard == edition.Id ? benchmarks : null;
            var mine = new List<Finding>();
            foreach (var (criterion, benchmark, names) in Demands(edition, file))
            {
                criteria[$"{edition.Id}/{criterion.Id}"] = criterion;
                mine.Add(Find(edition, criterion, benchmark, names, file));
            }

            foreach (var doubtful in mine.Where(f => f is { Kind: CriterionKind.Veto or CriterionKind.Mandatory, Verdict: Verdict.NotMet } && (f.RestsOnRecalledAlone || f.Source.All(s => s.Certainty == "recalled"))))
            {
                warnings.Add($"{edition.Id} 的“{doubtful.Title}”不符合，但所依条款凭记忆收录、待核实，不能单凭它断定企业不符合");
            }

            var shown = file?.NotApplicable == NotApplicableWeights.Redistribute ? Scoring.Redistributed(mine) : mine;
            var score = file is null ? null : Scoring.Of(shown, file.PassLine);
            var result = new StandardResult(edition.Id, edition.Title, edition.Number, why, Scoring.Qualifies(edition, shown, file), score);
            findings.AddRange(shown);
            results.Add((shown, result));
            return result;
        }

        internal void WarnOfUnknownDeclarations()
        {
            foreach (var declared in dossier.Enterprise.NotApplicable.Keys.Where(k => k.IndexOf('.', StringComparison.Ordinal) < 0 || k.Any(char.IsWhiteSpace)))
            {
                warnings.Add($"enterprise.yaml 的 notApplicable 写了不认识的准则“{declared}”");
            }
        }

        internal Assessment Result(IReadOnlyList<StandardResult> standards, IReadOnlyList<string> unrecognised, IEnumerable<EligibilityStep> steps)
        {
            var outlook = new Outlook(dossier);
            var whole = standards.Any(s => s.Qualifies == Qualification.No) ? Qualification.No : standards.All(s => s.Qualifies == Qualification.Yes) ? Qualification.Yes : Qualification.Unknown;
            return new Assessment
            {
                Enterprise = dossier.Enterprise,
                AsOf = dossier.AsOf,
                EvaluationYear = dossier.Year,
                Qualifies = whole,
                Blocking = [.. results.SelectMany(r => Scoring.Blocking(r.Findings, whole == Qualification.No, r.Result.Score)).Distinct()],
                Standards = standards,
                Findings = findings,
                Eligibility = [.. steps.Select(outlook.Step)],
                Next = NextActions.Of(findings, criteria),
                Expiring = outlook.Expiring(met),
                Unrecognised = unrecognised,
                Warnings = [.. warnings.Distinct()],
            };
        }

        /// <summary>What is judged: the criteria of the edition, those on demand where the file lists them, and a divided one in the parts that the file lists or a limit is about.</summary>
        private IEnumerable<(CriterionFacts Criterion, Benchmark? Benchmark, IReadOnlyList<string> Names)> Demands(EditionFacts edition, BenchmarkFile? file)
        {
            foreach (var criterion in edition.Criteria)
            {
                var own = file?.Indicators.GetValueOrDefault(criterion.Id);
                var prefix = criterion.Id + ".";
                List<(string Id, Benchmark? Benchmark)> parts = [.. (file?.Indicators ?? new Dictionary<string, Benchmark>()).Where(i => i.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(i => (i.Key, (Benchmark?)i.Value))];
                if (!criterion.OnDemand || own is not null || parts.Count > 0)
                {
                    parts.AddRange([.. limits.Parts(criterion).Select(p => $"{criterion.Id}.{p}").Where(id => !parts.Exists(p => IsSame(edition, p.Id, id))).Select(id => (id, (Benchmark?)null))]);
                }

                if (own is not null || (parts.Count == 0 && !criterion.OnDemand))
                {
                    yield return (criterion, own, []);
                }

                foreach (var (id, benchmark) in parts)
                {
                    if (BenchmarkFit.Resolve(edition, id) is { } part)
                    {
                        yield return (part.Criterion, benchmark, part.Names);
                    }
                }
            }
        }

        private static bool IsSame(EditionFacts edition, string a, string b) => BenchmarkFit.Resolve(edition, a) is { } x && BenchmarkFit.Resolve(edition, b) is { } y && x.Criterion.Title == y.Criterion.Title;

        private Finding Find(EditionFacts edition, CriterionFacts criterion, Benchmark? benchmark, IReadOnlyList<string> names, BenchmarkFile? file)
        {
            var judgement = NotApplicable(criterion, benchmark, file) ?? judge.Judge(criterion, benchmark, names);
            if (judgement.Verdict == Verdict.Met)
            {
                met.Add((criterion.Id, judgement));
            }

            var weight = benchmark?.Weight;
            var decided = judgement.Verdict is Verdict.Met or Verdict.NotMet;
            var share = judgement.Share ?? (judgement.Verdict == Verdict.Met ? 1 : 0);
            var points = decided && weight is { } w ? decimal.Round(share * w, 10) : (decimal?)null;
            return new Finding
            {
                Standard = edition.Id,
                Criterion = criterion.Id,
                Clause = criterion.Clause,
                Title = criterion.Title,
                Area = criterion.Area,
                Kind = criterion.Kind,
                Verdict = judgement.Verdict,
                Value = judgement.Value,
                Unit = judgement.Unit ?? benchmark?.Unit,
                Points = points,
                Weight = weight,
                Arithmetic = Arithmetic(judgement, benchmark, points),
                Reason = judgement.Reason.Length > 0 ? judgement.Reason : null,
                Missing = judgement.Verdict == Verdict.InsufficientEvidence ? judgement.Missing : [],
                Evidence = [.. judgement.Rests.Select(dossier.Cite)],
                Source = criterion.Sources,
                Binds = judgement.Binds,
                Over = judgement.Over,
                RestsOnRecalledAlone = judgement.RestsOnRecalledAlone,
            };
        }

        private static string? Arithmetic(Judgement judgement, Benchmark? benchmark, decimal? points) =>
            judgement is { Arithmetic: { } text, Share: > 0 and < 1, Value: { } value } && benchmark is { Lead: { } lead, Base: { } basis } && points is not null
                ? $"{text}；({Numbers.Short(value)} − {Numbers.Plain(basis)}) ÷ ({Numbers.Plain(lead)} − {Numbers.Plain(basis)}) × {Numbers.Plain(benchmark.Weight)} = {Numbers.Short(points.Value)} 分"
                : judgement.Arithmetic;

        private Judgement? NotApplicable(CriterionFacts criterion, Benchmark? benchmark, BenchmarkFile? file)
        {
            if (file is { Complete: true } && benchmark is null && criterion.Kind is CriterionKind.Scored or CriterionKind.Optional)
            {
                return new Judgement(Verdict.NotApplicable, "评价方案写明所列指标完整，没有列出这一项");
            }

            if (applicability.Declared(criterion.Id) is not { } reason)
            {
                return null;
            }

            if (applicability.Contradiction(criterion) is { } fact)
            {
                warnings.Add($"企业声明“{criterion.Title}”不适用（{reason}），但“{dossier.Name(fact)}”写明“{fact.Quote}”，声明不予采用");
                return null;
            }

            return new Judgement(Verdict.NotApplicable, $"企业声明不适用：{reason}");
        }
    }
}
