using PolicyGraph.Compliance.Evidence;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Ontology.Evidence;

namespace PolicyGraph.Compliance.Quantities;

/// <summary>Reads the energy of a year in standard coal: Σ (consumption − feedstock) × coefficient, held against the totals that papers state.</summary>
/// <remarks>
/// A stated coefficient goes before the reference value of GB/T 2589. A total that its own rows refute is a clash; a total that includes feedstock gives way to the rows, for B.1 leaves feedstock out.
/// Equivalence values (等价值) are no energy of B.1 and are passed over.
/// </remarks>
internal sealed class EnergyBalance(Dossier dossier, QuantityReader quantities)
{
    internal Reading Read(int year)
    {
        var amounts = new List<Amount>();
        var unusable = new List<Reading.Unfit>();
        var (whole, partial) = Divide(year);
        if (whole.Count > 0 && Conflict(whole, partial, year) is { } conflict)
        {
            return conflict;
        }

        foreach (var file in whole.Count > 0 ? whole : dossier.Evidence)
        {
            switch (ReadFile(file, year))
            {
                case Reading.Known known:
                    amounts.Add(known.Amount);
                    break;
                case Reading.Clash clash:
                    return clash;
                case Reading.Unfit unfit:
                    unusable.Add(unfit);
                    break;
                default:
                    break; // the paper does not speak of energy
            }
        }

        return amounts.Count > 0 ? quantities.Together("综合能耗", amounts)
            : unusable.Count > 0 ? new Reading.Unfit(string.Join("；", unusable.Select(u => u.Reason).Distinct()), [.. unusable.SelectMany(u => u.Facts).Distinct()])
            : new Reading.Absent("energyTotal", $"没有文件写明 {year} 年综合能耗或分品种能源消费量");
    }

    /// <summary>The papers that speak of all energies (a total, or several), and those of one energy alone, such as a gas ledger, which are no total.</summary>
    private (List<EvidenceFile> Whole, List<EvidenceFile> Partial) Divide(int year)
    {
        var whole = new List<EvidenceFile>();
        var partial = new List<EvidenceFile>();
        foreach (var file in dossier.Evidence)
        {
            var facts = file.Facts.Where(f => f.Field is "energyTotal" or "energyConsumption" && (f.PeriodStart is null || f.PeriodStart.Value.Year == year)).ToList();
            var isWhole = facts.Exists(f => f.Field == "energyTotal") || facts.Select(f => f.Qualifier).Distinct().Count() > 1;
            (facts.Count == 0 ? null : isWhole ? whole : partial)?.Add(file);
        }

        return (whole, partial);
    }

    /// <summary>One energy that a paper of its own states otherwise than the papers that speak of all.</summary>
    private Reading.Clash? Conflict(List<EvidenceFile> whole, List<EvidenceFile> partial, int year)
    {
        foreach (var (one, all) in partial.SelectMany(p => whole.Select(w => (p, w))))
        {
            if (Single(one, null, year) is { } mine && Single(all, mine.Fact.Qualifier, year) is { } other && mine.Amount.Facts.Count > 0 && !mine.Amount.Agrees(other.Amount) && SameDimension(mine.Fact, other.Fact))
            {
                return new Reading.Clash($"能源消费量不一致：“{one.Path}”为 {mine.Amount.Text}，“{all.Path}”为 {other.Amount.Text}", [mine.Fact, other.Fact]);
            }
        }

        return null;
    }

    private (Fact Fact, Amount Amount)? Single(EvidenceFile file, string? energy, int year)
    {
        var facts = file.Facts.Where(f => f.Field == "energyConsumption" && f is { PeriodStart: { Month: 1, Day: 1 } from, PeriodEnd: { Month: 12, Day: 31 } } && from.Year == year && (energy is null || f.Qualifier == energy)).ToList();
        return facts is [{ Role: not "part", Qualifier: not null } only] && quantities.Measure(only).Amount is { } amount ? (only, amount) : null;
    }

    private bool SameDimension(Fact a, Fact b) => dossier.Units.TryParse(a.Unit, out var x) && dossier.Units.TryParse(b.Unit, out var y) && x.Dimension == y.Dimension;

