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
            || question.Quantities.FirstOrDefault(q => Array.Exists(Units, u => u.Written == q.Unit)) is not { } asked)
        {
            return false;
        }

        var unit = Array.Find(Units, u => u.Written == asked.Unit);
        var energy = energies.Energies
            .SelectMany(e => e.Names.Select(n => (Energy: e, Name: QuestionText.Fold(n))))
            .Where(e => e.Energy.Unit == unit.Unit && text.Contains(e.Name, StringComparison.Ordinal))
            .OrderByDescending(e => e.Name.Length).Select(e => e.Energy).FirstOrDefault()
            ?? (unit.Unit == "kWh" ? energies.Energies.FirstOrDefault(e => e.Unit == "kWh") : null);
        if (energy is null || energy.Certainty != "verified")
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

        var amount = asked.Value * unit.Factor;
        var marker = Cite(energy, writer);
        var shown = $"{Phrasing.Number(asked.Value)} {asked.Unit}";
        var name = energy.Names[0];
        if (energy is { Kgce: { } kgce })
        {
            var tonnes = amount * kgce / 1000;
            writer.Say(writer.English
                ? $"{shown} of {energy.Id.Replace('-', ' ')} is {Phrasing.Number(tonnes)} tce by the equivalent-calorific (当量) coefficient: {Phrasing.Number(amount)} {energy.Unit} × {Phrasing.Number(kgce)} kgce/{energy.Unit} ÷ 1000 = {Phrasing.Number(tonnes)} tce {marker}."
                : $"按当量值，{name}{shown}折合{Phrasing.Number(tonnes)}吨标准煤：{Phrasing.Number(amount)} {energy.Unit} × {Phrasing.Number(kgce)} kgce/{energy.Unit} ÷ 1000 = {Phrasing.Number(tonnes)} tce{marker}。");
        }
        else if (energy is { KgceMin: { } least, KgceMax: { } most })
        {
            var (from, to) = (amount * least / 1000, amount * most / 1000);
            writer.Say(writer.English
                ? $"{shown} of {energy.Id.Replace('-', ' ')} is {Phrasing.Number(from)}-{Phrasing.Number(to)} tce: {Phrasing.Number(amount)} {energy.Unit} × {Phrasing.Number(least)} to {Phrasing.Number(most)} kgce/{energy.Unit} ÷ 1000; the measured calorific value decides {marker}."
                : $"{name}{shown}折合{Phrasing.Number(from)}-{Phrasing.Number(to)}吨标准煤：{Phrasing.Number(amount)} {energy.Unit} × {Phrasing.Number(least)}至{Phrasing.Number(most)} kgce/{energy.Unit} ÷ 1000，以实测热值为准{marker}。");
        }

        return true;
    }

    private string Cite(Energy energy, AnswerWriter writer)
    {
        var kgce = energy.Kgce ?? energy.KgceMin ?? 0;
        var coefficient = library.Passages.FirstOrDefault(p => p.ClauseKind == "coefficient" && energy.Names.Any(n => p.Folded.Contains(QuestionText.Fold(n), StringComparison.Ordinal)) && p.Folded.Contains(Phrasing.Number(kgce), StringComparison.Ordinal));
        return coefficient is not null ? writer.Cite(coefficient) : writer.Cite(library.Documents.FirstOrDefault(d => d.Number?.Contains("2589", StringComparison.Ordinal) == true) ?? Standard);
    }
}
