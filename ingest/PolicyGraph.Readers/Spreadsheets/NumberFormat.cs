using System.Globalization;
using System.Text;

namespace PolicyGraph.Readers.Spreadsheets;

/// <summary>A number format such as <c>#,##0.00;[Red]-#,##0.00</c>, applied as a spreadsheet displays it.</summary>
/// <remarks>Dates come as yyyy-MM-dd whatever their order in the format, no more exact than it is; fractions and conditions fall back to the plain number.
/// The point that Excel leaves hanging in 0.## for whole numbers is not written.</remarks>
internal sealed class NumberFormat
{
    private const int MaxLength = 1000;
    private readonly List<FormatSection> sections;

    public NumberFormat(string code)
    {
        sections = [.. Split(code.Length is 0 or > MaxLength ? "General" : code).Select(FormatSection.Parse)];
    }

    /// <param name="value">A finite number; a day count for dates.</param>
    /// <param name="from1904">Whether days count from 1904.</param>
    public string Display(double value, bool from1904)
    {
        var section = value switch
        {
            < 0 when sections.Count > 1 => sections[1],
            0 when sections.Count > 2 => sections[2],
            _ => sections[0],
        };
        if (section.IsDate)
        {
            return SerialDate.Display(value, section, from1904) ?? General(value);
        }

        // A section of its own for negative numbers writes the sign itself.
        return section.IsGeneral ? section.Prefix + General(value) + section.Suffix : section.Apply(value < 0 && sections.Count > 1 ? -value : value);
    }

    /// <summary>A number without a format: at most 15 digits, as spreadsheets keep them.</summary>
    public static string General(double value)
    {
        var text = value.ToString("G15", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal) && Math.Abs(value) is >= 1e-10 and < 1e15 ? value.ToString("0.##########", CultureInfo.InvariantCulture) : text;
    }

    private static IEnumerable<string> Split(string code)
    {
        var section = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < code.Length; i++)
        {
            if (code[i] == '\\' && i + 1 < code.Length)
            {
                section.Append(code[i]).Append(code[++i]);
                continue;
            }

            quoted ^= code[i] == '"';
            if (code[i] == ';' && !quoted)
            {
                yield return section.ToString();
                section.Clear();
                continue;
            }

            section.Append(code[i]);
        }

        yield return section.ToString();
    }
}
