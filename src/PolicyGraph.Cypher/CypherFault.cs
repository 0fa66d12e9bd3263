using PolicyGraph.Graph;
using PolicyGraph.Text;

namespace PolicyGraph.Cypher;

/// <summary>Every way in which a statement can be wrong, as the exception that says so: class, Neo4j's code, and the TCK's phase and detail.</summary>
internal static class CypherFault
{
    private const string SyntaxCode = "Neo.ClientError.Statement.SyntaxError";
    private const string CompileTime = "compile time";
    private const string Runtime = "runtime";

    /// <summary>The text is no Cypher.</summary>
    public static GraphException Syntax(string text, int offset, string message, string detail = "UnexpectedSyntax") =>
        At(GraphErrorClass.Syntax, SyntaxCode, text, offset, message, null, CompileTime, detail);

    /// <summary>Cypher that cannot mean anything.</summary>
    public static GraphException Semantic(string text, TextSpan span, string detail, string message, string? hint = null, string code = SyntaxCode) =>
        At(GraphErrorClass.Semantic, code, text, span.Start, message, hint, CompileTime, detail);

    /// <summary>A value has the wrong type, and this is known before it runs.</summary>
    public static GraphException StaticType(string text, TextSpan span, string message, string detail = "InvalidArgumentType") =>
        At(GraphErrorClass.Type, SyntaxCode, text, span.Start, message, null, CompileTime, detail);

    /// <summary>A parameter that the statement names was not given.</summary>
    public static GraphException MissingParameter(string text, TextSpan span, string name) =>
        At(GraphErrorClass.Parameter, "Neo.ClientError.Statement.ParameterMissing", text, span.Start, $"缺少参数 ${name}，请随查询一起给出它的值。", null, CompileTime, "MissingParameter");

    /// <summary>The statement does what this session may not.</summary>
    public static GraphException Refused(string text, TextSpan span, string what) =>
        At(GraphErrorClass.Refused, "Neo.ClientError.Statement.AccessMode", text, span.Start, $"只读会话拒绝执行{what}；需要写入时请使用允许写入的会话。", null, CompileTime, null);

    /// <summary>Refused in every session.</summary>
    public static GraphException Forbidden(string text, TextSpan span, string what) =>
        At(GraphErrorClass.Refused, "Neo.ClientError.Security.Forbidden", text, span.Start, $"本图数据库不允许{what}，请去掉这一部分。", null, CompileTime, null);

    /// <summary>A limit of the text itself, before anything runs.</summary>
    public static GraphException TextLimit(string text, int offset, string message) =>
        At(GraphErrorClass.Limit, "Neo.ClientError.Statement.SyntaxError", text, offset, message, null, CompileTime, null);

    /// <summary>A limit was reached while it ran.</summary>
    public static GraphException Limit(string message, string code = "Neo.TransientError.General.MemoryPoolOutOfMemoryError") =>
        new(GraphErrorClass.Limit, code, message, phase: Runtime);

    /// <summary>A value turned out to have the wrong type.</summary>
    public static GraphException Type(string message, string detail = "InvalidArgumentType") =>
        new(GraphErrorClass.Type, "Neo.ClientError.Statement.TypeError", message, phase: Runtime, detail: detail);

    /// <summary>An argument has the right type and a value that cannot be used.</summary>
    public static GraphException Argument(string message, string detail = "NumberOutOfRange") =>
        new(GraphErrorClass.Runtime, "Neo.ClientError.Statement.ArgumentError", message, phase: Runtime, detail: detail);

    /// <summary>A text that a temporal or spatial function cannot read.</summary>
    public static GraphException Unreadable(string message, string detail = "InvalidArgumentValue") =>
        new(GraphErrorClass.Runtime, SyntaxCode, message, phase: Runtime, detail: detail);

    /// <summary>Division by zero, or an integer that does not fit.</summary>
    public static GraphException Arithmetic(string message) =>
        new(GraphErrorClass.Arithmetic, "Neo.ClientError.Statement.ArithmeticError", message, phase: Runtime, detail: "NumberOutOfRange");

    /// <summary>A node or relationship that the statement deleted is looked into.</summary>
    public static GraphException Deleted(string what) =>
        new(GraphErrorClass.Runtime, "Neo.ClientError.Statement.EntityNotFound", $"{what}已在本语句中删除，不能再读取它的内容。", phase: Runtime, detail: "DeletedEntityAccess");

    /// <summary>shortestPath() between a node and itself.</summary>
    public static GraphException SameEnds() =>
        new(GraphErrorClass.Runtime, "Neo.DatabaseError.Statement.ExecutionFailed", "shortestPath 的起点和终点是同一个节点，无法计算；请在 WHERE 里写 起点 <> 终点，或用 *0.. 允许长度为 0。", phase: Runtime, detail: "InvalidArgumentValue");

    /// <summary>MERGE on NaN could never find what it made.</summary>
    public static GraphException MergeOnNaN(string key) =>
        new(GraphErrorClass.Semantic, "Neo.ClientError.Statement.SemanticError", $"MERGE 的属性 {key} 为 NaN，它不等于任何值，无法据此查找；请先过滤掉它。", phase: Runtime, detail: "MergeReadOwnWrites");

    /// <summary>A label, type or property key without a character.</summary>
    public static GraphException EmptyName() =>
        new(GraphErrorClass.Semantic, SyntaxCode, "标签、关系类型和属性名不能是空字符串。", phase: Runtime, detail: "InvalidTokenName");

    /// <summary>MERGE on a null property could never find what it made.</summary>
    public static GraphException MergeOnNull(string key) =>
        new(GraphErrorClass.Semantic, "Neo.ClientError.Statement.SemanticError", $"MERGE 的属性 {key} 为 null，无法据此查找或创建；请先过滤掉空值。", phase: Runtime, detail: "MergeReadOwnWrites");

    /// <summary>A node would be left with dangling relationships.</summary>
    public static GraphException StillConnected(long node) =>
        new(GraphErrorClass.Constraint, "Neo.ClientError.Schema.ConstraintValidationFailed", $"节点 {node} 仍有关系，不能删除；请先删除关系，或使用 DETACH DELETE。", phase: Runtime, detail: "DeleteConnectedNode");

    private static GraphException At(GraphErrorClass errorClass, string code, string text, int offset, string message, string? hint, string phase, string? detail)
    {
        var (line, column) = Place(text, offset);
        return new GraphException(errorClass, code, message, line, column, hint, phase, detail);
    }

    /// <summary>Line and column of a place in a text, both from 1.</summary>
    public static (int Line, int Column) Place(string text, int offset)
    {
        offset = Math.Min(offset, text.Length);
        var line = 1;
        var start = 0;
        for (var i = 0; i < offset; i++)
        {
            if (text[i] == '\n')
            {
                line++;
                start = i + 1;
            }
        }

        return (line, offset - start + 1);
    }
}
