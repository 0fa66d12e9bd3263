using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using PolicyGraph.Text;

namespace PolicyGraph.Cypher.Semantics;

/// <summary>What kind of name of the graph it is.</summary>
internal enum NameKind
{
    Label,
    RelationshipType,
    PropertyKey,
}

/// <summary>A name that a statement looks for in the graph.</summary>
/// <param name="Kind">What it names.</param>
/// <param name="Name">The name.</param>
/// <param name="Span">Where it stands first.</param>
internal sealed record NameUse(NameKind Kind, string Name, TextSpan Span)
{
    /// <summary>Whether the graph knows it.</summary>
    public bool IsKnownTo(GraphView view) => Kind switch
    {
        NameKind.Label => view.CountNodesWithLabel(Name) > 0,
        NameKind.RelationshipType => view.CountRelationshipsWithType(Name) > 0,
        NameKind.PropertyKey => view.PropertyKeys.Contains(Name),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The notice that the graph does not know it, with the nearest name that it knows.</summary>
    public GraphNotice ToNotice(string text, GraphView view)
    {
        var (what, code, known) = Kind switch
        {
            NameKind.Label => ("标签", "UnknownLabelWarning", view.Labels),
            NameKind.RelationshipType => ("关系类型", "UnknownRelationshipTypeWarning", view.RelationshipTypes),
            NameKind.PropertyKey => ("属性", "UnknownPropertyKeyWarning", view.PropertyKeys),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var nearest = Spelling.Nearest(Name, known);
        var (line, column) = CypherFault.Place(text, Span.Start);
        return new GraphNotice("Neo.ClientNotification.Statement." + code, $"图中没有{what} {Name}，{(nearest is null ? "请检查拼写。" : $"是不是 {nearest}？")}", line, column, nearest);
    }
}
