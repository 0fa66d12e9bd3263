using System.Globalization;

namespace PolicyGraph.Readers.Html;

/// <summary>The marks that a browser puts before the items of a numbered list.</summary>
internal static class ListMarks
{
    public static string Write(int number, string? type) => type switch
    {
        "a" when number is >= 1 and <= 26 => $"{(char)('a' + number - 1)}. ",
        "A" when number is >= 1 and <= 26 => $"{(char)('A' + number - 1)}. ",
        "i" => $"{Word.WordNumerals.Write(number, "lowerRoman")}. ",
        "I" => $"{Word.WordNumerals.Write(number, "upperRoman")}. ",
        _ => string.Create(CultureInfo.InvariantCulture, $"{number}. "),
    };
}
