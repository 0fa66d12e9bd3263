using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PolicyGraph.Assistant.Passages;

namespace PolicyGraph.Assistant.Answers;

/// <summary>The fixed forms of sentences about passages.</summary>
internal static partial class Phrasing
{
    private static readonly (string Chinese, string English)[] Units =
    [
        ("家", "enterprises"), ("个百分点", "percentage points"), ("个", string.Empty), ("种", "kinds"), ("项", "items"), ("万亿元", "trillion yuan"), ("亿元", "hundred million yuan"), ("亿吨", "hundred million t"), ("万吨/年", "×10⁴ t/a"),
        ("亿吨/年", "×10⁸ t/a"), ("万吨", "×10⁴ t"), ("吨/年", "t/a"), ("亿台", "hundred million units"), ("千克标准煤/吨", "kgce/t"), ("千克标准煤", "kgce"), ("千克标准油/吨", "kg oil equivalent/t"), ("千瓦时/吨", "kWh/t"), ("万辆/年", "×10⁴ vehicles/a"),
    ];

    /// <summary>What a passage says, with its marker behind every sentence.</summary>
    public static string State(AnswerWriter writer, Passage passage) => passage.Kind switch
    {
        PassageKind.Sentence => Quote(writer, passage),
        PassageKind.Target => Target(writer, passage),
        PassageKind.Clause or PassageKind.Criterion => Clause(writer, passage),
        _ => throw new System.Diagnostics.UnreachableException($"passage {passage.Kind}"),
    };

    /// <summary>The words of a policy, white space squeezed.</summary>
    public static string Quote(AnswerWriter writer, Passage passage)
    {
        var words = Squeeze(passage.Text).TrimEnd('。');
        var where = Place(passage);
        return writer.English
            ? $"{passage.Document.ShownEnglish}{where} says: “{words}”{Numbers(words)} {writer.Cite(passage)}."
            : $"{passage.Document.Shown}{where}：“{words}”{writer.Cite(passage)}。";
    }

    /// <summary>The values of a target.</summary>
    public static string Target(AnswerWriter writer, Passage passage)
    {
        // Only a passage of kind Target comes here, and it has values.
        var target = passage.Target!;
        var value = Value(target.Value, target.ValueMax, target.Unit, target.Comparator, writer.English);
        var marker = writer.Cite(passage);
        var scope = target.Scope is { } covered && covered != passage.Document.Jurisdiction && !target.Indicator.Contains(covered, StringComparison.Ordinal) ? covered : null;
        if (writer.English)
        {
            var was = target is { BaseValue: { } before, BaseYear: { } since } ? string.Create(CultureInfo.InvariantCulture, $" ({since}: {Value(before, null, target.Unit, "=", true)})") : string.Empty;
            return string.Create(CultureInfo.InvariantCulture, $"{passage.Document.ShownEnglish}{Place(passage)}: {target.Indicator}{(scope is null ? string.Empty : $" ({scope})")}, {(target.Year is { } due ? $"{due} target " : "target ")}{value}{was} {marker}.");
        }

        var base_ = target is { BaseValue: { } from, BaseYear: { } year } ? string.Create(CultureInfo.InvariantCulture, $"（{year}年为{Value(from, null, target.Unit, "=", false)}）") : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"{passage.Document.Shown}{Place(passage)}：{(target.Year is { } to ? $"到{to}年，" : string.Empty)}{scope}{target.Indicator}{value}{base_}{marker}。");
    }

    /// <summary>A number with its unit.</summary>
    public static string Value(decimal value, decimal? max, string? unit, string comparator, bool english)
    {
        var number = Number(value) + (max is { } upper ? "-" + Number(upper) : string.Empty);
        if (english)
        {
            var word = Array.Find(Units, u => u.Chinese == unit);
            var shown = word.Chinese is null ? unit : word.English;
            return $"{(comparator switch { ">=" => "at least ", "<=" => "at most ", "about" => "about ", _ => string.Empty })}{number}{(shown == "%" ? "%" : shown is { Length: > 0 } ? " " + shown : string.Empty)}";
        }

        return $"{number}{unit}{(comparator switch { ">=" => "以上", "<=" => "以下", "about" => "左右", _ => string.Empty })}";
    }

    /// <summary>A number without trailing zeros.</summary>
    public static string Number(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>White space as one blank, none between Chinese characters.</summary>
    public static string Squeeze(string text)
    {
        var squeezed = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
            {
                squeezed.Append(text[i]);
            }
            else if (squeezed.Length > 0 && squeezed[^1] is < '\u2e80' and not ' ')
            {
                squeezed.Append(' ');
            }
        }

        return squeezed.ToString().TrimEnd();
    }

    private static string Clause(AnswerWriter writer, Passage passage)
    {
        var marker = writer.Cite(passage);
        var note = passage.Certainty == "local" ? (writer.English ? " (a local or third-party implementation)" : "（地方或第三方实施文本）") : passage.Certainty == "inferred" ? (writer.English ? " (inferred from verified facts)" : "（由已核对的事实推得）") : string.Empty;
        if (writer.English)
        {
            var english = (passage.English ?? passage.Text).TrimEnd('.', '。');
            return EnglishStop().Replace(english, $" {marker}. ") + $"{note} {marker}.";
        }

        var statement = passage.Text.TrimEnd('。');
        return statement.Replace("。", $"{marker}。", StringComparison.Ordinal) + $"{note}{marker}。";
    }

    private static string Place(Passage passage) => passage.Provision is { Length: > 0 } place ? $"（{place}）" : string.Empty;

    /// <summary>千家 and the like in digits, for those who do not read the words.</summary>
    private static string Numbers(string words)
    {
        var said = new List<string>();
        foreach (Match match in Worded().Matches(words))
        {
            var number = match.Groups[1].Value switch { "百" => "100", "千" => "1,000", _ => "10,000" };
            said.Add($"{match.Value} = {number}");
        }

        return said.Count == 0 ? string.Empty : $" ({string.Join("; ", said.Distinct())})";
    }

    [GeneratedRegex(@"(?<![一二三四五六七八九十\d])([百千万])(?:家|种|个)", RegexOptions.None, 2_000)]
    private static partial Regex Worded();

    [GeneratedRegex(@"(?<=[a-z\)%])\. (?=[A-Z])", RegexOptions.None, 2_000)]
    private static partial Regex EnglishStop();
}
