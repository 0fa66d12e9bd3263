using PolicyGraph.Assistant.Passages;
using PolicyGraph.Assistant.Questions;
using PolicyGraph.Assistant.Retrieval;

namespace PolicyGraph.Assistant.Answers;

/// <summary>Says that the graph does not hold what was asked, why that is known, and where to look.</summary>
/// <remarks>The nearest provisions are named, not quoted: a number beside a refusal is soon taken for the answer.</remarks>
internal static class Decline
{
    /// <summary>Writes the refusal.</summary>
    public static Answer Write(Question question, IReadOnlyList<Candidate> nearest, AnswerWriter writer)
    {
        var about = nearest.Where(c => c.Coverage >= 0.55).OrderByDescending(c => c.Coverage).ToList();
        var why = Why(question, about.FirstOrDefault()?.Refusals ?? Refusal.None, writer.English);
        writer.Say(why);
        writer.Miss(why);
        var offered = new List<string>();
        foreach (var passage in nearest.Where(c => c.Coverage >= 0.45).Select(c => c.Passage))
        {
            var place = $"{(writer.English ? passage.Document.ShownEnglish : passage.Document.Shown)}{passage.Provision}";
            if (offered.Count < 2 && !offered.Exists(o => o.StartsWith(place, StringComparison.Ordinal)))
            {
                offered.Add(place + writer.Cite(passage));
            }
        }

        if (offered.Count > 0)
        {
            writer.Say(writer.English ? $"The closest provisions are {string.Join(" and ", offered)}." : $"最接近的条文：{string.Join("、", offered)}。");
        }

        return writer.Finish(AnswerStatus.Declined);
    }

    private static string Why(Question question, Refusal refusal, bool english)
    {
        var topic = string.Concat(question.Strong.Take(4).Select(c => c.Term));
        var matter = topic.Length is >= 2 and <= 30 && !english ? $"“{topic}”" : string.Empty;
        if (refusal.HasFlag(Refusal.Place) && question.Places.Count > 0)
        {
            return english ? $"The graph holds no provision of {string.Join(", ", question.Places)} on this." : $"图谱中没有{string.Join("、", question.Places)}关于{(matter.Length > 0 ? matter : "这个问题")}的规定或数据。";
        }

        if (refusal.HasFlag(Refusal.Year) && question.Years.Count > 0)
        {
            return english ? $"The graph holds no figure or provision for {string.Join(", ", question.Years)} on this." : $"图谱中没有{string.Join("、", question.Years)}年{matter}的数据或规定。";
        }

        if (refusal.HasFlag(Refusal.Industry) && question.Concepts.FirstOrDefault(c => c.Kind == ConceptKind.Industry) is { } industry)
        {
            return english ? $"The graph holds no such figure or provision for this industry ({industry.Term})." : $"图谱中没有“{industry.Term}”在这方面的数据或规定。";
        }

        if (refusal.HasFlag(Refusal.Document) && question.Documents.Count > 0)
        {
            return english ? $"{question.Documents[0].ShownEnglish} does not state this." : $"{question.Documents[0].Shown}没有规定这一内容，图谱中没有可以回答的条文。";
        }

        if (refusal.HasFlag(Refusal.Type))
        {
            var what = question.Wants(Wanted.Money) ? ("金额", "amount of money") : question.Wants(Wanted.When) ? ("时间或期限", "date or period") : ("数值", "figure");
            return english ? $"The documents mention the matter but give no {what.Item2}; the graph does not hold it." : $"文件提到了{(matter.Length > 0 ? matter : "这件事")}，但没有给出{what.Item1}，图谱中没有这个数据。";
        }

        return english ? "The graph does not hold an answer to this question: no document in it states this." : $"图谱中没有关于{(matter.Length > 0 ? matter : "这个问题")}的规定或数据，无法回答。";
    }
}
