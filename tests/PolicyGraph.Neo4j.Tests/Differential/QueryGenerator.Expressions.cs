namespace PolicyGraph.Neo4j.Tests.Differential;

/// <summary>Expressions by what they give; <c>node</c> is a node variable in scope, or null.</summary>
internal sealed partial class QueryGenerator
{
    private string Any(string? node, int depth) => random.Next(9) switch
    {
        0 or 1 => Number(node, depth),
        2 or 3 => Text(node, depth),
        4 => Truth(node, depth),
        5 => ListOf(depth, node),
        6 => Temporal(node),
        7 => Use(Production.Map, $"{{a: {Number(node, 0)}, b: {Text(node, 0)}}}"),
        _ => node is null ? Use(Production.Null, "null") : Property(node, Pick("id", "title", "year", "share", "tags", "issued", "name", "founded", "place", "lasts", "binding", "opens", "closes", "seen", "days", "marks", "ok", "nope")),
    };

    private string Comparable(string node) => Pick(Number(node, 1), Text(node, 1), Property(node, Pick("year", "share", "title", "issued", "tags", "nope", "lasts", "founded", "days", "place")), Temporal(null));

    private static string Property(string node, string key) => Use(Production.PropertyAccess, $"{node}.{key}");

    private string Number(string? node, int depth)
    {
        if (depth > 0)
        {
            switch (random.Next(8))
            {
                case 0: return Use(Production.Add, $"({Number(node, depth - 1)} + {Number(node, depth - 1)})");
                case 1: return Use(Production.Subtract, $"({Number(node, depth - 1)} - {Number(node, depth - 1)})");
                case 2: return Use(Production.Multiply, $"({Number(node, depth - 1)} * {Number(node, depth - 1)})");
                case 3: return Use(Production.Divide, $"({Number(node, depth - 1)} / {Pick("2", "3", "-4", "0.5", "7.0")})");
                case 4: return Use(Production.Modulo, $"({Number(node, depth - 1)} % {Pick("2", "5", "-3", "1.5")})");
                case 5: return Use(Production.NumberFunction, Pick($"abs({Number(node, depth - 1)})", $"sign({Number(node, depth - 1)})", $"round({Number(node, depth - 1)}, 2)", $"floor({Number(node, depth - 1)})", $"ceil({Number(node, depth - 1)})", $"sqrt(abs({Number(node, depth - 1)}))"));
                case 6: return Use(Production.Conversion, Pick($"toInteger({Text(node, depth - 1)})", $"toFloat({Number(node, depth - 1)})", $"size({Text(node, depth - 1)})"));
                default: return Use(Production.CaseGeneric, $"CASE WHEN {Truth(node, depth - 1)} THEN {Number(node, 0)} ELSE {Number(node, 0)} END");
            }
        }

        return node is not null && Chance(0.5) ? Property(node, Pick("id", "year", "share")) : random.Next(7) switch
        {
            0 => Use(Production.Fraction, Pick("1.5", "0.25", "-2.75", "100.0", ".5")),
            1 => Use(Production.Exponent, Pick("1e3", "2.5E-2", "1E2")),
            2 => Use(Production.Hexadecimal, Pick("0x1F", "0xff")),
            3 => Use(Production.Octal, "0o17"),
            4 => Use(Production.Null, "null"),
            _ => Use(Production.WholeNumber, Pick("0", "1", "2", "7", "-3", "42", "1_000")),
        };
    }

    private string Text(string? node, int depth)
    {
        if (depth > 0)
        {
            switch (random.Next(5))
            {
                case 0: return Use(Production.TextFunction, Pick($"toUpper({Text(node, depth - 1)})", $"toLower({Text(node, depth - 1)})", $"trim({Text(node, depth - 1)})", $"reverse({Text(node, depth - 1)})", $"left({Text(node, depth - 1)}, {random.Next(4)})", $"right({Text(node, depth - 1)}, {random.Next(4)})", $"substring({Text(node, depth - 1)}, {random.Next(3)})", $"replace({Text(node, depth - 1)}, 'a', 'é')"));
                case 1: return Use(Production.Add, $"({Text(node, depth - 1)} + {Text(node, depth - 1)})");
                case 2: return Use(Production.Concatenate, $"({Text(node, depth - 1)} || {Text(node, depth - 1)})");
                case 3: return Use(Production.Conversion, $"toString({Pick(Number(node, depth - 1), Truth(node, depth - 1), Temporal(node))})");
                default: return Use(Production.Coalesce, $"coalesce({Property(node ?? "{}", "nope")}, {Text(node, depth - 1)})");
            }
        }

        return node is not null && Chance(0.4) ? Property(node, Pick("title", "name")) : random.Next(6) switch
        {
            0 => Use(Production.Escape, Pick(@"'it\'s'", @"'tab\t'", @"'\u4e2d'", @"""q\""q""", @"'back\\'")),
            1 => Use(Production.Null, "null"),
            _ => Use(Production.Text, Pick("'绿色工厂'", "'abc'", "''", "\"Green\"", "'A b,c'", "'12'", "'-7.5'", "'ü'")),
        };
    }

