using System.Globalization;

namespace PolicyGraph.Readers.Word;

/// <summary>Letters for the signs of symbol fonts that forms are made with.</summary>
internal static class WordSymbols
{
    private static readonly Dictionary<(string Font, int Code), string> Known = new()
    {
        [("Wingdings", 0x52)] = "☼", [("Wingdings", 0x6c)] = "●", [("Wingdings", 0x6e)] = "■", [("Wingdings", 0x6f)] = "□", [("Wingdings", 0x71)] = "❑",
        [("Wingdings", 0x72)] = "❒", [("Wingdings", 0x75)] = "◆", [("Wingdings", 0xa8)] = "□", [("Wingdings", 0xd8)] = "➢", [("Wingdings", 0xe0)] = "→",
        [("Wingdings", 0xf0)] = "⇨", [("Wingdings", 0xfb)] = "✗", [("Wingdings", 0xfc)] = "✓", [("Wingdings", 0xfd)] = "☒", [("Wingdings", 0xfe)] = "☑",
        [("Wingdings 2", 0x4f)] = "✗", [("Wingdings 2", 0x50)] = "✓", [("Wingdings 2", 0x51)] = "☒", [("Wingdings 2", 0x52)] = "☑", [("Wingdings 2", 0x53)] = "☒",
        [("Wingdings 2", 0x54)] = "☒", [("Wingdings 2", 0xa3)] = "□", [("Symbol", 0xb0)] = "°", [("Symbol", 0xb1)] = "±", [("Symbol", 0xb3)] = "≥",
        [("Symbol", 0xa3)] = "≤", [("Symbol", 0xb4)] = "×", [("Symbol", 0xb7)] = "•", [("Symbol", 0xb9)] = "≠", [("Symbol", 0xbb)] = "≈", [("Symbol", 0x6d)] = "μ",
        [("Symbol", 0x61)] = "α", [("Symbol", 0x62)] = "β", [("Symbol", 0x44)] = "Δ", [("Symbol", 0x53)] = "Σ", [("Symbol", 0x68)] = "η",
    };

    /// <summary>The letter; null when it is not known. A code that is no private one is its own letter.</summary>
    /// <param name="font">Name of the font.</param>
    /// <param name="code">Hexadecimal, often with F000 added.</param>
    public static string? Find(string? font, string? code)
    {
        if (!int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        var plain = value is >= 0xf000 and <= 0xf0ff ? value - 0xf000 : value;
        return Known.GetValueOrDefault((font ?? "", plain))
            ?? (value is > 0x20 and < 0xd800 && font is null or not ("Symbol" or "Wingdings" or "Wingdings 2" or "Wingdings 3" or "Webdings") && value < 0xd800 && value > 0x20
                ? ((char)value).ToString()
                : null);
    }
}
