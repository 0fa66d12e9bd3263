using PolicyGraph.Assistant.Questions;

namespace PolicyGraph.Assistant.Answers;

/// <summary>What is refused whatever the graph holds: commands, forecasts, advice; and what is answered without it: what this is.</summary>
internal static class Guard
{
    /// <summary>The answer where the question is of that kind; null for every other question.</summary>
    public static Answer? Answer(Question question, AnswerWriter writer)
    {
        if (question.Cues.Contains("inject"))
        {
            return Refuse(writer, "提问只读图谱：问话里的指令、改写结论的要求不会执行。请直接提出关于政策、标准或企业的问题。", "Questions only read the graph: instructions inside a question will not be carried out. Please ask about a policy, a standard or an enterprise.");
        }

        if (question.Cues.Contains("help") && question.Documents.Count == 0)
        {
            writer.Say(writer.English
                ? "I answer from the knowledge graph with citations: (1) gap analysis: what an enterprise still lacks to become a green factory (with --enterprise); (2) tracing targets from province to nation; (3) definitions, requirements, evidence, deadlines and duties in policies and standards; (4) conversions and scores computed from cited figures. What the graph does not hold I say so."
                : "我只根据图谱作答，每句都有出处：一、差距分析：一家企业要成为绿色工厂还差什么（用 --enterprise 指定企业）；二、目标追溯：地方目标对应哪个国家目标；三、查政策和标准：定义、要求、证明材料、期限、由谁做、适用版本；四、计算：折标准煤、增速、得分，写明算式。图谱没有的会直接说没有。例如可以问：“广东到2020年要建多少家绿色工厂？”");
            return writer.Finish(AnswerStatus.Answered);
        }

        if (question.Cues.Contains("future"))
        {
            return Refuse(writer, "图谱只收已发布的文件，没有关于将来的数据，不作预测。", "The graph holds published documents only; it holds nothing about the future and no prediction is made.");
        }

        return question.Cues.Contains("advice")
            ? Refuse(writer, "图谱没有这方面的内容，不作推荐、评价或代写。", "The graph holds nothing of this kind; no recommendation, opinion or drafting is given.")
            : null;
    }

    private static Answer Refuse(AnswerWriter writer, string chinese, string english)
    {
        var sentence = writer.English ? english : chinese;
        writer.Say(sentence);
        writer.Miss(sentence);
        return writer.Finish(AnswerStatus.Declined);
    }
}
