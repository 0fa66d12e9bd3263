using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PolicyGraph.Compliance.Benchmarks;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Verdicts;
using Random = System.Random;

namespace PolicyGraph.Compliance.Tests.Verdicts;

/// <summary>What holds for any papers: agreement never widens the bounds, names and order mean nothing, and no verdict hangs on a fact that its finding does not name.</summary>
public class EvidenceLawTests
{
    private const string Marks = """
        energy.intensity: { unit: kgce/t, lead: 170, base: 250, weight: 20 }
        energy.carbon-intensity: { unit: tCO2/万元, lead: 0.5, base: 2, weight: 10 }
        energy.renewable-share: { unit: "%", lead: 20, base: 5, weight: 10 }
        resource.water-intensity: { unit: m³/t, lead: 6, base: 10, weight: 20 }
        resource.water-reuse: { unit: "%", lead: 95, base: 60, weight: 10 }
        resource.solid-waste: { unit: "%", lead: 98, base: 70, weight: 10 }
        clean.pollutant-intensity.cod: { unit: kg/t, lead: 0.02, base: 0.5, weight: 10 }
        land.output-rate: { unit: 万元/m², lead: 0.5, base: 0.1, weight: 10 }
        """;

    private static readonly (string Type, string Field, string Unit, string? Qualifier, int Least, int Most)[] Quantities =
    [
        ("output-statistics", "output", "t", "陶瓷砖", 9_000, 15_000), ("output-statistics", "outputValue", "万元", null, 5_000, 9_000), ("energy-statistics", "energyTotal", "tce", null, 1_500, 4_000),
        ("greenhouse-gas-report", "carbonTotal", "tCO2", null, 3_000, 12_000), ("green-power", "energyRenewable", "tce", null, 100, 900), ("water-statistics", "waterIntake", "m³", null, 60_000, 130_000),
        ("water-statistics", "waterReused", "m³", null, 100_000, 900_000), ("waste-ledger", "wasteGenerated", "t", null, 1_000, 2_000), ("waste-ledger", "wasteUtilised", "t", null, 500, 1_000),
        ("environment-statistics", "pollutantDischarge", "t", "cod", 1, 9), ("land-title", "landArea", "m²", null, 20_000, 40_000),
    ];

    [Fact]
    public void EvidenceThatAgrees_NeverWidensTheBounds() => Holds(60, random =>
    {
        var papers = Draw(random);
        var before = Assess(papers);
        var stated = papers.SelectMany(p => p.Facts).Where(f => f.Number is not null && f.Unit is "t" or "m³" or "万元" or "tce").ToList();
        if (stated.Count == 0)
        {
            return;
        }

        var fact = stated[random.Next(stated.Count)];
        var (number, unit) = fact.Unit switch { "t" => (fact.Number * 1000, "kg"), "m³" => (fact.Number / 10_000, "万m³"), "万元" => (fact.Number * 10, "千元"), _ => (fact.Number * 1000, "kgce") };
        var echo = fact with { DocumentId = "echo", Number = number, Unit = unit, Written = number?.ToString(CultureInfo.InvariantCulture) ?? string.Empty };
        var after = Assess([.. papers, new EvidenceFile { DocumentId = "echo", Path = "又一份.docx", Type = papers.First(p => p.DocumentId == fact.DocumentId).Type, Facts = [echo] }]);
        var (was, now) = (before.Standards[0].Score!, after.Standards[0].Score!); // there is a benchmark file
        Assert.True(now.Upper - now.Lower <= was.Upper - was.Lower, $"{fact.Field} {fact.Number} {fact.Unit}: {was} became {now}");
    });

    [Fact]
    public void OrderAndNamesOfEvidence_ChangeNothing() => Holds(60, random =>
    {
        var papers = Draw(random);
        var ids = papers.ToDictionary(p => p.DocumentId, _ => random.Next().ToString(CultureInfo.InvariantCulture));
        var shuffled = papers.Select(p => p with { DocumentId = ids[p.DocumentId], Path = ids[p.DocumentId] + ".pdf", Facts = [.. p.Facts.Select(f => f with { DocumentId = ids[p.DocumentId] })] }).OrderBy(_ => random.Next()).ToList();

        Assert.Equal(Told(Assess(papers)), Told(Assess(shuffled)));
    });

    [Fact]
    public void Verdict_HangsOnNoFactThatItsFindingDoesNotName() => Holds(20, random =>
    {
        var papers = Draw(random);
        var before = Assess(papers);
        foreach (var dropped in papers.SelectMany(p => p.Facts).OrderBy(_ => random.Next()).Take(6))
        {
            var after = Assess([.. papers.Select(p => p with { Facts = [.. p.Facts.Where(f => f != dropped)] })]);
            foreach (var (was, now) in before.Findings.Zip(after.Findings))
            {
                Assert.True(
                    was.Evidence.Any(e => e.Fact == dropped) || (was.Verdict == now.Verdict && was.Value == now.Value),
                    $"{was.Criterion} was {was.Verdict} {was.Value} ({was.Reason}) and is {now.Verdict} {now.Value} ({now.Reason}) without {dropped.Field} {dropped.Written} {dropped.Unit} of {dropped.DocumentId}, which it does not name");
            }
        }
    });

