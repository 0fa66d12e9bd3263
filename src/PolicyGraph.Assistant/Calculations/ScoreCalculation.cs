using System.Globalization;
using System.Text.RegularExpressions;
using PolicyGraph.Assistant.Answers;
using PolicyGraph.Assistant.Passages;
using PolicyGraph.Assistant.Questions;

namespace PolicyGraph.Assistant.Calculations;

/// <summary>The points of one indicator between its base value and its lead value by linear proportion (GB/T 36132-2025, 5.2).</summary>
internal sealed partial class ScoreCalculation(PassageLibrary library)
{
    /// <summary>Writes the calculation; false when the question gives no lead, base and actual value.</summary>
    public bool TryWrite(Question question, AnswerWriter writer)
    {
        var text = QuestionText.Fold(question.Written) + "\n" + question.Folded;
        if (Read(Lead(), text) is not { } lead || Read(Base(), text) is not { } least || Read(Actual(), text) is not { } actual || Read(Weight(), text) is not { } weight || lead == least)
        {
            return false;
        }

        var inverse = lead < least;
        var share = inverse ? (least - actual) / (least - lead) : (actual - least) / (lead - least);
        var points = decimal.Round(weight * Math.Clamp(share, 0, 1), 4);
        var rule = library.Passages.Where(p => p.Document.Id.Contains("36132-2025", StringComparison.Ordinal) && p.ClauseKind == "scoring").OrderByDescending(p => Count(p.Folded)).FirstOrDefault();
        var marker = rule is not null ? writer.Cite(rule) : writer.Cite(new SourceDocument("gbt36132-2025", "绿色工厂评价通则", "GB/T 36132-2025"), "5.2");
        var (w, l, b, x) = (Phrasing.Number(weight), Phrasing.Number(lead), Phrasing.Number(least), Phrasing.Number(actual));
        var formula = inverse ? $"{w} × ({b} − {x}) ÷ ({b} − {l})" : $"{w} × ({x} − {b}) ÷ ({l} − {b})";
        var shown = share is >= 0 and <= 1 ? $"{formula} = {Phrasing.Number(points)}" : share > 1 ? $"{x} 优于引领值 {l}" : $"{x} 未达到基准值 {b}";
        writer.Say(writer.English
            ? $"By linear proportion the indicator scores {Phrasing.Number(points)} points: {(share is >= 0 and <= 1 ? shown : share > 1 ? "better than the lead value, full points" : "worse than the base value, 0 points")} {marker}."
            : $"按线性比例法（{(inverse ? "逆向" : "正向")}指标），得{Phrasing.Number(points)}分：{shown}{marker}。");
        return true;
    }

    private static int Count(string text) => ((string[])["线性", "引领值", "基准值", "满分", "之间"]).Count(w => text.Contains(w, StringComparison.Ordinal));

    private static decimal? Read(Regex pattern, string text) => pattern.Match(text) is { Success: true } match && decimal.TryParse(match.Groups[1].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    [GeneratedRegex(@"(?:引领值?|标杆值|lead(?:ing)?(?:value)?)(?:为|是|=|:|of)?(\d+(?:\.\d+)?)", RegexOptions.None, 2_000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"(?:基准值?|base(?:line)?(?:value)?)(?:为|是|=|:|of)?(\d+(?:\.\d+)?)", RegexOptions.None, 2_000)]
    private static partial Regex Base();

    [GeneratedRegex(@"(?:实际值?|实测值?|现状值?|结果|完成值?|数值|指标值|我们(?:是|做到)?|企业(?:值|实际)?(?:是|为)|我厂(?:是|做到)?|达到|做到|actual(?:value)?|measuredvalue|wereach)(?:为|是|=|:|of|is)?(\d+(?:\.\d+)?)", RegexOptions.None, 2_000)]
    private static partial Regex Actual();

    [GeneratedRegex(@"(?:权重(?:分值|分)?|满分|分值|weight)(?:为|是|=|:|of)?(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)分权重", RegexOptions.None, 2_000)]
    private static partial Regex Weight();
}
