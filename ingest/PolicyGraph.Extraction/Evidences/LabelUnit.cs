using System.Text.RegularExpressions;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Takes the unit off a label: in brackets, behind a stroke or a comma, at its end.</summary>
internal sealed partial class LabelUnit(NumberScanner numbers)
{
    /// <summary>The meaning with the unit that the label names.</summary>
    /// <param name="meaning">What is known of the label.</param>
    /// <param name="rest">The label; the unit and remarks in brackets are taken out of it.</param>
    public LabelMeaning Take(LabelMeaning meaning, ref string rest)
    {
        if (SoundLevel().Match(rest) is { Success: true, Index: > 0 } sound)
        {
            rest = rest[..sound.Index];
            meaning = meaning with { Unit = "dB(A)" }; // whose own brackets no bracket may hold
        }

        foreach (Match bracket in LabelLexicon.Brackets().Matches(rest))
        {
            var words = bracket.Value[1..^1];
            words = words.StartsWith("单位:", StringComparison.Ordinal) ? words[3..] : words;
            if (numbers.IsUnit(words))
            {
                meaning = meaning with { Unit = words };
            }
            else if (UnitAmong(words) is { } among)
            {
                meaning = meaning with { Unit = among };
            }
            else if (!DateLike().IsMatch(words))
            {
                // a remark such as 当量值, 当年价格
            }
            else
            {
                continue;
            }

            rest = rest.Replace(bracket.Value, string.Empty, StringComparison.Ordinal);
        }

        var cut = rest.LastIndexOf("单位:", StringComparison.Ordinal);
        if (cut > 0 && numbers.IsUnit(rest[(cut + 3)..]))
        {
            return TakeSuffix(meaning, ref rest, cut, 3);
        }

        if (meaning.Unit is null && TailOf(rest) is { } tail)
        {
            var unit = rest[tail..];
            rest = rest[..tail].TrimEnd('/', ',', ':', '-');
            return meaning with { Unit = unit }; // 产生量t, 电量/万kWh, 碳足迹kgCO2e/kg
        }

        foreach (var mark in "/,:-")
        {
            for (cut = rest.IndexOf(mark, StringComparison.Ordinal); cut > 0 && meaning.Unit is null; cut = rest.IndexOf(mark, cut + 1))
            {
                if (numbers.IsUnit(rest[(cut + 1)..]) && !numbers.IsUnit(rest))
                {
                    return TakeSuffix(meaning, ref rest, cut, 1);
                }
            }
        }

        return meaning;
    }

    // Where the unit in Latin letters at the end begins, a 万 before it and a stroke inside it taken in; null where there is none.
    private int? TailOf(string rest)
    {
        for (var i = Math.Max(1, rest.Length - 16); i < rest.Length; i++)
        {
            var before = rest[i - 1];
            if ((before > '\u2e80' || before is ')' or '/' or ',' or ':') && (char.IsAsciiLetter(rest[i]) || rest[i] is '%' or '‰' or 'μ' or '万' or '亿') && IsLatin(rest.AsSpan(i)) && (rest.Length - i > 1 || rest[i] is 't' or '%') && numbers.IsUnit(rest[i..]))
            {
                return i;
            }
        }

        return null;
    }

    private static bool IsLatin(ReadOnlySpan<char> words)
    {
        words = words.TrimStart("万亿千百十");
        foreach (var c in words)
        {
            if (c > '\u2e80')
            {
                return false;
            }
        }

        return words.Length > 0;
    }

    // tce/计量单位,当量值: a unit before a remark; 10⁴CNY万元: the same unit in two languages
    private string? UnitAmong(string words)
    {
        var pieces = words.Split([',', ';', '、'], 2);
        if (pieces.Length == 2)
        {
            return pieces[0].Length > 0 && numbers.IsUnit(pieces[0]) ? pieces[0] : null;
        }

        var chinese = words.AsSpan().IndexOfAnyInRange('\u4e00', '\u9fff');
        return chinese > 0 && !words.AsSpan(0, chinese).Contains('/') && numbers.IsUnit(words[chinese..]) && words.AsSpan(0, chinese).ContainsAnyInRange('A', 'z') ? words[chinese..] : null;
    }

    private static LabelMeaning TakeSuffix(LabelMeaning meaning, ref string rest, int cut, int mark)
    {
        var unit = rest[(cut + mark)..];
        rest = rest[..cut];
        return meaning with { Unit = unit };
    }

    [GeneratedRegex(@"[\[(]?dB(?:\(A\)|A)?[\])]?$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex SoundLevel();

    [GeneratedRegex(@"(?:19|20)\d\d|\d{1,2}月|季度", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex DateLike();
}