    private static void Holds(int times, Action<Random> law) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Environment.GetEnvironmentVariable("POLICYGRAPH_LONG") == "1" ? times * 20 : times).WithReplay(20261121, 7), Prop.ForAll(Gen.Choose(0, 1_000_000_000).ToArbitrary(), seed => law(new Random(seed))));

    private static List<string> Told(Assessment assessment) =>
        [.. assessment.Findings.Select(f => $"{f.Criterion} {f.Verdict} {f.Value} {f.Points} {string.Join(' ', f.Missing.Select(m => m.Name))}"), $"{assessment.Qualifies} {assessment.Standards[0].Score}", .. assessment.Next.Select(n => string.Join(' ', n.Settles))];

    private static Assessment Assess(IReadOnlyList<EvidenceFile> papers)
    {
        var folder = new Folder();
        return GapAnalysis.Decide(new GapFacts(folder.Enterprise, OntologyFiles.Editions, papers), new GapQuestion(new DateOnly(2026, 3, 27), OntologyFiles.Units, OntologyFiles.Energies)
        {
            Benchmarks = BenchmarkFile.Read(Folder.Benchmarks(Marks), "bench.yaml"), Standards = ["gbt36132-2025"],
        });
    }

    /// <summary>Papers as they come: most quantities once, some twice, some of another year, another company, without a unit, or contradicting.</summary>
    private static List<EvidenceFile> Draw(Random random)
    {
        var papers = new List<EvidenceFile>();
        foreach (var quantity in Quantities)
        {
            for (var copies = random.Next(5) switch { 0 => 0, 4 => 2, _ => 1 }; copies > 0; copies--)
            {
                var number = random.Next(quantity.Least, quantity.Most);
                var id = $"p{papers.Count}";
                var year = random.Next(8) == 0 ? 2024 : 2025;
                var fact = new Fact
                {
                    DocumentId = id, Field = quantity.Field, Written = number.ToString(CultureInfo.InvariantCulture), Quote = number.ToString(CultureInfo.InvariantCulture), Number = random.Next(12) == 0 ? null : number,
                    Unit = random.Next(10) == 0 ? null : quantity.Unit, Qualifier = quantity.Qualifier, Subject = random.Next(12) == 0 ? "唐山别家陶瓷有限公司" : null,
                    PeriodStart = quantity.Type == "land-title" ? null : new DateOnly(year, 1, 1), PeriodEnd = quantity.Type == "land-title" ? null : new DateOnly(year, 12, 31),
                };
                papers.Add(new EvidenceFile { DocumentId = id, Path = $"{papers.Count:00}-{quantity.Type}.xlsx", Type = quantity.Type, Facts = [fact] });
            }
        }

        foreach (var (standard, until) in ((string, string)[])[("GB/T 19001-2016", "2027-01-31"), ("GB/T 23331-2020", "2026-01-31"), ("GB/T 24001-2016", "2026-12-31")])
        {
            if (random.Next(4) > 0)
            {
                var id = $"p{papers.Count}";
                papers.Add(new EvidenceFile
                {
                    DocumentId = id, Path = $"{papers.Count:00}-证书.pdf", Type = "management-certificate",
                    Facts = [Text(id, "standard", standard, 0), Text(id, "scope", random.Next(4) == 0 ? "物业管理服务" : "陶瓷砖的生产", 1), Text(id, "validUntil", until, 2) with { Date = until }, .. random.Next(3) == 0 ? [Text(id, "holder", random.Next(2) == 0 ? Folder.Name : "唐山别家陶瓷有限公司", 3)] : (Fact[])[]],
                });
            }
        }

        if (random.Next(3) > 0)
        {
            var id = $"p{papers.Count}";
            papers.Add(new EvidenceFile
            {
                DocumentId = id, Path = $"{papers.Count:00}-信用报告.html", Type = "credit-report",
                Facts = [Says(id, "penalties", random.Next(4) == 0 ? "occurred" : "none"), Text(id, "issuedOn", "2026-03-01", 1) with { Date = "2026-03-01" }, Says(id, "accidentSafety", "none") with { Ordinal = 2 }],
            });
        }

        return papers;
    }

    private static Fact Text(string document, string field, string written, int ordinal) => new() { DocumentId = document, Field = field, Written = written, Quote = written, Ordinal = ordinal };

    private static Fact Says(string document, string field, string statement) => new() { DocumentId = document, Field = field, Written = statement, Quote = field, Statement = statement };
}
