using PolicyGraph.Compliance.Evidence;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.Verdicts;

/// <summary>Judges what must not have happened, or must hold, by what credit reports, authorities and declarations state.</summary>
/// <remarks>
/// A statement clears its own item only; what the enterprise admits counts against it, whoever else must clear the item. Within one paper an occurrence beats a clean line of the same field (the summary of a table); between papers the two conflict,
/// unless the occurrence is later than what the clean paper covers. An occurrence that is dated before the window does not count.
/// </remarks>
internal sealed class StatementsJudge(Dossier dossier)
{
    private static readonly string[] Rectified = ["完成整改", "整改完成", "整改到位", "整改完毕", "移出", "销号", "复查合格", "验收合格", "整改合格", "通过验收", "通过复查"];

    private const string Declaration = "enterprise-declaration";

    internal Judgement Judge(StatementsRule rule, CriterionFacts criterion) => Judgement.All([.. rule.Parts.Select(p => JudgePart(rule, p, criterion))]);

    private Judgement JudgePart(StatementsRule rule, StatementPart part, CriterionFacts criterion)
    {
        var start = dossier.WindowStart(rule.Years);
        var clean = new List<Fact>();
        var bad = new List<Fact>();
        var unusable = new List<(Fact Fact, string Why)>();
        foreach (var fact in part.ClearedBy.Concat(part.RefutedBy).Distinct().SelectMany(dossier.Stated).Where(f => f.Statement is not null && (part.From.Contains(dossier.File(f).Type) || (f.Statement != part.Want && dossier.File(f).Type == Declaration))))
        {
            var wanted = fact.Statement == part.Want;
            var outside = !wanted && ((EventOf(fact) is { } happened && happened.Last < start) || IsSpared(part, fact));
            if (Fault(rule, part, fact, start, wanted || outside) is { } why)
            {
                unusable.Add((fact, why));
            }
            else if (wanted || outside)
            {
                clean.Add(fact);
            }
            else if (part.Grades.Count > 0 && !Names(fact, part.Grades))
            {
                unusable.Add((fact, $"“{fact.Quote}”没有写明等级，不能断定是否达到{part.Grades[0]}"));
            }
            else
            {
                bad.Add(fact);
            }
        }

        bad.RemoveAll(b => clean.Exists(c => IsRectified(c, b)));
        clean.RemoveAll(c => bad.Exists(b => b.Field == c.Field && b.DocumentId == c.DocumentId));
        if (bad.Count == 0 && part.Grades.Count > 0 && unusable.Exists(u => u.Fact.Statement is not null && u.Fact.Statement != part.Want && Fault(rule, part, u.Fact, start, clears: false) is null))
        {
            clean.Clear(); // an accident whose grade nobody states leaves the part open, whatever else is clean
        }

        return Decide(part, criterion, [.. clean.Where(c => part.ClearedBy.Contains(c.Field))], [.. bad.Where(b => part.RefutedBy.Contains(b.Field))], unusable, clean);
    }

    /// <summary>Whether a later paper says that what another states was put right: the list is refuted by an entry that is still open alone.</summary>
    private bool IsRectified(Fact clean, Fact bad) => clean.Field == "energyRectification" && bad.Field == clean.Field && clean.DocumentId != bad.DocumentId
        && Rectified.Any(w => clean.Quote.Contains(w, StringComparison.Ordinal)) && (EndOf(bad) is not { } before || EndOf(clean) is not { } after || after >= before);

    private Judgement Decide(StatementPart part, CriterionFacts criterion, List<Fact> clean, List<Fact> bad, List<(Fact Fact, string Why)> unusable, List<Fact> allClean)
    {
        foreach (var b in bad)
        {
            if (allClean.Find(c => c.Field == b.Field && (IsStop(b) ? Covers(c, b) : Speaks(c, b))) is { } other)
            {
                return new Judgement(Verdict.DefectiveEvidence, $"{part.Title}：“{dossier.Name(b)}”{Words(b)}，“{dossier.Name(other)}”写明“{other.Written}”，互相矛盾") { Rests = Dated([b, other]) };
            }
        }

        if (bad.Count > 0)
        {
            return new Judgement(Verdict.NotMet, $"{part.Title}：“{dossier.Name(bad[0])}”{Words(bad[0])}") { Rests = Dated(bad) };
        }

        if (clean.Count > 0)
        {
            return new Judgement(Verdict.Met, $"{part.Title}：“{dossier.Name(clean[0])}”写明“{clean[0].Written}”") { Rests = Dated(clean) };
        }

        var spoiled = unusable.Where(u => part.ClearedBy.Contains(u.Fact.Field)).ToList();
        return spoiled.Count > 0
            ? new Judgement(Verdict.DefectiveEvidence, $"{part.Title}：“{dossier.Name(spoiled[0].Fact)}”不能采用，{spoiled[0].Why}") { Rests = Dated([.. spoiled.Select(u => u.Fact)]) }
            : Judgement.Insufficient($"{part.Title}：没有文件说明", "document", criterion.MainNeed, $"缺少能说明“{part.Title}”的文件，请补交：{criterion.Asks}");
    }

