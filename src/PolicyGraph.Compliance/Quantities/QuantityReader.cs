using PolicyGraph.Compliance.Evidence;
using PolicyGraph.Compliance.Facts;

namespace PolicyGraph.Compliance.Quantities;

/// <summary>Reads one quantity of one year out of all papers.</summary>
/// <remarks>
/// Usable: a clear number that is not negative, a unit of the right dimension, the enterprise, the whole year. A year's value that a paper gives only by months or quarters is their sum
/// when they cover the year; where the total stands beside them it must be that sum. Plans and declarations measure nothing.
/// </remarks>
internal sealed class QuantityReader(Dossier dossier)
{
    private const decimal Largest = 1_000_000_000_000_000m;
    private const decimal MegajoulesOfCoal = 29_307m; // of a tonne of standard coal: GB/T 2589
    private static readonly string[] NoMeasurement = ["management-duties", "enterprise-declaration", "management-certificate"];

    /// <summary>The value of a quantity without a qualifier.</summary>
    /// <param name="field">The field.</param>
    /// <param name="year">The year; null for what belongs to none, such as land.</param>
    /// <param name="dimension">The dimension that its unit must have; null for the field's own.</param>
    /// <param name="only">Which facts count; null for all.</param>
    internal Reading Read(string field, int? year, string? dimension = null, Func<Fact, bool>? only = null) =>
        Read(field, [.. Facts(field).Where(f => only is null || only(f))], year, dimension);

    internal IEnumerable<Fact> Facts(string field) => dossier.Stated(field).Where(f => !NoMeasurement.Contains(dossier.File(f).Type));

    /// <summary>The value that these facts give together.</summary>
    internal Reading Read(string field, IReadOnlyList<Fact> facts, int? year, string? dimension = null)
    {
        var name = QuantityField.Of(field).Name;
        var unusable = new List<(Fact Fact, string Why)>();
        var files = new List<Amount>();
        foreach (var file in facts.GroupBy(f => f.DocumentId))
        {
            var items = new List<(Fact Fact, Amount Amount)>();
            foreach (var fact in file)
            {
                var (amount, why) = Measure(fact, dimension);
                why ??= PeriodFault(fact, year);
                if (amount is not null && why is null)
                {
                    items.Add((fact, amount));
                }
                else
                {
                    unusable.Add((fact, why ?? "不能采用"));
                }
            }

            switch (ReadFile(name, items, year))
            {
                case Reading.Known known:
                    files.Add(known.Amount);
                    break;
                case Reading.Clash clash:
                    return clash;
                case Reading.Unfit unfit:
                    unusable.AddRange(unfit.Facts.Select(f => (f, unfit.Reason)));
                    break;
                default:
                    break; // nothing usable in this paper
            }
        }

        if (files.Count > 0)
        {
            return Together(name, files);
        }

        return unusable.Count == 0
            ? new Reading.Absent(field, year is null ? $"没有文件写明{name}" : $"没有文件写明 {year} 年{name}")
            : new Reading.Unfit($"{name}：" + string.Join("；", unusable.Select(u => $"“{dossier.Name(u.Fact)}”{u.Why}").Distinct().Take(3)), [.. unusable.Select(u => u.Fact)]);
    }

    /// <summary>What several papers say of one quantity: the most precise value, or a clash.</summary>
    internal Reading Together(string name, IReadOnlyList<Amount> amounts)
    {
        for (var i = 0; i < amounts.Count; i++)
        {
            for (var j = i + 1; j < amounts.Count; j++)
            {
                if (!amounts[i].Agrees(amounts[j]))
                {
                    return new Reading.Clash(
                        $"{name}不一致：“{dossier.Name(amounts[i].Facts[0])}”为 {amounts[i].Text}，“{dossier.Name(amounts[j].Facts[0])}”为 {amounts[j].Text}",
                        [.. amounts[i].Facts.Concat(amounts[j].Facts).Distinct()]);
                }
            }
        }

        var best = amounts.OrderBy(a => a.High - a.Low).ThenBy(a => a.Quantum).First();
        return new Reading.Known(best with { Facts = [.. best.Facts.Concat(amounts.SelectMany(a => a.Facts)).Distinct()] });
    }

