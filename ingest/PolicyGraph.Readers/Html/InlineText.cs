using System.Buffers;

namespace PolicyGraph.Readers.Html;

/// <summary>Writes running text as a browser sets it: white space folded, none at a line's ends.</summary>
/// <remarks>
/// A line end in the source between two Chinese characters is nothing (CSS Text, segment breaks), not a blank.
/// Where it ends a sentence or an empty line follows it stays a line end, since pages made from plain text number their provisions so.
/// </remarks>
internal sealed class InlineText(DocumentBuilder output)
{
    private static readonly SearchValues<char> Numerals = SearchValues.Create("一二三四五六七八九十百零〇");

    private enum Gap
    {
        None,
        Blank,
        LineEnd,
        EmptyLine,
    }

    private Gap gap;

    /// <summary>Where the current line or cell begins: no white space is written there.</summary>
    public int LineStart { get; set; }

    /// <summary>Writes a text node.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        var from = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not (' ' or '\t' or '\n' or '\r' or '\f'))
            {
                continue;
            }

            if (i > from)
            {
                WriteGap(text[from..]);
                output.Append(text[from..i]);
            }

            if (i < text.Length)
            {
                Widen(text[i]);
            }

            from = i + 1;
        }
    }

    /// <summary>Writes preformatted text.</summary>
    public void AppendAsIs(ReadOnlySpan<char> text)
    {
        Forget();
        output.Append(text);
    }

    /// <summary>A line end that the page asks for.</summary>
    public void Break()
    {
        Forget();
        if (output.Length > LineStart && output.Last != '\n')
        {
            output.Append('\n');
        }
    }

    /// <summary>Drops white space that was waiting for words.</summary>
    public void Forget() => gap = Gap.None;

    private void Widen(char space) => gap = space switch
    {
        '\n' => gap is Gap.LineEnd or Gap.EmptyLine ? Gap.EmptyLine : Gap.LineEnd,
        _ => gap == Gap.None ? Gap.Blank : gap,
    };

    private void WriteGap(ReadOnlySpan<char> next)
    {
        var waiting = gap;
        gap = Gap.None;
        if (waiting == Gap.None || output.Length <= LineStart || output.Last is '\n' or '\t' or ' ')
        {
            return;
        }

        if (waiting == Gap.Blank || !IsWide(output.Last) || !IsWide(next[0]))
        {
            output.Append(waiting == Gap.EmptyLine ? '\n' : ' ');
        }
        else if (waiting == Gap.EmptyLine || output.Last is '。' or '！' or '？' or '；' or '：' || IsNumber(next))
        {
            output.Append('\n');
        }
    }

    private static bool IsWide(char c) => c is (>= '\u2e80' and <= '\ud7ff') or (>= '\uf900' and <= '\ufaff') or (>= '\uff00' and <= '\uff60') or (>= '\u2014' and <= '\u2026');

    // 一、 （一） 第一条
    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        var rest = text[0] is '（' or '第' ? text[1..] : text;
        var length = rest.IndexOfAnyExcept(Numerals);
        return length > 0 && (text[0] is '（' ? rest[length] == '）' : text[0] is '第' ? rest[length] is '条' or '章' or '节' or '款' : rest[length] == '、');
    }
}
