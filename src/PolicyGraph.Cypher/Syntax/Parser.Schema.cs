using PolicyGraph.Graph;
using PolicyGraph.Text;

namespace PolicyGraph.Cypher.Syntax;

/// <summary>Schema commands: indexes and constraints on nodes and relationships.</summary>
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

        if (clauses.Count == 1 && At("RETURN") && TryClause() is ReturnClause result)
        {
            // Here * keeps the order of YIELD.
            var body = result.Body;
            List<ProjectionItem> yielded = [.. (yield ?? []).Select(y => new ProjectionItem(y.Span, new Variable(y.Variable.Span, y.Variable.Name), null, y.Variable.Name))];
            clauses.Add(body.IncludesAll && yielded.Count > 0 ? result with { Body = body with { IncludesAll = false, Items = [.. yielded, .. body.Items] } } : result);
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
        var (variable, label, ofRelationships) = ParseSchemaEntity();
        ExpectWord("ON");
        var keys = ParseSchemaKeys(variable);
        SkipOptions();
        return new CreateIndexBody(From(start), name, ifNotExists, label, keys, IsUnique: false, ofRelationships, IsRequired: false);
    }

    private CreateIndexBody ParseCreateConstraint(int start)
    {
        var (name, ifNotExists) = ParseSchemaName();
        if (TryWord("ON"))
        {
            throw CypherFault.Semantic(text, From(start), "InvalidSyntax", "旧写法 CREATE CONSTRAINT ON … ASSERT 已不再支持。", "CREATE CONSTRAINT FOR (n:标签) REQUIRE n.属性 IS UNIQUE");
        }

        ExpectWord("FOR");
        var (variable, label, ofRelationships) = ParseSchemaEntity();
        ExpectWord("REQUIRE");
        var keys = ParseSchemaKeys(variable);
        ExpectWord("IS");
        var isRequired = TryWords("NOT", "NULL");
        var isKey = false;
        if (!isRequired)
        {
            var named = Current;
            if ((TryWord("NODE") && ofRelationships) || ((TryWord("RELATIONSHIP") || TryWord("REL")) && !ofRelationships))
            {
                throw CypherFault.Semantic(text, new TextSpan(named.Start, named.End), "InvalidSyntax", $"约束的对象是{(ofRelationships ? "关系" : "节点")}，这里不能写 {named.Value}。");
            }

            isKey = TryWord("KEY");
            if (!isKey && !TryWord("UNIQUE"))
            {
                throw AtSymbol("::") || At("TYPED") ? CypherFault.Forbidden(text, From(start), "创建属性类型约束") : Unexpected("UNIQUE、NOT NULL 或 KEY");
            }
        }
        else if (keys.Count > 1)
        {
            throw CypherFault.Semantic(text, From(start), "InvalidSyntax", "IS NOT NULL 约束只能写一个属性；请为每个属性各建一个约束。");
        }

        SkipOptions();
        return new CreateIndexBody(From(start), name, ifNotExists, label, keys, IsUnique: !isRequired, ofRelationships, IsRequired: isRequired || isKey);
    }

    // (n:Label), ()-[r:TYPE]-(), ()-[r:TYPE]->(), ()<-[r:TYPE]-()
    private (string Variable, string Label, bool OfRelationships) ParseSchemaEntity()
    {
        ExpectSymbol("(");
        if (TrySymbol(")"))
        {
            var isLeft = TrySymbol("<");
            ExpectSymbol("-");
            ExpectSymbol("[");
            var relationship = TakeName("变量");
            ExpectSymbol(":");
            var type = TakeName("关系类型");
            ExpectSymbol("]");
            ExpectSymbol("-");
            _ = !isLeft && TrySymbol(">");
            ExpectSymbol("(");
            ExpectSymbol(")");
            return (relationship, type, true);
        }

        var variable = TakeName("变量");
        ExpectSymbol(":");
        var label = TakeName("标签");
        ExpectSymbol(")");
        return (variable, label, false);
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
