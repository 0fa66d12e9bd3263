using PolicyGraph.Ontology.Evidence;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Says what a figure is by what its row and its column say together.</summary>
internal sealed class RowAndColumn(LabelLexicon labels)
{
    private static readonly string[] WaterSources = ["自来水", "市政自来水", "河水", "地下水", "地表水", "井水", "新鲜水", "新水", "江水", "湖水", "市政水", "水库水"];
    private static readonly string[] Others = ["量", "额", "价", "因子", "系数", "热值", "占比", "比例", "费用"];

    /// <summary>The meaning of the figure; null when the two leave it open, or name another amount.</summary>
    // Row and column name field, energy, product and period between them; which one names what differs from table to table.
    public LabelMeaning? Merge(TableScene scene, FigureRow row, Column head)
    {
        var merged = Column.Merge(head.Meaning, row.Meaning);
        var byRow = row.Meaning.Field is { Kind: EvidenceKind.Quantity } || row.Meaning.Stem != LabelStem.None;
        var byColumn = head.Meaning.Field is { Kind: EvidenceKind.Quantity } || head.Meaning.Stem != LabelStem.None;
        if (head.Meaning.Months is not null)
        {
            merged = merged with { Months = head.Meaning.Months, IsTotal = head.Meaning.IsTotal || row.Meaning.IsTotal };
        }

        if (byRow && byColumn)
        {
            return MergeBoth(merged, row.Meaning, head.Meaning);
        }

        if (byRow)
        {
            if (IsName(head.Meaning) && Array.Exists(Others, o => head.Meaning.Rest.EndsWith(o, StringComparison.Ordinal)))
            {
                return null; // 贮存量, 购进金额, 排放因子: another amount of the same thing
            }

            merged = merged with { Field = row.Meaning.Field, Stem = row.Meaning.Stem, Energy = row.Meaning.Energy ?? head.Meaning.Energy };
            if (scene.HasKindColumns && merged.Qualifier is null && IsName(head.Meaning) && !head.Meaning.IsTotal && !head.Meaning.HasPeriod && row.Meaning.Field?.Qualifier is null)
            {
                return merged with { Qualifier = head.Meaning.Rest, IsPart = true }; // kinds of waste along the top
            }

            return merged.Qualifier is null && merged.Energy is null && row.Meaning.Field?.Qualifier is not null && IsName(head.Meaning) && !head.Meaning.IsTotal
                ? merged with { Qualifier = Named(row.Meaning.Field, head.Meaning.Rest) }
                : merged;
        }

        if (byColumn)
        {
            return NameByRow(scene, merged with { Field = head.Meaning.Field, Stem = head.Meaning.Stem, Energy = row.Meaning.Energy ?? head.Meaning.Energy }, row);
        }

        return MergeNeither(scene, merged, row, head);
    }

    private static LabelMeaning? MergeBoth(LabelMeaning merged, LabelMeaning row, LabelMeaning head)
    {
        if (row.Field?.Name == "hazardousGenerated" && head.Stem is not (LabelStem.None or LabelStem.Generated))
        {
            return null;
        }

        if ((head.Stem == LabelStem.Discharged || head.Field?.Name == "carbonTotal") && row.Field?.Name is "electricityActivity" or "energyConsumption")
        {
            return null; // what the electricity stands for in emissions
        }

        if (row.Field?.Name == "energyTotal" && head.Field?.Name == "energyFeedstock")
        {
            return merged with { Field = head.Field, Energy = null, Qualifier = null, IsTotal = true };
        }

        if (row.Field?.Name == "energyTotal" || (row.Field?.Name == "energyConsumption" && row.Energy is null && row.Qualifier is null))
        {
            // the bottom row 综合能源消费量 under 消费量, 折标系数, 折标准煤: only a figure in standard coal is the total
            return head.Field?.Name is "energyConsumption" or "energyStandardCoal" or "energyTotal" ? merged with { Field = row.Field, Energy = null, Qualifier = null } : null;
        }

        return merged with { Field = row.Field, Stem = row.Stem, Energy = row.Energy ?? head.Energy, Qualifier = row.Qualifier ?? head.Qualifier };
    }

    private LabelMeaning? NameByRow(TableScene scene, LabelMeaning merged, FigureRow row)
    {
        if (merged.Field?.Name is "energyConsumption" && merged.Energy is null && (row.Names.Count > 0 || row.Meaning.IsTotal) && TopicField(scene) is { } field && field.Name != "energyConsumption")
        {
            merged = merged with { Field = field }; // 用量 of a material or of water
        }

        if (merged.Field?.Name == "productFootprint" && !row.Meaning.IsTotal && scene.HasTotalRow(labels))
        {
            return merged with { Qualifier = null, IsPart = true }; // a stage of the product's life
        }

        if (merged.Field?.Name == "carbonTotal" && !row.Meaning.IsTotal && row.Names.Count > 0 && row.Meaning.Rest.Length > 0)
        {
            return merged with { Qualifier = row.Meaning.Rest, IsPart = true }; // a source of emissions
        }

        if (row.Meaning.IsTotal || (row.Meaning.Energy is not null && merged.Field?.Qualifier != "project") || row.Names.Count == 0 || row.Meaning.Rest.Length == 0)
        {
            return merged;
        }

        if (merged.Stem == LabelStem.Discharged)
        {
            return merged with { Qualifier = labels.FindPollutant(row.Meaning.Rest) ?? row.Meaning.Rest };
        }

        if (merged.Field?.Qualifier is not null)
        {
            return merged.Qualifier is null ? merged with { Qualifier = Named(merged.Field, row.Meaning.Rest) } : merged;
        }

        // rows of kinds (废物名称, 水源) under a field that has no kinds: parts of the paper's total
        return row.Meaning.Place == LabelPlace.None && (merged.Field is not null || merged.Stem != LabelStem.None) && (merged.Field?.Name is not "outputValue" || scene.HasTotalRow(labels))
            ? merged with { Qualifier = row.Meaning.Rest, IsPart = true }
            : merged;
    }

