using System.Globalization;
using System.Text.RegularExpressions;
using PolicyGraph.Graph;

namespace PolicyGraph.Neo4j.Tests.Differential;

/// <summary>What one store answered, in a form in which equal answers are equal texts.</summary>
/// <param name="Text">Columns and rows, counters and the graph afterwards; or the class of the error.</param>
/// <param name="Detail">The error's own words; empty without one.</param>
internal sealed partial record Answered(string Text, string Detail)
{
    /// <summary>Runs a statement; one that writes in a transaction that is taken back.</summary>
    public static async Task<Answered> AskAsync(IGraphDatabase graph, GeneratedQuery query)
    {
        try
        {
            if (!query.Writes)
            {
                return new Answered(Rows(query, await graph.ExecuteAsync(new GraphQuery(query.Text, query.Parameters))), string.Empty);
            }

            await using var transaction = await graph.BeginTransactionAsync(GraphAccess.Write);
            var result = await transaction.RunAsync(new GraphQuery(query.Text, query.Parameters, GraphAccess.Write));
            return new Answered($"{Rows(query, result)}\n{result.Statistics}\n{await GraphAsync(transaction)}", string.Empty);
        }
        catch (GraphException error)
        {
            return new Answered($"error {(graph is Neo4jGraphDatabase ? ClassOf(error.Code, error.Message) : error.Class.ToString())}", $"{error.Code}: {error.Message}");
        }
    }

    private static string Rows(GeneratedQuery query, GraphResult result)
    {
        var rows = result.Rows.Select(r => string.Join(" | ", r.Select(Value)));
        return string.Join('\n', [string.Join(" | ", result.Columns), .. query.IsOrdered ? rows : rows.Order(StringComparer.Ordinal)]);
    }

    private static async Task<string> GraphAsync(IGraphTransaction transaction)
    {
        var nodes = await transaction.RunAsync(new GraphQuery("MATCH (n) RETURN n"));
        var relationships = await transaction.RunAsync(new GraphQuery("MATCH (a)-[r]->(b) RETURN a, r, b"));
        return string.Join('\n', [.. nodes.Rows.Concat(relationships.Rows).Select(r => string.Join(' ', r.Select(Value))).Order(StringComparer.Ordinal)]);
    }

    // Twelve digits: what two implementations of a sine may differ in lies behind them.
    private static string Value(GraphValue value) => value switch
    {
        NullValue => "null",
        FloatValue f => (f.Value == 0 ? 0.0 : f.Value).ToString("G12", CultureInfo.InvariantCulture) + "f",
        IntegerValue i => i.Value.ToString(CultureInfo.InvariantCulture),
        ListValue l => $"[{string.Join(", ", l.Values.Select(Value))}]",
        MapValue m => Entries(m.Entries),
        Node n => $"(:{string.Join(':', n.Labels.Order(StringComparer.Ordinal))} {Entries(n.Properties)})",
        Relationship r => $"[:{r.Type} {Entries(r.Properties)}]",
        Graph.Path p => $"<{string.Join(", ", p.Nodes.Select(Value))}; {string.Join(", ", p.Relationships.Select((r, i) => Value(r) + (r.StartId == p.Nodes[i].Id ? ">" : "<")))}>",
        PointValue p => $"point {p.Srid} {Value(p.X)} {Value(p.Y)} {(p.Z is { } z ? Value(z) : string.Empty)}",
        StringValue s => $"'{s.Value}'",
        BooleanValue b => b.Value ? "true" : "false",
        _ => $"{value.GetType().Name} {value}",
    };

    private static string Entries(IReadOnlyDictionary<string, GraphValue> entries) => $"{{{string.Join(", ", entries.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key}: {Value(e.Value)}"))}}}";

    // The server gives one code to all that it finds before running; its words tell the kinds apart.
    private static string ClassOf(string code, string message) => code switch
    {
        "Neo.ClientError.Statement.SyntaxError" => ParserWords().IsMatch(message) ? "Syntax" : TypeWords().IsMatch(message) ? "Type" : ReadingWords().IsMatch(message) ? "Runtime" : "Semantic",
        "Neo.ClientError.Statement.SemanticError" => message.StartsWith("Invalid Regex", StringComparison.Ordinal) ? "Runtime" : "Semantic",
        "Neo.ClientError.Procedure.ProcedureNotFound" => "Semantic",
        "Neo.ClientError.Statement.TypeError" => "Type",
        "Neo.ClientError.Statement.ArithmeticError" => "Arithmetic",
        "Neo.ClientError.Statement.ParameterMissing" => "Parameter",
        "Neo.ClientError.Statement.ConstraintVerificationFailed" => "Constraint",
        "Neo.DatabaseError.General.UnknownError" when message.StartsWith("Lexical error", StringComparison.Ordinal) => "Syntax",
        _ => code.Contains(".Schema.", StringComparison.Ordinal) ? "Constraint" : "Runtime",
    };

    [GeneratedRegex(@"^(Invalid input '(?!.*is not a valid)|Unexpected end of input|Failed to parse|Invalid unicode|Query cannot|Expected exactly one statement|[Ii]nvalid literal|Unknown operation|integer is too large|The octal integer literal|The start or end)")]
    private static partial Regex ParserWords();

    [GeneratedRegex("^(Type mismatch|Property values can only|It is not possible to cast)")]
    private static partial Regex TypeWords();

    [GeneratedRegex("^(Text cannot be parsed|Invalid date|Invalid value for|A map with keys)")]
    private static partial Regex ReadingWords();
}
