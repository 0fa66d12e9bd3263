using PolicyGraph.Compliance.Benchmarks;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Verdicts;
using Xunit.Abstractions;

namespace PolicyGraph.Compliance.Tests.Cards;

/// <summary>Figures with mixed units and rules in conflict, written by hand without sight of the product: what is decided from what their papers state.</summary>
public class CardTests(ITestOutputHelper output)
{
    // Floors: a change that lowers one broke something that was right.
    private const int Figures = 186;
    private const int Cards = 50;

    [Fact]
    public void PlantedFigures_ComeOutAsTheyMust()
    {
        var lines = PlantedFigure.Read("figures.jsonl").Where(l => PlantedFacts.All.ContainsKey(l.Id)).ToList();
        var faults = Judge(lines, _ => null);
        Assert.DoesNotContain(faults, f => f.Contains(": met, not", StringComparison.Ordinal));
        Assert.True(lines.Count - faults.Count >= Figures, $"{lines.Count - faults.Count} of {lines.Count}, not {Figures}");
    }

    [Fact]
    public void RulesInConflict_BindAsTheyMust()
    {
        var lines = PlantedFigure.Read("cards.jsonl");
        var faults = Judge(lines, finding => PlantedRules.Fault(finding.Line, finding.Finding));
        Assert.Equal(50, lines.Count);
        Assert.True(lines.Count - faults.Count >= Cards, $"{lines.Count - faults.Count} of {lines.Count}, not {Cards}");
    }

    private List<string> Judge(IReadOnlyList<PlantedFigure> lines, Func<(PlantedFigure Line, Finding Finding), string?> also)
    {
        var faults = new List<string>();
        foreach (var line in lines)
        {
            var finding = Find(line);
            if ((finding is null ? "no finding" : line.Fault(finding, OntologyFiles.Units) ?? also((line, finding))) is { } fault)
            {
                faults.Add($"{line.Id} {line.Group} {line.Criterion}: {fault} — {finding?.Reason} {finding?.Arithmetic}");
                output.WriteLine(faults[^1]);
            }
        }

        output.WriteLine($"{lines.Count - faults.Count} of {lines.Count}");
        return faults;
    }

    private static Finding? Find(PlantedFigure line)
    {
        var criteria = OntologyFiles.Standards.Single(s => s.Edition.Id == line.Standard).Criteria;
        var facts = new GapFacts(line.Enterprise, OntologyFiles.Editions, PlantedFacts.Of(line)) { Limits = [.. PlantedRules.Of(line, criteria)] };
        return GapAnalysis.Decide(facts, new GapQuestion(line.AsOf, OntologyFiles.Units, OntologyFiles.Energies)
        {
            Standards = [line.Standard],
            Benchmarks = line.Benchmarks is { } text ? BenchmarkFile.Read(text, "bench.yaml") : null,
        }).Findings.FirstOrDefault(f => f.Criterion == line.Criterion);
    }
}
