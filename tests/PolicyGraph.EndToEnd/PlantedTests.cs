using System.Globalization;
using System.Text;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Compliance;
using PolicyGraph.Compliance.CrossChecks;
using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ontology;
using Xunit.Abstractions;

namespace PolicyGraph.EndToEnd;

/// <summary>Defects that were planted by hand before any rule existed (<c>planted/*.txt</c>): each is found, and nothing is said of the papers beside them.</summary>
public sealed class PlantedTests(PlantedFixture planted, ITestOutputHelper output) : IClassFixture<PlantedFixture>
{
    public static TheoryData<string> Cases() => [.. PlantedCase.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Check_PlantedPapers_FindsWhatIsWrongAndNothingElse(string name)
    {
        var plant = PlantedCase.All[name];
        var defects = await planted.CheckAsync(plant);
        var told = defects.Select(d => $"{DefectsJson.Word(d.Kind)} {d.At.Path} {d.Other?.Path} [{d.Rule}] {d.Message}").ToList();
        var missed = plant.Expected.Where(e => !defects.Any(e.Fits)).ToList();
        Assert.True(missed.Count == 0, $"missed {string.Join("; ", missed)}; found {string.Join(" / ", told)}");
        var wrong = defects.Where(d => !plant.Expected.Any(e => e.Fits(d))).ToList();
        Assert.True(wrong.Count == 0, $"false: {string.Join(" / ", wrong.Select(d => $"{DefectsJson.Word(d.Kind)} {d.At.Path} {d.Other?.Path} [{d.Rule}] {d.Message}"))}");
    }

    [Fact]
    public async Task EveryRule_FindsSomethingThatWasPlanted()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var plant in PlantedCase.All.Values)
        {
            found.UnionWith((await planted.CheckAsync(plant)).Select(d => d.Rule));
        }

        Assert.Empty(CrossCheckAnalysis.RuleNames.Except(found));
    }

    /// <summary>Prints the planted defects by the rule that found them: how many were planted, how many found, how many said of clean papers.</summary>
    [Fact]
    public async Task PlantedDefects_ByRule_AreAllFound()
    {
        var rows = new SortedDictionary<string, (int Found, int False)>(StringComparer.Ordinal);
        var (all, missed) = (0, 0);
        foreach (var plant in PlantedCase.All.Values)
        {
            var defects = await planted.CheckAsync(plant);
            all += plant.Expected.Count;
            missed += plant.Expected.Count(e => !defects.Any(e.Fits));
            foreach (var defect in defects)
            {
                var (found, wrong) = rows.GetValueOrDefault(defect.Rule);
                rows[defect.Rule] = plant.Expected.Any(e => e.Fits(defect)) ? (found + 1, wrong) : (found, wrong + 1);
            }
        }

        output.WriteLine($"{"rule",-32}{"found",8}{"false",8}");
        foreach (var (rule, (found, wrong)) in rows)
        {
            output.WriteLine($"{rule,-32}{found,8}{wrong,8}");
        }

        output.WriteLine($"{PlantedCase.All.Count} cases, {all} planted, {missed} missed, {rows.Values.Sum(r => r.False)} false");
        Assert.Equal((0, 0), (missed, rows.Values.Sum(r => r.False)));
    }

    [Fact]
    public async Task Check_PapersUnderOtherNames_FindsTheSameDefects()
    {
        foreach (var (name, plant) in PlantedCase.All)
        {
            var other = plant with { Papers = [.. plant.Papers.Select((p, i) => ($"{(char)('z' - i)}{i}{Path.GetExtension(p.Path)}", p.Text))] };
            Assert.Equal(Sides(await planted.CheckAsync(plant)), Sides(await planted.CheckAsync(other)));
            Assert.False(string.IsNullOrEmpty(name));
        }
    }

    private static SortedSet<string> Sides(IReadOnlyList<Defect> defects) =>
        new(defects.Select(d => $"{d.Rule} {d.Kind} {string.Join(" | ", ((string?[])[$"{d.At.Field} {d.At.Fact?.Quote}", $"{d.Other?.Field} {d.Other?.Fact?.Quote}"]).Order(StringComparer.Ordinal))} {string.Join(',', d.Affects.Order(StringComparer.Ordinal))}"), StringComparer.Ordinal);

    [Fact]
    public void Planted_AreManyOfEachSort()
    {
        Assert.True(PlantedCase.All.Values.Sum(c => c.Expected.Count(e => e.Other is null)) >= 60);
        Assert.True(PlantedCase.All.Values.Sum(c => c.Expected.Count(e => e.Other is not null)) + PlantedCase.All.Values.Count(c => c.Source.StartsWith("pairs", StringComparison.Ordinal)) >= 60);
    }
}

/// <summary>A graph with the ontology loaded once; each case is laid over a fork of it.</summary>
public sealed class PlantedFixture : IAsyncLifetime
{
    private readonly PolicyOntology ontology = new(OntologyFolder.Read());
    private GraphStore store = GraphStore.InMemory();

