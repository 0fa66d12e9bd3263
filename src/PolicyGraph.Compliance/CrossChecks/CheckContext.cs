using PolicyGraph.Compliance.Evidence;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Quantities;
using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.CrossChecks;

/// <summary>What the rules look into: the papers as <c>gap</c> sees them, with the readers that <c>gap</c> uses, so that both never disagree about a number.</summary>
internal sealed class CheckContext
{
    private static readonly Dictionary<string, string[]> OperandOf = new(StringComparer.Ordinal)
    {
        ["energyConsumption"] = ["energyTotal"],
        ["energyCoefficient"] = ["energyTotal"],
        ["energyStandardCoal"] = ["energyTotal"],
        ["energyFeedstock"] = ["energyTotal"],
        ["boundaryRemark"] = ["energyTotal"],
        ["output"] = [RatioRule.Production],
        ["outputValue"] = [RatioRule.Production],
        ["electricityActivity"] = ["carbonTotal"],
        ["gridFactor"] = ["carbonTotal"],
        ["carbonPart"] = ["carbonTotal"],
    };

    private readonly IReadOnlyList<CriterionFacts> criteria;
    private readonly GapFacts facts;
    private readonly Lazy<StatedQuantities> stated;
    private readonly Dictionary<string, (Dossier Dossier, OperandReader Operands)> alone = new(StringComparer.Ordinal);

    internal CheckContext(GapFacts facts, Dossier dossier, IReadOnlyList<CriterionFacts> criteria, IReadOnlyList<UnreadPaper> unread)
    {
        Files = facts.Files;
        Dossier = dossier;
        this.criteria = criteria;
        Unread = unread;
        Quantities = new QuantityReader(dossier);
        Energy = new EnergyBalance(dossier, Quantities);
        Production = new ProductionReader(dossier, Quantities);
        Scope = new ScopeFit(dossier.Enterprise);
        Site = new SiteFit(dossier);
        Operands = new OperandReader(dossier);
        this.facts = facts;
        Formulas = [.. criteria.Concat(facts.Editions.SelectMany(e => e.Criteria)).Select(c => c.Rule).OfType<RatioRule>().Where(r => r.Stated is not null).DistinctBy(r => r.Stated)];
        stated = new Lazy<StatedQuantities>(() => new StatedQuantities(this));
    }

    /// <summary>All papers, claims and unrecognised ones too.</summary>
    internal IReadOnlyList<EvidenceFile> Files { get; }

    internal Dossier Dossier { get; }

    internal IReadOnlyList<UnreadPaper> Unread { get; }

    internal QuantityReader Quantities { get; }

    internal EnergyBalance Energy { get; }

    internal ProductionReader Production { get; }

    internal ScopeFit Scope { get; }

    internal SiteFit Site { get; }

    internal IReadOnlyList<CriterionFacts> Criteria => criteria;

    /// <summary>Reads operands as <c>gap</c> does, out of all papers.</summary>
    internal OperandReader Operands { get; }

    /// <summary>The formulas of ratios that papers may state themselves, one for each field.</summary>
    internal IReadOnlyList<RatioRule> Formulas { get; }

    /// <summary>What each paper says of each quantity.</summary>
    internal StatedQuantities Stated => stated.Value;

    /// <summary>One paper as if it were the only one.</summary>
    internal (Dossier Dossier, OperandReader Operands) Alone(EvidenceFile file)
    {
        if (!alone.TryGetValue(file.DocumentId, out var found))
        {
            var dossier = new Dossier(facts with { Files = [file] }, new GapQuestion(Dossier.AsOf, Dossier.Units, Dossier.Energies), Dossier.Year);
            alone[file.DocumentId] = found = (dossier, new OperandReader(dossier));
        }

        return found;
    }

    /// <summary>A defect at one value.</summary>
    internal Defect At(string rule, DefectKind kind, EvidenceFile file, Fact fact, string message, DefectSeverity severity = DefectSeverity.Error) => new()
    {
        Rule = rule, Kind = kind, Severity = severity, At = Place(file, fact), Message = message, Affects = Affected(file, fact),
    };

    /// <summary>A defect of a paper in which there are no words to quote.</summary>
    internal Defect Of(string rule, DefectKind kind, EvidenceFile file, string? field, string message, DefectSeverity severity = DefectSeverity.Error) => new()
    {
        Rule = rule, Kind = kind, Severity = severity, At = new DefectPlace(file.DocumentId, file.Path, null, field), Message = message, Affects = OfType(file),
    };

    /// <summary>A defect between two values; the smaller path comes first.</summary>
    internal Defect Between(string rule, DefectKind kind, Fact one, Fact two, string message, DefectSeverity severity = DefectSeverity.Error)
    {
        var (a, b) = string.CompareOrdinal(File(one).Path, File(two).Path) is var order && (order < 0 || (order == 0 && one.Start <= two.Start)) ? (one, two) : (two, one);
        return new Defect
        {
            Rule = rule, Kind = kind, Severity = severity, At = Place(File(a), a), Other = Place(File(b), b), Message = message,
            Affects = [.. Affected(File(a), a).Concat(Affected(File(b), b)).Distinct()],
        };
    }

    internal EvidenceFile File(Fact fact) => Dossier.File(fact);

    /// <summary>Why a value is not about the enterprise; null when it is.</summary>
    internal string? Foreign(EvidenceFile file, Fact fact) => Dossier.Subject.Fault(file, fact);

    private static DefectPlace Place(EvidenceFile file, Fact fact) => new(file.DocumentId, file.Path, fact, fact.Field);

    /// <summary>Criteria that rest on a value: those whose formula has it as an operand, those whose management system the certificate is for, else those that need such a paper.</summary>
    private List<string> Affected(EvidenceFile file, Fact fact)
    {
        var names = OperandOf.GetValueOrDefault(fact.Field) ?? [fact.Field];
        var byField = criteria.Where(c => c.Rule is RatioRule or CountRule && (names.Any(c.Rule.Fields.Contains) || (c.Rule is RatioRule { Stated: { } stated } && names.Contains(stated)))).Select(c => c.Id).ToList();
        return byField.Count > 0 ? byField : OfSystem(file, fact.Group) ?? OfType(file);
    }

    private List<string>? OfSystem(EvidenceFile file, int group)
    {
        var standards = file.Facts.Where(f => f.Field == "standard" && f.Group == group).Select(f => f.Written).ToList();
        var found = criteria.Where(c => c.Rule is CertificateRule rule && rule.Certificates.Concat(rule.Documents).Contains(file.Type)
            && standards.Exists(s => rule.Standards.Any(x => StandardNumber.Find(s, x.Number) is not null) || rule.Withdrawn.Any(w => StandardNumber.Find(s, w) is not null))).Select(c => c.Id).ToList();
        return found.Count > 0 ? found : null;
    }

    /// <summary>Criteria that need such a paper.</summary>
    private List<string> OfType(EvidenceFile file) => [.. criteria.Where(c => c.Needs.Contains(file.Type)).Select(c => c.Id)];
}
