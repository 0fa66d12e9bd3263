using PolicyGraph.Compliance.Evidence;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Ontology.Standards;
using PolicyGraph.Text;

namespace PolicyGraph.Compliance.Quantities;

/// <summary>Reads one operand of a ratio: each field in its own way.</summary>
internal sealed class OperandReader
{
    private static readonly string[] OwnWaste = ["自产", "不含外购", "本厂产生"];
    private static readonly string[] NoIntake = ["外供", "施工", "基建", "消防"];
    private static readonly string[] Certificates = ["绿证", "绿色电力证书", "GEC", "gec", "green-certificate"];
    private readonly Dossier dossier;
    private readonly QuantityReader quantities;
    private readonly ProductionReader production;
    private readonly EnergyBalance energy;
    private readonly ConcentrationReader concentrations;

    internal OperandReader(Dossier dossier)
    {
        this.dossier = dossier;
        quantities = new QuantityReader(dossier);
        production = new ProductionReader(dossier, quantities);
        energy = new EnergyBalance(dossier, quantities);
        concentrations = new ConcentrationReader(dossier);
    }

    /// <summary>The electricity consumed in the evaluation year.</summary>
    internal Reading Electricity() => quantities.Read("energyConsumption", dossier.Year, "electricity", f => energy.Find(f.Qualifier)?.Id == "electricity");

    /// <param name="field">The operand.</param>
    /// <param name="rule">The rule that asks.</param>
    /// <param name="dimension">Dimension that the unit of the benchmark asks of it; null for the field's own.</param>
    /// <param name="names">Names of the pollutant, where the criterion is about one; empty for any.</param>
    internal Reading Read(string field, RatioRule rule, string? dimension, IReadOnlyList<string> names) => field switch
    {
        RatioRule.Production => production.Read(dimension ?? "money", dossier.Year),
        "energyTotal" => energy.Read(dossier.Year),
        "energyRenewable" => Renewable(),
        "carbonTotal" => Carbon(),
        "waterIntake" => Intake(),
        "waterReused" => Reused(),
        "wasteUtilised" => Sound(Utilised()),
        "wasteGenerated" when !rule.Denominator.Contains("wasteStock") => Generated(),
        "wasteGenerated" => Sound(quantities.Read(field, dossier.Year)),
        "floorArea" => new FloorReader(quantities).Read(),
        "materialUse" or "greenMaterialUse" => ByQualifier(field, dimension),
        "wasteStock" => FirstOf(field, "wasteOpening", "wasteStockUtilised"), // what the year began with is earlier years' stock, and so is what was used of it
        "upgradeInvestment" => new InvestmentReader(dossier, quantities).Read(rule.Years),
        "pollutantDischarge" or "pollutantGenerated" => Pollutant(field, rule, names),
        _ when rule.Timeless.Contains(field) => quantities.Read(field, null),
        _ when rule.Years > 1 => OverYears(field, rule.Years),
        _ => quantities.Read(field, dossier.Year),
    };

    /// <summary>The ratio where papers state it themselves in the wanted unit.</summary>
    internal Reading Stated(string field, RatioUnit unit, IReadOnlyList<string> names, bool timeless) => quantities.Read(
        field,
        timeless ? null : dossier.Year,
        unit.Dimension,
        f => (names.Count == 0 || IsNamed(f.Qualifier, names)) && (unit.Dimension is null || (dossier.Units.TryParse(f.Unit, out var u) && u.Dimension == unit.Dimension)));

    internal static bool IsNamed(string? qualifier, IReadOnlyList<string> names)
    {
        var key = Key(qualifier);
        return key.Length > 0 && names.Any(n => Key(n) is var name && (name == key || (name.Length >= 2 && key.Contains(name, StringComparison.Ordinal) && name[0] > '\u2e80')));
    }

    private static string Key(string? text) => NormalizedText.Fold(text ?? string.Empty).Squeeze().Text.Replace("-", string.Empty, StringComparison.Ordinal).ToUpperInvariant();

    private Reading OverYears(string field, int years)
    {
        var sums = new List<Amount>();
        for (var year = dossier.Year - years + 1; year <= dossier.Year; year++)
        {
            if (quantities.Read(field, year) is Reading.Known known)
            {
                sums.Add(known.Amount);
            }
            else
            {
                return quantities.Read(field, year) is Reading.Clash clash ? clash : new Reading.Absent(field, $"没有文件写明 {year} 年{QuantityField.Of(field).Name}（需要 {dossier.Year - years + 1} 至 {dossier.Year} 年）");
            }
        }

        return new Reading.Known(Amount.Sum(sums));
    }

