using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ontology.Clauses;

/// <summary>Reads a file of <c>ontology/clauses</c>; how to write one stands at the head of <c>gbt36132-2025.yaml</c> there.</summary>
internal static class ClauseReader
{
    internal static ClauseBook Read(YamlMapping file)
    {
        ArgumentNullException.ThrowIfNull(file);
        file.Allow("publication", "clauses");
        var head = file.Get("publication").AsMapping();
        var publication = ReadPublication(head);
        var about = head.Texts("about");
        var clauses = new List<Clause>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in file.Get("clauses").AsList().Items)
        {
            var clause = ReadClause(item.AsMapping(), publication, about);
            if (!ids.Add(clause.Id))
            {
                throw item.AsMapping().FaultAt("id", $"要点“{clause.Id}”重复");
            }

            clauses.Add(clause);
        }

        return new ClauseBook(file.File, publication, clauses);
    }

    private static Publication ReadPublication(YamlMapping node)
    {
        node.Allow("id", "title", "number", "aliases", "authority", "issuedOn", "validFrom", "validUntil", "edition", "about");
        var (from, until) = ReadInterval(node);
        return new Publication(
            node.Get("id").AsText(),
            node.Get("title").AsText(),
            node.Find("number")?.AsText(),
            node.Texts("aliases"),
            node.Find("authority")?.AsText(),
            node.Find("issuedOn")?.AsText(),
            from,
            until,
            node.Find("edition")?.AsBoolean() ?? false);
    }

    private static Clause ReadClause(YamlMapping node, Publication publication, IReadOnlyList<string> about)
    {
        node.Allow("id", "clause", "kind", "topics", "zh", "en", "certainty", "source", "about", "value", "unit", "validFrom", "validUntil");
        var (from, until) = ReadInterval(node);
        var value = node.Find("value")?.AsDecimal();
        if (value is null && node.Find("unit") is not null)
        {
            throw node.FaultAt("unit", "有 unit 就应有 value");
        }

        node.Get("topics");
        var own = node.Texts("about");
        return new Clause(
            node.Get("id").AsText(),
            node.Find("clause")?.AsText(),
            OneOf(node, "kind", ClauseKinds.All),
            node.Texts("topics"),
            node.Get("zh").AsText(),
            node.Get("en").AsText(),
            OneOf(node, "certainty", ClauseKinds.Certainties),
            node.Find("source")?.AsText() ?? publication.Number ?? publication.Title,
            own.Count > 0 ? own : about,
            value,
            node.Find("unit")?.AsText(),
            from,
            until,
            node.Line);
    }

    private static (DateOnly? From, DateOnly? Until) ReadInterval(YamlMapping node)
    {
        var (from, until) = (node.Find("validFrom")?.AsDate(), node.Find("validUntil")?.AsDate());
        return until < from ? throw node.FaultAt("validUntil", "validUntil 早于 validFrom") : (from, until);
    }

    private static string OneOf(YamlMapping node, string key, IReadOnlyList<string> words)
    {
        var word = node.Get(key).AsText();
        return words.Contains(word) ? word : throw node.FaultAt(key, $"“{word}”应为 {string.Join("、", words)} 之一");
    }
}