    public async Task InitializeAsync()
    {
        store = GraphStore.InMemory();
        await new IngestionPipeline(new EmbeddedGraphDatabase(store), ontology, null, null, TimeProvider.System).LoadOntologyAsync(CancellationToken.None);
    }

    public Task DisposeAsync()
    {
        store.Dispose();
        return Task.CompletedTask;
    }

    internal async Task<IReadOnlyList<Defect>> CheckAsync(PlantedCase plant)
    {
        var graph = new EmbeddedGraphDatabase(store.Fork());
        var files = plant.Papers.Select(p => new SourceFile(p.Path, p.Path, () => new MemoryStream(Encoding.UTF8.GetBytes(p.Text))))
            .Append(new SourceFile("enterprise.yaml", "enterprise.yaml", () => new MemoryStream(Encoding.UTF8.GetBytes(plant.Profile))));
        var reports = await new IngestionPipeline(graph, ontology, null, null, TimeProvider.System).LayOverAsync(new PlannedEnterprise(string.Empty, SourceFolder.Of("planted", files)), CancellationToken.None);
        var unread = reports.Where(r => r.Status == DocumentStatus.Failed).Select(r => new UnreadPaper(r.Path, string.Join("；", r.Diagnostics.Select(d => d.Message))));
        return (await new CheckService(graph, ontology.Units, ontology.Energies).CheckAsync(new CheckRequest(plant.CreditCode, plant.AsOf) { Standards = ["gbt36132-2025"], Unread = [.. unread] }, CancellationToken.None)).Defects;
    }
}

/// <summary>One defect that must be found.</summary>
internal sealed record PlantedDefect(IReadOnlyList<string> Kinds, string Path, string? Other)
{
    internal bool Fits(Defect defect)
    {
        string?[] papers = [defect.At.Path, defect.Other?.Path];
        return Kinds.Contains(DefectsJson.Word(defect.Kind)) && papers.Contains(Path) && (Other is null || papers.Contains(Other));
    }

    public override string ToString() => $"{string.Join('|', Kinds)} {Path} {Other}";
}

/// <summary>One case of <c>planted/*.txt</c>: an enterprise, a day, papers, and what is wrong with them.</summary>
internal sealed record PlantedCase(string Source, string Profile, string CreditCode, DateOnly AsOf, IReadOnlyList<PlantedDefect> Expected, IReadOnlyList<(string Path, string Text)> Papers)
{
    internal static IReadOnlyDictionary<string, PlantedCase> All { get; } = Read();

    private static Dictionary<string, PlantedCase> Read()
    {
        var folder = Path.Combine(Product.Repository, "tests", "PolicyGraph.EndToEnd", "planted");
        var profiles = Sections(File.ReadAllText(Path.Combine(folder, "enterprises.txt")), "@enterprise ").ToDictionary(s => s.Name, s => s.Body);
        var cases = new Dictionary<string, PlantedCase>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.txt").Where(f => Path.GetFileName(f) != "enterprises.txt").Order(StringComparer.Ordinal))
        {
            foreach (var (head, body) in Sections(File.ReadAllText(file), "@case "))
            {
                var words = head.Split(' ');
                cases.Add(words[0], ReadCase(Path.GetFileName(file), profiles[words[1]], words[2], body));
            }
        }

        return cases;
    }

    private static PlantedCase ReadCase(string source, string profile, string asOf, string body)
    {
        var papers = Sections(body, "--- ");
        var expected = body.Split('\n').TakeWhile(l => !l.StartsWith("--- ", StringComparison.Ordinal)).Where(l => l.StartsWith("expect ", StringComparison.Ordinal)).Select(l => l.Split(' '))
            .Select(w => new PlantedDefect(w[1].Split('|'), w[2], w.Length > 3 ? w[3] : null));
        var fields = profile.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(": ", 2)).ToDictionary(f => f[0], f => f[1]);
        var yaml = $"name: {fields["name"]}\ncreditCode: {fields["code"]}\nindustry: \"{fields["industry"]}\"\njurisdiction: {fields["jurisdiction"]}\nproducts: [{fields["products"]}]\nfounded: {fields["founded"]}\n"
            + (fields.TryGetValue("formerNames", out var former) ? $"formerNames: [{former}]\n" : string.Empty);
        return new PlantedCase(source, yaml, fields["code"], DateOnly.ParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture), [.. expected], [.. papers.Select(p => (p.Name, p.Body))]);
    }

    private static List<(string Name, string Body)> Sections(string text, string mark)
    {
        var sections = new List<(string Name, string Body)>();
        var body = new StringBuilder();
        string? name = null;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Append(mark))
        {
            if (line.StartsWith(mark, StringComparison.Ordinal))
            {
                if (name is not null)
                {
                    sections.Add((name, body.ToString().TrimEnd('\n') + (body.Length > 0 ? "\n" : string.Empty)));
                }

                name = line[mark.Length..];
                body.Clear();
            }
            else
            {
                body.Append(line).Append('\n');
            }
        }

        return sections;
    }
}