    private Reading ByQualifier(string field, string? dimension)
    {
        var facts = quantities.Facts(field).ToList();
        var totals = facts.FindAll(f => f.Role == "total" && f.Qualifier is null); // the year of one material is a total of its quarters alone
        if (totals.Count > 0 && quantities.Read(field, totals, dossier.Year, dimension) is Reading.Known or Reading.Clash)
        {
            return quantities.Read(field, totals, dossier.Year, dimension);
        }

        var sums = new List<Amount>();
        Reading? failed = null;
        foreach (var group in facts.GroupBy(f => Key(f.Qualifier)).Where(g => g.Key.Length > 0 || facts.TrueForAll(f => f.Qualifier is null) || g.Any(f => f.Role != "total")))
        {
            var reading = quantities.Read(field, [.. group], dossier.Year, dimension);
            if (reading is Reading.Known known)
            {
                sums.Add(known.Amount);
            }
            else if (reading is Reading.Clash)
            {
                return reading;
            }
            else if (failed is null || group.Any(f => f.PeriodStart?.Year == dossier.Year))
            {
                failed = reading;
            }
        }

        return failed is Reading.Unfit unfit && unfit.Facts.Any(f => f.PeriodStart?.Year == dossier.Year) ? failed
            : sums.Count > 0 ? new Reading.Known(Amount.Sum(sums))
            : failed ?? quantities.Read(field, dossier.Year);
    }

    private static bool IsFedIn(Fact fact) => fact.Qualifier is { } words && (words.Contains("上网", StringComparison.Ordinal) || words.Contains("余电", StringComparison.Ordinal));

    /// <summary>Power generated, less what the same paper says was fed into the grid in the same time and unit.</summary>
    private static Fact Used(Fact generated, List<Fact> facts) =>
        facts.Find(f => IsFedIn(f) && f.DocumentId == generated.DocumentId && f.PeriodStart == generated.PeriodStart && f.PeriodEnd == generated.PeriodEnd && f.Unit == generated.Unit && f.Number <= generated.Number) is { } fed
            ? generated with { Number = generated.Number - fed.Number }
            : generated;

    private static bool IsGenerated(Fact fact) => fact.Qualifier is { } words && words.Contains("发电量", StringComparison.Ordinal) && !words.Contains("自用", StringComparison.Ordinal);

    /// <summary>Emissions, unless the sources of the same paper refute their total.</summary>
    private Reading Carbon()
    {
        var reading = quantities.Read("carbonTotal", dossier.Year);
        if (reading is not Reading.Known { Amount: var total })
        {
            return reading is Reading.Absent && DirectAndPower() is { } sum ? new Reading.Known(sum) : reading;
        }

        foreach (var stated in total.Facts.Where(f => f.Role != "part").DistinctBy(f => f.DocumentId))
        {
            var parts = dossier.File(stated).Facts.Where(f => f is { Field: "carbonPart", Number: not null }).ToList();
            var amounts = parts.ConvertAll(p => quantities.Measure(p with { Unit = p.Unit ?? stated.Unit }, "carbon").Amount).OfType<Amount>().ToList();
            if (amounts.Count is >= 2 and <= 16 && amounts.Count == parts.Count && !Amount.AddUp(amounts, total))
            {
                return new Reading.Clash($"二氧化碳排放量：“{dossier.Name(stated)}”的合计 {total.Text} 与各排放源之和 {Numbers.Plain(amounts.Sum(a => a.Low))} tCO2 不符", [stated, .. parts.Take(12)]);
            }
        }

        return reading;
    }

    /// <summary>Direct emissions and those of purchased power, where no paper states the total: at the factor that the paper states, else within the range of the latest published ones; null where one of them is open.</summary>
    private Amount? DirectAndPower()
    {
        var direct = quantities.Read("carbonPart", [.. quantities.Facts("carbonPart").Where(f => f.Qualifier?.StartsWith("直接", StringComparison.Ordinal) == true)], dossier.Year, "carbon");
        if (direct is not Reading.Known { Amount: var own } || quantities.Read("electricityActivity", dossier.Year) is not Reading.Known { Amount: var power })
        {
            return null;
        }

        var factor = quantities.Read("gridFactor", null, "carbon/electricity") switch
        {
            Reading.Known { Amount: var stated } => stated,
            Reading.Absent => PublishedFactor(),
            _ => null, // a range, or factors that conflict
        };
        return factor is null ? null : new Amount(
            own.Low + (power.Low * factor.Low), own.High + (power.High * factor.High), Math.Max(own.Quantum, Math.Max(power.Quantum * factor.High, factor.Quantum * power.High)), $"({own.Text} + {power.Text} × {factor.Text})",
            [.. own.Facts, .. power.Facts, .. factor.Facts]);
    }

