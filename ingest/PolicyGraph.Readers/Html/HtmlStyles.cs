using System.Globalization;
using AngleSharp.Dom;

namespace PolicyGraph.Readers.Html;

/// <summary>What a style says that matters for being seen.</summary>
[Flags]
internal enum StyleFacts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Not displayed, of no size, or out of the page.</summary>
    Hidden = 1,

    /// <summary>White letters.</summary>
    White = 2,

    /// <summary>A ground of its own that is not white.</summary>
    Ground = 4,
}

/// <summary>Reads the few declarations of CSS that hide text. Selectors of one tag, class or id are understood; rules within @media and the like are not looked at.</summary>
internal static class HtmlStyles
{
    private const int MaxRules = 20_000;

    /// <summary>The facts by selector (<c>p</c>, <c>.note</c>, <c>#box</c>, <c>p.note</c>) from the page's own style sheets.</summary>
    public static Dictionary<string, StyleFacts> ReadSheets(IDocument page)
    {
        var facts = new Dictionary<string, StyleFacts>(StringComparer.Ordinal);
        foreach (var style in page.QuerySelectorAll("style"))
        {
            if (style.GetAttribute("media") is null or "" or "all" or "screen")
            {
                ReadSheet(style.TextContent, facts);
            }
        }

        return facts;
    }

    /// <summary>The facts of a sheet's rule, changed by an element's own style.</summary>
    public static StyleFacts Override(StyleFacts inherited, string style)
    {
        var facts = Read(style);
        if (inherited.HasFlag(StyleFacts.Hidden) && (style.Contains("display", StringComparison.OrdinalIgnoreCase) || style.Contains("visibility", StringComparison.OrdinalIgnoreCase)))
        {
            inherited &= ~StyleFacts.Hidden;
        }

        return inherited | facts;
    }

    public static bool IsWhite(string colour) =>
        colour.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant() is "#fff" or "#ffffff" or "white" or "rgb(255,255,255)" or "rgba(255,255,255,1)" or "transparent" or "rgba(0,0,0,0)" or "#fefefe";

    private static void ReadSheet(string css, Dictionary<string, StyleFacts> facts)
    {
        var at = 0;
        for (var rules = 0; rules < MaxRules; rules++)
        {
            var open = css.IndexOf('{', at);
            if (open < 0)
            {
                return;
            }

            var selectors = WithoutComments(css[at..open]).Trim();
            var close = EndOfRule(css, open);
            if (!selectors.StartsWith('@') && Read(css[(open + 1)..Math.Max(open + 1, close - 1)]) is not StyleFacts.None and var found)
            {
                foreach (var selector in selectors.Split(',', StringSplitOptions.TrimEntries))
                {
                    if (selector.Length > 0 && selector.All(c => char.IsLetterOrDigit(c) || c is '.' or '#' or '-' or '_'))
                    {
                        facts[selector] = facts.GetValueOrDefault(selector) | found;
                    }
                }
            }

            at = close;
        }
    }

    private static int EndOfRule(string css, int open)
    {
        var depth = 0;
        for (var i = open; i < css.Length; i++)
        {
            depth += css[i] == '{' ? 1 : css[i] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return i + 1;
            }
        }

        return css.Length;
    }

    private static string WithoutComments(string text)
    {
        for (var start = text.IndexOf("/*", StringComparison.Ordinal); start >= 0; start = text.IndexOf("/*", StringComparison.Ordinal))
        {
            var end = text.IndexOf("*/", start + 2, StringComparison.Ordinal);
            text = end < 0 ? text[..start] : text[..start] + text[(end + 2)..];
        }

        return text;
    }

    private static StyleFacts Read(string declarations)
    {
        var facts = StyleFacts.None;
        foreach (var declaration in declarations.Split(';', 200))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                var value = declaration[(colon + 1)..].Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim().ToLowerInvariant();
                facts |= Fact(declaration[..colon].Trim().ToLowerInvariant(), value);
            }
        }

        return facts;
    }

    private static StyleFacts Fact(string name, string value) => name switch
    {
        "display" when value == "none" => StyleFacts.Hidden,
        "visibility" when value is "hidden" or "collapse" => StyleFacts.Hidden,
        "font-size" when Length(value) is >= 0 and <= 1 => StyleFacts.Hidden,
        "opacity" when Length(value) is >= 0 and < 0.05 => StyleFacts.Hidden,
        "left" or "top" or "right" or "text-indent" or "margin-left" or "margin-top" when Length(value) <= -500 => StyleFacts.Hidden,
        "clip" when value.Replace(" ", "", StringComparison.Ordinal) is "rect(0,0,0,0)" or "rect(0000)" or "rect(1px,1px,1px,1px)" => StyleFacts.Hidden,
        "color" when IsWhite(value) => StyleFacts.White,
        "background" or "background-color" or "background-image" when value is not ("none" or "inherit" or "") && !IsWhite(value) => StyleFacts.Ground,
        _ => StyleFacts.None,
    };

    // Pixels or points; relative lengths are told apart by being small only when they are nothing.
    private static double? Length(string value)
    {
        var digits = value.AsSpan();
        var unit = digits.Length;
        while (unit > 0 && (char.IsAsciiLetter(digits[unit - 1]) || digits[unit - 1] == '%'))
        {
            unit--;
        }

        if (!double.TryParse(digits[..unit], NumberStyles.Float, CultureInfo.InvariantCulture, out var length))
        {
            return null;
        }

        return digits[unit..] is "em" or "rem" or "%" or "vw" or "vh" && length > 0.05 ? length * 16 : length;
    }
}
