using PolicyGraph.Graph;
using PolicyGraph.Text;

namespace PolicyGraph.Cypher.Syntax;

/// <summary>Schema commands: indexes and uniqueness constraints on nodes.</summary>
internal sealed partial class Parser
{
    private StatementBody? TrySchemaStatement()
    {
        var start = Current.Start;
        if (At("SHOW"))
        {
            var kinds = IsWord(Peek(1), "ALL") || IsWord(Peek(1), "RANGE") || IsWord(Peek(1), "UNIQUE") || IsWord(Peek(1), "UNIQUENESS") ? 1 : 0;
            if (IsWord(Peek(1 + kinds), "INDEXES") || IsWord(Peek(1 + kinds), "INDEX") || IsWord(Peek(1 + kinds), "CONSTRAINTS") || IsWord(Peek(1 + kinds), "CONSTRAINT"))
            {
                position += kinds;
                return ParseShow();
            }
        }

        if (At("DROP") && (IsWord(Peek(1), "INDEX") || IsWord(Peek(1), "CONSTRAINT")))
        {
            position++;
            var isConstraint = IsWord(Take(), "CONSTRAINT");
            if (At("ON") && (IsSymbol(Peek(1), ":") || IsSymbol(Peek(1), "(")))
            {
                throw CypherFault.Semantic(text, From(start), "InvalidSyntax", "索引和约束只能按名称删除；名称见 SHOW INDEXES 和 SHOW CONSTRAINTS。", "DROP INDEX 名称");
            }

            var name = TakeName("索引或约束的名称");
            var ifExists = TryWords("IF", "EXISTS");
            return new DropIndexBody(From(start), name, ifExists, isConstraint);
        }

        if (!At("CREATE"))
        {
            return null;
        }

        var ahead = IsWord(Peek(1), "RANGE") || IsWord(Peek(1), "TEXT") || IsWord(Peek(1), "LOOKUP") || IsWord(Peek(1), "FULLTEXT") || IsWord(Peek(1), "POINT") || IsWord(Peek(1), "VECTOR") ? 2 : 1;
        if (IsWord(Peek(ahead), "INDEX"))
        {
            if (ahead == 2 && !IsWord(Peek(1), "RANGE") && !IsWord(Peek(1), "TEXT"))
            {
                throw CypherFault.Forbidden(text, new TextSpan(start, Peek(ahead).End), $"创建 {Peek(1).Value} 索引");
            }

            position += ahead + 1;
            return ParseCreateIndex(start);
        }

        if (ahead == 1 && IsWord(Peek(1), "CONSTRAINT"))
        {
            position += 2;
            return ParseCreateConstraint(start);
        }

        return null;
    }

    // SHOW INDEXES is read as a call of the procedure of this name, with the clauses that may follow.
    private QueryBody ParseShow()
    {
        var start = Take().Start;
        var name = Take().Value.StartsWith("CONSTRAINT", StringComparison.OrdinalIgnoreCase) ? "SHOW CONSTRAINTS" : "SHOW INDEXES";
        var nameSpan = From(start);
        var (yield, all, where) = ParseYield();
        where ??= yield is null && TryWord("WHERE") ? ParseExpression() : null;
        List<Clause> clauses = [new CallClause(From(start), name, nameSpan, [], yield, all, where, IsOptional: false)];
        if (yield is not null && (At("ORDER", "BY") || At("SKIP") || At("LIMIT")))
        {
            clauses.Add(new ReturnClause(From(start), ParsePage(Current.Start, distinct: false, all: true, [])));
        }

        if (clauses.Count == 1 && At("RETURN") && TryClause() is { } result)
        {
            clauses.Add(result);
        }

        return new QueryBody(From(start), new SingleQuery(From(start), clauses));
    }

    private (string? Name, bool IfNotExists) ParseSchemaName()
    {
        var name = AtName && !At("FOR") && !At("IF") && !At("ON") ? TakeName("名称") : null;
        var ifNotExists = At("IF", "NOT") && IsWord(Peek(2), "EXISTS");
        position += ifNotExists ? 3 : 0;
        return (name, ifNotExists);
    }

