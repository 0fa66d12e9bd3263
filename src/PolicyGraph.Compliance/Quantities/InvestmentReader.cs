using PolicyGraph.Compliance.Evidence;
using PolicyGraph.Compliance.Facts;

namespace PolicyGraph.Compliance.Quantities;

/// <summary>Reads what projects cost that were completed within some years.</summary>
/// <remarks>A project counts by the day of its completion; one outside the years is left out. Where projects stand one by one, a total beside them only has to be their sum (all of them, or those within the years).</remarks>
internal sealed class InvestmentReader(Dossier dossier, QuantityReader quantities)
{
    private const string Field = "upgradeInvestment";

    internal Reading Read(int years)
    {
        var (from, to) = (new DateOnly(dossier.Year - years + 1, 1, 1), new DateOnly(dossier.Year, 12, 31));
        var sums = new List<Amount>();
        var unusable = new List<(Fact Fact, string Why)>();
        foreach (var file in quantities.Facts(Field).GroupBy(f => f.DocumentId))
        {
            switch (ReadFile([.. file], from, to, unusable))
            {
                case Reading.Known known:
                    sums.Add(known.Amount);
                    break;
                case Reading.Clash clash:
                    return clash;
                default:
                    break; // why stands in unusable
            }
        }

        return sums.Count > 0 ? quantities.Together("改造升级项目投资额", sums)
            : unusable.Count > 0 ? new Reading.Unfit("改造升级项目投资额：" + string.Join("；", unusable.Select(u => $"“{dossier.Name(u.Fact)}”{u.Why}").Distinct().Take(3)), [.. unusable.Select(u => u.Fact)])
            : new Reading.Absent(Field, $"没有文件写明 {from.Year} 至 {to.Year} 年完成的改造升级项目投资额");
    }

    private Reading? ReadFile(List<Fact> facts, DateOnly from, DateOnly to, List<(Fact Fact, string Why)> unusable)
    {
        var all = new List<Amount>();
        var inside = new List<Amount>();
        var totals = new List<(Fact Fact, Amount Amount)>();
        var yearly = facts.Exists(f => f.Qualifier is not null) ? facts.FindAll(f => f.Qualifier is null && IsOneYear(f)) : [];
        foreach (var fact in facts.Except(yearly))
        {
            var (amount, why) = quantities.Measure(fact);
            if (amount is null)
            {
                unusable.Add((fact, why ?? "不能采用"));
            }
            else if (fact.Role == "total")
            {
                totals.Add((fact, amount));
            }
            else
            {
                all.Add(amount);
                if (fact.PeriodEnd is { } end && end >= from && end <= to)
                {
                    inside.Add(amount);
                }
                else
                {
                    unusable.Add((fact, fact.PeriodEnd is { } day ? $"的 {amount.Text} 完成于 {day:yyyy-MM-dd}，不在 {from.Year} 至 {to.Year} 年内" : $"的 {amount.Text} 没有写明完成日期"));
                }
            }
        }

        if (all.Count == 0)
        {
            var whole = totals.FindAll(t => t.Fact is { PeriodStart: { } start, PeriodEnd: { } end } && start.Year == from.Year && end.Year == to.Year);
            unusable.AddRange(totals.Except(whole).Select(t => (t.Fact, $"的 {t.Amount.Text} 不是 {from.Year} 至 {to.Year} 年的合计")));
            return whole.Count > 0 ? quantities.Together("改造升级项目投资额", [.. whole.Select(w => w.Amount)]) : null;
        }

        if (OfYears(yearly, facts) is { } refutedYear)
        {
            return refutedYear;
        }

        var sum = Amount.Sum(all);
        if (totals.Find(t => !t.Amount.Agrees(sum, sum.Quantum * all.Count / 2) && (inside.Count == 0 || !t.Amount.Agrees(Amount.Sum(inside), sum.Quantum * all.Count / 2))) is { Fact: { } wrong } refuted)
        {
            return new Reading.Clash($"改造升级项目投资额：“{dossier.Name(wrong)}”的合计 {refuted.Amount.Text} 与各项之和 {sum.Text} 不符", [wrong, .. sum.Facts.Take(12)]);
        }

        return inside.Count > 0 ? new Reading.Known(Amount.Sum(inside)) : null;
    }

    private static bool IsOneYear(Fact fact) => fact is { PeriodStart: { Month: 1, Day: 1 } from, PeriodEnd: { Month: 12, Day: 31 } to } && from.Year == to.Year;

    /// <summary>What a list beside the projects says of each year: it only has to be the sum of that year's projects.</summary>
    private Reading.Clash? OfYears(List<Fact> yearly, List<Fact> facts)
    {
        foreach (var fact in yearly)
        {
            var projects = facts.Where(f => f.Qualifier is not null && f.PeriodEnd?.Year == fact.PeriodEnd?.Year).Select(f => quantities.Measure(f).Amount).OfType<Amount>().ToList();
            if (projects.Count > 0 && quantities.Measure(fact).Amount is { } stated && Amount.Sum(projects) is var sum && !stated.Agrees(sum, sum.Quantum * projects.Count / 2))
            {
                return new Reading.Clash($"改造升级项目投资额：“{dossier.Name(fact)}”{fact.PeriodEnd?.Year} 年的合计 {stated.Text} 与各项目之和 {sum.Text} 不符", [fact, .. sum.Facts.Take(12)]);
            }
        }

        return null;
    }
}
