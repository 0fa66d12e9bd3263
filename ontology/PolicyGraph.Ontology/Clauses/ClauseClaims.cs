using System.Globalization;
using PolicyGraph.Graph;
using PolicyGraph.Ontology.Claims;
using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ontology.Clauses;

/// <summary>The clauses as nodes: an edition or a <c>Publication</c> holds them, each is about designations, indicators or criteria.</summary>
internal static class ClauseClaims
{
    /// <summary>Adds the books to claims that hold the ontology's editions, criteria, designations and indicators already.</summary>
    /// <exception cref="YamlException">A book or clause names something that they do not hold.</exception>
    public static void Add(GraphClaims claims, IReadOnlyList<ClauseBook> books)
    {
        var known = claims.Nodes.Select(n => n.Key).ToHashSet();
        foreach (var book in books)
        {
            var holder = Holder(claims, book, known);
            for (var i = 0; i < book.Clauses.Count; i++)
            {
                AddClause(claims, book, book.Clauses[i], i, holder, known);
            }
        }
    }

    private static NodeKey Holder(GraphClaims claims, ClauseBook book, HashSet<NodeKey> known)
    {
        var publication = book.Publication;
        if (!publication.IsEdition)
        {
            return claims.Node("Publication", publication.Id, new Dictionary<string, GraphValue>
            {
                ["title"] = publication.Title,
                ["number"] = publication.Number,
                ["aliases"] = GraphValue.ListOf(publication.Aliases),
                ["authority"] = publication.Authority,
                ["issuedOn"] = publication.IssuedOn,
                ["validFrom"] = Iso(publication.ValidFrom),
                ["validUntil"] = Iso(publication.ValidUntil),
            });
        }

        var edition = new NodeKey("Edition", publication.Id);
        return known.Contains(edition)
            ? claims.Node("Edition", publication.Id, new Dictionary<string, GraphValue> { ["aliases"] = GraphValue.ListOf(publication.Aliases) })
            : throw new YamlException(new YamlFault(book.File, 1, $"standards 中没有版次“{publication.Id}”；请去掉 edition: true 或改 id"));
    }

    private static void AddClause(GraphClaims claims, ClauseBook book, Clause clause, int order, NodeKey holder, HashSet<NodeKey> known)
    {
        var key = claims.Node("Clause", $"{book.Publication.Id}/{clause.Id}", new Dictionary<string, GraphValue>
        {
            ["clause"] = clause.Number,
            ["kind"] = clause.Kind,
            ["topics"] = GraphValue.ListOf(clause.Topics),
            ["statement"] = clause.Statement,
            ["statementEn"] = clause.StatementEn,
            ["certainty"] = clause.Certainty,
            ["source"] = clause.Source,
            ["publication"] = book.Publication.Id,
            ["title"] = book.Publication.Title,
            ["value"] = clause.Value is { } value ? (double)value : GraphValue.Null,
            ["unit"] = clause.Unit,
            ["validFrom"] = Iso(clause.ValidFrom),
            ["validUntil"] = Iso(clause.ValidUntil),
            ["ordinal"] = (long)order,
        });
        claims.Relationship("HAS_CLAUSE", holder, key);
        foreach (var id in clause.About)
        {
            claims.Relationship("ABOUT", key, Subject(book, clause, id, known));
        }
    }

    private static NodeKey Subject(ClauseBook book, Clause clause, string id, HashSet<NodeKey> known)
    {
        foreach (var label in (string[])["Designation", "Indicator", "Criterion"])
        {
            if (known.Contains(new NodeKey(label, id)))
            {
                return new NodeKey(label, id);
            }
        }

        throw new YamlException(new YamlFault(book.File, clause.Line, $"要点“{clause.Id}”的 about 里，“{id}”不是称号、指标或准则的 id"));
    }

    private static GraphValue Iso(DateOnly? day) => day is { } value ? value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : GraphValue.Null;
}
