namespace PolicyGraph.Graph;

/// <summary>What kind of fault a statement had: the classes of the error JSON.</summary>
public enum GraphErrorClass
{
    /// <summary>The text is no Cypher.</summary>
    Syntax,

    /// <summary>It is Cypher that cannot mean anything: an unknown variable, function or procedure.</summary>
    Semantic,

    /// <summary>A value has the wrong type.</summary>
    Type,

    /// <summary>It failed while it ran.</summary>
    Runtime,

    /// <summary>A constraint was violated.</summary>
    Constraint,

    /// <summary>Division by zero, or an integer that does not fit.</summary>
    Arithmetic,

    /// <summary>A parameter is missing.</summary>
    Parameter,

    /// <summary>It writes, or asks for what is not allowed, in a session that only reads.</summary>
    Refused,

    /// <summary>Over a limit of time, rows, memory, path length or nesting.</summary>
    Limit,
}

/// <summary>A statement that was wrong, refused or failed.</summary>
public sealed class GraphException : Exception
{
    /// <summary>Creates the error of one statement.</summary>
    public GraphException(GraphErrorClass errorClass, string code, string message, int? line = null, int? column = null, string? hint = null, string? phase = null, string? detail = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Class = errorClass;
        Code = code;
        Line = line;
        Column = column;
        Hint = hint;
        Phase = phase;
        Detail = detail;
    }

    /// <summary>Its class.</summary>
    public GraphErrorClass Class { get; }

    /// <summary>In Neo4j's terms: <c>Neo.ClientError.Statement.SyntaxError</c>.</summary>
    public string Code { get; }

    /// <summary>Whether the store itself asks to do the whole transaction again: it was rolled back, and the cause has gone or will go (a deadlock).</summary>
    public bool IsTransient => Code.StartsWith("Neo.TransientError.Transaction.", StringComparison.Ordinal);

    /// <summary>Line from 1; null without a place.</summary>
    public int? Line { get; }

    /// <summary>Column from 1 in UTF-16 code units; null without a place.</summary>
    public int? Column { get; }

    /// <summary>What to write instead; null when nothing comes to mind.</summary>
    public string? Hint { get; }

    /// <summary>As the TCK names it: <c>compile time</c> or <c>runtime</c>; null where unknown.</summary>
    public string? Phase { get; }

    /// <summary>As the TCK names it: <c>UndefinedVariable</c>, <c>InvalidArgumentType</c> …; null where unknown.</summary>
    public string? Detail { get; }
}
