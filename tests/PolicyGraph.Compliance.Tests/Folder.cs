using System.Globalization;
using PolicyGraph.Compliance.Benchmarks;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.Tests;

/// <summary>A made-up enterprise's folder, written down as what its papers state.</summary>
internal sealed class Folder
{
    internal const string Name = "河北澜玉陶瓷有限公司";
    private readonly List<EvidenceFile> files = [];

    internal EnterpriseFacts Enterprise { get; set; } = new() { Name = Name, CreditCode = "91130200MA0LANYU01", Industry = "3071", Jurisdiction = "河北省", Products = ["陶瓷砖"], Founded = new DateOnly(2012, 4, 1) };

    internal Paper Add(string path, string type)
    {
        var facts = new List<Fact>();
        files.Add(new EvidenceFile { DocumentId = $"{Enterprise.CreditCode}/{path}", Path = path, Type = type, Facts = facts });
        return new Paper($"{Enterprise.CreditCode}/{path}", facts);
    }

    /// <summary>Rules beside the standards.</summary>
    internal IReadOnlyList<Limit> Limits { get; set; } = OntologyFiles.Whole.Limits;

    internal GapFacts Facts => new(Enterprise, OntologyFiles.Editions, files) { Limits = Limits };

    internal Assessment Assess(string? benchmarks = null, string asOf = "2026-03-27", params string[] standards) => GapAnalysis.Decide(Facts, new GapQuestion(DateOnly.ParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture), OntologyFiles.Units, OntologyFiles.Energies)
    {
        Standards = standards,
        Benchmarks = benchmarks is null ? null : BenchmarkFile.Read(benchmarks, "bench.yaml"),
    });

    internal Finding Find(string criterion, string? benchmarks = null, string asOf = "2026-03-27") => Assert.Single(Assess(benchmarks, asOf).Findings, f => f.Criterion == criterion);

    /// <summary>A benchmark file for this enterprise with these lines of indicators.</summary>
    internal static string Benchmarks(string indicators, string head = "passLine: 60", string standard = "gbt36132-2025") => $$"""
        standard: {{standard}}
        industry: "3071"
        year: 2025
        {{head}}
        indicators:
        {{string.Join('\n', indicators.Split('\n').Select(l => "  " + l.Trim()))}}
        """;
}

/// <summary>One paper of the folder; every method adds what it states and returns the paper.</summary>
internal sealed class Paper(string documentId, List<Fact> facts)
{
    internal Paper Text(string field, string written, int group = 0) => Add(new Fact { DocumentId = documentId, Field = field, Written = written, Quote = written, Group = group });

    internal Paper Date(string field, string date, int group = 0) => Add(new Fact { DocumentId = documentId, Field = field, Written = date, Quote = date, Date = date, Group = group });

    internal Paper Says(string field, string statement, string? from = null, string? to = null, string? on = null, string? qualifier = null, string? quote = null) => Add(new Fact
    {
        DocumentId = documentId, Field = field, Written = statement, Quote = quote ?? field, Statement = statement, PeriodStart = Day(from), PeriodEnd = Day(to), Date = on, Qualifier = qualifier,
    });

    internal Paper Number(string field, string number, string? unit, int? year = 2025, string? qualifier = null, string role = "value", string? from = null, string? to = null, string? subject = null, string? quote = null) => Add(new Fact
    {
        DocumentId = documentId,
        Field = field,
        Written = number,
        Quote = quote ?? $"{number} {unit}",
        Number = decimal.TryParse(number, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : null,
        Unit = unit,
        Qualifier = qualifier,
        Role = role,
        Subject = subject,
        PeriodStart = Day(from) ?? (year is { } y ? new DateOnly(y, 1, 1) : null),
        PeriodEnd = Day(to) ?? (year is { } z ? new DateOnly(z, 12, 31) : null),
    });

    /// <summary>A figure of 2025 in a row of a table.</summary>
    internal Paper Row(string field, string number, string? unit, string qualifier, int row)
    {
        Number(field, number, unit, qualifier: qualifier);
        facts[^1] = facts[^1] with { Group = row };
        return this;
    }

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Paper Add(Fact fact)
    {
        facts.Add(fact with { Ordinal = facts.Count });
        return this;
    }
}
