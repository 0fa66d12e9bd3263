namespace PolicyGraph.Ontology.Yaml;

/// <summary>What is wrong with a data file, and where.</summary>
/// <param name="File">The file as it was named by the caller.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Message">What is wrong and what was expected, in Chinese.</param>
public sealed record YamlFault(string File, int Line, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File} 第 {Line} 行：{Message}";
}

/// <summary>A data file that cannot be used: its first fault, with file and line.</summary>
public sealed class YamlException : Exception
{
    /// <summary>Creates the exception for one fault.</summary>
    public YamlException(YamlFault fault, Exception? innerException = null)
        : base(fault?.ToString(), innerException)
    {
        ArgumentNullException.ThrowIfNull(fault);
        Fault = fault;
    }

    /// <summary>The fault.</summary>
    public YamlFault Fault { get; }
}