    /// <summary>An amount of energy in tce, whatever its unit; null when it cannot be converted.</summary>
    internal Amount? ToCoal(Fact fact, Amount amount)
    {
        if (!dossier.Units.TryParse(fact.Unit, out var unit))
        {
            return null;
        }

        if (unit.Dimension == "coal-equivalent")
        {
            return amount;
        }

        var energy = Find(fact.Qualifier) is { } named && dossier.Units.TryParse(named.Unit, out var own) && own.Dimension == unit.Dimension ? named
            : Find(unit.Dimension switch { "electricity" => "electricity", "heat" => "heat", _ => null });
        return energy is not null && Coefficient.Reference(energy, unit, dossier.Energies, dossier.Units) is { } c
            ? new Amount(amount.Low * c.Low, amount.High * c.High, amount.Quantum * c.High, $"{amount.Text} × {c.Text} kgce", amount.Facts)
            : null;
    }

    /// <summary>What a paper's rows of one energy (外购, 自发自用) come to in a year; null where it has one row, or units that do not add up.</summary>
    internal Reading? Consumed(List<Fact> facts, int year)
    {
        var ofYear = facts.FindAll(f => f.PeriodStart?.Year == year);
        var rows = ofYear.GroupBy(f => RowOf(ofYear, f)).Select(g => quantities.Read("energyConsumption", [.. g], year)).ToList();
        var known = rows.OfType<Reading.Known>().Select(k => k.Amount).ToList();
        return rows.Count < 2 || known.Count < rows.Count || !known.TrueForAll(k => SameDimension(k.Facts[0], known[0].Facts[0])) ? null : new Reading.Known(Amount.Sum(known));
    }

    /// <summary>What one paper says of the year; null when it does not speak of energy.</summary>
    internal Reading? ReadFile(EvidenceFile file, int year)
    {
        var facts = quantities.Facts("energyConsumption").Where(f => f.DocumentId == file.DocumentId).ToList();
        facts = facts.Exists(f => f.PeriodStart?.Year == year) ? facts.FindAll(f => f.PeriodStart is null || f.PeriodStart.Value.Year == year) : facts; // an energy that was given up
        var totals = quantities.Facts("energyTotal").Where(f => f.DocumentId == file.DocumentId && !IsEquivalence(f)).ToList();
        var stated = quantities.Read("energyTotal", totals, year);
        var rows = new List<EnergyRow>();
        foreach (var group in facts.GroupBy(f => (f.Qualifier ?? string.Empty, RowOf(facts, f))))
        {
            switch (Row(file, group.Key.Item1, group.Key.Item2, [.. group], year))
            {
                case (_, Reading.Clash clash):
                    return clash;
                case (_, Reading.Unfit unfit):
                    return unfit;
                case ({ } row, _):
                    rows.Add(row);
                    break;
                default:
                    break; // the paper has this energy of another year only, which Row told as Absent
            }
        }

        return rows.Count == 0 ? (stated is Reading.Absent ? null : WithoutFeedstock(file, stated, year)) : Choose(file, rows, stated, [.. totals.Select(t => quantities.Read("energyTotal", [t], year)).OfType<Reading.Known>()]);
    }

    /// <summary>A total without rows, less the feedstock that its paper states beside it in standard coal.</summary>
    private Reading WithoutFeedstock(EvidenceFile file, Reading stated, int year)
    {
        var beside = quantities.Facts("energyFeedstock").Where(f => f.DocumentId == file.DocumentId && f.Qualifier is null).ToList();
        return stated is Reading.Known { Amount: var total } && !total.Facts.Any(f => f.Quote.Contains("不含原料", StringComparison.Ordinal))
            && quantities.Read("energyFeedstock", beside, year, "coal-equivalent") is Reading.Known { Amount: var feedstock } && feedstock.Low < total.Low
            ? new Reading.Known(new Amount(total.Low - feedstock.High, total.High - feedstock.Low, Math.Max(total.Quantum, feedstock.Quantum), $"({total.Text} − {feedstock.Text} 原料用能)", [.. total.Facts, .. feedstock.Facts]))
            : stated;
    }

