using System.Globalization;
using System.Text;

namespace PolicyGraph.Readers.Spreadsheets;

/// <summary>One section of a number format.</summary>
internal sealed record FormatSection
{
    /// <summary>Words before the figures.</summary>
    public string Prefix { get; private init; } = "";

    /// <summary>Words behind the figures.</summary>
    public string Suffix { get; private init; } = "";

    /// <summary>Whether it has no figures of its own and the number is displayed as it is.</summary>
    public bool IsGeneral { get; private init; }

    /// <summary>Whether it displays a day count.</summary>
    public bool IsDate => HasYear || HasDay || HasTime || HasMonth;

    public bool HasYear { get; private init; }

    public bool HasMonth { get; private init; }

    public bool HasDay { get; private init; }

    public bool HasTime { get; private init; }

    public bool HasSeconds { get; private init; }

    /// <summary>Whether hours count on beyond a day: <c>[h]</c>.</summary>
    public bool IsDuration { get; private init; }

    private string Figures { get; init; } = "";

    public static FormatSection Parse(string code)
    {
        var (prefix, figures, suffix, letters) = (new StringBuilder(), new StringBuilder(), new StringBuilder(), new StringBuilder());
        var duration = false;
        for (var i = 0; i < code.Length; i++)
        {
            var literal = figures.Length == 0 ? prefix : suffix;
            switch (code[i])
            {
                case '"':
                    var close = code.IndexOf('"', i + 1);
                    close = close < 0 ? code.Length : close;
                    literal.Append(code, i + 1, close - i - 1);
                    i = close;
                    break;
                case '\\' when i + 1 < code.Length:
                    literal.Append(code[++i]);
                    break;
                case '_' or '*' when i + 1 < code.Length:
                    i++;
                    break;
                case '[':
                    var end = code.IndexOf(']', i);
                    end = end < 0 ? code.Length : end;
                    var inner = code[(i + 1)..end];
                    duration |= inner.Length > 0 && inner.ToLowerInvariant().All(c => c is 'h' or 'm' or 's');
                    letters.Append(inner.Length > 0 && inner.ToLowerInvariant().All(c => c is 'h' or 'm' or 's') ? inner : "");
                    literal.Append(inner.StartsWith('$') ? inner[1..].Split('-')[0] : "");
                    i = end;
                    break;
                case '0' or '#' or '?' or '.' or ',' or '%' or '‰':
                    figures.Append(suffix.Length > 0 && code[i] is not ('%' or '‰') ? "" : code[i].ToString());
                    break;
                case 'E' or 'e' when figures.Length > 0 && i + 1 < code.Length && code[i + 1] is '+' or '-':
                    figures.Append('E').Append(code[++i]);
                    break;
                case 'G' when code.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    figures.Append('G');
                    i += 6;
                    break;
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S' or 'e' or 'A' or 'P':
                    letters.Append(code[i]);
                    break;
                case '@':
                    figures.Append('G');
                    break;
                default:
                    literal.Append(code[i]);
                    break;
            }
        }

        return Make(prefix.ToString(), figures.ToString(), suffix.ToString(), letters.ToString().ToLowerInvariant(), duration);
    }

    /// <summary>The number with its figures, words and sign.</summary>
    public string Apply(double value)
    {
        var percent = Figures.Contains('%', StringComparison.Ordinal);
        var permille = Figures.Contains('‰', StringComparison.Ordinal);
        var figures = Figures.Replace("%", "", StringComparison.Ordinal).Replace("‰", "", StringComparison.Ordinal);
        if (figures.Length == 0 && !percent)
        {
            return Prefix + Suffix;
        }

        // As decimal, so that 0.285 % does not become 0.28499999.
        var scaled = Math.Abs(value) < 1e15 ? (double)((decimal)value * (percent ? 100 : permille ? 1000 : 1)) : value * (percent ? 100 : permille ? 1000 : 1);
        while (figures.EndsWith(','))
        {
            figures = figures[..^1];
            scaled /= 1000;
        }

        var sign = percent ? "%" : permille ? "‰" : "";
        var digits = Digits(Math.Abs(scaled), figures);
        var negative = value < 0 && digits.AsSpan().IndexOfAnyInRange('1', '9') >= 0;
        return (negative ? "-" : "") + Prefix + digits + sign + Suffix;
    }

    private static string Digits(double value, string figures)
    {
        if (figures.Contains('E', StringComparison.Ordinal))
        {
            return value.ToString(figures.Replace('?', '0').Replace("#,##", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        }

        var point = figures.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? figures : figures[..point];
        var decimals = point < 0 ? "" : figures[(point + 1)..].Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        var grouped = whole.Contains(',', StringComparison.Ordinal);
        var least = Math.Min(whole.Count(c => c is '0'), 30);
        var most = Math.Min(decimals.Length, 15);
        var needed = Math.Min(decimals.LastIndexOf('0') + 1, most);
        var rounded = value < 1e15 ? (double)Math.Round((decimal)value, most, MidpointRounding.AwayFromZero) : value;
        var pattern = (grouped ? "#," : "") + new string('#', grouped ? 2 : 1) + new string('0', least) + (most > 0 ? "." + new string('0', needed) + new string('#', most - needed) : "");
        var text = rounded.ToString(pattern, CultureInfo.InvariantCulture);
        return text.Length == 0 && least == 0 ? "" : text;
    }

    private static FormatSection Make(string prefix, string figures, string suffix, string letters, bool duration)
    {
        var time = letters.Contains('h', StringComparison.Ordinal) || letters.Contains('s', StringComparison.Ordinal) || duration;
        var date = letters.Contains('y', StringComparison.Ordinal) || letters.Contains('d', StringComparison.Ordinal) || letters.Contains('e', StringComparison.Ordinal);
        return new FormatSection
        {
            Prefix = prefix,
            Suffix = suffix,
            Figures = figures,
            IsGeneral = figures.Contains('G', StringComparison.Ordinal) || suffix.StartsWith('/'),
            HasYear = letters.Contains('y', StringComparison.Ordinal) || letters.Contains('e', StringComparison.Ordinal),
            HasMonth = letters.Contains('m', StringComparison.Ordinal) && (date || !time),
            HasDay = letters.Contains('d', StringComparison.Ordinal),
            HasTime = time,
            HasSeconds = letters.Contains('s', StringComparison.Ordinal),
            IsDuration = duration,
        };
    }
}
