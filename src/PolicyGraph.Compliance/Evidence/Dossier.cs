using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Ontology.Evidence;
using PolicyGraph.Ontology.Units;

namespace PolicyGraph.Compliance.Evidence;

/// <summary>The enterprise's papers as they are seen on as-of: what the rules look into.</summary>
internal sealed class Dossier
{
    private static readonly string[] Claims = ["self-evaluation", "unrecognised"];
    private readonly Dictionary<string, EvidenceFile> files;
    private readonly ILookup<string, Fact> byField;

    internal Dossier(GapFacts facts, GapQuestion question, int year)
    {
        Enterprise = facts.Enterprise;
        AsOf = question.AsOf;
        Year = year;
        Units = question.Units;
        Energies = question.Energies;
        BenchmarkSource = question.Benchmarks is { } file ? file.Source ?? "评价方案" : null;
        Subject = new SubjectFit(facts.Enterprise, facts.Files.Where(f => !Claims.Contains(f.Type)).SelectMany(f => f.Facts).Where(f => f.Field == "address").Select(f => f.Written));
        files = facts.Files.ToDictionary(f => f.DocumentId, StringComparer.Ordinal);
        Evidence = [.. facts.Files.Where(f => !Claims.Contains(f.Type))];
        byField = Evidence.SelectMany(f => f.Facts).ToLookup(f => f.Field, StringComparer.Ordinal);
    }

    internal EnterpriseFacts Enterprise { get; }

    internal DateOnly AsOf { get; }

    internal int Year { get; }

    internal UnitLexicon Units { get; }

    internal EnergyLexicon Energies { get; }

    /// <summary>What the benchmark file calls its source; null without a file.</summary>
    internal string? BenchmarkSource { get; }

    internal SubjectFit Subject { get; }

    /// <summary>The papers that can prove something: no self-evaluation, nothing unrecognised.</summary>
    internal IReadOnlyList<EvidenceFile> Evidence { get; }

    /// <summary>First day of a window of years that ends on as-of, inclusive; not before the founding.</summary>
    internal DateOnly WindowStart(int years) => Enterprise.Founded is { } founded && founded > AsOf.AddYears(-years) ? founded : AsOf.AddYears(-years);

    /// <summary>What the papers state in a field, in the order of papers.</summary>
    internal IEnumerable<Fact> Stated(string field) => byField[field];

    /// <summary>The paper of a fact.</summary>
    internal EvidenceFile File(Fact fact) => files[fact.DocumentId];

    /// <summary>Name of a fact's paper, for sentences.</summary>
    internal string Name(Fact fact) => File(fact).Path;

    /// <summary>The latest day on which a paper was issued or asked for; null when it does not say.</summary>
    internal static DateOnly? IssuedOn(EvidenceFile file, int group) => IssueDates(file, group).Select(d => DateRange.Parse(d.Date)?.Last).Max();

    /// <summary>The dates that <see cref="IssuedOn"/> is one of.</summary>
    internal static IReadOnlyList<Fact> IssueDates(EvidenceFile file, int group) =>
        file.Facts.Where(f => f.Field == "issuedOn" && (f.Group == group || f.Group == 0)).ToList() is { Count: > 0 } dates ? dates : [.. file.Facts.Where(f => f.Field == "issuedOn")];

    /// <summary>A citation of a fact.</summary>
    internal EvidenceCitation Cite(Fact fact) => new(File(fact).Path, fact, File(fact).Type == "enterprise-declaration");
}
