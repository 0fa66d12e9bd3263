using System.Globalization;
using PolicyGraph.Assistant.Passages;
using PolicyGraph.Assistant.Questions;

namespace PolicyGraph.Assistant.Answers;

/// <summary>Which edition of the evaluation standard holds at a time, and in what order they came.</summary>
internal sealed class EditionAnswer(PassageLibrary library)
{
    private static readonly string[] Asks = ["哪个版本", "哪一版", "哪版", "什么版本", "哪个标准", "什么标准", "评价依据", "哪份标准", "按什么", "依据什么", "以哪个", "适用哪", "适用什么", "用的是什么", "用的是哪", "哪本标准"];
    private static readonly string[] Holds = ["还能", "还有效", "还可以", "仍有效", "仍然有效", "是否有效", "有效吗", "废止", "作废", "失效", "过时", "过期", "被代替", "被替代", "被取代", "代替", "取代", "还在用", "还在执行", "现行吗", "还算数", "作数", "还管用", "能用吗", "还用", "能不能用", "能按", "inforce", "stillvalid", "stillin", "stillapply", "canistill", "canwestill", "superseded", "replacedby", "hasreplaced", "obsolete", "withdrawn", "abolished", "stillbeused"];
    private static readonly string[] History = ["几代", "换过几", "沿革", "按时间", "演变", "历次", "历史版本", "先后", "版本历史", "时间线"];

    /// <summary>Writes the answer; false when the question is not about editions in time.</summary>
    public bool TryWrite(Question question, DateOnly asOf, AnswerWriter writer)
    {
        var text = question.Folded;
        if (TryWriteValidity(question, writer))
        {
            return true;
        }

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

        if (!Array.Exists(Asks, a => text.Contains(a, StringComparison.Ordinal)) || question.Documents.Count == 1 || !question.Documents.All(series.Contains))
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

    /// <summary>Whether the edition that is named still holds, and what came in its place.</summary>
    private bool TryWriteValidity(Question question, AnswerWriter writer)
    {
        var text = question.Folded + QuestionText.Fold(question.Written);
        var named = question.Documents.Where(d => !d.IsPolicy && library.Editions.Any(e => e.Document.Id == d.Id)).ToList();
        if (named.Count == 0 || question.Numbers.Count > 0 || question.Wants(Wanted.Comparison | Wanted.Amount) || question.Strong.Any(c => c.Kind is ConceptKind.Indicator or ConceptKind.Industry) || question.Strong.Count(c => c.Kind == ConceptKind.Word) > 3
            || !Array.Exists(Holds, h => text.Contains(h, StringComparison.Ordinal)))
        {
            return false;
        }

        foreach (var edition in named)
        {
            var next = library.Editions.FirstOrDefault(e => e.Replaces.Contains(edition.Id))?.Document;
            var name = edition.Number ?? edition.Shown;
            if (next is not null && edition.ValidUntil is { } end)
            {
                var marker = writer.Cite(edition) + writer.Cite(next);
                if (edition.Number?.StartsWith("GB", StringComparison.Ordinal) != true)
                {
                    // The requirements annexed to a notice gave way to a standard; that the notice itself was repealed is said nowhere.
                    writer.Say(writer.English
                        ? $"As the basis of evaluation {name} held until {end}; since {next.ValidFrom} {next.Number ?? next.ShownEnglish} has replaced it {marker}."
                        : $"作为评价依据，{name}用到{end}，自{next.ValidFrom}起由{next.Number ?? next.Shown}代替{marker}。");
                    continue;
                }

                writer.Say(writer.English
                    ? $"No longer in force: {name} held until {end}, was abolished and replaced by {next.Number ?? next.ShownEnglish}, in force from {next.ValidFrom} {marker}."
                    : $"不再有效：{name}已废止（有效至{end}），由{next.Number ?? next.Shown}代替，后者自{next.ValidFrom}起实施{marker}。");
            }
            else
            {
                writer.Say(Describe(edition, writer));
                foreach (var former in library.Editions.Where(e => library.Editions.First(x => x.Document.Id == edition.Id).Replaces.Contains(e.Document.Id)).Select(e => e.Document))
                {
                    writer.Say(writer.English ? $"It replaces {former.Number ?? former.ShownEnglish} {writer.Cite(former)}." : $"它代替{former.Number ?? former.Shown}{writer.Cite(former)}。");
                }
            }
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