    /// <summary>Rows of one energy that differ are kinds of it (烟煤, 无烟煤) and add up, unless a total says that the smaller ones are 其中 of the largest. Of several totals (purchased, consumed) the one that the rows give is theirs.</summary>
    private static Reading Choose(EvidenceFile file, List<EnergyRow> rows, Reading stated, List<Reading.Known> totals)
    {
        List<EnergyRow> distinct = [.. rows.GroupBy(r => (r.Energy, r.Consumption.Low)).Select(g => g.First())];
        List<EnergyRow> largest = [.. distinct.GroupBy(r => r.Energy).Select(g => g.MaxBy(r => r.Gross.Low) ?? g.First())];
        foreach (var choice in largest.Count < distinct.Count ? (List<EnergyRow>[])[distinct, largest] : [distinct])
        {
            foreach (var total in totals)
            {
                if (Compare(file, choice, total) is Reading.Known known)
                {
                    return known;
                }
            }
        }

        return stated is Reading.Clash ? stated : Compare(file, distinct, stated);
    }

    /// <summary>The row of a fact where the paper is a table with rows of their own; 0 where months or the whole paper share one.</summary>
    private static int RowOf(List<Fact> facts, Fact fact) => facts.Exists(f => f.Qualifier == fact.Qualifier && f.Group != fact.Group && f.PeriodStart == fact.PeriodStart && f.PeriodEnd == fact.PeriodEnd && f.Number != fact.Number) ? fact.Group : 0;

    private static bool IsEquivalence(Fact fact) => fact.Quote.Contains("等价", StringComparison.Ordinal) && !fact.Quote.Contains("当量", StringComparison.Ordinal);

    private static Reading Compare(EvidenceFile file, List<EnergyRow> rows, Reading stated)
    {
        var net = new Amount(
            rows.Sum(r => r.Coal.Low), rows.Sum(r => r.Coal.High), rows.Max(r => r.Coal.Quantum),
            $"({string.Join(" + ", rows.Select(r => r.Coal.Text))}) kgce = {(rows.TrueForAll(r => r.Coal.IsExact) ? Numbers.Short(rows.Sum(r => r.Coal.Low) * 1000) : $"[{Numbers.Short(rows.Sum(r => r.Coal.Low) * 1000)}, {Numbers.Short(rows.Sum(r => r.Coal.High) * 1000)}]")} kgce",
            [.. rows.SelectMany(r => r.Coal.Facts).Distinct()]);
        if (stated is not Reading.Known { Amount: var total })
        {
            return new Reading.Known(net);
        }

        var slack = rows.Count * Math.Max(total.Quantum, rows.Max(r => r.Rounding)) / 2;
        var (low, high) = (rows.Sum(r => r.Gross.Low), rows.Sum(r => r.Gross.High));
        var isGross = total.Low <= high + slack + (total.Quantum / 2) && total.Low >= low - slack - (total.Quantum / 2);
        if (total.Agrees(net, slack) || (isGross && low != net.Low))
        {
            return new Reading.Known(net.IsExact || isGross && low != net.Low ? net with { Facts = [.. net.Facts, .. total.Facts] } : total);
        }

        // Without a stated coefficient the paper may have measured heating values: only a total far off is refuted.
        var near = rows.Exists(r => !r.IsStated) && total.Low > low * 0.67m && total.High < high * 1.5m;
        return near
            ? new Reading.Known(total)
            : new Reading.Clash($"综合能耗：“{file.Path}”写明 {total.Text}，与分品种消费量折算之和 {net.Text} 不符", [.. total.Facts, .. net.Facts.Take(12)]);
    }

    private (EnergyRow? Row, Reading? Fault) Row(EvidenceFile file, string qualifier, int row, List<Fact> facts, int year)
    {
        switch (quantities.Read("energyConsumption", facts, year))
        {
            case Reading.Known { Amount: var consumption }:
                return Convert(file, qualifier, row, consumption, year);
            case Reading.Clash clash:
                return (null, clash);
            case Reading.Unfit unfit:
                return (null, unfit);
            default:
                return (null, null);
        }
    }