    /// <summary>The amount of one fact, or why it may not be used.</summary>
    internal (Amount? Amount, string? Why) Measure(Fact fact, string? dimension = null)
    {
        var field = QuantityField.Of(fact.Field);
        if (fact.Number is not { } number)
        {
            return (null, $"的“{fact.Written}”不是清楚的数");
        }

        if (number is < 0 or > Largest)
        {
            return (null, number < 0 ? $"的“{fact.Written}”是负数" : $"的“{fact.Written}”超出可计算的范围");
        }

        if (fact.Unit is null)
        {
            return (null, $"的“{fact.Written}”没有单位");
        }

        if (!dossier.Units.TryParse(fact.Unit, out var unit))
        {
            return (null, $"的单位“{fact.Unit}”不认识");
        }

        var wanted = dimension ?? field.Dimension;
        if (wanted == "coal-equivalent" && fact.Field == "energyTotal" && unit.Dimension == "heat")
        {
            unit = unit with { Dimension = "coal-equivalent", Factor = unit.Factor / MegajoulesOfCoal }; // a total of all energies by its heat
        }

        if (wanted == "carbon" && fact.Field == "carbonTotal" && unit.Dimension == "mass")
        {
            unit = unit with { Dimension = "carbon" }; // 排放二氧化碳 84,900 吨: the label says of what
        }

        if (wanted is not null && unit.Dimension != wanted && !(field.IsWater && wanted is "volume" or "mass" && unit.Dimension is "volume" or "mass"))
        {
            return (null, $"的单位“{fact.Unit}”不能用于{field.Name}");
        }

        return dossier.Subject.Fault(dossier.File(fact), fact) is { } wrong
            ? (null, $"的{wrong}")
            : (new Amount(number * unit.Factor, number * unit.Factor, Quantum(number) * unit.Factor, $"{Numbers.Plain(number)} {fact.Unit}{(fact.Field == "energyTotal" && wanted == "coal-equivalent" && dossier.Units.TryParse(fact.Unit, out var own) && own.Dimension == "heat" ? " ÷ 29.307 GJ/tce" : string.Empty)}", [fact]), null);
    }

    private static decimal Quantum(decimal number) => new(1, 0, 0, false, number.Scale);

    private static string? PeriodFault(Fact fact, int? year)
    {
        if (year is not { } y)
        {
            return null;
        }

        return fact is not { PeriodStart: { } from, PeriodEnd: { } to }
            ? $"没有写明“{fact.Written}”属于哪一年"
            : from.Year == y && to.Year == y && to >= from ? null : $"的“{fact.Written}”属于 {Period(from, to)}，不是 {y} 年";
    }

    internal static string Period(DateOnly from, DateOnly to) => from is { Month: 1, Day: 1 } && to is { Month: 12, Day: 31 }
        ? from.Year == to.Year ? $"{from.Year} 年" : $"{from.Year} 至 {to.Year} 年"
        : $"{from:yyyy-MM-dd} 至 {to:yyyy-MM-dd}";

