using System.Buffers;
using PolicyGraph.Ontology.Evidence;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Decides which quantity a label means where the label alone does not say.</summary>
internal static class FieldChoice
{
    private static readonly SearchValues<char> FuelWords = SearchValues.Create("煤焦油气电热炭柴薪燃汽水能料醇质风光");
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("),。;");

    /// <summary>The field; null when the surroundings do not settle it.</summary>
    /// <param name="vocabulary">The fields.</param>
    /// <param name="meaning">The label.</param>
    /// <param name="unit">The unit as written.</param>
    /// <param name="topic">Words around: row, caption, title.</param>
    public static EvidenceFieldType? Resolve(EvidenceVocabulary vocabulary, LabelMeaning meaning, string? unit, string topic)
    {
        if (meaning.Field is { } field)
        {
            return field.Name switch
            {
                "energyConsumption" or "energyStandardCoal" when meaning.Energy is null && meaning.Qualifier is null && IsCoalEquivalent(unit) => vocabulary.Fields["energyTotal"],
                "energyConsumption" when meaning.Energy is not null && IsCoalEquivalent(unit) => vocabulary.Fields["energyStandardCoal"],
                "energyConsumption" when meaning is { Energy: null, Qualifier: { } thing } && IsMaterial(thing, unit) => vocabulary.Fields["materialUse"],
                _ => field.Kind == EvidenceKind.Quantity ? field : null,
            };
        }

        if (meaning.Stem != LabelStem.None)
        {
            if (meaning.Stem == LabelStem.Discharged && unit?.Contains("CO", StringComparison.Ordinal) == true)
            {
                return meaning.IsTotal ? vocabulary.Fields["carbonTotal"] : null;
            }

            return ByStem(vocabulary, meaning.Stem, (meaning.Qualifier ?? string.Empty) + '\n' + topic);
        }

        return meaning.Energy is null ? null : vocabulary.Fields[IsCoalEquivalent(unit) ? "energyStandardCoal" : "energyConsumption"];
    }

    /// <summary>Whether a unit counts standard coal.</summary>
    public static bool IsCoalEquivalent(string? unit) =>
        unit is not null && !unit.Contains('/', StringComparison.Ordinal) && (unit.Contains("ce", StringComparison.OrdinalIgnoreCase) || unit.Contains("标煤", StringComparison.Ordinal) || unit.Contains("标准煤", StringComparison.Ordinal));

    // 聚乙烯树脂消耗量, 钢材用量: a thing that no fuel is named after, counted in what fuels are not measured in alone
    private static bool IsMaterial(string thing, string? unit) =>
        thing.Length >= 2 && thing.AsSpan().IndexOfAny(FuelWords) < 0 && !thing.Contains("能源", StringComparison.Ordinal) && !thing.Contains("其他", StringComparison.Ordinal)
        && (unit is null || !(IsCoalEquivalent(unit) || unit.Contains('/', StringComparison.Ordinal) || unit.Contains("Wh", StringComparison.OrdinalIgnoreCase) || unit.Contains("瓦时", StringComparison.Ordinal) || unit.Contains('J', StringComparison.Ordinal) || unit.Contains('焦', StringComparison.Ordinal)));

    // 危险废物台账（不计入一般工业固体废物）: what is left out is not the topic.
    private static string WithoutExclusions(string words)
    {
        foreach (var mark in (ReadOnlySpan<string>)["不计入", "不包括", "不包含", "不含", "不属"])
        {
            for (var at = words.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = words.IndexOf(mark, StringComparison.Ordinal))
            {
                var end = words.AsSpan(at).IndexOfAny(ClauseEnds);
                words = end < 0 ? words[..at] : words.Remove(at, end);
            }
        }

        return words;
    }

    // The first line of the topic is the nearest: a row or label before the caption, the caption before the title.
    private static EvidenceFieldType? ByStem(EvidenceVocabulary vocabulary, LabelStem stem, string topic)
    {
        foreach (var line in topic.Split('\n'))
        {
            var words = WithoutExclusions(line);
            if (stem == LabelStem.Discharged && (words.StartsWith("废水", StringComparison.Ordinal) || words.StartsWith("废气", StringComparison.Ordinal)))
            {
                return vocabulary.Fields[words[1] == '水' ? "wastewaterDischarge" : "wasteGasDischarge"];
            }

            var hazardous = words.Contains("危险", StringComparison.Ordinal) || words.Contains("危废", StringComparison.Ordinal) || words.Contains("HW", StringComparison.Ordinal);
            var general = words.Contains("一般", StringComparison.Ordinal) || words.Contains("固废", StringComparison.Ordinal) || words.Contains("固体废物", StringComparison.Ordinal);
            var name = (stem, hazardous && !words.Contains("一般", StringComparison.Ordinal), general) switch
            {
                (LabelStem.Generated, true, _) => "hazardousGenerated",
                (_, true, _) => null,
                (LabelStem.Generated, _, true) => "wasteGenerated",
                (LabelStem.Utilised, _, true) => "wasteUtilised",
                (LabelStem.StockUtilised, _, true) => "wasteStockUtilised",
                (LabelStem.Disposed, _, true) => "wasteDisposed",
                _ => string.Empty,
            };
            if (name is null)
            {
                return null;
            }

            if (name.Length > 0)
            {
                return vocabulary.Fields[name];
            }
        }

        return stem switch
        {
            LabelStem.Utilised => vocabulary.Fields["wasteUtilised"],
            LabelStem.StockUtilised => vocabulary.Fields["wasteStockUtilised"],
            LabelStem.Discharged => vocabulary.Fields["pollutantDischarge"],
            _ => null,
        };
    }
}