    /// <summary>The factors of the latest year that were published, as one range in tCO2/kWh; null where none is known.</summary>
    private Amount? PublishedFactor()
    {
        var factors = dossier.Energies.FactorsOf(dossier.Year);
        return factors.Count == 0 ? null : new Amount(
            factors.Min(f => f.Value) / 1000, factors.Max(f => f.Value) / 1000, 0, $"{string.Join("至", factors.Select(f => f.Value).Order().Select(Numbers.Plain))} tCO2/MWh（{factors[0].Year} 年公布的因子{(factors.Any(f => f.Certainty == "recalled") ? "，待核实" : string.Empty)}）", []);
    }

    /// <summary>Water reused; where no paper states it, all water used less what was taken in.</summary>
    private Reading Reused()
    {
        var reading = quantities.Read("waterReused", dossier.Year);
        return reading is Reading.Absent && quantities.Read("waterTotal", dossier.Year) is Reading.Known { Amount: var all } && Intake() is Reading.Known { Amount: var taken } && taken.High <= all.Low
            ? new Reading.Known(new Amount(all.Low - taken.High, all.High - taken.Low, Math.Max(all.Quantum, taken.Quantum), $"({all.Text} 总用水量 − {taken.Text} 取水量)", [.. all.Facts, .. taken.Facts]))
            : reading;
    }

    private Reading FirstOf(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (quantities.Read(field, dossier.Year) is not Reading.Absent and var reading)
            {
                return reading;
            }
        }

