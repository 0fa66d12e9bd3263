using System.Text;

namespace PolicyGraph.Cli.Output;

/// <summary>Standard output and standard error as UTF-8, with whatever could steer a terminal made visible.</summary>
public static class Terminal
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Standard output; flushed by <see cref="Flush"/>.</summary>
    public static TextWriter Out { get; } = new StreamWriter(Console.OpenStandardOutput(), Utf8, 1 << 16);

    /// <summary>Standard error, unbuffered.</summary>
    public static TextWriter Error { get; } = new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true };

    /// <summary>Writes what is still buffered.</summary>
    public static void Flush() => Out.Flush();

    /// <summary>One line for people.</summary>
    public static void Line(string text = "") => Out.WriteLine(Visible(text));

    /// <summary>One line on standard error: line breaks inside become blanks.</summary>
    public static void Fault(string text) => Error.WriteLine(Visible(text, keepLines: false));

    /// <summary>The text with control characters shown as escapes, so that a file's name or a quoted word cannot steer the terminal.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="keepLines">Whether line feeds and tabs stay.</param>
    public static string Visible(string text, bool keepLines = true)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001f') && !text.AsSpan().ContainsAnyInRange('\u007f', '\u009f'))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                '\n' or '\t' when keepLines => visible.Append(c),
                '\r' or '\n' or '\t' => visible.Append(' '),
                < ' ' or (>= '\u007f' and <= '\u009f') => visible.Append($"\\u{(int)c:x4}"),
                _ => visible.Append(c),
            };
        }

        return visible.ToString();
    }

    /// <summary>A quotation on one line: white space squeezed, cut to a length with an ellipsis.</summary>
    public static string Quote(string text, int length = 80)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= length ? line : string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[length - 1]) ? length - 1 : length), "…");
    }
}