    private LabelMeaning? MergeNeither(TableScene scene, LabelMeaning merged, FigureRow row, Column head)
    {
        if (merged.Energy is not null)
        {
            var other = row.Meaning.Energy is null ? row.Meaning : head.Meaning;
            if (IsName(other) && Array.Exists(Others, o => other.Rest.EndsWith(o, StringComparison.Ordinal)))
            {
                return null; // 1-12月累计购进量: another amount of the same energy, whatever its time
            }

            return other.HasPeriod || other.IsTotal || other.Rest.Length == 0 || other.Place is LabelPlace.Value or LabelPlace.Name ? merged with { Energy = merged.Energy } : null;
        }

        if (labels.FindPollutant(head.Meaning.Rest) is { } pollutant && head.Meaning.Unit is { } held && (held.EndsWith("/L", StringComparison.OrdinalIgnoreCase) || held.EndsWith("/m3", StringComparison.Ordinal) || held.EndsWith("/m³", StringComparison.Ordinal)))
        {
            return merged with { Field = labels.Vocabulary.Fields["pollutantConcentration"], Qualifier = pollutant, Unit = held }; // 监测日期 | COD（mg/L） | 氨氮（mg/L）
        }

        var topic = TopicField(scene);
        if (topic is null || (topic.Name is "waterIntake" or "energyConsumption" && IsOutward(row.Meaning.Rest)))
        {
            return null;
        }

        if (row.Meaning.IsTotal && topic.Name == "energyConsumption")
        {
            return merged with { Field = topic };
        }

        if (topic.Name == "pollutantDischarge" && labels.FindPollutant(row.Meaning.Rest) is null)
        {
            return null;
        }

        var open = head.Meaning is { Place: LabelPlace.Value } || (head.Meaning.HasPeriod && !(IsName(head.Meaning) && Array.Exists(Others, o => head.Meaning.Rest.EndsWith(o, StringComparison.Ordinal)))) || head.Meaning.IsTotal || head.Words.Length == 0;
        if (open && row.Names.Count > 0)
        {
            return row.Meaning.IsTotal ? merged with { Field = topic } : merged with { Field = topic, Qualifier = Named(topic, row.Meaning.Rest), IsPart = merged.IsPart || topic.Qualifier is null };
        }

        if (topic.Name == "waterIntake" && IsName(head.Meaning) && Array.Exists(WaterSources, w => head.Meaning.Rest == w) && (row.Meaning.HasPeriod || row.Meaning.IsTotal))
        {
            return merged with { Field = topic, Qualifier = head.Meaning.Rest, IsPart = true }; // 月份 | 自来水 | 河水
        }

        // years down the side, products along the top
        return row.Names.Count == 0 && (row.Meaning.HasPeriod || row.Meaning.IsTotal) && IsName(head.Meaning) && topic.Qualifier is not null
            ? merged with { Field = topic, Qualifier = head.Meaning.IsTotal && head.Meaning.Rest.Length > 2 ? null : Named(topic, head.Meaning.Rest) } // 合计耗用 is none of them
            : null;
    }

    private static bool IsName(LabelMeaning head) => head is { Place: LabelPlace.None, HasField: false, Energy: null } && head.Rest.Length is >= 2 and <= 24;

    private string Named(EvidenceFieldType field, string name) => field.Qualifier == "pollutant" ? labels.FindPollutant(name) ?? name : name;

    // What a table is about when neither row nor column says: the head of its names, its caption.
    private EvidenceFieldType? TopicField(TableScene scene)
    {
        var fields = labels.Vocabulary.Fields;
        foreach (var line in scene.TopicLines.Select(WithoutCompany))
        {
            if (Has(line, "绿色物料"))
            {
                return fields["greenMaterialUse"];
            }

            if (Has(line, "原材料", "原辅", "原料", "物料", "材料", "辅料", "料种", "料消耗", "炉料"))
            {
                return fields["materialUse"];
            }

            if (Has(line, "产量", "产品名称", "主要产品"))
            {
                return fields["output"];
            }

            if (Has(line, "污染物", "排放统计"))
            {
                return fields["pollutantDischarge"];
            }

            if (Has(line, "可再生", "绿电", "绿色电力", "绿证"))
            {
                return fields["energyRenewable"];
            }

            if (Has(line, "能源", "能耗", "用能"))
            {
                return fields["energyConsumption"];
            }

            if (Has(line, "取水", "用水量", "抄表", "水源"))
            {
                return fields["waterIntake"];
            }
        }

        return null;
    }

    // What leaves is no part of what came in.
    public static bool IsOutward(string name) => Has(name, "外供", "外销", "转供", "外送", "损失", "漏损", "回收", "排放", "库存");

    // 填报单位：某某新能源材料股份有限公司 says nothing of materials.
    private static string WithoutCompany(string line) =>
        line.Contains("公司", StringComparison.Ordinal) && Organisations.FindFirst(line, 0, line.Length) is { } name ? line.Remove(name.Start, name.Length) : line;

    /// <summary>Whether a line holds one of the words.</summary>
    public static bool Has(string line, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (line.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