        return quantities.Read(fields[0], dossier.Year);
    }

    /// <summary>General waste: a figure for all waste less the hazardous waste that the same paper says is in it (其中：危险废物).</summary>
    private Reading Generated()
    {
        var reading = quantities.Read("wasteGenerated", dossier.Year);
        if (reading is not Reading.Known { Amount: var total } || total.Facts.Any(f => f.Quote.Contains("一般", StringComparison.Ordinal)))
        {
            return Sound(reading);
        }

        var document = total.Facts[0].DocumentId;
        return quantities.Read("hazardousGenerated", [.. quantities.Facts("hazardousGenerated").Where(f => f.DocumentId == document && f.Role == "part" && f.Quote.Contains("其中", StringComparison.Ordinal))], dossier.Year) is Reading.Known { Amount: var hazardous } && hazardous.High < total.Low
            ? new Reading.Known(new Amount(total.Low - hazardous.High, total.High - hazardous.Low, Math.Max(total.Quantum, hazardous.Quantum), $"({total.Text} − {hazardous.Text} 危险废物)", [.. total.Facts, .. hazardous.Facts]))
            : Sound(reading);
    }

    /// <summary>An amount of waste, unless its paper's total counts rows of hazardous or bought waste: that is no total of the enterprise's general waste.</summary>
    private Reading Sound(Reading reading)
    {
        if (reading is not Reading.Known { Amount: var amount })
        {
            return reading;
        }

        var mixed = amount.Facts.Where(f => f.Role == "total").SelectMany(f => dossier.File(f).Facts).FirstOrDefault(f => f.Field == "boundaryRemark" && f.Qualifier is "危险废物" or "外购废物");
        return mixed is null ? reading
            : new Reading.Clash($"{QuantityField.Of(amount.Facts[0].Field).Name}：“{dossier.Name(mixed)}”的合计 {amount.Text} 计入了{mixed.Qualifier}“{mixed.Written}”，不是本企业一般工业固体废物的合计", [amount.Facts[0], mixed]);
    }

    /// <summary>Waste utilised, less the purchased waste that the same paper counts in it.</summary>
    private Reading Utilised()
    {
        var reading = quantities.Read("wasteUtilised", dossier.Year);
        if (reading is not Reading.Known { Amount: var total } || total.Facts.Any(f => OwnWaste.Any(w => f.Quote.Contains(w, StringComparison.Ordinal) || f.Qualifier?.Contains(w, StringComparison.Ordinal) == true)))
        {
            return reading;
        }

        var document = total.Facts[0].DocumentId;
        return quantities.Read("wastePurchased", [.. quantities.Facts("wastePurchased").Where(f => f.DocumentId == document)], dossier.Year) is Reading.Known { Amount: var bought } && bought.High < total.Low
            ? new Reading.Known(new Amount(total.Low - bought.High, total.High - bought.Low, Math.Max(total.Quantum, bought.Quantum), $"({total.Text} − {bought.Text} 外购)", [.. total.Facts, .. bought.Facts]))
            : reading;
    }

    /// <summary>Water taken in, less what the same paper says went to others, to construction or to fire fighting: those are no intake of production.</summary>
    private Reading Intake()
    {
        var reading = quantities.Read("waterIntake", dossier.Year);
        if (reading is not Reading.Known { Amount: var total } || total.Facts.FirstOrDefault(f => f.Role != "part") is not { } whole || whole.Quote.Contains("不含", StringComparison.Ordinal))
        {
            return reading;
        }

        var document = whole.DocumentId;
        var outside = quantities.Facts("waterIntake").Where(f => f.DocumentId == document && f.Role == "part" && f.Qualifier is { } words && NoIntake.Any(n => words.Contains(n, StringComparison.Ordinal))).ToList();
        var amounts = outside.GroupBy(f => f.Qualifier).Select(g => quantities.Read("waterIntake", [.. g], dossier.Year)).OfType<Reading.Known>().Select(k => k.Amount).ToList();
        if (amounts.Count == 0)
        {
            return reading;
        }

        var less = Amount.Sum(amounts);
        return less.High >= total.Low ? reading
            : new Reading.Known(new Amount(total.Low - less.High, total.High - less.Low, Math.Max(total.Quantum, less.Quantum), $"({total.Text} − {less.Text} 外供、施工、消防)", [.. total.Facts.Concat(less.Facts).Distinct()]));
    }

    private Reading Pollutant(string field, RatioRule rule, IReadOnlyList<string> names)
    {
        var facts = quantities.Facts(field).Where(f => names.Count == 0 ? f.Unit is null || (dossier.Units.TryParse(f.Unit, out var unit) && unit.Dimension == "mass") : IsNamed(f.Qualifier, names)).ToList();
        var kinds = facts.Select(f => f.Qualifier ?? string.Empty).Distinct().ToList();
        return names.Count == 0 && kinds.Count > 1
            ? new Reading.Undivided(field, $"文件写明了多种污染物（{string.Join("、", kinds.Take(6).Select(k => Called(k, rule)))}），评价方案没有说明评价哪一种，请在评价方案中按污染物分列指标")
            : facts.Count == 0 && names.Count > 0 && field == "pollutantDischarge" && ByConcentration(names) is { } amount ? new Reading.Known(amount)
            : Carried(field, quantities.Read(field, facts, dossier.Year));
    }

    /// <summary>A discharge, unless the concentration and waste water of its own paper give ten times as much, or a thousand: one of the three is wrong.</summary>
    private Reading Carried(string field, Reading reading)
    {
        if (field != "pollutantDischarge" || reading is not Reading.Known { Amount: { Low: > 0 } stated } || stated.Facts.Count == 0)
        {
            return reading;
        }

        var mass = stated.Facts[0];
        return quantities.Read("wastewaterDischarge", [.. quantities.Facts("wastewaterDischarge").Where(f => f.DocumentId == mass.DocumentId)], dossier.Year) is Reading.Known { Amount: var water }
            && DischargeFit.Expected(dossier.File(mass), mass.Qualifier, water) is { } expected && DischargeFit.Power(DischargeFit.Apart(expected, stated.Low)) > 0
            ? new Reading.Clash($"“{dossier.Name(mass)}”的排放量 {stated.Text} 与平均浓度 × 废水量 {water.Text} 所得的 {Numbers.Short(expected)} t 不符", [mass, .. water.Facts])
            : reading;
    }

    /// <summary>The Chinese name of a pollutant that the papers go by its id.</summary>
    private static string Called(string pollutant, RatioRule rule) =>
        rule.Qualifiers.Where(q => IsNamed(pollutant, [q.Key, .. q.Value])).SelectMany(q => q.Value).FirstOrDefault(n => n[0] > '\u2e80') ?? pollutant;

    /// <summary>What was discharged, where papers state the concentration and the volume of water or gas alone.</summary>
    private Amount? ByConcentration(IReadOnlyList<string> names) =>
        quantities.Read("wastewaterDischarge", dossier.Year) is Reading.Known { Amount: var water } && concentrations.Discharged(names, water, water: true) is { } dissolved ? dissolved
        : quantities.Read("wasteGasDischarge", dossier.Year) is Reading.Known { Amount: var gas } ? concentrations.Discharged(names, gas, water: false)
        : null;

    /// <summary>Renewable energy in standard coal: sources add up, and power that both a contract and certificates speak of counts once.</summary>
    private Reading Renewable()
    {
        var facts = quantities.Facts("energyRenewable").ToList();
        facts = [.. facts.Select(f => IsGenerated(f) ? Used(f, facts) : f).Where(f => !IsFedIn(f))];
        facts.RemoveAll(f => IsGenerated(f) && facts.Exists(o => o.DocumentId == f.DocumentId && o.Qualifier?.Contains("自用", StringComparison.Ordinal) == true)); // what was fed in is not used

        // the total of a list of several sources goes before its rows; 全年结算电量 of one contract is no total of all
        var lists = facts.GroupBy(f => f.DocumentId).Where(g => g.Where(f => f.Role != "total").Select(PowerKind.Of).Distinct().Count() > 1).ToList();
        var sound = lists.Where(g => !CountsTwice([.. g])).Select(g => g.Key).ToHashSet();
        var totals = facts.FindAll(f => f.Role == "total" && f.PeriodStart?.Year == dossier.Year && sound.Contains(f.DocumentId) && !IsOfOneKind(facts, f));
        var mixed = lists.Select(g => g.Key).ToHashSet();
        facts = [.. facts.Where(f => f.Role != "total" || !mixed.Contains(f.DocumentId))];
        var sources = new List<(string Name, Amount Amount)>();
        Reading? failed = null;
        foreach (var group in (totals.Count > 0 ? totals : facts).GroupBy(f => totals.Count > 0 ? string.Empty : PowerKind.Of(f)))
        {
            var reading = Converted([.. group]);
            if (reading is Reading.Known known)
            {
                sources.Add((group.Key + string.Concat(known.Amount.Facts.Select(f => f.Quote)), known.Amount));
            }
            else if (reading is Reading.Clash)
            {
                return reading;
            }
            else
            {
                failed ??= reading;
            }
        }

        sources.RemoveAll(s => Certificates.Any(c => s.Name.Contains(c, StringComparison.Ordinal)) && sources.Exists(o => o.Amount != s.Amount && !Certificates.Any(c => o.Name.Contains(c, StringComparison.Ordinal)) && o.Amount.Agrees(s.Amount)));
        return sources.Count > 0 ? new Reading.Known(Amount.Sum([.. sources.Select(s => s.Amount)])) : failed ?? new Reading.Absent("energyRenewable", $"没有文件写明 {dossier.Year} 年可再生能源利用量");
    }

    /// <summary>Whether a total is that of one column of months, or of the details of one row, and none of all sources.</summary>
    private bool IsOfOneKind(List<Fact> facts, Fact total)
    {
        if (quantities.Measure(total).Amount is not { } amount)
        {
            return false;
        }

        var rows = facts.Where(f => f.DocumentId == total.DocumentId && f.Role != "total" && f.Unit is not null).Select(f => (Fact: f, quantities.Measure(f).Amount)).Where(r => r.Amount is not null).ToList();
        var column = rows.Where(r => r.Fact.Qualifier == total.Qualifier).Select(r => r.Amount!).ToList(); // measured
        return rows.Exists(r => r.Amount!.Agrees(amount)) || (column.Count > 1 && rows.Count > column.Count && Amount.Sum(column).Agrees(amount));
    }

    /// <summary>Whether a list has the power of its certificates as traded power too.</summary>
    private static bool CountsTwice(List<Fact> list) => list.Exists(c => PowerKind.Of(c) == PowerKind.Certified && list.Exists(t => t.Role != "total" && PowerKind.Of(t) == PowerKind.Traded && t.Number == c.Number && t.Unit == c.Unit));

    private Reading Converted(IReadOnlyList<Fact> facts)
    {
        var reading = quantities.Read("energyRenewable", facts, dossier.Year);
        return reading is not Reading.Known { Amount: var amount } ? reading
            : energy.ToCoal(amount.Facts[0], amount) is { } coal ? new Reading.Known(coal)
            : new Reading.Unfit($"可再生能源利用量：“{dossier.Name(amount.Facts[0])}”的 {amount.Text} 不能折算为标准煤", amount.Facts);
    }
}
