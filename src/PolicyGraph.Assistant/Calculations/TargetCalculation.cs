using System.Globalization;
using PolicyGraph.Assistant.Answers;
using PolicyGraph.Assistant.Passages;
using PolicyGraph.Assistant.Questions;
using PolicyGraph.Assistant.Retrieval;

namespace PolicyGraph.Assistant.Calculations;

/// <summary>Arithmetic over cited targets: growth rates, changes, and the share of a place in the whole country.</summary>
internal sealed class TargetCalculation(PassageLibrary library)
{
    private static readonly string[] Yearly = ["年均", "复合", "年增长率", "年增速", "每年平均", "cagr", "annualgrowth", "averageannual", "平均每年"];
    private static readonly string[] Percent = ["百分之几", "百分之多少", "降幅", "增幅", "下降幅度", "增长幅度", "几个点", "比例下降", "%", "percent"];
    private static readonly string[] Difference = ["几个百分点", "多少个百分点", "提高多少", "增加多少", "减少多少", "降了多少", "降多少", "降低多少", "下降多少", "差多少", "差值", "增长多少", "多了多少", "少了多少", "提升多少", "多出多少", "比2015年", "bywhat", "byhow"];
    private static readonly string[] Share = ["占全国", "占国家", "几分之几", "百分之几", "百分比", "占比多少", "shareofthenational", "ofthenational"];
    private readonly Retriever retriever = new(library);

    /// <summary>Writes the calculation; false when the question asks for none over targets.</summary>
    public bool TryWrite(Question question, AnswerWriter writer)
    {
        var text = question.Folded + QuestionText.Fold(question.Written);
        return TryShare(question, text, writer) || TryChange(question, text, writer);
    }

    private bool TryShare(Question question, string text, AnswerWriter writer)
    {
        if (question.Places.Count != 1 || !Has(text, Share) || !(text.Contains('国', StringComparison.Ordinal) || text.Contains("national", StringComparison.Ordinal)))
        {
            return false;
        }

        var part = Best(question with { IsNational = false, Wanted = Wanted.Amount });
        var whole = Best(question with { Places = [], IsNational = true, Wanted = Wanted.Amount });
        if (part?.Target is not { } a || whole?.Target is not { } b || b.Value == 0 || !QuantityScanner.IsSameKind(a.Unit ?? string.Empty, b.Unit ?? string.Empty))
        {
            return false;
        }

        writer.Say(Phrasing.Target(writer, part));
        writer.Say(Phrasing.Target(writer, whole));
        var percent = Phrasing.Number(decimal.Round(a.Value / b.Value * 100, 2));
        var marker = writer.Cite(part) + writer.Cite(whole);
        writer.Say(writer.English ? $"The share is {Phrasing.Number(a.Value)} ÷ {Phrasing.Number(b.Value)} = {percent}% {marker}." : $"占比为 {Phrasing.Number(a.Value)} ÷ {Phrasing.Number(b.Value)} = {percent}%{marker}。");
        return true;
    }

    private bool TryChange(Question question, string text, AnswerWriter writer)
    {
        var (yearly, percent, difference) = (Has(text, Yearly), Has(text, Percent), Has(text, Difference));
        if (!yearly && !percent && !difference)
        {
            return false;
        }

        if (Best(question) is not { Target: { BaseValue: { } from, BaseYear: { } since, Year: { } to } target } passage || from == 0 || to <= since)
        {
            return false;
        }

        var marker = writer.Cite(passage);
        writer.Say(Phrasing.Target(writer, passage));
        var (a, b) = (Phrasing.Number(from), Phrasing.Number(target.Value));
        if (yearly)
        {
            var years = to - since;
            var rate = (decimal)(Math.Pow((double)(target.Value / from), 1.0 / years) - 1) * 100;
            var shown = decimal.Round(rate, 2).ToString("0.00", CultureInfo.InvariantCulture);
            var term = years.ToString(CultureInfo.InvariantCulture);
            writer.Say(writer.English ? $"The compound annual growth rate is ({b} ÷ {a})^(1/{term}) − 1 = {shown}% {marker}." : $"年均复合增速为 ({b} ÷ {a})^(1/{term}) − 1 = {shown}%{marker}。");
            return true;
        }

        var change = target.Value - from;
        var isRate = target.Unit == "%";
        var size = Phrasing.Number(Math.Abs(change));
        var word = change < 0 ? (writer.English ? "fall" : "下降") : writer.English ? "rise" : "提高";
        var unit = isRate ? (writer.English ? " percentage points" : "个百分点") : target.Unit;
        writer.Say(writer.English ? $"The {word} is |{b} − {a}| = {size}{unit} {marker}." : $"{since}年到{to}年{word}：{(change < 0 ? $"{a} − {b}" : $"{b} − {a}")} = {size}{unit}{marker}。");
        if (!isRate)
        {
            var shown = Phrasing.Number(Math.Abs(decimal.Round(change / from * 100, 2)));
            writer.Say(writer.English ? $"In percent: {size} ÷ {a} = {shown}% {marker}." : $"折合百分比：{size} ÷ {a} = {shown}%{marker}。");
        }

        return true;
    }

    private Passage? Best(Question question)
    {
        var only = question with { Concepts = [.. question.Concepts.Where(c => c.Kind is ConceptKind.Indicator or ConceptKind.Designation or ConceptKind.Industry)] };
        if (only.Concepts.Count == 0)
        {
            only = question;
        }

        return retriever.Find(only).FirstOrDefault(c => c.Passage.Target is not null && PassageAnswer.IsSure(c, only))?.Passage;
    }

    private static bool Has(string text, string[] words) => Array.Exists(words, w => text.Contains(w, StringComparison.Ordinal));
}