    private CreateIndexBody ParseCreateIndex(int start)
    {
        var (name, ifNotExists) = ParseSchemaName();
        if (At("ON") && IsSymbol(Peek(1), ":"))
        {
            throw CypherFault.Semantic(text, From(start), "InvalidSyntax", "旧写法 CREATE INDEX ON :标签(属性) 已不再支持。", "CREATE INDEX FOR (n:标签) ON (n.属性)");
        }

        ExpectWord("FOR");
        var (variable, label) = ParseSchemaNode();
        ExpectWord("ON");
        var keys = ParseSchemaKeys(variable);
        SkipOptions();
        return new CreateIndexBody(From(start), name, ifNotExists, label, keys, IsUnique: false);
    }

    private CreateIndexBody ParseCreateConstraint(int start)
    {
        var (name, ifNotExists) = ParseSchemaName();
        if (TryWord("ON"))
        {
            throw CypherFault.Semantic(text, From(start), "InvalidSyntax", "旧写法 CREATE CONSTRAINT ON … ASSERT 已不再支持。", "CREATE CONSTRAINT FOR (n:标签) REQUIRE n.属性 IS UNIQUE");
        }

        ExpectWord("FOR");
        var (variable, label) = ParseSchemaNode();
        ExpectWord("REQUIRE");
        var keys = ParseSchemaKeys(variable);
        if (!AtSymbol("::"))
        {
            ExpectWord("IS");
        }

        _ = (TryWord("NODE") || TryWord("RELATIONSHIP") || TryWord("REL")) && At("KEY");
        if (!TryWord("UNIQUE"))
        {
            // As the community edition of Neo4j says: existence, key and type constraints are not for this store.
            throw At("KEY") || At("NOT") || At("TYPED") || AtSymbol("::")
                ? new GraphException(GraphErrorClass.Constraint, "Neo.DatabaseError.Schema.ConstraintCreationFailed", "本图数据库只支持唯一性约束（IS UNIQUE），不支持存在、键和类型约束。")
                : Unexpected("UNIQUE");
        }

        SkipOptions();
        return new CreateIndexBody(From(start), name, ifNotExists, label, keys, IsUnique: true);
    }

    private (string Variable, string Label) ParseSchemaNode()
    {
        var start = Current.Start;
        ExpectSymbol("(");
        if (TrySymbol(")"))
        {
            return ParseSchemaRelationship();
        }

        var variable = TakeName("变量");
        ExpectSymbol(":");
        var label = TakeName("标签");
        ExpectSymbol(")");
        return (variable, label);
    }

    // ()-[r:TYPE]-(), in any direction.
    private (string Variable, string Label) ParseSchemaRelationship()
    {
        _ = TrySymbol("<");
        ExpectSymbol("-");
        ExpectSymbol("[");
        var variable = TakeName("变量");
        ExpectSymbol(":");
        var type = TakeName("关系类型");
        ExpectSymbol("]");
        ExpectSymbol("-");
        _ = TrySymbol(">");
        ExpectSymbol("(");
        ExpectSymbol(")");
        return (variable, Storage.GraphIndex.OfType(type));
    }

    private List<string> ParseSchemaKeys(string variable)
    {
        var parenthesized = TrySymbol("(");
        List<string> keys = [];
        do
        {
            var subject = TakeIdentifier("变量");
            if (!string.Equals(subject.Name, variable, StringComparison.Ordinal))
            {
                throw CypherFault.Semantic(text, subject.Span, "UndefinedVariable", $"变量 {subject.Name} 没有定义。", variable);
            }

            ExpectSymbol(".");
            keys.Add(TakeName("属性名"));
        }
        while (parenthesized && TrySymbol(","));

        if (parenthesized)
        {
            ExpectSymbol(")");
        }

        return keys;
    }

    private void SkipOptions()
    {
        if (TryWord("OPTIONS"))
        {
            _ = ParseMap();
        }
    }
}
