using System.Text;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Compliance;
using PolicyGraph.Compliance.Benchmarks;
using PolicyGraph.Compliance.Tests.Cards;
using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ontology;
using PolicyGraph.Ontology.Standards;
using Xunit.Abstractions;

namespace PolicyGraph.EndToEnd;

/// <summary>Planted figures and rules from the bytes of their papers to the verdict: papers of one line or few, in 32 layouts, whose reading is harder than what they state.</summary>
public sealed class PlantedFigureTests(ITestOutputHelper output) : IAsyncLifetime
{
    // Floors: a change that lowers one broke something that was right. What is left is reading; CardTests judge what the papers state.
    private const int Figures = 197;
    private const int Cards = 50;
    private const string LayOver = "MERGE (l:Limit {id: $id}) SET l += $properties WITH l MATCH (i:Indicator {id: $indicator}) MERGE (l)-[:MEASURES]->(i)";
    private readonly PolicyOntology ontology = new(OntologyFolder.Read());
    private readonly GraphStore store = GraphStore.InMemory();

    public Task InitializeAsync() => new IngestionPipeline(new EmbeddedGraphDatabase(store), ontology, null, null, TimeProvider.System).LoadOntologyAsync(CancellationToken.None);

    public Task DisposeAsync()
    {
        store.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("figures.jsonl", 200, Figures)]
    [InlineData("cards.jsonl", 50, Cards)]
    public async Task PlantedLines_FromTheirPapers_ComeOutNoWorseThanBefore(string file, int count, int floor)
    {
        var lines = PlantedFigure.Read(file);
        var right = 0;
        foreach (var line in lines)
        {
            var finding = await AssessAsync(line);
            var fault = finding is null ? "no finding" : line.Fault(finding, ontology.Units) ?? (line.Rules.Any() ? PlantedRules.Fault(line, finding) : null);
            right += fault is null ? 1 : 0;
            if (fault is not null)
            {
                output.WriteLine($"{line.Id} {line.Group} {line.Criterion}: {fault} — {finding?.Reason} {finding?.Arithmetic}");
            }
        }

        output.WriteLine($"{file}: {right} of {lines.Count}");
        Assert.Equal(count, lines.Count);
        Assert.True(right >= floor, $"{right} of {count}, not {floor}");
    }

    private async Task<Finding?> AssessAsync(PlantedFigure line)
    {
        var graph = new EmbeddedGraphDatabase(store.Fork());
        var files = line.Papers.Select(p => new SourceFile(p.Name, p.Name, () => new MemoryStream(Encoding.UTF8.GetBytes(p.Text))))
            .Append(new SourceFile("enterprise.yaml", "enterprise.yaml", () => new MemoryStream(Encoding.UTF8.GetBytes(line.Profile))));
        await new IngestionPipeline(graph, ontology, null, null, TimeProvider.System).LayOverAsync(new PlannedEnterprise(string.Empty, SourceFolder.Of("cards", files)), CancellationToken.None);
        foreach (var limit in PlantedRules.Of(line, ontology.Standards.Single(s => s.Edition.Id == line.Standard).Criteria))
        {
            await graph.ExecuteAsync(new GraphQuery(LayOver, new Dictionary<string, GraphValue>
            {
                ["id"] = limit.Id,
                ["indicator"] = limit.Indicator,
                ["properties"] = new MapValue(LimitProperties.Write(limit).Where(p => !p.Value.IsNull).ToDictionary(p => p.Key, p => p.Value)),
            }, GraphAccess.Write));
        }

        var benchmarks = line.Benchmarks is { } text ? BenchmarkFile.Read(Encoding.UTF8.GetBytes(text), "benchmarks.yaml") : null;
        var request = new GapRequest(line.CreditCode, line.AsOf) { Standards = [line.Standard], Benchmarks = benchmarks };
        return (await new GapService(graph, ontology.Units, ontology.Energies).AssessAsync(request, CancellationToken.None)).Findings.FirstOrDefault(f => f.Criterion == line.Criterion);
    }
}
