using System.Text;
using PolicyGraph.Documents;
using PolicyGraph.Text;

namespace PolicyGraph.Readers.Plain;

/// <summary>A file as text: decoded, its byte order mark gone, nothing else changed.</summary>
/// <param name="Text">The text.</param>
/// <param name="Diagnostics">On the encoding, and on bytes that are not of it.</param>
/// <param name="Unread">Runs of U+FFFD.</param>
internal sealed record DecodedText(string Text, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<UnreadSpan> Unread);

/// <summary>Decodes the bytes of a text file whose encoding nobody states, or whose statement may be wrong.</summary>
internal static class TextDecoder
{
    private const int MaxUnread = 10_000;

    /// <summary>Decodes all bytes; a byte that is not of the encoding becomes U+FFFD and is remarked.</summary>
    /// <exception cref="DocumentReadException">The bytes are no text, or the text is over the limit.</exception>
    public static DecodedText Decode(Intake intake)
    {
        var bytes = intake.Bytes.Span;
        var (encoding, mark) = EncodingSniffer.Find(bytes) ?? throw Refusal.Binary(intake.Extension);
        var faults = new FaultCounter();
        var text = encoding.Decoding(faults).GetString(bytes[mark..]);
        intake.Cancellation.ThrowIfCancellationRequested();
        if (text.Length > intake.Options.MaxCharacters)
        {
            throw Refusal.TooManyCharacters(intake.Options.MaxCharacters);
        }

        var unread = FindReplacements(text);
        return new DecodedText(text, [.. Remarks(encoding, mark, faults, unread)], unread);
    }

    private static IEnumerable<Diagnostic> Remarks(TextEncoding encoding, int mark, FaultCounter faults, List<UnreadSpan> unread)
    {
        if (mark == 0 && encoding.IsGuess)
        {
            yield return Remark.EncodingGuessed(encoding.Name);
        }

        if (faults.Count > 0)
        {
            yield return Remark.InvalidBytes(encoding.Name, faults.Count, mark + faults.First, unread.Count > 0 ? unread[0].Span : null);
        }
        else if (unread.Count > 0)
        {
            yield return Remark.ReplacementCharacters(unread.Count, unread[0].Span);
        }
    }

    private static List<UnreadSpan> FindReplacements(string text)
    {
        var found = new List<UnreadSpan>();
        for (var at = text.IndexOf('\ufffd', StringComparison.Ordinal); at >= 0 && found.Count < MaxUnread; at = text.IndexOf('\ufffd', at))
        {
            var end = at;
            while (end < text.Length && text[end] == '\ufffd')
            {
                end++;
            }

            found.Add(new UnreadSpan(new TextSpan(at, end), "无法解码的字节"));
            at = end;
            if (at == text.Length)
            {
                break;
            }
        }

        return found;
    }
}
