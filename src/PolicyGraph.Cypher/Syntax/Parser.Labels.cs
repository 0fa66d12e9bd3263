using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Syntax;

/// <summary>Which ways of writing labels go together.</summary>
internal sealed partial class Parser
{
    // The older :A:B does not stand beside |, &, ! and % in one clause, and |: joins types only.
    private void RequireOneLabelStyle(List<LabelExpression> labels)
    {
        List<LabelExpression> parts = [.. labels.SelectMany(PartsOf)];
        if (parts.Find(p => p is LabelDisjunction { IsColon: true }) is { } older)
        {
            throw CypherFault.Semantic(text, older.Span, "InvalidLabelExpression", "节点标签之间不能写 |:，请只写 |。", ":A|B");
        }

        if (parts.Find(p => p is LabelConjunction { IsColon: true }) is { } colon && parts.Exists(p => p is LabelDisjunction or LabelNegation or AnyLabel or LabelConjunction { IsColon: false }))
        {
            throw MixedLabels(colon);
        }
    }

    private GraphException MixedLabels(LabelExpression labels) =>
        CypherFault.Semantic(text, labels.Span, "InvalidLabelExpression", "同一个子句里，标签不能既用冒号连写（:A:B）又用 |、&、!、% 或 IS；请统一写成 :A&B。", ":A&B");

    private static IEnumerable<LabelExpression> PartsOf(LabelExpression labels) => labels switch
    {
        LabelNegation not => [not, .. PartsOf(not.Operand)],
        LabelConjunction and => [and, .. PartsOf(and.Left), .. PartsOf(and.Right)],
        LabelDisjunction or => [or, .. PartsOf(or.Left), .. PartsOf(or.Right)],
        _ => [labels],
    };

    // INSERT takes less than CREATE: labels and types by name, labels joined by &, no name of a path.
    private void RequireInsertable(PathPattern pattern)
    {
        if (pattern.Variable is { } path)
        {
            throw CypherFault.Semantic(text, path.Span, "InvalidPattern", "INSERT 的模式不能有路径变量；请改用 CREATE，或去掉变量。");
        }

        foreach (var element in pattern.Elements)
        {
            var (labels, properties, where) = element switch
            {
                NodePattern node => (node.Labels, node.Properties, node.Where),
                RelationshipPattern { Types: LabelName } relationship => (null, relationship.Properties, relationship.Where),
                _ => throw CypherFault.Syntax(text, element.Span.Start, "INSERT 的关系必须恰好写出一个类型。"),
            };
            List<LabelExpression> parts = labels is null ? [] : [.. PartsOf(labels)];
            if (parts.Exists(p => p is LabelConjunction { IsColon: true }))
            {
                throw CypherFault.Semantic(text, labels!.Span, "InvalidLabelExpression", "INSERT 的多个标签要用 & 连接，不能用冒号。", ":A&B"); // A part was found in it.
            }

            if (where is not null || properties is Parameter || parts.Exists(p => p is not (LabelName or LabelConjunction)))
            {
                throw CypherFault.Syntax(text, element.Span.Start, "INSERT 的模式里只能写标签名和属性，例如 (:A&B {键: 值})。");
            }
        }
    }
}
