using System.Globalization;
using PolicyGraph.Assistant.Passages;
using PolicyGraph.Assistant.Questions;
using PolicyGraph.Compliance;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Graph;
using PolicyGraph.Ontology;

namespace PolicyGraph.Assistant.Answers;

/// <summary>About one enterprise: what it still lacks, the verdict of a criterion, which papers expire; from the findings of <see cref="GapService"/>.</summary>
internal sealed class EnterpriseAnswer(PolicyOntology ontology, AnswerWriter writer)
{
    private const int MostFindings = 12;
    private static readonly string[] Own = ["我们", "我厂", "我公司", "本企业", "本公司", "咱们", "咱厂", "这家企业", "该企业", "企业还", "our", "we", "this enterprise", "this company"];

    /// <summary>Whether the question is about an enterprise rather than about documents.</summary>
    public static bool IsAsked(Question question) =>
        question.Cues.Contains("gap") || question.Cues.Contains("expiring") || (IsOwn(question) && question.Cues.Contains("evidence"));

    /// <summary>Whether the one who asks speaks of an own enterprise.</summary>
    public static bool IsOwn(Question question) => Array.Exists(Own, o => o.All(char.IsAscii)
        ? question.Written.Split([' ', '?', ',', '.']).Contains(o, StringComparer.OrdinalIgnoreCase)
        : question.Written.Contains(o, StringComparison.Ordinal));

    /// <summary>The refusal where no enterprise was named.</summary>
    public Answer AskForOne()
    {
        var sentence = writer.English ? "No enterprise was named, so there is no evidence to judge: please name it with --enterprise (name, credit code or folder)." : "没有指定企业，缺少可以判断的证据；请用 --enterprise 写明企业名称、统一社会信用代码或文件夹。";
        writer.Say(sentence);
        writer.Miss(sentence);
        return writer.Finish(AnswerStatus.Declined);
    }

    /// <summary>The answer from the findings.</summary>
    public async Task<Answer> WriteAsync(Question question, string enterprise, DateOnly asOf, IGraphDatabase graph, CancellationToken cancellationToken)
    {
        var assessment = await new GapService(graph, ontology.Units, ontology.Energies).AssessAsync(new GapRequest(enterprise, asOf), cancellationToken).ConfigureAwait(false);
        var named = assessment.Findings.Where(f => IsNamed(question, f)).ToList();
        if (question.Cues.Contains("expiring"))
        {
            return Expiring(assessment);
        }

        var qualifies = assessment.Qualifies switch { Qualification.Yes => ("满足", "meets"), Qualification.No => ("不满足", "does not meet"), _ => ("尚不能确定是否满足", "cannot yet be said to meet") };
        var open = (named.Count > 0 ? named : assessment.Findings.Where(f => f.Verdict is not (Verdict.Met or Verdict.NotApplicable)).ToList()).Take(MostFindings).ToList();
        var day = asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var standards = string.Concat(assessment.Standards.Select(s => writer.Mark(new AnswerCitation(string.Empty, s.Id) { Title = s.Title })));
        if (named.Count == 0)
        {
            writer.Say(writer.English
                ? $"As of {day}, {assessment.Enterprise.Name} {qualifies.Item2} the requirements for a green factory {standards}."
                : $"截至{day}，{assessment.Enterprise.Name}{qualifies.Item1}绿色工厂的要求{standards}。");
        }

        foreach (var finding in open)
        {
            writer.Say(Describe(finding));
        }

        if (named.Count == 0 && assessment.Findings.Count(f => f.Verdict is not (Verdict.Met or Verdict.NotApplicable)) is var count && count > open.Count)
        {
            var more = writer.English ? $"{count - open.Count} more criteria are open; `policygraph gap` lists them all." : $"另有{count - open.Count}项未满足或缺证据，policygraph gap 可列出全部。";
            writer.Say(more);
            writer.Miss(more);
            return await FinishAsync(AnswerStatus.Partial, enterprise, graph, cancellationToken).ConfigureAwait(false);
        }

        return await FinishAsync(AnswerStatus.Answered, enterprise, graph, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Answer> FinishAsync(AnswerStatus status, string enterprise, IGraphDatabase graph, CancellationToken cancellationToken)
    {
        var cypher = Queries.WithIds("shown-enterprise", [enterprise]);
        var result = await graph.ExecuteAsync(new GraphQuery(cypher), cancellationToken).ConfigureAwait(false);
        return writer.Finish(status) with { Cypher = cypher, Result = result };
    }

    private Answer Expiring(Assessment assessment)
    {
        foreach (var paper in assessment.Expiring)
        {
            var day = paper.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var marker = writer.Mark(new AnswerCitation(string.Empty, paper.Document) { Title = paper.Path });
            writer.Say(writer.English ? $"{paper.Path} ends on {day} {marker}." : $"{paper.Path} 于{day}到期{marker}。");
        }

        if (assessment.Expiring.Count == 0)
        {
            var none = writer.English ? "No paper that a verdict rests on ends within a year." : "结论所依据的材料没有一年内到期的。";
            writer.Say(none);
            writer.Miss(none);
        }

        return writer.Finish(AnswerStatus.Answered);
    }

    private string Describe(Finding finding)
    {
        var verdict = finding.Verdict switch
        {
            Verdict.Met => ("满足", "met"),
            Verdict.NotMet => ("不满足", "not met"),
            Verdict.InsufficientEvidence => ("证据不足", "insufficient evidence"),
            Verdict.DefectiveEvidence => ("证据有缺陷", "defective evidence"),
            Verdict.NotApplicable => ("不适用", "not applicable"),
            _ => throw new System.Diagnostics.UnreachableException($"verdict {finding.Verdict}"),
        };
        var source = finding.Source.FirstOrDefault(s => s.Certainty != "recalled");
        var marker = writer.Mark(new AnswerCitation(string.Empty, finding.Standard) { Title = source?.Document, Provision = finding.Clause });
        foreach (var evidence in finding.Evidence.Take(2))
        {
            marker += writer.Mark(new AnswerCitation(string.Empty, evidence.Fact.DocumentId)
            {
                Title = evidence.Path, Quote = evidence.Fact.Quote, Start = evidence.Fact.Start, End = evidence.Fact.End, Page = evidence.Fact.Page, Sheet = evidence.Fact.Sheet, Cell = evidence.Fact.Cell,
            });
        }

        var why = finding.Reason ?? finding.Arithmetic;
        var lacking = finding.Missing.Count > 0 ? string.Join("；", finding.Missing.Select(m => m.Message)) : null;
        var rest = string.Join("；", new[] { why, lacking }.OfType<string>().Distinct()).Replace("。", "；", StringComparison.Ordinal).TrimEnd('；');
        return writer.English
            ? $"{finding.Criterion} ({finding.Title}): {verdict.Item2}{(rest.Length > 0 ? $"; {rest}" : string.Empty)} {marker}."
            : $"{finding.Title}（{finding.Criterion}）：{verdict.Item1}{(rest.Length > 0 ? $"；{rest}" : string.Empty)}{marker}。";
    }

    private static bool IsNamed(Question question, Finding finding)
    {
        var title = QuestionText.Fold(finding.Title);
        return question.Folded.Contains(finding.Criterion, StringComparison.Ordinal)
            || question.Strong.Any(c => c.Term.Length >= 3 && c.Kind != ConceptKind.Designation && c.Alternatives.Any(a => a.Length >= 3 && title.Contains(a, StringComparison.Ordinal)));
    }
}