    private (EnergyRow? Row, Reading? Fault) Convert(EvidenceFile file, string qualifier, int inRow, Amount consumption, int year)
    {
        List<Fact> Same(string field) => [.. quantities.Facts(field).Where(f => f.DocumentId == file.DocumentId && (f.Qualifier ?? string.Empty) == qualifier && (inRow == 0 || f.Group == inRow))];
        if (!dossier.Units.TryParse(consumption.Facts[0].Unit, out var unit))
        {
            return (null, new Reading.Unfit($"能源消费量：“{file.Path}”的单位“{consumption.Facts[0].Unit}”不认识", consumption.Facts));
        }

        var energy = Find(qualifier);
        var reference = energy is null ? null : Coefficient.Reference(energy, unit, dossier.Energies, dossier.Units);
        var written = Same("energyCoefficient").Where(f => f.PeriodEnd is null || f.PeriodEnd.Value.Year == year).ToList();
        var stated = written.Select(f => Coefficient.Stated(f, unit, reference, dossier.Units)).FirstOrDefault(c => c is not null);
        var coal = quantities.Read("energyStandardCoal", Same("energyStandardCoal"), year) as Reading.Known;
        if (stated is null && coal is not null && consumption.Low > 0)
        {
            var per = coal.Amount.Low / consumption.Low;
            stated = new Coefficient(per, per, Numbers.Short(per * unit.Factor * 1000) + "（按折标准煤量）");
        }

        if (unit.Dimension == "coal-equivalent")
        {
            stated = reference = new Coefficient(1, 1, Numbers.Plain(unit.Factor * 1000));
        }

        var named = energy?.Names[0] ?? (qualifier.Length > 0 ? qualifier : "能源");
        if (stated is not null && energy is not null && reference is not null && !stated.IsPlausible(reference, energy))
        {
            return (null, new Reading.Unfit($"“{file.Path}”中{named}的折标系数 {stated.Text} kgce/{consumption.Facts[0].Unit} 与 {dossier.Energies.Source} 的 {reference.Text} 不符", [.. consumption.Facts, .. written]));
        }

        if ((stated ?? reference) is not { } coefficient)
        {
            return (null, new Reading.Unfit($"“{file.Path}”中{named}没有折标系数，也没有可用的参考值", consumption.Facts));
        }

        var feedstock = quantities.Read("energyFeedstock", Same("energyFeedstock"), year, unit.Dimension) is Reading.Known { Amount: var feed } ? feed : null;
        var row = new EnergyRow(qualifier, consumption, feedstock, coefficient, stated is not null, coal?.Amount.Quantum ?? 0, [.. written.Take(1)]);
        return coal is null || row.Gross.Agrees(coal.Amount, coefficient.High * consumption.Quantum / 2) || row.Coal.Agrees(coal.Amount)
            ? (row, null)
            : (null, new Reading.Clash($"“{file.Path}”中{named}的折标准煤量 {coal.Amount.Text} 与 {consumption.Text} × {coefficient.Text} 不符", [.. coal.Amount.Facts, .. consumption.Facts, .. written]));
    }

    /// <summary>The energy that a qualifier names; null when none is known.</summary>
    internal Energy? Find(string? qualifier) => qualifier is null ? null
        : dossier.Energies.Energies.FirstOrDefault(e => e.Id == qualifier) ?? (dossier.Energies.TryFind(qualifier, out var energy) ? energy : null);
}

/// <summary>One kind of energy of one paper.</summary>
internal sealed record EnergyRow(string Energy, Amount Consumption, Amount? Feedstock, Coefficient Coefficient, bool IsStated, decimal Rounding, IReadOnlyList<Fact> Written)
{
    /// <summary>All of it, in tce.</summary>
    internal Amount Gross => Make(Consumption.Low, $"{Consumption.Text} × {Coefficient.Text}");

    /// <summary>Without feedstock, in tce.</summary>
    internal Amount Coal => Feedstock is null || Feedstock.Low == 0 ? Gross : Make(Consumption.Low - Feedstock.Low, $"({Consumption.Text} − {Feedstock.Text} 原料用能) × {Coefficient.Text}");

    private Amount Make(decimal value, string text) =>
        new(value * Coefficient.Low, value * Coefficient.High, Consumption.Quantum * Coefficient.Low, text, [.. Consumption.Facts, .. Feedstock?.Facts ?? [], .. Written]);
}
