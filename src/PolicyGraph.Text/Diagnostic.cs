namespace PolicyGraph.Text;

/// <summary>How much a <see cref="Diagnostic"/> matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is lost.</summary>
    Info,

    /// <summary>Something was left out, guessed or cut; the rest stands.</summary>
    Warning,

    /// <summary>What was asked could not be done.</summary>
    Error,
}

/// <summary>A remark to the author of an input: what is wrong, where, and what was expected.</summary>
/// <param name="Code">Stable id, three capitals and three digits: <c>RDR012</c>.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">One sentence in Chinese; it names the thing and the way out.</param>
/// <param name="Span">Where in the text; null when it is about the whole document.</param>
public sealed record Diagnostic(string Code, Severity Severity, string Message, TextSpan? Span = null);
