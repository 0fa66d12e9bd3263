using PolicyGraph.Cypher.Planning;
using PolicyGraph.Cypher.Syntax;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Semantics;

/// <summary>Which clauses may follow which, and how a query may end.</summary>
internal static class ClauseOrder
{
    /// <exception cref="GraphException">The order means nothing (class syntax).</exception>
    public static void Check(string text, SingleQuery query, QueryPlace place)
    {
        var clauses = query.Clauses;
        var wrote = false;
        for (var i = 0; i < clauses.Count; i++)
        {
            var clause = clauses[i];
            if (clause is ReturnClause or FinishClause && i < clauses.Count - 1)
            {
                throw CypherFault.Semantic(text, clauses[i + 1].Span, "InvalidClauseComposition", "RETURN 必须是最后一个子句。");
            }

            if (wrote && clause is MatchClause or UnwindClause or CallClause or SubqueryClause or LoadCsvClause && clauses[i - 1] is not WithClause && IsUpdate(clauses[i - 1]))
            {
                throw CypherFault.Semantic(text, clause.Span, "InvalidClauseComposition", "写入子句之后要先用 WITH，才能再读取。");
            }

            wrote |= IsUpdate(clause);
        }

        var last = clauses[^1];
        if (place == QueryPlace.Condition)
        {
            return;
        }

        var standsAlone = clauses is [CallClause];
        if ((!standsAlone && last is MatchClause or UnwindClause or WithClause or LoadCsvClause or CallClause { Yield: not null }) || (last is SubqueryClause subquery && StatementPlanner.EndsWithReturn(subquery.Query)))
        {
            throw CypherFault.Syntax(text, last.Span.Start, "查询不能以 MATCH、UNWIND、WITH 等读取子句结束，应当以 RETURN 或写入子句结束。", "InvalidClauseComposition");
        }

        if (place == QueryPlace.Collect && last is not ReturnClause)
        {
            throw CypherFault.Syntax(text, last.Span.Start, "COLLECT {} 中的子查询要用 RETURN 结束。", "InvalidClauseComposition");
        }
    }

    private static bool IsUpdate(Clause clause) => clause is CreateClause or MergeClause or SetClause or RemoveClause or DeleteClause or ForeachClause;
}
