using System.Text;
using System.Text.RegularExpressions;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Takes the English off a label that says the same in Chinese: Month 月份, 取水量 Water intake (m³), FY2025 合计.</summary>
/// <param name="isSymbol">Whether a word names a substance or a unit, so that it stays: COD, NOx, kWh.</param>
/// <param name="isUnit">Whether a word is a unit.</param>
internal sealed partial class BilingualLabel(Func<string, bool> isSymbol, Func<string, bool> isUnit)
{
    /// <summary>The Chinese of a label, its unit, year and symbols with it; the label itself where it is in one language.</summary>
    /// <param name="label">Folded words.</param>
    public string Native(string label) => WithUnit(Chinese(label));

    // 碳足迹 kgCO2e/kg, COD mg/L: a unit behind a blank, which would run into the name without it
    private string WithUnit(string label)
    {
        var blank = label.LastIndexOf(' ');
        return blank > 0 && label.AsSpan(blank).IndexOfAny('(', ')') < 0 && label.Length - blank > 2 && char.IsLetter(label[blank - 1]) && isUnit(label[(blank + 1)..]) ? $"{label[..blank]}({label[(blank + 1)..]})" : label;
    }

    private string Chinese(string label)
    {
        var first = label.AsSpan().IndexOfAnyInRange('\u4e00', '\u9fff');
        if (first < 0 || !label.AsSpan().ContainsAnyInRange('A', 'z'))
        {
            return label;
        }

        var last = label.AsSpan().LastIndexOfAnyInRange('\u4e00', '\u9fff') + 1;
        var behind = Behind(label[last..]);
        return Before(label[..first]) + label[first..last] + behind;
    }

    // What stands before the Chinese: numbers, years and substances stay.
    private string Before(string words)
    {
        if (!IsEnglish(words))
        {
            return LetterOfFormula().IsMatch(words) && !isSymbol(words.Trim()) ? string.Empty : words;
        }

        var kept = new StringBuilder();
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = FiscalYear().Replace(word, string.Empty);
            if (bare.Any(char.IsAsciiDigit) || isSymbol(bare.Trim('(', ')', ',', ':', '/')))
            {
                kept.Append(bare);
            }
        }

        return kept.ToString();
    }

    // What stands behind it: brackets stay, for a unit may stand in them.
    private string Behind(string words)
    {
        if (!words.StartsWith(' ') || !IsEnglish(Bracketed().Replace(words, " ")))
        {
            return words;
        }

        return string.Concat(Bracketed().Matches(words).Select(m => m.Value));
    }

    private bool IsEnglish(string words) => FiscalYear().IsMatch(words) || EnglishWords().Matches(words).Any(m => !isSymbol(m.Value));

    [GeneratedRegex(@"\([^()]*\)?", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Bracketed();

    [GeneratedRegex("(?<![A-Za-z])[A-Za-z][a-z]{2,}(?![A-Za-z])|(?<![A-Za-z])No\\.", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex EnglishWords();

    // Vr 重复利用水量
    [GeneratedRegex("^(?:V|[A-Z][a-z])[ ]+$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex LetterOfFormula();

    [GeneratedRegex("^(?:FY|CY)(?=[ ]?(?:19|20)[0-9]{2})", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex FiscalYear();
}