    /// <summary>Statements with the dates of their papers: whether a statement counts hangs on its day.</summary>
    private List<Fact> Dated(List<Fact> facts) => [.. facts.Concat(facts.Where(f => f.PeriodEnd is null).SelectMany(f => Dossier.IssueDates(dossier.File(f), f.Group))).Distinct()];

    /// <summary>Whether an accident is of a grade that the part lets pass (一般), and of none that it does not.</summary>
    private static bool IsSpared(StatementPart part, Fact fact) => Names(fact, part.Spared) && !Names(fact, part.Grades);

    private static bool Names(Fact fact, IReadOnlyList<string> grades) => grades.Any(g => fact.Quote.Contains(g, StringComparison.Ordinal) || fact.Written.Contains(g, StringComparison.Ordinal));

    /// <summary>What a paper says, in words: a bare number in a table of records is a count of them.</summary>
    private static string Words(Fact fact) => fact.Written.Length > 0 && fact.Written.All(char.IsAsciiDigit) ? $"有 {fact.Written} 条记录" : $"写明“{fact.Written}”";

    /// <summary>Whether a clean statement speaks of the time of an occurrence.</summary>
    private bool Speaks(Fact clean, Fact bad) => EventOf(bad) is not { } happened || EndOf(clean) is not { } end || happened.First <= end;

    /// <summary>Whether a fact says that production stood still for a time: being registered or running again does not deny it.</summary>
    private static bool IsStop(Fact fact) => fact is { Field: "operating", Statement: "no", PeriodStart: not null, PeriodEnd: not null };

    private static bool Covers(Fact clean, Fact stop) => clean.PeriodStart <= stop.PeriodStart && clean.PeriodEnd >= stop.PeriodEnd;

    private static DateRange? EventOf(Fact fact) => DateRange.Parse(fact.Date)
        ?? (fact is { PeriodStart: { } from, PeriodEnd: { } to } && (IsStop(fact) || to.DayNumber - from.DayNumber <= 31) ? new DateRange(from, to) : null);

    private DateOnly? EndOf(Fact fact) => fact.PeriodEnd ?? Dossier.IssuedOn(dossier.File(fact), fact.Group) ?? DateRange.Parse(fact.Date)?.Last;

    private string? Fault(StatementsRule rule, StatementPart part, Fact fact, DateOnly start, bool clears)
    {
        var file = dossier.File(fact);
        if (dossier.Subject.Fault(file, fact) is { } wrong)
        {
            return wrong;
        }

        var issued = Dossier.IssuedOn(file, fact.Group);
        if (!clears)
        {
            return issued < start ? $"出具于 {issued:yyyy-MM-dd}，在评价窗口之前" : null;
        }

        if (part.Covers && fact.PeriodStart is { } from && fact.PeriodEnd is { } to && to.DayNumber - from.DayNumber > 31 && from > start)
        {
            return $"统计期自 {from:yyyy-MM-dd} 起，没有覆盖自 {start:yyyy-MM-dd} 起的评价窗口";
        }

        var last = part.Covers ? (fact.Statement == part.Want ? fact.PeriodEnd : null) ?? issued : Later(issued, fact.PeriodEnd);
        if (fact.Field == "energyRectification" && last is not null && Rectified.Any(w => fact.Quote.Contains(w, StringComparison.Ordinal)))
        {
            return null; // what was put right stays so until it is found again
        }

        if (last is null)
        {
            return file.Type == Declaration ? null : "没有写明出具日期或统计期";
        }

        return last < dossier.AsOf.AddMonths(-rule.FreshMonths) ? $"只说明到 {last:yyyy-MM-dd}，距评价日 {dossier.AsOf:yyyy-MM-dd} 超过 {rule.FreshMonths} 个月" : null;
    }

    private static DateOnly? Later(DateOnly? a, DateOnly? b) => a is null || b > a ? b : a;
}
