using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ontology.Standards;

/// <summary>Reads a file of <c>ontology/standards</c>.</summary>
internal static class StandardReader
{
    internal static Standard Read(YamlMapping file)
    {
        ArgumentNullException.ThrowIfNull(file);
        file.Allow("edition", "areas", "criteria", "steps");
        var edition = ReadEdition(file.Get("edition").AsMapping());
        var areas = file.Get("areas").AsList().Items.Select(i => ReadArea(i.AsMapping())).ToList();
        var criteria = new List<Criterion>();
        foreach (var item in file.Get("criteria").AsList().Items)
        {
            var criterion = ReadCriterion(item.AsMapping(), edition, areas);
            if (criteria.Exists(c => c.Id == criterion.Id))
            {
                throw item.AsMapping().FaultAt("id", $"准则“{criterion.Id}”重复");
            }

            criteria.Add(criterion);
        }

        return new Standard(edition, areas, criteria, [.. (file.Find("steps")?.AsList().Items ?? []).Select(i => ReadStep(i.AsMapping(), edition))]);
    }

    private static Edition ReadEdition(YamlMapping node)
    {
        node.Allow("id", "title", "number", "validFrom", "validUntil", "designation", "sectorCriteria", "why", "supersedes");
        var from = node.Get("validFrom").AsDate();
        var until = node.Find("validUntil")?.AsDate();
        if (until < from)
        {
            throw node.FaultAt("validUntil", "validUntil 早于 validFrom");
        }

        var sector = node.Get("sectorCriteria").AsText() switch
        {
            "none" => false,
            "unknown" => true,
            var other => throw node.FaultAt("sectorCriteria", $"“{other}”应为 none 或 unknown"),
        };
        var earlier = (node.Find("supersedes")?.AsList().Items ?? []).Select(i => ReadEarlier(i.AsMapping())).ToList();
        return new Edition(node.Get("id").AsText(), node.Get("title").AsText(), node.Find("number")?.AsText(), from, until, node.Get("designation").AsText(), sector, node.Get("why").AsText(), earlier);
    }

    private static EarlierEdition ReadEarlier(YamlMapping node)
    {
        node.Allow("id", "title", "number", "validFrom", "validUntil");
        return new EarlierEdition(node.Get("id").AsText(), node.Get("title").AsText(), node.Find("number")?.AsText(), node.Get("validFrom").AsDate(), node.Get("validUntil").AsDate());
    }

    private static Area ReadArea(YamlMapping node)
    {
        node.Allow("id", "clause", "title");
        return new Area(node.Get("id").AsText(), node.Find("clause")?.AsText(), node.Get("title").AsText());
    }

    private static Criterion ReadCriterion(YamlMapping node, Edition edition, List<Area> areas)
    {
        node.Allow("id", "clause", "title", "kind", "asks", "needs", "indicator", "onDemand", "exampleWeight", "contradictedBy", "sources", "rule");
        var id = node.Get("id").AsText();
        if (!areas.Exists(a => id.StartsWith(a.Id + ".", StringComparison.Ordinal)))
        {
            throw node.FaultAt("id", $"“{id}”应以一个一级指标（{string.Join("、", areas.Select(a => a.Id))}）和点开头");
        }

        var kind = node.Get("kind").AsText() switch
        {
            "veto" => CriterionKind.Veto,
            "mandatory" => CriterionKind.Mandatory,
            "optional" => CriterionKind.Optional,
            "scored" => CriterionKind.Scored,
            var other => throw node.FaultAt("kind", $"“{other}”应为 veto、mandatory、optional 或 scored"),
        };
        node.Get("needs");
        var clause = node.Find("clause")?.AsText();
        var rule = RuleReader.Read(node.Get("rule").AsMapping());
        var contradicted = node.Texts("contradictedBy");
        return new Criterion(
            id,
            clause,
            node.Get("title").AsText(),
            kind,
            node.Get("asks").AsText(),
            node.Texts("needs"),
            node.Find("indicator")?.AsText(),
            node.Find("onDemand")?.AsBoolean() ?? false,
            contradicted.Count > 0 ? contradicted : Contradicting(rule),
            ReadSources(node, edition, clause),
            rule)
        {
            ExampleWeight = node.Find("exampleWeight")?.AsDecimal(),
        };
    }

    private static IReadOnlyList<string> Contradicting(CriterionRule rule) => rule is RatioRule ratio ? ratio.Numerator : rule is CertificateRule ? ["standard"] : rule.Fields;

    private static List<CriterionSource> ReadSources(YamlMapping node, Edition edition, string? clause) => node.Find("sources") is { } sources
        ? [.. sources.AsList().Items.Select(i => ReadSource(i.AsMapping()))]
        : [new CriterionSource(edition.Number ?? edition.Title, clause, "verified")];

    private static CriterionSource ReadSource(YamlMapping node)
    {
        node.Allow("document", "clause", "certainty");
        var certainty = node.Get("certainty").AsText();
        return certainty is "verified" or "local" or "recalled" or "inferred"
            ? new CriterionSource(node.Get("document").AsText(), node.Find("clause")?.AsText(), certainty)
            : throw node.FaultAt("certainty", $"“{certainty}”应为 verified、local、recalled 或 inferred");
    }

    private static EligibilityStep ReadStep(YamlMapping node, Edition edition)
    {
        node.Allow("id", "title", "test", "month", "day", "divisions", "sources");
        var test = node.Get("test").AsText();
        if (test is not ("established" or "production" or "industry" or "calendar"))
        {
            throw node.FaultAt("test", $"“{test}”应为 established、production、industry 或 calendar");
        }

        var (month, day) = (node.Find("month")?.AsInteger(), node.Find("day")?.AsInteger());
        if (month is null != day is null || (month is { } m && day is { } d && (m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(2023, m))))
        {
            throw node.FaultAt("month", "month 与 day 应同时写出，并且是平年也有的日子");
        }

        var divisions = (node.Find("divisions")?.AsList().Items ?? []).Select(i => i.AsInteger()).ToList();
        return divisions.Count is 0 or 2
            ? new EligibilityStep(node.Get("id").AsText(), node.Get("title").AsText(), test, month, day, divisions, ReadSources(node, edition, null))
            : throw node.FaultAt("divisions", "divisions 应为首尾两个大类代码");
    }
}
