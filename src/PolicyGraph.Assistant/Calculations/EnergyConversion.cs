using PolicyGraph.Assistant.Answers;
using PolicyGraph.Assistant.Passages;
using PolicyGraph.Assistant.Questions;
using PolicyGraph.Ontology.Evidence;

namespace PolicyGraph.Assistant.Calculations;

/// <summary>An amount of energy in standard coal, by the coefficients of the ontology (当量值); equivalence values (等价值) are never guessed.</summary>
internal sealed class EnergyConversion(EnergyLexicon energies, PassageLibrary library)
{
    private static readonly SourceDocument Standard = new("gbt2589-2020", "综合能耗计算通则", "GB/T 2589-2020");
    private static readonly (string Written, string Unit, decimal Factor)[] Units =
    [
        ("千瓦时", "kWh", 1), ("度", "kWh", 1), ("kwh", "kWh", 1), ("mwh", "kWh", 1_000), ("gwh", "kWh", 1_000_000), ("吨", "kg", 1_000), ("t", "kg", 1_000), ("万吨", "kg", 10_000_000), ("公斤", "kg", 1), ("千克", "kg", 1), ("kg", "kg", 1),
        ("立方米", "m³", 1), ("方", "m³", 1), ("m3", "m³", 1), ("m³", "m³", 1), ("gj", "MJ", 1_000), ("mj", "MJ", 1),
    ];

    /// <summary>Writes the conversion; false when the question asks for none.</summary>
    public bool TryWrite(Question question, AnswerWriter writer)
    {
        var text = question.Folded;
        if (!(text.Contains("标准煤", StringComparison.Ordinal) || text.Contains("标煤", StringComparison.Ordinal) || text.Contains("折算", StringComparison.Ordinal) || text.Contains("tce", StringComparison.Ordinal))
            || !question.Quantities.Any(q => Array.Exists(Units, u => u.Written == q.Unit)))
        {
            return false;
        }

        if (text.Contains("等价", StringComparison.Ordinal) && !text.Contains("当量", StringComparison.Ordinal))
        {
            var missing = writer.English ? "The equivalence (等价) coefficient is set anew each year; the graph holds no value for it, so it is not converted." : "等价值按年度另定，图谱中没有可引用的等价系数，无法换算；需要时可按当量值换算。";
            writer.Say(missing);
            writer.Miss(missing);
            return true;
        }

        var parts = Parts(text, question.Quantities).ToList();
        if (parts.Count == 0)
        {
            return false;
        }

        var (from, to, marks) = (0m, 0m, string.Empty);
        foreach (var (energy, quantity, amount) in parts)
        {
            var (least, most) = (energy.Kgce ?? energy.KgceMin ?? 0, energy.Kgce ?? energy.KgceMax ?? 0);
            var marker = Cite(energy, writer);
            (from, to, marks) = (from + (amount * least / 1000), to + (amount * most / 1000), marks.Contains(marker, StringComparison.Ordinal) ? marks : marks + marker);
            var coefficient = least == most ? Phrasing.Number(least) : writer.English ? $"{Phrasing.Number(least)} to {Phrasing.Number(most)}" : $"{Phrasing.Number(least)}至{Phrasing.Number(most)}";
            var shown = $"{Phrasing.Number(quantity.Value)} {quantity.Unit}";
            var result = Range(amount * least / 1000, amount * most / 1000);
            writer.Say(writer.English
                ? $"{shown} of {energy.Id.Replace('-', ' ')} is {result} tce by the equivalent-calorific (当量) coefficient: {Phrasing.Number(amount)} {energy.Unit} × {coefficient} kgce/{energy.Unit} ÷ 1000 = {result} tce {marker}."
                : $"按当量值，{energy.Names[0]}{shown}折合{result}吨标准煤：{Phrasing.Number(amount)} {energy.Unit} × {coefficient} kgce/{energy.Unit} ÷ 1000 = {result} tce{(least == most ? string.Empty : "（以实测热值为准）")}{marker}。");
        }

        if (parts.Count > 1)
        {
            writer.Say(writer.English ? $"Together: {Range(from, to)} tce {marks}." : $"合计{Range(from, to)}吨标准煤{marks}。");
        }

        return true;
    }

    private static string Range(decimal from, decimal to) => from == to ? Phrasing.Number(from) : $"{Phrasing.Number(from)}-{Phrasing.Number(to)}";

    /// <summary>Each quantity with the energy that is named nearest to it.</summary>
    private IEnumerable<(Energy Energy, AskedQuantity Quantity, decimal Amount)> Parts(string text, IReadOnlyList<AskedQuantity> quantities)
    {
        foreach (var quantity in quantities)
        {
            var unit = Array.Find(Units, u => u.Written == quantity.Unit);
            var at = text.LastIndexOf(quantity.Written, StringComparison.Ordinal);
            if (unit.Unit is null || at < 0)
            {
                continue;
            }

            var named = energies.Energies
                .SelectMany(e => e.Names.Select(n => (Energy: e, Name: QuestionText.Fold(n))))
                .Where(e => e.Energy.Unit == unit.Unit && text.Contains(e.Name, StringComparison.Ordinal))
                .OrderBy(e => Distance(text, e.Name, at, quantity.Written.Length)).ThenByDescending(e => e.Name.Length).Select(e => e.Energy).FirstOrDefault()
                ?? (unit.Unit == "kWh" ? energies.Energies.FirstOrDefault(e => e.Unit == "kWh") : null);
            if (named is { Certainty: "verified" })
            {
                yield return (named, quantity, quantity.Value * unit.Factor);
            }
        }
    }

    private static int Distance(string text, string name, int at, int length)
    {
        var before = text.LastIndexOf(name, Math.Max(0, at - 1), StringComparison.Ordinal);
        var after = text.IndexOf(name, Math.Min(text.Length, at + length), StringComparison.Ordinal);
        return Math.Min(before < 0 ? int.MaxValue : at - before - name.Length, after < 0 ? int.MaxValue : after - at - length);
    }

    private string Cite(Energy energy, AnswerWriter writer)
    {
        var kgce = energy.Kgce ?? energy.KgceMin ?? 0;
        var coefficient = library.Passages.FirstOrDefault(p => p.ClauseKind == "coefficient" && energy.Names.Any(n => p.Folded.Contains(QuestionText.Fold(n), StringComparison.Ordinal)) && p.Folded.Contains(Phrasing.Number(kgce), StringComparison.Ordinal));
        return coefficient is not null ? writer.Cite(coefficient) : writer.Cite(library.Documents.FirstOrDefault(d => d.Number?.Contains("2589", StringComparison.Ordinal) == true) ?? Standard);
    }
}
