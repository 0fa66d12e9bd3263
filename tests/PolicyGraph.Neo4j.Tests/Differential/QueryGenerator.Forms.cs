using PolicyGraph.Graph;

namespace PolicyGraph.Neo4j.Tests.Differential;

/// <summary>One expression of each form, with parts of any kind.</summary>
internal sealed partial class QueryGenerator
{
    private string Around(string n, Production production) => Use(production, production switch
    {
        Production.Or or Production.Xor or Production.And => $"{Truth(n, 1)} {production.ToString().ToUpperInvariant()} {Truth(n, 1)}",
        Production.Not => $"NOT {Truth(n, 1)}",
        Production.Equal => $"{Any(n, 1)} = {Any(n, 1)}",
        Production.NotEqual => $"{Any(n, 1)} <> {Any(n, 1)}",
        Production.Less or Production.LessOrEqual or Production.Greater or Production.GreaterOrEqual => Compared(n, production switch { Production.Less => "<", Production.LessOrEqual => "<=", Production.Greater => ">", _ => ">=" }),
        Production.ComparisonChain => $"{Number(n, 0)} < {Number(n, 1)} {Pick("<", "<=", "=", "<>")} {Number(n, 0)}",
        Production.StartsWith => $"{Text(n, 1)} STARTS WITH {Text(n, 0)}",
        Production.EndsWith => $"{Text(n, 1)} ENDS WITH {Text(n, 0)}",
        Production.Contains => $"{Text(n, 1)} CONTAINS {Text(n, 0)}",
        Production.Matches => $"{Text(n, 1)} =~ {Pick("'.*'", "'[a-z]+'", @"'\\d+'", @"'.*\\d$'", "'(?i)GREEN.*'", @"'\\w*'", "'绿.*'", @"'[^\\s]*'")}",
        Production.In => $"{Any(n, 0)} IN {ListOf(1, n)}",
        Production.IsNull => $"{Any(n, 1)} IS NULL",
        Production.IsNotNull => $"{Any(n, 1)} IS NOT NULL",
        Production.IsTyped => $"{Any(n, 1)} IS :: {TypeName()}",
        Production.IsNotTyped => $"{Any(n, 1)} IS NOT {Pick("::", "TYPED")} {TypeName()}",
        Production.IsNormalized => $"{Text(n, 1)} IS {Pick(string.Empty, "NOT ")}{Pick(string.Empty, "NFC ", "NFD ")}NORMALIZED",
        Production.LabelPredicate => $"{n}:{Pick("Policy", "Policy|Firm", "Document&!Policy", "Nope", "%")}",
        Production.IsLabelled => $"{n} IS {Pick("Policy", "Policy|Firm", "Nope", "%")}",
        Production.ShortestPathExpression => $"length({Pick("shortestPath", "head(allShortestPaths")}(({n})-[:{Types()}*..4]-({n})){Pick(string.Empty, ")")})",
        Production.NestedComprehension => $"[x IN {ListOf(1, n)} | [y IN {ListOf(0, n)} WHERE y {Pick("=", "<>", "<")} x | {Pick("y", "x", "[x, y]")}]]",
        Production.DynamicProperty => $"{n}[{Pick("'ti' + 'tle'", "toLower('ID')", Text(n, 1), "head(keys({share: 1}))")}]",
        Production.CaseSeveral => $"CASE {Any(n, 0)} WHEN {Any(n, 0)}, {Any(n, 0)} THEN {Any(n, 0)} WHEN {Pick("IS NOT NULL", "< 3", ">= 'a'", "= 1", "<> 2", "IS :: STRING", "STARTS WITH 'a'", "IN [1, 2]")} THEN 'second' ELSE {Any(n, 0)} END",
        Production.TemporalParameter => Pick($"{GivenAs(Temporals())} {Pick("=", "<", ">=", "<>")} {Temporal(n)}", $"{GivenAs(Temporals())} + duration('P1M1DT1H')", $"toString({GivenAs(Temporals())})", $"[{GivenAs(Temporals())}, {n}.issued]", $"{n}.issued = {GivenAs(Temporals())}"),
        Production.Infinity => Pick("INF", "NaN", "-INF", "Infinity", "INF > 1e308", "NaN = NaN"),
        Production.Normalize => Pick($"normalize({Text(n, 1)})", "normalize('e\\u0301\\ufb01', NFC) = 'é\\ufb01'", "normalize('\\uff21\\uff11', NFKC)", "size(normalize('é가', NFD))", "normalize('①㎡ﾃﾞ', NFKD)", "normalize(null, NFC)"),
        Production.Trim => Pick($"trim({Pick("BOTH", "LEADING", "TRAILING")} {Pick("'绿'", "'a'", string.Empty)} FROM {Text(n, 1)})", $"{Pick("btrim", "ltrim", "rtrim")}({Text(n, 1)}{Pick(string.Empty, ", 'ab'", ", ' '")})", $"trim('x' FROM {Text(n, 0)})"),
        Production.Add => Pick($"{Number(n, 1)} + {Number(n, 1)}", $"{Text(n, 0)} + {Number(n, 1)}", $"{ListOf(1, n)} + {Any(n, 0)}", $"{ListOf(1, n)} + {ListOf(1, n)}", "date('2024-01-31') + duration('P1M')"),
        Production.Subtract => Pick($"{Number(n, 1)} - {Number(n, 1)}", "datetime('2024-03-31T03:00[Europe/Berlin]') - duration('PT2H')", $"{n}.issued - duration('P1M1D')"),
        Production.Multiply => Pick($"{Number(n, 1)} * {Number(n, 1)}", "duration('P1M2DT3S') * 3", "2.5 * duration('P1M')"),
        Production.Divide => Pick($"{Number(n, 1)} / {Pick("2", "-7", "0.3")}", "duration('P7M3D') / 2", $"{Number(n, 1)} / 0.0"),
        Production.Modulo => $"{Number(n, 1)} % {Pick("3", "-4", "2.5", "0.0")}",
        Production.Power => $"{Number(n, 0)} ^ {Pick("2", "0.5", "-1", "3")}",
        Production.Concatenate => Pick($"{Text(n, 1)} || {Text(n, 0)}", $"{ListOf(1, n)} || {ListOf(1, n)}"),
        Production.Minus => $"-({Number(n, 0)})",
        Production.Plus => $"+{Number(n, 0)}",
        Production.PropertyAccess => Pick($"{n}.{Pick("id", "title", "nope", "place")}", $"{{a: {{b: {Any(n, 0)}}}}}.a.b", $"{n}.place.{Pick("longitude", "y", "crs", "srid")}"),
        Production.Index => Pick($"{ListOf(1, n)}[{Pick("0", "-1", "5", "null")}]", $"{{a: {Any(n, 0)}, b: 2}}[{Pick("'a'", "'b'", "'c'")}]", $"{n}[{Pick("'id'", "'title'", "'nope'")}]"),
        Production.Slice => $"{ListOf(1, n)}[{Pick("0..2", "..-1", "1..", "-2..-1", "null..1", "5..9")}]",
        Production.CaseSimple => $"CASE {Number(n, 0)} WHEN {Number(n, 0)} THEN {Any(n, 0)} WHEN {Pick("> 2", "IS NULL", "1, 2")} THEN 'two' ELSE {Any(n, 0)} END",
        Production.CaseGeneric => $"CASE WHEN {Truth(n, 1)} THEN {Any(n, 1)} WHEN {Truth(n, 1)} THEN {Any(n, 0)}{Pick(string.Empty, " ELSE 'e'")} END",
        Production.ListComprehension => $"[x IN {ListOf(1, n)}{Pick(string.Empty, " WHERE x IS NOT NULL", " WHERE x > 1")}{Pick(string.Empty, " | [x, 1]", " | toString(x)")}]",
        Production.PatternComprehension => $"size([({n})-[r:{Types()}]{Pick("->", "-")}(m) {Pick(string.Empty, "WHERE m.id > 3 ")}| m.id])",
        Production.All or Production.Any or Production.None or Production.ExactlyOne => $"{(production == Production.ExactlyOne ? "single" : production.ToString().ToLowerInvariant())}(x IN {ListOf(1, n)} WHERE {Pick("x > 1", "x IS NOT NULL", "x = 2", "x <> 'abc'")})",
        Production.Reduce => $"reduce(s = {Pick("0", "''", "1.5", "[]")}, x IN {Pick("[1, 2, 3]", "range(1, 4)", "[]", "null")} | s + x)",
        Production.MapProjection => $"{n} {{.id, {Pick(".title", "t: 1 + 1", ".nope")}, k: {Any(n, 0)}}}",
        Production.MapProjectionAll => $"{n} {{.*{Pick(string.Empty, ", extra: 1", ", id: null")}}}",
        Production.Exists => $"EXISTS {{ {Pick($"({n})-[:{Types()}]->()", $"MATCH ({n})-[:{Types()}]-(m) WHERE m.id > {random.Next(9)}", $"({n})<--(:Firm)")} }}",
        Production.Count => $"COUNT {{ {Pick($"({n})--()", $"MATCH ({n})-[:{Types()}]->(m) RETURN DISTINCT m", $"({n})<-[:NEXT]-()")} }}",
        Production.Collect => $"COLLECT {{ MATCH ({n})-[:{Types()}]-(m) RETURN m.id ORDER BY m.id{Pick(string.Empty, " LIMIT 1")} }}",
        Production.PatternPredicate => $"exists(({n})-[:{Types()}]->()) AND {Truth(n, 0)}",
        Production.Parameter => GivenAs(Pick<GraphValue>(1L, 2.5, "abc", true, GraphValue.Null, GraphValue.ListOf((IEnumerable<GraphValue>)[1L, 2L]), GraphValue.MapOf(("a", 1L)))),
        Production.WholeNumber => Pick("7", "-12", "0", "9223372036854775807", "-9223372036854775808"),
        Production.Hexadecimal => Pick("0xFF", "-0x10"),
        Production.Octal => Pick("0o755", "-0o7"),
        Production.Fraction => Pick("1.25", "-.5", "3.0", "0.1"),
        Production.Exponent => Pick("1e10", "-2.5e-3", "1E5"),
        Production.Text => Pick("'文'", "\"double\"", "''"),
        Production.Escape => Pick(@"'a\nb'", @"'\u4e2d\u6587'", @"'\\'", @"""\""""", @"'\x'"),
        Production.True => "TRUE",
        Production.False => "False",
        Production.Null => "NULL",
        Production.List => $"[{Any(n, 0)}, [{Any(n, 0)}], {Any(n, 1)}]",
        Production.Map => $"{{a: {Any(n, 1)}, `b c`: {Any(n, 0)}}}",
        Production.Comment => $"/* one */ {Number(n, 0)} // two\n + 1",
        Production.QuotedName => $"{{`键 1`: {Number(n, 0)}}}.`键 1`",
        _ => Called(n, production),
    });

    private string Compared(string n, string op) => Pick($"{Number(n, 1)} {op} {Number(n, 1)}", $"{Text(n, 1)} {op} {Text(n, 0)}", $"{Temporal(n)} {op} {Temporal(n)}", $"{Any(n, 0)} {op} {Any(n, 0)}", $"{ListOf(1, n)} {op} {ListOf(1, n)}");

    private string TypeName() => Pick("INTEGER", "STRING", "FLOAT NOT NULL", "LIST<ANY>", "LIST<INTEGER>", "BOOLEAN", "DATE", "ANY", "MAP", "INTEGER | STRING", "ZONED DATETIME", "DURATION", "POINT", "PROPERTY VALUE", "LIST<INTEGER NOT NULL>");

    private GraphValue Temporals() => Pick<GraphValue>(
        new DateValue(19782), new LocalTimeValue(36_672_500_000_000), new TimeValue(36_672_000_000_000, 28800), new LocalDateTimeValue(19782, 36_672_000_000_000), new DateTimeValue(19782, 36_672_000_000_000, 28800),
        new DateTimeValue(19782, 36_672_000_000_000, 28800, "Asia/Shanghai"), new DurationValue(14, 3, 3661, 500_000_000), new PointValue(7203, 1, 2), GraphValue.ListOf((IEnumerable<GraphValue>)[new DateValue(0), new DateValue(-1)]));

    private string GivenAs(GraphValue value)
    {
        var name = Name("p");
        parameters[name] = value;
        return $"${name}";
    }
}