    private string Truth(string? node, int depth)
    {
        if (depth > 0)
        {
            switch (random.Next(9))
            {
                case 0: return Use(Production.And, $"({Truth(node, depth - 1)} AND {Truth(node, depth - 1)})");
                case 1: return Use(Production.Or, $"({Truth(node, depth - 1)} OR {Truth(node, depth - 1)})");
                case 2: return Use(Production.Xor, $"({Truth(node, depth - 1)} XOR {Truth(node, depth - 1)})");
                case 3: return Use(Production.Not, $"NOT ({Truth(node, depth - 1)})");
                case 4: return Use(Production.Less, $"{Number(node, depth - 1)} < {Number(node, depth - 1)}");
                case 5: return Use(Production.Equal, $"{Any(node, depth - 1)} = {Any(node, depth - 1)}");
                case 6: return Use(Production.Contains, $"{Text(node, depth - 1)} CONTAINS {Text(node, 0)}");
                case 7: return Use(Production.IsNull, $"{Any(node, depth - 1)} IS NULL");
                default: return Use(Production.In, $"{Number(node, 0)} IN {ListOf(1, node)}");
            }
        }

        return node is not null && Chance(0.3) ? Property(node, "binding") : Pick(Use(Production.True, "true"), Use(Production.False, "false"), Use(Production.Null, "null"), Use(Production.Greater, $"{Number(node, 0)} > 2"));
    }

    private string ListOf(int depth, string? node = null) => random.Next(6) switch
    {
        0 => Use(Production.ListFunction, Pick($"range({random.Next(3)}, {random.Next(6)})", $"reverse([{Number(node, 0)}, {Number(node, 0)}])", $"tail([{Number(node, 0)}, {Text(node, 0)}])", $"split({Text(node, 0)}, ',')", $"toStringList([{Number(node, 0)}, {Text(node, 0)}])")),
        1 when depth > 0 => Use(Production.ListComprehension, $"[x IN {ListOf(depth - 1, node)} WHERE x IS NOT NULL | [x]]"),
        2 when depth > 0 => Use(Production.Slice, $"{ListOf(depth - 1, node)}[{Pick("0..1", "1..", "..2", "-1..", "..-1")}]"),
        3 when node is not null => Property(node, Pick("tags", "tags", "days", "marks", "ok")),
        _ => Use(Production.List, $"[{string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(_ => Chance(0.7) ? Number(node, 0) : Text(node, 0)))}]"),
    };

    private string Temporal(string? node) => random.Next(6) switch
    {
        0 when node is not null => Property(node, Pick("issued", "founded", "opens", "closes", "seen", "lasts")),
        1 => Use(Production.TemporalFunction, Pick("localtime('10:11:12.5')", "time('10:11:12+08:00')", "localdatetime('2024-02-29T10:11:12')", "datetime('2024-02-29T10:11:12+08:00')", "datetime('2024-03-30T02:30[Europe/Berlin]')")),
        2 => Use(Production.TemporalMap, Pick("date({year: 2024, month: 2, day: 29})", "date({year: 2024, week: 9})", "date({year: 2023, quarter: 3})", "localtime({hour: 7, minute: 5})", "datetime({year: 2024, month: 5, day: 6, timezone: 'Asia/Shanghai'})")),
        3 => Use(Production.Add, $"(date('2024-01-31') + {Use(Production.Duration, Pick("duration('P1M')", "duration({days: 3})", "duration('P1Y-2D')", "duration('PT36H')"))})"),
        4 => Use(Production.Duration, Pick("duration('P1Y2M3DT4H5M6.7S')", "duration({months: 1.5})", "duration('PT0S')")),
        _ => Use(Production.TemporalFunction, Pick("date('2024-02-29')", "date('2021-W05-3')", "date('20240115')", "date('1999-365')")),
    };
}
