using System.Text;
using System.Text.RegularExpressions;

namespace PolicyGraph.Cypher.Execution;

/// <summary>Patterns of <c>=~</c> as Java reads them, rewritten for .NET.</summary>
/// <remarks>
/// <c>\d</c>, <c>\w</c> and <c>\s</c> are ASCII only and <c>.</c> stops at every line end, as in Java; <c>\Q…\E</c>, <c>\h</c>, <c>\R</c>, POSIX and script classes are spelt out.
/// What cannot be rewritten is left for .NET to judge.
/// </remarks>
internal static partial class JavaRegex
{
    [GeneratedRegex(@"\(\?(?<on>[a-zA-Z]*[ud][a-zA-Z]*)\)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Flags();

    [GeneratedRegex(@"\{[0-9]+(?:,[0-9]*)?\}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    private const string Word = "a-zA-Z0-9_";
    private const string Blank = @" \t\xA0\u1680\u180E\u2000-\u200A\u202F\u205F\u3000";
    private const string NotDot = @"\n\r\u0085\u2028\u2029";

    private static readonly Dictionary<string, string> Classes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Han"] = @"\u2E80-\u2FD5\u3005\u3007\u3021-\u3029\u3038-\u303B\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAD9",
        ["Hiragana"] = @"\u3041-\u3096\u309D-\u309F",
        ["Katakana"] = @"\u30A1-\u30FA\u30FD-\u30FF\u31F0-\u31FF",
        ["Latin"] = @"A-Za-z\xAA\xBA\xC0-\xD6\xD8-\xF6\xF8-\u02B8\u1E00-\u1EFF",
        ["Greek"] = @"\u0370-\u0373\u0375-\u037D\u037F-\u03FF\u1F00-\u1FFE",
        ["Cyrillic"] = @"\u0400-\u052F\u1C80-\u1C88",
        ["Lower"] = "a-z",
        ["Upper"] = "A-Z",
        ["Alpha"] = "a-zA-Z",
        ["Digit"] = "0-9",
        ["Alnum"] = "a-zA-Z0-9",
        ["XDigit"] = "0-9a-fA-F",
        ["Punct"] = @"!-/:-@\[-`\{-~",
        ["Space"] = @" \t-\r",
        ["ASCII"] = @"\x00-\x7F",
    };

    /// <summary>Rewrites a pattern; the whole text is to match it.</summary>
    public static string Translate(string pattern)
    {
        var result = new StringBuilder(pattern.Length + 16);
        var depth = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                i = Escape(pattern, i + 1, depth > 0, result);
                continue;
            }

            // (?u) and (?d) say what holds anyway, or what a dot and a dollar do with other line ends.
            if (c == '(' && depth == 0 && Flags().Match(pattern, i) is { Success: true } flags && flags.Index == i)
            {
                var kept = flags.Groups["on"].Value.Replace("u", string.Empty, StringComparison.Ordinal).Replace("d", string.Empty, StringComparison.Ordinal);
                result.Append(kept.Length > 0 ? $"(?{kept})" : string.Empty);
                i += flags.Length - 1;
                continue;
            }

            if (c == '{' && depth == 0 && (Counted().Match(pattern, i) is not { Success: true } counted || counted.Index != i))
            {
                throw new ArgumentException($"a count such as {{1,3}} is expected at offset {i}", nameof(pattern));
            }

            depth += c == '[' ? 1 : c == ']' && depth > 0 ? -1 : 0;
            result.Append(c == '.' && depth == 0 ? DotAt(pattern) : c.ToString());
        }

        return result.ToString();
    }

    // With (?s) a dot is anything.
    private static string DotAt(string pattern) => pattern.StartsWith("(?", StringComparison.Ordinal) && pattern.IndexOf(')', StringComparison.Ordinal) is > 2 and var end && pattern[2..end].Contains('s', StringComparison.Ordinal) && !pattern[2..end].Contains(':', StringComparison.Ordinal) ? @"[\s\S]" : $"[^{NotDot}]";

    /// <summary>Writes what an escape means.</summary>
    /// <returns>The index of its last character.</returns>
    private static int Escape(string pattern, int at, bool inClass, StringBuilder result)
    {
        var c = pattern[at];
        switch (c)
        {
            case 'd' or 'w' or 's' or 'h':
                var set = c switch { 'd' => "0-9", 'w' => Word, 's' => @" \t-\r", _ => Blank };
                result.Append(inClass ? set : $"[{set}]");
                return at;
            case 'D' or 'W' or 'S' or 'H' when !inClass:
                var without = c switch { 'D' => "0-9", 'W' => Word, 'S' => @" \t-\r", _ => Blank };
                result.Append(System.Globalization.CultureInfo.InvariantCulture, $"[^{without}]");
                return at;
            case 'D':
                result.Append(@"\x00-/:-\uFFFF");
                return at;
            case 'W':
                result.Append(@"\x00-/:-@\[-\^`\{-\uFFFF");
                return at;
            case 'S':
                result.Append(@"\x00-\x08\x0E-\x1F!-\uFFFF");
                return at;
            case 'R' when !inClass:
                result.Append(@"(?:\r\n|[\n-\r\u0085\u2028\u2029])");
                return at;
            case 'Q':
                var end = pattern.IndexOf(@"\E", at + 1, StringComparison.Ordinal);
                result.Append(Regex.Escape(end < 0 ? pattern[(at + 1)..] : pattern[(at + 1)..end]));
                return end < 0 ? pattern.Length - 1 : end + 1;
            case 'p' or 'P' when at + 1 < pattern.Length && pattern[at + 1] == '{' && pattern.IndexOf('}', at) is > 0 and var close && Members(pattern[(at + 2)..close]) is { } members:
                result.Append(inClass ? members : $"[{(c == 'P' ? "^" : string.Empty)}{members}]");
                return close;
            default:
                result.Append('\\').Append(c);
                return at;
        }
    }

    private static string? Members(string name)
    {
        var at = name.IndexOf('=', StringComparison.Ordinal);
        var plain = at > 0 ? name[(at + 1)..] : name.StartsWith("Is", StringComparison.Ordinal) ? name[2..] : name;
        return Classes.GetValueOrDefault(plain) ?? (plain.ToUpperInvariant() switch
        {
            "ALPHABETIC" or "LETTER" => @"\p{L}",
            "IDEOGRAPHIC" => Classes["Han"],
            "LOWERCASE" => @"\p{Ll}",
            "UPPERCASE" => @"\p{Lu}",
            "PUNCTUATION" => @"\p{P}",
            _ => null,
        });
    }
}
