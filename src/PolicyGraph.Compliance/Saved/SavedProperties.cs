using System.Globalization;
using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Graph;

namespace PolicyGraph.Compliance.Saved;

/// <summary>A saved assessment as properties of its node and those of its findings, and back.</summary>
/// <remarks>
/// Lists of one finding's evidence are parallel: <c>quotes[i]</c> stands in <c>paths[i]</c>. <c>rests</c> of a finding names each paper with its version, <c>facts</c> the keys of the facts:
/// whoever stores it draws RESTS_ON from them, to what is there in that version.
/// </remarks>
public static class SavedProperties
{
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>The properties of the Assessment node, its key among them.</summary>
    public static IReadOnlyDictionary<string, GraphValue> Of(SavedAssessment saved)
    {
        ArgumentNullException.ThrowIfNull(saved);
        return new Dictionary<string, GraphValue>(StringComparer.Ordinal)
        {
            ["id"] = saved.Id,
            ["savedAt"] = saved.SavedAt.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture),
            ["enterpriseId"] = saved.Enterprise,
            ["enterpriseName"] = saved.Name,
            ["asOf"] = saved.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["evaluationYear"] = (long)saved.EvaluationYear,
            ["qualifies"] = VerdictWord.Of(saved.Qualifies),
            ["standards"] = GraphValue.ListOf(saved.Standards),
            ["standardSet"] = saved.StandardSet,
            ["ontologyVersion"] = saved.Ontology,
            ["enterpriseSha256"] = saved.EnterpriseSha256,
            ["benchmarks"] = saved.Benchmarks,
            ["benchmarksSha256"] = saved.BenchmarksSha256,
            ["papers"] = GraphValue.ListOf(saved.Papers.Select(p => $"{p.Sha256}\t{p.Type}\t{p.ProcessedBy}\t{p.Path}")),
        };
    }

    /// <summary>The properties of the Finding nodes, in order.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, GraphValue>> OfFindings(SavedAssessment saved)
    {
        ArgumentNullException.ThrowIfNull(saved);
        var versions = saved.Papers.ToDictionary(p => p.Path, p => p.Sha256, StringComparer.Ordinal);
        return [.. saved.Findings.Select((f, i) => OfFinding(saved, f, i, versions))];
    }

    /// <summary>The saved assessment of an Assessment node and its Finding nodes.</summary>
    public static SavedAssessment Read(Node assessment, IEnumerable<Node> findings)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return new SavedAssessment
        {
            Id = Text(assessment, "id") ?? string.Empty,
            SavedAt = DateTimeOffset.ParseExact(Text(assessment, "savedAt") ?? string.Empty, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            Enterprise = Text(assessment, "enterpriseId") ?? string.Empty,
            Name = Text(assessment, "enterpriseName") ?? string.Empty,
            AsOf = DateOnly.ParseExact(Text(assessment, "asOf") ?? string.Empty, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            EvaluationYear = (int)(assessment.Properties.GetValueOrDefault("evaluationYear")?.AsInteger() ?? 0),
            Qualifies = VerdictWord.ReadQualification(Text(assessment, "qualifies")),
            Standards = Texts(assessment, "standards"),
            Ontology = Text(assessment, "ontologyVersion"),
            EnterpriseSha256 = Text(assessment, "enterpriseSha256"),
            Benchmarks = Text(assessment, "benchmarks"),
            BenchmarksSha256 = Text(assessment, "benchmarksSha256"),
            Papers = [.. Texts(assessment, "papers").Select(t => t.Split('\t', 4)).Where(p => p.Length == 4).Select(p => new PaperVersion(p[3], p[1], p[0], p[2]))],
            Findings = [.. findings.Select(ReadFinding)],
        };
    }

    private static Dictionary<string, GraphValue> OfFinding(SavedAssessment saved, SavedFinding finding, int ordinal, Dictionary<string, string> versions) => new(StringComparer.Ordinal)
    {
        ["id"] = finding.Id,
        ["assessmentId"] = saved.Id,
        ["ordinal"] = (long)ordinal,
        ["standard"] = finding.Standard,
        ["criterion"] = finding.Criterion,
        ["criterionKey"] = finding.CriterionKey,
        ["title"] = finding.Title,
        ["verdict"] = VerdictWord.Of(finding.Verdict),
        ["value"] = Number(finding.Value),
        ["unit"] = finding.Unit,
        ["points"] = Number(finding.Points),
        ["weight"] = Number(finding.Weight),
        ["reason"] = finding.Reason,
        ["arithmetic"] = finding.Arithmetic,
        ["rule"] = finding.Rule,
        ["benchmark"] = finding.Benchmark,
        ["rests"] = GraphValue.ListOf(finding.Evidence.Select(e => e.Path).Distinct().Select(p => $"{saved.Enterprise}/{p}\t{versions.GetValueOrDefault(p)}")),
        ["facts"] = GraphValue.ListOf(finding.Evidence.Select(e => e.Fact)),
        ["paths"] = GraphValue.ListOf(finding.Evidence.Select(e => e.Path)),
        ["quotes"] = GraphValue.ListOf(finding.Evidence.Select(e => e.Quote)),
        ["starts"] = GraphValue.ListOf(finding.Evidence.Select(e => (GraphValue)(long)e.Start)),
        ["ends"] = GraphValue.ListOf(finding.Evidence.Select(e => (GraphValue)(long)e.End)),
    };

    private static SavedFinding ReadFinding(Node node)
    {
        var (facts, paths, quotes) = (Texts(node, "facts"), Texts(node, "paths"), Texts(node, "quotes"));
        var (starts, ends) = (Wholes(node, "starts"), Wholes(node, "ends"));
        var count = ((int[])[facts.Count, paths.Count, quotes.Count, starts.Count, ends.Count]).Min();
        return new SavedFinding
        {
            Id = Text(node, "id") ?? string.Empty,
            Standard = Text(node, "standard") ?? string.Empty,
            Criterion = Text(node, "criterion") ?? string.Empty,
            CriterionKey = Text(node, "criterionKey") ?? string.Empty,
            Title = Text(node, "title") ?? string.Empty,
            Verdict = VerdictWord.ReadVerdict(Text(node, "verdict")),
            Value = (decimal?)node.Properties.GetValueOrDefault("value")?.AsNumber(),
            Unit = Text(node, "unit"),
            Points = (decimal?)node.Properties.GetValueOrDefault("points")?.AsNumber(),
            Weight = (decimal?)node.Properties.GetValueOrDefault("weight")?.AsNumber(),
            Reason = Text(node, "reason"),
            Arithmetic = Text(node, "arithmetic"),
            Rule = Text(node, "rule") ?? string.Empty,
            Benchmark = Text(node, "benchmark"),
            Evidence = [.. Enumerable.Range(0, count).Select(i => new SavedEvidence(paths[i], facts[i], quotes[i], starts[i], ends[i]))],
        };
    }

    private static GraphValue Number(decimal? value) => value is { } number ? (double)number : GraphValue.Null;

    private static string? Text(Node node, string key) => node.Properties.GetValueOrDefault(key)?.AsString();

    private static List<string> Texts(Node node, string key) => [.. (node.Properties.GetValueOrDefault(key)?.AsList() ?? []).Select(v => v.AsString() ?? string.Empty)];

    private static List<int> Wholes(Node node, string key) => [.. (node.Properties.GetValueOrDefault(key)?.AsList() ?? []).Select(v => (int)(v.AsInteger() ?? 0))];
}
