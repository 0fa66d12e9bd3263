using System.Text.Json;

namespace PolicyGraph.EndToEnd;

/// <summary>The made-up enterprises under every edition, and their planted defects. What is right (<c>expected/*.json</c>) was written by hand from the papers before anything was run on them.</summary>
public sealed class SampleEnterprisesTests(CorpusFixture corpus) : IClassFixture<CorpusFixture>
{
    private const double PointsApart = 0.05;

    private static readonly string Folder = Path.Combine(Product.Repository, "tests", "PolicyGraph.EndToEnd");

    /// <summary>Every run of every list: its file and its place there.</summary>
    public static TheoryData<string, int> Runs()
    {
        var data = new TheoryData<string, int>();
        foreach (var list in Directory.GetFiles(Path.Combine(Folder, "expected"), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal))
        {
            for (var run = 0; run < Expected(list).GetProperty("runs").GetArrayLength(); run++)
            {
                data.Add(list, run);
            }
        }

        return data;
    }

    /// <summary>The lists that have defects.</summary>
    public static TheoryData<string> Checked() => [.. Runs().Select(r => (string)r[0]).Distinct().Where(l => Expected(l).TryGetProperty("defects", out _))];

    [Theory]
    [MemberData(nameof(Runs))]
    public void Gap_SampleEnterprise_FindsWhatIsRight(string list, int run)
    {
        var expected = Expected(list);
        var right = expected.GetProperty("runs")[run];
        var answer = Answer(list, expected, right);
        var findings = answer.GetProperty("findings").EnumerateArray().ToDictionary(f => f.GetProperty("criterion").GetString()!); // the key is always there
        var wrong = right.GetProperty("findings").EnumerateObject().SelectMany(f => Differences(f, findings)).Concat(Listed(right, findings)).ToList();
        var standard = Assert.Single(answer.GetProperty("standards").EnumerateArray());
        if (standard.GetProperty("qualifies").GetString() != right.GetProperty("qualifies").GetString())
        {
            wrong.Add($"qualifies {standard.GetProperty("qualifies")}, right is {right.GetProperty("qualifies")}");
        }

        foreach (var bound in ((string[])["lower", "upper"]).Where(b => right.GetProperty(b).ValueKind == JsonValueKind.Number && Math.Abs(right.GetProperty(b).GetDouble() - standard.GetProperty("score").GetProperty(b).GetDouble()) > PointsApart))
        {
            wrong.Add($"{bound} {standard.GetProperty("score").GetProperty(bound)}, right is {right.GetProperty(bound)}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(Checked))]
    public void Check_SampleEnterprise_FindsWhatWasPlantedAndNothingInCleanPapers(string list)
    {
        var expected = Expected(list);
        var found = corpus.Product.Json("check", EnterpriseOf(list), "--standard", "gbt36132-2025", "--as-of", expected.GetProperty("asOf").GetString()!).GetProperty("defects").EnumerateArray().ToList(); // the list is ours and has it
        var planted = expected.GetProperty("defects").EnumerateArray().ToList();
        var missed = planted.Where(p => p.GetProperty("must").GetBoolean() && !found.Exists(d => Fits(p, d))).Select(p => $"missed {p.GetProperty("kind")} {p.GetProperty("document")}");
        var clean = expected.GetProperty("clean").EnumerateArray().Select(c => c.GetString()).ToHashSet();
        var wrong = found.Where(d => Papers(d).Any(clean.Contains) && !planted.Exists(p => Fits(p, d))).Select(d => $"false {d.GetProperty("kind")} {string.Join(" ", Papers(d))}: {d.GetProperty("message")}");
        var all = missed.Concat(wrong).ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    // A finding is a verdict, or verdicts with points, value and evidence.
    private static IEnumerable<string> Differences(JsonProperty right, Dictionary<string, JsonElement> findings)
    {
        if (!findings.TryGetValue(right.Name, out var mine))
        {
            yield return $"{right.Name}: no finding";
            yield break;
        }

        var verdict = mine.GetProperty("verdict").GetString();
        if (right.Value.ValueKind == JsonValueKind.String ? verdict != right.Value.GetString() : !right.Value.GetProperty("verdict").EnumerateArray().Any(v => v.GetString() == verdict))
        {
            yield return $"{right.Name}: {verdict} ({mine.GetProperty("reason")}, {mine.GetProperty("arithmetic")}); right is {right.Value}";
        }

        if (right.Value.ValueKind == JsonValueKind.Object)
        {
            if (!IsNear(right.Value.GetProperty("points"), mine.GetProperty("points"), PointsApart) || !IsNear(right.Value.GetProperty("value"), mine.GetProperty("value"), null))
            {
                yield return $"{right.Name}: {mine.GetProperty("value")}, {mine.GetProperty("points")} points; right is {right.Value}";
            }

            var wanted = right.Value.GetProperty("evidence").EnumerateArray().Select(e => e.GetString()).ToList();
            var cited = mine.GetProperty("evidence").EnumerateArray().Select(e => e.GetProperty("path").GetString()).ToHashSet();
            if (wanted.Count > 0 && !wanted.Exists(cited.Contains))
            {
                yield return $"{right.Name}: cites {string.Join(", ", cited)}; right is one of {string.Join(", ", wanted)}";
            }
        }
    }

    // The lists of earlier editions hold points and values apart.
    private static IEnumerable<string> Listed(JsonElement right, Dictionary<string, JsonElement> findings)
    {
        foreach (var (list, key) in ((string, string)[])[("points", "points"), ("values", "value")])
        {
            if (right.TryGetProperty(list, out var values) && values.ValueKind == JsonValueKind.Object)
            {
                foreach (var value in values.EnumerateObject().Where(v => !IsNear(v.Value, findings[v.Name].GetProperty(key), null)))
                {
                    yield return $"{value.Name}: {key} {findings[value.Name].GetProperty(key)}, right is {value.Value}";
                }
            }
        }
    }

    private static bool IsNear(JsonElement right, JsonElement mine, double? apart) =>
        right.ValueKind != JsonValueKind.Number || (mine.ValueKind == JsonValueKind.Number && Math.Abs(right.GetDouble() - mine.GetDouble()) <= (apart ?? 0.0001 * Math.Max(1, right.GetDouble())));

    private static bool Fits(JsonElement planted, JsonElement defect)
    {
        var kinds = planted.TryGetProperty("alsoKinds", out var also) ? also.EnumerateArray().Append(planted.GetProperty("kind")) : [planted.GetProperty("kind")];
        string?[] papers = [planted.GetProperty("document").GetString(), planted.TryGetProperty("other", out var other) ? other.GetString() : null];
        return kinds.Any(k => k.GetString() == defect.GetProperty("kind").GetString()) && Papers(defect).Any(papers.Contains);
    }

    private static IEnumerable<string> Papers(JsonElement defect) =>
        ((JsonElement[])[defect, defect.GetProperty("other")]).Where(d => d.ValueKind == JsonValueKind.Object).Select(d => d.GetProperty("path").GetString()).OfType<string>();

    private static JsonElement Expected(string list)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "expected", list + ".json")));
        return json.RootElement.Clone();
    }

    private static string EnterpriseOf(string list) => Path.Combine(CorpusFixture.Corpus, "enterprises", list.Replace("-earlier", string.Empty, StringComparison.Ordinal));

    // Benchmarks are relative to the repository, or to the tests where they are of tests only.
    private JsonElement Answer(string list, JsonElement expected, JsonElement run)
    {
        var asOf = (run.TryGetProperty("asOf", out var own) ? own : expected.GetProperty("asOf")).GetString()!; // one of them has it
        var benchmarks = run.GetProperty("benchmarks").GetString() is { } file ? Path.Combine(file.StartsWith("expected", StringComparison.Ordinal) ? Folder : Product.Repository, file) : null;
        return corpus.Gap(run.GetProperty("standard").GetString()!, asOf, benchmarks, EnterpriseOf(list)); // the list is ours and has it
    }
}
