using System.Globalization;
using PolicyGraph.Assistant.Passages;
using PolicyGraph.Assistant.Questions;

namespace PolicyGraph.Assistant.Answers;

/// <summary>Which edition of the evaluation standard holds at a time, and in what order they came.</summary>
internal sealed class EditionAnswer(PassageLibrary library)
{
    private static readonly string[] Asks = ["哪个版本", "哪一版", "哪版", "什么版本", "哪个标准", "什么标准", "评价依据", "哪份标准", "按什么", "依据什么", "以哪个", "适用哪", "适用什么", "用的是什么", "用的是哪", "哪本标准"];
    private static readonly string[] History = ["几代", "换过几", "沿革", "按时间", "演变", "历次", "历史版本", "先后", "版本历史", "时间线"];

    /// <summary>Writes the answer; false when the question is not about editions in time.</summary>
    public bool TryWrite(Question question, DateOnly asOf, AnswerWriter writer)
    {
        var text = question.Folded;
        var series = library.Documents.Where(d => !d.IsPolicy && d.ValidFrom is not null && (d.Id.Contains("36132", StringComparison.Ordinal) || d.Id.Contains("586", StringComparison.Ordinal))).OrderBy(d => d.ValidFrom, StringComparer.Ordinal).ToList();
        if (series.Count == 0 || question.Numbers.Count > 0 || question.Strong.Any(c => c.Kind is ConceptKind.Indicator or ConceptKind.Industry) || !text.Contains("绿色工厂", StringComparison.Ordinal) && !text.Contains("申报", StringComparison.Ordinal) && !text.Contains("通则", StringComparison.Ordinal))
        {
            return false;
        }

        if (Array.Exists(History, h => text.Contains(h, StringComparison.Ordinal)))
        {
            writer.Say(writer.English ? "The evaluation of green factories rested in turn on:" : "绿色工厂的评价依据按时间先后为：");
            foreach (var edition in series)
            {
                writer.Say(Describe(edition, writer));
            }

            return true;
        }

        if (!Array.Exists(Asks, a => text.Contains(a, StringComparison.Ordinal)) || question.Documents.Count > 0)
        {
            return false;
        }

        var current = asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (from, to) = question.Years is [var year, ..] ? ($"{year}-01-01", $"{year}-12-31") : (current, current);
        var held = series.Where(e => string.CompareOrdinal(e.ValidFrom, to) <= 0 && (e.ValidUntil is null || string.CompareOrdinal(e.ValidUntil, from) >= 0)).ToList();
        if (held.Count == 0)
        {
            return false;
        }

        foreach (var edition in held)
        {
            writer.Say(Describe(edition, writer));
        }

        return true;
    }

    private string Describe(SourceDocument edition, AnswerWriter writer)
    {
        var name = edition.Number is { } number && edition.Title?.Contains(number, StringComparison.Ordinal) != true ? $"{number}{edition.Shown}" : edition.Shown;
        var until = edition.ValidUntil is { } end ? (writer.English ? $" until {end}" : $"至{end}") : writer.English ? ", in force" : "起，现行有效";
        var clause = library.Passages.FirstOrDefault(p => p.Document == edition && p.ClauseKind == "edition" && p.Folded.Contains(edition.ValidFrom![..4], StringComparison.Ordinal)); // the caller keeps those with a first day
        var marker = clause is not null ? writer.Cite(clause) : writer.Cite(edition);
        return writer.English ? $"{name}: from {edition.ValidFrom}{until} {marker}." : $"{name}：{edition.ValidFrom}{until}{marker}。";
    }
}