    /// <summary>What one paper says of the year: its total, its one value, or the sum of the months that cover the year.</summary>
    private Reading? ReadFile(string name, List<(Fact Fact, Amount Amount)> items, int? year)
    {
        if (items.Count == 0)
        {
            return null;
        }

        var whole = items.Where(i => year is null || i.Fact is { PeriodStart: { Month: 1, Day: 1 }, PeriodEnd: { Month: 12, Day: 31 } }).ToList();
        var pieces = items.Except(whole).ToList();
        if (pieces.Exists(p => p.Fact.Qualifier is null) && pieces.Exists(p => p.Fact.Qualifier is not null) && Tile(pieces.FindAll(p => p.Fact.Qualifier is null), year) is not null)
        {
            pieces.RemoveAll(p => p.Fact.Qualifier is not null); // quarters of kinds beside the quarters of their sum
        }

        var totals = whole.Where(i => i.Fact.Role == "total").ToList();
        var values = whole.Where(i => i.Fact.Role == "value").ToList();
        var sum = Tile(pieces, year);
        var chosen = totals.Count > 0 ? totals : values;
        if (chosen.Count == 0)
        {
            var parts = whole.Where(i => i.Fact.Role == "part").ToList();
            return sum is not null ? new Reading.Known(sum)
                : parts.Count > 0 ? new Reading.Known(Amount.Sum([.. parts.Select(p => p.Amount)]))
                : new Reading.Unfit("只有部分时段的数，没有覆盖全年", [.. pieces.Select(p => p.Fact)]);
        }

        // Sources (地表水, 自来水) beside a value of the whole are its parts.
        if (chosen.Exists(c => c.Fact.Qualifier is null) && chosen.Exists(c => c.Fact.Qualifier is not null))
        {
            chosen = chosen.FindAll(c => c.Fact.Qualifier is null);
        }
        else if (totals.Count == 0 && values.Count > 1 && values.Select(v => v.Fact.Qualifier).Distinct().Count() == values.Count && values.TrueForAll(v => v.Fact.Qualifier is not null))
        {
            return new Reading.Known(Amount.Sum([.. values.Select(v => v.Amount)])); // sources or materials side by side, without a total
        }

        var first = Together(name, [.. chosen.Select(c => c.Amount)]);
        if (first is Reading.Clash && chosen.Count > 2 && chosen.Find(c => c.Amount.Agrees(Amount.Sum([.. chosen.Where(o => o.Fact != c.Fact).Select(o => o.Amount)]))) is { Fact: not null } sumOfSums)
        {
            return new Reading.Known(sumOfSums.Amount); // subtotals and the total of them
        }

        if (first is not Reading.Known known)
        {
            return first;
        }

        if (totals.Count > 0 && values.Count > 1 && !values.Exists(v => v.Amount.Agrees(known.Amount)))
        {
            var all = Amount.Sum([.. values.Select(v => v.Amount)]);
            sum ??= all;
        }

        return sum is null || known.Amount.Agrees(sum, Rounding(sum)) ? known
            : new Reading.Clash($"{name}：“{dossier.Name(known.Amount.Facts[0])}”的合计 {known.Amount.Text} 与各项之和 {sum.Text} 不符", [.. known.Amount.Facts, .. sum.Facts.Take(12)]);
    }

    private static decimal Rounding(Amount sum) => sum.Quantum * sum.Facts.Count / 2;

    /// <summary>Sum of the pieces when they cover the year without gap or overlap, and are more than one.</summary>
    private static Amount? Tile(List<(Fact Fact, Amount Amount)> pieces, int? year)
    {
        if (year is not { } y || pieces.Count < 2)
        {
            return null;
        }

        var sorted = pieces.OrderBy(p => p.Fact.PeriodStart).ThenBy(p => p.Fact.PeriodEnd).ToList();
        var next = new DateOnly(y, 1, 1);
        foreach (var (fact, _) in sorted)
        {
            if (fact.PeriodStart != next)
            {
                return Halves(sorted, y);
            }

            next = fact.PeriodEnd!.Value.AddDays(1); // a piece has a period: PeriodFault saw it
        }

        return next == new DateOnly(y + 1, 1, 1) ? Amount.Sum([.. sorted.Select(s => s.Amount)]) : null;
    }

    /// <summary>Months with quarters or several meters beside them: the shortest pieces of each qualifier, if those cover the year.</summary>
    private static Amount? Halves(List<(Fact Fact, Amount Amount)> sorted, int year)
    {
        var byLength = sorted.GroupBy(s => (s.Fact.PeriodEnd!.Value.DayNumber - s.Fact.PeriodStart!.Value.DayNumber + 20) / 31).OrderBy(g => g.Key).ToList(); // pieces have periods
        if (byLength.Count > 1)
        {
            return Tile([.. byLength[0]], year);
        }

        var meters = sorted.GroupBy(s => s.Fact.Qualifier ?? string.Empty).ToList();
        if (meters.Count < 2)
        {
            return null;
        }

        var sums = meters.ConvertAll(m => Tile([.. m], year));
        return sums.TrueForAll(s => s is not null) ? Amount.Sum([.. sums.OfType<Amount>()]) : null;
    }
}
